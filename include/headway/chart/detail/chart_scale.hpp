// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <headway/math/check.hpp>
#include <headway/math/elementary.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// Where a value lies in the picture: linearly, or linearly in its logarithm, from `lo` at `from` to `hi` at `to`.
/// Values outside, infinite ones among them, lie at the nearer end.
struct chart_scale {
    double lo = 0.0;
    double hi = 1.0;
    bool logarithmic = false;
    double from = 0.0;
    double to = 1.0;

    [[nodiscard]] double operator()(double value) const noexcept;
    [[nodiscard]] bool shows(double value) const noexcept { return value >= lo && value <= hi; }
};

/// A mark on an axis. Between labelled ticks there may be some without.
struct chart_tick {
    double value;
    std::string label;
};

/// mantissa · 10^exponent, exactly; the mantissa is an integer.
struct round_number {
    std::int64_t mantissa;
    int exponent;

    [[nodiscard]] double value() const noexcept;
};

template <class = void>
[[nodiscard, gnu::cold]] std::string raised_text(int n);

/// How the numbers of an axis are written: all of them out, or all in powers of ten, with one power for all of them or
/// each with its own.
struct tick_notation {
    int decimals = 0;          ///< after the point, at least, so that the labels of one axis match
    bool powers = false;       ///< in powers of ten
    bool one_power = false;    ///< the same for all
    int power = 0;             ///< that one
};

/// The decimal magnitude of a number that is not 0: 2 for 250, -3 for 0.005.
template <class = void>
[[nodiscard, gnu::cold]] int magnitude_of(const round_number& x);

/// A tick's number: "0", "250", "0.005", "2×10⁷", "0.5×10⁶" beside "1.0×10⁶".
template <class = void>
[[nodiscard, gnu::cold]] std::string tick_text(const round_number& x, const tick_notation& notation = {});

/// One notation for all the numbers of an axis: written out where all of them, but for 0, lie between 0.0001 and a
/// million, where `to_text` writes numbers out too, else in powers of ten.
template <class = void>
[[nodiscard, gnu::cold]] tick_notation notation_of(const std::vector<round_number>& numbers, bool one_power);

/// The smallest of 1, 2 and 5 times a power of ten that is at least `size`, a number above zero.
template <class = void>
[[nodiscard]] round_number round_step(double size) noexcept;

/// The multiples of a step from `lo` to `hi`. Rounding of the ends does not lose one that lies on an end.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<round_number> multiples(const round_number& step, double lo, double hi);

/// Widens a range of one value, or of values that a double can hardly tell apart, to one that an axis can show.
template <class = void>
void widen_range(double& lo, double& hi) noexcept;

/// What an axis shows: its range, its marks with labels and smaller ones without.
struct chart_ticks {
    double lo;
    double hi;
    std::vector<chart_tick> ticks;
    std::vector<double> minor;
};

/// Round numbers between `lo` and `hi`, at most about `count` of them.
/// \param outward the range grows to the round numbers outside it.
template <class = void>
[[nodiscard, gnu::cold]] chart_ticks linear_ticks(double lo, double hi, int count, bool outward);

/// 1, 2 and 5 times powers of ten between `lo` and `hi`, both above zero, where at most about `count` of them lie
/// there, else powers of ten with the others as small marks. Over less than a decade, where the logarithm is nearly
/// straight, round numbers.
template <class = void>
[[nodiscard, gnu::cold]] chart_ticks log_ticks(double lo, double hi, int count, bool outward);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/detail/chart_scale.hpp>
#endif
