// SPDX-License-Identifier: BSL-1.0
#include <headway/project/project_network.hpp>

#include "catch.hpp"
#include "lead_time.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/project/stages.hpp>

#include <cstdint>

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
            CHECK(hw::abs(here[s].total_float - there[s].total_float) < 1e-6 * second);
            CHECK(hw::abs(here[s].free_float - there[s].free_float) < 1e-6 * second);
        }
        CHECK(loaded.with("tools", year).duration() == composed.with<"tools">(year).duration());
        const auto twice = [](const auto& d) { return d * 2.0; };
        CHECK(loaded.with_each(twice).duration() == composed.with_each(twice).duration());
        CHECK(loaded.done_by(start, start + year) == composed.done_by(start, start + year));
    }
}

TEST_CASE("two paths that are equal but for rounding are both critical") {
    // 1.1 + 2.2 and 3.3 differ in the last digit.
    static_assert(1.1 + 2.2 != 3.3);
    const hw::project_network tied({{"a", 1.1 * month, {}},
                                    {"b", 2.2 * month, {"a"}},
                                    {"c", 3.3 * month, {}},
                                    {"d", 1.0 * month, {"b", "c"}}});
    const auto composed = ((hw::stage<"a">(1.1 * month) >> hw::stage<"b">(2.2 * month)) & hw::stage<"c">(3.3 * month)) >>
                          hw::stage<"d">(1.0 * month);
    for (const auto& name : tied.stage_names()) {
        INFO(name);
        CHECK(tied.critical(name) == 1.0);
        CHECK(tied.total_float(name) == 0.0 * month);
        CHECK(tied.free_float(name) == 0.0 * month);
    }
    for (const auto& timing : composed.timings()) {
        CHECK(timing.critical == 1.0);
        CHECK(timing.total_float == 0.0 * month);
    }
    // A month saved on one of two equal paths is no gain; on both in turn it is.
    CHECK(tied.gain_of_saving("a", month) == 0.0 * month);
    CHECK(tied.gain_of_saving("c", month) == 0.0 * month);
    CHECK(composed.gain_of_saving<"a">(month) == 0.0 * month);
    CHECK(composed.gain_of_saving<"c">(month) == 0.0 * month);
    CHECK_THAT(tied.with("c", 2.3 * month).gain_of_saving("a", month).in(month), WithinRel(1.0, 1e-12));
    CHECK_THAT(tied.gain_of_saving("d", 0.5 * month).in(month), WithinRel(0.5, 1e-12));
    // In a block, draws that tie beside draws that do not; the tie is not in the first.
    const auto c = hw::batch::generate([](int i) { return i == 7 ? 3.3 : i == 8 ? 3.31 : 2.8 + 0.001 * i; });
    const auto block = tied.with("c", c * month);
    CHECK(block.critical("c").lane[0] == 0.0);
    CHECK(block.critical("c").lane[7] == 1.0);
    CHECK(block.critical("a").lane[7] == 1.0);
    CHECK(block.critical("c").lane[8] == 1.0);
    CHECK(block.critical("a").lane[8] == 0.0);
    CHECK(block.gain_of_saving("a", month).base_value().lane[7] == 0.0);
}

TEST_CASE("float is what a stage may slip: on random networks, ties among them") {
    std::uint64_t state = 5;
    const auto random = [&](unsigned below) {
        state = state * 6364136223846793005 + 1442695040888963407;
        return static_cast<unsigned>((state >> 33) % below);
    };
    int critical_count = 0;
    int free_less_than_total = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<hw::network_stage> stages;
        const unsigned count = 2 + random(9);
        for (unsigned i = 0; i < count; ++i) {
            // Tenths of a month, so that many sums tie but for rounding; zero among them.
            hw::network_stage stage{"s" + std::to_string(i), 0.1 * random(12) * month, {}};
            for (unsigned j = 0; j < i; ++j) {
                if (random(3) == 0) stage.after.push_back("s" + std::to_string(j));
            }
            stages.push_back(stage);
        }
        const hw::project_network project(stages);
        const auto timings = project.timings();
        const auto end = project.duration();
        const auto same = [&](const auto& a, const auto& b) { return hw::abs(a - b) < 1e-3 * second; };
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const auto& t = timings[i];
            INFO("round " << round << ", stage " << i);
            CHECK((t.critical == 1.0) == (t.total_float == 0.0 * month));
            CHECK(t.free_float <= t.total_float);
            critical_count += t.critical == 1.0;
            free_less_than_total += t.free_float < t.total_float;
            const auto slipped = [&](const auto& by) {
                auto late = stages;
                late[i].duration = late[i].duration + by;
                return hw::project_network(late);
            };
            CHECK(same(slipped(t.total_float).duration(), end));
            CHECK(same(slipped(t.total_float + day).duration(), end + day));
            const auto freely = slipped(t.free_float).timings();
            const auto more = slipped(t.free_float + day);
            const auto moved = more.timings();
            bool another_starts_later = !same(more.duration(), end);
            for (std::size_t j = 0; j < stages.size(); ++j) {
                CHECK(same(freely[j].start, timings[j].start));
                another_starts_later = another_starts_later || moved[j].start > timings[j].start + hour;
            }
            CHECK(another_starts_later);
        }
    }
    CHECK(critical_count > 300);
    CHECK(free_less_than_total > 50);
}

TEST_CASE("floats: on a known network, in a schedule, in blocks and with derivatives") {
    // a (6) ends 3 before d starts (9); c (6 to 20) is followed by e, which d lets start at 19 only.
    CHECK_THAT(network.total_float("a").in(month), WithinRel(1.0, 1e-12));
    CHECK(network.free_float("a") == 0.0 * month);
    CHECK_THAT(network.total_float("c").in(month), WithinRel(1.0, 1e-12));
    CHECK(network.free_float("c") == 0.0 * month);
    CHECK_THAT(network.total_float("e").in(month), WithinRel(1.0, 1e-12));
    CHECK_THAT(network.free_float("e").in(month), WithinRel(1.0, 1e-12));
    CHECK(network.total_float("f") == 0.0 * month);
    const auto rows = network.schedule(start);
    CHECK(rows[5].total_float == network.total_float("e"));
    CHECK(rows[5].free_float == network.free_float("e"));
    const auto x = hw::batch::generate([](int i) { return 8.0 + 0.4 * i; });
    const auto block = network.with("c", x * month);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = network.with("c", (8.0 + 0.4 * i) * month);
        for (const auto& name : network.stage_names()) {
            REQUIRE(block.total_float(name).base_value().lane[i] == alone.total_float(name).base_value());
            REQUIRE(block.free_float(name).base_value().lane[i] == alone.free_float(name).base_value());
        }
    }
    using dual = hw::dual<2>;
    const auto slack = network.with("c", dual::variable(13.0, 0) * month).with("d", dual::variable(10.0, 1) * month);
    CHECK(slack.total_float("c").in(month).gradient == std::array{-1.0, 1.0});
    CHECK(slack.total_float("d").in(month).gradient == std::array{0.0, 0.0});
    CHECK_THROWS_AS(network.total_float("q"), std::domain_error);
    CHECK_THROWS_AS(network.free_float("q"), std::domain_error);
    // A project of one stage, and one that takes no time.
    CHECK(hw::project_network({{"a", 0.0 * day, {}}}).critical("a") == 1.0);
    CHECK(hw::project_network({{"a", 3.0 * day, {}}}).total_float("a") == 0.0 * day);
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
