// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/makers.hpp>

#include "../reference/belief.hpp"
#include "catch.hpp"

#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

belief<double> made(std::string_view shape, const double (&parameter)[4]) {
    for (int i = 0; i < belief_shape_count; ++i) {
        const auto candidate = static_cast<belief_shape>(i);
        if (name_of(candidate) != shape) continue;
        belief_parameters p;
        p.count = detail::parameter_count(candidate);
        for (int k = 0; k < p.count; ++k) p.value[k] = parameter[k];
        return belief_from<double>(candidate, p);
    }
    throw std::logic_error("no such shape");
}

// Simple facts, at compile time.
static_assert(exactly(3).median() == 3.0 && exactly(3).mean() == 3.0 && exactly(3).variance() == 0.0);
static_assert(exactly(3).cdf(2.9) == 0.0 && exactly(3).cdf(3.0) == 1.0 && exactly(3).survival(3.0) == 0.0);
static_assert(uniform(2, 10).mean() == 6.0 && uniform(2, 10).quantile(0.25) == 4.0 && uniform(2, 10).pdf(3.0) == 0.125);
static_assert(log_uniform(1.0, 100.0).median() > 9.99999 && log_uniform(1.0, 100.0).median() < 10.00001);
static_assert(normal(3.0, 2.0).mean() == 3.0 && normal(3.0, 2.0).stddev() == 2.0 && normal(3.0, 2.0).cdf(3.0) == 0.5);
static_assert(lognormal(4.5, 0.5).median() == 4.5);
static_assert(triangular(0, 1, 2).median() == 1.0 && triangular(0, 1, 2).variance() == 1.0 / 6.0);
static_assert(triangular(0, 0, 2).quantile(0.0) == 0.0 && triangular(0, 2, 2).quantile(1.0) == 2.0);
static_assert(bernoulli(0.25).mean() == 0.25 && bernoulli(0.25).variance() == 0.1875);
static_assert(bernoulli(0.25).quantile(0.75) == 0.0 && bernoulli(0.25).quantile_upper(0.2) == 1.0);
static_assert(bernoulli(1).support() == std::pair(1.0, 1.0) && bernoulli(0).support() == std::pair(0.0, 0.0));
static_assert(bernoulli(1e-300).quantile_upper(1e-301) == 1.0 && bernoulli(1e-300).quantile_upper(1e-299) == 0.0);
static_assert(bernoulli(25.0 * percent) == bernoulli(0.25));
static_assert(pert(0, 0.5, 1).mean() == 0.5 && pert(0, 1, 4).mean() == 8.0 / 6.0);
static_assert(pert(0, 2, 10).median() > 2.0 && pert(0, 2, 10).median() < pert(0, 2, 10).mean());
static_assert(beta(2, 3).mean() == 0.4 && beta(2, 3) == beta(2, 3, 0, 1));
static_assert(gamma(2.5, 4).mean() == 10.0 && gamma(2.5, 4).variance() == 40.0 && gamma(2.5, 4).median() < 10.0);
static_assert(weibull(1, 2).quantile(0.5) > 1.38629 && weibull(1, 2).quantile(0.5) < 1.38630);
static_assert(student_t(3).median() == 0.0 && student_t(4, 10, 3).variance() == 18.0);
static_assert(log_student_t(3, 2, 0.5).median() == 2.0 && log_student_t(3, 2, 0.5).cdf(2.0) == 0.5);

// Units.
constexpr auto money = normal(3.0 * million_usd, 500.0 * thousand_usd);
static_assert(std::same_as<decltype(money.pdf(3.0 * million_usd)), quantity<inverted<dim::money>>>);
static_assert(std::same_as<decltype(money.variance()), quantity<multiplied<dim::money, dim::money>>>);
static_assert(std::same_as<decltype(money.stddev()), quantity<dim::money>>);
static_assert(money.stddev().in(usd) == 500'000.0);
constexpr auto when = normal(2027y / 1 / 1, 2.0 * month);
static_assert(std::same_as<decltype(when), const belief<date>>);
static_assert(std::same_as<decltype(when.mean()), date> && when.mean() == date(2027y / 1 / 1));
static_assert(std::same_as<decltype(when.stddev()), quantity<dim::time>> && when.stddev() == 2.0 * month);
static_assert(std::same_as<decltype(when.variance()), quantity<multiplied<dim::time, dim::time>>>);
static_assert(std::same_as<decltype(when.pdf(date())), quantity<dim::frequency>>);
static_assert(uniform(2027y / 1 / 1, 2027y / 1 / 3).median() == date(2027y / 1 / 2));
static_assert(triangular(2027y / 1 / 1, 2027y / 1 / 2, 2027y / 1 / 3).mean() == date(2027y / 1 / 2));
static_assert(beta(2, 2, 2027y / 1 / 1, 2027y / 1 / 3).mean() == date(2027y / 1 / 2));
static_assert(student_t(5, 2027y / 1 / 1, 3.0 * month).median() == date(2027y / 1 / 1));
static_assert(exactly(std::chrono::sys_days(2027y / 1 / 1)) == exactly(2027y / 1 / 1));
static_assert(exactly(2027y / 2 / std::chrono::last).median() == date(2027y / 2 / 28));
static_assert(exactly(std::chrono::days{2}).median() == 2.0 * day);
static_assert(std::same_as<decltype(weibull(1.5, 3.0 * year)), belief<quantity<dim::time>>>);

}  // namespace

TEST_CASE("probabilities and densities of every shape agree with 40-digit references") {
    for (const auto& point : reference::belief_points) {
        const auto b = made(point.shape, point.parameter);
        INFO(point.shape << " " << point.parameter[0] << " " << point.parameter[1] << " " << point.parameter[2] << " "
                         << point.parameter[3] << " at " << point.x);
        // At 1e-300 the last place of x alone moves a steep tail by some 1e-11.
        CHECK_THAT(b.cdf(point.x), WithinRel(point.below, point.below < 1e-100 ? 2e-11 : 1e-13));
        CHECK_THAT(b.survival(point.x), WithinRel(point.above, point.above < 1e-100 ? 2e-11 : 1e-13));
        if (point.density > 1e-290) CHECK_THAT(b.pdf(point.x), WithinRel(point.density, 1e-12));
        if (point.density == 0.0) CHECK(b.pdf(point.x) < 1e-300);
    }
}

TEST_CASE("mean and variance of every shape agree with 40-digit references") {
    for (const auto& golden : reference::belief_moments_table) {
        const auto b = made(golden.shape, golden.parameter);
        INFO(golden.shape << " " << golden.parameter[0] << " " << golden.parameter[1] << " " << golden.parameter[2]);
        CHECK(b.has_mean() == (golden.mean == golden.mean));
        CHECK(b.has_variance() == (golden.variance == golden.variance));
        if (b.has_mean()) CHECK_THAT(b.mean(), WithinRel(golden.mean, 1e-14) || WithinAbs(golden.mean, 1e-300));
        if (b.has_variance()) {
            CHECK_THAT(b.variance(), WithinRel(golden.variance, 1e-13));
            CHECK_THAT(b.stddev() * b.stddev(), WithinRel(b.variance(), 1e-15));
        }
    }
}

TEST_CASE("cdf undoes quantile from 1e-300 to 1 - 1e-16") {
    struct { belief<double> b; double tolerance; } const shapes[] = {
        {uniform(0, 3), 1e-15},      {normal(0, 2), 1e-12},       {lognormal(4.5, 0.5), 1e-12}, {triangular(0, 1, 3), 1e-15},
        {pert(0, 1, 3), 1e-12},      {beta(2, 3.5), 1e-12},       {gamma(2.5, 3), 1e-12},       {weibull(1.5, 2), 1e-12},
        {student_t(3), 1e-12},       {student_t(50, 0, 2), 1e-12}, {log_student_t(1000, 3, 0.1), 1e-12}};
    for (const auto& [b, tolerance] : shapes) {
        double before = -infinite;
        for (const double p : {1e-300, 1e-200, 1e-100, 1e-30, 1e-16, 1e-10, 1e-5, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99}) {
            INFO(name_of(b.shape()) << " p " << p);
            CHECK_THAT(b.cdf(b.quantile(p)), WithinRel(p, tolerance));
            CHECK(b.quantile(p) >= before);
            before = b.quantile(p);
        }
        for (const double p : {1.0 - 1e-5, 1.0 - 1e-10, 1.0 - 1e-16}) {
            INFO(name_of(b.shape()) << " p " << p);
            CHECK_THAT(b.cdf(b.quantile(p)), WithinAbs(p, 2e-16));
            CHECK(b.quantile(p) > before);
            before = b.quantile(p);
        }
    }
    // A support that neither starts nor ends at 0 rounds a tiny share of it away; the value is then as near as can be.
    for (const auto& b : {uniform(2, 10), log_uniform(2, 10)}) {
        CHECK(b.quantile(1e-300) == 2.0);
        for (const double p : {0.01, 0.3, 0.5, 0.7, 0.99}) CHECK_THAT(b.cdf(b.quantile(p)), WithinRel(p, 1e-14));
    }
}

TEST_CASE("survival undoes quantile_upper from 1e-300 on where the support has no upper end") {
    for (const auto& b : {normal(0, 2), lognormal(4.5, 0.5), gamma(2.5, 3), weibull(1.5, 2), student_t(3),
                          log_student_t(1000, 3, 0.1)}) {
        for (const double q : {1e-300, 1e-100, 1e-30, 1e-16, 1e-5, 0.3, 0.5, 0.9}) {
            INFO(name_of(b.shape()) << " q " << q);
            CHECK_THAT(b.survival(b.quantile_upper(q)), WithinRel(q, 1e-12));
        }
    }
}

TEST_CASE("mean and variance are those of the quantile function") {
    for (const auto& b : {uniform(2, 10), log_uniform(2, 10), normal(3, 2), lognormal(4.5, 0.5), triangular(1, 2.5, 10),
                          pert(1, 2.5, 10), beta(2, 3.5), gamma(2.5, 3), weibull(1.5, 2), student_t(9, 1, 2)}) {
        double sum = 0.0;
        double squares = 0.0;
        constexpr int n = 20'000;
        for (int i = 0; i < n; ++i) {
            // Gauss' two points in every n-th
            for (const double offset : {0.21132486540518712, 0.78867513459481288}) {
                const double x = b.quantile((i + offset) / n);
                sum += x / (2 * n);
                squares += (x - b.mean()) * (x - b.mean()) / (2 * n);
            }
        }
        INFO(name_of(b.shape()));
        CHECK_THAT(sum, WithinRel(b.mean(), 1e-4));
        CHECK_THAT(squares, WithinRel(b.variance(), 3e-3));
    }
}

TEST_CASE("the density is the slope of the distribution function") {
    for (const auto& b : {log_uniform(2, 10), normal(3, 2), lognormal(4.5, 0.5), triangular(1, 2.5, 10), pert(1, 2.5, 10),
                          beta(2, 3.5), gamma(2.5, 3), weibull(1.5, 2), student_t(3, 1, 2), log_student_t(4, 3, 0.5)}) {
        for (const double p : {0.05, 0.4, 0.8}) {
            const double x = b.quantile(p);
            const double h = 1e-5 * b.quantile(0.9);
            INFO(name_of(b.shape()) << " p " << p);
            CHECK_THAT((b.cdf(x + h) - b.cdf(x - h)) / (2.0 * h), WithinRel(b.pdf(x), 1e-6));
        }
        const auto [lo, hi] = b.support();
        if (lo > -infinite) CHECK((b.pdf(lo - 1.0) == 0.0 && b.cdf(lo - 1.0) == 0.0 && b.survival(lo - 1.0) == 1.0));
        if (hi < infinite) CHECK((b.pdf(hi + 1.0) == 0.0 && b.cdf(hi + 1.0) == 1.0 && b.survival(hi + 1.0) == 0.0));
    }
}

TEST_CASE("the density at an end of the support is its limit there") {
    CHECK((beta(1, 3).pdf(0.0) == 3.0 && beta(3, 1).pdf(1.0) == 3.0 && beta(1, 1, 2, 4).pdf(2.0) == 0.5));
    CHECK((beta(2, 3).pdf(0.0) == 0.0 && beta(0.5, 3).pdf(0.0) == infinite && beta(2, 0.5).pdf(1.0) == infinite));
    CHECK((pert(0, 0, 1).pdf(0.0) == 5.0 && pert(0, 1, 2).pdf(0.0) == 0.0));
    CHECK((gamma(1, 2).pdf(0.0) == 0.5 && gamma(2, 2).pdf(0.0) == 0.0 && gamma(0.5, 2).pdf(0.0) == infinite));
    CHECK((weibull(1, 2).pdf(0.0) == 0.5 && weibull(2, 2).pdf(0.0) == 0.0 && weibull(0.5, 2).pdf(0.0) == infinite));
    CHECK((triangular(0, 0, 4).pdf(0.0) == 0.5 && triangular(0, 4, 4).pdf(4.0) == 0.5 && triangular(0, 1, 4).pdf(1.0) == 0.5));
    CHECK(log_student_t(3, 1, 2).pdf(0.0) == infinite);
    CHECK((lognormal(1, 2).pdf(0.0) == 0.0 && uniform(1, 3).pdf(1.0) == 0.5 && uniform(1, 3).pdf(3.0) == 0.5));
    for (const auto& b : {normal(0, 1), lognormal(1, 2), gamma(2, 2), weibull(2, 2), student_t(3), log_student_t(3, 1, 2)}) {
        CHECK((b.pdf(infinite) == 0.0 && b.cdf(infinite) == 1.0 && b.survival(infinite) == 0.0));
        CHECK((b.pdf(-infinite) == 0.0 && b.cdf(-infinite) == 0.0 && b.survival(-infinite) == 1.0));
    }
}

TEST_CASE("special cases of one shape are another shape") {
    for (const double p : {1e-20, 0.01, 0.3, 0.5, 0.8, 0.999}) {
        CHECK_THAT(beta(1, 1, 2, 10).quantile(p), WithinRel(uniform(2, 10).quantile(p), 1e-14));
        CHECK_THAT(gamma(1, 3).quantile(p), WithinRel(weibull(1, 3).quantile(p), 1e-13));
        CHECK_THAT(beta(1, 2, 0, 3).quantile(p), WithinRel(triangular(0, 0, 3).quantile(p), 1e-13));
        CHECK_THAT(student_t(1e6).quantile(p), WithinRel(normal(0, 1).quantile(p), 1e-4) || WithinAbs(0.0, 1e-12));
        CHECK_THAT(pert(1, 2.5, 10).quantile(p), WithinRel(beta(1 + 6.0 / 9, 1 + 30.0 / 9, 1, 10).quantile(p), 1e-13));
    }
}

TEST_CASE("a heavy tail has no moments and says so") {
    CHECK_FALSE(student_t(1).has_mean());
    CHECK_FALSE(student_t(2).has_variance());
    CHECK((student_t(2).has_mean() && student_t(1.0001).has_mean() && student_t(2.0001).has_variance()));
    CHECK(student_t(1.5, 7, 2).mean() == 7.0);
    CHECK_THROWS_MATCHES(student_t(1).mean(), std::domain_error, MessageMatches(ContainsSubstring("mean: undefined")));
    CHECK_THROWS_MATCHES(student_t(2).variance(), std::domain_error,
                         MessageMatches(ContainsSubstring("variance: infinite or undefined")));
    CHECK_THROWS_AS(student_t(2).stddev(), std::domain_error);
    CHECK_THROWS_AS(student_t(0.5).variance(), std::domain_error);
    // However many degrees of freedom: the exponential outgrows every power.
    CHECK_FALSE(log_student_t(1e6, 1, 0.1).has_mean());
    CHECK_FALSE(log_student_t(1e6, 1, 0.1).has_variance());
    CHECK_THROWS_MATCHES(log_student_t(30, 1, 0.1).mean(), std::domain_error,
                         MessageMatches(ContainsSubstring("infinite for every log-Student-t")));
    CHECK_THROWS_AS(log_student_t(30, 1, 0.1).variance(), std::domain_error);
}

TEST_CASE("a log-Student-t is the exponential of a Student-t, and infinite where that is too large for a number") {
    const auto b = log_student_t(7, 20.0, 0.3);
    const auto logs = student_t(7, headway::log(20.0), 0.3);
    for (const double p : {1e-6, 0.01, 0.3, 0.5, 0.8, 0.999}) {
        CHECK_THAT(b.quantile(p), WithinRel(headway::exp(logs.quantile(p)), 1e-14));
        CHECK_THAT(b.cdf(headway::exp(logs.quantile(p))), WithinRel(p, 1e-13));
    }
    CHECK(b.support() == std::pair(0.0, infinite));
    CHECK(log_student_t(1, 1, 1).quantile(0.9999) == infinite);
    CHECK(log_student_t(1, 1, 1).quantile(0.0001) == 0.0);
    CHECK(log_student_t(7, 20.0 * usd, 0.3).quantile(0.8).in(usd) == b.quantile(0.8));
}

TEST_CASE("shape and parameters make the same belief again") {
    const std::vector<belief<double>> all = {
        exactly(0.1), uniform(-1.0 / 3, 0.7), log_uniform(0.1, 0.3), normal_ci(0.7, 0.1, 0.3), lognormal_ci(0.7, 0.1, 0.3),
        around(0.1, 1.1), triangular(0.1, 0.2, 0.3), pert(0.1, 0.2, 0.3), beta(0.1, 0.2, 0.3, 0.4), gamma(0.1, 0.2),
        weibull(0.1, 0.2), student_t(0.1, 0.2, 0.3), log_student_t(0.1, 0.2, 0.3), bernoulli(0.1)};
    for (const auto& b : all) {
        INFO(name_of(b.shape()));
        const auto again = belief_from<double>(b.shape(), b.parameters());
        CHECK(again == b);
        for (const double p : {0.001, 0.4, 0.9}) CHECK(again.quantile(p) == b.quantile(p));
        for (const auto& other : all) CHECK((b == other) == (&b == &other));
    }
    CHECK(belief_from<date>(belief_shape::normal, when.parameters()) == when);
    const auto refuses = [](belief_shape shape, belief_parameters p, const std::string& words) {
        CHECK_THROWS_MATCHES(belief_from<date>(shape, p), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    refuses(belief_shape::uniform, {{1.0}, 1}, "belief_from: uniform takes 2 parameters, got 1");
    refuses(belief_shape::mixture, {}, "belief_from: mixture is not made of numbers alone");
    refuses(belief_shape::truncated, {{1.0, 2.0}, 2}, "call truncated(...)");
    refuses(belief_shape::gamma, {{1.0, 2.0}, 2}, "belief_from: gamma needs a zero, which dates have not");
    refuses(belief_shape::log_student_t, {{1.0, 2.0, 1.0}, 3}, "log_student_t needs a zero, which dates have not");
    refuses(belief_shape::uniform, {{2.0, 1.0}, 2}, "uniform: lo must be below hi");
}

TEST_CASE("bad arguments are refused by name") {
    const auto refuses = [](auto make, const std::string& words) {
        CHECK_THROWS_MATCHES(make(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    for (const double bad : {undefined, infinite, -infinite}) {
        refuses([=] { return exactly(bad); }, "exactly: value must be a finite number, got");
        refuses([=] { return uniform(bad, 1); }, "uniform: lo must be a finite number");
        refuses([=] { return uniform(1, bad); }, "uniform: hi must be a finite number");
        refuses([=] { return log_uniform(bad, 1); }, "log_uniform: lo must be > 0 and finite");
        refuses([=] { return log_uniform(1, bad); }, "log_uniform: hi must be a finite number");
        refuses([=] { return normal(bad, 1); }, "normal: mean must be a finite number");
        refuses([=] { return normal(1, bad); }, "normal: standard deviation must be > 0 and finite");
        refuses([=] { return lognormal(bad, 1); }, "lognormal: median must be > 0 and finite");
        refuses([=] { return lognormal(1, bad); }, "lognormal: sigma of the logarithm");
        refuses([=] { return triangular(bad, 1, 2); }, "triangular: lo");
        refuses([=] { return triangular(0, bad, 2); }, "triangular: mode must be between lo and hi");
        refuses([=] { return triangular(0, 1, bad); }, "triangular: hi");
        refuses([=] { return pert(bad, 1, 2); }, "pert: lo");
        refuses([=] { return pert(0, bad, 2); }, "pert: mode");
        refuses([=] { return pert(0, 1, bad); }, "pert: hi");
        refuses([=] { return beta(bad, 1); }, "beta: a must be between");
        refuses([=] { return beta(1, bad); }, "beta: b must be between");
        refuses([=] { return beta(1, 1, bad, 1); }, "beta: lo");
        refuses([=] { return beta(1, 1, 0, bad); }, "beta: hi");
        refuses([=] { return gamma(bad, 1); }, "gamma: shape");
        refuses([=] { return gamma(1, bad); }, "gamma: scale must be > 0 and finite");
        refuses([=] { return weibull(bad, 1); }, "weibull: shape");
        refuses([=] { return weibull(1, bad); }, "weibull: scale");
        refuses([=] { return student_t(bad); }, "student_t: degrees of freedom");
        refuses([=] { return student_t(1, bad, 1); }, "student_t: location");
        refuses([=] { return student_t(1, 0, bad); }, "student_t: scale");
        refuses([=] { return log_student_t(bad, 1, 1); }, "log_student_t: degrees of freedom");
        refuses([=] { return log_student_t(1, bad, 1); }, "log_student_t: median must be > 0 and finite");
        refuses([=] { return log_student_t(1, 1, bad); }, "log_student_t: scale of the logarithm must be > 0 and finite");
        refuses([=] { return bernoulli(bad); }, "bernoulli: probability must be between 0 and 1");
    }
    refuses([] { return uniform(2.0 * million_usd, 1.0 * usd); }, "uniform: lo must be below hi, got 2.00000 million USD");
    refuses([] { return uniform(1, 1); }, "uniform: lo must be below hi, got 1 and 1");
    refuses([] { return log_uniform(0, 1); }, "log_uniform: lo must be > 0");
    refuses([] { return normal(0, 0); }, "normal: standard deviation must be > 0 and finite, got 0");
    refuses([] { return normal(2027y / 1 / 1, -2.0 * month); }, "normal: standard deviation must be > 0 and finite, got -2");
    refuses([] { return lognormal(-1, 1); }, "lognormal: median must be > 0 and finite, got -1");
    refuses([] { return lognormal(1, 0); }, "lognormal: sigma of the logarithm must be > 0 and finite, got 0");
    refuses([] { return triangular(0, 3, 2); }, "triangular: mode must be between lo and hi, got 3");
    refuses([] { return pert(2, 3, 1); }, "pert: lo must be below hi");
    refuses([] { return beta(0, 1); }, "beta: a must be between 0.01 and 1000000, got 0");
    refuses([] { return gamma(0, 1); }, "gamma: shape");
    refuses([] { return gamma(1, 0); }, "gamma: scale");
    refuses([] { return weibull(0, 1); }, "weibull: shape must be between 0.01 and 1000000, got 0");
    refuses([] { return student_t(0); }, "student_t: degrees of freedom must be between 0.1 and 1000000 (for more use normal)");
    refuses([] { return log_student_t(2e6, 1, 1); }, "(for more use lognormal), got 2e+06");
    refuses([] { return log_student_t(2, 0.0 * usd, 1); }, "log_student_t: median must be > 0 and finite, got 0");
    refuses([] { return bernoulli(1.5); }, "bernoulli: probability must be between 0 and 1, got 1.5");
    refuses([] { return exactly(-date::never().seconds_since_1970()); }, "exactly: value must be a finite number, got -inf");
    refuses([] { return exactly(date::never().seconds_since_1970()); }, "exactly: value must be a finite number, got inf");
    refuses([] { return exactly(1.0 / 0.0 * usd); }, "exactly: value must be a finite number, got inf");
    refuses([] { return belief<double>(std::numeric_limits<double>::infinity()); }, "exactly: value must be a finite number");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    refuses([nan] { return exactly(date::from_seconds_since_1970(nan)); }, "exactly: value must be a finite number, got nan");
}

TEST_CASE("a date can be sure of never") {
    constexpr auto sure = exactly(date::never());
    static_assert(sure == belief<date>(date::never()) && sure.shape() == belief_shape::exactly);
    CHECK(belief_from<date>(sure.shape(), sure.parameters()) == sure);
    for (const double p : {0.0, 1e-300, 0.3, 1.0}) {
        CHECK((sure.quantile(p).is_never() && sure.quantile_upper(p).is_never()));
    }
    CHECK((sure.support().first.is_never() && sure.support().second.is_never()));
    CHECK((sure.cdf(date(9999y / 1 / 1)) == 0.0 && sure.survival(date(9999y / 1 / 1)) == 1.0));
    CHECK((sure.cdf(date::never()) == 1.0 && sure.survival(date::never()) == 0.0));
    CHECK((sure.mass(date::never()) == 1.0 && sure.mass(date()) == 0.0 && !sure.has_density()));
    CHECK_FALSE((sure.has_mean() || sure.has_variance()));
    CHECK_THROWS_MATCHES(sure.mean(), std::domain_error, MessageMatches(ContainsSubstring("where 'never' has a probability")));
    CHECK_THROWS_MATCHES(sure.stddev(), std::domain_error, MessageMatches(ContainsSubstring("where 'never' has a probability")));
    const double never = std::numeric_limits<double>::infinity();
    double u[64], drawn[64];
    for (int i = 0; i < 64; ++i) u[i] = (i + 0.5) / 64.0;
    sure.draw_block<64>(u, drawn);
    for (const double x : drawn) CHECK(x == never);
    sure.draw_from_normal_block<64>(u, drawn);
    for (const double x : drawn) CHECK(x == never);
    CHECK((sure.draw(0.5) == never && sure.draw_from_normal(-3.0) == never));
}

TEST_CASE("a block of bernoulli draws has the quantiles of its numbers, at the step and at the ends too") {
    for (const double p : {0.0, 1e-300, 0.25, 0.3, 0.5, 1.0 - 0x1p-53, 1.0}) {
        const auto b = bernoulli(p);
        const double step = b.cdf(0.0);
        double u[64] = {0x1p-54, 1.0 - 0x1p-53, 1.0, 0.5, step, std::nextafter(step, 0.0), std::nextafter(step, 1.0)};
        for (int i = 7; i < 64; ++i) u[i] = (i + 0.5) / 64.0;
        double drawn[64];
        b.draw_block<64>(u, drawn);
        for (int i = 0; i < 64; ++i) {
            if (u[i] > 0.0) CHECK(drawn[i] == b.quantile(u[i]));
        }
    }
}
