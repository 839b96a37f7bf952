// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/belief/belief.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

/// What the makers of beliefs share: which values they take, and how they refuse bad ones.
namespace headway {

namespace detail {

/// What a maker's argument is about: arithmetic types and shares as double, chrono durations as time, calendar days as
/// dates, everything else as it is.
template <class X>
    requires std::is_arithmetic_v<X>
constexpr double as_believed(X x) noexcept {
    return static_cast<double>(x);
}
template <class Dimension>
constexpr quantity<Dimension> as_believed(const quantity<Dimension>& x) noexcept {
    return x;
}
constexpr double as_believed(const quantity<dimensionless>& x) noexcept { return x; }
template <class Rep, class Period>
constexpr quantity<dim::time> as_believed(const std::chrono::duration<Rep, Period>& x) noexcept {
    return x;
}
constexpr date as_believed(const date& x) noexcept { return x; }
constexpr date as_believed(const std::chrono::year_month_day& x) { return x; }
constexpr date as_believed(const std::chrono::year_month_day_last& x) { return x; }
template <class Duration>
constexpr date as_believed(const std::chrono::sys_time<Duration>& x) noexcept {
    return x;
}

}  // namespace detail

/// What a belief can be about: a number, a quantity (or chrono duration), a date (or calendar day).
template <class X>
concept believable = requires(const X& x) { detail::as_believed(x); };

/// What makes a belief when it is asked for one, as `from_quantiles(...)` does; taken wherever a belief is.
template <class X>
concept makes_belief = requires(const X& x) {
    typename X::value_type;
    { x.belief() } -> std::same_as<belief<typename X::value_type>>;
};

/// The value type of the belief that a maker gives for such an argument.
template <believable X>
using believed_t = decltype(detail::as_believed(std::declval<const X&>()));

/// A level, a factor or another argument without a dimension: an arithmetic type or a share, `90.0 * percent`.
template <class X>
concept plain_number = std::same_as<believed_t<X>, double>;

namespace detail {

/// A maker's further argument in base units; of another dimension than `T` it does not compile, and the message of the
/// conversion names both.
template <class T, believable X>
constexpr double believed_base(const X& x) {
    const T of_the_same_dimension = as_believed(x);
    return base_value_of(of_the_same_dimension);
}

template <class T>
using span_of = typename value_traits<T>::difference_type;

/// Shapes on a ratio scale need a zero; a calendar has none.
template <class T>
constexpr void must_have_a_zero() {
    static_assert(!std::same_as<T, date>,
                  "a date has no zero, which this shape needs: use normal_ci, uniform, triangular or pert, or believe "
                  "in a span of time and add it to a date");
}

template <class T>
[[gnu::cold]] std::string text_of_base(double x, int significant_digits) {
    return is_finite(x) ? to_text(value_from_base<T>(x), significant_digits) : number_text(x);
}
template <>
inline std::string text_of_base<date>(double x, int) {
    return is_finite(x) || x == infinity ? to_text(value_from_base<date>(x)) : number_text(x);
}

/// The maker that checks its arguments, and how a value or a difference of values is written in its messages. What refuses
/// is not constexpr: a breach in a constant expression does not compile, and the compiler names the function.
struct maker {
    const char* name;
    std::string (*text_of_value)(double, int significant_digits);
    std::string (*text_of_span)(double, int significant_digits);
    bool of_dates = false;

    static constexpr int usual_digits = 6;
    [[nodiscard, gnu::cold]] std::string value_text(double x) const { return text_of_value(x, usual_digits); }
    [[nodiscard, gnu::cold]] std::string span_text(double x) const { return text_of_span(x, usual_digits); }
    /// "1 and 2": with as many digits as tell the two apart, and where a text has no more of them (dates are told by the
    /// day) with the difference.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string two_values_text(double a, double b) const;

    [[noreturn, gnu::cold]] void refuse(const std::string& words) const { throw std::domain_error(name + (": " + words)); }
    [[noreturn, gnu::cold]] void value_must_be_finite(const char* what, double x) const {
        refuse(std::string(what) + " must be a finite number, got " + value_text(x));
    }
    [[noreturn, gnu::cold]] void value_must_be_above_zero(const char* what, double x) const {
        refuse(std::string(what) + " must be > 0 and finite, got " + value_text(x));
    }
    [[noreturn, gnu::cold]] void span_must_be_above_zero(const char* what, double x) const {
        refuse(std::string(what) + " must be > 0 and finite, got " + span_text(x));
    }
    /// For a plain number; `rule` completes "must be ...".
    [[noreturn, gnu::cold]] void number_must_be(const char* what, const char* rule, double x) const {
        refuse(std::string(what) + " must be " + rule + ", got " + number_text(x));
    }
    /// `limit` is the shape to use for more of them.
    [[noreturn, gnu::cold]] void degrees_of_freedom_out_of_range(const char* limit, double x) const;
    [[noreturn, gnu::cold]] void bounds_must_rise(double lo, double hi) const {
        refuse("lo must be below hi, got " + two_values_text(lo, hi));
    }
    [[noreturn, gnu::cold]] void bounds_are_too_far_apart(double lo, double hi) const {
        refuse("hi - lo is too large for a number, got " + value_text(lo) + " and " + value_text(hi));
    }
    [[noreturn, gnu::cold]] void lognormal_bound_must_be_above_zero(double lo) const;
    [[noreturn, gnu::cold]] void probability_must_be_from_0_to_1(double x) const {
        number_must_be("probability", "between 0 and 1", x);
    }
    [[noreturn, gnu::cold]] void mode_must_lie_between_the_bounds(double mode) const {
        refuse("mode must be between lo and hi, got " + value_text(mode));
    }

    constexpr void finite(const char* what, double x) const {
        if (!is_finite(x)) value_must_be_finite(what, x);
    }
    constexpr void above_zero(const char* what, double x) const {
        if (!(x > 0.0 && x < infinity)) value_must_be_above_zero(what, x);
    }
    constexpr void span_above_zero(const char* what, double x) const {
        if (!(x > 0.0 && x < infinity)) span_must_be_above_zero(what, x);
    }
    constexpr void number_above_zero(const char* what, double x) const {
        if (!(x > 0.0 && x < infinity)) number_must_be(what, "> 0 and finite", x);
    }
    constexpr void shape(const char* what, double x) const {
        if (!(x >= least_shape && x <= most_shape)) number_must_be(what, "between 0.01 and 1000000", x);
    }
    constexpr void bounds(double lo, double hi) const {
        finite("lo", lo);
        finite("hi", hi);
        if (!(lo < hi)) bounds_must_rise(lo, hi);
        if (!(hi - lo < infinity)) bounds_are_too_far_apart(lo, hi);
    }
    constexpr void mode(double lo, double mode, double hi) const {
        if (!(mode >= lo && mode <= hi)) mode_must_lie_between_the_bounds(mode);
    }
};

template <class T>
constexpr maker maker_of(const char* name) noexcept {
    return {name, text_of_base<T>, text_of_base<span_of<T>>, std::same_as<T, date>};
}

template <class T>
constexpr belief<T> make_belief(const component& a) {
    return belief<T>(component_list(a));
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/detail/maker.hpp>
#endif
