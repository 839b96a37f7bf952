// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/first_time.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void leader_must_advance(const char* function, double rate) {
    throw std::domain_error(std::string(function) + ": the leader's growth must rise, got a yearly rate of " +
                            number_text(rate * 31556952.0, 6) + "; make it with grows_by_factor, doubles_every, ...");
}

template <class Number>
[[nodiscard]] constexpr const Number& rising_rate(const char* function, const basic_growth<Number>& leader) {
    const Number& rate = leader.rate_per_second();
    const auto breaks = [](double r) { return !(r > 0.0 && r - r == 0.0); };
    if (!all_of(rate > 0.0 && rate - rate == 0.0)) leader_must_advance(function, offender(rate, breaks));
    return rate;
}

template <time_like Span>
[[nodiscard]] constexpr auto finite_span(const char* function, const char* what, const Span& span) {
    const auto seconds = as_time(span).base_value();
    require_finite(function, what, seconds);
    return seconds;
}

}  // namespace detail

/// The time by which a leader is ahead whose level is `ratio` times the follower's: ln(ratio) / g, g the leader's
/// growth. Negative for a ratio below 1, that is for a follower ahead of its leader.
/// \throws std::domain_error for a ratio that is not above zero or a growth that does not rise.
template <number_like Ratio, class Rate>
[[nodiscard]] constexpr auto lead_of_ratio(const Ratio& ratio, const basic_growth<Rate>& leader) {
    const auto n = to_number(ratio);
    detail::require_above_zero("lead_of_ratio", "ratio", n);
    const auto seconds = log(n) / detail::rising_rate("lead_of_ratio", leader);
    return quantity<dim::time, std::remove_const_t<decltype(seconds)>>::from_base_value(seconds);
}

/// The factor that a lead in time is worth: exp(g lead), g the leader's growth. Below 1 for a lead below zero.
/// \throws std::domain_error for a lead that is not finite or a growth that does not rise.
template <time_like Span, class Rate>
[[nodiscard]] constexpr auto ratio_of_lead(const Span& lead, const basic_growth<Rate>& leader) {
    const auto seconds = detail::finite_span("ratio_of_lead", "lead in seconds", lead);
    return exp(detail::rising_rate("ratio_of_lead", leader) * seconds);
}

/// What is left of a lead after spending some of it, on safety for example: min(lead, longest) - spent. Below zero
/// when more is spent than there is, and then the follower is ahead by that time. `ratio_of_lead` says what factor it
/// is worth.
/// \param longest the longest lead that can be had at all; by default the articles' two years (figures::amodei).
/// \throws std::domain_error for a lead that is not finite, or a negative spending or cap.
template <time_like Lead, time_like Spent, time_like Longest = quantity<dim::time>>
[[nodiscard]] constexpr auto lead_left(const Lead& lead, const Spent& spent,
                                       const Longest& longest = figures::amodei::longest_lead.value) {
    const auto seconds = detail::finite_span("lead_left", "lead in seconds", lead);
    detail::require_not_negative("lead_left", "time spent in seconds", as_time(spent).base_value());
    detail::require_not_negative("lead_left", "longest lead in seconds", as_time(longest).base_value());
    const auto left = min(seconds, as_time(longest).base_value()) - as_time(spent).base_value();
    return quantity<dim::time, std::remove_const_t<decltype(left)>>::from_base_value(left);
}

/// The follower that on a date stands where the leader stood a lead ago, F(on) = L(on - lead), and grows at its own
/// rate. A lead below zero makes a follower that is ahead.
/// \throws std::domain_error for a lead that is not finite or a date that is not in the calendar.
template <any_trend Leader, time_like Lead, date_like On, class Rate>
[[nodiscard]] constexpr auto follower_of(const Leader& leader, const Lead& lead, const On& on,
                                         const basic_growth<Rate>& rate) {
    static_cast<void>(detail::finite_span("follower_of", "lead in seconds", lead));
    const auto& when = detail::to_date(on);
    detail::require_real_date("follower_of", "date", when);
    return exponential(when, leader(when - as_time(lead)), rate);
}

/// Which way is ahead: of performance or compute more, of a cost less.
enum class ahead_is { more, less };

/// How far a leader is ahead of a follower in one quantity; made by `lead`. A follower that is ahead of its leader
/// has a ratio below 1 and a lead below zero, the time until the leader will stand where the follower stands now.
template <any_trend Leader, any_trend Follower, ahead_is Ahead = ahead_is::more>
class lead_between {
    template <class Date>
    using number_at = common_number_t<trend_number_t<Leader>, trend_number_t<Follower>, detail::date_number_t<Date>>;

  public:
    constexpr lead_between(const Leader& leader, const Follower& follower) : leader_(leader), follower_(follower) {
        detail::require_one_dimension<Leader, Follower>();
    }

    /// How many times as far the leader is, L/F, or F/L where less is ahead.
    /// \throws std::domain_error for a date outside the calendar and where a trend is not above zero.
    template <date_like Date>
    [[nodiscard]] constexpr number_at<Date> ratio_at(const Date& when) const {
        const auto& d = detail::to_date(when);
        detail::require_real_date("ratio_at", "date", d);
        const auto leads = detail::base_of(leader_(d));
        const auto follows = detail::base_of_dimension<trend_dimension_t<Leader>>(follower_(d));
        detail::require_above_zero("ratio_at", "the leader's value (in base units)", leads);
        detail::require_above_zero("ratio_at", "the follower's value (in base units)", follows);
        if constexpr (Ahead == ahead_is::more) {
            return leads / follows;
        } else {
            return follows / leads;
        }
    }

    /// The lead in time, l with F(t) = L(t - l); of an exponential leader ln(ratio) / g. Infinite where the leader
    /// never stood there, and minus infinity where it never will. The leader must know when it has a value
    /// (`date_of`, as exponentials, logistics and multiples and lags of these do); of any other leader give a window.
    /// \throws std::domain_error as `ratio_at`.
    template <date_like Date>
    [[nodiscard]] constexpr auto time_at(const Date& when) const {
        static_assert(detail::has_date_of<Leader>,
                      "lead::time_at: this leader does not know when it has a value; give the window in which to look, "
                      "time_at(when, between(first, last))");
        using result = number_at<Date>;
        const result ratio = ratio_at(when);
        if constexpr (is_exponential<Leader>) {
            const result rate = sense * leader_.growth().rate_per_second();
            const auto advances = rate > 0.0;
            const result span = log(ratio) / select(advances, rate, result(1.0));
            return span_of(select(advances, span, endless(ratio)));
        } else if constexpr (detail::has_date_of<Leader>) {
            const auto& d = detail::to_date(when);
            return lead_since(ratio, d, leader_.date_of(follower_(d)));
        }
    }
    /// The same, looked for among the leader's values in a window, which should reach from its past as far ahead as a
    /// follower may be ahead. It is the first date at which the leader comes to the value, from behind it. Infinite where
    /// the leader does not come to it in the window.
    template <date_like Date, class Number>
    [[nodiscard]] constexpr auto time_at(const Date& when, const window<Number>& where) const {
        const auto& d = detail::to_date(when);
        constexpr direction advance = Ahead == ahead_is::more ? direction::rising : direction::falling;
        return lead_since(ratio_at(when), d, crossing(leader_, follower_(d), where, advance));
    }

    /// The first date from `from` on at which the follower is level with the leader or ahead: `from` itself when it
    /// is so then, otherwise from + ln(ratio) / (g_F - g_L), and never when g_F <= g_L. For two exponentials.
    /// \throws std::domain_error as `ratio_at`.
    template <date_like From>
    [[nodiscard]] constexpr auto catch_up(const From& from) const {
        static_assert(is_exponential<Leader> && is_exponential<Follower>,
                      "lead::catch_up: in closed form for two exponentials only; give the window in which to look, "
                      "catch_up(between(first, last))");
        using result = number_at<From>;
        const result gap = max(result(log(ratio_at(from))), result(0.0));
        const result closing = sense * (follower_.growth().rate_per_second() - leader_.growth().rate_per_second());
        const auto closes = closing > 0.0;
        const result wait = gap / select(closes, closing, result(1.0));
        return detail::date_where(closes || gap == 0.0, result(detail::to_date(from).seconds_since_1970() + wait));
    }
    /// The first date in the window at which the follower is level or ahead, by `first_at_least` (`first_at_most` where
    /// less is ahead) and with its accuracy; the window's first date when it is so already, never when that is not so in
    /// the window.
    template <class Number>
    [[nodiscard]] constexpr auto catch_up(const window<Number>& where) const {
        static_cast<void>(ratio_at(where.first));
        if constexpr (Ahead == ahead_is::more) {
            return first_at_least(follower_, leader_, where);
        } else {
            return first_at_most(follower_, leader_, where);
        }
    }

    [[nodiscard]] constexpr const Leader& leader() const noexcept { return leader_; }
    [[nodiscard]] constexpr const Follower& follower() const noexcept { return follower_; }

  private:
    static constexpr double sense = Ahead == ahead_is::more ? 1.0 : -1.0;

    template <class Number>
    static constexpr Number endless(const Number& ratio) {
        return select(ratio == 1.0, Number(0.0),
                      select(ratio > 1.0, Number(no_limit), Number(-no_limit)));
    }
    template <class Number>
    static constexpr auto span_of(const Number& seconds) {
        return quantity<dim::time, Number>::from_base_value(seconds);
    }
    // A leader that retreats had the value of a follower behind it never before, although it will: the lead is endless.
    template <class Ratio, class When, class Stood>
    static constexpr auto lead_since(const Ratio& ratio, const basic_date<When>& when, const basic_date<Stood>& stood) {
        using result = common_number_t<Ratio, When, Stood>;
        const result r = ratio;
        const result span = result(when.seconds_since_1970()) - result(stood.seconds_since_1970());
        constexpr double slack = 1.0;  // second, far above the error of a date and below any lead of interest
        const auto wrong_way = (r > 1.0 && span < -slack) || (r < 1.0 && span > slack);
        const auto nowhere = result(stood.seconds_since_1970()) == no_limit;
        return span_of(select(wrong_way || nowhere, endless(r), span));
    }

    Leader leader_;
    Follower follower_;
};

/// The lead of one trend over another in a quantity of which more is ahead, such as performance or compute.
template <any_trend Leader, any_trend Follower>
[[nodiscard]] constexpr auto lead(const Leader& leader, const Follower& follower) {
    return lead_between<Leader, Follower>(leader, follower);
}
/// The lead in a quantity of which less is ahead, such as the cost of a capability.
template <any_trend Leader, any_trend Follower>
[[nodiscard]] constexpr auto lead_in_cost(const Leader& leader, const Follower& follower) {
    return lead_between<Leader, Follower, ahead_is::less>(leader, follower);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Leader, class Follower>
    requires(!any_trend<Leader> || !any_trend<Follower>)
constexpr auto lead(const Leader&, const Follower&) {
    static_assert(any_trend<Leader>,
                  "lead: the first argument, the leader, must be a trend; wrap a callable with as_trend");
    static_assert(any_trend<Follower>,
                  "lead: the second argument, the follower, must be a trend; wrap a callable with as_trend");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
