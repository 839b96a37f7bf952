// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/bass.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/cumulative.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto adopted = hw::bass(start_date, 100.0 * million_chips, 0.03 / year, 0.38 / year);

static_assert(adopted(start_date) == 0.0 * chip);
static_assert(adopted(start_date - 1.0 * day) == 0.0 * chip);
static_assert(adopted.adoption_rate(start_date - 1.0 * day) == 0.0 * chip / year);
static_assert(adopted.launch() == start_date);
static_assert(adopted.market_size() == 100.0 * million_chips);
static_assert(adopted.reaches(0.0 * chip) == start_date);
static_assert(adopted.reaches(100.0 * million_chips).is_never());
static_assert(adopted.reaches(-1.0 * chip).is_never());
static_assert(adopted(start_date + 1e6 * year) == 100.0 * million_chips);
// Without imitation, or with less of it than innovation, most adopt at once.
static_assert(hw::bass(start_date, 1.0, 0.03 / year, 0.0 / year).peak() == start_date);
static_assert(hw::bass(start_date, 1.0, 0.03 / year, 0.02 / year).peak() == start_date);

TEST_CASE("bass: golden values") {
    for (const auto& [t, expected] : reference::trend::bass) {
        CHECK_THAT(adopted(after_years(t)).in(million_chips), WithinRel(expected, 1e-14));
    }
    for (const auto& [t, expected] : reference::trend::bass_rate) {
        CHECK_THAT(adopted.adoption_rate(after_years(t)).in(million_chips / year), WithinRel(expected, 1e-14));
    }
    CHECK_THAT((adopted.peak() - start_date).in(year), WithinRel(reference::trend::bass_peak, 1e-14));
}

TEST_CASE("bass: the peak is where most adopt") {
    const auto top = adopted.adoption_rate(adopted.peak());
    for (int i = -60; i <= 60; ++i) {
        if (i != 0) CHECK(adopted.adoption_rate(adopted.peak() + 0.1 * i * year) < top);
    }
}

TEST_CASE("bass: adoption per time adds up to the adopted") {
    const auto rate = hw::as_trend([](const auto& t) { return adopted.adoption_rate(t); });
    CHECK_THAT(hw::cumulative(rate, start_date, after_years(7.0)) / adopted(after_years(7.0)), WithinRel(1.0, 1e-11));
}

TEST_CASE("bass: rises, and reaches is the inverse") {
    for (int i = 0; i < 150; ++i) {
        const auto when = start_date + 0.1 * i * year;
        CHECK(adopted(when) < adopted(when + 0.1 * year));
        CHECK(hw::abs(adopted.reaches(adopted(when)) - when) < 1e-4 * second);
        CHECK(adopted.date_of(adopted(when)) == adopted.reaches(adopted(when)));
    }
}

TEST_CASE("bass: every number type gives the same") {
    check_number_types([](auto q) { return hw::bass(start_date, 2.0, 0.03 / year, q / year)(after_years(5.0)); }, 0.1, 1.0);
    check_number_types([](auto p) { return hw::bass(start_date, 2.0, p / year, 0.4 / year)(after_years(5.0)); }, 0.01, 0.5);
    check_number_types([](auto t) { return adopted(after_years(t)).in(chip); }, 0.5, 15.0);
    check_number_types([](auto t) { return adopted.adoption_rate(after_years(t)).in(chip / year); }, 0.5, 15.0);
    check_number_types([](auto m) { return adopted.reaches(m * million_chips).seconds_since_1970(); }, 10.0, 90.0, 1e-5);
    check_number_types(
        [](auto q) { return hw::bass(start_date, 2.0, 0.03 / year, q / year).peak().seconds_since_1970(); }, 0.1, 1.0, 1e-4);
}

TEST_CASE("bass: bad input") {
    CHECK_THROWS_WITH(hw::bass(start_date, 0.0, 0.03 / year, 0.4 / year), "bass: market size must be > 0, got 0");
    CHECK_THROWS_WITH(hw::bass(start_date, 1.0, 0.0 / year, 0.4 / year), "bass: innovation p per second must be > 0, got 0");
    CHECK_THROWS_WITH(hw::bass(start_date, 1.0, 0.03 / year, -1.0 / second),
                      "bass: imitation q per second must be >= 0, got -1");
    CHECK_THROWS_WITH(hw::bass(hw::date::never(), 1.0, 0.03 / year, 0.4 / year),
                      "bass: launch must be a date in the calendar, got never");
}

TEST_CASE("bass: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::bass(start_date, x, 0.03 / year, 0.4 / year); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::bass(start_date, 1.0, x / second, 0.4 / year); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::bass(start_date, 1.0, 0.03 / year, x / second); }, {0.0, 1.0}, {-1e-300, nan, inf});
}

}  // namespace
