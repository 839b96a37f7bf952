// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/units.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Defects per area: `0.1 / cm2`. An area is `814.0 * mm2`.
template <class Number = double>
using defect_density = quantity<inverted<dim::area>, Number>;

namespace detail {

/// The mean number of defects per die as it is, checked.
template <class Number>
[[nodiscard]] constexpr Number defects_checked(const char* function, const Number& defects) {
    require_not_negative(function, "mean number of defects per die", defects);
    return defects;
}

template <class T, class Dimension>
inline constexpr bool has_dimension = false;
template <class Dimension, class Number>
inline constexpr bool has_dimension<quantity<Dimension, Number>, Dimension> = true;

template <class Density, class Area>
[[nodiscard]] constexpr auto defects_of(const char* function, const Density& density, const Area& die_area) {
    constexpr bool density_is_per_area = has_dimension<Density, inverted<dim::area>>;
    constexpr bool size_is_an_area = has_dimension<Area, dim::area>;
    static_assert(density_is_per_area, "a defect density must be a number per area, such as 0.1 / cm2");
    static_assert(size_is_an_area, "a die area must be an area, such as 814.0 * mm2");
    if constexpr (density_is_per_area && size_is_an_area) {
        require_not_negative(function, "defect density per nm2", density.base_value());
        require_not_negative(function, "die area in nm2", die_area.base_value());
        return density.base_value() * die_area.base_value();
    } else {
        return 0.0;
    }
}

}  // namespace detail

/// \defgroup yield Die yield
/// The share of good dies, from x, the mean number of fatal defects per die: defect density times die area. Each function
/// takes x itself or the two factors, whose units are checked: 0.1 defects per cm2 on 814 mm2 are 0.814. A yield is 1 at
/// x = 0 and falls; accuracy is a few units in the last place, next to 0 as well. What the models differ in is how defects
/// cluster: not at all (Poisson), or with a density that varies over the wafer as a triangle (Murphy), an exponential
/// (Seeds) or a gamma (negative binomial); clustering raises the yield.
/// Sources: Murphy 1964, Seeds 1967, Stapper 1983.
/// @{

/// The mean number of fatal defects per die, x = density * area, a plain number.
/// \throws std::domain_error unless both are finite and not negative.
template <class Density, class Area>
[[nodiscard]] constexpr auto defects_per_die(const Density& density, const Area& die_area) {
    return detail::defects_of("defects_per_die", density, die_area);
}

/// Poisson: e^(-x), defects that do not cluster. \throws std::domain_error unless x is finite and not negative.
template <number_like Defects>
[[nodiscard]] constexpr auto poisson_yield(const Defects& defects_per_die) {
    return exp(-detail::defects_checked("poisson_yield", to_number(defects_per_die)));
}
template <class Density, class Area>
[[nodiscard]] constexpr auto poisson_yield(const Density& density, const Area& die_area) {
    return poisson_yield(detail::defects_of("poisson_yield", density, die_area));
}

/// Murphy: ((1 - e^(-x)) / x)^2. \throws std::domain_error unless x is finite and not negative.
template <number_like Defects>
[[nodiscard]] constexpr auto murphy_yield(const Defects& defects_per_die) {
    const auto root = detail::mean_growth(-detail::defects_checked("murphy_yield", to_number(defects_per_die)));
    return root * root;
}
template <class Density, class Area>
[[nodiscard]] constexpr auto murphy_yield(const Density& density, const Area& die_area) {
    return murphy_yield(detail::defects_of("murphy_yield", density, die_area));
}

/// Seeds: 1 / (1 + x). \throws std::domain_error unless x is finite and not negative.
template <number_like Defects>
[[nodiscard]] constexpr auto seeds_yield(const Defects& defects_per_die) {
    return 1.0 / (1.0 + detail::defects_checked("seeds_yield", to_number(defects_per_die)));
}
template <class Density, class Area>
[[nodiscard]] constexpr auto seeds_yield(const Density& density, const Area& die_area) {
    return seeds_yield(detail::defects_of("seeds_yield", density, die_area));
}

/// Negative binomial: (1 + x / alpha)^(-alpha). The smaller alpha, the more the defects cluster; alpha = 1 is Seeds, and
/// towards infinity it becomes Poisson. \param clustering alpha; 2 to 3 is usual.
/// \throws std::domain_error unless x is finite and not negative and alpha above zero and finite.
template <number_like Defects, number_like Clustering>
[[nodiscard]] constexpr auto negative_binomial_yield(const Defects& defects_per_die, const Clustering& clustering) {
    const auto alpha = to_number(clustering);
    const auto x = detail::defects_checked("negative_binomial_yield", to_number(defects_per_die));
    detail::require_above_zero("negative_binomial_yield", "clustering parameter", alpha);
    return exp(-alpha * log1p(x / alpha));
}
template <class Density, class Area, number_like Clustering>
[[nodiscard]] constexpr auto negative_binomial_yield(const Density& density, const Area& die_area,
                                                     const Clustering& clustering) {
    return negative_binomial_yield(detail::defects_of("negative_binomial_yield", density, die_area), clustering);
}
/// @}

}  // namespace headway

#include <headway/header_end.hpp>
