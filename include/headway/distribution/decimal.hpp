// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/math/number.hpp>

#include <headway/header_begin.hpp>

// Weights as they are written: whole numbers over a power of ten, whose sums and products are exact.
namespace headway::detail {

/// From here on not every whole number is a double.
inline constexpr double most_whole = 9007199254740992.0;

/// A whole number over a power of ten that is the double it stands for, correctly rounded; not found for others.
struct decimal {
    double whole = 0.0;
    double scale = 1.0;
    bool is_found = false;
};

constexpr decimal decimal_of(double x) noexcept {
    double scale = 1.0;
    for (int digits = 0; digits <= 15; ++digits, scale *= 10.0) {
        const double product = x * scale;
        double whole = floor(product);
        if (product - whole >= 0.5) whole += 1.0;  // adding 0.5 first would round what is above 2^52
        if (!(whole < most_whole)) break;
        if (whole / scale == x) return {whole, scale, true};
    }
    return {};
}

/// 1 - p of a probability, as a decimal where p is one: 0.1 of 0.9.
constexpr double complement_of(double p) noexcept {
    const decimal found = decimal_of(p);
    return found.is_found ? (found.scale - found.whole) / found.scale : 1.0 - p;
}

/// Of whole numbers from 1 to 2^53.
constexpr double greatest_common_divisor(double a, double b) noexcept {
    auto x = static_cast<std::uint64_t>(a);
    auto y = static_cast<std::uint64_t>(b);
    while (y != 0) {
        const std::uint64_t rest = x % y;
        x = y;
        y = rest;
    }
    return static_cast<double>(x);
}

/// weight · count / all of whole numbers 0 <= count <= all < 2^53: where it is a decimal, the one double that stands for
/// it; not found where the weight is no decimal, the product none, or too long to be told from others.
constexpr decimal decimal_share(double weight, double count, double all) noexcept {
    decimal product = decimal_of(weight);
    if (!product.is_found || !(product.whole > 0.0)) return product;
    if (!(count > 0.0)) return {0.0, 1.0, true};
    const double common = greatest_common_divisor(count, all);
    double factor = count / common;
    double divisor = all / common;
    const double shared = greatest_common_divisor(product.whole, divisor);
    product.whole /= shared;
    divisor /= shared;
    const auto is_multiple = [](double x, double of) { return floor(x / of) * of == x; };
    while (divisor > 1.0 && factor < most_whole) {
        if (is_multiple(divisor, 10.0)) {
            divisor /= 10.0;
        } else if (is_multiple(divisor, 5.0)) {
            divisor /= 5.0;
            factor *= 2.0;
        } else if (is_multiple(divisor, 2.0)) {
            divisor /= 2.0;
            factor *= 5.0;
        } else {
            return {};
        }
        product.scale *= 10.0;
    }
    if (!(product.whole * factor < most_whole)) return {};
    product.whole *= factor;
    while (product.scale > 1.0 && is_multiple(product.whole, 10.0)) {
        product.whole /= 10.0;
        product.scale /= 10.0;
    }
    if (!(product.scale <= 1e15)) return {};
    return product;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
