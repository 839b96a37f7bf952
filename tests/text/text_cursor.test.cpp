// SPDX-License-Identifier: BSL-1.0
#include <headway/text/text_cursor.hpp>

#include "catch.hpp"

#include <initializer_list>
#include <string>

using headway::detail::text_cursor;

namespace {

std::string bytes(std::initializer_list<unsigned> all) {
    std::string text;
    for (const unsigned b : all) text += static_cast<char>(static_cast<unsigned char>(b));
    return text;
}

}  // namespace

TEST_CASE("words end at digits, signs of units and spaces, those without a break too") {
    const std::string no_break = bytes({0xC2, 0xA0}), narrow = bytes({0xE2, 0x80, 0xAF});
    const std::string text = "azAZ_$9 é÷" + no_break + narrow + "\tx";
    text_cursor cursor(text);
    CHECK(cursor.peek_word() == "azAZ_$");
    CHECK(cursor.word_at(1) == "zAZ_$");
    CHECK(cursor.word_at(6).empty());
    CHECK(cursor.word_at(1000).empty());
    CHECK(!cursor.take_word("azAZ"));
    CHECK(cursor.take_word("azAZ_$"));
    CHECK(!cursor.take("8"));
    CHECK(cursor.take("9"));
    CHECK(cursor.next() == static_cast<char>(0xC3));
    CHECK(cursor.take_word("é"));
    CHECK(cursor.take("÷"));
    CHECK(!cursor.is_done());
    CHECK(cursor.take_word("x"));
    CHECK(cursor.is_done());
    CHECK(cursor.next() == '\0');
    for (const char* sign : {"·", "²", "³", "×", "÷", "@", "[", "`", "{"}) CHECK(text_cursor(sign).word_at(0).empty());
    for (const char* letter : {"a", "z", "A", "Z", "µ", "ß", "€"}) CHECK(text_cursor(letter).word_at(0) == letter);
}

TEST_CASE("the first failure is kept, with its place, and the rest of the text is gone") {
    text_cursor cursor("one two  three", 7, 11);
    cursor.fail(4, 9, "a number");
    CHECK(cursor.has_failed());
    CHECK(cursor.is_done());
    cursor.fail(0, 3, "something else");
    cursor.go_to(0);
    CHECK(cursor.is_done());
    CHECK(cursor.error().line() == 7);
    CHECK(cursor.error().column() == 15);
    CHECK(cursor.error().got() == "two");
    CHECK(cursor.error().expected() == "a number");
    CHECK_THROWS_AS(cursor.throw_failure(), headway::parse_error);

    text_cursor end("one ");
    CHECK_NOTHROW(end.throw_failure());
    CHECK(end.take("one"));
    end.expect_the_end();
    CHECK(!end.has_failed());
    end.fail(4, "more");
    CHECK(end.error().got() == "the end");
    CHECK(end.error().line() == 1);
    CHECK(end.error().column() == 5);

    text_cursor left("one two");
    CHECK(left.take("one"));
    left.expect_the_end();
    CHECK(left.has_failed());
    CHECK(left.error().got() == "two");
}
