// SPDX-License-Identifier: BSL-1.0
#pragma once

// How good forecasts were: scores of beliefs against what happened, hindcasts; many forecasters as one; a ledger of forecasts
// on file. Its page is scoring/README.md.

#include <headway/scoring/aggregation.hpp>
#include <headway/scoring/average_by_hindcast.hpp>
#include <headway/scoring/conformal.hpp>
#include <headway/scoring/forecast_method.hpp>
#include <headway/scoring/hindcast.hpp>
#include <headway/scoring/ledger.hpp>
#include <headway/scoring/ledger_entry.hpp>
#include <headway/scoring/ledger_file_error.hpp>
#include <headway/scoring/quantile_grid.hpp>
#include <headway/scoring/record_weights.hpp>
#include <headway/scoring/resolve.hpp>
#include <headway/scoring/score.hpp>
#include <headway/scoring/score_summary.hpp>
#include <headway/scoring/state.hpp>
#include <headway/scoring/track_record.hpp>
