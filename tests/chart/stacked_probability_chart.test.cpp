// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/stacked_probability_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/belief/makers.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/report/html.hpp>
#include <headway/simulation/simulate.hpp>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using headway::date;

namespace {

const std::vector<date> dates{2026y / 1 / 1, 2027y / 1 / 1, 2028y / 1 / 1};
const std::vector<probability_over_time> limits{
    {"money", {0.75, 0.5, 0.25}}, {"power", {0.25, 0.375, 0.625}}, {"chips", {0.0, 0.125, 0.125}}};

/// The areas of a picture, from the lowest: their points along the upper edge and then back along the lower.
std::vector<std::vector<double>> areas_of(const xml::element& root) {
    std::vector<std::vector<double>> areas;
    for (const auto& path : charts::of_class(root, "hw-edge", "path")) areas.push_back(charts::numbers_of(path.at("d")));
    return areas;
}
/// The heights of the axis' marks: 0 % and 100 %.
std::pair<double, double> ends_of_axis(const xml::element& root) {
    std::vector<double> lines;
    for (const auto& grid : charts::of_class(root, "hw-grid")) {
        const auto at = charts::numbers_of(grid.at("d"));
        if (at[1] == at[3]) lines.push_back(at[1]);
    }
    return {*std::max_element(lines.begin(), lines.end()), *std::min_element(lines.begin(), lines.end())};
}
std::vector<std::string> told_of(const xml::element& root) {
    std::vector<std::string> told;
    for (const auto& mark : charts::of_class(root, "hw-hit")) told.push_back(mark.children.at(0).text);
    return told;
}

inline constexpr auto luck = headway::assumption<"luck">(headway::uniform(0.0, 1.0), "for this test");
inline constexpr auto by_outputs = headway::forecast(headway::inputs(luck), [](const auto& in, const auto& when) {
    const auto limit = 0.2 * (when - date(2026y / 1 / 1)).in(year);
    const auto power = headway::select(in[luck] < limit, 1.0, 0.0);
    return headway::outputs(headway::output<"money">(1.0 - power), headway::output<"power">(power),
                            headway::output<"built">(in[luck] * usd));
});
/// The place of a kind; never in a quarter of the draws.
inline constexpr auto by_place = headway::forecast(headway::inputs(luck), [](const auto& in, const auto&) {
    return headway::select(in[luck] < 0.25, 0.0, headway::select(in[luck] < 0.75, 1.0, headway::no_limit));
});

}  // namespace

TEST_CASE("stacked probabilities: areas lie one upon the other and fill 100 % in every column") {
    const auto root = charts::checked(stacked_probability_chart(dates, limits, {.title = "Which limit binds"}));
    const auto [bottom, top] = ends_of_axis(root);
    const auto areas = areas_of(root);
    REQUIRE(areas.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        double below = 0.0;
        for (std::size_t k = 0; k < 3; ++k) {
            const double upper = areas[k][2 * i + 1];
            const double lower = areas[k][2 * (5 - i) + 1];
            CHECK_THAT(lower, WithinAbs(bottom + (top - bottom) * below, 0.011));
            below += limits[k].probabilities[i];
            CHECK_THAT(upper, WithinAbs(bottom + (top - bottom) * below, 0.011));
        }
        CHECK(areas[2][2 * i + 1] == top);
    }
    for (const char* text : {"0 %", "100 %", "money", "power", "probability", "2026", "2028"}) {
        CHECK(charts::says(root, text));
    }
    CHECK(charts::title_of(root) == "Which limit binds");
    CHECK(charts::description_of(root) ==
          "On 2026-01-01 money 75 %, power 25 %, chips 0 %. Most probable: money, from 2028-01-01 power. On "
          "2028-01-01 money 25 %, power 62.5 %, chips 12.5 %.");
    CHECK(told_of(root) ==
          std::vector<std::string>{"money: 75 % on 2026-01-01", "power: 25 % on 2026-01-01",
                                   "money: 50 % on 2027-01-01", "power: 37.5 % on 2027-01-01",
                                   "chips: 12.5 % on 2027-01-01", "money: 25 % on 2028-01-01",
                                   "power: 62.5 % on 2028-01-01", "chips: 12.5 % on 2028-01-01"});
}

TEST_CASE("stacked probabilities: any that add up, whatever their order in time and the width") {
    std::uint64_t state = 7;
    const auto next = [&] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(state >> 40U) / static_cast<double>(1U << 24U);
    };
    for (const double width : {320.0, 360.0, 720.0, 1'280.0}) {
        for (std::size_t columns : {std::size_t{1}, std::size_t{2}, std::size_t{11}, std::size_t{70}, std::size_t{900}}) {
            const auto count = static_cast<std::size_t>(1.0 + 8.0 * next());
            std::vector<date> when;
            std::vector<probability_over_time> kinds(count);
            for (std::size_t k = 0; k < count; ++k) kinds[k].kind = "kind number " + std::to_string(k + 1);
            for (std::size_t i = 0; i < columns; ++i) {
                when.push_back(date(2026y / 1 / 1) + 20.0 * next() * year);
                double sum = 0.0;
                for (auto& kind : kinds) {
                    kind.probabilities.push_back(next() < 0.3 ? 0.0 : next());
                    sum += kind.probabilities.back();
                }
                kinds[0].probabilities.back() += 1e-3;
                for (auto& kind : kinds) kind.probabilities.back() /= sum + 1e-3;
            }
            const auto root = charts::checked(stacked_probability_chart(when, kinds, {.width = width}));
            const auto [bottom, top] = ends_of_axis(root);
            const auto areas = areas_of(root);
            REQUIRE(!areas.empty());
            const std::size_t points = std::max<std::size_t>(2, std::min<std::size_t>(columns, 400));
            for (std::size_t i = 0; i < points; ++i) {
                CHECK(areas.front()[2 * (2 * points - 1 - i) + 1] == bottom);
                CHECK(areas.back()[2 * i + 1] == top);
                for (std::size_t k = 0; k + 1 < areas.size(); ++k) {
                    CHECK(areas[k][2 * i + 1] == areas[k + 1][2 * (2 * points - 1 - i) + 1]);
                    CHECK(areas[k][2 * i] == areas[k + 1][2 * i]);
                }
                if (i > 0) CHECK(areas[0][2 * i] >= areas[0][2 * i - 2]);
            }
            CHECK(told_of(root).empty() == (columns > 60));
        }
    }
}

TEST_CASE("stacked probabilities: the legend keeps the order of the kinds, those that never occur among them") {
    const std::vector<probability_over_time> kinds{
        {"halls", {0.0, 0.0, 0.0}}, {"money", {0.9, 0.5, 0.0}}, {"power", {0.1, 0.5, 1.0}}, {"water", {0.0, 0.0, 0.0}}};
    const auto root = charts::checked(stacked_probability_chart(dates, kinds));
    std::vector<std::string> legend;
    std::vector<std::string> swatches;
    xml::each(root, [&](const xml::element& e) {
        if (e.name == "text" && e.has_class("hw-soft") && legend.size() < 4) legend.push_back(e.text);
        if (e.name == "rect" && e.at("class").substr(0, 7) == "hw-kind") swatches.push_back(e.at("class"));
    });
    CHECK(legend == std::vector<std::string>{"halls", "money", "power", "water"});
    CHECK(swatches == std::vector<std::string>{"hw-kind-1", "hw-kind-2", "hw-kind-3", "hw-kind-4"});
    const auto areas = charts::of_class(root, "hw-edge", "path");
    REQUIRE(areas.size() == 2);
    CHECK(areas[0].has_class("hw-kind-2"));
    CHECK(areas[1].has_class("hw-kind-3"));
}

TEST_CASE("stacked probabilities: names stand inside their areas, and only where there is room") {
    const auto root = charts::checked(stacked_probability_chart(
        dates, {{"money", {0.96, 0.96, 0.96}}, {"power \xE2\x80\xAE<&", {0.04, 0.04, 0.04}}}, {.width = 360.0}));
    const auto names = charts::of_class(root, "hw-halo");
    REQUIRE(names.size() == 1);
    CHECK(names[0].text == "money");
    const auto areas = areas_of(root);
    CHECK(names[0].number("y") > areas[0][1]);
    CHECK(charts::says(root, "power <&"));
    // The bar of one date is narrower than the second name.
    const auto bar = charts::checked(
        stacked_probability_chart({2026y / 1 / 1}, {{"money", {0.5}}, {"power, of which there is enough", {0.5}}}));
    REQUIRE(charts::of_class(bar, "hw-halo").size() == 1);
    CHECK(charts::of_class(bar, "hw-halo")[0].text == "money");
}

TEST_CASE("stacked probabilities: of a simulated forecast, by an output for each kind or by its place") {
    const headway::simulation options{.draws = 20'000, .seed = 1};
    const auto fan = headway::simulate(by_outputs, dates, options);
    const std::string svg = stacked_probability_chart<"power", "money">(fan, {.kinds = {"electricity", "money"}});
    const auto root = charts::checked(svg);
    // 20 % of a uniform lie below 0.2 ± 4 standard errors of 0.0028.
    const auto [bottom, top] = ends_of_axis(root);
    const auto areas = areas_of(root);
    REQUIRE(areas.size() == 2);
    CHECK(areas[0][1] == bottom);
    CHECK_THAT((areas[0][3] - bottom) / (top - bottom), WithinAbs(0.2, 0.012));
    CHECK_THAT((areas[0][5] - bottom) / (top - bottom), WithinAbs(0.4, 0.014));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("20000 draws; the standard error of a probability is at most "
                                                          "0.35 %."));
    CHECK_THAT(charts::description_of(root), ContainsSubstring("On 2026-01-01 electricity 0 %, money 100 %."));
    html_page page("Limits");
    page.chart(svg, "By year");
    CHECK_THAT(page.text(), ContainsSubstring("hw-kind-1"));

    const auto places = charts::checked(
        stacked_probability_chart(headway::simulate(by_place, dates, options), {.kinds = {"a", "b", "c"}}));
    const auto stacked = areas_of(places);
    REQUIRE(stacked.size() == 3);  // c does not occur
    const auto ends = ends_of_axis(places);
    CHECK_THAT((stacked[0][1] - ends.first) / (ends.second - ends.first), WithinAbs(0.25, 0.013));
    CHECK_THAT((stacked[1][1] - ends.first) / (ends.second - ends.first), WithinAbs(0.75, 0.013));
    CHECK(charts::says(places, "never"));
    CHECK(charts::says(places, "c"));
}

TEST_CASE("stacked probabilities: one draw, and all never") {
    const auto one = headway::simulate(by_outputs, dates, {.draws = 1, .seed = 1});
    CHECK_THAT(charts::all_words(charts::checked(stacked_probability_chart<"money", "power">(one))),
               ContainsSubstring("1 draw."));
    const auto without = headway::forecast(headway::inputs(luck), [](const auto& in, const auto&) {
        return headway::select(in[luck] < 2.0, headway::no_limit, in[luck]);
    });
    const auto root = charts::checked(
        stacked_probability_chart(headway::simulate(without, dates, {.draws = 10, .seed = 1}), {.kinds = {"a"}}));
    CHECK_THAT(charts::description_of(root), ContainsSubstring("On 2026-01-01 a 0 %, never 100 %."));
}

TEST_CASE("stacked probabilities: what cannot be drawn is refused in words") {
    const auto drawn = [](const std::vector<probability_over_time>& kinds) {
        return stacked_probability_chart({2026y / 1 / 1}, kinds);
    };
    CHECK_THROWS_WITH(drawn({}), ContainsSubstring("stacked_probability_chart: there are no kinds to draw"));
    CHECK_THROWS_WITH(drawn({{"a", {0.5}}, {"b", {0.25}}}),
                      ContainsSubstring("the probabilities on 2026-01-01 add up to 0.75, not to 1; give every kind once"));
    CHECK_THROWS_WITH(drawn({{"a", {1.5}}, {"b", {-0.5}}}),
                      ContainsSubstring("a probability must be between 0 and 1, got 1.5"));
    CHECK_THROWS_WITH(drawn({{"a", {std::nan("")}}}), ContainsSubstring("must be between 0 and 1, got nan"));
    CHECK_THROWS_WITH(drawn({{"a", {0.5}}, {"\xE2\x80\xAE" "a", {0.5}}}), ContainsSubstring("two kinds are called \"a\""));
    CHECK_THROWS_WITH(drawn({{" \n", {1.0}}}), ContainsSubstring("a kind has a name without words"));
    CHECK_THROWS_WITH(drawn({{"a", {0.5, 0.5}}}), ContainsSubstring("\"a\" has 2 probabilities for 1 dates"));
    std::vector<probability_over_time> many;
    for (int i = 0; i < 9; ++i) many.push_back({std::to_string(i), {1.0 / 9.0}});
    CHECK_THROWS_WITH(drawn(many), ContainsSubstring("colours for 8 kinds, got 9; put the least probable together"));
    CHECK_THROWS_WITH(stacked_probability_chart({}, limits), ContainsSubstring("there are no dates to draw"));
    CHECK_THROWS_WITH(stacked_probability_chart({date::never()}, {{"a", {1.0}}}), ContainsSubstring("must be a date"));
    CHECK_THROWS_WITH(stacked_probability_chart(dates, limits, {.width = 100.0}),
                      ContainsSubstring("width must be between"));
    const headway::simulation few{.draws = 10, .seed = 1};
    CHECK_THROWS_WITH(stacked_probability_chart(headway::simulate(by_place, dates, few)),
                      ContainsSubstring("give .kinds, their names"));
    CHECK_THROWS_WITH((stacked_probability_chart<"money", "power">(headway::simulate(by_outputs, dates, few),
                                                                   {.kinds = {"money"}})),
                      ContainsSubstring("1 names for 2 kinds"));
}
