// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/belief/detail/atom_functions.hpp>
#include <headway/belief/detail/component_list.hpp>

#include <headway/core/detail/macros_off.hpp>

HEADWAY_EXACT_BEGIN
namespace headway::detail {

constexpr split_probability probability_of(const component_list& parts, double x) noexcept {
    if (parts.size() == 1) return probability_of(parts[0].part, x);
    split_probability sum = {0.0, 0.0};
    for (const component& c : parts) {
        const split_probability p = probability_of(c.part, x);
        sum.lower += c.share * p.lower;
        sum.upper += c.share * p.upper;
    }
    return {clamped(sum.lower, 0.0, 1.0), clamped(sum.upper, 0.0, 1.0)};
}

/// P(X = x)
constexpr double mass_of(const component_list& parts, double x) noexcept {
    double sum = 0.0;
    for (const component& c : parts) sum += c.share * mass_of(c.part, x);
    return clamped(sum, 0.0, 1.0);
}

constexpr bool is_continuous(const component_list& parts) noexcept {
    for (const component& c : parts) {
        if (c.share > 0.0 && !is_continuous(c.part.shape)) return false;
    }
    return true;
}

constexpr double density_of(const component_list& parts, double x) noexcept {
    double sum = 0.0;
    for (const component& c : parts) {
        if (c.share > 0.0) sum += c.share * density_of(c.part, x);
    }
    return sum;
}

constexpr bool has_mean(const component_list& parts) noexcept {
    for (const component& c : parts) {
        if (c.share > 0.0 && !has_moment(c.part, 1.0)) return false;
    }
    return true;
}

constexpr bool has_variance(const component_list& parts) noexcept {
    for (const component& c : parts) {
        if (c.share > 0.0 && !has_moment(c.part, 2.0)) return false;
    }
    return true;
}

constexpr double mean_of(const component_list& parts) {
    if (parts.size() == 1) return mean_of(parts[0].part);
    double sum = 0.0;
    for (const component& c : parts) {
        if (c.share > 0.0) sum += c.share * mean_of(c.part);
    }
    return sum;
}

constexpr double variance_of(const component_list& parts) {
    if (parts.size() == 1) return variance_of(parts[0].part);
    const double mean = mean_of(parts);
    double sum = 0.0;
    for (const component& c : parts) {
        if (!(c.share > 0.0)) continue;
        const double apart = mean_of(c.part) - mean;
        sum += c.share * (variance_of(c.part) + apart * apart);
    }
    return sum;
}

/// Doubles numbered in their order, so that bisection takes at most 64 steps however wide the bracket.
constexpr std::int64_t rank_of(double x) noexcept {
    const auto bits = static_cast<std::int64_t>(bits_of(x));
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}
constexpr double double_of_rank(std::int64_t rank) noexcept {
    return from_bits(static_cast<std::uint64_t>(rank < 0 ? std::numeric_limits<std::int64_t>::min() - rank : rank));
}

/// The quantile of a mixture of values, sorted.
constexpr double discrete_quantile(const component_list& parts, split_probability p) noexcept {
    if (p.lower == 1.0) {  // what is left above was given apart: sums from the top, where 1 - end has lost the tail
        double above = 0.0;
        std::size_t i = parts.size() - 1;
        for (; i > 0; --i) {
            above += parts[i].share;
            if (above > p.upper) break;
        }
        return parts[i].part.parameter[0];
    }
    std::size_t lo = 0;
    std::size_t hi = parts.size() - 1;
    while (lo < hi) {
        const std::size_t middle = lo + (hi - lo) / 2;
        if (p.lower <= parts[middle].end) {
            hi = middle;
        } else {
            lo = middle + 1;
        }
    }
    while (lo + 1 < parts.size() && !(parts[lo].share > 0.0)) ++lo;  // p = 0
    return parts[lo].part.parameter[0];
}

/// The least x at which the probability below has reached p. It lies between the least and the greatest quantile of the
/// components; in there by Newton's method on the logarithm of the smaller tail, which in a tail is nearly straight, held
/// by bisection because the distribution function may jump or be flat.
constexpr double mixture_quantile(const component_list& parts, split_probability p) noexcept {
    const bool is_lower = p.lower <= p.upper;
    const double target = is_lower ? p.lower : p.upper;
    const auto tail_at = [&](double x) {
        const split_probability at_x = probability_of(parts, x);
        return is_lower ? at_x.lower : at_x.upper;
    };
    const auto is_reached = [&](double tail) { return is_lower ? tail >= target : tail <= target; };

    double lo = infinity;
    double hi = -infinity;
    double x = 0.0;
    for (const component& c : parts) {
        if (!(c.share > 0.0)) continue;
        const double of_part = quantile_of(c.part, p);
        if (of_part < lo) lo = of_part;
        if (of_part > hi) hi = of_part;
        x += c.share * of_part;
    }
    if (!(lo < hi) || target == 0.0) return is_lower ? lo : hi;
    if (is_reached(tail_at(lo))) return lo;
    for (const component& c : parts) {
        const double jump = c.part.parameter[0];
        if (c.part.shape != belief_shape::exactly || !(jump > lo && jump < hi)) continue;
        if (!is_reached(tail_at(jump))) {
            lo = jump;
        } else {
            hi = jump;
            const double before = double_of_rank(rank_of(jump) - 1);
            if (!(before > lo) || !is_reached(tail_at(before))) return jump;
        }
    }
    double step = infinity;
    double step_before = infinity;
    while (rank_of(lo) + 1 < rank_of(hi)) {
        if (!(x > lo && x < hi)) {
            const std::int64_t lowest = rank_of(lo);
            const std::int64_t highest = rank_of(hi);
            x = double_of_rank((lowest & highest) + ((lowest ^ highest) >> 1));
            step = step_before = infinity;
        }
        const double tail = tail_at(x);
        (is_reached(tail) ? hi : lo) = x;
        const double slope = density_of(parts, x);
        double next = lo;  // none
        if (tail > 0.0 && slope > 0.0 && slope < infinity) {
            const double change = log_of_ratio(target, tail) * (tail / slope);
            next = is_lower ? x + change : x - change;
            // Where the function is flat the least such x lies further down; here it is not.
            if (next == x || abs(tail - target) <= 0x1p-52 * target) return x;
            // Steps that do not halve every other time are not converging.
            if (abs(change) > 0.5 * step_before) next = lo;
            step_before = step;
            step = abs(change);
        }
        x = next;
    }
    return hi;
}

constexpr double quantile_of(const component_list& parts, split_probability p) noexcept {
    if (parts.size() == 1) return quantile_of(parts[0].part, p);
    if (parts.shape() == belief_shape::discrete) return discrete_quantile(parts, p);
    return mixture_quantile(parts, p);
}

}  // namespace headway::detail
HEADWAY_EXACT_END
#include <headway/core/detail/macros_on.hpp>
