// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <headway/outcome/confidence_interval.hpp>
#include <headway/outcome/detail/outcome_errors.hpp>
#include <headway/outcome/draw_record.hpp>
#include <headway/outcome/statistic.hpp>
#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Counts of draws in equal bins from `lo` to `hi`, and outside them.
template <class T>
struct histogram_counts {
    T lo;
    T hi;
    std::vector<std::uint64_t> bins;
    std::uint64_t below = 0;
    std::uint64_t above = 0;
    std::uint64_t never = 0;
};

/// What a simulation knows of one output: a sample of draws and its statistics, each with a standard error.
/// Moments are over the draws in which the value happens; `probability_never()` is the share of the others, and a
/// quantile that falls on them is `date::never()` (an infinite value for numbers and quantities).
/// Standard errors: for independent draws the textbook ones; for Latin hypercube the same formulas, which are then upper
/// bounds (Owen 1997); for Sobol' the spread over the independent scramblings. Each is one standard deviation, itself
/// estimated: from 8 scramblings to a quarter. What holds the truth as often as stated is an interval,
/// `when.interval(statistic::quantile(0.9), 0.95)`, `cost.interval(statistic::mean, 0.95)`:
/// - a mean's: Student's t, for independent draws after Hall's transformation for skewness (1992), over scramblings farther
///   out on the side of a heavy tail;
/// - a quantile's: between order statistics whose ranks the binomial distribution gives (Hutson 1999); of Sobol' draws
///   those at p -+ Student's t times the error of the scramblings' shares below the quantile;
/// - a probability's: the mid-P binomial interval, for none of n draws 0 to 3/n; over scramblings Student's t, never
///   narrower than those 3/n.
/// 95 % intervals held the truth in 0.93 to 0.97 of 4000 runs of independent draws, and in at least 0.93 of the others
/// (tests/bench/coverage.cpp; six shapes, 500 and 5000 draws). No interval knows a tail that no draw has met: of the mean of
/// a lognormal of sigma 3 it is 0.9; ask for the median. A quantile that is a value with probability of its own is known
/// exactly, and its interval is that value.
/// A run that keeps its draws has exact sample quantiles (Hyndman-Fan type 7). So has a streaming run (`.keep = false`) of
/// at most 65 536 draws, and one whose results are few values (at most 16 384, nearly all of which occur repeatedly). Of
/// others:
/// * quantiles are within 2^-12 of their distance from zero, and within 2^-12 of their distance from the central case, of
///   those of a run that keeps its draws, interpolated as they are, never beyond the least and the greatest draw, and of the
///   right sign. For dates, whose zero is 1970, the distance from the central case is the one that says something;
/// * values that carry probability of their own are exact: zero, the least and the greatest, and all that occur twice in the
///   first 16 384 draws, as a value of probability 0.001 fails to do in one of 700 000 runs. So are the probabilities below
///   and above them, and quantiles that fall on them. Other probabilities are those of a limit that is as near as a
///   quantile would be, counted in whole draws;
/// * merging shards in any order gives the very bits of the whole run. Memory grows with the range of the results, not with
///   their number: by 8 KiB or less for each factor of two, less than 1 MiB over forty powers of ten.
/// A streaming Sobol' run's quantile and probability errors and intervals are those of independent draws, upper bounds
/// again.
template <any_value T>
class outcome {
  public:
    using value_type = T;
    using difference_type = typename value_traits<T>::difference_type;

    outcome(std::shared_ptr<const detail::run_identity> identity, detail::draw_column column)
        : record_(std::move(identity), std::move(column)) {}

    /// The number of draws in this outcome (of a shard: its own).
    [[nodiscard]] std::uint64_t draws() const noexcept { return record_.draws(); }

    /// \throws std::domain_error when every draw is never.
    [[nodiscard]] T mean() const { return at(record_.mean()); }
    /// The standard error of the mean. \throws std::domain_error with fewer than two draws to judge by.
    [[nodiscard]] difference_type standard_error() const { return span(errors().mean_error()); }
    /// The standard deviation of the draws, with divisor n - 1.
    [[nodiscard]] difference_type stddev() const { return span(record_.stddev()); }
    /// The standard error of the standard deviation, from the fourth moment of kept draws;
    /// of a streaming run that of a normal sample, stddev / sqrt(2 (n - 1)).
    [[nodiscard]] difference_type stddev_standard_error() const { return span(errors().stddev_error()); }

    [[nodiscard]] T median() const { return quantile(0.5); }
    /// \throws std::domain_error for p outside [0, 1], and for a shard without draws.
    [[nodiscard]] T quantile(double p) const { return at(record_.quantile(p)); }
    /// Several quantiles, cheaper together than one by one.
    template <std::size_t Size>
    [[nodiscard]] std::array<T, Size> quantiles(const std::array<double, Size>& probabilities) const {
        const std::vector<double> found = record_.quantiles(probabilities);
        std::array<T, Size> result;
        for (std::size_t i = 0; i < Size; ++i) result[i] = at(found[i]);
        return result;
    }
    /// The standard error of a quantile: half the distance between the order statistics one standard error of p to either
    /// side, binomial or of the scramblings' shares below the quantile. Infinite, for it cannot be known, where they lie
    /// beyond the draws, as of the p99.99 of 2000, or where the upper one is never.
    /// \throws std::domain_error for p outside [0, 1] and with fewer than two draws to judge by.
    [[nodiscard]] difference_type quantile_standard_error(double p) const { return span(errors().quantile_error(p)); }

    /// The share of draws below x (of a date: before x). Draws that never happen are not below.
    /// Of a streaming run: see the class. \throws std::domain_error for an undefined x (NaN) and a shard without draws.
    [[nodiscard]] double probability_below(const T& x) const { return record_.share_below(base_value_of(x)); }
    /// The share of draws above x (of a date: after x), those that never happen among them. Otherwise as
    /// `probability_below`.
    [[nodiscard]] double probability_above(const T& x) const { return record_.share_above(base_value_of(x)); }
    /// The share of draws in which it never happens. \throws std::domain_error for a shard without draws.
    [[nodiscard]] double probability_never() const { return record_.share_never(); }
    /// The standard errors of these shares. None or all of the n draws leave a share unknown to 1/n, as one draw would.
    [[nodiscard]] double probability_below_standard_error(const T& x) const {
        return errors().share_error(probability_below(x), is_below(x));
    }
    [[nodiscard]] double probability_above_standard_error(const T& x) const {
        return errors().share_error(probability_above(x), is_above(x));
    }
    [[nodiscard]] double probability_never_standard_error() const {
        return errors().share_error(probability_never(), is_never);
    }

    /// The confidence interval of a statistic: of all runs that differ in their seed, about the share `level` give one that
    /// holds the true value, of Latin hypercube and Sobol' draws at least that. An end beyond the draws is open.
    /// \throws std::domain_error for a level outside (0, 1) and where there are no draws to judge by.
    [[nodiscard]] confidence_interval<T> interval(statistic::mean_of_draws, double level) const {
        return between(errors().mean_interval(level), level);
    }
    [[nodiscard]] confidence_interval<T> interval(const statistic::quantile& of, double level) const {
        return between(errors().quantile_interval(of.p, level), level);
    }
    [[nodiscard]] confidence_interval<double> interval(const statistic::probability_below<T>& of, double level) const {
        return share_interval(probability_below(of.x), is_below(of.x), level);
    }
    [[nodiscard]] confidence_interval<double> interval(const statistic::probability_above<T>& of, double level) const {
        return share_interval(probability_above(of.x), is_above(of.x), level);
    }
    [[nodiscard]] confidence_interval<double> interval(statistic::probability_of_never, double level) const {
        return share_interval(probability_never(), is_never, level);
    }

    /// Counts in `bins` equal bins over [lo, hi). Of a streaming run the counts are whole too and add up to its draws,
    /// those of values that repeat are exact, and others are as if each edge were moved by at most the error of a quantile
    /// there. \throws std::domain_error for lo >= hi, ends that are not finite, no bins or more than doubles between the
    /// ends, and a shard without draws.
    [[nodiscard]] histogram_counts<T> histogram(const T& lo, const T& hi, std::size_t bins) const {
        detail::bin_counts counts = record_.histogram(base_value_of(lo), base_value_of(hi), bins);
        return {lo, hi, std::move(counts.bins), counts.below, counts.above, counts.never};
    }

    /// The outcome among the draws for which `condition(value)` holds. Needs kept draws.
    template <class Condition>
    [[nodiscard]] outcome given(Condition condition) const {
        return given(*this, condition);
    }
    /// The outcome among the draws for which another output of the same run meets a condition:
    /// `cost.given(when, [&](date d) { return d < deadline; })`.
    template <any_value Other, class Condition>
    [[nodiscard]] outcome given(const outcome<Other>& other, Condition condition) const {
        return outcome(record_.given(other.record(), [&](double x) { return condition(value_from_base<Other>(x)); }));
    }

    /// `f(value)` for each kept draw, in draw order.
    template <class F>
    void for_each_draw(F f) const {
        record_.require_kept("for_each_draw");
        record_.each_kept([&](double x) { f(at(x)); });
    }

    [[nodiscard]] const detail::run_identity& identity() const noexcept { return record_.identity(); }
    [[nodiscard]] const detail::draw_column& column() const noexcept { return record_.column(); }
    /// The same without its type.
    [[nodiscard]] const detail::draw_record& record() const noexcept { return record_; }

  private:
    explicit outcome(detail::draw_record record) : record_(std::move(record)) {}

    [[nodiscard]] static T at(double base) { return value_from_base<T>(base); }
    [[nodiscard]] static difference_type span(double base) { return value_from_base<difference_type>(base); }
    [[nodiscard]] detail::outcome_errors errors() const { return detail::outcome_errors(record_); }
    [[nodiscard]] static confidence_interval<T> between(const detail::base_interval& ends, double level) {
        return {at(ends.low), at(ends.high), level, ends.low_is_known, ends.high_is_known};
    }
    [[nodiscard]] confidence_interval<double> share_interval(double share, detail::outcome_errors::condition met,
                                                             double level) const {
        const detail::base_interval ends = errors().share_interval(share, met, level);
        return {ends.low, ends.high, level};
    }
    [[nodiscard]] static auto is_below(const T& x) {
        return [limit = base_value_of(x)](double draw) { return draw < limit; };
    }
    [[nodiscard]] static auto is_above(const T& x) {
        return [limit = base_value_of(x)](double draw) { return draw > limit; };
    }
    static constexpr auto is_never = [](double draw) { return !(draw < detail::never_value); };

    detail::draw_record record_;
};

}  // namespace headway

#include <headway/header_end.hpp>
