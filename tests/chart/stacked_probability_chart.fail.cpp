// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/stacked_probability_chart.hpp>

#include <headway/belief/makers.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0, 2.0), "a guess");
constexpr auto kinds = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) {
    return hw::outputs(hw::output<"dear">(hw::select(in[price] > 1.5, 1.0, 0.0)),
                       hw::output<"cheap">(hw::select(in[price] > 1.5, 0.0, 1.0)), hw::output<"paid">(in[price] * usd));
});
constexpr auto cost = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price] * usd; });
inline std::string control() {
    return hw::report::stacked_probability_chart<"dear", "cheap">(hw::simulate(kinds, {hw::date()}));
}

#if HEADWAY_CASE == 1  // case: an output that is an amount, where none are named
// expect: stacked_probability_chart: the output of a kind must be a plain number, 1 in the draws of that kind
inline void wrong() { hw::report::stacked_probability_chart(hw::simulate(kinds, {hw::date()})); }
#endif

#if HEADWAY_CASE == 2  // case: one result that is an amount
// expect: stacked_probability_chart: a kind is told by outputs of 1 and 0, or by one plain number, its place
inline void wrong() { hw::report::stacked_probability_chart(hw::simulate(cost, {hw::date()})); }
#endif
