// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/header_begin.hpp>

namespace headway::detail {

// A comparison's conversion to bool leaves a trace that later code can see at compile time: its exception specification
// is instantiated only when overload resolution selects it, and that defines `branch_answer` for the model's tag.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <class Tag>
struct branch_question {
    friend constexpr auto branch_answer(branch_question);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
template <class Tag>
struct branch_trace {
    friend constexpr auto branch_answer(branch_question<Tag>) { return true; }
    static constexpr bool is_noexcept = false;
};

/// How many draws a block has.
inline constexpr int block_lanes = 64;

/// Models run on blocks of this tag.
struct model_run {};

/// Which way a model goes where it branches on a comparison whose draws differ: that of one draw of the block, the leader.
/// Draws that would go another way are noted; their results are not theirs, and whoever runs the model runs it once more
/// for them. So a model that branches costs an evaluation for each path that the draws of a block take.
struct branch_guide {
    int leader = 0;
    /// Bit k: draw k went the same way as the leader at every branch so far.
    std::uint64_t together = ~std::uint64_t{0};

    void lead(int draw) noexcept { *this = {draw, ~std::uint64_t{0}}; }
};
inline constinit thread_local branch_guide this_branch_guide;

/// The answer of the leader, and a note of who differs.
template <class = void>
[[nodiscard, gnu::cold]] bool answer_of_leader(const std::int64_t* lanes) noexcept;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/math/bodies/branch_trace.hpp>
#endif
