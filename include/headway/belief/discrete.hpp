// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A value and its weight in a discrete belief. Weights are relative: 6 and 2 mean the same as 0.75 and 0.25. Of another
/// dimension than `T` it does not compile, and the message names both.
template <any_value T>
struct weighted_value {
    using value_type = T;
    T value;
    double weight;

    template <believable X>
    constexpr weighted_value(const X& x, double relative_weight) : value(same(x)), weight(relative_weight) {}

  private:
    template <class X>
    static constexpr T same(const X& x) {
        const T of_the_same_dimension = detail::as_believed(x);
        return of_the_same_dimension;
    }
};
template <believable X, class Weight>
weighted_value(X, Weight) -> weighted_value<believed_t<X>>;

namespace detail {

/// A further `{value, weight}`, or none.
template <class T>
struct maybe_weighted_value {
    T value{};
    double weight = 0.0;
    bool is_given = false;

    constexpr maybe_weighted_value() noexcept = default;
    constexpr maybe_weighted_value(const weighted_value<T>& w) noexcept  // NOLINT: implicit, both spellings are meant
        : value(w.value), weight(w.weight), is_given(true) {}
    template <believable X>
    constexpr maybe_weighted_value(const X& x, double w) : maybe_weighted_value(weighted_value<T>(x, w)) {}
};
template <class T>
using next_weighted_value = std::type_identity_t<maybe_weighted_value<T>>;

template <class T, class... Next>
constexpr belief<T> discrete_of(const weighted_value<T>& first, const Next&... next) {
    const auto m = maker_of<T>("discrete");
    component_builder builder(m);
    builder.add(exactly_component(m, base_value_of(first.value)), first.weight);
    const auto add = [&](const maybe_weighted_value<T>& part) {
        if (part.is_given) builder.add(exactly_component(m, base_value_of(part.value)), part.weight);
    };
    (add(next), ...);
    return belief<T>(builder.discrete());
}
template <class T, class Parts>
constexpr belief<T> discrete_of_all(const Parts& parts) {
    const auto m = maker_of<T>("discrete");
    component_builder builder(m);
    for (const weighted_value<T>& part : parts) {
        builder.add(exactly_component(m, base_value_of(part.value)), part.weight);
    }
    return belief<T>(builder.discrete());
}

template <class>
inline constexpr bool is_weighted_value = false;
template <class T>
inline constexpr bool is_weighted_value<weighted_value<T>> = true;

}  // namespace detail

/// A container of `weighted_value`.
template <class C>
concept weighted_values = detail::is_weighted_value<detail::element_of<C>>;

/// One of several values, each with the probability weight / sum of the weights: `discrete({0.0, 0.6}, {1.0, 0.4})`. For
/// quantities and dates name the first, `discrete(weighted_value{1.0 * year, 3.0}, {2.0 * year, 1.0})`. Two to eight
/// values, which may be a constant; any number in braces or in a container of `weighted_value`. The values are put in
/// order and equal ones joined. Of dates one may be never, and then there is no mean.
/// \throws std::domain_error if another value is not finite, a weight negative or not finite, all weights zero, or no value given.
template <any_value T = double>
[[nodiscard]] constexpr belief<T> discrete(const weighted_value<T>& a, const detail::next_weighted_value<T>& b,
                                           const detail::next_weighted_value<T>& c = {},
                                           const detail::next_weighted_value<T>& d = {},
                                           const detail::next_weighted_value<T>& e = {},
                                           const detail::next_weighted_value<T>& f = {},
                                           const detail::next_weighted_value<T>& g = {},
                                           const detail::next_weighted_value<T>& h = {}) {
    return detail::discrete_of<T>(a, b, c, d, e, f, g, h);
}
template <any_value T = double>
[[nodiscard]] constexpr belief<T> discrete(std::initializer_list<weighted_value<T>> parts) {
    return detail::discrete_of_all<T>(parts);
}
template <weighted_values Container>
[[nodiscard]] constexpr auto discrete(const Container& parts) {
    return detail::discrete_of_all<typename detail::element_of<Container>::value_type>(parts);
}

}  // namespace headway

#include <headway/header_end.hpp>
