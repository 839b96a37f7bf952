// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/elasticities.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/economics/cash_flow_trend.hpp>
#include <headway/economics/internal_rate_of_return.hpp>
#include <headway/economics/net_present_value.hpp>
#include <headway/economics/payback.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/simulation/simulate.hpp>

#include <string>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto back = hw::assumption<"what comes back in a year">(hw::uniform(80.0 * usd, 160.0 * usd), "a guess");
constexpr auto rate = hw::assumption<"cost of capital">(hw::uniform(0.05, 0.15), "a guess");
constexpr hw::date start = 2026y / 1 / 1;
constexpr hw::simulation options{.draws = 20'000, .seed = 11};

template <class Outlay>
constexpr auto flows(const auto& in, const Outlay& outlay) {
    return hw::cash_flows(hw::paid(start, outlay), hw::received(start + 1.0 * year, in[back]));
}

TEST_CASE("each draw has its own rate, present value and payback") {
    const auto f = hw::forecast(hw::inputs(back, rate), [](const auto& in) {
        const auto list = flows(in, 100.0 * usd);
        return hw::outputs(hw::output<"rate">(hw::internal_rate_of_return(list).only()),
                           hw::output<"worth">(hw::net_present_value(list, hw::effective_annual(in[rate]), start)),
                           hw::output<"paid back">(hw::payback(list, hw::undiscounted, hw::arrival::on_its_date)));
    });
    const auto got = hw::simulate(f, options);
    const auto& earned = hw::get<"rate">(got);
    // The rate is what comes back, less 1: uniform from -20 to 60 %.
    for (const double p : {0.05, 0.5, 0.95}) {
        CHECK_THAT(earned.quantile(p), WithinAbs(-0.2 + 0.8 * p, 5.0 * earned.quantile_standard_error(p)));
    }
    // It is paid back where at least 100 come back, in three draws of four, and then after a year.
    const auto& when = hw::get<"paid back">(got);
    CHECK_THAT(when.probability_never(), WithinAbs(0.25, 0.016));
    CHECK(when.quantile(0.5) == start + 1.0 * year);
    // E[120 / (1 + r)] - 100 = 1200 ln(1.15 / 1.05) - 100
    const auto& worth = hw::get<"worth">(got);
    CHECK_THAT(worth.mean().in(usd),
               WithinAbs(1200.0 * hw::log(1.15 / 1.05) - 100.0, 5.0 * worth.standard_error().in(usd)));
}

TEST_CASE("elasticities of a present value and of a rate") {
    const auto worth = hw::elasticities(hw::forecast(hw::inputs(back, rate), [](const auto& in) {
        return hw::net_present_value(flows(in, 20.0 * usd), hw::effective_annual(in[rate]), start);
    }));
    const double now = 120.0 / 1.1;
    CHECK_THAT(worth[back].value.value(), WithinRel(now / (now - 20.0), 1e-12));
    CHECK_THAT(worth[rate].value.value(), WithinRel(-now * 0.1 / 1.1 / (now - 20.0), 1e-12));
    const auto earned = hw::elasticities(hw::forecast(
        hw::inputs(back), [](const auto& in) { return hw::internal_rate_of_return(flows(in, 100.0 * usd)).only(); }));
    CHECK_THAT(earned[back].value.value(), WithinRel(1.2 / 0.2, 1e-12));
}

TEST_CASE("a draw without a rate is named, or goes its own way") {
    const auto twice = [](const auto& in) {
        return hw::internal_rate_of_return(flows(in, 4.0 * usd) + hw::paid(start + 2.0 * year, 1000.0 * usd));
    };
    // 4 x^2 - b x + 1000 = 0, x = 1 + rate, has roots where b^2 > 16000: two, or none.
    try {
        static_cast<void>(
            hw::simulate(hw::forecast(hw::inputs(back), [&](const auto& in) { return twice(in).lowest(); }), options));
        FAIL("a draw without a rate passed");
    } catch (const hw::model_error& error) {
        CHECK(std::string(error.what())
                  .find("internal_rate_of_return: there must be a rate at which these flows are worth "
                        "nothing, got none above -100 %") != std::string::npos);
        CHECK(error.draw().has_value());
    }
    const auto branches = hw::simulate(hw::forecast(hw::inputs(back),
                                                    [&](const auto& in) {
                                                        const auto rates = twice(in);
                                                        auto lowest = 0.0 * in[back].in(usd)-1.0;
                                                        if (rates.count() > 0.0) lowest = rates.lowest();
                                                        return lowest;
                                                    }),
                                       options);
    const double two = (160.0 - hw::sqrt(16000.0)) / 80.0;
    CHECK_THAT(branches.probability_above(-0.5), WithinAbs(two, 5.0 * branches.probability_above_standard_error(-0.5)));
    const auto counted =
        hw::simulate(hw::forecast(hw::inputs(back), [&](const auto& in) { return twice(in).count(); }), options);
    CHECK(counted.probability_above(1.5) == branches.probability_above(-0.5));
}

}  // namespace
