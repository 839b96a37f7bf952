// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/makers.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A belief as it is, what makes a belief as that, a plain value as the belief that is sure of it.
template <class T>
[[nodiscard]] constexpr belief<T> as_belief(const belief<T>& b) {
    return b;
}
template <makes_belief B>
[[nodiscard]] constexpr auto as_belief(const B& b) {
    return b.belief();
}
template <believable X>
[[nodiscard]] constexpr auto as_belief(const X& value) {
    return exactly(value);
}

/// What may be assumed: a belief, or a number, quantity, chrono duration, date or calendar day that is sure.
template <class T>
concept belief_like = requires(const T& t) { as_belief(t); };

}  // namespace headway

#include <headway/header_end.hpp>
