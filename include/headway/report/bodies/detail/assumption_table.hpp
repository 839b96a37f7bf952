// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/detail/assumption_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
bool is_disputed(const assumption_row& row) {
    return row.figure != nullptr && !figures::in_conflict(*row.figure).empty();
}
HEADWAY_INSTANTIATE(bool is_disputed<>(const assumption_row& row));

template <class>
std::string assumption_id(std::size_t n) {
    return "assumption-" + std::to_string(n + 1);
}
HEADWAY_INSTANTIATE(std::string assumption_id<>(std::size_t n));

template <class>
std::string assumption_summary(const std::vector<assumption_row>& rows, const date& as_of) {
    std::size_t sourced = 0;
    std::size_t due = 0;
    for (const assumption_row& row : rows) {
        sourced += row.has_source() ? 1U : 0U;
        due += row.due.empty() ? 0U : 1U;
    }
    return html_text("p", std::to_string(rows.size()) + " assumptions: " + std::to_string(sourced) +
                              " rest on a figure with a source, " + std::to_string(rows.size() - sourced) +
                              " are judgements. Ages are counted to " + to_text(as_of) + "; on that day " +
                              (due == 0 ? "none" : std::to_string(due)) + " of them " + (due == 1 ? "is" : "are") +
                              " due for review.");
}
HEADWAY_INSTANTIATE(std::string assumption_summary<>(const std::vector<assumption_row>& rows, const date& as_of));

template <class>
std::string source_cell(const assumption_row& row) {
    std::string cell;
    if (row.figure != nullptr) {
        const std::string value = figures::value_text(*row.figure);
        const std::string cited = figures::citation(*row.figure);
        const std::string said = html_words(value + (value.empty() || cited.empty() ? "" : ": "));
        if (!value.empty() || !cited.empty()) {
            cell = "<p>" + said + web_link(row.figure->source->url, cited) + "</p>\n";
        }
    }
    cell += html_text("p", row.note, row.figure == nullptr ? "" : "soft");
    if (row.figure != nullptr) cell += html_text("p", row.figure->note, "soft");
    return cell.empty() ? html_text("p", "none") : cell;
}
HEADWAY_INSTANTIATE(std::string source_cell<>(const assumption_row& row));

template <class>
std::string precision_cell(const assumption_row& row) {
    if (row.figure == nullptr) return "judgement";
    const auto grade = figures::to_text(row.figure->grade);
    return html_escaped(std::string(figures::to_text(row.figure->precision)) + ", " + figures::kind_text(*row.figure) +
                        (grade.empty() ? "" : ", grade " + std::string(grade)));
}
HEADWAY_INSTANTIATE(std::string precision_cell<>(const assumption_row& row));

template <class>
std::string shown_notation(const assumption_row& row) {
    if (row.notation.size() <= headway::detail::longest_shown_belief) return short_numbers(row.notation);
    return row.notation.substr(0, row.notation.find('(')) + "(...)";
}
HEADWAY_INSTANTIATE(std::string shown_notation<>(const assumption_row& row));

template <class>
std::string assumption_table(const std::vector<assumption_row>& rows, const date& as_of, std::size_t before) {
    html_table table("What is assumed, as of " + to_text(as_of),
                     {"Assumption", "Median", "90 % between", "Unit", "Source", "Precision", "Age"},
                     {false, true, true, false, false, false, false}, "assumed");
    std::size_t number = before;
    for (const assumption_row& row : rows) {
        std::string name = html_escaped(row.name);
        if (!row.notation.empty()) name += "<br/><code class=\"soft\">" + html_escaped(shown_notation(row)) + "</code>";
        if (is_disputed(row)) name += "<br/><span class=\"warn\">disputed</span>";
        if (!row.is_read) name += "<br/><span class=\"warn\">never read by the model</span>";
        if (!row.due.empty()) name += "<br/><span class=\"warn\">" + html_words(row.due) + "</span>";
        table.row_of_markup({name, html_words(row.median),
                             row.is_chance          ? "a chance"
                             : row.interval.empty() ? "single value"
                                                    : html_words(row.interval),
                             html_escaped(row.unit), source_cell(row), precision_cell(row),
                             row.age.empty() ? "not dated" : html_escaped(row.age)},
                            assumption_id(number++));
    }
    return table.text();
}
HEADWAY_INSTANTIATE(std::string assumption_table<>(const std::vector<assumption_row>& rows, const date& as_of,
                    std::size_t before));

template <class>
std::string disagreement_list(const std::vector<assumption_row>& rows) {
    std::string list;
    for (const figures::conflict& topic : figures::conflicts()) {
        std::string concerned;
        for (const assumption_row& row : rows) {
            if (row.figure == nullptr || !topic.involves(*row.figure)) continue;
            concerned += (concerned.empty() ? "" : ", ") + ("\"" + row.name + "\"");
        }
        if (concerned.empty()) continue;
        list += html_text("h4", topic.topic) + html_text("p", "Concerns " + concerned + ".", "soft") + "<ul>\n";
        for (const figures::position& position : topic.positions) {
            std::string text = std::string(position.who) + ": " + std::string(position.statement);
            if (position.has_figure) text += " [" + figures::value_text(*position.figure) + "]";
            list += html_text("li", text);
        }
        list += "</ul>\n";
    }
    return html_text("h3", "Where the sources disagree") +
           (list.empty() ? html_text("p", "No assumption rests on a figure that the sources dispute.") : list);
}
HEADWAY_INSTANTIATE(std::string disagreement_list<>(const std::vector<assumption_row>& rows));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
