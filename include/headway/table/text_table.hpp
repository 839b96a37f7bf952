// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <iosfwd>
#include <stdexcept>
#include <utility>
#include <vector>

#include <headway/table/paragraph.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// A table for a terminal: a heading line, a rule, one line per row; the first column aligned left, the others right,
/// two spaces between columns, no trailing spaces. Column widths count Unicode code points, not bytes. A cell is one line; a
/// heading may have several, parted by '\n', the last of which stands beside those of the other columns.
class text_table {
  public:
    /// One heading per column.
    explicit text_table(std::vector<std::string> headings) : headings_(std::move(headings)) {}

    /// Adds a row. \throws std::domain_error unless it has one cell per heading.
    template <class = void>
    [[gnu::cold]] text_table& row(std::vector<std::string> cells);

    /// The table as text, each line with its line end.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;

    // A template over the stream, so that <iosfwd> is enough here.
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const text_table& table) {
        return out << table.text();
    }

  private:
    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<std::vector<std::string>> lines_of_headings() const;
    template <class = void>
    [[gnu::cold]] static void widen(std::vector<std::size_t>& widths, const std::vector<std::string>& cells);
    template <class = void>
    [[gnu::cold]] static std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths);

    std::vector<std::string> headings_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/text_table.hpp>
#endif
