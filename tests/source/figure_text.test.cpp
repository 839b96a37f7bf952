// SPDX-License-Identifier: BSL-1.0
#include <headway/source/figure_text.hpp>

#include "catch.hpp"

using namespace headway::units;
using namespace headway::figures;
using headway::date;

namespace {

std::string text(double value, std::string_view unit, precision p, std::string_view prefix = "") {
    return value_text(figure{value, {1.0, unit, prefix}, {.id = "x", .precision = p}});
}

}  // namespace

TEST_CASE("a value is printed with its precision, prefix and unit") {
    CHECK(text(4.0, "per year", precision::about, "÷") == "about ÷4 per year");
    CHECK(text(4.0, "×", precision::exact) == "4 ×");
    CHECK(text(4.0, "×", precision::at_least) == "at least 4 ×");
    CHECK(text(4.0, "×", precision::at_most) == "at most 4 ×");
    CHECK(text(4.0, "×", precision::order) == "of the order of 4 ×");
    CHECK(text(2.0, "years", precision::assumed) == "2 years");
    CHECK(text(1.1, "", precision::exact) == "1.1");
}

TEST_CASE("a value is printed in the figure's unit, whatever unit it was written in") {
    const figure f{3e6 * usd, {billion_usd, "billion USD"}, {.id = "x"}};
    CHECK(value_text(f) == "0.003 billion USD");
    const figure share{0.47, {0.01, "%"}, {.id = "x"}};
    CHECK(value_text(share) == "47 %");
}

TEST_CASE("thousands are set off by a space") {
    CHECK(text(0.0, "", precision::exact) == "0");
    CHECK(text(999.0, "", precision::exact) == "999");
    CHECK(text(1000.0, "", precision::exact) == "1 000");
    CHECK(text(15831.2, "TPP", precision::exact) == "15 831.2 TPP");
    CHECK(text(123456.0, "", precision::exact) == "123 456");
    CHECK(text(1234567.0, "", precision::exact) == "1 234 567");
    CHECK(text(-123.0, "", precision::exact) == "-123");
    CHECK(text(-1234.5, "", precision::exact) == "-1 234.5");
    CHECK(text(1e300, "", precision::exact) == "1e+300");
}

TEST_CASE("ranges, intervals, sums and years have their own forms") {
    CHECK(value_text(figure_range{3.0, 5.0, {1.0, "firms"}, {.id = "x", .precision = precision::range}}) ==
          "3 to 5 firms");
    CHECK(value_text(figure_with_interval{8.0 * month,
                                          5.0 * month,
                                          14.0 * month,
                                          0.95,
                                          {month, "months"},
                                          {.id = "x", .precision = precision::about}}) ==
          "about 8 months (95 % interval 5 to 14)");
    CHECK(value_text(figure_with_interval{8.0, 5.0, 14.0, 0.0, {1.0, "months"}, {.id = "x"}}) == "8 months (5 to 14)");
    CHECK(value_text(figure_of_two_stages{6.0 * month, 13.0 * month, {month, "months"}, {.id = "x"}}) ==
          "6 + 13 months");
    const date year_2023(std::chrono::year(2023) / 1 / 1);
    const date end_of_2030(std::chrono::year(2030) / 12 / 31);
    CHECK(value_text(figure{year_2023, {}, {.id = "x"}}) == "2023");
    CHECK(value_text(figure_range{year_2023, end_of_2030, {}, {.id = "x", .precision = precision::range}}) ==
          "2023 to 2030");
}

TEST_CASE("the source's words stand in for digits") {
    const figure f{1e10 * usd,
                   {billion_usd, "billion USD"},
                   {.id = "x", .precision = precision::order, .words = "tens of billions of USD"}};
    CHECK(value_text(f) == "tens of billions of USD");
}

TEST_CASE("a figure without a value has no text") { CHECK(value_text(figure_info{}).empty()); }

TEST_CASE("a rejected claim is told apart") {
    CHECK(kind_text({.id = "x", .kind = kind::claimed}) == "claimed");
    CHECK(kind_text({.id = "x", .kind = kind::claimed, .rejected = true}) == "claimed (rejected)");
    CHECK(kind_and_grade({.id = "x", .kind = kind::claimed}) == "claimed");
    CHECK(kind_and_grade({.id = "x", .kind = kind::claimed, .rejected = true, .grade = grade::c, .read = "C, one copy"}) ==
          "claimed (rejected), grade C");
    CHECK(kind_and_grade({.id = "x", .read = "not graded"}) == "observed, not graded");
}

TEST_CASE("a citation names who said it, on whose word, where and when") {
    constexpr article essay{
        .key = "essay", .speaker = "An Author", .piece = "An Essay", .publication = "A Journal", .date_text = "2025"};
    CHECK(citation({.id = "x", .source = &essay}) == "An Author, An Essay, A Journal, 2025");
    CHECK(citation({.id = "x", .source = &essay, .said_by = "A Guest"}) == "A Guest, An Essay, A Journal, 2025");
    CHECK(citation({.id = "x", .source = &essay, .via = "Others"}) ==
          "An Author, citing Others, An Essay, A Journal, 2025");
    constexpr article bare{.key = "bare", .speaker = "An Author", .date_text = "undated"};
    CHECK(citation({.id = "x", .source = &bare}) == "An Author, undated");
    CHECK(citation(figure_info{}).empty());
}
