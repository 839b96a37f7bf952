// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/belief/belief.hpp>
#include <headway/core/text.hpp>

/// What the makers of beliefs share: which values they take, and how they refuse bad ones.
namespace headway {

namespace detail {

/// What a maker's argument is about: arithmetic types and shares as double, chrono durations as time, calendar days as
/// dates, everything else as it is.
template <number_like X>
    requires(!requires(const X& x) { x.lane; })
constexpr double as_believed(const X& x) noexcept {
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

/// The value type of the belief that a maker gives for such an argument.
template <believable X>
using believed_t = decltype(detail::as_believed(std::declval<const X&>()));

namespace detail {

/// A maker's further argument in base units; of another dimension than `T` it does not compile, and the message of the
/// conversion names both.
template <class T, believable X>
constexpr double base_of(const X& x) {
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
std::string text_of_base(double x) {
    return is_finite(x) ? to_text(value_from_base<T>(x), 6) : number_text(x);
}
template <>
inline std::string text_of_base<date>(double x) {
    return is_finite(x) ? to_text(value_from_base<date>(x)) : number_text(x);
}

/// The maker that checks its arguments, and how a value or a difference of values is written in its messages.
struct maker {
    const char* name;
    std::string (*value_text)(double) = text_of_base<double>;
    std::string (*span_text)(double) = text_of_base<double>;

    [[noreturn]] void argument_must(const char* what, const char* rule, const std::string& got) const {
        throw std::domain_error(std::string(name) + ": " + what + " must be " + rule + ", got " + got);
    }
    [[noreturn]] void bounds_must_rise(double lo, double hi) const {
        throw std::domain_error(std::string(name) + ": lo must be below hi, got " + value_text(lo) + " and " +
                                value_text(hi));
    }

    constexpr void finite(const char* what, double x) const {
        if (!is_finite(x)) argument_must(what, "a finite number", value_text(x));
    }
    constexpr void above_zero(const char* what, double x) const {
        if (!(x > 0.0 && x < infinity)) argument_must(what, "> 0 and finite", value_text(x));
    }
    constexpr void span_above_zero(const char* what, double x) const {
        if (!(x > 0.0 && x < infinity)) argument_must(what, "> 0 and finite", span_text(x));
    }
    constexpr void number_above_zero(const char* what, double x) const {
        if (!(x > 0.0 && x < infinity)) argument_must(what, "> 0 and finite", number_text(x));
    }
    /// For a plain number; `rule` completes "must be ...".
    constexpr void between(const char* what, double x, double least, double most, const char* rule) const {
        if (!(x >= least && x <= most)) argument_must(what, rule, number_text(x));
    }
    constexpr void shape(const char* what, double x) const {
        between(what, x, least_shape, most_shape, "between 0.01 and 1000000");
    }
    constexpr void bounds(double lo, double hi) const {
        finite("lo", lo);
        finite("hi", hi);
        if (!(lo < hi)) bounds_must_rise(lo, hi);
        if (!(hi - lo < infinity)) argument_must("hi - lo", "small enough for a number", "infinite");
    }
    constexpr void mode(double lo, double mode, double hi) const {
        if (!(mode >= lo && mode <= hi)) argument_must("mode", "between lo and hi", value_text(mode));
    }
};

template <class T>
constexpr maker maker_of(const char* name) noexcept {
    return {name, text_of_base<T>, text_of_base<span_of<T>>};
}

template <class T>
constexpr belief<T> make_belief(const atom& a) {
    return belief<T>(component_list(a));
}

}  // namespace detail

}  // namespace headway
