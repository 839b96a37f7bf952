// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

[[noreturn]] inline void no_difference_to_solve(const char* function, double seconds) {
    throw std::domain_error(std::string(function) + ": no difference to compare at " + iso_text(seconds) +
                            ", where a trend is not a number or both are infinite; choose a window in which they have "
                            "finite values");
}

template <class Number, class Seconds>
constexpr void require_comparable_trends(const char* function, const Number& difference, const Seconds& seconds) {
    if (!any_of(difference != difference)) return;
    for (int i = 0; i < lanes_of<Number>; ++i) {
        if (is_nan(value_at(difference, i))) no_difference_to_solve(function, value_at(seconds, i));
    }
}

/// How many intervals of equal length a search looks at before it narrows the first one that holds what is sought.
inline constexpr int scan_intervals = 128;

/// What a search looks for in a difference d: the first date at which
enum class sought {
    rise,       ///< d has come from below zero to zero or above; on zero at the start, it counts if it is above next
    change,     ///< d has come to zero or to its other side; zero at the start counts
    not_below,  ///< d is zero or above
};

/// What was found, draw by draw: `before` and `after` hold the change between them, and are the first date where what is
/// sought is so then.
template <class Number>
struct side_change {
    decltype(Number{} < Number{}) found;
    Number before;
    Number after;
};

/// The date of a breakpoint in the number type of a search.
template <class Number, class Other>
[[nodiscard]] constexpr Number searched_seconds(const Other& seconds) {
    if constexpr (std::convertible_to<Other, Number>) {
        return seconds;
    } else {
        return value_at(seconds);
    }
}

/// The next date to look at after `left`: `right`, or a date before it at which a trend is known to jump or bend, and the
/// last number before that, where it still has what it is about to leave.
template <class Number, class Visit>
[[nodiscard]] constexpr Number next_look(const Visit& visit_dates, const Number& left, const Number& right) {
    Number next = right;
    visit_dates([&](const auto& breakpoint) {
        const auto t = searched_seconds<Number>(breakpoint.seconds_since_1970());
        // Also of 1970, which is 0, and of never, of which an endless step would be no number.
        const Number just_before = t - (0x1p-52 * min(Number(abs(t)), Number(0x1p+1000)) + 0x1p-1022);
        next = select(t > left && t < next, t, next);
        next = select(just_before > left && just_before < next, just_before, next);
    });
    return next;
}

/// The first date of a window at which a difference does what is sought, by a scan of its dates and bisection down to
/// neighbouring numbers. Block-wise every draw takes the steps it would take alone, and none beyond what it seeks, so its
/// result is the same. `visit_dates` shows the dates between the scan's that must not be missed.
template <class Number, class Difference, class Visit>
constexpr side_change<Number> first_side_change(const char* function, sought what, const Difference& difference,
                                                const Visit& visit_dates, const Number& first, const Number& last) {
    const auto checked = [&](const Number& t) {
        const Number d = difference(t);
        require_comparable_trends(function, d, t);
        return d;
    };
    const Number at_first = checked(first);
    auto below = at_first < 0.0;
    auto above = at_first > 0.0;
    // On zero since the start, a rise shows in what comes next.
    auto undecided = !below && !above;
    const auto nowhere = at_first != at_first;
    side_change<Number> result{nowhere, first, first};
    if (what == sought::change) result.found = undecided;
    if (what == sought::not_below) result.found = !below;
    Number left = first;
    Number looks{};
    for (auto open = !result.found && first < last; any_of(open);
         open = open && !result.found && looks < scan_intervals) {
        const auto final = looks >= double(scan_intervals - 1);
        const Number grid =
            select(final, last, Number(first + (last - first) * ((looks + 1.0) / double(scan_intervals))));
        // A draw that has found what it seeks looks no further: its trend may have no value there.
        const Number right = select(open, next_look(visit_dates, left, grid), left);
        looks = looks + select(open && right == grid, Number(1.0), Number(0.0));
        const Number d = checked(right);
        auto here = open && below && d >= 0.0;
        if (what == sought::change) here = here || (open && above && d <= 0.0);
        if (what == sought::rise) {
            const auto from_the_start = open && undecided && d > 0.0;
            result.found = result.found || from_the_start;
            undecided = undecided && d == 0.0;
        }
        result.before = select(here, left, result.before);
        result.after = select(here, right, result.after);
        result.found = result.found || here;
        const auto goes_on = open && !here;
        below = (goes_on && d < 0.0) || (!goes_on && below);
        above = (goes_on && d > 0.0) || (!goes_on && above);
        left = select(here, left, right);
    }
    for (;;) {
        const Number middle = result.before + (result.after - result.before) * 0.5;
        if (!any_of(middle != result.before && middle != result.after)) return result;
        const Number d = checked(middle);
        const auto here = (below && d >= 0.0) || (!below && d <= 0.0);
        result.after = select(here, middle, result.after);
        result.before = select(here, result.before, middle);
    }
}

/// The gradient of the date of a change by the implicit function theorem, dt = -df / (df/dt); at a jump that of the jump's
/// date.
template <class Dual, class Difference, class Visit>
constexpr Dual with_gradient(const Difference& difference, const Visit& visit_dates, const side_change<double>& change,
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
    visit_dates([&](const auto& breakpoint) {
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

/// A search for a date in a window of two trends' difference, trend less target times the sign.
/// `first_date` is the answer where what is sought is so on the first date; its gradient is the window's own.
template <class Number, class Trend, class Target>
class difference_search {
    using dimension = trend_dimension_t<Trend>;

  public:
    constexpr difference_search(const char* function, const Trend& trend, const Target& target, double sign)
        : function_(function), trend_(trend), target_(target), sign_(sign) {}

    constexpr auto operator()(sought what, const basic_date<Number>& from, const basic_date<Number>& to) const {
        const Number first = from.seconds_since_1970();
        const Number last = to.seconds_since_1970();
        const auto visit = [&](const auto& visitor) {
            visit_breakpoints(trend_, visitor);
            visit_breakpoints(target_, visitor);
        };
        const auto difference = [&](const auto& seconds) { return this->at(seconds); };
        if constexpr (requires(Number x) { x.gradient; }) {
            const auto change = first_side_change(
                function_, what, [&](double seconds) { return value_at(difference(seconds)); }, visit, value_at(first),
                value_at(last));
            if (!change.found) return basic_date<Number>::never();
            if (what == sought::not_below && change.after == value_at(first) && change.before == change.after)
                return from;
            const auto value = base_of(trend_(date::from_seconds_since_1970(change.after)));
            return basic_date<Number>::from_seconds_since_1970(
                with_gradient<Number>(difference, visit, change, abs(value_at(value))));
        } else {
            const auto change = first_side_change(function_, what, difference, visit, first, last);
            return date_where(change.found, change.after);
        }
    }

  private:
    template <class Seconds>
    constexpr Number at(const Seconds& seconds) const {
        const auto when = basic_date<Seconds>::from_seconds_since_1970(seconds);
        return sign_ * Number(base_of(trend_(when)) - base_of_dimension<dimension>(target_(when)));
    }

    const char* function_;
    const Trend& trend_;
    const Target& target_;
    double sign_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
