// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <headway/math/elementary.hpp>
#include <headway/table/result_table.hpp>
#include <headway/table/significant_digits.hpp>
#include <headway/table/spread_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// What decides how many digits a table shows.
enum class digits_by {
    error,   ///< what the draws tell: as `value_text`, by the standard error
    /// What is known: as `spread_text`, by the spread of the row from its 5 % to its 95 % quantile. Rows of one unit whose
    /// spreads are within a factor of ten of one another go by one, so that digits agree down a column.
    spread,
};

/// A table of results as people read it: the headings and cells of the text, the Markdown and the HTML table, not yet
/// escaped.
/// A column whose values share a scale has one unit, in its heading ("p50 [million USD]"): the largest of the dimension's
/// `unit_ladder` that suits the median of all values of that scale. Where rows differ in what they measure, each row has a
/// unit of its own, in a column of units; what has another unit than its row, such as the standard error of a date, has it
/// beside it. Shares are in percent. Digits follow `significant_digits`, or of a row with quantiles, where that is asked, its
/// spread, so that no date is told to the day of which the draws lie years apart; a standard error has two.
/// `never` is a date that never comes, `infinite` the same of a number, `undefined` what does not exist, such as the mean
/// of what never happens. "(error unknown)" stands beside a quantile whose error the draws cannot tell, because it lies
/// among the outermost; "< 0.03 %" is a probability of which no draw was (at 95 %: 1 - 0.05^(1/n)), "> 99.97 %" one of which
/// all were; below 1e-6 it is "< 0.0001 %". The columns of the probabilities of never and of equality are left out where they are zero
/// throughout, and that of the share in which both of two scenarios happen, which a mean difference is of, where it is all.
struct formatted_table {
    std::vector<std::string> headings;
    std::vector<bool> numeric;  ///< of each column: to be aligned right
    std::vector<std::vector<std::string>> rows;

    explicit formatted_table(const result_table& table, digits_by digits = digits_by::error);

  private:
    using kind = result_cell::kind;

    template <class = void>
    [[nodiscard, gnu::cold]] static bool is_shown(const result_table& table, std::size_t c);

    template <class = void>
    [[nodiscard, gnu::cold]] static double median_of(std::vector<double>& magnitudes);

    /// One unit for all values of a scale, and one for the errors of its dates, which are small beside them.
    template <class = void>
    [[gnu::cold]] void choose_units(const result_table& table);

    /// Of each row the distance of its outer quantiles, in base units; not-a-number for a row without.
    template <class = void>
    [[gnu::cold]] void measure_spreads(const result_table& table);
    /// One spread for the rows of a unit, or one for each decade of them, from the least on: over a cost that falls a
    /// thousandfold from date to date, what is two digits of one is 0 of another. \param c a column of values
    template <class = void>
    [[gnu::cold]] void join_spreads(const result_table& table, std::size_t c);
    /// The columns that a row's spread is told beside.
    [[nodiscard, gnu::cold]] static bool has_spread(const result_column& column) {
        return column.key == "p5" || column.key == "p50" || column.key == "p95" || column.key == "mean";
    }

    [[nodiscard, gnu::cold]] static std::string headed(const std::string& heading, const std::string& unit) {
        return unit.empty() ? heading : heading + " [" + unit + "]";
    }
    [[nodiscard, gnu::cold]] static std::string beside(const std::string& number, const std::string& unit);

    /// The unit of a cell's value or, of a date, of its error; empty where there is none to tell.
    [[nodiscard, gnu::cold]] std::string unit_of(const result_cell& cell) const {
        return cell.is == kind::number || cell.is == kind::date ? units_[cell.scale].name : "";
    }
    /// The cells of a column that hold `is` and have different units.
    template <class = void>
    [[nodiscard, gnu::cold]] bool is_mixed(const result_table& table, std::size_t c, kind is) const;

    /// Of each row the unit of its first number or date, from this column on.
    template <class = void>
    [[gnu::cold]] void add_unit_column(const result_table& table, std::size_t c);

    template <class = void>
    [[gnu::cold]] void add_column(const result_table& table, std::size_t c);

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text_of(const result_cell& cell, bool with_unit, double spread) const;
    [[nodiscard, gnu::cold]] static std::string number_text(const result_cell& cell, double unit);
    /// Said beside a value that the draws tell, of an error that they do not.
    [[nodiscard, gnu::cold]] static std::string unknown_error(const result_cell& cell);
    /// A probability of which none or all of the draws are: its bound at 95 %. The error of such a share is that of one
    /// draw, which tells how many there are.
    [[nodiscard, gnu::cold]] static std::string bound_text(const result_cell& cell);
    template <class = void>
    [[nodiscard, gnu::cold]] std::string error_text(const result_cell& cell, bool with_unit) const;

    std::vector<shown_unit> units_;  // of each scale
    std::vector<double> spreads_;    // of each row, where they decide its digits
    std::size_t corner_ = 0;         // of the columns that tell their unit there
    bool corner_has_unit_ = false;
    std::vector<std::string> told_;  // of each row, in the column of units; empty where there is none
};

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/formatted_table.hpp>
#endif
