// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/simulate_updated.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
weighted_run run_update(const update_evaluation& evaluation, const simulation& options, progress_ref progress) {
    if (options.until.given()) {
        throw std::domain_error(
            "simulate: until is not for an updated forecast: while few draws count, their errors are too poorly known to stop "
            "by; leave it out, give .draws and look at the standard errors and effective_draws()");
    }
    if (!options.keep) {
        throw std::domain_error(
            "simulate: an updated forecast weighs the draws that it keeps, for what one weighs is known beside the likeliest of "
            "all alone; leave out .keep = false");
    }
    finished_run run = run_simulation(evaluation, options, progress);
    auto before = std::make_shared<run_identity>(*run.identity);
    before->forecast = evaluation.model().fingerprint();
    auto weights = std::make_shared<const draw_weights>(std::move(run.identity), std::move(run.columns.back()));
    run.columns.pop_back();
    return {std::move(before), std::move(run.columns), std::move(weights)};
}
HEADWAY_INSTANTIATE(weighted_run run_update<>(const update_evaluation& evaluation, const simulation& options,
                                              progress_ref progress));

template <class>
weighted_run merged_run(const weighted_run& a, const weighted_run& b) {
    auto before = std::make_shared<const run_identity>(merged_identity(*a.before, *b.before));
    const run_identity& of_a = a.weights->identity();
    if (of_a.forecast != b.weights->identity().forecast) {
        throw std::domain_error(
            "merge: the shards are updated by different observations; run every shard with one program");
    }
    auto updated = std::make_shared<const run_identity>(merged_identity(of_a, b.weights->identity()));
    std::vector<draw_column> columns = a.columns;
    for (std::size_t c = 0; c < columns.size(); ++c) columns[c].add(b.columns[c]);
    draw_column surprises = a.weights->surprises();
    surprises.add(b.weights->surprises());
    return {std::move(before), std::move(columns),
            std::make_shared<const draw_weights>(std::move(updated), std::move(surprises))};
}
HEADWAY_INSTANTIATE(weighted_run merged_run<>(const weighted_run& a, const weighted_run& b));

}  // namespace headway::detail

#include <headway/header_end.hpp>
