// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <new>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Memory that streaming runs count in, in rooms of one size. Those that are given back are kept for the program's next run,
/// up to `most_kept`: the usual allocator would give them back to the system, and their first touch is most of what a short
/// run does once, while the run's other threads wait.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_counting_memory {
  public:
    static constexpr std::size_t bytes = 8192;

    struct give_back {
        void operator()(void* room) const noexcept { keep_or_free(room); }
    };
    template <class T>
    using room_for = std::unique_ptr<T[], give_back>;

    /// Room for bytes / sizeof(T) numbers, of any value; those of `take_zeros` are 0.
    /// \throws std::bad_alloc
    template <class T>
    [[nodiscard]] static room_for<T> take() {
        return room_for<T>(new (take_bytes()) T[bytes / sizeof(T)]);
    }
    template <class T>
    [[nodiscard]] static room_for<T> take_zeros() {
        return room_for<T>(new (take_bytes()) T[bytes / sizeof(T)]());
    }

  private:
    static constexpr std::size_t most_kept = 128;

    struct kept_rooms {
        std::mutex mutex;
        void* room[most_kept];
        std::size_t count = 0;
    };
    /// Never destroyed: an outcome that is static gives its rooms back late.
    static kept_rooms& kept();
    static void* take_bytes();
    static void keep_or_free(void* room) noexcept;
};
HEADWAY_ELSEWHERE(class basic_counting_memory<>);
using counting_memory = basic_counting_memory<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/bodies/outcome/detail/counting_memory.hpp>
#endif
