// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <headway/history/csv_options.hpp>
#include <headway/text/parse_errors.hpp>
#include <headway/text/text_encoding.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

struct csv_cell {
    std::string text;
    std::size_t line = 1;
    std::size_t column = 1;
};

/// A line of a table, or several where a quoted cell has line breaks.
struct csv_record {
    std::vector<csv_cell> cells;
    std::string_view text;  ///< as it stands, without the end of the line
    std::size_t line = 1;
    csv_cell end;  ///< an empty cell behind the last one
    bool is_broken = false;
};

/// How often a character stands in a line, but for quoted cells.
template <class = void>
[[nodiscard]] std::size_t count_outside_quotes(std::string_view line, char wanted) noexcept;

/// A separator as it is written in a program.
template <class = void>
[[nodiscard, gnu::cold]] std::string separator_text(char separator);

/// The separator by which two lines of a table, or the one that there is, are of several and equally many cells; 0 for
/// none but the one in use.
template <class = void>
[[nodiscard]] char likely_separator(std::string_view header, std::string_view row, char in_use) noexcept;

/// Cuts text into records and fields, RFC 4180 with another separator if that is so: the header and, since csv_rows takes
/// all others, rows with a fault.
class csv_reader {
  public:
    csv_reader(std::string_view text, const csv_options& options);

    [[nodiscard]] std::size_t position() const noexcept { return at_; }
    /// Goes on at the start of a line further on.
    void move_to(std::size_t position) noexcept;

    /// The next line that is neither empty nor a comment; no cells at the end of the text. A quote in the wrong place
    /// breaks its record alone: the next one begins on the next line.
    template <class = void>
    [[nodiscard, gnu::cold]] csv_record record(std::vector<parse_error>& faults);

  private:
    [[nodiscard]] std::size_t column() const noexcept { return at_ - line_start_ + 1; }
    [[nodiscard]] bool at_line_end() const noexcept {
        return text_[at_] == '\n' || (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
    }
    void next_line() noexcept;
    void skip_to_line_end() noexcept {
        while (at_ < text_.size() && !at_line_end()) ++at_;
    }
    [[gnu::cold]] bool fault(std::vector<parse_error>& faults, std::size_t line, std::size_t column, std::size_t from,
               std::string_view expected) const;

    template <class = void>
    [[gnu::cold]] bool plain(csv_cell& cell, std::vector<parse_error>& faults);
    template <class = void>
    [[gnu::cold]] bool quoted(csv_cell& cell, std::vector<parse_error>& faults);

    std::string_view text_;
    const csv_options& options_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_start_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/csv_reader.hpp>
#endif
