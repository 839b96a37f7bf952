// SPDX-License-Identifier: BSL-1.0
#include <headway/project/lead_time_changes.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto site = hw::stage<"permits">(14.0 * month);
static_assert(hw::delays<"permits">(month)(site).duration() == 15.0 * month);

#if HEADWAY_CASE == 1  // case: a scenario for a stage that is not there
// expect: the project has no stage of this name
auto wrong = hw::delays<"tools">(month)(site);
#endif

#if HEADWAY_CASE == 2  // case: a price that is not per time
// expect: expedites: the price must be money per time, such as 10.0 \* million_usd / month
auto wrong = hw::expedites<"permits">(month, million_usd);
#endif
