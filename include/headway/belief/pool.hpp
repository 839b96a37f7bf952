// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/log_pool.hpp>
#include <headway/belief/mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class T, class... Next>
constexpr belief<T> log_pool_of(const weighted<T>& first, const Next&... next) {
    log_pool_builder builder(maker_of<T>("log_pool"));
    builder.add(first.belief.parts(), first.weight);
    const auto add = [&](const maybe_weighted<T>& part) {
        if (part.is_given) builder.add(part.part.parts(), part.weight);
    };
    (add(next), ...);
    return make_belief<T>(builder.finished());
}
template <class T, class Parts>
constexpr belief<T> log_pool_of_all(const Parts& parts) {
    log_pool_builder builder(maker_of<T>("log_pool"));
    for (const weighted<T>& part : parts) builder.add(part.belief.parts(), part.weight);
    return make_belief<T>(builder.finished());
}

}  // namespace detail

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

/// The logarithmic opinion pool: density ∝ the product of the densities, each to the power of its share of the weight. It
/// is narrower than `pool` and stays in the family: of normals, lognormals, gammas, betas between the same bounds, or
/// uniforms, all parts of one shape. For other shapes there is no closed form: state each as one of these, or use `pool`.
/// Arguments as for `mixture`. \throws std::domain_error as `mixture`, for parts of other or of different shapes, and for
/// uniforms without a common interval.
template <any_value T = double>
[[nodiscard]] constexpr belief<T> log_pool(const weighted<T>& a, const detail::next_weighted<T>& b,
                                           const detail::next_weighted<T>& c = {},
                                           const detail::next_weighted<T>& d = {},
                                           const detail::next_weighted<T>& e = {},
                                           const detail::next_weighted<T>& f = {},
                                           const detail::next_weighted<T>& g = {},
                                           const detail::next_weighted<T>& h = {}) {
    return detail::log_pool_of<T>(a, b, c, d, e, f, g, h);
}
template <any_value T = double>
[[nodiscard]] constexpr belief<T> log_pool(std::initializer_list<weighted<T>> parts) {
    return detail::log_pool_of_all<T>(parts);
}
template <weighted_beliefs Container>
[[nodiscard]] constexpr auto log_pool(const Container& parts) {
    return detail::log_pool_of_all<typename detail::element_of<Container>::value_type>(parts);
}

}  // namespace headway

#include <headway/header_end.hpp>
