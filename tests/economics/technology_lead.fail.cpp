// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/technology_lead.hpp>
#include <headway/trend/algebra.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto start = hw::date(2025y / 2 / 6);
constexpr auto leader = hw::exponential(start, 1.0 * petaflop, hw::grows_by_factor(4.0, year));
constexpr auto gap = hw::lead(leader, leader);
static_assert(gap.catch_up(start) == start && gap.catch_up(hw::between(start, start + year)) == start);

#if HEADWAY_CASE == 1  // case: leader and follower of different dimensions
// expect: (compute.*money|money.*compute)
auto wrong = hw::lead(leader, hw::exponential(start, 1.0 * usd, hw::grows_by_factor(4.0, year)));
#endif

#if HEADWAY_CASE == 2  // case: a follower that is an amount
// expect: lead: the second argument, the follower, must be a trend; wrap a callable with as_trend
auto wrong = hw::lead(leader, 1.0 * petaflop);
#endif

#if HEADWAY_CASE == 3  // case: a closed form asked of trends that have none
// expect: lead::catch_up: in closed form for two exponentials only; give the window in which to look
auto wrong = hw::lead(leader + leader, leader).catch_up(start);
#endif

#if HEADWAY_CASE == 4  // case: a leader that does not know when it has a value
// expect: lead::time_at: this leader does not know when it has a value; give the window in which to look
auto wrong = hw::lead(leader + leader, leader).time_at(start);
#endif

#if HEADWAY_CASE == 5  // case: a negative spending in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_not_be_negative
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_not_be_negative' cannot be used in a constant expression
constexpr auto wrong = hw::lead_left(2.0 * year, -6.0 * month);
#endif
