// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/agrees.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/published_compute.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/source/reading.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

namespace {

template <class Belief>
constexpr auto assumed(const Belief& belief) {
    return hw::assumption<"x">(belief, "test");
}
constexpr said::figure_info of(said::precision p) { return {.id = "test", .precision = p}; }
constexpr said::figure four_exactly{4.0, {1.0, "of"}, of(said::precision::exact)};
constexpr said::figure four_assumed{4.0, {1.0, "of"}, of(said::precision::assumed)};
constexpr said::figure about_four{4.0, {1.0, "of"}, of(said::precision::about)};
constexpr said::figure about_minus_four{-4.0, {1.0, "of"}, of(said::precision::about)};
constexpr said::figure at_least_four{4.0, {1.0, "of"}, of(said::precision::at_least)};
constexpr said::figure at_most_four{4.0, {1.0, "of"}, of(said::precision::at_most)};
constexpr said::figure order_of_four{4.0, {1.0, "of"}, of(said::precision::order)};
constexpr said::figure_range three_to_five{3.0, 5.0, {1.0, "of"}, of(said::precision::range)};
constexpr said::figure year_2027{hw::date(2027y / 1 / 1), {}, of(said::precision::exact)};
constexpr said::figure about_2027{hw::date(2027y / 1 / 1), {}, of(said::precision::about)};
constexpr said::figure nothing{0.0, {1.0, "of"}, of(said::precision::exact)};
constexpr said::figure about_nothing{0.0, {1.0, "of"}, of(said::precision::about)};
constexpr said::figure_range none_to_none{0.0, 0.0, {1.0, "of"}, of(said::precision::range)};
constexpr said::figure order_of_nothing{0.0, {1.0, "of"}, of(said::precision::order)};
constexpr said::figure from_2027{hw::date(2027y / 1 / 1), {}, of(said::precision::at_least)};
// Two years, counted from a source of 2025-03-01 to 2025-04-01.
constexpr said::article spring{.key = "spring", .earliest = hw::date(2025y / 3 / 1), .latest = hw::date(2025y / 4 / 1)};
constexpr said::figure<hw::quantity<hw::dim::time>> two_years(said::precision p) {
    return {2.0 * year, {1.0 * year, "years"}, {.id = "test", .source = &spring, .precision = p, .from_source_date = true}};
}
constexpr said::figure two_years_on = two_years(said::precision::exact);
constexpr said::figure two_years_or_more = two_years(said::precision::at_least);
constexpr said::figure two_years_or_less = two_years(said::precision::at_most);
constexpr said::figure order_of_two_years = two_years(said::precision::order);
constexpr said::figure by_2027{hw::date(2027y / 1 / 1), {}, of(said::precision::at_most)};

}  // namespace

// An exact or assumed figure lies in the interval.
static_assert(hw::agrees(assumed(4.0), four_exactly));
static_assert(!hw::agrees(assumed(4.1), four_exactly));
static_assert(hw::agrees(assumed(hw::ci90(3.0, 5.5)), four_exactly));
static_assert(!hw::agrees(assumed(hw::ci90(4.1, 5.5)), four_exactly));
static_assert(hw::agrees(assumed(hw::uniform(1.0, 4.0)), four_assumed));
static_assert(!hw::agrees(assumed(hw::uniform(1.0, 3.9)), four_assumed));

// About: the interval comes within a factor of 1.25.
static_assert(hw::agrees(assumed(4.1), about_four) && hw::agrees(assumed(5.0), about_four));
static_assert(hw::agrees(assumed(3.2), about_four));
static_assert(!hw::agrees(assumed(3.1), about_four) && !hw::agrees(assumed(5.1), about_four));
static_assert(hw::agrees(assumed(5.9), about_four, {.about_factor = 1.5}));
static_assert(!hw::agrees(assumed(4.1), about_four, {.about_factor = 1.0}));
static_assert(hw::agrees(assumed(-5.0), about_minus_four) && !hw::agrees(assumed(-5.1), about_minus_four));
static_assert(!hw::agrees(assumed(4.0), about_minus_four));

// A bound: the median lies on its side.
static_assert(hw::agrees(assumed(4.0), at_least_four) && hw::agrees(assumed(400.0), at_least_four));
static_assert(!hw::agrees(assumed(3.9), at_least_four));
static_assert(hw::agrees(assumed(hw::ci90(3.0, 6.0)), at_least_four));   // median 4.24
static_assert(!hw::agrees(assumed(hw::ci90(2.0, 6.0)), at_least_four));  // median 3.46
static_assert(!hw::agrees(assumed(hw::ci90(3.0, 6.0)), at_least_four, {.share_within_bound = 0.95}));
static_assert(hw::agrees(assumed(4.0), at_most_four) && hw::agrees(assumed(-4.0), at_most_four));
static_assert(!hw::agrees(assumed(4.1), at_most_four));
static_assert(hw::agrees(assumed(hw::ci90(2.0, 6.0)), at_most_four));
static_assert(!hw::agrees(assumed(hw::ci90(3.0, 6.0)), at_most_four));

// An order of magnitude: the decade from the value on.
static_assert(hw::agrees(assumed(4.0), order_of_four) && hw::agrees(assumed(40.0), order_of_four));
static_assert(!hw::agrees(assumed(3.9), order_of_four) && !hw::agrees(assumed(41.0), order_of_four));

// A range is covered, not merely met.
static_assert(hw::agrees(assumed(hw::ci90(3.0, 5.0)), three_to_five));
static_assert(hw::agrees(assumed(hw::uniform(3.0, 5.0)), three_to_five));
static_assert(!hw::agrees(assumed(hw::ci90(3.1, 9.0)), three_to_five));
static_assert(!hw::agrees(assumed(4.0), three_to_five));
static_assert(hw::agrees(assumed(hw::lognormal_ci(0.8, 3.0, 5.0)), three_to_five));
static_assert(!hw::agrees(assumed(hw::lognormal_ci(0.95, 3.0, 5.0)), three_to_five));
static_assert(hw::agrees(assumed(hw::lognormal_ci(0.95, 3.0, 5.0)), three_to_five, {.level = 0.95}));
static_assert(hw::agrees(assumed(hw::ci90(1.5, 3.0)), said::amodei::cost_drop_6_to_12_months));  // "a few times"

// A year is the whole year.
static_assert(hw::agrees(assumed(hw::date(2027y / 6 / 1)), year_2027));
static_assert(!hw::agrees(assumed(hw::date(2028y / 6 / 1)), year_2027));
static_assert(hw::agrees(assumed(hw::date(2028y / 6 / 1)), about_2027));
static_assert(!hw::agrees(assumed(hw::date(2029y / 6 / 1)), about_2027));
static_assert(hw::agrees(assumed(hw::date(2027y / 12 / 1)), by_2027));
static_assert(!hw::agrees(assumed(hw::date(2028y / 2 / 1)), by_2027));
static_assert(hw::agrees(assumed(hw::date(2027y / 1 / 1)), year_2027));
static_assert(!hw::agrees(assumed(hw::date(2026y / 12 / 31)), year_2027));
static_assert(hw::agrees(assumed(hw::date(2026y / 2 / 1)), about_2027));
static_assert(!hw::agrees(assumed(hw::date(2025y / 12 / 1)), about_2027));
static_assert(hw::agrees(assumed(hw::date(2027y / 1 / 1)), from_2027));
static_assert(!hw::agrees(assumed(hw::date(2026y / 12 / 31)), from_2027));
// Of a range with a core, the core.
static_assert(hw::agrees(assumed(hw::ci90(hw::date(2026y / 1 / 1), hw::date(2028y / 3 / 1))), said::amodei::decisive_window));
static_assert(!hw::agrees(assumed(hw::ci90(hw::date(2026y / 6 / 1), hw::date(2031y / 1 / 1))), said::amodei::decisive_window));
// A span that is counted from its source, as a date: 3 to 4 years from May 2025.
static_assert(hw::agrees(assumed(hw::ci90(hw::date(2028y / 4 / 1), hw::date(2029y / 7 / 1))), said::schmidt::agi_horizon));
static_assert(!hw::agrees(assumed(hw::ci90(hw::date(2029y / 1 / 1), hw::date(2031y / 1 / 1))), said::schmidt::agi_horizon));
static_assert(hw::agrees(assumed(hw::ci90(2.5 * year, 5.0 * year)), said::schmidt::agi_horizon));

// A day in the source's two ends, and from or up to them.
static_assert(hw::agrees(assumed(hw::date(2027y / 3 / 10)), two_years_on));
static_assert(!hw::agrees(assumed(hw::date(2027y / 2 / 20)), two_years_on));
static_assert(!hw::agrees(assumed(hw::date(2027y / 4 / 10)), two_years_on));
static_assert(hw::agrees(assumed(hw::date(2027y / 3 / 10)), two_years_or_more));
static_assert(!hw::agrees(assumed(hw::date(2027y / 2 / 20)), two_years_or_more));
static_assert(hw::agrees(assumed(hw::date(2027y / 3 / 20)), two_years_or_less));
static_assert(!hw::agrees(assumed(hw::date(2027y / 4 / 10)), two_years_or_less));
// An order of magnitude: 2 to 20 years.
static_assert(hw::agrees(assumed(hw::date(2045y / 3 / 1)), order_of_two_years));
static_assert(!hw::agrees(assumed(hw::date(2045y / 4 / 10)), order_of_two_years));
static_assert(!hw::agrees(assumed(hw::date(2027y / 2 / 20)), order_of_two_years));

// Nothing agrees with nothing, where no rounding is allowed for.
static_assert(hw::agrees(assumed(0.0), nothing) && hw::agrees(assumed(0.0), about_nothing));
static_assert(hw::agrees(assumed(0.0), none_to_none) && !hw::agrees(assumed(1e-300), nothing));
// Quantiles of an interval may be off by their rounding, 1e-9 of it, and no more.
static_assert(hw::agrees(assumed(4.0 * (1.0 + 0.9e-9)), four_exactly) && !hw::agrees(assumed(4.0 * (1.0 + 1.1e-9)), four_exactly));
static_assert(hw::agrees(assumed(4.0 * (1.0 - 0.9e-9)), four_exactly) && !hw::agrees(assumed(4.0 * (1.0 - 1.1e-9)), four_exactly));

static_assert(hw::agreement{}.level == 0.9 && hw::agreement{}.about_factor == 1.25 && hw::agreement{}.share_within_bound == 0.5);

TEST_CASE("the articles' figures agree with the beliefs that are read out of them") {
    CHECK(hw::agrees(assumed(hw::ci90(3.0, 5.5)), said::amodei::training_cost_decline));
    CHECK(hw::agrees(assumed(hw::ci90(80.0 * million_usd, 200.0 * million_usd)), said::schmidt::deepseek_base_cost));
    CHECK(hw::agrees(assumed(hw::as_about(said::amodei::training_cost_decline, 1.3)), said::amodei::training_cost_decline));
    CHECK(hw::agrees(assumed(hw::as_at_least(said::schmidt::deepseek_base_cost, 2.0)), said::schmidt::deepseek_base_cost));
    CHECK(hw::agrees(assumed(hw::as_at_most(said::amodei::longest_lead, 2.0)), said::amodei::longest_lead));
    CHECK(hw::agrees(assumed(hw::as_order_of_magnitude(said::schmidt::rebuild_cost)), said::schmidt::rebuild_cost));
    CHECK(hw::agrees(assumed(hw::as_range(said::graylin_triolo::us_lead_believed)), said::graylin_triolo::us_lead_believed));
    CHECK(hw::agrees(assumed(hw::as_interval(said::graylin_triolo::us_lead_believed, 0.8)),
                     said::graylin_triolo::us_lead_believed));
    CHECK(hw::agrees(assumed(hw::as_measured(said::published::algorithmic_halving)), said::published::algorithmic_halving));
    CHECK(hw::agrees(assumed(hw::as_exact(said::amodei::assumed_lead)), said::amodei::assumed_lead));
}

TEST_CASE("a report says what was compared") {
    const auto bound = hw::agrees(assumed(hw::ci90(20.0 * million_usd, 110.0 * million_usd)), said::schmidt::deepseek_base_cost);
    CHECK(!bound);
    // P(X >= 100 million) of the lognormal with 90 % between 20 and 110 million
    CHECK_THAT(bound.share, WithinRel(0.0720172569119436, 1e-12));
    CHECK(bound.text() == "x, 20.00 million USD to 110.0 million USD, does not agree with deepseek_base_cost, at least 100 "
                          "million USD: 7.2 % of the belief lies at or above 100.0 million USD");
    CHECK(hw::agrees(assumed(3.0), three_to_five).text() ==
          "x, 3, does not agree with test, 3 to 5 of: the interval does not cover all of 3 to 5");
    CHECK(hw::agrees(assumed(3.5), about_four).text() ==
          "x, 3.5, agrees with test, about 4 of: the interval meets 3.2 to 5");
    CHECK(hw::agrees(assumed(3.5), four_exactly).text() ==
          "x, 3.5, does not agree with test, 4 of: the value 4 is not in the interval");
    CHECK_THAT(hw::agrees(assumed(5.0 * million_usd), said::amodei::deepseek_v3_cost_myth).text(),
               ContainsSubstring("agrees with deepseek_v3_cost_myth, about 6 million USD (rejected by its speaker)"));
    CHECK_THAT(to_text(hw::agrees(assumed(hw::date(2029y / 1 / 1)), by_2027)), ContainsSubstring("0 % of the belief lies at or below 2028-01-01"));
}

TEST_CASE("an interval is the stated ends, or the central 90 %") {
    const auto ends = hw::agrees(assumed(hw::triangular(1.0, 2.0, 6.0)), four_exactly);
    CHECK(ends.interval_low == 1.0);
    CHECK(ends.interval_high == 6.0);
    const auto central = hw::agrees(assumed(hw::mixture({hw::uniform(0.0, 1.0), 0.5}, {hw::uniform(9.0, 10.0), 0.5})), four_exactly);
    CHECK_THAT(central.interval_low, WithinRel(0.1, 1e-12));
    CHECK_THAT(central.interval_high, WithinRel(9.9, 1e-12));
}

TEST_CASE("an agreement that cannot be asked for is refused") {
    const auto x = assumed(hw::ci90(3.0, 5.0));
    CHECK_THROWS_WITH(hw::agrees(x, four_exactly, {.level = 1.0}), ContainsSubstring("agrees: level must be between 0 and 1"));
    CHECK_THROWS_WITH(hw::agrees(x, four_exactly, {.level = 0.0}), ContainsSubstring("agrees: level must be between 0 and 1"));
    CHECK_THROWS_WITH(hw::agrees(x, four_exactly, {.about_factor = 0.9}), ContainsSubstring("about_factor must be >= 1"));
    CHECK_THROWS_WITH(hw::agrees(x, four_exactly, {.share_within_bound = -0.1}), ContainsSubstring("share_within_bound"));
    CHECK(hw::agrees(x, at_least_four, {.share_within_bound = 0.0}));
    CHECK(hw::agrees(assumed(4.0), at_least_four, {.share_within_bound = 1.0}));
    CHECK_THROWS_WITH(hw::agrees(x, order_of_nothing), ContainsSubstring("has no decade"));
    CHECK_THROWS_WITH(hw::agrees(x, four_exactly, {.share_within_bound = 2.0}), ContainsSubstring("share_within_bound"));
    CHECK_THROWS_WITH(hw::agrees(x, said::schmidt::end_of_cycle_price), ContainsSubstring("has no decade"));
    CHECK_THROWS_WITH(hw::agrees(assumed(hw::date(2027y / 1 / 1)), said::amodei::assumed_lead),
                      ContainsSubstring("is not counted from the date of its source"));
}
