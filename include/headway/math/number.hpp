// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <type_traits>

#include <headway/math/elementary.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {
inline constexpr double ln2 = 0.693147180559945309417232121458;
inline constexpr double ln10 = 2.30258509299404568401799145468;
}  // namespace detail

/// More than every number: a cap that caps nothing, a date that never comes.
inline constexpr double no_limit = __builtin_huge_val();

/// Opens the set of number types a model can run with: `double`, `dual<N>` (value and gradient) and `batch` (a block
/// of draws). A number type specialises this to true and provides the arithmetic operators, the functions of
/// math/elementary.hpp, comparisons that return its mask type, `select`, `all_of` and `value_at`.
template <class T>
inline constexpr bool is_number_type = std::same_as<T, double>;

/// A number type that a model can run with. Integers and `float` convert to `double` where a number is expected.
template <class T>
concept number = is_number_type<std::remove_cvref_t<T>>;

/// What a caller may write where a number is expected: a number type or a built-in arithmetic type.
template <class T>
concept number_like = number<T> || std::is_arithmetic_v<std::remove_cvref_t<T>>;

/// A built-in arithmetic type becomes `double`, a number type stays.
template <number_like T>
using as_number_t = std::conditional_t<std::is_arithmetic_v<std::remove_cvref_t<T>>, double, std::remove_cvref_t<T>>;

/// The number type that arithmetic between these yields, for example `dual` for `double` and `dual`.
template <class... Numbers>
using common_number_t = decltype((Numbers{} + ...));

template <number_like T>
[[nodiscard]] constexpr as_number_t<T> to_number(const T& x) noexcept {
    if constexpr (std::is_arithmetic_v<T>) {
        return static_cast<double>(x);
    } else {
        return x;
    }
}

/// `yes` where the condition holds, else `no`; both are already evaluated, so that a block of draws takes one path.
/// Models that should run block-wise use this instead of `if`.
template <number_like A, number_like B>
[[nodiscard]] constexpr auto select(bool condition, const A& yes, const B& no) noexcept {
    using common = common_number_t<as_number_t<A>, as_number_t<B>>;
    return condition ? common(to_number(yes)) : common(to_number(no));
}

/// True when the condition holds for every draw (for `double` and `dual`: the condition itself).
[[nodiscard]] constexpr bool all_of(bool condition) noexcept { return condition; }
/// True when the condition holds for some draw.
[[nodiscard]] constexpr bool any_of(bool condition) noexcept { return condition; }

/// Every draw lies strictly between two bounds; NaN does not.
template <number Number>
[[nodiscard]] constexpr bool all_between(double above, const Number& x, double below) noexcept {
    return all_of(x > above) && all_of(x < below);
}

/// How many draws one value of a number type holds.
template <class Number>
inline constexpr int lanes_of = 1;

/// The plain value behind a number; draw `i` of a batch.
[[nodiscard]] constexpr double value_at(double x, int = 0) noexcept { return x; }

[[nodiscard]] constexpr double min(double a, double b) noexcept { return b < a ? b : a; }
[[nodiscard]] constexpr double max(double a, double b) noexcept { return a < b ? b : a; }

// A literal, as the attribute and static_assert want one.
#define HEADWAY_NO_ROOM_FOR_DRAWS                                                                                        \
    "this variable holds one plain number, and a model's values are whole blocks of draws: start it from a value " \
    "of the model, such as 'auto sum = 0.0 * in[price]', or write sum_over(range, f), min_over, max_over"

namespace detail {

/// Stands for what a model would have made whose mistake has been told, so that nothing after it is told as a mistake, too. It
/// is nowhere defined, so that no program runs with it.
template <class Result>
Result what_a_mistake_leaves();

/// Fails to compile, in words: what holds plain numbers cannot take a value that a model made of its inputs.
template <class Number, class Plain>
constexpr void require_room_for_draws() {
    constexpr bool holds_it = std::convertible_to<Number, Plain>;
    static_assert(holds_it, HEADWAY_NO_ROOM_FOR_DRAWS);
}

}  // namespace detail

// Chosen only for a plain number that is to take a value of a model, to say so in words.
template <class Plain, number Number>
    requires(std::is_arithmetic_v<Plain> && !std::is_arithmetic_v<Number>)
__attribute__((diagnose_if(true, HEADWAY_NO_ROOM_FOR_DRAWS, "error")))
constexpr Plain& operator+=(Plain& sum, const Number&) {
    detail::require_room_for_draws<Number, Plain>();
    return sum;
}
template <class Plain, number Number>
    requires(std::is_arithmetic_v<Plain> && !std::is_arithmetic_v<Number>)
__attribute__((diagnose_if(true, HEADWAY_NO_ROOM_FOR_DRAWS, "error")))
constexpr Plain& operator-=(Plain& sum, const Number&) {
    detail::require_room_for_draws<Number, Plain>();
    return sum;
}
template <class Plain, number Number>
    requires(std::is_arithmetic_v<Plain> && !std::is_arithmetic_v<Number>)
__attribute__((diagnose_if(true, HEADWAY_NO_ROOM_FOR_DRAWS, "error")))
constexpr Plain& operator*=(Plain& product, const Number&) {
    detail::require_room_for_draws<Number, Plain>();
    return product;
}
template <class Plain, number Number>
    requires(std::is_arithmetic_v<Plain> && !std::is_arithmetic_v<Number>)
__attribute__((diagnose_if(true, HEADWAY_NO_ROOM_FOR_DRAWS, "error")))
constexpr Plain& operator/=(Plain& product, const Number&) {
    detail::require_room_for_draws<Number, Plain>();
    return product;
}

}  // namespace headway

#include <headway/header_end.hpp>
