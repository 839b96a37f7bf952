// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/technology_lead.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/lagged.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A trend that runs by a clock of its own from a date on: by the real one until then, later by one that stands still
/// for a while and then runs at a pace. Made by the controls `delayed_from` and `slowed_from`.
template <class Trend, class Number>
class held_back_trend : public trend_base {
  public:
    constexpr held_back_trend(const Trend& trend, const Number& start, const Number& pause, const Number& pace)
        : trend_(trend), start_(start), pause_(pause), pace_(pace) {}

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result t = detail::to_date(when).seconds_since_1970();
        const result start = start_;
        const result held = start + max(result(t - start - pause_), result(0.0)) * pace_;
        return trend_(basic_date<result>::from_seconds_since_1970(min(t, held)));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        const auto at = [](const auto& seconds) {
            return basic_date<std::remove_cvref_t<decltype(seconds)>>::from_seconds_since_1970(seconds);
        };
        visitor(at(start_));
        visitor(at(Number(start_ + pause_)));
        detail::visit_breakpoints(trend_, [&](const auto& inner) {
            const auto after = inner.seconds_since_1970() - start_;
            using result = std::remove_cvref_t<decltype(after)>;
            const auto later = after > 0.0 && result(pace_) > 0.0;
            const result shifted = start_ + pause_ + after / select(later, result(pace_), result(1.0));
            visitor(at(select(later, shifted, result(inner.seconds_since_1970()))));
        });
    }

  private:
    Trend trend_;
    Number start_;
    Number pause_;
    Number pace_;
};

/// A trend that from a date on is held below another, or below what it is on that date if that is more. Made by the
/// controls `capped_from` and `generations_behind_from`.
template <class Trend, class Cap, class Number>
class held_below_trend : public trend_base {
  public:
    constexpr held_below_trend(const Trend& trend, const Cap& cap, const basic_date<Number>& start)
        : trend_(trend), cap_(cap), start_(start) {
        detail::require_one_dimension<Trend, Cap>();
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        const auto& d = detail::to_date(when);
        const auto free = trend_(d);
        const auto held = min(free, max(cap_(d), trend_(start_)));
        using result = common_number_t<Number, detail::number_of<decltype(held)>>;
        return select(result(d.seconds_since_1970()) < result(start_.seconds_since_1970()), free, held);
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(start_);
        detail::visit_breakpoints(trend_, visitor);
        detail::visit_breakpoints(cap_, visitor);
    }

  private:
    Trend trend_;
    Cap cap_;
    basic_date<Number> start_;
};

namespace detail {

template <class Number>
struct held_back {
    Number start;
    Number pause;
    Number pace;

    template <any_trend Follower>
    [[nodiscard]] constexpr auto operator()(const Follower& follower) const {
        return held_back_trend<Follower, Number>(follower, start, pause, pace);
    }
};

template <class Cap, class Number>
struct held_below {
    Cap cap;
    basic_date<Number> start;

    template <any_trend Follower>
    [[nodiscard]] constexpr auto operator()(const Follower& follower) const {
        return held_below_trend<Follower, Cap, Number>(follower, cap, start);
    }
};

template <date_like Start>
[[nodiscard]] constexpr auto start_of_control(const char* control, const Start& start) {
    const auto d = to_date(start);
    require_real_date(control, "start", d);
    return d;
}

template <class Number, class Cap>
[[nodiscard]] constexpr auto hold_below(const basic_date<Number>& start, const Cap& cap) {
    return held_below<Cap, Number>{cap, start};
}

}  // namespace detail

/// \defgroup lead_control Controls on a follower Each is a function from the follower's trend to the trend it has
/// under the control: `slowed_from(start, 0.8)(follower)`. Before its start a control changes nothing, and what a
/// follower has at the start it keeps. They compose by calling one on the result of the other. What a control is
/// worth is `lead_gained`.
/// @{

/// From `start` on the follower stands still for `delay`, then goes on as before.
/// \throws std::domain_error for a delay that is negative or not finite, or a start outside the calendar.
template <date_like Start, time_like Delay>
[[nodiscard]] constexpr auto delayed_from(const Start& start, const Delay& delay) {
    const auto from = detail::start_of_control("delayed_from", start);
    const auto seconds = as_time(delay).base_value();
    detail::require_not_negative("delayed_from", "delay in seconds", seconds);
    using number_type = common_number_t<detail::date_number_t<Start>, time_number_t<Delay>>;
    return detail::held_back<number_type>{from.seconds_since_1970(), seconds, number_type(1.0)};
}

/// From `start` on the follower advances at this share of its pace: 0.8 takes a fifth off its continuous growth rate.
/// \throws std::domain_error unless the share is from 0 to 1 and the start in the calendar.
template <date_like Start, number_like Share>
[[nodiscard]] constexpr auto slowed_from(const Start& start, const Share& share_of_pace) {
    const auto from = detail::start_of_control("slowed_from", start);
    const auto share = to_number(share_of_pace);
    if (!all_of(share >= 0.0 && share <= 1.0)) {
        detail::value_breaks_a_rule("slowed_from", "share of the pace", "must be between 0 and 1",
                                    detail::offender(share, [](double s) { return !(s >= 0.0 && s <= 1.0); }));
    }
    using number_type = common_number_t<detail::date_number_t<Start>, as_number_t<Share>>;
    return detail::held_back<number_type>{from.seconds_since_1970(), number_type(0.0), share};
}

/// From `start` on the follower has no more than `cap`, or than what it has at the start if that is more.
/// \throws std::domain_error unless the cap is above zero and finite and the start in the calendar.
template <date_like Start, detail::amount Cap>
[[nodiscard]] constexpr auto capped_from(const Start& start, const Cap& cap) {
    detail::require_above_zero("capped_from", "cap (in base units)", detail::base_of(cap));
    return detail::hold_below(detail::start_of_control("capped_from", start), constant(cap));
}

/// From `start` on the follower has no more than the leader had so many generations ago: what is sold to it is that
/// much older. n generations are n cadences in time.
/// \throws std::domain_error for generations that are negative, a cadence that is not above zero or a start outside
/// the calendar.
template <date_like Start, any_trend Leader, number_like Generations, time_like Cadence>
[[nodiscard]] constexpr auto generations_behind_from(const Start& start, const Leader& leader,
                                                     const Generations& generations, const Cadence& cadence) {
    detail::require_not_negative("generations_behind_from", "generations", to_number(generations));
    detail::require_above_zero("generations_behind_from", "cadence in seconds", as_time(cadence).base_value());
    return detail::hold_below(detail::start_of_control("generations_behind_from", start),
                              lagged(leader, to_number(generations) * as_time(cadence)));
}

/// The lead that a control gains on a date: the leader's lead over the follower under control less that over the free
/// one. Both are computed from the same draws. For a leader of which more is ahead and that knows when it has a
/// value.
template <any_trend Leader, any_trend Follower, class Control, date_like Date>
[[nodiscard]] constexpr auto lead_gained(const Leader& leader, const Follower& follower, const Control& control,
                                         const Date& when) {
    return lead(leader, control(follower)).time_at(when) - lead(leader, follower).time_at(when);
}
/// @}

}  // namespace headway

#include <headway/header_end.hpp>
