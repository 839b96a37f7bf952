// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/sobol_indices.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto other = hw::assumption<"other">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto two = hw::forecast(hw::inputs(price), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price]), hw::output<"share">(0.5));
});
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
inline double control() {
    return hw::sobol_indices<"cost">(two, {.draws = 64})[price].total.value +
           hw::sobol_indices(over_time, hw::date())[price].total.value;
}

#if HEADWAY_CASE == 1  // case: several outputs and none named
// expect: sensitivity: the model returns several outputs: name the one that is meant
inline void wrong() { hw::sobol_indices(two); }
#endif

#if HEADWAY_CASE == 2  // case: a forecast over time without a date
// expect: sensitivity: this is a forecast over time: give the date after it
inline void wrong() { hw::sobol_indices(over_time, {.draws = 64}); }
#endif

#if HEADWAY_CASE == 3  // case: the row of what is not an input
// expect: there is no row of this assumption: it is not among the forecast's inputs
inline auto wrong() { return hw::sobol_indices<"cost">(two)[other]; }
#endif
