// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/cash_flow_trend.hpp>
#include <headway/economics/internal_rate_of_return.hpp>
#include <headway/economics/net_present_value.hpp>
#include <headway/economics/payback.hpp>
#include <headway/trend/exponential.hpp>

#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr hw::date start = 2026y / 1 / 1;
constexpr auto flows = hw::cash_flows(hw::paid(start, 100.0 * usd), hw::received(start + year, 120.0 * usd));
constexpr auto at_8 = hw::effective_annual(8.0 * percent);
constexpr auto rent = hw::exponential(start, 2.0 * usd / hour, hw::falls_by_percent(30.0, year));
constexpr auto five_years = hw::between(start, start + 5.0 * year);
constexpr auto end = hw::paid_at::end_of_period;
static_assert(hw::net_present_value(flows, at_8, start) > 0.0 * usd && hw::internal_rate_of_return(flows).count() == 1.0);
static_assert(hw::cash_flows_over(rent, five_years, year, end).size() == 5);

#if HEADWAY_CASE == 1  // case: a rate that does not say how it is meant
// expect: net_present_value: the rate must say how it is meant: effective_annual\(0.08\), nominal_annual\(0.08, month\), continuous_annual\(0.08\) or undiscounted
auto wrong = hw::net_present_value(flows, 0.08, start);
#endif

#if HEADWAY_CASE == 2  // case: a present value on no date
// expect: net_present_value: the third argument must be the date on which the flows are valued
auto wrong = hw::net_present_value(flows, at_8);
#endif

#if HEADWAY_CASE == 3  // case: a present value of amounts without dates
// expect: net_present_value: the first argument must be cash_flows\(...\)
auto wrong = hw::net_present_value(std::vector{-100.0, 120.0}, at_8, start);
#endif

#if HEADWAY_CASE == 4  // case: amounts without dates as flows
// expect: cash_flows: every argument must be received\(date, amount\) or paid\(date, amount\), at least one
auto wrong = hw::cash_flows(-100.0 * usd, 120.0 * usd);
#endif

#if HEADWAY_CASE == 5  // case: money and plain numbers in one list
// expect: cash_flows: all amounts must be of one dimension
auto wrong = hw::cash_flows(hw::paid(start, 100.0 * usd), hw::received(start, 120.0));
#endif

#if HEADWAY_CASE == 6  // case: an internal rate of numbers without dates
// expect: internal_rate_of_return: the argument must be cash_flows\(...\)
auto wrong = hw::internal_rate_of_return(std::vector{-100.0, 120.0});
#endif

#if HEADWAY_CASE == 7  // case: a payback that does not say whether it discounts
// expect: payback: the second argument says whether flows are discounted: undiscounted, or the rate, effective_annual\(0.08\)
auto wrong = hw::payback(flows);
#endif

#if HEADWAY_CASE == 8  // case: a payback that does not say when a flow comes
// expect: payback: the third argument says when a flow comes: arrival::on_its_date or arrival::evenly_since_the_one_before
auto wrong = hw::payback(flows, hw::undiscounted);
#endif

#if HEADWAY_CASE == 9  // case: an annual cost at a rate that does not say how it is meant
// expect: equivalent_annual_cost: the rate must say how it is meant
auto wrong = hw::equivalent_annual_cost(100.0 * usd, 0.08, 4.0 * year, end);
#endif

#if HEADWAY_CASE == 10  // case: an annual cost that does not say when it is paid
// expect: equivalent_annual_cost: the arguments are the present value of the cost, the rate, the life and when in a year it is paid
auto wrong = hw::equivalent_annual_cost(100.0 * usd, at_8, 4.0 * year);
#endif

#if HEADWAY_CASE == 11  // case: flows of a trend that do not say when they are paid
// expect: cash_flows_over: after the trend come the window, between\(first, last\), the period and when in it is paid
auto wrong = hw::cash_flows_over(rent, five_years, month);
#endif

#if HEADWAY_CASE == 12  // case: amounts per period where money per time is wanted
// expect: cash_flows_over: the trend must be money per time, such as usd / hour; for amounts per period use cash_flows_at
auto wrong = hw::cash_flows_over(hw::constant(2.0 * usd), five_years, month, end);
#endif

#if HEADWAY_CASE == 13  // case: money per time where amounts per period are wanted
// expect: cash_flows_at: the trend must be money, the amount of each period; for money per time use cash_flows_over
auto wrong = hw::cash_flows_at(rent, five_years, month, end);
#endif

#if HEADWAY_CASE == 14  // case: a rate of -100 % in a constant
// expect-gcc: call to non-'constexpr' function .*value_breaks_a_rule
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
constexpr auto wrong = hw::effective_annual(-1.0);
#endif

#if HEADWAY_CASE == 15  // case: the rate of flows that all come in, in a constant
// expect-gcc: call to non-'constexpr' function .*flows_lie_on_one_side
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'flows_lie_on_one_side' cannot be used in a constant expression
constexpr auto wrong = hw::internal_rate_of_return(hw::cash_flows_every(year, start, {100.0, 39.0})).only();
#endif

#if HEADWAY_CASE == 16  // case: flows of money and of plain numbers joined
// expect: cash flows that are joined must be amounts of one dimension
auto wrong = flows + hw::received(start, 1.0);
#endif

#if HEADWAY_CASE == 17  // case: a function that makes no flow
// expect: cash_flows: the function must return received\(date, amount\) or paid\(date, amount\)
auto wrong = hw::cash_flows(std::vector{1, 2}, [](int k) { return k * usd; });
#endif

#if HEADWAY_CASE == 18  // case: an annual cost over a life that is a plain number
// expect: equivalent_annual_cost: the third argument must be the life, a span of time such as 7.0 \* year
auto wrong = hw::equivalent_annual_cost(100.0 * usd, at_8, 7.0, end);
#endif

#if HEADWAY_CASE == 19  // case: an annual cost with when it is paid before its life
// expect: equivalent_annual_cost: the third argument must be the life, a span of time such as 7.0 \* year
auto wrong = hw::equivalent_annual_cost(100.0 * usd, at_8, end, 4.0 * year);
#endif

#if HEADWAY_CASE == 20  // case: an annual cost of flows instead of their present value
// expect: equivalent_annual_cost: the first argument must be the present value of the cost, such as 100.0 \* usd
auto wrong = hw::equivalent_annual_cost(flows, at_8, 4.0 * year, end);
#endif

#if HEADWAY_CASE == 21  // case: an annual cost with an argument too many
// expect: equivalent_annual_cost: there are four arguments: the cost, the rate, the life and when in a year it is paid
auto wrong = hw::equivalent_annual_cost(100.0 * usd, at_8, 4.0 * year, end, start);
#endif

#if HEADWAY_CASE == 22  // case: a payback with its arguments swapped
// expect: payback: the second argument says whether flows are discounted: undiscounted, or the rate, effective_annual\(0.08\)
auto wrong = hw::payback(flows, hw::arrival::on_its_date, hw::undiscounted);
#endif

#if HEADWAY_CASE == 23  // case: a payback with an argument too many
// expect: payback: there are three arguments: the flows, whether they are discounted and when a flow comes
auto wrong = hw::payback(flows, hw::undiscounted, hw::arrival::on_its_date, start);
#endif
