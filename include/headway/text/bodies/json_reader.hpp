// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/json_reader.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
json_value json_reader::read() {
    if (auto fault = encoding_fault(text_)) throw parse_error(*std::move(fault));
    at_ = line_start_ = byte_order_mark_length(text_);
    json_value document = value(0);
    skip_spaces();
    if (at_ != text_.size()) fail(at_, "the end of the document");
    return document;
}
HEADWAY_INSTANTIATE(json_value json_reader::read<>());

template <class>
json_value json_reader::value(int depth) {
    skip_spaces();
    json_value v;
    v.line = line_;
    v.column = at_ - line_start_ + 1;
    const std::size_t from = at_;
    const char c = next();
    if (c == '{' || c == '[') {
        if (depth == most_depth) fail(at_, "values at most 64 deep");
        v.is = c == '{' ? json_value::kind::object : json_value::kind::array;
        ++at_;
        read_items(v, depth);
    } else if (c == '"') {
        v.is = json_value::kind::string;
        read_string(v);
    } else if (c == '-' || is_digit(c)) {
        v.is = json_value::kind::number;
        read_number(v);
    } else if (word("true") || word("false")) {
        v.is = json_value::kind::truth;
        v.truth = c == 't';
        v.text = text_.substr(from, at_ - from);
    } else if (word("null")) {
        v.text = "null";
    } else {
        fail(at_, "a JSON value: {, [, a string in double quotes, a number, true, false or null");
    }
    return v;
}
HEADWAY_INSTANTIATE(json_value json_reader::value<>(int depth));

template <class>
void json_reader::read_items(json_value& v, int depth) {
    const bool is_object = v.is == json_value::kind::object;
    const char end = is_object ? '}' : ']';
    if (take(end)) return;
    do {
        if (is_object) {
            skip_spaces();
            if (next() != '"') fail(at_, "a name in double quotes");
            v.names.push_back(value(depth + 1));
            if (!take(':')) fail(at_, "a colon behind the name");
        }
        v.items.push_back(value(depth + 1));
    } while (take(','));
    if (!take(end)) fail(at_, is_object ? "a comma or }" : "a comma or ]");
    if (is_object) refuse_names_that_stand_twice(v);
}
HEADWAY_INSTANTIATE(void json_reader::read_items<>(json_value& v, int depth));

template <class>
void json_reader::refuse_names_that_stand_twice(const json_value& v) {
    const std::vector<std::size_t> order =
        stable_order(v.names.size(), [&](std::size_t a, std::size_t b) { return v.names[a].text < v.names[b].text; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (v.names[order[i]].text == v.names[order[i - 1]].text) throw v.names[order[i]].fault("each name once in an object");
    }
}
HEADWAY_INSTANTIATE(void json_reader::refuse_names_that_stand_twice<>(const json_value& v));

template <class>
void json_reader::read_number(json_value& v) {
    const std::size_t from = at_;
    const auto digits = [&] {
        const std::size_t first = at_;
        while (is_digit(next())) ++at_;
        return at_ - first;
    };
    if (next() == '-') ++at_;
    const bool has_leading_zero = next() == '0';
    const std::size_t whole = digits();
    bool is_number = whole > 0 && !(has_leading_zero && whole > 1);
    if (next() == '.') {
        ++at_;
        is_number = digits() > 0 && is_number;
    }
    if (next() == 'e' || next() == 'E') {
        ++at_;
        if (next() == '+' || next() == '-') ++at_;
        is_number = digits() > 0 && is_number;
    }
    v.text = text_.substr(from, at_ - from);
    if (!is_number) fail(from, "a number as JSON has it, such as -0.5 or 1e6");
    const auto number = parse_number(v.text);
    if (!number) fail(from, "a number that a double can hold");
    v.number = *number;
}
HEADWAY_INSTANTIATE(void json_reader::read_number<>(json_value& v));

template <class>
void json_reader::read_string(json_value& v) {
    const std::size_t from = at_++;
    for (;;) {
        if (at_ == text_.size() || text_[at_] == '\n') fail(from, "a closing quote on the same line");
        const char c = text_[at_];
        if (static_cast<unsigned char>(c) < 0x20) fail(at_, "control characters to be written as \\u00..");
        ++at_;
        if (c == '"') return;
        if (c != '\\') {
            v.text += c;
            continue;
        }
        v.has_escapes = true;
        constexpr std::string_view written = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        const std::size_t which = written.find(next());
        if (next() == 'u') {
            read_escaped_character(v);
        } else if (at_ < text_.size() && which != std::string_view::npos) {
            v.text += meant[which];
            ++at_;
        } else {
            fail(at_ - 1, "\\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t or \\u and four hexadecimal digits");
        }
    }
}
HEADWAY_INSTANTIATE(void json_reader::read_string<>(json_value& v));

template <class>
void json_reader::read_escaped_character(json_value& v) {
    const std::size_t from = at_ - 1;
    char32_t c = four_digits(from);
    if (c >= 0xD800 && c < 0xDC00 && text_.substr(at_).starts_with("\\u")) {
        ++at_;
        const char32_t low = four_digits(from);
        if (low < 0xDC00 || low > 0xDFFF) fail(from, "the second half of a character behind the first");
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    } else if (c >= 0xD800 && c < 0xE000) {
        fail(from, "a whole character; this is one half of one, of UTF-16");
    }
    const auto put = [&](char32_t byte) { v.text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}
HEADWAY_INSTANTIATE(void json_reader::read_escaped_character<>(json_value& v));

template <class>
char32_t json_reader::four_digits(std::size_t from) {
    char32_t c = 0;
    ++at_;
    for (int i = 0; i < 4; ++i, ++at_) {
        const char d = lower_case(next());
        const bool is_letter = d >= 'a' && d <= 'f';
        if (!is_letter && !is_digit(d)) fail(from, "\\u and four hexadecimal digits");
        c = c * 16 + static_cast<char32_t>(is_letter ? d - 'a' + 10 : d - '0');
    }
    return c;
}
HEADWAY_INSTANTIATE(char32_t json_reader::four_digits<>(std::size_t from));

HEADWAY_OUT_OF_LINE const json_value* json_value::find(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].text == name) return &items[i];
    }
    return nullptr;
}

HEADWAY_OUT_OF_LINE void json_reader::skip_spaces() noexcept {
    for (; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (c == '\n') {
            ++line_;
            line_start_ = at_ + 1;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            return;
        }
    }
}

HEADWAY_OUT_OF_LINE bool json_reader::take(char c) noexcept {
    skip_spaces();
    if (next() != c || at_ == text_.size()) return false;
    ++at_;
    return true;
}

HEADWAY_OUT_OF_LINE void json_reader::fail(std::size_t from, std::string_view expected) const {
    std::string_view got = text_.substr(from);
    got = got.substr(0, got.find_first_of("\r\n"));
    throw parse_error(line_, from - line_start_ + 1, got.empty() ? "the end" : quoted_in_message(got), expected);
}

HEADWAY_OUT_OF_LINE bool json_reader::word(std::string_view w) noexcept {
    if (!text_.substr(at_).starts_with(w)) return false;
    at_ += w.size();
    return true;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
