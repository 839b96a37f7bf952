// SPDX-License-Identifier: BSL-1.0
#include <headway/history/observations.hpp>

#include "../catch.hpp"

#include <limits>

#include <headway/history/csv_table.hpp>
#include <headway/history/fit_exponential.hpp>
#include <headway/history/fit_logistic.hpp>
#include <headway/history/sahal_check.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scoring/hindcast.hpp>
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
                         Message("fit: at least 3 observations are needed, got 2; give more"));
    CHECK_NOTHROW(data.window(0, 1).require_above_zero("fit"));
    CHECK_THROWS_MATCHES(
        data.require_above_zero("fit"), std::domain_error,
        Message("fit: observation 2 (2026-01-01, in order of date) must be > 0 to have a logarithm, got "
                "0 in base units; leave it out if it is missing"));
}

TEST_CASE("observations become a trend") {
    const hw::observations data{hw::observation(2025y / 1 / 1, 4.0 * usd), hw::observation(2024y / 1 / 1, 2.0 * usd)};
    const auto trend = hw::series(hw::interpolation::log_linear, hw::extrapolate::hold, data.points());
    CHECK(trend(hw::date(2024y / 1 / 1)) == 2.0 * usd);
    CHECK(trend(hw::date(2030y / 1 / 1)) == 4.0 * usd);
}

TEST_CASE("fits do not depend on the order of the rows") {
    using row = hw::observation<double>;
    std::vector<row> rows;
    for (int i = 0; i < 12; ++i) {
        rows.emplace_back(hw::date(2010y / 1 / 1) + i * year, 100.0 / (1.0 + hw::exp(6.0 - i)) + 0.5 * (i % 3));
    }
    const hw::observations<double> sorted(rows);
    std::vector<row> shuffled;
    for (std::size_t i = 0; i < rows.size(); ++i) shuffled.push_back(rows[(5 * i + 3) % rows.size()]);
    const hw::observations<double> again(shuffled);
    REQUIRE(again == sorted);
    const auto exponential = [](const auto& data) { return hw::fit_exponential(data.window(1, 11)).line(); };
    CHECK(exponential(again).slope == exponential(sorted).slope);
    CHECK(exponential(again).lag1 == exponential(sorted).lag1);
    CHECK(hw::fit_logistic(again).ceiling() == hw::fit_logistic(sorted).ceiling());
    const auto walk = [](const auto& data) {
        return hw::fit_random_walk(data.window(1, 11), hw::independent_increments);
    };
    CHECK(walk(again).drift() == walk(sorted).drift());
    CHECK(walk(again).noise() == walk(sorted).noise());
    CHECK(walk(again).last_value() == walk(sorted).last_value());
}

TEST_CASE("a column without values leaves nothing to fit, and every fit says so") {
    const hw::csv_table table("year,cost,made\n2020,,1\n2021,NA,2\n2022,,4\n");
    const auto costs = table.observations("year", "cost", usd, hw::missing_cells::skip);
    REQUIRE(costs.empty());
    const hw::cumulative_output made(table.observations("year", "made", chip, hw::missing_cells::skip),
                                     hw::current_period::included);
    const auto says = [](const auto& fit, const std::string& name) {
        CHECK_THROWS_MATCHES(
            fit(), std::domain_error,
            Message(name + ": at least " +
                    (name == "fit_logistic" || name == "fit_random_walk" ? "3"
                     : name == "sahal_check"                             ? "4"
                                                                         : "2") +
                    " observations are needed, got 0; give some (were all rows left out as missing?)"));
    };
    says([&] { static_cast<void>(hw::fit_exponential(costs)); }, "fit_exponential");
    says([&] { static_cast<void>(hw::fit_logistic(costs)); }, "fit_logistic");
    says([&] { static_cast<void>(hw::fit_random_walk(costs, hw::independent_increments)); }, "fit_random_walk");
    says([&] { static_cast<void>(hw::fit_experience_curve(costs, made)); }, "fit_experience_curve");
    says([&] { static_cast<void>(hw::sahal_check(costs, made)); }, "sahal_check");
    CHECK_THROWS_MATCHES(hw::hindcast(costs, 2, hw::independent_increments), std::domain_error,
                         Message("hindcast: windows of 2 increments need at least 4 observations, got 0; give more, or "
                                 "ask for fewer increments"));
    CHECK_THROWS_AS(table.observations("year", "cost", usd, hw::missing_cells::refuse), hw::parse_error);
}

TEST_CASE("what needs a row at its limit takes it there and refuses it below") {
    const auto at = [](int y, double value) { return hw::observation(hw::date(std::chrono::year(y) / 1 / 1), value); };
    // Just enough for each: two for a line, three for a walk, increments + 2 for a hindcast.
    CHECK(hw::fit_exponential(hw::observations{at(2020, 1.0), at(2021, 2.0)}).size() == 2);
    CHECK(hw::fit_random_walk(hw::observations{at(2020, 1.0), at(2021, 2.0), at(2022, 3.0)}, hw::independent_increments)
              .increments() == 2);
    const hw::observations four{at(2020, 1.0), at(2021, 2.0), at(2022, 3.0), at(2023, 7.0)};
    CHECK(hw::hindcast(four, 2, hw::independent_increments).forecasts().size() == 1);
    CHECK_THROWS_AS(hw::hindcast(four, 3, hw::independent_increments), std::domain_error);
    CHECK_THROWS_AS(hw::hindcast(four, 1, hw::independent_increments), std::domain_error);
    CHECK(four.window(0, 4) == four);
    CHECK(four.window(3, 1)[0].value == 7.0);
    CHECK_THROWS_AS(four.window(5, 0), std::domain_error);
    CHECK_THROWS_AS(four.window(0, 5), std::domain_error);
    // The smallest number above zero has a logarithm, zero has none, wherever it stands.
    const double least = std::numeric_limits<double>::denorm_min();
    CHECK_NOTHROW(hw::observations{at(2020, 1.0), at(2021, least)}.require_above_zero("fit"));
    CHECK_THROWS_AS((hw::observations{at(2020, 1.0), at(2021, 2.0), at(2022, 0.0)}.require_above_zero("fit")),
                    std::domain_error);
    // Two of one date are found wherever they stand.
    CHECK_THROWS_AS((hw::observations{at(2020, 1.0), at(2021, 2.0), at(2021, 3.0)}.require_distinct_dates("fit")),
                    std::domain_error);
    // The largest finite values and dates are data.
    CHECK(hw::observations{at(2020, std::numeric_limits<double>::max())}.size() == 1);
}

}  // namespace
