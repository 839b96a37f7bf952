// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Logistic growth, y(t) = K / (1 + exp(-k (t - t_half))); made by `logistic`.
template <class Dimension, class Number>
class logistic_trend : public trend_base {
  public:
    using dimension = Dimension;
    using number_type = Number;

    /// \throws std::domain_error unless ceiling and rate are above zero and finite and the midpoint in the calendar.
    constexpr logistic_trend(const Number& ceiling_base_value, const basic_date<Number>& midpoint,
                             const Number& rate_per_second)
        : ceiling_(ceiling_base_value), midpoint_(midpoint.seconds_since_1970()), rate_(rate_per_second) {
        detail::require_above_zero("logistic", "ceiling", ceiling_);
        detail::require_real_date("logistic", "midpoint", midpoint);
        detail::require_above_zero("logistic", "rate per second", rate_);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return quantity_or_number<Dimension>(
            ceiling_ * detail::logistic_share(rate_ * (detail::to_date(when).seconds_since_1970() - midpoint_)));
    }

    /// The date at which the curve has the value `level`: t_half + ln(level / (K - level)) / k. Never for a level that is
    /// not between zero and the ceiling, both excluded. \throws std::domain_error for a level that is not finite.
    /// The curve has no start, so the date may lie before any that is asked about: from when on it is so within a window say
    /// `first_at_least` and `first_at_most`.
    template <class Level>
    [[nodiscard]] constexpr auto reaches(const Level& level) const {
        auto value = detail::level_of<Dimension, Number>("logistic", level);
        using result = decltype(value);
        const auto possible = value > 0.0 && value < result(ceiling_);
        const result inside = select(possible, value, result(0.5 * ceiling_));
        return detail::date_where(possible, result(midpoint_ + log(inside / (ceiling_ - inside)) / rate_));
    }
    /// As `reaches`: the curve has each value once.
    template <class Level>
    [[nodiscard]] constexpr auto date_of(const Level& level) const {
        return reaches(level);
    }

    /// K, which the curve approaches.
    [[nodiscard]] constexpr auto ceiling() const noexcept { return quantity_or_number<Dimension>(ceiling_); }
    /// t_half, when the curve is at half its ceiling and grows fastest.
    [[nodiscard]] constexpr auto midpoint() const noexcept {
        return basic_date<Number>::from_seconds_since_1970(midpoint_);
    }
    /// k as a growth: how the curve grows long before its midpoint.
    [[nodiscard]] constexpr auto early_growth() const noexcept {
        return basic_growth<Number>::from_rate_per_second(rate_);
    }

    /// The integral over time from a to b: (K / k) ln((1 + exp(k (b - t_half))) / (1 + exp(k (a - t_half)))).
    template <class A, class B>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        using result = common_number_t<Number, A, B>;
        const result from = rate_ * (first.seconds_since_1970() - midpoint_);
        const result span = rate_ * (last.seconds_since_1970() - first.seconds_since_1970());
        return quantity_or_number<multiplied<Dimension, dim::time>>(ceiling_ / rate_ *
                                                                    detail::logistic_integral(from, span));
    }

  private:
    Number ceiling_;
    Number midpoint_;
    Number rate_;
};

/// The S-curve K / (1 + exp(-k (t - t_half))). `rate` is k, a quantity per time such as `0.8 / year`, or a growth, which
/// is how the curve grows long before its midpoint.
/// \throws std::domain_error unless ceiling and rate are above zero and finite and the midpoint in the calendar.
template <detail::amount Ceiling, date_like Midpoint, detail::rate_like Rate>
[[nodiscard]] constexpr auto logistic(const Ceiling& ceiling, const Midpoint& midpoint, const Rate& rate) {
    using number_type =
        common_number_t<detail::number_of<Ceiling>, detail::date_number_t<Midpoint>, detail::rate_number_t<Rate>>;
    return logistic_trend<detail::dimension_of<Ceiling>, number_type>(detail::base_of(ceiling), detail::to_date(midpoint),
                                                                      detail::rate_of(rate));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Ceiling, class Midpoint, class Rate>
constexpr auto logistic(const Ceiling&, const Midpoint&, const Rate&) {
    static_assert(detail::amount<Ceiling>, "logistic: the first argument, the ceiling, must be a quantity or a plain number");
    static_assert(date_like<Midpoint>, "logistic: the second argument, the midpoint, must be a date");
    static_assert(detail::rate_like<Rate>,
                  "logistic: the third argument must be a rate per time, such as 0.8 / year, or a growth");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
