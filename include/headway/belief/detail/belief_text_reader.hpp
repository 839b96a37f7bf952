// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What readers of beliefs and of their parts share: a value, a plain number, a sign; and the text that they have read.
template <class = void>
class basic_belief_text_reader {
  public:
    basic_belief_text_reader(text_cursor& cursor, const belief_notation& notation) noexcept
        : cursor_(cursor), notation_(notation) {}

  protected:
    /// What was read is also written, as `belief_text` tells it later.
    [[gnu::cold]] void write(std::string_view text) { written_ += text; }
    /// Of a value read: as it stands there, with one space where there are several or others.
    [[nodiscard, gnu::cold]] std::string text_read(std::size_t from) const {
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

    [[gnu::cold]] double value() { return read_as(*notation_.values); }
    [[gnu::cold]] double span() { return read_as(notation_of_differences(*notation_.values)); }
    /// A number of the makers; one in percent is the double of the decimal that it means, 0.007 for 0.7 %.
    [[gnu::cold]] double number() {
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
    [[gnu::cold]] double read_as(const value_notation& notation) {
        cursor_.skip_spaces();
        const std::size_t from = cursor_.at();
        const double x = value_reader(cursor_, notation).read();
        write(text_read(from));
        return x;
    }
    [[gnu::cold]] void comma() {
        expect(",", "a comma and a further argument");
        write(", ");
    }
    [[gnu::cold]] bool another() {
        if (!cursor_.take(",")) return false;
        write(", ");
        return true;
    }
    [[gnu::cold]] void expect(std::string_view symbol, std::string_view expected) {
        cursor_.skip_spaces();
        if (!cursor_.take(symbol)) cursor_.fail(cursor_.at(), expected);
    }
    [[gnu::cold]] void close() {
        expect(")", "a closing bracket");
        write(")");
    }

    text_cursor& cursor_;
    const belief_notation& notation_;
    std::string written_;
};
HEADWAY_INSTANTIATE(class basic_belief_text_reader<>);
using belief_text_reader = basic_belief_text_reader<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
