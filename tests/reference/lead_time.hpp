// SPDX-License-Identifier: BSL-1.0
// Written by lead_time.py; do not edit.
#pragma once

namespace reference {

inline constexpr double pert_mean = 15.0;
inline constexpr double pert_variance = 9.0;
inline constexpr double network_months = 26.0;
inline constexpr double network_months_without_d = 25.0;
inline constexpr double expected_months = 41.5;
inline constexpr double months_of_expectations = 39.0;
inline constexpr double criticality_of_tools = 0.5;
inline constexpr double chips_at_constant_39_weeks = 1994.704998265009569;
inline constexpr double chips_after_0_9_years = 160.9087799313217666;
inline constexpr double chips_after_1_5_years = 987.9138364477148546;
inline constexpr double chips_after_2_years = 3610.209351266352953;
inline constexpr double chips_ordered_in_2_years = 4328.085122666890222;

}  // namespace reference
