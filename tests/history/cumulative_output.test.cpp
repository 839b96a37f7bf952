// SPDX-License-Identifier: BSL-1.0
#include <headway/history/cumulative_output.hpp>

#include "../catch.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using hw::current_period;

namespace {

const hw::observations made{hw::observation(2020y / 1 / 1, 3.0 * chip), hw::observation(2021y / 1 / 1, 0.0 * chip),
                            hw::observation(2022y / 1 / 1, 4.0 * chip)};

TEST_CASE("output per period is cumulated with or without the current one") {
    const auto with = hw::cumulated(made, 0.0 * chip, current_period::included);
    CHECK(with.counted() == current_period::included);
    CHECK(with.data() == hw::observations{hw::observation(2020y / 1 / 1, 3.0 * chip),
                                          hw::observation(2021y / 1 / 1, 3.0 * chip),
                                          hw::observation(2022y / 1 / 1, 7.0 * chip)});
    const auto without = hw::cumulated(made, 2.0 * chip, current_period::excluded);
    CHECK(without.data() == hw::observations{hw::observation(2020y / 1 / 1, 2.0 * chip),
                                             hw::observation(2021y / 1 / 1, 5.0 * chip),
                                             hw::observation(2022y / 1 / 1, 5.0 * chip)});
}

TEST_CASE("output that cannot be cumulated is refused") {
    CHECK_THROWS_MATCHES(
        hw::cumulated(made, 0.0 * chip, current_period::excluded), std::domain_error,
        Message("cumulated: nothing was made before the first period (2020-01-01), and nothing has no "
                "logarithm; state what was made before it, leave that period out, or count the current "
                "period"));
    CHECK_THROWS_AS(hw::cumulated(made, -1.0 * chip, current_period::included), std::domain_error);
    const hw::observations negative{hw::observation(2020y / 1 / 1, 3.0), hw::observation(2021y / 1 / 1, -1.0)};
    CHECK_THROWS_MATCHES(hw::cumulated(negative, 0.0, current_period::included), std::domain_error,
                         Message("cumulated: output of a period in base units must be >= 0, got -1"));
    const hw::observations twice{hw::observation(2020y / 1 / 1, 3.0), hw::observation(2020y / 1 / 1, 1.0)};
    CHECK_THROWS_AS(hw::cumulated(twice, 0.0, current_period::included), std::domain_error);
    CHECK_THROWS_AS(hw::cumulative_output(made, current_period::included), std::domain_error);  // falls
    const auto of = [](double first, double second, double third) {
        return hw::observations{hw::observation(2020y / 1 / 1, first), hw::observation(2021y / 1 / 1, second),
                                hw::observation(2022y / 1 / 1, third)};
    };
    for (const auto& falls : {of(2, 1, 3), of(1, 3, 2), of(3, 2, 1)}) {
        CHECK_THROWS_AS(hw::cumulative_output(falls, current_period::included), std::domain_error);
    }
    CHECK_THROWS_MATCHES(
        hw::cumulative_output(of(3, 2, 4), current_period::included), std::domain_error,
        Message("cumulative_output: what has been made cannot become less, got 2 on 2021-01-01 after 3 "
                "on 2020-01-01 in base units; of output per period use cumulated(...)"));
    CHECK_THROWS_MATCHES(
        hw::cumulative_output(of(3, 4, 2.5), current_period::included), std::domain_error,
        Message("cumulative_output: what has been made cannot become less, got 2.5 on 2022-01-01 after 4 "
                "on 2021-01-01 in base units; of output per period use cumulated(...)"));
    CHECK(hw::cumulative_output(of(1, 1, 1), current_period::included).data().size() == 3);
}

}  // namespace
