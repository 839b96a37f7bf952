// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/draw_memory.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
std::shared_ptr<double[]> basic_draw_memory<V>::take(std::size_t count) {
    if (count < least_large / sizeof(double)) return std::make_shared_for_overwrite<double[]>(count);
    if (count > (~std::size_t{0} - page) / sizeof(double)) throw std::bad_alloc();
    const std::size_t bytes = (count * sizeof(double) + page - 1) / page * page;
    room r = reuse(bytes);
    if (r.start == nullptr) {
        r = {::operator new(bytes, std::align_val_t{page}, std::nothrow), bytes};
        if (r.start == nullptr) throw std::bad_alloc();
        advise_huge_pages(r);
    }
    return std::shared_ptr<double[]>(static_cast<double*>(r.start), give_back{r.bytes});
}

template <class V>
auto basic_draw_memory<V>::kept() -> kept_rooms& {
    static kept_rooms& all = *new kept_rooms;
    return all;
}

template <class V>
auto basic_draw_memory<V>::reuse(std::size_t bytes) -> room {
    kept_rooms& all = kept();
    const std::lock_guard lock(all.mutex);
    for (room& r : all.rooms) {
        if (r.bytes < bytes || r.bytes - bytes > bytes / 4) continue;
        all.bytes -= r.bytes;
        if (r.is_warm) all.warm_bytes -= r.bytes;
        return std::exchange(r, room{});
    }
    return {};
}

template <class V>
void basic_draw_memory<V>::keep_or_free(const room& given) noexcept {
    {
        kept_rooms& all = kept();
        const std::lock_guard lock(all.mutex);
        for (room& r : all.rooms) {
            if (r.start != nullptr || given.bytes > most_kept - all.bytes) continue;
            r = given;
            all.bytes += given.bytes;
            r.is_warm = given.bytes <= most_warm - all.warm_bytes;
            if (r.is_warm) {
                all.warm_bytes += given.bytes;
            } else {
                advise_free(given);
            }
            return;
        }
    }
    ::operator delete(given.start, std::align_val_t{page});
}

HEADWAY_INSTANTIATE(class basic_draw_memory<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
