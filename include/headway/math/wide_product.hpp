// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A product of two 64-bit words, all 128 bits of it.
struct wide_product {
    std::uint64_t high, low;
};

/// The product from four of 32-bit halves, for processors whose compilers have no wider word.
[[nodiscard]] constexpr wide_product product_of_halves(std::uint64_t a, std::uint64_t b) noexcept {
    constexpr std::uint64_t half = 0xffff'ffff;
    const std::uint64_t low = (a & half) * (b & half);
    const std::uint64_t cross = (a >> 32) * (b & half) + (low >> 32);            // at most (2^32 - 1)·2^32: no carry is lost
    const std::uint64_t other_cross = (a & half) * (b >> 32) + (cross & half);  // likewise
    return {(a >> 32) * (b >> 32) + (cross >> 32) + (other_cross >> 32), (other_cross << 32) | (low & half)};
}

[[nodiscard]] constexpr wide_product multiplied_wide(std::uint64_t a, std::uint64_t b) noexcept {
#if defined(__SIZEOF_INT128__)
    __extension__ using word = unsigned __int128;
    const word product = static_cast<word>(a) * b;
    return {static_cast<std::uint64_t>(product >> 64), static_cast<std::uint64_t>(product)};
#else
    return product_of_halves(a, b);
#endif
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
