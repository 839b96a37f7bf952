// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <limits>
#include <string>

#include <headway/header_begin.hpp>

namespace headway::report {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// One fact of a table of results, with all that any writer needs to tell it.
struct result_cell {
    enum class kind {
        nothing,  ///< an empty cell
        text,     ///< `text`
        count,    ///< `value`, a whole number
        number,   ///< `value` in base units; plus infinity is never (or endless), not-a-number undefined
        share,    ///< `value` between 0 and 1
        date,     ///< `value` in seconds since 1970-01-01; plus infinity is never
    };
    kind is = kind::nothing;
    std::string text;
    double value = undefined;
    /// The standard error of the value, in its base units (of a date in seconds); not-a-number where it is undefined,
    /// infinite where the draws cannot tell it, as of a quantile beyond them.
    double error = undefined;
    /// Of `result_table::scales()`: that of the value, of a date that of its error.
    std::size_t scale = 0;
    /// A share of draws, so that none of them does not mean 0, nor all of them 1.
    bool of_draws = false;
    /// For people, where the error is 0: so many digits, as the cells beside it have; 0 for all.
    int digits = 0;
};

/// A column of a table of results.
struct result_column {
    std::string heading;            ///< for people: "s.e."
    std::string key;                ///< for programs: "standard_error"
    bool has_error = false;         ///< its cells have standard errors
    bool show_error = false;        ///< in a table for people the error is a column of its own
    bool for_people = true;         ///< also in a table for people
    bool only_unless_zero = false;  ///< in a table for people only where some cell is above zero
    bool only_unless_all = false;   ///< in a table for people only where some cell is below one
    bool is_corner = false;         ///< its heading tells the unit of the columns with `unit_in_corner`
    bool unit_in_corner = false;    ///< its heading is a value of an input, beside which the unit would seem that one's
};

}  // namespace headway::report

#include <headway/header_end.hpp>
