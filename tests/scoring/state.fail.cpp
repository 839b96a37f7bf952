// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/state.hpp>

#include <headway/belief/makers.hpp>

namespace hw = headway;
inline void control() {
    hw::state(hw::chance{0.7}, {.id = "a"}, "file");
    hw::state(hw::ci90(1.0, 2.0), {.id = "b"}, "file");
}

#if HEADWAY_CASE == 1  // case: a plain number as a forecast
// expect: state: this is no forecast; give an outcome, such as simulate.f., a belief, or a probability as chance.0.7.
inline void wrong() { hw::state(0.7, {.id = "a"}, "file"); }
#endif
