// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/scatter_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/belief/makers.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/report/html.hpp>
#include <headway/simulation/simulate.hpp>

#include "chart/chart_checks.hpp"
#include "reference/spearman.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using headway::date;
using money = headway::quantity<headway::dim::money>;
using point = scatter_chart_point<double, double>;

namespace {

std::vector<point> points_of(const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<point> points;
    for (std::size_t i = 0; i < x.size(); ++i) points.push_back({x[i], y[i]});
    return points;
}
/// The number after these words in the description.
double number_after(const xml::element& root, const std::string& words) {
    const std::string text = charts::description_of(root);
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    return std::strtod(text.c_str() + at + words.size(), nullptr);
}

inline constexpr auto wages = headway::assumption<"wages">(headway::ci90(10.0 * usd, 40.0 * usd), "for this test");
inline constexpr auto hours = headway::assumption<"hours">(headway::normal(100.0, 5.0), "for this test");
inline constexpr auto fixed = headway::assumption<"fixed">(3.0, "for this test");
inline constexpr auto work = headway::forecast(headway::inputs(hours, wages, fixed), [](const auto& in) {
    const auto cost = in[wages] * in[hours];
    const auto when = headway::select(in[hours] > 103.0, date::never(), date(2026y / 1 / 1) + in[hours] * day);
    return headway::outputs(headway::output<"cost">(cost), headway::output<"done">(when),
                            headway::output<"same">(in[fixed]));
});
inline constexpr auto over_time = headway::forecast(headway::inputs(hours, wages), [](const auto& in, const auto& when) {
    return in[wages] * in[hours] * (1.0 + (when - date(2026y / 1 / 1)).in(year));
});

}  // namespace

TEST_CASE("scatter: the rank correlation is SciPy's, equal values and never among them") {
    for (const auto& known : reference::spearman_cases()) {
        INFO(known.name);
        const auto root = charts::checked(scatter_chart(points_of(known.x, known.y)));
        CHECK_THAT(number_after(root, "rank correlation "), WithinAbs(known.rho, 0.0005 + 1e-12));
        // The jackknife of 60 pairs is a tenth or so off, most where values are equal.
        CHECK_THAT(number_after(root, "standard error "), WithinRel(known.jackknife_error, 0.15));
        const auto exact = detail::rank_correlation_of(known.x, known.y);
        CHECK_THAT(*exact.value, WithinAbs(known.rho, 1e-14));
        CHECK(charts::of_class(root, "hw-dot").size() == 60);
    }
}

TEST_CASE("scatter: a point stands where its values are, and tells them") {
    const auto root = charts::checked(scatter_chart(
        std::vector<scatter_chart_point<double, money>>{
            {0.0, 2.0 * million_usd}, {5.0, 4.0 * million_usd}, {10.0, 3.0 * million_usd}},
        {.title = "Cost", .input = "size", .answer = "cost", .input_unit = {"metres"}}));
    const auto dots = charts::of_class(root, "hw-dot");
    REQUIRE(dots.size() == 3);
    CHECK_THAT(dots[1].number("cx") - dots[0].number("cx"), WithinAbs(dots[2].number("cx") - dots[1].number("cx"), 0.02));
    CHECK_THAT(dots[0].number("cy") - dots[1].number("cy"),
               WithinAbs(2.0 * (dots[2].number("cy") - dots[1].number("cy")), 0.02));
    CHECK(dots[1].children.at(0).text == "draw 1: 5 metres, 4.00 million USD");
    for (const char* text : {"size, metres", "cost, million USD"}) CHECK(charts::says(root, text));
    CHECK(charts::description_of(root) ==
          "Spearman's rank correlation 0.5, standard error " +
              headway::to_text(*detail::rank_correlation_of(std::vector{0.0, 5.0, 10.0}, std::vector{2.0, 4.0, 3.0})
                                    .standard_error,
                               2) +
              ". size 0 metres to 10 metres, cost 2.00 million USD to 4.00 million USD.");
}

TEST_CASE("scatter: what is never stands apart and is counted, and logarithmic axes say so") {
    const auto root = charts::checked(scatter_chart(points_of({1.0, 10.0, 100.0, 1'000.0}, {1.0, never, 2.0, never})));
    const auto dots = charts::of_class(root, "hw-dot");
    REQUIRE(dots.size() == 4);
    CHECK(dots[1].number("cy") == dots[3].number("cy"));
    CHECK(dots[1].number("cy") < dots[2].number("cy") - 15.0);  // above the highest
    // The axis of inputs is logarithmic, so equal factors are equally far apart; that of the answers is not.
    CHECK_THAT(dots[1].number("cx") - dots[0].number("cx"), WithinAbs(dots[2].number("cx") - dots[1].number("cx"), 0.02));
    CHECK(charts::says(root, "input, log scale"));
    CHECK(charts::says(root, "answer"));
    CHECK(charts::says(root, "never"));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("Never in 2 of 4 draws, shown apart; in rank they come last."));
    CHECK(dots[3].children.at(0).text == "draw 3: 1000, never");
    const auto linear = charts::checked(
        scatter_chart(points_of({1.0, 10.0, 100.0}, {1.0, 2.0, 3.0}), {.input_axis = axis_kind::linear}));
    CHECK(charts::says(linear, "input"));
}

TEST_CASE("scatter: one draw, all never, all equal, names that turn the direction of writing, any width") {
    for (const double width : {320.0, 360.0, 720.0, 1'280.0}) {
        const scatter_chart_options<double, double> options{
            .input = "a \xE2\x80\xAE name <of> \x01 an input that is much too long to stand beside an axis of this picture",
            .answer = "its answer, \xE2\x81\xA6too",
            .width = width};
        const auto one = charts::checked(scatter_chart(points_of({2.0}, {3.0}), options));
        CHECK_THAT(charts::all_words(one), ContainsSubstring("No rank correlation, which takes 3 draws"));
        const auto all_never =
            charts::checked(scatter_chart(points_of({2.0, 3.0, 4.0}, {never, never, never}), options));
        CHECK_THAT(charts::all_words(all_never), ContainsSubstring("the answer is the same in every draw"));
        CHECK_THAT(charts::description_of(all_never), ContainsSubstring("Never in 3 of 3 draws"));
        CHECK(charts::of_class(all_never, "hw-dot").size() == 3);
        const auto equal = charts::checked(scatter_chart(points_of({2.0, 2.0, 2.0}, {1.0, 2.0, never}), options));
        CHECK_THAT(charts::all_words(equal), ContainsSubstring("the input is the same in every draw"));
        const auto dates = charts::checked(scatter_chart(
            std::vector<scatter_chart_point<date, date>>{{2026y / 1 / 1, 2030y / 1 / 1}, {2027y / 1 / 1, date::never()}},
            {.width = width}));
        CHECK(charts::of_class(dates, "hw-dot").size() == 2);
    }
}

TEST_CASE("scatter: of a run, the draws of an input and of the answer") {
    const auto run = headway::simulate(work, {.draws = 2'000, .seed = 1});
    const std::string svg = scatter_chart<"cost">(work, run, wages, {.title = "Wages", .answer_unit = {usd, "USD"}});
    const auto root = charts::checked(svg);
    const auto dots = charts::of_class(root, "hw-dot");
    REQUIRE(dots.size() == 500);
    CHECK_THAT(charts::all_words(root),
               ContainsSubstring("Shown: the first 500 of 2000 draws; the correlation is that of all."));
    CHECK(charts::says(root, "wages, USD, log scale"));
    CHECK(charts::says(root, "cost, USD, log scale"));
    const auto row = headway::spearman<"cost">(work, run)[wages];
    CHECK_THAT(number_after(root, "rank correlation "), WithinAbs(*row.value, 0.0005 + 1e-12));
    CHECK_THAT(number_after(root, "standard error "), WithinRel(*row.standard_error, 0.05));
    // The cost of a draw is wages times hours, and hours lie within 5 standard deviations of 100: a point tells one draw.
    std::vector<double> costs;
    get<"cost">(run).for_each_draw([&](const auto& cost) { costs.push_back(cost.in(usd)); });
    for (std::size_t i = 0; i < 500; ++i) {
        const std::string told = dots[i].children.at(0).text;
        REQUIRE(told.starts_with("draw " + std::to_string(i) + ": "));
        const double wage = std::strtod(told.c_str() + told.find(": ") + 2, nullptr);
        const double cost = std::strtod(told.c_str() + told.find(", ") + 2, nullptr);
        CHECK_THAT(cost, WithinRel(costs[i], 0.006));
        CHECK_THAT(cost / wage, WithinAbs(100.0, 26.0));
    }
    html_page page("Wages");
    page.chart(svg, "In 2000 draws");
    CHECK_THAT(page.text(), ContainsSubstring("hw-dot"));

    const auto done = charts::checked(scatter_chart<"done">(work, run, hours, {.most_points = 50}));
    CHECK(charts::of_class(done, "hw-dot").size() == 50);
    CHECK_THAT(charts::all_words(done), ContainsSubstring("Never in " + std::to_string(static_cast<int>(
                                                              2'000.0 * get<"done">(run).probability_never() + 0.5)) +
                                                          " of 2000 draws"));
    CHECK_THAT(number_after(done, "rank correlation "), WithinAbs(1.0, 0.03));
    CHECK_THAT(charts::all_words(charts::checked(scatter_chart<"same">(work, run, hours))),
               ContainsSubstring("the answer is the same in every draw"));
    CHECK_THAT(charts::all_words(charts::checked(scatter_chart<"cost">(work, run, fixed))),
               ContainsSubstring("the input is the same in every draw"));

    const auto fan = headway::simulate(over_time, {2026y / 1 / 1, 2027y / 1 / 1}, {.draws = 500, .seed = 1});
    CHECK(charts::of_class(charts::checked(scatter_chart(over_time, fan, wages, 2027y / 1 / 1)), "hw-dot").size() == 500);
}

TEST_CASE("scatter: draws of a shard keep their numbers") {
    const auto shard = headway::simulate(work, {.draws = 100'000, .seed = 1, .shard = {1, 2}});
    const auto root = charts::checked(scatter_chart<"cost">(work, shard, wages, {.most_points = 2}));
    const auto first = shard.get<0>().column().kept().front().first;
    CHECK(first > 0);
    CHECK(charts::of_class(root, "hw-dot")[1].children.at(0).text.starts_with("draw " + std::to_string(first + 1) + ": "));
}

TEST_CASE("scatter: what cannot be drawn is refused in words") {
    CHECK_THROWS_WITH(scatter_chart(std::vector<point>{}), ContainsSubstring("scatter_chart: there are no points to draw"));
    CHECK_THROWS_WITH(scatter_chart(points_of({never}, {1.0})), ContainsSubstring("scatter_chart: an input must be a finite"));
    CHECK_THROWS_WITH(scatter_chart(points_of({1.0}, {std::nan("")})),
                      ContainsSubstring("scatter_chart: an answer must be a finite number"));
    CHECK_THROWS_WITH(scatter_chart(points_of({-1.0}, {1.0}), {.input_axis = axis_kind::logarithmic}),
                      ContainsSubstring("a logarithmic axis shows values above zero only, got -1"));
    CHECK_THROWS_WITH(scatter_chart(points_of({1.0}, {1.0}), {.most_points = 0}),
                      ContainsSubstring("most_points must be between 1 and 5000, got 0"));
    CHECK_THROWS_WITH(scatter_chart(points_of({1.0}, {1.0}), {.width = 10.0}), ContainsSubstring("width must be between"));
    const auto run = headway::simulate(work, {.draws = 100, .seed = 1});
    const auto dearer = work.with(headway::override(wages, headway::ci90(20.0 * usd, 40.0 * usd)));
    CHECK_THROWS_WITH(scatter_chart<"cost">(dearer, run, wages),
                      ContainsSubstring("scatter_chart: the outcome is of another forecast"));
    CHECK_THROWS_WITH(scatter_chart<"cost">(work, headway::simulate(work, {.draws = 2, .seed = 1}), wages),
                      ContainsSubstring("scatter_chart: needs at least 3 draws, has 2"));
    CHECK_THROWS_WITH(
        scatter_chart<"cost">(work, headway::simulate(work, {.draws = 100, .seed = 1, .keep = false}), wages),
        ContainsSubstring("scatter_chart: the run did not keep its draws; simulate with .keep = true"));
}
