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

    kept_pair(const draw_column& a, const draw_column& b, std::uint64_t draws_per_replicate)
        : differences(a.pivot() - b.pivot(), a.replicates().size(), true), counts(a.replicates().size()) {
        for (std::size_t r = 0; r < a.kept().size(); ++r) {
            const auto x = a.kept()[r].draws();
            const auto y = b.kept()[r].draws();
            const std::uint64_t first = a.kept()[r].first;
            double* const d = differences.keep_range(first, x.size());
            for (std::size_t i = 0; i < x.size(); i += batch::size) {
                const std::size_t size = std::min<std::size_t>(batch::size, x.size() - i);
                const auto replicate = static_cast<std::size_t>((first + i) / draws_per_replicate);
                for (std::size_t k = i; k < i + size; ++k) d[k] = paired_value(x[k], y[k]);
                differences.add_block(d + i, static_cast<int>(size), replicate);
                std::uint64_t below = 0;
                std::uint64_t above = 0;
                for (std::size_t k = i; k < i + size; ++k) {
                    below += x[k] < y[k] ? 1U : 0U;
                    above += x[k] > y[k] ? 1U : 0U;
                }
                counts[replicate].below += below;
                counts[replicate].above += above;
                counts[replicate].equal += size - below - above;
            }
        }
    }
};

/// The counts in a column of signs: exact, as its sums are.
template <class = void>
[[nodiscard]] std::vector<pair_counts> counts_of_signs(const draw_column& signs) {
    std::vector<pair_counts> counts;
    for (const moments& m : signs.replicates()) {
        const auto differ = static_cast<std::uint64_t>(m.sum_of_squares.value());
        const auto above_less_below = static_cast<std::int64_t>(m.sum.value());
        const auto above = static_cast<std::uint64_t>((static_cast<std::int64_t>(differ) + above_less_below) / 2);
        counts.push_back({differ - above, m.count - differ, above});
    }
    return counts;
}
HEADWAY_INSTANTIATE(std::vector<pair_counts> counts_of_signs<>(const draw_column& signs));

}  // namespace headway::detail

#include <headway/header_end.hpp>
