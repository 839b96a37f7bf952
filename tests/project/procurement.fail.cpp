// SPDX-License-Identifier: BSL-1.0
#include <headway/project/procurement.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto start = hw::date(2023y / 1 / 1);
constexpr auto orders = hw::constant(1000.0 * chip / year);
constexpr auto lead_time = hw::constant_lead_time(39.0 * week);
static_assert(hw::procurement(orders, lead_time, start).stock(start) == 0.0 * chip);

#if HEADWAY_CASE == 1  // case: orders that are an amount
// expect: procurement: the first argument, the orders, must be a trend of an amount per time
auto wrong = hw::procurement(1000.0 * chip / year, lead_time, start);
#endif

#if HEADWAY_CASE == 2  // case: a lead time that is a span
// expect: procurement: the second argument must be a lead time, such as constant_lead_time\(39.0 \* week\)
auto wrong = hw::procurement(orders, 39.0 * week, start);
#endif

#if HEADWAY_CASE == 3  // case: an opening stock of another dimension
// expect: (chips.*money|money.*chips)
auto wrong = hw::procurement(orders, lead_time, start, 5.0 * usd);
#endif
