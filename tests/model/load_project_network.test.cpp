// SPDX-License-Identifier: BSL-1.0
#include <headway/model/load_project_network.hpp>

#include "catch.hpp"

#include <sstream>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;

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
    refuses("a: 3 days after b,,c", "line 1, column 19: got \",c\", expected the name of a stage");
    try {
        static_cast<void>(hw::parse_project_network("a: 1 day\nb: x"));
        FAIL("should have thrown");
    } catch (const hw::parse_error& e) {
        CHECK(e.line() == 2);
        CHECK(e.column() == 4);
        CHECK(e.got() == "x");
        CHECK(e.expected() == "how long the stage takes, a number of at most 15 digits, such as 14.5");
    }
    CHECK_THROWS_MATCHES(hw::parse_project_network("# nothing\n"), std::domain_error,
                         Message("project_network: give at least one stage"));
    CHECK_THROWS_MATCHES(hw::parse_project_network("a: 1 day after b\nb: 1 day after a"), std::domain_error,
                         Message("project_network: stages wait for each other in a circle, a -> b -> a; remove one of "
                                 "these dependencies"));
    CHECK_THROWS_MATCHES(hw::parse_project_network("a: 1 day after b"), std::domain_error,
                         Message("project_network: stage \"a\" comes after \"b\", which is not a stage; there are a"));
}

}  // namespace
