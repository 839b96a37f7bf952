// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/questions_of_beliefs.hpp>

#include <cmath>

#include "catch.hpp"
#include <headway/inference/simulate_updated.hpp>
#include <headway/sensitivity/explain_change.hpp>
#include <headway/sensitivity/sobol_indices.hpp>

namespace hw = headway;

namespace {

constexpr auto x_input = hw::assumption<"x">(hw::normal(2.0, 1.0), "a test");
constexpr auto y_input = hw::assumption<"y">(hw::normal(1.0, 2.0), "a test");
constexpr auto f = hw::forecast(hw::inputs(x_input, y_input), [](const auto& in) { return in[x_input] + in[y_input]; });

}  // namespace

TEST_CASE("what is asked of beliefs is asked of those after the observation") {
    // y is N(1 + 2 * 4 / 4.25, 1 / 4.25) after it, so that x has 4.25 / 5.25 of the variance, before it a fifth.
    const auto after =
        hw::simulate(f.updated(hw::observed(y_input, 3.0, hw::normal_error(0.5))), {.draws = 60'000, .seed = 4});
    const auto beliefs = after.beliefs();
    CHECK(beliefs.size() == 2);
    CHECK(f.with(beliefs).baseline() == after.belief_of(x_input).median() + after.belief_of(y_input).median());
    const auto indices = hw::sobol_indices(f.with(beliefs), {.draws = 1 << 14});
    CHECK(std::abs(indices[x_input].total.value - 4.25 / 5.25) < 0.03);
    const auto change = hw::explain_change(f, beliefs, {.draws = 20'000});
    // All of the change of the median, 8 / 4.25, is y's.
    CHECK(std::abs(change[y_input].change - 8.0 / 4.25) < 0.1);
    CHECK(std::abs(change[x_input].change) < 0.1);
}
