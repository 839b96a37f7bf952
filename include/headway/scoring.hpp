// SPDX-License-Identifier: BSL-1.0
#pragma once

// How good forecasts were: scores of beliefs against what happened, hindcasts; many forecasters as one. Read score.hpp first.

#include <headway/scoring/aggregation.hpp>
#include <headway/scoring/hindcast.hpp>
#include <headway/scoring/quantile_grid.hpp>
#include <headway/scoring/score.hpp>
#include <headway/scoring/score_summary.hpp>
