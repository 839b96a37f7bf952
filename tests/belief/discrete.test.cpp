// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/discrete.hpp>

#include "catch.hpp"

#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/core/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinRel;

namespace {

// Put in order, equal values joined.
inline constexpr auto values = discrete({3, 1}, {1, 1}, {2, 1}, {3, 1});
static_assert(values.shape() == belief_shape::discrete && values.component_count() == 3);
static_assert(values == discrete({1, 1}, {2, 1}, {3, 2}) && values.weight(2) == 2.0);
static_assert(values.mean() == 2.25 && values.variance() == 0.6875);

// The least value whose probability has reached p.
static_assert(values.quantile(0.0) == 1.0 && values.quantile(0.25) == 1.0 && values.quantile(0.25 + 1e-15) == 2.0);
static_assert(values.quantile(0.5) == 2.0 && values.quantile(0.75) == 3.0 && values.quantile(1.0) == 3.0);
static_assert(values.quantile_upper(0.5) == 2.0 && values.quantile_upper(1e-300) == 3.0);
static_assert(values.cdf(0.9) == 0.0 && values.cdf(1.0) == 0.25 && values.cdf(2.9) == 0.5 && values.cdf(3.0) == 1.0);
static_assert(values.survival(2.0) == 0.5 && values.mass(3.0) == 0.5 && values.mass(2.5) == 0.0);

static_assert(discrete(weighted_value{1.0 * year, 3}, {2.0 * year, 1}).mean() == 1.25 * year);
static_assert(discrete(weighted_value{2027y / 1 / 1, 1}, {2027y / 1 / 3, 1}).mean() == date(2027y / 1 / 2));
static_assert(discrete<quantity<dim::money>>({1.0 * usd, 1}, {3.0 * usd, 1}).mean() == 2.0 * usd);
static_assert(discrete(weighted_value{std::chrono::days{1}, 1}, {3.0 * day, 1}).mean() == 2.0 * day);
static_assert(discrete({5, 1}, {5, 2}).median() == 5.0 && discrete({5, 1}, {5, 2}).component_count() == 1);

}  // namespace

TEST_CASE("any number of values, from braces or a container") {
    std::vector<weighted_value<double>> parts;
    for (int i = 0; i < 1000; ++i) parts.push_back({static_cast<double>((i * 617) % 1000), 1.0});
    const auto many = discrete(parts);
    CHECK(many.component_count() == 1000);
    CHECK_THAT(many.mean(), WithinRel(499.5, 1e-13));
    CHECK(many.quantile(0.2505) == 250.0);
    for (std::size_t i = 0; i + 1 < many.component_count(); ++i) {
        CHECK(many.component(i).median() < many.component(i + 1).median());
    }
    CHECK(discrete({{3, 1}, {1, 1}, {2, 1}, {3, 1}}) == values);
}

TEST_CASE("a rare value at the top is found from above") {
    const auto rare = discrete({0, 1.0}, {1, 1e-20}, {2, 1e-40});
    CHECK(rare.quantile_upper(1e-19) == 0.0);
    CHECK(rare.quantile_upper(0.9e-20) == 1.0);
    CHECK(rare.quantile_upper(0.9e-40) == 2.0);
    CHECK(rare.survival(0.0) == 1e-20);
}

TEST_CASE("parts of weight zero do not widen the support") {
    const auto b = discrete({0, 0}, {1, 1}, {2, 1}, {3, 0});
    CHECK(b.support() == std::pair(1.0, 2.0));
    CHECK(b.quantile(1e-300) == 1.0);
}

TEST_CASE("bad values and weights are refused") {
    const auto refuses = [](auto make, const std::string& words) {
        CHECK_THROWS_MATCHES(make(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const double undefined = std::numeric_limits<double>::quiet_NaN();
    refuses([=] { return discrete({undefined, 1}, {1, 1}); }, "discrete: value must be a finite number, got nan");
    refuses([] { return discrete({1, -1}, {1, 1}); }, "discrete: every weight must be >= 0 and finite, got -1");
    refuses([=] { return discrete({1, 1}, {1, undefined}); }, "discrete: every weight");
    refuses([] { return discrete({1, 0}, {2, 0}); }, "discrete: all weights are zero");
    refuses([] { return discrete(std::vector<weighted_value<double>>()); }, "discrete: there are no parts");
    refuses([] { return discrete(weighted_value{date::never(), 1}, {date(), 1}); }, "discrete: value must be a finite number");
}
