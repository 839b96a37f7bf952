// SPDX-License-Identifier: BSL-1.0
// Written by fleet.py; do not edit.
#pragma once

namespace reference {

inline constexpr double hazard_served_3 = 2.255941819529867837;
inline constexpr double logistic_surviving_4 = 0.8808275351364013335;
inline constexpr double logistic_surviving_6 = 0.1191988003789881298;
inline constexpr double logistic_served_4 = 3.936732019194682173;
inline constexpr double logistic_served_9 = 5.000036623176053021;
inline constexpr double wide_surviving_2 = 0.8192114597720246208;
inline constexpr double wide_served_8 = 4.89296924266700262;
inline constexpr double share_20_as_hazard = 0.2231435513142097558;
inline constexpr double inflow_hazard = 733.5125305744065662;
inline constexpr double inflow_logistic = 1275.739937319293157;
inline constexpr double inflow_fixed = 150.0;
inline constexpr double fed_growing = 1473.406178902116537;
inline constexpr double fed_falling = 102.1400329731634449;
inline constexpr double fed_balanced = 150.5971059561010483;
inline constexpr double fed_steady = 234.9402894043898952;
inline constexpr double yearly_4 = 295.2;
inline constexpr double yearly_5 = 336.16;
inline constexpr double yearly_30 = 499.3810299803573099;
inline constexpr double yearly_small_1000 = 99999.9500500166167;

}  // namespace reference
