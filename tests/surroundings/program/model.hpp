// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "part.hpp"

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/exponential.hpp>

namespace model {

namespace hw = headway;
using namespace headway::units;

inline constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
inline constexpr auto fall = hw::assumption<"fall">(hw::ci90(2.0, 6.0), "test");
inline constexpr auto later = hw::forecast(hw::inputs(cost, fall), [](const auto& in) {
    const auto trend = hw::exponential(hw::date::decimal(2025.0), in[cost], hw::falls_by_factor(in[fall], year));
    return trend(hw::date::decimal(2027.0));
});

}  // namespace model
