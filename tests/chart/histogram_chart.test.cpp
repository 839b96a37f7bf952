// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/histogram_chart.hpp>

#include "catch.hpp"

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using money = headway::quantity<headway::dim::money>;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

/// The bars, without legend and paper.
std::vector<xml::element> bars_of(const xml::element& root) { return charts::of_class(root, "hw-main", "rect"); }

TEST_CASE("histogram: bars are as high as the shares of draws in them") {
    // 1000 draws at 0.5, 1.5, ..., 9.5 with shares 0, 5, 10, ..., so that bars of width 1 would show them exactly
    std::vector<double> draws;
    for (int i = 0; i < 10; ++i) draws.insert(draws.end(), static_cast<std::size_t>(20 * (i + 1)), 0.5 + i);
    const auto root =
        charts::checked(histogram_chart(outcome_of<double>(draws), {.axis = axis_kind::linear, .bars = 9}));
    const auto bars = bars_of(root);
    REQUIRE(bars.size() == 9);  // from 0.5 to 9.5; the last holds both its ends
    for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
        CHECK_THAT(bars[i].number("height") / bars[0].number("height"), WithinAbs(static_cast<double>(i) + 1.0, 0.02));
    }
    CHECK_THAT(bars[8].number("height") / bars[0].number("height"), WithinAbs(19.0, 0.05));
    // "2 %" and so on are where a bar of this share ends
    CHECK(charts::says(root, "10 %"));
}

TEST_CASE("histogram: a bar lower than a pixel is as high as its share") {
    std::vector<double> draws(1000, 0.5);
    draws.insert(draws.end(), 1000, 9.5);
    draws.insert(draws.end(), {5.0, 5.0});
    const auto root = charts::checked(histogram_chart(outcome_of<double>(draws), {.axis = axis_kind::linear}));
    const auto bars = bars_of(root);
    REQUIRE(bars.size() == 3);
    CHECK(bars[1].number("height") < 1.0);
    CHECK(bars[1].number("height") > 0.1);
    CHECK_THAT(bars[1].number("height"), WithinAbs(0.002 * bars[0].number("height"), 0.01));
}

TEST_CASE("histogram: marks at the quantiles, with their values, where the axis says") {
    const auto root = charts::checked(histogram_chart(outcome_of<money>(charts::even_draws(0.0, 100e6, 1001)),
                                                      {.title = "Cost", .axis = axis_kind::linear}));
    CHECK(charts::says(root, "5 %: 5.00 million USD"));
    CHECK(charts::says(root, "median: 50.0 million USD"));
    CHECK(charts::says(root, "95 %: 95.0 million USD"));
    const auto bars = bars_of(root);
    REQUIRE(bars.size() == 40);
    const double left = bars.front().number("x");
    const double right = bars.back().number("x") + bars.back().number("width") + 0.8;
    const auto median = charts::numbers_of(charts::of_class(root, "hw-mark").back().at("d"));
    CHECK_THAT(median[0], WithinAbs(0.5 * (left + right), 0.05));
    const auto low = charts::numbers_of(charts::of_class(root, "hw-dash").front().at("d"));
    CHECK_THAT((low[0] - left) / (right - left), WithinAbs((0.05 - 0.002) / 0.996, 1e-4));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("Not shown: 0.2 % of draws below 200 thousand USD, 0.2 % above 99.8 million USD."));
    CHECK(charts::description_of(root) ==
          "Median 50.0 million USD; 90 % between 5.00 million USD and 95.0 million USD.");
}

TEST_CASE("histogram: about six marks along a quantity, at most seven steps of time") {
    // A sixth of 13 asks for steps of 5, a seventh would do with 2.
    const auto root = charts::checked(
        histogram_chart(outcome_of<double>(charts::even_draws(1000.0, 1013.0, 1001)), {.axis = axis_kind::linear}));
    for (const char* mark : {"1005", "1010"}) CHECK(charts::says(root, mark));
    for (const char* between : {"1002", "1004", "1006", "1008"}) CHECK_FALSE(charts::says(root, between));
    // 227 days are more than seven months, so quarters are marked.
    const auto dates = charts::checked(histogram_chart(
        outcome_of<date>(charts::even_draws(19723.0 * 86400.0, 19950.0 * 86400.0, 1001))));
    for (const char* mark : {"Apr 2024", "Jul", "median: Apr 2024"}) CHECK(charts::says(dates, mark));
    for (const char* between : {"Feb", "Mar", "May", "Jun", "Aug"}) CHECK_FALSE(charts::says(dates, between));
}

TEST_CASE("histogram: of what never happens the axis of shares goes to all") {
    const auto root = charts::checked(histogram_chart(outcome_of<date>(std::vector<double>(100, never))));
    for (const char* mark : {"0 %", "20 %", "40 %", "60 %", "80 %", "100 %"}) CHECK(charts::says(root, mark));
    for (const char* beyond : {"150 %", "200 %", "-50 %"}) CHECK_FALSE(charts::says(root, beyond));
}

TEST_CASE("histogram: the share that never happens fills a column of its own") {
    std::vector<double> draws = charts::even_draws(19000.0 * 86400.0, 20000.0 * 86400.0, 750);
    draws.insert(draws.end(), 250, never);
    const auto root = charts::checked(histogram_chart(outcome_of<date>(draws)));
    CHECK(charts::says(root, "never"));
    CHECK(charts::says(root, "25 %"));
    CHECK(charts::says(root, "95 %: never"));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("Never in 25 % of draws"));
    CHECK_THAT(charts::description_of(root), ContainsSubstring("Never in 25 % of draws."));
    const auto column = charts::of_class(root, "hw-second", "rect").at(0);
    const auto axis =
        charts::numbers_of(charts::of_class(root, "hw-axis").back().at("d"));  // the outline: M x y h w V y h -w
    CHECK_THAT(column.number("height") / (axis[3] - axis[1]), WithinAbs(0.25, 1e-3));
}

TEST_CASE("histogram: an outcome that never happens shows that and no bars") {
    const auto root = charts::checked(histogram_chart(outcome_of<date>(std::vector<double>(100, never))));
    CHECK(bars_of(root).empty());
    CHECK(charts::says(root, "100 %"));
}

TEST_CASE("histogram: one value, one draw, a rare event and a few far draws are drawn") {
    for (const auto& draws :
         {std::vector<double>(50, 5e6), std::vector<double>{7.0}, std::vector<double>{1.0, never, never},
          std::vector<double>{0.0, 0.0, 0.0, 1.0}, std::vector<double>{1.0, 2.0, 3.0, 1e200}}) {
        for (const auto kind : {axis_kind::automatic, axis_kind::linear}) {
            const auto root = charts::checked(histogram_chart(outcome_of<double>(draws), {.axis = kind}));
            CHECK(!bars_of(root).empty());
        }
    }
}

TEST_CASE("histogram: on a logarithmic axis the bars are equally wide") {
    std::vector<double> draws;
    for (int i = 0; i <= 400; ++i) draws.push_back(headway::pow(10.0, i / 100.0));
    const auto bars = bars_of(charts::checked(histogram_chart(outcome_of<double>(draws), {.bars = 20})));
    REQUIRE(bars.size() == 20);
    for (const auto& bar : bars) CHECK_THAT(bar.number("width"), WithinAbs(bars[0].number("width"), 0.02));
    for (const auto& bar : bars) CHECK_THAT(bar.number("height") / bars[5].number("height"), WithinAbs(1.0, 0.12));
}

TEST_CASE("an axis over many units of money keeps the middle one from a thousandth up to below a hundred thousand") {
    const auto title = [](double lo, double hi) {
        const std::string name = detail::make_axis<money>("test", {lo, hi}, axis_kind::logarithmic, {}, 6, false).title;
        return name.substr(0, name.find(", log scale"));
    };
    CHECK(title(1e3, 9e9) == "million USD");
    CHECK(title(999.0, 9e9) == "USD");
    CHECK(title(1e4, 9.9e10) == "million USD");
    CHECK(title(1e4, 1e11) == "USD");
    CHECK(title(2e6, 9e8) == "million USD");  // one unit for both
}

/// Dates with a tail as long as some forecasts have: half of the draws within two years, 5 % after 2094, some past 6000.
std::vector<double> long_tail() {
    std::vector<double> draws;
    for (int i = 0; i < 2000; ++i) {
        const double p = (i + 0.5) / 2000.0;
        const double years = 56.0 + 2.0 * headway::pow(p / (1.0 - p), 1.2);
        draws.push_back(years * 31556952.0);
    }
    return draws;
}

TEST_CASE("histogram: of a long tail the body is seen, and the rest is told") {
    const auto root = charts::checked(histogram_chart(outcome_of<date>(long_tail())));
    const auto bars = bars_of(root);
    double tallest = 0.0;
    double all = 0.0;
    for (const auto& bar : bars) {
        tallest = std::max(tallest, bar.number("height"));
        all += bar.number("height");
    }
    CHECK(bars.size() > 15);
    CHECK(tallest < 0.37 * all);
    // Quartiles are 2 x 3^1.2 = 7.47 and 2 / 3^1.2 = 0.54 years after 2026, a third of the draws before 2 / 2^1.2 = 0.87.
    for (const auto& text : charts::texts(root)) {
        for (const char* far : {"2070", "2080", "2100", "2200", "3000"}) CHECK(text != far);
    }
    CHECK_THAT(charts::all_words(root), ContainsSubstring("8.4 % after 2060"));  // 1 / (1 + 17.4^(1/1.2)), after 40 x 0.87 years
    CHECK_THAT(charts::all_words(root), ContainsSubstring("95 %: 209"));
    CHECK_THAT(charts::all_words(root), ContainsSubstring(" →"));
    const auto dashes = charts::of_class(root, "hw-dash");
    CHECK(dashes.size() == 1);  // the 95 % quantile lies beyond the axis
}

TEST_CASE("histogram: tails of usual length are shown to 0.2 %, whatever their unit") {
    std::vector<double> draws;
    for (int i = 0; i < 2000; ++i) draws.push_back(100.0 + 15.0 * headway::normal_quantile((i + 0.5) / 2000.0));
    const auto root = charts::checked(histogram_chart(outcome_of<double>(draws), {.axis = axis_kind::linear}));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("Not shown: 0.2 % of draws below 57.4, 0.2 % above 143."));
}

TEST_CASE("histogram: a range and a number of bars asked for are those drawn") {
    const auto outcome = outcome_of<double>(charts::even_draws(0.0, 100.0, 1001));
    const auto root = charts::checked(
        histogram_chart(outcome, {.axis = axis_kind::linear, .range = {20.0, 70.0}, .bars = 10}));
    const auto bars = bars_of(root);
    REQUIRE(bars.size() == 10);
    for (const auto& bar : bars) CHECK_THAT(bar.number("width"), WithinAbs(bars[0].number("width"), 0.02));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("Not shown: 20 % of draws below 20, 30 % above 70."));
    CHECK(charts::says(root, "← 5 %: 5"));
    CHECK(charts::says(root, "95 %: 95 →"));
    CHECK(charts::says(root, "median: 50"));
    CHECK(charts::told_by(root, "hw-main").at(0) == "20 to 25: 5 % of draws");
    // where nothing lies there are no bars
    CHECK(bars_of(charts::checked(histogram_chart(outcome, {.range = {200.0, 300.0}}))).empty());
    CHECK_THROWS_AS(histogram_chart(outcome, {.axis = axis_kind::logarithmic, .range = {-1.0, 70.0}}), std::domain_error);
    CHECK_THROWS_AS(histogram_chart(outcome, {.range = {-1e300, 70.0}}), std::domain_error);
}

TEST_CASE("histogram: lines stand at their values with their words, and what is too far off is told") {
    const auto outcome = outcome_of<date>(charts::even_draws(20454.0 * 86400.0, 21915.0 * 86400.0, 1001));  // 2026 to 2030
    const auto root = charts::checked(histogram_chart(
        outcome, {.lines = {{"deadline", 2029y / 1 / 1}, {"today", 2025y / 11 / 1}, {"far", 2060y / 1 / 1}}}));
    const auto lines = charts::of_class(root, "hw-second-line");
    REQUIRE(lines.size() == 2);
    const double year_2028 = charts::numbers_of(charts::of_class(root, "hw-mark").back().at("d"))[0];  // the median
    CHECK(charts::numbers_of(lines[0].at("d"))[0] < charts::numbers_of(lines[1].at("d"))[0]);
    const auto bars = bars_of(root);
    const double last = bars.back().number("x") + bars.back().number("width") + 0.8;
    // from the median, 2027-12-31 12:00, to 2029-01-01 are 366.5 of the 727.6 days to the 99.8 % quantile
    CHECK_THAT((charts::numbers_of(lines[1].at("d"))[0] - year_2028) / (last - year_2028), WithinAbs(366.5 / 727.58, 0.03));
    CHECK(charts::says(root, "deadline: 2029-01-01"));
    CHECK(charts::says(root, "today: 2025-11-01"));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("Not shown, beyond the axis: far: 2060-01-01."));
    CHECK_THAT(charts::description_of(root), ContainsSubstring("deadline, 2029-01-01: 75 % of draws lie before it."));
    CHECK_THROWS_AS(histogram_chart(outcome, {.lines = {{"never", date::never()}}}), std::domain_error);
}

TEST_CASE("histogram: what cannot be drawn is refused") {
    CHECK_THROWS_MATCHES(
        histogram_chart(outcome_of<double>({})), std::domain_error,
        Catch::Matchers::Message("histogram_chart: the outcome has no draws; simulate with at least one"));
    const auto some = outcome_of<double>({1.0, 2.0});
    CHECK_THROWS_AS(histogram_chart(some, {.bars = 4}), std::domain_error);
    CHECK_THROWS_AS(histogram_chart(some, {.bars = 201}), std::domain_error);
    CHECK_THROWS_AS(histogram_chart(some, {.width = 1e9}), std::domain_error);
    CHECK_THROWS_AS(histogram_chart(some, {.width = 319.9}), std::domain_error);
    CHECK_THROWS_AS(histogram_chart(some, {.width = 4000.1}), std::domain_error);
    CHECK_NOTHROW(charts::checked(histogram_chart(some, {.bars = 5, .width = 320.0})));
    CHECK_NOTHROW(charts::checked(histogram_chart(some, {.bars = 200, .width = 4000.0})));
    CHECK_THROWS_AS(histogram_chart(outcome_of<double>({-1.0, 2.0}), {.axis = axis_kind::logarithmic}),
                    std::domain_error);
    CHECK_THROWS_AS(histogram_chart(outcome_of<date>({1e14})), std::domain_error);
}

TEST_CASE("histogram: every width holds its texts") {
    for (const double width : {320.0, 500.0, 4000.0}) {
        CHECK_NOTHROW(
            charts::checked(histogram_chart(outcome_of<money>(charts::even_draws(1e6, 9e9, 500)), {.width = width})));
    }
}

TEST_CASE("histogram: a streaming run shows what a run that keeps its draws shows") {
    const std::vector<double> draws = charts::even_draws(100.0, 200.0, 5000);
    headway::detail::draw_column column(150.0, 1, false);
    for (std::size_t i = 0; i < draws.size(); i += 8) column.add_block(draws.data() + i, 8, 0);
    auto identity = std::make_shared<headway::detail::run_identity>();
    identity->draws = identity->draws_per_replicate = draws.size();
    identity->covered.push_back({0, draws.size()});
    const headway::outcome<double> streamed(std::move(identity), std::move(column));
    const auto kept_bars = bars_of(charts::checked(histogram_chart(outcome_of<double>(draws), {.bars = 10})));
    const auto bars = bars_of(charts::checked(histogram_chart(streamed, {.bars = 10})));
    REQUIRE((bars.size() == 10 && kept_bars.size() == 10));
    for (std::size_t i = 0; i < 10; ++i) {
        CHECK_THAT(bars[i].number("height"),
                   WithinAbs(kept_bars[i].number("height"), 0.05 * kept_bars[i].number("height")));
    }
}

TEST_CASE("histogram: what is drawn where nothing is asked for") {
    CHECK((histogram_chart_options<double>{}.bars == 40 && histogram_chart_options<double>{}.width == 720.0));
}

// The text of a picture is the same on every machine; where it is changed on purpose, look at it and take its new hash.
TEST_CASE("histogram: the whole picture, byte by byte") {
    auto draws = charts::even_draws(1e6, 9e6, 400);
    for (int i = 0; i < 40; ++i) draws.push_back(4e6);
    for (int i = 0; i < 20; ++i) draws.push_back(__builtin_huge_val());
    const auto svg = histogram_chart(outcome_of<money>(draws), {.title = "Cost", .id = "golden"});
    CHECK(headway::report::detail::text_hash(svg) == "ba99ede582d9e4e6");
}

}  // namespace
