// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>

#include <headway/sampling/sampling_plan.hpp>
#include <headway/simulation/known_to.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Part `index` of `count` of a run, counted from 0; the parts, merged, have the bits of the whole.
struct shard_of {
    std::uint64_t index = 0;
    std::uint64_t count = 1;
};

/// How to simulate: `simulate(f, {.draws = 100'000, .seed = 2025})`.
struct simulation {
    /// Not given: 10 000; with `until` the most it may take, not given 2^24.
    draw_count draws = {};
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
    /// Go on until these standard errors are reached, for `simulate` and whole runs alone: see there.
    error_targets until = {};
};

namespace detail {

/// Of what cannot tell when it knows enough.
template <class = void>
void refuse_until(const simulation& options);

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/simulation_options.hpp>
#endif
