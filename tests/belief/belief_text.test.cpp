// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/belief_text.hpp>

#include "catch.hpp"

#include <chrono>
#include <string>

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/core/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;

TEST_CASE("belief_text: every shape in the notation of its maker") {
    CHECK(belief_text(exactly(4.2)) == "4.2");
    CHECK(belief_text(uniform(1.0, 2.5)) == "uniform(1, 2.5)");
    CHECK(belief_text(log_uniform(1.0, 100.0)) == "log_uniform(1, 100)");
    CHECK(belief_text(normal(5.0, 2.0)) == "normal(5, 2)");
    CHECK(belief_text(lognormal(5.0, 0.3)) == "lognormal(5, 0.3)");
    CHECK(belief_text(triangular(1.0, 2.0, 5.0)) == "triangular(1, 2, 5)");
    CHECK(belief_text(pert(1.0, 2.0, 5.0)) == "pert(1, 2, 5)");
    CHECK(belief_text(beta(2.0, 3.0)) == "beta(2, 3, 0, 1)");
    CHECK(belief_text(gamma(2.0, 3.0)) == "gamma(2, 3)");
    CHECK(belief_text(weibull(2.0, 3.0)) == "weibull(2, 3)");
    CHECK(belief_text(student_t(4.0, 10.0, 2.0)) == "student_t(4, 10, 2)");
    CHECK(belief_text(log_student_t(4.0, 10.0, 0.5)) == "log_student_t(4, 10, 0.5)");
    CHECK(belief_text(bernoulli(0.3)) == "bernoulli(30 %)");
    CHECK(belief_text(empirical({2.0, 1.0, 2.0})) == "empirical(1, 2, 2)");
    CHECK(belief_text(discrete({1.0, 3.0}, {0.0, 1.0})) == "discrete(1: 0, 3: 1)");
    CHECK(belief_text(mixture({0.0, 0.6}, {ci90(1.0, 3.0), 0.4})) == "mixture(60 %: 0, 40 %: ci90(1, 3))");
    CHECK(belief_text(truncated(normal(5.0, 2.0), 0.0, 10.0)) == "truncated(normal(5, 2), 0, 10)");
}

TEST_CASE("belief_text: an interval stands as it was given, where it is exact") {
    CHECK(belief_text(ci90(3.0, 5.5)) == "ci90(3, 5.5)");
    CHECK(belief_text(lognormal_ci(0.8, 3.0, 5.5)) == "lognormal_ci(80 %, 3, 5.5)");
    CHECK(belief_text(lognormal_ci(0.95, 5.0, 14.0)) == "lognormal_ci(95 %, 5, 14)");
    CHECK(belief_text(normal_ci(0.9, -1.0, 3.5)) == "normal_ci(90 %, -1, 3.5)");
    CHECK(belief_text(around(40.0 * billion_usd, 1.5)) == "around(40 billion USD, 1.5)");
    CHECK(belief_text(ci90(date(2026y / 1 / 1), date(2028y / 6 / 1))) == "ci90(2026-01-01, 2028-06-01)");
}

TEST_CASE("belief_text: quantities and dates in their units") {
    CHECK(belief_text(ci90(80.0 * million_usd, 200.0 * million_usd)) == "ci90(80 million USD, 200 million USD)");
    CHECK(belief_text(uniform(6.0 * month, 12.0 * month)) == "uniform(6 months, 12 months)");
    CHECK(belief_text(student_t(4.0, date(2026y / 1 / 1), 3.0 * month)) == "student_t(4, 2026-01-01, 3 months)");
    CHECK(belief_text(truncated(normal(date(2026y / 1 / 1), 3.0 * year), date(2026y / 1 / 1), date::never())) ==
          "truncated(normal(2026-01-01, 3 years), 2026-01-01, never)");
    CHECK(belief_text(exactly(date(2026y / 1 / 1) + 90min)) == "2026-01-01 01:30");
}
