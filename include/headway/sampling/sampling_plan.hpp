// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <variant>

#include <headway/sampling/latin_hypercube.hpp>
#include <headway/sampling/name_hash.hpp>
#include <headway/sampling/random_stream.hpp>
#include <headway/sampling/sobol_points.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How the draws of a run are chosen. The error of a mean over n draws falls like n^(-1/2) for `independent`; for
/// `latin_hypercube` like that of the model less the part that adds up input by input; for `sobol` like n^(-3/2) to
/// n^(-1), up to logarithms, when the model is smooth and a few inputs matter most.
enum class method { independent, latin_hypercube, sobol };

/// More scramblings of fewer points make the standard error better known and the mean worse: of a product of six
/// lognormals at 16 384 draws the error of the mean is 1.6e-3 with one, 2.5e-3 with four, 3.1e-3 with eight. A standard
/// error from four is itself good to about 40 %, from eight to a quarter, and what an interval has to add for that is as
/// much: Student's t at 95 % is 3.18 for four scramblings, 2.36 for eight, 2.13 for sixteen. Eight have the narrowest
/// intervals that cover; 5000 draws, widths in those of independent draws, and the least coverage in 52 cells of
/// tests/bench/coverage.cpp over 400 seeds (one of 0.95 gives 0.93 by chance):
///
/// | scramblings | normal, mean | p5 | three inputs, mean | p5 | p50 | P(< x) | least coverage |
/// |-------------|--------------|------|--------------------|------|------|--------|----------------|
/// | 4           | 0.04         | 0.14 | 0.17               | 0.64 | 0.45 | 0.48   | 0.935          |
/// | 8           | 0.03         | 0.15 | 0.20               | 0.58 | 0.38 | 0.38   | 0.940          |
/// | 16          | 0.04         | 0.15 | 0.27               | 0.58 | 0.41 | 0.40   | 0.902          |
/// | 32          | 0.05         | 0.18 | 0.32               | 0.59 | 0.42 | 0.41   | 0.930          |
inline constexpr unsigned default_replicates = 8;

/// The uniforms of a run, by input and by block of 64 draws. Whoever evaluates a block gets the same bits, in any order
/// and on any thread.
///
/// With `method::sobol` the run is made of independent scramblings, whose means give the standard error: each takes
/// `draws_per_replicate()` consecutive draws, whole blocks, from the start of the sequence. For the accuracy of Sobol'
/// points let draws / replicates be a power of two and at least 64. Otherwise draws_per_replicate() is rounded up to
/// whole blocks, so that the last replicate is shorter and a short run may have fewer replicates than asked for: 1000
/// draws in 4 replicates make three of 256 draws and one of 232; 300 draws make two of 128 and one of 44.
/// The other methods have one replicate.
///
/// An input's draws depend on its name, not on which other inputs there are; with `sobol` also on its place among them,
/// which is its dimension, so inputs added at the end leave the others' draws alone.
class sampling_plan {
  public:
    static constexpr int block_size = batch::size;
    static constexpr std::uint64_t max_draws = 1ULL << 52;
    /// Blocks are best handed out by segments of this many.
    static constexpr std::uint64_t blocks_per_segment = random_stream::blocks_per_segment;

    /// Throws std::domain_error for zero draws, for more than 2^52 (Latin hypercube: 2^40), for zero replicates and,
    /// with `sobol`, for more inputs than there are dimensions.
    constexpr sampling_plan(headway::method method, std::uint64_t seed, std::uint64_t draws, unsigned replicates,
                      std::size_t inputs)
        : seed_(seed), draws_(draws), method_(method) {
        if (!(1 <= draws && draws <= max_draws)) {
            throw std::domain_error("sampling_plan: draws must be between 1 and 2^52, got " + std::to_string(draws));
        }
        if (method == headway::method::latin_hypercube && !(draws <= latin_hypercube::max_draws)) {
            throw std::domain_error("sampling_plan: method::latin_hypercube takes at most 2^40 draws, got " +
                                    std::to_string(draws) + "; use method::independent");
        }
        if (method == headway::method::sobol && !(inputs <= static_cast<std::size_t>(sobol::max_dimensions))) {
            throw std::domain_error("sampling_plan: method::sobol takes at most " + std::to_string(sobol::max_dimensions) +
                                    " inputs, got " + std::to_string(inputs) +
                                    "; use method::latin_hypercube or method::independent");
        }
        if (replicates == 0) throw std::domain_error("sampling_plan: replicates must be >= 1, got 0");
        blocks_ = (draws - 1) / block_size + 1;
        blocks_per_replicate_ = method == headway::method::sobol ? (blocks_ - 1) / replicates + 1 : blocks_;
    }

    [[nodiscard]] constexpr headway::method method() const noexcept { return method_; }
    [[nodiscard]] constexpr std::uint64_t seed() const noexcept { return seed_; }
    [[nodiscard]] constexpr std::uint64_t draws() const noexcept { return draws_; }
    [[nodiscard]] constexpr std::uint64_t blocks() const noexcept { return blocks_; }
    [[nodiscard]] constexpr std::uint64_t segments() const noexcept { return (blocks_ - 1) / blocks_per_segment + 1; }

    /// How many draws come before a block; for every block past the last, all of them.
    [[nodiscard]] constexpr std::uint64_t first_draw(std::uint64_t block) const noexcept {
        return block < blocks_ ? block * block_size : draws_;
    }
    /// How many draws of a block count: 64, or fewer in the last one. The lanes after them hold numbers in (0, 1) too.
    [[nodiscard]] constexpr int valid(std::uint64_t block) const noexcept {
        return static_cast<int>(first_draw(block + 1) - first_draw(block));
    }

    /// How many independent scramblings the run is made of; 1 where the draws' own spread gives the standard error.
    [[nodiscard]] constexpr std::size_t replicates() const noexcept {
        return static_cast<std::size_t>((blocks_ - 1) / blocks_per_replicate_ + 1);
    }
    [[nodiscard]] constexpr std::size_t replicate_of(std::uint64_t block) const noexcept {
        return static_cast<std::size_t>(block / blocks_per_replicate_);
    }
    /// Of every replicate but the last, which has the rest.
    [[nodiscard]] constexpr std::uint64_t draws_per_replicate() const noexcept {
        return blocks_per_replicate_ < blocks_ ? blocks_per_replicate_ * block_size : draws_;
    }

    /// One input's uniforms. Blocks may be asked for in any order with the same result; ascending order is fast.
    class reader {
      public:
        /// Of nothing: assign one from `sampling_plan::read`.
        constexpr reader() noexcept = default;

        /// The 64 uniforms of a block, written to `out`.
        constexpr void uniforms(std::uint64_t block, double* out) {
            if (auto* stream = std::get_if<random_stream::reader>(&source_)) {
                stream->uniforms(block, out);
            } else if (auto* strata = std::get_if<latin_hypercube>(&source_)) {
                strata->uniforms(block, out);
            } else {
                auto& points = *std::get_if<sobol>(&source_);
                if (!(first_ <= block && block - first_ < blocks_per_replicate_)) {
                    const std::uint64_t replicate = block / blocks_per_replicate_;
                    first_ = replicate * blocks_per_replicate_;
                    points.scramble(replicate);
                }
                points.uniforms(block - first_, out);
            }
        }

      private:
        friend class sampling_plan;
        template <class Source>
        constexpr reader(const Source& source, std::uint64_t blocks_per_replicate) noexcept
            : source_(source), blocks_per_replicate_(blocks_per_replicate) {}

        std::variant<random_stream::reader, latin_hypercube, sobol> source_;
        std::uint64_t first_ = 0;
        std::uint64_t blocks_per_replicate_ = 1;
    };

    /// The uniforms of the input at this place, counted from 0, with this `hash_of` its name.
    /// Throws std::domain_error for a place beyond the dimensions of `sobol`.
    [[nodiscard]] constexpr reader read(std::size_t input, std::uint64_t name_hash) const {
        if (method_ == headway::method::sobol) {
            constexpr auto none = static_cast<std::size_t>(sobol::max_dimensions);
            const auto dimension = static_cast<int>(input < none ? input : none);
            return {sobol(dimension, seed_, name_hash), blocks_per_replicate_};
        }
        if (method_ == headway::method::latin_hypercube) {
            return {latin_hypercube(draws_, seed_, name_hash), blocks_per_replicate_};
        }
        return {random_stream(seed_, name_hash).read(), blocks_per_replicate_};
    }

    /// The 64 uniforms of one block of an input. To run through many blocks, keep a `reader`.
    constexpr void uniforms(std::size_t input, std::uint64_t name_hash, std::uint64_t block, double* out) const {
        read(input, name_hash).uniforms(block, out);
    }

  private:
    std::uint64_t seed_;
    std::uint64_t draws_;
    std::uint64_t blocks_ = 0;
    std::uint64_t blocks_per_replicate_ = 1;
    headway::method method_;
};

}  // namespace headway

#include <headway/header_end.hpp>
