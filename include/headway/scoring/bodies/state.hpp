// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/state.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
ledger_entry entry_of_statement(const statement& s, stated_kind kind) {
    ledger_entry e;
    e.id = s.id;
    e.said = s.said;
    e.who = s.who;
    e.question = s.question;
    e.kind = kind;
    e.due = s.due;
    e.source = s.source;
    e.seed = s.seed;
    return e;
}
HEADWAY_INSTANTIATE(ledger_entry entry_of_statement<>(const statement& s, stated_kind kind));

template <class>
std::string unit_of_statement(const statement& s, double median, const value_notation& notation, run_time_unit& unit) {
    if (notation.kind.is_number()) {
        if (!s.unit.empty() && !is_a_unit_of_words(s.unit) && !read_own_unit(s.unit, notation, unit)) {
            refuse_entry("state", "a plain number cannot be told in " + s.unit + "; state a quantity of it");
        }
        if (s.unit == "date" || s.unit == "event") {
            refuse_entry("state", "a plain number cannot be told in the unit \"" + s.unit + "\"");
        }
        return s.unit;
    }
    if (!s.unit.empty()) {
        if (!read_own_unit(s.unit, notation, unit)) {
            refuse_entry("state", "the unit must be one of " + notation.kind.text() + ", such as " +
                                      notation.text(1.0, 1) + ", got \"" + quoted_in_message(s.unit) + "\"");
        }
        return s.unit;
    }
    const std::string printed = notation.text(median < 0.0 ? -median : median, 3);
    const std::size_t digits = read_decimal(printed).length;
    if (digits > 0 && digits < printed.size() &&
        read_own_unit(std::string_view(printed).substr(digits + 1), notation, unit)) {
        return printed.substr(digits + 1);
    }
    const std::string base = base_unit_text(notation.kind);
    if (!read_own_unit(base, notation, unit)) refuse_entry("state", "give .unit, such as \"" + base + "\"");
    return base;
}
HEADWAY_INSTANTIATE(std::string unit_of_statement<>(const statement& s, double median, const value_notation& notation,
                                                    run_time_unit& unit));

template <class>
ledger_entry entry_of_quantiles(const statement& s, std::vector<stated_quantile> quantiles,
                                const value_notation& notation) {
    const bool is_date = notation.kind.is_date();
    ledger_entry e = entry_of_statement(s, is_date ? stated_kind::calendar_date : stated_kind::number);
    if (is_date) {
        e.unit = "date";
    } else {
        run_time_unit unit;
        e.unit = unit_of_statement(s, quantiles[quantiles.size() / 2].value, notation, unit);
        for (stated_quantile& q : quantiles) q.value = unit.from_base(q.value);
    }
    e.quantiles = quantile_grid(std::move(quantiles));
    return e;
}
HEADWAY_INSTANTIATE(ledger_entry entry_of_quantiles<>(const statement& s, std::vector<stated_quantile> quantiles,
                                                      const value_notation& notation));

template <class>
void check_probabilities(const statement& s) {
    if (s.probabilities.empty()) refuse_entry("state", "there are no probabilities; give at least one, such as 0.5");
    double before = -1.0;
    for (const double p : s.probabilities) {
        if (!(p >= 0.0 && p <= 1.0))
            value_breaks_a_rule("state", "each of the probabilities", "must be between 0 and 1", p);
        if (!(p > before)) value_breaks_a_rule("state", "the probabilities", "must increase", p);
        before = p;
    }
}
HEADWAY_INSTANTIATE(void check_probabilities<>(const statement& s));

template <class>
std::vector<double> probabilities_to_state(const statement& s, double happens) {
    check_probabilities(s);
    if (!(happens < 1.0)) return s.probabilities;
    std::vector<double> all;
    for (const double p : s.probabilities) {
        if (p < happens) all.push_back(p);
    }
    const std::vector<double> asked = all;
    std::vector<double> levels = statement().probabilities;
    levels.push_back(0.999);
    for (const double level : levels) {
        // Told in ten thousandths of a percent, for a file that is read by eye.
        const double p = floor(1e6 * level * happens + 0.5) / 1e6;
        // One that is near to another tells nothing of its own; near is a part of what is left up to never.
        const bool is_told = std::any_of(asked.begin(), asked.end(),
                                         [&](double q) { return abs(p - q) < 0.25 * (happens - p); });
        if (p > 0.0 && p < happens - 1e-9 && !is_told) all.push_back(p);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}
HEADWAY_INSTANTIATE(std::vector<double> probabilities_to_state<>(const statement& s, double happens));

template <class>
void state_never(std::vector<stated_quantile>& stated, const statement& s, double happens, double latest) {
    if (is_finite(latest) && (stated.empty() || stated.back().value <= latest)) stated.push_back({happens, latest});
    stated.push_back({s.probabilities.back() > happens ? s.probabilities.back() : 1.0, no_limit});
}
HEADWAY_INSTANTIATE(void state_never<>(std::vector<stated_quantile>& stated, const statement& s, double happens,
                                       double latest));

template <class>
std::vector<stated_quantile> quantiles_to_state(const statement& s, const draw_record& draws) {
    const double happens = 1.0 - draws.share_never();
    const std::vector<double> probabilities = probabilities_to_state(s, happens);
    if (happens <= 0.0) return {{0.5, no_limit}};
    std::vector<stated_quantile> stated;
    const std::vector<double> found = draws.quantiles(probabilities);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (happens == 1.0 || is_finite(found[i])) stated.push_back({probabilities[i], found[i]});
    }
    if (happens < 1.0) {
        // The place of the latest of n draws that happen, or one before it where that place is rounded up.
        const auto n = static_cast<double>(draws.draws());
        double latest = no_limit;
        for (double back = 1.0; !is_finite(latest) && back < 4.0; ++back) {
            latest = draws.quantile(max(0.0, (happens * n - back) / (n > 1.0 ? n - 1.0 : 1.0)));
        }
        state_never(stated, s, happens, latest);
    }
    return stated;
}
HEADWAY_INSTANTIATE(std::vector<stated_quantile> quantiles_to_state<>(const statement& s, const draw_record& draws));

template <class>
std::vector<stated_quantile> quantiles_to_state(const statement& s, const component_list& belief) {
    const double happens = probability_of(belief, std::numeric_limits<double>::max()).lower;
    const std::vector<double> probabilities = probabilities_to_state(s, happens);
    if (happens <= 0.0) return {{0.5, no_limit}};
    std::vector<stated_quantile> stated;
    for (const double p : probabilities) stated.push_back({p, quantile_of(belief, from_lower(p))});
    if (happens < 1.0) state_never(stated, s, happens, quantile_of(belief, from_lower(happens * (1.0 - 1e-6))));
    return stated;
}
HEADWAY_INSTANTIATE(std::vector<stated_quantile> quantiles_to_state<>(const statement& s,
                                                                      const component_list& belief));

template <class>
std::vector<stated_quantile> quantiles_to_state(const statement& s, const quantile_source& from) {
    const std::vector<double> probabilities = probabilities_to_state(s, from.happens);
    if (from.happens <= 0.0) return {{0.5, no_limit}};
    const auto at = [&](double p) { return from.quantile(from.forecast, p); };
    std::vector<stated_quantile> stated;
    for (const double p : probabilities) {
        const double value = at(p);
        if (from.happens == 1.0 || is_finite(value)) stated.push_back({p, value});
    }
    if (from.happens < 1.0) {
        double low = 0.0;
        double high = from.happens;
        for (int i = 0; i < 60; ++i) {
            const double middle = 0.5 * (low + high);
            (is_finite(at(middle)) ? low : high) = middle;
        }
        state_never(stated, s, from.happens, at(low));
    }
    return stated;
}
HEADWAY_INSTANTIATE(std::vector<stated_quantile> quantiles_to_state<>(const statement& s,
                                                                      const quantile_source& from));

}  // namespace headway::detail

#include <headway/header_end.hpp>
