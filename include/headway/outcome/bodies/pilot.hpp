// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/pilot.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
std::vector<counting_plan>
basic_pilot<V>::run(const block_source& evaluation, const sampling_plan& draws, std::uint64_t first, std::uint64_t last,
                    std::vector<draw_column>& columns, function_ref<bool(std::uint64_t draws)> done) {
    std::vector<counting_plan> plans(columns.size(), counting_plan{counting_plan::form::few, {}});
    if (draws.draws() > counting_plan::most_few && first < last) {
        plans = after_evaluation(evaluation, draws, first * sampling_plan::blocks_per_segment,
                                 last * sampling_plan::blocks_per_segment, columns, done);
    } else {
        for (draw_column& c : columns) {
            if (!c.keeps_draws()) c.plan_counts(plans.front());
        }
    }
    return plans;
}

template <class V>
std::vector<counting_plan> basic_pilot<V>::after_evaluation(const block_source& evaluation, const sampling_plan& draws,
                                                            std::uint64_t first, std::uint64_t last,
                                                            std::vector<draw_column>& columns,
                                                            function_ref<bool(std::uint64_t draws)> done) {
    std::vector<counting_plan> plans(columns.size());
    std::vector<pilot_values> results(columns.size());
    const std::unique_ptr<block_worker> worker = evaluation.make_worker(draws);
    bool goes_on = true;
    for (std::uint64_t block = 0; block < blocks && goes_on; ++block) {
        const int valid = draws.valid(block);
        const bool mine = first <= block && block < last;
        try {
            worker->evaluate(block, valid, [&](std::size_t c, const double* x) {
                for (int k = 0; k < valid; ++k) {
                    if (!(x[k] > -never_value)) return false;
                }
                if (mine) columns[c].add_moments(x, valid, draws.replicate_of(block));
                if (!columns[c].keeps_draws()) results[c].add_block(x, valid, mine);
                return true;
            });
        } catch (...) {
            if (mine) throw;  // else the part that has this draw will say so
        }
        if (mine && (block + 1) % sampling_plan::blocks_per_segment == 0) {
            goes_on = done(std::uint64_t{sampling_plan::blocks_per_segment * sampling_plan::block_size});
        }
    }
    for (std::size_t c = 0; c < columns.size() && goes_on; ++c) {
        if (columns[c].keeps_draws()) continue;
        plans[c] = results[c].plan();
        columns[c].plan_counts(plans[c]);
        columns[c].add_pilot(results[c]);
    }
    return plans;
}

HEADWAY_INSTANTIATE(class basic_pilot<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
