// SPDX-License-Identifier: BSL-1.0
#include <headway/source/reading.hpp>

#include "catch.hpp"

#include <headway/figures/amodei.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

// Each reading is a constant expression, and has the property that its name states.
static_assert(hw::as_exact(said::microsoft::microsoft_capex_2025).median() == 80.0 * billion_usd);
static_assert(hw::as_exact(said::amodei::assumed_lead).median() == 2.0 * year);
static_assert(hw::as_range(said::graylin_triolo::us_lead_believed).support().first == 1.0 * year);
static_assert(hw::as_range(said::graylin_triolo::us_lead_believed).support().second == 2.0 * year);

TEST_CASE("about: the value in the middle, nine tenths within the factor") {
    const auto b = hw::as_about(said::amodei::training_cost_decline, 1.5);
    CHECK_THAT(b.median(), WithinRel(4.0, 1e-14));
    CHECK_THAT(b.cdf(6.0) - b.cdf(4.0 / 1.5), WithinAbs(0.9, 1e-12));
}

TEST_CASE("range: nothing outside, or the share that is asked for inside") {
    const auto& lead = said::graylin_triolo::us_lead_believed;
    CHECK(hw::as_range(lead).cdf(lead.low) == 0.0);
    CHECK(hw::as_range(lead).cdf(lead.high) == 1.0);
    const auto b = hw::as_interval(lead, 0.8);
    CHECK_THAT(b.cdf(lead.high) - b.cdf(lead.low), WithinAbs(0.8, 1e-12));
    const auto window = hw::as_interval(said::amodei::decisive_window, 0.9);
    CHECK_THAT(window.cdf(said::amodei::decisive_window.high), WithinAbs(0.95, 1e-12));
}

TEST_CASE("at least and at most: all on one side, nine tenths within the factor") {
    const auto& base = said::schmidt::deepseek_base_cost;
    const auto up = hw::as_at_least(base, 3.0);
    CHECK(up.support().first == base.value);
    CHECK(up.cdf(base.value) == 0.0);
    CHECK_THAT(up.cdf(3.0 * base.value), WithinAbs(0.9, 1e-12));
    const auto& lead = said::amodei::longest_lead;
    const auto down = hw::as_at_most(lead, 2.0);
    CHECK(down.support().second == lead.value);
    CHECK_THAT(down.cdf(lead.value / 2.0), WithinAbs(0.1, 1e-12));
}

TEST_CASE("order of magnitude: evenly over the decade above") {
    const auto b = hw::as_order_of_magnitude(said::schmidt::rebuild_cost);
    CHECK(b.support().first == said::schmidt::rebuild_cost.value);
    CHECK_THAT(b.median().in(said::schmidt::rebuild_cost.value), WithinRel(hw::sqrt(10.0), 1e-14));
    // "Falls almost to 0" has no decade.
    CHECK_THROWS_AS(hw::as_order_of_magnitude(said::schmidt::end_of_cycle_price), std::domain_error);
}

TEST_CASE("measured: the stated interval at the stated level") {
    const auto& halving = said::published::algorithmic_halving;
    const auto b = hw::as_measured(halving);
    CHECK_THAT(b.median().in(halving.value), WithinRel(1.0, 1e-14));
    CHECK_THAT(b.quantile(0.975) / b.quantile(0.025), WithinRel(halving.high / halving.low, 1e-12));
    CHECK_THROWS_WITH(hw::as_measured(said::figure_with_interval(2.0, 1.0, 3.0, 0.0, said::shown_in<double>{1.0, ""},
                                                                 {.id = "no_level"})),
                      ContainsSubstring("no_level does not state the level"));
}

TEST_CASE("a mean between the smallest and the largest") {
    const auto stated = [](double low, double mean, double high, double level) {
        return said::figure_with_interval(mean, low, high, level, said::shown_in<double>{1.0, ""}, {.id = "several"});
    };
    const auto b = hw::as_mean_and_ends(stated(4.0, 7.0, 14.0, 0.0));
    CHECK_THAT(b.mean(), WithinRel(7.0, 1e-14));
    CHECK(b.support() == std::pair(4.0, 14.0));
    CHECK(b == hw::pert(4.0, 6.0, 14.0));
    CHECK_THAT(hw::as_mean_and_ends(stated(0.0, 1.0, 5.9, 0.0)).mean(), WithinRel(1.0, 1e-14));
    CHECK_THROWS_WITH(hw::as_mean_and_ends(stated(4.0, 7.0, 14.0, 0.9)),
                      ContainsSubstring("several states the level of its interval, so values lie beyond its ends"));
    CHECK_THROWS_WITH(hw::as_mean_and_ends(stated(0.0, 1.0, 8.0, 0.0)), ContainsSubstring("got 0.125 of the way"));
    CHECK_THROWS_WITH(hw::as_mean_and_ends(stated(0.0, 7.0, 8.0, 0.0)), ContainsSubstring("got 0.875 of the way"));
    CHECK_THROWS_WITH(hw::as_mean_and_ends(stated(1.0, 1.0, 1.0, 0.0)), ContainsSubstring("got nan of the way"));
}

TEST_CASE("a figure is not read as what it is not") {
    CHECK_THROWS_WITH(hw::as_about(said::schmidt::deepseek_base_cost, 2.0),
                      ContainsSubstring("as_about: deepseek_base_cost is a figure of precision \"at least\""));
    CHECK_THROWS_AS(hw::as_exact(said::amodei::training_cost_decline), std::domain_error);
    CHECK_THROWS_AS(hw::as_at_least(said::amodei::training_cost_decline, 2.0), std::domain_error);
    CHECK_THROWS_AS(hw::as_at_most(said::schmidt::deepseek_base_cost, 2.0), std::domain_error);
    CHECK_THROWS_AS(hw::as_order_of_magnitude(said::amodei::training_cost_decline), std::domain_error);
    CHECK_THROWS_AS(hw::as_range(said::published::training_cost_growth), std::domain_error);
    CHECK_THROWS_WITH(hw::as_at_least(said::schmidt::deepseek_base_cost, 1.0), ContainsSubstring("factor"));
}
