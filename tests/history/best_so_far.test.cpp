// SPDX-License-Identifier: BSL-1.0
#include <headway/history/best_so_far.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/algebra.hpp>
#include <headway/trend/first_time.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr auto start = hw::date(2023y / 1 / 1);
constexpr hw::date after(double months) { return start + months * month; }
constexpr bool close(double a, double b, double error = 1e-9) { return hw::abs(a - b) <= error; }

constexpr std::array leader_scores{hw::point(after(0), 0.0),   hw::point(after(12), 10.0), hw::point(after(13), 4.0),
                                   hw::point(after(24), 20.0), hw::point(after(24), 15.0), hw::point(after(36), 30.0),
                                   hw::point(after(48), 40.0), hw::point(after(60), 50.0), hw::point(after(70), 50.0)};
constexpr std::array follower_scores{hw::point(after(26), 10.0), hw::point(after(28), 20.0),
                                     hw::point(after(42), 30.0)};

// The best so far is a trend: the trend's own questions can be asked of it.
constexpr auto best = hw::best_so_far(leader_scores, hw::best_between::steps);
static_assert(best(after(13)) == 10.0 && best(after(90)) == 50.0 && best.date_of(10.5) == after(24));
static_assert(best.date_of(-1.0) == after(0) && best.date_of(50.1) == hw::date::never());
static_assert(hw::crossing(best, 25.0, hw::between(after(0), after(70)), hw::direction::rising) == after(36));
static_assert(hw::first_at_least(best, 20.0, hw::between(after(5), after(70))) == after(24));
static_assert(close(hw::lead(best + 1.0, hw::best_so_far(follower_scores, hw::best_between::steps) + 1.0)
                        .time_at(after(30), hw::between(after(0), after(60)))
                        .in(month),
                    6.0, 1e-6));
static_assert(
    close(hw::lead(best, hw::best_so_far(follower_scores, hw::best_between::steps)).time_at(after(30)).in(month), 6.0));

TEST_CASE("the best so far runs on every number type") {
    const std::array scores{hw::point(after_years(0.0), 5.0), hw::point(after_years(1.0), 4.0),
                            hw::point(after_years(2.0), 9.0), hw::point(after_years(5.0), 12.0)};
    for (const auto how : {hw::best_between::linear, hw::best_between::log_linear}) {
        const auto trend = hw::best_so_far(scores, how);
        check_number_types([&](const auto& years) { return trend(after_years(years)); }, 0.05, 4.95);
        check_number_types([&](const auto& score) { return (trend.date_of(score) - start_date).in(year); }, 5.05, 11.9);
    }
    const auto steps = hw::best_so_far(scores, hw::best_between::steps);
    const auto dates = hw::batch::generate([](int i) { return 6.0 * i / hw::batch::size; });
    const hw::batch values = steps(after_years(dates));
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(hw::value_at(values, i) == steps(after_years(hw::value_at(dates, i))));
    }
}

TEST_CASE("observations that make no best are refused in words") {
    using table = std::vector<hw::point<hw::dimensionless, double>>;
    const table fine{hw::point(after(0), 1.0), hw::point(after(6), 2.0)};
    CHECK_THROWS_MATCHES(
        hw::best_so_far(hw::observations<double>{}, hw::best_between::steps), std::domain_error,
        Message("best_so_far: at least 1 observations are needed, got 0; give some (were all rows left out as "
                "missing?)"));
    CHECK_THROWS_MATCHES(
        hw::best_so_far(fine, hw::best_between::steps)(after(-1)), std::domain_error,
        Message("best_so_far: nothing was observed by 2022-12-01, the first observation is of 2023-01-01"));
    CHECK_THROWS_MATCHES(hw::best_so_far(table{}, hw::best_between::steps), std::domain_error,
                         Message("best_so_far: at least 1 points are needed, got 0"));
    CHECK_THROWS_MATCHES(hw::best_so_far(fine, hw::best_between::steps).date_of(__builtin_nan("")), std::domain_error,
                         Message("best_so_far: level must be a finite number, got nan"));
}

}  // namespace
