// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <any_value T>
constexpr const belief<T>& as_belief_of_parts(const belief<T>& b) noexcept {
    return b;
}
template <makes_belief B>
constexpr auto as_belief_of_parts(const B& b) {
    return b.belief();
}
template <believable X>
constexpr auto as_belief_of_parts(const X& x) {
    return belief<believed_t<X>>(as_believed(x));
}

}  // namespace detail

/// A belief (or a sure value) and its weight, in a mixture or a pool. Weights are relative: 6 and 2 mean the same as 0.75
/// and 0.25. Of another dimension than `T` it does not compile, and the message names both.
template <any_value T>
struct weighted {
    using value_type = T;
    headway::belief<T> belief;
    double weight;

    template <class Part>
    constexpr weighted(const Part& part, double relative_weight) : belief(same(part)), weight(relative_weight) {}

  private:
    template <class Part>
    static constexpr headway::belief<T> same(const Part& part) {
        const headway::belief<T> of_the_same_dimension = detail::as_belief_of_parts(part);
        return of_the_same_dimension;
    }
};
template <class T, class Weight>
weighted(belief<T>, Weight) -> weighted<T>;
template <believable X, class Weight>
weighted(X, Weight) -> weighted<believed_t<X>>;
template <makes_belief B, class Weight>
weighted(B, Weight) -> weighted<typename B::value_type>;

namespace detail {

/// A further `{belief, weight}`, or none.
template <class T>
struct maybe_weighted {
    belief<T> part;
    double weight = 0.0;
    bool is_given = false;

    constexpr maybe_weighted() noexcept = default;
    constexpr maybe_weighted(const weighted<T>& w) noexcept  // NOLINT: implicit, both spellings are meant
        : part(w.belief), weight(w.weight), is_given(true) {}
    template <class Part>
    constexpr maybe_weighted(const Part& p, double w) : maybe_weighted(weighted<T>(p, w)) {}
};
template <class T>
using next_weighted = std::type_identity_t<maybe_weighted<T>>;

/// `mixture` and `pool` differ in name only.
template <class T, class... Next>
constexpr belief<T> mixture_of(const char* name, const weighted<T>& first, const Next&... next) {
    component_builder builder(maker_of<T>(name));
    builder.add(first.belief.parts(), first.weight);
    const auto add = [&](const maybe_weighted<T>& part) {
        if (part.is_given) builder.add(part.part.parts(), part.weight);
    };
    (add(next), ...);
    return belief<T>(builder.mixture());
}
template <class T, class Parts>
constexpr belief<T> mixture_of_all(const char* name, const Parts& parts) {
    component_builder builder(maker_of<T>(name));
    for (const weighted<T>& part : parts) builder.add(part.belief.parts(), part.weight);
    return belief<T>(builder.mixture());
}

template <class>
inline constexpr bool is_weighted = false;
template <class T>
inline constexpr bool is_weighted<weighted<T>> = true;

}  // namespace detail

/// A container of `weighted` beliefs.
template <class C>
concept weighted_beliefs = detail::is_weighted<detail::element_of<C>>;

/// One of several beliefs, each with the probability weight / sum of the weights:
/// `mixture({0.0, 0.6}, {1.0, 0.2}, {ci90(1.0, 3.0), 0.2})`; a plain value is a sure one. For quantities and dates name the
/// first, `mixture(weighted{ci90(1.0 * usd, 3.0 * usd), 0.5}, {...})`. Two to eight parts, which may be a constant; any
/// number in one more pair of braces or in a container of `weighted`, at run time. Mixtures among the parts are taken apart.
/// Of dates a part may be never: `mixture(weighted{ci90(date(2027, 1, 1), date(2031, 1, 1)), 0.45}, {date::never(), 0.55})`;
/// quantiles that fall on it are never, and there is no mean.
/// \throws std::domain_error if a weight is negative or not finite, all are zero, or there is no part.
template <any_value T = double>
[[nodiscard]] constexpr belief<T> mixture(const weighted<T>& a, const detail::next_weighted<T>& b,
                                          const detail::next_weighted<T>& c = {}, const detail::next_weighted<T>& d = {},
                                          const detail::next_weighted<T>& e = {}, const detail::next_weighted<T>& f = {},
                                          const detail::next_weighted<T>& g = {},
                                          const detail::next_weighted<T>& h = {}) {
    return detail::mixture_of<T>("mixture", a, b, c, d, e, f, g, h);
}
template <any_value T = double>
[[nodiscard]] constexpr belief<T> mixture(std::initializer_list<weighted<T>> parts) {
    return detail::mixture_of_all<T>("mixture", parts);
}
template <weighted_beliefs Container>
[[nodiscard]] constexpr auto mixture(const Container& parts) {
    return detail::mixture_of_all<typename detail::element_of<Container>::value_type>("mixture", parts);
}

}  // namespace headway

#include <headway/header_end.hpp>
