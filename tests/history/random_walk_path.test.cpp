// SPDX-License-Identifier: BSL-1.0
#include <headway/history/fit_random_walk.hpp>

#include <cmath>
#include <vector>

#include <headway/assumption/path.hpp>
#include <headway/simulation/simulate.hpp>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

/// Prices of twelve years, of no special shape.
hw::observations<hw::quantity<hw::dim::money>> prices() {
    const double price[] = {100.0, 81.0, 86.0, 60.0, 47.0, 49.0, 33.0, 28.0, 24.0, 25.0, 17.0, 14.0};
    std::vector<hw::observation<hw::quantity<hw::dim::money>>> rows;
    for (int i = 0; i < 12; ++i) rows.emplace_back(hw::date(std::chrono::year(2013 + i) / 1 / 1), price[i] * usd);
    return hw::observations<hw::quantity<hw::dim::money>>(std::move(rows));
}

}  // namespace

TEST_CASE("a fitted walk as a path has on each date the quantiles of its forecast") {
    for (const double theta : {0.0, 0.63, -0.4}) {
        const auto walk = hw::fit_random_walk(prices(), hw::moving_average(theta));
        const auto price = hw::path<"price">(walk, "fitted");
        const auto f =
            hw::forecast(hw::inputs(price), [price](const auto& in, const auto& when) { return in[price](when); });
        const hw::date last = walk.last_date();
        const std::vector<hw::date> dates{last + 100.0 * day, last + 0.6 * year, last + 1.0 * year, last + 3.3 * year,
                                          last + 10.0 * year};
        const auto fan = hw::simulate(f, dates, {.draws = 16'384, .seed = 12});
        for (std::size_t i = 0; i < dates.size(); ++i) {
            const auto forecast = walk.forecast(dates[i]);
            for (const double p : {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
                CAPTURE(theta, i, p, fan[i].quantile(p).in(usd), forecast.quantile(p).in(usd));
                // The share of draws below the forecast's quantile is p, four binomial errors.
                const double below = fan[i].probability_below(forecast.quantile(p));
                REQUIRE(std::abs(below - p) < 4.0 * std::sqrt(p * (1.0 - p) / 16'384.0));
            }
            REQUIRE(std::abs(f.baseline(dates[i]) / forecast.median() - 1.0) < 1e-12);
        }
    }
}

TEST_CASE("a path of a walk without noise is its exponential") {
    static constexpr hw::random_walk walk(hw::date(2025y / 1 / 1), 4.0 * usd, year,
                                          {-0.1, 0.0, 20, hw::independent_increments});
    static constexpr auto price = hw::path<"price">(walk, "test");
    static constexpr auto f =
        hw::forecast(hw::inputs(price), [](const auto& in) { return in[price](hw::date(2027y / 8 / 3)); });
    const auto run = hw::simulate(f, {.draws = 128, .seed = 1});
    run.for_each_draw([&](const auto& x) { REQUIRE(std::abs(x / walk(hw::date(2027y / 8 / 3)) - 1.0) < 1e-12); });
}
