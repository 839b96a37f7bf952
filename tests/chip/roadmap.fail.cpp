// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/regular_roadmap.hpp>
#include <headway/chip/roadmap.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr hw::generation first{
    .name = "first", .launch = hw::date(2020y / 5 / 14), .performance = petaflop / second / chip};
constexpr hw::generation next{
    .name = "next", .launch = hw::date(2022y / 5 / 14), .performance = 2.0 * petaflop / second / chip};
constexpr auto control = hw::roadmap(first, next);
constexpr auto regular = hw::regular_roadmap_from(first, hw::cadence(2.0 * year, 2.5));

#if HEADWAY_CASE == 1  // case: a roadmap of names
// expect: roadmap: every argument must be a generation, such as generation
auto wrong = hw::roadmap(first, "next");
#endif

#if HEADWAY_CASE == 2  // case: generations out of order, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*generation_is_out_of_order
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'generation_is_out_of_order' cannot be used in a constant expression
constexpr auto wrong = hw::roadmap(next, first);
#endif

#if HEADWAY_CASE == 3  // case: performance that is not per chip
// expect: (could not convert|no viable conversion).*compute.*time.*chips.*compute
constexpr hw::generation wrong{.name = "wrong", .performance = petaflop / second};
#endif

#if HEADWAY_CASE == 4  // case: a regular roadmap without a cadence
// expect: regular_roadmap_from: the second argument must be a cadence, such as cadence\(2.0 \* year, 2.5\)
auto wrong = hw::regular_roadmap_from(first, 2.0 * year);
#endif
