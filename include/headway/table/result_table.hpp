// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <headway/table/detail/change_rows.hpp>
#include <headway/table/detail/comparison_rows.hpp>
#include <headway/table/detail/decision_rows.hpp>
#include <headway/table/detail/outcome_rows.hpp>
#include <headway/table/detail/sensitivity_rows.hpp>
#include <headway/table/result_cell.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

/// A result of the library that has a table.
template <class Result>
concept tabular = requires(table_parts& table, const row_head& head, const Result& result) {
    add_rows(table, head, result);
};

}  // namespace detail

/// A table of results: the one model that the text, Markdown, CSV, JSON and HTML writers read, so that all of them tell
/// the same facts. These convert to one:
/// - an outcome: draws, the 5 %, 50 % and 95 % quantiles, the mean and the standard deviation of the draws in which it
///   happens, and the probability of never; each with its standard error; of one with weights also what its draws are worth;
/// - a comparison: the same for each scenario and then, against the first one, the share of draws in which both happen, the
///   mean paired difference in these with its standard error (and that of two separate runs), and the probabilities that it is below (of dates earlier), equal
///   and above;
/// - a grid: for each combination of levels the quantiles, with the standard error of the median, and the same pairs;
/// - the bars of a tornado, largest swing first: the low and the high level, the result there, and the swing;
/// - elasticities, in the order of the inputs: the median of the input, and percent of the result (of a date time) per
///   percent or per year; undefined ones with the reason;
/// - Sobol' indices by total index, Shapley effects by share, rank correlations by strength, greatest first, with their
///   standard errors and, but for the last, confidence intervals;
/// - what an observation did to each input, the one that moved most first: its quantiles before and after;
/// - why an answer moved: the part of each changed assumption, greatest first, and the whole that they add up to;
/// - the value of information: what each decision gives now, and what it is worth to know all inputs, and each;
/// - a decision: of each option the mean, the probability that it is best, the expected regret and the difference from the
///   best one; its `information()`: what it is worth to know all inputs, and each;
/// - an option to wait: for each date the share of the draws that act on it, and the rule;
/// - what must be true: each value of an input at which a target is met, and a two-way table as it is;
/// - by headers of their own, track records and verdicts, scoreboards and distances: see track_record_table.hpp and
///   verdict_table.hpp.
///
/// Several outputs have a row each with their names, a fan one for each date. `add` puts several results into one
/// table, each in rows of its name: `report::result_table().add("with export controls", a).add("without", b)`.
/// What is undefined (the mean of what never happens, an error from a single draw, everything of a shard without draws)
/// is not-a-number here, and each writer says how it tells that.
class result_table {
  public:
    result_table() = default;
    template <detail::tabular Result>
    result_table(const Result& result) {  // NOLINT: implicit, so that every writer takes any result
        add({}, result);
    }

    /// A row, or several, of this name; of several outputs "name: output".
    template <detail::tabular Result>
    [[gnu::cold]] result_table& add(std::string_view name, const Result& result) {
        parts_.scales_in_use.clear();
        add_rows(parts_, detail::row_head{{}, std::string(name)}, result);
        return *this;
    }

    [[nodiscard]] const std::vector<result_column>& columns() const noexcept { return parts_.columns; }
    /// Each with one cell per column.
    [[nodiscard]] const std::vector<std::vector<result_cell>>& rows() const noexcept { return parts_.rows; }
    /// The units in which the values of a scale can be told. Values that belong together share a scale and so a unit.
    [[nodiscard]] const std::vector<unit_scale>& scales() const noexcept { return parts_.scales; }

    /// Some row has something in this column.
    template <class = void>
    [[nodiscard]] bool any(std::size_t column) const noexcept;

  private:
    detail::table_parts parts_;
};

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/result_table.hpp>
#endif
