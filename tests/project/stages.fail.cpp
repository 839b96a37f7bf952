// SPDX-License-Identifier: BSL-1.0
#include <headway/project/stages.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto permits = hw::stage<"permits">(14.0 * month);
constexpr auto building = hw::stage<"building">(24.0 * month);
constexpr auto site = permits >> building;
static_assert(site.critical<"building">() == 1.0);

#if HEADWAY_CASE == 1  // case: a duration without its unit
// expect: stage: the duration must be a span of time, such as 14.0 \* month
auto wrong = hw::stage<"permits">(14.0);
#endif

#if HEADWAY_CASE == 2  // case: a duration in money
// expect: stage: the duration must be a span of time, such as 14.0 \* month
auto wrong = hw::stage<"permits">(14.0 * usd);
#endif

#if HEADWAY_CASE == 3  // case: two stages of one name
// expect: project: two stages have the same name; rename one of them
auto wrong = hw::in_sequence(permits, hw::in_parallel(building, hw::stage<"permits">(1.0 * month)));
#endif

#if HEADWAY_CASE == 4  // case: a stage that is not there
// expect: the project has no stage of this name
auto wrong = site.critical<"tools">();
#endif

#if HEADWAY_CASE == 5  // case: another duration for a stage that is not there
// expect: the project has no stage of this name
auto wrong = site.with<"tools">(3.0 * month);
#endif

#if HEADWAY_CASE == 6  // case: a negative duration in a constant expression
// expect-gcc: call to non-'constexpr' function '.*stage_duration_breaks_a_rule
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'stage_duration_breaks_a_rule' cannot be used in a constant expression
constexpr auto wrong = hw::stage<"permits">(-14.0 * month);
#endif

#if HEADWAY_CASE == 7  // case: the name of a stage among its arguments
// expect: stage: the name goes between angle brackets
auto wrong = hw::stage("permits", 14.0 * month);
#endif
