// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/belief/belief.hpp>
#include <headway/history/detail/log_linear.hpp>
#include <headway/quantity/units.hpp>
#include <headway/source/figure_text.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A growth estimated from data: `fit_exponential` and `fit_random_walk` make one.
template <class T>
concept growth_estimate = requires(const T& fit) {
    { fit.growth() } -> std::same_as<growth>;
    { fit.factor_belief(units::year) } -> std::same_as<belief<double>>;
};

/// A claim held against data.
struct figure_comparison {
    std::string claim;  ///< "Dario Amodei: about ÷4 per year"
    std::string data;   ///< what the data say, with a 95 % interval
    /// The probability, if the claim holds, of data that lie at least so far from it: two-sided for a number, from the nearest
    /// end for a range, one-sided for a bound.
    double p_value = 1.0;
    /// Why p is not to be relied on; empty if the fit's residuals give no reason.
    std::string caution;

    /// What the p-value means. Compatible is not confirmed: with few or scattered data most claims are compatible.
    [[nodiscard]] std::string verdict() const;
    /// The comparison in a sentence.
    [[nodiscard]] std::string in_words() const;
};

namespace detail {

/// What a claim leaves possible: a number is a range of no width, a bound a range without an end.
struct claimed_range {
    double low = 0.0;
    double high = 0.0;
};

/// `below` and `above`: the probabilities that the belief estimated from data, or about what is to be observed, gives to
/// either side of x. Of a sure belief they are 0 or 1.
template <class Belief>
[[nodiscard]] double p_value_of(const Belief& b, const claimed_range& claim) {
    using value = typename Belief::value_type;
    const double middle = base_value_of(b.median());
    // What the belief's own rounding makes of an equal number.
    const auto equal = [middle](double x) { return abs(x - middle) <= 1e-12 * abs(middle); };
    if (!b.has_density()) {
        return (middle >= claim.low && middle <= claim.high) || equal(claim.low) || equal(claim.high) ? 1.0 : 0.0;
    }
    const auto below = [&b](double x) { return b.cdf(value_from_base<value>(x)); };
    const auto above = [&b](double x) { return b.survival(value_from_base<value>(x)); };
    if (claim.low == -infinity) return below(claim.high);
    if (claim.high == infinity) return above(claim.low);
    if (middle < claim.low) return min(1.0, 2.0 * above(claim.low));
    if (middle > claim.high) return min(1.0, 2.0 * below(claim.high));
    return 1.0;
}

template <class Value>
[[nodiscard]] claimed_range ordered(const Value& a, const Value& b) {
    const double first = base_value_of(a);
    const double second = base_value_of(b);
    return first < second ? claimed_range{first, second} : claimed_range{second, first};
}

/// What a figure claims, told as the number that `reading` makes of its value. A bound holds in the direction in which that
/// number grows with the value, and an order of magnitude reaches to ten times the value.
template <class Figure, class Reading>
[[nodiscard]] claimed_range claim_of(const Figure& figure, const Reading& reading) {
    if constexpr (figures::figure_with_ends<Figure>) {
        return ordered(reading(figure.low), reading(figure.high));
    } else if constexpr (any_date<decltype(figure.value)>) {
        claimed_range claim = ordered(reading(figure.value), reading(figure.value));
        if (figure.precision == figures::precision::at_least) claim.high = infinity;
        if (figure.precision == figures::precision::at_most) claim.low = -infinity;
        return claim;
    } else {
        const auto at = reading(figure.value);
        if (figure.precision == figures::precision::order) return ordered(at, reading(10.0 * figure.value));
        claimed_range claim = ordered(at, at);
        const bool is_bound =
            figure.precision == figures::precision::at_least || figure.precision == figures::precision::at_most;
        if (!is_bound) return claim;
        const bool rises = base_value_of(reading(1.0078125 * figure.value)) > base_value_of(at);
        if (rises == (figure.precision == figures::precision::at_least)) {
            claim.high = infinity;
        } else {
            claim.low = -infinity;
        }
        return claim;
    }
}

template <class = void>
[[nodiscard]] std::string claim_text(const figures::figure_info& figure);

template <class Fit>
[[nodiscard]] figure_comparison compared_growth(const std::string& claim, const claimed_range& factor_per_year,
                                         const Fit& fit) {
    const belief<double> factor = fit.factor_belief(units::year);
    std::string caution;
    if constexpr (requires { fit.residual_autocorrelation(); }) {
        caution = caution_about(fit.residual_autocorrelation(), fit.size(),
                                "compare with fit_random_walk if the data are "
                                "one series");
    }
    const auto text = [](double f) { return to_text(grows_by_factor(f, units::year)); };
    return {claim,
            text(factor.median()) + " (95 % interval " + text(factor.quantile(0.025)) + " to " +
                text(factor.quantile_upper(0.025)) + ")",
            p_value_of(factor, factor_per_year), std::move(caution)};
}

template <class Q>
[[nodiscard]] figure_comparison compared_value(const std::string& claim, const claimed_range& range,
                                        const belief<Q>& expected) {
    return {claim,
            to_text(expected.median()) + " expected (95 % interval " + to_text(expected.quantile(0.025)) + " to " +
                to_text(expected.quantile_upper(0.025)) + ")",
            p_value_of(expected, range),
            {}};
}

}  // namespace detail

/// A claimed growth against data: `compare_growth(falls_by_factor(4.0, year), fit).in_words()`. The p-value is that of
/// Student's test of the fitted rate, two-sided. It is as good as the fit's errors are independent: see `caution`.
template <growth_estimate Fit>
[[nodiscard]] figure_comparison compare_growth(const growth& claimed, const Fit& fit) {
    const double factor = claimed.factor_per(units::year);
    return detail::compared_growth(to_text(claimed), {factor, factor}, fit);
}

/// A claimed value against what is expected from data, such as `fit.prediction(date)`: the predictive p-value, the
/// probability of a value at least so far from the median, two-sided.
template <any_value Q>
[[nodiscard]] figure_comparison compare_value(const Q& claimed, const belief<Q>& expected) {
    return detail::compared_value(to_text(claimed), detail::ordered(claimed, claimed), expected);
}

/// An article's figure about growth against data. `reading` makes a growth of the figure's value, and so spells direction and
/// period:
///
///     compare_figure(amodei::training_cost_decline, [](double f) { return falls_by_factor(f, year); }, fit).in_words()
///
/// "About" is taken at its number; "at least" and "at most" are bounds, tested from one side; of a range, an interval or an
/// order of magnitude (up to ten times) the nearest end counts.
template <figures::any_figure Figure, class Reading, growth_estimate Fit>
[[nodiscard]] figure_comparison compare_figure(const Figure& figure, const Reading& reading, const Fit& fit) {
    const auto factor = [&reading](const auto& value) {
        const growth g = reading(value);
        return g.factor_per(units::year);
    };
    return detail::compared_growth(detail::claim_text(figure), detail::claim_of(figure, factor), fit);
}

/// An article's figure about a value against what is expected from data, such as `fit.prediction(date)`; precision as above.
template <figures::any_figure Figure, any_value Q>
[[nodiscard]] figure_comparison compare_figure(const Figure& figure, const belief<Q>& expected) {
    return detail::compared_value(detail::claim_text(figure),
                                  detail::claim_of(figure, [](const Q& value) { return value; }), expected);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Figure, class Fit>
figure_comparison compare_figure(const Figure&, const Fit&) {
    static_assert(!growth_estimate<Fit>,
                  "compare_figure: say how the figure's value is a growth, with its direction and its period: "
                  "compare_figure(figure, [](double f) { return falls_by_factor(f, year); }, fit)");
    static_assert(growth_estimate<Fit>,
                  "compare_figure: the last argument must be a belief about a value of the figure's kind, such as "
                  "fit.prediction(date), and the first a figure");
    return {};
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/compare_figure.hpp>
#endif
