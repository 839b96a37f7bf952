// SPDX-License-Identifier: BSL-1.0
#include <headway/table/result_table.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"

#include <headway/belief/makers.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/quantity/units.hpp>
#include <headway/sensitivity/tornado.hpp>

namespace hw = headway;
using namespace headway::units;
using Catch::Matchers::WithinRel;
using hw::report::result_cell;
using hw::report::result_table;
using kind = result_cell::kind;

namespace {

using money = hw::quantity<hw::dim::money>;
using cost = hw::named_output<"cost", money>;
using when = hw::named_output<"when", hw::date>;
constexpr auto a = hw::assumption<"a">(hw::uniform(0.0, 1.0), "test");
constexpr auto b = hw::assumption<"b">(hw::uniform(0.0, 10.0), "test");

const hw::named_outcomes<cost, when> named(outcome_of<money>({1e6, 3e6}), outcome_of<hw::date>({0.0, never}));

const result_cell& cell(const result_table& t, std::size_t row, const std::string& key) {
    for (std::size_t c = 0; c < t.columns().size(); ++c) {
        if (t.columns()[c].key == key) return t.rows()[row][c];
    }
    throw std::out_of_range(key);
}

TEST_CASE("a row has the statistics of its outcome with their errors") {
    const result_table t = outcome_of({1.0, 2.0, 3.0, 4.0, 5.0});
    REQUIRE(t.rows().size() == 1);
    CHECK(cell(t, 0, "draws").value == 5.0);
    CHECK(cell(t, 0, "p5").value == 1.2);
    CHECK(cell(t, 0, "p50").value == 3.0);
    CHECK(cell(t, 0, "p95").value == 4.8);
    // half the distance of the quantiles one binomial standard deviation, sqrt(0.25 / 5), to either side
    CHECK_THAT(cell(t, 0, "p50").error, WithinRel(4.0 * std::sqrt(0.05), 1e-12));
    CHECK(cell(t, 0, "mean").value == 3.0);
    CHECK_THAT(cell(t, 0, "mean").error, WithinRel(std::sqrt(0.5), 1e-12));
    CHECK_THAT(cell(t, 0, "standard_deviation").value, WithinRel(std::sqrt(2.5), 1e-12));
    CHECK(cell(t, 0, "probability_never").is == kind::share);
    CHECK(cell(t, 0, "probability_never").value == 0.0);
    CHECK(cell(t, 0, "output").is == kind::nothing);
    CHECK(cell(t, 0, "date").is == kind::nothing);
}

TEST_CASE("several outputs are rows with their names and units") {
    const result_table t = named;
    REQUIRE(t.rows().size() == 2);
    CHECK(cell(t, 0, "output").text == "cost");
    CHECK(cell(t, 1, "output").text == "when");
    CHECK(cell(t, 0, "p50").is == kind::number);
    CHECK(t.scales()[cell(t, 0, "p50").scale].front().name == "USD");
    CHECK(cell(t, 1, "p50").is == kind::date);
    CHECK(t.scales()[cell(t, 1, "p50").scale].front().name == "seconds");
    CHECK(cell(t, 1, "p95").value == never);
    CHECK(cell(t, 1, "probability_never").value == 0.5);
    CHECK(cell(t, 1, "mean").value == 0.0);
    CHECK(cell(t, 1, "mean").error != cell(t, 1, "mean").error);  // from one draw
}

TEST_CASE("a fan has a row for each date, and for each output of each date") {
    const std::vector<hw::date> dates{hw::date{}, hw::date{} + year};
    const result_table t = hw::fan<hw::outcome<money>>(dates, {outcome_of<money>({1.0}), outcome_of<money>({2.0})});
    REQUIRE(t.rows().size() == 2);
    CHECK(cell(t, 1, "date").value == 31556952.0);
    CHECK(cell(t, 0, "p50").scale == cell(t, 1, "p50").scale);
    const result_table both = hw::fan<hw::named_outcomes<cost, when>>(dates, {named, named});
    REQUIRE(both.rows().size() == 4);
    CHECK(cell(both, 3, "date").value == 31556952.0);
    CHECK(cell(both, 3, "output").text == "when");
    CHECK(cell(both, 1, "p50").scale == cell(both, 3, "p50").scale);
    CHECK(cell(both, 1, "p50").scale != cell(both, 0, "p50").scale);
}

TEST_CASE("outcomes of several runs are put into one table by name") {
    result_table t;
    t.add("base", outcome_of({1.0})).add("controls", named);
    REQUIRE(t.rows().size() == 3);
    CHECK(cell(t, 0, "output").text == "base");
    CHECK(cell(t, 1, "output").text == "controls: cost");
}

TEST_CASE("what is undefined is not a number, and a shard without draws has nothing else") {
    const result_table all_never = outcome_of<hw::date>({never, never});
    CHECK(cell(all_never, 0, "p5").value == never);
    CHECK(cell(all_never, 0, "mean").value != cell(all_never, 0, "mean").value);
    CHECK(cell(all_never, 0, "probability_never").value == 1.0);
    const result_table empty = outcome_of({});
    CHECK(cell(empty, 0, "draws").value == 0.0);
    for (const char* const key : {"p5", "p50", "p95", "mean", "standard_deviation", "probability_never"}) {
        CHECK(cell(empty, 0, key).value != cell(empty, 0, key).value);
        CHECK(cell(empty, 0, key).error != cell(empty, 0, key).error);
    }
    CHECK(result_table().columns().empty());
}

TEST_CASE("every unit of a dimension is on its scale") {
    using hw::report::detail::scale_of_value;
    using per_chip = hw::quantity<hw::divided<hw::dim::money, hw::dim::chips>>;
    const auto scale = scale_of_value<per_chip>::get();
    CHECK(scale[1].name == "thousand USD per chip");
    CHECK(scale[1].size == 1e3);
    using per_year = hw::quantity<hw::divided<hw::dim::money, hw::dim::time>>;
    CHECK(scale_of_value<per_year>::get()[2].name == "million USD per year");
    CHECK_THAT(scale_of_value<per_year>::get()[2].size, WithinRel(1e6 / 31556952.0, 1e-15));
    CHECK(scale_of_value<double>::get().front().name.empty());
    CHECK(scale_of_value<hw::quantity<hw::dimensionless>>::get().front().name == "%");
    using hw::report::detail::unit_for;
    CHECK(scale[unit_for(scale, 999.0)].name == "USD per chip");
    CHECK(scale[unit_for(scale, 1000.0)].name == "thousand USD per chip");
    CHECK(scale[unit_for(scale, 0.0)].name == "USD per chip");
    CHECK(scale[unit_for(scale, 1e30)].name == "trillion USD per chip");
}

TEST_CASE("the bars of a tornado are rows") {
    const auto f = hw::forecast(hw::inputs(a, b), [](const auto& in) { return (in[a] + in[b]) * million_usd; });
    const result_table t = hw::tornado(f);
    REQUIRE(t.rows().size() == 2);
    CHECK(cell(t, 0, "input").text == "b");
    CHECK(cell(t, 0, "low").text == "1");
    CHECK_THAT(cell(t, 0, "result_at_high").value, WithinRel(9.5e6, 1e-12));
    CHECK_THAT(cell(t, 1, "swing").value, WithinRel(0.8e6, 1e-12));
}

TEST_CASE("results of different kinds share a table, each in its own columns") {
    const auto f = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] + in[b]; });
    result_table t = hw::tornado(f);
    t.add("run", named).add("again", hw::tornado(f));
    REQUIRE(t.rows().size() == 6);
    for (const auto& row : t.rows()) CHECK(row.size() == t.columns().size());
    for (std::size_t c = 0; c < t.columns().size(); ++c) {
        for (std::size_t other = 0; other < c; ++other) CHECK(t.columns()[c].key != t.columns()[other].key);
    }
    CHECK(cell(t, 0, "input").text == "b");
    CHECK(cell(t, 0, "p50").is == kind::nothing);
    CHECK(cell(t, 2, "input").is == kind::nothing);
    CHECK(cell(t, 2, "output").text == "run: cost");
    CHECK(cell(t, 2, "p50").value == 2e6);
    CHECK(cell(t, 4, "output").text == "again");
    CHECK(cell(t, 4, "swing").value == cell(t, 0, "swing").value);
    // Each result has units of its own.
    CHECK(cell(t, 4, "swing").scale != cell(t, 0, "swing").scale);
}

TEST_CASE("a column that two results head differently has both headings, once") {
    hw::report::detail::table_parts parts;
    parts.declare({{"lower", "below"}, {"higher", "above"}});
    parts.begin_row({});
    parts.set("above", hw::report::detail::cell_of_share(0.25));
    for (int i = 0; i < 2; ++i) parts.declare({{"earlier", "below", true}, {"equal", "same"}, {"higher", "above"}});
    REQUIRE(parts.columns.size() == 5);
    CHECK(parts.columns[2].heading == "lower / earlier");
    CHECK(parts.columns[2].has_error);
    CHECK(parts.columns[3].key == "same");
    CHECK(parts.columns[4].heading == "higher");
    REQUIRE(parts.rows[0].size() == 5);
    CHECK(parts.rows[0][4].value == 0.25);
}

}  // namespace
