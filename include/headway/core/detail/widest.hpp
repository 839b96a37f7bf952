// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include <headway/core/detail/elementary_kernel.hpp>

/// Runs a loop with the widest vector instructions of the processor at hand, where the compiler can be told to use them in
/// one function only. The bits do not depend on it: AVX2 without FMA rounds every operation as SSE2 does.
namespace headway::detail {

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__AVX2__)

inline const bool processor_has_avx2 = (__builtin_cpu_init(), __builtin_cpu_supports("avx2") != 0);

template <class Loop>
[[gnu::target("avx2"), gnu::noinline]] void run_with_avx2(const Loop& loop) noexcept {
    loop();
}

/// `loop()`, whose call operator must be HEADWAY_INLINE, as must be all that it calls.
template <class Loop>
HEADWAY_INLINE constexpr void run_widest(const Loop& loop) noexcept {
    if (!std::is_constant_evaluated() && processor_has_avx2) {
        run_with_avx2(loop);
    } else {
        loop();
    }
}

#else

template <class Loop>
HEADWAY_INLINE constexpr void run_widest(const Loop& loop) noexcept {
    loop();
}

#endif

}  // namespace headway::detail
