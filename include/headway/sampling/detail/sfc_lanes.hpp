// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

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

    /// The next 64 words as uniforms in (0, 1), from their upper 52 bits; those of a step `apart` from those of the one before.
    constexpr void uniforms(double* out, int apart = lanes) noexcept {
        if (std::is_constant_evaluated()) {
            uniforms_one_by_one(out, apart);
        } else {
            uniforms_by_vectors(out, apart);
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
    constexpr void uniforms_one_by_one(double* out, int apart) noexcept {
        for (int i = 0; i < block_size; i += lanes, out += apart, ++counter) {
            for (int l = 0; l < lanes; ++l) out[l] = centred_uniform(step(a[l], b[l], c[l], counter) >> 12);
        }
    }

#if defined(__GNUC__)
    // Vectors are spelled out because GCC's -O2 does not see through the rotation of lanes kept in memory, and the plain
    // loop then takes 1.5 times as long. Whatever their width, the words and their order are the same.
    template <int Width>
    struct block_loop {
        sfc_lanes* state;
        double* out;
        int apart;
        HEADWAY_INLINE void operator()() const noexcept {
            using words_type = typename vector_of<Width>::words;
            using doubles_type = typename vector_of<Width>::doubles;
            constexpr std::size_t vectors = static_cast<std::size_t>(lanes / Width);
            words_type x[vectors], y[vectors], z[vectors];
            __builtin_memcpy(x, state->a, sizeof x);
            __builtin_memcpy(y, state->b, sizeof y);
            __builtin_memcpy(z, state->c, sizeof z);
            words_type n = words_type{} + state->counter;
            double* row = out;
            for (int i = 0; i < block_size; i += lanes, row += apart) {
                HEADWAY_UNROLLED
                for (std::size_t v = 0; v < vectors; ++v) {
                    const words_type word = x[v] + y[v] + n;
                    x[v] = y[v] ^ (y[v] >> 11);
                    y[v] = z[v] + (z[v] << 3);
                    z[v] = ((z[v] << 24) | (z[v] >> 40)) + word;
                    const words_type bits = (word >> 12) | 0x3FF0000000000000ULL;
                    const doubles_type u = reinterpret_cast<doubles_type>(bits) - (1.0 - 0x1p-53);
                    __builtin_memcpy(row + Width * static_cast<int>(v), &u, sizeof u);
                }
                n += 1;
            }
            state->counter += block_size / lanes;
            __builtin_memcpy(state->a, x, sizeof x);
            __builtin_memcpy(state->b, y, sizeof y);
            __builtin_memcpy(state->c, z, sizeof z);
        }
    };
    void uniforms_by_vectors(double* out, int apart) noexcept {
        run_at_width(block_loop<8>{this, out, apart}, block_loop<4>{this, out, apart}, block_loop<2>{this, out, apart});
    }
#else
    void uniforms_by_vectors(double* out, int apart) noexcept { uniforms_one_by_one(out, apart); }
#endif
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
