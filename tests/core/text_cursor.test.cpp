// SPDX-License-Identifier: BSL-1.0
#include <headway/core/detail/text_cursor.hpp>

#include "catch.hpp"

#include <initializer_list>
#include <string>

using headway::detail::character_length;
using headway::detail::quoted_in_message;
using headway::detail::text_cursor;

namespace {

std::string bytes(std::initializer_list<unsigned> all) {
    std::string text;
    for (const unsigned b : all) text += static_cast<char>(static_cast<unsigned char>(b));
    return text;
}

// The Unicode Standard, table 3-7: which second bytes follow which first ones; each later byte is from 80 to BF.
struct row {
    unsigned first_from, first_to, second_from, second_to;
    std::size_t length;
};
constexpr row table_3_7[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};

std::size_t by_the_table(const std::string& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
    if (text.empty()) return 0;
    if (byte(0) <= 0x7F) return 1;
    for (const row& r : table_3_7) {
        if (byte(0) < r.first_from || byte(0) > r.first_to || text.size() < r.length) continue;
        if (byte(1) < r.second_from || byte(1) > r.second_to) continue;
        bool good = true;
        for (std::size_t i = 2; i < r.length; ++i) good = good && byte(i) >= 0x80 && byte(i) <= 0xBF;
        if (good) return r.length;
    }
    return 0;
}

}  // namespace

TEST_CASE("a character has the bytes that the Unicode Standard gives it, and ill-formed ones are none") {
    int wrong = 0;
    for (unsigned a = 0; a < 256; ++a) {
        wrong += character_length(bytes({a})) != by_the_table(bytes({a}));
        for (unsigned b = 0; b < 256; ++b) {
            wrong += character_length(bytes({a, b})) != by_the_table(bytes({a, b}));
            for (const unsigned c : {0x00U, 0x7FU, 0x80U, 0xBFU, 0xC0U}) {
                wrong += character_length(bytes({a, b, c})) != by_the_table(bytes({a, b, c}));
                for (const unsigned d : {0x7FU, 0x80U, 0xBFU, 0xC0U}) {
                    wrong += character_length(bytes({a, b, c, d})) != by_the_table(bytes({a, b, c, d}));
                }
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(character_length("") == 0);
}

TEST_CASE("text in a message is cut after 60 bytes, and what cannot be shown is told in hexadecimal") {
    CHECK(quoted_in_message("a b\tc\x1f\x7f~") == "a b\\x09c\\x1f\\x7f~");
    CHECK(quoted_in_message(bytes({0x61, 0xFF, 0xC3, 0xA9, 0xC3})) == "a\\xffé\\xc3");
    const std::string sixty(60, 'a');
    CHECK(quoted_in_message(sixty) == sixty);
    CHECK(quoted_in_message(sixty + "b") == sixty + "...");
    CHECK(quoted_in_message("abc", 2) == "ab...");
}

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
