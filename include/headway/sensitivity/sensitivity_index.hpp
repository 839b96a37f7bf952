// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/belief/makers.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A share of the variance of a result, estimated from draws, with its error. The truth is not negative, so an estimate
/// that noise made negative is shown as 0; its error stays.
struct sensitivity_index {
    double value = 0.0;
    /// From the spread over independent replicates of the run.
    double standard_error = 0.0;
    /// The ends of the confidence interval, from Student's t with replicates - 1 degrees of freedom; not below 0.
    double low = 0.0;
    double high = 0.0;
    friend constexpr bool operator==(const sensitivity_index&, const sensitivity_index&) noexcept = default;
};

namespace detail {

/// Refuses a result that has no variance to share out, or too much.
template <class = void>
void require_variance(const char* function, double variance);

/// By how many standard errors a confidence interval from so many replicates reaches to either side.
template <class = void>
[[nodiscard]] double confidence_factor(double level, std::size_t replicates);

/// The ratio of two means over replicates of equal size. Its error is that of the numerators less the ratio times the
/// denominators, whose mean is zero (the linearised ratio estimator; Cochran, Sampling Techniques, section 6.4).
template <class = void>
[[nodiscard]] sensitivity_index index_of(const std::vector<double>& numerator,
                                                const std::vector<double>& denominator, double confidence_factor);

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/sensitivity_index.hpp>
#endif
