// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <mutex>
#include <new>
#include <utility>

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

    /// Room for bytes / sizeof(T) numbers, or for none. Plain, for a std::unique_ptr brings 25 functions for each T.
    template <class T>
    class room_for {
      public:
        room_for() = default;
        explicit room_for(T* first) noexcept : first_(first) {}
        room_for(room_for&& other) noexcept : first_(std::exchange(other.first_, nullptr)) {}
        room_for& operator=(room_for other) noexcept {
            std::swap(first_, other.first_);
            return *this;
        }
        ~room_for() {
            if (first_ != nullptr) keep_or_free(first_);
        }

        [[nodiscard]] T* get() const noexcept { return first_; }
        [[nodiscard]] T& operator[](std::size_t i) const noexcept { return first_[i]; }
        [[nodiscard]] explicit operator bool() const noexcept { return first_ != nullptr; }

      private:
        T* first_ = nullptr;
    };

    /// Numbers of any value; those of `take_zeros` are 0.
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
#include <headway/outcome/bodies/detail/counting_memory.hpp>
#endif
