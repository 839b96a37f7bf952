// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/engine.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_options(const simulation& options) {
    const auto& shard = options.shard;
    if (shard.count == 0 || shard.index >= shard.count) {
        throw std::domain_error("simulate: shard index must be below the number of shards, got index " +
                                std::to_string(shard.index) + " of " + std::to_string(shard.count));
    }
}
HEADWAY_INSTANTIATE(void require_options<>(const simulation& options));

template <class>
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
        const auto count = static_cast<std::size_t>(last - first);
        draw_memory::take_columns(columns.size(), count, [&](std::shared_ptr<double[]> of_a_column) {
            room.push_back(columns[room.size()].keep_range(first, count, std::move(of_a_column)));
        });
    } catch (const std::bad_alloc&) {
        columns.clear();
        columns.shrink_to_fit();
        refuse();
    }
    return room;
}
HEADWAY_INSTANTIATE(std::vector<double*> room_to_keep<>(std::vector<draw_column>& columns, std::uint64_t first,
                    std::uint64_t last));

template <class>
void run_blocks(draws_so_far& run, const block_source& evaluation, const sampling_plan& draws,
                const simulation& options, std::uint64_t first_piece, std::uint64_t last_piece, progress_ref progress) {
    const std::size_t columns = evaluation.columns();
    const block_pieces pieces(draws, run.blocks_each);
    const bool goes_on = run.blocks_each > 0;
    std::vector<draw_column> result;
    const std::uint64_t first_draw = goes_on ? 0 : draws.first_draw(first_piece * sampling_plan::blocks_per_segment);
    const std::uint64_t last_draw =
        goes_on ? draws.draws() : draws.first_draw(last_piece * sampling_plan::blocks_per_segment);
    for (std::size_t c = 0; c < columns; ++c) {
        result.push_back(evaluation.empty_column(c, draws.replicates(), options.keep));
    }
    std::vector<double*> kept(columns, nullptr);
    if (options.keep && first_draw < last_draw) kept = room_to_keep(result, first_draw, last_draw);

    std::mutex mutex;
    std::uint64_t done = 0;
    std::atomic<bool> stop = false;
    std::vector<draw_column> begun = options.keep ? std::vector<draw_column>() : result;
    if (goes_on) {
        done = run.draws_each * draws.replicates();
        const std::uint64_t each = block_pieces::blocks_each(draws) * sampling_plan::block_size;
        for (std::size_t c = 0; c < columns && options.keep; ++c) {
            result[c].continue_from(run.columns[c], run.draws_each, each, kept[c]);
        }
        if (!options.keep) begun = std::move(run.columns);
        run.columns.clear();
    } else if (!options.keep) {
        run.plans = pilot::run(evaluation, draws, first_piece, last_piece, begun, [&](std::uint64_t more) {
            done += more;
            stop = !progress(done, last_draw - first_draw);
            return !stop;
        });
        if (done > 0) first_piece = std::min(pilot::segments, last_piece);
    }
    unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    if (last_piece - first_piece < threads) threads = static_cast<unsigned>(last_piece - first_piece);
    threads = std::max(1U, threads);
    shared_pieces shares(first_piece, last_piece, threads);
    // The lowest piece at fault, and how. Those below it, all of which some thread has, go on: one of them may have a draw at
    // fault that comes before.
    std::atomic<std::uint64_t> faulty = ~std::uint64_t{0};
    std::exception_ptr fault;
    run_on_threads(threads, 0, threads, [&](unsigned t, std::uint64_t, std::uint64_t) {
        shared_pieces::share share = shares.take();
        if (t != 0 && share.first == share.last) return;
        std::vector<draw_column> part;
        if (t == 0) part = std::move(begun);
        for (std::size_t c = part.size(); c < columns; ++c) {
            part.push_back(evaluation.empty_column(c, draws.replicates(), options.keep));
            if (!part[c].keeps_draws()) part[c].plan_counts(run.plans[c]);
        }
        const std::unique_ptr<block_worker> worker = evaluation.make_worker(draws);
        std::uint64_t piece = share.first;
        try {
            for (; share.first < share.last; share = shares.take()) {
                for (piece = share.first; piece < share.last && !stop && piece < faulty; ++piece) {
                    const std::uint64_t begin = pieces.begin_of(piece);
                    const std::uint64_t end = pieces.end_of(piece);
                    for (std::uint64_t block = begin; block < end; ++block) {
                        const int valid = draws.valid(block);
                        const std::uint64_t offset = draws.first_draw(block) - first_draw;
                        const auto keep_at = [&](std::size_t c) { return kept[c] != nullptr ? kept[c] + offset : nullptr; };
                        worker->evaluate(block, valid, [&](std::size_t c, const double* values) {
                            return part[c].add_block(values, valid, draws.replicate_of(block), keep_at(c));
                        });
                    }
                    const std::lock_guard lock(mutex);
                    done += draws.first_draw(end) - draws.first_draw(begin);
                    if (!stop && !progress(done, last_draw - first_draw)) stop = true;
                }
            }
        } catch (const model_error&) {
            const std::lock_guard lock(mutex);
            if (piece < faulty) {
                faulty = piece;
                fault = std::current_exception();
            }
            return;
        } catch (...) {
            stop = true;
            throw;
        }
        const std::lock_guard lock(mutex);
        for (std::size_t c = 0; c < columns; ++c) result[c].add(std::move(part[c]));
    });
    if (fault) std::rethrow_exception(fault);
    if (stop) throw simulation_cancelled("simulate: stopped by the progress callback; no outcome was made");
    run.columns = std::move(result);
}
HEADWAY_INSTANTIATE(void run_blocks<>(draws_so_far& run, const block_source& evaluation, const sampling_plan& draws,
                    const simulation& options, std::uint64_t first_piece, std::uint64_t last_piece, progress_ref progress));

template <class>
std::shared_ptr<const run_identity> identity_of(std::uint64_t fingerprint, const sampling_plan& draws,
                                                const simulation& options, const draw_range& covered) {
    auto identity = std::make_shared<run_identity>();
    identity->forecast = fingerprint;
    identity->seed = options.seed;
    identity->method = options.method;
    identity->draws = draws.draws();
    identity->draws_per_replicate = draws.draws_per_replicate();
    identity->keep = options.keep;
    identity->arithmetic = arithmetic_here();
    if (covered.first < covered.last) identity->covered.push_back({covered.first, covered.last});
    return identity;
}
HEADWAY_INSTANTIATE(std::shared_ptr<const run_identity> identity_of<>(std::uint64_t fingerprint, const sampling_plan& draws,
                    const simulation& options, const draw_range& covered));

template <class>
finished_run run_simulation(const block_source& evaluation, const simulation& options, progress_ref progress) {
    require_options(options);
    refuse_until(options);
    const sampling_plan draws(options.method, options.seed, options.draws, options.replicates, evaluation.inputs());
    const std::uint64_t segments = draws.segments();
    const std::uint64_t count = options.shard.count;
    const auto boundary = [&](std::uint64_t i) { return segments / count * i + segments % count * i / count; };
    const std::uint64_t first = boundary(options.shard.index);
    const std::uint64_t last = boundary(options.shard.index + 1);
    const draw_range covered{draws.first_draw(first * sampling_plan::blocks_per_segment),
                             draws.first_draw(last * sampling_plan::blocks_per_segment)};
    std::shared_ptr<const run_identity> identity = identity_of(evaluation.fingerprint(), draws, options, covered);
    draws_so_far run;
    run_blocks(run, evaluation, draws, options, first, last, progress);
    return {std::move(identity), std::move(run.columns)};
}
HEADWAY_INSTANTIATE(finished_run run_simulation<>(const block_source& evaluation, const simulation& options,
                    progress_ref progress));

HEADWAY_OUT_OF_LINE auto shared_pieces::take() noexcept -> share {
    std::uint64_t first = next_;
    for (;;) {
        const std::uint64_t rest = last_ - first;
        if (rest == 0) return {last_, last_};
        const std::uint64_t size = threads_ == 1 ? rest : std::max<std::uint64_t>(1, rest / (2 * threads_));
        if (next_.compare_exchange_weak(first, first + size)) return {first, first + size};
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
