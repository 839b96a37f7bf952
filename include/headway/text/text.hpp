// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include <headway/quantity/date.hpp>
#include <headway/quantity/growth.hpp>
#include <headway/quantity/quantity.hpp>
#include <headway/text/unit_ladder.hpp>

#include <headway/header_begin.hpp>

// A literal, as the attribute and static_assert want one.
#define HEADWAY_NO_TEXT_OF_DRAWS \
    "a model runs on blocks of draws, which have no text: print its outcome, std::cout << simulate(f), or its central case, f.baseline()"

namespace headway {

namespace detail {

/// A finite number above zero rounded to significant decimal digits: d.ddd · 10^exponent, the digits without the point.
struct rounded_decimal {
    std::string digits;
    int exponent = 0;

    template <class = void>
    [[nodiscard]] double value() const noexcept;
};

template <class = void>
[[nodiscard, gnu::cold]] rounded_decimal round_to(double x, int significant_digits);

template <class = void>
[[gnu::cold]] void drop_trailing_zeros(std::string& decimals);

/// Written out between 0.0001 and a million, in powers of ten outside.
template <class = void>
[[nodiscard, gnu::cold]] std::string layout(const rounded_decimal& x, bool keep_zeros);

/// What is printed instead of a number that is not finite; empty for a finite one.
template <class = void>
[[nodiscard, gnu::cold]] std::string not_finite_text(double x, const char* infinite);

/// A magnitude in the largest unit that leaves at least `from` of it. Rounding counts: 999.9 million prints as a billion.
template <std::size_t Count>
[[nodiscard, gnu::cold]] std::string text_on_ladder(double x, const unit_rung (&ladder)[Count], int significant_digits) {
    std::size_t i = Count - 1;
    while (i > 0 && x < ladder[i].from * ladder[i].size) --i;
    if (x == 0.0) return "0 " + std::string(ladder[0].many);
    if (!is_finite(x / ladder[i].size)) return "infinite " + std::string(ladder[i].many);  // in units so small
    rounded_decimal r = round_to(x / ladder[i].size, significant_digits);
    while (i + 1 < Count && r.value() * ladder[i].size >= ladder[i + 1].from * ladder[i + 1].size) {
        ++i;
        r = round_to(x / ladder[i].size, significant_digits);
    }
    const std::string number = layout(r, ladder[i].keep_zeros);
    const bool singular = number == "1" && !ladder[i].one.empty();
    return number + " " + std::string(singular ? ladder[i].one : ladder[i].many);
}

/// A plain magnitude.
template <class = void>
[[nodiscard, gnu::cold]] std::string magnitude_text(double x, int significant_digits, bool keep_zeros = false);

// The unit of one factor of a derived dimension. Areas below the line are told in cm².
template <class Base, int Exponent>
struct factor_unit {
    static double size() noexcept {
        double s = 1.0;
        for (int i = 0; i < Exponent; ++i) s *= unit_after_per<Base>.size;
        return s;
    }
    [[gnu::cold]] static std::string name() {
        const std::string unit(unit_after_per<Base>.many);
        if constexpr (Exponent == 1) {
            return unit;
        } else if constexpr (Exponent == 2) {
            return unit + "²";
        } else if constexpr (Exponent == 3) {
            return unit + "³";
        } else {
            return unit + "^" + std::to_string(Exponent);
        }
    }
};
template <>
struct factor_unit<dim::length, 2> {
    static double size() noexcept { return 1e14; }
    static std::string name() { return "cm²"; }
};

template <class Factor>
inline constexpr int exponent_of = factor_traits<Factor>::exponent;
template <class Factor>
using base_dimension_of = typename factor_traits<Factor>::base;

// The factor below the line that is told first: any before time, so that W per chip keeps its watts.
template <class Best, class... Factors>
struct divisor {
    using type = Best;
};
template <class Best, class Factor, class... Rest>
struct divisor<Best, Factor, Rest...>
    : std::conditional_t<(exponent_of<Factor> < 0 &&
                          (std::is_void_v<Best> || std::is_same_v<base_dimension_of<Best>, dim::time>)),
                         divisor<Factor, Rest...>, divisor<Best, Rest...>> {};

template <class List>
struct derived;
template <class... Factors>
struct derived<factor_list<Factors...>> {
    using first_divisor = typename divisor<void, Factors...>::type;

    static double size() noexcept {
        return (factor_unit<base_dimension_of<Factors>, exponent_of<Factors>>::size() * ...);
    }
    [[gnu::cold]] static std::string name() {
        std::string all;
        ((all += (all.empty() ? "" : "·") + factor_unit<base_dimension_of<Factors>, exponent_of<Factors>>::name()),
         ...);
        return all;
    }
};

/// A magnitude of any dimension: on the dimension's ladder, else what is above the line "per" what is below it.
template <class Dimension>
[[nodiscard, gnu::cold]] std::string text_of(double x, int significant_digits, const std::string& pers = {}) {
    if constexpr (std::is_same_v<Dimension, dimensionless>) {
        return magnitude_text(x, significant_digits) + pers;
    } else if constexpr (has_unit_ladder<Dimension>) {
        return text_on_ladder(x, unit_ladder<Dimension>, significant_digits) + pers;
    } else {
        using parts = derived<typename factors_of<Dimension>::type>;
        using below = typename parts::first_divisor;
        if constexpr (std::is_void_v<below>) {
            return magnitude_text(x / parts::size(), significant_digits) + " " + parts::name() + pers;
        } else {
            using unit = factor_unit<base_dimension_of<below>, -exponent_of<below>>;
            const std::string per = " per " + unit::name();
            return text_of<divided<Dimension, below>>(x * unit::size(), significant_digits, pers + per);
        }
    }
}

template <class = void>
[[nodiscard, gnu::cold]] std::string with_sign(double x, const std::string& magnitude);

}  // namespace detail

/// A plain number to so many significant digits (1 to 17), without trailing zeros: "0.0806", "1230", "2.5e+25",
/// "infinite", "undefined" for NaN. No locale takes part, here and below.
template <class = void>
[[nodiscard, gnu::cold]] std::string to_text(double x, int significant_digits = 3);

/// A quantity in a unit that suits its size: "4.20 million USD", "14 months", "49.2 thousand USD per chip", "1.2 GW"; a
/// share in percent. Add or change units with `unit_ladder`. An endless time span prints as "never-ending".
template <class Dimension>
[[nodiscard, gnu::cold]] std::string to_text(const quantity<Dimension, double>& q, int significant_digits = 3) {
    constexpr bool is_time = std::is_same_v<Dimension, dim::time>;
    const double x = q.base_value();
    const double magnitude = x < 0.0 ? -x : x;
    const std::string special = detail::not_finite_text(x, is_time ? "never-ending" : "infinite");
    if (!special.empty()) return special;
    if constexpr (std::is_same_v<Dimension, dimensionless>) {
        return detail::with_sign(x, detail::magnitude_text(100.0 * magnitude, significant_digits) + " %");
    } else {
        return detail::with_sign(x, detail::text_of<Dimension>(magnitude, significant_digits));
    }
}

/// A quantity in the unit that the caller wants: `to_text_in(cost, million_usd, "million USD")`.
template <class Dimension, class Unit>
[[nodiscard, gnu::cold]] std::string to_text_in(const quantity<Dimension, double>& q, const Unit& unit, std::string_view unit_name,
                                     int significant_digits = 3) {
    return to_text(q.in(unit), significant_digits) + " " + std::string(unit_name);
}

/// The calendar day as "2026-11-21", or "never"; outside the years -32767 to 32767 "year 1.2e+06".
template <class = void>
[[nodiscard, gnu::cold]] std::string to_text(const date& d);

/// The yearly factor, "x4.70 per year" for what rises or stays and "÷4.00 per year" for what falls; "x10^400 per year"
/// where it overflows.
template <class = void>
[[nodiscard, gnu::cold]] std::string to_text(const growth& g, int significant_digits = 3);

// Templates over the stream, so that <iosfwd> is enough here.
template <class Traits, class Dimension>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                             const quantity<Dimension, double>& q) {
    return out << to_text(q);
}
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const date& d) {
    return out << to_text(d);
}
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const growth& g) {
    return out << to_text(g);
}

// Chosen only for a value of a model, to say in words what to print instead.
template <class Traits, number Number>
    requires(lanes_of<Number> > 1)
__attribute__((diagnose_if(true, HEADWAY_NO_TEXT_OF_DRAWS, "error")))
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Number&) {
    static_assert(lanes_of<Number> == 1, HEADWAY_NO_TEXT_OF_DRAWS);
    return out;
}
template <class Traits, class Dimension, class Number>
    requires(lanes_of<Number> > 1)
__attribute__((diagnose_if(true, HEADWAY_NO_TEXT_OF_DRAWS, "error")))
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const quantity<Dimension, Number>&) {
    static_assert(lanes_of<Number> == 1, HEADWAY_NO_TEXT_OF_DRAWS);
    return out;
}
template <class Traits, class Number>
    requires(lanes_of<Number> > 1)
__attribute__((diagnose_if(true, HEADWAY_NO_TEXT_OF_DRAWS, "error")))
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const basic_date<Number>&) {
    static_assert(lanes_of<Number> == 1, HEADWAY_NO_TEXT_OF_DRAWS);
    return out;
}

}  // namespace headway

#undef HEADWAY_NO_TEXT_OF_DRAWS

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/text.hpp>
#endif
