// SPDX-License-Identifier: BSL-1.0
#pragma once

// Amounts that move by chance over time: random walks, mean reversion, jumps, regimes, yearly values, and when they first
// come to a level. Read process.hpp, which has the processes, then path_trend.hpp, what a model reads. A path is drawn from
// one number per draw, the key of all its shocks (detail/path_grid.hpp): that is why an engine that knows of one number per
// input and draw needs not know of paths. What is drawn is a promise, as in the room sampling.

#include <headway/process/first_passage.hpp>
#include <headway/process/passage_probability.hpp>
#include <headway/process/path_trend.hpp>
#include <headway/process/process.hpp>
#include <headway/process/regime_switching.hpp>
#include <headway/process/volatility.hpp>
#include <headway/process/yearly_beliefs.hpp>
