// SPDX-License-Identifier: BSL-1.0
#include <headway/math/gamma.hpp>

#include "catch.hpp"
#include "reference/gamma.hpp"

#include <bit>
#include <cstdint>
#include <limits>

namespace hw = headway;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// The bound is `body` for values and inverse's arguments above 1e-30, `far` below.
template <class F, std::size_t N>
void check_relative(const char* name, F f, const reference::golden2 (&values)[N], bool is_inverse, double body,
                    double far) {
    double worst[2] = {0.0, 0.0};
    double at[2][2] = {{0.0, 0.0}, {0.0, 0.0}};
    for (const auto& g : values) {
        const bool is_far = g.value < 1e-30 || (is_inverse && g.x < 1e-30);
        const double e = reference::relative_error(f(g.a, g.x), g.value, g.rest);
        if (e > worst[is_far]) {
            worst[is_far] = e;
            at[is_far][0] = g.a;
            at[is_far][1] = g.x;
        }
    }
    INFO(name << ": largest relative error " << worst[0] << " at (" << at[0][0] << ", " << at[0][1] << "), far tails "
              << worst[1] << " at (" << at[1][0] << ", " << at[1][1] << "), " << N << " values");
    CHECK(worst[0] <= body);
    CHECK(worst[1] <= far);
}

}  // namespace

static_assert(hw::log_gamma(1.0) == 0.0 && hw::log_gamma(2.0) == 0.0 && hw::log_gamma(0.0) == inf);
static_assert(hw::is_nan(hw::log_gamma(-1.0)) && hw::is_nan(hw::log_gamma(not_a_number)));
static_assert(hw::gamma_p(2.5, 0.0) == 0.0 && hw::gamma_q(2.5, 0.0) == 1.0);
static_assert(hw::gamma_p(2.5, inf) == 1.0 && hw::gamma_q(2.5, inf) == 0.0);
static_assert(hw::is_nan(hw::gamma_p(0.0, 1.0)) && hw::is_nan(hw::gamma_p(-1.0, 1.0)));
static_assert(hw::is_nan(hw::gamma_q(1.0, -1.0)) && hw::is_nan(hw::gamma_q(not_a_number, 1.0)));
static_assert(hw::is_nan(hw::gamma_p(1.0, not_a_number)) && hw::is_nan(hw::gamma_p_inverse(1.0, 1.5)));
static_assert(hw::is_nan(hw::gamma_p_inverse(1.0, -0.5)) && hw::is_nan(hw::gamma_q_inverse(-1.0, 0.5)));
static_assert(hw::is_nan(hw::gamma_q_inverse(1.0, not_a_number)));
static_assert(hw::gamma_p_inverse(3.0, 0.0) == 0.0 && hw::gamma_p_inverse(3.0, 1.0) == inf);
static_assert(hw::gamma_q_inverse(3.0, 0.0) == inf && hw::gamma_q_inverse(3.0, 1.0) == 0.0);

// Each method runs in a constant expression: series, fraction, small shape, uniform expansion, inverse.
static_assert(hw::abs(hw::gamma_p(3.0, 2.0) - 0.32332358381693654) < 1e-15);
static_assert(hw::abs(hw::gamma_q(1.0, 5.0) - 0.0067379469990854671) < 1e-16);
static_assert(hw::gamma_q(0.01, 0.5) > 0.0055 && hw::gamma_q(0.01, 0.5) < 0.0057);
static_assert(hw::gamma_p(1e6, 1e6) > 0.50013 && hw::gamma_p(1e6, 1e6) < 0.50014);
static_assert(hw::abs(hw::gamma_p_inverse(2.0, 0.5) - 1.6783469900166605) < 2e-15);

TEST_CASE("log_gamma agrees with 60-digit values", "[core][gamma]") {
    double worst = 0.0;
    double at = 0.0;
    for (const auto& g : reference::log_gamma) {
        const double e = reference::relative_error(hw::log_gamma(g.x), g.value, g.rest);
        if (e > worst) {
            worst = e;
            at = g.x;
        }
    }
    INFO("largest relative error " << worst << " at " << at);
    CHECK(worst <= 8e-16);
}

TEST_CASE("the incomplete gamma functions agree with 60-digit values", "[core][gamma]") {
    check_relative("gamma_p", hw::gamma_p, reference::gamma_p, false, 3e-14, 4e-13);
    check_relative("gamma_q", hw::gamma_q, reference::gamma_q, false, 3e-14, 4e-13);
}

TEST_CASE("the inverse incomplete gamma functions agree with 60-digit values", "[core][gamma]") {
    check_relative("gamma_p_inverse", hw::gamma_p_inverse, reference::gamma_p_inverse, true, 5e-14, 4e-13);
    check_relative("gamma_q_inverse", hw::gamma_q_inverse, reference::gamma_q_inverse, true, 5e-14, 4e-13);
}

TEST_CASE("gamma_p rises, gamma_q falls, and they add to one across the joints of the methods", "[core][gamma]") {
    for (const double a : {0.01, 0.3, 0.999, 1.0, 3.0, 19.99, 20.0, 21.0, 80.0, 3000.0, 1e6}) {
        double before_p = 0.0;
        double before_q = 1.0;
        for (double x = a * 0.2; x < a * 3.0 + 3.0; x += (a * 2.8 + 3.0) / 500.0) {
            const double p = hw::gamma_p(a, x);
            const double q = hw::gamma_q(a, x);
            INFO("a = " << a << ", x = " << x);
            CHECK(hw::abs(p + q - 1.0) < 1e-15);
            CHECK(p >= before_p * (1.0 - 1e-13));
            CHECK(q <= before_q * (1.0 + 1e-13));
            before_p = p;
            before_q = q;
        }
    }
}

TEST_CASE("the inverses undo the incomplete gamma functions from 1e-300 to 1 - 1e-16", "[core][gamma]") {
    // One unit of x moves the probability by (unit)·slope/tail, of order sqrt(a) in the body and up to 700 in the tails.
    for (const double a : {0.01, 0.05, 0.4, 1.0, 1.5, 2.0, 7.0, 19.0, 20.0, 150.0, 1e4, 1e6}) {
        const auto check = [a](double t) {
            const double x = hw::gamma_p_inverse(a, t);
            const double y = hw::gamma_q_inverse(a, t);
            INFO("a = " << a << ", t = " << t << ", x = " << x << ", y = " << y);
            const auto bound = [a](double z) {
                const auto at = hw::detail::gamma_tails(a, z);
                const double tail = at.lower < at.upper ? at.lower : at.upper;
                return 1e-14 + 1e-15 * hw::abs(hw::log(tail)) + 4e-16 * at.slope / tail;
            };
            if (x > 1e-300) CHECK(hw::abs(hw::gamma_p(a, x) - t) <= t * bound(x));
            if (y > 1e-300) CHECK(hw::abs(hw::gamma_q(a, y) - t) <= t * bound(y));
        };
        for (int k = 0; k <= 299; ++k) check(0.93 * hw::pow(10.0, -k));
        for (int k = 1; k < 200; ++k) check(k / 200.0);
        for (int k = 3; k <= 53; ++k) check(1.0 - hw::pow(2.0, -k));
    }
}

TEST_CASE("log_gamma grows by log x from x to x + 1", "[core][gamma]") {
    for (double x = 0.01; x < 2000.0; x *= 1.03)
        CHECK(hw::abs(hw::log_gamma(x + 1.0) - hw::log_gamma(x) - hw::log(x)) <=
              3e-15 * (1.0 + hw::abs(hw::log_gamma(x + 1.0)) + hw::abs(hw::log(x))));
}

TEST_CASE("the bits of the gamma functions do not depend on the compiler or its options", "[core][gamma]") {
    std::uint64_t state = 7;
    const auto uniform = [&] {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (static_cast<double>(state >> 11) + 0.5) * 0x1p-53;
    };
    std::uint64_t hash = 0;
    const auto add = [&](double x) { hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 0x9e3779b97f4a7c15U; };
    for (int i = 0; i < 3000; ++i) {
        const double a = hw::exp(18.0 * uniform() - 4.6);
        const double p = uniform();
        add(hw::log_gamma(a));
        const double x = hw::gamma_p_inverse(a, p);
        add(x);
        add(hw::gamma_q_inverse(a, p * p * p * p));
        add(hw::gamma_p(a, 0.8 * x));
        add(hw::gamma_q(a, 1.3 * x));
    }
    CHECK(hash == 0x2fa460b2b9105841U);
}
