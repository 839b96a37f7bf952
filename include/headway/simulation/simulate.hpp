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
#include <system_error>
#include <thread>
#include <utility>

#include <headway/forecast/forecast.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/outcome/pilot.hpp>
#include <headway/sampling/sampling_plan.hpp>
#include <headway/simulation/detail/arithmetic.hpp>
#include <headway/simulation/evaluation.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Part `index` of `count` of a run, counted from 0; the parts, merged, have the bits of the whole.
struct shard_of {
    std::uint64_t index = 0;
    std::uint64_t count = 1;
};

/// How to simulate: `simulate(f, {.draws = 100'000, .seed = 2025})`.
struct simulation {
    std::uint64_t draws = 10'000;
    /// The same seed gives the same draws, on every machine, with any number of threads. An input's draws are keyed by its
    /// name; with method::sobol by its place among the inputs too, so that a new input is best put last.
    std::uint64_t seed = 1;
    headway::method method = headway::method::independent;
    /// 0: one per processor.
    unsigned threads = 1;
    shard_of shard = {};
    /// Keep every draw (8 bytes per output): exact quantiles, conditional outcomes. Without it memory does not grow with
    /// the draws, and quantiles of more than 65 536 of them are right to 2^-12: of what, see `outcome`.
    bool keep = true;
    /// Independent scramblings of a Sobol' run, whose spread is its standard error; see `default_replicates`.
    unsigned replicates = default_replicates;
};

/// Thrown when the progress callback asks to stop.
class simulation_cancelled : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Told how many draws are done of how many; returns nothing, or false to stop the run.
struct no_progress {
    constexpr void operator()(std::uint64_t, std::uint64_t) const noexcept {}
};

namespace detail {

inline void require_options(const simulation& options) {
    const auto& shard = options.shard;
    if (shard.count == 0 || shard.index >= shard.count) {
        throw std::domain_error("simulate: shard index must be below the number of shards, got index " +
                                std::to_string(shard.index) + " of " + std::to_string(shard.count));
    }
}

template <class Progress>
[[nodiscard]] bool goes_on(Progress& progress, std::uint64_t done, std::uint64_t all) {
    if constexpr (std::is_void_v<std::invoke_result_t<Progress&, std::uint64_t, std::uint64_t>>) {
        progress(done, all);
        return true;
    } else {
        return static_cast<bool>(progress(done, all));
    }
}

/// Runs `work(thread, first, last)` on consecutive parts of [first, last), each on a thread of its own, the first on
/// this one. The exception of the lowest part is passed on.
template <class Work>
void run_on_threads(unsigned threads, std::uint64_t first, std::uint64_t last, Work work) {
    std::vector<std::exception_ptr> failures(threads);
    const auto part = [&](unsigned t) {
        const std::uint64_t size = last - first;
        const auto share = [&](std::uint64_t i) { return first + size / threads * i + size % threads * i / threads; };
        try {
            work(t, share(t), share(t + 1));
        } catch (...) {
            failures[t] = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    others.reserve(threads - 1);
    for (unsigned t = 1; t < threads; ++t) {
        try {
            others.emplace_back(part, t);
        } catch (const std::system_error&) {
            part(t);  // no more threads to be had: this one does it
        }
    }
    part(0);
    for (auto& thread : others) thread.join();
    for (const auto& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}

/// Where the draws [first, last) of each column are to be written. All or none.
inline std::vector<double*> room_to_keep(std::vector<draw_column>& columns, std::uint64_t first, std::uint64_t last) {
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

/// The statistics of every output column of a run, or of its shard.
template <class Evaluation, class Progress>
[[nodiscard]] std::vector<draw_column> run(const Evaluation& evaluation, const sampling_plan& draws, const simulation& options,
                                      std::uint64_t first_segment, std::uint64_t last_segment, Progress& progress) {
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
                     : pilot<Evaluation>::run(evaluation, draws, first_segment, last_segment, begun, [&](auto more) {
                           done += more;
                           stop = !goes_on(progress, done, last_draw - first_draw);
                           return !stop;
                       });
    if (done > 0) first_segment = std::min(pilot<Evaluation>::segments, last_segment);
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
                    typename Evaluation::worker worker(evaluation, draws);
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
                                worker.evaluate(block, valid, [&](std::size_t c, const double* values) {
                                    return part[c].add_block(values, valid, draws.replicate_of(block), keep_at(c));
                                });
                            }
                            const std::lock_guard lock(mutex);
                            done += draws.first_draw(end) - draws.first_draw(begin);
                            if (!stop && !goes_on(progress, done, last_draw - first_draw)) stop = true;
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

template <class Evaluation, class Progress>
[[nodiscard]] auto simulate(const Evaluation& evaluation, const simulation& options, Progress& progress) {
    require_options(options);
    const sampling_plan draws(options.method, options.seed, options.draws, options.replicates, Evaluation::inputs);
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
    return evaluation.outcomes(std::move(identity), run(evaluation, draws, options, first, last, progress));
}

}  // namespace detail

/// Runs a forecast over its beliefs. The outcome is an `outcome<T>` for a model that returns a number, quantity or date,
/// and `named_outcomes` for one that returns `outputs(...)`.
/// A model runs on blocks of draws where it does not branch on them, else draw by draw; `branches_on_draws<Forecast>`
/// tells which. Besides the draws it is evaluated at the inputs' medians and at 64 fixed points, tails and corners among
/// them, by which outcomes of an edited model are told from this one's when they are merged or loaded; it may throw there.
/// \param progress called with the draws done and to do, from any thread but one at a time.
/// \throws std::domain_error for options that cannot be and for draws that no memory can keep, before any work; model_error
/// for a model that throws or returns an undefined value, naming the lowest such draw and its inputs; simulation_cancelled.
template <class Model, class... Assumptions, class Progress = no_progress>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard]] auto simulate(const basic_forecast<Model, Assumptions...>& forecast, const simulation& options = {},
                            Progress progress = {}) {
    const detail::evaluation<basic_forecast<Model, Assumptions...>, detail::single_point> evaluation(forecast, {});
    return detail::simulate(evaluation, options, progress);
}

/// Runs a forecast over time: a `fan` with one outcome for each of the dates, all from the same draws of the inputs.
template <class Model, class... Assumptions, class Progress = no_progress>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto simulate(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                            const simulation& options = {}, Progress progress = {}) {
    if (dates.empty()) throw std::domain_error("simulate: no dates given for a forecast over time; give at least one");
    for (const date& d : dates) {
        if (!(d == d)) detail::value_breaks_a_rule("simulate", "every date", "must be a number", d.seconds_since_1970());
    }
    const detail::evaluation<basic_forecast<Model, Assumptions...>, detail::date_points> evaluation(forecast, {dates});
    return detail::simulate(evaluation, options, progress);
}

}  // namespace headway

#include <headway/header_end.hpp>
