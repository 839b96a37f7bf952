// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/check.hpp>
#include <headway/quantity/quantity.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void growth_must_rise(double rate) {
    throw std::domain_error("doubling_time: the growth must rise, got a yearly rate of " +
                            number_text(rate * 31556952.0, 6) + "; ask halving_time() of what falls");
}
[[noreturn]] inline void growth_must_fall(double rate) {
    throw std::domain_error("halving_time: the growth must fall, got a yearly rate of " +
                            number_text(rate * 31556952.0, 6) + "; ask doubling_time() of what rises");
}

// The arguments are checked here rather than by constraints, because "no matching function" would not say what is wrong.
template <class Span>
constexpr auto span_seconds(const Span& span) noexcept {
    static_assert(time_like<Span>,
                  "a period must be a span of time, for example 1.0 * year, 3.0 * month or std::chrono::weeks{2}");
    if constexpr (time_like<Span>) return as_time(span).base_value();
}
/// The span as seconds, checked to be a period: above zero and finite.
template <class Span>
constexpr auto period_seconds(const char* function, const Span& span) {
    const auto seconds = span_seconds(span);
    require_above_zero(function, "period in seconds", seconds);
    return seconds;
}
template <class Number>
constexpr auto plain_number(const Number& x) noexcept {
    static_assert(number_like<Number>,
                  "a factor, a percentage or a number of orders of magnitude must be a plain number, without a unit");
    if constexpr (number_like<Number>) return to_number(x);
}

}  // namespace detail

/// Exponential growth or decline: a factor F per period P, kept as the continuous rate mu = ln F / P, so that
/// compounding over any span is exp(mu span) and rates of factors that multiply add. Make one with `grows_by_factor`,
/// `falls_by_factor`, `grows_by_percent`, `falls_by_percent`, `grows_by_ooms`, `doubles_every`, `halves_every` or
/// `grows_continuously`; callers write `growth` for the type.
template <class Number>
class basic_growth {
  public:
    using number_type = Number;

    /// No growth: a factor of 1 over any span.
    constexpr basic_growth() noexcept = default;

    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr basic_growth(const basic_growth<Other>& other) noexcept  // NOLINT: implicit, as for numbers
        : per_second_(other.rate_per_second()) {}

    [[nodiscard]] static constexpr basic_growth from_rate_per_second(const Number& rate) noexcept {
        return basic_growth(rate, per_second{});
    }

    [[nodiscard]] constexpr const Number& rate_per_second() const noexcept { return per_second_; }
    /// The continuous rate mu, a quantity per time; negative for what falls.
    [[nodiscard]] constexpr auto rate() const noexcept {
        return quantity<dim::frequency, Number>::from_base_value(per_second_);
    }

    /// The factor over a finite span: exp(mu span). Above 1 for growth over a span above zero; overflows to infinity.
    template <class Span>
    [[nodiscard]] constexpr auto over(const Span& span) const noexcept {
        return exp(per_second_ * detail::span_seconds(span));
    }
    /// The factor per period, as `over`. \throws std::domain_error unless the period is above zero.
    template <class Span>
    [[nodiscard]] constexpr auto factor_per(const Span& period) const {
        return exp(per_second_ * detail::period_seconds("factor_per", period));
    }
    /// Orders of magnitude per period: mu P / ln 10, the log10 of the factor; negative for what falls.
    /// \throws std::domain_error unless the period is above zero.
    template <class Span>
    [[nodiscard]] constexpr auto ooms_per(const Span& period) const {
        return per_second_ * detail::period_seconds("ooms_per", period) / detail::ln10;
    }
    /// ln 2 / mu. \throws std::domain_error unless the growth rises.
    [[nodiscard]] constexpr auto doubling_time() const {
        if (!all_of(per_second_ > 0.0)) {
            detail::growth_must_rise(detail::offender(per_second_, [](double r) { return !(r > 0.0); }));
        }
        return quantity<dim::time, Number>::from_base_value(detail::ln2 / per_second_);
    }
    /// ln 2 / -mu. \throws std::domain_error unless the growth falls.
    [[nodiscard]] constexpr auto halving_time() const {
        if (!all_of(per_second_ < 0.0)) {
            detail::growth_must_fall(detail::offender(per_second_, [](double r) { return !(r < 0.0); }));
        }
        return quantity<dim::time, Number>::from_base_value(detail::ln2 / -per_second_);
    }

  private:
    struct per_second {};
    constexpr basic_growth(const Number& rate, per_second) noexcept : per_second_(rate) {}

    Number per_second_{};
};

/// A growth as callers write it.
using growth = basic_growth<double>;

template <class T>
inline constexpr bool is_growth = false;
template <class Number>
inline constexpr bool is_growth<basic_growth<Number>> = true;

namespace detail {

template <class Rate>
[[nodiscard]] constexpr auto growth_at(const Rate& rate_per_second) noexcept {
    return basic_growth<Rate>::from_rate_per_second(rate_per_second);
}

/// Refuses a percentage that leaves nothing, and one that is not finite.
template <class Number>
constexpr void require_percent(const char* maker, const char* rule, const Number& percent, const Number& left) {
    if (all_of(left > 0.0 && left < no_limit)) return;
    for (int i = 0; i < lanes_of<Number>; ++i) {
        const double rest = value_at(left, i);
        if (!(rest > 0.0 && rest < no_limit)) {
            value_breaks_a_rule(maker, "percent", rule, value_at(percent, i));
        }
    }
}

template <class Factor, class Span>
[[nodiscard]] constexpr auto growth_by_factor(const char* maker, const Factor& factor, const Span& period,
                                              double sign) {
    const auto f = plain_number(factor);
    require_above_zero(maker, "factor", f);
    return growth_at(sign * log(f) / period_seconds(maker, period));
}

}  // namespace detail

/// Multiplies by `factor` per period: mu = ln(factor) / period.
/// \throws std::domain_error unless factor and period are above zero and finite.
template <class Factor, class Span>
[[nodiscard]] constexpr auto grows_by_factor(const Factor& factor, const Span& period) {
    return detail::growth_by_factor("grows_by_factor", factor, period, 1.0);
}
/// Divides by `factor` per period: mu = -ln(factor) / period; "4 times cheaper a year" is `falls_by_factor(4.0, year)`.
/// \throws std::domain_error unless factor and period are above zero and finite.
template <class Factor, class Span>
[[nodiscard]] constexpr auto falls_by_factor(const Factor& factor, const Span& period) {
    return detail::growth_by_factor("falls_by_factor", factor, period, -1.0);
}
/// Adds so many percent per period: mu = ln(1 + percent/100) / period.
/// \throws std::domain_error unless percent is finite and above -100 and the period above zero.
template <class Percent, class Span>
[[nodiscard]] constexpr auto grows_by_percent(const Percent& percent, const Span& period) {
    const auto p = detail::plain_number(percent);
    detail::require_percent("grows_by_percent", "must be finite and above -100", p, 100.0 + p);
    return detail::growth_at(log1p(p / 100.0) / detail::period_seconds("grows_by_percent", period));
}
/// Loses so many percent per period: mu = ln(1 - percent/100) / period; "20 % less every 3 weeks" is
/// `falls_by_percent(20.0, 3.0 * week)`.
/// \throws std::domain_error unless percent is finite and below 100 and the period above zero.
template <class Percent, class Span>
[[nodiscard]] constexpr auto falls_by_percent(const Percent& percent, const Span& period) {
    const auto p = detail::plain_number(percent);
    detail::require_percent("falls_by_percent", "must be finite and below 100", p, 100.0 - p);
    return detail::growth_at(log1p(-p / 100.0) / detail::period_seconds("falls_by_percent", period));
}
/// Gains so many orders of magnitude per period: mu = ooms ln 10 / period.
/// \throws std::domain_error unless ooms is finite and the period above zero.
template <class Ooms, class Span>
[[nodiscard]] constexpr auto grows_by_ooms(const Ooms& ooms, const Span& period) {
    const auto n = detail::plain_number(ooms);
    detail::require_finite("grows_by_ooms", "orders of magnitude", n);
    return detail::growth_at(n * detail::ln10 / detail::period_seconds("grows_by_ooms", period));
}
/// mu = ln 2 / span. \throws std::domain_error unless the span is above zero.
template <class Span>
[[nodiscard]] constexpr auto doubles_every(const Span& span) {
    return detail::growth_at(detail::ln2 / detail::period_seconds("doubles_every", span));
}
/// mu = -ln 2 / span. \throws std::domain_error unless the span is above zero.
template <class Span>
[[nodiscard]] constexpr auto halves_every(const Span& span) {
    return detail::growth_at(-detail::ln2 / detail::period_seconds("halves_every", span));
}
/// From a continuous rate mu itself, for example `0.32 / year`. \throws std::domain_error unless it is finite.
template <class Rate>
[[nodiscard]] constexpr auto grows_continuously(const Rate& rate) {
    constexpr bool is_rate = requires { requires std::same_as<typename Rate::dimension, dim::frequency>; };
    static_assert(is_rate, "a continuous rate must be a number per time, for example 0.32 / year");
    if constexpr (is_rate) {
        detail::require_finite("grows_continuously", "rate per second", rate.base_value());
        return detail::growth_at(rate.base_value());
    }
}

/// Growth of a product: rates add.
template <class A, class B>
[[nodiscard]] constexpr auto operator*(const basic_growth<A>& a, const basic_growth<B>& b) noexcept {
    return detail::growth_at(a.rate_per_second() + b.rate_per_second());
}
/// Growth of a ratio: rates subtract.
template <class A, class B>
[[nodiscard]] constexpr auto operator/(const basic_growth<A>& a, const basic_growth<B>& b) noexcept {
    return detail::growth_at(a.rate_per_second() - b.rate_per_second());
}
/// Growth of a power: the rate times the exponent. \throws std::domain_error unless the exponent is finite.
template <class A, number_like Exponent>
[[nodiscard]] constexpr auto pow(const basic_growth<A>& g, const Exponent& exponent) {
    const auto e = to_number(exponent);
    detail::require_finite("pow", "exponent of a growth", e);
    return detail::growth_at(g.rate_per_second() * e);
}
/// Equal when the continuous rates are.
template <class A, class B>
[[nodiscard]] constexpr auto operator==(const basic_growth<A>& a, const basic_growth<B>& b) noexcept {
    return a.rate_per_second() == b.rate_per_second();
}
template <class A, class B>
[[nodiscard]] constexpr auto operator!=(const basic_growth<A>& a, const basic_growth<B>& b) noexcept {
    return a.rate_per_second() != b.rate_per_second();
}

template <class Mask, class A, class B>
[[nodiscard]] constexpr auto select(const Mask& condition, const basic_growth<A>& yes,
                                    const basic_growth<B>& no) noexcept {
    return detail::growth_at(select(condition, yes.rate_per_second(), no.rate_per_second()));
}

}  // namespace headway

#include <headway/header_end.hpp>
