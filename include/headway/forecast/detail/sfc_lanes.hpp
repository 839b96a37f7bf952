// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

#include <headway/core/detail/elementary_kernel.hpp>

HEADWAY_EXACT_BEGIN
namespace headway::detail {

/// 52 random bits to a double at the middle of one of 2^52 equal cells of (0, 1): (bits + 1/2) * 2^-52, exactly.
/// Neither 0 nor 1 occurs, and u is as likely as 1 - u.
[[nodiscard]] constexpr double centred_uniform(std::uint64_t bits52) noexcept {
    return std::bit_cast<double>(bits52 | 0x3FF0000000000000ULL) - (1.0 - 0x1p-53);
}

/// Eight sfc64 generators that advance side by side: step s of lane l is word 8 s + l. Eight, because a processor needs
/// that many independent chains to stay busy and vectors of 2, 4 or 8 words then yield the same order.
/// Source of the generator: Chris Doty-Humphrey, PractRand 0.94 (2010-2018), constants 24, 11, 3. Its state here is
/// filled with Philox output, so the warm-up rounds that hide a weak seed are not needed.
struct sfc_lanes {
    static constexpr int lanes = 8;
    static constexpr int block_size = 64;

    std::uint64_t a[lanes] = {};
    std::uint64_t b[lanes] = {};
    std::uint64_t c[lanes] = {};
    std::uint64_t counter = 1;

    /// The next 64 words.
    constexpr void words(std::uint64_t* out) noexcept {
        for (int i = 0; i < block_size; i += lanes, ++counter) {
            for (int l = 0; l < lanes; ++l) out[i + l] = step(a[l], b[l], c[l], counter);
        }
    }

    /// The next 64 words as uniforms in (0, 1), from their upper 52 bits.
    constexpr void uniforms(double* out) noexcept {
        if (std::is_constant_evaluated()) {
            for (int i = 0; i < block_size; i += lanes, ++counter) {
                for (int l = 0; l < lanes; ++l) out[i + l] = centred_uniform(step(a[l], b[l], c[l], counter) >> 12);
            }
        } else {
            uniforms_by_pairs(out);
        }
    }

    constexpr void skip_blocks(int blocks) noexcept {
        for (int i = 0; i < blocks * (block_size / lanes); ++i, ++counter) {
            for (int l = 0; l < lanes; ++l) static_cast<void>(step(a[l], b[l], c[l], counter));
        }
    }

    [[nodiscard]] static constexpr std::uint64_t step(std::uint64_t& a, std::uint64_t& b, std::uint64_t& c,
                                                      std::uint64_t counter) noexcept {
        const std::uint64_t word = a + b + counter;
        a = b ^ (b >> 11);
        b = c + (c << 3);
        c = std::rotl(c, 24) + word;
        return word;
    }

  private:
    // Vectors of two words are what every x86-64 and AArch64 has. They are spelled out because GCC's -O2 does not see
    // through the rotation of lanes kept in memory, and the loop above then takes 1.5 times as long.
    void uniforms_by_pairs(double* out) noexcept {
        typedef std::uint64_t pair __attribute__((vector_size(16)));
        typedef double double_pair __attribute__((vector_size(16)));
        constexpr int pairs = lanes / 2;
        pair x[pairs], y[pairs], z[pairs];
        __builtin_memcpy(x, a, sizeof x);
        __builtin_memcpy(y, b, sizeof y);
        __builtin_memcpy(z, c, sizeof z);
        pair n = {counter, counter};
        for (int i = 0; i < block_size; i += lanes) {
#pragma GCC unroll 4
            for (int p = 0; p < pairs; ++p) {
                const pair word = x[p] + y[p] + n;
                x[p] = y[p] ^ (y[p] >> 11);
                y[p] = z[p] + (z[p] << 3);
                z[p] = ((z[p] << 24) | (z[p] >> 40)) + word;
                const pair bits = (word >> 12) | 0x3FF0000000000000ULL;
                const double_pair u = reinterpret_cast<double_pair>(bits) - (1.0 - 0x1p-53);
                __builtin_memcpy(out + i + 2 * p, &u, sizeof u);
            }
            n += 1;
        }
        counter = n[0];
        __builtin_memcpy(a, x, sizeof x);
        __builtin_memcpy(b, y, sizeof y);
        __builtin_memcpy(c, z, sizeof z);
    }
};

}  // namespace headway::detail
HEADWAY_EXACT_END
