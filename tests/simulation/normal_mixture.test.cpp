// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/detail/fit_normal_mixture.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/math/error_function.hpp>
#include <headway/sampling/random_stream.hpp>

namespace hw = headway;
using Catch::Matchers::WithinAbs;
using hw::detail::normal_mixture;

namespace {

/// Two clouds in the plane: three quarters about (4, 0) with variances 0.25 and 1, a quarter about (-3, -3), correlated by 0.6.
hw::detail::weighted_points two_clouds(std::size_t blocks) {
    hw::detail::weighted_points points{2, {}, {}, 0.0};
    const hw::random_stream first(1, 1), second(1, 2);
    for (std::size_t block = 0; block < blocks; ++block) {
        double u[64], v[64];
        first.uniforms(block, u);
        second.uniforms(block, v);
        for (int k = 0; k < 64; ++k) {
            const double x = hw::normal_quantile(u[k]), y = hw::normal_quantile(v[k]);
            points.z.push_back(k < 48 ? 4.0 + 0.5 * x : -3.0 + x);
            points.z.push_back(k < 48 ? y : -3.0 + 0.6 * x + 0.8 * y);
        }
    }
    points.weight.assign(64 * blocks, 1.0 / (64.0 * static_cast<double>(blocks)));
    points.worth = 64.0 * static_cast<double>(blocks);
    return points;
}

}  // namespace

TEST_CASE("densities are those of the bivariate normal") {
    normal_mixture mixture(2);
    mixture.add_standard(0.3, {1.0, -1.0});
    mixture.add(0.7, {0.0, 2.0}, {2.0, 0.0, 0.5, 1.0});
    const double z[2] = {0.5, 1.0};
    // The second: determinant 1.75, inverse {{1, -0.5}, {-0.5, 2}} / 1.75; d = (0.5, -1): (0.25 + 0.5 + 2) / 1.75.
    const double first = 0.3 * std::exp(-0.5 * (0.25 + 4.0));
    const double second = 0.7 * std::exp(-0.5 * 2.75 / 1.75) / std::sqrt(1.75);
    double chances[2];
    CHECK_THAT(mixture.log_density(z, chances), WithinAbs(std::log(first + second), 1e-14));
    CHECK_THAT(chances[0], WithinAbs(first / (first + second), 1e-14));
    CHECK_THAT(chances[1], WithinAbs(second / (first + second), 1e-14));
}

TEST_CASE("a draw is mean + factor x normals, of the part that u falls on") {
    normal_mixture mixture(2);
    mixture.add_standard(0.3, {1.0, -1.0});
    mixture.add(0.7, {0.0, 2.0}, {4.0, 0.0, 2.0, 10.0});  // factor {{2, 0}, {1, 3}}
    const double normals[2] = {0.5, -1.0};
    double z[2];
    mixture.draw(0.29, normals, z);
    CHECK(z[0] == 1.5);
    CHECK(z[1] == -2.0);
    mixture.draw(0.31, normals, z);
    CHECK(z[0] == 1.0);
    CHECK(z[1] == 2.0 + 0.5 - 3.0);
}

TEST_CASE("two clouds are told apart, with shares, means and covariances") {
    const auto points = two_clouds(32);
    normal_mixture fit = hw::detail::mixture_fit(points).best();
    REQUIRE(fit.parts().size() == 2);
    const std::size_t right = fit.parts()[0].mean[0] > 0.0 ? 0 : 1;
    const auto& big = fit.parts()[right];
    const auto& small = fit.parts()[1 - right];
    // 1536 and 512 points: four standard errors of a mean are 0.05 and 0.18, of a variance 0.04 and 0.25
    CHECK_THAT(big.share, WithinAbs(0.75, 0.005));
    CHECK_THAT(big.mean[0], WithinAbs(4.0, 0.06));
    CHECK_THAT(big.mean[1], WithinAbs(0.0, 0.11));
    CHECK_THAT(big.factor[0] * big.factor[0], WithinAbs(0.25, 0.05));
    CHECK_THAT(small.mean[0], WithinAbs(-3.0, 0.18));
    CHECK_THAT(small.mean[1], WithinAbs(-3.0, 0.18));
    CHECK_THAT(small.factor[0] * small.factor[2], WithinAbs(0.6, 0.2));  // the covariance
}

TEST_CASE("few points leave a covariance near the identity, many variables all but along the mean") {
    hw::detail::weighted_points one{2, {3.0, 1.0}, {1.0}, 1.0};
    const normal_mixture of_one = hw::detail::mixture_fit(one).best();
    REQUIRE(of_one.parts().size() == 1);
    CHECK(of_one.parts()[0].mean == std::vector<double>{3.0, 1.0});
    CHECK_THAT(of_one.parts()[0].factor[0], WithinAbs(std::sqrt(0.8), 1e-14));  // 4 / (1 + 4) of the identity

    hw::detail::weighted_points line{20, {}, {}, 1000.0};
    for (int p = 0; p < 1000; ++p) {  // (4 + 0.5 or 4 - 0.5, 0, 0, ...)
        line.z.push_back(p % 2 == 0 ? 4.5 : 3.5);
        line.z.resize(line.z.size() + 19, 0.0);
        line.weight.push_back(1e-3);
    }
    normal_mixture along = hw::detail::mixture_fit(line).best();
    const auto& part = along.parts()[0];
    CHECK_THAT(part.factor[21], WithinAbs(1.0, 1e-14));
    CHECK(part.factor[0] < 0.6);
}
