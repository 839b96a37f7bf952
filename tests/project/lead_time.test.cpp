// SPDX-License-Identifier: BSL-1.0
#include <headway/project/lead_time.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"
#include "lead_time.hpp"

#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/project/stages.hpp>

namespace hw = headway;
namespace published = headway::figures::published;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto estimate = hw::three_point(8.0 * month, 14.0 * month, 26.0 * month);
static_assert(close(estimate.mean().in(month), reference::pert_mean));
static_assert(close(estimate.variance().in(month * month), reference::pert_variance));
static_assert(close(estimate.stddev().in(month), 3.0));
static_assert(hw::three_point(9.0 * month, 14.0 * month, 26.0 * month).mean() > estimate.mean());
static_assert(hw::three_point(8.0 * month, 15.0 * month, 26.0 * month).mean() > estimate.mean());
static_assert(hw::three_point(8.0 * month, 14.0 * month, 27.0 * month).mean() > estimate.mean());
static_assert(hw::three_point(8.0 * month, 14.0 * month, 27.0 * month).variance() > estimate.variance());
static_assert(hw::three_point(9.0 * month, 14.0 * month, 26.0 * month).variance() < estimate.variance());
static_assert(hw::three_point(std::chrono::days{2}, 2.0 * day, 2 * day).mean() == 2.0 * day);
static_assert(hw::three_point(2.0 * day, 2.0 * day, 2.0 * day).stddev() == 0.0 * day);

// The published times: permits and construction in the US and in Taiwan, twice as long as claimed of Arizona.
constexpr auto us = hw::in_sequence(hw::stage<"permits">(published::exyte_time_us.first),
                                    hw::stage<"construction">(published::exyte_time_us.second));
constexpr auto taiwan = hw::in_sequence(hw::stage<"permits">(published::exyte_time_taiwan.first),
                                        hw::stage<"construction">(published::exyte_time_taiwan.second));
static_assert(us.duration() == 38.0 * month && taiwan.duration() == 19.0 * month);
static_assert(us.duration() / taiwan.duration() == headway::figures::schmidt::fab_time_multiplier.value);
static_assert(close(published::cset_time_us.value / published::cset_time_taiwan.value, 1.12538, 1e-5));

TEST_CASE("a float of less than 2^-40 of the project is rounding, one above is not") {
    const auto project = 3.0 * year;
    const auto left = [&](double part) { return hw::detail::rounded_away(part * project, project); };
    CHECK(left(0x1p-40) == 0.0 * year);
    CHECK(left(0x1.001p-40) == 0x1.001p-40 * project);
    CHECK(left(-0x1.8p-40) == -0x1.8p-40 * project);
    CHECK(left(-0x1p-41) == 0.0 * year);
}

TEST_CASE("a three-point estimate works with every number type") {
    using dual = hw::dual<1>;
    const auto by_most = hw::three_point(8.0 * month, 14.0 * month, dual::variable(26.0, 0) * month);
    CHECK_THAT(by_most.mean().in(month).gradient[0], Catch::Matchers::WithinRel(1.0 / 6.0, 1e-14));
    CHECK_THAT(by_most.variance().in(month * month).gradient[0], Catch::Matchers::WithinRel(1.0, 1e-14));
    const auto x = hw::batch::generate([](int i) { return 14.0 + i; });
    const auto block = hw::three_point(8.0 * month, x * month, (12.0 + x) * month);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = hw::three_point(8.0 * month, (14.0 + i) * month, (26.0 + i) * month);
        REQUIRE(block.mean().base_value().lane[i] == alone.mean().base_value());
        REQUIRE(block.variance().base_value().lane[i] == alone.variance().base_value());
    }
}

TEST_CASE("merging paths adds to the expected duration, sequences do not") {
    // Every combination of two equally likely durations of each stage, one in each draw.
    const auto of = [](int bit, double low, double high) {
        return hw::batch::generate([=](int i) { return ((i >> bit) & 1) != 0 ? high : low; }) * month;
    };
    const auto site = hw::stage<"permits">(of(0, 10.0, 18.0)) >>
                      (hw::stage<"building">(of(1, 16.0, 22.0)) & hw::stage<"tools">(of(2, 12.0, 24.0))) >>
                      hw::stage<"ramp">(of(3, 4.0, 8.0));
    const auto at_means = hw::stage<"permits">(14.0 * month) >>
                          (hw::stage<"building">(19.0 * month) & hw::stage<"tools">(18.0 * month)) >>
                          hw::stage<"ramp">(6.0 * month);
    const auto mean = [](const hw::batch& x) {
        double sum = 0.0;
        for (const double lane : x.lane) sum += lane;
        return sum / hw::batch::size;
    };
    const double expected = mean(site.duration().in(month));
    CHECK_THAT(expected, Catch::Matchers::WithinRel(reference::expected_months, 1e-14));
    CHECK_THAT(hw::merge_bias(expected * month, at_means).in(month),
               Catch::Matchers::WithinRel(reference::expected_months - reference::months_of_expectations, 1e-12));
    CHECK(hw::merge_bias((1.0 + expected) * month, at_means) > hw::merge_bias(expected * month, at_means));
    CHECK(mean(site.critical<"tools">()) == reference::criticality_of_tools);
    CHECK(mean(site.critical<"building">()) == 1.0 - reference::criticality_of_tools);
    CHECK(mean(site.critical<"permits">()) == 1.0);

    // The expected maximum is at least the maximum of the expectations, whatever the two stages.
    for (const double a : {1.0, 5.0, 9.0}) {
        for (const double b : {1.0, 6.0, 30.0}) {
            const auto both = hw::stage<"a">(of(0, a, 2.0 * a)) & hw::stage<"b">(of(1, b, 3.0 * b));
            const auto means = hw::stage<"a">(1.5 * a * month) & hw::stage<"b">(2.0 * b * month);
            CHECK(hw::merge_bias(mean(both.duration().in(month)) * month, means).in(month) >= -1e-12);
            const auto chain = hw::stage<"a">(of(0, a, 2.0 * a)) >> hw::stage<"b">(of(1, b, 3.0 * b));
            const auto chain_of_means = hw::stage<"a">(1.5 * a * month) >> hw::stage<"b">(2.0 * b * month);
            CHECK_THAT(hw::merge_bias(mean(chain.duration().in(month)) * month, chain_of_means).in(month),
                       Catch::Matchers::WithinAbs(0.0, 1e-12));
        }
    }
}

TEST_CASE("an estimate that is out of order is refused") {
    CHECK_THROWS_MATCHES(hw::three_point(3.0 * second, 2.0 * second, 4.0 * second), std::domain_error,
                         Message("three_point: least <= likely <= most must hold, got 3, 2, 4 seconds"));
    CHECK_THROWS_MATCHES(hw::three_point(1.0 * second, 5.0 * second, 4.0 * second), std::domain_error,
                         Message("three_point: least <= likely <= most must hold, got 1, 5, 4 seconds"));
    CHECK_THROWS_MATCHES(hw::three_point(1.0 * second, 2.0 * second, __builtin_huge_val() * second), std::domain_error,
                         Message("three_point: least <= likely <= most must hold, got 1, 2, inf seconds"));
    CHECK_THROWS_AS(hw::three_point(1.0 * second, __builtin_nan("") * second, 2.0 * second), std::domain_error);
}

TEST_CASE("lead_time: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::three_point(x * second, 2.0 * second, 3.0 * second); }, {2.0, -1.0}, {2.000001, nan, -inf});
    check_refusals([&](const auto& x) { return hw::three_point(1.0 * second, x * second, 3.0 * second); }, {1.0, 3.0}, {0.999999, 3.000001, nan});
    check_refusals([&](const auto& x) { return hw::three_point(1.0 * second, 2.0 * second, x * second); }, {2.0, 9.0}, {1.999999, nan, inf});
    check_refusals([&](const auto& x) { return (hw::detail::require_duration("x", x), 0); }, {0.0, 1.0}, {-1e-9, nan, inf});
}

}  // namespace
