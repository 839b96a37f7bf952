// SPDX-License-Identifier: BSL-1.0
#include <headway/table/score_table.hpp>

#include "catch.hpp"

#include <vector>

using namespace headway;
using namespace std::chrono_literals;

namespace {

observations<double> costs() {
    std::vector<observation<double>> rows;
    int year = 2000;
    for (const double cost : {8.0, 4.0, 4.0, 1.0, 0.5, 0.5}) rows.emplace_back(date(std::chrono::year(year++) / 1 / 1), cost);
    return observations<double>(std::move(rows));
}

}  // namespace

TEST_CASE("a score table has a row for each name, and dashes where nothing was scored") {
    score_summary s;
    s.add({0.25, -1.5, 0.5, 0.75});
    s.add({0.5, 0.5, 0.93, 1.25});
    s.add({0.75, 1.0, 0.2, 1.0});
    CHECK(report::score_table({{"this", s}, {"nothing", {}}}, "by").text() ==
          "by       n  CRPS  log score  in 50 %  in 80 %  in 90 %  in 95 %  90 % width\n"
          "---------------------------------------------------------------------------\n"
          "this     3   0.5          0   33.3 %   66.7 %  100.0 %  100.0 %           1\n"
          "nothing  0     -          -        -        -        -        -           -\n");
}

TEST_CASE("a hindcast table has a row for each horizon asked for") {
    const auto record = hindcast(costs(), 3, independent_increments);
    const auto text = report::hindcast_table(record).text();
    CHECK(report::table(record).text() == text);
    CHECK(text.find("steps ahead  squared error  expected  n") == 0);
    CHECK(text.find("\n1 ") != std::string::npos);
    CHECK(text.find("\n2 ") != std::string::npos);
    const auto second_only = report::hindcast_table(record, {2, 30}).text();
    CHECK(second_only.find("\n1 ") == std::string::npos);
    CHECK(second_only.find("\n2 ") != std::string::npos);
    CHECK(second_only.find("infinite") != std::string::npos);
    CHECK(second_only.find("\n30 ") == std::string::npos);
}
