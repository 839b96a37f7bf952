// SPDX-License-Identifier: BSL-1.0
#include <headway/version.hpp>

#include "catch.hpp"

#include <stdexcept>
#include <string>

TEST_CASE("the version's text is made of its three numbers") {
    CHECK(std::string(headway::version) == std::to_string(HEADWAY_VERSION_MAJOR) + "." +
                                               std::to_string(HEADWAY_VERSION_MINOR) + "." +
                                               std::to_string(HEADWAY_VERSION_PATCH));
    CHECK(std::string(HEADWAY_VERSION_STRING) == headway::version);
}

TEST_CASE("the matchers have one spelling under Catch2 v2 and v3") {
    using Catch::Matchers::ContainsSubstring;
    using Catch::Matchers::MessageMatches;
    const auto refuse = [] { throw std::domain_error("factor must be > 0, got -2"); };
    CHECK_THROWS_WITH(refuse(), ContainsSubstring("got -2") && !ContainsSubstring("got -3"));
    CHECK_THROWS_MATCHES(refuse(), std::domain_error, MessageMatches(ContainsSubstring("factor")));
    CHECK_THROWS_MATCHES(refuse(), std::domain_error, !MessageMatches(ContainsSubstring("span")));
    CHECK_THAT(1.0 + 1e-12, Catch::Matchers::WithinRel(1.0, 1e-11) && !Catch::Matchers::WithinRel(1.0, 1e-13));
    CHECK_THAT(1e-12, Catch::Matchers::WithinAbs(0.0, 1e-11));
    CHECK_THAT(std::string("2.5e+25 FLOP"), Catch::Matchers::EndsWith("FLOP") && Catch::Matchers::StartsWith("2.5"));
}
