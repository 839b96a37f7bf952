// SPDX-License-Identifier: BSL-1.0
#include <headway/math/batch.hpp>

#include "catch.hpp"

#include <bit>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

namespace headway {  // where exp and log are those of the library, not those of <cmath>
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// In a constant expression.
constexpr batch counted = batch::generate([](int i) { return static_cast<double>(i); });
static_assert(batch::size == 64 && value_at(counted, 0) == 0.0 && value_at(counted, 63) == 63.0);
static_assert(all_of(batch() == 0.0) && all_of(batch(2.5) == 2.5) && all_of(+counted == counted));
static_assert(value_at(counted * 2.0 + 1.0, 5) == 11.0 && value_at(100.0 - counted / 4.0, 8) == 98.0);
static_assert(value_at(sqrt(counted), 49) == 7.0 && value_at(exp(counted), 0) == 1.0);
static_assert(value_at(select(counted < 10.0, counted, 10.0), 63) == 10.0);
static_assert(value_at(min(counted, 10.0), 63) == 10.0 && value_at(max(10.0, counted), 3) == 10.0);
static_assert(!all_of(counted < 63.0) && all_of(counted < 64.0) && any_of(counted == 63.0) && !any_of(counted > 63.0));
static_assert(number<batch> && lanes_of<batch> == 64);

// One answer per draw: true or false for a whole batch would have to lie about some.
template <class T>
concept tells_yes_or_no = requires(const T& answer) {
    answer ? 1 : 0;
};
static_assert(tells_yes_or_no<bool> && !tells_yes_or_no<batch_mask>);

// The same double: by its bits, since that is what is promised, except that a NaN has no particular ones.
bool same(double a, double b) {
    return (a != a && b != b) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

// Every exponent and sign, and the values at which functions turn; shuffled so that draws beside each other differ.
std::vector<batch> samples() {
    std::vector<double> values = {0.0,
                                  -0.0,
                                  1.0,
                                  -1.0,
                                  0.5,
                                  2.0,
                                  10.0,
                                  infinite,
                                  -infinite,
                                  nan,
                                  5e-324,
                                  -5e-324,
                                  1e308,
                                  -1e308,
                                  709.0,
                                  710.0,
                                  -745.0,
                                  -746.0,
                                  1e-308,
                                  2.2e-16,
                                  -2.2e-16,
                                  4503599627370496.5,
                                  -0.9999999999999999,
                                  3.0,
                                  1e15,
                                  0.1,
                                  -2.5};
    std::uint64_t state = 2025;
    const auto next = [&state] { return state = state * 6364136223846793005U + 1442695040888963407U; };
    while (values.size() < 64 * 40) values.push_back(std::bit_cast<double>(next()));
    for (int i = 0; i < 64 * 40; ++i) values.push_back(static_cast<double>(next() >> 11) * 0x1p-53 * 60.0 - 20.0);
    std::vector<batch> blocks;
    for (std::size_t start = 0; start + 64 <= values.size(); start += 64) {
        blocks.push_back(batch::generate([&](int i) { return values[start + static_cast<std::size_t>(i)]; }));
    }
    return blocks;
}

template <class F>
int differences_of_one(F f) {
    int different = 0;
    for (const batch& x : samples()) {
        const batch result = f(x);
        for (int i = 0; i < batch::size; ++i) different += !same(value_at(result, i), f(value_at(x, i)));
    }
    return different;
}

template <class F>
int differences_of_two(F f) {
    int different = 0;
    const auto blocks = samples();
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        const batch& x = blocks[k];
        const batch& partner = blocks[(k * 7 + 3) % blocks.size()];
        for (const int shift : {0, 1, 13}) {
            const batch y = batch::generate([&](int i) { return value_at(partner, (i + shift) % batch::size); });
            const batch both = f(x, y);
            const double number = value_at(y, 5);
            const batch right = f(x, number);
            const batch left = f(number, x);
            for (int i = 0; i < batch::size; ++i) {
                const double xi = value_at(x, i);
                different += !same(value_at(both, i), f(xi, value_at(y, i)));
                different += !same(value_at(right, i), f(xi, number)) + !same(value_at(left, i), f(number, xi));
            }
        }
    }
    return different;
}

template <class F>
int differences_of_comparison(F f) {
    int different = 0;
    const auto blocks = samples();
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        const batch& x = blocks[k];
        const batch& y = blocks[(k * 5 + 1) % blocks.size()];
        const auto both = f(x, y);
        const auto itself = f(x, x);
        const auto number = f(x, 1.0);
        for (int i = 0; i < batch::size; ++i) {
            const double xi = value_at(x, i);
            different += both.lane[i] != (f(xi, value_at(y, i)) ? -1 : 0);
            different += itself.lane[i] != (f(xi, xi) ? -1 : 0);
            different += number.lane[i] != (f(xi, 1.0) ? -1 : 0);
        }
    }
    return different;
}

TEST_CASE("arithmetic on draws is arithmetic on each draw, to the last bit") {
    CHECK(differences_of_one([](const auto& x) { return -x; }) == 0);
    CHECK(differences_of_two([](const auto& x, const auto& y) { return x + y; }) == 0);
    CHECK(differences_of_two([](const auto& x, const auto& y) { return x - y; }) == 0);
    CHECK(differences_of_two([](const auto& x, const auto& y) { return x * y; }) == 0);
    CHECK(differences_of_two([](const auto& x, const auto& y) { return x / y; }) == 0);
    CHECK(differences_of_one([](auto x) {
              x += 3.0;
              x *= x;
              x -= 0.7;
              x /= 1.3;
              return x;
          }) == 0);
}

TEST_CASE("functions of draws are functions of each draw, to the last bit") {
    CHECK(differences_of_one([](const auto& x) { return exp(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return exp2(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return expm1(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return log(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return log2(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return log10(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return log1p(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return sqrt(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return abs(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return floor(x); }) == 0);
    CHECK(differences_of_two([](const auto& x, const auto& y) { return pow(x, y); }) == 0);
    CHECK(differences_of_two([](const auto& x, const auto& y) { return min(x, y); }) == 0);
    CHECK(differences_of_two([](const auto& x, const auto& y) { return max(x, y); }) == 0);
}

TEST_CASE("comparisons of draws are comparisons of each draw, with NaN unequal to itself") {
    CHECK(differences_of_comparison([](const auto& x, const auto& y) { return x == y; }) == 0);
    CHECK(differences_of_comparison([](const auto& x, const auto& y) { return x != y; }) == 0);
    CHECK(differences_of_comparison([](const auto& x, const auto& y) { return x < y; }) == 0);
    CHECK(differences_of_comparison([](const auto& x, const auto& y) { return x <= y; }) == 0);
    CHECK(differences_of_comparison([](const auto& x, const auto& y) { return x > y; }) == 0);
    CHECK(differences_of_comparison([](const auto& x, const auto& y) { return x >= y; }) == 0);
}

TEST_CASE("masks combine draw by draw") {
    const auto small = counted < 40.0;
    const auto large = counted >= 20.0;
    for (int i = 0; i < batch::size; ++i) {
        CHECK(((small && large).lane[i] != 0) == (i < 40 && i >= 20));
        CHECK(((small || large).lane[i] != 0) == (i < 40 || i >= 20));
        CHECK(((!small).lane[i] != 0) == !(i < 40));
    }
    CHECK(all_of(small || large));
    CHECK(!any_of(small && !small));
}

TEST_CASE("a batch lies strictly between two numbers when each draw does") {
    for (const int at : {0, 17, batch::size - 1}) {
        const auto with = [at](double odd) { return batch::generate([=](int i) { return i == at ? odd : 0.5; }); };
        CHECK(all_between(0.0, with(0.25), 1.0));
        for (const double bad : {0.0, 1.0, -1.0, 2.0, nan, infinite}) CHECK(!all_between(0.0, with(bad), 1.0));
    }
}

TEST_CASE("select takes each draw's side whole, whatever the other side holds") {
    for (const batch& x : samples()) {
        const batch other(nan);
        const auto even = batch::generate([](int i) { return i % 2 == 0 ? 1.0 : 0.0; }) > 0.5;
        const batch mixed = select(even, x, other);
        const batch zeros = select(even, -0.0, x);
        for (int i = 0; i < batch::size; ++i) {
            CHECK(same(value_at(mixed, i), i % 2 == 0 ? value_at(x, i) : nan));
            CHECK(same(value_at(zeros, i), i % 2 == 0 ? -0.0 : value_at(x, i)));
        }
    }
    CHECK(value_at(select(true, counted, 7.0), 9) == 9.0);
    CHECK(value_at(select(false, counted, 7.0), 9) == 7.0);
}

TEST_CASE("a function that throws for one draw throws for the block") {
    const auto refuse_50 = [](double x) { return x == 50.0 ? throw std::domain_error("50") : x; };
    CHECK_THROWS_AS(counted.map(refuse_50), std::domain_error);
    CHECK_THROWS_AS(batch::zip(counted, counted, [&](double x, double) { return refuse_50(x); }), std::domain_error);
    CHECK_NOTHROW((counted + 100.0).map(refuse_50));
}

}  // namespace
}  // namespace headway
