// SPDX-License-Identifier: BSL-1.0
#include <headway/table/track_record_table.hpp>

#include "catch.hpp"

#include <headway/table/csv.hpp>

#include "track_record.hpp"

using namespace headway;
using namespace std::chrono_literals;

TEST_CASE("a track record is a table, with what has a unit left out where there are several") {
    const ledger book(reference::track_record_ledger);
    CHECK(report::table(track_record(book, {.by = record_by::horizon, .baseline = "no change"})).text() ==
          "record           n  resolved         unit  CRPS  log score  in 50 %  in 80 %  in 90 %  Brier   skill\n"
          "----------------------------------------------------------------------------------------------------\n"
          "up to 12 months  4         4  million USD  16.8       4.64    100 %    100 %    100 %  0.231    -0.3\n"
          "up to 5 years    4         4                                   75 %     75 %    100 %         0.0327\n"
          "over 5 years     1         0\n"
          "all              9         8                                 83.3 %   83.3 %    100 %  0.231   0.203\n");
    CHECK(report::table(track_record(book, {.by = record_by::nothing})).text() ==
          "record   n  resolved  in 50 %  in 80 %  in 90 %  Brier\n"
          "------------------------------------------------------\n"
          "all     13         8   83.3 %   83.3 %    100 %  0.231\n");
}

TEST_CASE("every writer of tables takes a record, and statements") {
    const ledger book(reference::track_record_ledger);
    CHECK(report::csv(track_record(ledger("entry,id,date,who,question,unit,value\nstate,a,2025-01-01,x,q,USD,50 %: 8\n"
                                          "resolve,a,2025-06-01,,,,10\n"))) ==
          "record,statements,resolved,unit,crps,log_score,inside_50,inside_80,inside_90\r\nx,1,1,USD,2,Infinity,0,0,0\r\n");
    CHECK(report::table(book.overdue(2041y / 1 / 1)).text() == "id        said  who  question         due\n"
                                                               "-----------------------------------------\n"
                                                               "a5  2025-01-01  ann   another  2040-01-01\n");
    CHECK(report::result_table().add("open", book.unresolved()).rows().size() == 5);
}
