// SPDX-License-Identifier: BSL-1.0
#pragma once

// Running a forecast: options, drawing, threads, shards, files of outcomes. Its page is simulation/README.md.

#include <headway/simulation/known_to.hpp>
#include <headway/simulation/outcome_file.hpp>
#include <headway/simulation/precision.hpp>
#include <headway/simulation/progress.hpp>
#include <headway/simulation/rare_estimate.hpp>
#include <headway/simulation/rare_probability.hpp>
#include <headway/simulation/shard_merge.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/simulation/simulation_options.hpp>
