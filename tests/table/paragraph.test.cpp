// SPDX-License-Identifier: BSL-1.0
#include <headway/table/paragraph.hpp>

#include "catch.hpp"

#include <algorithm>

using headway::report::paragraph;

namespace {

static_assert(headway::report::margins{}.first == 0 && headway::report::margins{}.others == 0 && headway::report::margins{}.width == 100);

TEST_CASE("a paragraph is broken at spaces, no line wider than asked") {
    CHECK(paragraph("one two three", {0, 0, 7}) == "one two\nthree\n");
    CHECK(paragraph("one two three", {0, 0, 6}) == "one\ntwo\nthree\n");
    CHECK(paragraph("one two three", {0, 0, 100}) == "one two three\n");
    CHECK(paragraph("one two three") == "one two three\n");
    const std::string text = "It is a truth universally acknowledged that a long sentence has to end some day or other";
    for (std::size_t width = 12; width < 100; ++width) {
        const std::string broken = paragraph(text, {2, 4, width});
        std::size_t start = 0;
        std::string joined;
        while (start < broken.size()) {
            const std::size_t end = broken.find('\n', start);
            REQUIRE(end - start <= std::max<std::size_t>(width, 4 + 12));
            joined += (joined.empty() ? "" : " ") + broken.substr(start + (start == 0 ? 2 : 4), end - start - (start == 0 ? 2 : 4));
            start = end + 1;
        }
        REQUIRE(joined == text);
    }
}

TEST_CASE("margins count, of the first line and of the others") {
    CHECK(paragraph("one two three", {1, 3, 8}) == " one two\n   three\n");
    CHECK(paragraph("one two three", {3, 1, 8}) == "   one\n two\n three\n");
}

TEST_CASE("a word that is too long stands alone and is not broken") {
    CHECK(paragraph("a verylongword b", {0, 2, 6}) == "a\n  verylongword\n  b\n");
}

TEST_CASE("runs of spaces are one space, line breaks stay, an empty text is nothing") {
    CHECK(paragraph("  one   two  ") == "one two\n");
    CHECK(paragraph("one\ntwo\n") == "one\ntwo\n");
    CHECK(paragraph("one\n\n two", {0, 1}) == "one\n two\n");
    CHECK(paragraph("").empty());
    CHECK(paragraph("  \n ").empty());
}

TEST_CASE("widths are counted in characters, not in bytes") {
    CHECK(paragraph("÷4 ÷5 ÷6", {0, 0, 5}) == "÷4 ÷5\n÷6\n");
    CHECK(headway::report::detail::width_of("÷4 – 5 µm") == 9);
}

}  // namespace
