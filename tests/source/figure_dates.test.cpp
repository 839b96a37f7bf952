// SPDX-License-Identifier: BSL-1.0
#include <headway/source/figure_dates.hpp>

#include "catch.hpp"

using namespace headway::units;
using namespace headway::figures;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using headway::date;

namespace {

constexpr article essay{
    .key = "essay", .speaker = "An Author", .earliest = date(2025y / 3 / 1), .latest = date(2025y / 3 / 31)};

constexpr figure_range soon{
    1.0 * year, 2.0 * year, {year, "years"}, {.id = "soon", .source = &essay, .from_source_date = true}};

// A date known only to be in March 2025, plus one to two years.
static_assert(earliest_date(soon) == date(2025y / 3 / 1) + 1.0 * year);
static_assert(latest_date(soon) == date(2025y / 3 / 31) + 2.0 * year);

constexpr figure<headway::quantity<headway::dim::time>> span(precision p, bool from_source_date = true) {
    return {10.0 * year,
            {year, "years"},
            {.id = "span", .source = &essay, .precision = p, .from_source_date = from_source_date}};
}
static_assert(earliest_date(span(precision::about)) == date(2025y / 3 / 1) + 10.0 * year);
static_assert(latest_date(span(precision::about)) == date(2025y / 3 / 31) + 10.0 * year);
static_assert(earliest_date(span(precision::at_least)) == date(2025y / 3 / 1) + 10.0 * year);
static_assert(latest_date(span(precision::at_least)).is_never());
static_assert(earliest_date(span(precision::at_most)) == date(2025y / 3 / 1));
static_assert(latest_date(span(precision::at_most)) == date(2025y / 3 / 31) + 10.0 * year);

}  // namespace

TEST_CASE("a span that is not counted from its source's date has no dates") {
    CHECK_THROWS_WITH(earliest_date(span(precision::about, false)),
                      ContainsSubstring("span is not counted from the date of its source"));
    CHECK_THROWS_AS(latest_date(span(precision::about, false)), std::domain_error);
    const figure_range without_source{1.0 * year, 2.0 * year, {year, "years"}, {.id = "x", .from_source_date = true}};
    CHECK_THROWS_AS(earliest_date(without_source), std::domain_error);
    CHECK_THROWS_AS(latest_date(without_source), std::domain_error);
}
