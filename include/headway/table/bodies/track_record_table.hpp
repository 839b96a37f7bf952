// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/track_record_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
void add_record_row(table_parts& table, const row_head& head, const track_record_row& row) {
    using headway::detail::recorded_levels;
    const auto number = [&](const char* key, double x) {
        const std::size_t scale = table.scale_of(head, key, [] { return unit_scale{{1.0, {}}}; });
        if (x == x) table.set(key, cell_of_number(x, undefined, scale));
    };
    table.begin_row(head);
    table.set("record", cell_of_text(row.name()));
    table.set("statements", cell_of_count(row.statements()));
    table.set("resolved", cell_of_count(row.values() + row.events()));
    table.set("unit", cell_of_text(row.unit()));
    number("crps", row.crps());
    number("log_score", row.log_score());
    constexpr const char* inside[] = {"inside_50", "inside_80", "inside_90"};
    for (int i = 0; i < 3; ++i) {
        if (row.values() > 0) table.set(inside[i], cell_of_share(row.coverage(recorded_levels[i])));
    }
    number("brier", row.brier());
    number("event_log_score", row.event_log_score());
    number("skill", row.skill());
}
HEADWAY_INSTANTIATE(void add_record_row<>(table_parts& table, const row_head& head, const track_record_row& row));

template <class>
std::vector<result_column> record_columns() {
    return {{"record", "record"},
            {"n", "statements"},
            {"resolved", "resolved"},
            {"unit", "unit"},
            {"CRPS", "crps"},
            {"log score", "log_score"},
            {"in 50 %", "inside_50"},
            {"in 80 %", "inside_80"},
            {"in 90 %", "inside_90"},
            {"Brier", "brier"},
            {"log score of events", "event_log_score", false, false, false},
            {"skill", "skill"}};
}
HEADWAY_INSTANTIATE(std::vector<result_column> record_columns<>());

template <class>
void add_rows(table_parts& table, const row_head& head, const track_record& record) {
    table.declare(record_columns());
    for (const track_record_row& row : record.rows()) add_record_row(table, head, row);
    if (record.rows().size() > 1) add_record_row(table, head, record.all());
}
HEADWAY_INSTANTIATE(void add_rows<>(table_parts& table, const row_head& head, const track_record& record));

template <class>
void add_rows(table_parts& table, const row_head& head, const std::vector<ledger_entry>& entries) {
    table.declare({{"id", "id"}, {"said", "said"}, {"who", "who"}, {"question", "question"}, {"due", "due"}});
    for (const ledger_entry& e : entries) {
        table.begin_row(head);
        table.set("id", cell_of_text(e.id));
        table.set("said", cell_of_text(to_text(e.said)));
        table.set("who", cell_of_text(e.who));
        table.set("question", cell_of_text(e.question));
        table.set("due", cell_of_text(e.due.is_never() ? "not stated" : to_text(e.due)));
    }
}
HEADWAY_INSTANTIATE(void add_rows<>(table_parts& table, const row_head& head,
                                    const std::vector<ledger_entry>& entries));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
text_table table(const track_record& record) {
    return table(result_table(record));
}
HEADWAY_INSTANTIATE(text_table table<>(const track_record& record));

template <class>
text_table table(const std::vector<ledger_entry>& statements) {
    return table(result_table(statements));
}
HEADWAY_INSTANTIATE(text_table table<>(const std::vector<ledger_entry>& statements));

}  // namespace headway::report

#include <headway/header_end.hpp>
