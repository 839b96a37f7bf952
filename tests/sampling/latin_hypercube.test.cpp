// SPDX-License-Identifier: BSL-1.0
#include <headway/sampling/latin_hypercube.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <vector>

#include "catch.hpp"
#include "reference/random_stream.hpp"

using Catch::Matchers::ContainsSubstring;
using headway::hash_of;
using headway::latin_hypercube;

namespace {

std::vector<double> run(std::uint64_t draws, std::uint64_t seed, std::uint64_t name_hash) {
    latin_hypercube input(draws, seed, name_hash);
    std::vector<double> all((draws + 63) / 64 * 64);
    for (std::uint64_t b = 0; 64 * b < draws; ++b) input.uniforms(b, all.data() + 64 * b);
    all.resize(draws);
    return all;
}

constexpr double draw(std::uint64_t draws, std::uint64_t block, std::size_t i) {
    std::array<double, 64> u{};
    latin_hypercube(draws, 1, 2).uniforms(block, u.data());
    return u[i];
}

constexpr bool is_permutation(std::uint64_t draws) {
    const latin_hypercube input(draws, 5, 6);
    std::array<int, 512> count{};
    for (std::uint64_t i = 0; i < draws; ++i) ++count[input.stratum(i)];
    for (std::uint64_t i = 0; i < draws; ++i) {
        if (count[i] != 1) return false;
    }
    return true;
}

// Standardised Pearson statistic, by Wilson and Hilferty.
double chi2_z(double chi2, double degrees) {
    return (std::cbrt(chi2 / degrees) - (1 - 2 / (9 * degrees))) / std::sqrt(2 / (9 * degrees));
}

}  // namespace

static_assert(is_permutation(1) && is_permutation(2) && is_permutation(100) && is_permutation(300));
static_assert(draw(1, 0, 0) > 0 && draw(1, 0, 0) < 1);

TEST_CASE("each stratum gets exactly one draw, whatever their number") {
    for (std::uint64_t n : {1U,   2U,   3U,   5U,   63U,   64U,   65U,   127U,  128U,   255U,   256U,
                            257U, 511U, 512U, 513U, 1000U, 1023U, 1024U, 1025U, 10007U, 65536U, 100000U}) {
        for (std::uint64_t seed : {1U, 2U}) {
            const auto u = run(n, seed, hash_of("x"));
            std::vector<int> count(n);
            for (const double x : u) {
                REQUIRE((x > 0 && x < 1));
                ++count[static_cast<std::size_t>(x * static_cast<double>(n))];
            }
            CHECK(std::count(count.begin(), count.end(), 1) == static_cast<std::ptrdiff_t>(n));
        }
    }
}

TEST_CASE("the ends of a stratum are never crossed, even in the largest run") {
    // Exact arithmetic instead of x * n: n is a power of two here, so the product is exact.
    constexpr std::uint64_t n = latin_hypercube::max_draws;
    latin_hypercube input(n, 3, 4);
    std::array<double, 64> u{};
    for (const std::uint64_t block : {std::uint64_t{0}, n / 128, n / 64 - 1}) {
        input.uniforms(block, u.data());
        for (std::uint64_t i = 0; i < 64; ++i) {
            CHECK(static_cast<std::uint64_t>(u[i] * static_cast<double>(n)) == input.stratum(64 * block + i));
        }
    }
}

TEST_CASE("draws past the end of a run are one half, and blocks may be read in any order") {
    const auto all = run(1000, 1, 2);
    latin_hypercube input(1000, 1, 2);
    for (const std::uint64_t block : {15U, 3U, 4U, 0U, 15U}) {
        std::array<double, 64> u{};
        input.uniforms(block, u.data());
        for (std::size_t i = 0; i < 64; ++i) {
            const std::size_t index = 64 * block + i;
            CHECK(u[i] == (index < 1000 ? all[index] : 0.5));
        }
    }
    constexpr double at_compile_time = draw(1000, 3, 9);
    CHECK(all[64 * 3 + 9] == at_compile_time);
    std::array<double, 64> u{};
    input.uniforms(16, u.data());
    CHECK(std::count(u.begin(), u.end(), 0.5) == 64);
}

TEST_CASE("Latin hypercubes keep their bits") {
    for (const auto& golden : reference::strata_hashes) {
        std::uint64_t hash = 14695981039346656037ULL;
        for (const double x : run(golden.draws, 2025, hash_of("first run"))) {
            hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 1099511628211ULL;
        }
        CHECK(hash == golden.hash);
    }
}

// Below, |z| < 5 is asked of standardised statistics: a perfect shuffle would fail a check with probability 6e-7.

TEST_CASE("all orders of a few strata are equally likely") {  // 4 checks: 2e-6
    for (const unsigned n : {3U, 4U, 5U, 6U}) {
        // Of int, as GCC 12 compares vectors of unsigned numbers by a part of them on machines with the highest byte first.
        std::map<std::vector<int>, int> orders;
        constexpr int shuffles = 40000;
        for (int s = 0; s < shuffles; ++s) {
            const latin_hypercube input(n, static_cast<std::uint64_t>(s), hash_of("x"));
            std::vector<int> order;
            for (unsigned i = 0; i < n; ++i) order.push_back(static_cast<int>(input.stratum(i)));
            ++orders[order];
        }
        const double all = std::tgamma(n + 1.0);
        const double expected = shuffles / all;
        double chi2 = (all - static_cast<double>(orders.size())) * expected;
        for (const auto& [order, count] : orders) chi2 += (count - expected) * (count - expected) / expected;
        CHECK(std::abs(chi2_z(chi2, all - 1)) < 5);
    }
}

TEST_CASE("any two draws take any two strata, and no order shows within a run") {  // 68 checks: 4e-5
    for (const unsigned n : {100U, 257U, 300U, 512U}) {
        // Where draws i and j go, over many shuffles, on a grid of 16 by 16.
        const auto band = [n](std::uint64_t stratum) { return static_cast<std::size_t>(stratum * 16 / n); };
        std::array<double, 16> size{};
        for (unsigned i = 0; i < n; ++i) ++size[band(i)];
        for (const auto& [i, j] : {std::pair{0U, 1U}, {1U, 2U}, {0U, 16U}, {0U, n / 2}, {n - 2, n - 1}}) {
            std::array<std::array<double, 16>, 16> count{};
            constexpr int shuffles = 20000;
            for (std::uint64_t s = 0; s < shuffles; ++s) {
                const latin_hypercube input(n, s, hash_of("y"));
                ++count[band(input.stratum(i))][band(input.stratum(j))];
            }
            double chi2 = 0;
            for (std::size_t a = 0; a < 16; ++a) {
                for (std::size_t b = 0; b < 16; ++b) {
                    const double expected = shuffles * size[a] * (size[b] - (a == b ? 1 : 0)) / n / (n - 1);
                    chi2 += (count[a][b] - expected) * (count[a][b] - expected) / expected;
                }
            }
            CHECK(std::abs(chi2_z(chi2, 255)) < 5);
        }
    }
    for (const unsigned n : {1000U, 1024U, 65536U, 100000U}) {
        const auto u = run(n, 7, hash_of("z"));
        for (std::size_t lag = 1; lag <= 512; lag *= 2) {
            double sum = 0;
            for (std::size_t i = lag; i < n; ++i) sum += (u[i] - 0.5) * (u[i - lag] - 0.5);
            // Draws without replacement correlate with each other by -1 / (n - 1).
            CHECK(std::abs(sum * 12 + 1) / std::sqrt(n - static_cast<double>(lag)) < 5);
        }
        std::array<double, 64> steps{};
        for (std::size_t i = 1; i < n; ++i) ++steps[static_cast<std::size_t>((u[i] - u[i - 1] + 1) * 64) % 64];
        double chi2 = 0;
        for (const double c : steps) chi2 += (c - n / 64.0) * (c - n / 64.0) / (n / 64.0);
        CHECK(std::abs(chi2_z(chi2, 63)) < 5);
    }
}

TEST_CASE(
    "inputs and seeds are shuffled independently") {  // 3 checks on 400 correlations, each of variance 1 / (n - 1)
    const auto check = [](unsigned n, auto other) {
        double squares = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            const auto x = run(n, seed, hash_of("a")), y = other(seed);
            double sum = 0;
            for (std::size_t i = 0; i < n; ++i) sum += (x[i] - 0.5) * (y[i] - 0.5);
            squares += sum * sum * 144 / (n - 1);
        }
        CHECK(std::abs(chi2_z(squares, 400)) < 5);
    };
    check(200, [](std::uint64_t seed) { return run(200, seed, hash_of("b")); });
    check(1000, [](std::uint64_t seed) { return run(1000, seed, hash_of("b")); });
    check(1000, [](std::uint64_t seed) { return run(1000, seed + 1, hash_of("a")); });
}

TEST_CASE("a mean of a sum of inputs has hardly any error left") {
    // f = sum of three uniforms: 1000 independent draws have a standard error of 0.0158, the hypercube of about 1e-5.
    double squares = 0;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        double sum = 0;
        for (const char* name : {"a", "b", "c"}) {
            for (const double x : run(1000, seed, hash_of(name))) sum += x;
        }
        squares += (sum / 1000 - 1.5) * (sum / 1000 - 1.5);
    }
    CHECK(std::sqrt(squares / 50) < 3e-5);
}

TEST_CASE("runs of no draws and of too many are refused") {
    CHECK_THROWS_MATCHES(latin_hypercube(0, 1, 2), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("got 0")));
    CHECK_THROWS_MATCHES(latin_hypercube(latin_hypercube::max_draws + 1, 1, 2), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("2^40")));
    CHECK(latin_hypercube(latin_hypercube::max_draws, 1, 2).draws() == 1ULL << 40);
    CHECK(latin_hypercube(1, 1, 2).stratum(0) == 0);
}
