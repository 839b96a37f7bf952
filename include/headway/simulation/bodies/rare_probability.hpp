// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/rare_probability.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_rare_run(const rare_condition& condition, const rare_probability_run& options) {
    if (is_nan(condition.limit)) {
        throw std::domain_error("rare_probability: the limit must be a value to compare with, got nan");
    }
    if (condition.below ? !(condition.limit > -never_value) : !(condition.limit < never_value)) {
        throw std::domain_error(condition.below
                                    ? "rare_probability: nothing is below minus infinity; give a finite limit, or never "
                                      "to ask whether it happens at all"
                                    : "rare_probability: nothing is above never; give a finite limit, of which never "
                                      "counts as above");
    }
    if (!condition.below && !(condition.limit > -never_value)) {
        throw std::domain_error("rare_probability: everything is above minus infinity; give a finite limit");
    }
    if (options.evaluations < fewest_rare_evaluations || options.evaluations > sampling_plan::max_draws) {
        throw std::domain_error("rare_probability: evaluations must be between 8192 and 2^52, got " +
                                std::to_string(options.evaluations) +
                                "; fewer do not find a rare event, let alone count it");
    }
}
HEADWAY_INSTANTIATE(void require_rare_run<>(const rare_condition& condition, const rare_probability_run& options));

template <class>
rare_estimate rare_probability_of(const model_call& model, const std::vector<date>& dates, std::size_t place,
                                  const rare_condition& condition, const rare_probability_run& options) {
    require_rare_run(condition, options);
    refuse_paths("rare_probability", model.inputs, model.input_count, "simulate with more draws");
    if (model.input_count == 0) {
        throw std::domain_error("rare_probability: the model has no inputs, so that nothing is uncertain; ask baseline()");
    }
    const std::uint64_t blocks = options.evaluations / sampling_plan::block_size;
    const sampling_plan draws(method::independent, options.seed, blocks * sampling_plan::block_size, 1, model.input_count);
    const model_evaluation evaluation(model, dates);
    rare_model way(evaluation, draws, place, condition.below, condition.limit);
    rare_pilot search(way, static_cast<std::size_t>(std::clamp<std::uint64_t>(blocks / 384, 1, 16)), blocks / 2);
    search.run();
    const normal_mixture proposal = search_proposal(way, search, std::max<std::uint64_t>(blocks / 16, 1));
    // Fresh draws, of which nothing but the estimate follows: it has no bias, and their spread is its error.
    const rare_hits hits = draw_hits(way, proposal, blocks, false);
    rare_estimate result = rare_estimate_from(hits.log_weight, hits.draws);
    result.evaluations = way.blocks() * sampling_plan::block_size;
    result.weight_limit = 1.0 / proposal.parts().front().share;
    result.pilot_probability = search.probability();
    result.pilot_reached = search.reached();
    return result;
}
HEADWAY_INSTANTIATE(rare_estimate rare_probability_of<>(const model_call& model, const std::vector<date>& dates,
                    std::size_t place, const rare_condition& condition, const rare_probability_run& options));

}  // namespace headway::detail

#include <headway/header_end.hpp>
