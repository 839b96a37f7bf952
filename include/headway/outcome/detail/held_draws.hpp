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
    void find(std::span<const std::uint64_t> ranks, std::span<double> found) const;

    /// How many draws lie below a limit, which must be finite.
    [[nodiscard]] std::uint64_t count_below(double limit) const noexcept;

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
    [[nodiscard]] std::vector<double> shared_by_many() const;

    std::span<const double> all_;
};
HEADWAY_ELSEWHERE(class basic_held_draws<>);
using held_draws = basic_held_draws<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/held_draws.hpp>
#endif
