// SPDX-License-Identifier: BSL-1.0
#include <headway/table/result_cell.hpp>

#include "catch.hpp"

using headway::report::result_cell;
using headway::report::result_column;

TEST_CASE("a cell is empty and its numbers undefined until told") {
    const result_cell cell;
    CHECK(cell.is == result_cell::kind::nothing);
    CHECK(cell.text.empty());
    CHECK(cell.value != cell.value);
    CHECK(cell.error != cell.error);
    CHECK(cell.scale == 0);
    CHECK(!cell.of_draws);
    CHECK(headway::report::undefined != headway::report::undefined);
}

TEST_CASE("a column is for people, without errors, until told") {
    const result_column column{"mean", "mean"};
    CHECK(column.for_people);
    CHECK(!column.has_error);
    CHECK(!column.show_error);
    CHECK(!column.only_unless_zero);
}
