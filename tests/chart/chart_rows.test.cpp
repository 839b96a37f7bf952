// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/detail/chart_rows.hpp>

#include "catch.hpp"

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::report::detail;

namespace {

xml::element drawn(const std::vector<row_words>& words, double width, bool with_never = false) {
    chart_canvas canvas({"title", "words", "", width});
    auto axis = make_axis<double>("test", {0.0, 10.0}, axis_kind::linear, {}, 6, true);
    const row_plot plot(canvas, axis, words, with_never);
    if (with_never) plot.draw_never(canvas, 0, "hw-line", 0.12);
    return charts::checked(canvas.finish());
}

TEST_CASE("rows: five long names that differ at their end are told apart, on every width") {
    const std::string family = "the cost of a training run to the level of the base model, with the failed attempts and "
                               "the salaries of all who took part in it, by the account of ";
    for (const double width : {320.0, 420.0, 720.0}) {
        std::vector<row_words> words;
        for (const char* who : {"Amodei", "Schmidt", "Epoch", "Sevilla", "nobody"})
            words.push_back({family + who, "median 5.00 million USD"});
        const auto root = drawn(words, width);
        for (const char* who : {"Amodei", "Schmidt", "Epoch", "Sevilla", "nobody"}) {
            const auto all = charts::texts(root);
            INFO(who << " at " << width);
            CHECK(std::count_if(all.begin(), all.end(), [&](const std::string& t) {
                      return t.size() >= std::string(who).size() &&
                             t.compare(t.size() - std::string(who).size(), std::string::npos, who) == 0;
                  }) == 1);
        }
    }
}

TEST_CASE("rows: a remark that needs more than a line is broken between words, not cut in its numbers") {
    const auto root = drawn({{"operating cost in Taiwan per year", "1.22 billion USD per year to 1.84 billion USD per year"},
                             {"short", "1 to 2"}},
                            520.0);
    CHECK_THAT(charts::all_words(root),
               Catch::Matchers::ContainsSubstring("1.22 billion USD per year to 1.84 billion USD per year "));
    CHECK_FALSE(charts::says(root, "1.22 billion USD per year to 1.84 billion USD per year"));
    CHECK(charts::says(root, "1 to 2"));
    CHECK_THAT(charts::all_words(root), !Catch::Matchers::ContainsSubstring("…"));
}

TEST_CASE("rows: never is an arrow and a share in a column beside the axis") {
    const auto root = drawn({{"one", "median 3"}}, 720.0, true);
    CHECK(charts::says(root, "→ never"));
    CHECK(charts::says(root, "12 %"));
    const auto lines = charts::of_class(root, "hw-line");
    REQUIRE(lines.size() == 2);  // shaft and head
    double end_of_axis = 0.0;
    for (const auto& line : charts::of_class(root, "hw-grid"))
        end_of_axis = std::max(end_of_axis, charts::numbers_of(line.at("d"))[0]);
    CHECK(charts::numbers_of(lines[0].at("d"))[0] == end_of_axis);
    CHECK(charts::numbers_of(lines[1].at("d"))[2] > end_of_axis + 20.0);
    CHECK_FALSE(charts::says(drawn({{"one", "median 3"}}, 720.0), "→ never"));
}

}  // namespace
