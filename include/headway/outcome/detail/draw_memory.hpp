// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <new>
#include <utility>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Memory for kept draws. Most of a short run's time goes into the first touch of fresh memory, page by page: so large
/// rooms are asked for in huge pages where the system has them (Linux), and those that are given back are kept for the
/// program's next run, up to `most_kept` bytes, which the system may take back when it is short of memory, but for
/// `most_warm` of them: to offer a room and to need it again takes a tenth of a short run.
template <class = void>
class basic_draw_memory {
  public:
    /// Room for so many draws, untouched: the thread that fills a page first decides where it lies.
    /// \throws std::bad_alloc
    [[nodiscard]] static std::shared_ptr<double[]> take(std::size_t count);

    /// `take_room(std::shared_ptr<double[]>)` for each of several columns of as many draws. Columns shorter than a huge page
    /// share some, so that a run of many has few pages to touch; who keeps one of them keeps up to two pages.
    /// \throws std::bad_alloc
    template <class F>
    static void take_columns(std::size_t columns, std::size_t count, F take_room) {
        const std::size_t step = (count + 7) / 8 * 8;
        while (columns > 0) {
            std::size_t together = 1;
            if (count >= least_shared / sizeof(double) && count < least_large / sizeof(double)) {
                const std::size_t fit = 2 * page / sizeof(double) / step;
                together = columns < fit ? columns : fit;
                if (together * step < page / sizeof(double)) together = 1;
            }
            const std::shared_ptr<double[]> shared = take(together == 1 ? count : together * step);
            for (std::size_t i = 0; i < together; ++i) {
                take_room(std::shared_ptr<double[]>(shared, shared.get() + step * i));
            }
            columns -= together;
        }
    }

  private:
    /// Shorter ones the usual allocator has without asking the system.
    static constexpr std::size_t least_shared = std::size_t{1} << 16U;
    static constexpr std::size_t page = std::size_t{1} << 21U;
    static constexpr std::size_t least_large = page;
    static constexpr std::size_t most_kept = std::size_t{1} << 28U;
    static constexpr std::size_t most_warm = std::size_t{1} << 25U;
    static constexpr std::size_t most_rooms = 64;

    struct room {
        void* start = nullptr;
        std::size_t bytes = 0;
        bool is_warm = false;
    };
    struct kept_rooms {
        std::mutex mutex;
        room rooms[most_rooms];
        std::size_t bytes = 0;
        std::size_t warm_bytes = 0;
    };
    /// Never destroyed: an outcome that is static gives its room back late.
    static kept_rooms& kept();

    struct give_back {
        std::size_t bytes;
        void operator()(double* start) const noexcept { keep_or_free({start, bytes}); }
    };
    static room reuse(std::size_t bytes);
    static void keep_or_free(const room& given) noexcept;

#if defined(__linux__) && defined(MADV_HUGEPAGE)
    // Advice that is not taken costs speed only.
    static void advise_huge_pages(const room& r) noexcept { static_cast<void>(madvise(r.start, r.bytes, MADV_HUGEPAGE)); }
#else
    static void advise_huge_pages(const room&) noexcept {}
#endif
#if defined(__linux__) && defined(MADV_FREE)
    static void advise_free(const room& r) noexcept { static_cast<void>(madvise(r.start, r.bytes, MADV_FREE)); }
#else
    static void advise_free(const room&) noexcept {}
#endif
};
HEADWAY_ELSEWHERE(class basic_draw_memory<>);
using draw_memory = basic_draw_memory<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/draw_memory.hpp>
#endif
