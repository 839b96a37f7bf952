// SPDX-License-Identifier: BSL-1.0

// Gives back what header_begin.hpp took away.
#if defined(__clang__)
#pragma clang diagnostic pop
#elif defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
#pragma pop_macro("min")
#pragma pop_macro("max")
#pragma pop_macro("near")
#pragma pop_macro("far")
#pragma pop_macro("small")
#pragma pop_macro("I")
#pragma pop_macro("major")
#pragma pop_macro("minor")
#if defined(__clang__) && defined(HEADWAY_FUSED_ARITHMETIC)
#pragma float_control(pop)
#endif
