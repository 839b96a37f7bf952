// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/simulate.hpp>

#include "catch.hpp"

#include <headway/quantity/sum_over.hpp>
#include <headway/quantity/units.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto price = hw::assumption<"price">(hw::ci90(1.0 * usd, 3.0 * usd), "a guess");
constexpr auto rival = hw::assumption<"rival's price">(hw::ci90(1.0 * usd, 3.0 * usd), "a guess");
constexpr auto share = hw::assumption<"share">(hw::uniform(0.0, 1.0), "a guess");
constexpr auto other = hw::assumption<"other share">(hw::uniform(0.0, 1.0), "a guess");

/// Both models have the same draws.
template <class A, class B>
void check_same(const A& model, const B& expected, double relative = 0.0) {
    const auto inputs = hw::inputs(price, rival, share, other);
    const auto got = hw::simulate(hw::forecast(inputs, model), {.draws = 300, .seed = 3});
    const auto right = hw::simulate(hw::forecast(inputs, expected), {.draws = 300, .seed = 3});
    for (const double p : {0.0, 0.1, 0.5, 0.9, 1.0}) {
        const auto a = hw::base_value_of(got.quantile(p));
        const auto b = hw::base_value_of(right.quantile(p));
        CHECK(hw::abs(a - b) <= relative * hw::abs(b));
    }
}

TEST_CASE("sums that a model collects in a loop") {
    const auto product = [](const auto& in) { return 6.0 * in[price]; };
    check_same(
        [](const auto& in) {
            auto sum = 0.0 * in[price];
            for (int k = 1; k <= 3; ++k) sum += k * in[price];
            return sum;
        },
        product, 1e-15);
    check_same(
        [](const auto& in) {
            return hw::sum_over({1, 2, 3}, [&](int k) { return k * in[price]; });
        },
        product, 1e-15);
    check_same(
        [](const auto& in) {
            const std::vector each{in[price], 2.0 * in[price], 3.0 * in[price]};
            return std::accumulate(each.begin(), each.end(), 0.0 * in[price]);
        },
        product, 1e-15);
    check_same(
        [](const auto& in) {
            auto left = in[price];
            left *= 14.0;
            left /= 2.0;
            left -= in[price];
            return left;
        },
        product, 1e-15);
}

TEST_CASE("the least and the greatest of a model's values") {
    const auto least = [](const auto& in) { return min(in[price], in[rival]); };
    check_same([](const auto& in) { return std::min(in[price], in[rival]); }, least);
    check_same([](const auto& in) { return hw::min_over({in[price], in[rival]}); }, least);
    check_same([](const auto& in) { return in[price] < in[rival] ? in[price] : in[rival]; }, least);
    check_same(
        [](const auto& in) {
            if (in[rival] < in[price]) return in[rival];
            return in[price];
        },
        least);
    check_same(
        [](const auto& in) {
            const std::vector each{in[price], in[rival]};
            // An algorithm asks its predicate for a bool, and a comparison of draws gives one where it is asked to.
            return *std::min_element(each.begin(), each.end(),
                                     [](const auto& a, const auto& b) { return bool(a < b); });
        },
        least);
    check_same(
        [](const auto& in) {
            auto so_far = in[price];
            so_far = hw::min(so_far, in[rival]);
            return so_far;
        },
        least);
    check_same([](const auto& in) { return in[share] > 0.5 ? in[other] : 0.0; },
               [](const auto& in) { return hw::select(in[share] > 0.5, in[other], 0.0); });
    check_same([](const auto& in) { return std::max(in[share], in[other]); },
               [](const auto& in) {
                   return hw::max_over({in[share], in[other]});
               });
}

}  // namespace
