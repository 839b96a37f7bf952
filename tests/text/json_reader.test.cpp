// SPDX-License-Identifier: BSL-1.0
#include <headway/text/json_reader.hpp>

#include "catch.hpp"

#include <headway/text/json_text.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace hw = headway;
using hw::detail::json_reader;
using hw::detail::json_value;
using kind = json_value::kind;

namespace {

json_value read(std::string_view text) { return json_reader(text).read(); }

struct fault {
    std::string text;
    std::size_t line;
    std::size_t column;
    std::string expected;
};

/// A document from a seed, and beside it what it is.
struct written {
    std::uint32_t seed;
    std::uint32_t next(std::uint32_t below) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 12) % below;
    }
    std::string spaces() {
        std::string s;
        for (std::uint32_t i = next(3); i > 0; --i) s += " \t\n\r"[next(4)];
        return s;
    }
    std::string string() {
        static const std::vector<std::string> pieces = {"a", "\"", "\\", "/", "\n", std::string("\0", 1), "é", "漢", "😀", "\x7f", "\xe2\x80\xae"};
        std::string s;
        for (std::uint32_t i = next(5); i > 0; --i) s += pieces[next(static_cast<std::uint32_t>(pieces.size()))];
        return s;
    }
    std::string document(json_value& v, int depth) {
        const std::uint32_t which = next(depth < 4 ? 6 : 4);
        std::string text;
        v = {};
        if (which == 0) {
            text = "null";
        } else if (which == 1) {
            v.is = kind::truth;
            v.truth = next(2) == 1;
            text = v.truth ? "true" : "false";
        } else if (which == 2) {
            v.is = kind::number;
            v.number = (static_cast<double>(next(1000)) - 500.0) * (next(2) == 1 ? 1e-7 : 1e21);
            text = hw::detail::json_number(v.number);
        } else if (which == 3) {
            v.is = kind::string;
            v.text = string();
            text = hw::detail::json_string(v.text);
        } else {
            v.is = which == 4 ? kind::array : kind::object;
            text = which == 4 ? "[" : "{";
            const std::uint32_t size = next(4);
            for (std::uint32_t i = 0; i < size; ++i) {
                if (i > 0) text += "," + spaces();
                if (which == 5) {
                    json_value name;
                    name.is = kind::string;
                    name.text = string() + std::to_string(i);
                    text += hw::detail::json_string(name.text) + spaces() + ":";
                    v.names.push_back(name);
                }
                json_value item;
                text += document(item, depth + 1);
                v.items.push_back(item);
            }
            text += which == 4 ? "]" : "}";
        }
        return spaces() + text + spaces();
    }
};
void require_same(const json_value& a, const json_value& b) {
    REQUIRE(a.is == b.is);
    REQUIRE(a.truth == b.truth);
    REQUIRE(a.number == b.number);
    if (a.is == kind::string) REQUIRE(a.text == b.text);
    REQUIRE(a.items.size() == b.items.size());
    REQUIRE(a.names.size() == b.names.size());
    for (std::size_t i = 0; i < a.items.size(); ++i) require_same(a.items[i], b.items[i]);
    for (std::size_t i = 0; i < a.names.size(); ++i) REQUIRE(a.names[i].text == b.names[i].text);
}

TEST_CASE("what is written is read again, whatever it is") {
    for (std::uint32_t seed = 1; seed <= 2000; ++seed) {
        json_value meant;
        const std::string text = written{seed}.document(meant, 0);
        require_same(read(text), meant);
    }
}

TEST_CASE("a document cut anywhere is no document, and the fault lies in it") {
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        json_value meant;
        const std::string text = "[" + written{seed}.document(meant, 1) + "]";
        for (std::size_t size = 0; size < text.size(); ++size) {
            try {
                (void)read(text.substr(0, size));
                FAIL("read " << text.substr(0, size));
            } catch (const hw::parse_error& e) {
                REQUIRE(e.line() >= 1);
                REQUIRE(e.column() >= 1);
            }
        }
    }
}

TEST_CASE("every form of the grammar, with its place") {
    const json_value v = read("\xEF\xBB\xBF{\"a\": [1, -0.5e+2,\n  true], \"\\u00e9\\ud83d\\ude00\\/\\t\": null}\r\n");
    REQUIRE(v.names.size() == 2);
    CHECK(v.find("a")->items[1].number == -50.0);
    CHECK(v.find("a")->items[1].text == "-0.5e+2");
    CHECK(v.find("a")->items[2].truth);
    CHECK(v.find("a")->items[2].line == 2);
    CHECK(v.find("a")->items[2].column == 3);
    CHECK(v.names[1].text == "é😀/\t");
    CHECK(v.names[1].has_escapes);
    CHECK(v.find("b") == nullptr);
    CHECK(v.items[1].is == kind::null);
}

TEST_CASE("what is not JSON is told with its place and what was expected") {
    const std::vector<fault> faults = {
        {"", 1, 1, "a JSON value"},
        {"[1,]", 1, 4, "a JSON value"},
        {"{\"a\": 1,}", 1, 9, "a name in double quotes"},
        {"{a: 1}", 1, 2, "a name in double quotes"},
        {"{\"a\" 1}", 1, 6, "a colon"},
        {"[1 2]", 1, 4, "a comma or ]"},
        {"{\"a\": 1", 1, 8, "a comma or }"},
        {"[\n 1,\n 'x']", 3, 2, "a JSON value"},
        {"// note\n1", 1, 1, "a JSON value"},
        {"1 1", 1, 3, "the end of the document"},
        {"01", 1, 1, "a number as JSON has it"},
        {"-", 1, 1, "a number as JSON has it"},
        {"1.", 1, 1, "a number as JSON has it"},
        {".5", 1, 1, "a JSON value"},
        {"+1", 1, 1, "a JSON value"},
        {"1e", 1, 1, "a number as JSON has it"},
        {"1e400", 1, 1, "a number that a double can hold"},
        {"NaN", 1, 1, "a JSON value"},
        {"Infinity", 1, 1, "a JSON value"},
        {"nulls", 1, 5, "the end of the document"},
        {"\"a", 1, 1, "a closing quote"},
        {"\"a\nb\"", 1, 1, "a closing quote"},
        {"\"a\tb\"", 1, 3, "control characters"},
        {"\"\\x41\"", 1, 2, "and four hexadecimal digits"},
        {"\"\\u12g4\"", 1, 2, "and four hexadecimal digits"},
        {"\"\\ud83d\"", 1, 2, "a whole character"},
        {"\"\\ude00\"", 1, 2, "a whole character"},
        {"\"\\ud83d\\u0041\"", 1, 2, "the second half"},
        {"[\"caf\xE9\"]", 1, 6, "text in UTF-8"},
        {std::string("[1,\0]", 5), 1, 4, "a NUL byte"},
        {"{\"a\": 1,\n \"b\": 2, \"\\u0061\": 3}", 2, 10, "each name once"},
        {std::string(65, '['), 1, 65, "values at most 64 deep"},
    };
    for (const fault& f : faults) {
        INFO(f.text);
        try {
            (void)read(f.text);
            FAIL("it was read");
        } catch (const hw::parse_error& e) {
            CHECK(e.line() == f.line);
            CHECK(e.column() == f.column);
            CHECK_THAT(e.expected(), Catch::Matchers::ContainsSubstring(f.expected));
        }
    }
    CHECK(read(std::string(64, '[') + std::string(64, ']')).items.size() == 1);
}

}  // namespace
