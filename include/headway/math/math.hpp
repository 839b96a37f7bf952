// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/beta.hpp>
#include <headway/math/elementary.hpp>
#include <headway/math/error_function.hpp>
#include <headway/math/gamma.hpp>

/// The mathematical functions of this library: constant expressions, one algorithm at compile time and at run time, the
/// same bits from every compiler that neither contracts nor reassociates. Largest errors measured against references of
/// 33 digits and more; ULP is the unit in the last place, the others are relative. "Body" means probabilities above
/// 1e-30, "tail" from 1e-300 to 1e-30, for shapes a and b in [1e-2, 1e6].
///
/// | function                                   | value                              | largest error             |
/// |--------------------------------------------|------------------------------------|---------------------------|
/// | exp exp2                                   | eˣ, 2ˣ                             | 0.82 ULP                  |
/// | expm1                                      | eˣ - 1                             | 1.3 ULP                   |
/// | log log1p                                  | natural logarithm of x, of 1 + x   | 0.82, 0.92 ULP            |
/// | log2 log10                                 | logarithms to base 2 and 10        | 1.1, 1.0 ULP              |
/// | pow                                        | x to the power y                   | 0.84 ULP                  |
/// | sqrt abs floor                             |                                    | exact rounding            |
/// | erf erfc                                   | error function and 1 - erf         | 1.2, 2.9 ULP              |
/// | normal_pdf normal_cdf                      | standard normal distribution       | 1.5, 3.6 ULP              |
/// | normal_quantile normal_quantile_upper      | its inverse from either end        | 3.5 ULP                   |
/// | log_gamma                                  | log Γ(x), x > 0                    | 6e-16 relative            |
/// | gamma_p gamma_q                            | incomplete gamma, regularised      | 4e-14 body, 4e-13 tail    |
/// | gamma_p_inverse gamma_q_inverse            | their x                            | 3e-14 body, 2e-13 tail    |
/// | log_beta                                   | log B(a, b)                        | 9e-16 of max(1, |value|)  |
/// | beta_i beta_i_complement                   | incomplete beta, regularised       | 5e-14 body, 5e-13 tail    |
/// | beta_i_inverse beta_i_complement_inverse   | their x                            | 4e-14 body, 2e-13 tail    |
