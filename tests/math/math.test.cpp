// SPDX-License-Identifier: BSL-1.0
#include <headway/math/math.hpp>

#include "catch.hpp"

namespace hw = headway;

// What one function says about another: the fits, series and fractions behind them have nothing in common.

TEST_CASE("the incomplete gamma function of shape 1/2 is the error function", "[core][math]") {
    for (double x = 0.001; x < 26.0; x *= 1.01) {
        // x² is rounded, which moves the probability by x²·slope/tail of a unit.
        const double room = 1e-15 + 2.3e-16 * 2.0 * x * x;
        CHECK(hw::abs(hw::gamma_p(0.5, x * x) - hw::erf(x)) <= room * hw::erf(x));
        CHECK(hw::abs(hw::gamma_q(0.5, x * x) - hw::erfc(x)) <= 2.0 * room * hw::erfc(x));
    }
}

TEST_CASE("the incomplete gamma function of shape 1 is the exponential", "[core][math]") {
    for (double x = 1e-12; x < 690.0; x *= 1.1) {
        CHECK(hw::abs(hw::gamma_p(1.0, x) + hw::expm1(-x)) <= 5e-15 * -hw::expm1(-x));
        CHECK(hw::abs(hw::gamma_q(1.0, x) - hw::exp(-x)) <= (2e-15 + 1e-15 * x) * hw::exp(-x));
        CHECK(hw::abs(hw::gamma_q_inverse(1.0, hw::exp(-x)) - x) <= 2.3e-16 * (1.0 + 3.0 * x));
    }
}

TEST_CASE("with one large shape the incomplete beta function nears the incomplete gamma function", "[core][math]") {
    // -log(1-x) times b + (a-1)/2 is gamma distributed up to terms of order (a/b)².
    for (const double a : {0.05, 0.5, 1.0, 4.0, 30.0}) {
        const double b = 1e6;
        for (double z = 0.2; z < 3.0; z += 0.2) {
            const double x = z * a / (b + 0.5 * (a - 1.0));
            const double got = hw::beta_i(a, b, -hw::expm1(-x));
            CHECK(hw::abs(got - hw::gamma_p(a, z * a)) <= 3e-9 * got);
        }
    }
}

TEST_CASE("Student's distribution with 2 degrees of freedom, both ends", "[core][math]") {
    // The upper tail is (1 - t/√(2 + t²))/2 = 1/(√(2 + t²)·(√(2 + t²) + t)), and half the beta function at 2/(2 + t²).
    for (double t = 1e-3; t < 1e100; t *= 1.7) {
        const double r = hw::sqrt(2.0 + t * t);
        const double exact = 1.0 / (r * (r + t));
        const double x = 2.0 / (2.0 + t * t);
        const double y = t * t / (2.0 + t * t);
        const double far = hw::log1p(t);
        CHECK(hw::abs(0.5 * hw::detail::beta_tails(1.0, 0.5, x, y).lower - exact) <= (3e-15 + 4e-16 * far) * exact);
        const auto back = hw::detail::beta_inverse(1.0, 0.5, 2.0 * exact, 1.0 - 2.0 * exact);
        // Near the middle the probability is coarse: its unit is 1.1e-16.
        CHECK(hw::abs(hw::sqrt(2.0 * back.y / back.x) - t) <= 2e-15 * t + 4e-16);
    }
}

TEST_CASE("a large equal pair of shapes is nearly normal", "[core][math]") {
    const double a = 5e5;
    for (double z = -6.0; z <= 6.0; z += 0.5) {
        const double got = hw::beta_i(a, a, 0.5 + 0.5 * z / hw::sqrt(2.0 * a + 1.0));
        CHECK(hw::abs(got - hw::normal_cdf(z)) <= 4e-4 * got);
    }
}

TEST_CASE("log_beta, log_gamma and the slopes agree", "[core][math]") {
    for (double a = 0.01; a < 1e5; a *= 3.1)
        for (double b = 0.02; b < 1e5; b *= 3.7) {
            const double parts = hw::log_gamma(a) + hw::log_gamma(b) - hw::log_gamma(a + b);
            const double size =
                1.0 + hw::abs(hw::log_gamma(a)) + hw::abs(hw::log_gamma(b)) + hw::abs(hw::log_gamma(a + b));
            CHECK(hw::abs(hw::log_beta(a, b) - parts) <= 1e-15 * size);
            // At the mean the slope is x^a·y^b/B(a, b).
            const double x = a / (a + b);
            const double y = b / (a + b);
            const double slope = hw::detail::beta_tails(a, b, x, y).slope;
            const double direct = -a * hw::log1p(b / a) - b * hw::log1p(a / b) - parts;
            CHECK(hw::abs(hw::log(slope) - direct) <= 2e-15 * (size + a + b));
        }
}
