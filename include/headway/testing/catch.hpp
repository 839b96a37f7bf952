// SPDX-License-Identifier: BSL-1.0
#pragma once

// The checks of this room as Catch2 matchers, for Catch2 v3 and v2.13. Every check works without Catch2 too: it returns a
// report that converts to bool and says why with text().

// Whoever uses v3's two amalgamated files includes them before this header.

#ifndef CATCH_AMALGAMATED_HPP_INCLUDED
#if __has_include(<catch2/matchers/catch_matchers_templated.hpp>)
#include <catch2/catch_tostring.hpp>
#include <catch2/catch_version_macros.hpp>
#include <catch2/matchers/catch_matchers_templated.hpp>
#else
#include <catch2/catch.hpp>
#endif
#endif

#include <headway/simulation/simulate.hpp>
#include <headway/testing/agrees.hpp>
#include <headway/testing/bounded.hpp>
#include <headway/testing/changes_by.hpp>
#include <headway/testing/flagged_inputs.hpp>
#include <headway/testing/holds.hpp>
#include <headway/testing/monotone_in.hpp>
#include <headway/testing/outcome_check.hpp>
#include <headway/testing/reads_every_input.hpp>
#include <headway/testing/unit_invariant.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A check's answer in the form that a matcher keeps.
struct matched {
    bool good;
    std::string why;
};
template <any_check_report Report>
[[nodiscard, gnu::cold]] matched as_matched(const Report& report) {
    return {static_cast<bool>(report), report.text()};
}
/// Of a check that is true when there is something to complain about.
template <any_check_report Report>
[[nodiscard, gnu::cold]] matched as_complaint(const Report& report) {
    return {!report, report.text()};
}

// Version 2 takes anything with these two members for a matcher; its own base class knows one argument type only.
#if CATCH_VERSION_MAJOR >= 3
struct matcher_base : Catch::Matchers::MatcherGenericBase {};
#else
struct matcher_base {
    virtual ~matcher_base() = default;
    virtual std::string describe() const = 0;
    std::string toString() const { return describe(); }
};
#endif

}  // namespace detail

/// A check as a Catch2 matcher, made by the functions below: on failure Catch2 prints what was tested, what was asked, and
/// on a line of its own the check's report.
template <class Check>
class check_matcher final : public detail::matcher_base {
  public:
    check_matcher(std::string asked, Check check) : asked_(std::move(asked)), check_(std::move(check)) {}

    template <class Tested>
    [[gnu::cold]] bool match(const Tested& tested) const {
        detail::matched result = check_(tested);
        why_ = std::move(result.why);
        return result.good;
    }
    std::string describe() const override { return why_.empty() ? asked_ : asked_ + "\n  " + why_; }

  private:
    std::string asked_;
    Check check_;
    mutable std::string why_;  // Catch2 asks for the description after the match, of the same object or a copy
};

/// `CHECK_THAT(f, HoldsAlways([](date d) { return d < deadline; }))`; see `holds_always`.
template <class Predicate>
[[nodiscard]] auto HoldsAlways(const Predicate& predicate, const simulation& options = {}) {
    return check_matcher("holds in every draw", [=](const auto& forecast) {
        return detail::as_matched(holds_always(forecast, predicate, options));
    });
}
template <class Predicate>
[[nodiscard]] auto HoldsAlways(const std::vector<date>& dates, const Predicate& predicate,
                               const simulation& options = {}) {
    return check_matcher("holds in every draw", [=](const auto& forecast) {
        return detail::as_matched(holds_always(forecast, dates, predicate, options));
    });
}
/// See `holds_with_probability`.
template <class Predicate>
[[nodiscard]] auto HoldsWithProbability(double probability, const Predicate& predicate, const simulation& options = {},
                                        double confidence = 0.99) {
    return check_matcher("holds with a probability of at least " + to_text(probability), [=](const auto& forecast) {
        return detail::as_matched(holds_with_probability(forecast, probability, predicate, options, confidence));
    });
}
template <class Predicate>
[[nodiscard]] auto HoldsWithProbability(const std::vector<date>& dates, double probability, const Predicate& predicate,
                                        const simulation& options = {}, double confidence = 0.99) {
    return check_matcher("holds with a probability of at least " + to_text(probability), [=](const auto& forecast) {
        return detail::as_matched(holds_with_probability(forecast, dates, probability, predicate, options, confidence));
    });
}

/// No assumption's `review_by` date has come by that day: `CHECK_THAT(f, IsFreshOn(today))`; see `stale`.
[[nodiscard]] inline auto IsFreshOn(const date& day) {
    return check_matcher("has no stale assumption on " + to_text(day),
                         [=](const auto& assumed) { return detail::as_complaint(stale(assumed, day)); });
}
/// Every assumption but these rests on a figure with a source; see `unsourced`.
template <any_assumption... Accepted>
[[nodiscard]] auto IsSourced(const Accepted&... but) {
    return check_matcher("has a source for every assumption", [=](const auto& assumed) {
        return detail::as_complaint(unsourced(assumed).except(but...));
    });
}
/// No assumption but these rests on a disputed figure; see `disagreements`.
template <any_assumption... Accepted>
[[nodiscard]] auto IsUndisputed(const Accepted&... but) {
    return check_matcher("rests on no disputed figure", [=](const auto& assumed) {
        return detail::as_complaint(disagreements(assumed).except(but...));
    });
}
/// The model reads every input but these: `CHECK_THAT(f, ReadsEveryInput())`; see `reads_every_input`.
template <any_assumption... Accepted>
[[nodiscard]] auto ReadsEveryInput(const Accepted&... but) {
    return check_matcher("reads every input",
                         [=](const auto& f) { return detail::as_matched(reads_every_input(f, but...)); });
}
template <any_assumption... Accepted>
[[nodiscard]] auto ReadsEveryInput(const std::vector<date>& dates, const Accepted&... but) {
    return check_matcher("reads every input",
                         [=](const auto& f) { return detail::as_matched(reads_every_input(f, dates, but...)); });
}
/// `CHECK_THAT(decline, AgreesWith(figures::amodei::training_cost_decline))`; see `agrees`.
template <figures::any_figure Figure>
[[nodiscard]] auto AgreesWith(const Figure& figure, const agreement& how = {}) {
    return check_matcher("agrees with " + std::string(figure.id), [figure, how](const auto& assumption) {
        return detail::as_matched(agrees(assumption, figure, how));
    });
}

/// `CHECK_THAT(f, IsMonotoneIn(decline, direction::falling))`; see `monotone_in`.
template <any_assumption Assumption>
[[nodiscard]] auto IsMonotoneIn(const Assumption& input, direction way, const support_search& search = {}) {
    return check_matcher((way == direction::rising ? "rises with " : "falls with ") + std::string(Assumption::name),
                         [=](const auto& f) { return detail::as_matched(monotone_in(f, input, way, search)); });
}
template <any_assumption Assumption>
[[nodiscard]] auto IsMonotoneIn(const std::vector<date>& dates, const Assumption& input, direction way,
                                const support_search& search = {}) {
    return check_matcher((way == direction::rising ? "rises with " : "falls with ") + std::string(Assumption::name),
                         [=](const auto& f) { return detail::as_matched(monotone_in(f, dates, input, way, search)); });
}
/// See `bounded`.
template <class Low, class High>
[[nodiscard]] auto IsBounded(const Low& low, const High& high, const support_search& search = {}) {
    return check_matcher("stays within its bounds",
                         [=](const auto& f) { return detail::as_matched(bounded(f, low, high, search)); });
}
template <class Low, class High>
[[nodiscard]] auto IsBounded(const std::vector<date>& dates, const Low& low, const High& high,
                             const support_search& search = {}) {
    return check_matcher("stays within its bounds",
                         [=](const auto& f) { return detail::as_matched(bounded(f, dates, low, high, search)); });
}
/// `CHECK_THAT(f, IsUnitInvariant<dim::money>())`; see `unit_invariant`.
template <class... Dimensions>
[[nodiscard]] auto IsUnitInvariant(const support_search& search = {}) {
    return check_matcher("says the same in every unit",
                         [=](const auto& f) { return detail::as_matched(unit_invariant<Dimensions...>(f, search)); });
}
template <class... Dimensions>
[[nodiscard]] auto IsUnitInvariant(const std::vector<date>& dates, const support_search& search = {}) {
    return check_matcher("says the same in every unit", [=](const auto& f) {
        return detail::as_matched(unit_invariant<Dimensions...>(f, dates, search));
    });
}

/// A tolerance: `MedianIs(4.2 * million_usd, WithinStandardErrors(3.0))`.
[[nodiscard]] inline standard_errors WithinStandardErrors(double count) { return standard_errors(count); }
/// The mean of an outcome lies within so many of its standard errors from the expected value.
template <class T>
[[nodiscard]] auto WithinStandardErrors(const T& expected, double count) {
    return check_matcher("has its mean within " + to_text(count) + " standard errors of the expected one",
                         [=](const auto& o) { return detail::as_matched(mean_is(o, expected, standard_errors(count))); });
}
/// The median, mean, quantile of an outcome; for the tolerance see `median_is`.
template <class T, class Tolerance>
[[nodiscard]] auto MedianIs(const T& expected, const Tolerance& tolerance) {
    return check_matcher("has the expected median",
                         [=](const auto& o) { return detail::as_matched(median_is(o, expected, tolerance)); });
}
template <class T, class Tolerance>
[[nodiscard]] auto MeanIs(const T& expected, const Tolerance& tolerance) {
    return check_matcher("has the expected mean",
                         [=](const auto& o) { return detail::as_matched(mean_is(o, expected, tolerance)); });
}
template <class T, class Tolerance>
[[nodiscard]] auto QuantileIs(double p, const T& expected, const Tolerance& tolerance) {
    return check_matcher("has the expected quantile",
                         [=](const auto& o) { return detail::as_matched(quantile_is(o, p, expected, tolerance)); });
}
/// The probability that an outcome is below x, above x, never; see `probability_below_is`.
template <class T, class Tolerance>
[[nodiscard]] auto ProbabilityBelowIs(const T& x, double expected, const Tolerance& tolerance) {
    return check_matcher("has the expected probability", [=](const auto& o) {
        return detail::as_matched(probability_below_is(o, x, expected, tolerance));
    });
}
template <class T, class Tolerance>
[[nodiscard]] auto ProbabilityAboveIs(const T& x, double expected, const Tolerance& tolerance) {
    return check_matcher("has the expected probability", [=](const auto& o) {
        return detail::as_matched(probability_above_is(o, x, expected, tolerance));
    });
}
template <class Tolerance>
[[nodiscard]] auto ProbabilityNeverIs(double expected, const Tolerance& tolerance) {
    return check_matcher("has the expected probability", [=](const auto& o) {
        return detail::as_matched(probability_never_is(o, expected, tolerance));
    });
}

/// A growth or an exponential trend with this pace: `CHECK_THAT(curve, ChangesBy(falls_by_factor(4.0, year)))`; any trend,
/// all the way between two dates: `ChangesBy(falls_by_factor(4.0, year), from, to, 5.0 * percent)`. See `changes_by`.
[[nodiscard]] inline auto ChangesBy(const growth& expected, double tolerance = 1e-9) {
    return check_matcher("changes by " + to_text(expected, 6),
                         [=](const auto& pace) { return detail::as_matched(changes_by(pace, expected, tolerance)); });
}
[[nodiscard]] inline auto ChangesBy(const growth& expected, const date& from, const date& to, double tolerance = 1e-9) {
    return check_matcher("changes by " + to_text(expected, 6) + " from " + to_text(from) + " to " + to_text(to),
                         [=](const auto& t) { return detail::as_matched(changes_by(t, expected, from, to, tolerance)); });
}
/// The same by the names of the growths: `FallsByFactor(4.0, year)`, `DoublesEvery(6.0 * month, from, to, 5.0 * percent)`.
/// `how`: nothing, a tolerance, two dates, or two dates and a tolerance.
template <time_like Span, class... How>
[[nodiscard]] auto FallsByFactor(double factor, const Span& period, const How&... how) {
    return ChangesBy(falls_by_factor(factor, period), how...);
}
template <time_like Span, class... How>
[[nodiscard]] auto GrowsByFactor(double factor, const Span& period, const How&... how) {
    return ChangesBy(grows_by_factor(factor, period), how...);
}
template <time_like Span, class... How>
[[nodiscard]] auto DoublesEvery(const Span& span, const How&... how) {
    return ChangesBy(doubles_every(span), how...);
}
template <time_like Span, class... How>
[[nodiscard]] auto HalvesEvery(const Span& span, const How&... how) {
    return ChangesBy(halves_every(span), how...);
}

}  // namespace headway

namespace Catch {

/// Quantities and dates as they are printed, and, where that leaves something out, the whole number behind: two that
/// differ never look alike in a failure.
template <class Dimension>
struct StringMaker<headway::quantity<Dimension, double>> {
    [[gnu::cold]] static std::string convert(const headway::quantity<Dimension, double>& q) {
        const std::string text = headway::to_text(q);
        const double x = q.base_value();
        if (!headway::is_finite(x) || x == 0.0) return text;
        const double rounded = headway::detail::round_to(headway::abs(x), 3).value();
        if (rounded == headway::abs(x)) return text;
        return text + " (" + headway::detail::number_text(x) + " base units)";
    }
};
template <>
struct StringMaker<headway::date> {
    [[gnu::cold]] static std::string convert(const headway::date& d) {
        const double seconds = d.seconds_since_1970();
        const double days = seconds / headway::detail::seconds_per_day;
        const bool whole = !headway::is_finite(days) || headway::floor(days) == days;
        const std::string text = headway::to_text(d);
        return whole ? text : text + " (" + headway::detail::number_text(seconds) + " seconds since 1970)";
    }
};
template <>
struct StringMaker<headway::growth> {
    static std::string convert(const headway::growth& g) { return headway::to_text(g, 6); }
};
template <class T>
struct StringMaker<headway::belief<T>> {
    [[gnu::cold]] static std::string convert(const headway::belief<T>& b) {
        const auto low = b.quantile(0.05);
        const auto high = b.quantile(0.95);
        if (low == high) return std::string(headway::name_of(b.shape())) + " " + headway::to_text(b.median());
        return std::string(headway::name_of(b.shape())) + " with median " + headway::to_text(b.median()) +
               " and 90 % between " + headway::to_text(low) + " and " + headway::to_text(high);
    }
};
template <headway::label Name, class T>
struct StringMaker<headway::named_assumption<Name, T>> {
    [[gnu::cold]] static std::string convert(const headway::named_assumption<Name, T>& a) {
        return "\"" + std::string(a.name) + "\", " + StringMaker<headway::belief<T>>::convert(a.belief()) + ",";
    }
};
template <class Model, class... Assumptions>
struct StringMaker<headway::basic_forecast<Model, Assumptions...>> {
    [[gnu::cold]] static std::string convert(const headway::basic_forecast<Model, Assumptions...>&) {
        std::string names;
        ((names += (names.empty() ? "\"" : ", \"") + std::string(Assumptions::name) + "\""), ...);
        return "a forecast of " + names;
    }
};
template <class T>
struct StringMaker<headway::outcome<T>> {
    [[gnu::cold]] static std::string convert(const headway::outcome<T>& o) {
        const auto q = o.quantiles(std::array{0.05, 0.5, 0.95});
        return "an outcome of " + std::to_string(o.draws()) + " draws with median " + headway::to_text(q[1]) +
               " and 90 % between " + headway::to_text(q[0]) + " and " + headway::to_text(q[2]);
    }
};
template <class Dimension>
struct StringMaker<headway::exponential_trend<Dimension, double>> {
    [[gnu::cold]] static std::string convert(const headway::exponential_trend<Dimension, double>& trend) {
        return "an exponential trend from " + headway::to_text(trend.value_at_start()) + " on " +
               headway::to_text(trend.start()) + ", " + headway::to_text(trend.growth());
    }
};

}  // namespace Catch

#include <headway/header_end.hpp>
