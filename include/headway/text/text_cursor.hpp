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
    char next() noexcept {
        skip_spaces();
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    [[nodiscard]] bool is_done() noexcept {
        skip_spaces();
        return at_ == text_.size();
    }
    /// The no-break and the thin spaces too, which word processors put between a number and its unit.
    template <class = void>
    void skip_spaces() noexcept {
        for (;;) {
            const std::string_view left = rest();
            if (left.starts_with(' ') || left.starts_with('\t')) {
                ++at_;
            } else if (left.starts_with("\xC2\xA0")) {
                at_ += 2;
            } else if (left.starts_with("\xE2\x80\xAF") || left.starts_with("\xE2\x80\x89")) {
                at_ += 3;
            } else {
                return;
            }
        }
    }
    template <class = void>
    bool take(std::string_view symbol) noexcept {
        skip_spaces();
        if (!rest().starts_with(symbol)) return false;
        at_ += symbol.size();
        return true;
    }
    /// Letters, also those beyond ASCII; empty where none stand.
    [[nodiscard]] std::string_view peek_word() noexcept {
        skip_spaces();
        return word_at(at_);
    }
    bool take_word(std::string_view word) noexcept {
        if (peek_word() != word) return false;
        at_ += word.size();
        return true;
    }
    /// The word that begins at a place.
    template <class = void>
    [[nodiscard]] std::string_view word_at(std::size_t at) const noexcept {
        std::size_t end = at < text_.size() ? at : text_.size();
        at = end;
        while (end < text_.size()) {
            const std::size_t length = letter_length(text_.substr(end));
            if (length == 0) break;
            end += length;
        }
        return text_.substr(at, end - at);
    }

    template <class = void>
    [[gnu::cold]] void fail(std::size_t from, std::size_t to, std::string_view expected) {
        if (error_) return;
        std::string_view got = between(from, to);
        while (!got.empty() && (got.back() == ' ' || got.back() == '\t')) got.remove_suffix(1);
        error_.emplace(line_, column_ + from, got.empty() ? "the end" : quoted_in_message(got), expected);
        at_ = text_.size();
    }
    [[gnu::cold]] void fail(std::size_t from, std::string_view expected) { fail(from, text_.size(), expected); }
    /// Tells with the failure what is likely meant, in place of near names.
    template <class = void>
    [[gnu::cold]] void suggest(std::string_view offered) {
        if (!error_) return;
        const std::string_view expected = error_->expected();
        error_ = parse_error(error_->line(), error_->column(), error_->got(),
                             std::string(expected.substr(0, expected.find("; did you mean"))) + "; did you mean " + std::string(offered) + "?");
    }
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
HEADWAY_INSTANTIATE(void text_cursor::skip_spaces<>());
HEADWAY_INSTANTIATE(bool text_cursor::take<>(std::string_view symbol));
HEADWAY_INSTANTIATE(std::string_view text_cursor::word_at<>(std::size_t at) const);
HEADWAY_INSTANTIATE(void text_cursor::fail<>(std::size_t from, std::size_t to, std::string_view expected));
HEADWAY_INSTANTIATE(void text_cursor::suggest<>(std::string_view offered));

}  // namespace headway::detail

#include <headway/header_end.hpp>
