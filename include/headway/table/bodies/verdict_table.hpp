// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/verdict_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string figure_name(const figures::figure_info& f) {
    return (f.source->key.empty() ? "" : std::string(f.source->key) + ".") + std::string(f.id);
}
HEADWAY_INSTANTIATE(std::string figure_name<>(const figures::figure_info& f));

template <class>
std::string kinds_text(const figures::figure_references& all) {
    using figures::kind;
    std::string text;
    for (const kind k : {kind::observed, kind::claimed, kind::forecast, kind::assumed, kind::derived}) {
        std::size_t count = 0;
        for (const figures::figure_info* f : all) count += f->kind == k ? 1U : 0U;
        if (count > 0)
            text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(figures::to_text(k));
    }
    return text.empty() ? "nothing" : text;
}
HEADWAY_INSTANTIATE(std::string kinds_text<>(const figures::figure_references& all));

template <class>
std::string joined_texts(const figures::figure_references& all, std::string (*print)(const figures::figure_info&)) {
    std::string text;
    for (const figures::figure_info* f : all) text += (text.empty() ? "" : "; ") + print(*f);
    return text;
}
HEADWAY_INSTANTIATE(std::string joined_texts<>(const figures::figure_references& all,
                                               std::string (*print)(const figures::figure_info&)));

template <class>
std::vector<result_column> verdict_columns() {
    const auto for_programs = [](const char* key) { return result_column{key, key, false, false, false}; };
    return {{"figure", "figure"},
            {"kind", "kind"},
            for_programs("said"),
            for_programs("source"),
            {"verdict", "verdict"},
            for_programs("word"),
            for_programs("other_word"),
            for_programs("because"),
            {"rests on", "rests_on_kinds"},
            for_programs("rests_on"),
            for_programs("known_sources"),
            for_programs("given"),
            {"to be reviewed by", "review_by"},
            {"state", "state"}};
}
HEADWAY_INSTANTIATE(std::vector<result_column> verdict_columns<>());

template <class>
void add_verdict(table_parts& table, const row_head& head, const figures::verdict& v, const date* day) {
    table.begin_row(head);
    table.set("figure", cell_of_text(figure_name(*v.figure)));
    table.set("kind", cell_of_text(figures::kind_text(*v.figure)));
    table.set("said", cell_of_text(figures::value_text(*v.figure)));
    table.set("source", cell_of_text(figures::citation(*v.figure)));
    table.set("verdict", cell_of_text(v.words));
    table.set("word", cell_of_text(figures::to_text(v.word)));
    table.set("other_word", cell_of_text(figures::to_text(v.other)));
    table.set("because", cell_of_text(v.because));
    table.set("rests_on_kinds", cell_of_text(kinds_text(v.rests_on)));
    table.set("rests_on", cell_of_text(joined_texts(v.rests_on, figure_name<>)));
    table.set("known_sources", cell_of_text(joined_texts(v.rests_on, figures::citation<>)));
    table.set("given", cell_of_text(to_text(v.given)));
    table.set("review_by", cell_of_text(to_text(v.review_by)));
    if (day == nullptr) return;
    const char* const since_given = v.is_stale(*day) ? "stale" : "stands";
    table.set("state", cell_of_text(*day < v.given ? "not yet given" : since_given));
}
HEADWAY_INSTANTIATE(void add_verdict<>(table_parts& table, const row_head& head, const figures::verdict& v,
                                       const date* day));

template <class>
void add_rows(table_parts& table, const row_head& head, const figures::verdict_list& verdicts) {
    table.declare(verdict_columns());
    for (const figures::verdict& v : verdicts) add_verdict(table, head, v, nullptr);
}
HEADWAY_INSTANTIATE(void add_rows<>(table_parts& table, const row_head& head, const figures::verdict_list& verdicts));

template <class>
void add_rows(table_parts& table, const row_head& head, const verdicts_on& asked) {
    table.declare(verdict_columns());
    for (const figures::verdict& v : asked.verdicts) add_verdict(table, head, v, &asked.day);
}
HEADWAY_INSTANTIATE(void add_rows<>(table_parts& table, const row_head& head, const verdicts_on& asked));

template <class>
void add_board_row(table_parts& table, const row_head& head, const figures::scoreboard_row& row) {
    table.begin_row(head);
    table.set("by", cell_of_text(row.name()));
    table.set("figures", cell_of_count(row.figures()));
    table.set("borne_out", cell_of_count(row.borne_out()));
    table.set("contradicted", cell_of_count(row.contradicted()));
    table.set("too_early", cell_of_count(row.too_early()));
    table.set("cannot_be_tested", cell_of_count(row.cannot_be_tested()));
    if (row.tested() == 0) return;
    table.set("hit_rate", cell_of_share(row.hit_rate()));
    table.set("lowest_hit_rate", cell_of_share(row.lowest_hit_rate()));
    table.set("highest_hit_rate", cell_of_share(row.highest_hit_rate()));
}
HEADWAY_INSTANTIATE(void add_board_row<>(table_parts& table, const row_head& head, const figures::scoreboard_row& row));

template <class>
void add_rows(table_parts& table, const row_head& head, const figures::scoreboard& board) {
    table.declare({{"by", "by"},
                   {"figures", "figures"},
                   {"borne out", "borne_out"},
                   {"contradicted", "contradicted"},
                   {"too early", "too_early"},
                   {"cannot be tested", "cannot_be_tested"},
                   {"hit rate of the tested", "hit_rate"},
                   {"read against", "lowest_hit_rate"},
                   {"read in favour", "highest_hit_rate"}});
    for (const figures::scoreboard_row& row : board.rows()) add_board_row(table, head, row);
    if (board.rows().size() > 1) add_board_row(table, head, board.all());
}
HEADWAY_INSTANTIATE(void add_rows<>(table_parts& table, const row_head& head, const figures::scoreboard& board));

template <class>
std::string named_value(const figures::figure_info& f) {
    const std::string value = figures::value_text(f);
    return value.empty() || value == f.what ? std::string(f.what) : std::string(f.what) + ", " + value;
}
HEADWAY_INSTANTIATE(std::string named_value<>(const figures::figure_info& f));

template <class>
std::string known_value_text(const figures::figure_info& f) {
    return figures::value_text(f) + " [" + figures::kind_and_grade(f) + "]";
}
HEADWAY_INSTANTIATE(std::string known_value_text<>(const figures::figure_info& f));

template <class>
void add_rows(table_parts& table, const row_head& head, const std::span<const figures::figure_distance>& distances) {
    table.declare({{"figure", "figure"},
                   {"kind", "kind"},
                   {"said", "said"},
                   {"known", "known", false, false, false},
                   {"known from", "known_kinds"},
                   {"reading", "reading"},
                   {"distance", "distance"},
                   {"least", "least", false, false, false},
                   {"greatest", "greatest", false, false, false},
                   {"least_log_ratio", "least_log_ratio", false, false, false},
                   {"greatest_log_ratio", "greatest_log_ratio", false, false, false},
                   {"distance_unit", "distance_unit", false, false, false},
                   {"known_sources", "known_sources", false, false, false}});
    const auto number = [&](const char* key, double x) {
        const std::size_t scale = table.scale_of(head, key, [] { return unit_scale{{1.0, {}}}; });
        if (x == x) table.set(key, cell_of_number(x, undefined, scale));
    };
    for (const figures::figure_distance& d : distances) {
        table.begin_row(head);
        table.set("figure", cell_of_text(figure_name(*d.said)));
        table.set("kind", cell_of_text(figures::kind_text(*d.said)));
        table.set("said", cell_of_text(figures::value_text(*d.said)));
        table.set("known", cell_of_text(joined_texts(d.known, known_value_text<>)));
        table.set("known_kinds", cell_of_text(kinds_text(d.known)));
        table.set("reading", cell_of_text(d.reading));
        table.set("distance", cell_of_text(figures::to_text(d)));
        number("least", d.low.difference);
        number("greatest", d.high.difference);
        number("least_log_ratio", d.low.log_ratio());
        number("greatest_log_ratio", d.high.log_ratio());
        table.set("distance_unit", cell_of_text(d.unit));
        table.set("known_sources", cell_of_text(joined_texts(d.known, figures::citation<>)));
    }
}
HEADWAY_INSTANTIATE(void add_rows<>(table_parts& table, const row_head& head,
                                    const std::span<const figures::figure_distance>& distances));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
text_table table(const figures::verdict_list& verdicts) {
    return table(result_table(verdicts));
}
HEADWAY_INSTANTIATE(text_table table<>(const figures::verdict_list& verdicts));

template <class>
text_table table(const verdicts_on& asked) {
    return table(result_table(asked));
}
HEADWAY_INSTANTIATE(text_table table<>(const verdicts_on& asked));

template <class>
text_table table(const figures::scoreboard& board) {
    return table(result_table(board));
}
HEADWAY_INSTANTIATE(text_table table<>(const figures::scoreboard& board));

template <class>
text_table table(const std::span<const figures::figure_distance>& distances) {
    return table(result_table(distances));
}
HEADWAY_INSTANTIATE(text_table table<>(const std::span<const figures::figure_distance>& distances));

template <class>
std::string verdict_text(const figures::verdict& v, const date& day) {
    constexpr margins below{4, 6};
    const figures::figure_info& f = *v.figure;
    std::string text =
        paragraph("- " + std::string(f.id) + " [" + figures::kind_text(f) + "]: " + std::string(v.words), {2, 4});
    text += paragraph("said: " + detail::named_value(f) + ": " + figures::citation(f), below);
    text += paragraph(v.because, {4, 4});
    for (const figures::figure_info* known : v.rests_on) {
        text += paragraph("known: " + detail::named_value(*known) + " [" + figures::kind_and_grade(*known) +
                              "]: " + figures::citation(*known),
                          below);
    }
    if (v.rests_on.empty()) text += paragraph("It rests on no figure.", below);
    if (v.is_stale(day)) {
        text += paragraph("Stale since " + to_text(v.review_by) + ": look at it again, it was given on " +
                              to_text(v.given) + ".",
                          below);
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string verdict_text<>(const figures::verdict& v, const date& day));

}  // namespace headway::report

#include <headway/header_end.hpp>
