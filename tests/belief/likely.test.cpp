// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/likely.hpp>

#include "../reference/tails_and_counts.hpp"
#include "catch.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include <headway/belief/belief_text.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/parse_belief.hpp>
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

constexpr auto lead = likely(0.9, 8.0 * month, 12.0 * month, 24.0 * month);
static_assert(lead.shape() == belief_shape::pert && lead.support().first < 8.0 * month);
static_assert(lead.support().second > 24.0 * month && lead.cdf(8.0 * month) > 0.0499999 &&
              lead.cdf(8.0 * month) < 0.0500001);
constexpr auto opening = likely(0.8, 2027y / 1 / 1, 2027y / 6 / 1, 2028y / 12 / 1);
static_assert(std::same_as<decltype(opening), const belief<date>> && opening.support().second > date(2028y / 12 / 1));

}  // namespace

TEST_CASE("likely: the ends agree with 40-digit references") {
    for (const auto& c : reference::likely_cases) {
        const auto [least, greatest] = likely(c.level, c.lo, c.mode, c.hi).support();
        INFO(c.level << " " << c.lo << " " << c.mode << " " << c.hi);
        CHECK_THAT(least, WithinAbs(c.least, 1e-12 * (c.greatest - c.least)));
        CHECK_THAT(greatest, WithinAbs(c.greatest, 1e-12 * (c.greatest - c.least)));
    }
}

TEST_CASE("likely: as much lies below lo as above hi, and the mode stays") {
    for (const double level : {0.001, 0.1, 0.5, 0.8, 0.9, 0.95, 0.99}) {
        for (const double place : {0.0, 1e-9, 0.01, 0.1, 0.3, 0.5, 0.7, 0.99, 1.0}) {
            const double mode = 2.0 + 3.0 * place;
            const auto b = likely(level, 2.0, mode, 5.0);
            INFO(level << " " << place);
            CHECK_THAT(b.cdf(2.0), WithinRel(0.5 * (1.0 - level), 1e-12));
            CHECK_THAT(b.survival(5.0), WithinRel(0.5 * (1.0 - level), 1e-12));
            CHECK(b.parameters()[1] == mode);
            CHECK(b.pdf(mode) >= b.pdf(mode + 1e-3));
            CHECK(b.pdf(mode) >= b.pdf(mode - 1e-3));
        }
    }
    CHECK_THAT(likely(0.9999, 2.0, 3.0, 5.0).cdf(2.0), WithinRel(0.5e-4, 1e-11));
}

TEST_CASE("likely: where the mode lies decides where it lies between the quantiles, so that there is one solution") {
    for (const double level : {0.001, 0.1, 0.5, 0.9, 0.99, 0.9999}) {
        double before = -1e300;
        for (int k = 0; k <= 400; ++k) {
            const double t = k / 400.0;
            const detail::unit_pert p(t, 1.0 - t, 0.5 * (1.0 - level));
            const double place = (t - p.lo.x) / p.width();
            CHECK(place > before);
            before = place;
            if (k == 0) CHECK(place < 0.0);
        }
        CHECK(before > 1.0);
    }
}

TEST_CASE("likely: units and mirroring do not matter") {
    const auto plain = likely(0.9, 8.0, 12.0, 24.0);
    CHECK_THAT(lead.quantile(0.7).in(month), WithinRel(plain.quantile(0.7), 1e-13));
    const auto mirrored = likely(0.9, -24.0, -12.0, -8.0);
    for (const double p : {0.01, 0.3, 0.5, 0.9})
        CHECK_THAT(-mirrored.quantile_upper(p), WithinRel(plain.quantile(p), 1e-13));
    CHECK(likely(90.0 * percent, 8, 12, 24) == plain);
}

TEST_CASE("likely: it stands as it was given") {
    CHECK(belief_text(lead) == "likely(90 %, 8 months, 12 months, 2 years)");
    CHECK(parse_belief<quantity<dim::time>>("likely(90 %, 8 months, 12 months, 24 months)") == lead);
    CHECK(parse_belief<quantity<dim::time>>(belief_text(lead)) == lead);
    CHECK(belief_text(parse_belief<date>("likely(0.8, 2027-01-01, 2027-06-01, 2028-12-01)")) ==
          "likely(0.8, 2027-01-01, 2027-06-01, 2028-12-01)");
    CHECK(parse_belief<date>("likely(80 %, 2027-01-01, 2027-06-01, 2028-12-01)") == opening);
    CHECK_THROWS_WITH(parse_belief<double>("likely(90 %, 8, 30, 24)"),
                      ContainsSubstring("mode must be between lo and hi"));
    CHECK_THROWS_WITH(parse_belief<double>("likely(90 %, 8, 24)"), ContainsSubstring("a comma"));
    CHECK_THROWS_WITH(parse_belief<double>("likly(90 %, 8, 12, 24)"), ContainsSubstring("did you mean likely?"));
}

TEST_CASE("likely: bad arguments are refused in words") {
    for (const double level : {0.0, 1.0, 90.0, -0.5, undefined}) {
        CHECK_THROWS_MATCHES(likely(level, 1, 2, 3), std::domain_error,
                             MessageMatches(ContainsSubstring("likely: level must be between 0 and 1")));
    }
    CHECK_THROWS_MATCHES(likely(0.9, 3, 3, 3), std::domain_error,
                         MessageMatches(ContainsSubstring("lo must be below hi")));
    CHECK_THROWS_MATCHES(likely(0.9, 1, 4, 3), std::domain_error,
                         MessageMatches(ContainsSubstring("mode must be between lo and hi, got 4")));
    CHECK_THROWS_AS(likely(0.9, 1, undefined, 3), std::domain_error);
    CHECK_THROWS_AS(likely(0.9, undefined, 2, 3), std::domain_error);
}
