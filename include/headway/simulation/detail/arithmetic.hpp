// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/belief/belief_sampler.hpp>
#include <headway/belief/makers.hpp>
#include <headway/forecast/fingerprint_points.hpp>
#include <headway/outcome/run_identity.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

#if defined(HEADWAY_FUSED_ARITHMETIC)
inline constexpr bool arithmetic_may_fuse = true;
#else
inline constexpr bool arithmetic_may_fuse = false;
#endif

/// A block of normal numbers and one of lognormal numbers, by the functions that draw, and what a model makes of them:
/// `a b - a b` is zero in every draw unless the product on one side goes unrounded.
template <class = void>
[[nodiscard]] std::uint64_t probe_of_arithmetic();

/// That of this program. Found once, for a run of a few draws costs less.
template <class = void>
[[nodiscard]] arithmetic arithmetic_here();

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/arithmetic.hpp>
#endif
