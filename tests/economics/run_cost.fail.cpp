// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/run_cost.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto size = 25e3 * chip * (2160.0 * hour);
constexpr auto price = 49'200.0 * usd / chip;
constexpr auto kappa = hw::grows_by_ooms(0.14, year);
constexpr auto power = hw::average_power(700.0 * watt / chip, 1.8, 0.75);
constexpr auto tariff = 0.08 * usd / kilowatt_hour;
static_assert(hw::chip_cost(size, price, kappa) > hw::energy_cost(size, power, 1.1, tariff));

#if HEADWAY_CASE == 1  // case: chips of a run without its duration
// expect: chip_cost: the size of the run must be chips times time, such as 25e3 \* chip \* \(2160.0 \* hour\)
auto wrong = hw::chip_cost(25e3 * chip, price, kappa);
#endif

#if HEADWAY_CASE == 2  // case: a price that is not per chip
// expect: chip_cost: the price must be money per chip
auto wrong = hw::chip_cost(size, 49'200.0 * usd, kappa);
#endif

#if HEADWAY_CASE == 3  // case: price-performance as a number
// expect: chip_cost: price-performance must be a growth, such as grows_by_ooms\(0.14, year\)
auto wrong = hw::chip_cost(size, price, 0.14);
#endif

#if HEADWAY_CASE == 4  // case: interconnect of a price per chip
// expect: interconnect_cost: the chips' cost must be money
auto wrong = hw::interconnect_cost(price, 0.19);
#endif

#if HEADWAY_CASE == 5  // case: interconnect as an amount
// expect: interconnect_cost: the share must be a plain number or a percentage
auto wrong = hw::interconnect_cost(3.0 * usd, 0.19 * usd);
#endif

#if HEADWAY_CASE == 6  // case: power that is not per chip
// expect: average_power: the rated power must be power per chip, such as 700.0 \* watt / chip
auto wrong = hw::average_power(700.0 * watt, 1.8, 0.75);
#endif

#if HEADWAY_CASE == 7  // case: energy of a run without its duration
// expect: energy_cost: the size of the run must be chips times time
auto wrong = hw::energy_cost(25e3 * chip, power, 1.1, tariff);
#endif

#if HEADWAY_CASE == 8  // case: a tariff per time
// expect: energy_cost: the tariff must be money per energy, such as 0.08 \* usd / kilowatt_hour
auto wrong = hw::energy_cost(size, power, 1.1, 0.08 * usd / hour);
#endif

#if HEADWAY_CASE == 9  // case: a rising price-performance that falls, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*price_performance_must_rise
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'price_performance_must_rise' cannot be used in a constant expression
constexpr auto wrong = hw::chip_cost(size, price, hw::grows_by_ooms(-0.14, year));
#endif
