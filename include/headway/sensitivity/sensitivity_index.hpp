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
void require_variance(const char* function, double variance) {
    if (!is_finite(variance)) {
        throw std::domain_error(std::string(function) +
                                ": the variance of the result is too large for a number; ask of its logarithm");
    }
    if (!(variance > 0.0)) {
        throw std::domain_error(
            std::string(function) +
            ": no input changes the result, so there is no variance to share out; check that the model "
            "reads its inputs, and that their beliefs are not exact");
    }
}
HEADWAY_INSTANTIATE(void require_variance<>(const char* function, double variance));

/// By how many standard errors a confidence interval from so many replicates reaches to either side.
template <class = void>
[[nodiscard]] double confidence_factor(double level, std::size_t replicates) {
    return student_t(static_cast<double>(replicates - 1)).quantile(0.5 + 0.5 * level);
}
HEADWAY_INSTANTIATE(double confidence_factor<>(double level, std::size_t replicates));

/// The ratio of two means over replicates of equal size. Its error is that of the numerators less the ratio times the
/// denominators, whose mean is zero (the linearised ratio estimator; Cochran, Sampling Techniques, section 6.4).
template <class = void>
[[nodiscard]] sensitivity_index index_of(const std::vector<double>& numerator,
                                                const std::vector<double>& denominator, double confidence_factor) {
    const std::size_t replicates = numerator.size();
    double above = 0.0, below = 0.0;
    for (std::size_t r = 0; r < replicates; ++r) {
        above += numerator[r];
        below += denominator[r];
    }
    const double ratio = above / below;
    // A power of two, which rounds nothing, keeps the squares of variances within the range of numbers.
    const std::uint64_t exponent = std::bit_cast<std::uint64_t>(below) >> 52U & 0x7FFU;
    const double scale = std::bit_cast<double>((2046U - (exponent < 2045U ? exponent : 2045U)) << 52U);
    double squares = 0.0;
    for (std::size_t r = 0; r < replicates; ++r) {
        const double rest = scale * (numerator[r] - ratio * denominator[r]);
        squares += rest * rest;
    }
    const double n = static_cast<double>(replicates);
    const double error = sqrt(squares * n / (n - 1.0)) / abs(scale * below);
    const auto not_negative = [](double x) { return x > 0.0 ? x : 0.0; };
    return {not_negative(ratio), error, not_negative(ratio - confidence_factor * error),
            not_negative(ratio + confidence_factor * error)};
}
HEADWAY_INSTANTIATE(sensitivity_index index_of<>(const std::vector<double>& numerator,
                    const std::vector<double>& denominator, double confidence_factor));

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
