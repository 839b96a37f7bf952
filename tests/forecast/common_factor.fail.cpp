// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/common_factor.hpp>

#include <headway/belief/makers.hpp>

namespace hw = headway;
constexpr auto a = hw::assumption<"a">(hw::uniform(0.0, 1.0), "test");
constexpr auto b = hw::assumption<"b">(hw::uniform(0.0, 1.0), "test");
constexpr auto c = hw::assumption<"c">(hw::uniform(0.0, 1.0), "test");
constexpr auto model = [](const auto& in) { return in[a] + in[b]; };
constexpr auto control = hw::forecast(hw::inputs(a, b), model, hw::correlate_all(0.5, a, b));

#if HEADWAY_CASE == 1  // case: a group with an assumption that is not an input
// expect: forecast: a correlation names an assumption that is not among the inputs
auto wrong = hw::forecast(hw::inputs(a, b), model, hw::correlate_all(0.5, a, b, c));
#endif

#if HEADWAY_CASE == 2  // case: a group of one
// expect: correlate_all, common_factor: name two inputs or more
auto wrong = hw::correlate_all(0.5, a);
#endif

#if HEADWAY_CASE == 3  // case: an input twice in a group
// expect: correlate_all, common_factor: an input always has correlation 1 with itself; name each input once
auto wrong = hw::common_factor(hw::loads(a, 0.5), hw::loads(b, 0.5), hw::loads(a, 0.5));
#endif

#if HEADWAY_CASE == 4  // case: a group of numbers
// expect: correlate_all: after the rank correlation come assumptions
auto wrong = hw::correlate_all(0.5, a, 0.7);
#endif

#if HEADWAY_CASE == 5  // case: a factor of inputs without loadings
// expect: common_factor: every argument must be an input with its loading, such as loads\(nvidia, 0.8\)
auto wrong = hw::common_factor(a, b);
#endif

#if HEADWAY_CASE == 6  // case: the rank correlation last, as for a pair
// expect: correlate_all: the rank correlation comes first, then the assumptions, correlate_all\(0.6, a, b, c\)
auto wrong = hw::correlate_all(a, b, 0.5);
#endif

#if HEADWAY_CASE == 7  // case: a correlation ahead of the model
// expect: forecast: correlations come after the model
auto wrong = hw::forecast(hw::inputs(a, b), hw::correlate_all(0.5, a, b), model);
#endif

#if HEADWAY_CASE == 8  // case: a correlation of a pair ahead of the model
// expect: forecast: correlations come after the model
auto wrong = hw::forecast(hw::inputs(a, b), hw::correlate(a, b, 0.5), model);
#endif
