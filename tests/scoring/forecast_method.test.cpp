// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/forecast_method.hpp>

#include "../catch.hpp"

#include <vector>

#include <headway/history/fit_exponential.hpp>
#include <headway/history/fit_random_walk.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

hw::observations<hw::quantity<hw::dim::money>> prices() {
    std::vector<hw::observation<hw::quantity<hw::dim::money>>> rows;
    int y = 2010;
    for (const double p : {9.0, 8.0, 6.5, 7.0, 5.0, 4.4, 4.0, 2.9, 3.0, 2.2}) {
        rows.emplace_back(hw::date(std::chrono::year(y++) / 1 / 1), p * usd);
    }
    return hw::observations(rows);
}

const hw::forecast_method walk("walk",
                               [](const auto& past) { return hw::fit_random_walk(past, hw::independent_increments); });
const hw::forecast_method line("line", [](const auto& past) { return hw::fit_exponential(past); });

TEST_CASE("errors of the past are those of each beginning's forecast, for every kind of fit") {
    const auto data = prices();
    // The random walk's median goes on by the mean increment from the last value.
    const auto of_walk = hw::hindcast_errors(data, {.first_known = 4, .steps = 3}, walk);
    REQUIRE(of_walk.size() == 4);
    for (std::size_t i = 0; i < of_walk.size(); ++i) {
        const auto value = [&](std::size_t k) { return hw::log(data[k].value.in(usd)); };
        const std::size_t last = 3 + i;
        const double drift = (value(last) - value(0)) / static_cast<double>(last);
        const double steps =
            (data[last + 3].when - data[last].when) / ((data[last].when - data[0].when) / static_cast<double>(last));
        CHECK_THAT(of_walk[i], WithinRel(hw::abs(value(last + 3) - value(last) - steps * drift), 1e-9));
    }
    const auto of_line = hw::hindcast_errors(data, {.first_known = 9, .steps = 1}, line);
    REQUIRE(of_line.size() == 1);
    CHECK_THAT(
        of_line[0],
        WithinRel(hw::abs(hw::log(data[9].value / hw::fit_exponential(data.window(0, 9))(data[9].when))), 1e-12));
    // A function of the past and the date will do as well.
    const hw::forecast_method last("as it was", [](const auto& past) {
        return [value = past.back().value](const hw::date&) { return hw::lognormal(value, 0.1); };
    });
    const auto of_last = hw::hindcast_errors(data, {.first_known = 9, .steps = 1}, last);
    CHECK_THAT(of_last[0], WithinRel(hw::log(3.0 / 2.2), 1e-12));
}

TEST_CASE("a plan that leaves nothing, and a method that fails, are told in words") {
    const auto data = prices();
    CHECK_THROWS_MATCHES(
        hw::hindcast_errors(data, {.first_known = 0, .steps = 1}, walk), std::domain_error,
        Message("hindcast_errors: first_known must be at least 1, and enough for each method to forecast from, got 0"));
    CHECK_THROWS_MATCHES(hw::hindcast_errors(data, {.first_known = 5}, walk), std::domain_error,
                         Message("hindcast_errors: steps must be at least 1, got 0"));
    CHECK_THROWS_MATCHES(
        hw::hindcast_errors(data, {.first_known = 10, .steps = 1}, walk), std::domain_error,
        Message("hindcast_errors: first_known must be below the number of observations, so that one is left "
                "to forecast, got 10"));
    CHECK_THROWS_MATCHES(
        hw::hindcast_errors(data, {.first_known = 2, .steps = 1}, walk), std::domain_error,
        Message("hindcast_errors: method \"walk\" on the first 2 observations: fit_random_walk: at least 3 "
                "observations are needed, got 2; give more"));
}

}  // namespace
