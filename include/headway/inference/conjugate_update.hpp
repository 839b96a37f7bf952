// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>

#include <headway/belief/truncated.hpp>
#include <headway/inference/model_evidence.hpp>
#include <headway/inference/observed.hpp>
#include <headway/math/beta.hpp>
#include <headway/math/gamma.hpp>
#include <headway/math/hash_combine.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A belief after an observation, exactly, and how probable the belief made what was observed.
template <any_value T>
struct conjugate_posterior {
    headway::belief<T> belief;
    model_evidence evidence;
};

/// So many successes in so many trials, each with the same chance, for `conjugate_update`.
struct successes_in_trials {
    double successes;
    double trials;
    template <plain_number Successes, plain_number Trials>
    constexpr successes_in_trials(const Successes& of, const Trials& all)
        : successes(detail::as_believed(of)), trials(detail::as_believed(all)) {}
};
/// So many events in an exposure, a time or a number of whatever the rate is per, for `conjugate_update`.
template <any_value Exposure>
struct events_in_exposure {
    double events;
    Exposure exposure;
    template <plain_number Events, believable Over>
    constexpr events_in_exposure(const Events& count, const Over& over)
        : events(detail::as_believed(count)), exposure(detail::as_believed(over)) {}
};
template <class Events, believable Over>
events_in_exposure(Events, Over) -> events_in_exposure<believed_t<Over>>;

/// What is observed is the input to this power: a fall by a yearly factor over 1.5 years is `power_of_input(1.5)`.
struct power_of_input {
    double exponent;
    template <plain_number Exponent>
    constexpr explicit power_of_input(const Exponent& e) : exponent(detail::as_believed(e)) {}
};

namespace detail {

[[noreturn, gnu::cold]] inline void prior_is_not_conjugate(belief_shape prior, const char* what, const char* wanted) {
    throw std::domain_error("conjugate_update: with " + std::string(what) + " there is a closed form for " + wanted +
                            ", got " + std::string(name_of(prior)) +
                            "; simulate(f.updated(observed(...))) updates beliefs of any shape");
}
[[noreturn, gnu::cold]] inline void error_is_not_conjugate(belief_shape error, bool is_factor) {
    throw std::domain_error(std::string("conjugate_update: there is a closed form for ") +
                            (is_factor ? "lognormal factors, log_error(...)" : "normal errors, normal_error(...)") +
                            ", got " + std::string(name_of(error)) +
                            "; simulate(f.updated(observed(...))) takes errors of any shape");
}
[[noreturn, gnu::cold]] inline void observed_counts_must_fit(const char* rule, double got, double of) {
    throw std::domain_error("conjugate_update: " + std::string(rule) + ", got " + number_text(got) + " of " +
                            number_text(of));
}

/// A normal prior N(mean, sd) observed as `value` with a normal error of this standard deviation.
struct normal_update {
    double mean;
    double sd;
    double log_evidence;  ///< of the normal that the prior and the error make together

    constexpr normal_update(double prior_mean, double prior_sd, double value, double error_sd)
        : mean(value), sd(error_sd), log_evidence(0.0) {
        // Relative to the greater spread, so that no square overflows.
        const double scale = prior_sd > error_sd ? prior_sd : error_sd;
        const double p = prior_sd / scale;
        const double e = error_sd / scale;
        const double root = sqrt(p * p + e * e);
        mean = p > e ? value + (prior_mean - value) * (e / root) * (e / root)
                     : prior_mean + (value - prior_mean) * (p / root) * (p / root);
        sd = p > e ? error_sd * (p / root) : prior_sd * (e / root);
        const double z = (value - prior_mean) / scale / root;
        log_evidence = -0.5 * z * z - headway::log(root) - headway::log(scale) - half_log_two_pi;
    }
};

/// What there is of a normal between two ends.
[[nodiscard]] constexpr double normal_between(double mean, double sd, double lo, double hi) noexcept {
    const double from = (lo - mean) / sd;
    const double to = (hi - mean) / sd;
    return from > 0.0 ? normal_cdf(-from) - normal_cdf(-to) : normal_cdf(to) - normal_cdf(from);
}

/// Of normals, on the value or on its logarithm, cut off or not; or of flat beliefs, which are normals cut off of any spread.
template <any_value T>
[[nodiscard]] constexpr conjugate_posterior<T> update_normal(const belief<T>& prior, const observation_record& o,
                                                             double exponent) {
    const component& error = o.error[0].part;
    const belief_shape wanted = o.is_factor ? belief_shape::lognormal : belief_shape::normal;
    if (o.error.shape() != wanted) error_is_not_conjugate(o.error.shape(), o.is_factor);
    const component& a = prior.parts()[0].part;
    const bool is_alone = prior.parts().size() == 1 && a.window == 0.0;
    const bool is_flat = a.shape == (o.is_factor ? belief_shape::log_uniform : belief_shape::uniform);
    if (!is_alone || !(is_flat || a.shape == wanted)) {
        prior_is_not_conjugate(prior.shape(), o.is_factor ? "a lognormal factor" : "a normal error",
                               o.is_factor ? "lognormals and log_uniforms, truncated ones among them"
                                           : "normals and uniforms, truncated ones among them");
    }
    // On an axis on which the prior is normal: the value, or its logarithm about the prior's median or middle.
    const double size = exponent < 0.0 ? -exponent : exponent;
    const double sd = error.parameter[1] / size;
    const double origin = !o.is_factor ? 0.0 : is_flat ? a.lo : a.parameter[0];
    const auto along = [&](double x) { return !o.is_factor ? x : !(x > 0.0) ? -infinity : log_of_ratio(x, origin); };
    const double value = o.is_factor ? log_of_ratio(o.value, error.parameter[0]) / exponent - headway::log(origin)
                                     : o.value - error.parameter[0];
    // The density of the observed value over that along the axis.
    const double log_slope = o.is_factor ? -headway::log(size) - headway::log(o.value) : 0.0;
    const bool is_cut = is_flat || a.is_truncated;
    const double lo = along(a.lo);
    const double hi = along(a.hi);
    double mean = value;
    double spread = sd;
    double log_evidence = 0.0;
    if (is_flat) {
        log_evidence = headway::log(normal_between(mean, spread, lo, hi) / (hi - lo));
    } else {
        const normal_update u(o.is_factor ? 0.0 : a.parameter[0], a.parameter[1], value, sd);
        mean = u.mean;
        spread = u.sd;
        log_evidence = u.log_evidence;
        if (is_cut) log_evidence += headway::log(normal_between(mean, spread, lo, hi) / a.inside);
    }
    const component whole =
        o.is_factor ? lognormal_component(maker_of<T>("conjugate_update"), origin * headway::exp(mean), spread)
                    : normal_component(maker_of<T>("conjugate_update"), mean, spread);
    belief<T> posterior = make_belief<T>(whole);
    if (is_cut) posterior = truncated(posterior, value_from_base<T>(a.lo), value_from_base<T>(a.hi));
    return {posterior, {log_evidence + log_slope, 0.0, hash_of_observed(&o, 1)}};
}

constexpr void require_count(const char* what, double count, double of) {
    if (!(count >= 0.0 && count < 0x1p53 && count == floor(count))) observed_counts_must_fit(what, count, of);
}

}  // namespace detail

/// The exact posterior of a belief of which the value itself was observed, where belief and error have a closed form:
/// - a normal (or a uniform, or either truncated) with `normal_error` or a normal belief about value - input;
/// - a lognormal (or a log_uniform, or either truncated) with `log_error` or a lognormal belief about value / input.
/// `conjugate_update(normal(2.0, 1.0), 5.0, normal_error(0.5)).belief`. A product of the input and a sure number is observed by
/// dividing the value by that number. A literal type throughout: what an observation does to a belief can be a constant.
/// The evidence is the density of the value, as `posterior::evidence` estimates it.
/// \throws std::domain_error for beliefs and errors of other shapes (simulate(f.updated(...)) takes any), a value that is not
/// finite, or where nothing of a truncated belief is left.
/// Source: Gelman et al., Bayesian Data Analysis (3rd edition, 2013), 2.5.
template <any_value T, believable X, class Error>
[[nodiscard]] constexpr conjugate_posterior<T> conjugate_update(const belief<T>& prior, const X& value,
                                                                const Error& error) {
    if constexpr (detail::is_an_error<Error>()) {
        const T of_the_same_dimension = detail::as_believed(value);
        return detail::update_normal(prior, detail::record_of<T>(of_the_same_dimension, detail::spelled_error(error)),
                                     1.0);
    } else {
        return {};
    }
}
/// Where the input to a power was observed, with an error that is a factor: the decline of a price by `factor` a year, seen
/// over 1.5 years as a fall of 6 times, is `conjugate_update(factor, power_of_input(1.5), 6.0, log_error(0.2))`.
/// \throws std::domain_error, besides, for an exponent of 0 or one that is not finite.
template <plain_number X>
[[nodiscard]] constexpr conjugate_posterior<double> conjugate_update(const belief<double>& prior,
                                                                     const power_of_input& power, const X& value,
                                                                     const factor_observation_error& error) {
    if (!(is_finite(power.exponent) && power.exponent != 0.0)) {
        detail::value_breaks_a_rule("conjugate_update", "exponent", "must be finite and not 0", power.exponent);
    }
    return detail::update_normal(prior, detail::record_of<double>(detail::as_believed(value), error), power.exponent);
}

/// The chance of success after trials: a beta(a, b) on 0 to 1 becomes beta(a + successes, b + failures); uniform(0, 1) is
/// beta(1, 1). The evidence is the probability of as many successes in as many trials (beta-binomial).
/// \throws std::domain_error for another belief, and counts that are not whole or of more successes than trials.
[[nodiscard]] constexpr conjugate_posterior<double> conjugate_update(const belief<double>& prior,
                                                                     const successes_in_trials& seen) {
    detail::require_count("trials must be a whole number >= 0", seen.trials, seen.trials);
    detail::require_count("successes must be a whole number >= 0", seen.successes, seen.trials);
    if (!(seen.successes <= seen.trials)) {
        detail::observed_counts_must_fit("successes must be at most as many as trials", seen.successes, seen.trials);
    }
    const auto [lo, hi] = prior.support();
    const bool is_flat = prior.shape() == belief_shape::uniform;
    if ((prior.shape() != belief_shape::beta && !is_flat) || lo != 0.0 || hi != 1.0) {
        detail::prior_is_not_conjugate(prior.shape(), "successes in trials", "betas and the uniform on 0 to 1");
    }
    const double a = is_flat ? 1.0 : prior.parameters()[0];
    const double b = is_flat ? 1.0 : prior.parameters()[1];
    const double failures = seen.trials - seen.successes;
    const double log_ways = -headway::log1p(seen.trials) - log_beta(seen.successes + 1.0, failures + 1.0);
    const double log_evidence = log_ways + log_beta(a + seen.successes, b + failures) - log_beta(a, b);
    const std::uint64_t observations = detail::hash_combine(detail::hash_combine(2, seen.successes), seen.trials);
    return {beta(a + seen.successes, b + failures), {log_evidence, 0.0, observations}};
}

/// A rate after events were counted: a gamma(shape, scale) becomes gamma(shape + events, scale / (1 + scale * exposure)),
/// for events that come steadily (Poisson). A rate per year takes an exposure in time, `events_in_exposure(12, 3.0 * year)`; a
/// plain number a plain number. The evidence is the probability of as many events (negative binomial).
/// \throws std::domain_error for another belief, a count that is not whole, and an exposure that is not > 0.
template <any_value Rate, any_value Exposure>
[[nodiscard]] constexpr conjugate_posterior<Rate> conjugate_update(const belief<Rate>& prior,
                                                                   const events_in_exposure<Exposure>& seen) {
    constexpr bool rate_times_exposure_is_a_number = requires(Rate r, Exposure e) {
        { r* e } -> std::convertible_to<double>;
    };
    static_assert(rate_times_exposure_is_a_number,
                  "conjugate_update: the rate times the exposure must be a number: a rate per time takes a time");
    if constexpr (rate_times_exposure_is_a_number) {
        const double exposure = base_value_of(seen.exposure);
        detail::require_count("events must be a whole number >= 0", seen.events, seen.events);
        if (!(exposure > 0.0 && exposure < detail::infinity)) {
            detail::value_breaks_a_rule("conjugate_update", "exposure", "must be > 0 and finite", exposure);
        }
        if (prior.shape() != belief_shape::gamma) {
            detail::prior_is_not_conjugate(prior.shape(), "events in an exposure", "gammas");
        }
        const double shape = prior.parameters()[0];
        const double scale = prior.parameters()[1];
        const double expected = scale * exposure;
        const double log_ways = -headway::log(shape + seen.events) - log_beta(shape, seen.events + 1.0);
        const double log_evidence = log_ways + seen.events * (headway::log(expected) - headway::log1p(expected)) -
                                    shape * headway::log1p(expected);
        const std::uint64_t observations = detail::hash_combine(detail::hash_combine(3, seen.events), exposure);
        return {gamma(shape + seen.events, value_from_base<Rate>(scale / (1.0 + expected))),
                {log_evidence, 0.0, observations}};
    } else {
        return {};
    }
}

}  // namespace headway

#include <headway/header_end.hpp>
