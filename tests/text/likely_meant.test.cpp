// SPDX-License-Identifier: BSL-1.0
#include <headway/text/likely_meant.hpp>

#include "catch.hpp"

#include <string>

#include <headway/text/parse_value.hpp>

using namespace headway;

namespace {

template <class T>
std::string error_of(std::string_view text) {
    try {
        (void)parse_value<T>(text);
    } catch (const parse_error& e) {
        return e.what();
    }
    return "read";
}

}  // namespace

TEST_CASE("likely_meant: a value is offered that can be read, and no belief where one value is asked for") {
    using money = quantity<dim::money>;
    CHECK(error_of<money>("$1,500") ==
          "line 1, column 1: got \"$1,500\", expected a number and a unit of money, such as 1 USD; did you mean \"1500 USD\"?");
    CHECK(parse_value<money>("1500 USD").base_value() == 1500.0);
    CHECK(error_of<double>("~5").ends_with("; did you mean \"5\"?"));
    CHECK(error_of<date>("Q3 2027").ends_with("; did you mean \"2027-07-01\"?"));
    CHECK(error_of<double>("10-20").ends_with("expected the end of the text"));
    // A thin space is a space, between a number and its unit.
    CHECK(parse_value<money>("5\xE2\x80\x89USD").base_value() == 5.0);
}
TEST_CASE("likely_meant: nothing is guessed of a text longer than a line, nor of none") {
    CHECK(error_of<double>(std::string(150, ' ') + "3x").ends_with("did you mean \"3\"?"));
    CHECK(error_of<double>(std::string(170, ' ') + "3x").find("did you mean \"") == std::string::npos);
    CHECK(error_of<double>("").find("did you mean") == std::string::npos);
    CHECK(error_of<double>("-").find("did you mean") == std::string::npos);
}
