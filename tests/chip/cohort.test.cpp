// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/cohort.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr auto start = hw::date(2025y / 1 / 1);
constexpr hw::generation big{.name = "big", .launch = start, .performance = 4.5 * pflops};

// A cohort is bought at once unless it says otherwise.
static_assert(!hw::chip_cohort<double>{}.steady && hw::chip_cohort<double>{}.source == hw::chip_source::bought);

// Each maker says how the chips came, and keeps amount and dates.
constexpr auto at_once = hw::bought(big, 100.0 * chip, start);
static_assert(at_once.source == hw::chip_source::bought && !at_once.steady && at_once.amount == (100.0 * chip).base_value());
static_assert(at_once.from == start && at_once.until.is_never() && at_once.generation.name == "big");
constexpr auto steady = hw::bought(big, 100.0 * chip / year, start, start + 3.0 * year);
static_assert(steady.source == hw::chip_source::bought && steady.steady && steady.amount == (100.0 * chip / year).base_value());
static_assert(steady.from == start && steady.until == start + 3.0 * year);
static_assert(hw::leaked(big, 7.0 * chip, start).source == hw::chip_source::leaked && !hw::leaked(big, 7.0 * chip, start).steady);
static_assert(hw::leaked(big, 7.0 * chip / year, start, hw::date::never()).steady);
constexpr auto hired = hw::rented(big, 50.0 * chip, start, start + year);
static_assert(hired.source == hw::chip_source::rented && !hired.steady && hired.until == start + year);
static_assert(hired.amount == (50.0 * chip).base_value());

TEST_CASE("amount and dates of a cohort may be uncertain") {
    const auto x = hw::batch::generate([](int i) { return 0.5 + i; });
    const auto unsure = hw::rented(big, x * chip, start + x * year, start + 100.0 * year);
    const auto wide = at_once.in_number_type<hw::batch>();
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(hw::value_at(unsure.amount, i) == ((0.5 + i) * chip).base_value());
        CHECK(hw::value_at(unsure.from.seconds_since_1970(), i) == (start + (0.5 + i) * year).seconds_since_1970());
        CHECK(hw::value_at(wide.amount, i) == at_once.amount);
    }
}

TEST_CASE("a cohort that makes no sense is refused, and the generation is named") {
    CHECK_THROWS_MATCHES(hw::bought(big, -1.0 * chip, start), std::domain_error,
                         Message("bought: number of chips must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::leaked(big, -1.0 * chip / second, start, start + year), std::domain_error,
                         Message("leaked: chips per second must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::bought(big, chip, hw::date::never()), std::domain_error,
                         Message("bought: date must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::rented(big, chip, start, start), std::domain_error,
                         Message("rented: the inflow of big must end after it starts, got 2025-01-01 to 2025-01-01"));
    CHECK_THROWS_MATCHES(hw::bought(hw::generation{.name = "none"}, chip, start), std::domain_error,
                         Message("bought: generation none states no performance; give it one"));
}

}  // namespace
