// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <stdexcept>
#include <string>

#include <headway/math/batch.hpp>
#include <headway/sampling/detail/sfc_lanes.hpp>
#include <headway/sampling/detail/sobol_table.hpp>
#include <headway/sampling/name_hash.hpp>
#include <headway/sampling/philox.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One dimension of an Owen-scrambled Sobol' sequence as uniforms in the open interval (0, 1), by blocks of 64
/// consecutive points; any block can be reached at once.
///
/// The points are Joe and Kuo's of 2008 in their (Gray code) order, taken to 52 binary digits and scrambled: each digit
/// is flipped or not by a random bit that depends on the digits before it. So every net property of the sequence holds
/// after scrambling, each point is uniform, and any two points are distributed together as under Owen's nested uniform
/// scrambling; for a smooth model the error of a mean falls like n^(-3/2), not n^(-1/2). Best with a power of two of
/// points, starting at 0.
///
/// The scrambling is keyed by seed, input name and replicate. Error bars come from several replicates: means of
/// independent scramblings are independent. The bits are held by the same policy as those of `random_stream`.
/// Not for: more than 128 dimensions, or the only input of a model with jumps, where Latin hypercube does as well.
/// Sources: Joe and Kuo (2008); Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995); Burley, "Practical
/// hash-based Owen scrambling", JCGT 9 (2020), for flips by hashing; the hash is the finaliser of SplitMix64 (Steele,
/// Lea and Flood 2014), variant 13 of Stafford.
class sobol {
  public:
    static constexpr int block_size = batch::size;
    static constexpr int max_dimensions = detail::sobol_table::dimensions;
    /// Blocks are numbered below this; with 52 digits there are no further points.
    static constexpr std::uint64_t max_blocks = 1ULL << 46;

    /// Dimension counted from 0. Throws std::domain_error for a dimension that the table does not have.
    constexpr sobol(int dimension, std::uint64_t seed, std::uint64_t name_hash, std::uint64_t replicate = 0)
        : direction_(directions_of(dimension)), seed_(seed), name_hash_(name_hash) {
        for (unsigned j = 0; j < block_size; ++j) {
            std::uint64_t digits = 0;
            for (unsigned k = 0; k < 6; ++k) digits ^= ((j ^ j >> 1) >> k & 1) != 0 ? direction_[k] : 0;
            position_[static_cast<std::size_t>(digits >> lower_digits)] = static_cast<std::uint8_t>(j);
        }
        scramble(replicate);
    }

    /// Goes over to another scrambling of the same input.
    constexpr void scramble(std::uint64_t replicate) noexcept {
        for (unsigned i = 0; i < group_key_.size(); i += 4) {
            const auto key = random_words(replicate, i / 4);
            for (unsigned w = 0; w < 4; ++w) group_key_[i + w] = key[w];
        }
        // Down the tree of the upper six digits: entry n is where the cell of the digits n goes.
        std::array<std::uint64_t, block_size> upper{};
        for (unsigned nodes = 1; nodes < block_size; nodes *= 2) {
            for (unsigned n = nodes; n-- > 0;) {
                const std::uint64_t flip = group_key_[0] >> (nodes | n) & 1;
                upper[2 * n + 1] = upper[n] << 1 | (flip ^ 1);
                upper[2 * n] = upper[n] << 1 | flip;
            }
        }
        for (unsigned c = 0; c < block_size; c += 4) {
            const auto shift = random_words(replicate, 3 + c / 4);
            for (unsigned w = 0; w < 4; ++w) {
                cell_[position_[c + w]] = upper[c + w] << lower_digits | shift[w] >> (64 - lower_digits);
            }
        }
    }

    /// The 64 scrambled points of one block, written to `out`. Throws std::domain_error beyond `max_blocks`.
    constexpr void uniforms(std::uint64_t block, double* out) const {
        require_block(block);
        const std::uint64_t base = base_of(block);
        const std::uint64_t common = scramble_lower(base & lower_mask);
        const unsigned turn = position_[static_cast<std::size_t>(base >> lower_digits)];
        // Points 2i and 2i + 1 are neighbours in cell_ too, which makes this a loop over vectors of two.
        const std::uint64_t* const cell = cell_.data();
        const unsigned swap = turn & 1;
        for (unsigned i = 0; i < block_size; i += 2) {
            const std::uint64_t* const two = cell + (i ^ (turn & 62U));
            out[i] = detail::centred_uniform(two[swap] ^ common);
            out[i + 1] = detail::centred_uniform(two[swap ^ 1U] ^ common);
        }
    }

    /// A point of the sequence without scrambling, as published: exact, in [0, 1), point 0 is 0.
    [[nodiscard]] static constexpr double unscrambled(int dimension, std::uint64_t index) {
        const auto v = directions_of(dimension);
        require_block(index / block_size);
        std::uint64_t digits = 0;
        for (unsigned k = 0; k < v.size(); ++k) digits ^= ((index ^ index >> 1) >> k & 1) != 0 ? v[k] : 0;
        return static_cast<double>(digits) * 0x1p-52;
    }

  private:
    // Of the 52 digits of a point, the upper 6 tell the 64 points of a block apart and the lower 46 are the same for
    // all of them. So the flips of the lower digits are hashed once per block. Within one of the 64 cells that the
    // upper digits make, they are a full nested scrambling; a shift of its own makes the cells independent in pairs.
    static constexpr int lower_digits = 46;
    static constexpr std::uint64_t lower_mask = (1ULL << lower_digits) - 1;

    [[nodiscard]] static constexpr detail::sobol_table::directions directions_of(int dimension) {
        if (!(0 <= dimension && dimension < max_dimensions)) {
            throw std::domain_error("sobol: there are dimensions 0 to " + std::to_string(max_dimensions - 1) +
                                    ", asked for " + std::to_string(dimension) +
                                    "; use method::latin_hypercube or method::independent for more inputs");
        }
        return detail::sobol_table::direction_numbers(dimension);
    }
    static constexpr void require_block(std::uint64_t block) {
        if (!(block < max_blocks)) {
            throw std::domain_error("sobol: there are 2^52 points in blocks of 64, asked for block " +
                                    std::to_string(block) + "; use fewer draws or more replicates");
        }
    }

    /// The digits of the first point of a block.
    [[nodiscard]] constexpr std::uint64_t base_of(std::uint64_t block) const noexcept {
        std::uint64_t digits = (block & 1) != 0 ? direction_[5] : 0;
        for (std::uint64_t gray = block ^ (block >> 1); gray != 0; gray &= gray - 1) {
            digits ^= direction_[static_cast<unsigned>(6 + std::countr_zero(gray))];
        }
        return digits;
    }

    /// Flips six digits by a word that serves as a tree: bit 1 flips the first digit, bits 2 and 3 the second after a
    /// first of 0 and 1, and so on.
    [[nodiscard]] static constexpr std::uint64_t scramble_group(std::uint64_t digits, std::uint64_t word) noexcept {
        std::uint64_t flips = 0;
#pragma GCC unroll 6
        for (int depth = 0; depth < 6; ++depth) {
            const std::uint64_t node = 1ULL << depth | digits >> (6 - depth);
            flips = flips << 1 | (word >> node & 1);
        }
        return digits ^ flips;
    }

    [[nodiscard]] constexpr std::uint64_t scramble_lower(std::uint64_t digits) const noexcept {
        digits <<= 2;  // so that they make eight whole groups
        std::uint64_t result = 0;
#pragma GCC unroll 8
        for (unsigned group = 1; group <= 8; ++group) {
            const unsigned below = 48 - 6 * group;
            const std::uint64_t before = digits >> below >> 6;
            const std::uint64_t word = detail::avalanche(before ^ group_key_[group]);
            result |= scramble_group(digits >> below & 63, word) << below;
        }
        return result >> 2;
    }

    [[nodiscard]] constexpr std::array<std::uint64_t, 4> random_words(std::uint64_t replicate,
                                                                      std::uint64_t index) const noexcept {
        return detail::keyed_words(seed_, name_hash_, detail::purpose::scrambling, replicate, index);
    }

    detail::sobol_table::directions direction_;
    std::uint64_t seed_;
    std::uint64_t name_hash_;
    // Key 0 is the word of the first six digits itself, keys 1 to 8 make the words of the groups after it.
    std::array<std::uint64_t, 12> group_key_{};
    // Entry j is for the cell that holds point j of block 0. The map from place to cell is linear over GF(2), so
    // another block visits the entries in the order j ^ turn.
    std::array<std::uint64_t, block_size> cell_{};
    std::array<std::uint8_t, block_size> position_{};  // of a cell, in cell_
};

}  // namespace headway

#include <headway/header_end.hpp>
