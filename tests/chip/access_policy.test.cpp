// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/access_policy.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/figures/microsoft.hpp>
#include <headway/figures/published.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr auto count = tpp / chip;
constexpr double endless = __builtin_huge_val();

constexpr auto h100_counts = said::published::h100_tpp.value / chip;
constexpr auto quota = said::published::tier2_tpp_cap.value;

// The parameters are separate: a lag caps no quantity and a quota sets no lag.
constexpr auto lag = hw::generations_behind(said::microsoft::tier2_generation_gap.value);
constexpr auto cap = hw::capped_quantity(quota);
static_assert(lag.restriction.generations_behind == 1.0 && lag.chips_of(h100_counts).base_value() == endless);
static_assert(cap.restriction.generations_behind == 0.0 && cap.chips_of(h100_counts) == 49'901.0 * chip);
static_assert((lag & cap).restriction.generations_behind == 1.0 &&
              (lag & cap).chips_of(h100_counts) == 49'901.0 * chip);
static_assert((cap & lag).chips_of(36'000.0 * count) == 21'944.0 * chip);
static_assert((cap & hw::capped_quantity(100.0 * chip)).chips_of(h100_counts) == 100.0 * chip);
static_assert((hw::generations_behind(2) & lag).restriction.generations_behind == 2.0);
static_assert((hw::capped_performance(10.0 * count) & hw::capped_performance(4.0 * count))
                  .restriction.most_performance == 4.0 * count);
static_assert((hw::unrestricted() & lag).restriction.generations_behind == 1.0);
static_assert(hw::denied().denies() && hw::denied().chips_of(h100_counts) == 0.0 * chip);
static_assert((lag & hw::denied()).denies() && !lag.denies() && !hw::unrestricted().denies());
static_assert(!hw::capped_quantity(0.0 * chip).denies());  // may still rent

// Limits in several quantities hold at once, and the tighter of two in each.
constexpr auto gb_per_s = gigabyte / second / chip;
constexpr auto limits = hw::performance_below(21'000.0 * count) & hw::bandwidth_below(6500.0 * gb_per_s);
static_assert(limits.restriction.below_performance == 21'000.0 * count &&
              limits.restriction.below_bandwidth == 6500.0 * gb_per_s);
static_assert(hw::performance_below(1.0 * count).restriction.below_bandwidth.base_value() == endless &&
              hw::bandwidth_below(1.0 * gb_per_s).restriction.below_performance.base_value() == endless);
static_assert((limits & hw::performance_below(4'800.0 * count)).restriction.below_performance == 4'800.0 * count);
static_assert((limits & hw::bandwidth_below(800.0 * gb_per_s)).restriction.below_bandwidth == 800.0 * gb_per_s);
static_assert((limits & lag).restriction.generations_behind == 1.0 &&
              (lag & limits).restriction.below_performance == 21'000.0 * count);
static_assert(limits.chips_of(h100_counts).base_value() == endless && !limits.denies());

TEST_CASE("who is denied gets nothing, whatever a chip counts") {
    const auto unstated = 0.0 * count;
    CHECK(hw::denied().chips_of(unstated) == 0.0 * chip);
    CHECK((hw::denied() & hw::capped_quantity(7.0 * tpp)).chips_of(unstated) == 0.0 * chip);
}

TEST_CASE("one policy or the other, draw by draw") {
    const auto strict = hw::batch::generate([](int i) { return i % 2 == 0 ? 1.0 : 0.0; });
    const auto policy = hw::select(strict > 0.5, hw::denied(), lag & cap);
    const auto chips = policy.chips_of(h100_counts).base_value();
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(hw::value_at(policy.restriction.generations_behind, i) == (i % 2 == 0 ? endless : 1.0));
        CHECK(chips.lane[i] == (i % 2 == 0 ? 0.0 : (49'901.0 * chip).base_value()));
    }
    const auto limited = hw::select(strict > 0.5, limits, hw::capped_performance(h100_counts)).restriction;
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(hw::value_at(limited.below_performance.base_value(), i) ==
              (i % 2 == 0 ? (21'000.0 * count).base_value() : endless));
        CHECK(hw::value_at(limited.below_bandwidth.base_value(), i) ==
              (i % 2 == 0 ? (6500.0 * gb_per_s).base_value() : endless));
        CHECK(hw::value_at(limited.most_performance.base_value(), i) == (i % 2 == 0 ? endless : h100_counts.base_value()));
    }
}

TEST_CASE("a policy that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::capped_quantity(-5.0 * chip), std::domain_error,
                         Message("capped_quantity: cap in chips must be >= 0, got -5"));
    CHECK_THROWS_MATCHES(hw::capped_quantity(-5.0 * tpp), std::domain_error,
                         Message("capped_quantity: quota in TPP must be >= 0, got -5"));
    CHECK_THROWS_MATCHES(hw::capped_performance(-5.0 * count), std::domain_error,
                         Message("capped_performance: cap in TPP per chip must be >= 0, got -5"));
    CHECK_THROWS_MATCHES(hw::generations_behind(-1), std::domain_error,
                         Message("generations_behind: number of generations must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::performance_below(0.0 * count), std::domain_error,
                         Message("performance_below: limit in TPP per chip must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::bandwidth_below(-1e-9 * gigabyte / second / chip), std::domain_error,
                         Message("bandwidth_below: limit in bytes per second per chip must be > 0, got -1"));
    CHECK_THROWS_MATCHES(cap.chips_of(0.0 * count), std::domain_error,
                         Message("chips_under_quota: processing performance in TPP per chip must be > 0, got 0"));
}

TEST_CASE("access policy: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::generations_behind(x); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::capped_quantity(x * chip); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::capped_quantity(x * tpp); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::performance_below(x * count); }, {1e-9, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::bandwidth_below(x * gb_per_s); }, {1e-9, 1.0}, {0.0, -1.0, nan, inf});
}

}  // namespace
