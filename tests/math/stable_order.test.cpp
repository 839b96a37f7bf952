// SPDX-License-Identifier: BSL-1.0
#include <headway/math/stable_order.hpp>

#include "catch.hpp"

#include <algorithm>
#include <memory>
#include <random>
#include <utility>
#include <vector>

using headway::detail::sort_stably;
using headway::detail::stable_order;

TEST_CASE("values are sorted as std::stable_sort sorts them, equal ones in their order") {
    std::mt19937_64 engine(1);
    for (const std::size_t size : {0U, 1U, 2U, 3U, 17U, 1000U}) {
        for (const unsigned kinds : {1U, 2U, 7U, 1'000'000U}) {
            std::vector<std::pair<unsigned, std::size_t>> values;
            for (std::size_t i = 0; i < size; ++i) values.emplace_back(static_cast<unsigned>(engine() % kinds), i);
            const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
            auto expected = values;
            std::stable_sort(expected.begin(), expected.end(), before);
            const auto order = stable_order(size, [&](std::size_t a, std::size_t b) { return before(values[a], values[b]); });
            for (std::size_t i = 0; i < size; ++i) CHECK(values[order[i]] == expected[i]);
            sort_stably(values, before);
            CHECK(values == expected);
        }
    }
}

TEST_CASE("values that can only be moved are sorted, and none is lost") {
    std::vector<std::unique_ptr<int>> values;
    for (const int x : {3, 1, 2, 1, 0, 5, 4}) values.push_back(std::make_unique<int>(x));
    sort_stably(values, [](const auto& a, const auto& b) { return *a < *b; });
    std::vector<int> sorted;
    for (const auto& x : values) sorted.push_back(x == nullptr ? -1 : *x);
    CHECK(sorted == std::vector<int>{0, 1, 1, 2, 3, 4, 5});
}
