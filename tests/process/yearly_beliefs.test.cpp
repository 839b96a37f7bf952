// SPDX-License-Identifier: BSL-1.0
#include <headway/process/yearly_beliefs.hpp>

#include <cmath>
#include <vector>

#include <headway/assumption/path.hpp>
#include <headway/simulation/simulate.hpp>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

inline constexpr auto start = hw::date(2026y / 1 / 1);
inline constexpr auto by_year = hw::years_from(start, hw::normal(10.0 * usd, 1.0 * usd), hw::lognormal(8.0 * usd, 0.3),
                                               hw::uniform(2.0 * usd, 4.0 * usd), hw::normal(3.0 * usd, 1.0 * usd));
inline constexpr auto subsidy = hw::yearly<"subsidy">(by_year, 0.6, "test");

template <class Outcome>
std::vector<double> draws_of(const Outcome& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
    return all;
}

}  // namespace

TEST_CASE("a yearly path has each year's belief and the autocorrelation asked for") {
    const auto f =
        hw::forecast(hw::inputs(subsidy), [](const auto& in, const auto& when) { return in[subsidy](when); });
    const std::vector<hw::date> dates{start + 0.5 * year, hw::date(2027y / 1 / 1), start + 2.9 * year, start + 3.5 * year};
    const auto fan = hw::simulate(f, dates, {.draws = 16'384, .seed = 2});
    for (std::size_t i = 0; i < 4; ++i) {
        for (const double p : {0.05, 0.5, 0.95}) {
            const auto truth = by_year[i].quantile(p);
            REQUIRE_THAT(fan[i].quantile(p).in(usd),
                         WithinAbs(truth.in(usd), 4.0 * fan[i].quantile_standard_error(p).in(usd) + 1e-9));
        }
        REQUIRE(f.baseline(dates[i]) == by_year[i].median());
    }
    // Normal scores of the first and last year, three years apart: 0.6 cubed.
    const auto first = draws_of(fan[0]);
    const auto last = draws_of(fan[3]);
    double sum = 0.0;
    for (std::size_t i = 0; i < first.size(); ++i) sum += (first[i] - 10.0) * (last[i] - 3.0);
    REQUIRE_THAT(sum / 16'384.0, WithinAbs(0.216, 4.0 / 128.0));
}

TEST_CASE("a yearly path stands still within a year and is first at most a level where a year begins") {
    const auto f = hw::forecast(hw::inputs(subsidy), [](const auto& in) {
        return hw::outputs(
            hw::output<"passes">(hw::first_at_most(in[subsidy], 3.0 * usd, hw::between(start, start + 3.5 * year))),
            hw::output<"still">(in[subsidy](start + 2.1 * year) - in[subsidy](start + 2.8 * year)),
            hw::output<"third">(in[subsidy](hw::date(2028y / 1 / 1))),
            hw::output<"last">(in[subsidy](hw::date(2029y / 1 / 1))));
    });
    const auto run = hw::simulate(f, {.draws = 1000, .seed = 2});
    const auto third = draws_of(hw::get<"third">(run));
    const auto last = draws_of(hw::get<"last">(run));
    const auto passes = draws_of(hw::get<"passes">(run));
    for (std::size_t i = 0; i < passes.size(); ++i) {
        REQUIRE(draws_of(hw::get<"still">(run))[i] == 0.0);
        REQUIRE(passes[i] == (third[i] <= 3.0  ? hw::date(2028y / 1 / 1).seconds_since_1970()
                              : last[i] <= 3.0 ? hw::date(2029y / 1 / 1).seconds_since_1970()
                                               : hw::no_limit));
        if (i == 20) break;
    }
    REQUIRE_THAT(hw::get<"passes">(run).probability_below(start + 2.5 * year),
                 WithinAbs(0.5, 4.0 * 0.5 / std::sqrt(1000.0)));
}

TEST_CASE("a year begins on its calendar day, leap years or not") {
    static constexpr auto sure = hw::years_from(hw::date(2024y / 2 / 29), hw::exactly(1.0 * usd), hw::exactly(2.0 * usd),
                                                hw::exactly(3.0 * usd), hw::exactly(4.0 * usd), hw::exactly(5.0 * usd));
    static constexpr auto price = hw::yearly<"price">(sure, 0.5, "test");
    const auto f = hw::forecast(hw::inputs(price), [](const auto& in, const auto& when) { return in[price](when); });
    const std::vector<hw::date> dates{2025y / 2 / 27, 2025y / 2 / 28, 2027y / 2 / 27, 2027y / 2 / 28, 2028y / 2 / 28,
                                      2028y / 2 / 29};
    const auto fan = hw::simulate(f, dates, {.draws = 100, .seed = 2});
    const double truth[] = {1.0, 2.0, 3.0, 4.0, 4.0, 5.0};
    for (std::size_t i = 0; i < dates.size(); ++i) {
        CAPTURE(i);
        REQUIRE(fan[i].median() == truth[i] * usd);
        REQUIRE(f.baseline(dates[i]) == truth[i] * usd);
    }
}

TEST_CASE("a yearly path has no value after its years, and refuses correlations that cannot be") {
    const auto f =
        hw::forecast(hw::inputs(subsidy), [](const auto& in, const auto& when) { return in[subsidy](when); });
    REQUIRE_THROWS_WITH(f.baseline(hw::date(2030y / 1 / 1)),
                        "path: it has 4 yearly values from 2026-01-01 on, none on 2030-01-01; give it more years");
    REQUIRE_THROWS_WITH(hw::yearly<"subsidy">(by_year, 1.0, "test"),
                        "yearly: autocorrelation must be between -1 and 1 (exclusive), got 1");
    REQUIRE_THROWS_WITH(by_year.process_with(0.5).with_step(1.0 * month),
                        Catch::Matchers::Contains("a yearly process has one value a year"));
    REQUIRE_THROWS_WITH(by_year.process_with(0.5).with_jumps(1.0 / year, 0.5, 0.1),
                        Catch::Matchers::Contains("put the jump into its beliefs"));
}
