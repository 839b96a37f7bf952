// SPDX-License-Identifier: BSL-1.0
#include <headway/table/detail/change_rows.hpp>

#include "catch.hpp"
#include "table/parse_csv.hpp"
#include "table/parse_json.hpp"

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/sensitivity/explain_change.hpp>
#include <headway/table/csv.hpp>
#include <headway/table/json.hpp>
#include <headway/table/markdown.hpp>
#include <headway/table/print_table.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using hw::report::csv;
using hw::report::table;

namespace {

// Shifts only, so that the parts are exact.
constexpr auto a = hw::assumption<"a">(hw::normal(12.0, 2.0), "test");
constexpr auto b = hw::assumption<"b">(hw::normal(3.0, 1.0), "test");
constexpr auto sum = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] + in[b]; });
constexpr auto when = hw::forecast(hw::inputs(a, b), [](const auto& in) {
    return hw::select(in[b] > 3.0, hw::date::never(), hw::date(2025y / 1 / 1) + in[a] * month);
});
constexpr hw::simulation options{.draws = 2'000, .seed = 1, .method = hw::method::sobol};

TEST_CASE("parts of a change stand in order of size, above the whole") {
    const auto why = hw::explain_change(
        sum, sum.with(hw::override(a, hw::normal(11.0, 2.0)), hw::override(b, hw::normal(7.0, 1.0))), options);
    const std::string text = table(why).text();
    CHECK_THAT(text, ContainsSubstring("because of         before          after  change"));
    CHECK_THAT(text, ContainsSubstring("\nb            normal(3, 1)   normal(7, 1)       4"));
    CHECK(text.find("\nb ") < text.find("\na "));
    CHECK(text.find("\na ") < text.find("\nthe median "));
    const auto rows = parse_csv(csv(why));
    REQUIRE(rows.size() == 4);
    const auto place = [&](const std::string& heading) {
        return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), heading) - rows[0].begin());
    };
    CHECK(std::abs(std::stod(rows[1][place("change")]) - 4.0) < 1e-9);
    CHECK(std::abs(std::stod(rows[2][place("change")]) + 1.0) < 1e-9);
    CHECK(std::abs(std::stod(rows[3][place("change")]) - 3.0) < 1e-9);
    CHECK(std::stod(rows[3][place("value_before")]) == why.before());
    CHECK(std::stod(rows[3][place("value_after")]) == why.after());
    CHECK(rows[3][place("draws")] == "2000");
    CHECK(rows[3][place("evaluations")] == "8000");
    CHECK(rows[3][place("statistic")] == "the median");
    const std::string json = hw::report::json(why);
    CHECK(parse_json::json_parser(json).document()["rows"].items.size() == 3);
    CHECK_THAT(hw::report::markdown(why), ContainsSubstring("| because of |"));
}

TEST_CASE("where the median is never the rows are of the probability of never, and the median is told last") {
    const auto why = hw::explain_change(when, when.with(hw::override(b, hw::normal(1.0, 1.0))), options);
    REQUIRE_FALSE(why.happens());
    const std::string text = table(why).text();
    CHECK_THAT(text,
               ContainsSubstring("the probability of never") && ContainsSubstring("-4") && ContainsSubstring(" %"));
    CHECK_THAT(text, ContainsSubstring("\nthe median ") && ContainsSubstring("never"));
    CHECK(text.find("\nthe probability of never ") < text.find("\nthe median "));
    CHECK(text.find("undefined") == std::string::npos);
}

TEST_CASE("changes of several results share a table") {
    const auto after = sum.with(hw::override(b, hw::normal(7.0, 1.0)));
    hw::report::result_table all;
    all.add("sum", hw::explain_change(sum, after, options))
        .add("share", hw::explain_change(sum, after, hw::statistic::probability_above(20.0), options));
    const std::string text = table(all).text();
    CHECK_THAT(text, ContainsSubstring("output") && ContainsSubstring("the probability of more than 20"));
    CHECK(all.rows().size() == 4);
}

}  // namespace
