// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/units.hpp>
#include <headway/trend/algebra.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {
using starts_dimension = divided<dim::wafers, dim::time>;
}  // namespace detail

/// Good output, as a trend of wafers per time: installed wafer starts * ramp(t) * yield.
/// \param installed wafers per time: `20'000 * wafer / month`. \param ramp a trend of the share of it that runs.
/// \param yield the share that is good, from 0 to 1; see yield.hpp.
/// \throws std::domain_error for negative starts and a yield outside 0 to 1.
template <class Installed, any_trend Ramp, class Yield>
[[nodiscard]] constexpr auto fab_output(const quantity<detail::starts_dimension, Installed>& installed,
                                        const Ramp& ramp, const Yield& yield) {
    const auto y = detail::base_of_dimension<dimensionless>(yield);
    detail::require_not_negative("fab_output", "installed wafer starts per second", installed.base_value());
    if (!all_of(y >= 0.0 && y <= 1.0)) {
        detail::value_breaks_a_rule("fab_output", "yield", "must be between 0 and 1",
                                    detail::offender(y, [](double x) { return !(x >= 0.0 && x <= 1.0); }));
    }
    return ramp * (installed * y);
}

}  // namespace headway

#include <headway/header_end.hpp>
