// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>
#include <headway/trend/exponential.hpp>

#include <headway/core/detail/macros_off.hpp>

namespace headway {

/// The dates from `first` to `last`, both included; made by `between`.
template <class Number>
struct window {
    basic_date<Number> first;
    basic_date<Number> last;
};

template <class T>
inline constexpr bool is_window = false;
template <class Number>
inline constexpr bool is_window<window<Number>> = true;

namespace detail {

[[noreturn]] inline void window_ends_before_it_starts(double first, double last) {
    throw std::domain_error("between: the last date must not be before the first (" + iso_text(first) + "), got " +
                            iso_text(last));
}
[[noreturn]] inline void no_difference_to_solve(double seconds) {
    throw std::domain_error("crossing: no difference to compare at " + iso_text(seconds) +
                            ", where a trend is not a number or both are infinite; choose a window in which they have "
                            "finite values");
}

}  // namespace detail

/// The window in which `crossing` looks. Both ends belong to it.
/// \throws std::domain_error unless both are dates in the calendar and the last is not before the first.
template <date_like First, date_like Last>
[[nodiscard]] constexpr auto between(const First& first, const Last& last) {
    using number_type = common_number_t<detail::date_number_t<First>, detail::date_number_t<Last>>;
    const window<number_type> result{detail::to_date(first), detail::to_date(last)};
    detail::require_real_date("between", "first", result.first);
    detail::require_real_date("between", "last", result.last);
    const number_type span = result.last.seconds_since_1970() - result.first.seconds_since_1970();
    for (int i = 0; i < lanes_of<number_type>; ++i) {
        if (value_at(span, i) < 0.0) {
            detail::window_ends_before_it_starts(value_at(result.first.seconds_since_1970(), i),
                                                 value_at(result.last.seconds_since_1970(), i));
        }
    }
    return result;
}

namespace detail {

/// How many intervals of equal length the search looks at before it narrows the first one that holds a crossing.
inline constexpr int scan_intervals = 128;

/// The first change of side of a difference, by scan and bisection down to neighbouring numbers. `before` and `after` hold
/// the change between them. Block-wise every draw takes the steps it would take alone, so its result is the same.
template <class Number>
struct side_change {
    decltype(Number{} < Number{}) found;
    Number before;
    Number after;
};

template <class Number, class Difference>
constexpr side_change<Number> first_side_change(const Difference& difference, const Number& first, const Number& last) {
    const auto checked = [&](const Number& t) {
        const Number d = difference(t);
        if (any_of(d != d)) {
            for (int i = 0; i < lanes_of<Number>; ++i) {
                if (is_nan(value_at(d, i))) no_difference_to_solve(value_at(t, i));
            }
        }
        return d;
    };
    const auto starts_below = checked(first) < 0.0;
    const auto changed = [&](const Number& t) {
        const Number d = checked(t);
        return (starts_below && d >= 0.0) || (!starts_below && d <= 0.0);
    };
    side_change<Number> result{changed(first), first, first};
    Number left = first;
    for (int i = 1; i <= scan_intervals && !all_of(result.found); ++i) {
        const Number right = i == scan_intervals ? last : Number(first + (last - first) * (i / double(scan_intervals)));
        const auto here = !result.found && changed(right);
        result.before = select(here, left, result.before);
        result.after = select(here, right, result.after);
        result.found = result.found || here;
        left = right;
    }
    for (;;) {
        const Number middle = result.before + (result.after - result.before) * 0.5;
        if (!any_of(middle != result.before && middle != result.after)) return result;
        const auto here = changed(middle);
        result.after = select(here, middle, result.after);
        result.before = select(here, result.before, middle);
    }
}

/// The gradient of a crossing date by the implicit function theorem, dt = -df / (df/dt); at a jump that of the jump's date.
template <class Dual, class Difference, class Breakpoints>
constexpr Dual with_gradient(const Difference& difference, const Breakpoints& visit, const side_change<double>& change,
                             double size) {
    Dual result(change.after);
    const Dual here = difference(result);
    // Derivatives are linear, so a long step in time leaves the parameter's own share below the last digit.
    constexpr double step = 0x1p100;
    Dual moved = result;
    moved.gradient[0] = step;
    const double slope = (difference(moved).gradient[0] - here.gradient[0]) / step;
    const double smooth_change = 16.0 * abs(slope) * (change.after - change.before) + 1e-13 * size;
    const bool jumps = abs(here.value - difference(Dual(change.before)).value) > smooth_change;
    bool at_jump = false;
    visit([&](const auto& breakpoint) {
        const Dual seconds = breakpoint.seconds_since_1970();
        if (jumps && seconds.value == change.after) {
            result.gradient = seconds.gradient;
            at_jump = true;
        }
    });
    if (at_jump) return result;
    for (std::size_t i = 0; i < result.gradient.size(); ++i) {
        result.gradient[i] = here.gradient[i] == 0.0 ? 0.0 : -here.gradient[i] / slope;
    }
    return result;
}

/// Where two exponentials are equal, followed in both directions: never for one growth rate, unless they are one curve.
template <class D, class A, class B>
constexpr auto date_of_equality(const exponential_trend<D, A>& a, const exponential_trend<D, B>& b) {
    using number_type = common_number_t<A, B>;
    const number_type t0 = a.start().seconds_since_1970();
    const number_type gap = log(b.value_at_start() / a.value_at_start()) +
                            b.growth().rate_per_second() * (t0 - b.start().seconds_since_1970());
    const number_type faster = a.growth().rate_per_second() - b.growth().rate_per_second();
    const auto parallel = faster == 0.0;
    const number_type t = t0 + gap / select(parallel, number_type(1.0), faster);
    return basic_date<number_type>::from_seconds_since_1970(
        select(!parallel || gap == 0.0, t, number_type(__builtin_huge_val())));
}

/// A date of equality cut to the window. What is equal all along is so from the first date on.
template <class Solution, class Number, class Mask>
constexpr auto cut_to_window(const basic_date<Solution>& solution, const window<Number>& where, const Mask& equal_at_first) {
    using number_type = common_number_t<Solution, Number>;
    const number_type t = solution.seconds_since_1970();
    const number_type first = where.first.seconds_since_1970();
    const number_type last = where.last.seconds_since_1970();
    // The closed form may miss an end of the window by a rounding error.
    const number_type slack = 1e-12 * max(abs(first), abs(last));
    const auto inside = t >= first - slack && t <= last + slack;
    const number_type cut = select(inside, number_type(min(max(t, first), last)), number_type(__builtin_huge_val()));
    return basic_date<number_type>::from_seconds_since_1970(select(equal_at_first && !(t <= first + slack && inside), first, cut));
}

}  // namespace detail

/// The first date in the window at which `trend` meets `target`, an amount or another trend; never when it does not.
/// A meeting at an end of the window counts, and where a trend jumps across the target it is the date of the jump.
///
/// Closed form for a trend that has one (`date_of`) against an amount and for two exponentials. Otherwise the window is
/// scanned in 128 equal intervals and the first one across which the trends change sides is halved down to neighbouring
/// numbers: at most one unit in the last place of the date (0.24 microseconds around the year 2025) from where the
/// computed trends change sides. A single crossing, as of a monotone trend against an amount, is never missed; two
/// crossings inside one interval are, so choose the window accordingly. Runs block-wise; with `dual` the gradient
/// follows from the implicit function theorem.
/// \throws std::domain_error where a trend is not a number, naming the date, and for an amount that is not finite.
template <class Trend, class Target, class Number>
    requires detail::callable_with_date<Trend> && (detail::callable_with_date<Target> || detail::amount<Target>)
[[nodiscard]] constexpr auto crossing(const Trend& trend, const Target& target, const window<Number>& where) {
    using dimension = trend_dimension_t<Trend>;
    if constexpr (detail::amount<Target>) {
        const auto level = detail::base_of_dimension<dimension>(target);
        detail::require_finite("crossing", "level", level);
        if constexpr (requires { trend.date_of(target); }) {
            const auto solution = trend.date_of(target);
            using number_type = common_number_t<detail::date_number_t<decltype(solution)>, Number>;
            return detail::cut_to_window(solution, where,
                                         number_type(detail::base_of(trend(where.first))) == number_type(level));
        } else {
            return crossing(trend, constant(target), where);
        }
    } else if constexpr (is_exponential<Trend> && is_exponential<Target>) {
        detail::require_one_dimension<Trend, Target>();
        using value_number = common_number_t<trend_number_t<Trend>, trend_number_t<Target>, Number>;
        return detail::cut_to_window(detail::date_of_equality(trend, target), where,
                                     value_number(detail::base_of(trend(where.first))) ==
                                         value_number(detail::base_of(target(where.first))));
    } else {
        using number_type = common_number_t<trend_number_t<Trend>, trend_number_t<Target>, Number>;
        const auto difference = [&](const auto& seconds) {
            const auto when = basic_date<std::remove_cvref_t<decltype(seconds)>>::from_seconds_since_1970(seconds);
            return number_type(detail::base_of(trend(when)) - detail::base_of_dimension<dimension>(target(when)));
        };
        const number_type first = where.first.seconds_since_1970();
        const number_type last = where.last.seconds_since_1970();
        if constexpr (requires(number_type x) { x.gradient; }) {
            const auto change = detail::first_side_change(
                [&](double seconds) { return value_at(difference(seconds)); }, value_at(first), value_at(last));
            if (!change.found) return basic_date<number_type>::never();
            const auto visit = [&](const auto& visitor) {
                detail::visit_breakpoints(trend, visitor);
                detail::visit_breakpoints(target, visitor);
            };
            const auto value = detail::base_of(trend(date::from_seconds_since_1970(change.after)));
            return basic_date<number_type>::from_seconds_since_1970(
                detail::with_gradient<number_type>(difference, visit, change, abs(value_at(value))));
        } else {
            const auto change = detail::first_side_change(difference, first, last);
            return basic_date<number_type>::from_seconds_since_1970(
                select(change.found, change.after, number_type(__builtin_huge_val())));
        }
    }
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Trend, class Target, class Window>
constexpr auto crossing(const Trend&, const Target&, const Window&) {
    static_assert(detail::callable_with_date<Trend>, "crossing: the first argument must be a trend");
    static_assert(detail::callable_with_date<Target> || detail::amount<Target>,
                  "crossing: the second argument must be an amount or a trend");
    static_assert(is_window<Window>, "crossing: the third argument must be a window, between(first, last)");
    return detail::wrong_arguments{};
}

}  // namespace headway
#include <headway/core/detail/macros_on.hpp>
