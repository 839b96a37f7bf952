// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <vector>

#include <headway/inference/observed.hpp>
#include <headway/math/batch.hpp>
#include <headway/math/gamma.hpp>

#include <headway/header_begin.hpp>

// The surprise of an observation is minus the natural logarithm of its likelihood, which is the density of the observed value
// given what the model says, per base unit of the value. Infinite where the value cannot be. In logarithms, so that what is
// improbable for every draw can still be compared.
namespace headway::detail {

/// Minus the logarithm of a belief's density at x, without underflow where the density has a formula in the exponent.
[[nodiscard]] constexpr double surprise_of(const component_list& parts, double x) noexcept {
    const component& a = parts[0].part;
    if (parts.size() == 1 && !a.is_truncated) {
        if (a.shape == belief_shape::normal) {
            const double z = (x - a.parameter[0]) / a.parameter[1];
            return 0.5 * z * z + (headway::log(a.parameter[1]) + half_log_two_pi);
        }
        if (a.shape == belief_shape::lognormal) {
            if (!(x > 0.0 && x < no_limit)) return no_limit;
            const double z = log_of_ratio(x, a.parameter[0]) / a.parameter[1];
            return 0.5 * z * z + (headway::log(a.parameter[1]) + half_log_two_pi) + headway::log(x);
        }
        if (a.shape == belief_shape::student_t) {
            const double dof = a.parameter[0];
            const double t = (x - a.parameter[1]) / a.parameter[2];
            return 0.5 * (dof + 1.0) * headway::log1p(t * t / dof) - headway::log(density_of(parts, a.parameter[1]));
        }
    }
    return -headway::log(density_of(parts, x));
}

/// The surprises of a normal error for a block of what the model gives.
struct normal_surprise_loop {
    const double* given;
    double value;      ///< less the error's mean
    double precision;  ///< 1 / standard deviation
    double constant;
    double* surprise;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < batch::size; ++i) {
            const double z = (value - given[i]) * precision;
            surprise[i] += 0.5 * (z * z) + constant;
        }
    }
};
/// Those of a lognormal factor; infinite where the model gives zero or less, or never.
struct lognormal_surprise_loop {
    const double* given;
    double value;  ///< over the factor's median
    double precision;
    double constant;
    double* surprise;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < batch::size; ++i) {
            const double z = headway::log(value / given[i]) * precision;
            const double more = 0.5 * (z * z) + constant;
            const bool can_be = (given[i] > 0.0) & (more < no_limit);
            surprise[i] += can_be ? more : no_limit;
        }
    }
};

/// Adds the surprises of an observation to those of a block, where the model gives `given`.
template <class = void>
void add_surprises(const observation_record& o, const double* given, double* surprise);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/detail/likelihood.hpp>
#endif
