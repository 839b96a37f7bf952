// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include <headway/source/figure_distance.hpp>
#include <headway/source/figure_text.hpp>
#include <headway/source/scoreboard.hpp>
#include <headway/table/paragraph.hpp>
#include <headway/table/print_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// Verdicts on a day, on which some of them may be stale, or not yet given: `report::table(verdicts_on{verdicts(), 2027y / 1 / 1})`.
struct verdicts_on {
    figures::verdict_list verdicts;
    date day;
};

namespace detail {

/// "amodei.training_cost_decline".
template <class = void>
[[nodiscard, gnu::cold]] std::string figure_name(const figures::figure_info& f);

/// How many of each kind: "1 observed, 2 claimed"; "nothing" of none.
template <class = void>
[[nodiscard, gnu::cold]] std::string kinds_text(const figures::figure_references& all);

/// What `print` makes of each, with a semicolon between.
template <class = void>
[[nodiscard, gnu::cold]] std::string joined_texts(const figures::figure_references& all,
                                                  std::string (*print)(const figures::figure_info&));

template <class = void>
[[nodiscard, gnu::cold]] std::vector<result_column> verdict_columns();

/// Whether it is not yet given, stands or is stale is told where a day is asked about.
template <class = void>
[[gnu::cold]] void add_verdict(table_parts& table, const row_head& head, const figures::verdict& v, const date* day);

template <class = void>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const figures::verdict_list& verdicts);
template <class = void>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const verdicts_on& asked);

template <class = void>
[[gnu::cold]] void add_board_row(table_parts& table, const row_head& head, const figures::scoreboard_row& row);

/// The rows and, under them where there are several, that of all.
template <class = void>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const figures::scoreboard& board);

/// "yearly growth of ..., about 4 × per year"; of a figure whose words name it, such as a chip, these once.
template <class = void>
[[nodiscard, gnu::cold]] std::string named_value(const figures::figure_info& f);
template <class = void>
[[nodiscard, gnu::cold]] std::string known_value_text(const figures::figure_info& f);

template <class = void>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head,
                            const std::span<const figures::figure_distance>& distances);

}  // namespace detail

/// Verdicts as a table: of each the figure with the article that it stands in, what it is there (observed, claimed, forecast,
/// assumed), the words of the verdict, of how many figures of each kind it rests ("nothing" where on none), and when it is to
/// be reviewed. For programs (CSV, JSON) also the value, the sentence and every source. For every writer that takes a result:
/// `std::cout << report::table(verdicts())`, `report::markdown(verdicts())`, `report::csv(verdicts())`, `report::json(verdicts())`,
/// `page.table("What became of them", verdicts())`. On a day, `report::table(verdicts_on{verdicts(), day})`, it says which are
/// stale then, and which were not yet given.
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const figures::verdict_list& verdicts);
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const verdicts_on& asked);
/// A scoreboard: of each row its figures by verdict, and the hit rate of those that are tested, also where what can be read
/// either way is read against the speaker and in his favour.
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const figures::scoreboard& board);
/// Distances: what was said, from how many figures of each kind it is known, by which reading, and how far apart the two are;
/// for programs also what is known, the numbers and the sources.
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const std::span<const figures::figure_distance>& distances);

/// A verdict with all that a reader needs to judge it, in lines of at most 100 columns: the figure, what it is and its value,
/// the words, who said it where and when, the sentence, and of each figure that it rests on the value, whether it is a claim
/// or a count, its grade and its source. That it rests on nothing, or is stale on the day asked about, is said.
template <class = void>
[[nodiscard, gnu::cold]] std::string verdict_text(const figures::verdict& v, const date& day);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/verdict_table.hpp>
#endif
