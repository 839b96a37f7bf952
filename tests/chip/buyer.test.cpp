// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/buyer.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/chip/regular_roadmap.hpp>
#include <headway/chip/roadmap.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/published.hpp>

#include <vector>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr auto count = tpp / chip;

constexpr auto h100_counts = said::published::h100_tpp.value / chip;
constexpr auto quota = said::published::tier2_tpp_cap.value;

constexpr hw::generation first{.name = "first",
                               .launch = hw::date(2020y / 5 / 14),
                               .performance = 0.6 * pflops,
                               .processing_performance = 5'000.0 * count};
constexpr hw::generation second_one{.name = "second",
                                    .launch = hw::date(2022y / 9 / 20),
                                    .performance = 2.0 * pflops,
                                    .processing_performance = 16'000.0 * count};
constexpr hw::generation third{.name = "third",
                               .launch = hw::date(2024y / 11 / 1),
                               .performance = 4.5 * pflops,
                               .processing_performance = 36'000.0 * count};
constexpr auto map = hw::roadmap(first, second_one, third);
constexpr auto regular = hw::regular_roadmap_from(second_one, hw::cadence(2.0 * year, 2.0));

constexpr auto lag = hw::generations_behind(said::microsoft::tier2_generation_gap.value);
constexpr auto cap = hw::capped_quantity(quota);

constexpr auto opens = hw::date(2022y / 10 / 7);
constexpr auto closes = hw::date(2025y / 5 / 15);
constexpr auto tier1 = hw::buyer("tier 1", hw::unrestricted());
constexpr auto tier2 = hw::buyer("tier 2", hw::unrestricted(), hw::during(closes, hw::date::never(), lag& cap));
constexpr auto tier3 =
    hw::buyer("tier 3", hw::unrestricted(), hw::during(opens, closes, hw::capped_performance(4'800.0 * count)),
              hw::during(closes, hw::date::never(), hw::denied()));
constexpr auto shut_for_a_while =
    hw::buyer("shut", hw::unrestricted(), hw::during(2021y / 1 / 1, 2025y / 1 / 1, hw::denied()));

static_assert(tier2.name() == "tier 2" && tier2.windows().size() == 1);
static_assert(!tier2.policy_on(closes - day).denies() &&
              tier2.policy_on(closes - day).restriction.generations_behind == 0.0);
static_assert(tier2.policy_on(closes).restriction.generations_behind == 1.0);
static_assert(tier3.policy_on(closes).denies() && !tier3.policy_on(closes - second).denies());

static_assert(map[tier1.frontier(map, 2025y / 6 / 1)].name == "third");
static_assert(map[tier2.frontier(map, closes - day)].name == "third");
static_assert(map[tier2.frontier(map, closes)].name == "second");
static_assert(map[tier3.frontier(map, opens - day)].name == "second");
static_assert(!tier3.frontier(map, 2023y / 1 / 1).exists());
static_assert(!tier3.frontier(map, closes).exists());
// What was bought stays; what is rented does not.
static_assert(map[tier2.frontier_held(map, closes)].name == "third");
static_assert(map[tier3.frontier_held(map, 2030y / 1 / 1)].name == "second");
static_assert(map[shut_for_a_while.frontier_held(map, 2024y / 12 / 31)].name == "first");
static_assert(map[shut_for_a_while.frontier_held(map, 2025y / 1 / 1)].name == "third");
static_assert(!shut_for_a_while.frontier_held(map, 2020y / 1 / 1).exists());
// A chip launched on the very day on which access ends was never sold.
constexpr auto just_missed =
    hw::buyer("late", hw::unrestricted(), hw::during(third.launch, hw::date::never(), hw::denied()));
static_assert(map[just_missed.frontier_held(map, 2026y / 1 / 1)].name == "second");
static_assert(just_missed.frontier_held(regular, second_one.launch + 8.0 * year).place == 1.0);
static_assert(tier2.frontier(regular, 2027y / 1 / 1).place == 1.0 &&
              tier2.frontier_held(regular, 2025y / 6 / 1).place == 1.0);
static_assert(tier2.frontier(map, 2025y / 6 / 1, hw::workload::training).place == 1.0);

static_assert(tier3.usable(closes - day, 100.0 * chip, 30.0 * chip) == 130.0 * chip);
static_assert(tier3.usable(closes, 100.0 * chip, 30.0 * chip) == 100.0 * chip);
static_assert(tier2.usable(closes, 100.0 * chip, 30.0 * chip) == 130.0 * chip);

// Purchases: what is wanted, until the cap; the cap holds for the window, not for the time before.
constexpr auto wanted = hw::constant(100e3 * chip / year);
constexpr double bought(const auto& buyer, hw::date from, hw::date until) {
    return buyer.purchases(wanted, h100_counts, from, until).in(chip);
}
constexpr bool close(double a, double b, double relative = 1e-12) { return hw::abs(a - b) <= relative * hw::abs(b); }
static_assert(close(bought(tier1, closes, closes + 2.0 * year), 200e3));
static_assert(bought(tier2, closes, closes + 2.0 * year) == 49'901.0);
static_assert(close(bought(tier2, closes - 2.0 * year, closes + 2.0 * year), 249'901.0));
static_assert(close(bought(tier2, closes, closes + 0.25 * year), 25e3));
static_assert(close(bought(tier3, closes - year, closes + 2.0 * year), 100e3));
static_assert(bought(tier3, closes, closes + 2.0 * year) == 0.0 && bought(tier1, closes, closes) == 0.0);
static_assert(tier2.purchases(wanted, 36'000.0 * count, closes, closes + 2.0 * year) == 21'944.0 * chip);

TEST_CASE("what can be had and held, by another way: day by day") {
    const auto check = [](const auto& buyer) {
        double best = 0.0;
        for (int days = 0; days < 2600; ++days) {
            const auto when = hw::date(2020y / 1 / 1) + static_cast<double>(days) * day;
            const auto now = buyer.frontier(map, when);
            const double performance = now.performance.in(pflops);
            best = performance > best ? performance : best;
            CHECK(buyer.frontier_held(map, when).performance.in(pflops) == best);
            CHECK(now.performance <= tier1.frontier(map, when).performance);
        }
    };
    check(tier1);
    check(tier2);
    check(tier3);
    check(shut_for_a_while);
    check(just_missed);
}

TEST_CASE("who is denied buys nothing, and the rest is let through, whatever a chip counts") {
    const auto wants = hw::constant(100.0 * chip / year);
    const auto from = hw::date(2020y / 1 / 1);
    const auto until = hw::date(2023y / 1 / 1);
    const auto unstated = 0.0 * count;
    const auto bought = [&](const auto& policy_or_window, const auto&... windows) {
        return hw::buyer("x", hw::unrestricted(), policy_or_window, windows...).purchases(wants, unstated, from, until);
    };
    const auto all = hw::buyer("x", hw::unrestricted()).purchases(wants, unstated, from, until);
    const auto in_a_year = hw::cumulative(wants, 2021y / 1 / 1, 2022y / 1 / 1);
    CHECK_THAT(bought(hw::during(2021y / 1 / 1, 2022y / 1 / 1, hw::denied())).in(chip),
               WithinRel((all - in_a_year).in(chip), 1e-13));
    CHECK_THAT(bought(hw::during(2021y / 1 / 1, 2022y / 1 / 1, hw::denied())).in(chip), WithinRel(200.0, 1e-3));
    CHECK(bought(hw::during(2019y / 1 / 1, hw::date::never(), hw::denied())) == 0.0 * chip);
    CHECK(hw::buyer("x", hw::denied()).purchases(wants, unstated, from, until) == 0.0 * chip);
    // A quota in a window that lies outside the time asked about has no say.
    const auto capped = hw::capped_quantity(7.0 * tpp);
    CHECK(bought(hw::during(2023y / 1 / 1, hw::date::never(), capped)) == all);
    CHECK(bought(hw::during(2010y / 1 / 1, 2020y / 1 / 1, capped)) == all);
    CHECK_THROWS_MATCHES(bought(hw::during(2022y / 12 / 31, hw::date::never(), capped)), std::domain_error,
                         Message("chips_under_quota: processing performance in TPP per chip must be > 0, got 0"));
    CHECK_THROWS_AS(bought(hw::during(2010y / 1 / 1, 2020y / 1 / 2, capped)), std::domain_error);
    // In a block, draws that are denied beside draws that are not; the last draw alone has a quota and a chip that counts.
    const auto strict = hw::batch::generate([](int i) { return i % 2 == 0 ? 1.0 : 0.0; });
    const auto block = hw::buyer("x", hw::select(strict > 0.5, hw::denied(), hw::unrestricted()))
                           .purchases(wants, unstated, from, until)
                           .base_value();
    const auto last = hw::batch::generate([](int i) { return i == 63 ? 1.0 : 0.0; });
    const auto quotas = hw::buyer("x", hw::select(last > 0.5, capped, hw::denied()))
                            .purchases(wants, last * count, from, until)
                            .base_value();
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(block.lane[i] == (i % 2 == 0 ? 0.0 : all.base_value()));
        CHECK(quotas.lane[i] == (i == 63 ? (7.0 * chip).base_value() : 0.0));
    }
    // A quota where a chip counts nothing is refused also when the draw is not the first.
    const auto policy = hw::select(last > 0.5, capped, hw::denied());
    CHECK_THROWS_AS(hw::buyer("x", policy).purchases(wants, unstated, from, until), std::domain_error);
}

TEST_CASE("purchases add up over time, and every argument counts") {
    const auto from = closes - 3.0 * year;
    for (double years = 0.5; years < 6.0; years += 0.5) {
        const auto middle = from + years * year;
        const auto end = from + 6.0 * year;
        CHECK_THAT(bought(tier1, from, middle) + bought(tier1, middle, end),
                   WithinRel(bought(tier1, from, end), 1e-13));
        CHECK(bought(tier2, from, middle) <= bought(tier1, from, middle));
        CHECK(bought(tier2, from, middle) <= bought(tier2, from, middle + month));
    }
    const auto more = hw::constant(110e3 * chip / year);
    const auto growing = hw::exponential(from, 100e3 * chip / year, hw::doubles_every(year));
    const auto end = from + 2.0 * year;
    CHECK(tier1.purchases(more, h100_counts, from, end) > tier1.purchases(wanted, h100_counts, from, end));
    CHECK(tier1.purchases(growing, h100_counts, from, end) > tier1.purchases(more, h100_counts, from, end));
    CHECK(tier2.purchases(growing, 2.0 * h100_counts, closes, closes + year) <
          tier2.purchases(growing, h100_counts, closes, closes + year));
    CHECK(tier1.purchases(wanted, 0.0 * count, from, end) == tier1.purchases(wanted, h100_counts, from, end));
    CHECK(bought(tier1, from, end) > bought(tier1, from + month, end));
    CHECK(tier3.usable(closes, 2.0 * chip, chip) > tier3.usable(closes, 1.0 * chip, chip));
    CHECK(tier2.usable(closes, chip, 2.0 * chip) > tier2.usable(closes, chip, 1.0 * chip));
    CHECK(hw::buyer("x", lag).frontier(map, 2025y / 6 / 1).place < tier1.frontier(map, 2025y / 6 / 1).place);
}

TEST_CASE("a buyer with windows read at run time is the same") {
    const std::vector<hw::access_window<double>> windows(tier3.windows().begin(), tier3.windows().end());
    const auto built = hw::buyer("tier 3", hw::unrestricted(), windows);
    for (int days = 0; days < 2600; days += 30) {
        const auto when = hw::date(2020y / 1 / 1) + static_cast<double>(days) * day;
        CHECK(built.frontier(map, when).performance == tier3.frontier(map, when).performance);
        CHECK(built.policy_on(when).denies() == tier3.policy_on(when).denies());
    }
}

TEST_CASE("uncertain policies and dates: each draw is as alone") {
    const auto at = [](int i) { return 0.04 * i; };
    const auto draws = hw::batch::generate(at);
    const auto all = [](const auto& x) {
        const auto policy =
            hw::select(x > 2.0, hw::denied(), hw::generations_behind(x) & hw::capped_quantity(x * quota));
        const auto start = hw::date(2024y / 1 / 1) + x * year;
        const auto unsure = hw::buyer("unsure", hw::unrestricted(), hw::during(start, hw::date::never(), policy));
        const auto when = hw::date(2025y / 7 / 1);
        const auto now = unsure.frontier(map, when).performance.in(pflops);
        const auto held = unsure.frontier_held(regular, when).performance.in(pflops);
        const auto chips = unsure.purchases(wanted, h100_counts, when, when + year).in(chip);
        const auto usable = unsure.usable(when, x * chip, 5.0 * chip).in(chip);
        return now + 1e-3 * held + 1e-6 * chips + 1e-9 * usable;
    };
    const auto block = all(draws);
    for (int i = 0; i < hw::batch::size; ++i) REQUIRE(block.lane[i] == all(at(i)));
    check_number_types(
        [](const auto& x) {
            const auto capped = hw::buyer("capped", hw::unrestricted(),
                                          hw::during(closes, hw::date::never(), hw::capped_quantity(x * 1e3 * chip)));
            return capped.purchases(wanted, h100_counts, closes - year, closes + year).in(chip);
        },
        1.0, 90.0);
    check_number_types(
        [](const auto& x) {
            return tier2.purchases(hw::constant(x * 1e3 * chip / year), h100_counts, closes - year, closes + 0.1 * year)
                .in(chip);
        },
        1.0, 90.0);
}

TEST_CASE("a buyer that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(
        hw::buyer("mixed up", hw::unrestricted(), hw::during(opens, hw::date::never(), lag),
                  hw::during(closes, hw::date::never(), cap)),
        std::domain_error,
        Message("buyer: windows must follow one another, got for mixed up one that starts on 2025-05-15 "
                "after one that ends on never"));
    CHECK_THROWS_MATCHES(tier2.purchases(wanted, h100_counts, closes, opens), std::domain_error,
                         Message("purchases: the last date must not be before the first (2025-05-15), got 2022-10-07"));
    CHECK_THROWS_MATCHES(tier2.usable(closes, -1.0 * chip, chip), std::domain_error,
                         Message("usable: chips owned must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(tier2.usable(closes, chip, -1.0 * chip), std::domain_error,
                         Message("usable: chips rented must be >= 0, got -1"));
}

TEST_CASE("buyer: limits pass, what is beyond is refused, in a block wherever it stands") {
    check_refusals([&](const auto& x) { return hw::buyer("b", hw::unrestricted(), hw::during(start_date, after_years(2.0), hw::denied()), hw::during(after_years(x), after_years(9.0), hw::denied())); }, {2.0, 3.0}, {1.999999, 0.0});
    check_refusals([&](const auto& x) { return hw::buyer("b", hw::unrestricted()).purchases(hw::constant(chip / year), count, start_date, after_years(x)); }, {0.0, 1.0}, {-1e-6, -1.0});
}

}  // namespace
