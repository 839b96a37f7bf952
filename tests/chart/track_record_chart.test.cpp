// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/track_record_chart.hpp>

#include "catch.hpp"

#include "chart/chart_checks.hpp"
#include "track_record.hpp"

using namespace headway;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::string header = "entry,id,date,who,question,unit,value,due,source,seed,version\n";

}  // namespace

TEST_CASE("a record's calibration chart has its intervals and how many there were") {
    const track_record record(ledger(reference::track_record_ledger), {.baseline = "no change"});
    const auto root = charts::checked(report::calibration_chart(record.all(), {.title = "Two forecasters"}));
    CHECK(charts::description_of(root) == "50 % intervals held in 83.3 % of 6 cases. 80 % intervals held in 83.3 % of "
                                          "6 cases. 90 % intervals held in 100 % of 6 "
                                          "cases.");
    CHECK(charts::says(root, "stated level of the intervals"));
    CHECK(charts::of_class(root, "hw-point").size() == 4);  // one in the legend
}

TEST_CASE("a record's reliability chart has what was said of events against how often they came") {
    std::string text = header;
    const auto add = [&](const std::string& id, const std::string& p, const std::string& came) {
        text += "state," + id + ",2025-01-01,x,q " + id + ",event," + p + "\nresolve," + id + ",2025-06-01,,,," + came +
                "\n";
    };
    add("a", "82 %", "yes");
    add("b", "88 %", "yes");
    add("c", "85 %", "no");
    add("d", "15 %", "no");
    add("e", "1", "yes");
    const track_record record{ledger(text)};
    const auto root = charts::checked(report::reliability_chart(record.all()));
    CHECK(charts::description_of(root) == "Said 15 %, happened in 0 % of 1 case. Said 85 %, happened in 66.7 % of 3 "
                                          "cases. Said 100 %, happened in 100 % of 1 case.");
    CHECK((charts::says(root, "stated probability") && charts::says(root, "share that happened")));
    CHECK(charts::says(charts::checked(report::reliability_chart(record.all(), {.stated = "said"})), "said"));
}

TEST_CASE("a record without resolved statements has no chart") {
    const track_record record{ledger(header + "state,a,2025-01-01,x,q,,1\n")};
    CHECK_THROWS_WITH(report::calibration_chart(record.all()), ContainsSubstring("there are no points to draw"));
    CHECK_THROWS_WITH(report::reliability_chart(record.all()), ContainsSubstring("there are no points to draw"));
}
