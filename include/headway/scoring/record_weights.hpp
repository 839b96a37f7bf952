// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <headway/scoring/track_record.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How much a forecaster's word weighs, by what it was worth so far.
struct forecaster_weight {
    std::string who;
    double weight = 1.0;
    /// The questions on which this rests.
    std::size_t questions = 0;
};

/// Weights from scores (lower is better, not negative, as CRPS and Brier scores are), `scores[i]` those of forecaster i on
/// the same questions in the same order. Each score is divided by the mean score of all on its question, so that units and
/// hard questions do not count; the weight is 1 / the mean of these ratios, after `prior_questions` further questions on
/// which everybody was as good as the others: few questions hardly move it, and nobody's becomes infinite. Without
/// correlation between forecasters and with squared errors these are the least-variance weights. They add up to 1.
/// \throws std::domain_error for no forecasters, rows of different length, scores that are negative or not finite, and
/// `prior_questions` that is not above 0. Source: Bates & Granger (1969), The combination of forecasts, OR Quarterly 20:451.
template <class = void>
[[nodiscard]] std::vector<double> weights_from_scores(const std::vector<std::vector<double>>& scores,
                                                      double prior_questions = 10.0);

namespace detail {

/// Of each question, the last statement of each forecaster by the day on which all of them had made one; empty where one has
/// made none that is resolved.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<const ledger_entry*>
statements_on(const ledger& book, const ledger_entry& question, const std::vector<std::string>& who);

}  // namespace detail

/// The weights of forecasters by their record: of the questions of a ledger, told by their words and unit, on which all of
/// them have made a statement that is resolved, the scores (CRPS, of events Brier) of the last one that each made by the day
/// on which all had made one; weighed by `weights_from_scores`. For `pool`, `mean_of_quantiles`, `geometric_mean_of_odds`.
/// \throws std::domain_error for no names and one that the ledger does not have (with those near it).
template <class = void>
[[nodiscard, gnu::cold]] std::vector<forecaster_weight>
weights_from_record(const ledger& book, const std::vector<std::string>& who, double prior_questions = 10.0);

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/record_weights.hpp>
#endif
