// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string>
#include <type_traits>

#include <headway/quantity/date.hpp>
#include <headway/quantity/growth.hpp>
#include <headway/quantity/quantity.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a caller may write where a date is expected: a date of any number type, a calendar day or a system-clock time.
template <class T>
concept date_like = any_date<T> || std::convertible_to<T, date>;

}  // namespace headway

namespace headway::detail {

/// A plain number or a quantity.
template <class T>
concept amount = number_like<T> || any_quantity<T>;

template <class T>
struct amount_traits {
    using dimension = dimensionless;
    using number_type = as_number_t<T>;
};
template <class Dimension, class Number>
struct amount_traits<quantity<Dimension, Number>> {
    using dimension = Dimension;
    using number_type = Number;
};

template <class T>
using dimension_of = typename amount_traits<std::remove_cvref_t<T>>::dimension;
template <class T>
using number_of = typename amount_traits<std::remove_cvref_t<T>>::number_type;

template <amount T>
[[nodiscard]] constexpr number_of<T> base_of(const T& value) noexcept {
    if constexpr (any_quantity<T>) {
        return value.base_value();
    } else {
        return to_number(value);
    }
}

/// The base value of an amount that must have this dimension; of any other the conversion fails and names both.
template <class Dimension, class T>
[[nodiscard]] constexpr auto base_of_dimension(const T& value) {
    if constexpr (amount<T>) {
        if constexpr (std::same_as<dimension_of<T>, Dimension>) {
            return base_of(value);
        } else if constexpr (std::same_as<Dimension, dimensionless>) {
            const number_of<T> plain_number = value;
            return plain_number;
        } else {
            const quantity<Dimension, number_of<T>> amount_of_the_right_dimension = value;
            return amount_of_the_right_dimension.base_value();
        }
    } else {
        const quantity<Dimension> amount_of_the_right_dimension = value;
        return amount_of_the_right_dimension.base_value();
    }
}

template <class Number>
[[nodiscard]] constexpr const basic_date<Number>& to_date(const basic_date<Number>& d) noexcept {
    return d;
}
template <date_like Date>
    requires(!any_date<Date>)
[[nodiscard]] constexpr date to_date(const Date& d) {
    return d;
}
template <class Date>
using date_number_t = typename std::remove_cvref_t<decltype(to_date(std::declval<const Date&>()))>::number_type;

/// What a maker returns that was called with arguments of the wrong kind, after saying so.
struct wrong_arguments {};

/// A rate per time: a growth or a quantity per time.
template <class Number>
[[nodiscard]] constexpr Number rate_of(const basic_growth<Number>& g) noexcept {
    return g.rate_per_second();
}
template <class Number>
[[nodiscard]] constexpr Number rate_of(const quantity<dim::frequency, Number>& rate) noexcept {
    return rate.base_value();
}
template <class T>
concept rate_like = requires(const std::remove_cvref_t<T>& rate) { rate_of(rate); };
template <rate_like T>
using rate_number_t = decltype(rate_of(std::declval<const T&>()));

/// A date in messages: ISO 8601, to the day.
template <class = void>
[[nodiscard]] std::string iso_text(double seconds_since_1970);

[[noreturn]] inline void date_breaks_a_rule(const char* function, const char* what, const char* rule, double seconds) {
    throw std::domain_error(std::string(function) + ": " + what + " " + rule + ", got " + iso_text(seconds));
}

template <class Number>
constexpr void require_real_date(const char* function, const char* what, const basic_date<Number>& d) {
    const Number& seconds = d.seconds_since_1970();
    if (!all_between(-no_limit, seconds, no_limit)) {
        date_breaks_a_rule(function, what, "must be a date in the calendar",
                           offender(seconds, [](double s) { return !(s - s == 0.0); }));
    }
}

template <number Number>
constexpr void require_not_zero(const char* function, const char* what, const Number& x) {
    if (any_of(x == 0.0)) value_breaks_a_rule(function, what, "must not be zero", 0.0);
}

/// The base value of the level that a trend is asked about, in the number type of the answer.
template <class Dimension, class Number, class Level>
[[nodiscard]] constexpr auto level_of(const char* trend, const Level& level) {
    const auto base = base_of_dimension<Dimension>(level);
    require_finite(trend, "level", base);
    return common_number_t<Number, std::remove_const_t<decltype(base)>>(base);
}

/// The date where the condition holds, else never.
template <class Mask, class Number>
[[nodiscard]] constexpr auto date_where(const Mask& condition, const Number& seconds) noexcept {
    return basic_date<Number>::from_seconds_since_1970(select(condition, seconds, Number(no_limit)));
}

/// 1 / (1 + exp(-x)), from the side on which nothing overflows, which also keeps derivatives finite.
template <class Number>
[[nodiscard]] constexpr Number logistic_share(const Number& x) noexcept {
    const Number e = exp(-abs(x));
    return select(x >= 0.0, Number(1.0), e) / (1.0 + e);
}

/// The integral of 1 / (1 + exp(-x)) from `from` to `from + span`: ln(1 + share(from) (exp(span) - 1)), and for long spans
/// the difference of ln(1 + exp(x)), because there exp(span) overflows.
template <class Number>
[[nodiscard]] constexpr Number logistic_integral(const Number& from, const Number& span) noexcept {
    const auto softplus = [](const Number& x) { return Number(max(x, Number(0.0)) + log1p(exp(-abs(x)))); };
    const Number near = log1p(logistic_share(from) * expm1(min(span, Number(30.0))));
    return select(span <= 30.0, near, Number(softplus(Number(from + span)) - softplus(from)));
}

/// The date where it is not before the start, else never.
template <class A, class B>
[[nodiscard]] constexpr basic_date<B> not_before(const A& start_seconds, const basic_date<B>& d) noexcept {
    return select(d.seconds_since_1970() >= B(start_seconds), d, basic_date<B>::never());
}

/// (exp(x) - 1) / x, and 1 at x = 0: what exponential growth by x makes of its starting value on average. The series is
/// for derivatives, which the quotient loses near 0.
template <class Number>
[[nodiscard]] constexpr Number mean_growth(const Number& x) noexcept {
    const auto small = abs(x) < 1e-4;
    const Number series = 1.0 + x * (1.0 / 2.0 + x * (1.0 / 6.0 + x * (1.0 / 24.0)));
    return select(small, series, Number(expm1(x) / select(small, Number(1.0), x)));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/trend/bodies/amount.hpp>
#endif
