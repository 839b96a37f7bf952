// SPDX-License-Identifier: BSL-1.0

// Platform headers define these as macros (min, max, near, far and small those of Windows, I that of <complex.h>). A header that uses one of the
// words includes this after all others, and macros_on.hpp, which gives them back, as its last line. Without a guard, as it
// is read once for every such header.
#pragma push_macro("min")
#pragma push_macro("max")
#pragma push_macro("near")
#pragma push_macro("far")
#pragma push_macro("small")
#pragma push_macro("I")
#undef min
#undef max
#undef near
#undef far
#undef small
#undef I
