// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/sobol_indices.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<sobol_index> sobol_indices_from(const std::vector<sobol_sums>& sums, double draws_per_replicate,
                                            const assumption_record* inputs, double level) {
    const std::size_t replicates = sums.size();
    const double factor = confidence_factor(level, replicates);
    double mean = 0.0;
    for (const auto& s : sums) mean += s.first + s.second;
    mean /= 2.0 * draws_per_replicate * static_cast<double>(replicates);

    std::vector<double> variance(replicates), closed(replicates), total(replicates);
    double all_changes = 0.0, all_variance = 0.0;
    for (std::size_t r = 0; r < replicates; ++r) {
        const auto& s = sums[r];
        variance[r] =
            (s.first_squared + s.second_squared - 2.0 * mean * (s.first + s.second)) / (2.0 * draws_per_replicate) +
            mean * mean;
        all_variance += variance[r];
        for (const double x : s.change_squared) all_changes += x;
    }
    require_variance("sobol_indices", all_changes);
    require_variance("sobol_indices", all_variance);

    std::vector<sobol_index> rows(sums.front().change.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t r = 0; r < replicates; ++r) {
            const auto& s = sums[r];
            closed[r] = (s.change_times_second[i] - mean * s.change[i]) / draws_per_replicate;
            total[r] = s.change_squared[i] / (2.0 * draws_per_replicate);
        }
        rows[i] = {inputs[i].name, index_of(closed, variance, factor), index_of(total, variance, factor)};
    }
    return rows;
}
HEADWAY_INSTANTIATE(std::vector<sobol_index> sobol_indices_from<>(const std::vector<sobol_sums>& sums,
                    double draws_per_replicate, const assumption_record* inputs, double level));

template <class>
sobol_indices_result sobol_indices_of(const model_call& model, const std::vector<date>& dates, std::size_t place,
                                      const sobol_indices_run& options) {
    const std::size_t inputs = model.input_count;
    require_confidence_level("sobol_indices", options.level);
    refuse_correlated_paths("sobol_indices", model.inputs, inputs);
    if (model.correlation.any) {
        throw std::domain_error(
            "sobol_indices: some inputs are correlated, and then their shares of the variance overlap; "
            "ask shapley(...), whose shares add up all the same");
    }
    const saltelli_samples draws("sobol_indices", inputs, options.draws, options.seed, options.replicates);
    const model_evaluation evaluated(model, dates);
    const double central = evaluated.pivot(place);

    std::vector<sobol_sums> sums(draws.replicates(), sobol_sums(inputs));
    run_on_threads(
        threads_for(options.threads, sums.size()), 0, sums.size(),
        [&](unsigned, std::uint64_t first_replicate, std::uint64_t last_replicate) {
            saltelli_samples::reader uniforms(draws, model.inputs, inputs);
            block_result result(evaluated, draws.source(), "sobol_indices", place);
            std::vector<batch> first(inputs), second(inputs);
            batch y_first, y_second, y_changed;
            const auto give = [&](std::size_t i, const batch& x) { copy_block(x.lane, result.input(i)); };
            for (std::uint64_t r = first_replicate; r < last_replicate; ++r) {
                auto& sum = sums[r];
                for (auto block = draws.first_block(r); block < draws.first_block(r + 1); ++block) {
                    for (std::size_t i = 0; i < inputs; ++i) {
                        const belief_sampler& belief = evaluated.beliefs()[i];
                        uniforms.first(i, block, first[i].lane);
                        uniforms.second(i, block, second[i].lane);
                        belief.draw_block<batch::size>(first[i].lane, first[i].lane);
                        belief.draw_block<batch::size>(second[i].lane, second[i].lane);
                        give(i, second[i]);
                    }
                    result.evaluate(block, central, y_second.lane);
                    for (std::size_t i = 0; i < inputs; ++i) give(i, first[i]);
                    result.evaluate(block, central, y_first.lane, true);
                    sum.add_pair(y_first.lane, y_second.lane);
                    for (std::size_t i = 0; i < inputs; ++i) {
                        give(i, second[i]);
                        result.evaluate(block, central, y_changed.lane);
                        give(i, first[i]);
                        sum.add_change(i, y_first.lane, y_second.lane, y_changed.lane);
                    }
                }
            }
        });
    const std::uint64_t all_draws = draws.draws_per_replicate() * draws.replicates();
    return {sobol_indices_from(sums, static_cast<double>(draws.draws_per_replicate()), model.inputs, options.level),
            all_draws * (inputs + 2)};
}
HEADWAY_INSTANTIATE(sobol_indices_result sobol_indices_of<>(const model_call& model, const std::vector<date>& dates,
                    std::size_t place, const sobol_indices_run& options));

}  // namespace headway::detail

#include <headway/header_end.hpp>
