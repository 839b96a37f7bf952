// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief_text.hpp>
#include <headway/belief/shown_belief.hpp>
#include <headway/forecast/unread_inputs.hpp>
#include <headway/inference/updated_forecast.hpp>
#include <headway/source/figure_text.hpp>
#include <headway/table/paragraph.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who updates a forecast.
template <class Updated>
class posterior;

}  // namespace headway

namespace headway::report {

/// A figure with what a reader needs to judge it, on one line: its value as the source states it, what it is in the
/// source's argument, how sharp it is where the value does not say so, how it was verified, whether its own speaker rejects
/// it, and who said it where and when: "about ÷4 per year [observed]: Dario Amodei (Anthropic), ..., 2025-02-06".
template <class = void>
[[nodiscard, gnu::cold]] std::string source_line(const figures::figure_info& f) {
    std::string text = figures::value_text(f);
    if (!text.empty()) text += ' ';
    text += "[" + std::string(figures::to_text(f.kind));
    const bool value_tells = f.precision != figures::precision::exact && f.precision != figures::precision::order;
    if (!value_tells) text += ", " + std::string(figures::to_text(f.precision));
    if (f.grade != figures::grade::none) text += ", grade " + std::string(figures::to_text(f.grade));
    text += f.rejected ? ", rejected by the speaker]" : "]";
    const std::string cited = figures::citation(f);
    return cited.empty() ? text : text + ": " + cited;
}
HEADWAY_INSTANTIATE(std::string source_line<>(const figures::figure_info& f));

namespace detail {

/// The interval that the words tell is the one that was given, to the last digit.
template <class = void>
[[nodiscard, gnu::cold]] bool is_told_by_its_interval(const headway::detail::component_list& belief,
                                           const headway::detail::belief_notation& notation) {
    using headway::detail::given_as;
    if (belief.size() != 1 || belief.shape() == belief_shape::truncated) return false;
    const auto& part = belief[0].part;
    const bool is_given =
        part.given == given_as::ci90 || (part.given == given_as::interval && part.parameter[4] == 0.9);
    if (!is_given) return false;
    const auto reads_back = [&notation](double end) {
        const std::string text = notation.value_text(end, headway::detail::shown_belief_digits);
        headway::detail::text_cursor cursor(text);
        const double back = headway::detail::value_reader(cursor, *notation.values).read();
        return back == end && cursor.is_done() && !cursor.has_failed();
    };
    return reads_back(part.parameter[2]) && reads_back(part.parameter[3]);
}
HEADWAY_INSTANTIATE(bool is_told_by_its_interval<>(const headway::detail::component_list& belief,
                    const headway::detail::belief_notation& notation));

using headway::detail::belief_line;

}  // namespace detail

/// A belief in words: its median and the interval between its 5 % and 95 % quantiles, or that it is a single value.
template <any_value T>
[[nodiscard, gnu::cold]] std::string belief_line(const belief<T>& b) {
    return detail::belief_line(b.parts(), headway::detail::belief_notation_of<T>);
}

namespace detail {

/// The same, and behind it the belief as it was given where the words do not tell that, unless it is a long list.
template <class = void>
[[nodiscard, gnu::cold]] std::string belief_as_given(const assumption_record& a) {
    if (a.is_path()) return a.motion.text(a.motion);
    const std::string words = belief_line(a.parts(), a.notation());
    const bool is_sure = a.base_quantile(0.05) == a.base_quantile(0.95);
    if (is_sure || is_told_by_its_interval(a.parts(), a.notation())) return words;
    const std::string given = headway::detail::belief_writer(a.notation()).text(a.parts());
    return given.size() <= headway::detail::longest_shown_belief ? words + ": " + given : words;
}
HEADWAY_INSTANTIATE(std::string belief_as_given<>(const assumption_record& a));

/// Of moments that do not exist, so that those of draws are not taken for them.
template <class = void>
[[nodiscard, gnu::cold]] std::string missing_moments(const assumption_record& a) {
    const auto& parts = a.parts();
    if (a.is_path() || headway::detail::mass_of(parts, headway::no_limit) > 0.0) return {};
    if (!headway::detail::has_mean(parts)) {
        return "has no finite mean, so that the mean over draws of what grows with it settles on nothing: read quantiles";
    }
    if (!headway::detail::has_variance(parts)) {
        return "has no finite variance, so that a mean over draws of what grows with it is off by more than its standard error "
               "says: read quantiles";
    }
    return {};
}
HEADWAY_INSTANTIATE(std::string missing_moments<>(const assumption_record& a));

template <class = void>
[[nodiscard, gnu::cold]] std::string source_entry(const assumption_record& a, bool is_read) {
    constexpr margins below{4, 4};
    std::string text = paragraph("- " + std::string(a.name) + ": " + belief_as_given(a), {0, 2});
    text += paragraph(missing_moments(a), below);
    if (!is_read) text += paragraph("never read by the model, so it changes nothing", below);
    if (a.is_overridden()) {
        std::string why = a.note().empty() ? ", no reason given" : ": " + std::string(a.note());
        if (a.figure() != nullptr) why = ": " + source_line(*a.figure());
        text += paragraph("overridden" + why, below);
        if (a.figure() != nullptr) text += paragraph(a.note(), below);
        if (const auto* before = a.overridden_figure()) text += paragraph("in place of " + source_line(*before), below);
    } else {
        if (a.figure() != nullptr) text += paragraph(source_line(*a.figure()), below);
        text += paragraph(a.note(), below);
    }
    if (a.figure() != nullptr) text += paragraph(a.figure()->note, below);
    std::string dates;
    if (!a.as_of().is_never()) dates += "made on " + to_text(a.as_of());
    if (!a.review_by().is_never()) dates += (dates.empty() ? "" : ", ") + ("to be reviewed by " + to_text(a.review_by()));
    return text + paragraph(dates, below);
}
HEADWAY_INSTANTIATE(std::string source_entry<>(const assumption_record& a, bool is_read));

}  // namespace detail

/// Where a forecast's inputs come from, as text to print: for each its name, its belief (median, 5 % and 95 % quantile,
/// and where these do not tell it as it was given, "ci90(60 USD per chip-month, ...)"), the figure it rests on with its
/// kind, precision and citation, the notes on both, and the dates it was made on and is to be reviewed by. Of an overridden
/// input: the reason, which may be a figure, and the figure whose place it takes. Of a belief without a finite mean or variance:
/// that it has none, so that those of draws are not taken for it. Of an input that the model never reads: that it does not, for
/// which the model is run, see `unread_inputs`. Lines of at most 100 columns.
template <class Model, class... Assumptions>
[[nodiscard, gnu::cold]] std::string sources(const basic_forecast<Model, Assumptions...>& forecast) {
    std::string text;
    const auto unread = unread_inputs(forecast);
    for (std::size_t i = 0; i < sizeof...(Assumptions); ++i) {
        const assumption_record& a = forecast.inputs().records()[i];
        text += detail::source_entry(a, !unread.contains(a.name));
    }
    return text;
}

namespace detail {

// What was observed, in words.
template <label Name, class T>
[[nodiscard, gnu::cold]] std::string observed_text(const headway::detail::observed_input<named_assumption<Name, T>>&) {
    return std::string(Name.view());
}
template <label Output, class... When>
[[nodiscard, gnu::cold]] std::string observed_text(const headway::detail::observed_result<Output, When...>& result) {
    const std::string name = Output.view().empty() ? "the result" : std::string(Output.view());
    return sizeof...(When) == 0 ? name : name + " on " + to_text(result.when);
}
template <class Function>
[[nodiscard, gnu::cold]] std::string observed_text(const Function&) {
    return "a function of the inputs";
}

template <class = void>
[[nodiscard, gnu::cold]] std::string observation_entry(const std::string& what, const headway::detail::observation_record& o) {
    constexpr margins below{4, 4};
    const std::string error = headway::detail::shown_belief(o.error, *o.error_notation);
    std::string text = paragraph("- observed: " + what + ": " + o.text(o.value, 4) + "; " +
                                     (o.is_factor ? "observed / model: " : "observed - model: ") + error,
                                 {0, 2});
    if (o.figure != nullptr) text += paragraph(source_line(*o.figure), below) + paragraph(o.figure->note, below);
    text += paragraph(o.note, below);
    if (o.figure == nullptr && o.note.empty()) {
        text += paragraph("no source given; say one, observed(...).from(figure_or_note)", below);
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string observation_entry<>(const std::string& what, const headway::detail::observation_record& o));

}  // namespace detail

/// Of an updated forecast: where its inputs come from, as they are believed before, and then what was observed, with its error
/// and who says so.
template <class Forecast, class... Observations>
[[nodiscard, gnu::cold]] std::string sources(const updated_forecast<Forecast, Observations...>& updated) {
    std::string text = sources(updated.forecast());
    std::apply(
        [&](const auto&... o) { ((text += detail::observation_entry(detail::observed_text(o.quantity), o.record)), ...); },
        updated.observations());
    return text;
}
/// The same of what was simulated.
template <class Updated>
[[nodiscard, gnu::cold]] std::string sources(const posterior<Updated>& after) {
    return sources(after.updated());
}

}  // namespace headway::report

#include <headway/header_end.hpp>
