// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/detail/bin_edges.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using headway::detail::bin_edges;
using headway::detail::value_bins;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<double> some_numbers(std::uint64_t seed, std::size_t count, double centre, double spread) {
    std::vector<double> all;
    for (std::size_t i = 0; i < count; ++i) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        all.push_back(centre + spread * (static_cast<double>(seed >> 33U) * 0x1p-30 - 1.0));
    }
    return all;
}
/// By sorting.
bin_edges edges_of(std::vector<double> all, double pivot) {
    bin_edges e;
    std::sort(all.begin(), all.end());
    if (!all.empty()) {
        e.least = all.front();
        e.greatest = all.back();
        e.least_count = static_cast<std::uint64_t>(std::count(all.begin(), all.end(), all.front()));
        e.greatest_count = static_cast<std::uint64_t>(std::count(all.begin(), all.end(), all.back()));
    }
    for (const double x : all) {
        if (x < 0.0) e.below_zero = x;
        if (x < pivot) e.below_pivot = x;
    }
    std::reverse(all.begin(), all.end());
    for (const double x : all) {
        if (x > 0.0) e.above_zero = x;
        if (x > pivot) e.above_pivot = x;
    }
    return e;
}
bool same(const bin_edges& a, const bin_edges& b) {
    return a.least == b.least && a.least_count == b.least_count && a.greatest == b.greatest &&
           a.greatest_count == b.greatest_count && a.below_zero == b.below_zero && a.above_zero == b.above_zero &&
           a.below_pivot == b.below_pivot && a.above_pivot == b.above_pivot;
}

}  // namespace

TEST_CASE("edges added one by one, several times or together are those of the sorted values") {
    for (const double pivot : {0.0, 1.5, -3.0, 1.7e9}) {
        for (const double centre : {0.0, 1.5, -3.0, 100.0, -1e9}) {
            for (const std::size_t count : {0U, 1U, 2U, 7U, 200U}) {
                auto values = some_numbers(count + 1, count, centre, 4.0);
                if (count > 2) values[1] = values[0];
                bin_edges all;
                bin_edges part;
                bin_edges rest;
                std::vector<double> repeated;
                for (std::size_t i = 0; i < count; ++i) {
                    all.add(values[i], i % 3 + 1, pivot);
                    (i % 2 == 0 ? part : rest).add(values[i], i % 3 + 1, pivot);
                    repeated.insert(repeated.end(), i % 3 + 1, values[i]);
                }
                const auto expected = edges_of(repeated, pivot);
                CHECK(same(all, expected));
                bin_edges other = rest;
                other.add(part);
                part.add(rest);
                CHECK(same(part, expected));
                CHECK(same(other, expected));
            }
        }
    }
}

namespace {

/// Whether some block of these values, or one value in a block of others, may change an edge.
bool may_change(const bin_edges& e, std::vector<double> values) {
    values.resize(headway::batch::size, values.front());
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    return e.may_change(values.data(), *least, *greatest);
}

}  // namespace

TEST_CASE("a block that changes an edge is said to, one strictly within them is not") {
    bin_edges e;
    CHECK(may_change(e, {1.0, 2.0}));  // there is none yet
    for (const double x : {-5.0, -1.0, 2.0, 3.0, 6.0, 9.0}) e.add(x, 1, 4.0);
    CHECK(may_change(e, {-6.0, -5.5}));
    CHECK(may_change(e, {-5.0, -4.0}));  // as often as the least
    CHECK(may_change(e, {-4.0, 10.0}));
    CHECK(may_change(e, {8.0, 9.0}));
    CHECK(may_change(e, {-0.5}));
    CHECK(may_change(e, {2.5, 1.0}));
    CHECK(may_change(e, {-3.0, 2.5, 1.5}));
    CHECK(may_change(e, {2.5, 3.5}));  // nearer to the pivot from below
    CHECK(may_change(e, {2.5, 5.0}));  // and from above
    CHECK(may_change(e, {7.0, 4.0}));  // on it
    CHECK_FALSE(may_change(e, {-4.9, -1.5}));
    CHECK_FALSE(may_change(e, {2.1, 8.9, 2.9}));
    CHECK_FALSE(may_change(e, {6.0, 8.9, 3.0}));  // the neighbours again
    CHECK_FALSE(may_change(e, {-3.0, 2.5, -1.0, 2.0}));
}

TEST_CASE("range and nearness to the pivot of a block, wherever in it they are") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        auto block = some_numbers(seed, headway::batch::size, seed % 2 == 0 ? 0.0 : 1e6, 1e3);
        block[seed % 64] = 2e6;
        block[seed * 7 % 64] = -2e6;
        value_bins::range range{};
        bin_edges::range_loop{block.data(), &range}();
        CHECK(range.least == *std::min_element(block.begin(), block.end()));
        CHECK(range.greatest == *std::max_element(block.begin(), block.end()));

        std::uint64_t hits = 7;
        const auto look = [&] { bin_edges::between_loop{2.5e6, 4e6, block.data(), &hits}(); };
        look();
        CHECK(hits == 0);
        for (const double x : {2.6e6, 3e6, 3.9e6}) {
            block[seed * 11 % 64] = x;
            look();
            CHECK(hits == 1);
        }
    }
}
