// SPDX-License-Identifier: BSL-1.0
#include <headway/model/project_network.hpp>

#include "catch.hpp"
#include "lead_time.hpp"

#include <headway/core/batch.hpp>
#include <headway/core/dual.hpp>
#include <headway/model/project.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

const auto start = hw::date(2025y / 6 / 1);

// Not series-parallel: d waits for a and b, c for a alone.
const hw::project_network network({{"f", 7.0 * month, {"d"}},
                                   {"a", 6.0 * month, {}},
                                   {"b", 9.0 * month, {}},
                                   {"c", 14.0 * month, {"a"}},
                                   {"d", 10.0 * month, {"a", "b"}},
                                   {"e", 5.0 * month, {"c", "d"}}});

TEST_CASE("a network is as long as its longest path") {
    CHECK_THAT(network.duration().in(month), WithinRel(reference::network_months, 1e-14));
    CHECK_THAT(network.with("d", 0.0 * month).duration().in(month),
               WithinRel(reference::network_months_without_d, 1e-14));
    CHECK(network.completion(start) == start + network.duration());
    CHECK(network.done_by(start, start + 26.5 * month) == 1.0);
    CHECK(network.done_by(start, start + 25.5 * month) == 0.0);
    CHECK(network.stage_names() == std::vector<std::string>{"f", "a", "b", "c", "d", "e"});
    CHECK(network.timing("d").start == 9.0 * month);
    CHECK(network.timings()[4].start == 9.0 * month);
    CHECK(network.duration_of("c") == 14.0 * month);
}

TEST_CASE("the critical stages of a network are those on its longest paths") {
    const std::string critical = "bdf";
    for (const auto& name : network.stage_names()) {
        INFO(name);
        const bool is = critical.find(name) != std::string::npos;
        CHECK(network.critical(name) == (is ? 1.0 : 0.0));
        // A stage is critical exactly when any more of it delays the end.
        CHECK((network.with(name, network.duration_of(name) + day).duration() > network.duration()) == is);
    }
    CHECK(network.with("c", 15.0 * month).critical("c") == 1.0);
    CHECK(network.with("c", 15.0 * month).critical("b") == 1.0);
    CHECK(network.gain_of_saving("d", 3.0 * month) == 1.0 * month);
    CHECK(network.gain_of_saving("c", 3.0 * month) == 0.0 * month);
    CHECK_THAT(network.gain_of_saving("b", 0.5 * month).in(month), WithinRel(0.5, 1e-12));
    const auto rows = network.schedule(start);
    CHECK(rows[4].stage == "d");
    CHECK(rows[4].start == start + 9.0 * month);
    CHECK(rows[4].end == start + 19.0 * month);
    CHECK(rows[4].critical == 1.0);
}

TEST_CASE("a network gives the numbers of the same project composed at compile time, to the last bit") {
    for (int i = 0; i < 64; ++i) {
        const auto span = [i](int stage) { return (0.3 + 0.37 * ((i * (stage + 3)) % 17)) * month; };
        const auto composed = hw::stage<"permits">(span(0)) >>
                              ((hw::stage<"building">(span(1)) >> hw::stage<"fit-out">(span(2))) &
                               hw::stage<"tools">(span(3)) & hw::stage<"power">(span(4))) >>
                              hw::stage<"ramp">(span(5));
        const hw::project_network loaded({{"permits", span(0), {}},
                                          {"building", span(1), {"permits"}},
                                          {"fit-out", span(2), {"building"}},
                                          {"tools", span(3), {"permits"}},
                                          {"power", span(4), {"permits"}},
                                          {"ramp", span(5), {"fit-out", "tools", "power"}}});
        CHECK(loaded.duration() == composed.duration());
        CHECK(loaded.gain_of_saving("tools", month) == composed.gain_of_saving<"tools">(month));
        const auto here = loaded.timings();
        const auto there = composed.timings();
        REQUIRE(here.size() == there.size());
        for (std::size_t s = 0; s < here.size(); ++s) {
            CHECK(here[s].start == there[s].start);
            CHECK(here[s].end == there[s].end);
            CHECK(here[s].duration == there[s].duration);
            CHECK(here[s].critical == there[s].critical);
        }
        CHECK(loaded.with("tools", year).duration() == composed.with<"tools">(year).duration());
        const auto twice = [](const auto& d) { return d * 2.0; };
        CHECK(loaded.with_each(twice).duration() == composed.with_each(twice).duration());
        CHECK(loaded.done_by(start, start + year) == composed.done_by(start, start + year));
    }
}

TEST_CASE("another stage beside the others never shortens a network") {
    for (const double months : {0.0, 5.0, 26.0, 40.0}) {
        const hw::project_network larger(
            {{"a", 6.0 * month, {}}, {"b", 9.0 * month, {"a"}}, {"x", months * month, {}}});
        CHECK(larger.duration() == hw::max(15.0 * month, months * month));
    }
}

TEST_CASE("networks run on blocks of draws and on derivatives") {
    const auto x = hw::batch::generate([](int i) { return 1.0 + 0.4 * i; });
    const auto block = network.with("c", x * month).with("d", 12.0 * month);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = network.with("c", (1.0 + 0.4 * i) * month).with("d", 12.0 * month);
        REQUIRE(block.duration().base_value().lane[i] == alone.duration().base_value());
        REQUIRE(block.critical("c").lane[i] == alone.critical("c"));
        REQUIRE(block.gain_of_saving("d", month).base_value().lane[i] == alone.gain_of_saving("d", month).base_value());
    }
    using dual = hw::dual<2>;
    const auto both = network.with("d", dual::variable(10.0, 0) * month).with("c", dual::variable(14.0, 1) * month);
    CHECK(both.duration().in(month).gradient == std::array{1.0, 0.0});
}

TEST_CASE("a network that cannot be is refused by name") {
    using stages = std::vector<hw::network_stage>;
    const auto make = [](const stages& all) { return hw::project_network(all); };
    CHECK_THROWS_MATCHES(make({}), std::domain_error, Message("project_network: give at least one stage"));
    CHECK_THROWS_MATCHES(make({{"", day, {}}}), std::domain_error,
                         Message("project_network: a stage has no name; give it one"));
    CHECK_THROWS_MATCHES(make({{"a", day, {}}, {"a", day, {}}}), std::domain_error,
                         Message("project_network: two stages are named \"a\"; rename one of them"));
    CHECK_THROWS_MATCHES(
        make({{"a", day, {}}, {"b", day, {"q"}}}), std::domain_error,
        Message("project_network: stage \"b\" comes after \"q\", which is not a stage; there are a, b"));
    CHECK_THROWS_MATCHES(make({{"a", day, {"a"}}}), std::domain_error,
                         Message("project_network: stages wait for each other in a circle, a -> a; remove one of these "
                                 "dependencies"));
    // d hangs on the circle and is not part of it.
    CHECK_THROWS_MATCHES(
        make({{"d", day, {"c"}}, {"a", day, {"c", "x"}}, {"x", day, {}}, {"b", day, {"a"}}, {"c", day, {"b"}}}),
        std::domain_error,
        Message("project_network: stages wait for each other in a circle, c -> a -> b -> c; remove one "
                "of these dependencies"));
    CHECK_THROWS_MATCHES(make({{"a", -1.0 * second, {}}}), std::domain_error,
                         Message("stage \"a\": duration must be a finite span, at least 0, got -1 seconds"));
    CHECK_THROWS_MATCHES(network.with("q", day), std::domain_error,
                         Message("project_network: there is no stage \"q\"; there are f, a, b, c, d, e"));
    CHECK_THROWS_AS(network.timing("q"), std::domain_error);
    CHECK_THROWS_AS(network.duration_of("q"), std::domain_error);
    CHECK_THROWS_AS(network.gain_of_saving("q", day), std::domain_error);
    CHECK_THROWS_MATCHES(network.gain_of_saving("a", -1.0 * second), std::domain_error,
                         Message("gain_of_saving: time saved in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(network.with("a", __builtin_nan("") * second), std::domain_error,
                         Message("stage \"a\": duration must be a finite span, at least 0, got nan seconds"));
    CHECK_THROWS_MATCHES(network.completion(hw::date::never()), std::domain_error,
                         Message("completion: start must be a date in the calendar, got never"));
}

}  // namespace
