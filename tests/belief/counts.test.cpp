// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/counts.hpp>

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
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

static_assert(poisson(4.5).median() == 4.0 && poisson(4.5).mean() == 4.5 && poisson(4.5).variance() == 4.5);
static_assert(geometric_trials(0.25).mean() == 4.0 && geometric_failures(0.25).mean() == 3.0);
static_assert(geometric_trials(0.25).mass(1.0) == 0.25 && geometric_failures(0.25).mass(0.0) == 0.25);
static_assert(geometric_trials(0.25).mass(0.0) == 0.0 && geometric_trials(0.25).support() == std::pair(1.0, infinite));
static_assert(geometric_trials(1).median() == 1.0 && geometric_failures(1).mean() == 0.0);
static_assert(geometric_trials(20.0 * percent) == geometric_trials(0.2) && !poisson(2).has_density());
static_assert(truncated(poisson(4), 4, 4.5) == exactly(4.0) &&
              truncated(poisson(4), 1.5, 7.2) == truncated(poisson(4), 2, 7));
constexpr auto mixed = mixture({poisson(3), 0.5}, {normal(0, 1), 0.3}, {geometric_trials(0.2), 0.2});
static_assert(mixed.mean() == 2.5 && mixed.mass(0.5) == 0.0 && mixed.mass(2.0) > 0.14);

belief<double> made(std::string_view shape, double p) {
    return shape == "poisson" ? poisson(p) : shape == "geometric_trials" ? geometric_trials(p) : geometric_failures(p);
}

}  // namespace

TEST_CASE("counts: probabilities and moments, of what a truncation leaves too, agree with 40-digit sums") {
    for (const auto& c : reference::count_cases) {
        const auto whole = made(c.shape, c.parameter);
        const auto b = c.lo > 0.0 || c.hi < infinite ? truncated(whole, c.lo, c.hi) : whole;
        INFO(c.shape << " " << c.parameter << " in " << c.lo << ", " << c.hi);
        CHECK_THAT(b.parts()[0].part.inside, WithinRel(c.inside, 1e-12));
        CHECK_THAT(b.mean(), WithinRel(c.mean, 1e-13));
        CHECK_THAT(b.stddev(), WithinRel(c.stddev, 1e-12));
        CHECK_THAT(b.mass(c.at), WithinRel(c.mass, 1e-12));
        CHECK_THAT(b.cdf(c.at), WithinRel(c.below, 1e-12));
        CHECK_THAT(b.cdf(c.at + 0.99), WithinRel(c.below, 1e-12));
        CHECK(b.mass(c.at + 0.5) == 0.0);
    }
}

TEST_CASE("counts: quantile undoes cdf and quantile_upper survival at every number") {
    const belief<double> all[] = {poisson(0.01),
                                  poisson(4.5),
                                  poisson(1000),
                                  poisson(5e5),
                                  geometric_trials(0.2),
                                  geometric_trials(0.99),
                                  geometric_failures(0.003),
                                  truncated(poisson(4.5), 2, 9),
                                  truncated(geometric_failures(0.1), 5, 60)};
    for (const auto& b : all) {
        const double step = std::max(1.0, std::floor(b.stddev() / 7.0));
        double mass = 0.0;
        for (double k = b.quantile(1e-12); k <= std::min(b.support().second, b.quantile_upper(1e-14)); k += step) {
            INFO(belief_text(b) << " at " << k);
            // A number so light that it does not raise the rounded cdf cannot be told from the one before.
            if (b.cdf(k) < 1.0 && b.mass(k) > 1e-15) CHECK(b.quantile(b.cdf(k)) == k);
            if (b.survival(k) > 0.0) CHECK(b.quantile_upper(b.survival(k)) == k);
            CHECK_THAT(b.cdf(k) - b.cdf(k - 1.0), WithinAbs(b.mass(k), 1e-14));
            mass += b.mass(k);
        }
        if (step == 1.0) CHECK_THAT(mass, WithinRel(1.0, 1e-10));
    }
    CHECK((poisson(3).quantile(0.0) == 0.0 && poisson(3).quantile(1.0) == infinite &&
           geometric_trials(0.3).quantile(0.0) == 1.0));
    CHECK((poisson(3).cdf(-0.1) == 0.0 && poisson(3).cdf(1e300) == 1.0 && geometric_trials(0.3).cdf(0.99) == 0.0));
    CHECK(truncated(poisson(3), 1, 4).quantile(1.0) == 4.0);
    CHECK(poisson(3).quantile_upper(1e-300) > 150.0);
}

TEST_CASE("counts: in mixtures with what has a density, and truncated there") {
    for (const double k : {0.0, 1.0, 2.0, 5.0, 11.0}) {
        CHECK(mixed.quantile(mixed.cdf(k)) == k);
        CHECK_THAT(mixed.mass(k), WithinAbs(0.5 * poisson(3).mass(k) + 0.2 * geometric_trials(0.2).mass(k), 1e-15));
        CHECK_THAT(mixed.cdf(k + 0.3), WithinRel(0.5 * poisson(3).cdf(k) + 0.3 * normal(0, 1).cdf(k + 0.3) +
                                                     0.2 * geometric_trials(0.2).cdf(k),
                                                 1e-14));
    }
    const auto cut = truncated(mixed, 2.0, 9.0);
    double mean = 0.0;
    for (double k = 2.0; k <= 9.0; k += 1.0) mean += k * mixed.mass(k);
    mean += 0.3 * (normal(0, 1).cdf(9.0) - normal(0, 1).cdf(2.0)) * truncated(normal(0, 1), 2, 9).mean();
    CHECK_THAT(cut.mean(), WithinRel(mean / (mixed.cdf(9.0) - mixed.cdf(2.0) + mixed.mass(2.0)), 1e-12));
}

TEST_CASE("counts: draws one by one and in blocks have the same bits, and their share is the mass") {
    for (const belief<double>& b :
         {belief<double>(poisson(4.5)), belief<double>(geometric_trials(0.2)), mixed, truncated(poisson(4.5), 2, 9)}) {
        const belief_sampler sampler(b);
        double threes = 0.0;
        for (int block = 0; block < 256; ++block) {
            double u[64], drawn[64], sampled[64];
            for (int i = 0; i < 64; ++i) u[i] = (64 * block + i + 0.5) / 16384.0;
            b.draw_block<64>(u, drawn);
            sampler.draw_block<64>(u, sampled);
            bool is_same = true;
            for (int i = 0; i < 64; ++i) {
                is_same = is_same && drawn[i] == b.draw(u[i]);
                is_same = is_same && std::abs(drawn[i] - sampled[i]) <= 1e-12 * std::max(1.0, std::abs(drawn[i]));
                threes += drawn[i] == 3.0 ? 1.0 : 0.0;
            }
            CHECK(is_same);
        }
        CHECK_THAT(threes / 16384.0, WithinAbs(b.mass(3.0), 3.0 / 16384.0));
    }
}

TEST_CASE("counts: text and parameters") {
    CHECK(belief_text(poisson(4.5)) == "poisson(4.5)");
    CHECK(belief_text(geometric_trials(0.2)) == "geometric_trials(0.2)");
    CHECK(parse_belief<double>("geometric_trials(20 %)") == geometric_trials(0.2));
    CHECK(parse_belief<double>("geometric_failures(20 %)") == geometric_failures(0.2));
    CHECK(parse_belief<double>("mixture(50 %: poisson(3), 50 %: 0)") == mixture({poisson(3), 0.5}, {0.0, 0.5}));
    CHECK(parse_belief<double>(belief_text(truncated(poisson(4.5), 2, 7))) == truncated(poisson(4.5), 2, 7));
    CHECK(belief_from<double>(belief_shape::poisson, poisson(4.5).parameters()) == poisson(4.5));
    CHECK_THROWS_MATCHES((belief_from<quantity<dim::time>>(belief_shape::poisson, poisson(4.5).parameters())),
                         std::domain_error, MessageMatches(ContainsSubstring("poisson is a count, a plain number")));
    CHECK_THROWS_WITH(parse_belief<quantity<dim::time>>("poisson(4)"),
                      ContainsSubstring("poisson is about a count, a plain number"));
    CHECK_THROWS_WITH(parse_belief<double>("geometric(0.2)"), ContainsSubstring("geometric"));
}

TEST_CASE("counts: bad arguments are refused in words") {
    for (const double mean : {0.0, -1.0, 500'001.0, infinite, undefined}) {
        CHECK_THROWS_MATCHES(poisson(mean), std::domain_error,
                             MessageMatches(ContainsSubstring("poisson: mean must be > 0 and at most 500000")));
    }
    for (const double p : {0.0, -0.1, 1.5, undefined}) {
        CHECK_THROWS_MATCHES(
            geometric_trials(p), std::domain_error,
            MessageMatches(ContainsSubstring("geometric_trials: probability of success must be above 0")));
        CHECK_THROWS_AS(geometric_failures(p), std::domain_error);
    }
    CHECK_THROWS_MATCHES(poisson(3).pdf(2.0), std::domain_error, MessageMatches(ContainsSubstring("mass(x)")));
    CHECK_THROWS_AS(truncated(poisson(3), 2.1, 2.9), std::domain_error);
}
