// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/score_summary.hpp>

#include "../catch.hpp"

#include <limits>
#include <stdexcept>
#include <string>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinRel;

TEST_CASE("a summary holds means, coverages and tenths") {
    score_summary s;
    s.add({1.0, 2.0, 0.5, 8.0});
    s.add({2.0, -1.0, 0.76, 6.0});
    s.add({3.0, 5.0, 0.93, 4.0});
    s.add({6.0, 6.0, 1.0, 2.0});
    CHECK((s.count() == 4 && s.crps() == 3.0 && s.log_score() == 3.0 && s.sharpness() == 5.0));
    CHECK((s.coverage(0.5) == 0.25 && s.coverage(0.8) == 0.5 && s.coverage(0.9) == 0.75 && s.coverage(0.95) == 0.75));
    CHECK((s.pit_count(5) == 1 && s.pit_count(7) == 1 && s.pit_count(9) == 2 && s.pit_count(0) == 0));
    score_summary twice = s;
    twice.add(s);
    CHECK((twice.count() == 8 && twice.crps() == 3.0 && twice.coverage(0.8) == 0.5 && twice.pit_count(9) == 4));
}

TEST_CASE("a forecast's scores in a unit and in logarithms are those of the single functions") {
    const auto b = lognormal(4.5 * million_usd, 0.5);
    const auto x = 7.0 * million_usd;
    const auto in_unit = score_in(million_usd, b, x);
    CHECK_THAT(in_unit.crps, WithinRel(crps(b, x).in(million_usd), 1e-14));
    CHECK(in_unit.log_score == log_score(b, x, million_usd));
    CHECK((in_unit.pit == b.cdf(x) && in_unit.width == sharpness(b, 0.9).in(million_usd)));
    const auto in_logs = score_in_logs(b, x);
    CHECK((in_logs.crps == crps_in_logs(b, x) && in_logs.log_score == log_score_in_logs(b, x)));
    CHECK((in_logs.pit == in_unit.pit && in_logs.width == sharpness_in_logs(b, 0.9)));
    const auto when = score_in(day, normal(2027y / 1 / 1, 30.0 * day), date(2027y / 1 / 31));
    CHECK_THAT(when.crps, WithinRel(30.0 * crps(normal(0, 1), 1.0), 1e-12));
    CHECK(score_in(1.0, normal(0, 1), 0.5).crps == crps(normal(0, 1), 0.5));
}

TEST_CASE("what a summary cannot tell it refuses") {
    const auto refuses = [](auto call, const std::string& words) {
        CHECK_THROWS_MATCHES(call(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const score_summary empty;
    refuses([&] { return empty.crps(); }, "score_summary::crps: no forecasts were scored");
    refuses([&] { return empty.coverage(0.9); }, "score_summary::coverage: no forecasts were scored");
    refuses([&] { return empty.coverage(0.7); }, "level must be 0.5, 0.8, 0.9 or 0.95, which are counted, got 0.7");
    refuses([&] { return empty.pit_count(10); }, "tenth must be from 0 to 9, got 10");
    score_summary s;
    const double undefined = std::numeric_limits<double>::quiet_NaN();
    refuses([&] { s.add({1.0, 1.0, 1.5, 1.0}); }, "pit must be between 0 and 1, got 1.5");
    refuses([&] { s.add({1.0, 1.0, undefined, 1.0}); }, "pit must be between 0 and 1, got nan");
    refuses([&] { s.add({undefined, 1.0, 0.5, 1.0}); }, "each score must be a number");
    CHECK(s.count() == 0);
}
