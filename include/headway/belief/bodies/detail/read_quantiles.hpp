// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/read_quantiles.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
bool basic_quantile_reader<V>::short_form_is_next() noexcept {
    cursor_.skip_spaces();
    bool has_slash = false;
    for (const char c : cursor_.rest()) {
        if (c == ':') return has_slash;
        has_slash = has_slash || c == '/';
        if (!is_digit(c) && c != '.' && c != '/' && c != ' ' && c != '%') return false;
    }
    return false;
}

template <class V>
given_quantiles basic_quantile_reader<V>::read_short_form() {
    std::vector<double> levels;
    std::vector<std::string> texts;
    const std::size_t from = cursor_.at();
    do {
        const std::size_t level_from = cursor_.at();
        levels.push_back(percent());
        texts.push_back(text_read(level_from) + " %");
    } while (cursor_.take("/"));
    (void)cursor_.take("%");
    if (!levels.empty() && !(levels.back() >= 0.01)) {
        cursor_.fail(from, "levels in percent, as in 10/50/90: 1, 2, 5");
    }
    expect(":", "a colon behind the levels, as in 10/50/90: 1, 2, 5");
    std::vector<value_entry> entries;
    for (std::size_t i = 0; i < levels.size() && !cursor_.has_failed(); ++i) {
        if (i > 0) expect(",", "a comma and a value for each level");
        entries.push_back(entry(levels[i], texts[i]));
    }
    write("from_quantiles(");
    given_quantiles given = resolved(entries);
    for (bool goes_on = option_is_next(); goes_on; goes_on = option_is_next()) {
        (void)cursor_.take(",");
        read_option(given);
    }
    write(")");
    return given;
}

template <class V>
given_quantiles basic_quantile_reader<V>::read_call() {
    std::vector<value_entry> entries;
    bool has_options = false;
    do {
        if ((has_options = option_is_next())) break;
        cursor_.skip_spaces();
        const std::size_t from = cursor_.at();
        const std::string before = written_;
        const double p = number();
        const std::string text = text_read(from);
        written_ = before;
        expect(":", "a colon behind the probability, as in from_quantiles(10 %: 1, 50 %: 2, 90 %: 5)");
        entries.push_back(entry(p, text));
    } while (cursor_.take(","));
    given_quantiles given = resolved(entries);
    while (has_options) {
        read_option(given);
        has_options = cursor_.take(",");
    }
    close();
    return given;
}

template <class V>
double basic_quantile_reader<V>::percent() {
    cursor_.skip_spaces();
    decimal_text digits = read_decimal(cursor_.rest());
    if (digits.length == 0) cursor_.fail(cursor_.at(), "a level in percent, as in 10/50/90: 1, 2, 5");
    cursor_.go_to(cursor_.at() + digits.length);
    digits.exponent -= 2;
    return value_of(digits).value_or(0.0);
}

template <class V>
auto basic_quantile_reader<V>::entry(double p, const std::string& probability_text) -> value_entry {
    value_entry e;
    e.probability = p;
    e.probability_text = probability_text;
    cursor_.skip_spaces();
    const std::size_t from = cursor_.at();
    value_reader reader(cursor_, *notation_.values);
    if (notation_.values->kind.is_date()) {
        e.value.number = reader.read();
    } else {
        e.value = reader.read_number_and_unit();
    }
    e.value_text = text_read(from);
    return e;
}

template <class V>
given_quantiles basic_quantile_reader<V>::resolved(std::vector<value_entry>& entries) {
    const bool is_date = notation_.values->kind.is_date();
    value_reader reader(cursor_, *notation_.values);
    for (std::size_t i = entries.size(); !is_date && i-- > 0;) {
        value_entry& e = entries[i];
        if (!e.value.has_unit && i + 1 < entries.size() && entries[i + 1].value.has_unit) {
            e.value.unit = entries[i + 1].value.unit;
            e.value.has_unit = true;
            const std::string& text = entries[i + 1].value_text;
            e.value_text += text.substr(read_decimal(text).length);
        }
    }
    given_quantiles given;
    for (const value_entry& e : entries) {
        const double x = is_date ? e.value.number : reader.in_base_units(e.value, e.value.unit, e.value.has_unit);
        write((given.count > 0 ? ", " : "") + e.probability_text + ": " + e.value_text);
        given.add(e.probability, x);
    }
    return given;
}

template <class V>
bool basic_quantile_reader<V>::option_is_next() noexcept {
    const std::size_t from = cursor_.at();
    (void)cursor_.take(",");
    const std::string_view word = cursor_.peek_word();
    const bool is_option = word == "above" || word == "below" || word == "between" || word == "terms";
    cursor_.go_to(from);
    return is_option;
}

template <class V>
void basic_quantile_reader<V>::read_option(given_quantiles& given) {
    const std::size_t from = (cursor_.skip_spaces(), cursor_.at());
    if (cursor_.take_word("above")) {
        write(", above ");
        given.lo = value();
    } else if (cursor_.take_word("below")) {
        write(", below ");
        given.hi = value();
    } else if (cursor_.take_word("between")) {
        write(", between ");
        given.lo = value();
        write(" and ");
        if (!cursor_.take_word("and")) cursor_.fail(cursor_.at(), "the word and, as in between 0 and 1");
        given.hi = value();
    } else if (cursor_.take_word("terms")) {
        write(", terms ");
        const double count = number();
        if (!(count >= 1.0 && count <= 100.0 && floor(count) == count)) {
            cursor_.fail(from, cursor_.at(), "a whole number of terms, as in terms 3");
        } else {
            given.terms = static_cast<int>(count);
        }
    } else {
        cursor_.fail(from, "above, below, between or terms");
    }
    if (given.lo == infinity || given.hi == -infinity || given.lo != given.lo || given.hi != given.hi) {
        cursor_.fail(from, cursor_.at(), "a finite bound");
    }
}

HEADWAY_INSTANTIATE(class basic_quantile_reader<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
