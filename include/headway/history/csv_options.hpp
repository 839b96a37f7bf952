// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/header_begin.hpp>

namespace headway {

/// Which date stands for a month, a quarter or a year.
enum class period_date {
    first_day,  ///< the start of its first day: 2024-03-01
    middle,     ///< half-way from its start to that of the next one: 2024-03-16 12:00
    last_day,   ///< the start of its last day: 2024-03-31
};

/// How years and decimal years in a table become dates. ISO dates are always those of the calendar.
enum class decimal_years {
    calendar,  ///< as `date::decimal`: 2024.5 is half-way through the 366 days of 2024
    even,  ///< every year 365.2425 days long, counted from 1970: what a regression on the numbers themselves does, so that
           ///< yearly data are evenly spaced; at most two days from the calendar between 1900 and 2100
};

namespace detail {

/// One character or several, given as either: `.thousands = ','`, `.currency = "EUR"`.
class csv_sign {
  public:
    csv_sign() = default;
    csv_sign(char sign) : text_(1, sign) {}                          // NOLINT: implicit
    csv_sign(const char* sign) : text_(sign) {}                      // NOLINT: implicit
    csv_sign(std::string sign) noexcept : text_(std::move(sign)) {}  // NOLINT: implicit
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] bool empty() const noexcept { return text_.empty(); }

  private:
    std::string text_;
};

}  // namespace detail

/// How a file writes its table, where that is not as in RFC 4180 with plain numbers. Name what differs, in this order:
///
///     load_csv(file, {.separator = ';', .decimal = ',', .missing = {".", "n. a."}})
///
/// Nothing here is guessed from the file: a wrong guess would change numbers in silence.
struct csv_options {
    /// Between two cells: `.separator = ';'`, `'\t'`, `'|'`.
    char separator = ',';
    /// The decimal sign, a point or a comma: `.decimal = ','` for "1,5".
    char decimal = '.';
    /// Between groups of three digits before the decimal sign, which then may have it: `.thousands = ','` for
    /// "1,234,567". A space stands for no-break spaces too.
    detail::csv_sign thousands = {};
    /// What says that a value is missing, besides an empty cell, NA, N/A and NaN: `.missing = {".", "-", "Infinity"}`.
    /// In any case of letters; a number, as in `{"-999"}`, stands for all cells of that value, "Infinity" for "inf" too.
    std::vector<std::string> missing = {};
    /// The form of every date, in the notation of `strptime` and Python: `.dates = "%m/%d/%Y"` for "3/31/2022",
    /// `"%b %d, %Y"` for "Mar 31, 2022". %Y and %y (69 to 68: 1969 to 2068), %m, %b and %B (English names, short or
    /// long), %d, %j (day of the year), %q (quarter), %H, %I with %p, %M, %S, %z, %%; %F is %Y-%m-%d, %T is %H:%M:%S.
    /// A space stands for any number of them. Empty: a year, a decimal year, "2024-03", "2024Q1" or "Q1 2024",
    /// "2024-03-01", and "2024-03-01 12:00:00" or "2024-03-01T12:00:00Z", UTC where no zone is said.
    std::string dates = {};
    /// Which date stands for a month, a quarter or a year: `.periods = period_date::middle`. Not said, a month or a
    /// quarter is refused, and a year alone is its first day, as the decimal year is.
    std::optional<period_date> periods = {};
    /// Before or behind a number, which then may have it: `.currency = '$'` for "$12" and "-$12", `.currency = "EUR"`
    /// for "12 EUR". The unit is still the caller's.
    detail::csv_sign currency = {};
    /// Numbers may have a percent sign, `.percent = true` for "12 %", which is 0.12. The unit of such a column is 1 or
    /// `percent`; in 1 either all its numbers have the sign or none.
    bool percent = false;
    /// Rows may lack cells at their end, which are then empty: `.short_rows = true`.
    bool short_rows = false;
    /// Lines above the line with the names of the columns: `.skip_lines = 4`.
    std::size_t skip_lines = 0;
    /// A line that begins so is no row: `.comment = '#'`.
    char comment = '\0';
};

}  // namespace headway

#include <headway/header_end.hpp>
