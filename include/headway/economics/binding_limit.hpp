// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <headway/economics/limits.hpp>
#include <headway/trend/first_time.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <label Name, class... Limits>
consteval std::size_t place_of_limit() {
    constexpr std::size_t place = supply_trend<Limits...>::place_of(Name.view());
    constexpr bool there_is_a_limit_of_this_name = place < sizeof...(Limits);
    static_assert(there_is_a_limit_of_this_name, "the supply has no limit of this name");
    return there_is_a_limit_of_this_name ? place : 0;
}

/// Whether limit number `place` binds among what all of them allow.
template <class Allowed>
[[nodiscard]] constexpr auto is_least(const Allowed& allowed, std::size_t place) {
    auto least = allowed[place] <= allowed[place];
    for (std::size_t i = 0; i < place; ++i) least = least && allowed[place] < allowed[i];
    for (std::size_t i = place + 1; i < allowed.size(); ++i) least = least && allowed[place] <= allowed[i];
    return least;
}

template <class Allowed, class Seconds>
constexpr void require_limits(const Allowed& allowed, const Seconds& seconds) {
    for (const auto& one : allowed) require_comparable_trends("binds_from", base_of(one), seconds);
}

/// The least of all limits but one.
template <std::size_t Place, class Supply>
struct all_but : trend_base {
    static_assert(Supply::size > 1);
    const Supply* supply;

    constexpr explicit all_but(const Supply& all_limits) : supply(&all_limits) {}
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return least_from<(Place == 0 ? 1 : 0)>(to_date(when));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        supply->visit_breakpoints(visitor);
    }

  private:
    template <std::size_t Index, class Date>
    constexpr auto least_from(const Date& when) const {
        constexpr std::size_t next = Index + 1 == Place ? Index + 2 : Index + 1;
        const auto here = supply->template get<Index>()(when);
        if constexpr (next < Supply::size) {
            return min(here, least_from<next>(when));
        } else {
            return here;
        }
    }
};

template <class Supply>
[[nodiscard]] constexpr std::size_t binding_place(const Supply& supply, const date& when) {
    const auto allowed = supply.all(when);
    for (std::size_t i = 0; i + 1 < Supply::size; ++i) {
        if (is_least(allowed, i)) return i;
    }
    return Supply::size - 1;
}

}  // namespace detail

/// 1 where the limit of this name binds at the date, else 0, draw by draw; over all limits they sum to 1. Of limits that
/// allow the same the first in the supply's order binds and the others do not; `headroom` tells of a tie, being 1 for each
/// of them. As the output of a forecast its mean is the probability that it binds.
template <label Name, class... Limits, date_like Date>
[[nodiscard]] constexpr auto binds(const supply_trend<Limits...>& supply, const Date& when) {
    constexpr std::size_t place = detail::place_of_limit<Name, Limits...>();
    const auto allowed = supply.all(when);
    using number_type = detail::number_of<decltype(allowed[0])>;
    return select(detail::is_least(allowed, place), number_type(1.0), number_type(0.0));
}

/// How many times as much the limit of this name allows as can be built: 1 where no other allows less, so where it binds or
/// ties with the one that binds, above 1 elsewhere, infinite where nothing can be built.
template <label Name, class... Limits, date_like Date>
[[nodiscard]] constexpr auto headroom(const supply_trend<Limits...>& supply, const Date& when) {
    constexpr std::size_t place = detail::place_of_limit<Name, Limits...>();
    const auto allowed = supply.all(when);
    auto least = allowed[0];
    for (std::size_t i = 1; i < sizeof...(Limits); ++i) least = min(least, allowed[i]);
    using number_type = detail::number_of<decltype(allowed[0])>;
    const number_type here = detail::base_of(allowed[place]);
    const number_type most = detail::base_of(least);
    // Where nothing can be built, no quotient: it would be zero by zero of the limit that binds, and is endless of another.
    const auto binds = here <= most;
    const auto nothing = most == 0.0;
    const number_type times = here / select(nothing, number_type(1.0), most);
    return select(binds, number_type(1.0), select(nothing, number_type(detail::infinity), times));
}

/// The first date in the window on which the limit of this name binds, as `binds` tells it: from then on, the window's
/// first date where it binds already; never where it does not. So of limits that stay equal the first in the supply's
/// order binds from the start and the others never. Found as `first_at_least` finds it, with its accuracy and resolution.
/// \throws std::domain_error where a limit is not a number, naming the date.
template <label Name, class... Limits, class Number>
[[nodiscard]] constexpr auto binds_from(const supply_trend<Limits...>& supply, const window<Number>& where) {
    constexpr std::size_t place = detail::place_of_limit<Name, Limits...>();
    using number_type = common_number_t<trend_number_t<supply_trend<Limits...>>, Number>;
    const basic_date<number_type> first = where.first;
    if constexpr (sizeof...(Limits) == 1) {
        return first;
    } else {
        const auto visit = [&](const auto& visitor) { supply.visit_breakpoints(visitor); };
        // 1 where it binds and -1 elsewhere: which of equal ones binds is not seen in the difference of what they allow.
        const auto binding = [&](const auto& seconds) {
            using seconds_type = std::remove_cvref_t<decltype(seconds)>;
            const auto allowed = supply.all(basic_date<seconds_type>::from_seconds_since_1970(seconds));
            detail::require_limits(allowed, seconds);
            return select(detail::is_least(allowed, place), number_type(1.0), number_type(-1.0));
        };
        const auto sought = detail::sought::not_below;
        const number_type last = where.last.seconds_since_1970();
        if constexpr (requires(number_type x) { x.gradient; }) {
            const auto change = detail::first_side_change(
                "binds_from", sought, [&](double seconds) { return value_at(binding(seconds)); }, visit,
                value_at(first.seconds_since_1970()), value_at(last));
            if (!change.found) return basic_date<number_type>::never();
            if (change.before == change.after) return first;
            const detail::all_but<place, supply_trend<Limits...>> others(supply);
            const auto ahead = [&](const auto& seconds) {
                const auto when = basic_date<std::remove_cvref_t<decltype(seconds)>>::from_seconds_since_1970(seconds);
                return number_type(detail::base_of(others(when)) - detail::base_of(supply.template get<place>()(when)));
            };
            const double size = value_at(detail::base_of(supply(date::from_seconds_since_1970(change.after))));
            return basic_date<number_type>::from_seconds_since_1970(
                detail::with_gradient<number_type>(ahead, visit, change, abs(size)));
        } else {
            const auto change = detail::first_side_change("binds_from", sought, binding, visit,
                                                          number_type(first.seconds_since_1970()), last);
            return detail::date_where(change.found, change.after);
        }
    }
}

/// A stretch of time and the limit that binds in it.
struct binding_period {
    std::string_view name;
    date from;
    date until;
};

/// Which limit binds when: the periods of the window in order, each with the limit that binds in it, the first of equal
/// ones. The window is looked at in 128 steps and on the dates at which a limit is known to jump or bend, and every change is
/// then halved down to neighbouring dates; a limit that binds for less than a step between these dates may be missed. For a model on blocks of draws ask `binds` and `binds_from`.
template <class... Limits>
[[nodiscard]] constexpr std::vector<binding_period> binding_schedule(const supply_trend<Limits...>& supply,
                                                                     const window<double>& where) {
    using supply_type = supply_trend<Limits...>;
    std::vector<binding_period> periods;
    const double first = where.first.seconds_since_1970();
    const double last = where.last.seconds_since_1970();
    const auto at = [&](double seconds) {
        return detail::binding_place(supply, date::from_seconds_since_1970(seconds));
    };
    std::size_t now = at(first);
    double since = first;
    double left = first;
    const auto visit = [&](const auto& visitor) { supply.visit_breakpoints(visitor); };
    for (int i = 1; i <= detail::scan_intervals; ++i) {
        const double step_end =
            i == detail::scan_intervals ? last : first + (last - first) * (i / double(detail::scan_intervals));
        while (left < step_end) {
            const double right = detail::next_look(visit, left, step_end);
            if (at(right) == now) {
                left = right;
                continue;
            }
            double before = left;
            double after = right;
            for (double middle = before + 0.5 * (after - before); middle > before && middle < after;
                 middle = before + 0.5 * (after - before)) {
                (at(middle) == now ? before : after) = middle;
            }
            periods.push_back(
                {supply_type::names[now], date::from_seconds_since_1970(since), date::from_seconds_since_1970(after)});
            now = at(after);
            since = after;
            left = after;
        }
    }
    periods.push_back({supply_type::names[now], date::from_seconds_since_1970(since), where.last});
    return periods;
}

}  // namespace headway

#include <headway/header_end.hpp>
