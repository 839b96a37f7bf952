// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/gantt_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/project/stages.hpp>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using headway::date;

namespace {

std::array<date, 3> on(std::chrono::year_month_day a, std::chrono::year_month_day b, std::chrono::year_month_day c) {
    return {date(a), date(b), date(c)};
}
const auto certain = on(2026y / 1 / 1, 2026y / 1 / 1, 2026y / 1 / 1);
const std::vector<gantt_chart_row> stages{
    {"permits", certain, on(2026y / 7 / 1, 2027y / 1 / 1, 2027y / 7 / 1), 1.0},
    {"building", on(2026y / 7 / 1, 2027y / 1 / 1, 2027y / 7 / 1), on(2028y / 7 / 1, 2029y / 1 / 1, 2030y / 1 / 1),
     0.75},
    {"tools", on(2026y / 7 / 1, 2027y / 1 / 1, 2027y / 7 / 1), on(2028y / 1 / 1, 2028y / 6 / 1, 2029y / 1 / 1), 0.25},
};

TEST_CASE("gantt: at most seven steps of time") {
    // From January 1 to August 15 are more than seven months, so quarters are marked.
    const auto root = charts::checked(gantt_chart(
        {{"one", on(2024y / 1 / 1, 2024y / 1 / 1, 2024y / 1 / 1), on(2024y / 8 / 15, 2024y / 8 / 15, 2024y / 8 / 15), 1.0}}));
    for (const char* mark : {"2024", "Apr", "Jul"}) CHECK(charts::says(root, mark));
    for (const char* between : {"Feb", "Mar", "May", "Jun", "Aug"}) CHECK_FALSE(charts::says(root, between));
}

TEST_CASE("gantt: stages in their order, from median start to median end, paler from earliest to latest") {
    const auto root = charts::checked(gantt_chart(stages, {.title = "A fab"}));
    CHECK(charts::says(root, "critical in 75 %, ends 2029-01-01"));
    CHECK(charts::says(root, "ends 2027-01-01"));  // always critical: the colour tells
    for (const char* year : {"2026", "2027", "2028", "2029", "2030"}) CHECK(charts::says(root, year));
    const auto grid = charts::of_class(root, "hw-grid");  // the years
    REQUIRE(grid.size() == 5);
    const auto x = [&](std::size_t year) { return charts::numbers_of(grid[year - 2026].at("d"))[0]; };
    const auto critical = charts::of_class(root, "hw-second", "rect");
    const auto other = charts::of_class(root, "hw-main", "rect");
    REQUIRE((critical.size() == 3 && other.size() == 2));  // one each in the legend
    CHECK_THAT(critical[1].number("x"), WithinAbs(x(2026), 0.011));
    CHECK_THAT(critical[1].number("x") + critical[1].number("width"), WithinAbs(x(2027), 0.021));
    CHECK_THAT(critical[2].number("x"), WithinAbs(x(2027), 0.011));
    CHECK_THAT(critical[2].number("x") + critical[2].number("width"), WithinAbs(x(2029), 0.021));
    CHECK_THAT(other[1].number("x"), WithinAbs(x(2027), 0.011));
    const auto paler = charts::of_class(root, "hw-second-outer", "rect");
    CHECK_THAT(paler[1].number("x") + paler[1].number("width"), WithinAbs(x(2030), 0.021));
    CHECK_THAT(charts::all_words(root),
               ContainsSubstring("Paler: from the earliest start (5 %) to the latest end (95 %)."));
    CHECK(charts::description_of(root) ==
          "permits: 2026-01-01 to 2027-01-01. building: 2027-01-01 to 2029-01-01. tools: 2027-01-01 to 2028-06-01.");
}

TEST_CASE("gantt: the schedule of a project without uncertainty") {
    const auto project = headway::stage<"permits">(12.0 * month) >>
                         (headway::stage<"building">(24.0 * month) & headway::stage<"tools">(18.0 * month));
    const auto root = charts::checked(gantt_chart(project.schedule(date(2026y / 1 / 1)), {.title = "Plan"}));
    CHECK(charts::says(root, "permits"));
    CHECK(charts::of_class(root, "hw-second", "rect").size() == 3);  // legend, permits, building
    CHECK(charts::of_class(root, "hw-mark").empty());
    CHECK_THAT(charts::all_words(root), !ContainsSubstring("Paler"));
}

TEST_CASE("gantt: a stage of outcomes has their quantiles, and its criticality the mean") {
    const double day = 86400.0;
    const auto starts = outcome_of<date>(charts::even_draws(20000.0 * day, 20100.0 * day, 101));
    std::vector<double> ends = charts::even_draws(21000.0 * day, 21100.0 * day, 101);
    for (std::size_t i = 90; i < ends.size(); ++i) ends[i] = __builtin_huge_val();
    const gantt_chart_row bar("stage", starts, outcome_of<date>(ends), outcome_of<double>({1.0, 0.0, 0.0, 1.0, 1.0}));
    CHECK(bar.start[0] == date::from_seconds_since_1970(20005.0 * day));
    CHECK(bar.end[1] == date::from_seconds_since_1970(21050.0 * day));
    CHECK(bar.end[2].is_never());
    CHECK(bar.critical == 0.6);
    const auto root = charts::checked(gantt_chart({bar}));
    CHECK(charts::says(root, "critical in 60 %, ends 2027-08-20"));
    CHECK(bar.never == 11.0 / 101.0);
    CHECK(charts::says(root, "→ never"));
    CHECK(charts::says(root, "11 %"));
    CHECK_THAT(charts::description_of(root), ContainsSubstring("2027-08-20, never ends in 10.9 %."));
    CHECK(charts::told_by(root, "hw-second").at(0) ==
          "stage: 2024-11-23 to 2027-08-20; ends between 2027-07-06 and never in 90 %; never ends in 10.9 %");
}

TEST_CASE("gantt: of a million stages the longest are shown, in their order") {
    std::vector<gantt_chart_row> many;
    for (int i = 0; i < 100000; ++i)
        many.emplace_back("s" + std::to_string(i), certain, on(2026y / 2 / 1, 2026y / 3 / 1, 2026y / 4 / 1));
    many[70000].end = on(2027y / 2 / 1, 2027y / 3 / 1, 2027y / 4 / 1);
    many[80000].end[2] = date(2035y / 1 / 1);  // long in one draw of twenty only
    many[90000].start = on(2020y / 1 / 1, 2026y / 1 / 1, 2026y / 1 / 1);
    const auto root = charts::checked(gantt_chart(many, {.most_rows = 2}));
    CHECK(charts::says(root, "s0"));
    CHECK(charts::says(root, "s70000"));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("the 2 longest stages of 100000; 99998 left out."));
}

TEST_CASE("gantt: critical in half of the draws is critical, and a stage that takes no time can be seen") {
    const auto next_year = on(2027y / 1 / 1, 2027y / 1 / 1, 2027y / 1 / 1);
    const auto root = charts::checked(gantt_chart({{"gate", certain, certain, 0.5}, {"work", certain, next_year, 0.49}}));
    const auto critical = charts::of_class(root, "hw-second", "rect");
    REQUIRE(critical.size() == 2);  // and the legend
    CHECK(critical[1].number("width") == 2.0);
    CHECK(charts::of_class(root, "hw-main", "rect").size() == 2);
    CHECK(charts::says(root, "critical in 50 %, ends 2026-01-01"));
}

TEST_CASE("gantt: what cannot be drawn is refused") {
    CHECK_THROWS_AS(gantt_chart(std::vector<gantt_chart_row>{}), std::domain_error);
    CHECK_THROWS_MATCHES(
        gantt_chart({{"x", on(2027y / 1 / 1, 2027y / 1 / 1, 2027y / 1 / 1), certain}}), std::domain_error,
        Catch::Matchers::MessageMatches(ContainsSubstring("the dates of stage \"x\" are out of order")));
    CHECK_THROWS_AS(gantt_chart({{"x", certain, certain, std::nan("")}}), std::domain_error);
    CHECK_THROWS_AS(gantt_chart({{"x", certain, certain, 1.5}}), std::domain_error);
    CHECK_THROWS_MATCHES(gantt_chart({{"x", certain, certain, 1.0, 1.5}}), std::domain_error,
                         Catch::Matchers::Message("gantt_chart: never must be a share of at most 1, got 1.5"));
    const date not_ever = date::never();
    CHECK_THROWS_AS(gantt_chart({{"x", {not_ever, not_ever, not_ever}, {not_ever, not_ever, not_ever}}}),
                    std::domain_error);
    CHECK_THROWS_AS(gantt_chart(stages, {.most_rows = 0}), std::domain_error);
    CHECK_THROWS_AS(gantt_chart(stages, {.most_rows = 201}), std::domain_error);
    CHECK_NOTHROW(charts::checked(gantt_chart(stages, {.most_rows = 1})));
    CHECK_NOTHROW(charts::checked(gantt_chart(stages, {.most_rows = 200})));
    CHECK_THAT(charts::all_words(charts::checked(gantt_chart(stages, {.most_rows = 3}))), !ContainsSubstring("left out"));
    CHECK_NOTHROW(charts::checked(gantt_chart({{"no time at all", certain, certain}})));
    CHECK((gantt_chart_options{}.most_rows == 40 && gantt_chart_options{}.width == 720.0));
}

// The text of a picture is the same on every machine; where it is changed on purpose, look at it and take its new hash.
TEST_CASE("gantt: the whole picture, byte by byte") {
    auto late = stages;
    late.back().end[2] = date::never();
    const auto svg = gantt_chart(late, {.title = "A fab", .id = "golden"});
    CHECK(headway::report::detail::text_hash(svg) == "bd1ac5251f2f324b");
}

}  // namespace
