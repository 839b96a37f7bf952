// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/detail/ledger_values.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double read_share(text_cursor& cursor) {
    cursor.skip_spaces();
    const std::size_t from = cursor.at();
    decimal_text digits = read_decimal(cursor.rest());
    cursor.go_to(from + digits.length);
    if (digits.length > 0 && cursor.take("%")) digits.exponent -= 2;
    const double share = digits.length == 0 ? -1.0 : value_of(digits).value_or(-1.0);
    if (!(share >= 0.0 && share <= 1.0)) {
        cursor.fail(from, cursor.at() > from ? cursor.at() : std::string_view::npos,
                    "a probability between 0 and 1, such as 0.7 or 70 %");
    }
    return share;
}
HEADWAY_INSTANTIATE(double read_share<>(text_cursor& cursor));

template <class>
double read_in_unit(text_cursor& cursor, std::string_view unit) {
    const value_notation& number = notation_of<double>;
    cursor.skip_spaces();
    const decimal_text digits = read_decimal(cursor.rest());
    text_cursor ahead = cursor;
    ahead.go_to(cursor.at() + digits.length);
    const auto x = value_of(digits);
    if (unit.empty() || digits.length == 0 || !x || !unit_reader::is_next(ahead)) {
        return value_reader(cursor, number).read();
    }
    const std::size_t unit_from = ahead.at();
    // Words that are no unit of the library's: "points".
    if (ahead.take(unit) && (ahead.is_done() || ahead.next() == '|')) return cursor.go_to(ahead.at()), *x;
    ahead.go_to(unit_from);
    text_cursor own_text(unit);
    const run_time_unit own = unit_reader(own_text, *number.units).read();
    const run_time_unit given = unit_reader(ahead, *number.units).read();
    const bool is_known = !own_text.has_failed() && own_text.is_done() && !ahead.has_failed();
    bool is_same = is_known && own.count == given.count;
    for (int i = 0; is_same && i < own.count; ++i) is_same = own.factors[i] == given.factors[i];
    if (!is_same && (ahead.has_failed() || given.count > 0)) {
        cursor.fail(unit_from, "a number of " + std::string(unit) +
                                   ", the unit of the statement, alone or with a unit of its kind");
        return 0.0;
    }
    cursor.go_to(ahead.at());
    return is_same ? own.from_base(given.to_base(*x)) : given.to_base(*x);
}
HEADWAY_INSTANTIATE(double read_in_unit<>(text_cursor& cursor, std::string_view unit));

template <class>
double read_value(text_cursor& cursor, const ledger_entry& e) {
    return e.kind == stated_kind::calendar_date ? value_reader(cursor, notation_of<date>).read()
                                                : read_in_unit(cursor, e.unit);
}
HEADWAY_INSTANTIATE(double read_value<>(text_cursor& cursor, const ledger_entry& e));

template <class>
double read_yes_or_no(text_cursor& cursor) {
    cursor.skip_spaces();
    const std::size_t from = cursor.at();
    std::string word(cursor.peek_word());
    for (char& c : word) c = lower_case(c);
    const bool is_yes = word == "yes" || word == "true";
    if (!is_yes && word != "no" && word != "false") cursor.fail(from, "yes or no: whether it happened");
    cursor.go_to(from + word.size());
    return is_yes ? 1.0 : 0.0;
}
HEADWAY_INSTANTIATE(double read_yes_or_no<>(text_cursor& cursor));

template <class>
std::string why_no_answer(const ledger_entry& e, const ledger_answer& a) {
    if (e.kind == stated_kind::event) {
        const bool is_known = a.value != 0.0 || e.due.is_never() || a.on >= e.due;
        return is_known
                   ? ""
                   : "yes, or no on the due date, " + to_text(e.due) + ", or later: until then it may still happen";
    }
    if (is_finite(a.value)) {
        // Of the day itself any time will do.
        const double next_day = 86400.0 * (floor(a.on.seconds_since_1970() / 86400.0) + 1.0);
        const bool is_known = e.kind != stated_kind::calendar_date || a.value < next_day;
        return is_known ? "" : "a date that is not after the day on which it was known, " + to_text(a.on);
    }
    if (e.kind != stated_kind::calendar_date || a.value < 0.0) return "a finite value";
    if (e.due.is_never()) return "a date; never needs a due date in the statement";
    return a.on >= e.due ? "" : "a date, or never on the due date or later: until then it may still happen";
}
HEADWAY_INSTANTIATE(std::string why_no_answer<>(const ledger_entry& e, const ledger_answer& a));

}  // namespace headway::detail

#include <headway/header_end.hpp>
