// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/detail/html_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string html_escaped(std::string_view text) { return headway::detail::markup_escaped(text); }
HEADWAY_INSTANTIATE(std::string html_escaped<>(std::string_view text));

template <class>
std::string short_numbers(std::string_view text) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t point = i;
        while (digit(point)) ++point;
        std::size_t end = point;
        if (point > i && text.compare(point, 1, ".") == 0) {
            end = point + 1;
            while (digit(end)) ++end;
        }
        if (point == i) {
            out += text[i++];
            continue;
        }
        const std::string_view number = text.substr(i, end - i);
        const std::size_t first = number.find_first_not_of("0.");
        const std::size_t digits = first == number.npos ? 0 : number.size() - first - (first < point - i ? 1 : 0);
        double value = 0.0;
        for (const char c : number) value = c == '.' ? value : 10.0 * value + (c - '0');
        for (std::size_t k = point + 1; k < end; ++k) value /= 10.0;
        // A power of ten behind it stays behind it.
        out += end > point && digits > 12 ? to_text(value, 4) : std::string(number);
        i = end;
    }
    return out;
}
HEADWAY_INSTANTIATE(std::string short_numbers<>(std::string_view text));

template <class>
std::string html_words(std::string_view text) {
    const std::string escaped = html_escaped(short_numbers(text));
    const auto digit = [&](std::size_t i) { return i < escaped.size() && escaped[i] >= '0' && escaped[i] <= '9'; };
    const auto is_date = [&](std::size_t at) {
        for (std::size_t i = 0; i < 10; ++i) {
            if (i == 4 || i == 7 ? escaped.compare(at + i, 1, "-") != 0 : !digit(at + i)) return false;
        }
        return !digit(at + 10) && (at == 0 || !digit(at - 1));
    };
    std::string out;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (digit(i) && i + 10 <= escaped.size() && is_date(i)) {
            out += "<time>" + escaped.substr(i, 10) + "</time>";
            i += 9;
            continue;
        }
        const bool in_number = digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
        const bool before_sign = escaped.compare(i + 1, 1, "%") == 0 || escaped.compare(i + 1, 2, "×") == 0;
        const bool stays = escaped[i] == ' ' && i > 0 && digit(i - 1) && (in_number || before_sign);
        out += stays ? "\xC2\xA0" : escaped.substr(i, 1);
    }
    return out;
}
HEADWAY_INSTANTIATE(std::string html_words<>(std::string_view text));

template <class>
std::string html_text(const std::string& element, std::string_view text, const std::string& style) {
    const std::string words = html_words(text);
    if (words.find_first_not_of(' ') == words.npos) return {};
    const std::string attribute = style.empty() ? "" : " class=\"" + style + "\"";
    return "<" + element + attribute + ">" + words + "</" + element + ">\n";
}
HEADWAY_INSTANTIATE(std::string html_text<>(const std::string& element, std::string_view text, const std::string& style));

template <class>
std::string web_link(std::string_view address, std::string_view words) {
    const bool is_web = address.substr(0, 8) == "https://" || address.substr(0, 7) == "http://";
    if (!is_web) return html_words(words);
    return "<a href=\"" + html_escaped(address) + "\">" + html_words(words) + "</a>";
}
HEADWAY_INSTANTIATE(std::string web_link<>(std::string_view address, std::string_view words));

template <class>
std::string file_address(const char* function, std::string_view name) {
    if (name.empty() || name.front() == '/') {
        throw std::domain_error(std::string(function) + ": \"" + headway::detail::quoted_in_message(name) +
                                "\" names no file beside the page; give its name as seen from there, \"numbers.csv\"");
    }
    constexpr std::string_view plain = "-._~/";
    constexpr char hex[] = "0123456789ABCDEF";
    std::string address;
    for (const char c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              plain.find(c) != plain.npos;
        const auto byte = static_cast<unsigned char>(c);
        if (is_plain) address += c;
        else address += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return address;
}
HEADWAY_INSTANTIATE(std::string file_address<>(const char* function, std::string_view name));

template <class>
std::string words_of(const char* function, const char* what, std::string_view text) {
    std::string words = headway::detail::shown_text(text);
    if (words.find_first_not_of(' ') == words.npos) {
        throw std::domain_error(std::string(function) + ": the " + what + " has no words; give it some");
    }
    return words;
}
HEADWAY_INSTANTIATE(std::string words_of<>(const char* function, const char* what, std::string_view text));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
