// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/first_order_indices.hpp>

#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto plain = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto two = hw::forecast(hw::inputs(price), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price]), hw::output<"share">(0.5));
});
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
inline bool control() {
    return hw::first_order_indices<"cost">(two, hw::simulate(two)) ==
           hw::first_order_indices(over_time, hw::simulate(over_time, {{}}), hw::date());
}

#if HEADWAY_CASE == 1  // case: several outputs and none named
// expect: sensitivity: the run has several outputs: name the one that is meant
inline void wrong() { hw::first_order_indices(two, hw::simulate(two)); }
#endif

#if HEADWAY_CASE == 2  // case: a forecast over time without a date
// expect: first_order_indices: this is a forecast over time: give the date after the run, first_order_indices\(f, run, when\)
inline void wrong() { hw::first_order_indices(over_time, hw::simulate(over_time, {{}})); }
#endif
