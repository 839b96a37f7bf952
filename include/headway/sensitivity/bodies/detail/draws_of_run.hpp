// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/detail/draws_of_run.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<std::vector<double>> drawn_again(const input_view& model, const run_identity& run,
                                             const std::vector<kept_range>& kept) {
    const auto replicates = static_cast<unsigned>((run.draws - 1) / run.draws_per_replicate + 1);
    const sampling_plan draws(run.method, run.seed, run.draws, replicates, model.input_count);
    const input_samplers beliefs = samplers_of(model);
    drawn_inputs drawn(model, beliefs, draws);
    std::vector<std::vector<double>> columns(model.input_count);
    for (const auto& range : kept) {
        for (std::uint64_t draw = range.first; draw < range.last(); draw += sampling_plan::block_size) {
            const std::uint64_t block = draw / sampling_plan::block_size;
            drawn.draw(block, draws.valid(block));
            for (std::size_t i = 0; i < columns.size(); ++i) {
                columns[i].insert(columns[i].end(), drawn.drawn(i), drawn.drawn(i) + draws.valid(block));
            }
        }
    }
    return columns;
}
HEADWAY_INSTANTIATE(std::vector<std::vector<double>> drawn_again<>(const input_view& model, const run_identity& run,
                    const std::vector<kept_range>& kept));

template <class>
std::vector<double> draws_of_run(const char* function, const model_call& model, const std::vector<date>& dates,
                                 const run_identity& run, const draw_column& result) {
    const std::string name(function);
    refuse_paths(function, model.inputs, model.input_count, "ask sobol_indices(f) or shapley(f)");
    if (run.forecast != model_evaluation(model, dates).fingerprint()) {
        throw std::domain_error(name + ": the outcome is of another forecast, or of this one with other assumptions or "
                                       "another model; give the one that was simulated");
    }
    if (run.condition != 0) {
        throw std::domain_error(name +
                                ": the outcome is of some draws only, chosen by given(...); give the whole run's");
    }
    if (!result.keeps_draws()) {
        throw std::domain_error(name + ": the run did not keep its draws; simulate with .keep = true");
    }
    std::vector<double> y;
    for (const auto& range : result.kept()) y.insert(y.end(), range.draws().begin(), range.draws().end());
    if (y.size() < 3) {
        throw std::domain_error(name + ": needs at least 3 draws, has " + std::to_string(y.size()) + "; draw more");
    }
    return y;
}
HEADWAY_INSTANTIATE(std::vector<double> draws_of_run<>(const char* function, const model_call& model,
                    const std::vector<date>& dates, const run_identity& run, const draw_column& result));

}  // namespace headway::detail

#include <headway/header_end.hpp>
