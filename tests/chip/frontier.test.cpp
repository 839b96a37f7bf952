// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/frontier.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/math/batch_functions.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr hw::frontier_chip<double> nothing;
constexpr hw::frontier_chip<double> weak{1.0 * pflops, 8'000.0 * tpp / chip, hw::date(), 0.0};
constexpr hw::frontier_chip<double> strong{2.0 * pflops, 16'000.0 * tpp / chip, hw::date() + year, 1.0};

static_assert(!nothing.exists() && nothing.launch.is_never() && nothing.place != nothing.place);
static_assert(weak.exists());
static_assert(better_of(weak, strong).place == 1.0 && better_of(strong, weak).place == 1.0);
static_assert(better_of(weak, nothing).place == 0.0 && better_of(nothing, weak).place == 0.0);
static_assert(better_of(weak, hw::frontier_chip<double>{1.0 * pflops, {}, hw::date(), 5.0}).place == 0.0);
static_assert(select(true, weak, strong).processing_performance == weak.processing_performance);
static_assert(select(false, weak, strong).launch == strong.launch);

static_assert(hw::behind(2).generations_behind == 2.0);
static_assert(hw::behind(1.5).most_performance.base_value() == __builtin_huge_val());

static_assert(hw::performing_at_most(4'800.0 * tpp / chip).most_performance == 4'800.0 * tpp / chip);
static_assert(hw::performing_at_most(4'800.0 * tpp / chip).generations_behind == 0.0);

TEST_CASE("the better chip is chosen draw by draw") {
    const auto x = hw::batch::generate([](int i) { return 1.0 + i; });
    const hw::frontier_chip<hw::batch> a{x * pflops, {}, hw::basic_date<hw::batch>(hw::date()), 0.0};
    const hw::frontier_chip<hw::batch> b{30.5 * pflops, {}, hw::basic_date<hw::batch>(hw::date() + year), 1.0};
    const auto chosen = better_of(a, b);
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(chosen.place.lane[i] == (i < 30 ? 1.0 : 0.0));
        CHECK(chosen.performance.base_value().lane[i] == (i < 30 ? 30.5e15 : 1e15 * (1 + i)));
    }
}

TEST_CASE("a chip cannot be ahead of the best or perform less than nothing") {
    CHECK_THROWS_MATCHES(hw::performing_at_most(-1.0 * tpp / chip), std::domain_error,
                         Message("performing_at_most: cap in TPP per chip must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::behind(-1), std::domain_error,
                         Message("behind: number of generations must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::behind(__builtin_nan("")), std::domain_error,
                         Message("behind: number of generations must be >= 0, got nan"));
}

TEST_CASE("frontier: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::behind(x); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::performing_at_most(x * tpp / chip); }, {0.0, 1.0}, {-1e-9, nan, inf});
}

}  // namespace
