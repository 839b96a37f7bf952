// SPDX-License-Identifier: BSL-1.0
#include <headway/report/detail/svg.hpp>

#include "catch.hpp"

#include "report/xml.hpp"

#include <initializer_list>
#include <utility>

using namespace headway::report::detail;

namespace {

TEST_CASE("coordinates have two decimals at most, and no sign for zero") {
    CHECK(svg_number(0.0) == "0");
    CHECK(svg_number(-0.001) == "0");
    CHECK(svg_number(12.0) == "12");
    CHECK(svg_number(12.5) == "12.5");
    CHECK(svg_number(-3.14159) == "-3.14");
    CHECK(svg_number(100.0) == "100");
    CHECK(svg_number(1e6) == "1000000");
    CHECK(svg_number(-1e300).size() == 302);
}

TEST_CASE("markup in a text is shown, not obeyed") {
    CHECK(svg_escaped("a < b & c > \"d\" 'e'") == "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;");
    CHECK(svg_escaped("</text><script>alert(1)</script>") == "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK(svg_escaped("]]> --> &amp;") == "]]&gt; --&gt; &amp;amp;");
}

TEST_CASE("control characters are dropped, line breaks and tabs are spaces") {
    CHECK(shown_text(std::string("a\0b\x01\x1F\x7F", 6)) == "ab");
    CHECK(shown_text("one\ntwo\tthree\r\nfour") == "one two three  four");
    CHECK(shown_text("C1: \xC2\x80\xC2\x9F|next line \xC2\x85|") == "C1: |next line  |");
    CHECK(shown_text("line \xE2\x80\xA8 paragraph \xE2\x80\xA9") == "line   paragraph  ");
    CHECK(shown_text("turned \xE2\x80\xAE round \xE2\x81\xA6") == "turned  round ");
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
            } else if (within(c, {{0, 0x1F}, {0x7F, 0x9F}, {0x202A, 0x202E}, {0x2066, 0x2069}})) {
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

TEST_CASE("each kind of character has its width") {
    const std::pair<std::string_view, double> kinds[] = {
        {" ijlI.,:;'|!", 0.34}, {"-()[]/\\rtf\"", 0.42}, {"ckszJ", 0.57}, {"DGHNOQw+=<>", 0.82},
        {"mMW%@", 1.0},        {"ABCEFKLPRSTUVXYZ", 0.73}, {"abdeghnopquvxy0123456789$&*_~", 0.64}};
    for (const auto& [characters, width] : kinds) {
        for (const char c : characters) CHECK(width_in_em(static_cast<unsigned char>(c)) == width);
    }
    CHECK((width_in_em(U'÷') == 0.82 && width_in_em(U'—') == 1.0 && width_in_em(U'é') == 0.64));
    CHECK((width_in_em(0x2FF) == 0.64 && width_in_em(0x300) == 0.0 && width_in_em(0x36F) == 0.0 && width_in_em(0x370) == 0.64));
    CHECK((width_in_em(0x10FF) == 0.64 && width_in_em(0x1100) == 1.05 && width_in_em(0x1FFF) == 1.05));
    CHECK((width_in_em(0x2000) == 0.64 && width_in_em(0x20CF) == 0.64 && width_in_em(0x20D0) == 1.05));
    CHECK(text_width("im", 10.0) == 0.34 * 10.0 + 1.0 * 10.0);
}

TEST_CASE("a hash is that of Fowler, Noll and Vo, in hexadecimal") {
    CHECK(text_hash("") == "cbf29ce484222325");
    CHECK(text_hash("a") == "af63dc4c8601ec8c");
    CHECK(text_hash("foobar") == "85944171f73967e8");
}

TEST_CASE("whatever the bytes, escaped text is well-formed") {
    std::uint64_t state = 1;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            text += static_cast<char>(state >> 56U);
        }
        INFO(round);
        const std::string document = "<t a=\"" + svg_escaped(text) + "\">" + svg_escaped(text) + "</t>";
        const xml::element t = xml::parse(document);
        CHECK(t.text == t.at("a"));
        CHECK(t.text == shown_text(text));
    }
}

TEST_CASE("a text is cut to a width with an ellipsis, between characters") {
    CHECK(cut_to("short", 500.0, 20.0) == "short");
    const std::string cut = cut_to("a text of several words", 100.0, 20.0);
    CHECK(cut.substr(cut.size() - 3) == "…");
    CHECK(text_width(cut, 20.0) <= 100.0);
    CHECK(text_width(cut, 20.0) > 70.0);
    const std::string accents = cut_to("ééééééééééééééé", 60.0, 20.0);
    CHECK(shown_text(accents) == accents);
    CHECK(cut_to("anything", 1.0, 20.0).empty());
}

TEST_CASE("widths are no less than those of DejaVu Sans") {
    // measured in Chromium at 26 px
    CHECK(text_width("When does a capability of 100 million USD cost 5 million?", 26.0) >= 749.4);
    CHECK(text_width("delivery and fitting of the tools", 26.0) >= 402.2);
    CHECK(text_width("Cost of a training run to the base model's capability", 26.0) >= 676.4);
}

TEST_CASE("ids are what HTML and CSS take") {
    CHECK(id_from("cost") == "cost");
    CHECK(id_from("1st chart") == "chart-1st-chart");
    CHECK(id_from("a\"b<c>") == "a-b-c-");
    CHECK(id_from("ä").substr(0, 6) == "chart-");
    CHECK(text_hash("a") == "af63dc4c8601ec8c");  // the published value of FNV-1a
    CHECK(text_hash("") == "cbf29ce484222325");
}

}  // namespace
