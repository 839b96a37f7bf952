// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/fleet_by_owner.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/belief/makers.hpp>
#include <headway/chip/fleet.hpp>
#include <headway/figures/since/arithmetic.hpp>
#include <headway/forecast/common_factor.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/source/quantile_reading.hpp>
#include <headway/source/reading.hpp>

namespace hw = headway;
namespace since = headway::figures::since;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

// What closes the sum: a total of which a rest is left, a rest with which the owners sum up, or nobody.
constexpr auto of_total =
    hw::fleet_by_owner(hw::world_total(100.0 * chip), hw::owner("A", 25.0 * chip), hw::owner("B", 15.0 * chip));
static_assert(of_total.rest() == 60.0 * chip && of_total.named() == 40.0 * chip && of_total.world() == 100.0 * chip);
static_assert(of_total.stock("B") == 15.0 * chip && of_total.share("A") == 0.25 && of_total.rest_share() == 0.6);
static_assert(of_total.exceeds() == 0.0 && of_total.size == 2 && of_total.names()[1] == "B");
constexpr auto with_rest =
    hw::fleet_by_owner(hw::rest_of_world(60.0 * chip), hw::owner("A", 25.0 * chip), hw::owner("B", 15.0 * chip));
static_assert(with_rest.world() == 100.0 * chip && with_rest.share("A") == of_total.share("A"));
constexpr auto closed = hw::fleet_by_owner(hw::nobody_else(), hw::owner("A", 25.0 * chip), hw::owner("B", 15.0 * chip));
static_assert(closed.world() == 40.0 * chip && closed.rest() == 0.0 * chip && closed.share("A") == 0.625);

// An owner known by its share: of a total s W, and where the total follows W = (amounts + rest) / (1 - shares).
constexpr auto by_share =
    hw::fleet_by_owner(hw::world_total(200.0 * chip), hw::owner_share("A", 0.125), hw::owner("B", 15.0 * chip));
static_assert(by_share.stock("A") == 25.0 * chip && by_share.rest() == 160.0 * chip);
constexpr auto solved =
    hw::fleet_by_owner(hw::rest_of_world(45.0 * chip), hw::owner_share("A", 0.25), hw::owner("B", 15.0 * chip));
static_assert(solved.world() == 80.0 * chip && solved.stock("A") == 20.0 * chip && solved.share("A") == 0.25);
static_assert(hw::fleet_by_owner(hw::nobody_else(), hw::owner_share("A", 0.25), hw::owner("B", 15.0 * chip)).world() ==
              20.0 * chip);

static_assert(hw::owner_share("A", 12.5 * percent).share == 0.125);

// Told and not clipped: the rest is below zero, and the shares still sum to one.
constexpr auto contradiction = hw::fleet_by_owner(hw::world_total(100.0 * chip, hw::beyond_world::tell),
                                                  hw::owner("A", 90.0 * chip), hw::owner("B", 35.0 * chip));
static_assert(contradiction.rest() == -25.0 * chip && contradiction.exceeds() == 1.0);
static_assert(contradiction.share("A") + contradiction.share("B") + contradiction.rest_share() == 1.0);
// Rounding is no excess: 0.1 + 0.2 is above 0.3.
static_assert(hw::fleet_by_owner(hw::world_total(0.3), hw::owner("A", 0.1), hw::owner("B", 0.2)).rest() == 0.0);

// Any one dimension; and equivalents of a reference chip of what a fleet has.
static_assert(hw::fleet_by_owner(hw::world_total(8.0 * gigawatt), hw::owner("A", 2.0 * gigawatt)).share("A") == 0.25);
constexpr hw::generation reference_chip{.name = "reference", .performance = 2.0 * petaflop / second / chip};
constexpr hw::generation small{.name = "small", .performance = 0.5 * petaflop / second / chip};
constexpr auto has =
    hw::fleet(hw::retires_after(10.0 * year), hw::bought(small, 1000.0 * chip, hw::date(2024y / 1 / 1)),
              hw::bought(reference_chip, 50.0 * chip, hw::date(2025y / 1 / 1)));
constexpr auto on = hw::date(2025y / 12 / 31);
static_assert(hw::fleet_by_owner(hw::world_total(600.0 * chip), hw::owner("A", has.equivalents(on, reference_chip)))
                  .share("A") == 0.5);

// The published stocks: growth, China's part, and the makers' sum, in which Huawei is left out.
constexpr auto makers_2025 = hw::fleet_by_owner(hw::nobody_else(), hw::owner("Nvidia", since::nvidia_stock_2025.value),
                                                hw::owner("Google", since::tpu_stock_2025.value),
                                                hw::owner("Amazon", since::trainium_stock_2025.value),
                                                hw::owner("AMD", since::amd_stock_2025.value));
static_assert(close(makers_2025.world().in(million_chips), 19.7, 0.003));
static_assert(makers_2025.world() == since::four_makers_stock_2025);
constexpr auto of_nvidia = hw::fleet_by_owner(hw::world_total(since::nvidia_stock_2025.value),
                                              hw::owner("China", since::china_nvidia_owned_2025.value));
static_assert(hw::abs(of_nvidia.share("China") - 0.029) < 0.0005);
static_assert(close(of_nvidia.share("China"), since::china_share_of_nvidia));
static_assert(hw::abs(since::nvidia_growth_2024 - 3.40) < 0.005 && hw::abs(since::nvidia_growth_2025 - 2.89) < 0.005);

TEST_CASE("each argument moves what it should") {
    const auto shares = [](double total, double a, double share_of_b) {
        return hw::fleet_by_owner(hw::world_total(total * chip), hw::owner("A", a * chip),
                                  hw::owner_share("B", share_of_b));
    };
    const auto base = shares(100.0, 20.0, 0.3);
    CHECK(shares(110.0, 20.0, 0.3).share("A") < base.share("A"));
    CHECK(shares(110.0, 20.0, 0.3).stock("B") > base.stock("B"));
    CHECK(shares(100.0, 25.0, 0.3).share("A") > base.share("A"));
    CHECK(shares(100.0, 25.0, 0.3).rest() < base.rest());
    CHECK(shares(100.0, 20.0, 0.4).rest() < base.rest());
    CHECK(shares(100.0, 20.0, 0.4).stock("A") == base.stock("A"));
}

TEST_CASE("fleets by owner run on every number type") {
    check_number_types(
        [](const auto& x) {
            return hw::fleet_by_owner(hw::world_total(100.0 * chip), hw::owner("A", x * chip),
                                      hw::owner("B", 2.0 * x * chip))
                .rest_share();
        },
        0.1, 33.0);
    check_number_types(
        [](const auto& x) {
            return hw::fleet_by_owner(hw::rest_of_world(x * chip), hw::owner_share("A", 0.1 * x),
                                      hw::owner("B", 5.0 * chip))
                .world()
                .in(chip);
        },
        0.1, 9.0);
    check_number_types(
        [](const auto& x) {
            return hw::fleet_by_owner(hw::world_total(x * chip), hw::owner("A", 5.0 * chip)).share("A");
        },
        5.5, 9.0);
}

TEST_CASE("fleets that make no sense are refused with names and numbers") {
    CHECK_THROWS_MATCHES(
        hw::fleet_by_owner(hw::world_total(100.0 * chip), hw::owner("A", 90.0 * chip), hw::owner("B", 35.0 * chip)),
        std::domain_error,
        Message("fleet_by_owner: the named owners (A 90, B 35) have 125 together, more than the world's total of 100, "
                "in base "
                "units; correlate their beliefs with the total's, give the rest a belief of its own, "
                "rest_of_world(...), or "
                "have the probability told, world_total(..., beyond_world::tell)"));
    check_refusals(
        [](const auto& x) { return hw::fleet_by_owner(hw::world_total(100.0 * chip), hw::owner("A", x * chip)); },
        {0.0, 50.0, 100.0}, {-1.0, 100.001, __builtin_huge_val(), __builtin_nan("")});
    check_refusals([](const auto& x) { return hw::owner_share("A", x); }, {0.0, 0.5, 1.0},
                   {-0.01, 1.01, __builtin_nan("")});
    check_refusals(
        [](const auto& x) {
            return hw::fleet_by_owner(hw::nobody_else(), hw::owner_share("A", 0.5), hw::owner_share("B", x),
                                      hw::owner("C", 1.0 * chip));
        },
        {0.0, 0.25}, {0.5, 0.75});
    check_refusals([](const auto& x) { return hw::world_total(x * chip); }, {1.0}, {0.0, -1.0, __builtin_nan("")});
    check_refusals([](const auto& x) { return hw::rest_of_world(x * chip); }, {0.0, 1.0}, {-1.0, __builtin_nan("")});
    CHECK_THROWS_MATCHES(
        hw::owner("China", -1.0 * chip), std::domain_error,
        Message("fleet_by_owner: the stock, in base units, of China must be a finite number >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::owner_share("China", 1.5), std::domain_error,
                         Message("fleet_by_owner: the share of China must be between 0 and 1, got 1.5"));
    CHECK_THROWS_MATCHES(
        hw::fleet_by_owner(hw::rest_of_world(1.0 * chip), hw::owner_share("A", 0.7), hw::owner_share("B", 0.5)),
        std::domain_error,
        Message("fleet_by_owner: owners whose shares are given must leave something to those whose amounts are, got "
                "shares that "
                "sum to 1.2; they must stay below 1, or state the world_total(...)"));
    CHECK_THROWS_MATCHES(
        hw::fleet_by_owner(hw::world_total(9.0 * chip), hw::owner("A", 1.0 * chip), hw::owner("A", 2.0 * chip)),
        std::domain_error,
        Message("fleet_by_owner: two owners are named 'A'; add their stocks up or rename one of them"));
    CHECK_THROWS_MATCHES(hw::fleet_by_owner(hw::world_total(9.0 * chip), hw::owner("", 1.0 * chip)), std::domain_error,
                         Message("fleet_by_owner: every owner must have a name, got an empty one"));
    CHECK_THROWS_MATCHES(hw::fleet_by_owner(hw::nobody_else(), hw::owner("A", 0.0 * chip)), std::domain_error,
                         Message("fleet_by_owner: world's total, in base units, must be > 0, got 0"));
    CHECK_THROWS_MATCHES(
        makers_2025.share("Gogle"), std::domain_error,
        Message("fleet_by_owner: no owner is named 'Gogle'; did you mean 'Google'? The owners are 'Nvidia', "
                "'Google', 'Amazon', 'AMD'"));
}

// ---- In a forecast --------------------------------------------------------------------------------------------------

constexpr auto as_published = [](const auto& figure) { return hw::as_quantiles(figure).above(0.0 * chip); };
constexpr auto nvidia = hw::assumption<"Nvidia">(as_published(since::nvidia_stock_2025), since::nvidia_stock_2025);
constexpr auto china = hw::assumption<"China's Nvidia chips">(as_published(since::china_nvidia_owned_2025),
                                                              since::china_nvidia_owned_2025);
constexpr auto world = hw::assumption<"world">(hw::uniform(10.0 * million_chips, 20.0 * million_chips), "test");
constexpr hw::simulation run{.draws = 16'384, .seed = 18, .threads = 1};

TEST_CASE("shares sum to one in every draw") {
    const auto f = hw::forecast(
        hw::inputs(nvidia, china),
        [](const auto& in) {
            const auto fleet = hw::fleet_by_owner(hw::world_total(in[nvidia]), hw::owner("China", in[china]),
                                                  hw::owner_share("Elsewhere", 0.3));
            return fleet.share("China") + fleet.share("Elsewhere") + fleet.rest_share();
        },
        hw::correlate(nvidia, china, 0.5));
    const auto sums = hw::simulate(f, run);
    CHECK_THAT(sums.quantile(0.0), WithinAbs(1.0, 1e-15));
    CHECK_THAT(sums.quantile(1.0), WithinAbs(1.0, 1e-15));
}

TEST_CASE("owners that may exceed the world: refused with the draw, or a probability") {
    const auto rest_under = [](hw::beyond_world where) {
        return hw::forecast(hw::inputs(nvidia, world), [where](const auto& in) {
            const auto fleet = hw::fleet_by_owner(hw::world_total(in[world], where), hw::owner("Nvidia", in[nvidia]));
            return hw::outputs(hw::output<"rest">(fleet.rest()), hw::output<"exceeds">(fleet.exceeds()));
        });
    };
    CHECK_THROWS_WITH(hw::simulate(rest_under(hw::beyond_world::refuse), run),
                      ContainsSubstring("the named owners (Nvidia ") &&
                          ContainsSubstring("more than the world's total of"));
    const auto told = hw::simulate(rest_under(hw::beyond_world::tell), run);
    // P(U < S) with U uniform from 10 to 20 million and S inside: (E[S] - 10 million) / 10 million.
    const double expected = (nvidia.belief().mean().in(million_chips)-10.0) / 10.0;
    const auto& exceeds = hw::get<"exceeds">(told);
    CHECK_THAT(exceeds.mean(), WithinAbs(expected, 4.0 * hw::sqrt(expected * (1.0 - expected) / 16'384.0)));
    CHECK(hw::get<"rest">(told).probability_below(0.0 * chip) == exceeds.mean());
    CHECK(hw::get<"rest">(told).quantile(0.05) < -1.0 * million_chips);
}

}  // namespace
