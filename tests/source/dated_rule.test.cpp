// SPDX-License-Identifier: BSL-1.0
#include <headway/source/dated_rule.hpp>

#include "../catch.hpp"

using namespace headway::units;
using namespace headway::figures;
using headway::date;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr auto tb_per_s = terabyte / second / chip;
constexpr article text{.key = "text", .speaker = "A State"};
constexpr figure_info info{.id = "rule", .source = &text};
constexpr date start = calendar_day(2026, 1, 15);
constexpr dated_rule two_limits{{.from = start,
                                 .below_processing_performance = 21'000.0 * tpp / chip,
                                 .below_memory_bandwidth = 6500.0 * gigabyte / second / chip},
                                info};

constexpr chip_facts chip_of(const chip_sheet& sheet) { return {sheet, {.id = "chip", .source = &text}}; }
constexpr admission asks(const chip_sheet& sheet) { return admits(two_limits, chip_of(sheet)); }

// The limit itself is not below the limit: 2.625 PFLOP/s at 8 bits count 21 000.
static_assert(asks({.at_8_bits = 2.0 * pflops, .memory_bandwidth = 4.8 * tb_per_s}) == admission::yes);
static_assert(asks({.at_8_bits = 2.625 * pflops, .memory_bandwidth = 4.8 * tb_per_s}) == admission::no);
static_assert(asks({.at_8_bits = 2.0 * pflops, .memory_bandwidth = 6.5 * tb_per_s}) == admission::no);
static_assert(asks({.at_8_bits = 2.0 * pflops}) == admission::unknown);
static_assert(asks({.memory_bandwidth = 4.8 * tb_per_s}) == admission::unknown);
static_assert(asks({.memory_bandwidth = 8.0 * tb_per_s}) == admission::no);
static_assert(asks({}) == admission::unknown);
// Copies that differ around the limit do not tell.
static_assert(asks({.at_8_bits = {2.0 * pflops, 3.0 * pflops}, .memory_bandwidth = 1.0 * tb_per_s}) == admission::unknown);

}  // namespace

TEST_CASE("a rule binds from its day to before its end") {
    constexpr date later = calendar_day(2026, 3, 1);
    constexpr date end = calendar_day(2026, 6, 1);
    constexpr dated_rule rule{{.from = start, .until = end, .binds_from = later}, info};
    CHECK(rule.takes_effect());
    CHECK_FALSE(rule.binds_on(start));
    CHECK(rule.binds_on(later));
    CHECK_FALSE(rule.binds_on(end));
    constexpr dated_rule dropped{{.from = start, .until = later, .binds_from = end}, info};
    CHECK_FALSE(dropped.takes_effect());
    CHECK_FALSE(dropped.binds_on(later));
    CHECK(to_text(asks({})) == "unknown");
}

TEST_CASE("what makes no sense in a rule is refused in words") {
    const auto make = [](const rule_terms& terms) { return dated_rule(terms, info); };
    CHECK_THROWS_WITH(make({.from = start, .until = calendar_day(2025, 5, 13)}),
                      "dated_rule: rule must end after it starts, got 2026-01-15 to 2025-05-13; give from, then until, and "
                      "date::never() for no end");
    CHECK_THROWS_AS(make({.from = start, .until = start}), std::domain_error);
    CHECK_THROWS_WITH(make({.from = start, .binds_from = calendar_day(2025, 5, 13)}),
                      "dated_rule: rule must not bind before it is issued, got 2025-05-13 before 2026-01-15");
    CHECK_THROWS_WITH(make({.from = start, .levy = 1.5}),
                      "dated_rule: the levy of rule must be a share between 0 and 1, got 1.5");
    CHECK_THROWS_AS(make({.from = start, .most_share_of_home_shipments = 50.0}), std::domain_error);
    CHECK_THROWS_AS(make({.from = start, .home_content = -0.1}), std::domain_error);
    CHECK_THROWS_AS(make({.from = start, .levy = std::numeric_limits<double>::quiet_NaN()}), std::domain_error);
    CHECK_THROWS_AS(make({.from = start, .below_processing_performance = -1.0 * tpp / chip}), std::domain_error);
    CHECK_THROWS_AS(admits(make({.from = start}), chip_of({})), std::domain_error);
}
