// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/tornado_updated.hpp>

#include <cmath>
#include <vector>

#include "catch.hpp"
#include <headway/inference/simulate_updated.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto x_input = hw::assumption<"x">(hw::normal(2.0, 1.0), "a test");
constexpr auto y_input = hw::assumption<"y">(hw::normal(1.0, 2.0), "a test");
constexpr double z90 = 1.2815515655446004;

}  // namespace

TEST_CASE("a tornado after an observation has the quantiles of the linear-Gaussian posterior") {
    constexpr auto f =
        hw::forecast(hw::inputs(x_input, y_input), [](const auto& in) { return 2.0 * in[x_input] + in[y_input]; });
    const auto after =
        hw::simulate(f.updated(hw::observed(y_input, 3.0, hw::normal_error(0.5))), {.draws = 100'000, .seed = 2});
    const auto bars = hw::tornado(after);
    // y is N(1 + 2 * 4 / 4.25, 1 / 4.25), x as before; x moves the result by 4 z90, y by 2 z90 / sqrt(4.25).
    const double mean_y = 1.0 + 8.0 / 4.25;
    const double sd_y = 1.0 / std::sqrt(4.25);
    const auto near = [&](double got, double expected, double error) {
        CAPTURE(got, expected, error);
        CHECK(std::abs(got - expected) < 5.0 * error);
    };
    const auto x = after.input(x_input);
    const auto y = after.input(y_input);
    const double center = 2.0 * x.quantile_standard_error(0.5) + y.quantile_standard_error(0.5);
    near(bars.baseline(), 4.0 + mean_y, center);
    CHECK(bars[0].input == "x");
    near(bars[x_input].swing, 4.0 * z90, 4.0 * x.quantile_standard_error(0.9));
    near(bars[y_input].swing, 2.0 * z90 * sd_y, 2.0 * y.quantile_standard_error(0.9));
    CHECK(bars[y_input].low.input.base_value() == y.quantile(0.1));
    CHECK(bars[y_input].high.result == 2.0 * x.median() + y.quantile(0.9));
    // Before it the other one led.
    CHECK(hw::tornado(f)[y_input].swing > 1.9 * bars[y_input].swing);
    const auto wide = hw::tornado(after, {.low = 0.05, .high = 0.95});
    CHECK(wide[x_input].low.input.base_value() == x.quantile(0.05));
    CHECK_THROWS_AS(hw::tornado(after, {.low = 0.9, .high = 0.1}), std::domain_error);
}

TEST_CASE("a tornado after an observation of one of several outputs, and on a date") {
    constexpr auto g = hw::forecast(hw::inputs(x_input, y_input), [](const auto& in, const auto& when) {
        return hw::outputs(hw::output<"when">(when + in[x_input] * year), hw::output<"sum">(in[x_input] + in[y_input]));
    });
    const auto after = hw::simulate(g.updated(hw::observed(x_input, 3.0, hw::normal_error(1.0))),
                                    {hw::date(2027y / 1 / 1)}, {.draws = 20'000});
    const auto bars = hw::tornado<"when">(after, hw::date(2028y / 1 / 1));
    CHECK(bars.baseline() == hw::date(2028y / 1 / 1) + after.input(x_input).median() * year);
    CHECK(bars[y_input].swing.in(day) == 0.0);
    CHECK(hw::tornado<"sum">(after, hw::date(2028y / 1 / 1))[0].input == "y");
}
