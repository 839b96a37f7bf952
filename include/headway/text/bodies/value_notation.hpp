// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/value_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
const value_notation& notation_of_differences(const value_notation& values) noexcept {
    return values.kind.is_date() ? notation_of<quantity<dim::time>> : values;
}
HEADWAY_INSTANTIATE(const value_notation& notation_of_differences<>(const value_notation& values));

template <class>
std::string usual_unit_of(const value_notation& values) {
    if (values.kind == value_kind::of<quantity<dim::time>>()) return "months";
    const std::string one = values.text(1.0, 1);
    const std::size_t space = one.find(' ');
    return space == std::string::npos ? std::string() : one.substr(space + 1);
}
HEADWAY_INSTANTIATE(std::string usual_unit_of<>(const value_notation& values));

template <class>
value_reader::number_and_unit value_reader::read_number_and_unit() {
    number_and_unit r;
    const std::size_t from = start();
    if (const double x = infinite(); x != 0.0) {
        r.number = x;
        r.has_unit = true;
        cursor_unit_from_ = from;
        if (notation_.is_quantity()) r.unit = unit_of_kind();
        return r;
    }
    r.number = number();
    cursor_.skip_spaces();
    cursor_unit_from_ = cursor_.at();
    if (unit_reader::is_next(cursor_)) {
        r.has_unit = true;
        r.unit = unit_reader(cursor_, *notation_.units).read();
        if (!cursor_.has_failed() && !r.unit.is_of(notation_.kind)) {
            const std::string what = notation_.kind.is_number() ? "no unit, for this is a number" : expected();
            cursor_.fail(cursor_unit_from_, cursor_.at(), what);
        }
    }
    return r;
}
HEADWAY_INSTANTIATE(value_reader::number_and_unit value_reader::read_number_and_unit<>());

template <class>
double value_reader::in_base_units(const number_and_unit& r, const run_time_unit& unit, bool has_unit) {
    if (cursor_.has_failed()) return 0.0;
    if (!has_unit && notation_.is_quantity() && r.number != 0.0) cursor_.fail(cursor_unit_from_, expected());
    const double base = has_unit ? unit.to_base(r.number) : r.number;
    if (base - base != 0.0 && r.number - r.number == 0.0) {
        cursor_.fail(cursor_unit_from_, cursor_.at(), "a value below 1.8e308 in base units");
    }
    if (base == 0.0 && r.number != 0.0) {
        cursor_.fail(cursor_unit_from_, cursor_.at(), "a value from 4.9e-324 base units on, or 0");
    }
    return base;
}
HEADWAY_INSTANTIATE(double value_reader::in_base_units<>(const number_and_unit& r, const run_time_unit& unit, bool
                    has_unit));

template <class>
double value_reader::number() {
    const std::size_t from = start();
    const decimal_text digits = read_decimal(cursor_.rest());
    const auto x = value_of(digits);
    if (digits.length == 0 && !cursor_.has_failed()) cursor_.fail(from, expected());
    if (!x) {
        const bool is_large = digits.exponent + digits.digit_count > 0;
        cursor_.fail(from, from + digits.length,
                     is_large ? "a number below 1.8e308" : "a number that is not rounded to 0, from 4.9e-324 on");
    }
    cursor_.go_to(from + digits.length);
    return x.value_or(0.0);
}
HEADWAY_INSTANTIATE(double value_reader::number<>());

template <class>
double value_reader::infinite() noexcept {
    const std::size_t from = start();
    const double sign = cursor_.take("-") ? -1.0 : 1.0;
    for (const std::string_view word : {"infinite", "inf", "never"}) {
        if (!cursor_.take_word(word)) continue;
        if (word != "never") return sign * no_limit;
        if (cursor_.take("-ending")) return sign * no_limit;
    }
    cursor_.go_to(from);
    return 0.0;
}
HEADWAY_INSTANTIATE(double value_reader::infinite<>());

template <class>
run_time_unit value_reader::unit_of_kind() const noexcept {
    run_time_unit unit;
    bool fits = true;
    for (const auto& f : notation_.kind) fits = unit.multiply(f.name, f.exponent) && fits;
    return unit;
}
HEADWAY_INSTANTIATE(run_time_unit value_reader::unit_of_kind<>() const);

template <class>
int value_reader::digits(std::size_t count) noexcept {
    const std::string_view rest = cursor_.rest();
    if (rest.size() < count) return -1;
    int n = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!is_digit(rest[i])) return -1;
        n = n * 10 + (rest[i] - '0');
    }
    cursor_.go_to(cursor_.at() + count);
    return n;
}
HEADWAY_INSTANTIATE(int value_reader::digits<>(std::size_t count));

template <class>
double value_reader::read_date() {
    const std::size_t from = start();
    double seconds = 0.0;
    if (cursor_.take_word("never")) return no_limit;
    if (cursor_.take("before every date")) return -no_limit;
    if (cursor_.take_word("year")) {
        seconds = (number() - 1970.0) * (365.2425 * seconds_per_day);
    } else if (!calendar_day(seconds)) {
        cursor_.go_to(from);
        const double year = number();
        if (!(year >= -32767.0 && year < 32768.0) || unit_reader::is_next(cursor_)) {
            if (!cursor_.has_failed()) cursor_.fail(from, expected() + ", in a year from -32767 to 32767");
            return 0.0;
        }
        // "12.05.2025", "05/12/2025"
        const std::string_view rest = cursor_.rest();
        if (rest.size() > 1 && (rest[0] == '.' || rest[0] == '/') && is_digit(rest[1])) {
            std::size_t length = 1;
            while (length < rest.size() && (rest[length] == '.' || rest[length] == '/' || is_digit(rest[length]))) ++length;
            cursor_.fail(from, cursor_.at() + length, expected());
        }
        seconds = date::decimal(year).seconds_since_1970();
    }
    const bool later = cursor_.take("+");
    if (later || cursor_.take("-")) {
        const double span = value_reader(cursor_, notation_of_differences(notation_)).read();
        seconds = later ? seconds + span : seconds - span;
    }
    if (seconds != seconds) cursor_.fail(from, cursor_.at(), expected());
    return seconds;
}
HEADWAY_INSTANTIATE(double value_reader::read_date<>());

template <class>
bool value_reader::calendar_day(double& seconds) {
    const std::size_t from = cursor_.at();
    const bool before_christ = take_now('-');
    std::size_t length = 0;
    const std::string_view rest = cursor_.rest();
    while (length < rest.size() && is_digit(rest[length])) ++length;
    if (length < 4 || length > 5 || length == rest.size() || rest[length] != '-' || length + 1 == rest.size() ||
        !is_digit(rest[length + 1])) {
        return false;
    }
    const int year = digits(length);
    take_now('-');
    const int month = digits(2);
    const bool has_day = take_now('-');
    const int day = has_day ? digits(2) : -1;
    const bool ends = cursor_.rest().empty() || !is_digit(cursor_.rest().front());
    if (month < 1 || day < 1 || !ends || year > 32767) {
        cursor_.fail(from, expected());
        return true;
    }
    const std::chrono::year_month_day ymd{std::chrono::year(before_christ ? -year : year),
                                          std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
    if (!ymd.ok()) {
        cursor_.fail(from, cursor_.at(), "a day that its month has");
        return true;
    }
    seconds = date(ymd).seconds_since_1970();
    time_of_day(seconds);
    return true;
}
HEADWAY_INSTANTIATE(bool value_reader::calendar_day<>(double& seconds));

template <class>
void value_reader::time_of_day(double& seconds) {
    const std::size_t from = cursor_.at();
    if (!take_now('T')) cursor_.skip_spaces();
    const int hour = digits(2);
    const bool is_time = hour >= 0 && take_now(':');
    if (!is_time) {
        if (cursor_.between(from, from + 1) == "T")
            cursor_.fail(from, "a time of day, such as T14:30 or T14:30:15");
        cursor_.go_to(from);
        return;
    }
    const int minute = digits(2);
    double second = 0.0;
    if (take_now(':')) {
        const std::string_view rest = cursor_.rest();
        decimal_text text = read_decimal(rest.substr(0, rest.find_first_of("eE+-")));
        const bool two_digits =
            rest.size() > 1 && is_digit(rest[0]) && is_digit(rest[1]) && (rest.size() == 2 || !is_digit(rest[2]));
        second = two_digits ? value_of(text).value_or(60.0) : 60.0;
        cursor_.go_to(cursor_.at() + text.length);
    }
    if (hour > 23 || minute < 0 || minute > 59 || !(second < 60.0)) {
        cursor_.fail(from, cursor_.at(), "a time of day, such as 14:30 or 14:30:15");
    }
    seconds = seconds + (hour * 3600.0 + minute * 60.0) + second;
    take_now('Z');
}
HEADWAY_INSTANTIATE(void value_reader::time_of_day<>(double& seconds));

HEADWAY_OUT_OF_LINE std::string value_reader::expected() const {
    if (notation_.kind.is_date()) return "a date, such as 2026-11-21 or 2026.5";
    if (notation_.kind.is_number()) return "a number";
    const bool is_time = notation_.kind == value_kind::of<quantity<dim::time>>();
    return "a number and a unit of " + notation_.kind.text() + ", such as " + (is_time ? "18 months" : notation_.text(1.0, 1));
}

HEADWAY_OUT_OF_LINE std::size_t value_reader::start() noexcept {
    cursor_.skip_spaces();
    return cursor_.at();
}

HEADWAY_OUT_OF_LINE double value_reader::read_with_unit() {
    const number_and_unit r = read_number_and_unit();
    return in_base_units(r, r.unit, r.has_unit);
}

HEADWAY_OUT_OF_LINE bool value_reader::take_now(char c) noexcept {
    if (!cursor_.rest().starts_with(c)) return false;
    cursor_.go_to(cursor_.at() + 1);
    return true;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
