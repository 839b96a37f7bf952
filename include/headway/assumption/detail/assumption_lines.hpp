// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/near_names.hpp>
#include <headway/text/parse_errors.hpp>
#include <headway/text/value_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What one line of an assumption file says. Places are counted from the start of the line.
struct assumption_line {
    enum class kind { blank, assumption, source, note, as_of, review_by };
    kind says = kind::blank;
    /// The name of an assumption, or a source or note, without quotes.
    std::string text;
    date when = date::never();
    std::size_t from = 0;         ///< where what the line is about begins
    std::size_t belief_from = 0;  ///< of an assumption: where its belief stands
    std::size_t belief_to = 0;
};

[[nodiscard]] constexpr bool is_below_an_assumption(assumption_line::kind says) noexcept {
    return says >= assumption_line::kind::source;
}

inline constexpr std::string_view assumption_keys[] = {"source", "note", "as_of", "review_by"};

/// A text as it can stand in a file: as it is where it reads back, else in quotes.
template <class = void>
[[nodiscard, gnu::cold]] std::string text_in_file(std::string_view name, bool is_name);

/// Reads one line. What a line is about is known of most lines that cannot be read, too.
class assumption_line_reader {
  public:
    assumption_line_reader(std::string_view line, std::size_t number) noexcept
        : line_(line), number_(number), cursor_(line, number) {}

    template <class = void>
    [[nodiscard, gnu::cold]] assumption_line read();
    [[nodiscard]] bool has_failed() const noexcept { return cursor_.has_failed(); }
    [[nodiscard]] const parse_error& error() const noexcept { return cursor_.error(); }

  private:
    template <class = void>
    [[gnu::cold]] bool is_text();
    /// Where a comment begins, or the end; what is before it without the spaces at its end.
    template <class = void>
    [[nodiscard]] std::size_t end_of_text(std::size_t from) const noexcept;
    template <class = void>
    [[gnu::cold]] bool nothing_but_a_comment_follows();
    template <class = void>
    [[gnu::cold]] bool read_quoted(std::string& text);
    static int hex_digit(char c) noexcept;

    /// "source: ...", and the like. False for another line.
    template <class = void>
    [[gnu::cold]] bool read_key(assumption_line& r);
    template <class = void>
    [[gnu::cold]] assumption_line& read_assumption(assumption_line& r);

    std::string_view line_;
    std::size_t number_;
    text_cursor cursor_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/assumption/bodies/detail/assumption_lines.hpp>
#endif
