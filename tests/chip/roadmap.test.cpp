// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/roadmap.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <algorithm>
#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr auto count = tpp / chip;
constexpr auto gb_per_s = gigabyte / second / chip;
constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr hw::generation first{.name = "first",
                               .launch = hw::date(2020y / 5 / 14),
                               .performance = 0.6 * pflops,
                               .processing_performance = 4'900.0 * count};
constexpr hw::generation second_one{.name = "second",
                                    .launch = hw::date(2022y / 9 / 20),
                                    .performance = 2.0 * pflops,
                                    .processing_performance = 16'000.0 * count};
// Made weaker for export, later than the second and for inference only.
constexpr hw::generation export_only{.name = "export",
                                     .launch = hw::date(2024y / 2 / 1),
                                     .performance = 0.3 * pflops,
                                     .processing_performance = 2'400.0 * count,
                                     .trains = false};
constexpr hw::generation third{.name = "third",
                               .launch = hw::date(2024y / 11 / 1),
                               .performance = 4.5 * pflops,
                               .processing_performance = 36'000.0 * count};

constexpr auto map = hw::roadmap(first, second_one, export_only, third);

static_assert(map.size() == 4 && map[1].name == "second" && map["third"].performance == 4.5 * pflops);
// The best launched by the date, that day included.
static_assert(!map.frontier(2020y / 5 / 13).exists());
static_assert(map[map.frontier(2020y / 5 / 14)].name == "first");
static_assert(map[map.frontier(2022y / 9 / 19)].name == "first");
static_assert(map[map.frontier(2022y / 9 / 20)].name == "second");
static_assert(map[map.frontier_before(2022y / 9 / 20, hw::behind(0))].name == "first");
static_assert(map[map.frontier(2024y / 6 / 1)].name == "second");  // the weaker one is no step ahead
static_assert(map[map.frontier(2030y / 1 / 1)].name == "third");
static_assert(map.frontier(2030y / 1 / 1).launch == third.launch && map.frontier(2030y / 1 / 1).place == 3.0);
static_assert(map.frontier(2030y / 1 / 1).processing_performance == third.processing_performance);
static_assert(map(2023y / 1 / 1) == 2.0 * pflops && map(2019y / 1 / 1) == 0.0 * pflops);
// Generations behind count better chips, not later ones.
static_assert(map[map.frontier(2024y / 6 / 1, hw::behind(1))].name == "first");
static_assert(map[map.frontier(2025y / 1 / 1, hw::behind(1))].name == "second");
static_assert(map[map.frontier(2025y / 1 / 1, hw::behind(2))].name == "first");
static_assert(map[map.frontier(2025y / 1 / 1, hw::behind(3))].name == "export");
static_assert(map[map.frontier(2025y / 1 / 1, hw::behind(3), hw::workload::inference)].name == "export");
static_assert(!map.frontier(2025y / 1 / 1, hw::behind(3), hw::workload::training).exists());
static_assert(!map.frontier(2025y / 1 / 1, hw::behind(4)).exists());
static_assert(map[map.frontier(2025y / 1 / 1, hw::behind(0.5))].name == "second");  // at least so many
// A cap in processing performance per chip.
constexpr auto capped = hw::performing_at_most(4'800.0 * count);
static_assert(!map.frontier(2023y / 1 / 1, capped).exists());
static_assert(map[map.frontier(2025y / 1 / 1, capped)].name == "export");
static_assert(map[map.frontier(2025y / 1 / 1, hw::performing_at_most(16'000.0 * count))].name == "second");
static_assert(map[map.frontier(2025y / 1 / 1, hw::chip_restriction<double>{2.0, 16'000.0 * count})].name == "first");

// Gaps between named generations, and the cadence that they amount to.
static_assert(map.gap("first", "second").generations == 1.0);
static_assert(map.gap("first", "second").time == second_one.launch - first.launch);
static_assert(close(map.gap("second", "third").performance_ratio, 2.25));
static_assert(map.gap("third", "first").generations == -3.0);
constexpr auto mean = hw::roadmap(first, second_one, third).mean_cadence();
static_assert(mean.span() == 0.5 * (third.launch - first.launch));
static_assert(close(mean.factor(), hw::sqrt(4.5 / 0.6)));
static_assert(close(mean.gap_of_generations(2).performance_ratio, map.gap("first", "third").performance_ratio));

static_assert(hw::trend_of<decltype(map), decltype(first.performance)>);

// By another way: sort what is launched and fit by performance.
const hw::generation* best_by_sorting(const std::vector<hw::generation>& list, hw::date when,
                                      const hw::chip_restriction<double>& only, hw::workload use) {
    std::vector<const hw::generation*> launched;
    for (const auto& g : list) {
        if (g.launch <= when && g.fits(use)) launched.push_back(&g);
    }
    std::stable_sort(launched.begin(), launched.end(),
                     [](auto* a, auto* b) { return a->performance > b->performance; });
    for (std::size_t i = 0; i < launched.size(); ++i) {
        if (static_cast<double>(i) >= only.generations_behind &&
            launched[i]->processing_performance <= only.most_performance &&
            launched[i]->processing_performance < only.below_performance &&
            launched[i]->memory_bandwidth < only.below_bandwidth) {
            return launched[i];
        }
    }
    return nullptr;
}

TEST_CASE("the frontier is what sorting finds") {
    // Performances in no order, from a small linear congruential generator.
    unsigned state = 12345;
    const auto random = [&state] { return (state = state * 1664525U + 1013904223U) >> 16; };
    for (int round = 0; round < 200; ++round) {
        std::vector<hw::generation> list;
        const std::string_view names[] = {"a", "b", "c", "d", "e", "f", "g"};
        const unsigned size = 1 + random() % 7;
        for (unsigned i = 0; i < size; ++i) {
            const double speed = 1.0 + random() % 1000 + 1e-3 * i;  // no two alike
            list.push_back({.name = names[i],
                            .launch = hw::date(2020y / 1 / 1) + (i * 100.0 + random() % 90) * day,
                            .performance = speed * pflops,
                            .processing_performance = (random() % 100 + 1.0) * count,
                            .trains = random() % 3 != 0,
                            .infers = random() % 5 != 0,
                            .memory_bandwidth = (random() % 20 + 1.0) * gb_per_s});
        }
        const auto built = hw::roadmap(list);
        for (int ask = 0; ask < 30; ++ask) {
            const auto when = hw::date(2020y / 1 / 1) + (random() % 800) * 1.0 * day;
            const auto use = static_cast<hw::workload>(random() % 3);
            hw::chip_restriction<double> only{static_cast<double>(random() % 4)};
            if (random() % 2 == 0) only.most_performance = (random() % 100) * 1.0 * count;
            if (random() % 2 == 0) only.below_performance = (random() % 100 + 1.0) * count;
            if (random() % 2 == 0) only.below_bandwidth = (random() % 20 + 1.0) * gb_per_s;
            const auto* expected = best_by_sorting(list, when, only, use);
            const auto found = built.frontier(when, only, use);
            REQUIRE(found.exists() == (expected != nullptr));
            if (expected != nullptr) REQUIRE(built[found].name == expected->name);
        }
    }
}

TEST_CASE("limits: at the limit is out, and what is not stated is asked for only where it decides") {
    const auto limit = [](double tpps, double bandwidth) {
        hw::chip_restriction<double> only;
        only.below_performance = tpps * count;
        only.below_bandwidth = bandwidth * gb_per_s;
        return only;
    };
    constexpr double none = __builtin_huge_val();
    const auto slow = first.with_memory_bandwidth(1500.0 * gb_per_s);
    const auto fast = second_one.with_memory_bandwidth(3350.0 * gb_per_s);
    const auto two = hw::roadmap(slow, fast);
    const auto when = hw::date(2023y / 1 / 1);
    CHECK(two[two.frontier(when, limit(16'001.0, 3351.0))].name == "second");
    CHECK(two[two.frontier(when, limit(16'000.0, 3351.0))].name == "first");
    CHECK(two[two.frontier(when, limit(16'001.0, 3350.0))].name == "first");
    CHECK_FALSE(two.frontier(when, limit(4'900.0, none)).exists());
    CHECK_FALSE(two.frontier(when, limit(none, 1500.0)).exists());
    // Out by its performance, whatever its bandwidth is; not launched; and not fit for the work.
    const auto partly = hw::roadmap(slow, second_one);
    CHECK(partly[partly.frontier(when, limit(16'000.0, 9999.0))].name == "first");
    CHECK(partly[partly.frontier(2022y / 1 / 1, limit(none, 9999.0))].name == "first");
    CHECK_THROWS_MATCHES(partly.frontier(when, limit(16'001.0, 9999.0)), std::domain_error,
                         Message("frontier: generation second states no memory bandwidth, which a limit is compared with; "
                                 "give it one"));
    const auto bare = hw::roadmap(hw::generation{.name = "bare", .launch = first.launch, .performance = pflops});
    CHECK_THROWS_MATCHES(bare.frontier(when, limit(1.0, none)), std::domain_error,
                         Message("frontier: generation bare states no processing performance, which a limit is compared "
                                 "with; give it one"));
    // Draw by draw: the limit lies above the second generation in every other draw.
    hw::chip_restriction<hw::batch> block;
    block.below_bandwidth = hw::batch::generate([](int i) { return i % 2 == 0 ? 3351.0 : 3350.0; }) * gb_per_s;
    const auto found = two.frontier(when, block);
    for (int i = 0; i < hw::batch::size; ++i) CHECK(hw::value_at(found.place, i) == (i % 2 == 0 ? 1.0 : 0.0));
    // A block of which one draw needs what is not stated is refused.
    block.below_bandwidth = hw::batch::generate([](int i) { return i == 63 ? 1.0 : none; }) * gb_per_s;
    CHECK_THROWS_AS(partly.frontier(when, block), std::domain_error);
}

TEST_CASE("the frontier never falls with time and never rises with a restriction") {
    double before = 0.0;
    for (int days = 0; days < 3000; days += 17) {
        const auto when = hw::date(2020y / 1 / 1) + static_cast<double>(days) * day;
        const double now = map(when).in(pflops);
        CHECK(now >= before);
        before = now;
        double freer = now;
        for (const double lag : {0.0, 1.0, 2.0, 3.0, 4.0}) {
            const double left = map.frontier(when, hw::behind(lag)).performance.in(pflops);
            CHECK(left <= freer);
            freer = left;
        }
        freer = now;
        for (const double cap : {40e3, 16e3, 5e3, 1e3}) {
            const double left = map.frontier(when, hw::performing_at_most(cap * count)).performance.in(pflops);
            CHECK(left <= freer);
            freer = left;
        }
    }
}

TEST_CASE("a roadmap read at run time, with names of its own, is the same") {
    std::vector<hw::basic_generation<double, std::string>> list;
    for (const auto& g : map.generations()) {
        list.push_back({std::string(g.name), g.launch, g.performance, g.processing_performance, g.price, g.power,
                        g.trains, g.infers});
    }
    const auto built = hw::roadmap(list);
    for (int days = 0; days < 3000; days += 50) {
        const auto when = hw::date(2020y / 1 / 1) + static_cast<double>(days) * day;
        CHECK(built(when) == map(when));
        CHECK(built.frontier(when, hw::behind(1)).performance == map.frontier(when, hw::behind(1)).performance);
    }
    CHECK(built[built.frontier(2025y / 1 / 1)].name == "third");
}

TEST_CASE("uncertain launches, performances and lags: each draw is as alone") {
    const auto performance_on = [](const auto& x, const auto& restriction) {
        const auto later = hw::date(2023y / 6 / 1) + x * year;
        const auto uncertain =
            hw::roadmap(first, second_one, third.with_launch(later).with_performance((1.0 + x) * pflops));
        return uncertain.frontier(2025y / 1 / 1, restriction).performance.in(pflops);
    };
    const auto at = [](int i) { return 0.05 * i; };
    const auto draws = hw::batch::generate(at);
    const auto free = performance_on(draws, hw::behind(0));
    const auto lagging = performance_on(draws, hw::behind(hw::floor(draws)));
    for (int i = 0; i < hw::batch::size; ++i) {
        REQUIRE(free.lane[i] == performance_on(at(i), hw::behind(0)));
        REQUIRE(lagging.lane[i] == performance_on(at(i), hw::behind(hw::floor(at(i)))));
    }
    // The derivative in the performance of the chip that is the best.
    const auto fast = hw::dual<1>::variable(5.0, 0);
    CHECK(hw::roadmap(first, third.with_performance(fast * pflops))(2025y / 1 / 1).in(pflops).gradient[0] == 1.0);
    CHECK(hw::roadmap(first, third.with_performance(fast * pflops))(2024y / 1 / 1).in(pflops).gradient[0] == 0.0);
    check_number_types(
        [](const auto& x) {
            return hw::roadmap(first, second_one.with_performance(x * pflops)).gap("first", "second").performance_ratio;
        },
        1.0, 9.0);
    check_number_types(
        [](const auto& x) {
            return hw::roadmap(first, second_one.with_performance(x * pflops)).mean_cadence().factor();
        },
        1.0, 9.0);
}

TEST_CASE("a roadmap that makes no sense is refused, and the generation is named") {
    CHECK_THROWS_MATCHES(
        hw::roadmap(second_one, first), std::domain_error,
        Message("roadmap: launch dates must ascend, got first (2020-05-14) after second (2022-09-20)"));
    CHECK_THROWS_MATCHES(
        hw::roadmap(first, second_one.with_launch(first.launch)), std::domain_error,
        Message("roadmap: launch dates must ascend, got second (2020-05-14) after first (2020-05-14)"));
    CHECK_THROWS_MATCHES(hw::roadmap(first, second_one.with_launch(hw::date::never())), std::domain_error,
                         Message("roadmap: launch of generation second must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(
        hw::roadmap(first, hw::generation{.name = "first", .launch = third.launch, .performance = pflops}),
        std::domain_error, Message("roadmap: two generations have the name first; rename one of them"));
    CHECK_THROWS_MATCHES(hw::roadmap(hw::generation{.name = "slow", .launch = first.launch}), std::domain_error,
                         Message("roadmap: generation slow states no performance; give it one"));
    CHECK_THROWS_MATCHES(hw::roadmap(first.with_performance(-1.0 * flop / second / chip)), std::domain_error,
                         Message("roadmap: performance in FLOP/s per chip of generation first must be above zero and "
                                 "finite, or 0 for not stated, got -1"));
    CHECK_THROWS_MATCHES(
        hw::roadmap(first.with_price(-1.0 * usd / chip)), std::domain_error,
        Message("roadmap: price in USD per chip of generation first must be above zero and finite, or 0 "
                "for not stated, got -1"));
    CHECK_THROWS_MATCHES(
        hw::roadmap(first.with_power(__builtin_nan("") * watt / chip)), std::domain_error,
        Message("roadmap: power in watts per chip of generation first must be above zero and finite, or "
                "0 for not stated, got nan"));
    CHECK_THROWS_MATCHES(hw::roadmap(std::vector<hw::generation>{}), std::domain_error,
                         Message("roadmap: no generations given; give at least one"));
    CHECK_THROWS_MATCHES(map["fourth"], std::domain_error,
                         Message("roadmap: there is no generation fourth; it has first, second, export, third"));
    CHECK_THROWS_MATCHES(map.gap("first", "fourth"), std::domain_error,
                         Message("roadmap: there is no generation fourth; it has first, second, export, third"));
    CHECK_THROWS_MATCHES(map[map.frontier(2019y / 1 / 1)], std::domain_error,
                         Message("roadmap: no chip can be had there, so it has no generation; ask exists() first"));
    CHECK_THROWS_MATCHES(hw::roadmap(first).mean_cadence(), std::domain_error,
                         Message("mean_cadence: number of generations must be at least 2, got 1"));
    const auto silent = hw::roadmap(hw::generation{.name = "silent", .launch = first.launch, .performance = pflops});
    CHECK_THROWS_MATCHES(
        silent.frontier(2025y / 1 / 1, capped), std::domain_error,
        Message("frontier: generation silent states no processing performance, which a cap is compared "
                "with; give it one"));
    const auto launches =
        hw::date(2020y / 1 / 1) + hw::batch::generate([](int i) { return i == 7 ? 4.0 : 1.0; }) * year;
    CHECK_THROWS_MATCHES(
        hw::roadmap(first.with_launch(launches), second_one), std::domain_error,
        Message("roadmap: launch dates must ascend, got second (2022-09-20) after first (2023-12-31)"));
}

}  // namespace
