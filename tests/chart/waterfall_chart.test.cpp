// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/waterfall_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/belief/makers.hpp>
#include <headway/report/html.hpp>
#include <headway/sensitivity/explain_change.hpp>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using money = headway::quantity<headway::dim::money>;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

inline constexpr auto wages = headway::assumption<"wages">(headway::normal(15.0 * usd, 1.0 * usd), "for this test");
inline constexpr auto hours = headway::assumption<"hours">(headway::normal(100.0, 5.0), "for this test");
inline constexpr auto work =
    headway::forecast(headway::inputs(hours, wages), [](const auto& in) { return in[wages] * in[hours]; });
const auto later_work = work.with(headway::override(wages, headway::normal(20.0 * usd, 1.0 * usd)),
                                  headway::override(hours, headway::normal(90.0, 5.0)));
inline constexpr headway::simulation options{.draws = 1'000, .seed = 1};

const std::vector<waterfall_chart_step<money>> steps{
    {"wages", 4.0 * million_usd}, {"weather", -3.0 * million_usd}, {"paper", 1.0 * million_usd, "as announced"}};

TEST_CASE("waterfall: each bar begins where the last one ended") {
    const auto root = charts::checked(waterfall_chart(5.0 * million_usd, steps, {.title = "Cost"}));
    const auto grid = charts::of_class(root, "hw-grid");  // 5 to 9
    REQUIRE(grid.size() == 5);
    const double five = charts::numbers_of(grid[0].at("d"))[0];
    const double million = (charts::numbers_of(grid[4].at("d"))[0] - five) / 4.0;
    const auto check = [&](const xml::element& bar, double from, double to) {
        CHECK_THAT(bar.number("x"), WithinAbs(five + (from - 5.0) * million, 0.02));
        CHECK_THAT(bar.number("x") + bar.number("width"), WithinAbs(five + (to - 5.0) * million, 0.02));
    };
    const auto higher = charts::of_class(root, "hw-second", "rect");  // the first is the legend's
    const auto lower = charts::of_class(root, "hw-main", "rect");
    REQUIRE(higher.size() == 3);
    REQUIRE(lower.size() == 2);
    check(higher[1], 5.0, 9.0);
    check(lower[1], 6.0, 9.0);
    check(higher[2], 6.0, 7.0);
    for (const char* text : {"before", "5.00 million USD", "+4.00 million USD", "−3.00 million USD", "as announced",
                             "after", "7.00 million USD", "higher", "lower"}) {
        CHECK(charts::says(root, text));
    }
    CHECK_THAT(root.children[1].text,
               ContainsSubstring("before: 5.00 million USD. wages: +4.00 million USD. weather: −3.00 "
                                 "million USD. paper: +1.00 million USD. after: 7.00 million USD."));
}

TEST_CASE("waterfall: of too many steps the greatest are shown and the others as one") {
    std::vector<waterfall_chart_step<double>> many;
    for (int i = 1; i <= 9; ++i)
        many.emplace_back("step " + std::to_string(i), static_cast<double>(i % 2 == 0 ? i : -i));
    const auto root = charts::checked(waterfall_chart(100.0, many, {.most_rows = 4}));
    for (const char* shown : {"step 6", "step 7", "step 8", "step 9", "5 others", "−3"})
        CHECK(charts::says(root, shown));
    CHECK_FALSE(charts::says(root, "step 5"));
    CHECK(charts::says(root, "95"));
}

TEST_CASE("waterfall: dates, numbers, probabilities and narrow screens") {
    for (const double width : {320.0, 360.0, 720.0, 1'200.0}) {
        const auto root = charts::checked(
            waterfall_chart(date(2026y / 1 / 1),
                            std::vector<waterfall_chart_step<date>>{
                                {"a very long name of an assumption about the yearly fall", 9.0 * month}},
                            {.before = "March 2025", .after = "October 2025", .width = width}));
        CHECK(charts::says(root, "later"));
        CHECK(charts::says(root, "October 2025"));
        CHECK(charts::says(root, "2026-10-01"));
    }
    const auto still = charts::checked(waterfall_chart(
        date(2026y / 1 / 1), std::vector<waterfall_chart_step<date>>{{"wages", 9.0 * month}, {"rents", 0.0 * month}}));
    CHECK_THAT(still.children[1].text, ContainsSubstring("rents: no change. after: "));
    const auto why =
        headway::explain_change(work, later_work, headway::statistic::probability_above(1'700.0 * usd), options);
    const auto root = charts::checked(waterfall_chart(why));
    CHECK(root.children[0].text == "Why the probability of more than 1.70 thousand USD moved");
    CHECK_THAT(root.children[1].text, ContainsSubstring("wages: +") && ContainsSubstring(" points. hours: −"));
}

TEST_CASE("waterfall: of an attribution, also where the median is never, on a page") {
    const auto why = headway::explain_change(work, later_work, options);
    const std::string svg = waterfall_chart(why, {.title = "The bill", .unit = {usd, "USD"}});
    CHECK(charts::says(charts::checked(svg), "The bill"));
    html_page page("Change");
    page.chart(svg, why.sentence()).table("Why it moved", why);
    CHECK_THAT(page.text(), ContainsSubstring("because of") && ContainsSubstring("higher: wages +"));

    static constexpr auto delay = headway::assumption<"delay">(headway::normal(1.0, 1.0), "for this test");
    const auto perhaps = headway::forecast(headway::inputs(delay), [](const auto& in) {
        return headway::select(in[delay] > 2.0, date::never(), date(2026y / 1 / 1) + in[delay] * year);
    });
    const auto never =
        headway::explain_change(perhaps, perhaps.with(headway::override(delay, headway::normal(3.0, 1.0))), options);
    const auto root = charts::checked(waterfall_chart(never));
    CHECK(charts::says(root, "Why the probability of never moved"));
    CHECK_THAT(root.children[1].text, ContainsSubstring("delay: +6") && ContainsSubstring("points"));
}

TEST_CASE("waterfall: what cannot be drawn is refused in words") {
    CHECK_THROWS_WITH(waterfall_chart(1.0, std::vector<waterfall_chart_step<double>>{}),
                      ContainsSubstring("waterfall_chart: there are no rows to draw"));
    CHECK_THROWS_WITH(waterfall_chart(1.0, std::vector<waterfall_chart_step<double>>{{"a", std::nan("")}}),
                      ContainsSubstring("waterfall_chart: a step must be a finite number"));
    CHECK_THROWS_WITH(waterfall_chart(date::never(), std::vector<waterfall_chart_step<date>>{{"a", 1.0 * year}}),
                      ContainsSubstring("waterfall_chart: the value before must be a date"));
    CHECK_THROWS_WITH(waterfall_chart(5.0 * million_usd, steps, {.width = 100.0}),
                      ContainsSubstring("width must be between"));
    CHECK_THROWS_WITH(waterfall_chart(headway::explain_change(work, work, options)),
                      ContainsSubstring("no rows to draw"));
}

}  // namespace
