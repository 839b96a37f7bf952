// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/detail/ranking.hpp>

#include "catch.hpp"

#include <cstdint>
#include <vector>

using headway::detail::mean_of;
using headway::detail::ranking;
using headway::detail::spearman_of;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

std::vector<double> ranks(const std::vector<double>& values) {
    const ranking r(values);
    std::vector<double> all;
    for (std::size_t i = 0; i < r.size(); ++i) all.push_back(r[i]);
    return all;
}
/// Numbers with many equal ones among them.
std::vector<double> some(std::size_t n, std::uint64_t state) {
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        values.push_back(static_cast<double>(state >> 60U));
    }
    return values;
}

}  // namespace

TEST_CASE("ranks are centred shares, and equal values share the average of theirs") {
    CHECK(ranks({30.0, 10.0, 20.0, 40.0}) == std::vector<double>{0.125, -0.375, -0.125, 0.375});
    CHECK(ranks({2.0, 1.0, 2.0, 3.0}) == std::vector<double>{0.0, -0.375, 0.0, 0.375});
    CHECK(ranks({5.0, 5.0}) == std::vector<double>{0.0, 0.0});
    CHECK(ranks({__builtin_huge_val(), 1.0}) == std::vector<double>{0.25, -0.25});
    CHECK(ranks({7.0}) == std::vector<double>{0.0});
    CHECK(ranks({}).empty());
}

TEST_CASE("Spearman's rho is Pearson's correlation of the ranks") {
    // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: 4.5 / sqrt(4.5 * 5).
    const std::vector<double> x{1.0, 2.0, 2.0, 4.0}, y{10.0, 30.0, 20.0, 40.0};
    CHECK_THAT(spearman_of(ranking(x), ranking(y)), WithinRel(0.94868329805051380, 1e-15));
    CHECK_THAT(spearman_of(ranking(y), ranking(y)), WithinRel(1.0, 1e-15));
    const std::vector<double> down{4.0, 2.0, 3.0, 1.0};
    CHECK_THAT(spearman_of(ranking(y), ranking(down)), WithinRel(-1.0, 1e-15));
    const std::vector<double> equal{3.0, 3.0, 3.0, 3.0};
    const double none = spearman_of(ranking(x), ranking(equal));
    CHECK(none != none);
}

TEST_CASE("the pull on a value is the weight of what lies above it and half of what is equal") {
    const auto values = some(200, 3);
    const auto weights = some(200, 4);
    const auto pulled = ranking(values).pull([&](std::size_t k) { return weights[k]; });
    for (std::size_t i = 0; i < values.size(); ++i) {
        double expected = 0.0;
        for (std::size_t k = 0; k < values.size(); ++k) {
            expected += values[k] > values[i] ? weights[k] : values[k] == values[i] ? 0.5 * weights[k] : 0.0;
        }
        CHECK_THAT(pulled[i], WithinRel(expected / 200.0, 1e-13));
    }
}

TEST_CASE("the error of rho is that of its influence function") {
    // Ranks 1, 2, 3, 4 against 1, 2, 4, 3: rho 0.8; worked out in fractions from the definition.
    const std::vector<double> x{1.0, 2.0, 3.0, 4.0}, y{1.0, 2.0, 4.0, 3.0};
    const ranking a(x), b(y);
    const double rho = spearman_of(a, b);
    CHECK_THAT(rho, WithinRel(0.8, 1e-14));
    CHECK_THAT(headway::detail::spearman_error_of(a, b, rho), WithinRel(0.3, 1e-12));
    CHECK_THAT(headway::detail::spearman_error_of(b, a, rho), WithinRel(0.3, 1e-12));
    CHECK_THAT(headway::detail::spearman_error_of(a, a, 1.0), WithinAbs(0.0, 1e-14));
}

TEST_CASE("a mean is the sum over the number") {
    CHECK(mean_of(4, [](std::size_t i) { return static_cast<double>(i * i); }) == 3.5);
}
