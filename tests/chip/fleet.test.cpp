// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/fleet.hpp>

#include "catch.hpp"
#include "fleet.hpp"
#include "trend/number_types.hpp"

#include <headway/chip/fleet_flow.hpp>
#include <headway/chip/share_of_world.hpp>
#include <headway/figures/published.hpp>

#include <vector>

namespace hw = headway;
namespace published = headway::figures::published;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto start = hw::date(2025y / 1 / 1);
constexpr hw::generation big{
    .name = "big", .launch = start, .performance = 4.5 * pflops, .power = 1'000.0 * watt / chip};
constexpr hw::generation small{
    .name = "small", .launch = start, .performance = 1.5 * pflops, .power = 400.0 * watt / chip};
constexpr auto lasting = hw::retires_after(100.0 * year);
constexpr auto hazard = hw::retires_at_hazard(0.2 / year);

// 4 million chips of 4.5 PFLOP/s are 18 ZFLOP/s.
constexpr auto millions = hw::fleet(lasting, hw::bought(big, 4.0 * million_chips, start));
static_assert(close(millions.performance(start).in(zettaflop / second), 18.0));
static_assert(millions.chips(start) == 4.0 * million_chips && millions.chips(start - day) == 0.0 * chip);
static_assert(close(millions.equivalents(start, small).in(million_chips), 12.0));
static_assert(close(millions.power(start).in(gigawatt), 4.0));

// 100 a year, a share of 20 % retired each: counted right after the purchases of each year.
constexpr auto five_years =
    hw::fleet(hw::retires_share_per_year(0.2), hw::bought(big, 100.0 * chip, start),
              hw::bought(big, 100.0 * chip, start + 1.0 * year), hw::bought(big, 100.0 * chip, start + 2.0 * year),
              hw::bought(big, 100.0 * chip, start + 3.0 * year), hw::bought(big, 100.0 * chip, start + 4.0 * year));
static_assert(five_years.chips(start) == 100.0 * chip);
static_assert(close(five_years.chips(start + 1.0 * year).in(chip), 180.0));
static_assert(close(five_years.chips(start + 2.0 * year).in(chip), 244.0));
static_assert(close(five_years.chips(start + 3.0 * year).in(chip), 295.2));
static_assert(close(five_years.chips(start + 4.0 * year).in(chip), 336.16));

// 100 a year for 3 years, and 1000 at once after one.
template <class Survival>
constexpr double hash_combine(const Survival& survival) {
    return hw::fleet(survival, hw::bought(big, 100.0 * chip / year, start, start + 3.0 * year),
                     hw::leaked(small, 1000.0 * chip, start + 1.0 * year))
        .chips(start + 4.0 * year)
        .in(chip);
}
static_assert(close(hash_combine(hazard), reference::inflow_hazard));
static_assert(close(hash_combine(hw::retires_around(5.0 * year, 0.5 * year)), reference::inflow_logistic));
static_assert(close(hash_combine(hw::retires_after(2.5 * year)), reference::inflow_fixed));

// A steady inflow without end comes near to inflow over hazard.
constexpr auto stream = hw::fleet(hazard, hw::bought(big, 100.0 * chip / year, start, hw::date::never()));
static_assert(close(stream.chips(start + 300.0 * year).in(chip), 500.0));
static_assert(close(stream.chips(start + 3.0 * year).in(chip),
                    hw::fleet_fed_by(100.0 * chip / year, hazard, start, 0.0 * chip)(start + 3.0 * year).in(chip)));

// Rented chips leave at the end of the rental; those bought stay.
constexpr auto both =
    hw::fleet(hazard, hw::bought(small, 100.0 * chip, start), hw::rented(big, 50.0 * chip, start, start + year));
static_assert(both.chips(start) == 150.0 * chip);
static_assert(close(both.chips(start + 0.5 * year).in(chip), 50.0 + 100.0 * hw::exp(-0.1)));
static_assert(close(both.chips(start + year).in(chip), 100.0 * hw::exp(-0.2)));
static_assert(both.chips(start, hw::chip_source::rented) == 50.0 * chip);
static_assert(both.chips(start + year, hw::chip_source::rented) == 0.0 * chip);
static_assert(both.chips_of("small", start) == 100.0 * chip && both.chips_of("big", start) == 50.0 * chip);

// Leakage.
constexpr auto leaky = hw::fleet(lasting, hw::bought(small, 300.0 * chip, start),
                                 hw::leaked(big, 50.0 * chip / year, start, start + 2.0 * year));
static_assert(close(leaky.chips(start + 2.0 * year, hw::chip_source::leaked).in(chip), 100.0));
static_assert(close(leaky.performance(start + 5.0 * year, hw::chip_source::leaked).in(petaflop / second), 450.0));
static_assert(close(leaky.performance(start + 5.0 * year).in(petaflop / second), 900.0));

// Chips that infer only do not train.
constexpr hw::generation server{.name = "server", .launch = start, .performance = 3.0 * pflops, .trains = false};
constexpr auto mixed_work =
    hw::fleet(lasting, hw::bought(small, 10.0 * chip, start), hw::bought(server, 10.0 * chip, start));
static_assert(mixed_work.chips(start, hw::workload::training) == 10.0 * chip);
static_assert(mixed_work.chips(start, hw::workload::inference) == 20.0 * chip);
static_assert(mixed_work.performance(start, hw::workload::training) == 15.0 * petaflop / second);
static_assert(mixed_work.equivalents(start, server, hw::workload::training) == 5.0 * chip);
static_assert(mixed_work.equivalents(start, server) == 15.0 * chip);

static_assert(hw::share_of_world(millions.performance(start), 36.0 * zettaflop / second) > 0.4999);

TEST_CASE("what a fleet amounts to does not depend on the chip it is counted in, nor on how cohorts are split") {
    const auto when = start + 3.0 * year;
    const auto one =
        hw::fleet(hazard, hw::bought(big, 90.0 * chip, start), hw::bought(small, 70.0 * chip, start + year));
    CHECK_THAT(one.equivalents(when, big).in(chip)*3.0, WithinRel(one.equivalents(when, small).in(chip), 1e-14));
    const auto split = hw::fleet(hazard, hw::bought(big, 40.0 * chip, start), hw::bought(big, 50.0 * chip, start),
                                 hw::bought(small, 70.0 * chip, start + year));
    CHECK_THAT(split.performance(when).in(petaflop / second),
               WithinRel(one.performance(when).in(petaflop / second), 1e-14));
    CHECK_THAT((one.chips_of("big", when) + one.chips_of("small", when)).in(chip),
               WithinRel(one.chips(when).in(chip), 1e-14));
    // Many small purchases are a steady inflow.
    std::vector<hw::chip_cohort<double>> monthly;
    for (int i = 0; i < 36'000; ++i) monthly.push_back(hw::bought(big, 0.1 * chip, start + (i + 0.5) / 1000.0 * month));
    const auto steady = hw::fleet(hazard, hw::bought(big, 100.0 * chip / month, start, start + 36.0 * month));
    CHECK_THAT(hw::fleet(hazard, monthly).chips(when).in(chip), WithinRel(steady.chips(when).in(chip), 1e-6));
}

TEST_CASE("a purchase without an end and chips that retire leave, at never, what a year brings times the years they last") {
    const auto endless = hw::fleet(hw::retires_after(2.0 * year),
                                   hw::bought(big, 100.0 * chip / year, start, hw::date::never()));
    CHECK(hw::date::never() > start + 1000.0 * year);
    CHECK_THAT(endless.chips(start + 1000.0 * year).in(chip), WithinRel(200.0, 1e-9));
    CHECK_THAT(endless.chips(hw::date::never()).in(chip), WithinRel(200.0, 1e-12));
}

TEST_CASE("fleet, every argument counts") {
    const auto when = start + 2.5 * year;
    const auto chips = [&](const auto& cohort) { return hw::fleet(hazard, cohort).chips(when); };
    CHECK(chips(hw::bought(big, 2.0 * chip, start)) > chips(hw::bought(big, 1.0 * chip, start)));
    CHECK(chips(hw::bought(big, 1.0 * chip, start + year)) > chips(hw::bought(big, 1.0 * chip, start)));
    CHECK(chips(hw::bought(big, 2.0 * chip / year, start, start + year)) >
          chips(hw::bought(big, 1.0 * chip / year, start, start + year)));
    CHECK(chips(hw::bought(big, 1.0 * chip / year, start, start + 2.0 * year)) >
          chips(hw::bought(big, 1.0 * chip / year, start, start + year)));
    CHECK(chips(hw::leaked(big, 1.0 * chip / year, start + month, start + year)) <
          chips(hw::leaked(big, 1.0 * chip / year, start, start + year)));
    CHECK(chips(hw::leaked(big, 2.0 * chip, start)) > chips(hw::leaked(big, 1.0 * chip, start)));
    CHECK(chips(hw::rented(big, 2.0 * chip, start, hw::date::never())) == 2.0 * chip);
    CHECK(chips(hw::rented(big, 2.0 * chip, start, start + 3.0 * year)) >
          chips(hw::rented(big, 2.0 * chip, start, start + year)));
    CHECK(chips(hw::rented(big, 2.0 * chip, start + 2.6 * year, start + 3.0 * year)) == 0.0 * chip);
    CHECK(hw::fleet(hazard, hw::bought(big, chip, start)).performance(when) >
          hw::fleet(hazard, hw::bought(small, chip, start)).performance(when));
    CHECK(hw::fleet(hazard, hw::bought(big, chip, start)).power(when) >
          hw::fleet(hazard, hw::bought(small, chip, start)).power(when));
    CHECK(stream.equivalents(when, small) > stream.equivalents(when, big));
    CHECK(stream.chips(when) > stream.chips(start));
}

TEST_CASE("fleet, blocks of draws and derivatives agree with plain numbers") {
    const auto when = start + 2.5 * year;
    const auto all = [&](const auto& cohort) {
        return hw::fleet(hazard, cohort).performance(when).in(petaflop / second);
    };
    check_number_types([&](const auto& x) { return all(hw::bought(big, x * chip, start)); }, 1.0, 9.0);
    check_number_types([&](const auto& x) { return all(hw::bought(big.with_performance(x * pflops), chip, start)); },
                       1.0, 9.0);
    check_number_types([&](const auto& x) { return all(hw::leaked(big, x * chip / year, start, hw::date::never())); },
                       1.0, 9.0);
    check_number_types([&](const auto& x) { return all(hw::leaked(big, chip / year, start, start + x * year)); }, 0.1,
                       2.4);
    check_number_types([&](const auto& x) { return all(hw::bought(big, chip, start + x * year)); }, 0.1, 2.4, 1e-5);
    check_number_types([&](const auto& x) { return all(hw::rented(big, x * chip, start, hw::date::never())); }, 1.0,
                       9.0);
    check_number_types(
        [&](const auto& x) {
            return hw::fleet(hw::retires_around(x * year, 0.3 * year),
                             hw::bought(big, 100.0 * chip / year, start, start + year),
                             hw::bought(small, 9.0 * chip, start))
                .equivalents(when, small)
                .in(chip);
        },
        1.0, 5.0);
    check_number_types([&](const auto& x) { return stream.chips(start + x * year).in(chip); }, 0.1, 9.0);
    check_number_types(
        [&](const auto& x) {
            return hw::fleet(hazard, hw::bought(big.with_power(x * watt / chip), chip, start)).power(when).in(watt);
        },
        1.0, 9.0);
}

TEST_CASE("a fleet that makes no sense is refused, and the generation is named") {
    CHECK_THROWS_MATCHES(stream.equivalents(start, hw::generation{.name = "none"}), std::domain_error,
                         Message("equivalents: generation none states no performance; give it one"));
    CHECK_THROWS_MATCHES(stream.chips_of("none", start), std::domain_error,
                         Message("fleet: it has no chips of a generation none"));
    CHECK_THROWS_MATCHES(
        hw::fleet(hazard, hw::bought(hw::generation{.name = "dark", .performance = pflops}, chip, start)).power(start),
        std::domain_error, Message("power: generation dark states no power; give it one"));
}

}  // namespace
