// SPDX-License-Identifier: BSL-1.0
#include <headway/math/beta.hpp>

#include "catch.hpp"
#include "reference/beta.hpp"

#include <bit>
#include <cstdint>
#include <limits>

namespace hw = headway;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

template <class F, std::size_t N>
void check_relative(const char* name, F f, const reference::golden3 (&values)[N], bool is_inverse, double body,
                    double far) {
    double worst[2] = {0.0, 0.0};
    double at[2][3] = {};
    for (const auto& g : values) {
        const bool is_far = g.value < 1e-30 || (is_inverse && g.x < 1e-30);
        const double e = reference::relative_error(f(g.a, g.b, g.x), g.value, g.rest);
        if (e > worst[is_far]) {
            worst[is_far] = e;
            at[is_far][0] = g.a;
            at[is_far][1] = g.b;
            at[is_far][2] = g.x;
        }
    }
    INFO(name << ": largest relative error " << worst[0] << " at (" << at[0][0] << ", " << at[0][1] << ", " << at[0][2]
              << "), far tails " << worst[1] << " at (" << at[1][0] << ", " << at[1][1] << ", " << at[1][2] << "), "
              << N << " values");
    CHECK(worst[0] <= body);
    CHECK(worst[1] <= far);
}

struct uniform_source {
    std::uint64_t state;
    double operator()() {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (static_cast<double>(state >> 11) + 0.5) * 0x1p-53;
    }
};

constexpr double shapes[] = {0.01, 0.3, 0.5, 1.0, 2.5, 15.0, 19.99, 20.0, 60.0, 1500.0, 1e6};

}  // namespace

static_assert(hw::log_beta(1.0, 1.0) == 0.0);
static_assert(hw::is_nan(hw::log_beta(0.0, 1.0)) && hw::is_nan(hw::log_beta(1.0, not_a_number)));
static_assert(hw::beta_i(2.0, 3.0, 0.0) == 0.0 && hw::beta_i_complement(2.0, 3.0, 0.0) == 1.0);
static_assert(hw::beta_i(2.0, 3.0, 1.0) == 1.0 && hw::beta_i_complement(2.0, 3.0, 1.0) == 0.0);
static_assert(hw::is_nan(hw::beta_i(0.0, 1.0, 0.5)) && hw::is_nan(hw::beta_i(1.0, -1.0, 0.5)));
static_assert(hw::is_nan(hw::beta_i(1.0, 1.0, -0.5)) && hw::is_nan(hw::beta_i(1.0, 1.0, 1.5)));
static_assert(hw::is_nan(hw::beta_i(1.0, 1.0, not_a_number)) && hw::is_nan(hw::beta_i(not_a_number, 1.0, 0.5)));
static_assert(hw::is_nan(hw::beta_i_inverse(1.0, 1.0, 1.5)) && hw::is_nan(hw::beta_i_inverse(1.0, 1.0, not_a_number)));
static_assert(hw::is_nan(hw::beta_i_complement_inverse(1.0, 0.0, 0.5)));
static_assert(hw::beta_i_inverse(2.0, 3.0, 0.0) == 0.0 && hw::beta_i_inverse(2.0, 3.0, 1.0) == 1.0);
static_assert(hw::beta_i_complement_inverse(2.0, 3.0, 0.0) == 1.0);

// Each method runs in a constant expression: series, fraction, small shape, uniform expansion, inverse.
static_assert(hw::abs(hw::beta_i(2.0, 3.0, 0.5) - 0.6875) < 1e-15);
static_assert(hw::abs(hw::beta_i(5.0, 1.0, 0.75) - 0.2373046875) < 1e-15);
static_assert(hw::beta_i_complement(0.01, 3.0, 0.1) > 0.0 && hw::beta_i_complement(0.01, 3.0, 0.1) < 0.05);
static_assert(hw::abs(hw::beta_i(1e6, 1e6, 0.5) - 0.5) < 1e-14);
static_assert(hw::abs(hw::beta_i_inverse(2.0, 2.0, 0.5) - 0.5) < 1e-15);

TEST_CASE("log_beta agrees with 70-digit values", "[core][beta]") {
    double worst = 0.0;
    double at[2] = {0.0, 0.0};
    for (const auto& g : reference::log_beta) {
        // Where B(a, b) is near 1 the logarithm is small against its parts.
        const double size = hw::abs(g.value) > 1.0 ? hw::abs(g.value) : 1.0;
        const double e = hw::abs((hw::log_beta(g.a, g.x) - g.value) - g.rest) / size;
        if (!(e <= worst)) {
            worst = e;
            at[0] = g.a;
            at[1] = g.x;
        }
    }
    INFO("largest error " << worst << " at (" << at[0] << ", " << at[1] << ")");
    CHECK(worst <= 1e-15);
}

TEST_CASE("the incomplete beta functions agree with 70-digit values", "[core][beta]") {
    check_relative("beta_i", hw::beta_i, reference::beta_i, false, 5e-14, 5e-13);
    check_relative("beta_i_complement", hw::beta_i_complement, reference::beta_i_complement, false, 5e-14, 5e-13);
}

TEST_CASE("the inverse incomplete beta functions agree with 70-digit values", "[core][beta]") {
    check_relative("beta_i_inverse", hw::beta_i_inverse, reference::beta_i_inverse, true, 5e-14, 4e-13);
    check_relative("beta_i_complement_inverse", hw::beta_i_complement_inverse, reference::beta_i_complement_inverse,
                   true, 5e-14, 4e-13);
}

TEST_CASE("beta_i rises, and mirrors when the shapes change places", "[core][beta]") {
    for (const double a : shapes)
        for (const double b : shapes) {
            const double spread = hw::sqrt(1.0 / a + 1.0 / b);
            double before = 0.0;
            for (double u = -8.0; u <= 8.0; u += 0.125) {
                const double odds = a / b * hw::exp(u * spread);
                const double x = odds / (1.0 + odds);
                const double y = 1.0 / (1.0 + odds);
                const auto at = hw::detail::beta_tails(a, b, x, y);
                const auto mirror = hw::detail::beta_tails(b, a, y, x);
                INFO("a = " << a << ", b = " << b << ", x = " << x);
                CHECK(hw::abs(at.lower + at.upper - 1.0) < 1e-15);
                CHECK(hw::abs(at.lower - mirror.upper) <= 1e-13 * at.lower);
                CHECK(at.lower >= before * (1.0 - 1e-13));
                before = at.lower;
            }
        }
}

TEST_CASE("closed forms: one shape 1, and the binomial sum", "[core][beta]") {
    for (const double a : shapes)
        for (double x = 0.03125; x < 1.0; x += 0.03125) {
            const double power = hw::pow(x, a);
            if (power > 1e-30) CHECK(hw::abs(hw::beta_i(a, 1.0, x) - power) <= 5e-14 * power);
            CHECK(hw::abs(hw::beta_i_complement(a, 1.0, x) + hw::expm1(a * hw::log(x))) <= 5e-14 * (1.0 - power));
        }
    // At least 4 of 9 trials succeed.
    for (double x = 0.0625; x < 1.0; x += 0.0625) {
        double sum = 0.0;
        double choose = 126.0;
        for (int k = 4; k <= 9; ++k) {
            sum += choose * hw::pow(x, k) * hw::pow(1.0 - x, 9 - k);
            choose = choose * (9 - k) / (k + 1);
        }
        CHECK(hw::abs(hw::beta_i(4.0, 6.0, x) - sum) <= 1e-14 * sum);
    }
}

TEST_CASE("the inverses undo the incomplete beta functions from 1e-300 to 1 - 1e-16", "[core][beta]") {
    for (const double a : shapes)
        for (const double b : shapes) {
            const auto check = [a, b](double t) {
                // A unit in x/y moves the probability by (unit)·slope/tail.
                const auto near = [](double got, double wanted, double slope) {
                    const double room = 2e-14 + 1e-15 * hw::abs(hw::log(wanted)) + 4e-16 * slope / wanted;
                    return hw::abs(got - wanted) <= wanted * room;
                };
                const auto low = hw::detail::beta_inverse(a, b, t, 1.0 - t);
                const auto at_low = hw::detail::beta_tails(a, b, low.x, low.y);
                const auto high = hw::detail::beta_inverse(a, b, 1.0 - t, t);
                const auto at_high = hw::detail::beta_tails(a, b, high.x, high.y);
                INFO("a = " << a << ", b = " << b << ", t = " << t << ", low " << low.x << " " << low.y << ", high "
                            << high.x << " " << high.y);
                if (low.x > 1e-300 && low.y > 1e-300) CHECK(near(at_low.lower, t, at_low.slope));
                if (high.x > 1e-300 && high.y > 1e-300) CHECK(near(at_high.upper, t, at_high.slope));
            };
            for (int k = 0; k <= 299; k += 13) check(0.93 * hw::pow(10.0, -k));
            for (int k = 1; k < 20; ++k) check(k / 20.0);
            for (int k = 5; k <= 53; k += 6) check(1.0 - hw::pow(2.0, -k));
        }
}

TEST_CASE("the inverse beta is right where a Newton step would leave its bracket", "[core][beta]") {
    // By mpmath, 60 digits: findroot of log(betainc(a, b, 0, x, regularized=True)) - log(p).
    const auto at = hw::detail::beta_inverse(0x1.8b001ed4171cbp+9, 0x1.1cd1049549eb3p+0, 0x1.25f0f914066bp-393, 1.0);
    CHECK(hw::abs(at.x - 0.7078740947431880227873392) <= 5e-13 * 0.7078);
    CHECK(hw::abs(at.y - 0.2921259052568119772126608) <= 5e-13 * 0.2921);
}

TEST_CASE("the bits of the beta functions do not depend on the compiler or its options", "[core][beta]") {
    uniform_source u{7};
    std::uint64_t hash = 0;
    const auto add = [&](double x) { hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 0x9e3779b97f4a7c15U; };
    for (int i = 0; i < 3000; ++i) {
        const double a = hw::exp(18.0 * u() - 4.6);
        const double b = hw::exp(18.0 * u() - 4.6);
        const double p = u();
        add(hw::log_beta(a, b));
        const double x = hw::beta_i_inverse(a, b, p);
        add(x);
        add(hw::beta_i_complement_inverse(a, b, p * p * p * p));
        add(hw::beta_i(a, b, 0.8 * x));
        add(hw::beta_i_complement(a, b, 0.2 + 0.8 * x));
    }
    CHECK(hash == 0x11bc2a8c0738d6caU);
}
