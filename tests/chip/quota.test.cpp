// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/quota.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/figures/published.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr auto count = tpp / chip;

constexpr auto h100_counts = said::published::h100_tpp.value / chip;
constexpr auto quota = said::published::tier2_tpp_cap.value;

// The quota of the diffusion rule.
static_assert(hw::chips_under_quota(quota, h100_counts) == 49'901.0 * chip);
static_assert(hw::chips_under_quota(quota, 15'831.0 * count) == 49'902.0 * chip);  // as summaries round it
static_assert(hw::chips_under_quota(quota, 2.0 * quota / chip) == 0.0 * chip);
static_assert(hw::chips_under_quota(0.0 * tpp, h100_counts) == 0.0 * chip);
// Exactly n chips are n, although 0.7 / 0.1 rounds to below 7; almost 7 are 6.
static_assert(hw::chips_under_quota(0.7 * tpp, 0.1 * count) == 7.0 * chip);
static_assert(hw::chips_under_quota(0.6999999 * tpp, 0.1 * count) == 6.0 * chip);
static_assert(hw::chips_under_quota(3.0 * h100_counts * chip, h100_counts) == 3.0 * chip);

TEST_CASE("a greater quota lets more chips through, and a chip that counts more fewer") {
    CHECK(hw::chips_under_quota(2.0 * quota, h100_counts) > hw::chips_under_quota(quota, h100_counts));
    CHECK(hw::chips_under_quota(quota, 2.0 * h100_counts) < hw::chips_under_quota(quota, h100_counts));
}

TEST_CASE("the chips under a quota, draw by draw, are whole") {
    const auto quotas = hw::batch::generate([](int i) { return 0.5 * i; });
    const auto chips = hw::chips_under_quota(quotas * tpp, 2.0 * count).base_value();
    for (int i = 0; i < hw::batch::size; ++i) CHECK(chips.lane[i] == static_cast<double>(i / 4) * (1.0 * chip).base_value());
}

TEST_CASE("a quota that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::chips_under_quota(-1.0 * tpp, h100_counts), std::domain_error,
                         Message("chips_under_quota: quota in TPP must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::chips_under_quota(quota, 0.0 * count), std::domain_error,
                         Message("chips_under_quota: processing performance in TPP per chip must be > 0, got 0"));
}

TEST_CASE("quota: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::chips_under_quota(quota, x * count); }, {1e-9, 1.0}, {0.0, -1.0, nan, inf});
}

}  // namespace
