// SPDX-License-Identifier: BSL-1.0
#include <headway/text/utf8.hpp>

#include "catch.hpp"

#include <initializer_list>
#include <string>
#include <utility>

using headway::detail::character_length;
using headway::detail::next_code_point;
using headway::detail::quoted_in_message;
using headway::detail::shown_text;

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

TEST_CASE("control characters are dropped, line breaks and tabs are spaces") {
    CHECK(shown_text(std::string("a\0b\x01\x1F\x7F", 6)) == "ab");
    CHECK(shown_text("one\ntwo\tthree\r\nfour") == "one two three  four");
    CHECK(shown_text("C1: \xC2\x80\xC2\x9F|next line \xC2\x85|") == "C1: |next line  |");
    CHECK(shown_text("line \xE2\x80\xA8 paragraph \xE2\x80\xA9") == "line   paragraph  ");
    CHECK(shown_text("turned \xE2\x80\xAE round \xE2\x81\xA6") == "turned  round ");
    CHECK(shown_text("marks \xE2\x80\x8E\xE2\x80\x8F\xD8\x9C|") == "marks |");  // U+200E, U+200F, U+061C
}

TEST_CASE("bytes that are not UTF-8, and what is no character, become U+FFFD") {
    const std::string bad = "\xEF\xBF\xBD";
    CHECK(shown_text("caf\xE9") == "caf" + bad);
    CHECK(shown_text("\xC0\xAF") == bad + bad);            // overlong
    CHECK(shown_text("\xE0\x80\xAF") == bad + bad + bad);  // overlong
    CHECK(shown_text("\xED\xA0\x80") == bad + bad + bad);  // a surrogate
    CHECK(shown_text("\xF4\x90\x80\x80").size() == 12);    // beyond U+10FFFF
    CHECK(shown_text("\xF5") == bad);
    CHECK(shown_text("\xE2\x82") == bad + bad);                         // cut off
    CHECK(shown_text("\xEF\xBF\xBE \xEF\xB7\x90") == bad + " " + bad);  // U+FFFE, U+FDD0
    CHECK(shown_text("÷ µm € 𝛼") == "÷ µm € 𝛼");
}

TEST_CASE("of every character it is told whether it is shown, a space, dropped or U+FFFD") {
    const auto utf8 = [](char32_t c) {
        const auto part = [c](unsigned shift, unsigned mark, unsigned mask) {
            return static_cast<char>(static_cast<unsigned char>(mark | (static_cast<unsigned>(c) >> shift & mask)));
        };
        std::string text;
        if (c < 0x80) return std::string(1, part(0, 0, 0x7F));
        if (c < 0x800) return text + part(6, 0xC0, 0x1F) + part(0, 0x80, 0x3F);
        if (c < 0x10000) return text + part(12, 0xE0, 0x0F) + part(6, 0x80, 0x3F) + part(0, 0x80, 0x3F);
        return text + part(18, 0xF0, 0x07) + part(12, 0x80, 0x3F) + part(6, 0x80, 0x3F) + part(0, 0x80, 0x3F);
    };
    const auto within = [](char32_t c, std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
        for (const auto& [from, to] : ranges) {
            if (c >= from && c <= to) return true;
        }
        return false;
    };
    int wrong = 0;
    const auto try_all = [&](char32_t from, char32_t to) {
        for (char32_t c = from; c <= to; ++c) {
            const bool surrogate = within(c, {{0xD800, 0xDFFF}});
            const std::string text = utf8(c);
            const auto [value, bytes] = next_code_point(text);
            wrong += value != (surrogate ? 0xFFFD : c) || bytes != (surrogate ? 1 : text.size());
            if (text.size() > 1) wrong += next_code_point(text.substr(0, text.size() - 1)).value != 0xFFFD;
            if (surrogate) continue;
            std::string expected = text;
            if (within(c, {{9, 10}, {13, 13}, {0x85, 0x85}, {0x2028, 0x2029}})) {
                expected = " ";
            } else if (within(c, {{0, 0x1F}, {0x7F, 0x9F}, {0x61C, 0x61C}, {0x200E, 0x200F}, {0x202A, 0x202E},
                                  {0x2066, 0x2069}, {0xFEFF, 0xFEFF}})) {
                expected.clear();
            } else if (within(c, {{0xFDD0, 0xFDEF}}) || (c & 0xFFFF) == 0xFFFE || (c & 0xFFFF) == 0xFFFF || c == 0xFFFD) {
                expected = "\xEF\xBF\xBD";
            }
            wrong += shown_text(text) != expected;
        }
    };
    try_all(0, 0x2100);
    try_all(0xD700, 0x10010);
    for (char32_t plane = 1; plane <= 16; ++plane) try_all(plane * 0x10000 + 0xFFF0, plane * 0x10000 + 0xFFFF);
    CHECK(wrong == 0);
    for (const char* ill : {"\xF4\x90\x80\x80", "\xF0\x8F\xBF\xBF", "\xE0\x9F\xBF", "\xC1\xBF", "\xF5\x80\x80\x80", "\x80"}) {
        CHECK(next_code_point(ill).value == 0xFFFD);
        CHECK(next_code_point(ill).bytes == 1);
    }
}

}  // namespace
