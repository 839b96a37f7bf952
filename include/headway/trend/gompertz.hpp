// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Gompertz growth, y(t) = K exp(-exp(-k (t - t*))): an S-curve that rises fast and saturates slowly; made by `gompertz`.
template <class Dimension, class Number>
class gompertz_trend : public trend_base {
  public:
    using dimension = Dimension;
    using number_type = Number;

    /// \throws std::domain_error unless ceiling and rate are above zero and finite and the inflection in the calendar.
    constexpr gompertz_trend(const Number& ceiling_base_value, const basic_date<Number>& inflection,
                             const Number& rate_per_second)
        : ceiling_(ceiling_base_value), inflection_(inflection.seconds_since_1970()), rate_(rate_per_second) {
        detail::require_above_zero("gompertz", "ceiling", ceiling_);
        detail::require_real_date("gompertz", "inflection", inflection);
        detail::require_above_zero("gompertz", "rate per second", rate_);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        const auto decay = -(rate_ * (detail::to_date(when).seconds_since_1970() - inflection_));
        using result = std::remove_const_t<decltype(decay)>;
        // Beyond 700 the share is zero anyway, and an overflow inside would spoil derivatives.
        return quantity_or_number<Dimension>(ceiling_ * exp(-exp(min(decay, result(700.0)))));
    }

    /// The date at which the curve has the value `level`: t* - ln(ln(K / level)) / k. Never for a level that is not
    /// between zero and the ceiling, both excluded. \throws std::domain_error for a level that is not finite.
    /// The curve has no start, so the date may lie before any that is asked about: from when on it is so within a window say
    /// `first_at_least` and `first_at_most`.
    template <class Level>
    [[nodiscard]] constexpr auto reaches(const Level& level) const {
        auto value = detail::level_of<Dimension, Number>("gompertz", level);
        using result = decltype(value);
        const auto possible = value > 0.0 && value < result(ceiling_);
        const result inside = select(possible, value, result(0.5 * ceiling_));
        // ln(K / level) as log1p, which keeps its digits next to the ceiling.
        return detail::date_where(possible, result(inflection_ - log(log1p((ceiling_ - inside) / inside)) / rate_));
    }
    /// As `reaches`: the curve has each value once.
    template <class Level>
    [[nodiscard]] constexpr auto date_of(const Level& level) const {
        return reaches(level);
    }

    /// K, which the curve approaches.
    [[nodiscard]] constexpr auto ceiling() const noexcept { return quantity_or_number<Dimension>(ceiling_); }
    /// t*, when the curve grows fastest and is at K / e.
    [[nodiscard]] constexpr auto inflection() const noexcept {
        return basic_date<Number>::from_seconds_since_1970(inflection_);
    }
    /// k, the rate per time at which the growth rate dies down.
    [[nodiscard]] constexpr auto rate() const noexcept { return quantity<dim::frequency, Number>::from_base_value(rate_); }

  private:
    Number ceiling_;
    Number inflection_;
    Number rate_;
};

/// The S-curve K exp(-exp(-k (t - t*))). `rate` is k, a quantity per time such as `0.5 / year`, or a growth.
/// \throws std::domain_error unless ceiling and rate are above zero and finite and the inflection in the calendar.
template <detail::amount Ceiling, date_like Inflection, detail::rate_like Rate>
[[nodiscard]] constexpr auto gompertz(const Ceiling& ceiling, const Inflection& inflection, const Rate& rate) {
    using number_type =
        common_number_t<detail::number_of<Ceiling>, detail::date_number_t<Inflection>, detail::rate_number_t<Rate>>;
    return gompertz_trend<detail::dimension_of<Ceiling>, number_type>(
        detail::base_of(ceiling), detail::to_date(inflection), detail::rate_of(rate));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Ceiling, class Inflection, class Rate>
constexpr auto gompertz(const Ceiling&, const Inflection&, const Rate&) {
    static_assert(detail::amount<Ceiling>, "gompertz: the first argument, the ceiling, must be a quantity or a plain number");
    static_assert(date_like<Inflection>, "gompertz: the second argument, the inflection, must be a date");
    static_assert(detail::rate_like<Rate>,
                  "gompertz: the third argument must be a rate per time, such as 0.5 / year, or a growth");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
