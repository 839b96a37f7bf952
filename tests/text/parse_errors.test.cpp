// SPDX-License-Identifier: BSL-1.0
#include <headway/text/parse_errors.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

using namespace headway;

TEST_CASE("parse_errors: every fault, in the order of the text") {
    const parse_errors faults({parse_error(3, 1, "c", "a"), parse_error(1, 9, "b", "a"), parse_error(1, 2, "a", "b")});
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].column() == 2);
    CHECK(faults[2].line() == 3);
    CHECK(std::string_view(faults.what()) == "line 1, column 2: got \"a\", expected b\n"
                                             "line 1, column 9: got \"b\", expected a\n"
                                             "line 3, column 1: got \"c\", expected a");
}

TEST_CASE("parse_errors: is itself the first of them") {
    try {
        throw parse_errors({parse_error(7, 1, "x", "y"), parse_error(2, 5, "u", "v")});
    } catch (const parse_error& first) {
        CHECK(first.line() == 2);
        CHECK(first.got() == "u");
        CHECK(std::string_view(first.what()).find("line 7") != std::string_view::npos);
    }
}

TEST_CASE("parse_errors: the message of very many is cut short, the list is not") {
    const parse_errors faults(std::vector<parse_error>(200, parse_error(1, 1, "x", "y")));
    CHECK(faults.size() == 200);
    CHECK(std::string_view(faults.what()).ends_with("\nand 150 more"));
    const std::vector<parse_error> fifty(50, parse_error(1, 1, "x", "y"));
    CHECK(std::string_view(parse_errors(fifty).what()).ends_with("expected y"));
    auto one_more = fifty;
    one_more.emplace_back(2, 1, "u", "v");
    CHECK(std::string_view(parse_errors(one_more).what()).ends_with("expected y\nand 1 more"));
}
