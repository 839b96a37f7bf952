// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/counting_memory.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
auto basic_counting_memory<V>::kept() -> kept_rooms& {
    static kept_rooms& all = *new kept_rooms;
    return all;
}

template <class V>
void* basic_counting_memory<V>::take_bytes() {
    {
        kept_rooms& all = kept();
        const std::lock_guard lock(all.mutex);
        if (all.count > 0) return all.room[--all.count];
    }
    return ::operator new(bytes);
}

template <class V>
void basic_counting_memory<V>::keep_or_free(void* room) noexcept {
    {
        kept_rooms& all = kept();
        const std::lock_guard lock(all.mutex);
        if (all.count < most_kept) {
            all.room[all.count++] = room;
            return;
        }
    }
    ::operator delete(room);
}

HEADWAY_INSTANTIATE(class basic_counting_memory<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
