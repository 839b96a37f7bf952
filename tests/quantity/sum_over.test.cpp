// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/sum_over.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

#include <array>
#include <list>
#include <ranges>
#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr std::array steps{1, 2, 3};
constexpr hw::date start = 2026y / 1 / 1;

static_assert(hw::sum_over(steps, [](int k) { return 0.5 * k; }) == 3.0);
static_assert(hw::sum_over(steps, [](int k) { return k * usd; }) == 6.0 * usd);
static_assert(hw::sum_over(steps) == 6.0 && std::is_same_v<decltype(hw::sum_over(steps)), double>);
static_assert(hw::sum_over({1.0 * usd, 2.0 * usd}) == 3.0 * usd);
static_assert(hw::sum_over({1, 2, 3}, [](int k) { return k * k * year; }) == 14.0 * year);
static_assert(hw::min_over(steps, [](int k) { return -k * usd; }) == -3.0 * usd && hw::max_over(steps) == 3.0);
static_assert(hw::min_over({3.0, 1.0, 2.0}) == 1.0 && hw::max_over({3.0 * usd, 1.0 * usd}) == 3.0 * usd);
static_assert(hw::max_over(steps, [](int k) { return start + k * year; }) == start + 3.0 * year);
static_assert(hw::min_over({hw::date::never(), start}) == start && hw::max_over({start, hw::date::never()}).is_never());

TEST_CASE("whatever can be looped over is summed") {
    const int array[] = {1, 2, 3};
    CHECK(hw::sum_over(array, [](int k) { return 2.0 * k; }) == 12.0);
    CHECK(hw::sum_over(std::list<double>{0.5, 0.25}) == 0.75);
#if !defined(__clang__) || __clang_major__ >= 16 || !defined(__GLIBCXX__)  // Clang 15 and before cannot read libstdc++'s views
    CHECK(hw::sum_over(std::views::iota(0, 4), [](int k) { return k * usd; }) == 6.0 * usd);
#endif
    CHECK(hw::sum_over(std::vector<float>{0.5F, 0.25F}) == 0.75);
    CHECK(hw::sum_over(std::vector<bool>{true, false, true}, [](bool b) { return b ? 1 : 0; }) == 2.0);
}

TEST_CASE("the sum over nothing is zero of the right kind, the least of nothing is refused") {
    const std::vector<int> none;
    CHECK(hw::sum_over(none, [](int k) { return k * usd / year; }) == 0.0 * usd / year);
    CHECK(hw::sum_over(none) == 0.0);
    const hw::batch sum = hw::sum_over(none, [](int) { return hw::batch(7.0); });
    CHECK(hw::value_at(sum, 3) == 0.0);
    CHECK_THROWS_MATCHES(hw::min_over(none), std::domain_error,
                         Message("min_over: the range must have at least one element, got none"));
    CHECK_THROWS_MATCHES(hw::max_over(none, [](int k) { return k * usd; }), std::domain_error,
                         Message("max_over: the range must have at least one element, got none"));
}

TEST_CASE("sums, least and greatest run on every number type") {
    check_number_types([](const auto& x) { return hw::sum_over(steps, [&](int k) { return x / k * usd; }).in(usd); },
                       0.5, 2.0);
    check_number_types([](const auto& x) { return hw::sum_over(std::vector{x, x * x}); }, 0.5, 2.0);
    check_number_types([](const auto& x) { return hw::min_over(std::vector{x, 2.0 * x, x - 1.0}); }, 0.5, 2.0);
    check_number_types([](const auto& x) { return hw::max_over(std::vector{x * usd, x * x * usd}).in(usd); }, 1.1, 2.0);
    check_number_types(
        [](const auto& x) {
            return (hw::max_over(std::vector{start + x * year, start + 0.5 * x * year}) - start).in(year);
        },
        0.5, 2.0);
}

}  // namespace
