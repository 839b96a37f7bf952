// SPDX-License-Identifier: BSL-1.0
#include <headway/project/load_project_network.hpp>

#include "catch.hpp"

#include <array>
#include <fstream>
#include <sstream>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::MessageMatches;

namespace {

constexpr auto text = "# a fab abroad\n"
                      "\n"
                      "  clean room : 10.5 months after building shell   # the long one\r\n"
                      "building shell:8 months after permits\n"
                      "permits: 1 year\n"
                      "tools: 70 weeks\tafter permits\n"
                      "ramp: 100 days after clean room, tools\n"
                      "handover: 36 hours after ramp";

TEST_CASE("a project is read from text") {
    const auto site = hw::parse_project_network(text);
    CHECK(site.stage_names() ==
          std::vector<std::string>{"clean room", "building shell", "permits", "tools", "ramp", "handover"});
    CHECK(site.duration_of("permits") == 1.0 * year);
    CHECK(site.duration_of("clean room") == 10.5 * month);
    CHECK(site.duration_of("tools") == 70.0 * week);
    CHECK(site.duration_of("ramp") == 100.0 * day);
    CHECK(site.duration_of("handover") == 36.0 * hour);
    const hw::project_network same({{"permits", year, {}},
                                    {"building shell", 8.0 * month, {"permits"}},
                                    {"clean room", 10.5 * month, {"building shell"}},
                                    {"tools", 70.0 * week, {"permits"}},
                                    {"ramp", 100.0 * day, {"clean room", "tools"}},
                                    {"handover", 36.0 * hour, {"ramp"}}});
    CHECK(site.duration() == same.duration());
    CHECK(site.critical("tools") == 0.0);

    std::istringstream stream(text);
    CHECK(hw::load_project_network(stream).duration() == same.duration());
    // Longer than the buffer that it is read by.
    std::istringstream longer(std::string(10'000, '\n') + text + std::string(5'000, ' '));
    CHECK(hw::load_project_network(longer).duration() == same.duration());
}

TEST_CASE("text that is not a project is refused with its place") {
    const auto refuses = [](const char* wrong, const char* message) {
        CHECK_THROWS_MATCHES(hw::parse_project_network(wrong), hw::parse_error, Message(message));
    };
    refuses("permits 14 months", "line 1, column 1: got \"permits 14 months\", expected a stage's name and a colon, as "
                                 "in \"permits: 14 months\"");
    refuses("a: 1 day\n  : 3 days",
            "line 2, column 3: got \": 3 days\", expected a stage's name and a colon, as in \"permits: 14 months\"");
    refuses("a: soon", "line 1, column 4: got \"soon\", expected how long the stage takes, a number of at most 15 "
                       "digits, such as 14.5");
    refuses(
        "a: -3 days",
        "line 1, column 4: got \"-3 days\", expected how long the stage takes, a number of at most 15 digits, such as "
        "14.5");
    refuses("a: 14", "line 1, column 6: got \"\", expected a unit of time: hours, days, weeks, months or years");
    refuses(
        "\n\na: 3 fortnights after b",
        "line 3, column 6: got \"fortnights after b\", expected a unit of time: hours, days, weeks, months or years");
    refuses("a: 3 days before b", "line 1, column 11: got \"before b\", expected \"after\" and the stages that come "
                                  "first, or the end of the line");
    refuses("a: 3 days after", "line 1, column 16: got \"\", expected the name of a stage");
    refuses("a: 3 days after b,,c\nb: 1 day", "line 1, column 19: got \",c\", expected the name of a stage");
    try {
        static_cast<void>(hw::parse_project_network("a: 1 day\nb: x"));
        FAIL("should have thrown");
    } catch (const hw::parse_error& e) {
        CHECK(e.line() == 2);
        CHECK(e.column() == 4);
        CHECK(e.got() == "x");
        CHECK(e.expected() == "how long the stage takes, a number of at most 15 digits, such as 14.5");
    }
    refuses("# nothing\n", "line 1, column 1: got \"\", expected at least one stage, such as \"permits: 14 months\"");
    refuses("", "line 1, column 1: got \"\", expected at least one stage, such as \"permits: 14 months\"");
    refuses("a: 1 day after b\nb: 1 day after a",
            "line 2, column 16: got \"a\", expected a stage that need not wait for \"b\"; they wait for each other in a "
            "circle, a -> b -> a");
    refuses("a: 1 day after a", "line 1, column 16: got \"a\", expected a stage that need not wait for \"a\"; they wait for "
                                "each other in a circle, a -> a");
    refuses("a: 1 day after b", "line 1, column 16: got \"b\", expected the name of a stage; there are a");
    refuses("a: 1 day\n\n a: 2 days", "line 3, column 2: got \"a\", expected a name that no other stage has; it is used on "
                                      "line 1");
    refuses("\xFF\xFE" "a", "line 1, column 1: got \"\\xff\\xfea\", expected text in UTF-8; this is UTF-16 "
                               "(little-endian), save it as UTF-8");
}

TEST_CASE("everything that is wrong with a project is told at once, in the order of the text") {
    // d hangs on a circle and is not part of it; e and f are another one; g's line breaks off, its name stands.
    constexpr auto wrong = "d: 1 day after c\n"
                           "a: 1 day after c,  x, g\n"
                           "b: 1 fortnight after a\n"
                           "c: 1 day after b , y\n"
                           "b: 1 day after a\n"
                           "e: 1 day after f, f2\n"
                           "f: 1 day after e\n"
                           "f2: 1 day after e, d\n"
                           "g: 3\n"
                           "no colon\n";
    try {
        static_cast<void>(hw::parse_project_network(wrong));
        FAIL("should have thrown");
    } catch (const hw::parse_errors& all) {
        std::vector<std::array<std::size_t, 2>> places;
        std::string got;
        for (const auto& one : all) {
            places.push_back({one.line(), one.column()});
            got += one.got() + "|";
        }
        using place = std::array<std::size_t, 2>;
        CHECK(places == std::vector<place>{{2, 20}, {3, 6}, {4, 20}, {5, 1}, {7, 16}, {8, 17}, {9, 5}, {10, 1}});
        CHECK(got == "x|fortnight after a|y|b|e|e||no colon|");
    }
    // With the fortnight read, a, b and c are a circle.
    try {
        static_cast<void>(hw::parse_project_network("d: 1 day after c\na: 1 day after c, x\nb: 1 day after a\nc: 1 day after b"));
        FAIL("should have thrown");
    } catch (const hw::parse_errors& all) {
        REQUIRE(all.size() == 2);
        CHECK(std::string(all[0].what()) == "line 2, column 16: got \"c\", expected a stage that need not wait for \"a\"; they "
                                            "wait for each other in a circle, c -> a -> b -> c");
        CHECK(all[1].got() == "x");
    }
}

TEST_CASE("a byte-order mark is skipped, and a file that is not there is told from an empty one") {
    const std::string marked = std::string("\xEF\xBB\xBF") + text;
    CHECK(hw::parse_project_network(marked).duration() == hw::parse_project_network(text).duration());
    CHECK(hw::parse_project_network(marked).stage_names() == hw::parse_project_network(text).stage_names());
    CHECK_THROWS_MATCHES(hw::parse_project_network("\xEF\xBB\xBF" "a: 1 day after b"), hw::parse_error,
                         Message("line 1, column 16: got \"b\", expected the name of a stage; there are a"));
    std::ifstream missing("a file that does not exist");
    CHECK_THROWS_MATCHES(hw::load_project_network(missing), std::runtime_error,
                         Message("load_project_network: the stream cannot be read: no file is open in it; is the path right?"));
    std::istringstream empty("");
    CHECK_THROWS_AS(hw::load_project_network(empty), hw::parse_error);
    struct broken : std::streambuf {
        int_type underflow() override { throw std::ios_base::failure("the disk is gone"); }
    } buffer;
    std::istream breaks(&buffer);
    CHECK_THROWS_MATCHES(hw::load_project_network(breaks), std::runtime_error,
                         MessageMatches(ContainsSubstring("the stream cannot be read: reading it broke off: ") &&
                                        ContainsSubstring("the disk is gone")));
}

}  // namespace
