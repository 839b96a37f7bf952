// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/pareto.hpp>

#include "../reference/tails_and_counts.hpp"
#include "catch.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string_view>

#include <headway/belief/belief_sampler.hpp>
#include <headway/belief/belief_text.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/parse_belief.hpp>
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

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

static_assert(pareto(2, 3).survival(4.0) > 0.12499999 && pareto(2, 3).survival(4.0) < 0.12500001);
static_assert(pareto(2, 3).mean() == 3.0 && pareto(2, 3).support() == std::pair(2.0, infinite));
static_assert(lomax(2, 3).mean() == 1.0 && lomax(2, 3).survival(2.0) > 0.12499 && lomax(2, 3).support().first == 0.0);
static_assert(generalized_pareto(1, 2, 0).mean() == 3.0 && generalized_pareto(1, 2, -0.5).support().second == 5.0);
constexpr auto outage = generalized_pareto(2027y / 1 / 1, 2.0 * month, 0.2);
static_assert(std::same_as<decltype(outage), const belief<date>> && outage.quantile(0.0) == date(2027y / 1 / 1));
constexpr auto run_size = pareto(1e24 * flop, 1.3);
static_assert(run_size.has_mean() && !run_size.has_variance());

belief<double> made(std::string_view shape, const double (&p)[3]) {
    if (shape == "pareto") return pareto(p[0], p[1]);
    return shape == "lomax" ? lomax(p[0], p[1]) : generalized_pareto(p[0], p[1], p[2]);
}

}  // namespace

TEST_CASE("pareto: probabilities and densities agree with 40-digit references") {
    for (const auto& point : reference::pareto_points) {
        const auto b = made(point.shape, point.parameter);
        INFO(point.shape << " " << point.parameter[0] << " " << point.parameter[1] << " at " << point.x);
        // Beside a threshold that is not 0 the last place of x alone moves a small probability.
        const double slack = 3e-16 * std::abs(b.support().first) * point.density;
        CHECK_THAT(b.cdf(point.x), WithinRel(point.below, 1e-13) || WithinAbs(point.below, slack));
        CHECK_THAT(b.survival(point.x), WithinRel(point.above, 1e-13));
        CHECK_THAT(b.pdf(point.x), WithinRel(point.density, 1e-12));
        // From the side that tells more of it.
        const double back = point.below < point.above ? b.quantile(point.below) : b.quantile_upper(point.above);
        CHECK_THAT(back, WithinRel(point.x, 1e-13));
        CHECK_THAT(b.survival(b.quantile_upper(1e-200)), WithinRel(1e-200, 1e-12) || WithinAbs(0.0, 1e-16));
    }
}

TEST_CASE("pareto: moments, of what a truncation leaves too, agree with 40-digit references") {
    for (const auto& m : reference::pareto_moments_table) {
        const auto whole = made(m.shape, m.parameter);
        const auto b = m.lo > -infinite || m.hi < infinite ? truncated(whole, m.lo, m.hi) : whole;
        INFO(m.shape << " " << m.parameter[0] << " " << m.parameter[1] << " " << m.parameter[2] << " in " << m.lo
                     << ", " << m.hi);
        CHECK(b.has_mean() == (m.mean < infinite));
        CHECK(b.has_variance() == (m.stddev < infinite));
        if (b.has_mean()) CHECK_THAT(b.mean(), WithinRel(m.mean, 1e-13));
        if (b.has_variance()) CHECK_THAT(b.stddev(), WithinRel(m.stddev, 1e-11));
        CHECK_THAT(b.cdf(b.quantile(0.3)), WithinRel(0.3, 1e-10));
    }
}

TEST_CASE("pareto: infinite moments are told, and a cut brings them back") {
    CHECK_FALSE(pareto(1, 1).has_mean());
    CHECK_FALSE(pareto(1, 2).has_variance());
    CHECK((pareto(1, 1.0001).has_mean() && pareto(1, 2.0001).has_variance()));
    CHECK_THROWS_MATCHES(pareto(1, 0.9).mean(), std::domain_error,
                         MessageMatches(ContainsSubstring("tail index is 1 or less")));
    CHECK_THROWS_MATCHES(lomax(1, 1.5).stddev(), std::domain_error,
                         MessageMatches(ContainsSubstring("tail index is 2 or less")));
    CHECK_FALSE(generalized_pareto(0, 1, 1).has_mean());
    CHECK_FALSE(generalized_pareto(0, 1, 0.5).has_variance());
    CHECK(truncated(pareto(1, 0.9), 1, 1e6).has_variance());
    CHECK_FALSE(truncated(pareto(1, 0.9), 2, infinite).has_mean());
}

TEST_CASE("pareto: the three are one another in other words") {
    for (const double p : {1e-12, 0.01, 0.5, 0.9, 1.0 - 1e-9}) {
        CHECK_THAT(pareto(2, 3).quantile(p) - 2.0,
                   WithinAbs(lomax(2, 3).quantile(p), 1e-15 * pareto(2, 3).quantile(p)));
        CHECK_THAT(lomax(2, 4).quantile(p), WithinRel(generalized_pareto(0, 0.5, 0.25).quantile(p), 1e-13));
        CHECK_THAT(generalized_pareto(0, 3, 0).quantile(p), WithinRel(gamma(1, 3).quantile(p), 1e-13));
        CHECK_THAT(generalized_pareto(1, 2, -1).quantile(p), WithinRel(uniform(1, 3).quantile(p), 1e-13));
    }
    // What lies beyond a threshold is one again.
    const auto beyond = truncated(lomax(2, 3), 10, infinite);
    for (const double q : {0.9, 0.3, 1e-6})
        CHECK_THAT(beyond.quantile_upper(q), WithinRel(10.0 + lomax(12, 3).quantile_upper(q), 1e-12));
}

TEST_CASE("pareto_from_share: the greatest 20 % have 80 %") {
    const auto b = pareto_from_share(1.0, 0.2, 0.8);
    CHECK_THAT(b.parameters()[1], WithinRel(1.1609640474436812, 1e-15));
    // The share of the sum above the quantile at 80 %, from the mean of what lies above it.
    CHECK_THAT(truncated(b, b.quantile_upper(0.2), infinite).mean() * 0.2 / b.mean(), WithinRel(0.8, 1e-12));
    CHECK(pareto_from_share(1.0 * megawatt, 1.0 * percent, 0.5).has_mean());
    CHECK_THROWS_MATCHES(pareto_from_share(1.0, 0.8, 0.2), std::domain_error,
                         MessageMatches(ContainsSubstring("pareto_from_share: share must be above top and below 1")));
    CHECK_THROWS_MATCHES(pareto_from_share(1.0, 20, 80), std::domain_error,
                         MessageMatches(ContainsSubstring("top must be between 0 and 1 (0.2 for the greatest 20 %)")));
    CHECK_THROWS_AS(pareto_from_share(1.0, undefined, 0.8), std::domain_error);
}

TEST_CASE("pareto: the density at the end of a support is its limit") {
    CHECK(pareto(2, 3).pdf(2.0) == 1.5);
    CHECK(lomax(2, 3).pdf(0.0) == 1.5);
    CHECK(generalized_pareto(1, 2, -0.5).pdf(5.0) == 0.0);
    CHECK(generalized_pareto(1, 2, -1).pdf(3.0) == 0.5);
    CHECK(generalized_pareto(1, 2, -2).pdf(2.0) == infinite);
    CHECK((pareto(2, 3).pdf(1.9) == 0.0 && pareto(2, 3).pdf(infinite) == 0.0 && pareto(2, 3).cdf(infinite) == 1.0));
}

TEST_CASE("pareto: draws, parameters and text like those of every other shape") {
    const belief<double> all[] = {pareto(2, 3.5), lomax(0.1, 1.5), generalized_pareto(1, 2, 0.2),
                                  generalized_pareto(1, 2, -0.5), truncated(pareto(2, 3.5), 3, 30)};
    for (const auto& b : all) {
        double u[64], drawn[64], sampled[64];
        for (int i = 0; i < 64; ++i) u[i] = (i + 0.4) / 64.0;
        b.draw_block<64>(u, drawn);
        belief_sampler(b).draw_block<64>(u, sampled);
        const double width = b.quantile(0.75) - b.quantile(0.25);
        for (int i = 0; i < 64; ++i) {
            CHECK(drawn[i] == b.quantile(u[i]));
            CHECK_THAT(sampled[i], WithinAbs(drawn[i], 1e-13 * std::max(drawn[i], width)));
        }
        CHECK(parse_belief<double>(belief_text(b)) == b);
        if (b.shape() != belief_shape::truncated) CHECK(belief_from<double>(b.shape(), b.parameters()) == b);
    }
    CHECK(belief_text(pareto(1e24 * flop, 1.3)) == "pareto(1e+24 FLOP, 1.3)");
    CHECK(belief_text(generalized_pareto(date(2027y / 1 / 1), 2.0 * month, 0.2)) ==
          "generalized_pareto(2027-01-01, 2 months, 0.2)");
    CHECK(parse_belief<quantity<dim::power>>("lomax(5 MW, 1.2)") == lomax(5.0 * megawatt, 1.2));
    const auto read = parse_belief<double>("pareto_from_share(1, 20 %, 80 %)");
    CHECK(read == pareto_from_share(1, 0.2, 0.8));
    CHECK(belief_text(read) == "pareto_from_share(1, 20 %, 80 %)");
    CHECK_THROWS_AS(parse_belief<date>("pareto(2027-01-01, 1.2)"), parse_error);
    CHECK_THROWS_AS(belief_from<date>(belief_shape::lomax, pareto(2, 3).parameters()), std::domain_error);
}

TEST_CASE("pareto: bad arguments are refused in words") {
    for (const double x : {0.0, -1.0, infinite, undefined}) {
        CHECK_THROWS_MATCHES(pareto(x, 2), std::domain_error,
                             MessageMatches(ContainsSubstring("pareto: minimum must be > 0")));
        CHECK_THROWS_MATCHES(lomax(x, 2), std::domain_error,
                             MessageMatches(ContainsSubstring("lomax: scale must be > 0")));
        CHECK_THROWS_MATCHES(generalized_pareto(0, x, 0.1), std::domain_error,
                             MessageMatches(ContainsSubstring("scale must be > 0")));
        CHECK_THROWS_MATCHES(pareto(1, x), std::domain_error,
                             MessageMatches(ContainsSubstring("tail index must be between 0.01")));
    }
    CHECK_THROWS_AS(generalized_pareto(undefined, 1, 0.1), std::domain_error);
    for (const double tail : {undefined, infinite, -101.0}) {
        CHECK_THROWS_MATCHES(generalized_pareto(0, 1, tail), std::domain_error,
                             MessageMatches(ContainsSubstring("tail must be between")));
    }
    CHECK_THROWS_MATCHES(generalized_pareto(1e18, 1, -1), std::domain_error,
                         MessageMatches(ContainsSubstring("above the threshold")));
}
