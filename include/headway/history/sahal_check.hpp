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
    [[nodiscard]] std::string in_words() const {
        std::string text = "cost changes by " + to_text(cost) + ", output by " + to_text(output) +
                           " and a learning rate of " + to_text(100.0 * learning.rate()) + " % would make of that " +
                           to_text(expected) + ": ";
        if (!testable && !steady_output)
            return text + "costs lie on the experience curve exactly, nothing is left to explain";
        if (!testable) {
            return text +
                   "but output grew so steadily that time and experience cannot be told apart in these data, and "
                   "the three agree by construction";
        }
        text += "a discrepancy of " + detail::number_text(discrepancy_per_error(), 2) +
                " standard errors, p = " + detail::number_text(p_value, 2) + "; ";
        text += p_value < 0.05 ? "cost moved with time beyond what experience explains"
                               : "no sign that cost moved with time beyond what experience explains";
        const std::string caution =
            detail::caution_about(residual_autocorrelation, size, "a wandering cost can look like an effect of time");
        return caution.empty() ? text : text + "; " + caution;
    }
    /// The discrepancy in standard errors, the test's t; 0 if not testable.
    [[nodiscard]] double discrepancy_per_error() const noexcept {
        return testable ? discrepancy.rate_per_second() / discrepancy_error.rate_per_second() : 0.0;
    }
};
HEADWAY_INSTANTIATE(std::string sahal_result::in_words<>() const);

namespace detail {

/// The three fits and the test, on seconds t, ln output q and ln cost c.
template <class = void>
[[nodiscard]] sahal_result sahal_of(const std::vector<double>& t, const std::vector<double>& q,
                                           const std::vector<double>& c) {
    const line_fit cost = fit_line(t, c);
    const line_fit output = fit_line(t, q);
    const line_fit experience = fit_line(q, c);
    const line_fit time_on_output = fit_line(q, t);

    careful_sum time_and_residual;
    for (std::size_t i = 0; i < t.size(); ++i) {
        const double own_time = (t[i] - time_on_output.y_mean) - time_on_output.slope * (q[i] - time_on_output.x_mean);
        const double residual = (c[i] - experience.y_mean) - experience.slope * (q[i] - experience.x_mean);
        time_and_residual.add(own_time * residual);
    }
    // Time's own part is what is left of it after regression on ln output; below this it is rounding.
    const double own = time_on_output.rss;
    const bool output_is_exponential = !(own > 1e-12 * cost.sxx);
    const double explained = output_is_exponential ? 0.0 : time_and_residual.value() * time_and_residual.value() / own;
    const double left = experience.rss - explained;
    const bool curve_is_exact = !(experience.rss > 1e-24 * experience.syy);

    sahal_result r;
    r.size = t.size();
    r.residual_autocorrelation = experience.lag1;
    r.cost = growth::from_rate_per_second(cost.slope);
    r.output = growth::from_rate_per_second(output.slope);
    r.learning = basic_learning<double>::from_exponent(-experience.slope);
    r.expected = growth::from_rate_per_second(experience.slope * output.slope);
    r.discrepancy = growth::from_rate_per_second(cost.slope - experience.slope * output.slope);
    const double freedom = static_cast<double>(t.size()) - 3.0;
    const double spread = sqrt(max(left, 0.0) / freedom);
    const double error = spread * sqrt(max(own, 0.0)) / cost.sxx;
    r.discrepancy_error = growth::from_rate_per_second(error);
    r.steady_output = output_is_exponential;
    r.testable = !output_is_exponential && !curve_is_exact && error > 0.0;
    if (r.testable) r.p_value = two_sided_student(freedom, r.discrepancy_per_error());
    return r;
}
HEADWAY_INSTANTIATE(sahal_result sahal_of<>(const std::vector<double>& t, const std::vector<double>& q,
                    const std::vector<double>& c));

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
