// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/math/batch.hpp>
#include <headway/sampling/detail/sfc_lanes.hpp>
#include <headway/sampling/name_hash.hpp>
#include <headway/sampling/philox.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Independent uniform random numbers in the open interval (0, 1), addressed by seed, input name and draw index.
///
/// Blocks hold 64 draws (`batch::size`), segments hold 16 blocks. Philox4x64-10 with the key (seed, name hash) fills
/// the state of eight sfc64 generators for each segment, so any segment can be reached at once and no draw depends on
/// threads, shards or on what else is drawn. A uniform is (k + 1/2) * 2^-52 with 52 random bits k: never 0, never 1,
/// smallest 2^-53.
///
/// Stream policy. For a seed, a name and a draw index the bits of a draw are the same on every compiler, standard
/// library, optimisation level and little- or big-endian machine with IEEE 754 doubles, and they stay the same within a
/// minor version of headway, from 1.0 on within a major one. A change is announced as a breaking change; tests hold the
/// bits.
///
/// Different seeds, names or segments start from unrelated 1536-bit states; a chance meeting of two of 2^40 segments
/// has a probability below 2^-100. Names are told apart by their 64-bit `hash_of`.
/// Not for secrets: the generators are not cryptographic.
/// Sources: Salmon et al. (2011) for Philox; Doty-Humphrey, PractRand (sfc64).
class random_stream {
  public:
    static constexpr int block_size = batch::size;
    static constexpr int blocks_per_segment = 16;

    /// A place in a stream. Blocks may be asked for in any order with the same result; ascending order is fast, a jump
    /// costs about as much as the blocks between the start of its segment and its target.
    class reader {
      public:
        constexpr reader() noexcept = default;

        /// The 64 uniforms of a block, written to `out`.
        constexpr void uniforms(std::uint64_t block, double* out) noexcept {
            go_to(block);
            lanes_.uniforms(out);
        }
        /// The 64 random words behind a block's uniforms.
        constexpr void words(std::uint64_t block, std::uint64_t* out) noexcept {
            go_to(block);
            lanes_.words(out);
        }

      private:
        friend class random_stream;
        constexpr reader(std::uint64_t seed, std::uint64_t name_hash, detail::purpose purpose) noexcept
            : seed_(seed), name_hash_(name_hash), purpose_(purpose) {}

        constexpr void go_to(std::uint64_t block) noexcept {
            const auto within = static_cast<int>(block % blocks_per_segment);
            if (within == 0 || block != next_) {
                start_segment(block / blocks_per_segment);
                lanes_.skip_blocks(within);
            }
            next_ = block + 1;
        }

        constexpr void start_segment(std::uint64_t segment) noexcept {
            for (int l = 0; l < detail::sfc_lanes::lanes; l += 4) {
                const auto group = static_cast<std::uint64_t>(l / 4 * 3);
                const auto a = detail::keyed_words(seed_, name_hash_, purpose_, segment, group);
                const auto b = detail::keyed_words(seed_, name_hash_, purpose_, segment, group + 1);
                const auto c = detail::keyed_words(seed_, name_hash_, purpose_, segment, group + 2);
                for (int i = 0; i < 4; ++i) {
                    const auto word = static_cast<unsigned>(i);
                    lanes_.a[l + i] = a[word];
                    lanes_.b[l + i] = b[word];
                    lanes_.c[l + i] = c[word];
                }
            }
            lanes_.counter = 1;
        }

        detail::sfc_lanes lanes_;
        std::uint64_t seed_ = 0;
        std::uint64_t name_hash_ = 0;
        std::uint64_t next_ = 0;
        detail::purpose purpose_ = detail::purpose::draws;
    };

    /// The stream of a name (see `hash_of`) under a seed.
    constexpr random_stream(std::uint64_t seed, std::uint64_t name_hash,
                            detail::purpose purpose = detail::purpose::draws) noexcept
        : seed_(seed), name_hash_(name_hash), purpose_(purpose) {}

    [[nodiscard]] constexpr reader read() const noexcept { return {seed_, name_hash_, purpose_}; }

    /// The 64 uniforms of one block. To run through many blocks, keep a `reader`.
    constexpr void uniforms(std::uint64_t block, double* out) const noexcept { read().uniforms(block, out); }

  private:
    std::uint64_t seed_;
    std::uint64_t name_hash_;
    detail::purpose purpose_;
};

}  // namespace headway

#include <headway/header_end.hpp>
