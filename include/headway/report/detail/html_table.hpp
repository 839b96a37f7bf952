// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/report/detail/html_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// A table under construction, in a box that scrolls by itself where it is wider than the screen; the first column stays.
/// One of words, or of `style` "assumed", is a card a row on a phone, where each cell says what it is.
class html_table {
  public:
    html_table(const std::string& caption, const std::vector<std::string>& headings, std::vector<bool> numeric,
               const std::string& style = {});

    template <class = void>
    [[gnu::cold]] void row(const std::vector<std::string>& cells);
    /// A row of cells that are markup already, that links lead to by its id; a column is a number or words.
    [[gnu::cold]] void row_of_markup(const std::vector<std::string>& cells, const std::string& id);

    [[nodiscard, gnu::cold]] std::string text() const { return text_ + "</tbody>\n</table>\n</div>\n"; }

  private:
    template <class = void>
    [[gnu::cold]] void cell(std::size_t c, const std::string& markup);

    std::size_t columns_;
    std::vector<bool> numeric_;
    std::vector<std::string> labels_;  // attributes of the cells of each column, of a table that becomes cards
    std::string text_;
};

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/report/bodies/detail/html_table.hpp>
#endif
