// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class T>
inline constexpr bool is_rate = false;
template <class Number>
inline constexpr bool is_rate<quantity<dim::frequency, Number>> = true;

}  // namespace detail

/// Bass adoption (Bass 1969): those who have adopted by a date, m F(t) with t the time since launch and
/// F(t) = (1 - exp(-(p+q) t)) / (1 + (q/p) exp(-(p+q) t)); zero before the launch. Made by `bass`.
template <class Dimension, class Number>
class bass_trend : public trend_base {
  public:
    using dimension = Dimension;
    using number_type = Number;

    /// \throws std::domain_error unless market size and innovation are above zero, imitation is not negative, all are
    /// finite and the launch is in the calendar.
    constexpr bass_trend(const basic_date<Number>& launch, const Number& market_size, const Number& innovation,
                         const Number& imitation)
        : launch_(launch.seconds_since_1970()), market_(market_size), p_(innovation), q_(imitation) {
        detail::require_real_date("bass", "launch", launch);
        detail::require_above_zero("bass", "market size", market_);
        detail::require_above_zero("bass", "innovation p per second", p_);
        detail::require_not_negative("bass", "imitation q per second", q_);
    }

    /// Adopted by a date: m F(t).
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        const auto e = -((p_ + q_) * since_launch(when));
        // 1 - exp(e) by expm1, which keeps its digits just after the launch.
        return quantity_or_number<Dimension>(market_ * (-expm1(e) / (1.0 + q_ / p_ * exp(e))));
    }
    /// Adopting at a date, per time: m f(t) with f = dF/dt = (p + q F)(1 - F); zero before the launch.
    template <date_like Date>
    [[nodiscard]] constexpr auto adoption_rate(const Date& when) const {
        const auto e = exp(-((p_ + q_) * since_launch(when)));
        const auto denominator = p_ + q_ * e;
        using result = std::remove_const_t<decltype(denominator)>;
        const auto launched = result(detail::to_date(when).seconds_since_1970()) >= result(launch_);
        const result rate = market_ * p_ * ((p_ + q_) * (p_ + q_)) * e / (denominator * denominator);
        return quantity_or_number<divided<Dimension, dim::time>>(select(launched, rate, result(0.0)));
    }

    /// The date by which `level` have adopted: launch + ln((1 + (q/p) s) / (1 - s)) / (p+q) with s = level / m. Never for
    /// the whole market or more and for less than zero; the launch for zero.
    /// \throws std::domain_error for a level that is not finite.
    /// The launch may lie before any date that is asked about: from when on it is so within a window says `first_at_least`.
    template <class Level>
    [[nodiscard]] constexpr auto reaches(const Level& level) const {
        auto value = detail::level_of<Dimension, Number>("bass", level);
        using result = decltype(value);
        const result share = value / market_;
        const auto possible = share >= 0.0 && share < 1.0;
        const result inside = select(possible, share, result(0.5));
        return detail::date_where(possible,
                                  result(launch_ + (log1p(q_ / p_ * inside) - log1p(-inside)) / (p_ + q_)));
    }
    /// As `reaches`: the curve has each value once from the launch on.
    template <class Level>
    [[nodiscard]] constexpr auto date_of(const Level& level) const {
        return reaches(level);
    }

    /// When most adopt per time: launch + ln(q/p) / (p+q), and the launch itself where imitation is not above innovation.
    [[nodiscard]] constexpr auto peak() const {
        const auto rises = q_ > p_;
        const Number ratio = select(rises, q_, p_) / p_;
        return basic_date<Number>::from_seconds_since_1970(launch_ + log(ratio) / (p_ + q_));
    }
    [[nodiscard]] constexpr auto launch() const noexcept { return basic_date<Number>::from_seconds_since_1970(launch_); }
    [[nodiscard]] constexpr auto market_size() const noexcept { return quantity_or_number<Dimension>(market_); }

    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(launch());
    }

  private:
    template <class Date>
    constexpr auto since_launch(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result span = detail::to_date(when).seconds_since_1970() - launch_;
        return max(span, result(0.0));
    }

    Number launch_;
    Number market_;
    Number p_;
    Number q_;
};

/// Bass adoption of a market from a launch date on. `innovation` p and `imitation` q are rates per time: `0.03 / year`.
/// \throws std::domain_error unless market size and p are above zero, q is not negative, all are finite and the launch is
/// in the calendar.
template <date_like Launch, detail::amount Market, class P, class Q>
[[nodiscard]] constexpr auto bass(const Launch& launch, const Market& market_size,
                                  const quantity<dim::frequency, P>& innovation,
                                  const quantity<dim::frequency, Q>& imitation) {
    using number_type = common_number_t<detail::date_number_t<Launch>, detail::number_of<Market>, P, Q>;
    return bass_trend<detail::dimension_of<Market>, number_type>(detail::to_date(launch), detail::base_of(market_size),
                                                                 innovation.base_value(), imitation.base_value());
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Launch, class Market, class P, class Q>
constexpr auto bass(const Launch&, const Market&, const P&, const Q&) {
    static_assert(date_like<Launch>, "bass: the first argument, the launch, must be a date");
    static_assert(detail::amount<Market>, "bass: the second argument, the market size, must be a quantity or a plain number");
    static_assert(detail::is_rate<P> && detail::is_rate<Q>,
                  "bass: innovation and imitation must be rates per time, such as 0.03 / year");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
