// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/quantile_grid.hpp>

#include "../catch.hpp"

#include <limits>
#include <string>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/scoring/score.hpp>

#include "../reference/quantile_grid.hpp"

using namespace headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

quantile_grid grid_named(const std::string& name) {
    if (name == "nine") {
        return quantile_grid({{0.01, 1.5},
                              {0.05, 2.0},
                              {0.1, 2.25},
                              {0.25, 3.0},
                              {0.5, 4.0},
                              {0.75, 5.5},
                              {0.9, 8.0},
                              {0.95, 10.0},
                              {0.99, 15.0}});
    }
    if (name == "two") return quantile_grid({{0.05, 80.0}, {0.95, 200.0}});
    if (name == "ends") return quantile_grid({{0.0, -1.0}, {0.3, 2.0}, {1.0, 4.0}});
    if (name == "atoms") return quantile_grid({{0.1, 0.0}, {0.4, 0.0}, {0.5, 1.0}, {0.8, 3.0}, {0.9, 3.0}});
    if (name == "point") return quantile_grid({{0.5, 80.0}});
    return quantile_grid({{0.1, 10.0}, {0.25, 12.0}, {0.45, 20.0}, {0.5, never}, {0.9, never}});
}

}  // namespace

TEST_CASE("scores of quantile grids agree with 40-digit quadrature of the quantile score") {
    for (const auto& r : reference::quantile_grid_points) {
        INFO(r.grid << " at " << r.outcome << ", horizon " << r.horizon);
        const auto grid = grid_named(r.grid);
        CHECK_THAT(grid.crps(r.outcome, r.horizon), WithinRel(r.crps, 1e-12) || WithinAbs(r.crps, 1e-18));
        CHECK_THAT(grid.cdf(r.outcome), WithinRel(r.cdf, 1e-13) || WithinAbs(r.cdf, 1e-38));
    }
    for (const auto& r : reference::quantile_grid_densities) {
        INFO(r.grid << " at " << r.outcome);
        CHECK_THAT(grid_named(r.grid).log_score(r.outcome), WithinRel(r.log_score, 1e-12));
    }
}

TEST_CASE("a uniform by its ends has the scores of the uniform") {
    const quantile_grid grid({{0.0, 2.0}, {1.0, 10.0}});
    const auto b = uniform(2, 10);
    for (const double y : {-1.0, 2.0, 3.5, 9.9, 10.0, 12.0}) {
        CHECK_THAT(grid.crps(y), WithinRel(crps(b, y), 1e-12));
        CHECK(grid.log_score(y) == log_score(b, y));
        CHECK_THAT(grid.cdf(y), WithinAbs(b.cdf(y), 1e-15));
    }
    CHECK_THAT(grid.width(0.9), WithinRel(7.2, 1e-15));
}

TEST_CASE("a fine grid has nearly the scores of the belief that it was taken from") {
    const auto b = lognormal(4, 0.5);
    std::vector<stated_quantile> stated;
    for (int i = 1; i < 1000; ++i) stated.push_back({i / 1000.0, b.quantile(i / 1000.0)});
    const quantile_grid grid(stated);
    for (const double y : {0.9, 3.0, 4.0, 9.0, 30.0}) {
        CHECK_THAT(grid.crps(y), WithinRel(crps(b, y), 1e-4));
        if (y > 1.0 && y < 10.0) CHECK_THAT(grid.log_score(y), WithinAbs(log_score(b, y), 2e-2));
    }
}

TEST_CASE("the score is proper: nobody gains on average by stating another grid") {
    const auto truth = grid_named("nine");
    const auto mean_score = [&](const quantile_grid& said) {
        double sum = 0.0;
        for (int i = 0; i < 4000; ++i) sum += said.crps(truth.quantile((i + 0.5) / 4000.0));
        return sum / 4000.0;
    };
    const double honest = mean_score(truth);
    CHECK(mean_score(grid_named("two")) > honest);
    for (const double factor : {0.8, 0.95, 1.05, 1.3}) {
        std::vector<stated_quantile> other(truth.begin(), truth.end());
        for (auto& q : other) q.value = 4.0 + factor * (q.value - 4.0);
        CHECK(mean_score(quantile_grid(other)) > honest);
    }
}

TEST_CASE("quantiles are those stated, and their inverse") {
    for (const char* const name : {"nine", "two", "ends", "atoms", "never"}) {
        const auto grid = grid_named(name);
        for (const auto& q : grid) {
            if (q.value < never) CHECK(grid.quantile(q.probability) == q.value);
        }
        for (double p = 0.0005; p < 1.0; p += 0.0073) {
            const double x = grid.quantile(p);
            if (grid.mass(x) > 0.0) {
                CHECK(grid.cdf(x) >= p);
            } else {
                CHECK_THAT(grid.cdf(x), WithinAbs(p, 1e-12));
            }
        }
    }
}

TEST_CASE("values with a probability of their own, and never, are scored by it") {
    const auto grid = grid_named("atoms");
    CHECK_THAT(grid.mass(0.0), WithinRel(0.4, 1e-15));
    CHECK_THAT(grid.mass(3.0), WithinRel(0.2, 1e-14));
    CHECK(grid.mass(0.5) == 0.0);
    CHECK_THAT(grid.log_score(0.0), WithinRel(-headway::log(0.4), 1e-14));
    CHECK(grid.log_score(-0.1) == never);

    const auto when = grid_named("never");
    CHECK(when.probability_never() == 0.55);
    CHECK(when.quantile(0.46) == never);
    CHECK(when.crps(30.0) == never);
    CHECK(when.crps(never, 40.0) < when.crps(11.0, 40.0));
    CHECK_THAT(when.log_score(never), WithinRel(-headway::log(0.55), 1e-14));
    CHECK_THAT(when.log_score(never, 40.0), WithinRel(-headway::log(0.55), 1e-14));
    // Never, by a horizon, is later than that.
    CHECK_THAT(when.log_score(never, 16.0), WithinRel(-headway::log(0.65), 1e-14));
    CHECK((when.covers(never, 0.9) && !when.covers(9.0, 0.8) && when.covers(11.0, 0.8) && when.covers(never, 0.5)));
    const quantile_grid certain({{0.5, never}});
    CHECK((certain.probability_never() == 1.0 && certain.crps(never, 3.0) == 0.0 && certain.crps(1.0, 3.0) == 2.0));
}

TEST_CASE("central intervals hold what lies between their quantiles, ends included") {
    const auto grid = grid_named("nine");
    CHECK((grid.covers(2.0, 0.9) && grid.covers(10.0, 0.9) && !grid.covers(1.99, 0.9) && !grid.covers(10.01, 0.9)));
    CHECK((grid.covers(2.25, 0.8) && grid.covers(8.0, 0.8) && grid.covers(3.0, 0.5) && !grid.covers(5.6, 0.5)));
    CHECK((grid.width(0.9) == 8.0 && grid.width(0.8) == 5.75 && grid.width(0.5) == 2.5));
    CHECK((grid_named("point").covers(80.0, 0.5) && !grid_named("point").covers(80.1, 0.9)));
}

TEST_CASE("what is no forecast is refused in words") {
    const auto refuses = [](std::vector<stated_quantile> stated, const std::string& words) {
        CHECK_THROWS_MATCHES(quantile_grid(std::move(stated)), std::domain_error,
                             MessageMatches(ContainsSubstring(words)));
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    refuses({}, "quantile_grid: there are no quantiles; give at least one");
    refuses({{0.5, 1.0}, {0.5, 2.0}}, "the probabilities must increase");
    refuses({{0.5, 1.0}, {0.6, 0.5}}, "the quantiles must not decrease");
    refuses({{-0.1, 1.0}}, "a probability must be between 0 and 1");
    refuses({{nan, 1.0}}, "a probability must be between 0 and 1");
    refuses({{1e-13, 1.0}}, "a probability must be 0, 1 or at least 1e-12 from both");
    refuses({{1.0 - 1e-13, 1.0}}, "at least 1e-12 from both");
    refuses({{0.5, nan}}, "a quantile must be a number from -1e150 to 1e150, or infinite for never");
    refuses({{0.5, -never}}, "from -1e150 to 1e150");
    refuses({{0.5, 1e151}}, "from -1e150 to 1e150");
    refuses({{0.5, never}, {0.6, 1.0}}, "must not decrease");
    CHECK_THROWS_WITH(grid_named("two").quantile(1.5),
                      ContainsSubstring("probability must be between 0 and 1, got 1.5"));
    CHECK_THROWS_WITH(grid_named("two").covers(1.0, 1.0), ContainsSubstring("level must be between 0 and 1"));
}
