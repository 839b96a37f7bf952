// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/mixture.hpp>

namespace headway {

/// The beliefs of several people, each weighted, as one: the linear opinion pool, whose probabilities are the weighted
/// averages of theirs. It keeps each expert's doubts and their disagreement. Arguments and errors as for `mixture`.
template <any_value T = double>
[[nodiscard]] constexpr belief<T> pool(const weighted<T>& a, const detail::next_weighted<T>& b,
                                       const detail::next_weighted<T>& c = {}, const detail::next_weighted<T>& d = {},
                                       const detail::next_weighted<T>& e = {}, const detail::next_weighted<T>& f = {},
                                       const detail::next_weighted<T>& g = {}, const detail::next_weighted<T>& h = {}) {
    return detail::mixture_of<T>("pool", a, b, c, d, e, f, g, h);
}
template <any_value T = double>
[[nodiscard]] constexpr belief<T> pool(std::initializer_list<weighted<T>> parts) {
    return detail::mixture_of_all<T>("pool", parts);
}
template <weighted_beliefs Container>
[[nodiscard]] constexpr auto pool(const Container& parts) {
    return detail::mixture_of_all<typename detail::element_of<Container>::value_type>("pool", parts);
}

}  // namespace headway
