// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <headway/math/vector_dispatch.hpp>
#include <headway/outcome/detail/few_values.hpp>
#include <headway/outcome/detail/order_statistics.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Order statistics of the draws that a short streaming run holds: finite, and with one zero. Values that many draws share
/// are counted first, because to search among equals takes longest.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_held_draws {
  public:
    explicit basic_held_draws(std::span<const double> all) noexcept : all_(all) {}

    /// As order_statistics::find; there must be a draw for each rank.
    void find(std::span<const std::uint64_t> ranks, std::span<double> found) const {
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

    /// How many draws lie below a limit, which must be finite.
    [[nodiscard]] std::uint64_t count_below(double limit) const noexcept {
        std::uint64_t below = 0;
        each_block([&](const double* x, block_places) {
            std::uint64_t here = 0;
            vector_dispatch(below_loop{x, limit, &here});
            below += here;
        });
        return below;
    }

  private:
    struct below_loop {
        const double* x;
        double limit;
        std::uint64_t* below;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            std::uint64_t all = 0;
            for (int i = 0; i < batch::size; ++i) all += bits_of(x[i] - limit) >> 63U;
            *below = all;
        }
    };

    /// `f(block, places)` for all draws, in the places of a block, elsewhere infinity.
    template <class F>
    void each_block(F f) const {
        std::size_t first = 0;
        for (; first + batch::size <= all_.size(); first += batch::size) f(all_.data() + first, everywhere);
        if (first == all_.size()) return;
        double block[batch::size];
        std::fill(std::copy(all_.begin() + static_cast<std::ptrdiff_t>(first), all_.end(), block), block + batch::size,
                  infinity);
        f(block, everywhere >> (batch::size - (all_.size() - first)));
    }

    /// What comes more than twice in the first block, in ascending order.
    [[nodiscard]] std::vector<double> shared_by_many() const {
        std::vector<double> first(
            all_.begin(), all_.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(all_.size(), batch::size)));
        std::sort(first.begin(), first.end());
        std::vector<double> shared;
        for (std::size_t i = 0; i + 2 < first.size() && shared.size() < few_values::most; ++i) {
            if (first[i] == first[i + 2] && (shared.empty() || shared.back() < first[i])) shared.push_back(first[i]);
        }
        return shared;
    }

    std::span<const double> all_;
};
HEADWAY_INSTANTIATE(class basic_held_draws<>);
using held_draws = basic_held_draws<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
