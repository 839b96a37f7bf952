// SPDX-License-Identifier: BSL-1.0
#include <headway/table/formatted_table.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace headway::units;
using hw::report::result_table;
using hw::report::formatted_table;
using texts = std::vector<std::string>;

namespace {

using money = hw::quantity<hw::dim::money>;

TEST_CASE("a column of one kind has its unit in the heading") {
    const formatted_table t(outcome_of<money>({1e6, 2e6, 3e6, 4e6, 5e6}));
    CHECK(t.headings == texts{"p5 [million USD]", "p50 [million USD]", "p95 [million USD]", "mean [million USD]",
                              "s.e. [million USD]"});
    // Of five draws the outermost quantiles lie beyond what one standard error can tell.
    CHECK(t.rows == std::vector<texts>{{"1.2 (error unknown)", "3.00", "4.8 (error unknown)", "3.00", "0.71"}});
    CHECK(t.numeric == std::vector<bool>(5, true));
}

TEST_CASE("all rows of a fan have one unit, that of the median of their values") {
    const std::vector<hw::date> dates{hw::date{}, hw::date{} + year, hw::date{} + 2.0 * year};
    const formatted_table t(hw::fan<hw::outcome<money>>(
        dates, {outcome_of<money>({2e2, 2e2}), outcome_of<money>({3e6, 3e6}), outcome_of<money>({4e9, 4e9})}));
    CHECK(t.headings[0] == "date");
    CHECK(t.headings[1] == "p5 [million USD]");
    CHECK(t.rows[0][2] == "0.0002");
    CHECK(t.rows[1] == texts{"1971-01-01", "3 (error unknown)", "3", "3 (error unknown)", "3", "0"});
    CHECK(t.rows[2][2] == "4000");
}

TEST_CASE("rows that measure different things have a column of units") {
    result_table all;
    all.add("cost", outcome_of<money>({125e3, 125e3}))
        .add("when", outcome_of<hw::date>({0.0, 20.0 * 86400.0, 20.0 * 86400.0, never}))
        .add("span", outcome_of<hw::quantity<hw::dim::time>>({31556952.0 * 1.25, 31556952.0 * 1.25}))
        .add("factor", outcome_of({4.0, 4.0}));
    const formatted_table t(all);
    CHECK(t.headings == texts{"output", "unit", "p5", "p50", "p95", "mean", "s.e.", "never"});
    const std::string unsure = " (error unknown)";
    const std::string none_of_two = "< 78 %";  // 1 - 0.05^(1/2) = 0.776
    CHECK(t.rows[0] ==
          texts{"cost", "thousand USD", "125" + unsure, "125", "125" + unsure, "125", "0", none_of_two});
    CHECK(t.rows[1] == texts{"when", "date", "1970-01-04" + unsure, "1970-01-21" + unsure, "never", "1970-01-14",
                             "6.7 days", "25.0 %"});
    CHECK(t.rows[2] == texts{"span", "months", "15" + unsure, "15", "15" + unsure, "15", "0", none_of_two});
    CHECK(t.rows[3] == texts{"factor", "", "4" + unsure, "4", "4" + unsure, "4", "0", none_of_two});
    CHECK(t.numeric == std::vector<bool>{false, false, true, true, true, true, true, true});
}

TEST_CASE("the errors of dates alone have one unit in the heading") {
    const formatted_table t(outcome_of<hw::date>({0.0, 20.0 * 86400.0}));
    CHECK(t.headings == texts{"p5", "p50", "p95", "mean", "s.e. [days]"});
    CHECK(t.rows[0] ==
          texts{"1970-01-02 (error unknown)", "1970-01-11", "1970-01-20 (error unknown)", "1970-01-11", "10"});
}

TEST_CASE("what is undefined, infinite or never has words") {
    const formatted_table dates(outcome_of<hw::date>({never, never}));
    CHECK(dates.headings.back() == "never");
    CHECK(dates.rows[0] == texts{"never", "never", "never", "undefined", "undefined", "> 22.4 %"});
    const formatted_table numbers(outcome_of<money>({1.0, never, never}));
    CHECK(numbers.rows[0] == texts{"infinite", "infinite", "infinite", "1", "undefined", "66.7 %"});
    const formatted_table empty(outcome_of({}));
    CHECK(empty.rows[0] == texts(6, "undefined"));
    const formatted_table single(outcome_of({2.0}));
    CHECK(single.rows[0] == texts{"2 (error unknown)", "2 (error unknown)", "2 (error unknown)", "2", "undefined"});
    const formatted_table nothing{result_table()};
    CHECK(nothing.headings.empty());
    CHECK(nothing.rows.empty());
}

TEST_CASE("a probability of none or of all draws is a bound") {
    std::vector<double> draws(10'000, 1.0);
    result_table t;
    t.add("never", outcome_of(std::vector<double>(10'000, never))).add("once", outcome_of(draws));
    draws[0] = never;
    t.add("twice", outcome_of(draws));
    const formatted_table shown(t);
    CHECK(shown.rows[0].back() == "> 99.97 %");
    CHECK(shown.rows[1].back() == "< 0.03 %");
    CHECK(shown.rows[2].back() == "0.0100 %");
}

TEST_CASE("an error that the draws cannot tell is unknown") {
    result_table t;
    const hw::outcome<money> two = outcome_of<money>({1e6, never});
    t.add("two", two);
    const formatted_table shown(t);
    CHECK(shown.rows[0][1] == "infinite");
}

TEST_CASE("where the spread decides, no value is sharper than that, and those of a row agree") {
    std::vector<double> days;
    std::vector<double> costs;
    for (int i = 0; i <= 100; ++i) {
        days.push_back(86400.0 * (19000.0 + 7.3 * i));  // 5 % and 95 % of them lie 657 days apart
        costs.push_back(1.4731e6 + 7e3 * i);            // and of these 0.63 million
    }
    result_table all;
    all.add("when", outcome_of<hw::date>(days)).add("cost", outcome_of<money>(costs)).add("sure", outcome_of({4.25, 4.25}));
    const formatted_table t(all, hw::report::digits_by::spread);
    CHECK(t.headings == texts{"output", "unit", "p5", "p50", "p95", "mean", "s.e."});
    // Day 19 000 is 2022-01-08; 36.5, 365 and 693.5 days later.
    CHECK(texts(t.rows[0].begin() + 2, t.rows[0].begin() + 6) == texts{"Feb 2022", "Jan 2023", "Dec 2023", "Jan 2023"});
    CHECK(texts(t.rows[1].begin() + 1, t.rows[1].begin() + 6) == texts{"million USD", "1.51", "1.82", "2.14", "1.82"});
    CHECK(t.rows[2][3] == "4.25");
    CHECK(formatted_table(all).rows[0][3] == "2023-01-08");
    // Of what may never come the end is open.
    days.resize(95, never);
    std::fill(days.begin() + 90, days.end(), never);
    CHECK(formatted_table(outcome_of<hw::date>(days), hw::report::digits_by::spread).rows[0][1] == "2022");
}

TEST_CASE("where the spread decides, digits agree down a column of one unit and of comparable spreads") {
    // The 5 % and 95 % quantiles of 0 to 100 evenly lie 90 apart.
    const auto around = [](double middle, double spread) {
        std::vector<double> draws;
        for (int i = 0; i <= 100; ++i) draws.push_back(middle + spread * (i - 50) / 90.0);
        return draws;
    };
    const auto medians = [](const result_table& t, std::size_t column) {
        texts all;
        for (const auto& row : formatted_table(t, hw::report::digits_by::spread).rows) all.push_back(row[column]);
        return all;
    };
    result_table costs;
    costs.add("narrow", outcome_of<money>(around(2.1e6, 0.5e6))).add("wide", outcome_of<money>(around(2.5234e6, 3e6)));
    // By themselves "2.10" and "2.5"; the mean spread is 1.2.
    CHECK(medians(costs, 2) == texts{"2.1", "2.5"});
    costs.add("known", outcome_of<money>(around(1.5e6, 0.02e6)));
    CHECK(medians(costs, 2) == texts{"2.1", "2.5", "1.500"});
    result_table dates;
    dates.add("a", outcome_of<hw::date>(around(86400.0 * 19000.0, 86400.0 * 40.0)))
        .add("b", outcome_of<hw::date>(around(86400.0 * 19365.0, 86400.0 * 390.0)));
    CHECK(medians(dates, 2) == texts{"Jan 2022", "Jan 2023"});
    // Of different units each keeps its own.
    result_table both;
    both.add("cost", outcome_of<money>(around(2.1e6, 0.5e6))).add("count", outcome_of(around(2.5, 3.0)));
    CHECK(medians(both, 3) == texts{"2.10", "2.5"});
}

}  // namespace
