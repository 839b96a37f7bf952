// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <limits>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <headway/forecast/model_error.hpp>
#include <headway/outcome/block_source.hpp>
#include <headway/simulation/detail/arithmetic.hpp>
#include <headway/outcome/pilot.hpp>
#include <headway/simulation/progress.hpp>
#include <headway/simulation/run_on_threads.hpp>
#include <headway/simulation/simulation_options.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class = void>
void require_options(const simulation& options) {
    const auto& shard = options.shard;
    if (shard.count == 0 || shard.index >= shard.count) {
        throw std::domain_error("simulate: shard index must be below the number of shards, got index " +
                                std::to_string(shard.index) + " of " + std::to_string(shard.count));
    }
}
HEADWAY_INSTANTIATE(void require_options<>(const simulation& options));

/// Where the draws [first, last) of each column are to be written. All or none.
template <class = void>
std::vector<double*> room_to_keep(std::vector<draw_column>& columns, std::uint64_t first, std::uint64_t last) {
    const std::size_t outputs = columns.size();
    const auto refuse = [&] {
        const double bytes = static_cast<double>(last - first) * static_cast<double>(outputs) * sizeof(double);
        const char* const units[] = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
        std::size_t unit = 0;
        double shown = bytes;
        for (; shown >= 1000.0 && unit + 1 < std::size(units); ++unit) shown /= 1000.0;
        throw std::domain_error("simulate: keeping " + std::to_string(last - first) + " draws of " +
                                std::to_string(outputs) + (outputs == 1 ? " output" : " outputs") + " takes " +
                                number_text(shown, 3) + " " + units[unit] +
                                " of memory, which there is not; simulate with .keep = false, or draw fewer");
    };
    // Nothing is asked for before it is known that a size can say how much.
    if (last - first > static_cast<std::uint64_t>(std::numeric_limits<std::ptrdiff_t>::max()) / sizeof(double)) refuse();
    std::vector<double*> room;
    try {
        room.reserve(columns.size());
        for (draw_column& c : columns) room.push_back(c.keep_range(first, static_cast<std::size_t>(last - first)));
    } catch (const std::bad_alloc&) {
        columns.clear();
        columns.shrink_to_fit();
        refuse();
    }
    return room;
}
HEADWAY_INSTANTIATE(std::vector<double*> room_to_keep<>(std::vector<draw_column>& columns, std::uint64_t first,
                    std::uint64_t last));

/// The statistics of every output column of a run, or of its shard.
template <class = void>
[[nodiscard]] std::vector<draw_column> run_blocks(const block_source& evaluation, const sampling_plan& draws,
                                                  const simulation& options, std::uint64_t first_segment,
                                                  std::uint64_t last_segment, progress_ref progress) {
    const std::size_t columns = evaluation.columns();
    std::vector<draw_column> result;
    const std::uint64_t first_draw = draws.first_draw(first_segment * sampling_plan::blocks_per_segment);
    const std::uint64_t last_draw = draws.first_draw(last_segment * sampling_plan::blocks_per_segment);
    for (std::size_t c = 0; c < columns; ++c) {
        result.push_back(evaluation.empty_column(c, draws.replicates(), options.keep));
    }
    std::vector<double*> kept(columns, nullptr);
    if (options.keep && first_draw < last_draw) kept = room_to_keep(result, first_draw, last_draw);

    std::mutex mutex;
    std::uint64_t done = 0;
    std::atomic<bool> stop = false;
    std::vector<draw_column> begun = options.keep ? std::vector<draw_column>() : result;
    const std::vector<counting_plan> plans =
        options.keep ? std::vector<counting_plan>()
                     : pilot::run(evaluation, draws, first_segment, last_segment, begun, [&](std::uint64_t more) {
                           done += more;
                           stop = !progress(done, last_draw - first_draw);
                           return !stop;
                       });
    if (done > 0) first_segment = std::min(pilot::segments, last_segment);
    unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    if (last_segment - first_segment < threads) threads = static_cast<unsigned>(last_segment - first_segment);
    // The lowest part at fault. Those below it go on, for one of them may have a draw at fault that comes before.
    std::atomic<unsigned> faulty = ~0U;
    run_on_threads(std::max(1U, threads), first_segment, last_segment,
                [&](unsigned t, std::uint64_t first, std::uint64_t last) {
                    std::vector<draw_column> part;
                    if (t == 0) part = std::move(begun);
                    for (std::size_t c = part.size(); c < columns; ++c) {
                        part.push_back(evaluation.empty_column(c, draws.replicates(), options.keep));
                        if (!part[c].keeps_draws()) part[c].plan_counts(plans[c]);
                    }
                    const std::unique_ptr<block_worker> worker = evaluation.make_worker(draws);
                    try {
                        for (std::uint64_t segment = first; segment < last && !stop && t < faulty; ++segment) {
                            const std::uint64_t begin = segment * sampling_plan::blocks_per_segment;
                            const std::uint64_t end = std::min(begin + sampling_plan::blocks_per_segment, draws.blocks());
                            for (std::uint64_t block = begin; block < end; ++block) {
                                const int valid = draws.valid(block);
                                const std::uint64_t offset = draws.first_draw(block) - first_draw;
                                const auto keep_at = [&](std::size_t c) {
                                    return kept[c] != nullptr ? kept[c] + offset : nullptr;
                                };
                                worker->evaluate(block, valid, [&](std::size_t c, const double* values) {
                                    return part[c].add_block(values, valid, draws.replicate_of(block), keep_at(c));
                                });
                            }
                            const std::lock_guard lock(mutex);
                            done += draws.first_draw(end) - draws.first_draw(begin);
                            if (!stop && !progress(done, last_draw - first_draw)) stop = true;
                        }
                    } catch (const model_error&) {
                        unsigned lowest = faulty;
                        while (t < lowest && !faulty.compare_exchange_weak(lowest, t)) {}
                        throw;
                    } catch (...) {
                        stop = true;
                        throw;
                    }
                    const std::lock_guard lock(mutex);
                    for (std::size_t c = 0; c < columns; ++c) result[c].add(std::move(part[c]));
                });
    if (stop) throw simulation_cancelled("simulate: stopped by the progress callback; no outcome was made");
    return result;
}
HEADWAY_INSTANTIATE(std::vector<draw_column> run_blocks<>(const block_source& evaluation, const sampling_plan& draws,
                    const simulation& options, std::uint64_t first_segment, std::uint64_t last_segment, progress_ref progress));

/// A run's identity and its columns.
struct finished_run {
    std::shared_ptr<const run_identity> identity;
    std::vector<draw_column> columns;
};

/// Runs what is asked for, in whole or in part. All that is not of one forecast's types.
template <class = void>
[[nodiscard]] finished_run run_simulation(const block_source& evaluation, const simulation& options,
                                          progress_ref progress) {
    require_options(options);
    const sampling_plan draws(options.method, options.seed, options.draws, options.replicates, evaluation.inputs());
    const std::uint64_t segments = draws.segments();
    const std::uint64_t count = options.shard.count;
    const auto boundary = [&](std::uint64_t i) { return segments / count * i + segments % count * i / count; };
    const std::uint64_t first = boundary(options.shard.index);
    const std::uint64_t last = boundary(options.shard.index + 1);

    auto identity = std::make_shared<run_identity>();
    identity->forecast = evaluation.fingerprint();
    identity->seed = options.seed;
    identity->method = options.method;
    identity->draws = options.draws;
    identity->draws_per_replicate = draws.draws_per_replicate();
    identity->keep = options.keep;
    identity->arithmetic = arithmetic_here();
    if (first < last) {
        identity->covered.push_back({draws.first_draw(first * sampling_plan::blocks_per_segment),
                                     draws.first_draw(last * sampling_plan::blocks_per_segment)});
    }
    std::vector<draw_column> columns = run_blocks(evaluation, draws, options, first, last, progress);
    return {std::move(identity), std::move(columns)};
}
HEADWAY_INSTANTIATE(finished_run run_simulation<>(const block_source& evaluation, const simulation& options,
                    progress_ref progress));

}  // namespace headway::detail

#include <headway/header_end.hpp>
