// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

#include <headway/math/function_ref.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Runs `work(thread, first, last)` on consecutive parts of [first, last), each on a thread of its own, the first on
/// this one. The exception of the lowest part is passed on.
template <class = void>
void run_on_threads(unsigned threads, std::uint64_t first, std::uint64_t last,
                    function_ref<void(unsigned thread, std::uint64_t first, std::uint64_t last)> work);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/run_on_threads.hpp>
#endif
