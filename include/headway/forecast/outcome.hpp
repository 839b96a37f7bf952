// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>

#include <headway/core/detail/check.hpp>
#include <headway/core/value.hpp>
#include <headway/forecast/detail/column.hpp>
#include <headway/forecast/detail/order_statistics.hpp>
#include <headway/forecast/detail/run_identity.hpp>
#include <headway/forecast/outputs.hpp>

HEADWAY_EXACT_BEGIN
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
/// bounds (Owen 1997); for Sobol' the spread over the independent scramblings.
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
/// A streaming Sobol' run's quantile and probability errors are those of independent draws, upper bounds again.
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
        if (scrambled()) {
            return span(spread([](const detail::moments& m, std::size_t) { return m.mean_offset(); }));
        }
        return span(sqrt(total_.variance() / static_cast<double>(total_.count)));
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
        const double n = static_cast<double>(total_.count);
        const double variance = total_.variance();
        if (scrambled()) {
            return span(spread([](const detail::moments& m, std::size_t) { return sqrt(m.variance()); }));
        }
        if (!column_.keeps_draws() || variance == 0.0) return span(sqrt(variance / (2.0 * (n - 1.0))));
        const double mean = column_.pivot() + total_.mean_offset();
        double fourth = 0.0;
        each_kept([&](double x) {
            const double square = (x - mean) * (x - mean);
            fourth += x < detail::never_value ? square * square : 0.0;
        });
        const double kurtosis_excess = fourth / n / (variance * variance) - 1.0;
        return span(sqrt(variance * (kurtosis_excess > 0.0 ? kurtosis_excess : 0.0) / (4.0 * n)));
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
        require_draws("quantile");
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
    /// The standard error of a quantile: half the distance between the order statistics one binomial standard deviation
    /// to either side (infinite where the upper one is never).
    [[nodiscard]] difference_type quantile_standard_error(double p) const {
        if (scrambled() && column_.keeps_draws()) {
            return span(spread([&](const detail::moments&, std::size_t replicate) {
                std::vector<double> joined;
                return detail::sample_quantiles(kept_of(replicate, joined), total_.least, total_.greatest,
                                                std::array{p})[0];
            }));
        }
        const double n = static_cast<double>(draws());
        const double step = sqrt(p * (1.0 - p) / n);
        const auto ends = quantiles(std::array{p - step > 0.0 ? p - step : 0.0, p + step < 1.0 ? p + step : 1.0});
        const double lo = base_value_of(ends[0]);
        const double hi = base_value_of(ends[1]);
        return span(lo == hi ? 0.0 : 0.5 * (hi - lo));
    }

    /// The share of draws below x (of a date: before x). Draws that never happen are not below.
    /// Of a streaming run: see the class. \throws std::domain_error for an undefined x (NaN) and a shard without draws.
    [[nodiscard]] double probability_below(const T& x) const {
        const double limit = defined("probability_below", x);
        require_draws("probability_below");
        return static_cast<double>(count_below(limit)) / static_cast<double>(draws());
    }
    /// The share of draws above x (of a date: after x), those that never happen among them. Otherwise as
    /// `probability_below`.
    [[nodiscard]] double probability_above(const T& x) const {
        const double limit = defined("probability_above", x);
        require_draws("probability_above");
        return static_cast<double>(count_above(limit)) / static_cast<double>(draws());
    }
    /// The share of draws in which it never happens. \throws std::domain_error for a shard without draws.
    [[nodiscard]] double probability_never() const {
        require_draws("probability_never");
        return static_cast<double>(total_.never) / static_cast<double>(draws());
    }
    [[nodiscard]] double probability_below_standard_error(const T& x) const {
        const double limit = base_value_of(x);
        return share_error(probability_below(x), [limit](double draw) { return draw < limit; });
    }
    [[nodiscard]] double probability_above_standard_error(const T& x) const {
        const double limit = base_value_of(x);
        return share_error(probability_above(x), [limit](double draw) { return draw > limit; });
    }
    [[nodiscard]] double probability_never_standard_error() const {
        return share_error(probability_never(), [](double draw) { return !(draw < detail::never_value); });
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
        require_draws("histogram");
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

    void require_draws(const char* function) const {
        if (draws() > 0) return;
        throw std::domain_error(std::string(function) +
                                ": the outcome has no draws; merge the shards of the run first");
    }
    void require_some(const char* function) const {
        if (total_.count > 0) return;
        throw std::domain_error(std::string(function) + ": in every draw the value is never; ask probability_never()");
    }
    void require_two(const char* function) const {
        if (total_.count > 1) return;
        throw std::domain_error(std::string(function) + ": needs at least 2 draws in which the value happens, has " +
                                std::to_string(total_.count) + "; draw more");
    }
    void require_kept(const char* function) const {
        if (column_.keeps_draws()) return;
        throw std::domain_error(std::string(function) + ": the run did not keep its draws; simulate with .keep = true");
    }
    [[nodiscard]] bool scrambled() const noexcept { return column_.replicates().size() > 1 && filled_replicates() > 1; }
    [[nodiscard]] std::size_t filled_replicates() const noexcept {
        std::size_t filled = 0;
        for (const auto& m : column_.replicates()) filled += m.count > 1 ? 1U : 0U;
        return filled;
    }

    /// The standard error of the mean of a statistic over the independent replicates.
    template <class Statistic>
    [[nodiscard]] double spread(Statistic statistic) const {
        double sum = 0.0;
        std::vector<double> values;
        for (std::size_t r = 0; r < column_.replicates().size(); ++r) {
            if (column_.replicates()[r].count < 2) continue;
            values.push_back(statistic(column_.replicates()[r], r));
            sum += values.back();
        }
        const double n = static_cast<double>(values.size());
        double squares = 0.0;
        for (const double v : values) squares += (v - sum / n) * (v - sum / n);
        return sqrt(squares / (n * (n - 1.0)));
    }

    /// The kept draws from `first` on, before `last`; in `joined` where they lie apart, as in shards with a gap.
    [[nodiscard]] std::span<const double> kept_between(std::uint64_t first, std::uint64_t last,
                                                       std::vector<double>& joined) const {
        std::span<const double> found;
        for (const auto& range : column_.kept()) {
            const std::uint64_t from = std::max(first, range.first);
            const std::uint64_t to = std::min(last, range.last());
            if (!(from < to)) continue;
            const auto part = range.draws().subspan(from - range.first, to - from);
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
    [[nodiscard]] std::span<const double> kept_of(std::size_t replicate, std::vector<double>& joined) const {
        const auto [first, last] = identity_->draws_of_replicate(replicate);
        return kept_between(first, last, joined);
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

    template <class Condition>
    [[nodiscard]] double share_error(double p, Condition condition) const {
        if (scrambled() && column_.keeps_draws()) {
            return spread([&](const detail::moments&, std::size_t replicate) {
                std::vector<double> joined;
                const auto kept = kept_of(replicate, joined);
                std::uint64_t met = 0;
                for (const double x : kept) met += condition(x) ? 1U : 0U;
                return static_cast<double>(met) / static_cast<double>(kept.size());
            });
        }
        return sqrt(p * (1.0 - p) / static_cast<double>(draws()));
    }

    std::shared_ptr<const detail::run_identity> identity_;
    detail::draw_column column_;
    detail::moments total_;
};

/// The outcomes of a model with several named outputs: `get<"cost">(result).median()`.
template <class... Outputs>
class named_outcomes {
  public:
    static constexpr std::size_t size = sizeof...(Outputs);
    static constexpr std::array<std::string_view, size> names{Outputs::name...};

    explicit named_outcomes(outcome<typename Outputs::value_type>... all) : outcomes_(std::move(all)...) {}

    template <std::size_t Index>
    [[nodiscard]] const auto& get() const noexcept {
        return std::get<Index>(outcomes_);
    }

  private:
    std::tuple<outcome<typename Outputs::value_type>...> outcomes_;
};

/// The outcome of that name. A name that is not among the outputs does not compile.
template <label Name, class... Outputs>
[[nodiscard]] const auto& get(const named_outcomes<Outputs...>& all) noexcept {
    constexpr std::size_t place = detail::place_of<Outputs...>(Name.view());
    constexpr bool there_is_an_output_of_this_name = place < sizeof...(Outputs);
    static_assert(there_is_an_output_of_this_name, "get: the model has no output of this name");
    return all.template get<there_is_an_output_of_this_name ? place : 0>();
}

/// The outcomes of a forecast over time, one per date (a fan).
template <class Outcome>
class fan {
  public:
    fan(std::vector<date> dates, std::vector<Outcome> outcomes)
        : dates_(std::move(dates)), outcomes_(std::move(outcomes)) {}

    [[nodiscard]] std::size_t size() const noexcept { return dates_.size(); }
    [[nodiscard]] const std::vector<date>& dates() const noexcept { return dates_; }
    [[nodiscard]] const Outcome& operator[](std::size_t i) const noexcept { return outcomes_[i]; }
    /// The outcome on one of the simulated dates. \throws std::domain_error for any other.
    [[nodiscard]] const Outcome& at(const date& when) const {
        for (std::size_t i = 0; i < dates_.size(); ++i) {
            if (dates_[i] == when) return outcomes_[i];
        }
        throw std::domain_error("fan::at: the date is not among those simulated; add it to the dates of simulate(...)");
    }

  private:
    std::vector<date> dates_;
    std::vector<Outcome> outcomes_;
};

}  // namespace headway
HEADWAY_EXACT_END
