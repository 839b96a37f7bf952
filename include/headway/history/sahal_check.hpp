// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/fit_experience_curve.hpp>
#include <headway/history/fit_exponential.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How well cost over time, output over time and cost over output fit together; made by `sahal_check`.
struct sahal_result {
    std::size_t size = 0;
    growth cost;                      ///< mu, fitted to cost over time
    growth output;                    ///< g, fitted to cumulative output over time
    basic_learning<double> learning;  ///< w, fitted to cost over cumulative output
    growth expected;                  ///< -w g, what the cost's growth should be
    growth discrepancy;               ///< mu + w g
    growth discrepancy_error;         ///< its standard error
    /// Output grew as an exponential to 12 digits, so that time and experience cannot be told apart.
    bool steady_output = false;
    /// Neither that nor costs exactly on the curve, which leave no error to measure a discrepancy by.
    bool testable = false;
    /// P(a discrepancy at least so large) if cost falls with experience alone; 1 if not testable.
    double p_value = 1.0;
    /// Of the residuals of the experience curve with their neighbours in time.
    double residual_autocorrelation = 0.0;

    /// The result in a sentence or two.
    template <class = void>
    [[nodiscard]] std::string in_words() const;
    /// The discrepancy in standard errors, the test's t; 0 if not testable.
    [[nodiscard]] double discrepancy_per_error() const noexcept {
        return testable ? discrepancy.rate_per_second() / discrepancy_error.rate_per_second() : 0.0;
    }
};

namespace detail {

/// The three fits and the test, on seconds t, ln output q and ln cost c.
template <class = void>
[[nodiscard]] sahal_result sahal_of(const std::vector<double>& t, const std::vector<double>& q,
                                           const std::vector<double>& c);

}  // namespace detail

/// Checks Sahal's identity (1979): where cumulative output grows exponentially at rate g, Wright's law of exponent w is
/// Moore's law of rate mu = -w g. The discrepancy mu + w g of the three least squares fits is Σ(t - mean t)·(residual of the
/// experience curve) / Σ(t - mean t)², so it vanishes unless cost depends on time beyond experience. The p-value is exact for
/// independent normal errors around Wright's law: Student's test, n - 3 degrees of freedom, of time as a second regressor;
/// `in_words` says so where the residuals follow one another.
/// \throws std::domain_error for fewer than four costs, and as `fit_experience_curve`.
template <detail::amount Cost, detail::amount Output>
[[nodiscard]] sahal_result sahal_check(const observations<Cost>& costs, const cumulative_output<Output>& output) {
    constexpr const char* function = "sahal_check";
    costs.require_at_least(function, 4);
    const auto matched = detail::outputs_at_costs(function, costs, output.data());
    const std::vector<double> logs_of_output = detail::logs_of(matched);
    if (detail::fit_line(logs_of_output, logs_of_output).sxx == 0.0) detail::output_does_not_change(function);
    return detail::sahal_of(detail::seconds_of(costs), logs_of_output, detail::logs_of(costs));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/sahal_check.hpp>
#endif
