// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/hindcast.hpp>
#include <headway/table/text_table.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// A row of a score table: what was forecast, and its scores.
struct named_scores {
    std::string name;
    score_summary scores;
};

namespace detail {

/// A share in percent to one decimal, all of one width after the point.
template <class = void>
[[nodiscard, gnu::cold]] std::string share_cell(double share);
template <class = void>
[[nodiscard, gnu::cold]] std::vector<std::string> score_headings(std::vector<std::string> first);
template <class = void>
[[gnu::cold]] void add_score_cells(std::vector<std::string>& cells, const score_summary& scores);

}  // namespace detail

/// Scores side by side, one row each: the number of forecasts, mean CRPS and logarithmic score (lower is better), the
/// share of outcomes within the 50, 80, 90 and 95 % intervals (of calibrated forecasts those levels), and the mean
/// width of the 90 % interval. A row without forecasts has dashes.
template <class = void>
[[nodiscard, gnu::cold]] text_table score_table(const std::vector<named_scores>& rows,
                                            const std::string& heading = "forecasts");

/// A hindcast by horizon, at the horizons asked for: the mean squared normalised error and what the model expects, then
/// as `score_table`, in logarithms. Horizons beyond the data have no row; with none asked for, all have one.
template <class = void>
[[nodiscard, gnu::cold]] text_table hindcast_table(const hindcast_record& record, const std::vector<int>& steps = {});
/// A hindcast at all its horizons, as `hindcast_table`.
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const hindcast_record& record);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/score_table.hpp>
#endif
