// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/run_until.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
bool knows_enough(const std::shared_ptr<const run_identity>& identity, const std::vector<draw_column>& columns,
                  const error_targets& targets, kinds_view outputs) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const draw_record record(identity, columns[c]);
        for (const error_target& t : targets) {
            if (!t.output.empty() && t.output != outputs.first[c % outputs.size].name) continue;
            if (!error_of(record, t).is_met()) return false;
        }
    }
    return true;
}
HEADWAY_INSTANTIATE(bool knows_enough<>(const std::shared_ptr<const run_identity>& identity,
                    const std::vector<draw_column>& columns, const error_targets& targets, kinds_view outputs));

template <class>
finished_run run_until(const block_source& evaluation, kinds_view outputs, const simulation& options,
                       progress_ref progress) {
    until_steps steps(options);
    draws_so_far so_far;
    // A standard error from a few scramblings is itself good to a quarter, and a run that ends where it looks small ends
    // too soon; where it still does with twice the draws it seldom is by chance.
    const int looks_needed = options.method == method::sobol ? 2 : 1;
    int looks = 0;
    const std::uint64_t fingerprint = evaluation.fingerprint();
    sampling_plan before(options.method, options.seed, steps.draws(), options.replicates, evaluation.inputs());
    for (bool first = true;; first = false) {
        const sampling_plan draws(options.method, options.seed, steps.draws(), options.replicates, evaluation.inputs());
        const bool goes_on = !first && goes_on_from(before, draws, options.keep);
        so_far.blocks_each = goes_on ? block_pieces::blocks_each(before) : 0;
        so_far.draws_each = goes_on ? before.draws_per_replicate() : 0;
        if (!goes_on) so_far.columns.clear();
        run_blocks(so_far, evaluation, draws, options, 0,
                   so_far.blocks_each > 0 ? block_pieces(draws, so_far.blocks_each).size() : draws.segments(), progress);
        std::shared_ptr<const run_identity> identity = identity_of(fingerprint, draws, options, {0, draws.draws()});
        looks = knows_enough(identity, so_far.columns, options.until, outputs) ? looks + 1 : 0;
        if (looks == looks_needed || !steps.advance()) return {std::move(identity), std::move(so_far.columns)};
        before = draws;
    }
}
HEADWAY_INSTANTIATE(finished_run run_until<>(const block_source& evaluation, kinds_view outputs,
                    const simulation& options, progress_ref progress));

template <class>
void require_until(kinds_view outputs, const simulation& options) {
    if (options.shard.count != 1) {
        throw std::domain_error("simulate: until is for whole runs, because a shard does not know what the others know; "
                                "find the number of draws by a whole run with until (.keep = false costs little memory), "
                                "then give it to each shard as .draws");
    }
    until_steps steps(options);
    while (steps.advance()) {}
    require_targets("simulate", options.until, outputs, steps.draws());
}
HEADWAY_INSTANTIATE(void require_until<>(kinds_view outputs, const simulation& options));

}  // namespace headway::detail

#include <headway/header_end.hpp>
