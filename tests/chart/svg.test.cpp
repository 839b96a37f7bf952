// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/detail/svg.hpp>

#include "catch.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("a text is cut to a width in its middle, with an ellipsis, between characters") {
    CHECK(cut_to("short", 500.0, 20.0) == "short");
    const std::string cut = cut_to("a text of several words", 100.0, 20.0);
    CHECK(cut == "a te…rds");
    for (double room = 21.0; room < 150.0; room += 1.0) {
        const std::string spaced = cut_to("some  words   to   be cut", room, 20.0);
        CHECK((spaced.find(" …") == spaced.npos && spaced.find("… ") == spaced.npos));
        CHECK(text_width(spaced, 20.0) <= room);
    }
    CHECK(text_width(cut, 20.0) <= 100.0);
    CHECK(text_width(cut, 20.0) > 70.0);
    const std::string accents = cut_to("ééééééééééééééé", 60.0, 20.0);
    CHECK(headway::detail::shown_text(accents) == accents);
    CHECK(cut_to("anything", 1.0, 20.0).empty());
}

TEST_CASE("names that differ at their end stay apart when they are cut, whatever the room") {
    const std::string family = "cost of a training run to the capability of the base model, as told by ";
    for (const double room : {120.0, 200.0, 328.0, 700.0}) {
        std::vector<std::string> seen;
        for (const char* source : {"Amodei", "Schmidt", "Epoch", "SemiAnalysis", "nobody"}) {
            const std::string cut = cut_to(family + source, room, 24.5);
            CHECK(text_width(cut, 24.5) <= room);
            CHECK(std::find(seen.begin(), seen.end(), cut) == seen.end());
            seen.push_back(cut);
        }
    }
    const std::string accent = cut_to("eeeeeeeeeeeeeeeee\xCC\x81", 60.0, 20.0);  // ends in a combining mark
    CHECK(accent.substr(accent.size() - 3) == "e\xCC\x81");
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
