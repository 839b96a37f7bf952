// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string raised_text(int n) {
    constexpr const char* raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = n < 0 ? "⁻" : "";
    for (const char c : std::to_string(n < 0 ? -n : n)) text += raised[c - '0'];
    return text;
}
HEADWAY_INSTANTIATE(std::string raised_text<>(int n));

template <class>
int magnitude_of(const round_number& x) {
    return static_cast<int>(std::to_string(x.mantissa < 0 ? -x.mantissa : x.mantissa).size()) - 1 + x.exponent;
}
HEADWAY_INSTANTIATE(int magnitude_of<>(const round_number& x));

template <class>
std::string tick_text(const round_number& x, const tick_notation& notation) {
    if (x.mantissa == 0) return "0";
    const std::string sign = x.mantissa < 0 ? "-" : "";
    std::string digits = std::to_string(x.mantissa < 0 ? -x.mantissa : x.mantissa);
    const int power = !notation.powers ? 0 : notation.one_power ? notation.power : magnitude_of(x);
    int exponent = x.exponent - power;
    for (; exponent > 0; --exponent) digits += '0';
    auto after_point = static_cast<std::size_t>(-exponent);
    const auto decimals = static_cast<std::size_t>(notation.decimals);
    if (digits.size() <= after_point) digits.insert(0, after_point + 1 - digits.size(), '0');
    for (; after_point < decimals; ++after_point) digits += '0';
    while (after_point > decimals && digits.back() == '0') {
        digits.pop_back();
        --after_point;
    }
    if (after_point > 0) digits.insert(digits.size() - after_point, ".");
    if (!notation.powers) return sign + digits;
    const std::string raised = "10" + raised_text(power);
    return sign + (digits == "1" && !notation.one_power ? raised : digits + "×" + raised);
}
HEADWAY_INSTANTIATE(std::string tick_text<>(const round_number& x, const tick_notation& notation));

template <class>
tick_notation notation_of(const std::vector<round_number>& numbers, bool one_power) {
    tick_notation notation;
    notation.one_power = one_power;
    notation.power = -400;
    for (const auto& x : numbers) {
        if (x.mantissa == 0) continue;
        const int magnitude = magnitude_of(x);
        notation.powers = notation.powers || magnitude >= 6 || magnitude < -4;
        notation.power = magnitude > notation.power ? magnitude : notation.power;
    }
    if (!one_power) return notation;
    for (const auto& x : numbers) {
        const int decimals = (notation.powers ? notation.power : 0) - x.exponent;
        notation.decimals = decimals > notation.decimals ? decimals : notation.decimals;
    }
    return notation;
}
HEADWAY_INSTANTIATE(tick_notation notation_of<>(const std::vector<round_number>& numbers, bool one_power));

template <class>
round_number round_step(double size) noexcept {
    int exponent = static_cast<int>(floor(log10(size))) - 1;
    for (;; ++exponent) {
        for (const int mantissa : {1, 2, 5}) {
            const round_number step{mantissa, exponent};
            if (step.value() >= size) return step;
        }
    }
}
HEADWAY_INSTANTIATE(round_number round_step<>(double size));

template <class>
std::vector<round_number> multiples(const round_number& step, double lo, double hi) {
    const double size = step.value();
    std::vector<round_number> all;
    const auto first = static_cast<std::int64_t>(-floor(1e-9 - lo / size));
    const auto last = static_cast<std::int64_t>(floor(hi / size + 1e-9));
    for (std::int64_t i = first; i <= last; ++i) all.push_back({i * step.mantissa, step.exponent});
    return all;
}
HEADWAY_INSTANTIATE(std::vector<round_number> multiples<>(const round_number& step, double lo, double hi));

template <class>
void widen_range(double& lo, double& hi) noexcept {
    const double size = abs(lo) > abs(hi) ? abs(lo) : abs(hi);
    if (hi - lo > 1e-6 * size) return;
    const double by = size > 0.0 ? 0.05 * size : 1.0;
    lo -= by;
    hi += by;
}
HEADWAY_INSTANTIATE(void widen_range<>(double& lo, double& hi));

template <class>
chart_ticks linear_ticks(double lo, double hi, int count, bool outward) {
    widen_range(lo, hi);
    const round_number step = round_step((hi - lo) / count);
    const double size = step.value();
    if (outward) {
        lo = (floor(lo / size + 1e-9) - 1e-3) * size;
        hi = (1e-3 - floor(1e-9 - hi / size)) * size;
    }
    chart_ticks result{lo, hi, {}, {}};
    const std::vector<round_number> marks = multiples(step, lo, hi);
    const tick_notation notation = notation_of(marks, true);
    for (const auto& x : marks) result.ticks.push_back({x.value(), tick_text(x, notation)});
    if (outward) {
        result.lo = result.ticks.front().value;
        result.hi = result.ticks.back().value;
    }
    return result;
}
HEADWAY_INSTANTIATE(chart_ticks linear_ticks<>(double lo, double hi, int count, bool outward));

template <class>
chart_ticks log_ticks(double lo, double hi, int count, bool outward) {
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
    std::vector<round_number> labelled;
    for (; begin != end; ++begin) {
        const double value = begin->value();
        if (!(value >= lo && value <= hi)) continue;
        if (each || (begin->mantissa == 1 && begin->exponent % stride == 0)) {
            labelled.push_back(*begin);
        } else if (begin->mantissa == 1 || stride == 1) {
            result.minor.push_back(value);
        }
    }
    const tick_notation notation = notation_of(labelled, false);
    for (const auto& x : labelled) result.ticks.push_back({x.value(), tick_text(x, notation)});
    return result.ticks.size() < 3 && each ? linear_ticks(lo, hi, count, false) : result;
}
HEADWAY_INSTANTIATE(chart_ticks log_ticks<>(double lo, double hi, int count, bool outward));

HEADWAY_OUT_OF_LINE double chart_scale::operator()(double value) const noexcept {
    if (!(value > lo)) return from;
    if (!(value < hi)) return to;
    // halves, because the distance between two doubles need not be one
    const double share = logarithmic ? (log(value) - log(lo)) / (log(hi) - log(lo))
                                     : (0.5 * value - 0.5 * lo) / (0.5 * hi - 0.5 * lo);
    return from + (to - from) * share;
}

HEADWAY_OUT_OF_LINE double round_number::value() const noexcept {
    const double m = static_cast<double>(mantissa);
    return exponent < 0 ? m / pow(10.0, static_cast<double>(-exponent))
                        : m * pow(10.0, static_cast<double>(exponent));
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
