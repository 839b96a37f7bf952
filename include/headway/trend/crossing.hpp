// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/side_change.hpp>
#include <headway/trend/exponential.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Which way: of an input's effect, or of a trend that passes a level. `either` is for passing.
enum class direction { rising, falling, either };

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

}  // namespace detail

/// The window in which `crossing`, `first_at_least` and `first_at_most` look. Both ends belong to it.
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

/// Where two exponentials are equal, followed in both directions.
template <class Number>
struct equality {
    Number seconds;        ///< infinite for one growth rate
    Number log_ratio;      ///< ln of the first over the second at the reference
    Number reference;      ///< seconds since 1970
    Number growth_excess;  ///< of the first over the second

    /// ln of the first over the second, without the overflow that the values may run into.
    template <class Seconds>
    [[nodiscard]] constexpr auto log_ratio_at(const Seconds& when) const {
        return log_ratio + growth_excess * (when - reference);
    }
};

template <class D, class A, class B>
constexpr auto equality_of(const exponential_trend<D, A>& a, const exponential_trend<D, B>& b) {
    using number_type = common_number_t<A, B>;
    const number_type t0 = a.start().seconds_since_1970();
    const number_type gap = log(b.value_at_start() / a.value_at_start()) +
                            b.growth().rate_per_second() * (t0 - b.start().seconds_since_1970());
    const number_type faster = a.growth().rate_per_second() - b.growth().rate_per_second();
    const auto parallel = faster == 0.0;
    const number_type t = t0 + gap / select(parallel, number_type(1.0), faster);
    const number_type meets = select(!parallel || gap == 0.0, t, number_type(no_limit));
    return equality<number_type>{meets, -gap, t0, faster};
}

/// Whether two exponentials are one at a date; of two infinite or vanishing values the logarithms tell.
template <class A, class B, class Met, class Number>
constexpr auto equal_exponentials(const A& a, const B& b, const Met& met, const basic_date<Number>& when) {
    using number_type = common_number_t<decltype(met.seconds), Number>;
    return number_type(base_of(a(when))) == number_type(base_of(b(when))) &&
           abs(number_type(met.log_ratio_at(when.seconds_since_1970()))) < 1e-9;
}

/// A date of equality in closed form, cut to the window; it may miss an end of it by a rounding error.
template <class Number>
struct cut_date {
    Number first;
    Number date;  ///< infinite where it is outside
    decltype(Number{} < Number{}) at_first;

    constexpr cut_date(const Number& solution, const Number& from, const Number& to)
        : first(from), date(solution), at_first(solution <= from) {
        const Number slack = 1e-12 * max(abs(from), abs(to));
        const auto inside = solution >= from - slack && solution <= to + slack;
        date = select(inside, Number(min(max(solution, from), to)), Number(no_limit));
        at_first = inside && solution <= from + slack;
    }
    /// For a change of either direction. What is equal all along is so from the first date on.
    template <class Mask>
    [[nodiscard]] constexpr auto meeting(const Mask& equal_at_first) const {
        return basic_date<Number>::from_seconds_since_1970(select(equal_at_first && !at_first, first, date));
    }
    /// The first date on which it is so, when it is `already` on the first date or from the date of equality on.
    template <class Mask>
    [[nodiscard]] constexpr auto from_when(const Mask& already) const {
        return basic_date<Number>::from_seconds_since_1970(select(already || at_first, first, date));
    }
};

/// Where a monotone trend goes from its value on the first date of a window: its difference at the first of the dates of a
/// scan at which it has another, zero where there is none. Only the draws asked for are followed.
template <class Number, class Trend, class Mask>
constexpr Number way_on(const Trend& trend, const Number& first, const Number& last, Mask asked) {
    const auto at = [&](const Number& t) {
        return Number(base_of(trend(basic_date<Number>::from_seconds_since_1970(t))));
    };
    const Number start = at(first);
    Number way{};
    for (int i = 1; i <= scan_intervals && any_of(asked); ++i) {
        const Number t = select(asked, Number(first + (last - first) * (i / double(scan_intervals))), first);
        way = select(asked, Number(at(t) - start), way);
        asked = asked && way == 0.0;
    }
    return way;
}

template <class Mask>
[[nodiscard]] constexpr Mask goes(direction way, const Mask& up, const Mask& down) {
    return way == direction::rising ? up : down;
}

}  // namespace detail

/// The first date in the window at which `trend` crosses `target`, an amount or another trend, in the direction asked for:
/// `rising` from below it to it or above, `falling` from above it to it or below, `either` whichever comes first; never
/// when it does not. It asks for the change. Where the question is from when on something is so, `first_at_least` and
/// `first_at_most` count what is so already. Where a trend jumps across the target it is the date of the jump.
///
/// A meeting on the first date of the window counts for `either`, and for the direction in which the trend goes on from
/// there; on the last date it counts. A trend that keeps the target's value has come to it when it first has it; what only
/// touches the target and turns back has come to it too, but is seen where the search looks only (see below).
///
/// Closed form for a trend that has one (`date_of`) against an amount and for two exponentials; an end of the window may be
/// missed by 1e-12 of the time since 1970, two milliseconds. Otherwise the window is scanned: at 128 equal intervals and at
/// the dates at which the trends are known to jump or bend, and the last number before each. The first interval across
/// which the trends change sides is halved down to neighbouring numbers: at most one unit in the last place of the date
/// (0.24 microseconds around the year 2025) from where the computed trends change sides. A single crossing, as of a
/// monotone trend against an amount, is never missed; two crossings within one interval, 1/128 of the window, are, unless
/// the trend tells of a jump or bend between them: choose the window accordingly. Runs block-wise; with `dual` the gradient
/// follows from the implicit function theorem.
/// \throws std::domain_error where a trend is not a number, naming the date, and for an amount that is not finite.
template <class Trend, class Target, class Number>
    requires detail::callable_with_date<Trend> && (detail::callable_with_date<Target> || detail::amount<Target>)
[[nodiscard]] constexpr auto crossing(const Trend& trend, const Target& target, const window<Number>& where,
                                      direction way) {
    using dimension = trend_dimension_t<Trend>;
    if constexpr (detail::amount<Target>) {
        const auto level = detail::base_of_dimension<dimension>(target);
        detail::require_finite("crossing", "level", level);
        if constexpr (requires { trend.date_of(target); }) {
            using number_type = common_number_t<detail::date_number_t<decltype(trend.date_of(target))>, Number>;
            const number_type first = where.first.seconds_since_1970();
            const number_type last = where.last.seconds_since_1970();
            const detail::cut_date<number_type> cut(trend.date_of(target).seconds_since_1970(), first, last);
            const number_type above =
                number_type(detail::base_of(trend(basic_date<number_type>(where.first)))) - number_type(level);
            detail::require_comparable_trends("crossing", above, first);
            const auto equal_at_first = above == 0.0;
            if (way == direction::either) return cut.meeting(equal_at_first);
            const auto starts_there = equal_at_first || cut.at_first;
            const number_type next = detail::way_on(trend, first, last, starts_there);
            const auto so = detail::goes(way, (starts_there && next > 0.0) || (!starts_there && above < 0.0),
                                         (starts_there && next < 0.0) || (!starts_there && above > 0.0));
            return select(so, cut.meeting(equal_at_first), basic_date<number_type>::never());
        } else {
            return crossing(trend, constant(target), where, way);
        }
    } else if constexpr (is_exponential<Trend> && is_exponential<Target>) {
        detail::require_one_dimension<Trend, Target>();
        const auto met = detail::equality_of(trend, target);
        using number_type = common_number_t<decltype(met.seconds), Number>;
        const number_type first = where.first.seconds_since_1970();
        const number_type last = where.last.seconds_since_1970();
        const detail::cut_date<number_type> cut(number_type(met.seconds), first, last);
        const auto equal_at_first = detail::equal_exponentials(trend, target, met, where.first);
        if (way == direction::either) return cut.meeting(equal_at_first);
        const number_type next = number_type(met.growth_excess) * (last - first);
        return select(detail::goes(way, next > 0.0, next < 0.0), basic_date<number_type>::from_seconds_since_1970(cut.date),
                      basic_date<number_type>::never());
    } else {
        using number_type = common_number_t<trend_number_t<Trend>, trend_number_t<Target>, Number>;
        const detail::difference_search<number_type, Trend, Target> search("crossing", trend, target,
                                                                           way == direction::falling ? -1.0 : 1.0);
        return search(way == direction::either ? detail::sought::change : detail::sought::rise,
                      basic_date<number_type>(where.first), basic_date<number_type>(where.last));
    }
}

/// Chosen only for arguments of the wrong kind, and without a direction, to say so in words.
template <class Trend, class Target, class Window, class... Direction>
constexpr auto crossing(const Trend&, const Target&, const Window&, const Direction&...) {
    static_assert(detail::callable_with_date<Trend>, "crossing: the first argument must be a trend");
    static_assert(detail::callable_with_date<Target> || detail::amount<Target>,
                  "crossing: the second argument must be an amount or a trend");
    static_assert(is_window<Window>, "crossing: the third argument must be a window, between(first, last)");
    constexpr bool one_direction_is_given = sizeof...(Direction) == 1 && (std::same_as<Direction, direction> && ...);
    static_assert(one_direction_is_given,
                  "crossing: the fourth argument says which way the trend crosses: direction::rising, "
                  "direction::falling or direction::either; for 'from when on' ask first_at_least or first_at_most");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
