// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/process.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void regimes_must_be_walks() {
    throw std::domain_error(
        "regime_switching: both regimes must be random walks of one kind, in logarithms or in levels, "
        "without regimes, jumps or estimated drifts of their own; give jumps to what it makes, .with_jumps(...)");
}
constexpr process_record switching_record(const process_record& first, const process_record& second, double stay_first,
                                          double stay_second) {
    for (const process_record* const p : {&first, &second}) {
        if (p->kind != process_kind::walk || p->has_regimes() || p->has_jumps() || p->is_estimated() ||
            p->in_logs != first.in_logs) {
            regimes_must_be_walks();
        }
    }
    process_record record = first;
    record.other_drift = second.drift;
    record.other_volatility = second.volatility;
    record.leave_first = 1.0 / stay_first;
    record.leave_other = 1.0 / stay_second;
    return record;
}

}  // namespace detail

/// A random walk that switches between two regimes: it starts in the first, as and where that one starts, and stays in each
/// for an exponentially distributed time of the mean that is given (a Markov chain in continuous time). Of the second the
/// drift and the volatility count. The regimes at the ends of steps have the chain's exact law; within a step the path has the
/// drift and the variance of the expected share of each, given the regimes at its ends. So its mean does not depend on the
/// step; the variance lacks that of the shares, which is small for steps that are short beside the stays.
///
///     regime_switching(log_walk(start, price, falling, per_sqrt_year(0.2)),
///                      log_walk(start, price, rising, per_sqrt_year(0.5)), 3.0 * year, 9.0 * month)
///
/// On plain numbers the path is the mean of the logarithm (of the level). \throws std::domain_error unless both are random
/// walks of one kind and the spans above zero and finite.
template <class Dimension, class First, class Second>
[[nodiscard]] constexpr process<Dimension>
regime_switching(const process<Dimension>& first, const process<Dimension>& second, const First& mean_stay_in_first,
                 const Second& mean_stay_in_second) {
    return process<Dimension>(
        detail::switching_record(first, second, detail::period_seconds("regime_switching", mean_stay_in_first),
                                 detail::period_seconds("regime_switching", mean_stay_in_second)));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class First, class Second, class StayInFirst, class StayInSecond>
constexpr auto regime_switching(const First&, const Second&, const StayInFirst&, const StayInSecond&) {
    static_assert(is_process<First> && is_process<Second>,
                  "regime_switching: the first two arguments must be random walks, one for each regime, such as log_walk(...)");
    constexpr bool both_are_of_one_dimension = !is_process<First> || !is_process<Second> || std::same_as<First, Second>;
    static_assert(both_are_of_one_dimension, "regime_switching: the two walks must be of one dimension");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
