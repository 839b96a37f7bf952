// SPDX-License-Identifier: BSL-1.0
#include <headway/table/csv.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"
#include "table/parse_csv.hpp"

#include <headway/quantity/units.hpp>
#include <headway/text/parse_number.hpp>
#include <headway/text/utf8.hpp>

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace hw = headway;
using namespace headway::units;
using hw::report::csv;
using hw::report::result_table;

namespace {

using money = hw::quantity<hw::dim::money>;

TEST_CASE("the bytes of a small file") {
    CHECK(csv(outcome_of<money>({1e6, 1e6})) ==
          "draws,p5_USD,p5_standard_error_USD,p50_USD,p50_standard_error_USD,p95_USD,p95_standard_error_USD,"
          "mean_USD,mean_standard_error_USD,standard_deviation_USD,standard_deviation_standard_error_USD,"
          "probability_never,probability_never_standard_error\r\n"
          "2,1e+06,unknown,1e+06,0,1e+06,unknown,1e+06,0,0,0,0,0.5\r\n");
}

TEST_CASE("numbers read back to the same doubles") {
    std::vector<double> draws;
    for (int i = 1; i < 200; ++i) draws.push_back(1.0 / i + 1e15 * (i % 7 == 0));
    const auto o = outcome_of<money>(draws);
    const auto records = parse_csv(csv(o));
    const auto number = [&](const char* header) { return std::strtod(at(records, 1, header).c_str(), nullptr); };
    CHECK(number("draws") == 199.0);
    CHECK(number("p5_USD") == o.quantile(0.05).in(usd));
    CHECK(number("p5_standard_error_USD") == o.quantile_standard_error(0.05).in(usd));
    CHECK(number("p95_USD") == o.quantile(0.95).in(usd));
    CHECK(number("mean_USD") == o.mean().in(usd));
    CHECK(number("mean_standard_error_USD") == o.standard_error().in(usd));
    CHECK(number("standard_deviation_USD") == o.stddev().in(usd));
}

TEST_CASE("draws are a whole number, however many") {
    CHECK(at(parse_csv(csv(outcome_of(std::vector<double>(100'000, 1.0)))), 1, "draws") == "100000");
}

TEST_CASE("the unit does not depend on the values") {
    for (const double x : {1e-3, 1.0, 1e12}) {
        CHECK(at(parse_csv(csv(outcome_of<money>({x, x}))), 0, "p50_USD") == "p50_USD");
    }
    const auto area = parse_csv(csv(outcome_of<hw::quantity<hw::dim::area>>({8e14, 8e14})));
    CHECK(at(area, 1, "p50_mm2") == "800");
    CHECK(at(parse_csv(csv(outcome_of({0.25, 0.25}))), 1, "p50") == "0.25");
}

TEST_CASE("dates are calendar days, errors of dates seconds, and never is a word") {
    const auto records = parse_csv(csv(outcome_of<hw::date>({0.0, 86400.0 * 20.5, 86400.0 * 20.5, never})));
    CHECK(at(records, 1, "p50_date") == "1970-01-21");
    CHECK(at(records, 1, "p95_date") == "never");
    CHECK(at(records, 1, "p95_standard_error_seconds") == "0");
    CHECK(at(records, 1, "p50_standard_error_seconds") == "unknown");  // the upper neighbour is never
    CHECK(at(records, 1, "probability_never") == "0.25");
}

TEST_CASE("what is undefined is an empty cell, what is endless one word") {
    const auto all_never = parse_csv(csv(outcome_of<money>({never, never})));
    CHECK(at(all_never, 1, "p50_USD") == "Infinity");
    CHECK(at(all_never, 1, "mean_USD").empty());
    CHECK(at(all_never, 1, "mean_standard_error_USD").empty());
    CHECK(at(all_never, 1, "probability_never") == "1");
    const auto empty = parse_csv(csv(outcome_of<money>({})));
    CHECK(at(empty, 1, "draws") == "0");
    CHECK(at(empty, 1, "p50_USD").empty());
    CHECK(at(empty, 1, "probability_never").empty());
    CHECK(csv(result_table()).empty());
}

TEST_CASE("rows of different units have a column of units") {
    result_table t;
    t.add("cost", outcome_of<money>({2.0, 2.0})).add("when", outcome_of<hw::date>({86400.0, 86400.0}));
    const auto records = parse_csv(csv(t));
    CHECK(at(records, 1, "unit") == "USD");
    CHECK(at(records, 2, "unit") == "date");
    CHECK(at(records, 1, "p50") == "2");
    CHECK(at(records, 2, "p50") == "1970-01-02");
    CHECK(at(records, 2, "standard_deviation") == "0");
}

std::string name_in_file(const std::string& name) {
    const auto records = parse_csv(csv(result_table().add(name, outcome_of({1.0}))));
    REQUIRE(records.size() == 2);
    return at(records, 1, "output");
}
/// A few bytes that are likely to hurt, in an order that the seed gives.
std::string hostile_text(std::uint32_t seed) {
    static const std::vector<std::string> pieces = {
        "=", "+", "-", "@", "'", "\"", ",", ";", " ", "\t", "\r\n", "a", "7", ".", "[", "]", "$", "µ", "%", "²", "\x1b", "\x7f",
        "\xff", "\xe2\x80\xae", "\xe2\x80\x8f", "\xef\xbb\xbf", "\xef\xbc\x9d", "\xe2\x88\x92", "漢", "😀"};
    std::string text;
    for (int i = 0; i < 6; ++i) {
        seed = seed * 1664525U + 1013904223U;
        text += pieces[(seed >> 16) % pieces.size()];
    }
    return text;
}

TEST_CASE("a name reads back as it is") {
    for (const std::string name : {"plain", "a,b", "say \"no\"", "\"", "a;b", " spaces ", "µ|<b>", "a = b", "-5", "+1e3", "1-1"}) {
        CHECK(name_in_file(name) == name);
    }
}

TEST_CASE("a text that a spreadsheet would run has an apostrophe in front, numbers stay numbers") {
    for (const std::string name : {"=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "'quoted", "-", "--5", "\xEF\xBC\x9D" "1+1"}) {
        CHECK(name_in_file(name) == "'" + name);
    }
    CHECK(name_in_file("\t=1+1") == "' =1+1");
    CHECK(name_in_file("-5") == "-5");
    const auto records = parse_csv(csv(outcome_of<money>({-5.0, -5.0})));
    CHECK(at(records, 1, "p50_USD") == "-5");
}

TEST_CASE("whatever the name, no field steers a terminal or a spreadsheet, and two names stay two") {
    std::map<std::string, std::string> seen;
    for (std::uint32_t seed = 0; seed < 4000; ++seed) {
        const std::string name = hostile_text(seed);
        const std::string field = name_in_file(name);
        for (std::string_view rest = field; !rest.empty();) {
            const auto [c, bytes] = hw::detail::next_code_point(rest);
            REQUIRE((c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !hw::detail::turns_direction(c)));
            rest.remove_prefix(bytes);
        }
        const std::size_t first = field.find_first_not_of(' ');
        if (first != std::string::npos && std::string("=+-@").find(field[first]) != std::string::npos) {
            REQUIRE(hw::parse_number(field.substr(first)));
        }
        // But for what is not shown at all, one field is one name.
        const std::string shown = hw::detail::shown_text(name);
        const auto [known, is_new] = seen.emplace(field, shown);
        REQUIRE(known->second == shown);
    }
}

TEST_CASE("headers are letters, digits and _ alone, each once") {
    using hw::report::detail::csv_header;
    CHECK(csv_header("p5 USD per chip-month") == "p5_USD_per_chip_month");
    CHECK(csv_header("p50 %") == "p50_percent");
    CHECK(csv_header("p50 mm²") == "p50_mm2");
    CHECK(csv_header("axis: price = 3.5 million USD") == "axis_price_3_5_million_USD");
    CHECK(csv_header("axis: x = -5") == "axis_x_minus_5");
    CHECK(csv_header("axis: x = \xE2\x88\x92" "5") == "axis_x_minus_5");
    CHECK(csv_header("größe [µm]") == "größe_µm");
    CHECK(csv_header("[.]") == "column");
    CHECK(hw::report::detail::csv_header_line({"a b", "a.b", "a", "a_b"}) == "a_b,a_b_2,a,a_b_3\r\n");
    for (std::uint32_t seed = 0; seed < 4000; ++seed) {
        const std::string header = csv_header(hostile_text(seed));
        REQUIRE(!header.empty());
        for (const char c : header) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            REQUIRE((plain || static_cast<unsigned char>(c) >= 0x80));
        }
        REQUIRE(csv_header(header) == header);
    }
}

TEST_CASE("a fan has a line for each date") {
    const hw::fan<hw::outcome<money>> fan({hw::date{}, hw::date{} + 366.0 * day},
                                          {outcome_of<money>({1.0}), outcome_of<money>({2.0})});
    const auto records = parse_csv(csv(fan));
    REQUIRE(records.size() == 3);
    CHECK(at(records, 1, "date") == "1970-01-01");
    CHECK(at(records, 2, "date") == "1971-01-02");
    CHECK(at(records, 2, "p50_USD") == "2");
}

}  // namespace
