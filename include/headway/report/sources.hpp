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
[[nodiscard, gnu::cold]] std::string source_line(const figures::figure_info& f);

namespace detail {

/// The interval that the words tell is the one that was given, to the last digit.
template <class = void>
[[nodiscard, gnu::cold]] bool is_told_by_its_interval(const headway::detail::component_list& belief,
                                           const headway::detail::belief_notation& notation);

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
[[nodiscard, gnu::cold]] std::string belief_as_given(const assumption_record& a);

/// Of moments that do not exist, so that those of draws are not taken for them.
template <class = void>
[[nodiscard, gnu::cold]] std::string missing_moments(const assumption_record& a);

template <class = void>
[[nodiscard, gnu::cold]] std::string source_entry(const assumption_record& a, bool is_read);

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
[[nodiscard, gnu::cold]] std::string observation_entry(const std::string& what, const headway::detail::observation_record& o);

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

#if HEADWAY_BODIES
#include <headway/report/bodies/sources.hpp>
#endif
