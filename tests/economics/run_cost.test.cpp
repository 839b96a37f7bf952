// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/run_cost.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"
#include "training_cost.hpp"

#include <headway/figures/published.hpp>
#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>

namespace hw = headway;
namespace published = headway::figures::published;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

// The reference run of Cottier et al., from their figures.
constexpr auto size = published::run_chips.value * published::run_duration.value;
constexpr auto kappa = hw::grows_by_ooms(published::hardware_price_performance_ooms.value, year);
constexpr auto chips = hw::chip_cost(size, published::run_chip_price.value, kappa);
constexpr auto interconnect = hw::interconnect_cost(chips, published::run_interconnect_share.value);
constexpr auto power = hw::average_power(published::run_chip_power.value, published::run_server_power_factor.value,
                                         published::run_load.value);
constexpr auto energy = hw::energy_cost(size, power, published::run_pue.value, published::run_electricity_price.value);

static_assert(close(chips.in(usd), reference::run_chips_usd));
static_assert(close(interconnect.in(usd), reference::run_interconnect_usd));
static_assert(close(energy.in(usd), reference::run_energy_usd));
static_assert(close((chips + interconnect + energy).in(usd), reference::run_usd));
// As published: about 125.2 million USD, of which 97.70, 22.92 and 4.58.
static_assert(close((chips + interconnect + energy).in(million_usd), 125.2, 1e-3));
static_assert(hw::abs(chips.in(million_usd) - 97.70) < 0.005);
static_assert(hw::abs(interconnect.in(million_usd) - 22.92) < 0.005);
static_assert(hw::abs(energy.in(million_usd) - 4.58) < 0.005);
// The stated share is one of the cluster's capital, chips and interconnect together.
static_assert(close(interconnect / (chips + interconnect), 0.19));

static_assert(close(power.in(watt / chip), 700.0 * 1.8214 * 0.75));
static_assert(hw::average_power(700.0 * watt / chip, 1.8214, 75.0 * percent) == power);
static_assert(hw::interconnect_cost(chips, 0) == 0.0 * usd);
static_assert(close(hw::interconnect_cost(81.0 * usd, 19.0 * percent).in(usd), 19.0));
static_assert(hw::chip_cost(0.0 * chip * hour, 49'200.0 * usd / chip, kappa) == 0.0 * usd);
static_assert(close(hw::energy_cost(1000.0 * chip * hour, kilowatt / chip, 1, usd / kilowatt_hour).in(usd), 1000.0));

TEST_CASE("every argument of the run's cost counts, and in proportion where it should") {
    const auto price = published::run_chip_price.value;
    const auto tariff = published::run_electricity_price.value;
    const auto within = [](hw::quantity<hw::dim::money> cost) {
        return Catch::Matchers::WithinRel(cost.in(usd), 1e-14);
    };
    for (const double factor : {0.5, 1.25, 3.0}) {
        CHECK_THAT(hw::chip_cost(factor * size, price, kappa).in(usd), within(factor * chips));
        CHECK_THAT(hw::chip_cost(size, factor * price, kappa).in(usd), within(factor * chips));
        CHECK_THAT(hw::chip_cost(size, price, hw::pow(kappa, factor)).in(usd), within(factor * chips));
        CHECK_THAT(hw::interconnect_cost(factor * chips, 0.19).in(usd), within(factor * interconnect));
        CHECK_THAT(hw::energy_cost(factor * size, power, 1.1, tariff).in(usd), within(factor * energy));
        CHECK_THAT(hw::energy_cost(size, factor * power, 1.1, tariff).in(usd), within(factor * energy));
        CHECK_THAT(hw::energy_cost(size, power, 1.1, factor * tariff).in(usd), within(factor * energy));
        CHECK_THAT(hw::average_power(factor * 700.0 * watt / chip, 1.8214, 0.75).in(watt / chip),
                   Catch::Matchers::WithinRel(factor * power.in(watt / chip), 1e-14));
        CHECK_THAT(hw::average_power(700.0 * watt / chip, factor * 1.8214, 0.75).in(watt / chip),
                   Catch::Matchers::WithinRel(factor * power.in(watt / chip), 1e-14));
        CHECK_THAT(hw::average_power(700.0 * watt / chip, 1.8214, factor * 0.75).in(watt / chip),
                   Catch::Matchers::WithinRel(factor * power.in(watt / chip), 1e-14));
    }
    CHECK_THAT(hw::energy_cost(size, power, 2.2, tariff).in(usd), within(2.0 * energy));
    double before = -1.0;
    for (const double share : {0.0, 0.1, 0.19, 0.5, 0.99}) {
        const auto cost = hw::interconnect_cost(chips, share);
        CHECK(cost.in(usd) > before);
        CHECK_THAT(cost / (cost + chips), Catch::Matchers::WithinAbs(share, 1e-15));
        before = cost.in(usd);
    }
}

TEST_CASE("the run's cost does not depend on the units it is told in") {
    const auto in_days = 25.0 * thousand_chips * (90.0 * day);
    CHECK_THAT(hw::chip_cost(in_days, 49.2 * thousand_usd / chip, kappa).in(usd),
               Catch::Matchers::WithinRel(chips.in(usd), 1e-14));
    CHECK_THAT(hw::energy_cost(in_days, power, 1.1, 80.6 * usd / megawatt_hour).in(usd),
               Catch::Matchers::WithinRel(energy.in(usd), 1e-14));
}

TEST_CASE("derivatives of the run's cost are those of the formulas") {
    using dual = hw::dual<3>;
    const auto within = [](double x) { return Catch::Matchers::WithinRel(x, 1e-13); };
    const auto a = dual::variable(2.0, 0);
    const auto b = dual::variable(3.0, 1);
    const auto c = dual::variable(0.2, 2);

    const auto by_chips = hw::chip_cost(a * (chip * year), b * (usd / chip), hw::grows_continuously(c / year)).in(usd);
    CHECK_THAT(by_chips.value, within(1.2));
    CHECK_THAT(by_chips.gradient[0], within(0.6));
    CHECK_THAT(by_chips.gradient[1], within(0.4));
    CHECK_THAT(by_chips.gradient[2], within(6.0));

    const auto by_share = hw::interconnect_cost(a * usd, c).in(usd);
    CHECK_THAT(by_share.gradient[0], within(0.25));
    CHECK_THAT(by_share.gradient[2], within(2.0 / (0.8 * 0.8)));

    const auto watts = hw::average_power(a * (watt / chip), b, c).in(watt / chip);
    CHECK_THAT(watts.gradient[0], within(0.6));
    CHECK_THAT(watts.gradient[1], within(0.4));
    CHECK_THAT(watts.gradient[2], within(6.0));

    const auto bill = hw::energy_cost(a * (chip * hour), kilowatt / chip, b, c * (usd / kilowatt_hour)).in(usd);
    CHECK_THAT(bill.gradient[0], within(0.6));
    CHECK_THAT(bill.gradient[1], within(0.4));
    CHECK_THAT(bill.gradient[2], within(6.0));
    CHECK_THAT(hw::energy_cost(chip * hour, a * (kilowatt / chip), 1.5, usd / kilowatt_hour).in(usd).gradient[0],
               within(1.5));
}

TEST_CASE("each draw of a block gets the cost that it gets alone, to the last bit") {
    const auto at = [](int draw) { return 0.01 + 0.013 * draw; };
    const auto x = hw::batch::generate(at);
    const auto block_chips = hw::chip_cost(x * size, (1.0 + x) * (usd / chip), hw::grows_continuously(x / year));
    const auto block_share = hw::interconnect_cost(x * usd, x);
    const auto block_power = hw::average_power(x * (watt / chip), 1.0 + x, x);
    const auto block_energy = hw::energy_cost(x * size, block_power, 1.0 + x, x * (usd / kilowatt_hour));
    for (int i = 0; i < hw::batch::size; ++i) {
        const double y = at(i);
        const auto one_power = hw::average_power(y * (watt / chip), 1.0 + y, y);
        REQUIRE(block_chips.base_value().lane[i] ==
                hw::chip_cost(y * size, (1.0 + y) * (usd / chip), hw::grows_continuously(y / year)).base_value());
        REQUIRE(block_share.base_value().lane[i] == hw::interconnect_cost(y * usd, y).base_value());
        REQUIRE(block_power.base_value().lane[i] == one_power.base_value());
        REQUIRE(block_energy.base_value().lane[i] ==
                hw::energy_cost(y * size, one_power, 1.0 + y, y * (usd / kilowatt_hour)).base_value());
    }
}

TEST_CASE("a run that makes no sense is refused by name") {
    const double nan = __builtin_nan("");
    const auto price = 1.0 * usd / chip;
    const auto draw = 700.0 * watt / chip;
    const auto tariff = 0.1 * usd / kilowatt_hour;

    CHECK_THROWS_MATCHES(hw::chip_cost(-1.0 * chip * second, price, kappa), std::domain_error,
                         Message("chip_cost: size of the run in chip-seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::chip_cost(size, nan * price, kappa), std::domain_error,
                         Message("chip_cost: price per chip in USD must be >= 0, got nan"));
    CHECK_THROWS_MATCHES(hw::chip_cost(size, price, hw::grows_by_ooms(-1.0, year)), std::domain_error,
                         Message("chip_cost: price-performance must rise, got a yearly rate of -2.30259; make it with "
                                 "grows_by_ooms, doubles_every, ..."));
    CHECK_THROWS_MATCHES(hw::interconnect_cost(-1.0 * usd, 0.19), std::domain_error,
                         Message("interconnect_cost: cost of the chips in USD must be >= 0, got -1"));
    for (const double share : {-0.1, 1.0, 19.0, nan}) {
        CHECK_THROWS_MATCHES(hw::interconnect_cost(usd, share), std::domain_error,
                             Message("interconnect_cost: share of the cluster's capital must be at least 0 and below 1, "
                                     "got " + hw::detail::number_text(share)));
    }
    CHECK_THROWS_MATCHES(hw::average_power(-1.0 * draw, 1.8, 0.75), std::domain_error,
                         Message("average_power: rated power per chip in watts must be >= 0, got -700"));
    CHECK_THROWS_MATCHES(hw::average_power(draw, -1.8, 0.75), std::domain_error,
                         Message("average_power: server overhead (a factor, 1 for none) must be >= 0, got -1.8"));
    CHECK_THROWS_MATCHES(hw::average_power(draw, 1.8, -0.75), std::domain_error,
                         Message("average_power: load (a share) must be >= 0, got -0.75"));
    CHECK_THROWS_MATCHES(hw::energy_cost(-1.0 * chip * second, draw, 1.1, tariff), std::domain_error,
                         Message("energy_cost: size of the run in chip-seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::energy_cost(size, -1.0 * draw, 1.1, tariff), std::domain_error,
                         Message("energy_cost: average power per chip in watts must be >= 0, got -700"));
    for (const double pue : {0.9, -1.1, nan}) {
        CHECK_THROWS_MATCHES(hw::energy_cost(size, draw, pue, tariff), std::domain_error,
                             Message("energy_cost: power usage effectiveness must be a finite number, at least 1, got " +
                                     hw::detail::number_text(pue)));
    }
    CHECK_THROWS_MATCHES(hw::energy_cost(size, draw, 1.1, -1.0 * usd / joule), std::domain_error,
                         Message("energy_cost: tariff in USD per joule must be >= 0, got -1"));
}

TEST_CASE("a block of runs with one bad draw is refused and the message has that draw") {
    const auto one_bad = [](double bad) {
        return hw::batch::generate([bad](int i) { return i == 5 ? bad : i == 0 ? 0.5 : 0.25; });
    };
    CHECK_THROWS_MATCHES(hw::chip_cost(size, 1.0 * usd / chip, hw::grows_by_ooms(one_bad(-1.0), year)), std::domain_error,
                         Message("chip_cost: price-performance must rise, got a yearly rate of -2.30259; make it with "
                                 "grows_by_ooms, doubles_every, ..."));
    CHECK_THROWS_MATCHES(hw::interconnect_cost(usd, one_bad(1.5)), std::domain_error,
                         Message("interconnect_cost: share of the cluster's capital must be at least 0 and below 1, got 1.5"));
    CHECK_THROWS_MATCHES(hw::energy_cost(size, watt / chip, 1.0 + one_bad(-0.5), usd / joule), std::domain_error,
                         Message("energy_cost: power usage effectiveness must be a finite number, at least 1, got 0.5"));
}

TEST_CASE("run_cost: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::interconnect_cost(usd, x); }, {0.0, 0.9999999}, {1.0, -1e-9, nan});
    check_refusals([&](const auto& x) { return hw::energy_cost(1.0 * chip * hour, 1.0 * watt / chip, x, 0.1 * usd / kilowatt_hour); }, {1.0, 2.0}, {0.9999999, nan, inf});
    check_refusals([&](const auto& x) { return hw::chip_cost(1.0 * chip * hour, 1.0 * usd / chip, hw::basic_growth<std::remove_cvref_t<decltype(x)>>::from_rate_per_second(x)); }, {1e-12, 1.0}, {0.0, -1e-12, nan, inf});
    check_refusals([&](const auto& x) { return hw::average_power(1.0 * watt / chip, 1.0, x); }, {0.0, 1.0}, {-1e-9, nan, inf});
}

}  // namespace
