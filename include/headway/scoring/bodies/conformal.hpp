// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/conformal.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
double conformal_quantile(std::vector<double> errors, double level) {
    detail::require_level("conformal_quantile", level);
    for (const double e : errors) detail::require_not_negative("conformal_quantile", "each error", e);
    const auto n = static_cast<double>(errors.size());
    // What is a whole number but for rounding, as 20·0.95 may be, is one.
    const auto up = [](double x) { return -floor(-(x - 1e-12 * x)); };
    const double rank = up((n + 1.0) * level);
    if (rank > n) detail::too_few_errors(errors.size(), level, up(level / (1.0 - level)));
    const auto place = errors.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
    std::nth_element(errors.begin(), place, errors.end());
    return *place;
}
HEADWAY_INSTANTIATE(double conformal_quantile<>(std::vector<double> errors, double level));

}  // namespace headway

#include <headway/header_end.hpp>
