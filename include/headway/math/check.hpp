// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <stdexcept>
#include <string>

#include <headway/math/number.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A number in messages: the shortest text that reads back as the same number.
template <class = void>
[[nodiscard, gnu::cold]] std::string number_text(double x);

/// A number to so many significant digits, with `%g`'s choice of notation and without a locale.
template <class = void>
[[nodiscard, gnu::cold]] std::string number_text(double x, int significant_digits);

// These are not constexpr: a breach in a constant expression does not compile, and the compiler names the function,
// so its name says what is wrong.
[[noreturn, gnu::cold]] inline void value_must_be_above_zero(const char* function, const char* what, double got) {
    throw std::domain_error(std::string(function) + ": " + what + " must be > 0, got " + number_text(got));
}
[[noreturn, gnu::cold]] inline void value_must_be_finite(const char* function, const char* what, double got) {
    throw std::domain_error(std::string(function) + ": " + what + " must be a finite number, got " + number_text(got));
}
[[noreturn, gnu::cold]] inline void value_must_not_be_negative(const char* function, const char* what, double got) {
    throw std::domain_error(std::string(function) + ": " + what + " must be >= 0, got " + number_text(got));
}
/// For every other rule: `rule` completes the sentence "<what> ...", for example "must be between 0 and 1".
[[noreturn, gnu::cold]] inline void value_breaks_a_rule(const char* function, const char* what, const char* rule, double got) {
    throw std::domain_error(std::string(function) + ": " + what + " " + rule + ", got " + number_text(got));
}

/// The first draw for which `breaks` holds, as a plain number to put into a message.
template <class Number, class Breaks>
[[nodiscard]] constexpr double offender(const Number& x, Breaks breaks) {
    for (int i = 0; i < lanes_of<Number>; ++i) {
        if (breaks(value_at(x, i))) return value_at(x, i);
    }
    return value_at(x, 0);
}

template <number Number>
constexpr void require_above_zero(const char* function, const char* what, const Number& x) {
    if (all_between(0.0, x, __builtin_huge_val())) return;
    if (!all_of(x > 0.0)) {
        value_must_be_above_zero(function, what, offender(x, [](double v) { return !(v > 0.0); }));
    }
    value_must_be_finite(function, what, offender(x, [](double v) { return !(v < __builtin_huge_val()); }));
}

template <number Number>
constexpr void require_not_negative(const char* function, const char* what, const Number& x) {
    if (!all_of(x >= 0.0)) {
        value_must_not_be_negative(function, what, offender(x, [](double v) { return !(v >= 0.0); }));
    }
    if (!all_of(x < __builtin_huge_val())) {
        value_must_be_finite(function, what, offender(x, [](double v) { return !(v < __builtin_huge_val()); }));
    }
}

template <number Number>
constexpr void require_finite(const char* function, const char* what, const Number& x) {
    if (!all_between(-__builtin_huge_val(), x, __builtin_huge_val())) {
        value_must_be_finite(function, what, offender(x, [](double v) { return !(v - v == 0.0); }));
    }
}

template <number Number>
constexpr void require_share(const char* function, const char* what, const Number& share,
                             const char* rule = "must be between 0 and 1") {
    if (all_of(share >= 0.0 && share <= 1.0)) return;
    value_breaks_a_rule(function, what, rule, offender(share, [](double s) { return !(s >= 0.0 && s <= 1.0); }));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/math/bodies/check.hpp>
#endif
