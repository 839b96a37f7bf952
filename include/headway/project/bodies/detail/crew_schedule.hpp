// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/project/detail/crew_schedule.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE int crew_plan::count_of(std::size_t stage, std::size_t crew) const noexcept {
    for (const need& n : needs_[stage]) {
        if (n.crew == crew) return n.count;
    }
    return 0;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
