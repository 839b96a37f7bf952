// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <type_traits>

#include <headway/math/function_ref.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Thrown when the progress callback asks to stop.
class simulation_cancelled : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Told how many draws are done of how many; returns nothing, or false to stop the run.
struct no_progress {
    constexpr void operator()(std::uint64_t, std::uint64_t) const noexcept {}
};

namespace detail {

/// Told how many draws are done of how many; false to stop the run.
using progress_ref = function_ref<bool(std::uint64_t done, std::uint64_t all)>;

/// A caller's progress callback as a progress_ref takes it. Keep the callback as long.
template <class Progress>
[[nodiscard]] auto told(Progress& progress) {
    return [&progress](std::uint64_t done, std::uint64_t all) {
        if constexpr (std::is_void_v<std::invoke_result_t<Progress&, std::uint64_t, std::uint64_t>>) {
            progress(done, all);
            return true;
        } else {
            return static_cast<bool>(progress(done, all));
        }
    };
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
