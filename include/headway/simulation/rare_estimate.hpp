// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/math/check.hpp>
#include <headway/math/elementary.hpp>
#include <headway/math/error_function.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A small probability, estimated by draws near the event that are weighted back; see `rare_probability`.
struct rare_estimate {
    /// 0 where no draw met the condition: that is no estimate, see `upper_bound`.
    double probability = 0.0;
    /// One standard deviation of the simulation's own error, from the spread of the draws.
    double standard_error = 0.0;
    /// How often the model was evaluated, in search of the event and for the estimate.
    std::uint64_t evaluations = 0;
    /// What the estimate is made of: fresh draws after the search.
    std::uint64_t draws = 0;
    /// Of these draws, those that meet the condition.
    std::uint64_t hits = 0;
    /// As many hits of equal weight would tell as much: (sum of w)^2 / sum of w^2 over the hits (Kish).
    double effective_sample_size = 0.0;
    /// No draw's weight is above this; 1 for plain draws.
    double weight_limit = 1.0;
    /// What the search made of it, to 20 or 50 %; where the event was not reached, how improbable the nearest were.
    double pilot_probability = 0.0;
    /// Whether the search came to the event.
    bool pilot_reached = false;

    /// The standard error in units of the probability. \throws std::domain_error without a hit.
    [[nodiscard]] double relative_error() const {
        if (hits == 0) {
            throw std::domain_error("rare_estimate: without a hit there is no relative error; ask upper_bound(0.95)");
        }
        return standard_error / probability;
    }
    static constexpr double least_effective = 50.0;
    /// At least 50 effective hits, and no contradiction by a factor of 5 to what the search found: then the standard error is
    /// one to rely on.
    [[nodiscard]] bool is_reliable() const noexcept {
        if (!(effective_sample_size >= least_effective)) return false;
        return !pilot_reached || (pilot_probability < 5.0 * probability && probability < 5.0 * pilot_probability);
    }
    /// What the probability is below, with this confidence: the estimate and as many standard errors as a normal error asks
    /// for; for no hit in n draws of weights up to w, -w log(1 - level) / n (the "rule of three").
    /// \throws std::domain_error for a level outside (0, 1).
    [[nodiscard]] double upper_bound(double level) const {
        if (!(level > 0.0 && level < 1.0)) {
            detail::value_breaks_a_rule("rare_estimate", "level", "must be above 0 and below 1", level);
        }
        const double most = hits > 0 ? probability + normal_quantile(level) * standard_error
                                     : -weight_limit * log1p(-level) / static_cast<double>(draws);
        return most < 1.0 ? most : 1.0;
    }
    /// "1.02e-06, standard error 1.4e-08 (100000 evaluations, effective sample size 39912)", with a warning where `is_reliable`
    /// says no; of a run without a hit what it excludes: "no hit in 55744 draws: below 5.41e-05 with 95 % confidence (...)".
    [[nodiscard, gnu::cold]] std::string in_words() const;

    friend constexpr bool operator==(const rare_estimate&, const rare_estimate&) noexcept = default;
};

namespace detail {

/// From the logarithms of the hits' weights, of so many draws.
template <class = void>
[[nodiscard]] rare_estimate rare_estimate_from(const std::vector<double>& log_weights, std::uint64_t draws) {
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

template <class = void>
[[nodiscard, gnu::cold]] std::string rare_estimate_text(const rare_estimate& r) {
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

}  // namespace detail

inline std::string rare_estimate::in_words() const { return detail::rare_estimate_text(*this); }

}  // namespace headway

#include <headway/header_end.hpp>
