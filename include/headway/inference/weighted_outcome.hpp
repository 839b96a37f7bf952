// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <headway/inference/weighted_record.hpp>
#include <headway/outcome/outcome_text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Shares of the weight in equal bins from `lo` to `hi`, and outside them.
template <class T>
struct histogram_shares {
    T lo;
    T hi;
    std::vector<double> bins;
    double below = 0.0;
    double above = 0.0;
    double never = 0.0;
};

/// An `outcome` of draws that have weights: what a forecast says after an observation, see `forecast::updated`. Its statistics
/// are asked as those of `outcome` and mean the same, with each draw counted by its weight; charts and tables take it.
/// Standard errors are those of a ratio of two sums over the draws (delta method): the spread of weights is in them. Of Sobol'
/// points they come from the scramblings. Where the draws are worth few (`effective_draws()`), their errors are themselves
/// poorly known, which is why an update refuses to be worth less than a stated minimum.
/// Confidence intervals: a mean's by Student's t for the effective draws, after Hall's transformation for skewness; a
/// probability's the mid-P binomial one for as many equal draws as would have its standard error (Korn and Graubard 1998); a
/// quantile's between the quantiles at the ends of that of its probability (Woodruff 1952). Where all weights are equal these
/// are those of `outcome`, but for rounding.
template <any_value T>
class weighted_outcome {
  public:
    using value_type = T;
    using difference_type = typename value_traits<T>::difference_type;

    weighted_outcome(detail::draw_record draws, std::shared_ptr<const detail::draw_weights> weights)
        : record_(std::move(draws), std::move(weights)) {}

    /// The number of draws, those among them that have no weight.
    [[nodiscard]] std::uint64_t draws() const noexcept { return record_.draws().draws(); }
    /// So many draws of equal weight would tell as much: (sum of weights)^2 / sum of their squares.
    [[nodiscard]] double effective_draws() const noexcept { return record_.effective(); }

    /// \throws std::domain_error when every draw is never, and, as all below, where no draw has weight.
    [[nodiscard]] T mean() const { return at(record_.mean()); }
    /// The standard error of the mean. \throws std::domain_error with fewer than two draws to judge by.
    [[nodiscard]] difference_type standard_error() const { return span(record_.mean_error()); }
    /// The standard deviation, with divisor 1 - 1 / effective draws.
    [[nodiscard]] difference_type stddev() const { return span(record_.stddev()); }
    [[nodiscard]] difference_type stddev_standard_error() const { return span(record_.stddev_error()); }

    [[nodiscard]] T median() const { return quantile(0.5); }
    /// By linear interpolation between draws, each gap having half the weight of either; type 7 of Hyndman and Fan where
    /// weights are equal. The first one asked sorts the draws. \throws std::domain_error for p outside [0, 1].
    [[nodiscard]] T quantile(double p) const { return at(record_.quantile(p)); }
    template <std::size_t Size>
    [[nodiscard]] std::array<T, Size> quantiles(const std::array<double, Size>& probabilities) const {
        const std::vector<double> found = record_.quantiles(probabilities);
        std::array<T, Size> result;
        for (std::size_t i = 0; i < Size; ++i) result[i] = at(found[i]);
        return result;
    }
    /// Infinite where it cannot be known, as of `outcome`.
    [[nodiscard]] difference_type quantile_standard_error(double p) const { return span(record_.quantile_error(p)); }

    /// The probability of a value below x (of a date: before x); what never happens is not below.
    /// \throws std::domain_error for an undefined x (NaN).
    [[nodiscard]] double probability_below(const T& x) const {
        require_number("probability_below", x);
        return record_.share("probability_below", is_below(x));
    }
    /// The probability of a value above x, never among them.
    [[nodiscard]] double probability_above(const T& x) const {
        require_number("probability_above", x);
        return record_.share("probability_above", is_above(x));
    }
    [[nodiscard]] double probability_never() const { return record_.share_never(); }
    /// None or all of the weight leave a probability unknown to 1 / effective draws.
    [[nodiscard]] double probability_below_standard_error(const T& x) const {
        return record_.share_error(probability_below(x), is_below(x));
    }
    [[nodiscard]] double probability_above_standard_error(const T& x) const {
        return record_.share_error(probability_above(x), is_above(x));
    }
    [[nodiscard]] double probability_never_standard_error() const {
        return record_.share_error(probability_never(), is_never);
    }

    /// The confidence interval of a statistic, see the class. \throws std::domain_error for a level outside (0, 1).
    [[nodiscard]] confidence_interval<T> interval(statistic::mean_of_draws, double level) const {
        return between(record_.mean_interval(level), level);
    }
    [[nodiscard]] confidence_interval<T> interval(const statistic::quantile& of, double level) const {
        return between(record_.quantile_interval(of.p, level), level);
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

    /// Shares of the weight in `bins` equal bins over [lo, hi). \throws std::domain_error as `outcome::histogram`.
    [[nodiscard]] histogram_shares<T> histogram(const T& lo, const T& hi, std::size_t bins) const {
        detail::bin_shares shares = record_.histogram(base_value_of(lo), base_value_of(hi), bins);
        return {lo, hi, std::move(shares.bins), shares.below, shares.above, shares.never};
    }

    /// The outcome among the draws for which `condition(value)` holds, with their weights: what is certain of the value
    /// besides what was observed, "it had not happened by June".
    template <class Condition>
    [[nodiscard]] weighted_outcome given(Condition condition) const {
        return given(*this, condition);
    }
    /// The same with a condition on another output of the same run.
    template <any_value Other, class Condition>
    [[nodiscard]] weighted_outcome given(const weighted_outcome<Other>& other, Condition condition) const {
        return weighted_outcome(
            record_.given(other.record(), [&](double x) { return condition(value_from_base<Other>(x)); }));
    }

    /// `f(value, weight)` for each draw, in draw order; the greatest weight of all is 1.
    template <class F>
    void for_each_draw(F f) const {
        const auto x = record_.values();
        for (std::size_t i = 0; i < x.size(); ++i) f(at(x[i]), record_.weights()->relative()[i]);
    }

    [[nodiscard]] const detail::run_identity& identity() const noexcept { return record_.weights()->identity(); }
    /// The same without its type.
    [[nodiscard]] const detail::weighted_record& record() const noexcept { return record_; }
    /// The same draws without their weights: what the forecast said before, with the bits of its own run.
    [[nodiscard]] outcome<T> before() const {
        const auto& draws = record_.draws();
        return outcome<T>(std::make_shared<const detail::run_identity>(draws.identity()), draws.column());
    }

  private:
    explicit weighted_outcome(detail::weighted_record record) : record_(std::move(record)) {}

    [[nodiscard]] static T at(double base) { return value_from_base<T>(base); }
    [[nodiscard]] static difference_type span(double base) { return value_from_base<difference_type>(base); }
    static void require_number(const char* function, const T& x) {
        const double base = base_value_of(x);
        if (!(base == base)) detail::value_breaks_a_rule(function, "the value", "must be a number", base);
    }
    [[nodiscard]] static confidence_interval<T> between(const detail::base_interval& ends, double level) {
        return {at(ends.low), at(ends.high), level, ends.low_is_known, ends.high_is_known};
    }
    [[nodiscard]] confidence_interval<double> share_interval(double share, detail::weighted_record::condition met,
                                                             double level) const {
        const detail::base_interval ends = record_.share_interval(share, met, level);
        return {ends.low, ends.high, level};
    }
    [[nodiscard]] static auto is_below(const T& x) {
        return [limit = base_value_of(x)](double draw) { return draw < limit; };
    }
    [[nodiscard]] static auto is_above(const T& x) {
        return [limit = base_value_of(x)](double draw) { return draw > limit; };
    }
    static constexpr auto is_never = [](double draw) { return !(draw < detail::never_value); };

    detail::weighted_record record_;
};

/// In words, as an outcome without weights.
template <any_value T>
[[nodiscard, gnu::cold]] std::string to_text(const weighted_outcome<T>& o, int significant_digits = 3) {
    return detail::outcome_in_words(o, significant_digits);
}
template <class Traits, any_value T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const weighted_outcome<T>& o) {
    return out << to_text(o);
}

}  // namespace headway

#include <headway/header_end.hpp>
