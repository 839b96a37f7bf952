// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>

#include <headway/math/check.hpp>
#include <headway/outcome/confidence_interval.hpp>
#include <headway/outcome/detail/order_statistics.hpp>
#include <headway/outcome/detail/outcome_errors.hpp>
#include <headway/outcome/draw_column.hpp>
#include <headway/outcome/run_identity.hpp>
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
        : identity_(std::move(identity)), column_(std::move(column)), total_(column_.total()) {}

    /// The number of draws in this outcome (of a shard: its own).
    [[nodiscard]] std::uint64_t draws() const noexcept { return total_.count + total_.never; }

    /// \throws std::domain_error when every draw is never.
    [[nodiscard]] T mean() const {
        require_some("mean");
        return at(column_.pivot() + total_.mean_offset());
    }
    /// The standard error of the mean. \throws std::domain_error with fewer than two draws to judge by.
    [[nodiscard]] difference_type standard_error() const {
        require_two("standard_error");
        return span(errors().mean_error());
    }
    /// The standard deviation of the draws, with divisor n - 1.
    [[nodiscard]] difference_type stddev() const {
        require_two("stddev");
        return span(sqrt(total_.variance()));
    }
    /// The standard error of the standard deviation, from the fourth moment of kept draws;
    /// of a streaming run that of a normal sample, stddev / sqrt(2 (n - 1)).
    [[nodiscard]] difference_type stddev_standard_error() const {
        require_two("stddev_standard_error");
        return span(errors().stddev_error());
    }

    [[nodiscard]] T median() const { return quantile(0.5); }
    /// \throws std::domain_error for p outside [0, 1], and for a shard without draws.
    [[nodiscard]] T quantile(double p) const { return quantiles(std::array{p})[0]; }
    /// Several quantiles, cheaper together than one by one.
    template <std::size_t Size>
    [[nodiscard]] std::array<T, Size> quantiles(const std::array<double, Size>& probabilities) const {
        for (const double p : probabilities) {
            if (!(p >= 0.0 && p <= 1.0)) {
                detail::value_breaks_a_rule("quantile", "probability", "must be between 0 and 1", p);
            }
        }
        detail::require_drawn("quantile", draws(), 1);
        std::array<T, Size> result;
        if (column_.keeps_draws()) {
            std::vector<double> joined;
            const auto found =
                detail::sample_quantiles(all_kept(joined), total_.least, total_.greatest, probabilities);
            for (std::size_t i = 0; i < Size; ++i) result[i] = at(found[i]);
        } else {
            const auto found = detail::interpolated_quantiles(
                draws(), probabilities, [&](auto ranks, auto values) { column_.find_streamed(ranks, values); });
            for (std::size_t i = 0; i < Size; ++i) result[i] = at(found[i]);
        }
        return result;
    }
    /// The standard error of a quantile: half the distance between the order statistics one standard error of p to either
    /// side, binomial or of the scramblings' shares below the quantile. Infinite, for it cannot be known, where they lie
    /// beyond the draws, as of the p99.99 of 2000, or where the upper one is never.
    /// \throws std::domain_error for p outside [0, 1] and with fewer than two draws to judge by.
    [[nodiscard]] difference_type quantile_standard_error(double p) const { return span(errors().quantile_error(p)); }

    /// The share of draws below x (of a date: before x). Draws that never happen are not below.
    /// Of a streaming run: see the class. \throws std::domain_error for an undefined x (NaN) and a shard without draws.
    [[nodiscard]] double probability_below(const T& x) const {
        const double limit = defined("probability_below", x);
        detail::require_drawn("probability_below", draws(), 1);
        return static_cast<double>(count_below(limit)) / static_cast<double>(draws());
    }
    /// The share of draws above x (of a date: after x), those that never happen among them. Otherwise as
    /// `probability_below`.
    [[nodiscard]] double probability_above(const T& x) const {
        const double limit = defined("probability_above", x);
        detail::require_drawn("probability_above", draws(), 1);
        return static_cast<double>(count_above(limit)) / static_cast<double>(draws());
    }
    /// The share of draws in which it never happens. \throws std::domain_error for a shard without draws.
    [[nodiscard]] double probability_never() const {
        detail::require_drawn("probability_never", draws(), 1);
        return static_cast<double>(total_.never) / static_cast<double>(draws());
    }
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
        detail::require_interval_level("interval", level);
        require_two("interval");
        return between(errors().mean_interval(level), level);
    }
    [[nodiscard]] confidence_interval<T> interval(const statistic::quantile& of, double level) const {
        detail::require_interval_level("interval", level);
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
        const double from = defined("histogram", lo);
        const double to = defined("histogram", hi);
        if (!(from < to)) detail::value_breaks_a_rule("histogram", "lo", "must be below hi", from);
        if (bins == 0) detail::value_breaks_a_rule("histogram", "bins", "must be at least 1", 0.0);
        detail::require_drawn("histogram", draws(), 1);
        if (!(to - from < detail::never_value)) {
            detail::value_breaks_a_rule("histogram", "hi - lo", "must be finite", to - from);
        }
        const double width = static_cast<double>(bins) / (to - from);
        if (!(width < detail::never_value)) {
            detail::value_breaks_a_rule("histogram", "hi - lo", "must be more than so many bins can share", to - from);
        }
        histogram_counts<T> counts{lo, hi, std::vector<std::uint64_t>(bins, 0)};
        const auto bin_of = [&](double x) {
            const auto bin = static_cast<std::size_t>((x - from) * width);
            return bin < bins ? bin : bins - 1;
        };
        if (!column_.keeps_draws()) {
            // Each edge is the least number that a run which keeps its draws would count beyond it.
            std::vector<double> edges{from + 0.0};
            for (std::size_t i = 1; i < bins; ++i) {
                edges.push_back(detail::least_double([&](double x) { return x >= from && (x >= to || bin_of(x) >= i); }));
            }
            edges.push_back(to + 0.0);
            const std::vector<std::uint64_t> below = column_.streamed_below(edges);
            for (std::size_t i = 0; i < bins; ++i) counts.bins[i] = below[i + 1] - below[i];
            counts.below = below.front();
            counts.above = total_.count - below.back();
            counts.never = total_.never;
            return counts;
        }
        each_kept([&](double x) {
            if (!(x < detail::never_value)) {
                ++counts.never;
            } else if (x < from) {
                ++counts.below;
            } else if (x >= to) {
                ++counts.above;
            } else {
                ++counts.bins[bin_of(x)];
            }
        });
        return counts;
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
        require_kept("given");
        if (!(other.identity() == identity()) || !other.column().keeps_draws()) {
            throw std::domain_error("given: the other outcome is of another run; take both from one simulate(...)");
        }
        std::vector<double> chosen;
        for (std::size_t r = 0; r < column_.kept().size(); ++r) {
            const auto mine = column_.kept()[r].draws();
            const auto theirs = other.column().kept()[r].draws();
            for (std::size_t i = 0; i < mine.size(); ++i) {
                if (condition(value_from_base<Other>(theirs[i]))) chosen.push_back(mine[i]);
            }
        }
        if (chosen.empty()) throw std::domain_error("given: no draw meets the condition; widen it or draw more");
        auto part = std::make_shared<detail::run_identity>(*identity_);
        part->describe_condition(chosen);
        detail::draw_column subset(column_.pivot(), 1, true);
        std::copy(chosen.begin(), chosen.end(), subset.keep_range(0, chosen.size()));
        for (std::size_t i = 0; i < chosen.size(); i += batch::size) {
            const std::size_t valid = std::min<std::size_t>(batch::size, chosen.size() - i);
            subset.add_block(chosen.data() + i, static_cast<int>(valid), 0);
        }
        return outcome(std::move(part), std::move(subset));
    }

    /// `f(value)` for each kept draw, in draw order.
    template <class F>
    void for_each_draw(F f) const {
        require_kept("for_each_draw");
        each_kept([&](double x) { f(at(x)); });
    }

    [[nodiscard]] const detail::run_identity& identity() const noexcept { return *identity_; }
    [[nodiscard]] const detail::draw_column& column() const noexcept { return column_; }

  private:
    [[nodiscard]] static T at(double base) { return value_from_base<T>(base); }
    [[nodiscard]] static difference_type span(double base) { return value_from_base<difference_type>(base); }

    void require_some(const char* function) const {
        detail::require_drawn(function, draws(), 1);
        if (total_.count > 0) return;
        throw std::domain_error(std::string(function) + ": in every draw the value is never; ask probability_never()");
    }
    void require_two(const char* function) const {
        detail::require_drawn(function, draws(), 1);
        if (total_.count > 1) return;
        throw std::domain_error(std::string(function) + ": needs at least 2 draws in which the value happens, has " +
                                std::to_string(total_.count) + "; draw more");
    }
    void require_kept(const char* function) const {
        if (column_.keeps_draws()) return;
        throw std::domain_error(std::string(function) + ": the run did not keep its draws; simulate with .keep = true");
    }
    [[nodiscard]] detail::outcome_errors<outcome> errors() const { return detail::outcome_errors<outcome>(*this); }
    [[nodiscard]] static confidence_interval<T> between(const detail::base_interval& ends, double level) {
        return {at(ends.low), at(ends.high), level, ends.low_is_known, ends.high_is_known};
    }
    template <class Condition>
    [[nodiscard]] confidence_interval<double> share_interval(double share, Condition met, double level) const {
        detail::require_interval_level("interval", level);
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

    /// The kept draws from `first` on, before `last`; in `joined` where they lie apart, as in shards with a gap.
    [[nodiscard]] std::span<const double> kept_between(std::uint64_t first, std::uint64_t last,
                                                       std::vector<double>& joined) const {
        std::span<const double> found;
        for (const auto& range : column_.kept()) {
            const std::uint64_t from = std::max(first, range.first);
            const std::uint64_t to = std::min(last, range.last());
            if (!(from < to)) continue;
            const auto part = range.draws().subspan(static_cast<std::size_t>(from - range.first), static_cast<std::size_t>(to - from));
            if (found.empty()) {
                found = part;
            } else {
                if (joined.empty()) joined.assign(found.begin(), found.end());
                joined.insert(joined.end(), part.begin(), part.end());
                found = joined;
            }
        }
        return found;
    }
    [[nodiscard]] std::span<const double> all_kept(std::vector<double>& joined) const {
        return kept_between(0, ~std::uint64_t{0}, joined);
    }
    template <class F>
    void each_kept(F f) const {
        for (const auto& range : column_.kept()) {
            for (const double x : range.draws()) f(x);
        }
    }

    [[nodiscard]] static double defined(const char* function, const T& x) {
        const double base = base_value_of(x);
        if (!(base == base)) detail::value_breaks_a_rule(function, "the value", "must be a number", base);
        return base;
    }
    [[nodiscard]] std::uint64_t count_below(double x) const {
        if (!column_.keeps_draws()) return column_.streamed_below({x}).front();
        std::uint64_t below = 0;
        each_kept([&](double draw) { below += draw < x ? 1U : 0U; });
        return below;
    }
    [[nodiscard]] std::uint64_t count_above(double x) const {
        if (!column_.keeps_draws()) {
            if (!(x < detail::never_value)) return 0;
            return draws() - column_.streamed_below({detail::next_above(x)}).front();
        }
        std::uint64_t above = 0;
        each_kept([&](double draw) { above += draw > x ? 1U : 0U; });
        return above;
    }

    std::shared_ptr<const detail::run_identity> identity_;
    detail::draw_column column_;
    detail::moments total_;
};

}  // namespace headway

#include <headway/header_end.hpp>
