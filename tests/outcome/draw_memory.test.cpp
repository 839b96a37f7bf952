// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/detail/draw_memory.hpp>

#include "catch.hpp"

#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

using headway::detail::draw_memory;

TEST_CASE("a room holds what is written to it, whatever its size") {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{262'143}, std::size_t{262'144}, std::size_t{1'000'003}}) {
        const auto room = draw_memory::take(count);
        std::iota(room.get(), room.get() + count, 1.0);
        double sum = 0.0;
        for (std::size_t i = 0; i < count; ++i) sum += room[static_cast<std::ptrdiff_t>(i)];
        const auto n = static_cast<double>(count);
        CHECK(sum == 0.5 * n * (n + 1.0));
    }
}

TEST_CASE("a large room that was given back is the next one's, and never that of two at a time") {
    const std::size_t count = 3'000'000;
    const double* before = nullptr;
    {
        const auto room = draw_memory::take(count);
        before = room.get();
        CHECK(reinterpret_cast<std::uintptr_t>(before) % (std::size_t{1} << 21U) == 0);
        const auto beside = draw_memory::take(count);
        CHECK(beside.get() != before);
        const auto copy = room;  // the last of several gives it back
        CHECK(draw_memory::take(count).get() != before);
    }
    std::vector<std::shared_ptr<double[]>> again;
    bool is_reused = false;
    for (int i = 0; i < 3; ++i) {
        again.push_back(draw_memory::take(count));
        is_reused = is_reused || again.back().get() == before;
    }
    CHECK(is_reused);
    // Far smaller ones do not take it.
    const double* const large = again.front().get();
    again.clear();
    CHECK(draw_memory::take(count / 4).get() != large);
}

TEST_CASE("threads take and give back rooms at once") {
    std::vector<int> clashes(4, 0);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([t, &clashes] {
            for (int round = 0; round < 50; ++round) {
                const auto room = draw_memory::take(300'000);
                room[0] = room[299'999] = t;
                std::this_thread::yield();
                clashes[static_cast<std::size_t>(t)] += room[0] != t || room[299'999] != t ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(clashes == std::vector<int>{0, 0, 0, 0});
}

TEST_CASE("more than there can be is refused") {
    CHECK_THROWS_AS(draw_memory::take(~std::size_t{0}), std::bad_alloc);
    CHECK_THROWS_AS(draw_memory::take(~std::size_t{0} / sizeof(double)), std::bad_alloc);
}

TEST_CASE("short columns of one run share huge pages, each with room of its own, and outlive one another") {
    for (const std::size_t count : {std::size_t{0}, std::size_t{5}, std::size_t{8'191}, std::size_t{8'192}, std::size_t{65'536},
                                    std::size_t{100'001}, std::size_t{262'143}, std::size_t{262'144}, std::size_t{300'000}}) {
        INFO(count);
        const std::size_t columns = 37;
        std::vector<std::shared_ptr<double[]>> all;
        draw_memory::take_columns(columns, count, [&](std::shared_ptr<double[]> room) { all.push_back(std::move(room)); });
        REQUIRE(all.size() == columns);
        const auto value = [](std::size_t c, std::size_t i) { return static_cast<double>(1000 * i + c); };
        for (std::size_t c = 0; c < columns; ++c) {
            for (std::size_t i = 0; i < count; ++i) all[c][static_cast<std::ptrdiff_t>(i)] = value(c, i);
        }
        std::size_t wrong = 0;
        std::size_t beside_the_last = 0;
        const double* last = nullptr;
        for (std::size_t c = 0; c < columns; ++c) {
            for (std::size_t i = 0; i < count; ++i) wrong += all[c][static_cast<std::ptrdiff_t>(i)] != value(c, i) ? 1U : 0U;
            if (c > 0 && all[c].get() == last + (count + 7) / 8 * 8) ++beside_the_last;
            last = all[c].get();
            if (c + 1 < columns) all[c].reset();  // those after it must not notice
        }
        CHECK(wrong == 0);
        if (count == 65'536) CHECK(beside_the_last == 32);  // eight of half a megabyte to two pages: four rooms and a fifth
        if (count >= 300'000) CHECK(beside_the_last == 0);
    }
}
