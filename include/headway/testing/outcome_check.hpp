// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>

#include <headway/outcome/outcome.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A tolerance in standard errors of the simulation: `median_is(outcome, 4.2 * million_usd, standard_errors(3.0))`. By
/// chance alone a right value misses 2 in one seed of 22, 3 in one of 370, 4 in one of 16 000.
struct standard_errors {
    double count;
    constexpr explicit standard_errors(double number_of_them) : count(number_of_them) {}
};

/// Whether a statistic of an outcome is what was expected.
class outcome_report : public check_report {
  public:
    outcome_report(bool good, std::string text) : good_(good), text_(std::move(text)) {}
    [[nodiscard]] explicit operator bool() const noexcept { return good_; }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

  private:
    bool good_;
    std::string text_;
};

namespace detail {

/// How far a statistic may lie from its expected value, in base units.
template <class Difference, class Tolerance>
[[nodiscard, gnu::cold]] double allowed(const Tolerance& tolerance, double expected, double error) {
    double most = 0.0;
    if constexpr (std::same_as<Tolerance, standard_errors>) {
        most = tolerance.count;
    } else if constexpr (std::same_as<Tolerance, quantity<dimensionless>>) {
        most = tolerance.base_value();
    } else {
        constexpr bool tolerance_fits = std::convertible_to<const Tolerance&, Difference>;
        static_assert(tolerance_fits, "the tolerance must be standard_errors(...), a percentage such as 2.0 * percent, or "
                                      "a difference of the outcome's own kind (for a date, a span of time)");
        if constexpr (tolerance_fits) {
            const Difference difference = tolerance;
            most = base_value_of(difference);
        }
    }
    require_not_negative("outcome check", "tolerance", most);
    if constexpr (std::same_as<Tolerance, standard_errors>) {
        return most == 0.0 ? 0.0 : most * error;
    } else if constexpr (std::same_as<Tolerance, quantity<dimensionless>>) {
        return most * abs(expected);
    } else {
        return most;
    }
}

/// Compares a statistic with what was expected of it; `error` is its standard error.
template <any_value T, class Tolerance>
[[nodiscard, gnu::cold]] outcome_report compare_statistic(const std::string& what, const T& got, const T& expected,
                                               const typename value_traits<T>::difference_type& error,
                                               const Tolerance& tolerance) {
    using difference = typename value_traits<T>::difference_type;
    if constexpr (any_date<T>) {
        constexpr bool tolerance_is_no_percentage = !std::same_as<Tolerance, quantity<dimensionless>>;
        static_assert(tolerance_is_no_percentage, "a date has no percentage: give a span of time or standard_errors(...)");
    }
    const double x = base_value_of(got);
    const double y = base_value_of(expected);
    if (y != y) value_breaks_a_rule("outcome check", "expected value", "must be a number", y);
    const double most = allowed<difference>(tolerance, y, base_value_of(error));
    const double distance = x == y ? 0.0 : abs(x - y);
    const auto shown = [](const auto& value) {
        if constexpr (any_date<decltype(value)>) {
            return to_text(value);
        } else {
            return to_text(value, 4);
        }
    };
    const auto span = [&](double base) { return shown(value_from_base<difference>(base)); };
    std::string text = what + " is " + shown(got) + " (standard error " + span(base_value_of(error)) + "), ";
    // An infinite number of units would hold everything.
    const bool unknown = std::same_as<Tolerance, standard_errors> && distance > 0.0 && most == no_limit;
    const bool good = distance <= most && !unknown;
    text += good ? "as expected: " : "expected: ";
    text += shown(expected);
    if constexpr (std::same_as<Tolerance, standard_errors>) {
        text += " within " + to_text(tolerance.count) + " standard errors";
    } else {
        text += " within " + span(most);
    }
    if (unknown) {
        text += "; these draws cannot tell how far it is off: draw more, or allow a difference";
    } else if (!good) {
        text += "; it is " + span(distance) + " too " +
                (any_date<T> ? (x < y ? "early" : "late") : (x < y ? "low" : "high"));
        // A tolerance below the noise fails for no reason, and passes for none.
        if (most < 2.0 * base_value_of(error) && !std::same_as<Tolerance, standard_errors>) {
            text += ", but the tolerance is below two standard errors: draw more, or allow more";
        }
    }
    return {good, std::move(text)};
}

/// An outcome, or one whose draws have weights.
template <class Outcome>
concept any_outcome_asked = requires(const Outcome& o, const typename Outcome::value_type& x) {
    { o.mean() } -> std::same_as<typename Outcome::value_type>;
    { o.quantile_standard_error(0.5) } -> std::same_as<typename Outcome::difference_type>;
    { o.probability_below_standard_error(x) } -> std::same_as<double>;
};

}  // namespace detail

/// Whether the mean, the median, a quantile of an outcome is the expected value. The tolerance is `standard_errors(3.0)`, a
/// percentage of the expected value such as `2.0 * percent`, or a difference of the outcome's kind, such as
/// `0.1 * million_usd` or, of dates, `2.0 * month`. A check with a tolerance below the simulation's own error says so.
/// \throws std::domain_error for a tolerance that is negative or not finite, or an expected value that is not a number.
template <detail::any_outcome_asked Outcome, class Tolerance>
[[nodiscard, gnu::cold]] outcome_report mean_is(const Outcome& outcome, const typename Outcome::value_type& expected,
                                     const Tolerance& tolerance) {
    return detail::compare_statistic("the mean", outcome.mean(), expected, outcome.standard_error(), tolerance);
}
template <detail::any_outcome_asked Outcome, class Tolerance>
[[nodiscard, gnu::cold]] outcome_report quantile_is(const Outcome& outcome, double p, const typename Outcome::value_type& expected,
                                         const Tolerance& tolerance) {
    return detail::compare_statistic("the " + to_text(100.0 * p, 6) + " % quantile", outcome.quantile(p), expected,
                                     outcome.quantile_standard_error(p), tolerance);
}
template <detail::any_outcome_asked Outcome, class Tolerance>
[[nodiscard, gnu::cold]] outcome_report median_is(const Outcome& outcome, const typename Outcome::value_type& expected,
                                       const Tolerance& tolerance) {
    return detail::compare_statistic("the median", outcome.median(), expected, outcome.quantile_standard_error(0.5),
                                     tolerance);
}

/// Whether the probability of a value below x (above x; of never) is the expected one, from 0 to 1. The tolerance is
/// `standard_errors(3.0)`, a difference such as 0.01, or a percentage of the expected probability.
template <detail::any_outcome_asked Outcome, class Tolerance>
[[nodiscard, gnu::cold]] outcome_report probability_below_is(const Outcome& outcome, const typename Outcome::value_type& x,
                                                  double expected, const Tolerance& tolerance) {
    return detail::compare_statistic("the probability below " + to_text(x), outcome.probability_below(x), expected,
                                     outcome.probability_below_standard_error(x), tolerance);
}
template <detail::any_outcome_asked Outcome, class Tolerance>
[[nodiscard, gnu::cold]] outcome_report probability_above_is(const Outcome& outcome, const typename Outcome::value_type& x,
                                                  double expected, const Tolerance& tolerance) {
    return detail::compare_statistic("the probability above " + to_text(x), outcome.probability_above(x), expected,
                                     outcome.probability_above_standard_error(x), tolerance);
}
template <detail::any_outcome_asked Outcome, class Tolerance>
[[nodiscard, gnu::cold]] outcome_report probability_never_is(const Outcome& outcome, double expected, const Tolerance& tolerance) {
    return detail::compare_statistic("the probability of never", outcome.probability_never(), expected,
                                     outcome.probability_never_standard_error(), tolerance);
}

}  // namespace headway

#include <headway/header_end.hpp>
