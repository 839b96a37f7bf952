// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/belief_text.hpp>

#include "catch.hpp"

#include <chrono>
#include <cmath>
#include <string>

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/from_quantiles.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/parse_belief.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>

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

TEST_CASE("belief_text: a belief stands as it was given, whatever its numbers") {
    const auto rent = usd / (chip * month);
    CHECK(belief_text(ci90(60.0 * usd / (chip * month), 140.0 * usd / (chip * month))) ==
          "ci90(60 USD per chip-month, 140 USD per chip-month)");
    CHECK(belief_text(ci90(20'000.0 * rent, 1.4e6 * rent)) ==
          "ci90(20 thousand USD per chip-month, 1.4 million USD per chip-month)");
    CHECK(belief_text(normal_ci(0.8, 28.0 * month, 3.0 * year)) == "normal_ci(80 %, 28 months, 3 years)");
    CHECK(belief_text(lognormal_ci(0.6827, 1.0 / 3.0, 7.0 / 3.0)) ==
          "lognormal_ci(68.27 %, 0.3333333333333333, 2.3333333333333335)");
    CHECK(belief_text(around(28.0 * month, 1.0 + 1.0 / 3.0)) == "around(28 months, 1.3333333333333333)");
    CHECK(belief_text(lognormal(std::sqrt(2.0), 0.3)) == "lognormal(1.4142135623730951, 0.3)");
    CHECK(belief_text(truncated(ci90(28.0 * month, 40.0 * month), 26.0 * month, 5.0 * year)) ==
          "truncated(ci90(28 months, 40 months), 26 months, 5 years)");
    CHECK(belief_text(truncated(ci90(28.0 * month, 40.0 * month), 26.0 * month, 5.0 * year).untruncated()) ==
          "ci90(28 months, 40 months)");
    CHECK(belief_text(mixture(weighted{0.0 * month, 0.6}, {normal_ci(0.5, 28.0 * month, 40.0 * month), 0.4})) ==
          "mixture(60 %: 0 seconds, 40 %: normal_ci(50 %, 28 months, 40 months))");
    CHECK(belief_text(log_uniform(28.0 * month, 100.0 * month)) == "log_uniform(28 months, 100 months)");
    CHECK(belief_text(pert(28.0 * month, 29.0 * month, 100.0 * month)) == "pert(28 months, 29 months, 100 months)");
}

TEST_CASE("belief_text: an end one bit off a number of up to six digits is that number, if the belief is the same") {
    const auto text_of = [](double lo) { return belief_text(normal_ci(0.9, lo * usd, 50.0 * million_usd)); };
    for (const double way : {0.0, 1e9}) {
        CHECK(text_of(std::nextafter(4.2e6, way)) == "normal_ci(90 %, 4.2 million USD, 50 million USD)");
        CHECK(text_of(std::nextafter(123'456.0, way)) == "normal_ci(90 %, 123.456 thousand USD, 50 million USD)");
    }
    CHECK(text_of(std::nextafter(1'234'567.0, 1e9)) ==
          "normal_ci(90 %, 1.2345670000000002 million USD, 50 million USD)");
    CHECK(text_of(std::nextafter(1'234'567.0, 0.0)) ==
          "normal_ci(90 %, 1.2345669999999997 million USD, 50 million USD)");
    CHECK(text_of(1'234'567.0) == "normal_ci(90 %, 1.234567 million USD, 50 million USD)");
}

TEST_CASE("belief_text: what was read stands in the units in which it was written") {
    const auto span = [](const char* text) { return belief_text(parse_belief<quantity<dim::time>>(text)); };
    CHECK(span("28 months") == "28 months");
    CHECK(span("24 months") == "24 months");
    CHECK(span("90 to 200 days") == "ci90(90 days, 200 days)");
    CHECK(span("ci90( 5 months ,0.5 years )") == "ci90(5 months, 0.5 years)");
    CHECK(span("normal_ci(80 %,  24   months, 3 years)") == "normal_ci(80 %, 24 months, 3 years)");
    CHECK(span("truncated(24 months to 3 years, 1 year, never-ending)") ==
          "truncated(ci90(24 months, 3 years), 1 year, never-ending)");
    CHECK(span("mixture(0.6: 24 months, 0.4: pert(1 week, 0.5 months, 730.485 h))") ==
          "mixture(0.6: 24 months, 0.4: pert(1 week, 0.5 months, 730.485 h))");
    CHECK(span("empirical(24 months, 3 weeks)") == "empirical(24 months, 3 weeks)");
    CHECK(belief_text(parse_belief<double>("2 to 5%")) == "ci90(2%, 5%)");
    CHECK(belief_text(parse_belief<quantity<dim::money>>("80 to 200 million USD")) ==
          "ci90(80 million USD, 200 million USD)");
    CHECK(belief_text(parse_belief<date>("2026.5 to 2026-12-01 + 24 months")) ==
          "ci90(2026.5, 2026-12-01 + 24 months)");
    CHECK(belief_text(parse_belief<decltype(usd / token)>("3 to 5 USD per 1000 tokens")) ==
          "ci90(3 USD per 1000 tokens, 5 USD per 1000 tokens)");
    // A copy keeps it; a belief made of it is told as code would.
    const auto read = parse_belief<quantity<dim::time>>("24 months to 3 years");
    const auto copy = read;
    CHECK(belief_text(copy) == "ci90(24 months, 3 years)");
    CHECK(belief_text(any_belief(read).as<quantity<dim::time>>()) == "ci90(24 months, 3 years)");
    CHECK(belief_text(truncated(read, 1.0 * year, 4.0 * year)) ==
          "truncated(ci90(2 years, 3 years), 12 months, 4 years)");
}

TEST_CASE("belief_text: how a belief is written takes no part in what it is") {
    CHECK(parse_belief<double>("3 to 5.5") == ci90(3.0, 5.5));
    CHECK(lognormal_ci(0.9, 3.0, 5.5) == ci90(3.0, 5.5));
    const auto b = ci90(3.0, 5.5);
    CHECK(lognormal(b.parameters()[0], b.parameters()[1]) == b);
    CHECK(b.parameters().count == 2);
    CHECK(parse_belief<quantity<dim::time>>("24 months") == parse_belief<quantity<dim::time>>("2 years"));
}

TEST_CASE("belief_text: a belief from quantiles stands as it was given, with its bounds and terms") {
    const auto stated = from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 50}});
    CHECK(belief_text(stated) == "from_quantiles(10 %: 10, 50 %: 20, 90 %: 50)");
    CHECK(belief_text(stated.above(0)) == "from_quantiles(10 %: 10, 50 %: 20, 90 %: 50, above 0)");
    CHECK(belief_text(stated.below(200).terms(2)) == "from_quantiles(10 %: 10, 50 %: 20, 90 %: 50, below 200, terms 2)");
    CHECK(belief_text(stated.between(0, 100)) == "from_quantiles(10 %: 10, 50 %: 20, 90 %: 50, between 0 and 100)");
    CHECK(belief_text(from_quantiles({0.05, 0.5, 0.955}, {10.0 * month, 20.0 * month, 50.0 * month})) ==
          "from_quantiles(5 %: 10 months, 50 %: 20 months, 95.5 %: 50 months)");
    CHECK(belief_text(from_quantiles<date>({{1.0 / 3, 2027y / 1 / 1}, {0.5, 2028y / 1 / 1}, {0.9, 2031y / 1 / 1}})) ==
          "from_quantiles(0.3333333333333333: 2027-01-01, 50 %: 2028-01-01, 90 %: 2031-01-01)");
    CHECK(belief_text(truncated(stated, 5, 40)) == "truncated(from_quantiles(10 %: 10, 50 %: 20, 90 %: 50), 5, 40)");
    CHECK(belief_text(mixture({stated.above(0), 0.6}, {0.0, 0.4})) ==
          "mixture(60 %: from_quantiles(10 %: 10, 50 %: 20, 90 %: 50, above 0), 40 %: 0)");
    for (const auto& b : {belief<double>(stated), stated.above(1.0 / 3).belief(), stated.between(-0.1, 1e3).terms(2).belief(),
                          truncated(stated, 5, 40), mixture({stated, 0.6}, {0.0, 0.4})}) {
        CHECK(parse_belief<double>(belief_text(b)) == b);
        CHECK(belief_text(parse_belief<double>(belief_text(b))) == belief_text(b));
        for (const double p : {0.01, 0.37, 0.9}) CHECK(parse_belief<double>(belief_text(b)).quantile(p) == b.quantile(p));
    }
}

TEST_CASE("belief_text: never, by itself and as a part of a mixture of dates") {
    const auto b = mixture<date>({ci90(2027y / 1 / 1, 2031y / 1 / 1), 0.45}, {date::never(), 0.55});
    CHECK(belief_text(b) == "mixture(45 %: ci90(2027-01-01, 2031-01-01), 55 %: never)");
    CHECK(parse_belief<date>(belief_text(b)) == b);
    CHECK(belief_text(b.component(1)) == "never");
    CHECK(belief_text(exactly(date::never())) == "never");
    for (const auto* const text : {"never", "mixture(100 %: never)", "discrete(1: never)", "truncated(never, 2026-01-01, never)"}) {
        CHECK(parse_belief<date>(text) == exactly(date::never()));
    }
    CHECK(belief_text(parse_belief<date>("never")) == "never");
    const auto listed = discrete(weighted_value{2027y / 1 / 1, 0.25}, {date::never(), 0.75});
    CHECK(belief_text(listed) == "discrete(25 %: 2027-01-01, 75 %: never)");
    CHECK(parse_belief<date>(belief_text(listed)) == listed);
    CHECK_THROWS_AS(parse_belief<date>("2027-01-01 to never"), parse_error);
    CHECK_THROWS_AS(parse_belief<double>("never"), parse_error);
    CHECK_THROWS_AS(parse_belief<double>("infinite"), parse_error);
    CHECK_THROWS_AS(parse_belief<double>("mixture(50 %: infinite, 50 %: 1)"), parse_error);
    CHECK(parse_belief<date>("pool(1: never, 1: 2027-01-01)").mass(date::never()) == 0.5);
}
