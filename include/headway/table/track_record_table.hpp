// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <headway/scoring/track_record.hpp>
#include <headway/table/print_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

template <class = void>
[[gnu::cold]] void add_record_row(table_parts& table, const row_head& head, const track_record_row& row);

template <class = void>
[[nodiscard, gnu::cold]] std::vector<result_column> record_columns();

/// The rows of a record and, under them where there are several, that of all.
template <class = void>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const track_record& record);

template <class = void>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const std::vector<ledger_entry>& entries);

}  // namespace detail

/// A track record as a table: of each row how many statements it has and how many are resolved; of numbers and dates the mean
/// CRPS and logarithmic score in their unit (empty where they have several) and the shares in their 50, 80 and 90 %
/// intervals; of events the mean Brier score; the skill against the baseline, where there is one. For every writer that
/// takes a result: `std::cout << report::table(record)`, `report::markdown(record)`, `report::csv(record)`,
/// `page.table("How good were they?", record)`. So are statements: `report::table(book.overdue(2026y / 11 / 29))`.
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const track_record& record);
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const std::vector<ledger_entry>& statements);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/track_record_table.hpp>
#endif
