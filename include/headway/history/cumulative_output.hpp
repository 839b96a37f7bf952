// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/observations.hpp>
#include <headway/trend/experience_curve.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void cumulative_output_falls(double before, double at, double from, double to) {
    throw std::domain_error("cumulative_output: what has been made cannot become less, got " + number_text(to) +
                            " on " + iso_text(at) + " after " + number_text(from) + " on " + iso_text(before) +
                            " in base units; of output per period use cumulated(...)");
}
[[noreturn]] inline void nothing_was_made_before(double at) {
    throw std::domain_error("cumulated: nothing was made before the first period (" + iso_text(at) +
                            "), and nothing has no logarithm; state what was made before it, leave that period out, or "
                            "count the current period");
}

}  // namespace detail

/// Cumulative output by date and whether it counts what is made in the current period, which published experience curves
/// differ in. \throws std::domain_error for two values on one date, values not above zero, and values that fall.
template <detail::amount Q>
class cumulative_output {
  public:
    cumulative_output(observations<Q> up_to_date, current_period counted)
        : data_(std::move(up_to_date)), counted_(counted) {
        data_.require_distinct_dates("cumulative_output");
        data_.require_above_zero("cumulative_output");
        for (std::size_t i = 1; i < data_.size(); ++i) {
            const double before = detail::base_of(data_[i - 1].value);
            const double value = detail::base_of(data_[i].value);
            if (value < before) {
                detail::cumulative_output_falls(data_[i - 1].when.seconds_since_1970(),
                                                data_[i].when.seconds_since_1970(), before, value);
            }
        }
    }

    [[nodiscard]] const observations<Q>& data() const noexcept { return data_; }
    [[nodiscard]] current_period counted() const noexcept { return counted_; }

  private:
    observations<Q> data_;
    current_period counted_;
};

namespace detail {

template <class T>
inline constexpr bool is_cumulative_output = false;
template <class Q>
inline constexpr bool is_cumulative_output<cumulative_output<Q>> = true;

}  // namespace detail

/// Cumulative output from output per period: what was made before the first period, plus all periods up to each date, with
/// or without the one that it stands for. \throws std::domain_error for two periods of one date, negative output, and, where
/// the current period is not counted, nothing made before the first.
template <detail::amount Q, class Before>
[[nodiscard]] cumulative_output<Q> cumulated(const observations<Q>& per_period, const Before& made_before,
                                             current_period counted) {
    const double at_start = detail::base_of_dimension<detail::dimension_of<Q>>(made_before);
    detail::require_not_negative("cumulated", "output made before the first period", at_start);
    per_period.require_distinct_dates("cumulated");
    std::vector<observation<Q>> sums;
    sums.reserve(per_period.size());
    Q sum = value_from_base<Q>(at_start);
    for (const auto& period : per_period) {
        detail::require_not_negative("cumulated", "output of a period in base units", detail::base_of(period.value));
        const Q before = sum;
        sum = sum + period.value;
        const Q counts = counted == current_period::included ? sum : before;
        if (sums.empty() && counted == current_period::excluded && !(detail::base_of(before) > 0.0)) {
            detail::nothing_was_made_before(period.when.seconds_since_1970());
        }
        sums.emplace_back(period.when, counts);
    }
    return cumulative_output<Q>(observations<Q>(std::move(sums)), counted);
}

}  // namespace headway

#include <headway/header_end.hpp>
