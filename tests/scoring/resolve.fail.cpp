// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/resolve.hpp>

namespace hw = headway;
inline void control() {
    hw::resolve("a", hw::date(), 2.0, "file");
    hw::correct("b", hw::date(), true, "file");
}

#if HEADWAY_CASE == 1  // case: an answer in words
// expect: resolve: the value must be a number, a quantity, a date, or true or false
inline void wrong() { hw::resolve("a", hw::date(), "yes", "file"); }
#endif

#if HEADWAY_CASE == 2  // case: a correction in words
// expect: correct: the value must be a number, a quantity, a date, or true or false
inline void wrong() { hw::correct("a", hw::date(), "yes", "file"); }
#endif
