// SPDX-License-Identifier: BSL-1.0
// not precompiled: the header that f.updated(...) needs must be missing here
#include <headway/forecast/forecast.hpp>

namespace hw = headway;
constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "a guess");
constexpr auto f = hw::forecast(hw::inputs(decline), [](const auto& in) { return in[decline]; });
constexpr auto central = f.baseline();

#if HEADWAY_CASE == 1  // case: an update without the room that updates
// expect: updated: include <headway/inference.hpp>, which has observed
const auto wrong = f.updated(4.0);
#endif
