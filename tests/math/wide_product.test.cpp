// SPDX-License-Identifier: BSL-1.0
#include <headway/math/wide_product.hpp>

#include "catch.hpp"

#include <cstdint>
#include <vector>

namespace detail = headway::detail;

namespace {

constexpr std::uint64_t all = ~std::uint64_t{0};

constexpr bool is(const detail::wide_product& got, std::uint64_t high, std::uint64_t low) {
    return got.high == high && got.low == low;
}

// Of whole numbers, worked out by hand: (2^64 - 1)^2 = 2^128 - 2^65 + 1.
static_assert(is(detail::product_of_halves(all, all), all - 1, 1));
static_assert(is(detail::product_of_halves(all, 1), 0, all));
static_assert(is(detail::product_of_halves(all, 2), 1, all - 1));
static_assert(is(detail::product_of_halves(0, all), 0, 0));
static_assert(is(detail::product_of_halves(1ULL << 32, 1ULL << 32), 1, 0));
static_assert(is(detail::product_of_halves((1ULL << 32) - 1, (1ULL << 32) - 1), 0, 0xffff'fffe'0000'0001));
static_assert(is(detail::product_of_halves(1ULL << 63, 1ULL << 63), 1ULL << 62, 0));
static_assert(is(detail::multiplied_wide(all, all), all - 1, 1));

// Every power of two with its neighbours, every run of ones, the multipliers of Philox, and words without a pattern.
std::vector<std::uint64_t> words() {
    std::vector<std::uint64_t> list{0, all, 0xD2E7470EE14C6C93ULL, 0xCA5A826395121157ULL};
    for (unsigned i = 0; i < 64; ++i) {
        const std::uint64_t power = 1ULL << i;
        for (const std::uint64_t word : {power - 1, power, power + 1, ~power, all << i}) list.push_back(word);
    }
    std::uint64_t word = 1;
    for (int i = 0; i < 400; ++i) list.push_back(word = word * 6364136223846793005ULL + 1442695040888963407ULL);
    return list;
}

// Long multiplication of 16 bits at a time, carries kept one by one: neither of the two ways under test.
detail::wide_product by_sixteen_bits(std::uint64_t a, std::uint64_t b) {
    std::uint64_t digit[8] = {};
    for (unsigned i = 0; i < 4; ++i) {
        std::uint64_t carry = 0;
        for (unsigned j = 0; j < 4; ++j) {
            const std::uint64_t sum = digit[i + j] + (a >> (16 * i) & 0xffff) * (b >> (16 * j) & 0xffff) + carry;
            digit[i + j] = sum & 0xffff;
            carry = sum >> 16;
        }
        digit[i + 4] = carry;
    }
    detail::wide_product result{0, 0};
    for (unsigned i = 0; i < 4; ++i) {
        result.low |= digit[i] << (16 * i);
        result.high |= digit[i + 4] << (16 * i);
    }
    return result;
}

}  // namespace

TEST_CASE("the product of two words is the same with and without a word of 128 bits") {
    const auto list = words();
    std::size_t differ = 0;
    for (const std::uint64_t a : list) {
        for (const std::uint64_t b : list) {
            const auto expected = by_sixteen_bits(a, b);
            differ += !is(detail::product_of_halves(a, b), expected.high, expected.low);
            differ += !is(detail::multiplied_wide(a, b), expected.high, expected.low);
        }
    }
    CHECK(differ == 0);
    CHECK(list.size() == 4 + 5 * 64 + 400);
}
