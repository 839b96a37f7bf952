// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_component.hpp>

#include <headway/header_begin.hpp>

/// Counts without an upper limit: plain numbers, of which each whole one has a probability (`mass`).
namespace headway {

/// How many events happen of which `mean` are expected, each on its own (Poisson): P(k) = mean^k e^-mean/k!, k = 0, 1, 2, ...
/// mean = variance. \throws std::domain_error unless 0 < mean <= 500 000 (from there on a normal serves).
template <plain_number Mean>
[[nodiscard]] constexpr auto poisson(const Mean& mean) {
    return detail::make_belief<double>(
        detail::poisson_component(detail::maker_of<double>("poisson"), detail::as_believed(mean)));
}

/// Chosen only for what is no plain number, to say so in words.
template <class Other>
    requires(!plain_number<Other>)
constexpr auto poisson(const Other&) {
    static_assert(plain_number<Other>,
                  "poisson: the mean must be a plain number, for it counts events, as in poisson(4.0)");
    return nullptr;
}

/// How many trials it takes until the first success, that one included: 1, 2, 3, ...; P(k) = p (1 - p)^(k-1), mean 1/p.
/// Others call this, or the following, geometric. \throws std::domain_error unless 0 < p <= 1.
template <plain_number Probability>
[[nodiscard]] constexpr auto geometric_trials(const Probability& success) {
    return detail::make_belief<double>(detail::geometric_component<1>(
        detail::maker_of<double>("geometric_trials"), belief_shape::geometric_trials, detail::as_believed(success)));
}

/// How many failures come before the first success: 0, 1, 2, ...; P(k) = p (1 - p)^k, mean (1 - p)/p.
/// \throws std::domain_error unless 0 < p <= 1.
template <plain_number Probability>
[[nodiscard]] constexpr auto geometric_failures(const Probability& success) {
    return detail::make_belief<double>(detail::geometric_component<0>(detail::maker_of<double>("geometric_failures"),
                                                                      belief_shape::geometric_failures,
                                                                      detail::as_believed(success)));
}

}  // namespace headway

#include <headway/header_end.hpp>
