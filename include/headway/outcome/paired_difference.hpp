// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Which of two results one would rather have. Never is above every value and later than every date.
enum class better { lower, higher, earlier = lower, later = higher };

/// The probability that one scenario beats another.
struct chance_to_beat {
    /// The share of the draws in which it does; ties are not among them.
    double probability;
    double standard_error;
    /// The share of the draws in which the two are equal, both never among them.
    double ties;
};

namespace detail {

/// In how many draws of one replicate the first of two results is below, equal to, above the other.
struct pair_counts {
    std::uint64_t below = 0;
    std::uint64_t equal = 0;
    std::uint64_t above = 0;

    [[nodiscard]] constexpr std::uint64_t draws() const noexcept { return below + equal + above; }
};

/// In how many draws one or both of two results never happen.
struct never_counts {
    std::uint64_t only_first = 0;
    std::uint64_t only_second = 0;
    std::uint64_t both = 0;
};

}  // namespace detail

/// The difference of one output between two scenarios on common draws: draw by draw the first less the second, a span
/// of time for dates. What the two share cancels, so its standard error is smaller than that of two separate runs,
/// which `unpaired_standard_error()` gives for comparison.
/// Where one of the two is never, or both are, there is no difference: mean and quantiles are over the draws in which
/// both happen, the others are counted. `probability_below()` and its like are over all draws: never is above every
/// value (later than every date), and two nevers are equal.
/// Of a streaming run there are moments and probabilities, but no quantiles.
/// Standard errors as in `outcome`: over the scramblings of a Sobol' run, upper bounds for a Latin hypercube.
template <any_value T>
class paired_difference {
  public:
    using difference_type = typename value_traits<T>::difference_type;

    /// `unpaired` in base units, NaN where there is none. Made by `comparison::difference`.
    paired_difference(outcome<difference_type> values, std::vector<detail::pair_counts> counts,
                      const detail::never_counts& never, double unpaired)
        : values_(std::move(values)), counts_(std::move(counts)), never_(never), unpaired_(unpaired) {
        for (const auto& c : counts_) {
            total_.below += c.below;
            total_.equal += c.equal;
            total_.above += c.above;
        }
    }

    [[nodiscard]] std::uint64_t draws() const noexcept { return total_.draws(); }
    /// The number of draws in which both happen, and of the others, by which of the two is never.
    [[nodiscard]] std::uint64_t both_happen() const noexcept {
        return draws() - never_.only_first - never_.only_second - never_.both;
    }
    /// The share of the draws in which both happen, which mean and quantiles are conditional on.
    [[nodiscard]] double probability_both_happen() const {
        detail::require_drawn("difference: a probability", draws(), 1);
        return static_cast<double>(both_happen()) / static_cast<double>(draws());
    }
    [[nodiscard]] std::uint64_t only_first_never() const noexcept { return never_.only_first; }
    [[nodiscard]] std::uint64_t only_second_never() const noexcept { return never_.only_second; }
    [[nodiscard]] std::uint64_t both_never() const noexcept { return never_.both; }

    /// The mean difference over the draws in which both happen. \throws std::domain_error when there are none.
    [[nodiscard]] difference_type mean() const {
        require_pairs("difference: the mean", 1);
        return values_.mean();
    }
    /// The standard error of the mean, paired. \throws std::domain_error with fewer than two draws in which both
    /// happen.
    [[nodiscard]] difference_type standard_error() const {
        require_pairs("difference: the standard error", 2);
        return values_.standard_error();
    }
    /// The standard error that the difference of the two means would have if each scenario had draws of its own.
    /// \throws std::domain_error where one of the two happens in fewer than two draws.
    [[nodiscard]] difference_type unpaired_standard_error() const {
        if (!(unpaired_ >= 0.0)) {
            throw std::domain_error(
                "difference: the unpaired standard error needs at least 2 draws of each scenario in "
                "which the value happens; draw more");
        }
        return value_from_base<difference_type>(unpaired_);
    }
    /// The standard deviation of the difference.
    [[nodiscard]] difference_type stddev() const {
        require_pairs("difference: the standard deviation", 2);
        return values_.stddev();
    }

    [[nodiscard]] difference_type median() const { return quantile(0.5); }
    /// A quantile over the draws in which both happen. \throws std::domain_error when there are none, for p outside
    /// [0, 1], and of a streaming run.
    [[nodiscard]] difference_type quantile(double p) const {
        require_pairs("difference: a quantile", 1);
        return both_happen() == draws() ? values().quantile(p) : pairs().quantile(p);
    }
    [[nodiscard]] difference_type quantile_standard_error(double p) const {
        require_pairs("difference: the standard error of a quantile", 2);
        return both_happen() == draws() ? values().quantile_standard_error(p) : pairs().quantile_standard_error(p);
    }

    /// The share of draws in which the first is below the second (of dates: earlier), equal to it, above it.
    [[nodiscard]] double probability_below() const { return share(&detail::pair_counts::below); }
    [[nodiscard]] double probability_equal() const { return share(&detail::pair_counts::equal); }
    [[nodiscard]] double probability_above() const { return share(&detail::pair_counts::above); }
    [[nodiscard]] double probability_below_standard_error() const { return share_error(&detail::pair_counts::below); }
    [[nodiscard]] double probability_equal_standard_error() const { return share_error(&detail::pair_counts::equal); }
    [[nodiscard]] double probability_above_standard_error() const { return share_error(&detail::pair_counts::above); }

    /// The confidence interval of the mean, or of a quantile, over the draws in which both happen, and of the three
    /// probabilities; see `outcome::interval`. \throws std::domain_error for a level outside (0, 1), where there are no
    /// draws to judge by, and for a quantile of a streaming run.
    [[nodiscard]] confidence_interval<difference_type> interval(statistic::mean_of_draws of, double level) const {
        require_pairs("difference: the interval of the mean", 2);
        return values_.interval(of, level);
    }
    [[nodiscard]] confidence_interval<difference_type> interval(const statistic::quantile& of, double level) const {
        require_pairs("difference: the interval of a quantile", 1);
        return both_happen() == draws() ? values().interval(of, level) : pairs().interval(of, level);
    }
    [[nodiscard]] confidence_interval<double> probability_below_interval(double level) const {
        return share_interval(&detail::pair_counts::below, level);
    }
    [[nodiscard]] confidence_interval<double> probability_equal_interval(double level) const {
        return share_interval(&detail::pair_counts::equal, level);
    }
    [[nodiscard]] confidence_interval<double> probability_above_interval(double level) const {
        return share_interval(&detail::pair_counts::above, level);
    }
    /// That of the probability of `beats`.
    [[nodiscard]] confidence_interval<double> beats_interval(better preferred, double level) const {
        return preferred == better::lower ? probability_below_interval(level) : probability_above_interval(level);
    }

    /// The probability that the first beats the second: is lower, or higher, as asked. Ties are told apart.
    [[nodiscard]] chance_to_beat beats(better preferred) const {
        if (preferred == better::lower) {
            return {probability_below(), probability_below_standard_error(), probability_equal()};
        }
        return {probability_above(), probability_above_standard_error(), probability_equal()};
    }

    /// The differences as an outcome, draw by draw; those in which not both happen count as never.
    /// \throws std::domain_error of a streaming run.
    [[nodiscard]] const outcome<difference_type>& values() const {
        if (!values_.column().kept().empty()) return values_;
        throw std::domain_error(
            "difference: of a streaming run only its mean, its spread and who is above whom are known; "
            "for its draws and quantiles compare with .keep = true");
    }

  private:
    void require_pairs(const char* what, std::uint64_t least) const {
        if (both_happen() >= least) return;
        throw std::domain_error(std::string(what) + " needs at least " + std::to_string(least) + " draw" +
                                (least == 1 ? "" : "s") + " in which both happen, there are " +
                                std::to_string(both_happen()) + " of " + std::to_string(draws()) +
                                "; ask probability_below() and probability_above()");
    }
    [[nodiscard]] outcome<difference_type> pairs() const {
        return values().given([](const difference_type& d) { return base_value_of(d) < detail::never_value; });
    }

    [[nodiscard]] double share(std::uint64_t detail::pair_counts::*which) const {
        detail::require_drawn("difference: a probability", draws(), 1);
        return static_cast<double>(total_.*which) / static_cast<double>(draws());
    }
    [[nodiscard]] double share_error(std::uint64_t detail::pair_counts::*which) const {
        const auto shares = shares_of(which);
        return shares.size() > 1 ? detail::scrambled_share_error(shares, static_cast<double>(draws()))
                                 : detail::independent_share_error(share(which), static_cast<double>(draws()));
    }
    [[nodiscard]] confidence_interval<double> share_interval(std::uint64_t detail::pair_counts::*which,
                                                             double level) const {
        detail::require_interval_level("difference: the interval", level);
        detail::require_drawn("difference: the interval", draws(), 1);
        const double n = static_cast<double>(draws());
        const auto shares = shares_of(which);
        if (shares.size() > 1) {
            const double half = detail::scrambled_half_width(shares, n, level);
            return {std::max(0.0, share(which) - half), std::min(1.0, share(which) + half), level};
        }
        const auto bounds = detail::binomial_interval(static_cast<double>(total_.*which), n, level);
        return {bounds.low, bounds.high, level};
    }
    /// By scrambling, of those that have draws.
    [[nodiscard]] detail::replicate_spread shares_of(std::uint64_t detail::pair_counts::*which) const {
        detail::replicate_spread shares;
        for (const auto& c : counts_) {
            const double all = static_cast<double>(c.draws());
            if (c.draws() > 1) shares.add(static_cast<double>(c.*which) / all, all);
        }
        return shares;
    }

    outcome<difference_type> values_;
    std::vector<detail::pair_counts> counts_;
    detail::pair_counts total_;
    detail::never_counts never_;
    double unpaired_;
};

}  // namespace headway

#include <headway/header_end.hpp>
