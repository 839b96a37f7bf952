// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/nth_fab_time.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "fab.hpp"

#include <headway/economics/build_time.hpp>
#include <headway/figures/published_fabs.hpp>
#include <headway/figures/since/fabs.hpp>

namespace hw = headway;
namespace said = headway::figures::published;
namespace now = headway::figures::since;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr double nan = __builtin_nan("");
constexpr double inf = __builtin_huge_val();
constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto slow = 38.0 * month;
constexpr auto permits = 14.0 * month;
constexpr auto learning = hw::learning_rate(0.2);

static_assert(hw::time_of_nth_fab(slow, learning, 1) == slow);
static_assert(hw::time_of_nth_fab(slow, learning, 1, permits) == slow);
static_assert(close(hw::time_of_nth_fab(slow, learning, 2).in(month), 0.8 * 38.0));
static_assert(close(hw::time_of_nth_fab(slow, learning, 4, permits).in(month), 14.0 + 24.0 * 0.64));
static_assert(close(hw::time_of_nth_fab(slow, learning, 3, permits).in(month),
                    14.0 + 24.0 * reference::third_fab_at_20_percent));
// Nothing to learn where the floor is all of it, nor at a learning rate of zero; and builders forget at one below it.
static_assert(hw::time_of_nth_fab(slow, learning, 7, slow) == slow);
static_assert(hw::time_of_nth_fab(slow, hw::learning_rate(0.0), 7) == slow);
static_assert(close(hw::time_of_nth_fab(slow, hw::learning_rate(-0.5), 2).in(month), 57.0));
// Of a fab in stages the floor is what is not learned.
constexpr auto permit_stage = hw::build_stage("permits", permits);
constexpr auto construction = hw::build_stage("construction", 12.0 * month, 2.0);
static_assert(hw::time_of_nth_fab(hw::build_time(permit_stage, construction), learning, 2,
                                  hw::build_time(permit_stage)) ==
              hw::build_time(permit_stage) + hw::time_of_nth_fab(hw::build_time(construction), learning, 2));
static_assert(close(hw::learning_from_times(slow, 0.8 * slow, 2).rate(), 0.2));
static_assert(close(hw::learning_from_times(slow, permits + 0.64 * 24.0 * month, 4, permits).rate(), 0.2));

TEST_CASE("the n-th fab is built faster, by a rate of its own, but never faster than its floor") {
    double before = 1e9;
    for (int n = 1; n < 2000; n = 2 * n + 1) {
        const auto time = hw::time_of_nth_fab(slow, learning, n, permits);
        CHECK(time.in(month) < before);
        CHECK(time > permits);
        // What doubling the builds takes away is the learning rate's share of what is above the floor.
        CHECK_THAT((hw::time_of_nth_fab(slow, learning, 2 * n, permits) - permits) / (time - permits),
                   WithinRel(0.8, 1e-12));
        CHECK_THAT(hw::time_of_nth_fab(slow, learning, n, 0.0 * month) / slow,
                   WithinRel(hw::cost_of_nth_fab(usd, learning, n).in(usd), 1e-14));
        if (n > 1)
            CHECK_THAT(hw::learning_from_times(slow, time, n, permits).exponent(),
                       WithinRel(learning.exponent(), 1e-12));
        before = time.in(month);
    }
    const auto third = hw::time_of_nth_fab(slow, learning, 3, permits);
    CHECK(hw::time_of_nth_fab(slow + month, learning, 3, permits) > third);
    CHECK(hw::time_of_nth_fab(slow, hw::learning_rate(0.25), 3, permits) < third);
    CHECK(hw::time_of_nth_fab(slow, learning, 4, permits) < third);
    CHECK(hw::time_of_nth_fab(slow, learning, 3, permits + month) > third);
    const double w = hw::learning_from_times(slow, 30.0 * month, 2, permits).exponent();
    CHECK(hw::learning_from_times(slow + month, 30.0 * month, 2, permits).exponent() > w);
    CHECK(hw::learning_from_times(slow, 31.0 * month, 2, permits).exponent() < w);
    CHECK(hw::learning_from_times(slow, 30.0 * month, 3, permits).exponent() < w);
    CHECK(hw::learning_from_times(slow, 30.0 * month, 2, permits + month).exponent() > w);
    CHECK(hw::learning_from_times(slow, 40.0 * month, 2, permits).exponent() < 0.0);
}

TEST_CASE("Arizona: at least twice Taiwan's time for the first, and what a second a year earlier tells of learning") {
    // The stages that the trade reports make the multiple of which TSMC's chief spoke.
    const auto first = now::arizona_time.value * said::exyte_time_taiwan.value;
    CHECK(first == said::exyte_time_us.value);
    CHECK(now::arizona_time.precision == hw::figures::precision::at_least);
    // Brought forward from 2028 to the second half of 2027: from half a year, first days compared, to a year, last days.
    const hw::date planned_first = std::chrono::year_month_day(std::chrono::year(2028) / 1 / 1);
    const hw::date planned_last = std::chrono::year_month_day(std::chrono::year(2028) / 12 / 31);
    const auto least = planned_first - now::arizona_fab2_volume.low;
    const auto most = planned_last - now::arizona_fab2_volume.high;
    CHECK(least.in(month) > 5.9);
    CHECK(most.in(month) < 12.1);
    // A second fab that is a year faster, of 38 months: log2(38 / 26), or log2(24 / 12) of what permits leave.
    CHECK_THAT(hw::learning_from_times(first, first - year, 2).rate(), WithinRel(12.0 / 38.0, 1e-12));
    CHECK_THAT(hw::learning_from_times(first, first - year, 2, said::exyte_time_us.first).rate(),
               WithinRel(0.5, 1e-12));
    // And the third, at that rate: 14 + 24 / 3 months with the floor.
    CHECK_THAT(hw::time_of_nth_fab(first, hw::learning_rate(0.5), 3, said::exyte_time_us.first).in(month),
               WithinRel(22.0, 1e-12));
}

TEST_CASE("the time of the n-th fab runs on every number type") {
    check_number_types(
        [](const auto& x) {
            return hw::time_of_nth_fab(x * month, hw::learning_rate(0.1 * x), x, 0.1 * x * month).in(month);
        },
        1.5, 4.0);
    check_number_types([](const auto& x) { return hw::time_of_nth_fab(slow, learning, 2, x * month).in(month); }, 1.0,
                       30.0);
    check_number_types(
        [](const auto& x) { return hw::learning_from_times(9.0 * x * month, (x + 3.0) * month, x, x * month).rate(); },
        1.5, 4.0);
}

TEST_CASE("a time of building that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::time_of_nth_fab(slow, learning, 0), std::domain_error,
                         Message("time_of_nth_fab: number of the fab must be finite and at least 1, got 0"));
    CHECK_THROWS_MATCHES(hw::time_of_nth_fab(0.0 * month, learning, 1), std::domain_error,
                         Message("time_of_nth_fab: time of the first fab in seconds must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::time_of_nth_fab(slow, learning, 2, -1.0 * second), std::domain_error,
                         Message("time_of_nth_fab: floor in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(
        hw::time_of_nth_fab(38.0 * month, learning, 2, 40.0 * month), std::domain_error,
        Message("time_of_nth_fab: the floor must be at most the time of the first fab (38 months), which took all of "
                "it, got 40 months"));
    CHECK_THROWS_AS(hw::time_of_nth_fab(slow, learning, 2, slow + 1.0 * second), std::domain_error);
    CHECK_THROWS_MATCHES(hw::time_of_nth_fab(slow, hw::learning_rate(1.0), 2), std::domain_error,
                         Message("learning_rate: share must be below 1, got 1"));
    CHECK_THROWS_MATCHES(
        hw::learning_from_times(slow, permits, 2, permits), std::domain_error,
        Message("learning_from_times: time of the n-th fab less the floor, in seconds must be > 0, got 0"));
    CHECK_THROWS_MATCHES(
        hw::learning_from_times(permits, slow, 2, permits), std::domain_error,
        Message("learning_from_times: time of the first fab less the floor, in seconds must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::learning_from_times(slow, slow, 1), std::domain_error,
                         Message("learning_from_times: number of the n-th fab must be > 1, got 1"));
    check_refusals([](const auto& x) { return hw::time_of_nth_fab(slow, learning, x); }, {1.0, 2.0},
                   {0.9999999, nan, inf});
    check_refusals([](const auto& x) { return hw::time_of_nth_fab(x * month, learning, 2); }, {1e-9, 2.0},
                   {0.0, -1.0, nan, inf});
    check_refusals([](const auto& x) { return hw::time_of_nth_fab(slow, learning, 2, x * month); }, {0.0, 38.0},
                   {-1.0, 38.5, nan, inf});
    check_refusals([](const auto& x) { return hw::learning_from_times(slow, slow, x); }, {1.5, 2.0},
                   {1.0, 0.5, nan, inf});
}

}  // namespace
