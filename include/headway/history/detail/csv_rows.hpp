// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include <headway/history/csv_options.hpp>
#include <headway/history/detail/csv_text.hpp>
#include <headway/text/text_encoding.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Places in a text in rising order, in four bytes each, whatever its length.
class csv_marks {
  public:
    void push_back(std::uint64_t place) {
        while ((place >> 32) > carries_.size()) carries_.push_back(low_.size());
        low_.push_back(static_cast<std::uint32_t>(place));
    }
    [[nodiscard]] std::size_t size() const noexcept { return low_.size(); }
    /// Room for so many more, and for all others after a part of the text, so that they are not moved often.
    void make_room(std::size_t more, std::size_t part_of_text, std::size_t text) {
        if (low_.capacity() - low_.size() >= more) return;
        const double size = static_cast<double>(low_.size());
        const double all =
            size * static_cast<double>(text) / static_cast<double>(std::max<std::size_t>(part_of_text, 1));
        low_.reserve(more + static_cast<std::size_t>(std::max(1.5 * size, size < 1000.0 ? 1000.0 : 1.02 * all)));
    }
    [[nodiscard]] std::size_t operator[](std::size_t i) const noexcept {
        if (carries_.empty()) return low_[i];
        const auto high = std::upper_bound(carries_.begin(), carries_.end(), i) - carries_.begin();
        return static_cast<std::size_t>((static_cast<std::uint64_t>(high) << 32) | low_[i]);
    }

  private:
    std::vector<std::uint32_t> low_;
    std::vector<std::size_t> carries_;  // the marks from which on the upper half is one more
};

/// Where a cell stands in the text.
struct csv_span {
    const char* begin;  ///< with its quotes
    const char* first;
    const char* last;
    const char* end;
    [[nodiscard]] std::string_view text() const noexcept { return {first, static_cast<std::size_t>(last - first)}; }
};

/// The rows of a table whose cells are well formed and as many as the columns: the text and, of each row, where its first
/// cell begins and its 17th, its 33rd. Other cells are found from there when they are asked for.
///
/// A quoted cell that has doubled quotes is changed in place, so that its text can be given as it is meant: the opening
/// quote becomes NUL, each doubled quote one, and the bytes that fall free before the closing quote are NUL. No text has a
/// NUL byte of its own.
class csv_rows {
  public:
    static constexpr std::size_t cells_per_mark = 16;

    csv_rows() = default;
    csv_rows(std::shared_ptr<csv_text> text, std::size_t columns, const csv_options& options)
        : text_(std::move(text)), begin_(text_->begin() + byte_order_mark_length(text_->view())),
          end_(text_->begin() + text_->view().size()), columns_(columns),
          marks_per_row_((columns + cells_per_mark - 1) / cells_per_mark), separator_(options.separator),
          comment_(options.comment), short_rows_(options.short_rows) {
        for (const char c : {separator_, '\n', '\r', '"', '\0'}) ends_cell_[static_cast<unsigned char>(c)] = true;
    }
    /// None of the rows of the same text, yet.
    [[nodiscard]] csv_rows none(const csv_options& options) const { return csv_rows(text_, columns_, options); }

    [[nodiscard]] std::size_t size() const noexcept { return marks_.size() / std::max<std::size_t>(marks_per_row_, 1); }
    void push_back(const csv_rows& other, std::size_t row) {
        for (std::size_t i = 0; i < marks_per_row_; ++i) marks_.push_back(other.marks_[row * marks_per_row_ + i]);
    }

    [[nodiscard]] const char* start_of(std::size_t row) const noexcept { return begin_ + marks_[row * marks_per_row_]; }
    [[nodiscard]] csv_span cell(std::size_t row, std::size_t column) const noexcept {
        return after(begin_ + marks_[row * marks_per_row_ + column / cells_per_mark], column % cells_per_mark);
    }
    /// The same, found from another cell of the row if that shortens the way.
    [[nodiscard]] csv_span cell(std::size_t row, std::size_t column, std::size_t known_column,
                                const csv_span& known) const noexcept {
        if (column < known_column || column / cells_per_mark != known_column / cells_per_mark) return cell(row, column);
        return column == known_column ? known : after(next(known), column - known_column - 1);
    }

    /// Takes the rows from a place on that are as they should be. \return The place of the first that is not, or the end.
    template <class = void>
    [[nodiscard]] std::size_t take_good_rows(std::size_t from) {
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

  private:
    [[nodiscard]] std::size_t line_end_length(const char* at) const noexcept {
        return *at == '\n' ? 1 : *at == '\r' && at[1] == '\n' ? 2 : 0;
    }
    [[nodiscard]] const char* behind_plain_cell(const char* at) const noexcept {
        while (!ends_cell_[static_cast<unsigned char>(*at)]) ++at;
        return at;
    }
    /// Where a byte stands that is known to do so.
    [[nodiscard]] static const char* find(const char* at, char wanted) noexcept {
        while (*at != wanted) ++at;
        return at;
    }
    [[nodiscard]] const char* next(const csv_span& cell) const noexcept {
        return *cell.end == separator_ ? cell.end + 1 : cell.end;
    }
    [[nodiscard]] csv_span after(const char* at, std::size_t columns) const noexcept {
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

    /// \return Where the row ends; null if it is not as it should be.
    template <class = void>
    [[nodiscard]] const char* take_row(const char* const first) {
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

    template <class = void>
    void undouble_quotes(const char* const first, const char* const last) {
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

    std::shared_ptr<csv_text> text_;
    const char* begin_ = nullptr;
    const char* end_ = nullptr;
    std::size_t columns_ = 0;
    std::size_t marks_per_row_ = 1;
    csv_marks marks_;
    char separator_ = ',';
    char comment_ = '\0';
    bool short_rows_ = false;
    std::array<bool, 256> ends_cell_{};

    friend class csv_places;
};
HEADWAY_INSTANTIATE(std::size_t csv_rows::take_good_rows<>(std::size_t from));
HEADWAY_INSTANTIATE(const char* csv_rows::take_row<>(const char* const first));
HEADWAY_INSTANTIATE(void csv_rows::undouble_quotes<>(const char* const first, const char* const last));

/// Lines and columns of cells, for messages. Rows are to be asked for in the order of the text.
class csv_places {
  public:
    struct place {
        std::size_t line;
        std::size_t column;
    };

    explicit csv_places(const csv_rows& rows) noexcept : rows_(rows), at_(rows.begin_) {}

    template <class = void>
    [[nodiscard, gnu::cold]] place of(std::size_t row, std::size_t column) {
        const char* const start = rows_.start_of(row);
        line_ += static_cast<std::size_t>(std::count(at_, start, '\n'));
        at_ = start;
        const char* const cell = rows_.cell(row, column).begin;
        std::size_t line = line_;
        std::size_t place_in_line = 1;  // in the text as it came
        enum { as_it_came, undoubled, free_bytes } part = as_it_came;
        for (const char* c = start; c != cell; ++c) {
            if (*c == '\0') {
                if (part == as_it_came) ++place_in_line;
                part = part == as_it_came ? undoubled : free_bytes;
            } else if (*c == '\n') {
                ++line;
                place_in_line = 1;
            } else {
                place_in_line += part == undoubled && *c == '"' ? 2u : 1u;
                if (part == free_bytes) part = as_it_came;
            }
        }
        return {line, place_in_line};
    }

  private:
    const csv_rows& rows_;
    const char* at_;
    std::size_t line_ = 1;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
