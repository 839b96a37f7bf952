// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/chart_plot.hpp>

#include "catch.hpp"

#include "chart/chart_checks.hpp"

using namespace headway::report::detail;
using headway::report::chart_line;
using Catch::Matchers::WithinAbs;

namespace {

TEST_CASE("labels at the ends of lines keep apart and inside, and stay where they may") {
    CHECK(spread_labels({300.0, 200.0, 100.0}, 20.0, 0.0, 400.0) == std::vector<double>{300.0, 200.0, 100.0});
    CHECK(spread_labels({300.0, 295.0, 100.0}, 20.0, 0.0, 400.0) == std::vector<double>{300.0, 280.0, 100.0});
    CHECK(spread_labels({500.0}, 20.0, 0.0, 400.0) == std::vector<double>{400.0});
    for (const double at : {0.0, 5.0, 100.0, 200.0}) {
        const auto placed = spread_labels(std::vector<double>(5, at), 20.0, 0.0, 200.0);
        for (std::size_t i = 0; i < 5; ++i) {
            CHECK((placed[i] >= 0.0 && placed[i] <= 200.0));
            if (i > 0) CHECK(placed[i - 1] - placed[i] >= 20.0);
        }
    }
}

TEST_CASE("an axis reaches to a line that is near, by half its width, and not further") {
    axis_range range{10.0, 20.0};
    CHECK(reach_to(range, 15.0, false));
    CHECK((range.lo == 10.0 && range.hi == 20.0));
    CHECK(reach_to(range, 24.9, false));
    CHECK(range.hi == 24.9);
    CHECK_FALSE(reach_to(range, 40.0, false));
    CHECK_FALSE(reach_to(range, __builtin_huge_val(), false));
    CHECK(range.hi == 24.9);
    axis_range decades{1.0, 100.0};
    CHECK(reach_to(decades, 999.0, true));
    CHECK_FALSE(reach_to(decades, 1e6, true));
    CHECK_FALSE(reach_to(decades, 0.0, true));
    CHECK_FALSE(reach_to(decades, -5.0, true));
    axis_range nothing;
    CHECK_FALSE(reach_to(nothing, 1.0, false));
}

TEST_CASE("a line is told by its label and its value, without characters that do not show") {
    CHECK(line_text<double>({"budget", 5.0}, {"USD"}) == "budget: 5 USD");
    CHECK(line_text<double>({"", 5.0}, {}) == "5");
    CHECK(line_text<double>({"a\x01\xE2\x80\xAE", 5.0}, {}) == "a: 5");
}

TEST_CASE("shares are short where there is little room, and none that happens is 0 or all") {
    CHECK(short_share_text(0.0) == "0 %");
    CHECK(short_share_text(0.0004) == "<0.1 %");
    CHECK(short_share_text(0.123) == "12 %");
    CHECK(short_share_text(0.995) == "99.5 %");
    CHECK(short_share_text(0.9996) == ">99.9 %");
    CHECK(short_share_text(1.0) == "100 %");
}

TEST_CASE("a pointer finds the nearest place of a plot, and of very many places 60") {
    const plot_area area{0.0, 100.0, 10.0, 50.0};
    chart_canvas canvas({"title", "words", "", 720.0});
    told_columns(canvas, area, {0.0, 40.0, 100.0}, {"a", "b", "c"});
    const auto columns = charts::of_class(charts::checked(canvas.finish()), "hw-hit", "rect");
    REQUIRE(columns.size() == 3);
    CHECK(columns[0].number("width") == 20.0);
    CHECK(columns[1].number("x") == 20.0);
    CHECK(columns[1].number("width") == 50.0);
    CHECK(columns[2].number("x") == 70.0);
    CHECK(columns[2].number("width") == 30.0);
    CHECK(columns[1].children.at(0).text == "b");
    chart_canvas many({"title", "words", "", 720.0});
    std::vector<double> x;
    for (int i = 0; i < 400; ++i) x.push_back(0.25 * i);
    told_columns(many, area, x, std::vector<std::string>(400, "t"));
    CHECK(charts::of_class(charts::checked(many.finish()), "hw-hit").size() == 60);
}

}  // namespace
