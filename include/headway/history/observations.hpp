// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

#include <headway/math/stable_order.hpp>
#include <headway/quantity/value.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What is observed when this is written: arithmetic types are plain numbers, everything else stays.
template <class X>
struct observed {
    using type = X;
};
template <class X>
    requires std::is_arithmetic_v<X>
struct observed<X> {
    using type = double;
};

[[noreturn]] inline void observation_breaks_a_rule(const char* function, std::size_t position,
                                                   const std::string& rule) {
    throw std::domain_error(std::string(function) + ": observation " + std::to_string(position + 1) + " " + rule);
}
[[noreturn]] inline void observations_share_a_date(const char* function, double seconds) {
    throw std::domain_error(std::string(function) + ": each date may be observed once, got two observations on " +
                            iso_text(seconds) + "; merge them (a mean, the best of the day) first");
}
[[noreturn]] inline void too_few_observations(const char* function, std::size_t needed, std::size_t got) {
    throw std::domain_error(std::string(function) + ": at least " + std::to_string(needed) +
                            " observations are needed, got " + std::to_string(got) +
                            (got == 0 ? "; give some (were all rows left out as missing?)" : "; give more"));
}
[[noreturn]] inline void window_is_outside(std::size_t first, std::size_t count, std::size_t size) {
    throw std::domain_error("observations::window: observations " + std::to_string(first) + " to " +
                            std::to_string(first + count) + " (exclusive) asked of " + std::to_string(size));
}

}  // namespace detail

/// A value seen at a date: `observation(2024y / 3 / 1, 5.6 * million_usd)`.
template <any_value Q>
struct observation {
    date when;
    Q value{};

    constexpr observation() noexcept = default;
    constexpr observation(const date& date_of_value, const Q& value_at_date)
        : when(date_of_value), value(value_at_date) {}

    [[nodiscard]] friend constexpr bool operator==(const observation& a, const observation& b) noexcept {
        return a.when == b.when && a.value == b.value;
    }
};

template <class When, class Value>
observation(const When&, const Value&) -> observation<typename detail::observed<Value>::type>;

/// Dated data of one quantity, in order of date: what fits, forecasts from data and scores read. Immutable.
/// Rows may be given in any order and are sorted by date; equal dates are allowed and keep the order given, because many
/// models may be published on one day. What needs one value per date, such as a random walk, says so by
/// `require_distinct_dates`.
template <any_value Q>
class observations {
    static_assert(std::same_as<typename value_traits<Q>::number_type, double>,
                  "data are plain numbers, not blocks of draws");

  public:
    using value_type = observation<Q>;
    using const_iterator = typename std::vector<observation<Q>>::const_iterator;

    /// No data.
    observations() noexcept = default;
    /// \throws std::domain_error, naming the row, for a date that is never or undefined and for a value that is not finite.
    explicit observations(std::vector<observation<Q>> rows) : rows_(std::move(rows)) {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const double seconds = rows_[i].when.seconds_since_1970();
            const double value = base_value_of(rows_[i].value);
            if (!is_finite(seconds)) {
                detail::observation_breaks_a_rule("observations", i,
                                                  "must have a date in the calendar, got " + detail::iso_text(seconds));
            }
            if (!is_finite(value)) {
                detail::observation_breaks_a_rule("observations", i,
                                                  "(" + detail::iso_text(seconds) + ") must have a finite value, got " +
                                                      detail::number_text(value));
            }
        }
        const auto earlier = [](const observation<Q>& a, const observation<Q>& b) { return a.when < b.when; };
        if (!std::is_sorted(rows_.begin(), rows_.end(), earlier)) {
            detail::sort_stably(rows_, earlier);
        }
    }
    observations(std::initializer_list<observation<Q>> rows) : observations(std::vector<observation<Q>>(rows)) {}

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
    [[nodiscard]] const observation<Q>& operator[](std::size_t i) const noexcept { return rows_[i]; }
    [[nodiscard]] const observation<Q>& front() const noexcept { return rows_.front(); }
    [[nodiscard]] const observation<Q>& back() const noexcept { return rows_.back(); }
    [[nodiscard]] const_iterator begin() const noexcept { return rows_.begin(); }
    [[nodiscard]] const_iterator end() const noexcept { return rows_.end(); }

    /// The `count` observations from position `first` on. \throws std::domain_error unless there are so many.
    [[nodiscard]] observations window(std::size_t first, std::size_t count) const {
        if (first > size() || count > size() - first) detail::window_is_outside(first, count, size());
        observations part;
        part.rows_.assign(rows_.begin() + static_cast<std::ptrdiff_t>(first),
                          rows_.begin() + static_cast<std::ptrdiff_t>(first + count));
        return part;
    }

    /// The observations on dates that `other` has too, for example costs of the periods whose output is known.
    template <class Other>
    [[nodiscard]] observations at_dates_of(const observations<Other>& other) const {
        observations part;
        std::size_t at = 0;
        for (const auto& row : rows_) {
            while (at < other.size() && other[at].when < row.when) ++at;
            if (at < other.size() && other[at].when == row.when) part.rows_.push_back(row);
        }
        return part;
    }

    /// As points, so that data become a trend: `series(interpolation::log_linear, data.points())`.
    [[nodiscard]] auto points() const requires detail::amount<Q> {
        std::vector<point<detail::dimension_of<Q>, double>> all;
        all.reserve(size());
        for (const auto& row : rows_) all.emplace_back(row.when, row.value);
        return all;
    }

    /// \throws std::domain_error, in the name of `function`, if two observations share a date.
    void require_distinct_dates(const char* function) const {
        for (std::size_t i = 1; i < size(); ++i) {
            if (!(rows_[i - 1].when < rows_[i].when)) {
                detail::observations_share_a_date(function, rows_[i].when.seconds_since_1970());
            }
        }
    }
    /// \throws std::domain_error, in the name of `function`, for fewer than `needed`.
    void require_at_least(const char* function, std::size_t needed) const {
        if (size() < needed) detail::too_few_observations(function, needed, size());
    }
    /// \throws std::domain_error, in the name of `function`, for a value that is not above zero, as logarithms need.
    void require_above_zero(const char* function) const {
        for (std::size_t i = 0; i < size(); ++i) {
            const double value = base_value_of(rows_[i].value);
            if (!(value > 0.0)) {
                detail::observation_breaks_a_rule(function, i,
                                                  "(" + detail::iso_text(rows_[i].when.seconds_since_1970()) +
                                                      ", in order of date) must be > 0 to have a logarithm, got " +
                                                      detail::number_text(value) +
                                                      " in base units; leave it out if it is missing");
            }
        }
    }

    [[nodiscard]] friend bool operator==(const observations& a, const observations& b) noexcept {
        return a.rows_ == b.rows_;
    }

  private:
    std::vector<observation<Q>> rows_;
};

namespace detail {

/// Whether something is data of a quantity or a plain number (not of dates).
template <class T>
inline constexpr bool is_amount_data = false;
template <class Q>
inline constexpr bool is_amount_data<observations<Q>> = amount<Q>;

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
