// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/pool.hpp>

#include "catch.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinRel;

namespace {

// The linear pool is a mixture.
static_assert(pool({ci90(1.0, 3.0), 2}, {ci90(2.0, 9.0), 1}) == mixture({ci90(1.0, 3.0), 2}, {ci90(2.0, 9.0), 1}));

// The logarithmic one keeps the shape; equal experts change nothing.
static_assert(log_pool({normal(0, 1), 1}, {normal(1, 1), 1}) == normal(0.5, 1.0));
static_assert(log_pool({normal(0, 1), 1}, {normal(0, 1), 1}) == normal(0, 1));
static_assert(log_pool({uniform(0, 3), 1}, {uniform(1, 5), 2}) == uniform(1, 3));
static_assert(log_pool({beta(2, 3), 1}, {beta(4, 5), 1}) == beta(3, 4));
static_assert(log_pool({gamma(2, 3), 1}, {gamma(4, 3), 1}).shape() == belief_shape::gamma);
static_assert(log_pool(weighted{normal(2027y / 1 / 1, 1.0 * year), 1}, {normal(2027y / 1 / 3, 1.0 * year), 1}).mean() ==
              date(2027y / 1 / 2));

}  // namespace

TEST_CASE("a logarithmic pool's density is proportional to the product of powers of the parts'") {
    const auto check = [](const belief<double>& a, const belief<double>& b) {
        const auto pooled = log_pool({a, 3}, {b, 1});
        const auto product = [&](double x) { return headway::pow(a.pdf(x), 0.75) * headway::pow(b.pdf(x), 0.25); };
        const double ratio = pooled.pdf(pooled.median()) / product(pooled.median());
        INFO(name_of(pooled.shape()));
        CHECK(pooled.shape() == a.shape());
        for (const double p : {0.001, 0.2, 0.7, 0.999}) {
            const double x = pooled.quantile(p);
            CHECK_THAT(pooled.pdf(x), WithinRel(ratio * product(x), 1e-12));
        }
    };
    check(normal(1, 2), normal(5, 0.5));
    check(lognormal(4, 0.5), lognormal(9, 1.5));
    check(gamma(2.5, 3), gamma(7, 0.5));
    check(beta(2, 3, 0, 10), beta(5, 1.5, 0, 10));
    check(uniform(0, 10), uniform(4, 12));
}

TEST_CASE("pools take any number of beliefs and of quantities") {
    const std::vector<weighted<quantity<dim::money>>> experts(20, weighted{ci90(1.0 * usd, 3.0 * usd), 1});
    CHECK(pool(experts).component_count() == 20);
    CHECK_THAT(log_pool(experts).median().in(usd), WithinRel(ci90(1.0, 3.0).median(), 1e-14));
    CHECK_THAT(log_pool(experts).parameters()[1], WithinRel(ci90(1.0, 3.0).parameters()[1], 1e-14));
    CHECK(log_pool({{normal(0, 1), 1}, {normal(1, 1), 0}}) == normal(0, 1));
}

TEST_CASE("what cannot be pooled is refused with what to do instead") {
    const auto refuses = [](auto make, const std::string& words) {
        CHECK_THROWS_MATCHES(make(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    refuses([] { return pool({1.0, -1}, {2.0, 1}); }, "pool: every weight must be >= 0");
    refuses([] { return pool({1.0, 0}, {2.0, 0}); }, "pool: all weights are zero");
    refuses([] { return log_pool({normal(0, 1), -1}, {normal(0, 1), 1}); }, "log_pool: every weight must be >= 0");
    refuses([] { return log_pool({normal(0, 1), 1}, {pert(0, 1, 2), 1}); }, "got normal and pert; use pool");
    refuses([] { return log_pool({normal(0, 1), 1}, {1.0, 1}); }, "got normal and exactly");
    refuses([] { return log_pool({pert(0, 1, 2), 1}, {pert(0, 1, 2), 1}); }, "got pert and pert");
    refuses([] { return log_pool({beta(2, 3), 1}, {beta(2, 3, 0, 2), 1}); }, "betas between the same bounds");
    refuses([] { return log_pool({normal(0, 1), 1}, {mixture({normal(0, 1), 1}, {normal(1, 1), 1}), 1}); },
            "got mixture and mixture");
    refuses([] { return log_pool({normal(0, 1), 1}, {truncated(normal(0, 1), -1, 1), 1}); }, "got normal and truncated");
    refuses([] { return log_pool({uniform(0, 1), 1}, {uniform(2, 3), 1}); }, "the uniforms have no value in common");
}
