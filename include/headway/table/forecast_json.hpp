// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include <headway/assumption/assumptions_json.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/unread_inputs.hpp>
#include <headway/sampling/name_hash.hpp>
#include <headway/source/figure_text.hpp>
#include <headway/text/exact_text.hpp>
#include <headway/text/json_text.hpp>
#include <headway/text/unit_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

using headway::detail::json_number;
using headway::detail::json_string;

/// In which unit programs get values of one kind, and whether they are dates.
struct machine_kind {
    shown_unit unit;
    bool is_date;
};
template <any_value T>
[[nodiscard, gnu::cold]] machine_kind machine_kind_of() {
    if constexpr (any_date<T>) {
        return {{1.0, "seconds"}, true};
    } else {
        return {scale_of_value<T>::get().front(), false};
    }
}

/// A value with its unit, a date with its day and its seconds, as in the cells of results.
template <class = void>
[[nodiscard, gnu::cold]] std::string json_value_text(double base, const machine_kind& kind);

/// ", " and a member; nothing where the text is empty.
template <class = void>
[[gnu::cold]] void put_text(std::string& out, const char* name, std::string_view text);
template <class = void>
[[gnu::cold]] void put_day(std::string& out, const char* name, const date& day);

/// One component of a belief: its shape and what its maker takes, in order.
template <class = void>
[[nodiscard, gnu::cold]] std::string json_component(const headway::detail::component& a, double weight, const machine_kind& kind);

template <class = void>
[[nodiscard, gnu::cold]] std::string json_belief(const assumption_record& a, const machine_kind& kind);

/// The figure that an assumption rests on, with its source.
template <class = void>
[[nodiscard, gnu::cold]] std::string json_figure(const figures::figure_info& f);

template <class = void>
[[nodiscard, gnu::cold]] std::string json_input(const assumption_record& a, const machine_kind& kind, bool is_read);

/// Two inputs that move together: a rank correlation (Spearman's), or of paths that of their shocks (Pearson's).
template <class = void>
[[gnu::cold]] void put_correlation(std::string& out, const assumption_record& a, const assumption_record& b, double coefficient);

/// Of each path that follows another.
template <class = void>
[[gnu::cold]] void put_path_correlations(std::string& out, const assumption_record* inputs, std::size_t count);

/// Of all inputs; pairs without a correlation are left out.
template <class Model, class... Assumptions>
[[nodiscard, gnu::cold]] std::string json_correlations(const basic_forecast<Model, Assumptions...>& forecast) {
    const auto& inputs = forecast.inputs().records();
    std::string out;
    for (std::size_t i = 0; i < sizeof...(Assumptions); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const double coefficient = forecast.asked_correlations()(k, i);
            if (coefficient != 0.0) put_correlation(out, inputs[k], inputs[i], coefficient);
        }
    }
    put_path_correlations(out, inputs, sizeof...(Assumptions));
    return out;
}

/// An output's name, what it is about, and the baseline where there is one.
template <any_value T>
[[nodiscard, gnu::cold]] std::string json_output(std::string_view name, const T* baseline) {
    std::string out = "\n  {\"about\": " + json_string(value_kind::of<T>().text());
    put_text(out, "name", name);
    const machine_kind kind = machine_kind_of<T>();
    if (!kind.is_date) out += ", \"unit\": " + json_string(kind.unit.name);
    if (baseline != nullptr) out += ", \"baseline\": " + json_value_text(base_value_of(*baseline), kind);
    return out + "}";
}
/// Of what a model returns; null for one over time, which has a baseline for each date.
template <class Result>
[[nodiscard, gnu::cold]] std::string json_outputs(const Result* result) {
    if constexpr (is_named_outputs<Result>) {
        std::string out;
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((out += (I == 0 ? "" : ",") +
                     json_output<std::remove_cvref_t<decltype(result->template get<I>())>>(
                         Result::names[I], result == nullptr ? nullptr : &result->template get<I>())),
             ...);
        }
        (std::make_index_sequence<Result::size>());
        return out;
    } else {
        return json_output<Result>({}, result);
    }
}

}  // namespace detail

/// A forecast as JSON (RFC 8259), for programs: what goes in, where it comes from and what comes out, no result of a run.
///
///     {"headway": "0.2.0", "kind": "forecast", "schema_version": 1, "over_time": false, "correlated": true,
///      "correlations": [{"inputs": ["a", "b"], "kind": "spearman_rank", "coefficient": 0.5}], "inputs": [
///       {"name": "yearly fall in training cost", "about": "a number", "read": true, "overridden": false,
///        "belief": {"notation": "ci90(3, 5.5)", "components": [{"weight": 1, "shape": "lognormal", "parameters": [...]}],
///        "p5": {"value": 3, "unit": ""}, ...}, "figure": {"id": "amodei.training_cost_decline", "citation": ..., ...}}, ...],
///      "outputs": [{"about": "a date", "baseline": {"value": "2025-08-17", "seconds_since_1970": 1755432000}}]}
///
/// The schema is examples/export/headway.schema.json; cells are those of results. A belief stands in the notation that
/// `parse_belief` reads, as the shapes and parameters that it is made of (those of the shape's maker, in its order, in the
/// unit of the values; of `empirical` the observations, of `from_quantiles` the quantiles), and by three quantiles. What is
/// not said is left out. Correlations are those that were asked for, each pair once: of values in rank (Spearman's), of paths
/// that of their shocks (Pearson's, `pearson_of_shocks`), the second path following the first. The baseline is told of what is no forecast over time. The model is run to see which inputs it
/// reads, see `unread_inputs`.
template <class Model, class... Assumptions>
[[nodiscard, gnu::cold]] std::string json(const basic_forecast<Model, Assumptions...>& forecast) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    const std::string correlations = detail::json_correlations(forecast);
    std::string out = headway::detail::json_head("forecast") + ", \"over_time\": " + (forecast_type::over_time ? "true" : "false") +
                      ", \"correlated\": " + (correlations.empty() ? "false" : "true") + ", \"correlations\": [" + correlations + "]";
    detail::put_text(out, "version", forecast.version());
    out += ", \"inputs\": [";
    const auto unread = unread_inputs(forecast);
    std::size_t i = 0;
    const auto add = [&](const detail::machine_kind& kind) {
        const assumption_record& a = forecast.inputs().records()[i];
        out += (i == 0 ? "" : ",") + detail::json_input(a, kind, !unread.contains(a.name));
        ++i;
    };
    (add(detail::machine_kind_of<typename Assumptions::value_type>()), ...);
    out += "\n], \"outputs\": [";
    if constexpr (forecast_type::over_time) {
        using result = std::remove_cvref_t<decltype(forecast.baseline(date()))>;
        out += detail::json_outputs<result>(nullptr);
    } else {
        const auto baseline = forecast.baseline();
        out += detail::json_outputs<std::remove_cvref_t<decltype(baseline)>>(&baseline);
    }
    return out + "\n]}\n";
}

/// Assumptions as JSON: see `assumptions_json`; those of a forecast are `json(assumptions_of(f))`.
template <class = void>
[[nodiscard, gnu::cold]] std::string json(const assumption_file& file);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/forecast_json.hpp>
#endif
