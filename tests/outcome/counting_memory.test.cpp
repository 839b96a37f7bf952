// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/detail/counting_memory.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <thread>
#include <vector>

using headway::detail::counting_memory;

namespace {

constexpr std::size_t counters = counting_memory::bytes / sizeof(std::uint16_t);

}  // namespace

TEST_CASE("counters begin at zero in a room that was written to before") {
    for (int again = 0; again < 3; ++again) {
        const auto dirty = counting_memory::take<std::uint16_t>();
        std::fill(dirty.get(), dirty.get() + counters, std::uint16_t{0xFFFF});
    }
    const auto room = counting_memory::take_zeros<std::uint16_t>();
    CHECK(std::all_of(room.get(), room.get() + counters, [](std::uint16_t x) { return x == 0; }));
}

TEST_CASE("a room that was given back is the next one's, and never that of two at a time") {
    const double* before = nullptr;
    {
        const auto room = counting_memory::take<double>();
        before = room.get();
        CHECK(counting_memory::take<double>().get() != before);
    }
    CHECK(counting_memory::take<double>().get() == before);

    std::vector<counting_memory::room_for<double>> many;  // more than are kept
    std::set<const double*> places;
    for (int i = 0; i < 300; ++i) places.insert(many.emplace_back(counting_memory::take<double>()).get());
    CHECK(places.size() == 300);
}

TEST_CASE("threads take rooms and give them back at the same time, and each has its own") {
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (std::uint16_t t = 0; t < 4; ++t) {
        threads.emplace_back([t, &wrong] {
            for (int i = 0; i < 2000; ++i) {
                const auto room = counting_memory::take<std::uint16_t>();
                std::fill(room.get(), room.get() + counters, t);
                if (std::any_of(room.get(), room.get() + counters, [t](std::uint16_t x) { return x != t; })) ++wrong[t];
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(wrong == std::vector<int>(4, 0));
}
