// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <headway/math/batch.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What was drawn between steps and may be asked again, as by who integrates a path: it looks at all dates from left to right,
/// several times at each line. Without it every look would draw all middles of halves around its date.
struct path_looks {
    /// Of each path, the line on which it was looked at last; from 0 to 0 where there is none.
    double left[block_lanes];
    double right[block_lanes];
    double x_left[block_lanes];
    double x_right[block_lanes];
    /// The middles of halves on the way to the last date of all 64 paths, each half of the one before.
    struct middle {
        std::size_t step;
        std::uint64_t place;
        double x[block_lanes];
    };
    std::vector<middle> middles;

    void forget() noexcept;
    [[nodiscard]] bool has(int lane, double when) const noexcept { return left[lane] <= when && when < right[lane]; }
    [[nodiscard]] double value(int lane, double when) const noexcept {
        return x_left[lane] + (x_right[lane] - x_left[lane]) * ((when - left[lane]) / (right[lane] - left[lane]));
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/process/bodies/detail/path_looks.hpp>
#endif
