// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/belief_text_reader.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
std::string basic_belief_text_reader<V>::text_read(std::size_t from) const {
    std::string text;
    text_cursor left(cursor_.between(from, cursor_.at()));
    left.skip_spaces();
    while (!left.rest().empty()) {
        const std::size_t at = left.at();
        left.skip_spaces();
        if (left.rest().empty()) break;
        if (left.at() > at) text += ' ';
        text += left.rest().front();
        left.go_to(left.at() + 1);
    }
    return text;
}

template <class V>
double basic_belief_text_reader<V>::number() {
    cursor_.skip_spaces();
    const std::size_t from = cursor_.at();
    const double x = read_as(notation_of<double>);
    const std::string text = text_read(from);
    decimal_text digits = read_decimal(text);
    std::string_view unit = std::string_view(text).substr(digits.length);
    if (unit.starts_with(' ')) unit.remove_prefix(1);
    if (digits.length == 0 || (unit != "%" && unit != "percent")) return x;
    digits.exponent -= 2;
    return value_of(digits).value_or(x);
}

template <class V>
double basic_belief_text_reader<V>::read_as(const value_notation& notation) {
    cursor_.skip_spaces();
    const std::size_t from = cursor_.at();
    const double x = value_reader(cursor_, notation).read();
    write(text_read(from));
    return x;
}

template <class V>
void basic_belief_text_reader<V>::comma() {
    expect(",", "a comma and a further argument");
    write(", ");
}

template <class V>
bool basic_belief_text_reader<V>::another() {
    if (!cursor_.take(",")) return false;
    write(", ");
    return true;
}

template <class V>
void basic_belief_text_reader<V>::expect(std::string_view symbol, std::string_view expected) {
    cursor_.skip_spaces();
    if (!cursor_.take(symbol)) cursor_.fail(cursor_.at(), expected);
}

template <class V>
void basic_belief_text_reader<V>::close() {
    expect(")", "a closing bracket");
    write(")");
}

HEADWAY_INSTANTIATE(class basic_belief_text_reader<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
