// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <headway/outcome/paired_difference.hpp>
#include <headway/scenario/detail/common_draws.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What a streaming run knows of one scenario against the first.
struct streamed_pair {
    draw_column differences;
    draw_column signs;
};

/// The outcome<T> of the differences of two kept columns of one run, with the counts by replicate.
struct kept_pair {
    draw_column differences;
    std::vector<pair_counts> counts;

    kept_pair(const draw_column& a, const draw_column& b, std::uint64_t draws_per_replicate);
};

/// The counts in a column of signs: exact, as its sums are.
template <class = void>
[[nodiscard]] std::vector<pair_counts> counts_of_signs(const draw_column& signs);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scenario/bodies/detail/paired_columns.hpp>
#endif
