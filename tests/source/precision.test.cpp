// SPDX-License-Identifier: BSL-1.0
#include <headway/source/precision.hpp>

#include "catch.hpp"

#include <string_view>
#include <vector>

using namespace headway::figures;

TEST_CASE("every precision and kind has its own words") {
    const std::vector<std::string_view> precisions{
        to_text(precision::exact), to_text(precision::about), to_text(precision::at_least), to_text(precision::at_most),
        to_text(precision::order), to_text(precision::range), to_text(precision::assumed)};
    CHECK(precisions == std::vector<std::string_view>{"exact", "about", "at least", "at most", "order of magnitude",
                                                      "range", "assumed"});
    const std::vector<std::string_view> kinds{to_text(kind::observed), to_text(kind::claimed), to_text(kind::forecast),
                                              to_text(kind::assumed), to_text(kind::derived)};
    CHECK(kinds == std::vector<std::string_view>{"observed", "claimed", "forecast", "assumed", "derived"});
}
