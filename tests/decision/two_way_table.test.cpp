// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/two_way_table.hpp>

#include "catch.hpp"

namespace hw = headway;

TEST_CASE("cells are found by row and column") {
    const hw::two_way_table<double> table({"a", {"1", "2"}}, {"b", {"x", "y", "z"}},
                                          {{1.0, 0.1}, {2.0, 0.1}, {3.0, 0.1}, {4.0, 0.1}, {5.0, 0.1}, {6.0, 0.2}},
                                          "the mean", false);
    CHECK(table.at(0, 2).value == 3.0);
    CHECK(table.at(1, 0).value == 4.0);
    CHECK(table.at(1, 2).standard_error == 0.2);
    CHECK(table.rows().input == "a");
    CHECK(table.columns().levels.size() == 3);
    CHECK(table.statistic() == "the mean");
    CHECK_FALSE(table.is_probability());
}
