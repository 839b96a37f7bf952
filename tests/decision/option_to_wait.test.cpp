// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/option_to_wait.hpp>

#include "catch.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/decision/real_option.hpp>
#include <headway/quantity/units.hpp>

#include <sstream>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr hw::date now(2026y / 1 / 1);
constexpr hw::date later(2027y / 1 / 1);
constexpr auto good = hw::assumption<"good">(hw::bernoulli(0.5), "test");
constexpr auto cost = hw::assumption<"cost">(hw::uniform(0.0, 2.0), "test");

// Of Dixit and Pindyck: a widget factory of 1600 makes 1 a year for ever, at 200 now and from next year on at 300 or 100.
constexpr auto factory = hw::forecast(hw::inputs(good), [](const auto& in, const auto& when) {
    const auto is_later = (when - now).in(year) > 0.5 ? 1.0 : 0.0;
    const auto price = 200.0 + is_later * (200.0 * in[good] - 100.0);
    // On the first date the price to come is not known: 200 is its mean.
    return (price * 11.0 - 1600.0) * usd;
});

TEST_CASE("the factory that had better wait a year for the price") {
    const auto w = hw::real_option(hw::better::higher, factory, hw::may_act_on({now, later}), 0.1,
                                   {.draws = 4096, .seed = 1, .method = hw::method::sobol});
    CHECK_THAT(w.acting_now().in(usd), WithinAbs(600.0, 1e-9));
    CHECK_THAT(w.value().in(usd), WithinAbs(0.5 * 1700.0 / std::pow(1.1, (later - now).in(year)), 0.5));  // 773
    CHECK_THAT(w.worth_of_waiting().in(usd), WithinAbs(w.value().in(usd)-600.0, 1e-9));
    CHECK(w.preferred() == hw::better::higher);
    REQUIRE(w.dates().size() == 2);
    CHECK(w.dates()[0].when == now);
    CHECK(w.dates()[0].rule == "wait");
    CHECK_FALSE(w.dates()[0].threshold.has_value());
    CHECK(w.dates()[0].probability == 0.0);
    CHECK(w.dates()[0].standard_error == 1.0 / 4096);
    CHECK_THAT(w.dates()[1].probability, WithinAbs(0.5, 1e-3));
    CHECK_THAT(w.probability_never(), WithinAbs(0.5, 1e-3));
    CHECK(w.probability_never_standard_error() >= 1.0 / 4096);
    std::ostringstream out;
    out << w;
    CHECK_THAT(out.str(), ContainsSubstring("Being able to wait is worth 173 USD (standard error ") &&
                              ContainsSubstring("773 USD in place of 600 USD if one acts now."));
}

TEST_CASE("what is not shown is not known: a rule cannot choose by what nobody sees") {
    // The cost that turns out is 0 to 2 with a mean of 1; seen is nothing of it, or all.
    const auto hidden = hw::forecast(hw::inputs(cost, good), [](const auto& in, const auto&) {
        return hw::outputs(hw::output<"gain">(1.05 - in[cost]), hw::output<"weather">(in[good] + 0.0));
    });
    const auto shown = hw::forecast(hw::inputs(cost), [](const auto& in, const auto&) { return 1.05 - in[cost]; });
    const hw::simulation run{.draws = 16'384, .seed = 4};
    const auto blind = hw::real_option<"gain">(hw::better::higher, hidden, hw::may_act_on({now}), 0.0, run);
    const auto seeing = hw::real_option(hw::better::higher, shown, hw::may_act_on({now}), 0.0, run);
    CHECK_THAT(blind.value(), WithinAbs(0.05, 4.0 * blind.standard_error()));
    CHECK_THAT(seeing.value(), WithinAbs(0.25 * 1.05 * 1.05, 4.0 * seeing.standard_error()));
    CHECK(blind.dates()[0].probability > 0.99);
    CHECK_THAT(seeing.dates()[0].probability, WithinAbs(0.525, 0.02));
    CHECK(seeing.worth_of_waiting_standard_error() > 0.0);
    CHECK(blind.acting_now_standard_error() > 0.0);
}

}  // namespace
