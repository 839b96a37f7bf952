// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/tornado_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/belief/makers.hpp>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using money = headway::quantity<headway::dim::money>;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

inline constexpr auto wages = headway::assumption<"wages">(headway::uniform(10.0 * usd, 20.0 * usd), "for this test");
inline constexpr auto hours = headway::assumption<"hours">(headway::uniform(90.0, 110.0), "for this test");
inline constexpr auto work =
    headway::forecast(headway::inputs(hours, wages), [](const auto& in) { return in[wages] * in[hours]; });

const std::vector<tornado_chart_row<money>> three{
    {"wages", 4.0 * million_usd, 7.0 * million_usd, "20 USD", "60 USD"},
    {"price of power", 8.0 * million_usd, 1.0 * million_usd, "2 cents", "9 cents"},
    {"weather", 5.0 * million_usd, 5.5 * million_usd},
};

TEST_CASE("tornado: about six marks along a quantity") {
    // A sixth of 13 asks for steps of 5, a seventh would do with 2.
    const auto root = charts::checked(
        tornado_chart(std::vector<tornado_chart_row<double>>{{"one", 1000.0, 1013.0}}, 1006.0, {}));
    for (const char* mark : {"1000", "1005", "1010", "1015"}) CHECK(charts::says(root, mark));
    for (const char* between : {"1002", "1004", "1008"}) CHECK_FALSE(charts::says(root, between));
}

TEST_CASE("tornado: the widest swing is on top, its bars reach from the baseline to the ends") {
    const auto root = charts::checked(tornado_chart(three, 5.0 * million_usd, {.title = "Cost"}));
    const auto texts = charts::texts(root);
    const auto place = [&](const std::string& text) {
        return std::find(texts.begin(), texts.end(), text) - texts.begin();
    };
    CHECK(place("price of power") < place("wages"));
    CHECK(place("wages") < place("weather"));
    CHECK(charts::says(root, "2 cents to 9 cents"));
    CHECK(charts::says(root, "baseline: 5.00 million USD"));
    const auto grid = charts::of_class(root, "hw-grid");  // 0, 2, 4, 6, 8
    REQUIRE(grid.size() == 5);
    const double zero = charts::numbers_of(grid[0].at("d"))[0];
    const double million = (charts::numbers_of(grid[4].at("d"))[0] - zero) / 8.0;
    const auto check = [&](const xml::element& bar, double from, double to) {
        CHECK_THAT(bar.number("x"), WithinAbs(zero + from * million, 0.02));
        CHECK_THAT(bar.number("x") + bar.number("width"), WithinAbs(zero + to * million, 0.02));
    };
    const auto low = charts::of_class(root, "hw-main", "rect");
    const auto high = charts::of_class(root, "hw-second", "rect");
    REQUIRE((low.size() == 4 && high.size() == 4));  // one in the legend
    check(low[1], 5.0, 8.0);
    check(high[1], 1.0, 5.0);
    check(low[2], 4.0, 5.0);
    check(high[2], 5.0, 7.0);
    check(low[3], 5.0, 5.0);
    check(high[3], 5.0, 5.5);
    CHECK_THAT(charts::description_of(root),
               ContainsSubstring("price of power: 8.00 million USD at its low value (2 cents), "
                                 "1.00 million USD at its high value (9 cents)."));
}

TEST_CASE("tornado: the axis is below the last bar, whether rows take one line or two") {
    const std::string name = "a name that takes most of a line";
    for (const std::size_t two_lines : {0U, 1U, 4U}) {
        std::vector<tornado_chart_row<money>> rows;
        for (std::size_t i = 0; i < 4; ++i) {
            rows.push_back({i < two_lines ? name : "short", 4.0 * million_usd,
                            (9.0 - static_cast<double>(i)) * million_usd,
                            i < two_lines ? "a remark of some length" : "", i < two_lines ? "another one" : ""});
        }
        const auto root = charts::checked(tornado_chart(rows, 5.0 * million_usd, {.width = 420.0}));
        const auto grid = charts::numbers_of(charts::of_class(root, "hw-grid").front().at("d"));
        const double axis = std::max(grid[1], grid.back());
        const auto bars = charts::of_class(root, "hw-main", "rect");
        REQUIRE(bars.size() == 5);  // one in the legend
        const auto end = [&](std::size_t i) { return bars[i].number("y") + bars[i].number("height"); };
        INFO(two_lines << " rows of two lines");
        CHECK(end(4) < axis);
        CHECK(axis - end(4) < 20.0);
        CHECK_THAT(end(3) - end(2), WithinAbs(end(4) - end(3), 0.02));
    }
}

TEST_CASE("tornado: a row takes two lines where its own name and remark do not fit on one") {
    const auto heights = [](const std::string& first, const std::string& second) {
        const std::vector<tornado_chart_row<money>> rows{
            {"on top", 1.0 * million_usd, 9.0 * million_usd},
            {first, 2.0 * million_usd, 8.0 * million_usd, "low", "high"},
            {second, 3.0 * million_usd, 7.0 * million_usd, "low", "high"}};
        const auto bars = charts::of_class(charts::checked(tornado_chart(rows, 5.0 * million_usd, {.width = 420.0})),
                                           "hw-main", "rect");
        REQUIRE(bars.size() == 4);  // one in the legend
        return std::pair{bars[2].number("y") - bars[1].number("y"), bars[3].number("y") - bars[2].number("y")};
    };
    const std::string name = "a name that takes most of a line";
    const auto [short_first, short_second] = heights("x", "y");
    const auto [long_first, then_short] = heights(name, "y");
    const auto [then_first, long_second] = heights("x", name);
    CHECK_THAT(short_second, WithinAbs(short_first, 0.02));
    CHECK(long_first > short_first + 10.0);
    CHECK_THAT(then_short, WithinAbs(short_first, 0.02));
    CHECK_THAT(then_first, WithinAbs(short_first, 0.02));
    CHECK_THAT(long_second, WithinAbs(long_first, 0.02));
}

TEST_CASE("tornado: where both ends lie on one side neither bar hides the other") {
    const auto root = charts::checked(tornado_chart<double>({{"one side", 6.0, 9.0}}, 5.0));
    const auto low = charts::of_class(root, "hw-main", "rect").at(1);
    const auto high = charts::of_class(root, "hw-second", "rect").at(1);
    CHECK(low.number("width") < high.number("width"));
    CHECK(low.number("height") < high.number("height"));
}

TEST_CASE("tornado: an end that is never is an arrow at the end of the axis") {
    const auto root = charts::checked(tornado_chart<date>(
        {{"workload", date(2028y / 1 / 1), date(2030y / 1 / 1)}, {"decline", date(2027y / 1 / 1), date::never()}},
        date(2029y / 1 / 1)));
    CHECK_THAT(charts::description_of(root), ContainsSubstring("never at its high value"));
    const auto texts = charts::texts(root);
    CHECK(std::find(texts.begin(), texts.end(), "decline") < std::find(texts.begin(), texts.end(), "workload"));
    CHECK(charts::of_class(root, "hw-mark").size() == 1 + 2 + 2);  // legend, arrow shaft and head, baselines
    CHECK(charts::says(root, "→ never"));
    CHECK(charts::told_by(root, "hw-second").at(0) == "decline at its high value: never");
    CHECK(charts::told_by(root, "hw-main").at(1) == "workload at its low value: 2028-01-01");
}

TEST_CASE("tornado: of a million inputs those with the widest swing are shown") {
    std::vector<tornado_chart_row<double>> bars;
    bars.reserve(1000000);
    for (int i = 0; i < 1000000; ++i) bars.emplace_back("i" + std::to_string(i), 0.0, i == 77 ? 3.0 : 1.0 + 1e-7 * i);
    const std::string svg = tornado_chart(bars, 0.0, {.most_rows = 3});
    const auto root = charts::checked(svg);
    CHECK(svg.size() < 20000);
    const auto texts = charts::texts(root);
    const auto at = static_cast<std::size_t>(std::find(texts.begin(), texts.end(), "i77") - texts.begin());
    REQUIRE(at + 2 < texts.size());
    CHECK(texts[at + 1] == "i999999");
    CHECK(texts[at + 2] == "i999998");
    CHECK_THAT(charts::all_words(root),
               ContainsSubstring("the 3 inputs with the widest swing of 1000000; 999997 left out."));
}

TEST_CASE("tornado: what cannot be drawn is refused") {
    CHECK_THROWS_MATCHES(tornado_chart<double>({}, 1.0), std::domain_error,
                         Catch::Matchers::Message("tornado_chart: there are no rows to draw; give at least one"));
    CHECK_THROWS_MATCHES(tornado_chart<double>({{"a", 1.0, std::nan("")}}, 1.0), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("an end of a bar must be a finite number")));
    CHECK_THROWS_AS(tornado_chart<double>({{"a", 1.0, 2.0}}, std::nan("")), std::domain_error);
    CHECK_THROWS_AS(tornado_chart<date>({{"a", date::never(), date::never()}}, date::never()), std::domain_error);
    CHECK_THROWS_AS(tornado_chart<double>({{"a", -1.0, 2.0}}, 1.0, {.axis = axis_kind::logarithmic}),
                    std::domain_error);
}

TEST_CASE("tornado: of a forecast") {
    const auto bars = headway::tornado(work);
    const auto root = charts::checked(tornado_chart(bars, {.title = "Cost of the work"}));
    CHECK(charts::says(root, "11.0 USD to 19.0 USD"));
    CHECK(charts::says(root, "92 to 108"));
    CHECK(charts::says(root, "baseline: 1.50 thousand USD"));
    const auto texts = charts::texts(root);
    CHECK(std::find(texts.begin(), texts.end(), "wages") < std::find(texts.begin(), texts.end(), "hours"));
}

TEST_CASE("tornado: what is drawn where nothing is asked for") {
    CHECK((tornado_chart_options<double>{}.most_rows == 20 && tornado_chart_options<double>{}.width == 720.0));
}

// The text of a picture is the same on every machine; where it is changed on purpose, look at it and take its new hash.
TEST_CASE("tornado: the whole picture, byte by byte") {
    auto bars = three;
    bars.emplace_back("both ways alike", 4.0 * million_usd, 6.0 * million_usd, "low");
    bars.emplace_back("twice the same", 6.0 * million_usd, 6.0 * million_usd, "", "high");
    const auto svg = tornado_chart(bars, 5.0 * million_usd, {.title = "Cost", .id = "golden"});
    CHECK(headway::report::detail::text_hash(svg) == "231ff266a257e292");
}

}  // namespace
