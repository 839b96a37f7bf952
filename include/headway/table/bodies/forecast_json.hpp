// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/forecast_json.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string json_value_text(double base, const machine_kind& kind) {
    if (!kind.is_date) {
        return "{\"value\": " + json_number(base / kind.unit.size) + ", \"unit\": " + json_string(kind.unit.name) + "}";
    }
    const bool is_known = base - base == 0.0;
    return "{\"value\": " + (base == base ? json_string(to_text(date::from_seconds_since_1970(base))) : "null") +
           ", \"seconds_since_1970\": " + (is_known ? headway::detail::number_text(base) : "null") + "}";
}
HEADWAY_INSTANTIATE(std::string json_value_text<>(double base, const machine_kind& kind));

template <class>
void put_text(std::string& out, const char* name, std::string_view text) {
    if (!text.empty()) out += ", \"" + std::string(name) + "\": " + json_string(text);
}
HEADWAY_INSTANTIATE(void put_text<>(std::string& out, const char* name, std::string_view text));

template <class>
void put_day(std::string& out, const char* name, const date& day) {
    if (!day.is_never()) put_text(out, name, exact_text(day));
}
HEADWAY_INSTANTIATE(void put_day<>(std::string& out, const char* name, const date& day));

template <class>
std::string json_component(const headway::detail::component& a, double weight, const machine_kind& kind) {
    const auto value = [&](double x) { return json_value_text(x, kind); };
    const auto span = [&](double x) { return json_value_text(x, {kind.unit, false}); };
    std::string parameters;
    const auto add = [&](const std::string& parameter) { parameters += (parameters.empty() ? "" : ", ") + parameter; };
    if (a.shape == belief_shape::empirical) {
        for (std::size_t i = 0; i < a.data_size; ++i) add(value(a.observation(i)));
    } else if (a.shape == belief_shape::metalog) {
        for (int i = 0; i < a.quantile_count; ++i) {
            add("{\"probability\": " + json_number(a.parameter[2 + 2 * i]) + ", \"quantile\": " + value(a.parameter[3 + 2 * i]) + "}");
        }
    } else {
        const std::string_view kinds = headway::detail::argument_kinds(a.shape);
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const double x = a.parameter[i];
            add(kinds[i] == 'v' ? value(x) : kinds[i] == 's' ? span(x) : "{\"value\": " + json_number(x) + ", \"unit\": \"\"}");
        }
    }
    std::string out = "{\"weight\": " + json_number(weight) + ", \"shape\": " + json_string(name_of(a.shape)) +
                      ", \"parameters\": [" + parameters + "]";
    if (a.is_truncated) out += ", \"between\": [" + value(a.lo) + ", " + value(a.hi) + "]";
    return out + "}";
}
HEADWAY_INSTANTIATE(std::string json_component<>(const headway::detail::component& a, double weight, const machine_kind& kind));

template <class>
std::string json_belief(const assumption_record& a, const machine_kind& kind) {
    const auto& parts = a.parts();
    std::string out = "{\"notation\": " + json_string(headway::detail::belief_writer(a.notation()).text(parts)) + ", \"components\": [";
    bool first = true;
    for (const auto& part : parts) {
        out += (first ? "" : ", ") + json_component(part.part, part.weight, kind);
        first = false;
    }
    out += "]";
    for (const auto& [name, p] : {std::pair("p5", 0.05), std::pair("p50", 0.5), std::pair("p95", 0.95)}) {
        out += ", \"" + std::string(name) + "\": " + json_value_text(a.base_quantile(p), kind);
    }
    return out + "}";
}
HEADWAY_INSTANTIATE(std::string json_belief<>(const assumption_record& a, const machine_kind& kind));

template <class>
std::string json_figure(const figures::figure_info& f) {
    std::string out = "{\"id\": " + json_string((f.source->key.empty() ? "" : std::string(f.source->key) + ".") + std::string(f.id));
    put_text(out, "what", f.what);
    put_text(out, "value", figures::value_text(f));
    put_text(out, "kind", figures::to_text(f.kind));
    put_text(out, "precision", figures::to_text(f.precision));
    if (f.grade != figures::grade::none) put_text(out, "grade", figures::to_text(f.grade));
    if (f.rejected) out += ", \"rejected_by_the_speaker\": true";
    put_text(out, "citation", figures::citation(f));
    if (!f.source->key.empty()) {
        put_text(out, "speaker", f.speaker());
        put_text(out, "piece", f.source->piece);
        put_text(out, "publication", f.source->publication);
        put_day(out, "earliest", f.said_on().earliest);
        put_day(out, "latest", f.said_on().latest);
    }
    put_text(out, "note", f.note);
    return out + "}";
}
HEADWAY_INSTANTIATE(std::string json_figure<>(const figures::figure_info& f));

template <class>
std::string json_input(const assumption_record& a, const machine_kind& kind, bool is_read) {
    std::string out = "\n  {\"name\": " + json_string(a.name) + ", \"about\": ";
    out += json_string(a.is_path() ? "a path" : a.kind().text()) + ", \"read\": " + (is_read ? "true" : "false") +
           ", \"overridden\": " + (a.is_overridden() ? "true" : "false");
    if (a.is_path()) {
        put_text(out, "path", a.motion.text(a.motion));
    } else {
        out += ", \"belief\": " + json_belief(a, kind);
    }
    if (a.figure() != nullptr) out += ", \"figure\": " + json_figure(*a.figure());
    put_text(out, "note", a.note());
    put_day(out, "as_of", a.as_of());
    put_day(out, "review_by", a.review_by());
    return out + "}";
}
HEADWAY_INSTANTIATE(std::string json_input<>(const assumption_record& a, const machine_kind& kind, bool is_read));

template <class>
void put_correlation(std::string& out, const assumption_record& a, const assumption_record& b, double coefficient) {
    out += (out.empty() ? "" : ", ") + std::string("{\"inputs\": [") + json_string(a.name) + ", " + json_string(b.name) +
           "], \"kind\": " + (b.is_path() ? "\"pearson_of_shocks\"" : "\"spearman_rank\"") +
           ", \"coefficient\": " + json_number(coefficient) + "}";
}
HEADWAY_INSTANTIATE(void put_correlation<>(std::string& out, const assumption_record& a, const assumption_record& b,
                    double coefficient));

template <class>
void put_path_correlations(std::string& out, const assumption_record* inputs, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto& motion = inputs[i].motion;
        for (std::size_t k = 0; k < count && motion.driver_hash != 0; ++k) {
            if (hash_of(inputs[k].name) == motion.driver_hash) {
                put_correlation(out, inputs[k], inputs[i], motion.driver_correlation);
            }
        }
    }
}
HEADWAY_INSTANTIATE(void put_path_correlations<>(std::string& out, const assumption_record* inputs, std::size_t count));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
std::string json(const assumption_file& file) {
    return assumptions_json(file);
}
HEADWAY_INSTANTIATE(std::string json<>(const assumption_file& file));

}  // namespace headway::report

#include <headway/header_end.hpp>
