// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <headway/math/check.hpp>
#include <headway/math/math.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

[[noreturn, gnu::cold]] inline void nothing_expected_an_outcome(std::size_t forecast) {
    throw std::domain_error(
        "average_by_hindcast: the outcome of forecast " + std::to_string(forecast + 1) +
        " was impossible by every method, so that no weights are better than others; add a method that "
        "allows for it");
}

/// The weights of forecasters, not negative and 1 in sum, with which the mean logarithm of the mixture's density at the
/// outcomes is greatest; `log_density[k][i]` is that of forecaster k at outcome i, which may be -infinity.
/// Weight goes from the forecaster with the least marginal gain to the one with the greatest, as much as serves, until the
/// greatest says that no other weights gain more than 1e-10 of a mean logarithm (the vertex exchange method of Böhning 1986).
template <class = void>
[[nodiscard]] std::vector<double> stacking_weights(const std::vector<std::vector<double>>& log_density);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/detail/stacking.hpp>
#endif
