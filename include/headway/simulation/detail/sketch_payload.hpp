// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include <headway/outcome/sketch_statistics.hpp>
#include <headway/simulation/detail/byte_stream.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Of a streaming run: draws that are held, or values that are counted one by one and counts by bin.
template <class = void>
[[gnu::cold]] void write_sketch(byte_writer& out, const sketch_contents& sketch);

template <class = void>
[[gnu::cold]] void require_in_file(const byte_reader& in, bool holds, const char* otherwise);

template <class = void>
[[nodiscard, gnu::cold]] packed_bins read_bins(byte_reader& in, const value_bins& bins, std::uint64_t most);

/// What lies in the bins below the values that divide them is no more than is there, and nothing where no number is.
template <class = void>
[[gnu::cold]] void require_dividers(const byte_reader& in, const sketch_contents& sketch, const value_bins& bins);

/// The values known in the bins lie in bins that have as many, and none lies outside the ends.
template <class = void>
[[gnu::cold]] void require_edges(const byte_reader& in, const sketch_contents& sketch, const value_bins& bins);

/// `count` is how many draws happen, in `run` draws.
template <class = void>
[[nodiscard, gnu::cold]] sketch_contents read_sketch(byte_reader& in, double pivot, std::uint64_t count, std::uint64_t run);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/sketch_payload.hpp>
#endif
