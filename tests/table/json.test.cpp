// SPDX-License-Identifier: BSL-1.0
#include <headway/table/json.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"
#include "table/parse_json.hpp"

#include <headway/forecast/outputs.hpp>
#include <headway/quantity/units.hpp>

#include <string>
#include <vector>

namespace hw = headway;
using namespace headway::units;
using hw::report::json;
using hw::report::result_table;

namespace {

using money = hw::quantity<hw::dim::money>;

using parse_json::json_parser;
using parse_json::value;

value parsed(const result_table& table) {
    const std::string text = json(table);
    return json_parser(text).document();
}
value first_row(const result_table& table) { return parsed(table)["rows"].items.at(0); }

TEST_CASE("the bytes of a small document") {
    CHECK(json(outcome_of<money>({1e6, 1e6})) ==
          "{\"headway\": \"" + std::string(hw::version) +
              "\", \"kind\": \"results\", \"schema_version\": 1, \"rows\": [\n"
              "  {\"draws\": 2, \"p5\": {\"value\": 1e+06, \"unit\": \"USD\", \"standard_error\": \"unknown\"}, "
              "\"p50\": {\"value\": 1e+06, \"unit\": \"USD\", \"standard_error\": 0}, "
              "\"p95\": {\"value\": 1e+06, \"unit\": \"USD\", \"standard_error\": \"unknown\"}, "
              "\"mean\": {\"value\": 1e+06, \"unit\": \"USD\", \"standard_error\": 0}, "
              "\"standard_deviation\": {\"value\": 0, \"unit\": \"USD\", \"standard_error\": 0}, "
              "\"probability_never\": {\"value\": 0, \"standard_error\": 0.5}}\n"
              "]}\n");
}

TEST_CASE("every number reads back to the same double") {
    std::vector<double> draws;
    for (int i = 1; i < 200; ++i) draws.push_back(1.0 / i + 1e22 * (i % 7 == 0));
    const auto o = outcome_of<money>(draws);
    const value row = first_row(o);
    CHECK(row["draws"].real == 199.0);
    CHECK(row["p5"]["value"].real == o.quantile(0.05).in(usd));
    CHECK(row["p95"]["value"].real == o.quantile(0.95).in(usd));
    CHECK(row["p95"]["standard_error"].real == o.quantile_standard_error(0.95).in(usd));
    CHECK(row["mean"]["value"].real == o.mean().in(usd));
    CHECK(row["standard_deviation"]["standard_error"].real == o.stddev_standard_error().in(usd));
}

TEST_CASE("a date has its day and its exact seconds, and never is a word") {
    const value row = first_row(outcome_of<hw::date>({0.0, 86400.0 * 20.5, 86400.0 * 20.5, never}));
    CHECK(row["p50"]["value"].text == "1970-01-21");
    CHECK(row["p50"]["seconds_since_1970"].real == 86400.0 * 20.5);
    CHECK(row["p50"]["standard_error"].text == "unknown");
    CHECK(row["p50"]["standard_error_unit"].text == "seconds");
    CHECK(row["p95"]["value"].text == "never");
    CHECK(row["p95"]["seconds_since_1970"].is == value::null);
    CHECK(row["standard_deviation"]["unit"].text == "seconds");
    CHECK(row["probability_never"]["value"].real == 0.25);
}

TEST_CASE("what is undefined is null, what is endless a word") {
    const value row = first_row(outcome_of<money>({never, never}));
    CHECK(row["p50"]["value"].text == "Infinity");
    CHECK(row["mean"]["value"].is == value::null);
    CHECK(row["mean"]["standard_error"].is == value::null);
    CHECK(row["probability_never"]["value"].real == 1.0);
    const value empty = first_row(outcome_of<hw::date>({}));
    CHECK(empty["draws"].real == 0.0);
    CHECK(empty["p50"]["value"].is == value::null);
    CHECK(empty["p50"]["seconds_since_1970"].is == value::null);
    CHECK(parsed(result_table())["rows"].items.empty());
}

TEST_CASE("any name is a valid string and reads back, but for invalid bytes") {
    std::string controls;
    for (char c = 1; c < 0x20; ++c) controls += c;
    for (const std::string& name : {std::string("plain"), std::string("\"\\/"), controls, std::string("a\0b", 3),
                                    std::string("µ 漢 😀 \x7f </script>")}) {
        CHECK(first_row(result_table().add(name, outcome_of({1.0})))["output"].text == name);
    }
    // What steers is escaped: C1 controls, a line separator, an override and a mark of direction, U+FEFF.
    const std::string steers = "\xC2\x9B|\xE2\x80\xA8|\xE2\x80\xAE|\xE2\x80\x8F|\xEF\xBB\xBF";
    const std::string escaped = json(result_table().add(steers, outcome_of({1.0})));
    CHECK_THAT(escaped, Catch::Matchers::ContainsSubstring("\\u009b|\\u2028|\\u202e|\\u200f|\\ufeff"));
    CHECK(first_row(result_table().add(steers, outcome_of({1.0})))["output"].text == steers);
    const std::string replacement = "\xEF\xBF\xBD";
    const auto name_of = [](const std::string& name) {
        return first_row(result_table().add(name, outcome_of({1.0})))["output"].text;
    };
    CHECK(name_of("a\xff" "b") == "a" + replacement + "b");
    CHECK(name_of("cut \xe6\xbc") == "cut " + replacement + replacement);
    CHECK(name_of("\xc0\xaf") == replacement + replacement);                    // overlong
    CHECK(name_of("\xed\xa0\x80") == replacement + replacement + replacement);  // a surrogate
}

TEST_CASE("a row for each output and date, with its own unit") {
    using cost = hw::named_output<"cost", money>;
    using share = hw::named_output<"share", hw::quantity<hw::dimensionless>>;
    const hw::named_outcomes<cost, share> one(outcome_of<money>({1.0}), outcome_of<hw::quantity<hw::dimensionless>>({0.5}));
    const value v = parsed(hw::fan<hw::named_outcomes<cost, share>>({hw::date{}, hw::date{} + day}, {one, one}));
    CHECK(v["headway"].text == hw::version);
    const auto& rows = v["rows"].items;
    REQUIRE(rows.size() == 4);
    CHECK(rows[3]["date"]["value"].text == "1970-01-02");
    CHECK(rows[3]["date"]["seconds_since_1970"].real == 86400.0);
    CHECK(rows[3]["output"].text == "share");
    CHECK(rows[3]["p50"]["value"].real == 50.0);
    CHECK(rows[3]["p50"]["unit"].text == "%");
}

}  // namespace
