// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/header_begin.hpp>

namespace headway {

/// The shape of a belief, named like the function that makes it. An interval (`ci90`, `normal_ci`, `lognormal_ci`) and
/// `around` make a normal or a lognormal, `pool` makes a mixture, `likely` a PERT, `from_quantiles` a metalog,
/// `pareto_from_share` a Pareto.
enum class belief_shape : unsigned char {
    exactly,
    uniform,
    log_uniform,
    normal,
    lognormal,
    triangular,
    pert,
    beta,
    gamma,
    weibull,
    student_t,
    log_student_t,
    bernoulli,
    empirical,
    discrete,
    mixture,
    truncated,
    metalog,
    pareto,
    lomax,
    generalized_pareto,
    poisson,
    geometric_trials,
    geometric_failures
};

/// How many shapes there are; they are numbered from 0.
inline constexpr int belief_shape_count = 24;

/// The name of the function that makes this shape.
[[nodiscard]] constexpr std::string_view name_of(belief_shape shape) noexcept {
    constexpr std::string_view names[belief_shape_count] = {
        "exactly", "uniform",   "log_uniform",   "normal",    "lognormal", "triangular", "pert",    "beta",
        "gamma",   "weibull",   "student_t",     "log_student_t", "bernoulli", "empirical", "discrete", "mixture",
        "truncated", "metalog", "pareto", "lomax", "generalized_pareto", "poisson", "geometric_trials",
        "geometric_failures"};
    return names[static_cast<int>(shape)];
}

/// The number arguments that make a belief, in the order of its maker and in base units: `lo, mode, hi` for a triangular.
/// A truncated belief has `lo, hi` here and its untruncated belief apart; a mixture, a discrete, an empirical and a metalog
/// belief have none, their parts are listed apart.
struct belief_parameters {
    double value[4] = {};
    int count = 0;

    [[nodiscard]] constexpr const double* begin() const noexcept { return value; }
    [[nodiscard]] constexpr const double* end() const noexcept { return value + count; }
    [[nodiscard]] constexpr double operator[](int i) const noexcept { return value[i]; }
    [[nodiscard]] friend constexpr bool operator==(const belief_parameters&, const belief_parameters&) = default;
};

}  // namespace headway

#include <headway/header_end.hpp>
