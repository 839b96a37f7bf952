// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/fab.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "fab.hpp"

#include <vector>

#include <headway/figures/published_fabs.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto building = hw::cost_component("building", 25.0 * percent, said::schmidt::fab_cost_multiplier.value);
constexpr auto equipment = hw::cost_component("equipment", 0.75, 1);
static_assert(building.name == "building" && building.share == 0.25 && building.multiplier == 4.0);
static_assert(hw::build_cost_multiplier(building, equipment) == 1.75);
static_assert(hw::build_cost_multiplier(equipment, building) == 1.75);
static_assert(hw::build_cost(20.0 * billion_usd, building, equipment) == 35.0 * billion_usd);
static_assert(hw::build_cost(20.0 * billion_usd, 4.0) == 80.0 * billion_usd);
static_assert(hw::build_cost(20.0 * billion_usd, 4) ==
              hw::build_cost(20.0 * billion_usd, hw::cost_component("all", 1, 4)));
// Thirds need not sum to 1 to the last digit.
static_assert(close(hw::build_cost_multiplier(hw::cost_component("a", 1.0 / 3.0, 1),
                                              hw::cost_component("b", 1.0 / 3.0, 2),
                                              hw::cost_component("c", 1.0 / 3.0, 3)),
                    2.0));

// Which building share makes 4 × for the building the published totals.
static_assert(close(hw::reconciling_share(said::schmidt::fab_cost_multiplier.value,
                                          said::published::exyte_build_multiplier.value),
                    1.0 / 3.0));
static_assert(close(hw::reconciling_share(4.0, said::published::bcg_tco_multiplier.value), 0.1));
static_assert(hw::reconciling_share(4, 1) == 0.0 && hw::reconciling_share(4, 4) == 1.0);
static_assert(close(hw::reconciling_share(4.0, 2.0, 1.5), 0.2));
static_assert(close(hw::reconciling_share(0.5, 0.8), 0.4));

// Exyte's stages: 6 + 13 months in Taiwan, 14 + 24 in the US, twice as long.
constexpr auto home = said::published::exyte_time_taiwan;
constexpr auto abroad = said::published::exyte_time_us;
constexpr auto time_abroad = hw::build_time(hw::build_stage("permits", home.first, abroad.first / home.first),
                                            hw::build_stage("construction", home.second, abroad.second / home.second));
static_assert(close(time_abroad.in(month), 38.0));
static_assert(close(time_abroad / hw::build_time(hw::build_stage("permits", home.first),
                                                 hw::build_stage("construction", home.second)),
                    said::schmidt::fab_time_multiplier.value));
static_assert(close(hw::build_time(home.value, said::schmidt::fab_time_multiplier.value).in(month), 38.0));
static_assert(hw::build_time(std::chrono::months{19}, 2) == 38.0 * month);

constexpr auto opens = start_date;
constexpr auto ramp = hw::ramp_up(opens, 12.0 * month);
static_assert(ramp(opens - day) == 0.0 && ramp(opens) == 0.0 && close(ramp(opens + 3.0 * month), 0.25) &&
              ramp(opens + year) == 1.0);
static_assert(ramp(opens + 9.0 * year) == 1.0);
constexpr auto at_once = hw::ramp_up(opens, 0.0 * month);
static_assert(at_once(opens - second) == 0.0 && at_once(opens) == 1.0);
static_assert(close(ramp.integral(opens - year, opens + 3.0 * year).in(year), 2.5));
static_assert(close(at_once.integral(opens - year, opens + 3.0 * year).in(year), 3.0));
static_assert(close(ramp.integral(opens, opens + 6.0 * month).in(month), 1.5));

constexpr auto output = hw::fab_output(30e3 * wafer / month, ramp, 80.0 * percent);
static_assert(close(output(opens + year).in(wafer / month), 24e3));
static_assert(close(output(opens + 6.0 * month).in(wafer / month), 12e3));
static_assert(output(opens - day) == 0.0 * wafer / month);
static_assert(close(hw::cumulative(output, opens, opens + 2.0 * year).in(wafer), 24e3 * 18.0));

static_assert(hw::cost_of_nth_fab(20.0 * billion_usd, hw::learning_rate(0.2), 1) == 20.0 * billion_usd);
static_assert(close(hw::cost_of_nth_fab(20.0 * billion_usd, hw::learning_rate(0.2), 2).in(billion_usd), 16.0));
static_assert(close(hw::cost_of_nth_fab(1.0 * usd, hw::learning_rate(0.2), 3).in(usd),
                    reference::third_fab_at_20_percent));
static_assert(close(hw::cost_of_first_fabs(1.0 * usd, hw::learning_rate(0.2), 3).in(usd),
                    reference::first_three_fabs_at_20_percent));

TEST_CASE("the reconciling share gives the total back") {
    for (const double component : {0.5, 2.5, 4.0, 5.0}) {
        for (const double share : {0.0, 0.1, 0.3, 0.9, 1.0}) {
            const double total = hw::build_cost_multiplier(hw::cost_component("building", share, component),
                                                           hw::cost_component("rest", 1.0 - share, 1.2));
            CHECK_THAT(hw::reconciling_share(component, total, 1.2), Catch::Matchers::WithinAbs(share, 1e-14));
        }
    }
    CHECK(hw::reconciling_share(5.0, 2.0) < hw::reconciling_share(4.0, 2.0));
    CHECK(hw::reconciling_share(4.0, 2.1) > hw::reconciling_share(4.0, 2.0));
    CHECK(hw::reconciling_share(4.0, 2.0, 1.1) < hw::reconciling_share(4.0, 2.0, 1.0));
}

TEST_CASE("every part of the build cost and of the build time counts") {
    const auto cost = hw::build_cost(20.0 * billion_usd, building, equipment);
    CHECK(hw::build_cost(21.0 * billion_usd, building, equipment) > cost);
    CHECK(hw::build_cost(20.0 * billion_usd, hw::cost_component("building", 0.25, 4.5), equipment) > cost);
    CHECK(hw::build_cost(20.0 * billion_usd, hw::cost_component("building", 0.3, 4),
                         hw::cost_component("rest", 0.7, 1)) > cost);
    CHECK(hw::build_cost(20.0 * billion_usd, building, hw::cost_component("equipment", 0.75, 1.1)) > cost);
    CHECK(hw::build_time(hw::build_stage("a", month, 2), hw::build_stage("b", month)) >
          hw::build_time(hw::build_stage("a", month), hw::build_stage("b", month)));
    CHECK(hw::build_time(hw::build_stage("a", 2.0 * month), hw::build_stage("b", month)) == 3.0 * month);
    CHECK(hw::build_time(2.0 * month, 3.0) == 6.0 * month);
    const std::vector parts{building, equipment};
    CHECK(hw::build_cost_multiplier(parts) == 1.75);
}

TEST_CASE("output counts its starts, its ramp and its yield") {
    const auto when = opens + 5.0 * month;
    CHECK(hw::fab_output(31e3 * wafer / month, ramp, 0.8)(when) > output(when));
    CHECK(hw::fab_output(30e3 * wafer / month, hw::ramp_up(opens, 11.0 * month), 0.8)(when) > output(when));
    CHECK(hw::fab_output(30e3 * wafer / month, hw::ramp_up(opens - month, 12.0 * month), 0.8)(when) > output(when));
    CHECK(hw::fab_output(30e3 * wafer / month, ramp, 0.9)(when) > output(when));
    for (double months = -3.0; months < 20.0; months += 0.7) {
        const auto to = opens + months * month;
        const double summed = hw::cumulative([](const auto& t) { return ramp(t); }, opens - year, to).in(month);
        CHECK_THAT(ramp.integral(opens - year, to).in(month), Catch::Matchers::WithinAbs(summed, 1e-7));
    }
}

TEST_CASE("repeated builds follow Wright's law") {
    const auto learning = hw::learning_rate(0.15);
    double before = 2.0;
    for (int n = 1; n < 9; ++n) {
        const double now = hw::cost_of_nth_fab(usd, learning, n).in(usd);
        CHECK(now < before);
        CHECK_THAT(hw::cost_of_nth_fab(usd, learning, 2 * n).in(usd), WithinRel(0.85 * now, 1e-14));
        CHECK_THAT((hw::cost_of_first_fabs(usd, learning, n + 1) - hw::cost_of_first_fabs(usd, learning, n)).in(usd),
                   WithinRel(hw::cost_of_nth_fab(usd, learning, n + 1).in(usd), 1e-13));
        before = now;
    }
    CHECK(hw::cost_of_nth_fab(usd, hw::learning_rate(0.2), 3) < hw::cost_of_nth_fab(usd, learning, 3));
    CHECK(hw::cost_of_nth_fab(2.0 * usd, learning, 3) > hw::cost_of_nth_fab(usd, learning, 3));
    CHECK(hw::cost_of_first_fabs(2.0 * usd, learning, 3) > hw::cost_of_first_fabs(usd, learning, 3));
    CHECK(hw::cost_of_first_fabs(usd, hw::learning_rate(0.2), 3) < hw::cost_of_first_fabs(usd, learning, 3));
}

TEST_CASE("the fab's model runs on every number type") {
    check_number_types(
        [](const auto& x) {
            return hw::build_cost(x * billion_usd, hw::cost_component("a", x, 1.0 + x),
                                  hw::cost_component("b", 1.0 - x, x))
                .base_value();
        },
        0.1, 0.9);
    check_number_types([](const auto& x) { return hw::reconciling_share(4.0 + x, 2.0, x); }, 0.1, 0.9);
    check_number_types(
        [](const auto& x) {
            return hw::build_time(hw::build_stage("a", x * month, x), hw::build_stage("b", month, x)).base_value();
        },
        0.1, 3.0);
    check_number_types(
        [](const auto& x) {
            return hw::fab_output(x * wafer / month, hw::ramp_up(opens + x * month, (8.0 + x) * month),
                                  0.1 * x)(opens + 7.0 * month)
                .base_value();
        },
        0.5, 3.0);
    check_number_types(
        [](const auto& x) {
            return hw::ramp_up(opens + x * month, (2.0 + x) * month).integral(opens, opens + 7.0 * month).base_value();
        },
        0.5, 9.5, 1e-4);
    check_number_types(
        [](const auto& x) { return hw::cost_of_first_fabs(x * usd, hw::learning_rate(0.1 * x), 4).base_value(); }, 0.5,
        3.0);
    check_number_types(
        [](const auto& x) { return hw::cost_of_nth_fab(x * usd, hw::learning_rate(0.1 * x), x).base_value(); }, 1.5,
        3.0);
}

TEST_CASE("a fab that makes no sense is refused by the part's name") {
    const double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::build_cost(usd, building, hw::cost_component("equipment", 0.7, 1)), std::domain_error,
                         Message("build_cost: the components' shares must sum to 1, got 0.95; add what is missing as a "
                                 "component of its own, with multiplier 1 if it costs the same"));
    CHECK_THROWS_AS(hw::build_cost_multiplier(std::vector{building, building}), std::domain_error);
    CHECK_THROWS_MATCHES(hw::cost_component("labour", -0.1, 2), std::domain_error,
                         Message("cost_component: share of labour must be finite and >= 0, got -0.1"));
    CHECK_THROWS_MATCHES(hw::cost_component("labour", 0.1, nan), std::domain_error,
                         Message("cost_component: multiplier of labour must be finite and >= 0, got nan"));
    CHECK_THROWS_MATCHES(hw::build_cost(-1.0 * usd, 2), std::domain_error,
                         Message("build_cost: cost at the base site in USD must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::reconciling_share(4, 5), std::domain_error,
                         Message("reconciling_share: share must be between 0 and 1: the total must lie between the "
                                 "multipliers of the component and of the rest, got 1.3333333333333333"));
    CHECK_THROWS_MATCHES(hw::reconciling_share(1, 2), std::domain_error,
                         Message("reconciling_share: multiplier of the component must differ from that of the rest, or "
                                 "every share gives the same total, got 1"));
    CHECK_THROWS_MATCHES(hw::build_stage("permits", -1.0 * second), std::domain_error,
                         Message("build_stage: span in seconds of permits must be finite and >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::build_stage("permits", month, -2), std::domain_error,
                         Message("build_stage: multiplier of permits must be finite and >= 0, got -2"));
    CHECK_THROWS_AS(hw::build_time(-1.0 * month, 2.0), std::domain_error);
    CHECK_THROWS_MATCHES(hw::ramp_up(opens, -1.0 * second), std::domain_error,
                         Message("ramp_up: span in seconds must be >= 0, got -1"));
    CHECK_THROWS_AS(hw::ramp_up(hw::date::never(), month), std::domain_error);
    CHECK_THROWS_MATCHES(hw::fab_output(-1.0 * wafer / second, ramp, 0.8), std::domain_error,
                         Message("fab_output: installed wafer starts per second must be >= 0, got -1"));
    for (const double yield : {-0.1, 80.0, nan}) {
        CHECK_THROWS_MATCHES(
            hw::fab_output(wafer / second, ramp, yield), std::domain_error,
            Message("fab_output: yield must be between 0 and 1, got " + hw::detail::number_text(yield)));
    }
    CHECK_THROWS_MATCHES(hw::cost_of_nth_fab(usd, hw::learning_rate(0.2), 0), std::domain_error,
                         Message("cost_of_nth_fab: number of the fab must be finite and at least 1, got 0"));
    CHECK_THROWS_AS(hw::cost_of_nth_fab(0.0 * usd, hw::learning_rate(0.2), 1), std::domain_error);
}

TEST_CASE("fab: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::build_cost_multiplier(hw::cost_component("a", 0.5, 4.0), hw::cost_component("b", x, 1.0)); }, {0.5, 0.5000000009, 0.4999999991}, {0.500000002, 0.499999998, 0.0});
    check_refusals([&](const auto& x) { return hw::build_cost_multiplier(std::array{hw::cost_component("a", 0.5 + 0.0 * x, 4.0), hw::cost_component("b", x, 1.0)}); }, {0.5, 0.5000000009, 0.4999999991}, {0.500000002, 0.499999998, 0.0});
    check_refusals([&](const auto& x) { return hw::cost_component("a", x, 1.0); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::cost_component("a", 1.0, x); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::reconciling_share(x, 2.0); }, {4.0, 2.0, 9.0}, {1.0, 1.999999, -1.0});
    check_refusals([&](const auto& x) { return hw::reconciling_share(4.0, x); }, {1.0, 4.0}, {0.999999, 4.000001, nan});
    check_refusals([&](const auto& x) { return hw::fab_output(1000.0 * wafer / month, hw::constant(1.0), x); }, {0.0, 1.0}, {-1e-9, 1.0000001, nan});
    check_refusals([&](const auto& x) { return hw::cost_of_nth_fab(usd, hw::learning_rate(0.2), x); }, {1.0, 2.0}, {0.9999999, nan, inf});
}

}  // namespace
