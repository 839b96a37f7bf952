// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/detail/path_looks.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE void path_looks::forget() noexcept {
    for (int i = 0; i < block_lanes; ++i) left[i] = right[i] = 0.0;
    middles.clear();
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
