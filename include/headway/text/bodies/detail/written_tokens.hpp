// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/detail/written_tokens.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string in_plain_signs(std::string_view text) {
    struct sign {
        std::string_view written;
        std::string_view plain;
    };
    constexpr sign signs[] = {
        {"\xC2\xA0", " "},      {"\xE2\x80\xAF", " "},  {"\xE2\x80\x87", " "}, {"\xE2\x80\x88", " "},  {"\xE2\x80\x89", " "},
        {"\xE2\x80\x8A", " "},  {"\t", " "},            {"\xE2\x88\x92", "-"}, {"\xE2\x80\x90", "-"},  {"\xE2\x80\x91", "-"},
        {"\xE2\x80\x93", "-"},  {"\xE2\x80\x94", "-"},  {"\xC2\xB1", "+-"},    {"+/-", "+-"},          {"\xE2\x89\x88", "~"},
        {"\xE2\x88\xBC", "~"},  {"\xE2\x89\xA5", ">"},  {"\xE2\x89\xA4", "<"}, {"\xE2\x80\xA6", ".."}, {"\xE2\x80\x99", "'"},
        {"\xC3\x97", " x "}};
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        if (const char c = text[i]; static_cast<unsigned char>(c) < 0x80 && c != '+' && c != '\t') {
            plain += c;
            ++i;
            continue;
        }
        std::string_view from = text.substr(i, 1);
        std::string_view to = from;
        for (const sign& s : signs) {
            if (!text.substr(i).starts_with(s.written)) continue;
            from = s.written;
            to = s.plain;
            break;
        }
        plain += to;
        i += from.size();
    }
    return plain;
}
HEADWAY_INSTANTIATE(std::string in_plain_signs<>(std::string_view text));

template <class>
std::size_t read_written_number(std::string_view text, bool in_brackets, std::string& number) {
    const auto digits_at = [text](std::size_t i) {
        std::size_t n = 0;
        while (i + n < text.size() && is_digit(text[i + n])) ++n;
        return n;
    };
    std::size_t i = digits_at(0);
    number = text.substr(0, i);
    const std::size_t first = i;
    char divider = '\0';
    while (first >= 1 && first <= 3 && i < text.size() && digits_at(i + 1) == 3) {
        const char c = text[i];
        const bool divides = c == '\'' || c == '_' || (!in_brackets && (c == ',' || c == ' ')) ||
                             (c == '.' && !in_brackets && i + 4 < text.size() && (text[i + 4] == ',' || text[i + 4] == '.'));
        if (!divides || (divider != '\0' && c != divider && !(divider == '.' && c == '.'))) break;
        divider = c;
        number += text.substr(i + 1, 3);
        i += 4;
    }
    // Of 1.234.567 the last group too.
    while (divider == '.' && i < text.size() && text[i] == '.' && digits_at(i + 1) == 3) {
        number += text.substr(i + 1, 3);
        i += 4;
    }
    if (i < text.size() && digits_at(i + 1) > 0 &&
        (text[i] == '.' || (text[i] == ',' && !in_brackets && divider != ','))) {
        const std::size_t n = digits_at(i + 1);
        number += "." + std::string(text.substr(i + 1, n));
        i += 1 + n;
    }
    if (i + 1 < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        const std::size_t sign = text[i + 1] == '-' || text[i + 1] == '+' ? 1 : 0;
        if (const std::size_t n = digits_at(i + 1 + sign); n > 0) {
            number += text.substr(i, 1 + sign + n);
            i += 1 + sign + n;
        }
    } else if (number == "10" && i < text.size() && text[i] == '^') {
        if (const std::size_t n = digits_at(i + 1); n > 0) {
            number = "1e" + std::string(text.substr(i + 1, n));
            i += 1 + n;
        }
    }
    return i;
}
HEADWAY_INSTANTIATE(std::size_t read_written_number<>(std::string_view text, bool in_brackets, std::string& number));

template <class>
std::vector<written_token> tokens_of(std::string_view given, bool is_date) {
    using kind = written_token::kind;
    const std::string plain = in_plain_signs(given);
    const std::string_view text = plain;
    std::vector<written_token> all;
    int depth = 0;
    bool has_gap = false;
    const auto is_letter = [](char c) {
        const char l = lower_case(c);
        return (l >= 'a' && l <= 'z') || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ') {
            has_gap = true;
            ++i;
            continue;
        }
        const bool is_fraction = !is_date && text[i] == '.' && i + 1 < text.size() && is_digit(text[i + 1]) && (i == 0 || !is_digit(text[i - 1]));
        if (is_digit(text[i]) || is_fraction) {
            written_token t{kind::number, {}, has_gap};
            // A comma or a dot in a date divides nothing of a number.
            std::size_t length = 0;
            if (is_date) {
                while (i + length < text.size() && is_digit(text[i + length])) ++length;
                t.text = text.substr(i, length);
            } else {
                length = read_written_number(text.substr(i), depth > 0, t.text);
            }
            all.push_back(t);
            i += length;
        } else if (is_letter(text[i])) {
            std::size_t end = i;
            // Digits belong to a name such as ci90.
            while (end < text.size() && (is_letter(text[end]) || (end > i + 1 && is_digit(text[end])))) ++end;
            all.push_back({kind::word, std::string(text.substr(i, end - i)), has_gap});
            i = end;
        } else {
            std::size_t length = 1;
            while (text[i] == '.' && i + length < text.size() && text[i + length] == '.') ++length;
            if (text.substr(i).starts_with("+-")) length = 2;
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            all.push_back({kind::sign, std::string(text.substr(i, length)), has_gap});
            i += length;
        }
        has_gap = false;
    }
    return all;
}
HEADWAY_INSTANTIATE(std::vector<written_token> tokens_of<>(std::string_view given, bool is_date));

template <class>
std::string month_begin(int year, int month) {
    const std::string m = std::to_string(month > 12 ? month - 12 : month);
    return std::to_string(month > 12 ? year + 1 : year) + (m.size() < 2 ? "-0" : "-") + m + "-01";
}
HEADWAY_INSTANTIATE(std::string month_begin<>(int year, int month));

template <class>
written_period period_of(std::span<const written_token> tokens) {
    constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                           "july",    "august",   "september", "october", "november", "december"};
    constexpr std::string_view fillers[] = {"by", "in", "of", "on", "the", "st", "nd", "rd", "th", ",", "-", "/", ".", "before", "after", "until"};
    int year = -1;
    int month = 0;
    int length = 0;  // in months
    int day = 0;
    std::string_view part;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string& t = tokens[i].text;
        if (tokens[i].is == written_token::kind::number) {
            const double n = parse_number(t).value_or(0.0);
            if (t.size() == 4 && year < 0) {
                year = static_cast<int>(n);
            } else if (t.size() <= 2 && n >= 1.0 && n <= 31.0 && year >= 0 && month == 0 && n <= 12.0) {
                month = static_cast<int>(n);
                length = 1;
            } else if (t.size() <= 2 && n >= 1.0 && n <= 31.0 && month > 0 && day == 0) {
                day = static_cast<int>(n);
            } else if (t.size() <= 2 && n >= 1.0 && n <= 31.0 && i + 1 < tokens.size() && tokens[i + 1].is == written_token::kind::word && day == 0) {
                day = static_cast<int>(n);
            } else {
                return {};
            }
            continue;
        }
        std::string word;
        for (const char c : t) word += lower_case(c);
        const bool counted = i + 1 < tokens.size() && tokens[i + 1].text.size() == 1 && is_digit(tokens[i + 1].text[0]);
        const int number = counted ? tokens[i + 1].text[0] - '0' : 0;
        bool is_known = false;
        if ((word == "q" && number >= 1 && number <= 4) || (word == "h" && number >= 1 && number <= 2)) {
            length = word == "q" ? 3 : 6;
            month = (number - 1) * length + 1;
            ++i;
            is_known = true;
        }
        for (int m = 0; m < 12 && !is_known; ++m) {
            if (word.size() < 3 || !months[m].starts_with(word)) continue;
            month = m + 1;
            length = 1;
            is_known = true;
        }
        for (const std::string_view p : {"mid", "end", "late", "early", "start"}) {
            if (word != p) continue;
            part = p;
            is_known = true;
        }
        for (const std::string_view filler : fillers) is_known = is_known || word == filler;
        if (!is_known) return {};
    }
    if (year < 0) return {};
    const std::string y = std::to_string(year);
    if (month == 0) {
        if (day != 0) return {};
        if (part == "mid") return {y + ".5", {}};
        if (part == "end" || part == "late") return {y + "-12-31", {}};
        return {part.empty() ? y : y + "-01-01", {}};
    }
    if (day == 0) return {month_begin(year, month), month_begin(year, month + length)};
    std::string from = month_begin(year, month);
    from.replace(from.size() - 2, 2, (day < 10 ? "0" : "") + std::to_string(day));
    return {from, {}};
}
HEADWAY_INSTANTIATE(written_period period_of<>(std::span<const written_token> tokens));

}  // namespace headway::detail

#include <headway/header_end.hpp>
