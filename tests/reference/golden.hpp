// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

namespace reference {

/// A golden value is value + rest: the nearest double and what is left of the exact one.
struct golden {
    double x, value, rest;
};

/// The same for functions of two and of three arguments.
struct golden2 {
    double a, x, value, rest;
};
struct golden3 {
    double a, b, x, value, rest;
};

/// The distance between neighbouring doubles at x: one unit in the last place.
constexpr double unit_at(double x) {
    const auto exponent = (std::bit_cast<std::uint64_t>(x) >> 52) & 0x7ff;
    if (exponent == 0) return 0x1p-1074;
    if (exponent <= 52) return std::bit_cast<double>(std::uint64_t{1} << (exponent - 1));
    return std::bit_cast<double>((exponent - 52) << 52);
}

/// Error of `got` in units of the exact value's last place; infinite for NaN.
constexpr double error_in_units(double got, double value, double rest) {
    const double e = ((got - value) - rest) / unit_at(value);
    return e < 0.0 ? -e : e >= 0.0 ? e : 0x1p1000;
}

/// Relative error of `got`; huge for NaN. Zero must be met exactly.
constexpr double relative_error(double got, double value, double rest) {
    if (value == 0.0) return got == 0.0 ? 0.0 : 0x1p1000;
    const double e = ((got - value) - rest) / value;
    return e < 0.0 ? -e : e >= 0.0 ? e : 0x1p1000;
}

}  // namespace reference
