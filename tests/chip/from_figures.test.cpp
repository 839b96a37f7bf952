// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/from_figures.hpp>

#include "catch.hpp"

#include <headway/chip/roadmap.hpp>
#include <headway/chip/rule_book.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/rules.hpp>

#include <vector>

namespace hw = headway;
namespace said = headway::figures;
namespace now = headway::figures::since;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using said::admission;
using said::calendar_day;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr auto tflops = teraflop / second / chip;
constexpr auto tb_per_s = terabyte / second / chip;

// What a user adds: facts that the table has not, with a source of their own.
constexpr said::article data_sheets{.key = "mine.data_sheets",
                                    .speaker = "Nvidia, AMD",
                                    .piece = "data sheets of the H20 and the MI325X",
                                    .published = true};
constexpr said::figure_info named(std::string_view id, std::string_view words) {
    return {.id = id, .what = words, .source = &data_sheets, .kind = said::kind::claimed, .words = words};
}
constexpr said::chip_facts mi308{{}, named("mi308", "AMD MI308")};
constexpr said::chip_facts mi325x{{.first_sales = said::stated("2024-10"),
                                   .at_8_bits = 2614.9 * tflops,
                                   .at_16_bits = 1307.4 * tflops,
                                   .memory_bandwidth = 6.0 * tb_per_s},
                                  named("mi325x", "AMD MI325X")};
constexpr said::chip_facts h20_completed() {
    said::chip_facts facts = now::h20;
    facts.source = &data_sheets;
    facts.at_8_bits = 296.0 * tflops;
    facts.at_16_bits = 148.0 * tflops;
    facts.memory_bandwidth = 4.0 * tb_per_s;
    return facts;
}
constexpr said::chip_facts h200_sheet() {
    said::chip_facts facts = now::h200;
    facts.at_8_bits = 1979.0 * tflops;
    facts.at_16_bits = 989.0 * tflops;
    return facts;
}

// Processing performance is the greatest product over the lengths: 1979 x 8 = 15 832 before 989 x 16 = 15 824.
static_assert(hw::abs(h200_sheet().processing_performance().high().in(tpp / chip) - 15'832.0) < 1e-9);
static_assert(hw::abs(hw::processing_performance(989.0 * tflops, 16).in(tpp / chip) - 15'824.0) < 1e-9);

// The rule of 2026-01-15. From the table's data where it has what is asked ...
static_assert(admits(now::h200_rule, now::h200) == admission::yes && hw::keeps_limits(now::h200_rule, now::h200));
static_assert(admits(now::h200_rule, now::b200) == admission::no && !hw::keeps_limits(now::h200_rule, now::b200));
static_assert(admits(now::h200_rule, now::b300) == admission::no && !hw::keeps_limits(now::h200_rule, now::b300));
static_assert(admits(now::h200_rule, now::rubin) == admission::no && !hw::keeps_limits(now::h200_rule, now::rubin));
// ... unknown where it has not ...
static_assert(admits(now::h200_rule, now::h20) == admission::unknown &&
              admits(now::h200_rule, mi308) == admission::unknown);
// ... and in once a user adds what is missing. The MI325X is near both limits: 20 919 of 21 000, 6000 of 6500.
static_assert(admits(now::h200_rule, h20_completed()) == admission::yes &&
              admits(now::h200_rule, mi325x) == admission::yes);
static_assert(hw::abs(mi325x.processing_performance().high().in(tpp / chip) - 20'919.2) < 1e-9);

constexpr auto rule = hw::access_rule_of(now::h200_rule);
static_assert(rule.name() == "h200_rule" && rule.share_of_home() == 0.5 &&
              rule.binds_from() == hw::date(2026y / 1 / 15));
static_assert(rule.policy().restriction.below_performance == 21'000.0 * (tpp / chip));
static_assert(hw::admits(rule.policy(), hw::generation_of(now::h200, 8)) == admission::yes);
static_assert(hw::admits(rule.policy(), hw::generation_of(now::b300, 4)) == admission::no);
static_assert(hw::admits(rule.policy(), hw::generation_of(mi325x, 16)) == admission::yes);

// Which quantity is asked for is told, and the other facts go with it.
constexpr auto b200 = hw::generation_of(now::b200, 8);
static_assert(b200.name == "Nvidia B200" && b200.performance == 4.5 * pflops &&
              b200.memory_bandwidth == 8.0 * tb_per_s);
static_assert(hw::generation_of(now::b200, 4).performance == 9.5 * pflops);  // copies say 9 and 10
static_assert(b200.processing_performance == now::b200.processing_performance().middle());
static_assert(hw::generation_of(now::h200, 16).performance == 0.99 * pflops);
static_assert(hw::generation_of(now::ascend_950pr_card, 4).power == 600.0 * watt / chip);
static_assert(hw::memory_bandwidth_of(now::tpu_v7) == 7.25 * tb_per_s);

TEST_CASE("who passes the rule of 2026-01-15, of every generation in the table") {
    // Worked out from the table by hand: TPP is PFLOP/s x 1000 x bits.
    constexpr admission expected[] = {
        admission::yes,      // h100: 16 000, 3 350 GB/s
        admission::yes,      // h200: 16 000, 4 800
        admission::unknown,  // h20: nothing
        admission::no,       // b200: 36 000 and more
        admission::no,       // b300: 60 000
        admission::no,       // rubin: 200 000
        admission::no,       // rubin_ultra: 400 000
        admission::no,       // mi350x: 40 000
        admission::no,       // mi355x: 40 000
        admission::no,       // mi455x: 160 000
        admission::yes,      // ascend_910c: 12 800, 3 200
        admission::yes,      // ascend_950pr_plan: 8 000, 1 600
        admission::yes,      // ascend_950pr_card: 6 240, 1 400
        admission::unknown,  // ascend_950dt_plan: 8 000, no bandwidth
        admission::unknown,  // ascend_960_plan: 16 000, no bandwidth
        admission::no,       // ascend_970_plan: 32 000
        admission::yes,      // tpu_v6e: 14 688, 1 640
        admission::no,       // tpu_v7: 36 912
        admission::unknown,  // trainium2: 10 400, no bandwidth
        admission::yes,      // trainium3: 20 160, 4 900
    };
    REQUIRE(now::generations().size() == std::size(expected));
    std::size_t i = 0;
    for (const said::chip_facts& facts : now::generations()) {
        INFO(std::string(facts.id));
        CHECK(admits(now::h200_rule, facts) == expected[i]);
        CHECK(admits(rule.policy(), facts) == expected[i]);
        // The models' own generation gives the same answer.
        for (const int bits : {4, 8, 16}) {
            const bool there = bits == 4   ? facts.at_4_bits.is_stated()
                               : bits == 8 ? facts.at_8_bits.is_stated()
                                           : facts.at_16_bits.is_stated();
            if (!there) {
                CHECK_THROWS_AS(hw::generation_of(facts, bits), std::domain_error);
                continue;
            }
            const auto made = hw::generation_of(facts, bits);
            CHECK(hw::admits(rule.policy(), made) == expected[i]);
            CHECK(made.launch >= facts.first_sales.earliest);
            CHECK(made.launch <= facts.first_sales.latest);
            CHECK(made.performance == facts.performance_at(bits).middle());
        }
        if (expected[i] == admission::unknown) {
            CHECK_THROWS_AS(hw::keeps_limits(now::h200_rule, facts), std::domain_error);
        } else {
            CHECK(hw::keeps_limits(now::h200_rule, facts) == (expected[i] == admission::yes));
        }
        ++i;
    }
}

TEST_CASE("the best of the table's chips that may be had at a date") {
    const auto map = hw::roadmap(std::vector<hw::generation>{
        hw::generation_of(now::h100, 8), hw::generation_of(now::h200, 8).with_performance(2.0 * pflops),
        hw::generation_of(mi325x, 8), hw::generation_of(now::b200, 8).with_launch(hw::date(2024y / 12 / 1))});
    const auto china = hw::rule_book(rule).buyer("China", {.place_of_use = "China", .last_parent = "China"});
    CHECK(map[china.frontier(map, 2026y / 1 / 14)].name == "Nvidia B200");
    CHECK(map[china.frontier(map, 2026y / 1 / 15)].name == "AMD MI325X");
    CHECK(map[china.frontier(map, 2024y / 7 / 1)].name == "Nvidia H100");
}

TEST_CASE("every dated rule becomes one that models take, with its dates and numbers") {
    for (const said::dated_rule& r : now::rules()) {
        INFO(std::string(r.id));
        const auto made = r.levy > 0.0 ? hw::access_rule_of(r, hw::levy_base::price) : hw::access_rule_of(r);
        CHECK(made.name() == r.id);
        CHECK(made.from() == r.from);
        CHECK(made.until() == r.until);
        CHECK(made.binds_from() == r.binds_from);
        CHECK(made.takes_effect() == r.takes_effect());
        CHECK(made.levies().duty() == r.levy);
        CHECK(made.licence() == 1.0);
        CHECK((made.share_of_home() < hw::no_limit) == (r.most_share_of_home_shipments > 0.0));
        CHECK((made.policy().restriction.below_performance.base_value() < hw::no_limit) ==
              (r.below_processing_performance.base_value() > 0.0));
        CHECK((made.policy().restriction.below_bandwidth.base_value() < hw::no_limit) ==
              (r.below_memory_bandwidth.base_value() > 0.0));
        for (int days = 0; days < 800; days += 3) {
            const auto when = hw::date(2024y / 12 / 1) + static_cast<double>(days) * day;
            REQUIRE(made.binds_on(when) == r.binds_on(when));
        }
    }
    CHECK(hw::access_rule_of(now::revenue_share, hw::levy_base::revenue).levies().share_of_revenue() == 0.15);
    CHECK(hw::access_rule_of(now::revenue_share, hw::levy_base::revenue).levies().duty() == 0.0);
    CHECK(hw::access_rule_of(now::chip_duty, hw::levy_base::price).levies().duty() == 0.25);
}

TEST_CASE("the diffusion rule ends on 2025-05-13 and binds nobody on any day, not even as an embargo") {
    const auto never_in_force = hw::access_rule_of(now::diffusion_rule).with_policy(hw::denied());
    CHECK(never_in_force.until() == hw::date(2025y / 5 / 13));
    CHECK_FALSE(never_in_force.takes_effect());
    const auto everybody = hw::rule_book(never_in_force).buyer("anybody", {});
    const auto map = hw::roadmap(hw::generation_of(now::h100, 8));
    for (int days = 0; days < 400; ++days) {
        const auto when = hw::date(2025y / 1 / 1) + static_cast<double>(days) * day;
        REQUIRE(everybody.frontier(map, when).exists());
    }
    const auto demand = hw::constant(1000.0 * chip / day);
    CHECK(everybody.purchases(demand, 15'832.0 * tpp / chip, 2025y / 1 / 1, 2026y / 1 / 1) ==
          hw::buyer("free", hw::unrestricted()).purchases(demand, 15'832.0 * tpp / chip, 2025y / 1 / 1, 2026y / 1 / 1));
}

TEST_CASE("what figures do not state is refused by name") {
    CHECK_THROWS_MATCHES(
        hw::generation_of(now::h20, 8), std::domain_error,
        Message("generation_of: h20 states no performance at 8 bits; add it to a copy of the facts, with its "
                "source"));
    CHECK_THROWS_MATCHES(
        hw::generation_of(now::b300, 8), std::domain_error,
        Message("generation_of: b300 states no performance at 8 bits; add it to a copy of the facts, with "
                "its source"));
    CHECK_THROWS_AS(hw::generation_of(now::h100, 32), std::domain_error);
    auto undated = now::h100;
    undated.first_sales = {};
    CHECK_THROWS_MATCHES(
        hw::generation_of(undated, 8), std::domain_error,
        Message("generation_of: h100 states no time of first sales; add it to a copy of the facts, with its "
                "source"));
    CHECK_THROWS_MATCHES(
        hw::memory_bandwidth_of(now::trainium2), std::domain_error,
        Message("memory_bandwidth_of: trainium2 states no memory bandwidth; add it to a copy of the facts, "
                "with its source"));
    CHECK_THROWS_MATCHES(
        hw::keeps_limits(now::h200_rule, now::h20), std::domain_error,
        Message("keeps_limits: h20 states no performance, which h200_rule limits; add it to a copy of the "
                "facts, with its source"));
    CHECK_THROWS_MATCHES(
        hw::keeps_limits(now::h200_rule, now::trainium2), std::domain_error,
        Message("keeps_limits: trainium2 states no memory bandwidth, which h200_rule limits; add it to a "
                "copy of the facts, with its source"));
    auto unsure = now::h200;
    unsure.memory_bandwidth = {6.4 * tb_per_s, 6.5 * tb_per_s};
    CHECK(admits(now::h200_rule, unsure) == admission::unknown);
    CHECK(admits(rule.policy(), unsure) == admission::unknown);
    CHECK(admits(hw::bandwidth_below(6.41 * tb_per_s), unsure) == admission::unknown);
    CHECK(admits(hw::bandwidth_below(6.4 * tb_per_s), unsure) == admission::no);
    CHECK(admits(hw::bandwidth_below(6.51 * tb_per_s), unsure) == admission::yes);
    CHECK(admits(hw::denied(), now::h20) == admission::no);
    CHECK(admits(hw::unrestricted(), now::h20) == admission::yes);
    CHECK_THROWS_MATCHES(
        hw::keeps_limits(now::h200_rule, unsure), std::domain_error,
        Message("keeps_limits: the limit of h200_rule lies between the two values of memory bandwidth that "
                "h200 states; choose one of them in a copy of the facts"));
    CHECK_THROWS_AS(hw::keeps_limits(now::chip_duty, now::h200), std::domain_error);  // limits no chip
    CHECK_THROWS_MATCHES(
        hw::access_rule_of(now::chip_duty), std::domain_error,
        Message("access_rule_of: chip_duty takes a levy of 0.25; say of what, levy_base::price (a duty on "
                "top of it) or levy_base::revenue (out of the seller's)"));
    CHECK_THROWS_MATCHES(hw::access_rule_of(now::h200_rule, hw::levy_base::price), std::domain_error,
                         Message("access_rule_of: h200_rule takes no levy; leave out what it would be a share of"));
}

}  // namespace
