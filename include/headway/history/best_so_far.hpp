// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include <headway/economics/technology_lead.hpp>
#include <headway/history/observations.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What the best so far is between two dates on which it improved.
enum class best_between {
    steps,       ///< the last best: nobody had more until the next one was there
    linear,      ///< on the straight line to the next one, as if it had come about gradually
    log_linear,  ///< the same on a logarithmic axis; needs values above zero
};

namespace detail {

[[noreturn, gnu::cold]] inline void no_best_before_the_first(double at, double first) {
    throw std::domain_error("best_so_far: nothing was observed by " + iso_text(at) + ", the first observation is of " +
                            iso_text(first));
}
[[noreturn, gnu::cold]] inline void observed_dates_descend(std::size_t position, double before, double at) {
    throw std::domain_error("best_so_far: dates must not descend, got " + iso_text(at) + " after " + iso_text(before) +
                            " at point " + std::to_string(position + 1) +
                            "; sort them, or hand over observations, which are");
}

}  // namespace detail

/// The best value observed until a date, made by `best_so_far`: a trend that never gets worse.
template <detail::table Points, ahead_is Ahead = ahead_is::more>
class best_so_far_trend : public trend_base {
    static_assert(std::same_as<typename detail::point_of<Points>::number_type, double>,
                  "best_so_far: data are plain numbers, not blocks of draws");

  public:
    using dimension = typename detail::point_of<Points>::dimension;

    /// \throws std::domain_error for no points, dates that descend or are not in the calendar, values that are not finite,
    /// and values that are not above zero when the line is log-linear.
    constexpr best_so_far_trend(best_between how, const Points& points) : bests_(points), how_(how) {
        if (points.size() == 0) detail::too_few_points("best_so_far", 1, 0);
        for (std::size_t i = 0; i < points.size(); ++i) {
            require_observed(i);
            const double at = points[i].at.seconds_since_1970();
            if (i > 0 && !(last_ <= at)) detail::observed_dates_descend(i, last_, at);
            last_ = at;
            if (count_ > 0 && !is_better(points[i].base_value, bests_[count_ - 1].base_value)) continue;
            // Of one day the best counts.
            if (count_ > 0 && seconds(count_ - 1) == at) --count_;
            bests_[count_++] = points[i];
        }
    }

    /// After the last observation it holds: nothing better was seen. \throws std::domain_error before the first one.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<double, detail::date_number_t<Date>>;
        const result t = detail::to_date(when).seconds_since_1970();
        if (!all_of(t >= seconds(0))) {
            detail::no_best_before_the_first(detail::offender(t, [this](double s) { return !(s >= seconds(0)); }),
                                             seconds(0));
        }
        result value = bests_[0].base_value;
        for (std::size_t i = 1; i < count_; ++i) {
            if (how_ != best_between::steps) value = select(t > seconds(i - 1), on_line(i, t), value);
            value = select(t >= seconds(i), result(bests_[i].base_value), value);
        }
        return quantity_or_number<dimension>(value);
    }
    /// The first date on which the best was as good as a level or better: the first observation's where that was, which may
    /// have come about before; never where no observation is. \throws std::domain_error for a level that is not finite.
    template <class Level>
    [[nodiscard]] constexpr auto date_of(const Level& level) const {
        const auto wanted = detail::level_of<dimension, double>("best_so_far", level);
        using result = std::remove_const_t<decltype(wanted)>;
        result found = no_limit;
        for (std::size_t i = count_; i-- > 0;) {
            const result here = i == 0 || how_ == best_between::steps ? result(seconds(i)) : on_line_at(i, wanted);
            found = select(sense * wanted <= sense * bests_[i].base_value, here, found);
        }
        return basic_date<result>::from_seconds_since_1970(found);
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        for (std::size_t i = 0; i < count_; ++i) visitor(bests_[i].at);
    }

    /// How often it improved, the first observation included; best i of them, counted from 0, and of the last observation.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return count_; }
    [[nodiscard]] constexpr const typename detail::point_of<Points>& operator[](std::size_t i) const noexcept {
        return bests_[i];
    }
    /// The dates of the first and of the last observation, whether or not that was a new best.
    [[nodiscard]] constexpr date first() const noexcept { return date::from_seconds_since_1970(seconds(0)); }
    [[nodiscard]] constexpr date last() const noexcept { return date::from_seconds_since_1970(last_); }
    [[nodiscard]] constexpr best_between how() const noexcept { return how_; }
    [[nodiscard]] static constexpr bool is_better(double one, double other) noexcept {
        return sense * one > sense * other;
    }

  private:
    static constexpr double sense = Ahead == ahead_is::more ? 1.0 : -1.0;

    constexpr double seconds(std::size_t i) const { return bests_[i].at.seconds_since_1970(); }
    constexpr void require_observed(std::size_t i) const {
        const double at = bests_[i].at.seconds_since_1970();
        const double value = bests_[i].base_value;
        detail::require_real_date("best_so_far", "date of an observation", bests_[i].at);
        if (!is_finite(value)) detail::point_breaks_a_rule("best_so_far", "be finite numbers", i, at, value);
        if (how_ == best_between::log_linear && !(value > 0.0)) {
            detail::point_breaks_a_rule("best_so_far", "be > 0 for a log-linear line", i, at, value);
        }
    }
    /// On the line from best i - 1 to best i, at a date.
    template <class Result>
    constexpr Result on_line(std::size_t i, const Result& t) const {
        const Result along = (t - seconds(i - 1)) / (seconds(i) - seconds(i - 1));
        const double from = bests_[i - 1].base_value;
        const double to = bests_[i].base_value;
        if (how_ == best_between::log_linear) return from * exp(along * log(to / from));
        return from * (1.0 - along) + to * along;
    }
    /// The date, in seconds, at which the line to best i has a value; anywhere where it has not.
    template <class Result>
    constexpr Result on_line_at(std::size_t i, const Result& value) const {
        const double from = bests_[i - 1].base_value;
        const double to = bests_[i].base_value;
        const auto inside = sense * value >= sense * from;
        const Result v = select(inside, value, Result(to));
        const Result along = how_ == best_between::log_linear ? Result(log(v / from) / log(to / from))
                                                              : Result((v - from) / (to - from));
        return seconds(i - 1) * (1.0 - along) + seconds(i) * along;
    }

    Points bests_;  // the first count_ of them
    std::size_t count_ = 0;
    double last_ = 0.0;
    best_between how_;
};

/// The best so far of dated scores, the running maximum (of costs, with `ahead_is::less`, the running minimum), as a trend:
/// `best_so_far(scores, best_between::steps)`. So `lead`, `crossing` and `first_at_least` can be asked of observed
/// series. Of several observations on one day the best counts. Points must be in the order of their dates, observations are.
/// A constant expression of an array of points. \throws std::domain_error as `best_so_far_trend`.
template <ahead_is Ahead = ahead_is::more, detail::table Points>
[[nodiscard]] constexpr auto best_so_far(const Points& points, best_between how) {
    return best_so_far_trend<Points, Ahead>(how, points);
}
template <ahead_is Ahead = ahead_is::more, detail::amount Q>
[[nodiscard]] auto best_so_far(const observations<Q>& data, best_between how) {
    if (data.empty()) detail::too_few_observations("best_so_far", 1, 0);
    return best_so_far<Ahead>(data.points(), how);
}

}  // namespace headway

#include <headway/header_end.hpp>
