// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/detail/value_counter.hpp>

#include "catch.hpp"

#include <algorithm>
#include <limits>
#include <map>

using headway::detail::counted_value;
using headway::detail::value_counter;

static_assert(counted_value(2.5, 7, true).count() == 7 && counted_value(2.5, 7, true).expected());
static_assert(counted_value(2.5, 7, false).count() == 7 && !counted_value(2.5, 7, false).expected());
static_assert(counted_value(2.5, 0, true).count() == 0 && counted_value(2.5, 0, true).below_in_bin == 0);
static_assert(counted_value(2.5, 1ULL << 62U, true, 3).count() == 1ULL << 62U);
static_assert(counted_value(2.5, 1, true, 3).below_in_bin == 3 && counted_value(2.5, 1, true).value == 2.5);

namespace {

std::map<double, std::uint64_t> counts_of(const value_counter& counter) {
    std::map<double, std::uint64_t> counts;
    std::size_t values = 0;
    counter.each([&](double x, std::uint64_t count) {
        counts[x] += count;
        ++values;
    });
    CHECK(values == counts.size());
    CHECK(values == counter.size());
    return counts;
}

}  // namespace

TEST_CASE("a counter counts what is expected and hands back the rest in order, parted or not") {
    for (const std::size_t expected : {0U, 1U, 20U, 31U, 32U, 33U, 700U, 1025U, 5000U}) {
        for (const bool parted : {false, true}) {
            INFO(expected << (parted ? " parted" : ""));
            value_counter counter;
            std::map<double, std::uint64_t> counts;
            const auto value = [](std::size_t i) { return (static_cast<double>(i) - 300.0) * 0.37; };
            for (std::size_t i = 0; i < expected; ++i) {
                counter.expect(value(i));
                counter.expect(value(i));  // once more makes no other value
                counts[value(i)] = 0;
            }
            CHECK(counts_of(counter) == counts);
            if (parted) counter.part();
            CHECK(counts_of(counter) == counts);
            std::vector<double> left;
            std::vector<double> others;
            for (std::size_t first = 0; first < 12'800; first += 64) {
                double block[64];
                const int size = first % 128 == 0 ? 64 : 13;
                for (std::size_t i = 0; i < 64; ++i) block[i] = value((first + i) * 7919 % 6000);
                for (int i = 0; i < size; ++i) {
                    if (const auto known = counts.find(block[i]); known != counts.end()) {
                        ++known->second;
                    } else {
                        others.push_back(block[i]);
                    }
                }
                double rest[64];
                const int count = counter.count_known(block, size, rest);
                left.insert(left.end(), rest, rest + count);
            }
            CHECK(left == others);
            CHECK(counts_of(counter) == counts);
        }
    }
}

TEST_CASE("both zeros are one value, and infinities and the smallest numbers are values too") {
    const double infinite = std::numeric_limits<double>::infinity();
    for (const bool parted : {false, true}) {
        value_counter counter;
        for (const double x : {-0.0, 0.0, 1.0, 5e-324, -5e-324}) counter.expect(x);
        CHECK(counter.size() == 4);
        if (parted) counter.part();
        const double block[] = {0.0, -0.0, 5e-324, 2.0, -0.0, -5e-324, 1.0, -1.0, infinite};
        double rest[9];
        REQUIRE(counter.count_known(block, 9, rest) == 3);
        CHECK((rest[0] == 2.0 && rest[1] == -1.0 && rest[2] == infinite));
        CHECK(counts_of(counter) == std::map<double, std::uint64_t>{{0.0, 3}, {1.0, 1}, {5e-324, 1}, {-5e-324, 1}});
    }
}

TEST_CASE("values are added with their counts, known before or not") {
    value_counter counter;
    counter.add(-0.0, 3);
    counter.add(0.0, 4);
    std::map<double, std::uint64_t> counts{{0.0, 7}};
    for (int i = 1; i < 3000; ++i) {
        counter.add(0.1 * (i % 1000 + 1), static_cast<std::uint64_t>(i));
        counts[0.1 * (i % 1000 + 1)] += static_cast<std::uint64_t>(i);
    }
    CHECK(counts_of(counter) == counts);
    counter.expect(0.1);
    counter.expect(0.0);
    CHECK(counts_of(counter) == counts);
}
