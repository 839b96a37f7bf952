// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <headway/belief/detail/pool_quantiles.hpp>
#include <headway/belief/mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How quantiles are averaged.
struct quantile_pooling {
    /// The share of the weight that is left out at the low end, and as much at the high end, of the quantiles of each
    /// probability; from 0 to below 1/2.
    double trimmed = 0.0;
};

namespace detail {

template <any_value T>
constexpr const component_list& parts_to_pool(const belief<T>& b) noexcept {
    return b.parts();
}
template <any_value T>
constexpr const component_list& parts_to_pool(const weighted<T>& w) noexcept {
    return w.belief.parts();
}
template <any_value T>
constexpr double weight_to_pool(const belief<T>&) noexcept {
    return 1.0;
}
template <any_value T>
constexpr double weight_to_pool(const weighted<T>& w) noexcept {
    return w.weight;
}
template <any_value T, class Beliefs>
[[nodiscard]] belief<T> quantiles_pooled(const char* name, const Beliefs& beliefs, quantile_pooling_rule rule) {
    std::vector<pooled_belief> all;
    for (const auto& b : beliefs) all.push_back({&parts_to_pool(b), weight_to_pool(b)});
    return belief<T>(quantile_pool(maker_of<T>(name), std::move(all), rule).pooled());
}

template <class>
inline constexpr bool is_poolable = false;
template <class T>
inline constexpr bool is_poolable<belief<T>> = true;
template <class T>
inline constexpr bool is_poolable<weighted<T>> = true;

}  // namespace detail

/// A container of beliefs, plain or `weighted`.
template <class C>
concept poolable_beliefs = detail::is_poolable<detail::element_of<C>>;

/// The belief whose quantiles are the weighted means of the quantiles of several (Vincentization): where `pool` keeps every
/// expert's doubts and their disagreement, this one is as wide as they are on average, in their shape, and lies between
/// them. It is the sharper one; calibrated where the experts are overconfident rather than where each is well calibrated.
/// Takes beliefs or `weighted` ones in braces, or in a container: `mean_of_quantiles({ci90(1, 3), ci90(2, 8)}, {.trimmed = 0.1})`.
/// Of normals and uniforms, without trimming, the exact normal or uniform; of sure values and lists of values an exact list.
/// Of dates it is never with the greatest probability of never among them, for the mean of never and a date is never;
/// `median_of_quantiles` is so where half of them are.
/// Of anything else a mixture of some 600 uniforms: its quantiles are exact at every whole percent, and at 0.1, 0.5, 2.5,
/// 97.5, 99.5 and 99.9 %; between these to 0.2 % of the standard deviation, and it ends where 1e-12 would be left.
/// \throws std::domain_error for no beliefs, weights that are negative or all zero, and `trimmed` outside [0, 1/2).
/// Sources: Ratcliff (1979), Psych. Bull. 86:446; Lichtendahl, Grushka-Cockayne & Winkler (2013), Is it better to average
/// probabilities or quantiles?, Management Science 59:1594.
template <any_value T>
[[nodiscard]] belief<T> mean_of_quantiles(std::initializer_list<belief<T>> beliefs, const quantile_pooling& how = {}) {
    return detail::quantiles_pooled<T>("mean_of_quantiles", beliefs, {false, how.trimmed});
}
template <any_value T = double>
[[nodiscard]] belief<T> mean_of_quantiles(std::initializer_list<weighted<T>> beliefs,
                                          const quantile_pooling& how = {}) {
    return detail::quantiles_pooled<T>("mean_of_quantiles", beliefs, {false, how.trimmed});
}
template <poolable_beliefs Container>
[[nodiscard]] auto mean_of_quantiles(const Container& beliefs, const quantile_pooling& how = {}) {
    using T = typename detail::element_of<Container>::value_type;
    return detail::quantiles_pooled<T>("mean_of_quantiles", beliefs, {false, how.trimmed});
}

/// The belief whose quantiles are the weighted medians of the quantiles of several, half-way between the middle two where
/// there are two: an outlier moves it no further than to the next belief. Otherwise as `mean_of_quantiles`.
/// Source: Hora et al. (2013), Median aggregation of distribution functions, Decision Analysis 10:279.
template <any_value T>
[[nodiscard]] belief<T> median_of_quantiles(std::initializer_list<belief<T>> beliefs) {
    return detail::quantiles_pooled<T>("median_of_quantiles", beliefs, {true, 0.0});
}
template <any_value T = double>
[[nodiscard]] belief<T> median_of_quantiles(std::initializer_list<weighted<T>> beliefs) {
    return detail::quantiles_pooled<T>("median_of_quantiles", beliefs, {true, 0.0});
}
template <poolable_beliefs Container>
[[nodiscard]] auto median_of_quantiles(const Container& beliefs) {
    using T = typename detail::element_of<Container>::value_type;
    return detail::quantiles_pooled<T>("median_of_quantiles", beliefs, {true, 0.0});
}

}  // namespace headway

#include <headway/header_end.hpp>
