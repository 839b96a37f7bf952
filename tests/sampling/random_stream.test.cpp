// SPDX-License-Identifier: BSL-1.0
#include <headway/sampling/random_stream.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "catch.hpp"
#include "reference/random_stream.hpp"

using headway::hash_of;
using headway::random_stream;
using headway::detail::philox;

namespace {

using block = std::array<double, 64>;

constexpr block draws_of(std::uint64_t seed, std::uint64_t name_hash, std::uint64_t index) {
    block u{};
    random_stream(seed, name_hash).uniforms(index, u.data());
    return u;
}

std::uint64_t bits_of(double u) { return static_cast<std::uint64_t>((u - 0x1p-53) * 0x1p52); }

std::uint64_t fnv1a(std::uint64_t hash, const double* u, int count) {
    for (int i = 0; i < count; ++i) {
        const auto bits = std::bit_cast<std::uint64_t>(u[i]);
        for (int shift = 0; shift < 64; shift += 8) hash = (hash ^ (bits >> shift & 0xFF)) * 1099511628211ULL;
    }
    return hash;
}

std::vector<double> run(std::uint64_t seed, const char* name, int blocks, std::uint64_t from = 0,
                        std::uint64_t stride = 1) {
    std::vector<double> all(static_cast<std::size_t>(blocks) * 64);
    auto reader = random_stream(seed, hash_of(name)).read();
    for (int b = 0; b < blocks; ++b) {
        reader.uniforms(from + static_cast<std::uint64_t>(b) * stride, all.data() + std::ptrdiff_t{b} * 64);
    }
    return all;
}

// Standardised correlation: close to a standard normal when x and y are independent uniforms.
double correlation_z(const double* x, const double* y, std::size_t n) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += (x[i] - 0.5) * (y[i] - 0.5);
    return sum * 12 / std::sqrt(static_cast<double>(n));
}

// The share of differing bits of paired draws, standardised.
double hamming_z(const double* x, const double* y, std::size_t n) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::popcount(bits_of(x[i]) ^ bits_of(y[i])) - 26.0;
    return sum / std::sqrt(13.0 * static_cast<double>(n));
}

// Pearson's statistic of `cells` equally likely cells, standardised by Wilson and Hilferty's cube root.
template <class Cell>
double cells_z(std::size_t n, std::size_t cells, Cell cell) {
    std::vector<int> count(cells);
    for (std::size_t i = 0; i < n; ++i) ++count[cell(i)];
    const double expected = static_cast<double>(n) / static_cast<double>(cells);
    double chi2 = 0;
    for (const int c : count) chi2 += (c - expected) * (c - expected) / expected;
    const double k = static_cast<double>(cells - 1);
    return (std::cbrt(chi2 / k) - (1 - 2 / (9 * k))) / std::sqrt(2 / (9 * k));
}

// Marsaglia's birthday spacings: 2^12 birthdays in a year of 2^32 days; repeated spacings are Poisson with mean 4.
int repeated_spacings(std::vector<std::uint64_t> birthdays) {
    std::sort(birthdays.begin(), birthdays.end());
    for (std::size_t i = birthdays.size() - 1; i > 0; --i) birthdays[i] -= birthdays[i - 1];
    std::sort(birthdays.begin(), birthdays.end());
    int repeats = 0;
    for (std::size_t i = 1; i < birthdays.size(); ++i) repeats += birthdays[i] == birthdays[i - 1] ? 1 : 0;
    return repeats;
}

}  // namespace

// Random123's distribution, file tests/kat_vectors, lines "philox4x64 10".
static_assert(philox({0, 0, 0, 0}, {0, 0}) == std::array<std::uint64_t, 4>{0x16554d9eca36314cULL, 0xdb20fe9d672d0fdcULL,
                                                                           0xd7e772cee186176bULL,
                                                                           0x7e68b68aec7ba23bULL});
static_assert(philox({~0ULL, ~0ULL, ~0ULL, ~0ULL}, {~0ULL, ~0ULL}) ==
              std::array<std::uint64_t, 4>{0x87b092c3013fe90bULL, 0x438c3c67be8d0224ULL, 0x9cc7d7c69cd777b6ULL,
                                           0xa09caebf594f0ba0ULL});
static_assert(philox({0x243f6a8885a308d3ULL, 0x13198a2e03707344ULL, 0xa4093822299f31d0ULL, 0x082efa98ec4e6c89ULL},
                     {0x452821e638d01377ULL, 0xbe5466cf34e90c6cULL}) ==
              std::array<std::uint64_t, 4>{0xa528f45403e61d95ULL, 0x38c72dbd566e9788ULL, 0xa5a1610e72fd18b5ULL,
                                           0x57bd43b5e52b7fe6ULL});

// Both ends of the interval are open and symmetric.
static_assert(headway::detail::centred_uniform(0) == 0x1p-53);
static_assert(headway::detail::centred_uniform((1ULL << 52) - 1) == 1 - 0x1p-53);
static_assert(headway::detail::centred_uniform(1ULL << 51) == 0.5 + 0x1p-53);
static_assert(headway::detail::centred_uniform((1ULL << 51) - 1) == 0.5 - 0x1p-53);

// The same bits in a constant expression.
static_assert(draws_of(reference::stream_blocks[1].seed, hash_of("cost"), 0)[0] == reference::stream_blocks[1].first);
static_assert(draws_of(reference::stream_blocks[5].seed, hash_of("cost"), 15)[63] == reference::stream_blocks[5].last);

TEST_CASE("sfc64 gives the words of an independent implementation") {
    std::uint64_t a = 0x243F6A8885A308D3ULL, b = 0x13198A2E03707344ULL, c = 0xA4093822299F31D0ULL, word = 0;
    for (std::uint64_t n = 1; n <= 1000; ++n) {
        word = headway::detail::sfc_lanes::step(a, b, c, n);
        if (n <= 4) CHECK(word == reference::sfc64_first[n - 1]);
    }
    CHECK(word == reference::sfc64_1000th);
}

TEST_CASE("blocks of a random stream keep their bits") {
    for (const auto& golden : reference::stream_blocks) {
        const auto u = draws_of(golden.seed, hash_of(golden.name), golden.block);
        CHECK(u[0] == golden.first);
        CHECK(u[63] == golden.last);
        CHECK(fnv1a(14695981039346656037ULL, u.data(), 64) == golden.hash);
    }
    const auto u = run(2025, "first run", 64);
    CHECK(fnv1a(14695981039346656037ULL, u.data(), 4096) == reference::first_64_blocks_hash);
}

TEST_CASE("blocks of a random stream do not depend on the order of reading") {
    const auto in_order = run(7, "x", 70);
    auto reader = random_stream(7, hash_of("x")).read();
    for (std::uint64_t b : {69U, 0U, 1U, 2U, 17U, 16U, 15U, 15U, 16U, 31U, 32U, 33U, 3U, 35U, 34U}) {
        block u{};
        reader.uniforms(b, u.data());
        CHECK(std::equal(u.begin(), u.end(), in_order.begin() + static_cast<std::ptrdiff_t>(64 * b)));
        CHECK(u == draws_of(7, hash_of("x"), b));
    }
}

TEST_CASE("words and uniforms of a block are the same draws, and reading one advances the other") {
    auto reader = random_stream(7, hash_of("x")).read();
    for (std::uint64_t b = 0; b < 40; ++b) {
        std::array<std::uint64_t, 64> words{};
        block u{};
        if (b % 3 == 0) {
            reader.uniforms(b, u.data());
            random_stream(7, hash_of("x")).read().words(b, words.data());
        } else {
            reader.words(b, words.data());
            u = draws_of(7, hash_of("x"), b);
        }
        for (std::size_t i = 0; i < 64; ++i) REQUIRE(headway::detail::centred_uniform(words[i] >> 12) == u[i]);
    }
}

// Each check below standardises a statistic and allows |z| < 5: a perfect generator would fail one with probability
// 6e-7, and a TEST_CASE of k checks with at most 6e-7 k. The seeds are fixed, so the outcome is too.

TEST_CASE("each bit of a uniform is set half the time, and independently of its neighbour") {  // 103 checks: 6e-5
    const auto u = run(11, "bits", 1 << 13);
    const double n = static_cast<double>(u.size());
    for (int bit = 0; bit < 52; ++bit) {
        double ones = 0, changes = 0;
        for (const double x : u) {
            ones += static_cast<double>(bits_of(x) >> bit & 1);
            changes += static_cast<double>((bits_of(x) ^ bits_of(x) >> 1) >> bit & 1);
        }
        CHECK(std::abs(ones - n / 2) / std::sqrt(n / 4) < 5);
        if (bit < 51) CHECK(std::abs(changes - n / 2) / std::sqrt(n / 4) < 5);
    }
}

TEST_CASE("uniforms fill the line, the square and the cube evenly") {  // 4 checks: 3e-6
    const auto u = run(12, "cells", 1 << 13);
    const auto top = [&](std::size_t i, int bits) { return static_cast<std::size_t>(bits_of(u[i]) >> (52 - bits)); };
    CHECK(std::abs(cells_z(u.size(), 4096, [&](std::size_t i) { return top(i, 12); })) < 5);
    CHECK(std::abs(cells_z(u.size(), 4096, [&](std::size_t i) { return bits_of(u[i]) % 4096; })) < 5);
    CHECK(std::abs(cells_z(u.size() / 2, 4096, [&](std::size_t i) { return top(2 * i, 6) << 6 | top(2 * i + 1, 6); })) <
          5);
    // Across the eight lanes: draws 8 apart come from one generator.
    CHECK(std::abs(cells_z(u.size() - 16, 4096,
                           [&](std::size_t i) { return top(i, 4) << 8 | top(i + 8, 4) << 4 | top(i + 16, 4); })) < 5);
}

TEST_CASE("draws of one stream do not correlate at any short lag, nor a block or a segment apart") {  // 67 checks: 4e-5
    const auto u = run(13, "serial", 1 << 12);
    for (std::size_t lag = 1; lag <= 64; ++lag) {
        CHECK(std::abs(correlation_z(u.data(), u.data() + lag, u.size() - lag)) < 5);
    }
    CHECK(std::abs(correlation_z(u.data(), u.data() + 1024, u.size() - 1024)) < 5);
    CHECK(std::abs(hamming_z(u.data(), u.data() + 64, u.size() - 64)) < 5);
    CHECK(std::abs(hamming_z(u.data(), u.data() + 1024, u.size() - 1024)) < 5);
}

TEST_CASE("names, seeds and segments that differ in a bit give unrelated draws") {  // 138 checks: 9e-5
    const auto check = [](const std::vector<double>& x, const std::vector<double>& y) {
        CHECK(std::abs(correlation_z(x.data(), y.data(), x.size())) < 5);
        CHECK(std::abs(hamming_z(x.data(), y.data(), x.size())) < 5);
    };
    const auto base = run(0, "a", 512);
    for (int bit = 0; bit < 64; ++bit) check(base, run(1ULL << bit, "a", 512));
    check(base, run(0, "b", 512));
    check(base, run(0, "aa", 512));
    check(base, run(0, "", 512));
    check(run(1, "a", 512, 0, 16), run(1, "a", 512, 16, 16));  // the first block of each segment and of the next
    check(run(1, "a", 512), run(2, "b", 512));

    // Seed and name play different roles: exchanging them is not the same stream.
    CHECK(draws_of(hash_of("a"), hash_of("b"), 0) != draws_of(hash_of("b"), hash_of("a"), 0));
}

TEST_CASE("birthday spacings, within a stream and across names, seeds and segments") {  // 8 checks
    // The sum over 64 samples is Poisson with mean 256; outside 180 to 340 with probability 3e-6.
    const auto total = [](auto birthday) {
        int repeats = 0;
        for (std::uint64_t sample = 0; sample < 64; ++sample) {
            std::vector<std::uint64_t> days(4096);
            for (std::uint64_t i = 0; i < 4096; ++i) days[i] = birthday(sample, i);
            repeats += repeated_spacings(days);
        }
        return repeats;
    };
    const auto within_range = [](int repeats) { return repeats > 180 && repeats < 340; };

    const auto u = run(14, "birthdays", 64 * 64);
    for (const int shift : {20, 10, 0}) {  // the upper, middle and lower 32 of 52 bits
        CHECK(within_range(total([&](std::uint64_t sample, std::uint64_t i) {
            return bits_of(u[4096 * sample + i]) >> shift & 0xFFFFFFFF;
        })));
    }
    std::vector<double> seeds(64 * 4096), names(64 * 4096), segments(64 * 4096);
    auto segment_reader = random_stream(15, hash_of("segments")).read();
    for (std::uint64_t i = 0; i < 64 * 64; ++i) {
        const auto from_seed = draws_of(i, hash_of("seeds"), 0);
        const auto from_name = draws_of(16, hash_of("input " + std::to_string(i)), 0);
        block from_segment{};
        segment_reader.uniforms(16 * i, from_segment.data());
        for (std::size_t j = 0; j < 64; ++j) {
            seeds[64 * i + j] = from_seed[j];
            names[64 * i + j] = from_name[j];
            segments[64 * i + j] = from_segment[j];
        }
    }
    for (const auto* draws : {&seeds, &names, &segments}) {
        CHECK(within_range(
            total([&](std::uint64_t sample, std::uint64_t i) { return bits_of((*draws)[4096 * sample + i]) >> 20; })));
    }
    // One birthday of each stream: the j-th draw of 4096 neighbouring seeds, and of 4096 names.
    for (const auto* draws : {&seeds, &names}) {
        CHECK(within_range(
            total([&](std::uint64_t sample, std::uint64_t i) { return bits_of((*draws)[64 * i + sample]) >> 20; })));
    }
}

TEST_CASE("collisions are as frequent as chance has it") {
    // 2^14 balls into 2^20 urns, 64 times: 64 * 127.3 collisions with a standard deviation of 90; six of these allowed.
    const auto u = run(17, "collisions", 64 * 256);
    for (const int shift : {32, 16, 0}) {  // 3 checks: 6e-9
        int collisions = 0;
        for (std::size_t sample = 0; sample < 64; ++sample) {
            std::vector<char> taken(1 << 20);
            for (std::size_t i = 0; i < 16384; ++i) {
                char& urn = taken[bits_of(u[16384 * sample + i]) >> shift & 0xFFFFF];
                collisions += urn;
                urn = 1;
            }
        }
        CHECK(std::abs(collisions - 64 * 127.33) < 540);
    }
}

TEST_CASE("a stream reaches into its tails") {
    // Below 2^-16 and above 1 - 2^-16 lie 2^20 * 2^-16 = 16 draws each on average; fewer than 2 or more than 40: 5e-7.
    const auto u = run(18, "tails", 1 << 14);
    const auto low = std::count_if(u.begin(), u.end(), [](double x) { return x < 0x1p-16; });
    const auto high = std::count_if(u.begin(), u.end(), [](double x) { return x > 1 - 0x1p-16; });
    CHECK((low >= 2 && low <= 40));
    CHECK((high >= 2 && high <= 40));
    CHECK(*std::min_element(u.begin(), u.end()) > 0);
    CHECK(*std::max_element(u.begin(), u.end()) < 1);
}
