// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Whatever can be asked for an amount at a date: a trend, or a callable that is not wrapped as one.
template <class T>
concept callable_with_date = requires(const std::remove_cvref_t<T>& trend, const date& when) {
    { trend(when) } -> amount;
};

/// Shows the dates at which a trend jumps or bends to the visitor. A trend with such dates has a member of this name; they
/// are a help to quadrature and to gradients, which do without where a trend does not tell.
template <class Trend, class Visitor>
constexpr void visit_breakpoints(const Trend& trend, const Visitor& visitor) {
    if constexpr (requires { trend.visit_breakpoints(visitor); }) trend.visit_breakpoints(visitor);
}

/// A trend that knows its integral over time in closed form.
template <class T>
concept has_integral = requires(const T& trend, const date& when) { trend.integral(when, when); };

/// A trend that knows in closed form when it has a value.
template <class T>
concept has_date_of = requires(const T& trend, const trend_value_t<T>& level) { trend.date_of(level); };

/// Fails to compile, naming both, unless the values of these trends have one dimension. The deduced return type makes
/// compilers look at once, before errors that would follow.
template <class A, class B>
constexpr auto require_one_dimension() {
    return number<decltype(base_of_dimension<trend_dimension_t<A>>(std::declval<trend_value_t<B>>()))>;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
