// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/retirement.hpp>

#include "catch.hpp"
#include "fleet.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto hazard = hw::retires_at_hazard(0.2 / year);
constexpr auto fixed = hw::retires_after(2.5 * year);
constexpr auto logistic = hw::retires_around(5.0 * year, 0.5 * year);
constexpr auto wide = hw::retires_around(5.0 * year, 3.0 * year);
constexpr auto own = hw::survives_as([](const auto& age) { return hw::exp(-(age / (5.0 * year))); });

static_assert(hw::survival_curve<decltype(hazard)> && hw::survival_curve<decltype(fixed)>);
static_assert(hw::survival_curve<decltype(logistic)> && hw::survival_curve<decltype(own)>);

static_assert(hazard.surviving(0.0 * year) == 1.0 && hazard.served(0.0 * year) == 0.0 * year);
static_assert(close(hazard.surviving(1.0 * year), hw::exp(-0.2)));
static_assert(close(hazard.served(3.0 * year).in(year), reference::hazard_served_3));
static_assert(close(hazard.served(500.0 * year).in(year), 5.0));  // in the end one over the hazard
static_assert(hw::retires_at_hazard(0.0 / year).served(7.0 * year) == 7.0 * year);

static_assert(close(hw::retires_share_per_year(0.2).surviving(1.0 * year), 0.8));
static_assert(close(hw::retires_share_per_year(20.0 * percent).surviving(3.0 * year), 0.512));
static_assert(close(hw::retires_share_per_year(0.2).hazard().in(1.0 / year), reference::share_20_as_hazard));

static_assert(fixed.surviving(2.4 * year) == 1.0 && fixed.surviving(2.5 * year) == 0.0);
static_assert(fixed.served(2.0 * year) == 2.0 * year && fixed.served(9.0 * year) == 2.5 * year);

static_assert(close(logistic.surviving(0.0 * year), 1.0));
static_assert(close(logistic.surviving(5.0 * year), 0.5));
static_assert(close(logistic.surviving(4.0 * year), reference::logistic_surviving_4));
static_assert(close(logistic.surviving(6.0 * year), reference::logistic_surviving_6));
static_assert(close(logistic.served(4.0 * year).in(year), reference::logistic_served_4));
static_assert(close(logistic.served(9.0 * year).in(year), reference::logistic_served_9));
static_assert(close(wide.surviving(0.0 * year), 1.0) && close(wide.surviving(5.0 * year), 0.5));
static_assert(close(wide.surviving(2.0 * year), reference::wide_surviving_2));
static_assert(close(wide.served(8.0 * year).in(year), reference::wide_served_8));
// A spread that is tiny beside the median does not overflow.
constexpr auto sharp = hw::retires_around(5.0 * year, 1.0 * minute);
static_assert(sharp.surviving(4.9 * year) == 1.0 && sharp.surviving(5.1 * year) < 1e-100);
static_assert(close(sharp.served(9.0 * year).in(year), 5.0, 1e-9));

static_assert(close(own.surviving(5.0 * year), hw::exp(-1.0)));

template <class Curve>
void check_curve(const Curve& curve) {
    double left = 1.0;
    for (int quarters = 0; quarters <= 60; ++quarters) {
        const auto age = 0.25 * quarters * year;
        const double now = curve.surviving(age);
        CHECK(now <= left + 1e-15);
        CHECK(now >= 0.0);
        left = now;
        // What is served is the integral of what survives.
        double sum = 0.0;
        const int steps = 400;
        for (int i = 0; i < steps; ++i) sum += curve.surviving((i + 0.5) / steps * age);
        CHECK(hw::abs(curve.served(age).in(year)-sum / steps * age.in(year)) < 0.02);
    }
}

TEST_CASE("survival starts at one and never rises, and what is served is its integral") {
    check_curve(hazard);
    check_curve(hw::retires_share_per_year(0.35));
    check_curve(fixed);
    check_curve(logistic);
    check_curve(wide);
    check_curve(own);
}

TEST_CASE("a curve of one's own is integrated to what the closed form gives") {
    for (const double years : {0.1, 1.0, 5.0, 20.0}) {
        CHECK_THAT(own.served(years * year).in(year), WithinRel(hazard.served(years * year).in(year), 1e-12));
    }
}

TEST_CASE("every argument of a survival curve counts") {
    const auto age = 3.0 * year;
    CHECK(hw::retires_at_hazard(0.3 / year).surviving(age) < hazard.surviving(age));
    CHECK(hw::retires_at_hazard(0.3 / year).served(age) < hazard.served(age));
    CHECK(hw::retires_share_per_year(0.3).surviving(age) < hw::retires_share_per_year(0.2).surviving(age));
    CHECK(hw::retires_after(4.0 * year).surviving(age) > fixed.surviving(age));
    CHECK(hw::retires_after(std::chrono::years{4}).served(age) > fixed.served(age));
    CHECK(hw::retires_around(6.0 * year, 0.5 * year).surviving(age) > logistic.surviving(age));
    CHECK(hw::retires_around(5.0 * year, 1.0 * year).surviving(age) < logistic.surviving(age));
    CHECK(hw::retires_around(5.0 * year, 1.0 * year).served(age) < logistic.served(age));
    CHECK(own.surviving(2.0 * age) < own.surviving(age));
}

TEST_CASE("retirement, blocks of draws and derivatives agree with plain numbers") {
    const auto age = 3.3 * year;
    const auto both = [&](const auto& curve) { return curve.surviving(age) + curve.served(age).in(year); };
    check_number_types([&](const auto& x) { return both(hw::retires_at_hazard(x / year)); }, 0.05, 2.0);
    check_number_types([&](const auto& x) { return both(hw::retires_share_per_year(x)); }, 0.05, 0.9);
    check_number_types([&](const auto& x) { return hw::retires_after(x * year).served(age).in(year); }, 1.0, 3.2);
    check_number_types([&](const auto& x) { return both(hw::retires_around(x * year, 0.5 * year)); }, 1.0, 9.0);
    check_number_types([&](const auto& x) { return both(hw::retires_around(5.0 * year, x * year)); }, 0.1, 6.0);
    check_number_types([&](const auto& x) { return wide.surviving(x * year) + wide.served(x * year).in(year); }, 0.1,
                       15.0);
    check_number_types([&](const auto& x) { return own.surviving(x * year) + own.served(x * year).in(year); }, 0.1,
                       15.0, 1e-6, 1e-12);
}

TEST_CASE("a survival that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::retires_at_hazard(-1.0 / second), std::domain_error,
                         Message("retires_at_hazard: hazard per second must be >= 0, got -1"));
    for (const double share : {-0.1, 1.0, __builtin_nan("")}) {
        CHECK_THROWS_MATCHES(hw::retires_share_per_year(share), std::domain_error,
                             Message("retires_share_per_year: share must be at least 0 and below 1, got " +
                                     hw::detail::number_text(share)));
    }
    CHECK_THROWS_MATCHES(hw::retires_after(0.0 * year), std::domain_error,
                         Message("retires_after: lifetime in seconds must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::retires_around(-1.0 * second, second), std::domain_error,
                         Message("retires_around: median lifetime in seconds must be > 0, got -1"));
    CHECK_THROWS_MATCHES(hw::retires_around(year, 0.0 * second), std::domain_error,
                         Message("retires_around: spread in seconds must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::retires_around(year, 2.0 * year), std::domain_error,
                         Message("retires_around: median lifetime over spread must be above ln 2, got 0.5"));
}

TEST_CASE("retirement: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::retires_share_per_year(x); }, {0.0, 0.9999999}, {1.0, -1e-9, nan});
    check_refusals([&](const auto& x) { return hw::retires_at_hazard(x / second); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::retires_after(x * second); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::retires_around(x * year, 1.0 * year); }, {0.6931472, 2.0}, {0.6931471, 0.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::retires_around(1.0 * year, x * year); }, {1.442695, 0.5}, {1.4426951, 0.0, nan, inf});
}

TEST_CASE("a chip is gone on the date of its purchase plus its lifetime, and not a millisecond before") {
    for (int i = 0; i < 3000; ++i) {
        const hw::date bought = start_date - 9.0 * year + (i % 997) * 5.3 * day;
        const auto lifetime = (0.1 + 0.7 * (i % 13)) * year;
        const auto curve = hw::retires_after(lifetime);
        REQUIRE(curve.surviving((bought + lifetime) - bought) == 0.0);
        REQUIRE(curve.surviving((bought + lifetime - 1e-3 * second) - bought) == 1.0);
    }
    CHECK(hw::retires_after(1e-9 * second).surviving(0.0 * second) == 1.0);
    const auto years = hw::batch::generate([](int i) { return 0.1 * (i + 1); });
    const auto block = hw::retires_after(years * year);
    const hw::date start = start_date;
    const auto left = block.surviving((start + years * year) - start);
    for (int i = 0; i < hw::batch::size; ++i) CHECK(hw::value_at(left, i) == 0.0);
}

}  // namespace
