// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <headway/text/exact_text.hpp>
#include <headway/text/near_names.hpp>
#include <headway/text/parse_error.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

/// Lines of a ledger as cells, and cells as lines.
namespace headway::detail {

/// The columns, in the order of a new file. A file may have them in any order, and others beside them.
enum class ledger_column { entry, id, on, who, question, unit, value, due, source, seed, version };
inline constexpr std::size_t ledger_column_count = 11;
inline constexpr std::string_view ledger_column_names[ledger_column_count] = {
    "entry", "id", "date", "who", "question", "unit", "value", "due", "source", "seed", "version"};

/// What the next writer puts behind a line that a killed one has left without its end.
inline constexpr std::string_view torn_mark = "<torn>";

/// The text of a cell, without quotes, and where it begins in its line, counted from 0.
struct ledger_cell {
    std::string text;
    std::size_t at = 0;
};

/// Where the columns of a file are, and by what they are separated.
struct ledger_layout {
    char separator = ',';
    /// Of each column its place in a line; at or beyond `width` where the file lacks it.
    std::array<std::size_t, ledger_column_count> place{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    std::size_t width = ledger_column_count;
    bool has_returns = false;

    [[nodiscard]] bool has(ledger_column c) const noexcept { return place[static_cast<std::size_t>(c)] < width; }
};

/// The cells of one line; nothing where quotes are not closed, and then `fault` tells.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<ledger_cell> ledger_cells(std::string_view line, std::size_t number,
                                                               char separator, std::optional<parse_error>& fault);

/// A cell as it stands in a line: quoted where it would not be read back as it is.
template <class = void>
[[nodiscard, gnu::cold]] std::string ledger_cell_text(std::string_view text, char separator);

/// The first line of a new ledger.
template <class = void>
[[nodiscard, gnu::cold]] std::string ledger_header(const ledger_layout& layout);

/// What one line says, a text for each column.
using ledger_fields = std::array<std::string, ledger_column_count>;
inline std::string& field(ledger_fields& fields, ledger_column c) noexcept {
    return fields[static_cast<std::size_t>(c)];
}

/// The line, in the order of the file, with its end.
template <class = void>
[[nodiscard, gnu::cold]] std::string ledger_line(const ledger_fields& fields, const ledger_layout& layout);

/// The layout that a header line tells; nothing where it is none, and then `fault` tells.
template <class = void>
[[nodiscard, gnu::cold]] std::optional<ledger_layout> read_ledger_header(std::string_view line, std::size_t number,
                                                                         std::optional<parse_error>& fault);

/// A probability, in percent where that is exact and short.
template <class = void>
[[nodiscard, gnu::cold]] std::string ledger_share_text(double share);

/// A value of a statement: to so many significant digits, all for 17; a date to the day, with the time of day for 17.
template <class = void>
[[nodiscard, gnu::cold]] std::string ledger_value_text(double x, bool is_date, int digits);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/detail/ledger_text.hpp>
#endif
