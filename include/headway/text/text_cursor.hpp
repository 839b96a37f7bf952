// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>
#include <optional>

#include <headway/text/parse_error.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A place in a line of text that is read from left to right. The first failure is kept, and the rest of the text is
/// then as good as gone: whoever reads on finds nothing more and comes to an end, without an exception at every level.
class text_cursor {
  public:
    /// The text begins at this line and column of a file.
    explicit text_cursor(std::string_view text, std::size_t first_line = 1, std::size_t first_column = 1) noexcept
        : text_(text), line_(first_line), column_(first_column) {}

    [[nodiscard]] std::size_t at() const noexcept { return at_; }
    void go_to(std::size_t at) noexcept {
        if (!error_) at_ = at;
    }
    [[nodiscard]] std::string_view rest() const noexcept { return text_.substr(at_); }
    [[nodiscard]] std::string_view between(std::size_t from, std::size_t to) const noexcept {
        return text_.substr(from, to - from);
    }

    /// The next character that is no space, 0 at the end.
    char next() noexcept;
    [[nodiscard]] bool is_done() noexcept;
    /// The no-break and the thin spaces too, which word processors put between a number and its unit.
    template <class = void>
    void skip_spaces() noexcept;
    template <class = void>
    bool take(std::string_view symbol) noexcept;
    /// Letters, also those beyond ASCII; empty where none stand.
    [[nodiscard]] std::string_view peek_word() noexcept;
    bool take_word(std::string_view word) noexcept;
    /// The word that begins at a place.
    template <class = void>
    [[nodiscard]] std::string_view word_at(std::size_t at) const noexcept;

    template <class = void>
    [[gnu::cold]] void fail(std::size_t from, std::size_t to, std::string_view expected);
    [[gnu::cold]] void fail(std::size_t from, std::string_view expected) { fail(from, text_.size(), expected); }
    /// Tells with the failure what is likely meant, in place of near names.
    template <class = void>
    [[gnu::cold]] void suggest(std::string_view offered);
    [[nodiscard]] bool has_failed() const noexcept { return error_.has_value(); }
    [[nodiscard]] const parse_error& error() const noexcept { return *error_; }
    /// What is left over is a failure too.
    [[gnu::cold]] void expect_the_end() {
        if (!is_done()) fail(at_, "the end of the text");
    }
    [[gnu::cold]] void throw_failure() const {
        if (error_) throw parse_error(*error_);
    }

  private:
    /// Of the letter at the start of a text; the signs of units and spaces beyond ASCII are none.
    static constexpr std::size_t letter_length(std::string_view text) noexcept {
        const char c = text.front();
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$') return 1;
        if (static_cast<unsigned char>(c) < 0x80) return 0;
        for (const std::string_view sign : {"\xC2\xB7", "\xE2\x8B\x85", "\xC2\xB9", "\xC2\xB2", "\xC2\xB3",
                                            "\xE2\x81\xBB", "\xC3\x97", "\xC3\xB7", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xC2\xB1",
                                            "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"}) {
            if (text.starts_with(sign)) return 0;
        }
        const std::size_t length = character_length(text);
        return length == 0 ? 1 : length;
    }

    std::string_view text_;
    std::size_t line_;
    std::size_t column_;
    std::size_t at_ = 0;
    std::optional<parse_error> error_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/text_cursor.hpp>
#endif
