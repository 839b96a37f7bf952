// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/scatter_chart.hpp>

#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto unread = hw::assumption<"unread">(hw::uniform(1.0, 2.0), "a guess");
constexpr auto plain = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto two = hw::forecast(hw::inputs(price), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price]), hw::output<"share">(0.5));
});
inline bool control() {
    return hw::report::scatter_chart<"cost">(two, hw::simulate(two), price) ==
           hw::report::scatter_chart(plain, hw::simulate(plain), price);
}

#if HEADWAY_CASE == 1  // case: an assumption that the forecast does not read
// expect: scatter_chart: this assumption is not among the forecast's inputs
inline void wrong() { hw::report::scatter_chart(plain, hw::simulate(plain), unread); }
#endif

#if HEADWAY_CASE == 2  // case: several outputs and none named
// expect: sensitivity: the run has several outputs: name the one that is meant
inline void wrong() { hw::report::scatter_chart(two, hw::simulate(two), price); }
#endif

#if HEADWAY_CASE == 3  // case: a unit of another dimension than the answer
// expect: no matching function|no match|could not convert|no known conversion|cannot convert
inline void wrong() { hw::report::scatter_chart(plain, hw::simulate(plain), price, {.answer_unit = {month, "months"}}); }
#endif
