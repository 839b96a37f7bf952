// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/interval.hpp>

#include "catch.hpp"

#include <limits>
#include <stdexcept>
#include <string>

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

constexpr bool near(double got, double wanted, double relative) {
    const double off = got / wanted - 1.0;
    return off < relative && off > -relative;
}

// Published values: MODELS, "Beliefs".
static_assert(near(ci90(2.0, 10.0).median(), 4.47213595499958, 1e-15));
static_assert(near(ci90(2.0, 10.0).mean(), 5.040681441482296, 1e-15));
static_assert(near(lognormal_ci(0.8, 2.5, 9.0).parameters()[1], 0.49975899522924255, 1e-15));
static_assert(near(lognormal_ci(0.8, 2.5, 9.0).median(), 4.743416490252569, 1e-15));
static_assert(near(ci90(3.0, 5.5).median(), 4.062019202317981, 1e-15));
static_assert(near(ci90(3.0, 5.5).mean(), 4.131558213901449, 1e-15));

// The ends lie where the level says; an interval of any shape is the same shape given by its parameters.
static_assert(near(ci90(2.0, 10.0).quantile(0.05), 2.0, 1e-15) && near(ci90(2.0, 10.0).quantile(0.95), 10.0, 1e-15));
static_assert(near(normal_ci(0.5, -1.0, 3.0).quantile(0.25), -1.0, 1e-14));
static_assert(near(normal_ci(0.5, -1.0, 3.0).quantile_upper(0.25), 3.0, 1e-14));
static_assert(normal_ci(0.5, -1.0, 3.0).mean() == 1.0);
static_assert(ci90(2.0, 10.0) == lognormal_ci(0.9, 2, 10));
static_assert(ci90(2.0, 10.0).shape() == belief_shape::lognormal);
static_assert(normal_ci(0.5, -1.0, 3.0).shape() == belief_shape::normal);

// Exact moments of the widest interval that the acceptance tests know: sigma = ln(50333333/5)/(2·1.6448536269514722).
static_assert(near(ci90(5.0, 50'333'333.0).median(), 15864.005326524572, 1e-15));
static_assert(near(ci90(5.0, 50'333'333.0).mean(), 2614965768.4610536, 1e-14));

// Quantities, with their unit, whatever the unit was; shares and chrono durations.
constexpr auto cost = ci90(80.0 * million_usd, 200.0 * million_usd);
static_assert(std::same_as<decltype(cost)::value_type, quantity<dim::money>>);
static_assert(near(cost.median().in(million_usd), 126.49110640673517, 1e-15));
static_assert(cost == ci90(80'000.0 * thousand_usd, 0.2 * billion_usd));
static_assert(std::same_as<decltype(ci90(20.0 * percent, 0.4)), belief<double>>);
static_assert(ci90(20.0 * percent, 40.0 * percent) == ci90(0.2, 0.4));
static_assert(std::same_as<decltype(ci90(3, 5.5F)), belief<double>>);
static_assert(normal_ci(90.0 * percent, 1.0 * usd, 3.0 * usd) == normal_ci(0.9, 1.0 * usd, 3.0 * usd));
static_assert(around(3.0, 150.0 * percent) == around(3.0, 1.5));
static_assert(ci90(std::chrono::hours{24}, 7.0 * day) == ci90(1.0 * day, std::chrono::days{7}));

// Of dates, which have no zero, the interval is a normal's.
static_assert(ci90(date(2026y / 1 / 1), date(2028y / 1 / 1)) == normal_ci(0.9, 2026y / 1 / 1, 2028y / 1 / 1));
static_assert(ci90(2026y / 1 / 1, 2028y / 1 / 1).shape() == belief_shape::normal);
static_assert(ci90(2026y / 1 / 1, 2028y / 1 / 1).median() == date(2027y / 1 / 1));

// 90 % between the value divided and multiplied by the factor.
static_assert(around(40.0, 1.5).median() == 40.0);
static_assert(near(around(40.0, 1.5).quantile(0.05), 40.0 / 1.5, 1e-15));
static_assert(near(around(40.0 * billion_usd, 1.5).quantile(0.95).in(billion_usd), 60.0, 1e-15));
// A part keeps what its maker was given and nothing else.
constexpr auto as_given = [](const auto& b, double first, double second, double level) {
    const auto& p = b.parts()[0].part.parameter;
    return p[2] == first && p[3] == second && p[4] == level;
};
static_assert(as_given(around(40.0, 1.5), 1.5, 0.0, 0.0) && as_given(ci90(3.0, 5.5), 3.0, 5.5, 0.9));
static_assert(as_given(normal_ci(0.8, 3.0, 5.5), 3.0, 5.5, 0.8) &&
              as_given(lognormal_ci(0.7, 3.0, 5.5), 3.0, 5.5, 0.7));
struct with_value {
    quantity<dim::money> value;
};
static_assert(around(with_value{40.0 * billion_usd}, 1.5) == around(40.0 * billion_usd, 1.5));

}  // namespace

TEST_CASE("an interval keeps its meaning under a change of unit") {
    const auto in_dollars = ci90(3e6 * usd, 5e7 * usd);
    const auto in_millions = ci90(3.0 * million_usd, 50.0 * million_usd);
    for (const double p : {1e-10, 0.01, 0.5, 0.99, 1.0 - 1e-10}) {
        CHECK_THAT(in_dollars.quantile(p).in(usd), WithinRel(1e6 * in_millions.quantile(p).in(million_usd), 1e-14));
        CHECK_THAT(in_dollars.cdf(in_millions.quantile(p)), WithinRel(p, 1e-13));
    }
    const auto spans = normal_ci(0.9, -2.0 * year, 3.0 * year);
    CHECK_THAT(spans.stddev().in(month), WithinRel(12.0 * normal_ci(0.9, -2.0, 3.0).stddev(), 1e-14));
    CHECK_THAT((spans.pdf(1.0 * year) * year), WithinRel(normal_ci(0.9, -2.0, 3.0).pdf(1.0), 1e-14));
    CHECK_THAT(spans.variance() / (year * year), WithinRel(normal_ci(0.9, -2.0, 3.0).variance(), 1e-14));
}

TEST_CASE("bounds far from 1 neither overflow nor vanish") {
    CHECK_THAT(ci90(1e200, 1e300).median(), WithinRel(1e250, 1e-12));
    CHECK_THAT(ci90(1e-300, 1e-200).median(), WithinRel(1e-250, 1e-12));
    CHECK_THAT(ci90(1e-300, 1e300).median(), WithinRel(1.0, 1e-12));
    CHECK_THAT(ci90(1.0, 1.0 + 0x1p-50).median(), WithinRel(1.0, 1e-14));
}

TEST_CASE("an interval that is none is refused by name, with the remedy") {
    const auto refuses = [](auto make, const std::string& words) {
        CHECK_THROWS_MATCHES(make(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    refuses([] { return ci90(0.0, 3.0); }, "ci90: lo must be > 0 for a lognormal");
    refuses([] { return ci90(-2.0 * million_usd, 1.0 * usd); }, "use normal_ci");
    refuses([] { return ci90(-2.0 * million_usd, 1.0 * usd); }, "got -2.00000 million USD");
    refuses([] { return lognormal_ci(0.9, -1.0, 3.0); }, "lognormal_ci: lo must be > 0");
    refuses([] { return ci90(3.0, 3.0); }, "ci90: lo must be below hi, got 3 and 3");
    refuses([] { return ci90(4.0, 3.0); }, "ci90: lo must be below hi, got 4 and 3");
    refuses([] { return normal_ci(0.9, 2027y / 1 / 1, 2026y / 1 / 1); }, "got 2027-01-01 and 2026-01-01");
    refuses([] { return normal_ci(90, 1.0, 3.0); }, "normal_ci: level must be between 0 and 1 (0.9 for a 90 % interval), got 90");
    for (const double level : {0.0, 1.0, -0.5, undefined}) {
        refuses([=] { return normal_ci(level, 1.0, 3.0); }, "normal_ci: level");
        refuses([=] { return lognormal_ci(level, 1.0, 3.0); }, "lognormal_ci: level");
    }
    for (const double bad : {undefined, infinite, -infinite}) {
        refuses([=] { return normal_ci(0.9, bad, 3.0); }, "normal_ci: lo must be a finite number");
        refuses([=] { return normal_ci(0.9, 1.0, bad); }, "normal_ci: hi must be a finite number");
        refuses([=] { return ci90(bad, 3.0); }, "ci90: lo must be a finite number");
        refuses([=] { return ci90(1.0, bad); }, "ci90: hi must be a finite number");
        refuses([=] { return around(bad, 2.0); }, "around: median");
        refuses([=] { return around(1.0, bad); }, "around: factor must be > 1");
    }
    refuses([] { return normal_ci(0.9, -1.7e308, 1.7e308); }, "normal_ci: hi - lo is too large for a number, got");
    refuses([] { return ci90(date(2026y / 1 / 1), date::never()); }, "ci90: hi must be a finite number, got");
    refuses([] { return around(-40.0, 1.5); }, "around: median must be > 0");
    refuses([] { return around(40.0, 1.0); }, "around: factor must be > 1 and finite, got 1");
    refuses([] { return around(40.0, 0.5); }, "around: factor");
}
