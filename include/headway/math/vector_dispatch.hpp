// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <type_traits>

#include <headway/math/elementary_kernel.hpp>

#include <headway/header_begin.hpp>

/// Runs a loop with the widest vector instructions of the processor at hand, where the compiler can be told to use them in
/// one function only. The bits do not depend on it: every operation rounds as it does in SSE2, because products and sums
/// are kept apart (AVX-512 brings a fused multiply-add, which rounds once).
namespace headway::detail {

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__AVX512F__)

#if defined(__clang__)
#define HEADWAY_WITH_AVX512 [[gnu::target("avx512f,avx512dq,avx512vl"), gnu::noinline]]
#else
#define HEADWAY_WITH_AVX512 \
    [[gnu::target("avx512f,avx512dq,avx512vl,prefer-vector-width=512"), gnu::optimize("fp-contract=off"), gnu::noinline]]
#endif

enum class vector_width { baseline, avx2, avx512 };

inline const vector_width widest_vectors = [] {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        return vector_width::avx512;
    }
    return __builtin_cpu_supports("avx2") ? vector_width::avx2 : vector_width::baseline;
}();

template <class Loop>
HEADWAY_WITH_AVX512 void run_with_avx512(const Loop& loop) noexcept {
    loop();
}
template <class Loop>
[[gnu::target("avx2"), gnu::noinline]] void run_with_avx2(const Loop& loop) noexcept {
    loop();
}

// A function of its own, so that callers do not each hold the loop once more.
template <class Loop>
[[gnu::noinline]] void run_at_baseline(const Loop& loop) noexcept {
    loop();
}

/// `loop()`, whose call operator must be HEADWAY_INLINE, as must be all that it calls.
template <class Loop>
HEADWAY_INLINE constexpr void vector_dispatch(const Loop& loop) noexcept {
    if (std::is_constant_evaluated()) {
        loop();
    } else if (widest_vectors == vector_width::avx512) {
        run_with_avx512(loop);
    } else if (widest_vectors == vector_width::avx2) {
        run_with_avx2(loop);
    } else {
        run_at_baseline(loop);
    }
}

/// The one of three forms of a loop that suits the processor, for loops that spell their vectors out: of eight, four or
/// two words.
template <class Loop512, class Loop256, class Loop128>
HEADWAY_INLINE void run_at_width(const Loop512& of_eight, const Loop256& of_four, const Loop128& of_two) noexcept {
    if (widest_vectors == vector_width::avx512) {
        run_with_avx512(of_eight);
    } else if (widest_vectors == vector_width::avx2) {
        run_with_avx2(of_four);
    } else {
        of_two();
    }
}

#else

template <class Loop512, class Loop256, class Loop128>
HEADWAY_INLINE void run_at_width(const Loop512&, const Loop256&, const Loop128& of_two) noexcept {
    of_two();
}

template <class Loop>
HEADWAY_INLINE constexpr void vector_dispatch(const Loop& loop) noexcept {
    loop();
}

#endif

/// `Width` words or doubles as one, for loops that spell their vectors out.
template <int Width>
struct vector_of {
    static_assert(Width == 1);
    using words = std::uint64_t;
    using doubles = double;
};
#if defined(__GNUC__)
template <>
struct vector_of<8> {
    typedef std::uint64_t words __attribute__((vector_size(64)));
    typedef double doubles __attribute__((vector_size(64)));
};
template <>
struct vector_of<4> {
    typedef std::uint64_t words __attribute__((vector_size(32)));
    typedef double doubles __attribute__((vector_size(32)));
};
template <>
struct vector_of<2> {
    typedef std::uint64_t words __attribute__((vector_size(16)));
    typedef double doubles __attribute__((vector_size(16)));
};
#endif

}  // namespace headway::detail

#include <headway/header_end.hpp>
