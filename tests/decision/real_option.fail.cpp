// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/real_option.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto price = hw::assumption<"price">(4.0 * usd, "a guess");
constexpr auto pays = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
constexpr auto once = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto several = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) {
    return hw::outputs(hw::output<"worth">(in[price]), hw::output<"seen">(in[price]));
});
constexpr auto only = hw::forecast(
    hw::inputs(price), [](const auto& in, const auto&) { return hw::outputs(hw::output<"worth">(in[price])); });
constexpr auto day_of = hw::forecast(hw::inputs(), [](const auto&, const auto& when) { return when; });
const auto when = hw::may_act_on({2026y / 1 / 1, 2027y / 1 / 1});
const auto good = hw::real_option(hw::better::higher, pays, when, 8.0 * percent, {.draws = 1000});
const auto better_seen = hw::real_option<"worth">(hw::better::higher, several, when, 0.08);

#if HEADWAY_CASE == 1  // case: a real option that does not say what is better
// expect: real_option: say first which result is better
const auto wrong = hw::real_option(pays, when, 0.08);
#endif

#if HEADWAY_CASE == 2  // case: a real option on what does not depend on the date
// expect: real_option: what acting gives must be a forecast over time
const auto wrong = hw::real_option(hw::better::higher, once, when, 0.08);
#endif

#if HEADWAY_CASE == 3  // case: a real option of several outputs of which none is said to be what acting gives
// expect: real_option: the model returns several outputs: name the one that acting gives
const auto wrong = hw::real_option(hw::better::higher, several, when, 0.08);
#endif

#if HEADWAY_CASE == 4  // case: a real option in dates
// expect: real_option: what acting gives must be a number or a quantity, for a date cannot be discounted
const auto wrong = hw::real_option(hw::better::lower, day_of, when, 0.08);
#endif

#if HEADWAY_CASE == 5  // case: a real option in which nothing is seen
// expect: real_option: besides what acting gives nothing is seen
const auto wrong = hw::real_option<"worth">(hw::better::higher, only, when, 0.08);
#endif
