// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/parse_value.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double value_of_text(std::string_view text, const value_notation& notation) {
    const auto read = [&notation](text_cursor& cursor) {
        const double base = value_reader(cursor, notation).read();
        cursor.expect_the_end();
        return base;
    };
    text_cursor cursor(text);
    const double base = read(cursor);
    if (cursor.has_failed()) {
        suggest_likely_meant(cursor, text, notation, [&](std::string_view guess) {
            text_cursor at(guess);
            (void)read(at);
            return !at.has_failed();
        });
    }
    cursor.throw_failure();
    return base;
}
HEADWAY_INSTANTIATE(double value_of_text<>(std::string_view text, const value_notation& notation));

}  // namespace headway::detail

#include <headway/header_end.hpp>
