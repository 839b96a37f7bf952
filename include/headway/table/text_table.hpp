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
    [[gnu::cold]] text_table& row(std::vector<std::string> cells) {
        if (cells.size() != headings_.size()) {
            throw std::domain_error("text_table::row: the table has " + std::to_string(headings_.size()) +
                                    " columns, the row has " + std::to_string(cells.size()) +
                                    " cells; give one cell per column");
        }
        rows_.push_back(std::move(cells));
        return *this;
    }

    /// The table as text, each line with its line end.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const {
        std::vector<std::size_t> widths(headings_.size(), 0);
        const std::vector<std::vector<std::string>> headings = lines_of_headings();
        for (const auto& cells : headings) widen(widths, cells);
        for (const auto& cells : rows_) widen(widths, cells);
        std::string out;
        for (const auto& cells : headings) out += line(cells, widths);
        std::size_t total = 0;
        for (const std::size_t width : widths) total += width + 2;
        out += std::string(total < 2 ? 0 : total - 2, '-') + '\n';
        for (const auto& cells : rows_) out += line(cells, widths);
        return out;
    }

    // A template over the stream, so that <iosfwd> is enough here.
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const text_table& table) {
        return out << table.text();
    }

  private:
    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<std::vector<std::string>> lines_of_headings() const {
        std::vector<std::vector<std::string>> lines(1, std::vector<std::string>(headings_.size()));
        for (std::size_t c = 0; c < headings_.size(); ++c) {
            std::string rest = headings_[c];
            for (std::size_t above = 0;; ++above) {
                if (above == lines.size()) lines.insert(lines.begin(), std::vector<std::string>(headings_.size()));
                const std::size_t end = rest.rfind('\n');
                lines[lines.size() - 1 - above][c] = end == rest.npos ? rest : rest.substr(end + 1);
                if (end == rest.npos) break;
                rest.resize(end);
            }
        }
        return lines;
    }
    template <class = void>
    [[gnu::cold]] static void widen(std::vector<std::size_t>& widths, const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::size_t width = detail::width_of(cells[i]);
            if (width > widths[i]) widths[i] = width;
        }
    }
    template <class = void>
    [[gnu::cold]] static std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
        std::string out;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string padding(widths[i] - detail::width_of(cells[i]), ' ');
            if (i > 0) out += "  ";
            out += i == 0 ? cells[i] + padding : padding + cells[i];
        }
        while (!out.empty() && out.back() == ' ') out.pop_back();
        return out + '\n';
    }

    std::vector<std::string> headings_;
    std::vector<std::vector<std::string>> rows_;
};
HEADWAY_INSTANTIATE(text_table& text_table::row<>(std::vector<std::string> cells));
HEADWAY_INSTANTIATE(std::string text_table::text<>() const);
HEADWAY_INSTANTIATE(std::vector<std::vector<std::string>> text_table::lines_of_headings<>() const);
HEADWAY_INSTANTIATE(void text_table::widen<>(std::vector<std::size_t>& widths, const std::vector<std::string>& cells));
HEADWAY_INSTANTIATE(std::string text_table::line<>(const std::vector<std::string>& cells, const std::vector<std::size_t>&
                    widths));

}  // namespace headway::report

#include <headway/header_end.hpp>
