// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/regular_roadmap.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/chip/roadmap.hpp>

#include <cstdint>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr auto count = tpp / chip;
constexpr double endless = __builtin_huge_val();
constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto launch = hw::date(2022y / 9 / 20);
constexpr hw::generation known{
    .name = "known", .launch = launch, .performance = 2.0 * pflops, .processing_performance = 16'000.0 * count};
constexpr auto rhythm = hw::cadence(2.0 * year, 2.0);
constexpr auto leader = hw::regular_roadmap_from(known, rhythm);

// Steps at each launch, in both directions.
static_assert(leader(launch) == 2.0 * pflops);
static_assert(leader(launch + 1.9 * year) == 2.0 * pflops);
static_assert(leader(launch + 2.0 * year) == 4.0 * pflops);
static_assert(leader(launch + 7.0 * year) == 16.0 * pflops);
static_assert(leader(launch - 1.0 * day) == 1.0 * pflops);
static_assert(leader.frontier(launch + 5.0 * year).place == 2.0);
static_assert(leader.frontier(launch + 5.0 * year).launch == launch + 4.0 * year);
static_assert(leader.frontier(launch + 5.0 * year).processing_performance == 64'000.0 * count);
static_assert(leader.frontier_before(launch + 2.0 * year, hw::behind(0)).place == 0.0);
static_assert(leader.frontier_before(launch + 2.1 * year, hw::behind(0)).place == 1.0);
// n generations behind is factor^n, on every date.
static_assert(leader.frontier(launch + 5.0 * year, hw::behind(1)).performance == 4.0 * pflops);
static_assert(leader.frontier(launch + 5.0 * year, hw::behind(3)).performance == 1.0 * pflops);
static_assert(leader.frontier(launch + 5.0 * year, hw::behind(0.5)).place == 1.0);  // at least so many
static_assert(!leader.frontier(launch, hw::chip_restriction<double>{endless}).exists());
// A cap: the best generation below it, or at it.
static_assert(leader.frontier(launch + 9.0 * year, hw::performing_at_most(16'000.0 * count)).place == 0.0);
static_assert(leader.frontier(launch + 9.0 * year, hw::performing_at_most(63'999.0 * count)).place == 1.0);
static_assert(leader.frontier(launch + 9.0 * year, hw::performing_at_most(4'800.0 * count)).place == -2.0);
static_assert(leader.frontier(launch, hw::performing_at_most(1e9 * count)).place == 0.0);
static_assert(!leader.frontier(launch, hw::performing_at_most(0.0 * count)).exists());
// Below a limit: at the limit is out.
constexpr auto below(double limit) {
    hw::chip_restriction<double> only;
    only.below_performance = limit * count;
    return only;
}
static_assert(leader.frontier(launch + 9.0 * year, below(16'000.0)).place == -1.0);
static_assert(leader.frontier(launch + 9.0 * year, below(16'001.0)).place == 0.0);
static_assert(leader.frontier(launch + 9.0 * year, below(63'999.0)).place == 1.0);
static_assert(leader.frontier(launch + 9.0 * year, below(64'000.0)).place == 1.0);
static_assert(leader.frontier(launch + 9.0 * year, below(64'001.0)).place == 2.0);
static_assert(leader.frontier(launch, below(1e9)).place == 0.0);
// Without progress every generation is like the known one.
constexpr auto standing = hw::regular_roadmap_from(known, hw::cadence(year, 1));
static_assert(standing(launch + 50.0 * year) == 2.0 * pflops);
static_assert(standing.frontier(launch, hw::performing_at_most(16'000.0 * count)).exists());
static_assert(!standing.frontier(launch, hw::performing_at_most(15'999.0 * count)).exists());
static_assert(standing.frontier(launch, below(16'001.0)).exists() && !standing.frontier(launch, below(16'000.0)).exists());
static_assert(!standing.frontier(launch, hw::chip_restriction<double>{endless}).exists());
// Fit for the work or not.
constexpr auto serving = hw::regular_roadmap_from(
    hw::generation{.name = "serving", .launch = launch, .performance = pflops, .trains = false}, rhythm);
static_assert(serving.frontier(launch, hw::workload::inference).exists());
static_assert(!serving.frontier(launch, hw::workload::training).exists());

static_assert(leader.anchor().name == "known" && leader.cadence().span() == 2.0 * year);
static_assert(leader.smooth()(launch) == 2.0 * pflops);
static_assert(close(leader.smooth()(launch + 3.0 * year).in(pflops), 2.0 * hw::pow(2.0, 1.5)));

// Gaps between two makers.
constexpr auto follower = hw::regular_roadmap_from(
    hw::generation{.name = "other", .launch = launch, .performance = 0.5 * pflops}, hw::cadence(3.0 * year, 2.0));
static_assert(hw::gap_between(leader, follower, rhythm, launch).performance_ratio == 4.0);
static_assert(close(hw::gap_between(leader, follower, rhythm, launch).generations, 2.0));
static_assert(close(hw::gap_between(leader, follower, rhythm, launch).time.in(year), 4.0));
static_assert(hw::gap_between(leader, follower, rhythm, launch + 12.0 * year).performance_ratio == 16.0);
static_assert(hw::gap_between(follower, leader, rhythm, launch).generations < 0.0);  // ahead
static_assert(close(hw::gap_between(leader.smooth(), follower.smooth(), rhythm, launch + 6.0 * year).performance_ratio,
                    4.0 * 8.0 / 4.0));
constexpr auto late = hw::roadmap(known);
static_assert(hw::gap_between(leader, late, rhythm, launch - year).generations == endless);
static_assert(hw::gap_between(leader, late, rhythm, launch - year).time.base_value() == endless);

TEST_CASE("a roadmap listed at the cadence is the regular one") {
    const auto listed =
        hw::roadmap(hw::generation{.name = "0", .launch = launch, .performance = 2.0 * pflops},
                    hw::generation{.name = "1", .launch = launch + 2.0 * year, .performance = 4.0 * pflops},
                    hw::generation{.name = "2", .launch = launch + 4.0 * year, .performance = 8.0 * pflops},
                    hw::generation{.name = "3", .launch = launch + 6.0 * year, .performance = 16.0 * pflops});
    for (int days = 0; days < 2900; days += 11) {
        const auto when = launch + static_cast<double>(days) * day;
        CHECK(listed(when) == leader(when));
        const auto behind_by_one = listed.frontier(when, hw::behind(1));
        if (!behind_by_one.exists()) continue;  // the list has a first generation, the cadence none
        CHECK(behind_by_one.performance == leader.frontier(when, hw::behind(1)).performance);
        CHECK(behind_by_one.launch == leader.frontier(when, hw::behind(1)).launch);
    }
}

TEST_CASE("a limit of what a cadence does not tell is refused") {
    hw::chip_restriction<double> only;
    only.below_bandwidth = 6500.0 * gigabyte / second / chip;
    CHECK_THROWS_MATCHES(leader.frontier(launch, only), std::domain_error,
                         Message("frontier: a limit of memory bandwidth cannot be compared with the generations that follow "
                                 "known, for a cadence tells nothing of theirs; list them in a roadmap"));
    CHECK_THROWS_MATCHES(follower.frontier(launch, below(1.0)), std::domain_error,
                         Message("frontier: generation other states no processing performance, which a limit is compared "
                                 "with; give it one"));
}

TEST_CASE("a generation is available on its own launch date, for every span and start") {
    std::uint64_t state = 3;
    const auto uniform = [&](double low, double high) {  // splitmix64
        std::uint64_t z = (state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return low + (high - low) * static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
    };
    const auto check = [&](const hw::date& at, const auto& span) {
        auto start = known;
        start.launch = at;
        const auto chips = hw::regular_roadmap_from(start, hw::cadence(span, 2.5));
        for (int k = -20; k <= 40; ++k) {
            const auto c = chips.frontier(at + (k + 0.5) * hw::as_time(span));
            REQUIRE(c.place == k);
            const auto on_launch = chips.frontier(c.launch);
            REQUIRE(on_launch.place == c.place);
            REQUIRE(on_launch.launch == c.launch);
            REQUIRE(chips(c.launch) == c.performance);
            REQUIRE(chips.frontier(c.launch, hw::behind(2)).place == c.place - 2.0);
            REQUIRE(chips.frontier_before(c.launch, hw::behind(0)).place == c.place - 1.0);
            REQUIRE(chips.frontier(c.launch - 1e-6 * second).place == c.place - 1.0);
            REQUIRE(chips.frontier_before(c.launch + 1e-6 * second, hw::behind(0)).place == c.place);
        }
    };
    check(launch, 0.9 * year);
    for (int i = 0; i < 300; ++i) {
        check(launch + uniform(-40.0, 40.0) * year, uniform(0.02, 5.0) * year);
        check(hw::date(2000y / 1 / 1) + hw::floor(uniform(0.0, 9000.0)) * day, hw::floor(uniform(1.0, 60.0)) * month);
    }
    // Draw by draw as alone, each on its own launch date.
    const auto tenths = [](int i) { return 0.1 * (i + 1); };
    const auto span = hw::batch::generate(tenths) * year;
    const auto block = hw::regular_roadmap_from(known, hw::cadence(span, 2.5));
    for (int k = 1; k <= 10; ++k) {
        const auto c = block.frontier(launch + (k + 0.5) * span);
        const auto on_launch = block.frontier(c.launch);
        const auto before = block.frontier_before(c.launch, hw::behind(0));
        for (int i = 0; i < hw::batch::size; ++i) {
            const auto alone = hw::regular_roadmap_from(known, hw::cadence(tenths(i) * year, 2.5));
            REQUIRE(hw::value_at(on_launch.place, i) == k);
            REQUIRE(hw::value_at(before.place, i) == k - 1);
            const auto date = hw::date::from_seconds_since_1970(hw::value_at(c.launch.seconds_since_1970(), i));
            REQUIRE(alone.frontier(date).place == k);
        }
    }
}

TEST_CASE("the share that a lag leaves is the same on every date, that of a fixed cap falls") {
    double share_before = 2.0;
    for (double years = 0.5; years < 20.0; years += 2.0) {
        const auto when = launch + years * year;
        CHECK(leader.frontier(when, hw::behind(1)).performance / leader(when) == 0.5);
        CHECK(leader.frontier(when, hw::behind(2)).performance / leader(when) == 0.25);
        const double share = leader.frontier(when, hw::performing_at_most(16'000.0 * count)).performance / leader(when);
        CHECK(share < share_before);
        share_before = share;
    }
}

TEST_CASE("a cap at the very performance of a generation permits it, for every cadence") {
    for (const double factor : {1.1, 1.3, 1.7, 2.0, 2.3, 3.0, 5.0}) {
        const auto roadmap = hw::regular_roadmap_from(known, hw::cadence(year, factor));
        for (double place = -8.0; place <= 8.0; ++place) {
            const auto own = roadmap.frontier(launch + (place + 0.5) * year);
            REQUIRE(own.place == place);
            CHECK(roadmap.frontier(launch + 20.0 * year, hw::performing_at_most(own.processing_performance)).place ==
                  place);
            CHECK(roadmap.frontier(launch + 20.0 * year, hw::performing_at_most(0.999 * own.processing_performance))
                      .place == place - 1.0);
        }
    }
}

TEST_CASE("between two cadences the gap changes with the date") {
    const auto faster = hw::regular_roadmap_from(known, hw::cadence(1.5 * year, 2.0)).smooth();
    double before = -1.0;
    for (double years = 0.0; years < 12.0; years += 0.7) {
        const auto gap = hw::gap_between(faster, leader.smooth(), rhythm, launch + years * year);
        CHECK(gap.generations > before);
        CHECK_THAT(gap.generations + 1.0, WithinRel(1.0 + years * (1.0 / 1.5 - 1.0 / 2.0), 1e-12));
        before = gap.generations;
        // Of one cadence with itself it does not.
        const auto same = hw::gap_between(leader, leader, rhythm, launch + years * year);
        CHECK(same.generations == 0.0);
        CHECK(same.time == 0.0 * year);
    }
    // Every argument counts.
    const auto when = launch + 5.0 * year;
    CHECK(hw::gap_between(leader, follower, hw::cadence(year, 3.0), when).generations <
          hw::gap_between(leader, follower, rhythm, when).generations);
    CHECK(hw::gap_between(leader, late, rhythm, when).generations <
          hw::gap_between(leader, follower, rhythm, when).generations);
}

TEST_CASE("regular roadmap, blocks of draws and derivatives agree with plain numbers") {
    check_number_types(
        [](const auto& x) {
            return hw::regular_roadmap_from(known, hw::cadence(2.1 * year, x))(launch + 7.0 * year).in(pflops);
        },
        1.1, 5.0);
    check_number_types(
        [](const auto& x) {
            return hw::regular_roadmap_from(known.with_performance(x * pflops), rhythm)(launch + 7.0 * year).in(pflops);
        },
        1.1, 5.0);
    check_number_types(
        [](const auto& x) {
            return hw::gap_between(hw::regular_roadmap_from(known, hw::cadence(2.1 * year, x)), follower, rhythm,
                                   launch + 7.0 * year)
                .time.in(year);
        },
        1.1, 5.0);
    check_number_types(
        [](const auto& x) {
            return hw::regular_roadmap_from(known, hw::cadence(x * year, 2.0)).smooth()(launch + 7.0 * year).in(pflops);
        },
        1.1, 5.0);
    // What only steps: draw by draw the same.
    const auto at = [](int i) { return 0.4 + 0.07 * i; };
    const auto draws = hw::batch::generate(at);
    const auto when = launch + 5.3 * year;
    const auto by_span = hw::regular_roadmap_from(known, hw::cadence(draws * year, 2.0)).frontier(when, hw::behind(1));
    const auto by_lag = leader.frontier(when, hw::behind(draws));
    const auto by_cap = leader.frontier(when, hw::performing_at_most(draws * 20'000.0 * count));
    const auto by_date = leader.frontier_before(launch + draws * year, hw::behind(0));
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto span = hw::regular_roadmap_from(known, hw::cadence(at(i) * year, 2.0)).frontier(when, hw::behind(1));
        REQUIRE(by_span.performance.base_value().lane[i] == span.performance.base_value());
        REQUIRE(by_span.launch.seconds_since_1970().lane[i] == span.launch.seconds_since_1970());
        REQUIRE(by_lag.place.lane[i] == leader.frontier(when, hw::behind(at(i))).place);
        REQUIRE(by_cap.place.lane[i] == leader.frontier(when, hw::performing_at_most(at(i) * 20'000.0 * count)).place);
        REQUIRE(by_date.place.lane[i] == leader.frontier_before(launch + at(i) * year, hw::behind(0)).place);
    }
}

TEST_CASE("a roadmap that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::regular_roadmap_from(hw::generation{.name = "x", .performance = pflops}, rhythm),
                         std::domain_error,
                         Message("regular_roadmap: launch must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::regular_roadmap_from(hw::generation{.name = "x", .launch = launch}, rhythm),
                         std::domain_error,
                         Message("regular_roadmap: generation x states no performance; give it one"));
    CHECK_THROWS_MATCHES(
        serving.frontier(launch, hw::performing_at_most(count)), std::domain_error,
        Message("frontier: generation serving states no processing performance, which a cap is compared "
                "with; give it one"));
    CHECK_THROWS_MATCHES(hw::gap_between(late, leader, rhythm, launch - year), std::domain_error,
                         Message("gap_between: performance of the leader must be > 0, got 0"));
}

}  // namespace
