// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/score.hpp>

#include "../catch.hpp"
#include "../reference/scores.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/belief/counts.hpp>
#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/from_quantiles.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/pareto.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

belief<double> made(const std::string& shape, const double (&p)[3]) {
    if (shape == "normal") return normal(p[0], p[1]);
    if (shape == "lognormal") return lognormal(p[0], p[1]);
    if (shape == "student_t") return student_t(p[0], p[1], p[2]);
    if (shape == "uniform") return uniform(p[0], p[1]);
    if (shape == "gamma") return gamma(p[0], p[1]);
    throw std::logic_error("no such shape");
}

/// The belief as a mixture of itself with itself, which has no closed form.
belief<double> integrated(const belief<double>& b) { return mixture({b, 0.5}, {b, 0.5}); }

static_assert(log_score(uniform(0, 4), 1.0) > 1.386294 && log_score(uniform(0, 4), 5.0) == infinite);
static_assert(pit(uniform(0, 4), 1.0) == 0.25 && pit(exactly(3), 3.0, 0.25) == 0.25);
static_assert(is_covered(uniform(0, 10), 9.4, 0.9) && !is_covered(uniform(0, 10), 9.6, 0.9));
static_assert(sharpness(uniform(0, 10), 0.5) == 5.0);

}  // namespace

TEST_CASE("at a joint of a mixture a log score is that of one side") {
    const auto joint = mixture({uniform(0, 10), 0.1}, {uniform(10, 20), 0.4});
    const double before = log_score(joint, 10.0 - 1e-9);
    const double after = log_score(joint, 10.0 + 1e-9);
    CHECK((log_score(joint, 10.0) == after && after < before));
    CHECK_THAT(log_score(joint, 10.0), WithinRel(-headway::log(0.08), 1e-14));
}

TEST_CASE("the ranked probability score agrees with references from quadrature") {
    for (const auto& golden : reference::crps_points) {
        INFO(golden.shape << " " << golden.parameter[0] << " " << golden.parameter[1] << " at " << golden.x);
        const auto b = made(golden.shape, golden.parameter);
        CHECK_THAT(crps(b, golden.x), WithinRel(golden.crps, 1e-13));
        CHECK_THAT(crps(integrated(b), golden.x), WithinRel(golden.crps, 1e-10));
    }
    const auto mixed = mixture({normal(1, 2), 0.5}, {4.0, 0.25}, {normal(10, 1), 0.25});
    CHECK_THAT(crps(mixed, 3.0), WithinRel(reference::crps_of_mixture[0], 1e-11));
    CHECK_THAT(crps(mixed, 11.0), WithinRel(reference::crps_of_mixture[1], 1e-11));
    CHECK_THAT(crps_in_logs(gamma(2.5, 3), 4.0), WithinRel(reference::crps_in_logs_of_gamma, 1e-12));
}

TEST_CASE("a Student-t's score changes smoothly through one degree of freedom and tends to the normal's") {
    for (const double x : {0.0, 0.7, 12.0}) {
        const double at_1 = crps(student_t(1), x);
        CHECK_THAT(crps(student_t(1.0 + 1e-10), x), WithinRel(at_1, 1e-8));
        CHECK_THAT(crps(student_t(1.0 + 2e-8), x), WithinRel(at_1, 1e-6));
        CHECK_THAT(0.5 * (crps(student_t(1.001), x) + crps(student_t(0.999), x)), WithinRel(at_1, 1e-5));
        CHECK_THAT(crps(student_t(1e6), x), WithinRel(crps(normal(0, 1), x), 1e-5));
    }
}

TEST_CASE("in logarithms it is the score of the belief about the logarithm") {
    for (const double x : {0.02, 3.0, 45.0}) {
        const double log_x = headway::log(x);
        CHECK_THAT(crps_in_logs(lognormal(4.5, 0.5), x), WithinRel(crps(normal(headway::log(4.5), 0.5), log_x), 1e-13));
        CHECK_THAT(crps_in_logs(log_student_t(7, 4.5, 0.5), x),
                   WithinRel(crps(student_t(7, headway::log(4.5), 0.5), log_x), 1e-13));
        CHECK_THAT(crps_in_logs(log_uniform(1, 50), x), WithinRel(crps(uniform(0, headway::log(50.0)), log_x), 1e-12));
        CHECK_THAT(crps_in_logs(integrated(log_student_t(7, 4.5, 0.5)), x),
                   WithinRel(crps_in_logs(log_student_t(7, 4.5, 0.5), x), 1e-10));
        CHECK_THAT(crps_in_logs(discrete({1, 0.25}, {8, 0.75}), x),
                   WithinRel(crps(discrete({0, 0.25}, {headway::log(8.0), 0.75}), log_x), 1e-13));
        CHECK_THAT(log_score_in_logs(lognormal(4.5, 0.5), x),
                   WithinRel(log_score(normal(headway::log(4.5), 0.5), log_x), 1e-13));
    }
    CHECK_THAT(sharpness_in_logs(lognormal(7.0 * usd, 0.5), 0.9), WithinRel(2.0 * 0.5 * normal_quantile(0.95), 1e-13));
}

TEST_CASE("of values it is the mean distance less half the mean distance among them") {
    const auto by_pairs = [](const std::vector<double>& values, double y) {
        double sum = 0.0;
        const double n = static_cast<double>(values.size());
        for (const double a : values) {
            sum += headway::abs(a - y) / n;
            for (const double b : values) sum -= 0.5 * headway::abs(a - b) / (n * n);
        }
        return sum;
    };
    const std::vector<double> values = {3.0, -1.0, 4.0, 1.0, 5.5, 9.0, 2.0, 6.0, 5.5};
    for (const double y : {-7.0, -1.0, 0.5, 3.0, 5.5, 8.0, 20.0}) {
        INFO(y);
        CHECK_THAT(crps(empirical(values), y), WithinRel(by_pairs(values, y), 1e-13));
        CHECK_THAT(crps(discrete({1, 0.75}, {5, 0.25}), y), WithinRel(by_pairs({1, 1, 1, 5}, y), 1e-13));
        CHECK_THAT(crps(bernoulli(0.25), y), WithinRel(by_pairs({0, 0, 0, 1}, y), 1e-13));
        CHECK_THAT(crps(mixture({empirical(values), 0.5}, {uniform(2.0, 2.0 + 1e-9), 0.5}), y),
                   WithinAbs(crps(mixture({empirical(values), 0.5}, {2.0, 0.5}), y), 1e-8));
        CHECK(crps(exactly(3), y) == headway::abs(y - 3.0));
    }
}

TEST_CASE("truncated shapes are scored as what is left of them") {
    CHECK_THAT(crps(truncated(uniform(0, 10), 2, 4), 3.5), WithinRel(crps(uniform(2, 4), 3.5), 1e-14));
    CHECK_THAT(crps(truncated(normal(0, 1), -40, 40), 1.25), WithinRel(crps(normal(0, 1), 1.25), 1e-12));
    CHECK_THAT(crps(truncated(log_student_t(5, 1, 0.2), 0, 1e6), 1.5), WithinAbs(crps(lognormal(1, 0.24), 1.5), 0.02));
}

TEST_CASE("scores follow the unit and the place of what is forecast") {
    const auto money = lognormal(4.5 * million_usd, 0.5);
    CHECK_THAT(crps(money, 6.0 * million_usd).in(million_usd), WithinRel(crps(lognormal(4.5, 0.5), 6.0), 1e-13));
    CHECK_THAT(log_score(money, 6.0 * million_usd, million_usd), WithinRel(log_score(lognormal(4.5, 0.5), 6.0), 1e-13));
    CHECK_THAT(log_score_in_logs(money, 6.0 * million_usd),
               WithinRel(log_score_in_logs(lognormal(4.5, 0.5), 6.0), 1e-13));
    const auto when = normal(2027y / 1 / 1, 30.0 * day);
    const auto days = normal(0, 30);
    CHECK_THAT(crps(when, date(2027y / 1 / 11)).in(day), WithinRel(crps(days, 10.0), 1e-12));
    CHECK_THAT(log_score(when, date(2027y / 1 / 11), day), WithinRel(log_score(days, 10.0), 1e-12));
    CHECK_THAT(sharpness(when, 0.9).in(day), WithinRel(sharpness(days, 0.9), 1e-9));
    CHECK(is_covered(when, date(2027y / 2 / 1), 0.9));
}

TEST_CASE("both scores are proper: on average the truth is scored best") {
    const auto truth = normal(0, 1);
    const auto mean_scores = [&](const belief<double>& stated) {
        double rank = 0.0;
        double logarithmic = 0.0;
        constexpr int n = 2000;
        for (int i = 0; i < n; ++i) {
            rank += crps(stated, truth.quantile((i + 0.5) / n)) / n;
            logarithmic += log_score(stated, truth.quantile((i + 0.5) / n)) / n;
        }
        return std::pair(rank, logarithmic);
    };
    const auto best = mean_scores(truth);
    CHECK_THAT(best.first, WithinRel(1.0 / headway::sqrt(3.14159265358979), 1e-3));
    for (const auto& other : {normal(0, 0.7), normal(0, 1.4), normal(0.4, 1), student_t(3, 0, 0.9)}) {
        CHECK(mean_scores(other).first > best.first + 0.001);
        CHECK(mean_scores(other).second > best.second + 0.001);
    }
}

TEST_CASE("coverage is the share of transforms in the middle") {
    CHECK(coverage(std::vector<double>{0.04, 0.06, 0.5, 0.94, 0.96}, 0.9) == 0.6);
    CHECK(coverage(std::vector<double>{0.25, 0.75, 0.2, 0.8}, 0.5) == 0.5);
}

TEST_CASE("what cannot be scored is refused by name") {
    const auto refuses = [](auto call, const std::string& words) {
        CHECK_THROWS_MATCHES(call(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const auto b = normal(0, 1);
    for (const double bad : {undefined, infinite, -infinite}) {
        refuses([&] { return crps(b, bad); }, "crps: outcome must be a finite number");
        refuses([&] { return log_score(b, bad); }, "log_score: outcome must be a finite number");
        refuses([&] { return pit(b, bad); }, "pit: outcome must be a finite number");
        refuses([&] { return is_covered(b, bad, 0.9); }, "is_covered: outcome must be a finite number");
    }
    for (const double bad : {undefined, 0.0, -1.0}) {
        refuses([&] { return crps_in_logs(lognormal(1, 1), bad); }, "crps_in_logs: outcome must be > 0");
        refuses([&] { return log_score_in_logs(lognormal(1, 1), bad); }, "log_score_in_logs: outcome must be > 0");
        refuses([&] { return log_score(b, 1.0, bad); }, "log_score: unit must be > 0");
    }
    for (const double bad : {undefined, 0.0, 1.0, 90.0}) {
        refuses([&] { return is_covered(b, 0.0, bad); }, "is_covered: level must be between 0 and 1");
        refuses([&] { return sharpness(b, bad); }, "sharpness: level must be between 0 and 1");
        refuses([&] { return coverage(std::vector{0.5}, bad); }, "coverage: level must be between 0 and 1");
    }
    refuses([] { return crps(log_student_t(30, 1, 0.1), 1.0); }, "crps: infinite for a log-Student-t");
    refuses([] { return crps(mixture({student_t(0.5), 0.1}, {1.0, 0.9}), 1.0); }, "half a degree of freedom or less");
    refuses([] { return crps_in_logs(log_student_t(0.5, 1, 1), 1.0); }, "half a degree of freedom or less");
    refuses([] { return crps_in_logs(integrated(log_student_t(1, 1, 1)), 1.0); }, "beyond the range of numbers");
    refuses([&] { return crps_in_logs(b, 1.0); }, "crps_in_logs: the belief must be about values above zero");
    refuses([] { return crps_in_logs(bernoulli(0.5), 1.0); },
            "crps_in_logs: the belief must be about values above zero");
    refuses([&] { return sharpness_in_logs(b, 0.9); }, "sharpness_in_logs: the belief must be about values above zero");
    refuses([] { return log_score(exactly(1), 1.0); }, "there is no density");
    refuses([] { return pit(exactly(1), 1.0); }, "pit: single values have a probability of their own here");
    refuses([] { return pit(exactly(1), 1.0, 1.5); }, "pit: uniform number must be between 0 and 1, got 1.5");
    refuses([] { return coverage(std::vector<double>{}, 0.9); }, "coverage: no forecasts were scored");
    refuses([] { return coverage(std::vector{1.2}, 0.9); }, "coverage: each pit must be between 0 and 1, got 1.2");
}

TEST_CASE("counts, Paretos and beliefs from quantiles are scored as the area between the two distribution functions") {
    // The area by the trapezium rule, between where next to nothing lies beyond; of counts by the midpoints of fine steps.
    const auto area = [](const belief<double>& b, double y, double from, double to) {
        constexpr int steps = 400'000;
        const double step = (to - from) / steps;
        double sum = 0.0;
        for (int i = 0; i < steps; ++i) {
            const double x = from + (i + 0.5) * step;
            const double apart = b.cdf(x) - (x >= y ? 1.0 : 0.0);
            sum += apart * apart * step;
        }
        return sum;
    };
    const belief<double> quantiles = from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 50}}).between(0, 100);
    for (const double y : {0.5, 3.0, 7.0}) {
        CHECK_THAT(crps(poisson(4.5), y), WithinRel(area(poisson(4.5), y, 0.0, 40.0), 1e-4));
        CHECK_THAT(crps(geometric_trials(0.2), y), WithinRel(area(geometric_trials(0.2), y, 0.0, 200.0), 1e-3));
        const auto mixed = mixture({poisson(3), 0.5}, {normal(0, 1), 0.5});
        CHECK_THAT(crps(mixed, y), WithinRel(area(mixed, y, -10.0, 50.0), 1e-3));
        CHECK_THAT(crps(quantiles, y), WithinRel(area(quantiles, y, 0.0, 100.0), 1e-4));
        const auto heavy = pareto(2, 3.5);
        CHECK_THAT(crps(heavy, y), WithinRel(area(heavy, y, 0.0, 400.0), 1e-3));
    }
    // A Pareto that starts above the outcome: min - y and ∫ (min/x)^2α beyond.
    CHECK_THAT(crps(pareto(2, 0.75), 1.0), WithinRel(1.0 + 2.0 / 0.5, 1e-9));
    CHECK_THROWS_MATCHES(crps(pareto(2, 0.5), 3.0), std::domain_error, MessageMatches(ContainsSubstring("tail index of half or less")));
    CHECK_THROWS_AS(crps(geometric_failures(1e-8), 3.0), std::domain_error);
    CHECK_THROWS_MATCHES(crps(mixture<date>({2027y / 1 / 1, 0.5}, {date::never(), 0.5}), date(2028y / 1 / 1)), std::domain_error,
                         MessageMatches(ContainsSubstring("where 'never' has a probability")));
    CHECK_THAT(crps_in_logs(pareto(2, 3), 2.0), WithinRel(1.0 / 6.0, 1e-9));
    CHECK_THAT(log_score(pareto(2, 3), 2.0), WithinAbs(-std::log(1.5), 1e-14));
}
