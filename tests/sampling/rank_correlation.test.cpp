// SPDX-License-Identifier: BSL-1.0
#include <headway/sampling/rank_correlation.hpp>

#include <headway/math/error_function.hpp>
#include <headway/sampling/random_stream.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.hpp"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using headway::batch;
using headway::gaussian_copula;
using headway::nearest_correlation;
using headway::rank_correlations;
using headway::detail::symmetric_matrix;

namespace {

auto says(const char* words) { return Catch::Matchers::MessageMatches(ContainsSubstring(words)); }

/// A matrix of random correlations; most of those of this size are impossible.
template <std::size_t Size>
rank_correlations<Size> random_correlations(std::uint64_t seed) {
    std::array<double, 64> u{};
    headway::random_stream(seed, headway::hash_of("rho")).uniforms(0, u.data());
    rank_correlations<Size> result;
    std::size_t next = 0;
    for (std::size_t i = 0; i < Size; ++i) {
        for (std::size_t j = 0; j < i; ++j) result.set(i, j, 2 * u[next++] - 1);
    }
    return result;
}

template <std::size_t Size>
double distance_squared(const symmetric_matrix<Size>& a, const symmetric_matrix<Size>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < Size; ++i) {
        for (std::size_t j = 0; j < Size; ++j) sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
    }
    return sum;
}

std::vector<double> ranks(const std::vector<double>& x) {
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    std::vector<double> rank(x.size());
    for (std::size_t r = 0; r < order.size(); ++r) rank[order[r]] = static_cast<double>(r);
    return rank;
}

double rank_correlation_of(const std::vector<double>& x, const std::vector<double>& y) {
    const auto a = ranks(x), b = ranks(y);
    const double n = static_cast<double>(x.size());
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - (n - 1) / 2) * (b[i] - (n - 1) / 2);
    return sum * 12 / (n * n * n - n);
}

}  // namespace

static_assert([] {
    rank_correlations<3> rho;
    rho.set(0, 2, 0.5).set(1, 0, -0.25).set(0, 2, 0.75);
    return rho(0, 2) == 0.75 && rho(2, 0) == 0.75 && rho(0, 1) == -0.25 && rho(1, 2) == 0.0 && rho(1, 1) == 1.0 &&
           rho.takes_part(1) && rho.any();
}());
static_assert(!rank_correlations<3>{}.any() && !rank_correlations<0>{}.any());
static_assert(!gaussian_copula<3>{}.any() && gaussian_copula<3>{}.fingerprint() == 0);
static_assert(!gaussian_copula<0>{}.any());
static_assert(nearest_correlation(rank_correlations<1>{}) == rank_correlations<1>{});
// A contradiction is found, and mended, in constant expressions too.
static_assert(rank_correlations<3>{}.set(0, 1, 0.9).set(1, 2, 0.9).set(0, 2, -0.9).smallest_eigenvalue() < -0.8);
static_assert(gaussian_copula<3>(nearest_correlation(rank_correlations<3>{}.set(0, 1, 0.9).set(1, 2, 0.9).set(0, 2,
                                                                                                                -0.9)))
                  .any());

TEST_CASE("rank correlations become correlations of normals, and back") {
    CHECK(headway::normal_from_rank_correlation(0) == 0);
    CHECK_THAT(headway::normal_from_rank_correlation(1), WithinRel(1.0, 1e-15));
    CHECK_THAT(headway::normal_from_rank_correlation(0.5), WithinRel(0.51763809020504152, 1e-15));  // 2 sin 15 degrees
    for (int i = -1000; i <= 1000; ++i) {
        const double rho = i / 1000.0;
        const double r = headway::normal_from_rank_correlation(rho);
        CHECK_THAT(r, WithinRel(2 * std::sin(std::acos(-1.0) / 6 * rho), 1e-15));
        CHECK_THAT(headway::rank_from_normal_correlation(r), WithinRel(rho, 1e-15));
    }
}

TEST_CASE("eigenvalues and eigenvectors of symmetric matrices") {
    // Second differences: the eigenvalues are 2 - 2 cos(k pi / (n + 1)).
    symmetric_matrix<9> a{};
    for (std::size_t i = 0; i < 9; ++i) {
        a[i][i] = 2;
        if (i > 0) a[i][i - 1] = a[i - 1][i] = -1;
    }
    const auto eigen = headway::detail::eigen_system_of(a);
    for (std::size_t k = 0; k < 9; ++k) {
        const double exact = 2 - 2 * std::cos(static_cast<double>(k + 1) * std::acos(-1.0) / 10);
        CHECK_THAT(eigen.values[k], WithinAbs(exact, 1e-14));
        for (std::size_t i = 0; i < 9; ++i) {
            double image = 0;
            for (std::size_t j = 0; j < 9; ++j) image += a[i][j] * eigen.vectors[k][j];
            CHECK_THAT(image, WithinAbs(exact * eigen.vectors[k][i], 1e-14));
        }
    }
}

TEST_CASE("the nearest correlation matrix of Higham's example") {
    // Higham (2002), section 4, to the four digits printed there.
    const auto x = headway::detail::nearest_unit_diagonal(symmetric_matrix<3>{{{1, 1, 0}, {1, 1, 1}, {0, 1, 1}}}, 0.0);
    CHECK_THAT(x[0][1], WithinAbs(0.7607, 5e-5));
    CHECK_THAT(x[1][2], WithinAbs(0.7607, 5e-5));
    CHECK_THAT(x[0][2], WithinAbs(0.1573, 5e-5));
}

TEST_CASE("the nearest correlation matrix is valid, and no other valid one is nearer") {
    int mended = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const auto wanted = random_correlations<6>(seed);
        const auto found = nearest_correlation(wanted);
        CHECK(found.smallest_eigenvalue() > 4e-8);
        CHECK_NOTHROW(gaussian_copula<6>(found));
        if (wanted.smallest_eigenvalue() > 1e-7) {
            CHECK(found == wanted);
            continue;
        }
        ++mended;
        CHECK(nearest_correlation(found) == found);
        // The set is convex, so x is nearest to a exactly when no step towards another point z of it brings it nearer:
        // (a - x) . (z - x) <= 0.
        const auto a = wanted.normal_correlations(), x = found.normal_correlations();
        for (std::uint64_t other = 0; other < 20; ++other) {
            const auto z = nearest_correlation(random_correlations<6>(1000 + 20 * seed + other)).normal_correlations();
            double product = 0;
            for (std::size_t i = 0; i < 6; ++i) {
                for (std::size_t j = 0; j < 6; ++j) product += (a[i][j] - x[i][j]) * (z[i][j] - x[i][j]);
            }
            CHECK(product < 1e-6 * std::sqrt(distance_squared(a, x)));
        }
    }
    CHECK(mended > 20);
}

TEST_CASE("mixed normals have the covariances asked for, exactly") {
    // The mixer is linear: fed with unit vectors in place of normals it shows its factor.
    const auto rho = nearest_correlation(random_correlations<5>(3));
    const gaussian_copula<5> mixer(rho);
    std::array<batch, 5> z;
    for (std::size_t i = 0; i < 5; ++i) {
        z[i] = batch::generate([&](int k) { return static_cast<std::size_t>(k) % 5 == i ? 1.0 : 0.0; });
    }
    mixer.mix(z.data());
    const auto r = rho.normal_correlations();
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 5; ++j) {
            double sum = 0;
            for (int k = 5; k < 10; ++k) sum += z[i].lane[k] * z[j].lane[k];
            CHECK_THAT(sum, WithinAbs(r[i][j], 1e-14));
        }
    }
}

TEST_CASE("mixed draws correlate in rank as asked, and keep their distribution") {
    // Over 2^16 draws a rank correlation has a standard error below 1 / 256; five of these are allowed (false alarm
    // 6e-7 for each of 10 checks). The means and variances are allowed five standard errors too.
    const auto rho = rank_correlations<4>{}.set(0, 1, 0.7).set(1, 2, -0.5).set(0, 3, 0.3);
    const gaussian_copula<4> mixer(rho);
    std::array<headway::random_stream::reader, 4> streams;
    for (std::size_t i = 0; i < 4; ++i) streams[i] = headway::random_stream(8, i).read();
    std::array<std::vector<double>, 4> draws;
    std::array<batch, 4> z;
    for (std::uint64_t block = 0; block < 1024; ++block) {
        for (std::size_t i = 0; i < 4; ++i) {
            streams[i].uniforms(block, z[i].lane);
            for (double& x : z[i].lane) x = headway::normal_quantile(x);
        }
        mixer.mix(z.data());
        for (std::size_t i = 0; i < 4; ++i) draws[i].insert(draws[i].end(), z[i].lane, z[i].lane + 64);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            CHECK_THAT(rank_correlation_of(draws[i], draws[j]), WithinAbs(rho(i, j), 5.0 / 256));
        }
        double sum = 0, squares = 0;
        for (const double x : draws[i]) sum += x, squares += x * x;
        CHECK(std::abs(sum) / 65536 < 5.0 / 256);
        CHECK(std::abs(squares / 65536 - 1) < 5 * std::sqrt(2.0) / 256);
    }
}

TEST_CASE("inputs that take no part are left alone, and the first of a group keeps its numbers") {
    const gaussian_copula<4> mixer(rank_correlations<4>{}.set(1, 3, 0.8));
    CHECK(mixer.any());
    CHECK_FALSE(mixer.takes_part(0));
    CHECK(mixer.takes_part(1));
    CHECK_FALSE(mixer.takes_part(2));
    CHECK(mixer.takes_part(3));
    std::array<batch, 4> z{batch(std::numeric_limits<double>::quiet_NaN()), batch(1.25), batch(2.0), batch(-1.0)};
    mixer.mix(z.data());
    const double r = headway::normal_from_rank_correlation(0.8);
    for (int k = 0; k < 64; ++k) {
        CHECK(std::isnan(z[0].lane[k]));
        CHECK(z[1].lane[k] == 1.25);
        CHECK(z[2].lane[k] == 2.0);
        CHECK_THAT(z[3].lane[k], WithinRel(1.25 * r - std::sqrt(1 - r * r), 1e-14));
    }
}

TEST_CASE("the fingerprint tells correlations apart") {
    const auto of = [](std::size_t i, std::size_t j, double rho) {
        return gaussian_copula<4>(rank_correlations<4>{}.set(i, j, rho)).fingerprint();
    };
    CHECK(of(0, 1, 0.5) == of(1, 0, 0.5));
    CHECK(of(0, 1, 0.5) != of(0, 2, 0.5));
    CHECK(of(0, 1, 0.5) != of(0, 1, 0.6));
    CHECK(of(0, 1, 0.5) != of(0, 1, -0.5));
    CHECK(of(0, 1, 0.5) != 0);
    CHECK(of(0, 1, 0.0) == 0);
}

TEST_CASE("impossible correlations are refused with the eigenvalue, the inputs and the remedy") {
    const auto contradiction = rank_correlations<4>{}.set(0, 1, 0.9).set(1, 3, 0.9).set(0, 3, -0.9);
    const std::string_view names[] = {"cost", "price", "weather", "volume"};
    CHECK_THROWS_MATCHES(gaussian_copula<4>(contradiction, names), std::domain_error,
                         says("smallest eigenvalue is -0.816") && says("\"cost\", \"price\", \"volume\" cannot") &&
                             says("nearest_correlation"));
    CHECK_THROWS_MATCHES(gaussian_copula<4>(contradiction), std::domain_error,
                         says("input 0, input 1, input 3 cannot"));
    // Two inputs that move as one leave nothing to draw.
    CHECK_THROWS_MATCHES(gaussian_copula<2>(rank_correlations<2>{}.set(0, 1, 1.0)), std::domain_error,
                         says("one assumption"));
    CHECK_THROWS_AS(gaussian_copula<2>(rank_correlations<2>{}.set(0, 1, -1.0)), std::domain_error);
    CHECK_NOTHROW(gaussian_copula<2>(rank_correlations<2>{}.set(0, 1, 0.999999)));
}

TEST_CASE("pairs that are none and correlations that are none are refused") {
    rank_correlations<3> rho;
    CHECK_THROWS_MATCHES(rho.set(1, 1, 0.5), std::domain_error, says("with itself"));
    CHECK_THROWS_MATCHES(rho.set(0, 3, 0.5), std::domain_error, says("got 3"));
    CHECK_THROWS_AS(rho.set(7, 0, 0.5), std::domain_error);
    for (const double wrong :
         {1.0000001, -1.5, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        CHECK_THROWS_MATCHES(rho.set(0, 1, wrong), std::domain_error, says("must be between -1 and 1, got "));
    }
    CHECK_FALSE(rho.any());
}
