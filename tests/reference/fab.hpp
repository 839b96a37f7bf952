// SPDX-License-Identifier: BSL-1.0
// Written by fab.py; do not edit.
#pragma once

namespace reference {

inline constexpr double poisson_half = 0.6065306597126334236;
inline constexpr double murphy_half = 0.6192724869847018976;
inline constexpr double seeds_half = 0.6666666666666666667;
inline constexpr double negative_binomial_half_2 = 0.64;
inline constexpr double poisson_reticle = 0.4430821880821678062;
inline constexpr double murphy_reticle = 0.4680943579969482374;
inline constexpr double seeds_reticle = 0.5512679162072767365;
inline constexpr double negative_binomial_reticle_3 = 0.4866555695363778011;
inline constexpr double murphy_loss_tiny = 0.9999999999994694614;
inline constexpr double murphy_20 = 0.002499999989694231898;
inline constexpr double capital_even_38 = 0.8846264117983562465;
inline constexpr double capital_front_loaded_38 = 0.9204980539980379629;
inline constexpr double capital_s_curve_38 = 0.8837549761198026593;
inline constexpr double capital_even_19_and_a_half = 0.9370215926705380073;
inline constexpr double output_38_120_12 = 60.81834949577282126;
inline constexpr double output_19_and_a_half_100_and_a_quarter_7 = 62.01329865213003377;
inline constexpr double discount_19_months = 0.8852767404346689917;
inline constexpr double delay_19_months = 1.12959027875170665;
inline constexpr double third_fab_at_20_percent = 0.7021037027785601406;
inline constexpr double first_three_fabs_at_20_percent = 2.502103702778560141;
inline constexpr double wafer_usd = 17708.81427211010797;

}  // namespace reference
