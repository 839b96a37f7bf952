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

}  // namespace reference::history
