// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_empirical.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class Data>
[[nodiscard]] constexpr auto empirical_of(const Data& data) {
    using T = believed_t<element_of<Data>>;
    const auto m = maker_of<T>("empirical");
    const auto count = static_cast<std::size_t>(std::distance(std::begin(data), std::end(data)));
    if (count == 0) m.number_must_be("the number of observations", "at least one", 0.0);
    shared_array<double> sorted(count);
    double* next = sorted.unshared();
    for (const auto& observation : data) {
        const double x = believed_base<T>(observation);
        m.finite("every observation", x);
        *next++ = x;
    }
    sort_elements(sorted.unshared(), count, [](double a, double b) { return a < b; });
    return make_belief<T>(empirical_component(sorted.begin(), count));
}

}  // namespace detail

/// A container of numbers, quantities or dates.
template <class C>
concept observed_values = believable<detail::element_of<C>>;

/// Each of these observations equally likely (resampling): the distribution function is the share of observations <= x,
/// `quantile(p)` the least observation that reaches p, the mean and variance those of the data (divided by n). Nothing
/// beyond the least and greatest observation is believed possible. Takes any container, or values in braces; of up to
/// eight observations it can be a constant (`inline constexpr`), of more it can be used within a constant expression only.
/// \throws std::domain_error if there is no observation or one is not finite.
template <observed_values Container>
[[nodiscard]] constexpr auto empirical(const Container& data) {
    return detail::empirical_of(data);
}
template <believable X>
[[nodiscard]] constexpr auto empirical(std::initializer_list<X> data) {
    return detail::empirical_of(data);
}

}  // namespace headway

#include <headway/header_end.hpp>
