// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void integral_runs_backwards(double first, double last) {
    throw std::domain_error("cumulative: the last date must not be before the first (" + iso_text(first) + "), got " +
                            iso_text(last));
}
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
template <class Number, class Function>
class quadrature {
  public:
    constexpr quadrature(const Function& function, const Number& first, const Number& last)
        : function_(function), first_(first), last_(last) {}

    /// Over an interval within which the function is not known to jump; it may at the right end.
    constexpr Number operator()(const Number& left, const Number& right) {
        const Number before_right = max(left, Number(right - (0x1p-52 * abs(right) + 0x1p-1022)));  // also of 1970, which is 0
        const position largest = first_share(left, right);
        Number size = rough_size(left, right, largest);
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

  private:
    static constexpr bool has_gradient = requires(Number x) { x.gradient; };
    using position = std::conditional_t<lanes_of<Number> == 1, double, Number>;

    struct estimate {
        Number integral;
        Number size;  // of the absolute value; its gradient, if any, holds the sizes of the gradient
    };

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
    constexpr Number rough_size(const Number& left, const Number& right, const position& share) {
        estimate sum{};
        double most = 1.0;
        for (int i = 0; i < lanes_of<Number>; ++i) most = value_at(share, i) < most ? value_at(share, i) : most;
        const position step = share * 0.125;
        for (double i = 0.0; i < 8.0 / most; i += 1.0) {
            const auto inside = i * step < 1.0;
            const position at = select(inside, (i + 0.5) * step, 0.5 * step);
            const Number value = function_(Number(left + (right - left) * at));
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

}  // namespace detail

/// The integral of a trend over time from `first` to `last`: of money per year, money; of chips, chip-years.
/// Closed form for constants, exponentials, logistics, tables and steps, for multiples, sums, differences and lags of these
/// and for pieces made of them. Otherwise adaptive Gauss-Lobatto quadrature, cut at the dates at which the trend is known to
/// jump or bend, to about 1e-10 of the integral of the trend's absolute value, 1e-9 with jumps at dates that it does not
/// know, and 1e-8 for gradients.
///
/// It looks at the trend at least every 7.2 days (a spike of ten days is seen in thirty years; in spans above 1365 years at
/// least every 1/70 000 of the span), and in a span of a month or less at 17 places and more. No rule that looks at single
/// dates can know what goes on between them: a spike that is over sooner, or whose flanks vanish but for that, is not seen.
/// Give it a date that the trend tells of, as `piecewise`, `steps` or `from` do, or integrate over shorter spans.
/// \throws std::domain_error when the last date is before the first, either is not in the calendar, or the trend has no
/// finite integral between them, or jumps and turns so often that 40 000 intervals do not do.
template <class Trend, date_like First, date_like Last>
    requires detail::callable_with_date<Trend>
[[nodiscard]] constexpr auto cumulative(const Trend& trend, const First& first, const Last& last) {
    using date_number = common_number_t<detail::date_number_t<First>, detail::date_number_t<Last>>;
    using number_type = common_number_t<trend_number_t<Trend>, date_number>;
    const basic_date<date_number> from = detail::to_date(first);
    const basic_date<date_number> to = detail::to_date(last);
    detail::require_real_date("cumulative", "first date", from);
    detail::require_real_date("cumulative", "last date", to);
    const date_number span = to.seconds_since_1970() - from.seconds_since_1970();
    for (int i = 0; i < lanes_of<date_number>; ++i) {
        if (value_at(span, i) < 0.0) {
            detail::integral_runs_backwards(value_at(from.seconds_since_1970(), i), value_at(to.seconds_since_1970(), i));
        }
    }
    if constexpr (detail::has_integral<Trend>) {
        return trend.integral(from, to);
    } else {
        return quantity_or_number<multiplied<trend_dimension_t<Trend>, dim::time>>(detail::integrated<number_type>(
            trend, number_type(from.seconds_since_1970()), number_type(to.seconds_since_1970())));
    }
}

/// What a trend has added up to since a date, as a trend; made by `cumulative_from`.
template <class Trend, class Number>
class cumulative_trend : public trend_base {
  public:
    constexpr cumulative_trend(const basic_date<Number>& start, const Trend& trend) : start_(start), trend_(trend) {
        detail::require_real_date("cumulative_from", "date", start);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using date_number = common_number_t<Number, detail::date_number_t<Date>>;
        return cumulative(trend_, start_, max(basic_date<date_number>(detail::to_date(when)), basic_date<date_number>(start_)));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(start_);
        detail::visit_breakpoints(trend_, visitor);
    }
    [[nodiscard]] constexpr const basic_date<Number>& start() const noexcept { return start_; }

  private:
    basic_date<Number> start_;
    Trend trend_;
};

/// The trend of the integral of `trend` from the start to the date asked for, as `cumulative`; zero before the start.
/// \throws std::domain_error unless the start is a date in the calendar; each evaluation throws as `cumulative` does.
template <date_like Start, any_trend Trend>
[[nodiscard]] constexpr auto cumulative_from(const Start& start, const Trend& trend) {
    return cumulative_trend<Trend, detail::date_number_t<Start>>(detail::to_date(start), trend);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Trend, class First, class Last>
constexpr auto cumulative(const Trend&, const First&, const Last&) {
    static_assert(detail::callable_with_date<Trend>, "cumulative: the first argument must be a trend");
    static_assert(date_like<First> && date_like<Last>, "cumulative: the second and the third argument must be dates");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
