// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/two_way_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using headway::date;
using headway::two_way_table;

namespace {

two_way_table<date> dates(std::vector<std::string> across) {
    std::vector<two_way_table<date>::cell> cells;
    for (std::size_t i = 0; i < 2 * across.size(); ++i) {
        cells.push_back({date(2026y / 1 / 1) + static_cast<double>(i) * 100.0 * day, 1.0 * day});
    }
    cells.back().value = date::never();
    return {{"yearly fall", {"3", "4"}},
            {"cost of the first run", std::move(across)},
            std::move(cells),
            "the median",
            false};
}

TEST_CASE("two-way: the answer is in each cell, the darker the later, and never has no colour") {
    const auto root = charts::checked(two_way_chart(dates({"50 million USD", "100 million USD", "200 million USD"})));
    for (const char* text : {"The median", "2026-01-01", "2026-04-11", "2027-02-05", "never", "3", "4", "↓ yearly fall",
                             "cost of the first run →"}) {
        CHECK(charts::says(root, text));
    }
    const auto shades = charts::of_class(root, "hw-main", "rect");
    REQUIRE(shades.size() == 5);  // of six cells
    double last = 0.0;
    for (const auto& shade : shades) {
        CHECK(shade.number("fill-opacity") > last);
        last = shade.number("fill-opacity");
    }
    CHECK_THAT(last, WithinAbs(0.5, 1e-9));
    CHECK_THAT(
        root.children[1].text,
        ContainsSubstring("yearly fall 3: 2026-01-01 with cost of the first run 50 million USD, 2026-04-11 with"));
}

TEST_CASE("two-way: on a narrow screen, or of many levels, the cells stand one below the other") {
    for (const double width : {320.0, 360.0, 720.0, 1'200.0}) {
        std::vector<std::string> many;
        for (int i = 1; i <= 12; ++i) many.push_back(std::to_string(i) + "0 million USD");
        for (const auto& table : {dates({"50 million USD", "100 million USD", "200 million USD"}), dates(many)}) {
            const auto root = charts::checked(two_way_chart(table, {.title = "When", .width = width}));
            CHECK(charts::says(root, "When"));
            for (const auto& text : charts::texts(root)) CHECK(text.find("…") == std::string::npos);
            CHECK(charts::says(root, "2026-04-11"));
        }
    }
    CHECK(charts::says(charts::checked(two_way_chart(dates({"50 million USD", "100 million USD", "200 million USD"}),
                                                     {.width = 360.0})),
                       "yearly fall: 3"));
}

TEST_CASE("two-way: probabilities, units, equal cells") {
    const two_way_table<double> shares({"a", {"x"}}, {"b", {"y", "z"}}, {{0.25, 0.01}, {1.0, 0.001}},
                                       "the probability of never", true);
    const auto root = charts::checked(two_way_chart(shares));
    CHECK(charts::says(root, "25 %"));
    CHECK(charts::says(root, "100 %"));
    const two_way_table<headway::quantity<headway::dim::money>> same(
        {"a", {"x"}}, {"b", {"y", "z"}}, {{2.0 * usd, 1.0 * usd}, {2.0 * usd, 1.0 * usd}}, "the mean", false);
    CHECK(charts::says(charts::checked(two_way_chart(same, {.unit = {usd, "dollars"}})), "2 dollars"));
}

TEST_CASE("two-way: what cannot be drawn is refused in words") {
    const two_way_table<double> wrong({"a", {"x"}}, {"b", {"y"}}, {{std::nan(""), 0.0}}, "the mean", false);
    CHECK_THROWS_WITH(two_way_chart(wrong), ContainsSubstring("two_way_chart: a cell must be a finite number"));
    CHECK_THROWS_WITH(two_way_chart(dates({"1"}), {.width = 10.0}), ContainsSubstring("width must be between"));
}

}  // namespace
