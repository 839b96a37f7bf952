// SPDX-License-Identifier: BSL-1.0
// Written by history_fits.py; do not edit.
#pragma once

namespace reference::history {

inline constexpr double offset_rate = 2.7863094217373625e-12;
inline constexpr double offset_half_width = 1.720381480629604855e-14;
inline constexpr double offset_r_squared = 0.5019137558415202026;
inline constexpr double offset_stddev = 0.00002884584654967099619;
inline constexpr double offset_lag1 = 0.0004934765140208803663;
inline constexpr double offset_predicted = 1000327879197.204104;
inline constexpr double offset_prediction_error = 0.00002885496898104801339;
inline constexpr double wide_rate = 2.406389328522131605e-8;
inline constexpr double wide_half_width = 2.091366324598938891e-12;
inline constexpr double wide_r_squared = 0.9998034252761105098;
inline constexpr double wide_stddev = 0.2805295582164404852;
inline constexpr double wide_lag1 = 0.504063410731190874;
inline constexpr double wide_predicted = 7.251449254411074586e+113;
inline constexpr double wide_prediction_error = 0.2806796158847808021;
inline constexpr double few_rate = -1.588353216568098335e-8;
inline constexpr double few_half_width = 1.795674341088214795e-9;
inline constexpr double few_r_squared = 0.9962284574791789123;
inline constexpr double few_stddev = 0.05631576079096737085;
inline constexpr double few_lag1 = -0.7070369383260634452;
inline constexpr double few_predicted = 8.160834626900121877;
inline constexpr double few_prediction_error = 0.08159971302139616992;
inline constexpr double wright_exponent = 0.43324276112149542;
inline constexpr double wright_half_width = 0.0547903207916191201;
inline constexpr double wright_r_squared = 0.9842255476018785642;
inline constexpr double wright_lag1 = 0.05226566953866027262;
inline constexpr double wright_at_3000 = 79.49914693785558162;
inline constexpr double wright_error_at_3000 = 0.08896467871478856614;
inline constexpr double sahal_cost = -5.766748117010851951e-9;
inline constexpr double sahal_output = 1.327846393861157028e-8;
inline constexpr double sahal_discrepancy = -1.394973679456818219e-11;
inline constexpr double sahal_t = -0.715704746189001903;
inline constexpr double sahal_p = 0.5061960116912957546;
inline constexpr double logistic_ceiling = 94.79215488023920727;
inline constexpr double logistic_midpoint_years = 5.839808199732013548;
inline constexpr double logistic_rate_per_year = 0.6698499897486508101;
inline constexpr double logistic_rss = 13.78192314559161256;
inline constexpr double logistic_ceiling_ratio = 1.029334354175053136;
inline constexpr double logistic_midpoint_half_width = 0.1526554967792039915;
inline constexpr double logistic_rate_ratio = 1.079481147217410388;
inline constexpr double logistic_predicted_14 = 94.39309208795047873;
inline constexpr double logistic_prediction_half_width_14 = 3.806103566454208315;

}  // namespace reference::history
