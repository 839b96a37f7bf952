// SPDX-License-Identifier: BSL-1.0
#include <headway/history/moving_average.hpp>

#include "../catch.hpp"
#include "../reference/random_walk.hpp"

#include <limits>
#include <stdexcept>

using namespace headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

static_assert(forecast_variance_factor(1, 5, independent_increments) == 1.2);
static_assert(normalised_squared_error(20, 5, independent_increments) == 200.0);
static_assert(moving_average(0.63) == moving_average(0.63) && moving_average(0.0) == independent_increments);

}  // namespace

TEST_CASE("variance factors agree with sums over single shocks") {
    for (const auto& golden : reference::walk_variances) {
        INFO(golden.steps << " steps, " << golden.increments << " increments, theta " << golden.theta);
        CHECK_THAT(forecast_variance_factor(golden.steps, golden.increments, moving_average(golden.theta)),
                   WithinRel(golden.factor, 1e-14));
    }
}

TEST_CASE("stated values of the variance factor and of the normalised squared error") {
    CHECK_THAT(forecast_variance_factor(17, 33, moving_average(0.63)), WithinRel(66.19183195592286, 1e-15));
    CHECK_THAT(forecast_variance_factor(20, 5, moving_average(0.63)), WithinRel(239.23, 1e-15));
    CHECK_THAT(normalised_squared_error(1, 5, independent_increments), WithinRel(2.4, 1e-15));
    CHECK_THAT(normalised_squared_error(20, 5, moving_average(0.63)),
               WithinRel(2.0 * 239.23 / (1.0 + 0.63 * 0.63), 1e-15));
}

TEST_CASE("within the first step the factor grows from nothing and meets the formula at its end") {
    for (const double theta : {-0.9, 0.0, 0.63, 0.99}) {
        for (const int m : {2, 5, 40}) {
            const moving_average average(theta);
            INFO("theta " << theta << ", " << m << " increments");
            CHECK(forecast_variance_factor(0.0, m, average) == 0.0);
            double before = 0.0;
            for (double steps = 0.01; steps < 3.0; steps += 0.01) {
                const double factor = forecast_variance_factor(steps, m, average);
                CHECK(factor > before);
                before = factor;
            }
            CHECK_THAT(forecast_variance_factor(1.0 - 1e-12, m, average),
                       WithinRel(forecast_variance_factor(1.0, m, average), 1e-10));
        }
    }
}

TEST_CASE("arguments out of range are refused by name") {
    const auto refuses = [](auto call, const std::string& words) {
        CHECK_THROWS_MATCHES(call(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    for (const double bad : {1.0, -1.0, 63.0, undefined}) {
        refuses([=] { return moving_average(bad); }, "moving_average: theta must be between -1 and 1 (exclusive), got");
    }
    for (const double bad : {-1.0, infinite, undefined}) {
        refuses([=] { return forecast_variance_factor(bad, 5, independent_increments); },
                "forecast_variance_factor: steps must be 0 or more and finite, got");
    }
    refuses([] { return forecast_variance_factor(1, 1, independent_increments); }, "increments must be 2 or more");
    refuses([] { return normalised_squared_error(1, 3, independent_increments); },
            "normalised_squared_error: increments must be 4 or more, with fewer it is infinite, got 3");
}
