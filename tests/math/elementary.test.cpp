// SPDX-License-Identifier: BSL-1.0
#include <headway/math/elementary.hpp>

#include "catch.hpp"
#include "golden.hpp"
#include "reference/elementary.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

// With fused multiply-add compilers contract a·b + c unless told not to; the bounds hold all the same, the bits do not.
#if defined(__FMA__) || defined(__FP_FAST_FMA) || defined(__ARM_FEATURE_FMA)
#define HEADWAY_TEST_CONTRACTED 1
#else
#define HEADWAY_TEST_CONTRACTED 0
#endif

namespace hw = headway;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double exp_highest = 0x1.62e42fefa39efp+9;
constexpr double exp_lowest = -0x1.74910d52d3051p+9;

constexpr bool same(double a, double b) {
    return hw::is_nan(a) ? hw::is_nan(b) : std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

constexpr double neighbour(double x, int step) {
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) + static_cast<std::uint64_t>(step));
}

// Subnormal results are rounded twice and have a bound of their own.
struct largest_errors {
    double normal = 0.0, subnormal = 0.0;

    void see(double got, double value, double rest) {
        const double e = std::fabs((got - value) / reference::unit_at(value) - rest);
        double& worst = std::fabs(value) < 0x1p-1022 ? subnormal : normal;
        if (!(e <= worst)) worst = e >= 0.0 ? e : inf;
    }
    // The golden values hold the worst arguments known: a bound far above them is wrong too.
    void check(double bound, double subnormal_bound) const {
        INFO("largest error " << normal << " ULP, subnormal results " << subnormal << " ULP");
        CHECK(normal <= bound);
        CHECK(subnormal <= subnormal_bound);
#if !HEADWAY_TEST_CONTRACTED
        CHECK(normal >= 0.94 * bound);
        CHECK(subnormal >= 0.94 * subnormal_bound);
#endif
    }
};

template <class F, std::size_t N>
void check_units(F f, const reference::unary_value (&values)[N], double bound, double subnormal_bound = 0.0) {
    largest_errors worst;
    for (const auto& v : values) worst.see(f(v.x), v.value, v.rest);
    worst.check(bound, subnormal_bound);
}

// Any bit pattern, the same sequence on every platform.
struct pattern_source {
    std::uint64_t state = 2025;
    std::uint64_t operator()() {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return state ^ (state >> 29);
    }
    double between(double lo, double hi) { return lo + (hi - lo) * (static_cast<double>((*this)() >> 11) * 0x1p-53); }
    double positive() { return std::bit_cast<double>((*this)() % 0x7ff0'0000'0000'0000U); }
};

// FNV-1a over the bits; NaN counts as one value.
struct fingerprint {
    std::uint64_t value = 0xcbf2'9ce4'8422'2325;
    void add(double x) {
        std::uint64_t bits = hw::is_nan(x) ? 0x7ff8'0000'0000'0000 : std::bit_cast<std::uint64_t>(x);
        for (int i = 0; i < 8; ++i, bits >>= 8) value = (value ^ (bits & 255)) * 0x100'0000'01b3;
    }
};

constexpr std::array arguments{0.0,      -0.0,      1.0,     -1.0,    0.5,         -0.7,    2.0,      3.0,
                               10.0,     -10.0,     0.1,     1e-10,   -1e-300,     1e300,   smallest, largest,
                               -largest, inf,       -inf,    700.25,  -740.5,      709.9,   -800.0,   1e-308,
                               1.390625, 0.6953125, 42.0,    1.41421, 0x1p52,      -0x1p53, 0x1p63,   -123.456,
                               1023.5,   1024.0,    -1074.5, -1e9,    not_a_number};

template <class F>
void check_constant_equals_run_time(F f, const std::array<double, arguments.size()>& folded) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        volatile double hidden = arguments[i];
        const double x = hidden;
        const double got = f(x);
        INFO("at " << x << ": constant " << folded[i] << ", run time " << got);
        CHECK(same(got, folded[i]));
    }
}

template <class F>
constexpr auto folded(F f) {
    std::array<double, arguments.size()> result{};
    for (std::size_t i = 0; i < arguments.size(); ++i) result[i] = f(arguments[i]);
    return result;
}

constexpr auto exp_ = [](double x) { return hw::exp(x); };
constexpr auto exp2_ = [](double x) { return hw::exp2(x); };
constexpr auto expm1_ = [](double x) { return hw::expm1(x); };
constexpr auto log_ = [](double x) { return hw::log(x); };
constexpr auto log2_ = [](double x) { return hw::log2(x); };
constexpr auto log10_ = [](double x) { return hw::log10(x); };
constexpr auto log1p_ = [](double x) { return hw::log1p(x); };
constexpr auto sqrt_ = [](double x) { return hw::sqrt(x); };
[[maybe_unused]] constexpr auto floor_ = [](double x) { return hw::floor(x); };

template <auto F>
[[maybe_unused]] constexpr auto constants = folded(F);

template <auto F>
void check_constants() {
    check_constant_equals_run_time(F, constants<F>);
}

}  // namespace

static_assert(hw::abs(-2.5) == 2.5 && same(hw::abs(-0.0), 0.0) && hw::abs(-inf) == inf);
static_assert(hw::is_nan(not_a_number) && !hw::is_nan(inf));
static_assert(hw::is_finite(largest) && !hw::is_finite(-inf) && !hw::is_finite(not_a_number));

static_assert(hw::floor(2.7) == 2.0 && hw::floor(-0.5) == -1.0 && hw::floor(-3.0) == -3.0 && hw::floor(1e300) == 1e300);
static_assert(same(hw::floor(-0.0), -0.0) && same(hw::floor(0.5), 0.0) && hw::floor(-smallest) == -1.0);
static_assert(hw::floor(0x1.fffffffffffffp51) == 0x1.ffffffffffffep51 && hw::floor(-inf) == -inf);
static_assert(hw::is_nan(hw::floor(not_a_number)));

static_assert(hw::exp(0.0) == 1.0 && hw::exp(-0.0) == 1.0 && hw::exp(inf) == inf && same(hw::exp(-inf), 0.0));
static_assert(hw::is_nan(hw::exp(not_a_number)));
static_assert(hw::exp(1.0) == 0x1.5bf0a8b145769p+1);
static_assert(hw::exp(exp_highest) < inf && hw::exp(neighbour(exp_highest, 1)) == inf);
static_assert(hw::exp(exp_lowest) == smallest && hw::exp(neighbour(exp_lowest, 1)) == 0.0);

static_assert(hw::exp2(10.0) == 1024.0 && hw::exp2(-1074.0) == smallest && same(hw::exp2(-1075.0), 0.0));
static_assert(hw::exp2(neighbour(-1075.0, -1)) == smallest && hw::exp2(1024.0) == inf && hw::exp2(inf) == inf);
static_assert(hw::exp2(neighbour(1024.0, -1)) < inf && hw::exp2(-inf) == 0.0 && hw::is_nan(hw::exp2(not_a_number)));

static_assert(same(hw::expm1(0.0), 0.0) && same(hw::expm1(-0.0), -0.0) && hw::expm1(smallest) == smallest);
static_assert(hw::expm1(-inf) == -1.0 && hw::expm1(inf) == inf && hw::is_nan(hw::expm1(not_a_number)));
static_assert(hw::expm1(exp_highest) < inf && hw::expm1(neighbour(exp_highest, 1)) == inf);
static_assert(hw::expm1(-37.0) > -1.0 && hw::expm1(-38.0) == -1.0 && hw::expm1(-1e300) == -1.0);

static_assert(same(hw::log(1.0), 0.0) && hw::log(0.0) == -inf && hw::log(-0.0) == -inf && hw::log(inf) == inf);
static_assert(hw::is_nan(hw::log(-smallest)) && hw::is_nan(hw::log(-1.0)) && hw::is_nan(hw::log(-inf)));
static_assert(hw::is_nan(hw::log(not_a_number)) && hw::is_nan(hw::log(-not_a_number)));
static_assert(hw::log(2.0) == 0x1.62e42fefa39efp-1 && hw::log(largest) == exp_highest);

static_assert(same(hw::log2(1.0), 0.0) && hw::log2(0.0) == -inf && hw::log2(inf) == inf && hw::is_nan(hw::log2(-1.0)));
static_assert(hw::log2(smallest) == -1074.0 && hw::is_nan(hw::log2(not_a_number)));
static_assert(same(hw::log10(1.0), 0.0) && hw::log10(-0.0) == -inf && hw::log10(inf) == inf);
static_assert(hw::is_nan(hw::log10(-1.0)) && hw::is_nan(hw::log10(not_a_number)));
static_assert(hw::log10(1e22) == 22.0 && hw::log10(1e-300) == -300.0);

static_assert(same(hw::log1p(0.0), 0.0) && same(hw::log1p(-0.0), -0.0) && hw::log1p(-smallest) == -smallest);
static_assert(hw::log1p(-1.0) == -inf && hw::is_nan(hw::log1p(neighbour(-1.0, 1))) && hw::is_nan(hw::log1p(-inf)));
static_assert(hw::log1p(inf) == inf && hw::is_nan(hw::log1p(not_a_number)) && hw::log1p(largest) == exp_highest);

static_assert(same(hw::sqrt(0.0), 0.0) && same(hw::sqrt(-0.0), -0.0) && hw::sqrt(inf) == inf);
static_assert(hw::is_nan(hw::sqrt(-smallest)) && hw::is_nan(hw::sqrt(-inf)) && hw::is_nan(hw::sqrt(not_a_number)));
static_assert(hw::sqrt(2.0) == 0x1.6a09e667f3bcdp+0 && hw::sqrt(smallest) == 0x1p-537);
static_assert(hw::sqrt(largest) == 0x1.fffffffffffffp+511 && hw::sqrt(neighbour(4.0, -1)) == neighbour(2.0, -1));

static_assert(hw::pow(3.0, 4.0) == 81.0 && hw::pow(-2.0, 3.0) == -8.0 && hw::pow(-2.0, -2.0) == 0.25);
static_assert(hw::pow(2.0, -1074.0) == smallest && hw::pow(2.0, 1024.0) == inf && hw::pow(-2.0, 1025.0) == -inf);
static_assert(hw::pow(10.0, 300.0) == 1e300 && hw::pow(1e300, 1e300) == inf && hw::pow(1e300, -1e300) == 0.0);
static_assert(hw::pow(5.0, smallest) == 1.0 && hw::pow(0.9, largest) == 0.0 &&
              hw::pow(neighbour(1.0, 1), largest) == inf);

TEST_CASE("elementary functions are as close to the exact value as their comments say") {
    SECTION("exp") { check_units(exp_, reference::exp, 0.74, 0.82); }
    SECTION("exp2") { check_units(exp2_, reference::exp2, 0.74, 0.82); }
    SECTION("expm1") { check_units(expm1_, reference::expm1, 1.3); }
    SECTION("log") { check_units(log_, reference::log, 0.82); }
    SECTION("log2") { check_units(log2_, reference::log2, 1.1); }
    SECTION("log10") { check_units(log10_, reference::log10, 1.0); }
    SECTION("log1p") { check_units(log1p_, reference::log1p, 0.92); }
    SECTION("sqrt") { check_units(sqrt_, reference::sqrt, 0.5); }
    SECTION("pow") {
        largest_errors worst;
        for (const auto& v : reference::pow) worst.see(hw::pow(v.x, v.y), v.value, v.rest);
        worst.check(0.74, 0.84);
    }
}

#if !HEADWAY_TEST_CONTRACTED

TEST_CASE("a constant expression and the running program give the same bits") {
    SECTION("exp") { check_constants<exp_>(); }
    SECTION("exp2") { check_constants<exp2_>(); }
    SECTION("expm1") { check_constants<expm1_>(); }
    SECTION("log") { check_constants<log_>(); }
    SECTION("log2") { check_constants<log2_>(); }
    SECTION("log10") { check_constants<log10_>(); }
    SECTION("log1p") { check_constants<log1p_>(); }
    SECTION("sqrt") { check_constants<sqrt_>(); }
    SECTION("floor") { check_constants<floor_>(); }
    SECTION("pow to 0.3") {
        constexpr auto f = [](double x) { return hw::pow(x, 0.3); };
        check_constants<f>();
    }
    SECTION("pow to -7") {
        constexpr auto f = [](double x) { return hw::pow(x, -7.0); };
        check_constants<f>();
    }
    SECTION("powers of 1.7") {
        constexpr auto f = [](double y) { return hw::pow(1.7, y); };
        check_constants<f>();
    }
}

// Bits recorded once: other compilers, optimisation levels and the vectorised loop must reproduce them.
TEST_CASE("results have the recorded bits, one by one and in a loop over a block") {
    constexpr std::size_t block = 64;
    const auto check = [](auto f, double lo, double hi, std::uint64_t expected) {
        pattern_source source;
        fingerprint blocks;
        fingerprint singles;
        for (int round = 0; round < 200; ++round) {
            double x[block];
            double y[block];
            for (std::size_t i = 0; i < block; ++i)
                x[i] = i % 4 == 0 ? std::bit_cast<double>(source()) : source.between(lo, hi);
            for (std::size_t i = 0; i < block; ++i) y[i] = f(x[i]);
            for (std::size_t i = 0; i < block; ++i) {
                blocks.add(y[i]);
                volatile double hidden = x[i];
                singles.add(f(hidden));
            }
        }
        CHECK(blocks.value == expected);
        CHECK(singles.value == expected);
    };
    check(exp_, -750.0, 715.0, 0x70de'eaa9'4967'f679);
    check(exp2_, -1080.0, 1030.0, 0xa21e'6856'078f'5aee);
    check(expm1_, -50.0, 50.0, 0x31da'8282'cb42'7e61);
    check(log_, -0.5, 4.0, 0x1a02'927e'd9c7'ca6a);
    check(log2_, -0.5, 4.0, 0x3bba'5084'6ebd'8ced);
    check(log10_, -0.5, 4.0, 0xfe8a'7fc1'5221'23ba);
    check(log1p_, -1.5, 4.0, 0xfae2'daf8'9211'66c2);
    check(sqrt_, -0.5, 4.0, 0xcf78'6774'af0b'b93a);
    check(floor_, -100.0, 100.0, 0x78a2'0086'5584'a306);
    check([](double x) { return hw::pow(x, 0.1 * x); }, -10.0, 400.0, 0xbf18'075d'aec0'176f);
}
#endif

TEST_CASE("logarithms of exact powers are exact") {
    for (int k = -1074; k < 1024; ++k) REQUIRE(hw::log2(std::ldexp(1.0, k)) == k);
    // a subnormal number is too far from the power it stands for
    for (int k = -307; k <= 308; ++k) REQUIRE(hw::log10(std::stod("1e" + std::to_string(k))) == k);
}

TEST_CASE("powers that are doubles are exact") {
    for (int k = -1074; k < 1024; ++k) {
        REQUIRE(hw::exp2(k) == std::ldexp(1.0, k));
        REQUIRE(hw::pow(2.0, k) == std::ldexp(1.0, k));
        REQUIRE(hw::pow(0.5, -k) == std::ldexp(1.0, k));
    }
    for (int base = 3; base < 200; base += 2) {
        double exact = 1.0;
        for (int n = 0; exact < 0x1p53; ++n, exact *= base) {
            REQUIRE(hw::pow(base, n) == exact);
            REQUIRE(hw::pow(-base, n) == (n % 2 == 0 ? exact : -exact));
            REQUIRE(hw::pow(exact, 1.0) == exact);
        }
        REQUIRE(hw::pow(base * base, 0.5) == base);
    }
    pattern_source source;
    for (int i = 0; i < 100'000; ++i) {
        const double x = source.positive();
        if (hw::pow(x, 1.0) != x) FAIL_CHECK("pow(x, 1) is not x at " << x);
    }
}

TEST_CASE("pow follows C Annex F") {
    const double odd[] = {1.0, 3.0, 5.0, 0x1.fffffffffffffp+52, 0x1p52 + 1.0};
    const double even[] = {2.0, 4.0, 0x1p53, 0x1p60, 1e300};
    const double broken[] = {0.5, 1.5, 1e-300, 0x1p51 + 0.5};
    for (const double y : odd) {
        CHECK(same(hw::pow(0.0, y), 0.0));
        CHECK(same(hw::pow(-0.0, y), -0.0));
        CHECK(same(hw::pow(0.0, -y), inf));
        CHECK(same(hw::pow(-0.0, -y), -inf));
        CHECK(same(hw::pow(inf, y), inf));
        CHECK(same(hw::pow(inf, -y), 0.0));
        CHECK(same(hw::pow(-inf, y), -inf));
        CHECK(same(hw::pow(-inf, -y), -0.0));
        CHECK(hw::pow(-1.0, y) == -1.0);
    }
    for (const double y : even) {
        CHECK(same(hw::pow(-0.0, y), 0.0));
        CHECK(same(hw::pow(-0.0, -y), inf));
        CHECK(same(hw::pow(-inf, y), inf));
        CHECK(same(hw::pow(-inf, -y), 0.0));
        CHECK(hw::pow(-1.0, y) == 1.0);
    }
    for (const double y : broken) {
        CHECK(same(hw::pow(-0.0, y), 0.0));
        CHECK(same(hw::pow(-0.0, -y), inf));
        CHECK(same(hw::pow(-inf, y), inf));
        CHECK(same(hw::pow(-inf, -y), 0.0));
        for (const double x : {smallest, 0.5, 1.0, 3.0, largest}) {
            CHECK(hw::is_nan(hw::pow(-x, y)));
            CHECK(hw::is_nan(hw::pow(-x, -y)));
        }
    }
    for (const double y : {0.0, -0.0})
        for (const double x : {0.0, -0.0, 1.0, -3.0, inf, -inf, not_a_number}) CHECK(hw::pow(x, y) == 1.0);
    for (const double y : {-inf, -1.5, 2.0, inf, not_a_number}) CHECK(hw::pow(1.0, y) == 1.0);
    for (const double y : {-inf, inf}) CHECK(hw::pow(-1.0, y) == 1.0);
    for (const double x : {0.0, smallest, 0.5, neighbour(1.0, -1)})
        for (const double sign : {1.0, -1.0}) {
            CHECK(same(hw::pow(sign * x, inf), 0.0));
            CHECK(same(hw::pow(sign * x, -inf), inf));
        }
    for (const double x : {neighbour(1.0, 1), 2.0, largest, inf})
        for (const double sign : {1.0, -1.0}) {
            CHECK(same(hw::pow(sign * x, inf), inf));
            CHECK(same(hw::pow(sign * x, -inf), 0.0));
        }
    for (const double x : {-inf, -2.0, 0.0, 0.5, inf, not_a_number}) CHECK(hw::is_nan(hw::pow(x, not_a_number)));
    for (const double y : {-inf, -2.0, 0.5, inf}) CHECK(hw::is_nan(hw::pow(not_a_number, y)));
}

TEST_CASE("special values at run time, where they come about by overflow") {
    const auto hidden = [](double x) {
        volatile double h = x;
        return double{h};
    };
    for (const double x : {neighbour(exp_highest, 1), 710.0, 1e4, largest, inf}) {
        CHECK(hw::exp(hidden(x)) == inf);
        CHECK(hw::expm1(hidden(x)) == inf);
        CHECK(same(hw::exp(hidden(-x * 1.06)), 0.0));
        CHECK(hw::expm1(hidden(-x)) == -1.0);
    }
    // quiet NaN with and without sign and payload
    for (const std::uint64_t bits :
         {0x7ff8'0000'0000'0000U, 0xfff8'0000'0000'0000U, 0x7fff'ffff'ffff'ffffU, 0xfff8'0000'0000'07fdU}) {
        const double x = hidden(std::bit_cast<double>(bits));
        for (const double got : {hw::exp(x), hw::exp2(x), hw::expm1(x), hw::log(x), hw::log2(x), hw::log10(x),
                                 hw::log1p(x), hw::sqrt(x), hw::floor(x), hw::pow(x, 2.0), hw::pow(2.0, x), hw::abs(x)})
            CHECK(hw::is_nan(got));
    }
}

TEST_CASE("the square root of constant expressions is the processor's") {
    pattern_source source;
    for (int i = 0; i < 200'000; ++i) {
        const double x = i % 3 == 0   ? source.between(1.0, 4.0)
                         : i % 3 == 1 ? source.positive()
                                      : source.positive() * 0x1p-900;
        if (x == 0.0) continue;
        const double root = hw::detail::sqrt_by_newton(x);
        if (root != hw::sqrt(x)) FAIL_CHECK("differs at " << x << ": " << root);
    }
}

TEST_CASE("floor is the largest integer not above") {
    pattern_source source;
    for (int i = 0; i < 100'000; ++i) {
        const double x = i % 2 == 0 ? source.between(-1e6, 1e6) : std::bit_cast<double>(source());
        if (!same(hw::floor(x), std::floor(x))) FAIL_CHECK("differs at " << x << ": " << hw::floor(x));
    }
}

TEST_CASE("the exponential of moderate arguments has the bits of the general one") {
    pattern_source source;
    for (int i = 0; i < 100'000; ++i) {
        const double x = i % 2 == 0 ? source.between(-700.0, 700.0) : source.between(-1.0, 1.0);
        if (!same(hw::detail::exp_of_moderate(x), hw::exp(x))) FAIL_CHECK("differs at " << x);
    }
    for (const double x : {-700.0, -0.0, 0.0, 1e-320, 700.0}) CHECK(same(hw::detail::exp_of_moderate(x), hw::exp(x)));
}
