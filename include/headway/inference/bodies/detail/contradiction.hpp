// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/detail/contradiction.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void choose_by_weight(std::span<const double> weights, double sum, std::size_t count, std::size_t first,
                      std::vector<std::size_t>& chosen) {
    const double step = sum / static_cast<double>(count);
    std::size_t taken = 0;
    double so_far = 0.0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!(weights[i] > 0.0)) continue;
        last = i;
        so_far += weights[i];
        for (; taken < count && so_far > (static_cast<double>(taken) + 0.5) * step; ++taken) chosen.push_back(first + i);
    }
    for (; taken < count; ++taken) chosen.push_back(first + last);
}
HEADWAY_INSTANTIATE(void choose_by_weight<>(std::span<const double> weights, double sum, std::size_t count,
                                            std::size_t first, std::vector<std::size_t>& chosen));

template <class>
std::vector<std::size_t> draws_by_weight(const draw_weights& weights) {
    constexpr auto size = static_cast<std::size_t>(sampling_plan::block_size);
    const auto w = weights.relative();
    std::vector<double> of_block;
    of_block.reserve(w.size() / size + 1);
    double sum = 0.0;
    for (std::size_t first = 0; first < w.size(); first += size) {
        const std::size_t last = std::min(first + size, w.size());
        double lanes[sum_lanes] = {};
        for (std::size_t i = first; i + sum_lanes <= last; i += sum_lanes) {
            for (std::size_t j = 0; j < sum_lanes; ++j) lanes[j] += w[i + j];
        }
        for (std::size_t i = last - last % sum_lanes; i < last; ++i) lanes[0] += w[i];
        of_block.push_back(together(lanes));
        sum += of_block.back();
    }
    std::vector<std::size_t> blocks;
    choose_by_weight(of_block, sum, judged_blocks, 0, blocks);
    std::vector<std::size_t> chosen;
    for (std::size_t k = 0; k < blocks.size();) {
        const std::size_t block = blocks[k];
        std::size_t times = 0;
        for (; k < blocks.size() && blocks[k] == block; ++k) ++times;
        choose_by_weight(w.subspan(block * size, std::min(size, w.size() - block * size)), of_block[block],
                         times * (judged_draws / judged_blocks), block * size, chosen);
    }
    return chosen;
}
HEADWAY_INSTANTIATE(std::vector<std::size_t> draws_by_weight<>(const draw_weights& weights));

template <class>
void require_no_contradiction(const update_evaluation& evaluation, const draw_weights& weights) {
    const run_identity& run = weights.identity();
    const auto replicates = static_cast<unsigned>((run.draws - 1) / run.draws_per_replicate + 1);
    const sampling_plan draws(run.method, run.seed, run.draws, replicates, evaluation.inputs());
    const std::vector<observation_record>& records = evaluation.records();
    const double count = static_cast<double>(records.size());
    std::vector<judged_observation> judged(records.size());
    double mean = 0.0;
    update_evaluation::worker worker(evaluation, draws);
    std::uint64_t at = draws.blocks();
    constexpr auto block_size = static_cast<std::size_t>(sampling_plan::block_size);
    for (const std::size_t draw : draws_by_weight(weights)) {
        if (const std::uint64_t block = draw / block_size; block != at) {
            at = block;
            worker.evaluate(block, draws.valid(block), [](std::size_t, const double*) { return true; });
        }
        double surprise = 0.0;
        double least = 1.0;
        for (std::size_t k = 0; k < records.size(); ++k) {
            const double given = worker.given(k)[draw % block_size];
            const double tail = tail_of_error(records[k], given);
            surprise -= headway::log(max(tail, 1e-300));
            least = min(least, tail);
            judged[k].tail += tail / static_cast<double>(judged_draws);
            judged[k].least_given = min(judged[k].least_given, given);
            judged[k].greatest_given = max(judged[k].greatest_given, given);
        }
        mean += min(count * least, gamma_q(count, surprise)) / static_cast<double>(judged_draws);
    }
    if (mean < contradiction_limit) refuse_contradiction(records, judged, mean);
}
HEADWAY_INSTANTIATE(void require_no_contradiction<>(const update_evaluation& evaluation, const draw_weights& weights));

}  // namespace headway::detail

#include <headway/header_end.hpp>
