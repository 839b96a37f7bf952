// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/distribution/component_functions.hpp>
#include <headway/distribution/component_list.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// `f(component)` for each that has a share in the belief and is not among its `steps()`.
template <class F>
constexpr void for_each_other(const component_list& parts, F f) {
    if (parts.steps().size() == 0) {
        for (const weighted_component& c : parts) {
            if (c.share > 0.0) f(c);
        }
    } else {
        for (const std::size_t i : parts.others()) f(parts[i]);
    }
}

/// How many of the steps are at or below x.
constexpr std::size_t steps_up_to(const shared_array<step>& steps, double x) noexcept {
    std::size_t lo = 0;
    std::size_t hi = steps.size();
    while (lo < hi) {
        const std::size_t middle = lo + (hi - lo) / 2;
        if (steps[middle].value <= x) {
            lo = middle + 1;
        } else {
            hi = middle;
        }
    }
    return lo;
}

/// `whole` times count / all: exact where the one is a multiple of the other.
constexpr double part_of(double whole, double count, double all) noexcept {
    const double each = whole / all;
    return floor(each) == each ? each * count : whole * (count / all);
}

/// What of its portion a component has at or below x, and above.
constexpr split_probability portions_of(const weighted_component& c, double x) noexcept {
    const component& a = c.part;
    double all = 1.0;
    double above = 0.0;
    if (a.shape == belief_shape::empirical) {
        all = static_cast<double>(a.data_size);
        above = all - static_cast<double>(empirical_formulas::count_up_to(a, x));
    } else if (const decimal p = a.shape == belief_shape::bernoulli ? decimal_of(a.parameter[0]) : decimal();
               p.is_found) {
        all = p.scale;
        above = x < 0.0 ? all : x < 1.0 ? p.whole : 0.0;
    } else {
        const split_probability at = probability_of(a, x);
        return {c.portion * at.lower, c.portion * at.upper};
    }
    return {part_of(c.portion, all - above, all), part_of(c.portion, above, all)};
}

/// P(X <= x) and P(X > x) of several parts.
constexpr split_probability mixture_probability(const component_list& parts, double x) noexcept {
    split_probability sum = {0.0, 0.0};
    if (!parts.has_steps()) {
        bool all_below = true;
        for (const weighted_component& c : parts) {
            const split_probability p = probability_of(c.part, x);
            sum.lower += c.share * p.lower;
            sum.upper += c.share * p.upper;
            all_below = all_below && (p.upper == 0.0 || !(c.share > 0.0));
        }
        if (all_below) return {1.0, 0.0};
        return {clamped(sum.lower, 0.0, 1.0), clamped(sum.upper, 0.0, 1.0)};
    }
    if (const auto& steps = parts.steps(); steps.size() > 0) {
        const std::size_t count = steps_up_to(steps, x);
        sum.lower = count > 0 ? steps[count - 1].below : 0.0;
        sum.upper = count > 0 ? steps[count - 1].above : steps[0].above + steps[0].below;
    }
    for_each_other(parts, [&](const weighted_component& c) {
        const split_probability p = portions_of(c, x);
        sum.lower += p.lower;
        sum.upper += p.upper;
    });
    if (!(sum.upper > 0.0)) return {1.0, 0.0};
    if (!(sum.lower > 0.0)) return {0.0, 1.0};
    return {clamped(sum.lower / parts.all_portions(), 0.0, 1.0), clamped(sum.upper / parts.all_portions(), 0.0, 1.0)};
}

/// What of its portion a component has at x.
constexpr double mass_in_portion(const weighted_component& c, double x) noexcept {
    const component& a = c.part;
    if (a.shape == belief_shape::empirical) {
        return part_of(c.portion, static_cast<double>(empirical_formulas::count_of(a, x)),
                       static_cast<double>(a.data_size));
    }
    if (a.shape == belief_shape::bernoulli && (x == 0.0 || x == 1.0)) {
        const split_probability at_0 = portions_of(c, 0.0);
        return x == 0.0 ? at_0.lower : at_0.upper;
    }
    return c.portion * mass_of(a, x);
}

/// P(X = x)
constexpr double mass_of(const component_list& parts, double x) noexcept {
    if (parts.size() == 1) return mass_of(parts[0].part, x);
    double sum = 0.0;
    const auto& steps = parts.steps();
    for (std::size_t i = steps_up_to(steps, x); i > 0 && steps[i - 1].value == x; --i) {
        sum += steps[i - 1].below - (i > 1 ? steps[i - 2].below : 0.0);
    }
    for_each_other(parts, [&](const weighted_component& c) { sum += mass_in_portion(c, x); });
    return clamped(sum / parts.all_portions(), 0.0, 1.0);
}

constexpr bool is_continuous(const component_list& parts) noexcept {
    for (const weighted_component& c : parts) {
        if (c.share > 0.0 && !is_continuous(c.part.shape)) return false;
    }
    return true;
}

/// At a joint, where one part ends and another begins, the greater of the two sides, not their sum.
constexpr double density_of(const component_list& parts, double x) noexcept {
    if (parts.size() == 1) return density_of(parts[0].part, x);
    double sum = 0.0;
    double ends = 0.0;
    double begins = 0.0;
    for_each_other(parts, [&](const weighted_component& c) {
        (x == c.part.hi ? ends : x == c.part.lo ? begins : sum) += c.share * density_of(c.part, x);
    });
    return sum + max(ends, begins);
}

constexpr bool has_mean(const component_list& parts) noexcept {
    for (const weighted_component& c : parts) {
        if (c.share > 0.0 && !has_moment(c.part, 1.0)) return false;
    }
    return true;
}

constexpr bool has_variance(const component_list& parts) noexcept {
    for (const weighted_component& c : parts) {
        if (c.share > 0.0 && !has_moment(c.part, 2.0)) return false;
    }
    return true;
}

constexpr double mean_of(const component_list& parts) {
    if (parts.size() == 1) return mean_of(parts[0].part);
    double sum = 0.0;
    for (const weighted_component& c : parts) {
        if (c.share > 0.0) sum += c.share * mean_of(c.part);
    }
    return sum;
}

constexpr double variance_of(const component_list& parts) {
    if (parts.size() == 1) return variance_of(parts[0].part);
    const double mean = mean_of(parts);
    double sum = 0.0;
    for (const weighted_component& c : parts) {
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

/// The quantile of a mixture of values, sorted: the least one that reaches p.
constexpr double discrete_quantile(const component_list& parts, asked_probability p) noexcept {
    if (const auto& steps = parts.steps(); steps.size() > 0) {
        const auto reaches = [&](std::size_t i) {
            return is_reached(p, {steps[i].below / parts.all_portions(), steps[i].above / parts.all_portions()});
        };
        std::size_t lo = 0;
        std::size_t hi = steps.size() - 1;
        if (!p.is_from_above && p.lower == 1.0) lo = hi;
        while (lo < hi) {
            const std::size_t middle = lo + (hi - lo) / 2;
            if (reaches(middle)) {
                hi = middle;
            } else {
                lo = middle + 1;
            }
        }
        return steps[lo].value;
    }
    double below = 0.0;
    double last = 0.0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!(parts[i].share > 0.0)) continue;
        last = parts[i].part.parameter[0];
        // In the order in which probability_of adds, so that the two round alike.
        below += parts[i].portion;
        double above = 0.0;
        for (std::size_t k = i + 1; p.is_from_above && k < parts.size(); ++k) above += parts[k].portion;
        const split_probability at = {below / parts.all_portions(), above / parts.all_portions()};
        if (is_reached(p, at) && (p.is_from_above || p.lower < 1.0)) return last;
    }
    return last;
}

/// The greatest value above `lo` and up to x that has a probability of its own; `lo` where there is none.
constexpr double step_before(const component_list& parts, double lo, double x) noexcept {
    double greatest = lo;
    const auto offer = [&](double value) {
        if (value > greatest && value <= x) greatest = value;
    };
    if (const std::size_t count = steps_up_to(parts.steps(), x); count > 0) offer(parts.steps()[count - 1].value);
    for_each_other(parts, [&](const weighted_component& c) {
        if (c.part.shape == belief_shape::exactly) offer(c.part.parameter[0]);
        if (c.part.shape == belief_shape::bernoulli) {
            offer(0.0);
            offer(1.0);
        }
        if (is_count(c.part.shape)) offer(clamped(floor(x), c.part.lo, c.part.hi));
        if (c.part.shape != belief_shape::empirical) return;
        if (const std::size_t count = empirical_formulas::count_up_to(c.part, x); count > 0) {
            offer(c.part.observation(count - 1));
        }
    });
    return greatest;
}

/// The least x at which the probability below has reached p. It lies between the least and the greatest quantile of the
/// components; in there by Newton's method on the logarithm of the smaller tail, which in a tail is nearly straight, held
/// by bisection because the distribution function may jump or be flat.
constexpr double mixture_quantile(const component_list& parts, asked_probability p) noexcept {
    const bool is_lower = p.lower <= p.upper;
    const double target = is_lower ? p.lower : p.upper;
    const auto tail_of = [&](split_probability at) { return is_lower ? at.lower : at.upper; };
    // Where there are steps the side that was asked decides, else the smaller one, which has more digits.
    const auto is_enough = [&](split_probability at) {
        if (parts.has_steps()) return is_reached(p, at);
        return is_lower ? at.lower >= target : at.upper <= target;
    };
    const auto reaches = [&](double x) { return is_enough(mixture_probability(parts, x)); };

    double lo = infinity;
    double hi = -infinity;
    double x = 0.0;
    const auto enclose = [&](double of_part) {
        if (of_part < lo) lo = of_part;
        if (of_part > hi) hi = of_part;
    };
    for_each_other(parts, [&](const weighted_component& c) {
        const double of_part = quantile_of(c.part, p);
        enclose(of_part);
        x += c.share * of_part;
    });
    const auto& steps = parts.steps();
    if (steps.size() > 0) {
        enclose(steps[0].value);
        enclose(steps[steps.size() - 1].value);
    }
    if (!(lo < hi) || target == 0.0) return is_lower ? lo : hi;
    if (reaches(lo)) return lo;
    // True where that is the answer.
    const auto narrow_to = [&](double jump) {
        if (!reaches(jump)) {
            lo = jump;
            return false;
        }
        hi = jump;
        const double before = double_of_rank(rank_of(jump) - 1);
        return !(before > lo) || !reaches(before);
    };
    if (steps.size() > 0) {
        std::size_t first = steps_up_to(steps, lo);
        std::size_t last = steps.size();
        while (first < last) {
            const std::size_t middle = first + (last - first) / 2;
            if (!(steps[middle].value < hi)) {
                last = middle;
            } else if (narrow_to(steps[middle].value)) {
                return hi;
            } else if (hi == steps[middle].value) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        x = lo + 0.5 * (hi - lo);
    } else if (parts.has_steps()) {
        for (const weighted_component& c : parts) {
            const double jump = c.part.parameter[0];
            if (c.part.shape != belief_shape::exactly || !(jump > lo && jump < hi)) continue;
            if (narrow_to(jump)) return hi;
        }
    }
    double step = infinity;
    double step_before_it = infinity;
    while (rank_of(lo) + 1 < rank_of(hi)) {
        if (!(x > lo && x < hi)) {
            const std::int64_t lowest = rank_of(lo);
            const std::int64_t highest = rank_of(hi);
            x = double_of_rank((lowest & highest) + ((lowest ^ highest) >> 1));
            step = step_before_it = infinity;
        }
        const split_probability at_x = mixture_probability(parts, x);
        const double tail = tail_of(at_x);
        (is_enough(at_x) ? hi : lo) = x;
        const double slope = density_of(parts, x);
        double next = lo;  // none
        if (tail > 0.0 && slope > 0.0 && slope < infinity) {
            const double change = log_of_ratio(target, tail) * (tail / slope);
            next = is_lower ? x + change : x - change;
            // Where the function is flat the least such x lies further down; here it is not.
            if (next == x || abs(tail - target) <= 0x1p-52 * target) {
                const double jump = parts.has_steps() ? step_before(parts, lo, x) : lo;
                if (!(jump > lo)) return x;
                if (narrow_to(jump)) return hi;
                next = lo;
            }
            // Steps that do not halve every other time are not converging.
            if (abs(change) > 0.5 * step_before_it) next = lo;
            step_before_it = step;
            step = abs(change);
        }
        x = next;
    }
    return hi;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
