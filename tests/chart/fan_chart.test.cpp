// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/fan_chart.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cmath>

#include "chart/chart_checks.hpp"
#include "chart/golden_charts.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using money = headway::quantity<headway::dim::money>;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

/// Quantiles at 5, 25, 50, 75 and 95 % are the 2nd, 6th, 11th, 16th and 20th of the 21 draws.
template <class T>
headway::fan<headway::outcome<T>> fan_of(const std::vector<date>& dates,
                                         const std::vector<std::vector<double>>& draws) {
    std::vector<headway::outcome<T>> outcomes;
    for (const auto& d : draws) outcomes.push_back(outcome_of<T>(d));
    return {dates, std::move(outcomes)};
}
const std::vector<date> three_years{2024y / 1 / 1, 2025y / 1 / 1, 2026y / 1 / 1};
const auto growing = fan_of<money>(three_years, {charts::even_draws(0.0, 20e6, 21), charts::even_draws(10e6, 50e6, 21),
                                                 charts::even_draws(20e6, 100e6, 21)});

TEST_CASE("fan chart: about six marks along a quantity, at most seven steps of time") {
    // Of 21 draws the bands leave out the outermost: from 1000 to 1013, of which a sixth asks for steps of 5, a seventh
    // would do with 2. From January 1 to August 15 are more than seven months, so quarters are marked.
    const auto draws = charts::even_draws(1000.0 - 13.0 / 18.0, 1013.0 + 13.0 / 18.0, 21);
    const auto root = charts::checked(fan_chart(fan_of<double>({2024y / 1 / 1, 2024y / 8 / 15}, {draws, draws}),
                                                {.axis = axis_kind::linear}));
    for (const char* mark : {"1000", "1005", "1010", "1015", "2024", "Apr", "Jul"}) CHECK(charts::says(root, mark));
    for (const char* between : {"1002", "1004", "Feb", "Mar", "May", "Jun", "Aug"}) CHECK_FALSE(charts::says(root, between));
}

TEST_CASE("fan chart: an axis over many units has one at each mark where there is room, from a width of 600") {
    const std::vector<double> draws = [] {
        std::vector<double> x;
        for (int i = 0; i < 21; ++i) x.push_back(std::pow(10.0, 2.0 + 0.4 * i));
        return x;
    }();
    const auto wide = fan_of<money>(three_years, {draws, draws, draws});
    const auto marks_in_millions = [&](double width) {
        const auto root = charts::checked(fan_chart(wide, {.axis = axis_kind::logarithmic, .width = width}));
        const auto all = charts::texts(root);
        return std::count_if(all.begin(), all.end(), [](const std::string& t) { return t.find("million USD") != t.npos; });
    };
    CHECK(marks_in_millions(600.0) > 0);
    CHECK(marks_in_millions(900.0) > 0);
    CHECK(marks_in_millions(599.0) == 0);
}

TEST_CASE("fan chart: bands and median lie where the axis says") {
    const auto root = charts::checked(fan_chart(growing, {.title = "Cost", .axis = axis_kind::linear}));
    CHECK(charts::title_of(root) == "Cost");
    CHECK(charts::says(root, "million USD"));
    for (const char* label :
         {"0", "20", "40", "60", "80", "100", "2024", "2025", "2026", "5 %", "25 %", "median", "75 %", "95 %"}) {
        INFO(label);
        CHECK(charts::says(root, label));
    }
    // The axis goes from 0 to 100 million; its lines tell where.
    const auto grid = charts::of_class(root, "hw-grid");
    const auto y_of = [&](std::size_t i) { return charts::numbers_of(grid[i].at("d"))[1]; };
    const double bottom = y_of(0);
    const double top = y_of(5);
    const auto y = [&](double millions) { return bottom + (top - bottom) * millions / 100.0; };
    const auto line = charts::numbers_of(charts::of_class(root, "hw-line", "path").back().at("d"));
    REQUIRE(line.size() == 6);
    CHECK_THAT(line[1], WithinAbs(y(10.0), 0.006));
    CHECK_THAT(line[3], WithinAbs(y(30.0), 0.006));
    CHECK_THAT(line[5], WithinAbs(y(60.0), 0.006));
    CHECK_THAT((line[2] - line[0]) / (line[4] - line[0]), WithinAbs(366.0 / 731.0, 1e-4));  // 2024 was a leap year
    const auto outer = charts::numbers_of(charts::of_class(root, "hw-outer", "path").back().at("d"));
    REQUIRE(outer.size() == 12);
    CHECK_THAT(outer[1], WithinAbs(y(19.0), 0.006));
    CHECK_THAT(outer[5], WithinAbs(y(96.0), 0.006));
    CHECK_THAT(outer[7], WithinAbs(y(24.0), 0.006));
    CHECK_THAT(outer[11], WithinAbs(y(1.0), 0.006));
    const auto inner = charts::numbers_of(charts::of_class(root, "hw-inner", "path").back().at("d"));
    CHECK_THAT(inner[3], WithinAbs(y(40.0), 0.006));
    CHECK_THAT(inner[9], WithinAbs(y(20.0), 0.006));
    CHECK(charts::description_of(root) ==
          "Median on 2024-01-01 10.0 million USD (90 % between 1.00 million USD and 19.0 million USD), "
          "on 2026-01-01 60.0 million USD (90 % between 24.0 million USD and 96.0 million USD).");
}

TEST_CASE("fan chart: lines are named where they end, each beside its own, or in a legend where there is no room") {
    const auto root = charts::checked(fan_chart(growing, {.axis = axis_kind::linear}));
    const auto end_of = [&](const char* style, std::size_t point) {
        const auto line = charts::numbers_of(charts::of_class(root, style, "path").back().at("d"));
        return std::pair{line[2 * point], line[2 * point + 1]};
    };
    const auto beside = [&](const char* name, const std::pair<double, double>& end) {
        std::size_t found = 0;
        xml::each(root, [&](const xml::element& e) {
            if (e.name != "text" || e.text != name) return;
            ++found;
            CHECK(e.number("x") > end.first);
            CHECK(e.number("x") < end.first + 30.0);
            CHECK_THAT(e.number("y") - 7.5, WithinAbs(end.second, 0.02));
        });
        CHECK(found == 1);
    };
    beside("median", end_of("hw-line", 2));
    beside("95 %", end_of("hw-outer", 2));
    beside("5 %", end_of("hw-outer", 3));
    beside("75 %", end_of("hw-inner", 2));
    beside("25 %", end_of("hw-inner", 3));
    CHECK(charts::of_class(root, "hw-line").size() == 1);  // no legend
    const auto narrow = charts::checked(fan_chart(growing, {.width = 479.0}));
    CHECK(charts::says(narrow, "25 to 75 %"));
    CHECK_FALSE(charts::says(narrow, "95 %"));
    const auto wide = charts::checked(fan_chart(growing, {.width = 480.0}));
    CHECK(charts::says(wide, "95 %"));
}

TEST_CASE("fan chart: observed values are points where the axes say, with a legend, and widen the axes") {
    const headway::observations<money> seen{{2023y / 1 / 1, 150.0 * million_usd}, {2024y / 1 / 1, 20.0 * million_usd}};
    const auto root = charts::checked(
        fan_chart(growing, {.axis = axis_kind::linear, .observed = seen, .observed_name = "paid"}));
    CHECK(charts::says(root, "paid"));
    CHECK(charts::says(root, "forecast, with 50 and 90 % bands"));
    const auto points = charts::of_class(root, "hw-point");
    REQUIRE(points.size() == 3);  // the first is the legend's
    const auto line = charts::numbers_of(charts::of_class(root, "hw-line", "path").back().at("d"));
    CHECK_THAT(points[2].number("cx"), WithinAbs(line[0], 0.011));  // the forecast begins on 2024-01-01 at 10 million
    CHECK_THAT(line[0] - points[1].number("cx"), WithinAbs((line[4] - line[0]) * 365.0 / 731.0, 0.02));
    const double million = (line[1] - line[5]) / 50.0;  // the median goes from 10 to 60
    CHECK_THAT(line[1] - points[1].number("cy"), WithinAbs(140.0 * million, 0.02));
    CHECK_THAT(line[1] - points[2].number("cy"), WithinAbs(10.0 * million, 0.02));
    CHECK(charts::told_by(root, "hw-point") ==
          std::vector<std::string>{"paid, 2023-01-01: 150 million USD", "paid, 2024-01-01: 20.0 million USD"});
    CHECK_THAT(charts::description_of(root), ContainsSubstring("paid from 2023-01-01 to 2024-01-01, at last 20.0 million USD."));
    CHECK_FALSE(charts::says(charts::checked(fan_chart(growing)), "observed"));
    const headway::observations<money> one{{2024y / 6 / 1, 5.0 * million_usd}};
    CHECK(charts::of_class(charts::checked(fan_chart(growing, {.observed = one})), "hw-point").size() == 2);
    std::vector<headway::observation<money>> many;
    for (int i = 0; i < 5000; ++i) many.emplace_back(date(2010y / 1 / 1) + static_cast<double>(i) * day, (1.0 + i) * usd);
    CHECK(charts::of_class(charts::checked(fan_chart(growing, {.observed = headway::observations<money>(many)})), "hw-point")
              .size() == 401);
}

TEST_CASE("fan chart: lines at values lie across, lines at dates upright, with their words") {
    const auto root = charts::checked(fan_chart(
        growing, {.axis = axis_kind::linear,
                  .lines = {{"budget", 60.0 * million_usd}, {"out of sight", 1.0 * billion_usd}},
                  .dates = {{"today", 2025y / 1 / 1}, {"long ago", 1990y / 1 / 1}, {"", 2026y / 6 / 1}}}));
    CHECK(charts::says(root, "budget: 60.0 million USD"));
    CHECK(charts::says(root, "today: 2025-01-01"));
    CHECK(charts::says(root, "2026-06-01"));
    const auto median = charts::numbers_of(charts::of_class(root, "hw-line", "path").back().at("d"));
    const auto across = charts::of_class(root, "hw-second-line");
    REQUIRE(across.size() == 1);
    const auto budget = charts::numbers_of(across[0].at("d"));
    CHECK_THAT(budget[1], WithinAbs(median[5], 0.011));  // the median of 2026 is 60 million
    CHECK(budget[1] == budget[3]);
    const auto upright = charts::of_class(root, "hw-dash");
    REQUIRE(upright.size() == 2);
    const auto today = charts::numbers_of(upright[0].at("d"));
    CHECK_THAT(today[0], WithinAbs(median[2], 0.011));
    CHECK(today[0] == today[2]);
    CHECK(charts::numbers_of(upright[1].at("d"))[0] > median[4]);
    CHECK_THAT(charts::all_words(root), ContainsSubstring("Not shown, beyond the axis: out of sight: 1.00 billion USD.") &&
                                            ContainsSubstring("Not shown, beyond the axis: long ago: 1990-01-01."));
    CHECK_THAT(charts::description_of(root), ContainsSubstring("Line at today: 2025-01-01."));
    // None below zero on a logarithmic axis.
    const auto falling = charts::checked(fan_chart(growing, {.lines = {{"loss", -5.0 * million_usd}}}));
    CHECK(charts::says(falling, "million USD, log scale"));
    CHECK(charts::of_class(falling, "hw-second-line").empty());
    CHECK_THROWS_AS(fan_chart(growing, {.dates = {{"never", date::never()}}}), std::domain_error);
}

TEST_CASE("fan chart: a pointer is told the quantiles of the nearest date") {
    const auto told = charts::told_by(charts::checked(fan_chart(growing)), "hw-hit");
    REQUIRE(told.size() == 3);
    CHECK(told[0] == "2024-01-01: median 10.0 million USD; 50 % between 5.00 million USD and 15.0 million USD; "
                     "90 % between 1.00 million USD and 19.0 million USD");
}

TEST_CASE("fan chart: on a logarithmic axis a constant factor is a constant distance") {
    const auto f = fan_of<double>(
        three_years, {std::vector<double>(21, 1.0), std::vector<double>(21, 10.0), std::vector<double>(21, 100.0)});
    const auto root = charts::checked(fan_chart(f, {.unit = {"times"}}));
    const auto line = charts::numbers_of(charts::of_class(root, "hw-line", "path").back().at("d"));
    CHECK_THAT(line[3] - line[1], WithinAbs(line[5] - line[3], 0.011));
    CHECK(charts::says(root, "50"));
    CHECK(charts::says(root, "times, log scale"));
}

TEST_CASE("fan chart: dates are drawn in order, whatever their order") {
    const auto shuffled = fan_of<money>(
        {2026y / 1 / 1, 2024y / 1 / 1, 2025y / 1 / 1},
        {charts::even_draws(20e6, 100e6, 21), charts::even_draws(0.0, 20e6, 21), charts::even_draws(10e6, 50e6, 21)});
    CHECK(fan_chart(shuffled) == fan_chart(growing));
}

TEST_CASE("fan chart: where a quantile is never the band is open, and where the median is, its line ends") {
    std::vector<double> some = charts::even_draws(1.0, 21.0, 21);
    for (std::size_t i = 18; i < 21; ++i) some[i] = never;
    std::vector<double> most = some;
    for (std::size_t i = 5; i < 21; ++i) most[i] = never;
    const auto f = fan_of<double>(three_years, {charts::even_draws(1.0, 21.0, 21), some, most});
    const auto root = charts::checked(fan_chart(f, {.axis = axis_kind::linear}));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("Never in up to 76.2 % of draws"));
    CHECK(charts::numbers_of(charts::of_class(root, "hw-line", "path").back().at("d")).size() == 4);
    CHECK_THAT(charts::description_of(root), ContainsSubstring("on 2026-01-01 never"));
    CHECK_THROWS_MATCHES(fan_chart(fan_of<double>(three_years, {{never}, {never}, {never}})), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("nothing to draw")));
}

TEST_CASE("fan chart: a forecast of dates has a vertical axis of dates") {
    const double day = 86400.0;
    const auto f = fan_of<date>(three_years, {charts::even_draws(20000 * day, 21000 * day, 21),
                                              charts::even_draws(20500 * day, 21500 * day, 21),
                                              charts::even_draws(21000 * day, 22000 * day, 21)});
    const auto root = charts::checked(fan_chart(f));
    CHECK(charts::says(root, "2027"));
    CHECK(charts::says(root, "2030"));
}

TEST_CASE("fan chart: one date is a bar, and very many are thinned") {
    const auto one = charts::checked(fan_chart(fan_of<money>({2024y / 1 / 1}, {charts::even_draws(1e6, 2e6, 21)})));
    CHECK(charts::of_class(one, "hw-outer", "rect").size() == 3);  // two in the legend
    std::vector<date> dates;
    std::vector<std::vector<double>> draws;
    for (int i = 0; i < 3000; ++i) {
        dates.push_back(date(2024y / 1 / 1) + static_cast<double>(i) * day);
        draws.push_back({1.0 + i, 2.0 + i});
    }
    const std::string svg = fan_chart(fan_of<double>(dates, draws), {.axis = axis_kind::linear});
    const auto line = charts::numbers_of(charts::of_class(charts::checked(svg), "hw-line", "path").back().at("d"));
    CHECK(line.size() == 800);
    CHECK(svg.size() < 60000);
}

TEST_CASE("fan chart: what cannot be drawn is refused") {
    CHECK_THROWS_MATCHES(fan_chart(fan_of<double>({}, {})), std::domain_error,
                         Catch::Matchers::Message("fan_chart: the forecast has no dates; simulate it on at least one"));
    const auto falling = fan_of<double>(three_years, {{-1.0}, {2.0}, {3.0}});
    CHECK_THROWS_MATCHES(fan_chart(falling, {.axis = axis_kind::logarithmic}), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("use axis_kind::linear")));
    CHECK_NOTHROW(charts::checked(fan_chart(falling)));
    CHECK_THROWS_AS(fan_chart(fan_of<double>(three_years, {{1.0}, {1e300}, {3.0}})), std::domain_error);
    CHECK_THROWS_AS(fan_chart(fan_of<double>({date::never()}, {{1.0}})), std::domain_error);
    CHECK_THROWS_MATCHES(fan_chart(growing, {.width = 10.0}), std::domain_error,
                         Catch::Matchers::Message("fan_chart: width must be between 320 and 4000, got 10"));
    CHECK_THROWS_AS(fan_chart(growing, {.width = std::nan("")}), std::domain_error);
}

TEST_CASE("fan chart: a title of markup, control characters and no UTF-8 is shown as text") {
    const auto root = charts::checked(
        fan_chart(growing, {.title = "</title><script>x()</script>\x01 & \xFF \"q\"", .id = "\" onload=\"x"}));
    CHECK(charts::title_of(root) == "</title><script>x()</script> & \xEF\xBF\xBD \"q\"");
    CHECK(root.children[0].at("id") == "chart---onload--x-title");
    const auto untitled = charts::checked(fan_chart(growing, {.title = "\x01 \x02"}));
    CHECK(charts::title_of(untitled) == "Forecast over time");
    const std::string long_title(100000, 'x');
    CHECK(charts::title_of(charts::checked(fan_chart(growing, {.title = long_title}))) == long_title);
}

TEST_CASE("fan chart: different charts have different ids, and the one asked for is taken") {
    const auto id = [](const std::string& svg) { return charts::checked(svg).children[0].at("id"); };
    CHECK(id(fan_chart(growing, {.title = "A"})) != id(fan_chart(growing, {.title = "B"})));
    CHECK(id(fan_chart(growing)) != id(fan_chart(growing, {.axis = axis_kind::linear})));
    CHECK(id(fan_chart(growing, {.id = "cost"})) == "cost-title");
}

TEST_CASE("fan chart: every width holds its texts") {
    for (const double width : {320.0, 360.0, 720.0, 1600.0}) {
        CHECK_NOTHROW(charts::checked(
            fan_chart(growing, {.title = "A title of quite some length for a chart of this width", .width = width})));
    }
}

TEST_CASE("fan chart: the whole picture, byte by byte") {
    CHECK(fan_chart(growing, {.title = "Cost of a training run", .id = "golden"}) == charts::golden_fan);
}

TEST_CASE("fan: what is drawn where nothing is asked for") {
    CHECK((fan_chart_options<double>{}.width == 720.0));
}

}  // namespace
