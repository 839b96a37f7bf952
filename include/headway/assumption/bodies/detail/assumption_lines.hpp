// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/detail/assumption_lines.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string text_in_file(std::string_view name, bool is_name) {
    constexpr char hex[] = "0123456789abcdef";
    text_cursor start(name);
    start.skip_spaces();
    bool plain = !name.empty() && start.at() == 0 && name.front() != '"' && name.front() != '#' && name.back() != ' ';
    std::string quoted = "\"";
    for (std::size_t i = 0; i < name.size();) {
        const char c = name[i];
        const auto byte = static_cast<unsigned char>(c);
        const std::size_t length = byte < 0x20 || byte == 0x7f ? 0 : character_length(name.substr(i, 4));
        if (length == 0 || (is_name && c == '=') || (c == '#' && i > 0 && name[i - 1] == ' ')) plain = false;
        if (length == 0) {
            quoted += {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
        } else {
            if (c == '"' || c == '\\') quoted += '\\';
            quoted += name.substr(i, length);
        }
        i += length == 0 ? 1 : length;
    }
    for (const std::string_view key : assumption_keys) {
        if (is_name && name.starts_with(key)) plain = false;
    }
    return plain ? std::string(name) : quoted + "\"";
}
HEADWAY_INSTANTIATE(std::string text_in_file<>(std::string_view name, bool is_name));

template <class>
assumption_line assumption_line_reader::read() {
    assumption_line r;
    if (!is_text()) return r;
    cursor_.skip_spaces();
    r.from = cursor_.at();
    if (r.from == line_.size() || line_[r.from] == '#') return r;
    return read_key(r) ? r : read_assumption(r);
}
HEADWAY_INSTANTIATE(assumption_line assumption_line_reader::read<>());

template <class>
bool assumption_line_reader::is_text() {
    for (std::size_t i = 0; i < line_.size();) {
        const auto byte = static_cast<unsigned char>(line_[i]);
        if (byte >= 0x20 && byte < 0x7f) {
            ++i;
            continue;
        }
        const std::size_t length = character_length(line_.substr(i, 4));
        if (length == 0 || (byte < 0x20 && byte != '\t') || byte == 0x7f) {
            cursor_.fail(i, byte == '\r' ? "lines to end with LF or CR LF" : "text in UTF-8");
            return false;
        }
        i += length;
    }
    return true;
}
HEADWAY_INSTANTIATE(bool assumption_line_reader::is_text<>());

template <class>
std::size_t assumption_line_reader::end_of_text(std::size_t from) const noexcept {
    std::size_t end = from;
    while (end < line_.size() &&
           !(line_[end] == '#' && (end == 0 || line_[end - 1] == ' ' || line_[end - 1] == '\t'))) {
        ++end;
    }
    while (end > from && (line_[end - 1] == ' ' || line_[end - 1] == '\t')) --end;
    return end;
}
HEADWAY_INSTANTIATE(std::size_t assumption_line_reader::end_of_text<>(std::size_t from) const);

template <class>
bool assumption_line_reader::nothing_but_a_comment_follows() {
    cursor_.skip_spaces();
    if (cursor_.at() == line_.size() || line_[cursor_.at()] == '#') return true;
    cursor_.fail(cursor_.at(), "the end of the line or a comment");
    return false;
}
HEADWAY_INSTANTIATE(bool assumption_line_reader::nothing_but_a_comment_follows<>());

template <class>
bool assumption_line_reader::read_quoted(std::string& text) {
    const std::size_t from = cursor_.at();
    std::size_t i = from + 1;
    for (; i < line_.size() && line_[i] != '"'; ++i) {
        if (line_[i] != '\\') {
            text += line_[i];
            continue;
        }
        const char c = i + 1 < line_.size() ? line_[i + 1] : '\0';
        const int high = i + 3 < line_.size() ? hex_digit(line_[i + 2]) : -1;
        const int low = i + 3 < line_.size() ? hex_digit(line_[i + 3]) : -1;
        if (c == '"' || c == '\\') {
            text += c;
            ++i;
        } else if (c == 'x' && high >= 0 && low >= 0) {
            text += static_cast<char>(high * 16 + low);
            i += 3;
        } else {
            cursor_.fail(i, "\\\", \\\\ or a byte such as \\x0a");
            return false;
        }
    }
    if (i == line_.size()) {
        cursor_.fail(from, "a closing quote");
        return false;
    }
    cursor_.go_to(i + 1);
    return true;
}
HEADWAY_INSTANTIATE(bool assumption_line_reader::read_quoted<>(std::string& text));

template <class>
bool assumption_line_reader::read_key(assumption_line& r) {
    constexpr assumption_line::kind kinds[] = {assumption_line::kind::source, assumption_line::kind::note,
                                               assumption_line::kind::as_of, assumption_line::kind::review_by};
    const std::string_view word = cursor_.peek_word();
    for (int i = 0; i < 4; ++i) {
        if (word != assumption_keys[i]) continue;
        cursor_.go_to(r.from + word.size());
        if (!cursor_.take(":")) break;
        r.says = kinds[i];
        cursor_.skip_spaces();
        const std::size_t from = cursor_.at();
        const std::size_t end = end_of_text(from);
        if (i >= 2) {
            text_cursor text(line_.substr(0, end), number_);
            text.go_to(from);
            r.when = date::from_seconds_since_1970(value_reader(text, notation_of<date>).read());
            text.expect_the_end();
            if (text.has_failed()) cursor_ = text;
        } else if (cursor_.next() == '"') {
            if (read_quoted(r.text)) (void)nothing_but_a_comment_follows();
        } else if (from == end) {
            cursor_.fail(from, "a text behind the colon");
        } else {
            r.text = line_.substr(from, end - from);
        }
        return true;
    }
    cursor_.go_to(r.from);
    return false;
}
HEADWAY_INSTANTIATE(bool assumption_line_reader::read_key<>(assumption_line& r));

template <class>
assumption_line& assumption_line_reader::read_assumption(assumption_line& r) {
    r.says = assumption_line::kind::assumption;
    std::size_t end = 0;
    std::size_t equals = r.from;
    if (line_[r.from] == '"') {
        if (!read_quoted(r.text)) return r;
        cursor_.skip_spaces();
        equals = cursor_.at();
        end = end_of_text(equals);
    } else {
        end = end_of_text(r.from);
        while (equals < end && line_[equals] != '=') ++equals;
        std::size_t name_end = equals;
        while (name_end > r.from && (line_[name_end - 1] == ' ' || line_[name_end - 1] == '\t')) --name_end;
        r.text = line_.substr(r.from, name_end - r.from);
    }
    if (equals >= end || line_[equals] != '=') {
        near_names names(cursor_.word_at(r.from));
        for (const std::string_view key : assumption_keys) names.offer(key);
        const std::string near = names.empty() ? "" : "; did you mean " + names.text() + ":?";
        cursor_.fail(r.from, end,
                     "a name, = and a belief, or below them source:, note:, as_of: or review_by:" + near);
        return r;
    }
    if (r.text.empty()) {
        cursor_.fail(r.from, "a name before the =");
        return r;
    }
    cursor_.go_to(equals + 1);
    cursor_.skip_spaces();
    r.belief_from = cursor_.at();
    r.belief_to = end_of_text(r.belief_from);
    if (r.belief_from == r.belief_to) {
        cursor_.fail(r.belief_from, r.belief_to, "a belief behind the =, such as 3 to 5.5");
        return r;
    }
    return r;
}
HEADWAY_INSTANTIATE(assumption_line& assumption_line_reader::read_assumption<>(assumption_line& r));

HEADWAY_OUT_OF_LINE int assumption_line_reader::hex_digit(char c) noexcept {
    const char l = lower_case(c);
    return is_digit(l) ? l - '0' : l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
