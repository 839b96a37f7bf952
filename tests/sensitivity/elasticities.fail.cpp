// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/elasticities.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto plain = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto two = hw::forecast(hw::inputs(price), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price]), hw::output<"share">(0.5));
});
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
constexpr auto by_draw = hw::forecast(hw::inputs(price), hw::draw_by_draw([](const auto& in) { return in[price]; }));
static_assert(hw::elasticities(plain)[price].value == 1.0);
static_assert(hw::elasticities<"cost">(two)[price].value == 1.0);

#if HEADWAY_CASE == 1  // case: a model that runs on plain numbers only
// expect: elasticities: a draw_by_draw\(...\) model runs on plain numbers only, which carry no derivative; ask tornado\(f\)
constexpr auto wrong = hw::elasticities(by_draw);
#endif

#if HEADWAY_CASE == 2  // case: several outputs and none named
// expect: sensitivity: the model returns several outputs: name the one that is meant
constexpr auto wrong = hw::elasticities(two);
#endif

#if HEADWAY_CASE == 3  // case: a forecast over time without a date
// expect: sensitivity: this is a forecast over time: give the date after it
constexpr auto wrong = hw::elasticities(over_time);
#endif
