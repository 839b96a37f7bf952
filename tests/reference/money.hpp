// SPDX-License-Identifier: BSL-1.0
// Written by money.py; do not edit.
#pragma once

namespace reference {

inline constexpr double irr_issue = 0.2809484211599611046;
inline constexpr double npv_issue_8 = 45.05547182095472498;
inline constexpr double npv_issue_8_two_years_on = 52.55270233196159122;
inline constexpr double irr_spread = 0.3736520465327797415;
inline constexpr double npv_spread_9 = 2087.227587803453836;
inline constexpr double irr_monthly = 0.3373276428458761088;
inline constexpr double npv_monthly_8 = 588.6348678994655462;
inline constexpr double irr_loss = -0.5683375209644600151;
inline constexpr double eac_3_years = 116.4100542138984722;
inline constexpr double eac_4_and_a_half_years = 81.99040049959462684;
inline constexpr double nominal_6_monthly = 0.06167781186449956879;
inline constexpr double continuous_8 = 0.08328706767495855444;
inline constexpr double npv_growing_30_and_a_half = 29340.21001989276039;
inline constexpr double npv_growing_amounts_30 = 28936.21677334738616;
inline constexpr double irr_by_amount_0 = 0.006082990796007430083;
inline constexpr double irr_by_amount_1 = 0.004748817903611595869;
inline constexpr double irr_by_amount_2 = 0.003707267072714223934;
inline constexpr double irr_by_amount_3 = 0.002894157962548650684;
inline constexpr double irr_by_amount_4 = 0.002259386806478788481;
inline constexpr double irr_by_date_2 = -0.05415740601215790786;
inline constexpr double irr_five[] = {-0.5, -0.2, 0.1, 0.5, 1.5};
inline constexpr double irr_several[] = {0.0, 1.0, 2.0};
inline constexpr double irr_pump[] = {0.25, 4.0};

}  // namespace reference
