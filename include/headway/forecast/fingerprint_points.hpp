// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <iterator>

#include <headway/belief/belief_sampler.hpp>
#include <headway/math/batch_functions.hpp>
#include <headway/outcome/run_identity.hpp>
#include <headway/sampling/philox.hpp>

#include <headway/header_begin.hpp>

// A model is known by its results at 64 fixed points:
//   0 to 31   a Latin hypercube: each input once in each of 32 strata of equal probability, in an order of its own; in
//             two of these rows each of the first 16 inputs is out in a tail instead, alone
//   32 to 63  corners: each input in its lower or its upper tail, near the end in even rows and far out in odd ones
// The corners are an orthogonal array of strength three for the first 15 inputs and the row's depth (the words of odd
// weight of the first-order Reed-Muller code), so any two of them are in each of their four corners at both depths and
// any three in all eight; of strength two up to 30 inputs; beyond, words that are no two each other's complements.
namespace headway::detail {

inline constexpr double near_tail = 0x1p-7;
inline constexpr double lone_tail = 0x1p-14;
inline constexpr double far_tail = 0x1p-20;

/// Tables of what depends on an input's place alone.
struct fingerprint_design {
    static constexpr std::size_t places = 32;
    /// An order of the strata for each place.
    std::uint8_t stratum[places][32] = {};
    /// Bit r: whether the input of that place is in its upper tail in corner r.
    std::uint32_t corners[30] = {};

    constexpr fingerprint_design() noexcept {
        for (std::size_t place = 0; place < places; ++place) {
            for (unsigned r = 0; r < 32; ++r) {  // shuffled from the inside out (Durstenfeld 1964)
                const auto j = static_cast<unsigned>(avalanche(32 * place + r + 1) >> 32) % (r + 1);
                stratum[place][r] = stratum[place][j];
                stratum[place][j] = static_cast<std::uint8_t>(r);
            }
        }
        constexpr std::uint8_t columns[] = {2,  4,  8,  16, 7, 11, 13, 14, 19, 21, 22, 25, 26, 28, 31,
                                            30, 29, 27, 24, 3, 5,  6,  9,  10, 12, 15, 17, 18, 20, 23};
        for (std::size_t place = 0; place < sizeof columns; ++place) {
            for (unsigned r = 0; r < 32; ++r) {
                corners[place] |= static_cast<std::uint32_t>(std::popcount(r & columns[place]) & 1) << r;
            }
        }
    }
};
inline constexpr fingerprint_design design_of_fingerprint;

/// Bit r: whether an input is in its upper tail in corner r.
[[nodiscard]] constexpr std::uint32_t corner_word(std::size_t place) noexcept {
    if (place < std::size(design_of_fingerprint.corners)) return design_of_fingerprint.corners[place];
    // Fifteen bits that are others for every place, the rows in reverse the other way round: so two words are neither
    // equal nor each other's complements.
    auto half = static_cast<std::uint32_t>(place * 0x2545 & 0x7FFF);
    half = (half ^ half >> 7) * 0x6A5D & 0x7FFF;
    half ^= half >> 8;
    std::uint32_t word = 0;
    for (unsigned r = 0; r < 16; ++r) {
        const std::uint32_t bit = half >> r & 1U;
        word |= bit << r | (bit ^ 1U) << (31 - r);
    }
    return word;
}

/// The ends of the component that a uniform number chooses.
struct uniform_range {
    double start = 0.0;
    double end = 1.0;

    [[nodiscard]] constexpr double lower(double tail) const noexcept { return start + (end - start) * tail; }
    [[nodiscard]] constexpr double upper(double tail) const noexcept {
        const double u = end - (end - start) * tail;
        return u < 1.0 - 0x1p-53 ? u : 1.0 - 0x1p-53;
    }
};

/// Where the uniform numbers lie that draw the least and the greatest values. Of a mixture, whose draws grow with them
/// within a component only, in the component that goes furthest; of very many components some are asked.
struct outermost {
    uniform_range least;
    uniform_range greatest;

    constexpr outermost(const component_list& parts, const belief_sampler& belief) noexcept {
        if (parts.size() == 1 || parts.shape() == belief_shape::discrete) return;
        const std::size_t step = (parts.size() - 1) / 16 + 1;
        double lowest = infinity;
        double highest = -infinity;
        for (std::size_t k = 0; k < parts.size(); k += step) {
            const weighted_component& c = parts[k];
            const double next = k + 1 < parts.size() ? parts[k + 1].start : 1.0;
            const uniform_range range{c.start, next < 1.0 ? next : 1.0};
            if (!(c.share > 0.0) || !(range.lower(0.5) > 0.0 && range.lower(0.5) < 1.0)) continue;
            const double low = belief.draw(range.lower(far_tail));
            const double high = belief.draw(range.upper(far_tail));
            if (low < lowest) {
                lowest = low;
                least = range;
            }
            if (high > highest) {
                highest = high;
                greatest = range;
            }
        }
    }
};

/// An input's value, in base units, at each of the points.
constexpr void fingerprint_points(std::size_t place, const component_list& parts, const belief_sampler& belief,
                               double* out) noexcept {
    static_assert(batch::size == 64);
    const outermost tails(parts, belief);
    const auto& stratum = design_of_fingerprint.stratum[place % fingerprint_design::places];
    const auto turn = static_cast<unsigned>(11 * (place / fingerprint_design::places) & 31U);
    for (unsigned r = 0; r < 32; ++r) out[r] = (static_cast<double>(stratum[r] ^ turn) + 0.5) * 0x1p-5;
    // Draws in the tails are dear, so each is made once, and then given to all the rows that have it.
    for (unsigned r = 32; r < 64; ++r) out[r] = 0.5;
    double* const tail = out + 32;
    tail[0] = tails.least.lower(near_tail);
    tail[1] = tails.greatest.upper(near_tail);
    tail[2] = tails.least.lower(far_tail);
    tail[3] = tails.greatest.upper(far_tail);
    tail[4] = tails.least.lower(lone_tail);
    tail[5] = tails.greatest.upper(lone_tail);
    belief.draw_block<batch::size>(out, out);
    const double drawn[] = {tail[0], tail[1], tail[2], tail[3]};
    if (place < 16) {
        out[2 * place] = tail[4];
        out[2 * place + 1] = tail[5];
    }
    const std::uint32_t corners = corner_word(place);
    for (unsigned r = 0; r < 32; ++r) out[32 + r] = drawn[2 * (r & 1U) + (corners >> r & 1U)];
}

/// The bits of a result; one pattern for all that are undefined and for both zeros, whose signs machines may choose.
[[nodiscard]] constexpr std::uint64_t fingerprint_bits(double x) noexcept {
    return x == x ? std::bit_cast<std::uint64_t>(x + 0.0) : 0x7FF8000000000000ULL;
}

/// A hash of 64 results, in eight chains side by side.
[[nodiscard]] constexpr std::uint64_t fingerprint_of_block(const double* x) noexcept {
    std::uint64_t chain[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    for (int i = 0; i < batch::size; i += 8) {
        for (int j = 0; j < 8; ++j) {
            chain[j] = (chain[j] ^ fingerprint_bits(x[i + j])) * 0x9E3779B97F4A7C15ULL;
            chain[j] ^= chain[j] >> 29;
        }
    }
    std::uint64_t hash = 0;
    for (const std::uint64_t c : chain) hash = hash_combine(hash, c);
    return hash;
}

/// A hash of all that a belief's maker was given.
[[nodiscard]] constexpr std::uint64_t fingerprint_of(const component_list& parts) noexcept {
    std::uint64_t hash = hash_combine(static_cast<std::uint64_t>(parts.shape()), static_cast<std::uint64_t>(parts.size()));
    for (const weighted_component& c : parts) {
        const component& a = c.part;
        hash = hash_combine(hash, static_cast<std::uint64_t>(a.shape) << 1 | (a.is_truncated ? 1U : 0U));
        if (parts.size() > 1) hash = hash_combine(hash, c.weight);
        if (a.term_count > 0) hash = hash_combine(hash, static_cast<std::uint64_t>(a.term_count));
        for (int k = 0; k < parameter_count(a); ++k) hash = hash_combine(hash, fingerprint_bits(a.parameter[k]));
        if (a.is_truncated) hash = hash_combine(hash_combine(hash, fingerprint_bits(a.lo)), fingerprint_bits(a.hi));
        std::size_t i = 0;
        for (; i + batch::size <= a.data_size; i += batch::size) hash = hash_combine(hash, fingerprint_of_block(a.data + i));
        for (; i < a.data_size; ++i) hash = hash_combine(hash, fingerprint_bits(a.observation(i)));
    }
    return hash;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
