// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/chip/frontier.hpp>
#include <headway/trend/exponential.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void cadence_tells_no_bandwidth(std::string_view name) {
    throw std::domain_error("frontier: a limit of memory bandwidth cannot be compared with the generations that follow " +
                            std::string(name) + ", for a cadence tells nothing of theirs; list them in a roadmap");
}

}  // namespace detail

/// Generations that follow a cadence, from one that is known; made by `regular_roadmap_from`. It goes on in both
/// directions, as a cadence has neither a first nor a last generation. As a trend it is the performance of the latest
/// generation: steps of the cadence's factor.
template <class Number>
class regular_roadmap : public trend_base {
  public:
    using number_type = Number;

    /// \throws std::domain_error, naming the generation, unless its launch is in the calendar, its performance above
    /// zero and finite and so what else it states.
    constexpr regular_roadmap(const basic_generation<Number>& anchor, const basic_cadence<Number>& cadence)
        : anchor_(anchor), cadence_(cadence) {
        detail::require_generation("regular_roadmap", anchor);
        detail::require_real_date("regular_roadmap", "launch", anchor.launch);
    }

    /// The performance of the latest generation at the date.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return frontier(when).performance;
    }
    /// The generation launched last; one is launched on its own launch date.
    template <date_like Date>
    [[nodiscard]] constexpr auto frontier(const Date& when, workload use = workload::any) const {
        return frontier(when, chip_restriction<Number>{}, use);
    }
    /// The best that the restriction leaves: at least so many generations behind the last, a cap compared to within
    /// 1e-9 of a generation. Its place counts from the known generation, which is 0.
    /// \throws std::domain_error when performance is capped and the known generation states no processing performance.
    template <date_like Date, class Restricted>
    [[nodiscard]] constexpr auto frontier(const Date& when, const chip_restriction<Restricted>& only,
                                          workload use = workload::any) const {
        return best<detail::launched::by>(detail::to_date(when), only, use);
    }
    /// As `frontier`, of what is launched before the date and not on it.
    template <date_like Date, class Restricted>
    [[nodiscard]] constexpr auto frontier_before(const Date& when, const chip_restriction<Restricted>& only,
                                                 workload use = workload::any) const {
        return best<detail::launched::before>(detail::to_date(when), only, use);
    }

    /// The known generation.
    [[nodiscard]] constexpr const basic_generation<Number>& anchor() const noexcept { return anchor_; }
    [[nodiscard]] constexpr const basic_cadence<Number>& cadence() const noexcept { return cadence_; }
    /// The same without steps: the exponential through the launches.
    [[nodiscard]] constexpr auto smooth() const {
        return exponential(anchor_.launch, anchor_.performance, cadence_.growth());
    }

  private:
    template <detail::launched When, class DateNumber, class Restricted>
    constexpr auto best(const basic_date<DateNumber>& when, const chip_restriction<Restricted>& only,
                        workload use) const {
        using result = typename detail::common_number_of<Number, DateNumber, Restricted>::type;
        if (!anchor_.fits(use)) return frontier_chip<result>{};
        const result span = cadence_.span().base_value();
        const result factor = cadence_.factor();
        const result launches = (result(when.seconds_since_1970()) - anchor_.launch.seconds_since_1970()) / span;
        const result last = last_launched<When>(result(when.seconds_since_1970()), floor(launches), span);
        const result lag = only.generations_behind;
        const auto some = lag < no_limit;
        result place = floor(last - select(some, lag, result(0.0)));
        if (any_of(only.most_performance.base_value() < no_limit)) {
            detail::require_comparable(only, anchor_);
            place = min(place, highest_under(result(only.most_performance.base_value()), factor));
        }
        if (any_of(only.below_performance.base_value() < no_limit)) {
            detail::require_stated("frontier", anchor_.name, "processing performance, which a limit is compared with",
                                   anchor_.processing_performance);
            place = min(place, highest_below(result(only.below_performance.base_value()), factor));
        }
        if (any_of(only.below_bandwidth.base_value() < no_limit)) detail::cadence_tells_no_bandwidth(anchor_.name);
        // Minus infinity where the cap lies below every generation.
        const auto possible = some && place > -no_limit;
        place = select(possible, place, result(0.0));
        const result times = pow(factor, place);
        const frontier_chip<result> chip{anchor_.performance * times, anchor_.processing_performance * times,
                                         launch_of(place, span), place};
        return select(possible, chip, frontier_chip<result>{});
    }

    /// The place of the generation launched last, next to the quotient of the time since the known one and the span. That
    /// may be a rounding error away from a whole number on a launch date, so it is the launch dates themselves, as
    /// `frontier` states them, that are compared.
    template <detail::launched When, class Result>
    constexpr Result last_launched(const Result& t, const Result& quotient, const Result& span) const {
        const auto is_launched = [&](const Result& place) {
            const Result launch = launch_of(place, span).seconds_since_1970();
            if constexpr (When == detail::launched::by) {
                return launch <= t;
            } else {
                return launch < t;
            }
        };
        const Result next = quotient + 1.0;
        const Result before = quotient - 1.0;
        return select(is_launched(next), next, select(is_launched(quotient), quotient, before));
    }
    template <class Result>
    constexpr basic_date<Result> launch_of(const Result& place, const Result& span) const {
        return anchor_.launch + quantity<dim::time, Result>::from_base_value(place * span);
    }

    /// The place of the best generation below a limit in processing performance; one at the limit is not below it.
    template <class Result>
    constexpr Result highest_below(const Result& limit, const Result& factor) const {
        const Result under = highest_under(limit, factor);
        const auto finite = under > -no_limit && under < no_limit;
        const Result place = select(finite, under, Result(0.0));
        const Result reached = anchor_.processing_performance.base_value() * pow(factor, place);
        const Result below = select(reached >= limit * (1.0 - 1e-9), place - 1.0, place);
        // Where generations get no better, all of them are at the limit or none.
        const auto at_limit = factor <= 1.0 && Result(anchor_.processing_performance.base_value()) >= limit;
        return select(at_limit, Result(-no_limit), select(finite, below, under));
    }

    /// The place of the best generation under a cap in processing performance.
    template <class Result>
    constexpr Result highest_under(const Result& cap, const Result& factor) const {
        const Result ratio = cap / anchor_.processing_performance.base_value();
        const auto grows = factor > 1.0;
        const auto open = cap > 0.0 && cap < no_limit;
        const Result ooms = log(select(open, ratio, Result(1.0))) / log(select(grows, factor, Result(2.0)));
        const Result none(-no_limit);
        const Result all(no_limit);
        // The slack is for a cap that is a generation's own performance, reached but for rounding.
        const Result under = select(grows, floor(ooms + 1e-9), select(ratio >= 1.0, all, none));
        return select(cap > 0.0, select(cap < all, under, all), none);
    }

    basic_generation<Number> anchor_;
    basic_cadence<Number> cadence_;
};

/// The generations that follow a cadence from a known one: `regular_roadmap_from(h100, cadence(2.0 * year, 2.5))`.
/// \throws std::domain_error, naming the generation, as `regular_roadmap`.
template <class Known, class Cadence>
[[nodiscard]] constexpr auto regular_roadmap_from(const basic_generation<Known>& known,
                                                  const basic_cadence<Cadence>& cadence) {
    using number_type = common_number_t<Known, Cadence>;
    return regular_roadmap<number_type>(
        known.template in_number_type<number_type>(),
        basic_cadence<number_type>(quantity<dim::time, number_type>(cadence.span()), number_type(cadence.factor())));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Known, class Cadence>
constexpr auto regular_roadmap_from(const Known&, const Cadence&) {
    static_assert(is_cadence<Cadence>, "regular_roadmap_from: the second argument must be a cadence, such as "
                                       "cadence(2.0 * year, 2.5)");
    static_assert(!is_cadence<Cadence>, "regular_roadmap_from: the first argument must be a generation");
    return detail::wrong_arguments{};
}

/// How far the follower is behind the leader on a date, both performance over time, in generations and time of the
/// given cadence: ratio leader over follower. Below zero generations where the follower is ahead, infinite where it has
/// no chip. Between two cadences it changes with the date.
/// \throws std::domain_error when the leader has no chip either, or the cadence has no progress.
template <any_trend Leader, any_trend Follower, class Cadence, date_like Date>
[[nodiscard]] constexpr auto gap_between(const Leader& leader, const Follower& follower,
                                         const basic_cadence<Cadence>& told_in, const Date& when) {
    const auto ahead = leader(when);
    const auto lag = follower(when);
    using result = typename detail::common_number_of<Cadence, detail::number_of<decltype(ahead)>,
                                                     detail::number_of<decltype(lag)>>::type;
    const result of_leader = detail::base_of(ahead);
    const result of_follower = detail::base_of_dimension<detail::dimension_of<decltype(ahead)>>(lag);
    detail::require_above_zero("gap_between", "performance of the leader", of_leader);
    detail::require_not_negative("gap_between", "performance of the follower", of_follower);
    const auto has_chip = of_follower > 0.0;
    const auto gap = told_in.gap_of_ratio(of_leader / select(has_chip, of_follower, of_leader));
    const result endless(no_limit);
    return generation_gap<result>{select(has_chip, result(gap.generations), endless),
                                  select(has_chip, gap.time, quantity<dim::time, result>::from_base_value(endless)),
                                  select(has_chip, result(gap.performance_ratio), endless)};
}

}  // namespace headway

#include <headway/header_end.hpp>
