// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/build_time.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

#include <headway/figures/published_fabs.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

// Exyte's stages: 6 + 13 months in Taiwan, 14 + 24 in the US, twice as long.
constexpr auto home = said::published::exyte_time_taiwan;
constexpr auto abroad = said::published::exyte_time_us;
constexpr auto time_abroad = hw::build_time(hw::build_stage("permits", home.first, abroad.first / home.first),
                                            hw::build_stage("construction", home.second, abroad.second / home.second));
static_assert(close(time_abroad.in(month), 38.0));
static_assert(close(time_abroad / hw::build_time(hw::build_stage("permits", home.first),
                                                 hw::build_stage("construction", home.second)),
                    said::schmidt::fab_time_multiplier.value));
static_assert(close(hw::build_time(home.value, said::schmidt::fab_time_multiplier.value).in(month), 38.0));
static_assert(hw::build_time(std::chrono::months{19}, 2) == 38.0 * month);

TEST_CASE("every part of the build time counts") {
    CHECK(hw::build_time(hw::build_stage("a", month, 2), hw::build_stage("b", month)) >
          hw::build_time(hw::build_stage("a", month), hw::build_stage("b", month)));
    CHECK(hw::build_time(hw::build_stage("a", 2.0 * month), hw::build_stage("b", month)) == 3.0 * month);
    CHECK(hw::build_time(2.0 * month, 3.0) == 6.0 * month);
}

TEST_CASE("the build time runs on every number type") {
    check_number_types(
        [](const auto& x) {
            return hw::build_time(hw::build_stage("a", x * month, x), hw::build_stage("b", month, x)).base_value();
        },
        0.1, 3.0);
}

TEST_CASE("a build time that makes no sense is refused by the stage's name") {
    CHECK_THROWS_MATCHES(hw::build_stage("permits", -1.0 * second), std::domain_error,
                         Message("build_stage: span in seconds of permits must be finite and >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::build_stage("permits", month, -2), std::domain_error,
                         Message("build_stage: multiplier of permits must be finite and >= 0, got -2"));
    CHECK_THROWS_AS(hw::build_time(-1.0 * month, 2.0), std::domain_error);
}

}  // namespace
