// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>

#include <headway/history/best_so_far.hpp>
#include <headway/text/text.hpp>
#include <headway/trend/first_time.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A lead in time as far as the data tell it: between `least` and `most`, which are one where it is known and infinite where
/// only one bound is.
struct observed_span {
    quantity<dim::time> least;
    quantity<dim::time> most;

    [[nodiscard]] constexpr bool is_known() const noexcept { return least == most; }
    friend constexpr bool operator==(const observed_span&, const observed_span&) noexcept = default;
};

/// "7 months", "at least 14 months", "at most -3 months", "between 4 months and 7 months", "unknown".
template <class = void>
[[nodiscard, gnu::cold]] std::string to_text(const observed_span& span, int significant_digits = 3);

/// Leads over a time.
struct lead_summary {
    observed_span mean;
    observed_span smallest;
    observed_span largest;
    /// The share of the time, or of the advances, at which the lead is known and not only bounded.
    double known_share;
    /// How many advances of the follower it is about; 0 for a mean over time.
    std::size_t advances;
};

namespace detail {

[[noreturn, gnu::cold]] inline void side_has_too_few(const char* side, std::size_t got) {
    throw std::domain_error("observed_lead: the " + std::string(side) + " must have at least 2 observations, got " +
                            std::to_string(got) + "; one score tells no time by which it was reached");
}
[[noreturn, gnu::cold]] inline void sides_do_not_overlap(double first, double last, double other_first,
                                                         double other_last) {
    throw std::domain_error("observed_lead: both sides must have been observed at one time, got the leader from " +
                            iso_text(first) + " to " + iso_text(last) + " and the follower from " +
                            iso_text(other_first) + " to " + iso_text(other_last) +
                            "; a lead is of sides that can be compared");
}
[[noreturn, gnu::cold]] inline void lead_is_not_observed(const char* function, double at, double first, double last) {
    throw std::domain_error("observed_lead::" + std::string(function) + ": the follower is observed from " +
                            iso_text(first) + " to " + iso_text(last) + ", got " + iso_text(at) +
                            "; say until(...) if nothing better came after the last observation");
}
[[noreturn, gnu::cold]] inline void observed_until_before_data(double until, double last) {
    throw std::domain_error("observed_lead::until: the sides are observed until " + iso_text(last) + " as it is, got " +
                            iso_text(until) + "; give a window to leave later ones out");
}
[[noreturn, gnu::cold]] inline void follower_never_advances(double first, double last) {
    throw std::domain_error("observed_lead::at_advances: the follower has no new best from " + iso_text(first) +
                            " to " + iso_text(last) + "; take a longer window, or ask over(window)");
}

/// Observations of an amount, or points that can be indexed.
template <class T>
concept dated_scores = table<T> || is_amount_data<T>;

/// Bounds of leads in seconds, gathered over pieces of time or over dates.
class gathered_leads {
  public:
    /// A lead that moves on a straight line, over a time or, of weight 1, at a date.
    constexpr void add(double weight, double least, double least_at_end, double most, double most_at_end) noexcept {
        const bool known = is_finite(least) && is_finite(most);
        weight_ += weight;
        if (known) known_ += weight;
        if (weight > 0.0) {
            mean_least_ += weight * (0.5 * (least + least_at_end));
            mean_most_ += weight * (0.5 * (most + most_at_end));
        }
        smallest_least_ = min(smallest_least_, min(least, least_at_end));
        smallest_most_ = min(smallest_most_, min(most, most_at_end));
        largest_least_ = max(largest_least_, max(least, least_at_end));
        largest_most_ = max(largest_most_, max(most, most_at_end));
    }
    [[nodiscard]] constexpr lead_summary summary(std::size_t advances) const noexcept {
        return {span(mean_least_ / weight_, mean_most_ / weight_), span(smallest_least_, smallest_most_),
                span(largest_least_, largest_most_), known_ / weight_, advances};
    }
    [[nodiscard]] static constexpr observed_span span(double least, double most) noexcept {
        return {quantity<dim::time>::from_base_value(least), quantity<dim::time>::from_base_value(most)};
    }

  private:
    double weight_ = 0.0;
    double known_ = 0.0;
    double mean_least_ = 0.0;
    double mean_most_ = 0.0;
    double smallest_least_ = no_limit;
    double smallest_most_ = no_limit;
    double largest_least_ = -no_limit;
    double largest_most_ = -no_limit;
};

}  // namespace detail

/// By how much time one side was ahead of the other, by dated scores of both; made by `observed_lead`.
template <class Leader, class Follower, ahead_is Ahead>
class observed_lead_between {
    static constexpr bool both_sides_are_of_one_dimension =
        std::same_as<typename Leader::dimension, typename Follower::dimension>;
    static_assert(both_sides_are_of_one_dimension,
                  "observed_lead: scores of both sides must be of one index, got scores of two dimensions");

  public:
    constexpr observed_lead_between(const Leader& leader, const Follower& follower)
        : leader_(leader), follower_(follower), leader_until_(leader.last()), follower_until_(follower.last()) {}

    /// The same where both sides are known to have had nothing better until a date, such as today.
    /// \throws std::domain_error for a date before the last observation.
    [[nodiscard]] constexpr observed_lead_between until(const date& observed_until) const {
        detail::require_real_date("observed_lead::until", "date", observed_until);
        const date last = max(leader_until_, follower_until_);
        if (!(observed_until >= last)) {
            detail::observed_until_before_data(observed_until.seconds_since_1970(), last.seconds_since_1970());
        }
        observed_lead_between copy = *this;
        copy.leader_until_ = copy.follower_until_ = observed_until;
        copy.require_overlap();
        return copy;
    }
    /// \throws std::domain_error unless both sides were observed at one time.
    constexpr void require_overlap() const {
        if (leader_.first() <= follower_until_ && follower_.first() <= leader_until_) return;
        detail::sides_do_not_overlap(leader_.first().seconds_since_1970(), leader_until_.seconds_since_1970(),
                                     follower_.first().seconds_since_1970(), follower_until_.seconds_since_1970());
    }

    /// The dates on which the follower's best is known.
    [[nodiscard]] constexpr window<double> observed() const { return between(follower_.first(), follower_until_); }

    /// The lead on a date, t - T, where T is the first date on which the leader's best was as good as the follower's on t.
    /// At least t - (the leader's first observation) where that one was as good already. Below zero where the follower is
    /// ahead: the time until the leader came to it, later than t; at most t - (until when the leader is observed) where it
    /// did not. \throws std::domain_error for a date outside `observed()`.
    template <date_like Date>
    [[nodiscard]] constexpr observed_span at(const Date& when) const {
        const date d = detail::to_date(when);
        require_inside("at", d);
        const double t = d.seconds_since_1970();
        const double score = detail::base_of(follower_(d));
        const std::size_t piece = piece_of(score);
        return detail::gathered_leads::span(least_at(t, score, piece), most_at(t, score, piece));
    }
    /// Over the days of a window, each of which counts alike: the exact integral over time, divided by it. With steps a
    /// lead grows day by day until the follower's next advance, so the largest lies just before one.
    /// \throws std::domain_error for a window without length or beyond `observed()`.
    [[nodiscard]] constexpr lead_summary over(const window<double>& where) const {
        require_inside("over", where.first);
        require_inside("over", where.last);
        const double first = where.first.seconds_since_1970();
        const double last = where.last.seconds_since_1970();
        detail::require_above_zero("observed_lead::over", "window's length in seconds", last - first);
        detail::gathered_leads leads;
        for (std::size_t i = 0; i < follower_.size(); ++i) {
            const bool has_next = i + 1 < follower_.size();
            const double from = max(first, seconds(follower_, i));
            const double to = min(last, has_next ? seconds(follower_, i + 1) : follower_until_.seconds_since_1970());
            if (!(from < to)) continue;
            const double score = value(follower_, i);
            if (has_next && follower_.how() != best_between::steps) {
                gather_rise(leads, i, from, to);
            } else {
                gather(leads, from, to, score, score, piece_of(score));
            }
        }
        const observed_span at_last = at(where.last);
        leads.add(0.0, at_last.least.base_value(), at_last.least.base_value(), at_last.most.base_value(),
                  at_last.most.base_value());
        return leads.summary(0);
    }
    [[nodiscard]] constexpr lead_summary over() const { return over(observed()); }

    /// At the follower's advances in a window, the dates on which it came to a new best (its first observation among them),
    /// each of which counts alike: how studies of models count, whose every release has a lag.
    /// \throws std::domain_error for a window beyond `observed()` or without an advance.
    [[nodiscard]] constexpr lead_summary at_advances(const window<double>& where) const {
        require_inside("at_advances", where.first);
        require_inside("at_advances", where.last);
        detail::gathered_leads leads;
        std::size_t count = 0;
        for (std::size_t i = 0; i < follower_.size(); ++i) {
            const date& d = follower_[i].at;
            if (!(d >= where.first && d <= where.last)) continue;
            const observed_span lead = at(d);
            leads.add(1.0, lead.least.base_value(), lead.least.base_value(), lead.most.base_value(),
                      lead.most.base_value());
            ++count;
        }
        if (count == 0) {
            detail::follower_never_advances(where.first.seconds_since_1970(), where.last.seconds_since_1970());
        }
        return leads.summary(count);
    }
    [[nodiscard]] constexpr lead_summary at_advances() const { return at_advances(observed()); }

    /// The first date on which the follower is level with the leader or ahead, among those on which both are observed:
    /// the first of them when it is so already, never when it is not so on any.
    [[nodiscard]] constexpr date catch_up() const {
        const window<double> both =
            between(max(leader_.first(), follower_.first()), min(leader_until_, follower_until_));
        if constexpr (Ahead == ahead_is::more) {
            return first_at_least(follower_, leader_, both);
        } else {
            return first_at_most(follower_, leader_, both);
        }
    }

    /// The best so far of each side, trends.
    [[nodiscard]] constexpr const Leader& leader() const noexcept { return leader_; }
    [[nodiscard]] constexpr const Follower& follower() const noexcept { return follower_; }

  private:
    template <class Side>
    static constexpr double seconds(const Side& side, std::size_t i) {
        return side[i].at.seconds_since_1970();
    }
    template <class Side>
    static constexpr double value(const Side& side, std::size_t i) {
        return side[i].base_value;
    }
    constexpr void require_inside(const char* function, const date& d) const {
        if (d >= follower_.first() && d <= follower_until_) return;
        detail::lead_is_not_observed(function, d.seconds_since_1970(), follower_.first().seconds_since_1970(),
                                     follower_until_.seconds_since_1970());
    }

    /// Between which bests of the leader a score lies: 0 for up to the first, i for up to best i, size() for beyond the last.
    constexpr std::size_t piece_of(double score) const {
        std::size_t piece = 0;
        while (piece < leader_.size() && Leader::is_better(score, value(leader_, piece))) ++piece;
        return piece;
    }
    /// When the leader came to a score of this piece, which rounding must not carry out of it.
    constexpr double reached(double score, std::size_t piece) const {
        const double low = value(leader_, piece - 1);
        const double high = value(leader_, piece);
        const bool is_past = Leader::is_better(score, high);
        const double inside = is_past ? high : Leader::is_better(low, score) ? low : score;
        if (leader_.how() == best_between::steps) return seconds(leader_, piece);
        return leader_.date_of(quantity_or_number<typename Leader::dimension>(inside)).seconds_since_1970();
    }
    constexpr double least_at(double t, double score, std::size_t piece) const {
        if (piece == 0) return t - leader_.first().seconds_since_1970();
        return piece == leader_.size() ? -no_limit : t - reached(score, piece);
    }
    constexpr double most_at(double t, double score, std::size_t piece) const {
        if (piece == leader_.size()) return t - leader_until_.seconds_since_1970();
        return piece == 0 ? no_limit : t - reached(score, piece);
    }
    /// Over a time in which the lead moves on a straight line.
    constexpr void gather(detail::gathered_leads& leads, double from, double to, double score, double score_at_end,
                          std::size_t piece) const {
        leads.add(to - from, least_at(from, score, piece), least_at(to, score_at_end, piece),
                  most_at(from, score, piece), most_at(to, score_at_end, piece));
    }
    /// Over a part of the follower's line from best i on, which is parted where it comes to a best of the leader: between
    /// them the dates of both lines are straight in each other, on a logarithmic axis too.
    constexpr void gather_rise(detail::gathered_leads& leads, std::size_t i, double from, double to) const {
        const auto score_at = [&](double t) { return detail::base_of(follower_(date::from_seconds_since_1970(t))); };
        double start = from;
        for (std::size_t piece = piece_of(value(follower_, i)); start < to; ++piece) {
            double end = to;
            if (piece < leader_.size() && Leader::is_better(value(follower_, i + 1), value(leader_, piece))) {
                const auto level = quantity_or_number<typename Leader::dimension>(value(leader_, piece));
                end = min(to, follower_.date_of(level).seconds_since_1970());
            }
            if (!(start < end)) continue;
            gather(leads, start, end, score_at(start), score_at(end), piece);
            start = end;
        }
    }

    Leader leader_;
    Follower follower_;
    date leader_until_;
    date follower_until_;
};

/// The lead in time of one side over another, measured: from dated scores of both on one index, whatever order they came
/// in, `observed_lead(us, china, best_between::steps)`. Of each side the best so far counts (`best_so_far`), and the lead on
/// a date is how long before the leader had what the follower has then. How to read an index between two bests is the
/// caller's word: with `steps` a level was reached by the first model that had it, with `linear` or `log_linear` gradually
/// before. Where the data bound a lead only, every answer is bounds: `observed_span`. Data are `observations` or, for a
/// constant expression, arrays of points in order of date. `lead` of two trends is the model of it.
/// \throws std::domain_error for a side of fewer than two observations, sides that were never observed at one time, and as
/// `best_so_far`.
template <ahead_is Ahead = ahead_is::more, detail::dated_scores LeaderData, detail::dated_scores FollowerData>
[[nodiscard]] constexpr auto observed_lead(const LeaderData& leader, const FollowerData& follower, best_between how) {
    if (leader.size() < 2) detail::side_has_too_few("leader", leader.size());
    if (follower.size() < 2) detail::side_has_too_few("follower", follower.size());
    const auto leads = best_so_far<Ahead>(leader, how);
    const auto follows = best_so_far<Ahead>(follower, how);
    const observed_lead_between<std::remove_const_t<decltype(leads)>, std::remove_const_t<decltype(follows)>, Ahead>
        between_them(leads, follows);
    between_them.require_overlap();
    return between_them;
}

/// Chosen only for arguments of the wrong kind, and without the word on how to read an index, to say so in words.
template <ahead_is Ahead = ahead_is::more, class LeaderData, class FollowerData, class... How>
constexpr auto observed_lead(const LeaderData&, const FollowerData&, const How&...) {
    static_assert(detail::dated_scores<LeaderData> && detail::dated_scores<FollowerData>,
                  "observed_lead: the first two arguments are the dated scores of the leader and of the follower: "
                  "observations, or an array of points");
    constexpr bool is_told_how_to_read_between_bests = sizeof...(How) == 1 && (std::same_as<How, best_between> && ...);
    static_assert(
        is_told_how_to_read_between_bests,
        "observed_lead: the third argument says what the best is between two models: best_between::steps, linear "
        "or log_linear");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/observed_lead.hpp>
#endif
