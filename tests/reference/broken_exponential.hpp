// SPDX-License-Identifier: BSL-1.0
// Written by broken_exponential.py; do not edit.
#pragma once

namespace reference::broken_exponential {

inline constexpr double days[] = {0, 75, 150, 210, 300, 390, 450, 540, 600, 690, 760, 840, 910, 980, 1060, 1120, 1200, 1290};
inline constexpr double values[] = {100, 141, 139, 190, 233, 371, 401, 690, 640, 1190, 1210, 1910, 2700, 3800, 6100, 7900, 17000, 24100};
inline constexpr double later = 1500;
inline constexpr double break_day = 813.17103464811124;
inline constexpr double rate_before = 3.9545526852243618e-8;
inline constexpr double rate_after = 6.7264813644817069e-8;
inline constexpr double stddev = 0.11758521266741465;
inline constexpr double r_squared = 0.99604510154828429;
inline constexpr double lag1 = -0.49788541704981112;
inline constexpr double value_later = 82412.271747808221;
inline constexpr double f = 29.005202104541666;
inline constexpr double aic_gain = 25.479559073573473;
inline constexpr double bic_gain = 23.698815557781143;
inline constexpr double known_day = 700.0;
inline constexpr double known_stddev = 0.13211485696756867;
inline constexpr double known_f = 42.042342091689752;
inline constexpr double known_aic_gain = 22.04338542413858;
inline constexpr double known_bic_gain = 21.153013666242416;
inline constexpr double known_p_of_f3 = 0.10377091535383596;
inline constexpr double break_p05 = 719.3464897479862;
inline constexpr double break_p50 = 834.33425937779248;
inline constexpr double break_p95 = 959.1478618979454;
inline constexpr double value_p05 = 59965.078336516735;
inline constexpr double rate_before_p05 = 3.664202840472744e-8;
inline constexpr double rate_after_p05 = 6.1128842019200049e-8;
inline constexpr double value_p50 = 85293.817786335498;
inline constexpr double rate_before_p50 = 4.0066402612460984e-8;
inline constexpr double rate_after_p50 = 6.8302099491659276e-8;
inline constexpr double value_p95 = 126715.13760976739;
inline constexpr double rate_before_p95 = 4.3149952101952362e-8;
inline constexpr double rate_after_p95 = 7.8902413844372387e-8;
inline constexpr double p_of_f5 = 0.026686;
inline constexpr double p_of_f3 = 0.097377;

}  // namespace reference::broken_exponential
