// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/simulate.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(4.0 * usd, "a guess");
constexpr auto cost = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
constexpr hw::simulation options{.draws = 1000};
inline const auto fine = hw::simulate(cost, options);
inline const auto fine_over_time = hw::simulate(over_time, {hw::date(2027, 1, 1), hw::date(2028, 1, 1)}, options);
using run_over_time = decltype(hw::simulate(over_time, {}));
static_assert(std::is_same_v<run_over_time, decltype(hw::simulate(over_time, std::vector<hw::date>(), {}))>);

#if HEADWAY_CASE == 1  // case: the number of draws alone
// expect: simulate: the number of draws is one of the options: simulate\(f, \{.draws = 1000\}\)
auto wrong = hw::simulate(cost, 1000);
#endif

#if HEADWAY_CASE == 2  // case: a forecast over time without dates, with options
// expect: simulate: this is a forecast over time: give the dates
auto wrong = hw::simulate(over_time, options);
#endif

#if HEADWAY_CASE == 3  // case: a forecast over time without dates
// expect: simulate: this is a forecast over time: give the dates
auto wrong = hw::simulate(over_time);
#endif

#if HEADWAY_CASE == 4  // case: a forecast over time without dates, with options in braces
// expect: simulate: this is a forecast over time: give the dates
auto wrong = hw::simulate(over_time, {.draws = 1000, .seed = 1});
#endif

#if HEADWAY_CASE == 5  // case: the size of money by std, in a model
// expect: std::abs takes plain numbers, and a model's values are blocks of draws or quantities: write headway::abs\(x\)
constexpr auto sizes = hw::forecast(hw::inputs(price), [](const auto& in) { return std::abs(in[price]); });
auto wrong = hw::simulate(sizes, options);
#endif

#if HEADWAY_CASE == 6  // case: a local assumption that is not captured
// expect-gcc: 'local' is not captured
// expect-clang: variable 'local' cannot be implicitly captured in a lambda with no capture-default specified
void wrong() {
    const auto local = hw::assumption<"local">(3.0, "a guess");
    hw::simulate(hw::forecast(hw::inputs(price, local), [](const auto& in) { return in[price] * in[local]; }), options);
}
#endif
