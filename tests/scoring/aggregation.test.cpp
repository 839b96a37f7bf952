// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/aggregation.hpp>

#include "../catch.hpp"

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "../reference/aggregation.hpp"

using namespace headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinRel;

namespace {

std::vector<weighted_probability> set_named(const std::string& name) {
    if (name == "three") return {0.1, 0.3, 0.6};
    if (name == "weighted") return {{0.02, 3.0}, {0.35, 1.0}, {0.9, 2.0}, {0.6, 0.5}};
    if (name == "ten") return {0.01, 0.05, 0.08, 0.1, 0.2, 0.25, 0.3, 0.4, 0.85, 0.999};
    return {{1e-12, 1.0}, {3e-9, 2.0}, {1e-6, 1.0}};
}

// It is a constant expression, of any container.
static_assert(geometric_mean_of_odds({0.5, 0.5}) == 0.5);
static_assert(geometric_mean_of_odds(std::array{0.2, 0.8}) == 0.5);
static_assert(mean_probability({0.0, 1.0}) == 0.5);
static_assert(median_probability({0.2, 0.9, 0.4}) == 0.4);

}  // namespace

TEST_CASE("the geometric mean of the odds of 0.1, 0.3 and 0.6, plain and extremised") {
    CHECK_THAT(geometric_mean_of_odds({0.1, 0.3, 0.6}), WithinRel(0.293242897959232, 1e-14));
    // The odds to the power 1.5, not its root.
    CHECK_THAT(geometric_mean_of_odds({0.1, 0.3, 0.6}, {.extremised_by = 1.5}), WithinRel(0.210896722059534, 2e-14));
    CHECK_THAT(extremised(geometric_mean_of_odds({0.1, 0.3, 0.6}), 1.5), WithinRel(0.210896722059534, 1e-14));
}

TEST_CASE("aggregates agree with 50-digit arithmetic") {
    for (const auto& r : reference::aggregation_points) {
        INFO(r.set << ", trimmed " << r.trimmed << ", extremised by " << r.extremised_by);
        const aggregation how{r.trimmed, r.extremised_by, r.base_rate};
        CHECK_THAT(geometric_mean_of_odds(set_named(r.set), how), WithinRel(r.geometric, 2e-14));
        CHECK_THAT(mean_probability(set_named(r.set), {.trimmed = r.trimmed}), WithinRel(r.mean, 2e-14));
    }
}

TEST_CASE("neither the order nor the size of the weights counts, and a weight of two is two forecasters") {
    const double one = geometric_mean_of_odds({{0.1, 1.0}, {0.3, 2.0}, {0.6, 3.0}}, {.trimmed = 0.2});
    CHECK(geometric_mean_of_odds({{0.6, 3.0}, {0.1, 1.0}, {0.3, 2.0}}, {.trimmed = 0.2}) == one);
    CHECK_THAT(geometric_mean_of_odds({{0.1, 10.0}, {0.3, 20.0}, {0.6, 30.0}}, {.trimmed = 0.2}),
               WithinRel(one, 1e-14));
    CHECK_THAT(geometric_mean_of_odds({0.1, 0.3, 0.3, 0.6, 0.6, 0.6}, {.trimmed = 0.2}), WithinRel(one, 1e-14));
    CHECK_THAT(geometric_mean_of_odds({{0.1, 0.0}, 0.3}), WithinRel(0.3, 1e-15));
}

TEST_CASE("the probability of the opposite is one less the probability") {
    for (const double trimmed : {0.0, 0.1, 0.3}) {
        const double yes = geometric_mean_of_odds({0.1, 0.3, 0.6, 0.9}, {trimmed, 1.7, 0.5});
        CHECK_THAT(geometric_mean_of_odds({0.9, 0.7, 0.4, 0.1}, {trimmed, 1.7, 0.5}), WithinRel(1.0 - yes, 1e-14));
    }
}

TEST_CASE("a median has half of the weight on either side") {
    CHECK(median_probability({0.1, 0.3, 0.6}) == 0.3);
    CHECK_THAT(median_probability({0.1, 0.3, 0.6, 0.9}), WithinRel(0.45, 1e-15));
    CHECK(median_probability({{0.1, 1.0}, {0.3, 1.0}, {0.6, 5.0}}) == 0.6);
    CHECK_THAT(median_probability({{0.1, 2.0}, {0.2, 0.0}, {0.4, 2.0}}), WithinRel(0.25, 1e-15));
    CHECK_THAT(median_probability({0.1, 0.3, 0.6}, {.extremised_by = 2.0}), WithinRel(extremised(0.3, 2.0), 1e-15));
    CHECK_THAT(mean_probability({0.1, 0.3, 0.6, 0.95}, {.trimmed = 0.25}), WithinRel(0.45, 1e-15));
}

TEST_CASE("extremising leads away from the base rate, and a power below 1 towards it") {
    CHECK(extremised(0.2, 2.0) < 0.2);
    CHECK(extremised(0.2, 2.0, 0.1) > 0.2);
    CHECK(extremised(0.2, 0.5, 0.1) < 0.2);
    CHECK_THAT(extremised(0.1, 3.0, 0.1), WithinRel(0.1, 1e-14));
    CHECK(mean_probability({1.0, 1.0}, {.extremised_by = 2.0}) == 1.0);
}

TEST_CASE("what is no set of probabilities is refused in words") {
    const auto refuses = [](auto call, const std::string& words) {
        CHECK_THROWS_MATCHES(call(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    refuses(
        [] {
            return geometric_mean_of_odds({0.0, 0.5});
        },
        "geometric_mean_of_odds: each probability must be above 0 and below 1, as the odds of what is certain outweigh "
        "all others; state 0.001 or 0.999 instead, got 0");
    refuses([] { return geometric_mean_of_odds({0.5, 1.0}); }, "got 1");
    refuses([&] { return geometric_mean_of_odds({0.5, nan}); }, "got nan");
    refuses(
        [] {
            return mean_probability({0.5, 1.5});
        },
        "mean_probability: each probability must be between 0 and 1, got 1.5");
    refuses([&] { return median_probability({0.5, nan}); }, "median_probability: each probability");
    refuses([] { return geometric_mean_of_odds(std::vector<double>{}); },
            "there are no probabilities; give at least one");
    refuses([] { return mean_probability({{0.5, -1.0}, 0.4}); }, "each weight must be >= 0, got -1");
    refuses([] { return mean_probability({{0.5, 0.0}, {0.4, 0.0}}); }, "all weights are zero; give one above zero");
    refuses(
        [] {
            return mean_probability({{0.5, 1e308}, {0.4, 1e308}});
        },
        "the sum of the weights must be a finite number");
    refuses([] { return mean_probability({0.5}, {.trimmed = 0.5}); }, "trimmed must be from 0 to below 0.5");
    refuses([&] { return mean_probability({0.5}, {.trimmed = nan}); }, "got nan");
    refuses([] { return mean_probability({0.5}, {.extremised_by = 0.0}); }, "extremised_by must be > 0, got 0");
    refuses([] { return geometric_mean_of_odds({0.5}, {.base_rate = 1.0}); },
            "base_rate must be above 0 and below 1, got 1");
    refuses([] { return extremised(1.0, 2.0); }, "extremised: the probability must be above 0 and below 1");
    refuses([] { return extremised(0.5, -2.0); }, "extremised_by must be > 0, got -2");
}
