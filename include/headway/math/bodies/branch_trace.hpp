// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/branch_trace.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
bool answer_of_leader(const std::int64_t* lanes) noexcept {
    branch_guide& guide = this_branch_guide;
    std::uint64_t yes = 0;
    for (int i = 0; i < block_lanes; ++i) yes |= std::uint64_t{lanes[i] != 0 ? 1U : 0U} << i;
    const bool answer = (yes >> guide.leader & 1U) != 0;
    guide.together &= answer ? yes : ~yes;
    return answer;
}
HEADWAY_INSTANTIATE(bool answer_of_leader<>(const std::int64_t* lanes));

}  // namespace headway::detail

#include <headway/header_end.hpp>
