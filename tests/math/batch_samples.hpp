// SPDX-License-Identifier: BSL-1.0
#pragma once

// Blocks on which what is done to a batch is compared with what is done to each of its draws.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <headway/math/batch.hpp>

namespace headway::batch_samples {

inline constexpr double infinite = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The same double: by its bits, since that is what is promised, except that a NaN has no particular ones.
inline bool same(double a, double b) {
    return (a != a && b != b) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

// Every exponent and sign, and the values at which functions turn; shuffled so that draws beside each other differ.
inline std::vector<batch> samples() {
    std::vector<double> values = {0.0,
                                  -0.0,
                                  1.0,
                                  -1.0,
                                  0.5,
                                  2.0,
                                  10.0,
                                  infinite,
                                  -infinite,
                                  nan,
                                  5e-324,
                                  -5e-324,
                                  1e308,
                                  -1e308,
                                  709.0,
                                  710.0,
                                  -745.0,
                                  -746.0,
                                  1e-308,
                                  2.2e-16,
                                  -2.2e-16,
                                  4503599627370496.5,
                                  -0.9999999999999999,
                                  3.0,
                                  1e15,
                                  0.1,
                                  -2.5};
    std::uint64_t state = 2025;
    const auto next = [&state] { return state = state * 6364136223846793005U + 1442695040888963407U; };
    while (values.size() < 64 * 40) values.push_back(std::bit_cast<double>(next()));
    for (int i = 0; i < 64 * 40; ++i) values.push_back(static_cast<double>(next() >> 11) * 0x1p-53 * 60.0 - 20.0);
    std::vector<batch> blocks;
    for (std::size_t start = 0; start + 64 <= values.size(); start += 64) {
        blocks.push_back(batch::generate([&](int i) { return values[start + static_cast<std::size_t>(i)]; }));
    }
    return blocks;
}

template <class F>
int differences_of_one(F f) {
    int different = 0;
    for (const batch& x : samples()) {
        const batch result = f(x);
        for (int i = 0; i < batch::size; ++i) different += !same(value_at(result, i), f(value_at(x, i)));
    }
    return different;
}

template <class F>
int differences_of_two(F f) {
    int different = 0;
    const auto blocks = samples();
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        const batch& x = blocks[k];
        const batch& partner = blocks[(k * 7 + 3) % blocks.size()];
        for (const int shift : {0, 1, 13}) {
            const batch y = batch::generate([&](int i) { return value_at(partner, (i + shift) % batch::size); });
            const batch both = f(x, y);
            const double number = value_at(y, 5);
            const batch right = f(x, number);
            const batch left = f(number, x);
            for (int i = 0; i < batch::size; ++i) {
                const double xi = value_at(x, i);
                different += !same(value_at(both, i), f(xi, value_at(y, i)));
                different += !same(value_at(right, i), f(xi, number)) + !same(value_at(left, i), f(number, xi));
            }
        }
    }
    return different;
}

}  // namespace headway::batch_samples
