// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/inference/detail/update_evaluation.hpp>
#include <headway/math/gamma.hpp>

#include <headway/header_begin.hpp>

// Draws of about equal weight may all be far from what was observed: their number says nothing of that. Judged are a few draws
// chosen by weight, each by the tail probabilities of the errors that it asks for. The parameters behind honest observations
// are distributed as such a draw is, so that by Markov's inequality those are refused with a probability below eight times the
// limit. Source: Meng, Posterior predictive p-values, Annals of Statistics 22 (1994) 1142; Fisher, Statistical Methods for
// Research Workers (1932), section 21.1, for several together.
namespace headway::detail {

inline constexpr double contradiction_limit = 1e-6;
inline constexpr std::size_t judged_draws = 32;
inline constexpr std::size_t judged_blocks = 4;

/// How probable an error is that is at least as far out on its side, twice that at most 1.
[[nodiscard]] constexpr double tail_of_error(const observation_record& o, double given) noexcept {
    const split_probability p = probability_of(o.error, o.is_factor ? o.value / given : o.value - given);
    return min(1.0, 2.0 * min(p.lower, p.upper));
}

/// So many of some draws by their weights, in order, at equal steps of the sum of weights: places of `weights`, appended.
template <class = void>
void choose_by_weight(std::span<const double> weights, double sum, std::size_t count, std::size_t first,
                      std::vector<std::size_t>& chosen);

/// Draws of a whole run by their weights, in order: a few blocks by theirs, for a block is drawn as a whole, and of each a few
/// draws. Each is distributed as one that is chosen by its weight among all.
template <class = void>
[[nodiscard]] std::vector<std::size_t> draws_by_weight(const draw_weights& weights);

/// Means over the judged draws.
struct judged_observation {
    double tail = 0.0;
    double least_given = no_limit;
    double greatest_given = -no_limit;
};

[[noreturn, gnu::cold]] inline void refuse_contradiction(const std::vector<observation_record>& records,
                                                         const std::vector<judged_observation>& judged, double tail) {
    const double count = static_cast<double>(records.size());
    const bool one_is_missed = std::any_of(judged.begin(), judged.end(), [&](const judged_observation& j) {
        return count * j.tail < contradiction_limit;
    });
    std::string text;
    for (std::size_t k = 0; k < records.size(); ++k) {
        const judged_observation& j = judged[k];
        if (one_is_missed && !(count * j.tail < contradiction_limit)) continue;
        const observation_record& o = records[k];
        const std::string low = o.text(j.least_given, 4);
        const std::string high = o.text(j.greatest_given, 4);
        text += (text.empty() ? "observed " : ", ") + o.text(o.value, 4) + " where they give " +
                (low == high ? low : low + " to " + high);
    }
    throw std::domain_error(
        "updated: what was observed contradicts the model" +
        std::string(records.size() > 1 ? " or another observation" : "") +
        ": even the draws that meet it best ask for errors whose probability is " +
        (tail < 1e-12 ? std::string("less than 1e-12") : number_text(tail, 2)) + ", below 1e-6: " + text +
        "; check units, values and the model, widen the errors or the beliefs, or where a value may be an outlier give "
        "an "
        "error with long tails, such as additive_error(student_t(...))");
}

/// Refuses a whole run whose draws, by their weights, ask for errors that hardly can be.
template <class = void>
void require_no_contradiction(const update_evaluation& evaluation, const draw_weights& weights);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/detail/contradiction.hpp>
#endif
