// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/input_change.hpp>

#include <cmath>

#include "catch.hpp"
#include <headway/inference/simulate_updated.hpp>
#include <headway/quantity/units.hpp>
#include <headway/table/print_table.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto cost = hw::assumption<"cost">(hw::normal(100.0 * million_usd, 10.0 * million_usd), "a test");
constexpr auto start = hw::assumption<"start">(hw::normal(hw::date(2025y / 1 / 1), 30.0 * day), "a test");
constexpr auto idle = hw::assumption<"idle">(hw::uniform(0.0, 1.0), "a test");
constexpr auto f = hw::forecast(hw::inputs(idle, start, cost), [](const auto& in) { return in[cost]; });

}  // namespace

TEST_CASE("what an observation does to each input, before and after") {
    const auto after = hw::simulate(f.updated(hw::observed(120.0 * million_usd, hw::normal_error(10.0 * million_usd))),
                                    {.draws = 100'000, .seed = 3});
    const auto changes = after.changes();
    CHECK(changes[0].input == "idle");
    const auto& row = changes[cost];
    CHECK_THAT(row.before[1], WithinRel(100e6, 1e-12));
    CHECK_THAT(row.before[0], WithinRel(100e6 - 1.6448536269514722e7, 1e-12));
    CHECK_THAT(row.after[1], WithinAbs(110e6, 0.15e6));
    CHECK(row.before_text[1] == "100 million USD");
    CHECK(row.after_text[1] == "110 million USD");
    // The greatest distance between N(100, 10) and N(110, 7.07) lies where their densities cross: by a search on a grid.
    double most = 0.0;
    for (double x = 60.0; x < 160.0; x += 0.001) {
        const double a = 0.5 * std::erfc(-(x - 100.0) / 10.0 / std::sqrt(2.0));
        const double b = 0.5 * std::erfc(-(x - 110.0) / 10.0);
        most = std::fmax(most, std::abs(a - b));
    }
    CHECK_THAT(row.moved, WithinAbs(most, 0.015));
    // The others stay: 1.63 / sqrt(n) is passed once in a hundred samples of n.
    CHECK(changes[idle].moved < 1.63 / std::sqrt(after.effective_draws()));
    CHECK(changes[start].moved < 1.63 / std::sqrt(after.effective_draws()));
    CHECK(changes[start].before_text[1] == "2025-01-01");
}

TEST_CASE("its table has the input that moved most first") {
    const auto after = hw::simulate(f.updated(hw::observed(120.0 * million_usd, hw::normal_error(10.0 * million_usd))),
                                    {.draws = 20'000, .seed = 3});
    const std::string text = hw::report::table(after.changes()).text();
    CHECK(text.find("input") == 0);
    CHECK(text.find("p5 before") != text.npos);
    CHECK(text.find("p5 after") != text.npos);
    CHECK(text.find("\ncost ") < text.find("\nidle "));
    CHECK(text.find("100 million USD") != text.npos);
    CHECK(text.find("moved\n") != text.npos);
}
