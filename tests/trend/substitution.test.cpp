// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/substitution.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto share = hw::substitution(start_date, 0.1, hw::doubles_every(1.0 * year));
constexpr auto losing = hw::substitution(start_date, 0.6, hw::halves_every(1.0 * year));
constexpr auto flat = hw::substitution(start_date, 0.25, hw::growth());

static_assert(hw::trend_of<decltype(share), double>);
static_assert(hw::abs(share(start_date) - 0.1) < 1e-16);
static_assert(hw::substitution(start_date, 10.0 * percent, hw::doubles_every(1.0 * year))(2030y / 1 / 1) == share(2030y / 1 / 1));
static_assert(share.start() == start_date && share.growth_of_the_ratio() == hw::doubles_every(1.0 * year));
// From the start on.
static_assert(share.reaches(0.1) == start_date);
static_assert(share.reaches(0.05).is_never());
static_assert(losing.reaches(0.7).is_never());
static_assert(!losing.reaches(0.5).is_never());
static_assert(flat.reaches(0.3).is_never());
static_assert(flat.reaches(0.25) == start_date);
static_assert(share.reaches(0.0).is_never() && share.reaches(1.0).is_never() && share.reaches(7.0).is_never());
// In both directions.
static_assert(share.date_of(0.05) < start_date);
static_assert(hw::abs(share(share.midpoint()) - 0.5) < 1e-15);
static_assert(flat.midpoint().is_never());

TEST_CASE("substitution: golden values") {
    for (const auto& [t, expected] : reference::trend::substitution) {
        CHECK_THAT(share(after_years(t)), WithinRel(expected, 1e-14));
    }
}

TEST_CASE("substitution: the ratio of shares grows exponentially") {
    for (int i = -40; i < 40; ++i) {
        const auto when = start_date + 0.1 * i * year;
        const auto ratio = [](double s) { return s / (1.0 - s); };
        CHECK_THAT(ratio(share(when + 1.0 * year)) / ratio(share(when)), WithinRel(2.0, 1e-13));
        CHECK(share(when) < share(when + 0.1 * year));
        CHECK(losing(when) > losing(when + 0.1 * year));
        CHECK(hw::abs(share.date_of(share(when)) - when) < 1e-5 * second);
        CHECK(hw::abs(losing.date_of(losing(when)) - when) < 1e-5 * second);
    }
}

TEST_CASE("substitution: every number type gives the same") {
    check_number_types(
        [](auto f) { return hw::substitution(start_date, 0.1, hw::grows_by_factor(f, year))(after_years(2.5)); }, 0.5, 4.0);
    check_number_types(
        [](auto s) { return hw::substitution(start_date, s, hw::doubles_every(1.0 * year))(after_years(2.5)); }, 0.1, 0.9);
    check_number_types([](auto s) { return share.date_of(s).seconds_since_1970(); }, 0.2, 0.8, 1e-5);
}

TEST_CASE("substitution: bad input") {
    for (const double s : {0.0, 1.0, -0.1, 1.1}) {
        CHECK_THROWS_WITH(hw::substitution(start_date, s, hw::growth()),
                          "substitution: share must be above 0 and below 1, got " + hw::detail::number_text(s));
    }
    CHECK_THROWS_AS(hw::substitution(start_date, __builtin_nan(""), hw::growth()), std::domain_error);
    for (const double bad : {0.0, 1.0, -0.5, 1.5}) {
        const auto one_bad = hw::batch::generate([bad](int i) { return i == 40 ? bad : 0.5; });
        CHECK_THROWS_WITH(hw::substitution(start_date, one_bad, hw::growth()),
                          "substitution: share must be above 0 and below 1, got " + hw::detail::number_text(bad));
    }
    CHECK_THROWS_WITH(hw::substitution(hw::date::never(), 0.5, hw::growth()),
                      "substitution: at must be a date in the calendar, got never");
}

TEST_CASE("substitution: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::substitution(start_date, x, hw::grows_by_factor(2.0, year)); }, {1e-9, 0.999999}, {0.0, 1.0, -0.1, 1.1, nan});
    check_refusals([&](const auto& x) { return hw::substitution(start_date, 0.5, hw::grows_by_factor(2.0, year)).reaches(x); }, {0.0, 7.0}, {nan, inf});
}

}  // namespace
