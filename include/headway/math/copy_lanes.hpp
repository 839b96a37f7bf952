// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>  // IWYU pragma: keep, for is_constant_evaluated

#include <headway/math/elementary_kernel.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// to[i] = from[i] for i < N, where the two are one or do not overlap.
template <std::size_t N>
HEADWAY_INLINE constexpr void copy_lanes(const double* from, double* to) noexcept {
#if defined(__GNUC__) && !defined(__clang__) && defined(__SSE2__)
    // GCC makes a loop that copies a block into `rep movsq`, which takes several times as long; the empty instruction hides
    // from it that this is one.
    typedef double pair __attribute__((vector_size(16), aligned(8), may_alias));
    if (N % 8 == 0 && !std::is_constant_evaluated()) {
        for (std::size_t i = 0; i < N; i += 8) {
            pair a = *reinterpret_cast<const pair*>(from + i);
            pair b = *reinterpret_cast<const pair*>(from + i + 2);
            pair c = *reinterpret_cast<const pair*>(from + i + 4);
            pair d = *reinterpret_cast<const pair*>(from + i + 6);
            asm("" : "+x"(a), "+x"(b), "+x"(c), "+x"(d));
            *reinterpret_cast<pair*>(to + i) = a;
            *reinterpret_cast<pair*>(to + i + 2) = b;
            *reinterpret_cast<pair*>(to + i + 4) = c;
            *reinterpret_cast<pair*>(to + i + 6) = d;
        }
        return;
    }
#endif
    for (std::size_t i = 0; i < N; ++i) to[i] = from[i];
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
