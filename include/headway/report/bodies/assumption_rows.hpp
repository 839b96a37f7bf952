// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/assumption_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string span_in_years(const quantity<dim::time>& span) {
    const quantity<dim::time> year = units::year;
    if (span < year) return to_text_in(span, units::month, "months", 2);
    return to_text_in(span, year, "years", 2);
}
HEADWAY_INSTANTIATE(std::string span_in_years<>(const quantity<dim::time>& span));

template <class>
std::string age_text(const date& earliest, const date& latest, const date& as_of) {
    if (earliest > as_of) return "later than this report";
    const date last = latest > as_of ? as_of : latest;
    const std::string least = span_in_years(as_of - last);
    const std::string most = span_in_years(as_of - earliest);
    return least == most ? most : least + " to " + most;
}
HEADWAY_INSTANTIATE(std::string age_text<>(const date& earliest, const date& latest, const date& as_of));

template <class>
bool is_a_share(const belief<double>& b, belief_shape shape, number_style style) {
    if (style != number_style::by_belief) return style == number_style::share;
    if (shape == belief_shape::discrete || shape == belief_shape::empirical) return false;
    const auto [least, most] = b.support();
    return least >= 0.0 && most <= 1.0 && (least < most || (least > 0.0 && most < 1.0));
}
HEADWAY_INSTANTIATE(bool is_a_share<>(const belief<double>& b, belief_shape shape, number_style style));

template <class>
assumption_row row_of(const assumption_record& a, put_belief_function put, const date& as_of) {
    assumption_row row;
    row.name = a.name;
    if (a.is_path()) {
        row.median = "a path";
        row.notation = a.motion.text(a.motion);
    } else {
        put(row, a.parts(), a.style());
    }
    row.figure = a.figure();
    row.note = a.note();
    if (row.has_source()) row.age = age_text(row.figure->source->earliest, row.figure->source->latest, as_of);
    if (!a.as_of().is_never()) {
        row.age += (row.age.empty() ? "" : "; ") + ("believed for " + age_text(a.as_of(), a.as_of(), as_of));
    }
    if (!a.review_by().is_never() && a.review_by() <= as_of) row.due = "to be reviewed by " + to_text(a.review_by());
    return row;
}
HEADWAY_INSTANTIATE(assumption_row row_of<>(const assumption_record& a, put_belief_function put, const date& as_of));

template <class>
void add_row(std::vector<assumption_row>& rows, assumption_row row) {
    for (assumption_row& known : rows) {
        if (known.name != row.name) continue;
        if (known.notation == row.notation && known.median == row.median && known.unit == row.unit) {
            known.is_read = known.is_read || row.is_read;
            return;
        }
        throw std::domain_error("assumption_rows: two forecasts believe differently in \"" + row.name +
                                "\"; tell them apart, each in a table of its own");
    }
    rows.push_back(std::move(row));
}
HEADWAY_INSTANTIATE(void add_row<>(std::vector<assumption_row>& rows, assumption_row row));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
