// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/assumptions_json.hpp>

#include "../catch.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <headway/assumption/assumptions_of.hpp>
#include <headway/belief/makers.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;

namespace {

inline constexpr auto decline = assumption<"a">(ci90(3.0, 5.5), "Ours.");
inline constexpr auto first_run = assumption<"cost = \"b\"">(ci90(80.0 * million_usd, 200.0 * million_usd), "Ours too.");
inline constexpr auto f =
    forecast(inputs(decline, first_run), [](const auto& in) { return in[first_run] / in[decline]; });

std::string document(const std::string& entries, const std::string& version = "1") {
    return "{\"headway\": \"9.9.0\", \"kind\": \"assumptions\", \"schema_version\": " + version + ", \"assumptions\": [\n" +
           entries + "\n]}";
}
struct fault {
    std::string text;
    std::size_t line;
    std::size_t column;
    std::string expected;
};

TEST_CASE("assumptions_json: what is written is read again, and says the same of every entry") {
    for (const std::string& text : {std::string(), assumptions_of(f).text(),
                                    std::string("a = 1 # no\n source: \"x # \\\"y\\\\\\x0a\"\n note: é\n as_of: 2025-02-06\n review_by: 2026-06-01\n"
                                                "\"b = # c\" = mixture(60 %: 0, 40 %: ci90(1, 3))\n")}) {
        const assumption_file file(text);
        const assumption_file again = parse_assumptions_json(assumptions_json(file));
        REQUIRE(again.size() == file.size());
        for (const auto& e : file) {
            const auto* const same = again.find(e.name);
            REQUIRE(same != nullptr);
            CHECK(same->belief == e.belief);
            CHECK(same->source == e.source);
            CHECK(same->note == e.note);
            CHECK(same->as_of == e.as_of);
            CHECK(same->review_by == e.review_by);
        }
        CHECK(assumptions_json(again) == assumptions_json(file));
    }
}

TEST_CASE("assumptions_json: the bytes of a small document") {
    CHECK(assumptions_json(assumption_file("a = 3 to 5.5\n  source: \"q\" # c\n  as_of: 2025-02-06\n")) ==
          "{\"headway\": \"" + std::string(version) +
              "\", \"kind\": \"assumptions\", \"schema_version\": 1, \"assumptions\": [\n"
              "  {\"name\": \"a\", \"belief\": \"3 to 5.5\", \"source\": \"q\", \"as_of\": \"2025-02-06\"}\n]}\n");
}

TEST_CASE("parse_assumptions_json: the forecast with it is the one with the file") {
    const assumption_file file = parse_assumptions_json(document("{\"name\": \"a\", \"belief\": \"4\", \"source\": \"new\"}"), f);
    CHECK(f.with(file).baseline() == f.at(override(decline, 4.0)));
    std::istringstream in(assumptions_json(assumptions_of(f)));
    CHECK(f.with(load_assumptions_json(in, f)).baseline() == f.baseline());
}

TEST_CASE("parse_assumptions_json: another version is refused by name before anything else is looked at") {
    for (const std::string version : {"2", "0", "1.5", "\"1\"", "null"}) {
        try {
            (void)parse_assumptions_json("{\"new\": [], \"schema_version\": " + version + ", \"headway\": \"9.9.0\", \"kind\": \"other\"}");
            FAIL("it was read");
        } catch (const parse_errors& e) {
            REQUIRE(e.size() == 1);
            CHECK(e.line() == 1);
            CHECK(e.column() == 31);
            CHECK_THAT(e.what(), ContainsSubstring("schema_version 1 of headway's assumptions, which headway " +
                                                   std::string(headway::version) + " reads; this was written by headway 9.9.0"));
        }
    }
}

TEST_CASE("parse_assumptions_json: every fault is told at its place in the document") {
    const std::vector<fault> faults = {
        {"[]", 1, 1, "an object"},
        {"{}", 1, 1, "\"schema_version\": 1"},
        {"{\"schema_version\": 1, \"kind\": \"forecast\"}", 1, 31, "\"kind\": \"assumptions\"; no other kind is read back"},
        {"{\"schema_version\": 1, \"kind\": \"assumptions\"}", 1, 1, "\"assumptions\" with an array"},
        {"{\"schema_version\": 1, \"kind\": \"assumptions\", \"more\": 1}", 1, 46, "headway, kind, schema_version or assumptions"},
        {document("1"), 2, 1, "an object with a name and a belief"},
        {document("{\"name\": \"a\"}"), 2, 1, "a name and a belief"},
        {document("{\"name\": \"a\", \"belief\": 3}"), 2, 25, "a string that is not empty"},
        {document("{\"name\": \"a\", \"belief\": \"3\", \"note\": \"\"}"), 2, 38, "a string that is not empty"},
        {document("{\"name\": \"a\", \"belief\": \"3\", \"Note\": \"x\"}"), 2, 30, "name, belief, source, note"},
        {document("{\"name\": \"a\", \"belief\": \"3\\n b = 4\"}"), 2, 25, "text on one line"},
        {document("{\"name\": \"a\", \"belief\": \"3 # 4\"}"), 2, 25, "text on one line without #"},
        {document("{\"name\": \"a\", \"belief\": \"3 fort\"}"), 2, 28, ""},
        {document("{\"belief\": \"\\u0033 fort\", \"name\": \"a\"}"), 2, 12, ""},
        {document("{\"name\": \"A\", \"belief\": \"3\"}"), 2, 10, "did you mean 'a'?"},
        {document("{\"name\": \"a\", \"belief\": \"3\"},\n {\"name\": \"a\", \"belief\": \"4\"}"), 3, 11, "it stands in line 2 already"},
        {document("{\"name\": \"a\", \"belief\": \"3\", \"as_of\": \"2025-02-30\"}"), 2, 40, ""},
        {document("{\"name\": \"a\", \"belief\": \"3\", \"review_by\": \"2024-01-01\",\n\"as_of\": \"2025-01-01\"}"), 2, 43,
         "a review_by that is not before the as_of"},
    };
    for (const fault& each : faults) {
        INFO(each.text);
        try {
            (void)parse_assumptions_json(each.text, f);
            FAIL("it was read");
        } catch (const parse_errors& e) {
            INFO(e.what());
            CHECK(e.line() == each.line);
            CHECK(e.column() == each.column);
            CHECK_THAT(e.expected(), ContainsSubstring(each.expected));
        }
    }
    CHECK_THROWS_AS(parse_assumptions_json(document("{\"name\": \"a\" \"belief\": \"3\"}")), parse_error);
    try {
        (void)parse_assumptions_json(document("{\"name\": \"x\", \"belief\": \"3\"},\n{\"name\": \"a\", \"belief\": \"?\"}"), f);
        FAIL("it was read");
    } catch (const parse_errors& e) {
        REQUIRE(e.size() == 2);
        CHECK(e[1].line() == 3);
    }
}

TEST_CASE("load_assumptions_json: what cannot be read does not pass for defaults") {
    std::ifstream none("no such assumptions.json");
    CHECK_THROWS_WITH(load_assumptions_json(none), ContainsSubstring("load_assumptions_json: the stream cannot be read: "));
    CHECK_THROWS_WITH(load_assumptions_json(none, f), ContainsSubstring("load_assumptions_json: the stream cannot be read: "));
}

}  // namespace
