// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief_text.hpp>
#include <headway/distribution/list_functions.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Of a belief as it was given. What is longer, such as a list of observations, is told in other words where people read it.
inline constexpr std::size_t longest_shown_belief = 160;
inline constexpr int shown_belief_digits = 3;

/// Its median and the interval between its 5 % and 95 % quantiles, or that it is a single value.
template <class = void>
[[nodiscard, gnu::cold]] std::string belief_line(const component_list& belief, const belief_notation& notation);

/// A belief for people to read: as it was given, or where that is long how it was made and its median and interval,
/// "empirical: 4.11 (90 % between 3.05 and 5.48)".
template <class = void>
[[nodiscard, gnu::cold]] std::string shown_belief(const component_list& belief, const belief_notation& notation);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/shown_belief.hpp>
#endif
