// SPDX-License-Identifier: BSL-1.0
#include <headway/math/error_function.hpp>

#include "catch.hpp"
#include "reference/error_function.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <limits>

namespace hw = headway;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

template <class F, std::size_t N>
void check_units(const char* name, F f, const reference::golden (&values)[N], double bound) {
    double worst = 0.0;
    double at = 0.0;
    for (const auto& g : values) {
        const double e = reference::error_in_units(f(g.x), g.value, g.rest);
        if (e > worst) {
            worst = e;
            at = g.x;
        }
    }
    INFO(name << ": largest error " << worst << " units at " << at << " of " << N << " values");
    CHECK(worst <= bound);
}

// Uniform on [0, 1), the same on every platform.
struct uniform_source {
    std::uint64_t state;
    double operator()() {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>(state >> 11) * 0x1p-53;
    }
};

}  // namespace

static_assert(hw::erf(0.0) == 0.0);
static_assert(std::bit_cast<std::uint64_t>(hw::erf(-0.0)) == 0x8000'0000'0000'0000);
static_assert(hw::erf(inf) == 1.0 && hw::erf(-inf) == -1.0 && hw::is_nan(hw::erf(not_a_number)));
static_assert(hw::erfc(0.0) == 1.0 && hw::erfc(inf) == 0.0 && hw::erfc(-inf) == 2.0 &&
              hw::is_nan(hw::erfc(not_a_number)));
static_assert(hw::normal_cdf(0.0) == 0.5 && hw::normal_cdf(-inf) == 0.0 && hw::normal_cdf(inf) == 1.0);
static_assert(hw::is_nan(hw::normal_cdf(not_a_number)) && hw::is_nan(hw::normal_pdf(not_a_number)) &&
              hw::normal_pdf(-inf) == 0.0);
static_assert(hw::normal_quantile(0.5) == 0.0 && hw::normal_quantile(0.0) == -inf && hw::normal_quantile(1.0) == inf);
static_assert(hw::is_nan(hw::normal_quantile(not_a_number)) && hw::is_nan(hw::normal_quantile(-0.1)));
static_assert(hw::is_nan(hw::normal_quantile(1.0000001)) && hw::is_nan(hw::normal_quantile(inf)));
static_assert(hw::normal_quantile(0.95) > 1.644853626951472 && hw::normal_quantile(0.95) < 1.644853626951473);
static_assert(hw::normal_quantile_upper(0.25) == -hw::normal_quantile(0.25));
static_assert(hw::normal_quantile_upper(1e-300) > 37.0 && hw::normal_quantile(5e-324) < -38.4);

TEST_CASE("error functions agree with 60-digit values to the stated units in the last place",
          "[core][error_function]") {
    check_units("erf", [](double x) { return hw::erf(x); }, reference::erf, 1.3);
    check_units("erfc", [](double x) { return hw::erfc(x); }, reference::erfc, 2.9);
    check_units("normal_cdf", [](double x) { return hw::normal_cdf(x); }, reference::normal_cdf, 3.7);
    check_units("normal_pdf", [](double x) { return hw::normal_pdf(x); }, reference::normal_pdf, 1.6);
    check_units("normal_quantile", [](double x) { return hw::normal_quantile(x); }, reference::normal_quantile, 3.6);
}

TEST_CASE("erf is odd, erf + erfc = 1, normal functions are symmetric", "[core][error_function]") {
    for (double x = -7.0; x < 7.0; x += 0.0137) {
        CHECK(hw::erf(-x) == -hw::erf(x));
        CHECK(hw::abs(hw::erf(x) + hw::erfc(x) - 1.0) < 3e-16);
        CHECK(hw::abs(hw::normal_cdf(x) + hw::normal_cdf(-x) - 1.0) < 3e-16);
        CHECK(hw::normal_pdf(x) == hw::normal_pdf(-x));
    }
    uniform_source u{1};
    for (int i = 0; i < 2000; ++i) {
        const double p = u();
        if (1.0 - (1.0 - p) == p) CHECK(hw::normal_quantile(1.0 - p) == -hw::normal_quantile(p));
    }
}

TEST_CASE("normal_quantile inverts normal_cdf from 1e-300 to 1 - 1e-16", "[core][error_function]") {
    // A relative error e of z changes the probability by z·pdf(z)/cdf(z)·e.
    const auto closes = [](double p) {
        const double z = hw::normal_quantile(p);
        const double back = hw::normal_cdf(z);
        const double gain = hw::abs(z) * hw::normal_pdf(z) / p;
        INFO("p = " << p << ", z = " << z << ", back = " << back);
        CHECK(hw::abs(back - p) <= p * 2.3e-16 * (5.0 + 4.0 * gain));
    };
    for (int k = 0; k <= 300; ++k) closes(hw::pow(10.0, -k) * 0.9);
    for (int k = 2; k <= 53; ++k) closes(1.0 - hw::pow(2.0, -k));
    for (int k = 1; k < 1000; ++k) closes(k / 1000.0);
}

TEST_CASE("normal_quantile rises across the joints of its pieces", "[core][error_function]") {
    // Over a step of 4096 units the quantile moves by more than its error.
    for (const double joint : {0.02, 0.98, 0.5, 2.28973484e-11}) {
        const double step = 4096.0 * reference::unit_at(joint);
        for (int i = -500; i < 500; ++i) {
            const double p = joint + step * i;
            REQUIRE(hw::normal_quantile(p) < hw::normal_quantile(p + step));
        }
    }
}

TEST_CASE("a block of quantiles has the bits of the scalar function", "[core][error_function]") {
    uniform_source u{42};
    constexpr std::size_t n = 64;
    for (int round = 0; round < 200; ++round) {
        std::array<double, n> p{};
        std::array<double, n> z{};
        for (auto& x : p) {
            x = u();
            if (round % 4 == 1) x = x * x * x * x * x * x;
            if (round % 4 == 2) x = 1.0 - x * x * x * x;
        }
        if (round == 3) p = {0.0, 1.0, 0.02, 0.98, 0.5, 5e-324, 1.0 - 0x1p-53, not_a_number, -1.0, 2.0};
        hw::detail::normal_quantile_block<n>(p.data(), z.data());
        for (std::size_t i = 0; i < n; ++i)
            REQUIRE((z[i] == hw::normal_quantile(p[i]) || (hw::is_nan(z[i]) && hw::is_nan(hw::normal_quantile(p[i])))));
        auto in_place = p;
        hw::detail::normal_quantile_block<n>(in_place.data(), in_place.data());
        REQUIRE((round == 3 || in_place == z));
    }
}

TEST_CASE("quantiles of several blocks at once have the bits of the scalar function", "[core][error_function]") {
    using loop = hw::detail::normal_quantile_blocks_loop;
    constexpr std::size_t block = 64;
    uniform_source u{43};
    for (std::size_t round = 0; round < 160; ++round) {
        const std::size_t blocks = 1 + round % loop::most_blocks;
        std::array<double, loop::most_blocks * block> p{};
        for (auto& x : p) {
            x = u();
            // By turns as they are drawn, all in the lower tail, most in the upper one, none in either.
            const auto kind = round / loop::most_blocks % 4;
            if (kind == 1) x = 0.02 * x * x * x * x * x * x * x * x;
            if (kind == 2) x = 1.0 - x * x * x * x * x * x;
            if (kind == 3) x = 0.25 + 0.5 * x;
        }
        if (round >= 152) p = {0.02, 0.98, 0.5, 0x1p-53, 1.0 - 0x1p-53, 1e-10, 1.0 - 1e-10, 0.0, 1.0};
        auto z = p;
        hw::detail::vector_dispatch(loop{z.data(), blocks});
        for (std::size_t i = 0; i < p.size(); ++i)
            REQUIRE(z[i] == (i < blocks * block ? hw::normal_quantile(p[i]) : p[i]));
    }
}

TEST_CASE("the bits do not depend on the compiler or its options", "[core][error_function]") {
    uniform_source u{7};
    std::uint64_t hash = 0;
    const auto add = [&](double x) { hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 0x9e3779b97f4a7c15U; };
    for (int i = 0; i < 20000; ++i) {
        const double p = u();
        add(hw::normal_quantile(p));
        add(hw::normal_quantile(p * p * p * p * p * p * p * p));
        add(hw::erf(8.0 * p - 4.0));
        add(hw::erfc(35.0 * p - 5.0));
        add(hw::normal_cdf(46.0 * p - 38.0));
        add(hw::normal_pdf(40.0 * p));
    }
    CHECK(hash == 0xedfb7ce9b1949456U);
}
