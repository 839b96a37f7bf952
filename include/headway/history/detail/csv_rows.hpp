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
    void push_back(std::uint64_t place);
    [[nodiscard]] std::size_t size() const noexcept { return low_.size(); }
    /// Room for so many more, and for all others after a part of the text, so that they are not moved often.
    void make_room(std::size_t more, std::size_t part_of_text, std::size_t text);
    [[nodiscard]] std::size_t operator[](std::size_t i) const noexcept;

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
                                const csv_span& known) const noexcept;

    /// Takes the rows from a place on that are as they should be. \return The place of the first that is not, or the end.
    template <class = void>
    [[nodiscard]] std::size_t take_good_rows(std::size_t from);

  private:
    [[nodiscard]] std::size_t line_end_length(const char* at) const noexcept {
        return *at == '\n' ? 1 : *at == '\r' && at[1] == '\n' ? 2 : 0;
    }
    [[nodiscard]] const char* behind_plain_cell(const char* at) const noexcept;
    /// Where a byte stands that is known to do so.
    [[nodiscard]] static const char* find(const char* at, char wanted) noexcept;
    [[nodiscard]] const char* next(const csv_span& cell) const noexcept {
        return *cell.end == separator_ ? cell.end + 1 : cell.end;
    }
    [[nodiscard]] csv_span after(const char* at, std::size_t columns) const noexcept;

    /// \return Where the row ends; null if it is not as it should be.
    template <class = void>
    [[nodiscard]] const char* take_row(const char* const first);

    template <class = void>
    void undouble_quotes(const char* const first, const char* const last);

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

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/csv_rows.hpp>
#endif
