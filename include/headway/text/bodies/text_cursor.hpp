// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/text_cursor.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void text_cursor::skip_spaces() noexcept {
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
HEADWAY_INSTANTIATE(void text_cursor::skip_spaces<>());

template <class>
bool text_cursor::take(std::string_view symbol) noexcept {
    skip_spaces();
    if (!rest().starts_with(symbol)) return false;
    at_ += symbol.size();
    return true;
}
HEADWAY_INSTANTIATE(bool text_cursor::take<>(std::string_view symbol));

template <class>
std::string_view text_cursor::word_at(std::size_t at) const noexcept {
    std::size_t end = at < text_.size() ? at : text_.size();
    at = end;
    while (end < text_.size()) {
        const std::size_t length = letter_length(text_.substr(end));
        if (length == 0) break;
        end += length;
    }
    return text_.substr(at, end - at);
}
HEADWAY_INSTANTIATE(std::string_view text_cursor::word_at<>(std::size_t at) const);

template <class>
void text_cursor::fail(std::size_t from, std::size_t to, std::string_view expected) {
    if (error_) return;
    std::string_view got = between(from, to);
    while (!got.empty() && (got.back() == ' ' || got.back() == '\t')) got.remove_suffix(1);
    error_.emplace(line_, column_ + from, got.empty() ? "the end" : quoted_in_message(got), expected);
    at_ = text_.size();
}
HEADWAY_INSTANTIATE(void text_cursor::fail<>(std::size_t from, std::size_t to, std::string_view expected));

template <class>
void text_cursor::suggest(std::string_view offered) {
    if (!error_) return;
    const std::string_view expected = error_->expected();
    error_ = parse_error(error_->line(), error_->column(), error_->got(),
                         std::string(expected.substr(0, expected.find("; did you mean"))) + "; did you mean " + std::string(offered) + "?");
}
HEADWAY_INSTANTIATE(void text_cursor::suggest<>(std::string_view offered));

HEADWAY_OUT_OF_LINE char text_cursor::next() noexcept {
    skip_spaces();
    return at_ < text_.size() ? text_[at_] : '\0';
}

HEADWAY_OUT_OF_LINE bool text_cursor::is_done() noexcept {
    skip_spaces();
    return at_ == text_.size();
}

HEADWAY_OUT_OF_LINE std::string_view text_cursor::peek_word() noexcept {
    skip_spaces();
    return word_at(at_);
}

HEADWAY_OUT_OF_LINE bool text_cursor::take_word(std::string_view word) noexcept {
    if (peek_word() != word) return false;
    at_ += word.size();
    return true;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
