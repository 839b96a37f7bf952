// SPDX-License-Identifier: BSL-1.0
#include <headway/math/batch.hpp>

#include "batch_samples.hpp"
#include "catch.hpp"

#include <bit>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

namespace headway {
namespace {

using namespace batch_samples;

// In a constant expression.
constexpr batch counted = batch::generate([](int i) { return static_cast<double>(i); });
static_assert(batch::size == 64 && value_at(counted, 0) == 0.0 && value_at(counted, 63) == 63.0);
static_assert(all_of(batch() == 0.0) && all_of(batch(2.5) == 2.5) && all_of(+counted == counted));
static_assert(value_at(counted * 2.0 + 1.0, 5) == 11.0 && value_at(100.0 - counted / 4.0, 8) == 98.0);
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

TEST_CASE("the smaller and the larger of draws are those of each draw, to the last bit") {
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
