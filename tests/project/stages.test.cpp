// SPDX-License-Identifier: BSL-1.0
#include <headway/project/stages.hpp>

#include "catch.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr auto permits = hw::stage<"permits">(14.0 * month);
constexpr auto building = hw::stage<"building">(18.0 * month);
constexpr auto tools = hw::stage<"tools">(20.0 * month);
constexpr auto ramp = hw::stage<"ramp">(6.0 * month);
constexpr auto site = hw::in_sequence(permits, hw::in_parallel(building, tools), ramp);
constexpr auto start = hw::date(2025y / 6 / 1);

static_assert(site.duration() == 40.0 * month);
static_assert((permits >> (building & tools) >> ramp).duration() == site.duration());
static_assert(site.completion(start) == start + 40.0 * month);
static_assert(site.completion(2025y / 6 / 1) == site.completion(start));
static_assert(site.done_by(start, start + 40.0 * month) == 1.0 && site.done_by(start, start + 39.9 * month) == 0.0);
static_assert(site.done_by(start + month, start + 40.0 * month) == 0.0);
static_assert(site.stage_names == std::array<std::string_view, 4>{"permits", "building", "tools", "ramp"});
static_assert(permits.duration() == 14.0 * month && permits.critical<"permits">() == 1.0);
static_assert(hw::stage<"x">(std::chrono::days{3}).duration() == 3.0 * day);

// When each stage runs, and which hold up the end.
static_assert(site.timing<"permits">().start == 0.0 * month && site.timing<"permits">().end == 14.0 * month);
static_assert(site.timing<"building">().start == 14.0 * month && site.timing<"building">().end == 32.0 * month);
static_assert(site.timing<"tools">().end == 34.0 * month && site.timing<"ramp">().start == 34.0 * month);
static_assert(site.duration_of<"tools">() == 20.0 * month);
static_assert(site.critical<"permits">() == 1.0 && site.critical<"building">() == 0.0);
static_assert(site.critical<"tools">() == 1.0 && site.critical<"ramp">() == 1.0);
// Of two that end together both are critical.
static_assert(site.with<"building">(20.0 * month).critical<"building">() == 1.0);
static_assert(site.with<"building">(20.0 * month).critical<"tools">() == 1.0);
// Inside a branch that is not critical nothing is.
constexpr auto nested =
    hw::in_parallel(hw::in_sequence(permits, hw::in_parallel(building, tools)), hw::stage<"long">(50.0 * month));
static_assert(nested.duration() == 50.0 * month && nested.critical<"tools">() == 0.0);
static_assert(nested.with<"long">(30.0 * month).critical<"tools">() == 1.0);

// What a saving buys: all of it on the critical path, up to what the other branch needs.
static_assert(site.gain_of_saving<"permits">(1.0 * month) == 1.0 * month);
static_assert(site.gain_of_saving<"tools">(1.0 * month) == 1.0 * month);
static_assert(site.gain_of_saving<"tools">(9.0 * month) == 2.0 * month);
static_assert(site.gain_of_saving<"building">(9.0 * month) == 0.0 * month);
static_assert(site.gain_of_saving<"permits">(99.0 * month) == 14.0 * month);
static_assert(hw::gain_of_saving<"tools">(site, 9.0 * month) == 2.0 * month);
static_assert(hw::critical<"tools">(site) == 1.0 && hw::critical<"building">(site) == 0.0);
static_assert(hw::duration_of<"tools">(site) == 20.0 * month);

static_assert(site.with<"ramp">(7.0 * month).duration() == 41.0 * month);
static_assert(site.with<"ramp">(std::chrono::days{0}).duration() == 34.0 * month);
static_assert(site.with_each([](const auto& span) { return 2.0 * span; }).duration() == 80.0 * month);

// How much each may slip: to the end of the project, and until another stage starts.
static_assert(site.total_float<"building">() == 2.0 * month && site.free_float<"building">() == 2.0 * month);
static_assert(hw::total_float<"tools">(site) == 0.0 * month && hw::free_float<"ramp">(site) == 0.0 * month);
static_assert(nested.total_float<"permits">() == 16.0 * month && nested.free_float<"permits">() == 0.0 * month);
static_assert(nested.total_float<"building">() == 18.0 * month && nested.total_float<"tools">() == 16.0 * month);
static_assert(nested.free_float<"tools">() == 16.0 * month && nested.free_float<"long">() == 0.0 * month);
static_assert(hw::in_sequence(nested, hw::stage<"last">(month)).free_float<"building">() == 18.0 * month);

// Gantt rows.
constexpr auto rows = site.schedule(start);
static_assert(rows[2].stage == "tools" && rows[2].start == start + 14.0 * month && rows[2].end == start + 34.0 * month);
static_assert(rows[2].critical == 1.0 && rows[1].critical == 0.0);
static_assert(rows[1].total_float == 2.0 * month && rows[1].free_float == 2.0 * month && rows[2].total_float == 0.0 * month);
static_assert(site.schedule(start + day)[0].start == start + day);

TEST_CASE("a project known at compile time is as large as its durations") { CHECK(sizeof(site) == 4 * sizeof(double)); }

TEST_CASE("a longer stage never ends a project earlier, and another parallel stage never does") {
    const auto of = [](double a, double b, double c) {
        return hw::stage<"a">(a * month) >> (hw::stage<"b">(b * month) & hw::stage<"c">(c * month));
    };
    for (const double a : {0.0, 3.0, 7.0}) {
        for (const double b : {0.0, 3.0, 7.0}) {
            for (const double c : {0.0, 3.0, 7.0}) {
                const auto project = of(a, b, c);
                const auto span = project.duration();
                CHECK(project.with<"a">((a + 1.0) * month).duration() > span);
                CHECK(project.with<"b">((b + 1.0) * month).duration() >= span);
                CHECK(project.with<"c">((c + 1.0) * month).duration() >= span);
                for (const double d : {0.0, 5.0, 20.0}) {
                    const auto beside = project & hw::stage<"d">(d * month);
                    CHECK(beside.duration() >= span);
                    CHECK(beside.duration() >= d * month);
                    CHECK((project >> hw::stage<"d">(d * month)).duration() >= span);
                }
                // What a saving buys is at most what is saved, and nothing where a stage is not critical.
                for (const double saved : {0.0, 1.0, 4.0, 9.0}) {
                    const auto gain = project.gain_of_saving<"b">(saved * month);
                    CHECK(gain >= 0.0 * month);
                    CHECK(gain <= saved * month);
                    if (project.critical<"b">() == 0.0) CHECK(gain == 0.0 * month);
                }
            }
        }
    }
}

TEST_CASE("the derivative of a duration is the criticality of the stage") {
    using dual = hw::dual<2>;
    const auto project = permits >> (hw::stage<"building">(dual::variable(18.0, 0) * month) &
                                     hw::stage<"tools">(dual::variable(20.0, 1) * month));
    CHECK(project.duration().in(month).gradient == std::array{0.0, 1.0});
    CHECK(project.critical<"tools">().value == 1.0);
    CHECK(project.gain_of_saving<"tools">(3.0 * month).in(month).gradient == std::array{-1.0, 1.0});
    CHECK(project.completion(start).seconds_since_1970().value == (start + 34.0 * month).seconds_since_1970());
}

TEST_CASE("each draw of a block gets the schedule that it gets alone, to the last bit") {
    const auto at = [](int i) { return 0.1 + 0.35 * i; };
    const auto x = hw::batch::generate(at);
    const auto of = [](const auto& y) {
        return hw::stage<"permits">(y * month) >>
               ((hw::stage<"building">(10.0 * month) >> hw::stage<"fit-out">(y * week)) &
                hw::stage<"tools">(y * 0.5 * month));
    };
    const auto block = of(x);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = of(at(i));
        REQUIRE(block.duration().base_value().lane[i] == alone.duration().base_value());
        REQUIRE(block.critical<"tools">().lane[i] == alone.critical<"tools">());
        REQUIRE(block.critical<"fit-out">().lane[i] == alone.critical<"fit-out">());
        REQUIRE(block.gain_of_saving<"tools">(month).base_value().lane[i] ==
                alone.gain_of_saving<"tools">(month).base_value());
        REQUIRE(block.schedule(start)[2].end.seconds_since_1970().lane[i] ==
                alone.schedule(start)[2].end.seconds_since_1970());
        REQUIRE(block.done_by(start, 2027y / 1 / 1).lane[i] == alone.done_by(start, 2027y / 1 / 1));
    }
}

TEST_CASE("a stage that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::stage<"permits">(-1.0 * second), std::domain_error,
                         Message("stage \"permits\": duration must be a finite span, at least 0, got -1 seconds"));
    CHECK_THROWS_MATCHES(hw::stage<"permits">(__builtin_nan("") * second), std::domain_error,
                         Message("stage \"permits\": duration must be a finite span, at least 0, got nan seconds"));
    CHECK_THROWS_MATCHES(site.with<"tools">(__builtin_huge_val() * second), std::domain_error,
                         Message("stage \"tools\": duration must be a finite span, at least 0, got inf seconds"));
    CHECK_THROWS_MATCHES(site.with_each([](const auto& span) { return span - 7.0 * month; }), std::domain_error,
                         Message("stage \"ramp\": duration must be a finite span, at least 0, got -2629746 seconds"));
    CHECK_THROWS_MATCHES(site.gain_of_saving<"tools">(-1.0 * second), std::domain_error,
                         Message("gain_of_saving: time saved in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(site.completion(hw::date::never()), std::domain_error,
                         Message("completion: start must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(site.schedule(hw::date::never()), std::domain_error,
                         Message("schedule: start must be a date in the calendar, got never"));
}

}  // namespace
