// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scenario/detail/paired_columns.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<pair_counts> counts_of_signs(const draw_column& signs) {
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

HEADWAY_OUT_OF_LINE kept_pair::kept_pair(const draw_column& a, const draw_column& b, std::uint64_t draws_per_replicate)
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

}  // namespace headway::detail

#include <headway/header_end.hpp>
