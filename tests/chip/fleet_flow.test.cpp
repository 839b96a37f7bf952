// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/fleet_flow.hpp>

#include "catch.hpp"
#include "fleet.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

// Year by year.
constexpr auto yearly = hw::yearly_fleet(100.0 * chip, 20.0 * percent);
static_assert(yearly.in_year(0) == 0.0 * chip);
static_assert(close(yearly.in_year(1).in(chip), 100.0));
static_assert(close(yearly.in_year(2).in(chip), 180.0));
static_assert(close(yearly.in_year(3).in(chip), 244.0));
static_assert(close(yearly.in_year(4).in(chip), reference::yearly_4) && close(yearly.in_year(4).in(chip), 295.2));
static_assert(close(yearly.in_year(5).in(chip), reference::yearly_5) && close(yearly.in_year(5).in(chip), 336.16));
static_assert(close(yearly.in_year(30).in(chip), reference::yearly_30));
static_assert(close(yearly.converges_to().in(chip), 500.0));
static_assert(close(hw::yearly_fleet(100.0, 1e-9).in_year(1000), reference::yearly_small_1000));
static_assert(hw::yearly_fleet(100.0, 0).in_year(7) == 700.0);
static_assert(hw::yearly_fleet(100.0, 1).in_year(7) == 100.0 && hw::yearly_fleet(100.0, 1).in_year(0) == 0.0);

// Continuously.
constexpr auto start = hw::date(2025y / 1 / 1);
constexpr auto hazard = hw::retires_at_hazard(0.2 / year);
constexpr auto steady = hw::fleet_fed_by(50.0 * chip / year, hazard, start, 200.0 * chip);
constexpr auto inflow = [](double per_year) {
    return hw::exponential(start, 50.0 * chip / year, hw::grows_continuously(per_year / year));
};
static_assert(steady(start) == 200.0 * chip && steady(start - year) == 200.0 * chip);
static_assert(close(steady(start + 6.0 * year).in(chip), reference::fed_steady));
static_assert(close(hw::fleet_fed_by(inflow(0.5), hazard, start, 200.0 * chip)(start + 6.0 * year).in(chip),
                    reference::fed_growing));
static_assert(close(hw::fleet_fed_by(inflow(-0.5), hazard, start, 200.0 * chip)(start + 6.0 * year).in(chip),
                    reference::fed_falling));
static_assert(close(hw::fleet_fed_by(inflow(-0.2), hazard, start, 200.0 * chip)(start + 6.0 * year).in(chip),
                    reference::fed_balanced));
static_assert(close(steady.converges_to().in(chip), 250.0));
static_assert(close(steady(start + 1000.0 * year).in(chip), 250.0));
static_assert(close(steady(start + 1e7 * year).in(chip), 250.0));  // nothing overflows
static_assert(hw::fleet_fed_by(inflow(0.5), hazard, start, 0.0 * chip).converges_to() == __builtin_huge_val() * chip);
static_assert(hw::fleet_fed_by(inflow(-0.5), hazard, start, 0.0 * chip).converges_to() == 0.0 * chip);
// The inflow's start need not be the fleet's.
static_assert(close(hw::fleet_fed_by(inflow(0.5), hazard, start + year, 0.0 * chip)(start + 3.0 * year).in(chip),
                    hw::exp(0.5) *
                        hw::fleet_fed_by(inflow(0.5), hazard, start, 0.0 * chip)(start + 2.0 * year).in(chip)));
// It counts whatever flows: performance as well.
static_assert(close(hw::fleet_fed_by(1.0 * exaflop / second / year, hazard, start, 0.0 * exaflop / second)
                        .converges_to()
                        .in(exaflop / second),
                    5.0));
static_assert(hw::trend_of<decltype(steady), hw::quantity<hw::dim::chips>>);

TEST_CASE("year by year the count follows the recursion and comes near to added over retired") {
    for (const double share : {0.0, 1e-12, 0.05, 0.2, 0.5, 0.99, 1.0}) {
        const auto fleet = hw::yearly_fleet(100.0, share);
        double n = 0.0;
        for (int k = 1; k <= 400; ++k) {
            n = n * (1.0 - share) + 100.0;
            CHECK_THAT(fleet.in_year(k), WithinRel(n, 1e-12));
        }
        if (share >= 0.05) CHECK_THAT(fleet.in_year(2000), WithinRel(fleet.converges_to(), 1e-12));
    }
}

TEST_CASE("the fed fleet obeys its equation of change, and converges to inflow over hazard") {
    const auto fleet = hw::fleet_fed_by(inflow(0.1), hazard, start, 200.0 * chip);
    const double h = 1e-4;
    for (double years = 0.5; years < 20.0; years += 1.7) {
        const auto when = start + years * year;
        const double change = (fleet(when + h * year) - fleet(when - h * year)).in(chip) / (2.0 * h);
        CHECK_THAT(change, WithinRel(inflow(0.1)(when).in(chip / year) - 0.2 * fleet(when).in(chip), 1e-6));
    }
    for (const double rate : {0.05, 0.2, 1.0, 5.0}) {
        for (const double initial : {0.0, 100.0, 1e6}) {
            const auto fed =
                hw::fleet_fed_by(50.0 * chip / year, hw::retires_at_hazard(rate / year), start, initial * chip);
            CHECK_THAT(fed.converges_to().in(chip), WithinRel(50.0 / rate, 1e-14));
            CHECK_THAT(fed(start + 1500.0 * year).in(chip), WithinRel(50.0 / rate, 1e-12));
        }
    }
}

TEST_CASE("fleet flow, every argument counts") {
    const auto when = start + 4.0 * year;
    CHECK(hw::yearly_fleet(110.0, 0.2).in_year(3) > hw::yearly_fleet(100.0, 0.2).in_year(3));
    CHECK(hw::yearly_fleet(100.0, 0.3).in_year(3) < hw::yearly_fleet(100.0, 0.2).in_year(3));
    CHECK(hw::yearly_fleet(100.0, 0.3).converges_to() < hw::yearly_fleet(100.0, 0.2).converges_to());
    CHECK(yearly.in_year(4) > yearly.in_year(3));
    CHECK(hw::fleet_fed_by(60.0 * chip / year, hazard, start, 200.0 * chip)(when) > steady(when));
    CHECK(hw::fleet_fed_by(50.0 * chip / year, hw::retires_at_hazard(0.3 / year), start, 200.0 * chip)(when) <
          steady(when));
    CHECK(hw::fleet_fed_by(50.0 * chip / year, hazard, start, 300.0 * chip)(when) > steady(when));
    CHECK(hw::fleet_fed_by(50.0 * chip / year, hazard, start + year, 0.0 * chip)(when) <
          hw::fleet_fed_by(50.0 * chip / year, hazard, start, 0.0 * chip)(when));
    CHECK(hw::fleet_fed_by(inflow(0.1), hazard, start, 200.0 * chip)(when) > steady(when));
}

TEST_CASE("fleet flow, blocks of draws and derivatives agree with plain numbers") {
    const auto when = start + 4.0 * year;
    check_number_types([](const auto& x) { return hw::yearly_fleet(x, 0.2).in_year(7); }, 1.0, 9.0);
    check_number_types([](const auto& x) { return hw::yearly_fleet(100.0, x).in_year(7); }, 0.01, 0.99);
    check_number_types([](const auto& x) { return hw::yearly_fleet(100.0, x).converges_to(); }, 0.2, 0.99);
    check_number_types(
        [&](const auto& x) { return hw::fleet_fed_by(x * chip / year, hazard, start, 200.0 * chip)(when).in(chip); },
        1.0, 99.0);
    check_number_types(
        [&](const auto& x) {
            return hw::fleet_fed_by(50.0 * chip / year, hw::retires_at_hazard(x / year), start, 200.0 * chip)(when).in(
                chip);
        },
        0.05, 2.0);
    check_number_types(
        [&](const auto& x) { return hw::fleet_fed_by(50.0 * chip / year, hazard, start, x * chip)(when).in(chip); },
        1.0, 99.0);
    check_number_types(
        [&](const auto& x) {
            return hw::fleet_fed_by(50.0 * chip / year, hazard, start + x * year, 0.0 * chip)(when).in(chip);
        },
        0.1, 3.0, 1e-5);
    check_number_types(
        [&](const auto& x) {
            const auto flow = hw::exponential(start, 50.0 * chip / year, hw::grows_continuously(x / year));
            return hw::fleet_fed_by(flow, hazard, start, 200.0 * chip)(when).in(chip);
        },
        -1.0, 1.0);
    check_number_types([&](const auto& x) { return steady(start + x * year).in(chip); }, 0.1, 9.0);
}

TEST_CASE("a fleet that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::yearly_fleet(-1.0, 0.2), std::domain_error,
                         Message("yearly_fleet: amount added per year must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::yearly_fleet(1.0, 20), std::domain_error,
                         Message("yearly_fleet: share retired per year must be between 0 and 1, got 20"));
    CHECK_THROWS_MATCHES(yearly.in_year(1.5), std::domain_error,
                         Message("in_year: year must be a whole number, counted from 1, got 1.5"));
    CHECK_THROWS_MATCHES(yearly.in_year(-1), std::domain_error,
                         Message("in_year: year must be a whole number, counted from 1, got -1"));
    const std::string endless =
        "converges_to: a fleet from which nothing is retired grows without limit; give a hazard or "
        "a share retired above 0";
    CHECK_THROWS_MATCHES(hw::yearly_fleet(1.0, 0).converges_to(), std::domain_error, Message(endless));
    CHECK_THROWS_MATCHES(
        hw::fleet_fed_by(chip / year, hw::retires_at_hazard(0.0 / year), start, 0.0 * chip).converges_to(),
        std::domain_error, Message(endless));
    CHECK_THROWS_MATCHES(hw::fleet_fed_by(-1.0 * chip / second, hazard, start, 0.0 * chip), std::domain_error,
                         Message("fleet_fed_by: inflow per second must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::fleet_fed_by(chip / year, hazard, start, -1.0 * chip), std::domain_error,
                         Message("fleet_fed_by: fleet at the start must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::fleet_fed_by(chip / year, hazard, hw::date::never(), 0.0 * chip), std::domain_error,
                         Message("fleet_fed_by: start must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::fleet_fed_by(inflow(0.1), hazard, hw::date::never(), 0.0 * chip), std::domain_error,
                         Message("fleet_fed_by: start must be a date in the calendar, got never"));
}

TEST_CASE("fleet_flow: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::yearly_fleet(1.0, x); }, {0.0, 1.0}, {-1e-9, 1.0000001, nan});
    check_refusals([&](const auto& x) { return hw::yearly_fleet(1.0, 0.2).in_year(x); }, {0.0, 7.0}, {0.5, -1.0, nan, 0x1p52, inf});
    check_refusals([&](const auto& x) { return hw::yearly_fleet(1.0, x).converges_to(); }, {1e-9, 1.0}, {0.0});
    check_refusals([&](const auto& x) { return hw::yearly_fleet(x, 0.2); }, {0.0, 1.0}, {-1e-9, nan, inf});
}

}  // namespace
