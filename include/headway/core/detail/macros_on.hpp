// SPDX-License-Identifier: BSL-1.0

// Gives back what macros_off.hpp took away.
#pragma pop_macro("min")
#pragma pop_macro("max")
#pragma pop_macro("near")
#pragma pop_macro("far")
#pragma pop_macro("small")
#pragma pop_macro("I")
