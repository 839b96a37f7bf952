// SPDX-License-Identifier: BSL-1.0
#include <headway/chart.hpp>

#include "catch.hpp"

#include <cmath>
#include <functional>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using headway::date;

namespace {

/// What a chart may do with draws: a picture without a number that is none, or a refusal in words.
void draw_or_refuse(const std::function<std::string()>& draw) {
    std::string svg;
    try {
        svg = draw();
    } catch (const std::domain_error& refusal) {
        CHECK(std::string(refusal.what()).size() > 20);
        return;
    }
    CHECK_NOTHROW(charts::checked(svg));
}

const std::vector<std::vector<double>> odd_draws{
    {5.0},
    {0.0},
    {never},
    std::vector<double>(50, never),
    std::vector<double>(50, 7e8),
    std::vector<double>(50, -7e8),
    {1.0, 2.0, 3.0, 1e249},
    {1.0, 2.0, 3.0, 1e300},
    {-1e249, 0.0, 1e249},
    {1e-300, 2e-300, 3e-300},
    {1e-240, 1.0, 1e240},
    {5e8, never, never, never},
    {never, never, 5e8, 6e8, 6e8, 6e8, 6e8, 9e11},
    {0.0, 0.0, 0.0, 0.0, 1e-9},
    {1e15, 1e15 + 1.0, 1e15 + 2.0},
};

template <class T>
void every_chart_of(const std::vector<double>& draws) {
    const auto one = outcome_of<T>(draws);
    const auto other = outcome_of<T>({1e8, 2e8, 3e8});
    const T some = headway::value_from_base<T>(2e8);
    for (const auto kind : {axis_kind::automatic, axis_kind::linear, axis_kind::logarithmic}) {
        draw_or_refuse([&] { return histogram_chart(one, {.axis = kind}); });
        draw_or_refuse([&] { return histogram_chart(one, {.axis = kind, .lines = {{"line", some}}, .bars = 7}); });
        draw_or_refuse([&] {
            return histogram_chart(one, {.axis = kind, .range = {headway::value_from_base<T>(1e8), some}});
        });
        draw_or_refuse([&] { return comparison_chart<T>({{"odd", one}}, {.axis = kind}); });
        draw_or_refuse([&] { return comparison_chart<T>({{"odd", one}, {"plain", other}}, {.axis = kind}); });
        draw_or_refuse([&] {
            return tornado_chart<T>({{"a", one.quantile(0.0), one.quantile(1.0)}}, one.quantile(0.5), {.axis = kind});
        });
        for (const std::vector<date>& dates : {std::vector<date>{date::from_seconds_since_1970(0.0)},
                                               std::vector<date>{date::from_seconds_since_1970(0.0),
                                                                 date::from_seconds_since_1970(1e8)}}) {
            std::vector<headway::outcome<T>> outcomes(dates.size(), one);
            outcomes.back() = other;
            const headway::fan<headway::outcome<T>> fan(dates, outcomes);
            const headway::fan<headway::outcome<T>> same(dates, std::vector<headway::outcome<T>>(dates.size(), one));
            draw_or_refuse([&] { return fan_chart(fan, {.axis = kind}); });
            draw_or_refuse([&] { return fan_chart(same, {.axis = kind, .lines = {{"line", some}}}); });
        }
    }
}

TEST_CASE("charts of odd outcomes hold no number that is none, or are refused in words") {
    for (const auto& draws : odd_draws) {
        INFO("from " << draws.front() << " to " << draws.back() << ", " << draws.size() << " draws");
        every_chart_of<double>(draws);
        every_chart_of<headway::quantity<headway::dim::money>>(draws);
        every_chart_of<date>(draws);
        const auto when = outcome_of<date>(draws);
        draw_or_refuse([&] { return gantt_chart({gantt_chart_row("odd", when, when)}); });
        for (const double x : draws) {
            draw_or_refuse([&] { return waterfall_chart<double>(x, {{"step", x}, {"back", -x}}); });
            using point = learning_chart_point<double, double>;
            using step = learning_chart_step<double, double>;
            draw_or_refuse([&] {
                return learning_curve_chart<double, double>(std::vector<point>{{x, x}}, std::vector<step>{{x, x, x, x}});
            });
        }
    }
}

TEST_CASE("an outcome that can be drawn is drawn, odd as it is") {
    for (const std::size_t drawable : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 11U, 12U, 13U, 14U}) {
        INFO(drawable);
        CHECK_NOTHROW(charts::checked(histogram_chart(outcome_of<double>(odd_draws[drawable]))));
    }
}

TEST_CASE("names with characters of control or direction, markup and no UTF-8 are never raw in a chart") {
    const std::string evil = "a\x01\x1B[31m\xE2\x80\xAE" "b\xE2\x81\xA6</text><script>\"&\xFF\x7F";
    const auto soon = outcome_of<date>({1e9, 2e9, 3e9});
    const auto cost = outcome_of<double>({1.0, 2.0, 3.0});
    const headway::fan<headway::outcome<double>> fan({date::from_seconds_since_1970(0.0), date::from_seconds_since_1970(1e8)},
                                                     {cost, cost});
    const headway::observations<double> seen{{date::from_seconds_since_1970(5e7), 2.0}};
    const std::vector<std::string> all{
        histogram_chart(soon, {.title = evil, .description = evil, .id = evil, .lines = {{evil, soon.quantile(0.5)}}}),
        histogram_chart(cost, {.unit = {evil}}),
        fan_chart(fan, {.title = evil, .unit = {evil}, .observed = seen, .observed_name = evil, .lines = {{evil, 2.0}},
                        .dates = {{evil, date::from_seconds_since_1970(5e7)}}}),
        comparison_chart<double>({{evil, cost}}, {.unit = {evil}}),
        tornado_chart<double>({{evil, 1.0, 3.0, evil, evil}}, 2.0, {.unit = {evil}}),
        gantt_chart({gantt_chart_row(evil, soon, soon)}),
        waterfall_chart<double>(1.0, {{evil, 2.0}}, {.unit = {evil}, .before = evil, .after = evil}),
        learning_curve_chart<double, double>({{1.0, 2.0}}, {{1.0, 1.0, 2.0, 3.0}}, {.interval = evil, .output_unit = {evil}}),
        calibration_chart({{0.5, 0.4, 10}}, {.stated = evil, .observed = evil})};
    for (const std::string& svg : all) {
        CHECK_NOTHROW(charts::checked(svg));
        for (const char* raw : {"\x01", "\x1B", "\x7F", "\xFF", "\xE2\x80\xAE", "\xE2\x81\xA6", "<script"}) {
            INFO(svg.substr(0, 300));
            CHECK(svg.find(raw) == svg.npos);
        }
    }
}

}  // namespace
