// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <string>
#include <type_traits>

#include <headway/math/batch.hpp>
#include <headway/math/number.hpp>
#include <headway/quantity/quantity.hpp>

#include <headway/header_begin.hpp>

// `std::exp(in[price])` finds no function, and compilers list all that there are. What stands here is chosen for the number types
// of models and for quantities, to say in words what to write instead. The standard keeps functions in `std` to itself; a call of
// `std::exp` finds no other place, and what stands here is never run: it only refuses what would be refused without it. Its
// parameter packs, which must be empty, make it a worse match than every other function, those of this library under `using
// namespace std` too, so that no program that compiles without it changes. Refused and not forwarded, because the plain number
// of a central case would still go to the function of the platform, whose last bits differ from one to the next.
// Each says it twice: Clang by an attribute tells it at the call, in fewer lines than a static_assert. Written out, because for a
// function that a macro makes both compilers show the macro as well.

namespace headway::detail {

template <class T>
concept number_of_models = number<T> && !std::is_arithmetic_v<T>;
template <class T>
concept value_of_models = number_of_models<T> || any_quantity<T>;
template <class A, class B>
using value_of_models_t = std::conditional_t<value_of_models<A>, A, B>;
template <class T>
inline constexpr bool is_plain_number = std::is_arithmetic_v<T>;
// A model is looked at with plain numbers before it is run on blocks, and the size of money in plain numbers
// is refused there already. So that of money in the blocks of a model has been told of.
template <class T>
inline constexpr bool is_size_told_of = false;
template <class Dimension>
inline constexpr bool is_size_told_of<quantity<Dimension, basic_batch<model_run>>> = true;

}  // namespace headway::detail

#define HEADWAY_WORDS(name, instead) \
    "std::" name " takes plain numbers, and a model's values are blocks of draws or quantities: write " instead

namespace std {

template <headway::detail::value_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(!headway::detail::is_size_told_of<X>, HEADWAY_WORDS("abs", "headway::abs(x)"), "error")))
constexpr X abs(const X&, const None&...) {
    static_assert(headway::detail::is_size_told_of<X>, HEADWAY_WORDS("abs", "headway::abs(x)"));
    return headway::detail::what_a_mistake_leaves<X>();
}
template <headway::detail::value_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(!headway::detail::is_size_told_of<X>, HEADWAY_WORDS("fabs", "headway::abs(x)"), "error")))
constexpr X fabs(const X&, const None&...) {
    static_assert(headway::detail::is_size_told_of<X>, HEADWAY_WORDS("fabs", "headway::abs(x)"));
    return headway::detail::what_a_mistake_leaves<X>();
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("exp", "headway::exp(x)"), "error")))
constexpr X exp(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("exp", "headway::exp(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("exp2", "headway::exp2(x)"), "error")))
constexpr X exp2(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("exp2", "headway::exp2(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("expm1", "headway::expm1(x)"), "error")))
constexpr X expm1(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("expm1", "headway::expm1(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("log", "headway::log(x)"), "error")))
constexpr X log(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("log", "headway::log(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("log2", "headway::log2(x)"), "error")))
constexpr X log2(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("log2", "headway::log2(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("log10", "headway::log10(x)"), "error")))
constexpr X log10(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("log10", "headway::log10(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("log1p", "headway::log1p(x)"), "error")))
constexpr X log1p(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("log1p", "headway::log1p(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("sqrt", "headway::sqrt(x)"), "error")))
constexpr X sqrt(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("sqrt", "headway::sqrt(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("floor", "headway::floor(x)"), "error")))
constexpr X floor(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("floor", "headway::floor(x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("ceil", "-headway::floor(-x)"), "error")))
constexpr X ceil(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("ceil", "-headway::floor(-x)"));
    return x;
}
template <headway::detail::number_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("round", "headway::floor(x + 0.5)"), "error")))
constexpr X round(const X& x, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("round", "headway::floor(x + 0.5)"));
    return x;
}
template <class A, class B, class... None>
    requires((headway::detail::number_of_models<A> || headway::detail::number_of_models<B>) && sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("pow", "headway::pow(x, y)"), "error")))
constexpr headway::detail::value_of_models_t<A, B> pow(const A&, const B&, const None&...) {
    static_assert(headway::detail::is_plain_number<headway::detail::value_of_models_t<A, B>>, HEADWAY_WORDS("pow", "headway::pow(x, y)"));
    return {};
}
template <class A, class B, class... None>
    requires((headway::detail::value_of_models<A> || headway::detail::value_of_models<B>) && sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("min", "headway::min(x, y)"), "error")))
constexpr headway::detail::value_of_models_t<A, B> min(const A&, const B&, const None&...) {
    static_assert(headway::detail::is_plain_number<headway::detail::value_of_models_t<A, B>>, HEADWAY_WORDS("min", "headway::min(x, y)"));
    return {};
}
template <class A, class B, class... None>
    requires((headway::detail::value_of_models<A> || headway::detail::value_of_models<B>) && sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("max", "headway::max(x, y)"), "error")))
constexpr headway::detail::value_of_models_t<A, B> max(const A&, const B&, const None&...) {
    static_assert(headway::detail::is_plain_number<headway::detail::value_of_models_t<A, B>>, HEADWAY_WORDS("max", "headway::max(x, y)"));
    return {};
}
template <class A, class B, class... None>
    requires((headway::detail::value_of_models<A> || headway::detail::value_of_models<B>) && sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("fmin", "headway::min(x, y)"), "error")))
constexpr headway::detail::value_of_models_t<A, B> fmin(const A&, const B&, const None&...) {
    static_assert(headway::detail::is_plain_number<headway::detail::value_of_models_t<A, B>>, HEADWAY_WORDS("fmin", "headway::min(x, y)"));
    return {};
}
template <class A, class B, class... None>
    requires((headway::detail::value_of_models<A> || headway::detail::value_of_models<B>) && sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("fmax", "headway::max(x, y)"), "error")))
constexpr headway::detail::value_of_models_t<A, B> fmax(const A&, const B&, const None&...) {
    static_assert(headway::detail::is_plain_number<headway::detail::value_of_models_t<A, B>>, HEADWAY_WORDS("fmax", "headway::max(x, y)"));
    return {};
}
template <headway::detail::value_of_models X, class Lo, class Hi, class... None>
    requires(sizeof...(None) == 0 && !(std::same_as<X, Lo> && std::same_as<X, Hi>))
__attribute__((diagnose_if(true, HEADWAY_WORDS("clamp", "headway::min(headway::max(x, low), high)"), "error")))
constexpr X clamp(const X& x, const Lo&, const Hi&, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("clamp", "headway::min(headway::max(x, low), high)"));
    return x;
}
template <headway::detail::value_of_models X, class... None>
    requires(sizeof...(None) == 0)
__attribute__((diagnose_if(true, HEADWAY_WORDS("to_string", "the text of a result, headway::to_text(outcome.median())"), "error")))
string to_string(const X&, const None&...) {
    static_assert(headway::detail::is_plain_number<X>, HEADWAY_WORDS("to_string", "the text of a result, headway::to_text(outcome.median())"));
    return {};
}

}  // namespace std

#undef HEADWAY_WORDS

#include <headway/header_end.hpp>
