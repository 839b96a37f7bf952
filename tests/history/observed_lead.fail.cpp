// SPDX-License-Identifier: BSL-1.0
#include <headway/history/observed_lead.hpp>

#include <headway/quantity/units.hpp>
#include <headway/trend/series.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr std::array us{hw::point(2023y / 1 / 1, 1.0), hw::point(2024y / 1 / 1, 2.0)};
constexpr std::array china{hw::point(2023y / 6 / 1, 1.0), hw::point(2024y / 6 / 1, 2.0)};
constexpr auto control = hw::observed_lead(us, china, hw::best_between::steps);

#if HEADWAY_CASE == 1  // case: scores without dates
// expect: observed_lead: the first two arguments are the dated scores of the leader and of the follower
auto wrong = hw::observed_lead(std::array{1.0, 2.0}, china, hw::best_between::steps);
#endif

#if HEADWAY_CASE == 2  // case: no word on how to read between two models
// expect: observed_lead: the third argument says what the best is between two models: best_between::steps, linear
auto wrong = hw::observed_lead(us, china);
#endif

#if HEADWAY_CASE == 3  // case: a series' interpolation, which knows no steps
// expect: observed_lead: the third argument says what the best is between two models: best_between::steps, linear
auto wrong = hw::observed_lead(us, china, hw::interpolation::linear);
#endif

#if HEADWAY_CASE == 4  // case: scores against money
// expect: observed_lead: scores of both sides must be of one index, got scores of two dimensions
constexpr std::array costs{hw::point(2023y / 6 / 1, 1.0 * usd), hw::point(2024y / 6 / 1, 2.0 * usd)};
auto wrong = hw::observed_lead(us, costs, hw::best_between::steps);
#endif

#if HEADWAY_CASE == 5  // case: one score in a constant expression
// expect-gcc: side_has_too_few
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: side_has_too_few
constexpr auto wrong = hw::observed_lead(us, std::array{hw::point(2023y / 6 / 1, 1.0)}, hw::best_between::steps);
#endif
