// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/spearman.hpp>

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
    return hw::spearman<"cost">(two, hw::simulate(two)) == hw::spearman(over_time, hw::simulate(over_time, {{}}), hw::date());
}

#if HEADWAY_CASE == 1  // case: several outputs and none named
// expect: sensitivity: the run has several outputs: name the one that is meant, as in spearman<.*cost.*>\(f, run\)
inline void wrong() { hw::spearman(two, hw::simulate(two)); }
#endif

#if HEADWAY_CASE == 2  // case: a name for the only result
// expect: sensitivity: the model returns one value, which has no name: leave the name out
inline void wrong() { hw::spearman<"cost">(plain, hw::simulate(plain)); }
#endif

#if HEADWAY_CASE == 3  // case: an output that does not exist
// expect: get: the model has no output of this name
inline void wrong() { hw::spearman<"price">(two, hw::simulate(two)); }
#endif

#if HEADWAY_CASE == 4  // case: a forecast over time without a date
// expect: spearman: this is a forecast over time: give the date after the run, spearman\(f, run, when\)
inline void wrong() { hw::spearman(over_time, hw::simulate(over_time, {{}})); }
#endif
