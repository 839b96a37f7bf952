// SPDX-License-Identifier: BSL-1.0
#include <headway/text/parse_error.hpp>

#include "catch.hpp"

TEST_CASE("a parse error says where, what it got and what was expected") {
    const headway::parse_error error(3, 9, "14 fortnights", "a unit of time");
    CHECK(std::string(error.what()) == "line 3, column 9: got \"14 fortnights\", expected a unit of time");
    CHECK(error.line() == 3);
    CHECK(error.column() == 9);
    CHECK(error.got() == "14 fortnights");
    CHECK(error.expected() == "a unit of time");
}
