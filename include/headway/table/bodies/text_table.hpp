// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/text_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

template <class>
text_table& text_table::row(std::vector<std::string> cells) {
    if (cells.size() != headings_.size()) {
        throw std::domain_error("text_table::row: the table has " + std::to_string(headings_.size()) +
                                " columns, the row has " + std::to_string(cells.size()) +
                                " cells; give one cell per column");
    }
    rows_.push_back(std::move(cells));
    return *this;
}
HEADWAY_INSTANTIATE(text_table& text_table::row<>(std::vector<std::string> cells));

template <class>
std::string text_table::text() const {
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
HEADWAY_INSTANTIATE(std::string text_table::text<>() const);

template <class>
std::vector<std::vector<std::string>> text_table::lines_of_headings() const {
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
HEADWAY_INSTANTIATE(std::vector<std::vector<std::string>> text_table::lines_of_headings<>() const);

template <class>
void text_table::widen(std::vector<std::size_t>& widths, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t width = detail::width_of(cells[i]);
        if (width > widths[i]) widths[i] = width;
    }
}
HEADWAY_INSTANTIATE(void text_table::widen<>(std::vector<std::size_t>& widths, const std::vector<std::string>& cells));

template <class>
std::string text_table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string padding(widths[i] - detail::width_of(cells[i]), ' ');
        if (i > 0) out += "  ";
        out += i == 0 ? cells[i] + padding : padding + cells[i];
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out + '\n';
}
HEADWAY_INSTANTIATE(std::string text_table::line<>(const std::vector<std::string>& cells, const std::vector<std::size_t>&
                    widths));

}  // namespace headway::report

#include <headway/header_end.hpp>
