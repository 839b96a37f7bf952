// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/csv_number.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string_view without_spaces_around(std::string_view text) noexcept {
    const auto is_no_space = [](char c) { return c > ' ' && c <= '~'; };
    if (!text.empty() && is_no_space(text.front()) && is_no_space(text.back())) return text;
    const auto takes = [&text](std::string_view space) {
        if (text.starts_with(space)) {
            text.remove_prefix(space.size());
        } else if (text.ends_with(space)) {
            text.remove_suffix(space.size());
        } else {
            return false;
        }
        return true;
    };
    for (;;) {
        if (takes(" ") || takes("\t") || takes("\r") || takes("\n")) continue;
        if (!takes(no_break_spaces[0]) && !takes(no_break_spaces[1])) return text;
    }
}
HEADWAY_INSTANTIATE(std::string_view without_spaces_around<>(std::string_view text));

template <class>
bool same_in_any_case(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower_case(a[i]) != lower_case(b[i])) return false;
    }
    return true;
}
HEADWAY_INSTANTIATE(bool same_in_any_case<>(std::string_view a, std::string_view b));

template <class>
std::size_t thousands_length(std::string_view text, std::string_view separator) noexcept {
    if (separator.empty()) return 0;
    if (text.starts_with(separator)) return separator.size();
    if (separator == " ") {
        for (const std::string_view space : no_break_spaces) {
            if (text.starts_with(space)) return space.size();
        }
    }
    return 0;
}
HEADWAY_INSTANTIATE(std::size_t thousands_length<>(std::string_view text, std::string_view separator));

template <class>
std::string plain_notation(std::string_view text, char decimal, std::string_view thousands) {
    std::string plain;
    std::size_t i = 0;
    const auto digit_at = [text](std::size_t at) { return at < text.size() && is_digit(text[at]); };
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) plain += text[i++];
    const std::size_t first = i;
    while (digit_at(i)) plain += text[i++];
    if (thousands_length(text.substr(i), thousands) > 0) {
        if (i == first || i - first > 3) return {};
        while (const std::size_t length = thousands_length(text.substr(i), thousands)) {
            i += length;
            if (!digit_at(i) || !digit_at(i + 1) || !digit_at(i + 2) || digit_at(i + 3)) return {};
            plain += text.substr(i, 3);
            i += 3;
        }
    }
    if (i < text.size() && text[i] == decimal) {
        plain += '.';
        ++i;
    } else if (i < text.size() && text[i] == '.') {
        return {};
    }
    return plain += text.substr(i);
}
HEADWAY_INSTANTIATE(std::string plain_notation<>(std::string_view text, char decimal, std::string_view thousands));

template <class>
std::optional<double> plain_number(std::string_view text, char decimal, std::string_view thousands) {
    if (const auto number = short_number(text, decimal)) return number;
    const bool is_plain = decimal == '.' && thousands.empty();
    const std::string rewritten = is_plain ? std::string() : plain_notation(text, decimal, thousands);
    const std::string_view plain = is_plain ? text : rewritten;
    const auto number = parse_number(plain);
    // What is not 0 in the file must not become so.
    if (number && *number == 0.0 && read_decimal(plain).digit_count > 0) return std::nullopt;
    return number;
}
HEADWAY_INSTANTIATE(std::optional<double> plain_number<>(std::string_view text, char decimal, std::string_view thousands));

template <class>
std::optional<csv_number> number_in(std::string_view cell, const csv_options& options) {
    std::string_view text = without_spaces_around(cell);
    // No sign of a currency, and none of percent, is part of such a number.
    if (const auto plain = short_number(text, options.decimal)) return csv_number{*plain, false};
    std::string sign;
    csv_number number;
    if (const std::string_view currency = options.currency.text(); !currency.empty()) {
        if (text.size() > 1 && (text.front() == '-' || text.front() == '+') && text.substr(1).starts_with(currency)) {
            sign = text.front();
            text = without_spaces_around(text.substr(1 + currency.size()));
            if (text.starts_with('-') || text.starts_with('+')) return std::nullopt;
        } else if (text.starts_with(currency)) {
            text = without_spaces_around(text.substr(currency.size()));
        } else if (text.ends_with(currency)) {
            text = without_spaces_around(text.substr(0, text.size() - currency.size()));
        }
    }
    if (options.percent && text.ends_with('%')) {
        number.is_percent = true;
        text = without_spaces_around(text.substr(0, text.size() - 1));
    }
    const std::string with_sign = sign.empty() ? sign : sign + std::string(text);
    const auto value = plain_number(sign.empty() ? text : with_sign, options.decimal, options.thousands.text());
    if (!value) return std::nullopt;
    number.value = *value;
    return number;
}
HEADWAY_INSTANTIATE(std::optional<csv_number> number_in<>(std::string_view cell, const csv_options& options));

template <class>
int sign_of_infinity(std::string_view text) noexcept {
    const std::string_view word = text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    if (!same_in_any_case(word, "inf") && !same_in_any_case(word, "infinity")) return 0;
    return text.starts_with('-') ? -1 : 1;
}
HEADWAY_INSTANTIATE(int sign_of_infinity<>(std::string_view text));

template <class>
std::string expected_number(std::string_view cell, const csv_options& options) {
    const std::string_view text = without_spaces_around(cell);
    if (sign_of_infinity(text) != 0) {
        return "a finite number; if this says that the value is missing, say .missing = {\"" + std::string(text) +
               "\"} and missing_cells::skip";
    }
    const std::string plain = plain_notation(text, options.decimal, options.thousands.text());
    if (!plain.empty() && read_decimal(plain).length == plain.size()) {
        return "a number that is neither too large nor too small for a double";
    }
    const auto reads_with = [&](const auto& change) {
        csv_options other = options;
        change(other);
        return number_in(text, other).has_value();
    };
    if (!options.percent && reads_with([](csv_options& o) { o.percent = true; })) {
        return "a number; of numbers in percent say .percent = true";
    }
    for (const char* const sign : {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "USD", "EUR"}) {
        if (options.currency.empty() && text.find(sign) != text.npos) {
            return "a number; of numbers with a currency say .currency = \"" + std::string(sign) + "\"";
        }
    }
    if (options.decimal == '.' && reads_with([](csv_options& o) {
            o.decimal = ',';
            o.thousands = {};
        })) {
        const bool groups = reads_with([](csv_options& o) { o.thousands = ','; });
        return std::string("a number; of decimal commas say .decimal = ','") +
               (groups ? ", of thousands separators .thousands = ','" : "");
    }
    if (options.decimal == '.' && reads_with([](csv_options& o) {
            o.decimal = ',';
            o.thousands = '.';
        })) {
        return "a number; of this one say .decimal = ',' and .thousands = '.'";
    }
    for (const char* const separator : {",", " ", "'", "\xE2\x80\x99", "_"}) {
        if (options.thousands.empty() && reads_with([separator](csv_options& o) { o.thousands = separator; })) {
            return "a number; of thousands separators say .thousands = \"" + std::string(separator) + "\"";
        }
    }
    if (options.decimal == ',' && reads_with([](csv_options& o) {
            o.decimal = '.';
            o.thousands = {};
        })) {
        return "a number with a decimal comma, as .decimal = ',' says";
    }
    if (text.size() <= 12 && text.find_first_of("0123456789") == text.npos) {
        return "a number; if this says that the value is missing, say .missing = {\"" + quoted_in_message(text) +
               "\"} and missing_cells::skip";
    }
    return "a number";
}
HEADWAY_INSTANTIATE(std::string expected_number<>(std::string_view cell, const csv_options& options));

template <class>
bool csv_missing::is_usual(std::string_view text) {
    return same_in_any_case(text, "na") || same_in_any_case(text, "n/a") || same_in_any_case(text, "nan");
}
HEADWAY_INSTANTIATE(bool csv_missing::is_usual<>(std::string_view text));

template <class>
bool csv_missing::is_named(std::string_view text) const {
    for (const std::string_view word : words_) {
        if (same_in_any_case(text, word)) return true;
    }
    const auto has = [](const auto& all, auto one) { return std::find(all.begin(), all.end(), one) != all.end(); };
    if (!infinities_.empty() && has(infinities_, sign_of_infinity(text))) return true;
    if (numbers_.empty()) return false;
    const auto number = plain_number(text, options_.decimal, options_.thousands.text());
    return number && has(numbers_, *number);
}
HEADWAY_INSTANTIATE(bool csv_missing::is_named<>(std::string_view text) const);

HEADWAY_OUT_OF_LINE bool csv_missing::operator()(std::string_view text) const {
    if (text.empty()) return true;
    if (text.size() <= 3 && lower_case(text.front()) == 'n' && is_usual(text)) return true;
    return !words_.empty() && is_named(text);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
