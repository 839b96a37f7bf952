// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>
#include <headway/trend/knots.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

[[noreturn]] inline void trend_has_no_finite_integral(double first, double last) {
    throw std::domain_error("cumulative: the trend is not a finite number everywhere from " + iso_text(first) + " to " +
                            iso_text(last) + "; choose dates between which it has finite values");
}
[[noreturn]] inline void trend_varies_too_often(double first, double last) {
    throw std::domain_error("cumulative: the trend jumps or turns too often from " + iso_text(first) + " to " +
                            iso_text(last) + "; sum it over shorter spans");
}

/// Adaptive quadrature of a function of seconds by Gauss-Lobatto sums of 7 points, exact for polynomials of degree 11; they
/// look at both ends of an interval, so that a bend next to one is noticed. It starts with intervals of at most two months,
/// in which no two looks are more than 7.2 days apart: what goes on for less in between is not seen. Intervals are halved
/// until the sum over the halves agrees with the whole, from left to right, every draw of a block on its own intervals.
/// With derivatives, these have to agree too.
/// What bends at knots is cut there, since halving would go down to each of them, for each draw apart. Between two knots a
/// sum of 7 points that contains one of 3 does (Gauss and Kronrod, exact for degree 11 and 5), which looks at no knot, where
/// a path may jump; where they disagree, intervals are halved as elsewhere.
template <class Number, class Function>
class quadrature {
  public:
    constexpr quadrature(const Function& function, const Number& first, const Number& last)
        : function_(function), first_(first), last_(last) {}

    /// Over an interval within which the function is not known to jump; it may at the right end.
    constexpr Number operator()(const Number& left, const Number& right) {
        if constexpr (!has_gradient) {
            if (!std::is_constant_evaluated()) return listening(left, right);
        }
        const position largest = first_share(left, right);
        return adaptive(left, right, largest, rough_size(left, right, largest, function_));
    }

  private:
    static constexpr bool has_gradient = requires(Number x) { x.gradient; };
    using position = std::conditional_t<lanes_of<Number> == 1, double, Number>;

    struct estimate {
        Number integral;
        Number size;  // of the absolute value; its gradient, if any, holds the sizes of the gradient
    };

    Number listening(const Number& left, const Number& right) {
        const position largest = first_share(left, right);
        knot_listener listener;
        const Number size = rough_size(left, right, largest, [&](const Number& when) {
            listener.ask(when);
            return function_(when);
        });
        listener.stop();
        return listener.has_heard() ? between_knots(listener, left, right, size) : adaptive(left, right, largest, size);
    }
    Number between_knots(const knot_listener& listener, const Number& left, const Number& right, const Number& rough_size_of_all) {
        Number total{};
        Number total_size{};
        Number size = rough_size_of_all;
        for (Number a = left; any_of(a < right);) {
            const Number b = listener.next(a, right);
            const Number half = (b - a) * 0.5;
            const Number middle = a + half;
            constexpr double node[] = {0.96049126870802028, 0.77459666924148338, 0.43424374934680256};
            constexpr double weight[] = {0.10465622602646727, 0.26848808986833344, 0.40139741477596222, 0.45091653865847414};
            // From left to right, as a path is followed.
            Number at[7];
            for (int k = 0; k < 7; ++k) {
                at[k] = function_(k < 3 ? Number(middle - half * node[k]) : k > 3 ? Number(middle + half * node[6 - k]) : middle);
            }
            Number finer = weight[3] * at[3];
            Number finer_size = abs(finer);
            for (int k = 0; k < 3; ++k) {
                finer = finer + weight[k] * (at[k] + at[6 - k]);
                finer_size = finer_size + weight[k] * (abs(at[k]) + abs(at[6 - k]));
            }
            finer = half * finer;
            const Number rougher = half * ((at[1] + at[5]) * (5.0 / 9.0) + at[3] * (8.0 / 9.0));
            if (!all_of(finer - finer == 0.0)) trend_has_no_finite_integral(value_at(first_, 0), value_at(last_, 0));
            total_size = total_size + half * finer_size;
            size = max(size, total_size);
            const auto settled = agree(finer, rougher, size);
            total = total + select(settled, finer, Number(0.0));
            if (!all_of(settled)) {
                const Number until = select(settled, a, b);
                total = total + adaptive(a, until, first_share(a, until), size);
            }
            a = b;
        }
        return total;
    }
    constexpr Number adaptive(const Number& left, const Number& right, const position& largest, const Number& rough_size_of_all) {
        const Number before_right = max(left, Number(right - (0x1p-52 * abs(right) + 0x1p-1022)));  // also of 1970, which is 0
        Number size = rough_size_of_all;
        // The current interval is number `index` of those of length `share` of the whole.
        position index = 0.0;
        position share = largest;
        Number total{};
        Number total_size{};
        auto open = right > left;
        while (any_of(open)) {
            if (--intervals_left_ < 0) trend_varies_too_often(value_at(first_, 0), value_at(last_, 0));
            const position next = (index + 1.0) * share;
            const auto at_the_end = next == 1.0;
            const Number a = left + (right - left) * (index * share);
            const Number b = select(at_the_end, right, Number(left + (right - left) * next));
            const Number middle = a + (b - a) * 0.5;
            const Number at_a = function_(a);
            const Number at_middle = function_(middle);
            const Number at_b = function_(select(at_the_end, before_right, b));
            const estimate whole = lobatto(a, b, at_a, at_middle, at_b);
            const estimate left_half = lobatto(a, middle, at_a, function_(Number(a + (middle - a) * 0.5)), at_middle);
            const estimate right_half = lobatto(middle, b, at_middle, function_(Number(middle + (b - middle) * 0.5)), at_b);
            const Number halves = left_half.integral + right_half.integral;
            const Number sizes = left_half.size + right_half.size;
            const Number so_far = total_size + sizes;
            // What the rough look missed is large before its flank is exact: once its size is about right, it counts.
            const auto plausible = open && sizes <= 1.5 * whole.size && whole.size <= 1.5 * sizes;
            size = select(plausible, larger(size, so_far), size);
            const auto settled = agree(halves, whole.integral, larger(size, so_far));
            total = total + select(open && settled, halves, Number(0.0));
            total_size = select(open && settled, so_far, total_size);
            open = open && !(settled && at_the_end);
            // Settled: on to the next interval, one size up where that is aligned. Otherwise into the first half.
            const position half_index = (index + 1.0) * 0.5;
            const auto aligned = (half_index + 0x1p52) - 0x1p52 == half_index && share < largest;
            const position onwards = select(aligned, half_index, index + 1.0);
            index = select(open, select(settled, onwards, index * 2.0), position(0.0));
            share = select(open, share * select(settled, select(aligned, position(2.0), position(1.0)), position(0.5)),
                           largest);
        }
        return total;
    }

    /// The share of the whole that a first interval is, a power of 1/2.
    static constexpr position first_share(const Number& left, const Number& right) {
        constexpr double two_months = 2.0 * 2629746.0;
        constexpr double least = 0x1p-13;
        const auto share_for = [](double span) {
            double share = 1.0;
            while (share * span > two_months && share > least) share *= 0.5;
            return share;
        };
        const Number span = right - left;
        if constexpr (lanes_of<Number> == 1) {
            return share_for(value_at(span));
        } else {
            return span.map(share_for);
        }
    }
    /// The integral of the absolute value, roughly: by the middles of eighths of the first intervals.
    template <class Look>
    constexpr Number rough_size(const Number& left, const Number& right, const position& share, const Look& look) {
        estimate sum{};
        double most = 1.0;
        for (int i = 0; i < lanes_of<Number>; ++i) most = value_at(share, i) < most ? value_at(share, i) : most;
        const position step = share * 0.125;
        for (double i = 0.0; i < 8.0 / most; i += 1.0) {
            const auto inside = i * step < 1.0;
            const position at = select(inside, (i + 0.5) * step, 0.5 * step);
            const Number value = look(Number(left + (right - left) * at));
            add(sum, select(inside, value, Number(0.0)), 1.0);
        }
        return scaled(sum.size, Number((right - left) * step));
    }
    /// A size times a length; a gradient of sizes is sizes, too.
    static constexpr Number scaled(const Number& size, const Number& length) {
        if constexpr (has_gradient) {
            Number result = size;
            result.value *= length.value;
            for (double& one : result.gradient) one *= length.value;
            return result;
        } else {
            return size * length;
        }
    }
    static constexpr Number larger(const Number& a, const Number& b) {
        if constexpr (has_gradient) {
            Number result = max(a.value, b.value);
            for (std::size_t i = 0; i < a.gradient.size(); ++i) result.gradient[i] = max(a.gradient[i], b.gradient[i]);
            return result;
        } else {
            return max(a, b);
        }
    }

    constexpr estimate lobatto(const Number& left, const Number& right, const Number& at_left, const Number& at_middle,
                               const Number& at_right) {
        const Number half = (right - left) * 0.5;
        const Number middle = left + half;
        estimate sum{};
        add(sum, at_left, 1.0 / 21.0);
        add(sum, at_right, 1.0 / 21.0);
        add(sum, function_(Number(middle - half * 0.83022389627856692987)), 0.27682604736156594801);
        add(sum, function_(Number(middle + half * 0.83022389627856692987)), 0.27682604736156594801);
        add(sum, function_(Number(middle - half * 0.4688487934707142138)), 0.43174538120986262342);
        add(sum, function_(Number(middle + half * 0.4688487934707142138)), 0.43174538120986262342);
        add(sum, at_middle, 0.48761904761904761905);
        sum.integral = sum.integral * half;
        sum.size = scaled(sum.size, half);
        if (!all_of(sum.integral - sum.integral == 0.0)) {
            trend_has_no_finite_integral(value_at(first_, 0), value_at(last_, 0));
        }
        return sum;
    }
    static constexpr void add(estimate& sum, const Number& value, double weight) {
        sum.integral = sum.integral + weight * value;
        if constexpr (has_gradient) {
            sum.size.value += weight * abs(value.value);
            for (std::size_t i = 0; i < value.gradient.size(); ++i) {
                sum.size.gradient[i] += weight * abs(value.gradient[i]);
            }
        } else {
            sum.size = sum.size + weight * abs(value);
        }
    }
    /// Measured by the size over all intervals, so that errors add up to a share of the whole.
    static constexpr auto agree(const Number& a, const Number& b, const Number& size) {
        auto result = abs(a - b) <= 1e-11 * size;
        if constexpr (has_gradient) {
            for (std::size_t i = 0; i < a.gradient.size(); ++i) {
                result = result && abs(a.gradient[i] - b.gradient[i]) <= 1e-9 * size.gradient[i];
            }
        }
        return result;
    }

    const Function& function_;
    Number first_;
    Number last_;
    int intervals_left_ = 40'000;
};

/// The integral in base units, cut at the trend's breakpoints, which differ from draw to draw.
template <class Number, class Trend>
constexpr Number integrated(const Trend& trend, const Number& first, const Number& last) {
    const auto at = [&](const Number& seconds) {
        return Number(base_of(trend(basic_date<Number>::from_seconds_since_1970(seconds))));
    };
    quadrature<Number, decltype(at)> over(at, first, last);
    Number total{};
    Number left = first;
    for (;;) {
        Number right = last;
        visit_breakpoints(trend, [&](const auto& breakpoint) {
            const Number t = breakpoint.seconds_since_1970();
            right = select(t > left && t < right, t, right);
        });
        total = total + over(left, right);
        if (!any_of(right < last)) return total;
        left = right;
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
