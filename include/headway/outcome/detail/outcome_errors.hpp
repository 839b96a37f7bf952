// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/outcome/detail/binomial.hpp>
#include <headway/outcome/detail/outcome_requirements.hpp>
#include <headway/outcome/draw_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What some independent scramblings say of a mean: its standard error, from how far each lies from the whole, by its
/// weight. With equal weights that is their standard deviation over the root of their number.
struct replicate_spread {
    std::vector<double> values;
    std::vector<double> weights;

    void add(double value, double weight);
    [[nodiscard]] std::size_t size() const noexcept { return values.size(); }
    template <class = void>
    [[nodiscard]] double standard_error() const noexcept;
};

/// The standard error of a share of n draws. A share of none or of all of them has that of one draw more or less, 1/n.
template <class = void>
[[nodiscard]] double independent_share_error(double share, double n) noexcept;
/// That of n draws in some scramblings, never below 1/n. The points of a scrambling below a limit are a whole number:
/// where they fill the space as evenly as can be, either k or k + 1, the latter with a probability f that nothing but
/// these counts tells. When all R scramblings of n/R points agree, f has the Beta(1, R + 1) distribution (before them
/// anything was as likely), whose root mean square, sqrt(2 / ((R + 2)(R + 3))), is 1/R to a tenth; f R/n is the error.
template <class = void>
[[nodiscard]] double scrambled_share_error(const replicate_spread& shares, double n) noexcept;
/// Half the interval: Student's t over the scramblings, or the f with (1 - f)^R = 1 - level, as above; that f R/n is, for
/// any R, at most 1 - (1 - level)^(1/n), what n independent draws of which none is so leave possible.
template <class = void>
[[nodiscard]] double scrambled_half_width(const replicate_spread& shares, double n, double level) noexcept;

/// Hall's transformation of a studentised mean, inverted: the quantile of the statistic whose normal counterpart is z,
/// where `skewness` is that of the draws over the root of their number. Monotone in z, and z itself where it is zero.
/// Source: Hall, Journal of the Royal Statistical Society B 54 (1992) 221-228.
template <class = void>
[[nodiscard]] double hall_quantile(double z, double skewness) noexcept;

/// The ends of an interval in base units; infinite and not known where no draw tells them.
struct base_interval {
    double low;
    double high;
    bool low_is_known = true;
    bool high_is_known = true;
};

/// Standard errors and confidence intervals of the statistics of an outcome, in base units.
template <class = void>
class basic_outcome_errors {
  public:
    explicit basic_outcome_errors(const draw_record& of) : of_(of), total_(of.total()) {}

    // ---- The mean ----------------------------------------------------------------------------------------------------

    [[nodiscard]] double mean_error() const;
    [[nodiscard]] base_interval mean_interval(double level) const;

    // ---- The standard deviation --------------------------------------------------------------------------------------

    [[nodiscard]] double stddev_error() const;

    // ---- Quantiles ---------------------------------------------------------------------------------------------------

    [[nodiscard]] double quantile_error(double p) const;
    [[nodiscard]] base_interval quantile_interval(double p, double level) const;

    // ---- Probabilities -----------------------------------------------------------------------------------------------

    /// Whether a draw is among those that a share counts.
    using condition = function_ref<bool(double draw)>;
    [[nodiscard]] double share_error(double share, condition met) const;
    [[nodiscard]] base_interval share_interval(double share, condition met, double level) const;

  private:
    [[nodiscard]] double draws() const noexcept { return static_cast<double>(of_.draws()); }
    [[nodiscard]] bool scrambled() const noexcept;
    /// The scramblings tell how well a share is known. A streaming run does not know the shares of each, and takes the
    /// error of independent draws, an upper bound.
    [[nodiscard]] bool shares_differ() const noexcept { return scrambled() && of_.keeps_draws(); }

    [[nodiscard]] replicate_spread spread_of(double (*statistic)(const moments&)) const;
    /// How far apart the values lie that happen: by how much one draw of n that is another moves n times their mean.
    [[nodiscard]] double resolution() const;

    /// The mean of ((x - mean) / stddev)^power over kept draws that happen.
    [[nodiscard]] double standardised_power(int power) const;
    /// The sum of cubes, about their mean and scaled, of so many of the greatest draws that happen and of as many of the
    /// least.
    [[nodiscard]] double outermost_third_moment(std::size_t size, double scale) const;
    /// Of the draws that happen. A streaming run's is that of a sum over quantiles, denser towards either end.
    [[nodiscard]] double skewness() const;

    /// `f(draws)` for the kept draws of each scrambling that has some, in one or several parts.
    [[nodiscard]] replicate_spread shares_by(function_ref<double(double draw)> count) const;
    [[nodiscard]] replicate_spread shares_of(condition met) const {
        return shares_by([&](double x) { return met(x) ? 1.0 : 0.0; });
    }
    /// The shares of the draws below the p-quantile of all; of those that equal it, as many as p takes of all of them.
    [[nodiscard]] replicate_spread shares_up_to_quantile(double p) const;

    /// The p of type 7 for a rank counted from 1.
    [[nodiscard]] double place(double rank) const noexcept {
        return of_.draws() == 1 ? 0.5 : std::clamp((rank - 1.0) / (draws() - 1.0), 0.0, 1.0);
    }
    /// The order statistic of a rank; between the last that happens and never, the last that happens.
    [[nodiscard]] double at_rank_or_before(double rank) const;

    const draw_record& of_;
    const moments& total_;
};
HEADWAY_ELSEWHERE(class basic_outcome_errors<>);
using outcome_errors = basic_outcome_errors<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/outcome_errors.hpp>
#endif
