// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

#include <headway/math/error_function.hpp>
#include <headway/sampling/random_stream.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What the numbers of a path are drawn for, each from a sequence of its own.
enum class path_numbers : std::uint64_t {
    shocks = 0,
    bridges = 1,
    jump_counts = 2,
    jump_sizes = 3,
    regimes = 4,
    scale = 5
};

/// Sixty-four sequences of uniform numbers side by side, each with a key of its own: the draw of an input, a double in
/// (0, 1). Number s of a lane follows from its key, the input's name and what it is for, by an sfc64 generator that Philox
/// starts. They come by chunks of eight: `out[64 s + lane]` is number s of the chunk.
class keyed_streams {
  public:
    static constexpr int lanes = 64;
    static constexpr int chunk = 8;

    /// Begins at the first chunk.
    void start(const double* keys, std::uint64_t name_hash, path_numbers what) noexcept;
    /// The next chunk.
    void uniforms(double* out) noexcept {
        for (int g = 0; g < groups; ++g) of_[g].uniforms(out + g * chunk, lanes);
    }
    /// The next chunk as standard normal numbers.
    void normals(double* out) noexcept;

  private:
    static constexpr int groups = lanes / sfc_lanes::lanes;
    static_assert(chunk == sfc_lanes::lanes && lanes == sfc_lanes::block_size);

    sfc_lanes of_[groups];
};

/// Two uniform numbers addressed at will: by a key, a name, a step and a place within it.
struct keyed_pair {
    double first;
    double second;
    constexpr keyed_pair(double key, std::uint64_t name_hash, std::uint64_t step, std::uint64_t place) noexcept {
        const auto word = philox({step, place, static_cast<std::uint64_t>(purpose::path_steps), 1},
                                 {std::bit_cast<std::uint64_t>(key), name_hash});
        first = centred_uniform(word[0] >> 12);
        second = centred_uniform(word[1] >> 12);
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sampling/bodies/keyed_streams.hpp>
#endif
