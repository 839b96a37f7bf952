// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <stdexcept>
#include <string>

#include <headway/math/wide_product.hpp>
#include <headway/sampling/name_hash.hpp>
#include <headway/sampling/random_stream.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One input of a Latin hypercube sample as uniforms in the open interval (0, 1), by blocks of 64 draws.
///
/// The run of n draws is cut into n strata of equal probability and each gets exactly one draw: draw i is
/// (p(i) + v) / n with a permutation p of 0 ... n - 1 and a v in (0, 1) of its own. Both are keyed by seed and input
/// name, so inputs are independent of each other, and any block can be reached at once. The variance of a mean loses
/// the part that adds up input by input; it is never worse than with n - 1 independent draws.
/// The error of a mean cannot be read from the draws' own spread, which overstates it; repeat the run with other seeds.
/// The bits are held by the same policy as those of `random_stream`.
/// Not for: runs that will be made longer later, since n is part of every draw.
/// Sources: McKay, Beckman and Conover, Technometrics 21 (1979); Owen, "Monte Carlo variance of scrambled net
/// quadrature" (1997), for the bound. The permutation is a keyed chain of multiplications and shifts on the least power
/// of two that holds n, walked until it lands below n (Black and Rogaway 2002).
class latin_hypercube {
  public:
    static constexpr int block_size = batch::size;
    static constexpr std::uint64_t max_draws = 1ULL << 40;

    /// Throws std::domain_error unless 1 <= draws <= 2^40.
    constexpr latin_hypercube(std::uint64_t draws, std::uint64_t seed, std::uint64_t name_hash)
        : jitter_(random_stream(seed, name_hash, detail::purpose::strata_jitter).read()), draws_(draws) {
        if (!(1 <= draws && draws <= max_draws)) {
            throw std::domain_error("latin_hypercube: draws must be between 1 and 2^40, got " + std::to_string(draws));
        }
        width_ = static_cast<int>(std::bit_width(draws - 1));
        mask_ = (1ULL << width_) - 1;
        shift_ = (width_ + 1) / 2;
        const auto random_words = [&](std::uint64_t index) {
            return detail::keyed_words(seed, name_hash, detail::purpose::strata_order, draws, index);
        };
        if (draws <= small_.size()) {
            for (unsigned i = 0; i < draws; ++i) {  // shuffled from the inside out (Durstenfeld 1964)
                // 64 random bits times i + 1: the part above the point is even to 2^-56.
                const auto j = static_cast<unsigned>(detail::multiplied_wide(random_words(i)[0], i + 1).high);
                small_[i] = small_[j];
                small_[j] = static_cast<std::uint8_t>(i);
            }
        } else {
            for (unsigned i = 0; i < key_.size(); i += 4) {
                const auto key = random_words(i / 4);
                for (unsigned w = 0; w < 4; ++w) key_[i + w] = key[w];
            }
        }
    }

    [[nodiscard]] constexpr std::uint64_t draws() const noexcept { return draws_; }

    /// The stratum of a draw: a permutation of 0 ... n - 1. Precondition: draw < n.
    [[nodiscard]] constexpr std::uint64_t stratum(std::uint64_t draw) const noexcept {
        if (draws_ <= small_.size()) return small_[static_cast<std::size_t>(draw)];
        do draw = shuffled(draw);
        while (draw >= draws_);
        return draw;
    }

    /// The 64 draws of one block, written to `out`. Those past the last draw of the run are 1/2. Ascending blocks are
    /// fastest.
    constexpr void uniforms(std::uint64_t block, double* out) noexcept {
        const std::uint64_t first = block * block_size;
        const std::uint64_t left = first < draws_ ? draws_ - first : 0;
        const auto count = static_cast<unsigned>(left < block_size ? left : block_size);
        std::array<std::uint64_t, block_size> fixed{};
        order(first, count, fixed);
        std::array<std::uint64_t, block_size> word{};
        jitter_.words(block, word.data());
        // Stratum and jitter together are an odd multiple of 2^-1 below 2^50: exact, and two bits short of a double, so
        // that no rounding carries a draw out of its stratum.
        const int jitter_bits = 50 - width_;
        const double scale = static_cast<double>(draws_) * static_cast<double>(1ULL << jitter_bits);
        for (unsigned i = 0; i < block_size; ++i) {
            const std::uint64_t x = fixed[i] << jitter_bits | word[i] >> (64 - jitter_bits);
            out[i] = (std::bit_cast<double>(x | 0x4330000000000000ULL) - (0x1p52 - 0.5)) / scale;
        }
        for (unsigned i = count; i < block_size; ++i) out[i] = 0.5;
    }

  private:
    // Each step can be undone on words of `width_` bits, so the whole permutes them: a product carries low bits up, a
    // shift brings high bits down. The multipliers are fixed because some random ones, near 1, would mix badly; six
    // rounds are one more than it takes for the tests of this header's checks to see nothing from 2^8 on.
    [[nodiscard]] constexpr std::uint64_t shuffled(std::uint64_t x) const noexcept {
        constexpr std::uint64_t multiplier[] = {0xBF58476D1CE4E5B9ULL, 0x94D049BB133111EBULL, 0xD2E7470EE14C6C93ULL,
                                                0xCA5A826395121157ULL};
#pragma GCC unroll 6
        for (unsigned round = 0; round < 6; ++round) {
            x = ((x ^ key_[round]) * multiplier[round % 4]) & mask_;
            x ^= x >> shift_;
        }
        return x;
    }

    /// The strata of `count` consecutive draws.
    constexpr void order(std::uint64_t first, unsigned count,
                         std::array<std::uint64_t, block_size>& place) const noexcept {
        if (draws_ <= small_.size()) {
            for (unsigned i = 0; i < count; ++i) place[i] = small_[static_cast<std::size_t>(first + i)];
            return;
        }
        for (unsigned i = 0; i < count; ++i) place[i] = shuffled(first + i);
        // Which walks go on is kept as a list: a branch for each draw would be guessed wrong half the time.
        std::array<unsigned, block_size> walking{};
        unsigned walkers = 0;
        for (unsigned i = 0; i < count; ++i) {
            walking[walkers] = i;
            walkers += place[i] >= draws_ ? 1U : 0U;
        }
        while (walkers > 0) {
            unsigned still = 0;
            for (unsigned k = 0; k < walkers; ++k) {
                const unsigned i = walking[k];
                place[i] = shuffled(place[i]);
                walking[still] = i;
                still += place[i] >= draws_ ? 1U : 0U;
            }
            walkers = still;
        }
    }

    random_stream::reader jitter_;
    std::uint64_t draws_;
    std::uint64_t mask_ = 0;
    std::array<std::uint64_t, 8> key_{};
    int width_ = 0;
    int shift_ = 1;
    std::array<std::uint8_t, 256> small_{};  // the whole permutation of a short run
};

}  // namespace headway

#include <headway/header_end.hpp>
