// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/outcome_text.hpp>

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/inference.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>

#include "../catch.hpp"

#include <sstream>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

template <class T>
std::string printed(const T& x) {
    std::ostringstream out;
    out << x;
    return out.str();
}

constexpr auto x = hw::assumption<"x">(hw::uniform(1.0, 3.0), "test");
constexpr auto when = hw::assumption<"when">(
    hw::mixture(hw::weighted{hw::uniform(2026y / 1 / 1, 2028y / 1 / 1), 0.75}, {hw::date::never(), 0.25}), "test");
constexpr auto f = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x] * million_usd; });
constexpr hw::simulation options{.draws = 4096, .seed = 1, .method = hw::method::sobol};

TEST_CASE("an outcome is printed by its median and its 90 % interval") {
    const auto cost = hw::simulate(f, options);
    CHECK(printed(cost) == "2.00 million USD, 90 % between 1.10 million USD and 2.90 million USD");
    CHECK(hw::to_text(cost, 2) == "2.0 million USD, 90 % between 1.1 million USD and 2.9 million USD");
    CHECK(printed(cost) == hw::to_text(cost));
    CHECK(printed(hw::simulate(f.with(hw::override(x, 2.0)), {.draws = 64})) == "2.00 million USD");
}

TEST_CASE("a date is told to the day, and in how many draws it never comes") {
    const auto day = hw::simulate(hw::forecast(hw::inputs(when), [](const auto& in) { return in[when]; }), options);
    const std::string text = printed(day);
    CHECK(text == hw::to_text(day.median()) + ", 90 % between " + hw::to_text(day.quantile(0.05)) + " and never; never in 25 % of draws");
}

TEST_CASE("several outputs and dates have a line each") {
    const auto several = hw::simulate(hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::outputs(hw::output<"cost">(in[x] * usd), hw::output<"twice">(2.0 * in[x]));
    }), options);
    CHECK(printed(several) == "cost: 2.00 USD, 90 % between 1.10 USD and 2.90 USD\ntwice: 4, 90 % between 2.2 and 5.8");
    const std::vector<hw::date> dates{2027y / 1 / 1, 2028y / 1 / 1};
    const auto over_time = hw::simulate(
        hw::forecast(hw::inputs(x), [](const auto& in, const hw::date& on) { return in[x] * (on - hw::date(2026y / 1 / 1)); }),
        dates, options);
    const std::string fan = printed(over_time);
    CHECK(fan == "2027-01-01: " + hw::to_text(over_time[0]) + "\n2028-01-01: " + hw::to_text(over_time[1]));
    const auto both = hw::simulate(hw::forecast(hw::inputs(x), [](const auto& in, const hw::date&) {
        return hw::outputs(hw::output<"cost">(in[x] * usd), hw::output<"twice">(2.0 * in[x]));
    }), dates, options);
    CHECK(printed(both) == "2027-01-01:\n" + printed(several) + "\n2028-01-01:\n" + printed(several));
}

TEST_CASE("an outcome with weights is printed alike, a shard without draws says so") {
    const auto seen = hw::observed([](const auto& in) { return in[x]; }, 2.0, hw::normal_error(0.1));
    const auto cost = hw::simulate(f.updated(seen), options);
    CHECK(printed(cost) == hw::to_text(cost.median()) + ", 90 % between " + hw::to_text(cost.quantile(0.05)) + " and " +
                               hw::to_text(cost.quantile(0.95)));
    CHECK(printed(hw::simulate(f, {.draws = 1, .shard = {0, 2}})) == "no draws");
}

}  // namespace
