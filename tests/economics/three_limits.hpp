// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../trend/number_types.hpp"

#include <headway/economics/limits.hpp>

namespace three_limits {

namespace hw = headway;
using namespace hw::units;

inline constexpr auto start = start_date;

/// Chips double every year from 1 million a year; power for 4 million grows by 20 % a year; money allows 9 million.
template <class Number>
constexpr auto limits(const Number& chips_now, const Number& power_need) {
    const auto chips = hw::exponential(start, chips_now * million_chips / year, hw::doubles_every(1.0 * year));
    const auto power = hw::exponential(start, 4.0 * gigawatt / year, hw::grows_by_percent(20.0, year));
    const auto money = hw::constant(360.0 * billion_usd / year);
    return hw::supply(hw::limit<"chips">(chips), hw::limit<"power">(power, power_need * (kilowatt / chip)),
                      hw::limit<"money">(money, 40.0 * thousand_usd / chip));
}
inline constexpr auto buildable = limits(1.0, 1.0);
inline constexpr auto per_year = million_chips / year;

}  // namespace three_limits
