// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/rare_estimate.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
rare_estimate rare_estimate_from(const std::vector<double>& log_weights, std::uint64_t draws) {
    rare_estimate result;
    result.draws = draws;
    result.hits = log_weights.size();
    if (log_weights.empty()) return result;
    double most = log_weights.front();
    for (const double w : log_weights) most = w > most ? w : most;
    double sum = 0.0, squares = 0.0;
    for (const double w : log_weights) {
        const double x = exp(w - most);
        sum += x;
        squares += x * x;
    }
    const auto n = static_cast<double>(draws);
    const double mean = sum / n;
    const double variance = squares / n - mean * mean;
    result.probability = exp(most) * mean;
    // Draws that are all hits of one weight leave it unknown to 1 / n, as one draw would.
    result.standard_error = exp(most) * (variance > 0.0 ? sqrt(variance / (n - 1.0)) : 1.0 / n);
    result.effective_sample_size = sum * sum / squares;
    return result;
}
HEADWAY_INSTANTIATE(rare_estimate rare_estimate_from<>(const std::vector<double>& log_weights, std::uint64_t draws));

template <class>
std::string rare_estimate_text(const rare_estimate& r) {
    const std::string evaluations = std::to_string(r.evaluations) + " evaluations";
    if (r.hits == 0) {
        // Rounded upwards: three digits lose no more than 1 in 200.
        return "no hit in " + std::to_string(r.draws) + " draws: below " + number_text(1.005 * r.upper_bound(0.95), 3) +
               " with 95 % confidence (" + evaluations + (r.pilot_reached ? ")" : "; the search did not come to the event)");
    }
    std::string text = number_text(r.probability, 3) + ", standard error " + number_text(r.standard_error, 2) + " (" +
                       evaluations + ", effective sample size " + number_text(floor(r.effective_sample_size)) + ")";
    if (!(r.effective_sample_size >= rare_estimate::least_effective)) {
        text += "; too few effective hits to rely on the error: take more evaluations";
    } else if (!r.is_reliable()) {
        text += "; the search made it " + number_text(r.pilot_probability, 2) +
                ", which does not agree: take more evaluations or other seeds";
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string rare_estimate_text<>(const rare_estimate& r));

}  // namespace headway::detail

namespace headway {

HEADWAY_OUT_OF_LINE double rare_estimate::relative_error() const {
    if (hits == 0) {
        throw std::domain_error("rare_estimate: without a hit there is no relative error; ask upper_bound(0.95)");
    }
    return standard_error / probability;
}

HEADWAY_OUT_OF_LINE bool rare_estimate::is_reliable() const noexcept {
    if (!(effective_sample_size >= least_effective)) return false;
    return !pilot_reached || (pilot_probability < 5.0 * probability && probability < 5.0 * pilot_probability);
}

HEADWAY_OUT_OF_LINE double rare_estimate::upper_bound(double level) const {
    if (!(level > 0.0 && level < 1.0)) {
        detail::value_breaks_a_rule("rare_estimate", "level", "must be above 0 and below 1", level);
    }
    const double most = hits > 0 ? probability + normal_quantile(level) * standard_error
                                 : -weight_limit * log1p(-level) / static_cast<double>(draws);
    return most < 1.0 ? most : 1.0;
}

}  // namespace headway

#include <headway/header_end.hpp>
