// SPDX-License-Identifier: BSL-1.0
#include <headway/sampling/sobol_points.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "catch.hpp"
#include "reference/random_stream.hpp"
#include "reference/sobol.hpp"

using Catch::Matchers::ContainsSubstring;
using headway::hash_of;
using headway::sobol;

namespace {

std::uint64_t digits_of(double u) { return static_cast<std::uint64_t>(u * 0x1p52); }

std::vector<double> run(int dimension, std::uint64_t seed, std::uint64_t name_hash, std::uint64_t blocks,
                        std::uint64_t first = 0, std::uint64_t replicate = 0) {
    const sobol points(dimension, seed, name_hash, replicate);
    std::vector<double> all(64 * blocks);
    for (std::uint64_t b = 0; b < blocks; ++b) points.uniforms(first + b, all.data() + 64 * b);
    return all;
}

constexpr double scrambled(int dimension, std::uint64_t block, std::size_t i) {
    std::array<double, 64> u{};
    sobol(dimension, 1, hash_of("x")).uniforms(block, u.data());
    return u[i];
}

// Whether each box of 2^-j by 2^-(m-j) holds one of 2^m points.
bool is_net(const double* x, const double* y, int m) {
    for (int j = 0; j <= m; ++j) {
        std::vector<char> taken(std::size_t{1} << m);
        for (std::size_t i = 0; i < taken.size(); ++i) {
            const auto column = static_cast<std::size_t>(std::ldexp(x[i], j));
            const auto row = static_cast<std::size_t>(std::ldexp(y[i], m - j));
            char& box = taken[column << (m - j) | row];
            if (box != 0) return false;
            box = 1;
        }
    }
    return true;
}

}  // namespace

// Joe and Kuo's first points in three dimensions, as on their page on Sobol' sequences.
static_assert([] {
    constexpr double published[10][3] = {
        {0, 0, 0},          {.5, .5, .5},       {.75, .25, .25},    {.25, .75, .75},       {.375, .375, .625},
        {.875, .875, .125}, {.625, .125, .875}, {.125, .625, .375}, {.1875, .3125, .9375}, {.6875, .8125, .4375}};
    for (int d = 0; d < 3; ++d) {
        for (unsigned i = 0; i < 10; ++i) {
            if (sobol::unscrambled(d, i) != published[i][d]) return false;
        }
    }
    return true;
}());

TEST_CASE("unscrambled Sobol' points are those of an independent implementation") {
    for (const auto& golden : reference::sobol_coordinates) {
        CHECK(sobol::unscrambled(golden.dimension, golden.index) == static_cast<double>(golden.digits) * 0x1p-52);
    }
    std::uint64_t hash = 14695981039346656037ULL;
    for (std::uint64_t i = 1; i <= 1024; ++i) {
        for (int d = 0; d < 128; ++d) {
            hash ^= digits_of(sobol::unscrambled(d, i == 1024 ? reference::sobol_last : i));
            hash *= 1099511628211ULL;
        }
    }
    CHECK(hash == reference::sobol_hash);
}

TEST_CASE("every dimension is stratified: 2^m points from a multiple of 2^m have one point in each of 2^m cells") {
    for (int d = 0; d < sobol::max_dimensions; ++d) {
        const auto u = run(d, 3, hash_of("x"), 64, 64 * 5);
        for (int m : {0, 3, 6, 7, 11, 12}) {
            for (std::size_t first = 0; first < u.size(); first += std::size_t{1} << m) {
                std::vector<char> taken(std::size_t{1} << m);
                for (std::size_t i = 0; i < taken.size(); ++i)
                    ++taken[static_cast<std::size_t>(std::ldexp(u[first + i], m))];
                REQUIRE(std::count(taken.begin(), taken.end(), 1) == 1 << m);
            }
        }
    }
}

TEST_CASE("scrambling keeps every elementary interval of the (0,m,2)-nets in the first two dimensions") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto x = run(0, seed, hash_of("first"), 32);
        const auto y = run(1, seed, hash_of("second"), 32);
        for (int m = 0; m <= 11; ++m) {
            CHECK(is_net(x.data(), y.data(), m));
            const std::size_t second_half = x.size() - (std::size_t{1} << m);
            CHECK(is_net(x.data() + second_half, y.data() + second_half, m));
        }
    }
    const auto far_x = run(0, 1, hash_of("first"), 16, 1ULL << 40);
    const auto far_y = run(1, 1, hash_of("second"), 16, 1ULL << 40);
    CHECK(is_net(far_x.data(), far_y.data(), 10));
    // The check can fail: points of unrelated streams are no net.
    const auto other = run(1, 1, hash_of("second"), 16, 5);
    auto shuffled = other;
    std::swap(shuffled[0], shuffled[1]);
    CHECK_FALSE(is_net(far_x.data(), shuffled.data(), 10));
}

TEST_CASE("points lie in the open interval and any block can be reached alone") {
    const sobol points(5, 9, hash_of("x"));
    const auto all = run(5, 9, hash_of("x"), 300);
    for (const std::uint64_t block : {299U, 0U, 17U, 256U}) {
        std::array<double, 64> u{};
        points.uniforms(block, u.data());
        CHECK(std::equal(u.begin(), u.end(), all.begin() + static_cast<std::ptrdiff_t>(64 * block)));
    }
    CHECK(*std::min_element(all.begin(), all.end()) > 0);
    CHECK(*std::max_element(all.begin(), all.end()) < 1);
    constexpr double at_compile_time = scrambled(5, 2, 3);
    CHECK(run(5, 1, hash_of("x"), 3)[64 * 2 + 3] == at_compile_time);
}

TEST_CASE(
    "the scrambling is a nested one: digits before the first difference of two points stay common, the next differ") {
    // u -> scrambled u keeps the number of leading binary digits that two points share.
    for (int d : {0, 1, 7}) {
        const auto y = run(d, 4, hash_of("x"), 16);
        for (std::uint64_t i = 0; i < y.size(); ++i) {
            for (std::uint64_t j : {i ^ 1U, i ^ 64U, i ^ 640U, (i * 37 + 5) % y.size()}) {
                if (i == j) continue;
                const auto before = digits_of(sobol::unscrambled(d, i)) ^ digits_of(sobol::unscrambled(d, j));
                const auto after = digits_of(y[i]) ^ digits_of(y[j]);
                REQUIRE(std::bit_width(before) == std::bit_width(after));
            }
        }
    }
}

// Below, |z| < 5 is asked of standardised statistics: a perfect scrambling would fail a check with probability 6e-7.

TEST_CASE("each digit is flipped half the time, and flips of unlike prefixes are independent") {  // 3000 checks: 2e-3
    // Over scramblings: the flip of each digit of some points, and whether the flips of two points agree at each digit
    // after the first in which the points differ.
    constexpr std::uint64_t scramblings = 4000;
    // Two points of each of some blocks, in the same two of the 64 cells of the first six digits.
    std::vector<std::uint64_t> index;
    for (const std::uint64_t block : {0U, 1U, 2U, 64U, 65U, 4096U}) {
        for (std::uint64_t i = 64 * block; i < 64 * block + 64; ++i) {
            const auto cell = digits_of(sobol::unscrambled(2, i)) >> 46;
            if (cell == 0 || cell == 5) index.push_back(i);
        }
    }
    const std::size_t points = index.size();
    REQUIRE(points == 12);
    std::vector<std::array<int, 52>> ones(points), agreements(points * points);
    std::vector<std::uint64_t> plain(points), flips(points);
    for (std::size_t p = 0; p < points; ++p) plain[p] = digits_of(sobol::unscrambled(2, index[p]));
    sobol scrambler(2, 21, hash_of("x"));
    for (std::uint64_t s = 0; s < scramblings; ++s) {
        scrambler.scramble(s);
        for (std::size_t p = 0; p < points; ++p) {
            std::array<double, 64> u{};
            scrambler.uniforms(index[p] / 64, u.data());
            flips[p] = digits_of(u[index[p] % 64]) ^ plain[p];
        }
        for (std::size_t p = 0; p < points; ++p) {
            for (int k = 0; k < 52; ++k) {
                ones[p][static_cast<std::size_t>(k)] += static_cast<int>(flips[p] >> k & 1);
                for (std::size_t q = 0; q < p; ++q) {
                    agreements[p * points + q][static_cast<std::size_t>(k)] +=
                        static_cast<int>((flips[p] ^ flips[q]) >> k & 1);
                }
            }
        }
    }
    const auto z = [](int count) { return std::abs(count - scramblings / 2.0) / std::sqrt(scramblings / 4.0); };
    for (std::size_t p = 0; p < points; ++p) {
        for (std::size_t k = 0; k < 52; ++k) {
            CHECK(z(ones[p][k]) < 5);
            for (std::size_t q = 0; q < p; ++q) {
                // Digits from the first difference on, that one included, see the same flips.
                const auto first_difference = static_cast<std::size_t>(std::bit_width(plain[p] ^ plain[q])) - 1;
                if (k >= first_difference) {
                    CHECK(agreements[p * points + q][k] == 0);
                } else {
                    CHECK(z(agreements[p * points + q][k]) < 5);
                }
            }
        }
    }
}

TEST_CASE("names, seeds and replicates scramble independently") {
    const auto correlation_z = [](const std::vector<double>& flips_a, const std::vector<double>& flips_b) {
        double sum = 0;
        for (std::size_t i = 0; i < flips_a.size(); ++i) sum += (flips_a[i] - 0.5) * (flips_b[i] - 0.5);
        return std::abs(sum) * 12 / std::sqrt(static_cast<double>(flips_a.size()));
    };
    // The first point of each of 4096 scramblings.
    std::vector<double> base(4096), name(4096), seed(4096), replicate(4096), dimension(4096);
    for (std::uint64_t s = 0; s < 4096; ++s) {
        base[s] = run(1, s, hash_of("a"), 1)[0];
        name[s] = run(1, s, hash_of("b"), 1)[0];
        seed[s] = run(1, s + (1ULL << 63), hash_of("a"), 1)[0];
        replicate[s] = run(1, s, hash_of("a"), 1, 0, 1)[0];
        dimension[s] = run(2, s, hash_of("b"), 1)[0];
    }
    CHECK(correlation_z(base, name) < 5);
    CHECK(correlation_z(base, seed) < 5);
    CHECK(correlation_z(base, replicate) < 5);
    CHECK(correlation_z(base, dimension) < 5);
    std::rotate(seed.begin(), seed.begin() + 1, seed.end());
    CHECK(correlation_z(base, seed) < 5);
}

TEST_CASE("the mean of a smooth function is far more accurate than with independent draws") {
    // f = product of (1 + (u_d - 1/2) / (d + 1)) over six dimensions, mean 1, variance 0.130. The root-mean-square
    // error of 4096 independent draws is 0.0056; here it is 100 times less.
    double squares = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        std::vector<double> product(4096, 1.0);
        for (int d = 0; d < 6; ++d) {
            const auto u = run(d, seed, hash_of("input") + static_cast<unsigned>(d), 64);
            for (std::size_t i = 0; i < u.size(); ++i) product[i] *= 1 + (u[i] - 0.5) / (d + 1);
        }
        double sum = 0;
        for (const double p : product) sum += p;
        squares += (sum / 4096 - 1) * (sum / 4096 - 1);
    }
    CHECK(std::sqrt(squares / 20) < 5.6e-5);
}

TEST_CASE("what a Sobol' sequence does not have is refused") {
    CHECK_THROWS_MATCHES(
        sobol(128, 1, 2), std::domain_error,
        Catch::Matchers::MessageMatches(ContainsSubstring("128") && ContainsSubstring("latin_hypercube")));
    CHECK_THROWS_AS(sobol(-1, 1, 2), std::domain_error);
    CHECK_THROWS_AS(sobol::unscrambled(128, 0), std::domain_error);
    CHECK_THROWS_AS(sobol::unscrambled(0, 1ULL << 52), std::domain_error);
    std::array<double, 64> u{};
    CHECK_NOTHROW(sobol(127, 1, 2).uniforms(sobol::max_blocks - 1, u.data()));
    CHECK_THROWS_MATCHES(sobol(127, 1, 2).uniforms(sobol::max_blocks, u.data()), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("2^52")));
}

TEST_CASE("scrambled blocks keep their bits") {
    std::uint64_t hash = 14695981039346656037ULL;
    for (int d : {0, 1, 5, 127}) {
        for (const double x : run(d, 2025, hash_of("first run"), 8, 1000, 3)) {
            hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 1099511628211ULL;
        }
    }
    CHECK(hash == reference::scrambled_hash);
}
