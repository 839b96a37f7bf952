// SPDX-License-Identifier: BSL-1.0
#include <headway/report/detail/svg.hpp>

#include "catch.hpp"

#include "report/xml.hpp"

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
