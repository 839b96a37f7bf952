// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/sensitivity_index.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
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

template <class>
double confidence_factor(double level, std::size_t replicates) {
    return student_t(static_cast<double>(replicates - 1)).quantile(0.5 + 0.5 * level);
}
HEADWAY_INSTANTIATE(double confidence_factor<>(double level, std::size_t replicates));

template <class>
sensitivity_index index_of(const std::vector<double>& numerator, const std::vector<double>& denominator,
                           double confidence_factor) {
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

}  // namespace headway::detail

#include <headway/header_end.hpp>
