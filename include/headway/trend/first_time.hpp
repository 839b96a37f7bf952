// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/crossing.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// The first date at which trend less target, times the sign, is not below zero.
template <class Trend, class Target, class Number>
[[nodiscard]] constexpr auto first_time(const char* function, double sign, const Trend& trend, const Target& target,
                                        const window<Number>& where) {
    using dimension = trend_dimension_t<Trend>;
    if constexpr (amount<Target>) {
        const auto level = base_of_dimension<dimension>(target);
        require_finite(function, "level", level);
        if constexpr (requires { trend.date_of(target); }) {
            using number_type = common_number_t<date_number_t<decltype(trend.date_of(target))>, Number>;
            const number_type first = where.first.seconds_since_1970();
            const number_type last = where.last.seconds_since_1970();
            const cut_date<number_type> cut(trend.date_of(target).seconds_since_1970(), first, last);
            const number_type ahead =
                sign * (number_type(base_of(trend(basic_date<number_type>(where.first)))) - number_type(level));
            require_comparable_trends(function, ahead, first);
            return cut.from_when(ahead >= 0.0);
        } else {
            return first_time(function, sign, trend, constant(target), where);
        }
    } else if constexpr (is_exponential<Trend> && is_exponential<Target>) {
        require_one_dimension<Trend, Target>();
        const auto met = equality_of(trend, target);
        using number_type = common_number_t<decltype(met.seconds), Number>;
        const number_type first = where.first.seconds_since_1970();
        const cut_date<number_type> cut(number_type(met.seconds), first, number_type(where.last.seconds_since_1970()));
        const auto equal_at_first = equal_exponentials(trend, target, met, where.first);
        return cut.from_when(sign * number_type(met.log_ratio_at(first)) >= 0.0 || equal_at_first);
    } else {
        using number_type = common_number_t<trend_number_t<Trend>, trend_number_t<Target>, Number>;
        const difference_search<number_type, Trend, Target> search(function, trend, target, sign);
        return search(sought::not_below, basic_date<number_type>(where.first), basic_date<number_type>(where.last));
    }
}

template <class Trend, class Target, class Window>
constexpr auto say_what_is_wrong() {
    static_assert(callable_with_date<Trend>, "first_at_least, first_at_most: the first argument must be a trend");
    static_assert(callable_with_date<Target> || amount<Target>,
                  "first_at_least, first_at_most: the second argument must be an amount or a trend");
    static_assert(is_window<Window>,
                  "first_at_least, first_at_most: the third argument must be a window, between(first, last)");
    return wrong_arguments{};
}

}  // namespace detail

/// From when on a trend is at least a target, an amount or another trend: the first date in the window on which it is equal
/// or above. Already so counts: it is then the window's first date. Never when it is not so on any date of the window.
/// It says when it is so first and not for how long: the trend may fall below the target again. For the change from below,
/// without what is so already, ask `crossing(..., direction::rising)`.
///
/// Closed forms, search, accuracy and resolution as those of `crossing`: above the target for less than 1/128 of the window
/// may be missed, unless the trend tells of a jump or bend there. Nothing is asked of the trends after the interval in
/// which the date is. Runs block-wise; the gradient of a `dual` is that of the crossing, and of the window's first date
/// (for a plain date zero) where it is already so.
/// \throws std::domain_error where a trend is not a number, naming the date, and for an amount that is not finite.
template <class Trend, class Target, class Number>
    requires detail::callable_with_date<Trend> && (detail::callable_with_date<Target> || detail::amount<Target>)
[[nodiscard]] constexpr auto first_at_least(const Trend& trend, const Target& target, const window<Number>& where) {
    return detail::first_time("first_at_least", 1.0, trend, target, where);
}
/// From when on a trend is at most a target: the first date in the window on which it is equal or below, as
/// `first_at_least`. When is it affordable: `first_at_most(price, budget, between(today, last))`.
template <class Trend, class Target, class Number>
    requires detail::callable_with_date<Trend> && (detail::callable_with_date<Target> || detail::amount<Target>)
[[nodiscard]] constexpr auto first_at_most(const Trend& trend, const Target& target, const window<Number>& where) {
    return detail::first_time("first_at_most", -1.0, trend, target, where);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Trend, class Target, class Window>
constexpr auto first_at_least(const Trend&, const Target&, const Window&) {
    return detail::say_what_is_wrong<Trend, Target, Window>();
}
template <class Trend, class Target, class Window>
constexpr auto first_at_most(const Trend&, const Target&, const Window&) {
    return detail::say_what_is_wrong<Trend, Target, Window>();
}

}  // namespace headway

#include <headway/header_end.hpp>
