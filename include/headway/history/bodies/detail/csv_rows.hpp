// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/csv_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::size_t csv_rows::take_good_rows(std::size_t from) {
    const char* at = begin_ + from;
    for (;;) {
        while (const std::size_t length = line_end_length(at)) at += length;
        if (at == end_) break;
        if (comment_ != '\0' && *at == comment_) {
            while (at != end_ && line_end_length(at) == 0) ++at;
            continue;
        }
        marks_.make_room(marks_per_row_, static_cast<std::size_t>(at - begin_),
                         static_cast<std::size_t>(end_ - begin_));
        const char* const behind = take_row(at);
        if (behind == nullptr) break;
        at = behind;
    }
    return static_cast<std::size_t>(at - begin_);
}
HEADWAY_INSTANTIATE(std::size_t csv_rows::take_good_rows<>(std::size_t from));

template <class>
const char* csv_rows::take_row(const char* const first) {
    const char* at = first;
    std::size_t count = 0;
    bool has_doubled_quotes = false;
    for (;; ++at) {
        if (count % cells_per_mark == 0 && count < columns_) {
            marks_.push_back(static_cast<std::uint64_t>(at - begin_));
        }
        ++count;
        if (*at == '"') {
            for (++at;; ++at) {
                at = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end_ - at)));
                if (at == nullptr) return nullptr;
                if (*++at != '"') break;
                has_doubled_quotes = true;
            }
        } else {
            at = behind_plain_cell(at);
        }
        if (*at != separator_) break;
    }
    if (at != end_ && line_end_length(at) == 0) return nullptr;
    if (count != columns_ && !(short_rows_ && count < columns_)) return nullptr;
    for (std::size_t i = (count + cells_per_mark - 1) / cells_per_mark; i < marks_per_row_; ++i) {
        marks_.push_back(static_cast<std::uint64_t>(at - begin_));
    }
    if (has_doubled_quotes) undouble_quotes(first, at);
    return at;
}
HEADWAY_INSTANTIATE(const char* csv_rows::take_row<>(const char* const first));

template <class>
void csv_rows::undouble_quotes(const char* const first, const char* const last) {
    char* at = text_->begin() + (first - text_->begin());
    for (; at < last; ++at) {
        if (*at != '"') {
            while (at < last && *at != separator_) ++at;
            continue;
        }
        char* const opening = at;
        char* to = ++at;
        while (*at != '"' || at[1] == '"') {
            if (*at == '"') ++at;
            *to++ = *at++;
        }
        if (to != at) {
            *opening = '\0';
            std::fill(to, at, '\0');
        }
        ++at;
    }
}
HEADWAY_INSTANTIATE(void csv_rows::undouble_quotes<>(const char* const first, const char* const last));

HEADWAY_OUT_OF_LINE void csv_marks::push_back(std::uint64_t place) {
    while ((place >> 32) > carries_.size()) carries_.push_back(low_.size());
    low_.push_back(static_cast<std::uint32_t>(place));
}

HEADWAY_OUT_OF_LINE void csv_marks::make_room(std::size_t more, std::size_t part_of_text, std::size_t text) {
    if (low_.capacity() - low_.size() >= more) return;
    const double size = static_cast<double>(low_.size());
    const double all =
        size * static_cast<double>(text) / static_cast<double>(std::max<std::size_t>(part_of_text, 1));
    low_.reserve(more + static_cast<std::size_t>(std::max(1.5 * size, size < 1000.0 ? 1000.0 : 1.02 * all)));
}

HEADWAY_OUT_OF_LINE std::size_t csv_marks::operator[](std::size_t i) const noexcept {
    if (carries_.empty()) return low_[i];
    const auto high = std::upper_bound(carries_.begin(), carries_.end(), i) - carries_.begin();
    return static_cast<std::size_t>((static_cast<std::uint64_t>(high) << 32) | low_[i]);
}

HEADWAY_OUT_OF_LINE csv_span csv_rows::cell(std::size_t row, std::size_t column, std::size_t known_column,
                                            const csv_span& known) const noexcept {
    if (column < known_column || column / cells_per_mark != known_column / cells_per_mark) return cell(row, column);
    return column == known_column ? known : after(next(known), column - known_column - 1);
}

HEADWAY_OUT_OF_LINE const char* csv_rows::behind_plain_cell(const char* at) const noexcept {
    while (!ends_cell_[static_cast<unsigned char>(*at)]) ++at;
    return at;
}

HEADWAY_OUT_OF_LINE const char* csv_rows::find(const char* at, char wanted) noexcept {
    while (*at != wanted) ++at;
    return at;
}

HEADWAY_OUT_OF_LINE csv_span csv_rows::after(const char* at, std::size_t columns) const noexcept {
    for (;; --columns) {
        csv_span cell{at, at, at, at};
        if (*at == '"') {
            cell.first = at + 1;
            cell.last = find(cell.first, '"');
            cell.end = cell.last + 1;
        } else if (*at == '\0' && at != end_) {
            cell.first = at + 1;
            cell.last = find(cell.first, '\0');
            cell.end = find(cell.last, '"') + 1;
        } else {
            cell.last = cell.end = behind_plain_cell(at);
        }
        if (columns == 0) return cell;
        at = next(cell);
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
