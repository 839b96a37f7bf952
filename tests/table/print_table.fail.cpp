// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/makers.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/table/print_table.hpp>

namespace hw = headway;
constexpr auto a = hw::assumption<"a">(hw::uniform(0.0, 1.0), "a guess");
constexpr auto f = hw::forecast(hw::inputs(a), [](const auto& in) { return in[a]; });
const auto right = hw::report::table(hw::simulate(f, {.draws = 64}));

#if HEADWAY_CASE == 1  // case: a table of a forecast that nothing was asked of
// expect: table: this is no result; ask something of the forecast first, such as table\(simulate\(f\)\)
const auto wrong = hw::report::table(f);
#endif
