// SPDX-License-Identifier: BSL-1.0
// Written by training_cost.py; do not edit.
#pragma once

namespace reference {

inline constexpr double months_worth_of_20 = 25.93156856932417409;
inline constexpr double gap_of_7_months = 2.244924096618745963;
inline constexpr double gap_of_10_months = 3.17480210393639895;
inline constexpr double steps_2_weeks = 337.4901498808950825;
inline constexpr double steps_3_weeks = 48.47383734609389773;
inline constexpr double steps_4_weeks = 18.37090498263205003;
inline constexpr double steps_6_weeks = 6.962315516126362521;
inline constexpr double step_weeks_of_4 = 8.398701585492674453;
inline constexpr double months_worth_of_workload_100 = 39.86313713864834817;
inline constexpr double curve_on_2024_12_26 = 32024674.13727993233;
inline constexpr double curve_on_2023_03_01 = 401151705.0034249239;
inline constexpr double claim_ratio = 0.1873555363679844062;
inline constexpr double claim_months_ahead = 14.4968969091627836;
inline constexpr double yearly_factor_of_both = 3.953394121653025503;
inline constexpr double algorithmic_factor_of_4 = 2.861770962075033391;
inline constexpr double years_to_tenfold_spending = 2.630116867397913141;
inline constexpr double effective_factor = 9.6;
inline constexpr double run_chips_usd = 97703481.30686248181;
inline constexpr double run_energy_usd = 4578108.9354;
inline constexpr double run_interconnect_usd = 22918100.55346156981;
inline constexpr double run_usd = 125199690.7957240516;

}  // namespace reference
