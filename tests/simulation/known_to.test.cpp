// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/known_to.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>
#include <headway/simulation/simulation_options.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

// Options that wait for something are constants like all others.
constexpr hw::simulation one{.seed = 2025,
                             .method = hw::method::sobol,
                             .until = hw::known_to{.mean = hw::share_of_range(0.01),
                                                   .median = 1.0 * day,
                                                   .quantiles = {{0.05, 2.0 * day}, {0.95, 2.0 * week}},
                                                   .probability_below = {{hw::date(2027y / 1 / 1), 0.005}},
                                                   .probability_never = 1.0 * percent}};
static_assert(one.until.given() && one.until.size() == 6 && !one.until.asks_for_nothing());
static_assert(one.until.begin()[0].error.is_share_of_range() && one.until.begin()[0].error.size() == 0.01);
static_assert(one.until.begin()[1].at == 0.5 && one.until.begin()[1].error.size() == 86'400.0);
static_assert(one.until.begin()[1].error.kind() == hw::value_kind::of<hw::quantity<hw::dim::time>>());
static_assert(one.until.begin()[3].at == 0.95 && one.until.begin()[3].error.size() == 14.0 * 86'400.0);
static_assert(one.until.begin()[4].at_kind.is_date() && one.until.begin()[4].error.size() == 0.005);
static_assert(one.until.begin()[5].error.size() == 0.01 && one.until.begin()[5].error.kind().is_number());

constexpr hw::simulation several{.draws = 50'000,
                                 .until = {{.of = "cost", .mean = 0.5 * million_usd},
                                           {.of = "share", .median = 0.01, .probability_above = {{0.5, 0.01}, {1, 0.01}}}}};
static_assert(several.until.size() == 4 && several.until.begin()[0].output == "cost");
static_assert(several.until.begin()[3].output == "share" && several.until.begin()[3].at == 1.0);

// What is the most where nothing is said.
static_assert(!one.draws.given() && one.draws == 10'000 && one.draws.most() == std::uint64_t{1} << 24);
static_assert(several.draws.given() && several.draws == 50'000 && several.draws.most() == 50'000);
static_assert(!hw::simulation{}.until.given());
static_assert(hw::simulation{.until = hw::known_to{}}.until.asks_for_nothing());
static_assert(hw::simulation{.until = {{.mean = 1.0}, {.of = "cost"}}}.until.asks_for_nothing());

TEST_CASE("a list that is too long is refused, where it is written") {
    CHECK_THROWS_WITH((hw::known_to{.quantiles = {{.1, 1}, {.2, 1}, {.3, 1}, {.4, 1}, {.5, 1}, {.6, 1}, {.7, 1}, {.8, 1}, {.9, 1}}}),
                      ContainsSubstring("known_to: at most 8 quantiles") && ContainsSubstring("got 9"));
    const hw::known_to eight{.quantiles = {{.1, 1}, {.2, 1}, {.3, 1}, {.4, 1}, {.5, 1}, {.6, 1}, {.7, 1}, {.8, 1}}};
    const hw::known_to single{.mean = 1.0};
    CHECK(hw::error_targets{eight, eight, eight, eight}.size() == 32);
    CHECK_THROWS_WITH((hw::error_targets{eight, eight, eight, eight, single}),
                      ContainsSubstring("at most 32 errors"));
}

}  // namespace
