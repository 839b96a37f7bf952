// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/assumption.hpp>
#include <headway/belief/belief.hpp>
#include <headway/quantity/value_kind.hpp>
#include <headway/source/figure_dates.hpp>
#include <headway/source/figure_text.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How strictly an assumption must agree with a figure.
struct agreement {
    /// The level of the belief's interval, where its maker was not given two ends.
    double level = 0.9;
    /// "About 4" is read as 4 within this factor either way.
    double about_factor = 1.25;
    /// The share of the belief that must lie on the stated side of "at least" and "at most"; 0.5 asks it of the median.
    double share_within_bound = 0.5;
};

/// How `agrees` reads a figure.
enum class figure_reading {
    value,  ///< the interval must contain it
    band,   ///< the interval must meet it: "about", an order of magnitude, a year
    ends,   ///< the interval must contain both
    from,   ///< the belief must lie above the bound
    up_to,  ///< the belief must lie below the bound
};

/// Whether an assumption agrees with a figure, with what was compared.
template <any_value T>
struct agreement_report : check_report {
    std::string_view assumption;
    const figures::figure_info* figure = nullptr;
    figure_reading reading = figure_reading::value;
    /// What the figure says, as it was read; for a bound both are the bound.
    T low{};
    T high{};
    /// The belief's stated interval: the ends of the belief where its maker was given them (uniform, triangular, PERT,
    /// discrete, ...), else the central interval of `agreement::level`.
    T interval_low{};
    T interval_high{};
    /// The probability on the stated side of a bound; 1 for the other readings.
    double share = 1.0;
    bool agrees = false;

    [[nodiscard]] explicit constexpr operator bool() const noexcept { return agrees; }

    [[nodiscard, gnu::cold]] std::string text() const {
        const auto shown = [](const T& value) {
            if constexpr (any_date<T>) {
                return to_text(value);
            } else {
                return to_text(value, 4);
            }
        };
        std::string text = std::string(assumption) + ", " + shown(interval_low);
        if (interval_low != interval_high) text += " to " + shown(interval_high);
        text += (agrees ? ", agrees with " : ", does not agree with ") + std::string(figure->id) + ", " +
                figures::value_text(*figure) + (figure->rejected ? " (rejected by its speaker)" : "") + ": ";
        const std::string has = agrees ? "" : "not ";
        switch (reading) {
        case figure_reading::value:
            return text + "the value " + shown(low) + " is " + has + "in the interval";
        case figure_reading::band:
            return text + "the interval " + (agrees ? "meets " : "does not meet ") + shown(low) + " to " + shown(high);
        case figure_reading::ends:
            return text + "the interval " + (agrees ? "covers " : "does not cover all of ") + shown(low) + " to " +
                   shown(high);
        case figure_reading::from:
        case figure_reading::up_to:
            break;
        }
        return text + to_text(100.0 * share) + " % of the belief lies " +
               (reading == figure_reading::from ? "at or above " : "at or below ") + shown(low);
    }
};

namespace detail {

[[noreturn, gnu::cold]] inline void agreement_must_be(const char* what, const char* rule, double got) {
    value_breaks_a_rule("agrees", what, rule, got);
}
[[noreturn, gnu::cold]] inline void order_of_magnitude_must_be_above_zero(const figures::figure_info& figure) {
    throw std::domain_error("agrees: " + std::string(figure.id) +
                            " is an order of magnitude that is not above zero, so it has no decade; state what you "
                            "read out of it as a figure of your own");
}

/// A figure in base units, by the rules of `agrees`.
struct read_figure {
    figure_reading reading;
    double low;
    double high;
};

inline constexpr double seconds_in_a_year = 31556952.0;

[[nodiscard]] constexpr read_figure read_value(const figures::figure_info& figure, double v, bool is_date,
                                               const agreement& how) {
    // A date of a source is known to the year and stands for the first day of it.
    const double end = is_date ? v + seconds_in_a_year : v;
    switch (figure.precision) {
    case figures::precision::at_least:
        return {figure_reading::from, v, v};
    case figures::precision::at_most:
        return {figure_reading::up_to, end, end};
    case figures::precision::order:
        if (is_date) break;
        if (!(v > 0.0)) order_of_magnitude_must_be_above_zero(figure);
        return {figure_reading::band, v, 10.0 * v};
    case figures::precision::about: {
        if (is_date) return {figure_reading::band, v - seconds_in_a_year, end + seconds_in_a_year};
        const double inner = v / how.about_factor;
        const double outer = v * how.about_factor;
        return {figure_reading::band, min(inner, outer), max(inner, outer)};
    }
    case figures::precision::exact:
    case figures::precision::assumed:
    case figures::precision::range:
        break;
    }
    return {is_date ? figure_reading::band : figure_reading::value, v, end};
}

/// The figure as something a belief about a `T` can agree with.
template <any_value T, figures::any_figure Figure>
[[nodiscard]] constexpr read_figure read(const Figure& figure, const agreement& how) {
    if constexpr (any_date<T> && (std::derived_from<Figure, figures::figure<quantity<dim::time>>> ||
                                  std::derived_from<Figure, figures::figure_range<quantity<dim::time>>>)) {
        const double first = figures::earliest_date(figure).seconds_since_1970();
        const double last = figures::latest_date(figure).seconds_since_1970();
        if constexpr (figures::figure_with_value<Figure>) {
            if (figure.precision == figures::precision::at_least) return {figure_reading::from, first, first};
            if (figure.precision == figures::precision::at_most) return {figure_reading::up_to, last, last};
            const double longer = figure.precision == figures::precision::order ? 9.0 * figure.value.base_value() : 0.0;
            return {figure_reading::band, first, last + longer};
        } else {
            return {figure_reading::ends, first, last};
        }
    } else if constexpr (figures::figure_with_value<Figure>) {
        return read_value(figure, base_value_of(figure.value), any_date<T>, how);
    } else if constexpr (requires { figure.core_low; }) {
        return {figure_reading::ends, base_value_of(figure.core_low), base_value_of(figure.core_high)};
    } else {
        // "A few times" has ends, but not such that a belief must cover them.
        const bool loose = figure.precision == figures::precision::order;
        return {loose ? figure_reading::band : figure_reading::ends, base_value_of(figure.low), base_value_of(figure.high)};
    }
}

template <any_value T, class Figure>
consteval bool can_be_compared() {
    if constexpr (figures::figure_with_value<Figure>) {
        using value = std::remove_cvref_t<decltype(std::declval<const Figure&>().value)>;
        return value_kind::of<value>() == value_kind::of<T>() || (any_date<T> && std::same_as<value, quantity<dim::time>>);
    } else {
        using value = std::remove_cvref_t<decltype(std::declval<const Figure&>().low)>;
        return value_kind::of<value>() == value_kind::of<T>() || (any_date<T> && std::same_as<value, quantity<dim::time>>);
    }
}

/// Whether the belief's maker was given its ends, both of them finite.
template <any_value T>
[[nodiscard]] constexpr bool has_stated_ends(const belief<T>& b) {
    switch (b.shape()) {
    case belief_shape::normal:
    case belief_shape::lognormal:
    case belief_shape::gamma:
    case belief_shape::weibull:
    case belief_shape::student_t:
    case belief_shape::log_student_t:
    case belief_shape::mixture:
    case belief_shape::truncated:
    case belief_shape::metalog:
    case belief_shape::pareto:
    case belief_shape::lomax:
    case belief_shape::generalized_pareto:
    case belief_shape::poisson:
    case belief_shape::geometric_trials:
    case belief_shape::geometric_failures:
        return false;
    default:
        return true;
    }
}

}  // namespace detail

/// Whether an assumption agrees with a figure, read as sharply as its source states it and no sharper:
///
/// | figure                  | the assumption agrees when                                                           |
/// |-------------------------|--------------------------------------------------------------------------------------|
/// | exact, assumed          | the belief's stated interval contains the value                                      |
/// | about                   | the interval meets the value within a factor of 1.25 either way (of a year: one year) |
/// | range                   | the interval covers both ends (of a range with a core: of the core)                  |
/// | at least, at most       | at least half of the belief lies on that side of the bound                           |
/// | order of magnitude      | the interval meets the decade from the value to ten times as much, or the range      |
/// | a year                  | the interval meets the year                                                          |
/// | with an interval        | as its value, by its precision                                                       |
/// | a span from its source  | of a date: as above, for the dates that the span can end on                          |
///
/// The stated interval is the ends of the belief where its maker was given them (`uniform`, `triangular`, `pert`, `beta`,
/// `discrete`, ...), else the central interval of `how.level`, 90 %, as of `ci90`. Ends that differ by rounding count as
/// equal. A constant expression for the shapes that are: `static_assert(agrees(decline, figure))`.
/// \throws std::domain_error for an order of magnitude of zero, a span that is not counted from its source where the
/// assumption is a date, a level or share not between 0 and 1, a factor below 1.
template <label Name, class T, figures::any_figure Figure>
[[nodiscard]] constexpr auto agrees(const named_assumption<Name, T>& assumption, const Figure& figure,
                                    const agreement& how = {}) {
    constexpr bool figure_has_the_dimension_of_the_assumption = detail::can_be_compared<T, Figure>();
    static_assert(figure_has_the_dimension_of_the_assumption,
                  "agrees: the figure has another dimension than the assumption; compare what is of one kind");
    if constexpr (figure_has_the_dimension_of_the_assumption) {
        if (!(how.level > 0.0 && how.level < 1.0)) {
            detail::agreement_must_be("level", "must be between 0 and 1, such as 0.9", how.level);
        }
        if (!(how.about_factor >= 1.0)) detail::agreement_must_be("about_factor", "must be >= 1", how.about_factor);
        if (!(how.share_within_bound >= 0.0 && how.share_within_bound <= 1.0)) {
            detail::agreement_must_be("share_within_bound", "must be between 0 and 1", how.share_within_bound);
        }
        const belief<T> b = assumption.belief();
        const detail::read_figure said = detail::read<T>(figure, how);
        const double tail = detail::has_stated_ends(b) ? 0.0 : 0.5 - 0.5 * how.level;
        agreement_report<T> report;
        report.assumption = Name.view();
        report.figure = &figure;
        report.reading = said.reading;
        report.low = value_from_base<T>(said.low);
        report.high = value_from_base<T>(said.high);
        report.interval_low = b.quantile(tail);
        report.interval_high = b.quantile_upper(tail);

        const double lo = base_value_of(report.interval_low);
        const double hi = base_value_of(report.interval_high);
        // Quantiles are not exact, so the ends that an interval was made of come back with a rounding error.
        const double slack = 1e-9 * max(abs(lo), abs(hi));
        switch (said.reading) {
        case figure_reading::value:
        case figure_reading::ends:
            report.agrees = lo <= said.low + slack && said.high <= hi + slack;
            break;
        case figure_reading::band:
            report.agrees = lo <= said.high + slack && said.low <= hi + slack;
            break;
        case figure_reading::from:
            report.share = min(1.0, b.survival(report.low) + b.mass(report.low));
            report.agrees = report.share >= how.share_within_bound - 1e-9;
            break;
        case figure_reading::up_to:
            report.share = b.cdf(report.low);
            report.agrees = report.share >= how.share_within_bound - 1e-9;
            break;
        }
        return report;
    }
}

/// Chosen only for what is not an assumption and a figure, to say so in words.
template <class Assumption, class Figure>
    requires(!any_assumption<Assumption> || !figures::any_figure<Figure>)
constexpr auto agrees(const Assumption&, const Figure&) {
    static_assert(any_assumption<Assumption>, "agrees: the first argument must be an assumption");
    static_assert(!any_assumption<Assumption>, "agrees: the second argument must be a figure with its value, such as "
                                               "figures::amodei::training_cost_decline");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
