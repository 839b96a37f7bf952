// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/sahal_check.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::string sahal_result::in_words() const {
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
HEADWAY_INSTANTIATE(std::string sahal_result::in_words<>() const);

}  // namespace headway

namespace headway::detail {

template <class>
sahal_result sahal_of(const std::vector<double>& t, const std::vector<double>& q, const std::vector<double>& c) {
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

}  // namespace headway::detail

#include <headway/header_end.hpp>
