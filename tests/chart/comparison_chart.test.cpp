// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/comparison_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using money = headway::quantity<headway::dim::money>;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

const std::vector<comparison_chart_row<money>> two{
    {"as it is", 10.0 * million_usd, 20.0 * million_usd, 50.0 * million_usd},
    {"twice the wages", 20.0 * million_usd, 40.0 * million_usd, 60.0 * million_usd}};

TEST_CASE("comparison: intervals and medians lie where the axis says, with a line at the first median in every row") {
    const auto root = charts::checked(comparison_chart(two, {.title = "Cost"}));
    CHECK(charts::says(root, "as it is"));
    CHECK(charts::says(root, "median 40.0 million USD"));
    CHECK(charts::says(root, "million USD"));
    const auto grid = charts::of_class(root, "hw-grid");  // 10, 20, ..., 60
    REQUIRE(grid.size() == 6);
    const auto x = [&](std::size_t tens) { return charts::numbers_of(grid[tens - 1].at("d"))[0]; };
    const auto lines = charts::of_class(root, "hw-line");
    REQUIRE(lines.size() == 3);  // one in the legend
    CHECK_THAT(charts::numbers_of(lines[1].at("d"))[0], WithinAbs(x(1), 0.011));
    CHECK_THAT(charts::numbers_of(lines[1].at("d"))[2], WithinAbs(x(5), 0.011));
    CHECK_THAT(charts::numbers_of(lines[2].at("d"))[0], WithinAbs(x(2), 0.011));
    CHECK_THAT(charts::numbers_of(lines[2].at("d"))[2], WithinAbs(x(6), 0.011));
    const auto points = charts::of_class(root, "hw-point");
    REQUIRE(points.size() == 3);
    CHECK_THAT(points[1].number("cx"), WithinAbs(x(2), 0.011));
    CHECK_THAT(points[2].number("cx"), WithinAbs(x(4), 0.011));
    const auto dashes = charts::of_class(root, "hw-dash");
    REQUIRE(dashes.size() == 3);
    for (const std::size_t i : {1U, 2U}) CHECK_THAT(charts::numbers_of(dashes[i].at("d"))[0], WithinAbs(x(2), 0.011));
}

TEST_CASE("comparison: about six marks along a quantity") {
    // A sixth of 13 asks for steps of 5, a seventh would do with 2.
    const auto root = charts::checked(comparison_chart<double>({{"one", 1000.0, 1006.0, 1013.0}}));
    for (const char* mark : {"1000", "1005", "1010", "1015"}) CHECK(charts::says(root, mark));
    for (const char* between : {"1002", "1004", "1008"}) CHECK_FALSE(charts::says(root, between));
}

TEST_CASE("comparison: a row of an outcome has its quantiles, never among them") {
    std::vector<double> draws = charts::even_draws(0.0, 100.0, 101);
    CHECK(comparison_chart_row<double>("x", outcome_of<double>(draws)).high == 95.0);
    for (std::size_t i = 60; i < draws.size(); ++i) draws[i] = __builtin_huge_val();
    const comparison_chart_row<double> row("may never happen", outcome_of<double>(draws));
    CHECK(row.median == 50.0);
    const auto root = charts::checked(comparison_chart<double>({row}));
    CHECK_THAT(charts::description_of(root), ContainsSubstring("90 % between 5 and never"));
    CHECK(charts::of_class(root, "hw-line").size() == 4);  // legend, interval, arrow shaft and head
    CHECK(charts::says(root, "→ never"));
    CHECK(charts::says(root, "41 %"));  // of 101
    CHECK_THAT(charts::description_of(root), ContainsSubstring("never in 40.6 %"));
    // The arrow is in a column of its own, right of every mark on the axis.
    const auto lines = charts::of_class(root, "hw-line");
    const double axis_ends = charts::numbers_of(lines[1].at("d"))[2];
    CHECK(charts::numbers_of(lines[2].at("d"))[0] >= axis_ends);
    CHECK(charts::numbers_of(lines[3].at("d"))[2] > charts::of_class(root, "hw-point").back().number("cx") + 20.0);
    const comparison_chart_row<date> nothing("never", outcome_of<date>({__builtin_huge_val()}));
    const comparison_chart_row<date> something("once", date(2030y / 1 / 1), date(2031y / 1 / 1), date(2032y / 1 / 1));
    CHECK(charts::says(charts::checked(comparison_chart<date>({nothing, something})), "median never"));
    // A date stands there no sharper than its interval; the day is for who points at it.
    const comparison_chart_row<date> close("close", date(2030y / 1 / 1), date(2030y / 1 / 20), date(2030y / 2 / 1));
    const comparison_chart_row<date> open("open", date(2030y / 1 / 1), date(2032y / 1 / 1), date::never());
    const auto dates = charts::checked(comparison_chart<date>({something, close, open}));
    for (const char* text : {"median Jan 2031", "median 2030-01-20", "median 2032"}) CHECK(charts::says(dates, text));
    CHECK_THAT(charts::description_of(dates), ContainsSubstring("once: median 2031-01-01, 90 % between 2030-01-01 and"));
    CHECK_THROWS_MATCHES(comparison_chart<date>({nothing}), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("nothing to draw")));
}

TEST_CASE("comparison: of very many rows the first and those with the widest intervals are shown") {
    std::vector<comparison_chart_row<double>> rows;
    for (int i = 0; i < 100000; ++i) rows.emplace_back("row " + std::to_string(i), 1.0, 2.0, 3.0 + i % 1000);
    const std::string svg = comparison_chart(rows, {.axis = axis_kind::linear, .most_rows = 5});
    const auto root = charts::checked(svg);
    CHECK(svg.size() < 20000);
    CHECK(charts::says(root, "row 0"));
    CHECK(charts::says(root, "row 999"));
    CHECK(charts::says(root, "row 3999"));
    CHECK(!charts::says(root, "row 4999"));
    CHECK_THAT(charts::all_words(root),
               ContainsSubstring("the 5 scenarios with the widest intervals of 100000; 99995 left out."));
}

TEST_CASE("comparison: long names are cut, and told in full") {
    const std::string name(300, 'n');
    const auto root = charts::checked(comparison_chart<money>({{name + " & <co>", 1.0 * usd, 2.0 * usd, 3.0 * usd}}));
    bool told = false;
    xml::each(root, [&](const xml::element& e) {
        if (e.name == "text" && e.children.size() == 1) told = told || e.children[0].text == name + " & <co>";
    });
    CHECK(told);
}

TEST_CASE("comparison: a share of never is told where the interval ends before it, and none where there is none") {
    const auto told = [](double share) {
        return charts::checked(comparison_chart<double>({{"one", 1.0, 2.0, 3.0, share}, {"two", 1.0, 2.0, 3.0}}));
    };
    CHECK(charts::says(told(0.03), "3 %"));
    CHECK(charts::of_class(told(0.03), "hw-line").size() == 3);  // no arrow
    CHECK_FALSE(charts::says(told(0.0), "→ never"));
    CHECK_FALSE(charts::says(told(-1.0), "→ never"));
    CHECK_THROWS_MATCHES(told(1.5), std::domain_error,
                         Catch::Matchers::Message("comparison_chart: never must be a share of at most 1, got 1.5"));
    CHECK_THROWS_AS(told(std::nan("")), std::domain_error);
}

TEST_CASE("comparison: a pointer is told of each row what it shows") {
    const auto root = charts::checked(comparison_chart(two));
    const std::string first = "as it is: median 20.0 million USD, 90 % between 10.0 million USD and 50.0 million USD";
    CHECK(charts::told_by(root, "hw-hit").at(0) == first);
    CHECK(charts::told_by(root, "hw-point").at(0) == first);
}

TEST_CASE("comparison: what cannot be drawn is refused") {
    CHECK_THROWS_MATCHES(comparison_chart<money>({}), std::domain_error,
                         Catch::Matchers::Message("comparison_chart: there are no rows to draw; give at least one"));
    CHECK_THROWS_MATCHES(comparison_chart<double>({{"a <b>", 3.0, 2.0, 4.0}}), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("quantiles of \"a <b>\" are out of order")));
    CHECK_THROWS_AS(comparison_chart<double>({{"a", std::nan(""), 2.0, 4.0}}), std::domain_error);
    CHECK_THROWS_AS(comparison_chart<double>({{"a", -__builtin_huge_val(), 2.0, 4.0}}), std::domain_error);
    CHECK_THROWS_AS(comparison_chart(two, {.most_rows = 0}), std::domain_error);
    CHECK_THROWS_AS(comparison_chart(two, {.most_rows = 201}), std::domain_error);
}

TEST_CASE("comparison: of scenarios compared") {
    const headway::comparison<money> compared(
        {"base", "boom"},
        {outcome_of<money>(charts::even_draws(1e6, 3e6, 101)), outcome_of<money>(charts::even_draws(2e6, 6e6, 101))},
        {});
    const auto root = charts::checked(comparison_chart(compared));
    CHECK(charts::says(root, "base"));
    CHECK(charts::says(root, "median 4.00 million USD"));
}

TEST_CASE("comparison: what is drawn where nothing is asked for") {
    CHECK((comparison_chart_options<double>{}.most_rows == 30 && comparison_chart_options<double>{}.width == 720.0));
}

// The text of a picture is the same on every machine; where it is changed on purpose, look at it and take its new hash.
TEST_CASE("comparison: the whole picture, byte by byte") {
    const auto svg = comparison_chart(two, {.title = "Cost", .id = "golden"});
    CHECK(headway::report::detail::text_hash(svg) == "68748f212c0346c7");
}

}  // namespace
