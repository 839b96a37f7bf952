// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include <headway/math/function_ref.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The places 0 to size - 1 in the order that `before(place, place)` asks for; those of which neither comes before the other
/// stay as they were. One sort for a whole program: std::stable_sort is compiled anew for each type and comparison.
template <class = void>
[[nodiscard]] std::vector<std::size_t> stable_order(std::size_t size,
                                                    function_ref<bool(std::size_t, std::size_t)> before);

/// The same for values, which change places.
template <class T, class Before>
void sort_stably(std::vector<T>& values, Before before) {
    std::vector<std::size_t> from =
        stable_order(values.size(), [&](std::size_t a, std::size_t b) { return before(values[a], values[b]); });
    for (std::size_t first = 0; first < from.size(); ++first) {
        // A ring of values, each of which goes to the place of the one before.
        if (from[first] == first) continue;
        T held = std::move(values[first]);
        std::size_t to = first;
        while (from[to] != first) {
            values[to] = std::move(values[from[to]]);
            to = std::exchange(from[to], to);
        }
        values[to] = std::move(held);
        from[to] = to;
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/math/bodies/stable_order.hpp>
#endif
