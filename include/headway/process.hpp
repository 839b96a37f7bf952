// SPDX-License-Identifier: BSL-1.0
#pragma once

// Amounts that move by chance over time: random walks, mean reversion, jumps, regimes, yearly values, and when they first
// come to a level. Its page is process/README.md.

#include <headway/process/first_passage.hpp>
#include <headway/process/passage_probability.hpp>
#include <headway/process/path_trend.hpp>
#include <headway/process/process.hpp>
#include <headway/process/regime_switching.hpp>
#include <headway/process/volatility.hpp>
#include <headway/process/yearly_beliefs.hpp>
