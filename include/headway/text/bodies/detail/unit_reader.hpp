// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/detail/unit_reader.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
bool run_time_unit::multiply(const run_time_unit& other, int exponent) noexcept {
    for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) {
        above *= exponent > 0 ? other.above : other.below;
        below *= exponent > 0 ? other.below : other.above;
    }
    if (!(above > 0.0 && above < 1e300 && below > 0.0 && below < 1e300)) return false;
    for (int i = 0; i < other.count; ++i) {
        if (!multiply(other.factors[i].name, exponent * other.factors[i].exponent)) return false;
    }
    return true;
}
HEADWAY_INSTANTIATE(bool run_time_unit::multiply<>(const run_time_unit& other, int exponent));

template <class>
bool run_time_unit::multiply(std::string_view base, int exponent) noexcept {
    int place = 0;
    while (place < count && factors[place].name < base) ++place;
    if (place < count && factors[place].name == base) {
        factors[place].exponent += exponent;
        const int now = factors[place].exponent;
        if (now == 0) {
            --count;
            for (int i = place; i < count; ++i) factors[i] = factors[i + 1];
        }
        return now >= -most_exponent && now <= most_exponent;
    }
    if (exponent == 0) return true;
    if (count == capacity) return false;
    for (int i = count; i > place; --i) factors[i] = factors[i - 1];
    factors[place] = {base, exponent};
    ++count;
    return exponent >= -most_exponent && exponent <= most_exponent;
}
HEADWAY_INSTANTIATE(bool run_time_unit::multiply<>(std::string_view base, int exponent));

template <class>
bool run_time_unit::is_of(const value_kind& kind) const noexcept {
    if (kind.is_date() || kind.end() - kind.begin() != count) return false;
    for (int i = 0; i < count; ++i) {
        if (!(kind.begin()[i] == factors[i])) return false;
    }
    return true;
}
HEADWAY_INSTANTIATE(bool run_time_unit::is_of<>(const value_kind& kind) const);

HEADWAY_OUT_OF_LINE double run_time_unit::to_base(double x) const noexcept {
    const double scaled = x * above;
    return scaled / below;
}

HEADWAY_OUT_OF_LINE double run_time_unit::from_base(double x) const noexcept {
    const double scaled = x * below;
    return scaled / above;
}

template <class V>
bool basic_unit_reader<V>::is_next(text_cursor& cursor) noexcept {
    if (cursor.next() == '%' || cursor.next() == '(') return true;
    const std::string_view word = cursor.peek_word();
    return !word.empty() && !joins_values(word);
}

template <class V>
run_time_unit basic_unit_reader<V>::read() {
    run_time_unit all;
    const std::size_t from = start();
    if (is_next(cursor_) && cursor_.peek_word() != "per") combine(all, ratio(), 1, from);
    while (cursor_.take_word("per")) {
        const run_time_unit count = number_of_units();
        combine(all, ratio(), -1, from);
        combine(all, count, -1, from);
    }
    return all;
}

template <class V>
std::size_t basic_unit_reader<V>::start() noexcept {
    cursor_.skip_spaces();
    return cursor_.at();
}

template <class V>
void basic_unit_reader<V>::combine(run_time_unit& all, const run_time_unit& part, int exponent, std::size_t from) {
    if (!all.multiply(part, exponent)) {
        cursor_.fail(from, cursor_.at(), "a unit of fewer factors and of a size that a number can hold");
    }
}

template <class V>
run_time_unit basic_unit_reader<V>::ratio() {
    const std::size_t from = start();
    run_time_unit all = factor();
    bool below_the_line = false;
    for (;;) {
        const std::size_t sign = start();
        if (cursor_.take("/")) {
            const run_time_unit count = number_of_units();
            combine(all, factor(), -1, from);
            combine(all, count, -1, from);
            below_the_line = true;
        } else if (cursor_.take("·") || cursor_.take("⋅") || cursor_.take("×") || cursor_.take("*")) {
            if (below_the_line) {
                cursor_.fail(from,
                             "brackets around what is below the line, as in USD/(chip·hour) or (USD/chip)·hour");
            }
            combine(all, factor(), 1, sign);
        } else {
            return all;
        }
    }
}

template <class V>
run_time_unit basic_unit_reader<V>::number_of_units() {
    run_time_unit count;
    const std::size_t from = start();
    const decimal_text digits = read_decimal(cursor_.rest());
    if (digits.length == 0) return count;
    const auto n = value_of(digits);
    cursor_.go_to(from + digits.length);
    if (!n || !(*n > 0.0)) {
        cursor_.fail(from, cursor_.at(), "a number above 0 in front of the unit that it counts");
    } else if (cursor_.next() == ',' || cursor_.peek_word().empty()) {
        if (cursor_.next() == '(') return count.above = *n, count;
        cursor_.fail(from, "a unit behind the number, whose thousands have no comma: USD per 1000 tokens");
    } else {
        count.above = *n;
    }
    return count;
}

template <class V>
run_time_unit basic_unit_reader<V>::factor() {
    const std::size_t from = start();
    run_time_unit all;
    if (cursor_.take("(")) {
        if (++depth_ > most_depth) cursor_.fail(from, "fewer brackets inside one another");
        all = read();
        if (!cursor_.take(")")) cursor_.fail(from, "a closing bracket behind the unit");
        --depth_;
        // One unit, as in code: 140 * (USD / chip-month) is not always 140 * USD / chip-month to the last bit.
        if (const double size = all.above / all.below; all.below != 1.0 && size > 0.0) {
            all.above = size;
            all.below = 1.0;
        }
        return to_a_power(all, from);
    }
    for (;;) {
        const auto of_bases = own_.find(cursor_.rest(), true);
        if (of_bases.length > 0) {
            combine(all, taken(of_bases), 1, from);
            break;
        }
        const std::string_view word = cursor_.next() == '%' ? std::string_view("%") : cursor_.peek_word();
        run_time_unit unit;
        if (find(word, unit)) {
            cursor_.go_to(cursor_.at() + word.size());
            combine(all, to_a_power(unit, from), 1, from);
            break;
        }
        if (const double size = counted(word); size > 0.0) {
            cursor_.go_to(cursor_.at() + word.size());
            unit.above = size;
            combine(all, unit, 1, from);
            if (!unit_follows()) return all;
            continue;
        }
        const auto of_ladder = own_.find(cursor_.rest(), false);
        if (of_ladder.length == 0) {
            refuse(word);
            return all;
        }
        combine(all, taken(of_ladder), 1, from);
        break;
    }
    // "chip-hours": one name, so it binds before a line does.
    if (cursor_.rest().size() > 1 && cursor_.rest().front() == '-' && !cursor_.word_at(cursor_.at() + 1).empty()) {
        cursor_.go_to(cursor_.at() + 1);
        if (++depth_ > most_depth) cursor_.fail(from, "fewer units joined by -");
        combine(all, factor(), 1, from);
        --depth_;
    }
    return all;
}

template <class V>
bool basic_unit_reader<V>::unit_follows() noexcept {
    const std::string_view word = cursor_.peek_word();
    return !word.empty() && word != "per" && !joins_values(word);
}

template <class V>
run_time_unit basic_unit_reader<V>::taken(const units_of_dimension::found& found) {
    const std::size_t from = cursor_.at();
    cursor_.go_to(from + found.length);
    run_time_unit unit;
    // A size such as 1.0 / 3600 is meant as one over a whole number.
    const double inverse = 1.0 / found.size;
    if (found.size < 1.0 && floor(inverse + 0.5) < 9007199254740992.0 && 1.0 / floor(inverse + 0.5) == found.size) {
        unit.below = floor(inverse + 0.5);
    } else {
        unit.above = found.size;
    }
    bool fits = true;
    for (std::size_t i = 0; i < found.count; ++i) {
        fits = unit.multiply(found.factors[i].name, found.factors[i].exponent) && fits;
    }
    if (!fits) cursor_.fail(from, cursor_.at(), "a unit of fewer factors");
    return to_a_power(unit, from);
}

template <class V>
run_time_unit basic_unit_reader<V>::to_a_power(const run_time_unit& base, std::size_t from) {
    int exponent = 1;
    const std::string_view rest = cursor_.rest();
    const std::string_view raised = rest.starts_with("⁻") ? rest.substr(std::string_view("⁻").size()) : rest;
    if (raised.starts_with("¹") || raised.starts_with("²") || raised.starts_with("³")) {
        exponent = raised.starts_with("¹") ? 1 : raised.starts_with("²") ? 2 : 3;
        if (raised.size() < rest.size()) exponent = -exponent;
        cursor_.go_to(cursor_.at() + rest.size() - raised.size() + 2);
    } else if (rest.starts_with("^") || rest.starts_with("2") || rest.starts_with("3")) {
        if (rest.front() == '^') cursor_.go_to(cursor_.at() + 1);
        const decimal_text digits = read_decimal(cursor_.rest());
        const auto n = value_of(digits);
        if (digits.length == 0 || !n || *n != floor(*n) || !(*n >= -9.0 && *n <= 9.0) || *n == 0.0) {
            cursor_.fail(from, cursor_.at() + digits.length, "a unit to a whole power from -9 to 9, as in mm^2");
            return base;
        }
        cursor_.go_to(cursor_.at() + digits.length);
        exponent = static_cast<int>(*n);
    }
    run_time_unit all;
    combine(all, base, exponent, from);
    return all;
}

template <class V>
double basic_unit_reader<V>::counted(std::string_view word) noexcept {
    for (const named_factor& f : counting_words) {
        if (f.name == word) return f.size;
    }
    return 0.0;
}

template <class V>
bool basic_unit_reader<V>::is_unit(const named_unit& u, std::string_view word, double size,
                                   run_time_unit& unit) noexcept {
    const bool plural = u.takes != named_unit::form::as_it_is && u.takes != named_unit::form::with_si_letter &&
                        word.size() == u.name.size() + 1 && word.starts_with(u.name) && word.back() == 's';
    if (word != u.name && !(plural && u.name != "flop")) return false;
    unit.above = u.above * size;
    unit.below = u.below;
    for (const auto& f : u.factors) {
        if (f.exponent != 0 && !unit.multiply(f.name, f.exponent)) return false;
    }
    return true;
}

template <class V>
bool basic_unit_reader<V>::find(std::string_view word, run_time_unit& unit) noexcept {
    if (word.empty()) return false;
    for (const named_unit& u : named_units) {
        if (is_unit(u, word, 1.0, unit)) return true;
        if (u.takes == named_unit::form::with_si_letter || u.takes == named_unit::form::with_si_word) {
            const bool letters = u.takes == named_unit::form::with_si_letter;
            const named_factor* const prefixes = letters ? si_letters : si_words;
            for (int i = 0; i < 8; ++i) {
                if (word.starts_with(prefixes[i].name) &&
                    is_unit(u, word.substr(prefixes[i].name.size()), prefixes[i].size, unit)) {
                    return true;
                }
            }
        }
    }
    return false;
}

template <class V>
void basic_unit_reader<V>::refuse(std::string_view word) {
    if (cursor_.has_failed()) return;
    if (word.empty()) return cursor_.fail(cursor_.at(), "a unit, such as USD, chips or month");
    near_names names(word);
    own_.offer(names);
    for (const named_unit& u : named_units) names.offer(u.name);
    for (const named_factor& f : counting_words) names.offer(f.name);
    const std::string near = names.empty() ? "" : "; did you mean " + names.text() + "?";
    cursor_.fail(cursor_.at(), cursor_.at() + word.size(),
                 "a unit that is known, such as USD, chips or month" + near);
}

HEADWAY_INSTANTIATE(class basic_unit_reader<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
