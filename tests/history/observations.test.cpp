// SPDX-License-Identifier: BSL-1.0
#include <headway/history/observations.hpp>

#include "../catch.hpp"

#include <limits>

#include <headway/core/units.hpp>
#include <headway/trend/series.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();

TEST_CASE("observations of a quantity, of a plain number and of an integer") {
    const hw::observations costs(
        std::vector{hw::observation(2023y / 1 / 1, 3.0 * usd), hw::observation(hw::date::decimal(2024.5), 1.0 * usd)});
    static_assert(std::is_same_v<decltype(costs), const hw::observations<hw::quantity<hw::dim::money>>>);
    CHECK(costs.size() == 2);
    CHECK(costs[1].value == 1.0 * usd);
    CHECK(costs.front().when == hw::date(2023y / 1 / 1));

    const hw::observations plain{hw::observation(2023y / 1 / 1, 3), hw::observation(2024y / 1 / 1, 4)};
    static_assert(std::is_same_v<decltype(plain), const hw::observations<double>>);
    double sum = 0.0;
    for (const auto& row : plain) sum += row.value;
    CHECK(sum == 7.0);
    CHECK(hw::observations<double>().empty());
}

TEST_CASE("observations are sorted by date, and equal dates keep their order") {
    const hw::observations data{hw::observation(2025y / 1 / 1, 4.0), hw::observation(2023y / 1 / 1, 2.0),
                                hw::observation(2024y / 1 / 1, 3.0), hw::observation(2023y / 1 / 1, 1.0)};
    CHECK(data == hw::observations{hw::observation(2023y / 1 / 1, 2.0), hw::observation(2023y / 1 / 1, 1.0),
                                   hw::observation(2024y / 1 / 1, 3.0), hw::observation(2025y / 1 / 1, 4.0)});
    CHECK_FALSE(data == hw::observations{hw::observation(2023y / 1 / 1, 1.0), hw::observation(2023y / 1 / 1, 2.0),
                                         hw::observation(2024y / 1 / 1, 3.0), hw::observation(2025y / 1 / 1, 4.0)});
    CHECK(data.window(1, 2) ==
          hw::observations{hw::observation(2023y / 1 / 1, 1.0), hw::observation(2024y / 1 / 1, 3.0)});
    CHECK(data.window(4, 0).empty());
    CHECK_THROWS_MATCHES(data.window(3, 2), std::domain_error,
                         Message("observations::window: observations 3 to 5 (exclusive) asked of 4"));
    CHECK_NOTHROW(data.window(1, 3).require_distinct_dates("fit"));
    CHECK_THROWS_MATCHES(
        data.require_distinct_dates("fit"), std::domain_error,
        Message("fit: each date may be observed once, got two observations on 2023-01-01; merge them (a "
                "mean, the best of the day) first"));
}

TEST_CASE("observations are reduced to the dates of others") {
    const auto at = [](int y, double value) { return hw::observation(hw::date(std::chrono::year(y) / 1 / 1), value); };
    const hw::observations costs{at(2020, 1.0), at(2021, 2.0), at(2021, 3.0), at(2023, 4.0), at(2024, 5.0)};
    const hw::observations output{at(2019, 0.0), at(2021, 0.0), at(2022, 0.0), at(2023, 0.0)};
    CHECK(costs.at_dates_of(output) == hw::observations{at(2021, 2.0), at(2021, 3.0), at(2023, 4.0)});
    CHECK(costs.at_dates_of(hw::observations<double>()).empty());
}

TEST_CASE("observations refuse what is no date or no number, and name the row as given") {
    using row = hw::observation<double>;
    const row good(2025y / 1 / 1, 1.0);
    CHECK_THROWS_MATCHES((hw::observations{good, row(hw::date::never(), 1.0)}), std::domain_error,
                         Message("observations: observation 2 must have a date in the calendar, got never"));
    CHECK_THROWS_AS((hw::observations{row(hw::date::from_seconds_since_1970(nan), 1.0)}), std::domain_error);
    CHECK_THROWS_AS((hw::observations{row(hw::date::from_seconds_since_1970(-inf), 1.0)}), std::domain_error);
    CHECK_THROWS_MATCHES((hw::observations{good, good, row(2024y / 1 / 1, nan)}), std::domain_error,
                         Message("observations: observation 3 (2024-01-01) must have a finite value, got nan"));
    CHECK_THROWS_AS((hw::observations{row(2024y / 1 / 1, -inf)}), std::domain_error);
}

TEST_CASE("what a fit needs of its observations is checked in its name") {
    const hw::observations data{hw::observation(2025y / 1 / 1, 4.0 * usd), hw::observation(2026y / 1 / 1, 0.0 * usd)};
    CHECK_NOTHROW(data.require_at_least("fit", 2));
    CHECK_THROWS_MATCHES(data.require_at_least("fit", 3), std::domain_error,
                         Message("fit: at least 3 observations are needed, got 2"));
    CHECK_NOTHROW(data.window(0, 1).require_above_zero("fit"));
    CHECK_THROWS_MATCHES(
        data.require_above_zero("fit"), std::domain_error,
        Message("fit: observation 2 (2026-01-01, in order of date) must be > 0 to have a logarithm, got "
                "0 in base units"));
}

TEST_CASE("observations become a trend") {
    const hw::observations data{hw::observation(2025y / 1 / 1, 4.0 * usd), hw::observation(2024y / 1 / 1, 2.0 * usd)};
    const auto trend = hw::series(hw::interpolation::log_linear, hw::extrapolate::hold, data.points());
    CHECK(trend(hw::date(2024y / 1 / 1)) == 2.0 * usd);
    CHECK(trend(hw::date(2030y / 1 / 1)) == 4.0 * usd);
}

}  // namespace
