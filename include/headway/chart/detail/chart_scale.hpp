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

    [[nodiscard]] double operator()(double value) const noexcept {
        if (!(value > lo)) return from;
        if (!(value < hi)) return to;
        // halves, because the distance between two doubles need not be one
        const double share = logarithmic ? (log(value) - log(lo)) / (log(hi) - log(lo))
                                         : (0.5 * value - 0.5 * lo) / (0.5 * hi - 0.5 * lo);
        return from + (to - from) * share;
    }
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

    [[nodiscard]] double value() const noexcept {
        const double m = static_cast<double>(mantissa);
        return exponent < 0 ? m / pow(10.0, static_cast<double>(-exponent))
                            : m * pow(10.0, static_cast<double>(exponent));
    }
};

template <class = void>
[[nodiscard, gnu::cold]] std::string raised_text(int n) {
    constexpr const char* raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = n < 0 ? "⁻" : "";
    for (const char c : std::to_string(n < 0 ? -n : n)) text += raised[c - '0'];
    return text;
}
HEADWAY_INSTANTIATE(std::string raised_text<>(int n));

/// A tick's number: "0", "250", "0.005"; from ten million up and below a ten-thousandth in powers of ten, "2×10⁷".
/// \param decimals at least so many, so that the labels of one axis match.
template <class = void>
[[nodiscard, gnu::cold]] std::string tick_text(const round_number& x, int decimals = 0) {
    if (x.mantissa == 0) return "0";
    const std::string sign = x.mantissa < 0 ? "-" : "";
    std::string digits = std::to_string(x.mantissa < 0 ? -x.mantissa : x.mantissa);
    int exponent = x.exponent;
    const int magnitude = static_cast<int>(digits.size()) - 1 + exponent;  // of the first digit
    if (magnitude >= 7 || magnitude < -4) {
        while (digits.back() == '0') digits.pop_back();
        const std::string power = "10" + raised_text(magnitude);
        if (digits == "1") return sign + power;
        return sign + digits.substr(0, 1) + (digits.size() > 1 ? "." + digits.substr(1) : "") + "×" + power;
    }
    for (; exponent > 0; --exponent) digits += '0';
    auto after_point = static_cast<std::size_t>(-exponent);
    if (digits.size() <= after_point) digits.insert(0, after_point + 1 - digits.size(), '0');
    for (; after_point < static_cast<std::size_t>(decimals); ++after_point) digits += '0';
    while (after_point > static_cast<std::size_t>(decimals) && digits.back() == '0') {
        digits.pop_back();
        --after_point;
    }
    if (after_point > 0) digits.insert(digits.size() - after_point, ".");
    return sign + digits;
}
HEADWAY_INSTANTIATE(std::string tick_text<>(const round_number& x, int decimals));

/// The smallest of 1, 2 and 5 times a power of ten that is at least `size`, a number above zero.
template <class = void>
[[nodiscard]] round_number round_step(double size) noexcept {
    int exponent = static_cast<int>(floor(log10(size))) - 1;
    for (;; ++exponent) {
        for (const int mantissa : {1, 2, 5}) {
            const round_number step{mantissa, exponent};
            if (step.value() >= size) return step;
        }
    }
}
HEADWAY_INSTANTIATE(round_number round_step<>(double size));

/// The multiples of a step from `lo` to `hi`. Rounding of the ends does not lose one that lies on an end.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<round_number> multiples(const round_number& step, double lo, double hi) {
    const double size = step.value();
    std::vector<round_number> all;
    const auto first = static_cast<std::int64_t>(-floor(1e-9 - lo / size));
    const auto last = static_cast<std::int64_t>(floor(hi / size + 1e-9));
    for (std::int64_t i = first; i <= last; ++i) all.push_back({i * step.mantissa, step.exponent});
    return all;
}
HEADWAY_INSTANTIATE(std::vector<round_number> multiples<>(const round_number& step, double lo, double hi));

/// Widens a range of one value, or of values that a double can hardly tell apart, to one that an axis can show.
template <class = void>
void widen_range(double& lo, double& hi) noexcept {
    const double size = abs(lo) > abs(hi) ? abs(lo) : abs(hi);
    if (hi - lo > 1e-6 * size) return;
    const double by = size > 0.0 ? 0.05 * size : 1.0;
    lo -= by;
    hi += by;
}
HEADWAY_INSTANTIATE(void widen_range<>(double& lo, double& hi));

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
[[nodiscard, gnu::cold]] chart_ticks linear_ticks(double lo, double hi, int count, bool outward) {
    widen_range(lo, hi);
    const round_number step = round_step((hi - lo) / count);
    const double size = step.value();
    if (outward) {
        lo = (floor(lo / size + 1e-9) - 1e-3) * size;
        hi = (1e-3 - floor(1e-9 - hi / size)) * size;
    }
    chart_ticks result{lo, hi, {}, {}};
    const int decimals = step.exponent < 0 ? -step.exponent : 0;
    for (const auto& x : multiples(step, lo, hi)) result.ticks.push_back({x.value(), tick_text(x, decimals)});
    if (outward) {
        result.lo = result.ticks.front().value;
        result.hi = result.ticks.back().value;
    }
    return result;
}
HEADWAY_INSTANTIATE(chart_ticks linear_ticks<>(double lo, double hi, int count, bool outward));

/// 1, 2 and 5 times powers of ten between `lo` and `hi`, both above zero, where at most about `count` of them lie
/// there, else powers of ten with the others as small marks. Over less than a decade, where the logarithm is nearly
/// straight, round numbers.
template <class = void>
[[nodiscard, gnu::cold]] chart_ticks log_ticks(double lo, double hi, int count, bool outward) {
    widen_range(lo, hi);
    const int first = static_cast<int>(floor(log10(lo) + 1e-12));
    const int last = static_cast<int>(-floor(1e-12 - log10(hi)));
    std::vector<round_number> marks;
    for (int e = first; e <= last; ++e) {
        for (const int m : {1, 2, 5}) marks.push_back({m, e});
    }
    auto begin = marks.begin();
    auto end = marks.end();
    while (end - begin > 2 && begin[1].value() <= lo * (1.0 + 1e-12)) ++begin;
    while (end - begin > 2 && end[-2].value() >= hi * (1.0 - 1e-12)) --end;
    if (outward) {
        lo = begin->value();
        hi = end[-1].value();
    }
    chart_ticks result{lo, hi, {}, {}};
    const bool each = end - begin <= count + 2;
    const int stride = (last - first + count - 1) / count;
    for (; begin != end; ++begin) {
        const double value = begin->value();
        if (!(value >= lo && value <= hi)) continue;
        if (each || (begin->mantissa == 1 && begin->exponent % stride == 0)) {
            result.ticks.push_back({value, tick_text(*begin)});
        } else if (begin->mantissa == 1 || stride == 1) {
            result.minor.push_back(value);
        }
    }
    return result.ticks.size() < 3 && each ? linear_ticks(lo, hi, count, false) : result;
}
HEADWAY_INSTANTIATE(chart_ticks log_ticks<>(double lo, double hi, int count, bool outward));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
