// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/held_draws.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
void basic_held_draws<V>::find(std::span<const std::uint64_t> ranks, std::span<double> found) const {
    const std::vector<double> shared = shared_by_many();
    if (shared.empty()) {
        const auto [least, greatest] = std::minmax_element(all_.begin(), all_.end());
        return order_statistics<>::find(all_, *least, *greatest, ranks, found);
    }
    few_values counts;
    for (const double x : shared) counts.expect(x);
    std::vector<double> rest;
    each_block([&](const double* x, block_places places) {
        each_place(counts.count(x) & places, [&](int draw) { rest.push_back(x[draw]); });
    });
    auto from = rest.begin();
    std::uint64_t below = 0;
    std::size_t r = 0;
    const auto find_up_to = [&](auto end) {
        const auto first = from;
        for (; r < ranks.size() && ranks[r] < below + static_cast<std::uint64_t>(end - first); ++r) {
            const auto place = first + static_cast<std::ptrdiff_t>(ranks[r] - below);
            std::nth_element(from, place, end);
            found[r] = *place;
            from = place;
        }
        below += static_cast<std::uint64_t>(end - first);
        from = end;
    };
    counts.each([&](double value, std::uint64_t count) {
        find_up_to(std::partition(from, rest.end(), [value](double x) { return x < value; }));
        for (; r < ranks.size() && ranks[r] < below + count; ++r) found[r] = value;
        below += count;
    });
    find_up_to(rest.end());
}

template <class V>
std::uint64_t basic_held_draws<V>::count_below(double limit) const noexcept {
    std::uint64_t below = 0;
    each_block([&](const double* x, block_places) {
        std::uint64_t here = 0;
        vector_dispatch(below_loop{x, limit, &here});
        below += here;
    });
    return below;
}

template <class V>
std::vector<double> basic_held_draws<V>::shared_by_many() const {
    std::vector<double> first(
        all_.begin(), all_.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(all_.size(), batch::size)));
    std::sort(first.begin(), first.end());
    std::vector<double> shared;
    for (std::size_t i = 0; i + 2 < first.size() && shared.size() < few_values::most; ++i) {
        if (first[i] == first[i + 2] && (shared.empty() || shared.back() < first[i])) shared.push_back(first[i]);
    }
    return shared;
}

HEADWAY_INSTANTIATE(class basic_held_draws<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
