// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>

#include <headway/math/check.hpp>
#include <headway/math/elementary.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class = void>
[[nodiscard, gnu::cold]] confidence_interval<double> interval_of_logarithm(double log_value, double error, double degrees,
                                                                           double level);

}  // namespace detail

/// How probable a model makes what was observed, before it was: the evidence, or marginal likelihood, the mean likelihood over
/// the draws. A density, per base unit of each observed value (per second of a date), so that it compares two models of the
/// same observations and says nothing alone. Kept as its logarithm, which many observations do not take out of range.
struct model_evidence {
    double log_value = 0.0;
    /// Of the logarithm, which is the relative error of the evidence where it is small.
    double log_standard_error = 0.0;
    /// A hash of the values that were observed and of their kinds.
    std::uint64_t observations = 0;
    /// By how many independent numbers the error is known: of r scramblings r - 1, so few that an interval is Student's.
    double degrees_of_freedom = no_limit;

    [[nodiscard]] constexpr double value() const noexcept { return headway::exp(log_value); }
    [[nodiscard]] constexpr double standard_error() const noexcept { return value() * log_standard_error; }
    /// The confidence interval of the evidence, by Student's t on its logarithm.
    /// \throws std::domain_error for a level outside (0, 1).
    [[nodiscard]] confidence_interval<double> interval(double level) const {
        return detail::interval_of_logarithm(log_value, log_standard_error, degrees_of_freedom, level);
    }
    friend constexpr bool operator==(const model_evidence&, const model_evidence&) noexcept = default;
};

/// By what factor the observations favour one model over another: the ratio of their evidences.
struct bayes_factor_estimate {
    double log_value = 0.0;
    double log_standard_error = 0.0;
    double degrees_of_freedom = no_limit;

    [[nodiscard]] constexpr double value() const noexcept { return headway::exp(log_value); }
    [[nodiscard]] constexpr double standard_error() const noexcept { return value() * log_standard_error; }
    /// As of an evidence. \throws std::domain_error for a level outside (0, 1).
    [[nodiscard]] confidence_interval<double> interval(double level) const {
        return detail::interval_of_logarithm(log_value, log_standard_error, degrees_of_freedom, level);
    }
    /// The probability of the first model after the observations, of the two, for its probability before.
    /// \throws std::domain_error for one outside [0, 1].
    [[nodiscard]] constexpr double probability_of_first(double before = 0.5) const {
        if (!(before >= 0.0 && before <= 1.0)) {
            detail::value_breaks_a_rule("bayes_factor", "the probability before", "must be between 0 and 1", before);
        }
        if (before == 0.0 || before == 1.0) return before;
        const double log_odds = log_value + headway::log(before) - headway::log1p(-before);
        return 1.0 / (1.0 + headway::exp(-log_odds));
    }
};

/// The Bayes factor of two models, `bayes_factor(simulate(f.updated(o)).evidence(), simulate(g.updated(o)).evidence())`. The
/// errors are added as those of runs of their own; common draws make it mostly smaller. They are known by as many numbers as
/// Welch and Satterthwaite count. Source: Welch, Biometrika 34 (1947) 28.
/// \throws std::domain_error for evidences of different observations.
[[nodiscard]] constexpr bayes_factor_estimate bayes_factor(const model_evidence& first, const model_evidence& second) {
    if (first.observations != second.observations) {
        throw std::domain_error(
            "bayes_factor: the two models were updated by different observations, whose evidences have no "
            "ratio; give both the same values in the same order");
    }
    const double a = first.log_standard_error;
    const double b = second.log_standard_error;
    const double squares = a * a + b * b;
    const double spread = a * a * (a * a) / first.degrees_of_freedom + b * b * (b * b) / second.degrees_of_freedom;
    return {first.log_value - second.log_value, sqrt(squares),
            spread > 0.0 ? squares * squares / spread : no_limit};
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/model_evidence.hpp>
#endif
