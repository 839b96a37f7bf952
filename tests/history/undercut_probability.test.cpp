// SPDX-License-Identifier: BSL-1.0
#include <headway/history/undercut_probability.hpp>

#include "../catch.hpp"

#include <stdexcept>

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr date start(2013y / 1 / 1);
constexpr moving_average average(0.63);
constexpr random_walk solar(start, 3.0 * usd, year, {-0.10, 0.15, 33, average});
constexpr random_walk coal(start, 1.0 * usd, year, {0.0, 0.10, 33, average});

static_assert(undercut_probability(solar, coal, start) == 0.0 && undercut_probability(coal, solar, start) == 1.0);

}  // namespace

TEST_CASE("published odds that solar undercuts coal, even after eleven years") {
    // 1/2 erfc(-z/√2) by mpmath, from the published parameters.
    CHECK_THAT(undercut_probability(solar, coal, start + 5.0 * year), WithinAbs(0.145534959, 5e-10));
    CHECK_THAT(undercut_probability(solar, coal, start + 11.0 * year), WithinAbs(0.500595502, 5e-10));
    CHECK_THAT(undercut_probability(solar, coal, start + 20.0 * year), WithinAbs(0.741900789, 5e-10));
}

TEST_CASE("one undercuts the other, or the other it") {
    for (const double years : {0.3, 1.0, 7.5, 40.0}) {
        const date when = start + years * year;
        CHECK_THAT(undercut_probability(solar, coal, when) + undercut_probability(coal, solar, when),
                   WithinRel(1.0, 1e-15));
    }
}

TEST_CASE("walks whose last observations lie at different dates meet on the date asked for") {
    const random_walk later(start + 2.0 * year, headway::exp(-0.2) * 3.0 * usd, year, {-0.10, 0.0, 33, average});
    const random_walk earlier(start, 3.0 * usd, year, {-0.10, 0.0, 33, average});
    const random_walk steady(start, 1.0 * usd, year, {0.0, 0.2, 33, average});
    const date when = start + 9.0 * year;
    CHECK_THAT(undercut_probability(later, steady, when),
               WithinRel(undercut_probability(earlier, steady, when), 1e-12));
}

TEST_CASE("without noise it is certain, or a toss between equals") {
    const random_walk cheap(start, 1.0, year, {0.0, 0.0, 5, independent_increments});
    const random_walk dear(start, 2.0, year, {0.0, 0.0, 5, independent_increments});
    CHECK(undercut_probability(cheap, dear, start + year) == 1.0);
    CHECK(undercut_probability(dear, cheap, start + year) == 0.0);
    CHECK(undercut_probability(cheap, cheap, start + year) == 0.5);
}

TEST_CASE("dates before an observation are refused") {
    CHECK_THROWS_AS(undercut_probability(solar, coal, start - 1.0 * day), std::domain_error);
    CHECK_THROWS_AS(undercut_probability(solar, coal, date::never()), std::domain_error);
}
