// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/detail/value_bins.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using headway::detail::from_ordered_bits;
using headway::detail::least_double;
using headway::detail::next_above;
using headway::detail::next_below;
using headway::detail::ordered_bits;
using headway::detail::value_bins;

namespace {

constexpr double greatest = std::numeric_limits<double>::max();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double pivots[] = {0.0, 1.0, -1.0, 3e9, -1.7e9, 1e-300, -5e-310, 1e300, -1e300, 5e-324};

/// Of every magnitude and both signs, around zero and around the pivot, in order.
std::vector<double> numbers_around(double pivot) {
    std::vector<double> all{0.0, pivot, greatest, -greatest, 0x1p-1022, -0x1p-1022, 5e-324, -5e-324, 0.5 * pivot};
    for (int e = -1074; e < 1024; e += 3) {
        for (const double part : {1.0, 1.000244140625, 1.37, 1.9998}) {
            for (const double x : {std::ldexp(part, e), -std::ldexp(part, e)}) {
                for (const double y : {x, pivot + x}) {
                    if (std::isfinite(y)) all.insert(all.end(), {y, std::nextafter(y, 0.0), std::nextafter(y, pivot)});
                }
            }
        }
    }
    for (double& x : all) x += 0.0;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace

TEST_CASE("doubles and ordered integers, next above and next below") {
    for (const double pivot : pivots) {
        const auto all = numbers_around(pivot);
        for (std::size_t i = 0; i < all.size(); ++i) {
            CHECK(from_ordered_bits(ordered_bits(all[i])) == all[i]);
            if (i > 0) CHECK(ordered_bits(all[i - 1]) < ordered_bits(all[i]));
            CHECK(next_above(all[i]) == std::nextafter(all[i], infinity));
            CHECK(next_below(all[i]) == std::nextafter(all[i], -infinity));
        }
    }
    CHECK(next_above(-0.0) == 5e-324);
    for (const double limit : {-greatest, -1.5, -5e-324, 0.0, 5e-324, 1e-300, 7.25, greatest, infinity}) {
        CHECK(least_double([limit](double x) { return x >= limit; }) == limit);
    }
}

TEST_CASE("keys order as values do, and no bin is wider than 2^-12 of its distance from zero and from the pivot") {
    for (const double pivot : pivots) {
        INFO("pivot " << pivot);
        const value_bins bins(pivot);
        CHECK(bins.pivot() == pivot);
        const auto all = numbers_around(pivot);
        int falls = 0;
        int outside = 0;
        int wide = 0;
        int shared = 0;
        std::uint32_t before = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double x = all[i];
            const std::uint32_t key = bins.key_of(x);
            falls += i > 0 && key < before ? 1 : 0;
            outside += key < (1U << value_bins::key_bits) ? 0 : 1;
            if (i == 0 || key != before) {
                const auto range = bins.range_of(key);
                outside += range.holds(x) && bins.has_values(key) ? 0 : 1;
                outside += bins.key_of(range.least) == key && bins.key_of(range.greatest) == key ? 0 : 1;
                // Half of each first, for the whole may overflow.
                const double half_width = 0.5 * range.greatest - 0.5 * range.least;
                for (const double end : {range.least, range.greatest}) {
                    const double from_pivot = std::fabs(0.5 * end - 0.5 * pivot);
                    // Below 2^-1022 a half is rounded, by half of the least double.
                    wide += half_width <= 0x1p-12 * std::fabs(0.5 * end) + 5e-324 ? 0 : 1;
                    wide += half_width <= 0x1p-12 * from_pivot + 5e-324 ? 0 : 1;
                }
                shared += range.least < 0.0 && range.greatest >= 0.0 ? 1 : 0;
                shared += range.least <= 0.0 && range.greatest > 0.0 ? 1 : 0;
                shared += range.least < pivot && range.greatest >= pivot ? 1 : 0;
                shared += range.least <= pivot && range.greatest > pivot ? 1 : 0;
            }
            before = key;
        }
        CHECK(falls == 0);
        CHECK(outside == 0);
        CHECK(wide == 0);
        CHECK(shared == 0);
    }
}

TEST_CASE("the keys of a block are those of its values, or 0 where these are to be asked one by one") {
    for (const double pivot : pivots) {
        INFO("pivot " << pivot);
        const value_bins bins(pivot);
        auto all = numbers_around(pivot);
        while (all.size() % headway::batch::size != 0) all.push_back(pivot);
        int differ = 0;
        std::size_t asked = 0;
        for (std::size_t i = 0; i < all.size(); i += headway::batch::size) {
            std::uint64_t keys[headway::batch::size];
            value_bins::keys_loop{&bins, all.data() + i, keys}();
            for (std::size_t k = 0; k < headway::batch::size; ++k) {
                const double x = all[i + k];
                if (keys[k] == 0) {
                    ++asked;
                    differ += std::min(std::fabs(x), std::fabs(x - pivot)) < 0x1p-1022 ? 0 : 1;
                } else {
                    differ += keys[k] == bins.key_of(x) ? 0 : 1;
                }
            }
        }
        CHECK(differ == 0);
        CHECK(asked < all.size() / 2);
    }
}
