// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/csv_reader.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::size_t count_outside_quotes(std::string_view line, char wanted) noexcept {
    std::size_t count = 0;
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        if (c == wanted && !quoted) ++count;
    }
    return count;
}
HEADWAY_INSTANTIATE(std::size_t count_outside_quotes<>(std::string_view line, char wanted));

template <class>
std::string separator_text(char separator) {
    return separator == '\t' ? "'\\t'" : std::string("'") + separator + "'";
}
HEADWAY_INSTANTIATE(std::string separator_text<>(char separator));

template <class>
char likely_separator(std::string_view header, std::string_view row, char in_use) noexcept {
    for (const char c : {';', '\t', '|', ','}) {
        const std::size_t count = c == in_use ? 0 : count_outside_quotes(header, c);
        if (count > 0 && count == count_outside_quotes(row, c)) return c;
    }
    return '\0';
}
HEADWAY_INSTANTIATE(char likely_separator<>(std::string_view header, std::string_view row, char in_use));

template <class>
csv_record csv_reader::record(std::vector<parse_error>& faults) {
    for (;;) {
        while (at_ < text_.size() && at_line_end()) next_line();
        if (at_ == text_.size() || options_.comment == '\0' || text_[at_] != options_.comment) break;
        skip_to_line_end();
    }
    csv_record r;
    r.line = line_;
    if (at_ == text_.size()) return r;
    const std::size_t first = at_;
    do {
        if (!r.cells.empty()) ++at_;
        csv_cell cell{{}, line_, column()};
        r.is_broken = !(at_ < text_.size() && text_[at_] == '"' ? quoted(cell, faults) : plain(cell, faults));
        r.cells.push_back(std::move(cell));
    } while (!r.is_broken && at_ < text_.size() && text_[at_] == options_.separator);
    if (r.is_broken) skip_to_line_end();
    r.text = text_.substr(first, at_ - first);
    r.end = csv_cell{{}, line_, column()};
    if (at_ < text_.size()) next_line();
    return r;
}
HEADWAY_INSTANTIATE(csv_record csv_reader::record<>(std::vector<parse_error>& faults));

template <class>
bool csv_reader::plain(csv_cell& cell, std::vector<parse_error>& faults) {
    const std::size_t first = at_;
    for (; at_ < text_.size() && text_[at_] != options_.separator && !at_line_end(); ++at_) {
        if (text_[at_] == '"') {
            return fault(faults, line_, column(), first,
                         "a cell that has a quote to be put into quotes, \"like \"\"this\"\"\"");
        }
        if (text_[at_] == '\r') return fault(faults, line_, column(), at_, "lines to end with LF or CR LF");
    }
    cell.text = std::string(text_.substr(first, at_ - first));
    return true;
}
HEADWAY_INSTANTIATE(bool csv_reader::plain<>(csv_cell& cell, std::vector<parse_error>& faults));

template <class>
bool csv_reader::quoted(csv_cell& cell, std::vector<parse_error>& faults) {
    const std::size_t first = at_++;
    for (;; ++at_) {
        if (at_ == text_.size()) {
            return fault(faults, cell.line, cell.column, first, "a closing quote for this cell");
        }
        if (text_[at_] == '"') {
            if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') break;
            ++at_;
        } else if (text_[at_] == '\n') {
            ++line_;
            line_start_ = at_ + 1;
        }
        cell.text += text_[at_];
    }
    ++at_;
    if (at_ < text_.size() && text_[at_] != options_.separator && !at_line_end()) {
        const std::string separator = options_.separator == ',' ? "a comma" : separator_text(options_.separator);
        return fault(faults, line_, column(), at_, separator + " or the end of the line after the closing quote");
    }
    return true;
}
HEADWAY_INSTANTIATE(bool csv_reader::quoted<>(csv_cell& cell, std::vector<parse_error>& faults));

HEADWAY_OUT_OF_LINE csv_reader::csv_reader(std::string_view text, const csv_options& options)
    : text_(text), options_(options) {
    text_.remove_prefix(byte_order_mark_length(text_));
    for (std::size_t skipped = 0; skipped < options.skip_lines && at_ < text_.size(); ++skipped) {
        skip_to_line_end();
        if (at_ < text_.size()) next_line();
    }
}

HEADWAY_OUT_OF_LINE void csv_reader::move_to(std::size_t position) noexcept {
    line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
    at_ = line_start_ = position;
}

HEADWAY_OUT_OF_LINE void csv_reader::next_line() noexcept {
    at_ += text_[at_] == '\r' ? 2u : 1u;
    ++line_;
    line_start_ = at_;
}

HEADWAY_OUT_OF_LINE bool csv_reader::fault(std::vector<parse_error>& faults, std::size_t line, std::size_t column,
                                           std::size_t from, std::string_view expected) const {
    const std::string_view got = text_.substr(from);
    faults.emplace_back(line, column, quoted_in_message(got.substr(0, got.find('\n'))), expected);
    return false;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
