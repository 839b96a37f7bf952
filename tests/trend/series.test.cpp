// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/series.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>

#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto make = [](hw::interpolation how, auto... outside) {
    return hw::series(how, outside..., hw::point(start_date, 2.0 * usd), hw::point(start_date + 1.0 * year, 8.0 * usd),
                      hw::point(start_date + 3.0 * year, 4.0 * usd));
};
constexpr auto lines = make(hw::interpolation::linear);
constexpr auto logs = make(hw::interpolation::log_linear);
constexpr bool near(hw::quantity<hw::dim::money> a, double in_usd) { return hw::abs(a.in(usd) / in_usd - 1.0) < 1e-14; }

static_assert(lines(start_date) == 2.0 * usd && logs(start_date) == 2.0 * usd);
static_assert(lines(start_date + 1.0 * year) == 8.0 * usd && logs(start_date + 1.0 * year) == 8.0 * usd);
static_assert(near(lines(start_date + 3.0 * year), 4.0) && near(logs(start_date + 3.0 * year), 4.0));
static_assert(near(lines(start_date + 0.5 * year), 5.0) && near(logs(start_date + 0.5 * year), 4.0));
static_assert(near(lines(start_date + 2.0 * year), 6.0));

// Beyond the data only in the stated way.
constexpr auto held = make(hw::interpolation::linear, hw::extrapolate::hold);
constexpr auto line_goes_on = make(hw::interpolation::linear, hw::extrapolate::trend);
constexpr auto growth_goes_on = make(hw::interpolation::log_linear, hw::extrapolate::trend);
static_assert(held(start_date - 5.0 * year) == 2.0 * usd && near(held(start_date + 9.0 * year), 4.0));
static_assert(near(line_goes_on(start_date - 0.25 * year), 0.5) && near(line_goes_on(start_date + 4.0 * year), 2.0));
static_assert(near(growth_goes_on(start_date - 1.0 * year), 0.5) && near(growth_goes_on(start_date + 5.0 * year), 2.0));
// Stated refusal is the same as none.
static_assert(make(hw::interpolation::linear, hw::extrapolate::refuse)(start_date) == lines(start_date));

static_assert(hw::abs(hw::crossing(logs, 4.0 * usd, hw::between(start_date, start_date + 3.0 * year), hw::direction::rising) -
                      (start_date + 0.5 * year)) < 1e-6 * second);

TEST_CASE("series: the integral of each segment in closed form") {
    for (const auto how : {hw::interpolation::linear, hw::interpolation::log_linear}) {
        for (const auto outside : {hw::extrapolate::hold, hw::extrapolate::trend}) {
            const auto trend = make(how, outside);
            // Continuous, with bends where the points are: summed by quadrature piece by piece.
            const auto opaque = [&](const auto& t) { return trend(t); };
            double sum = 0.0;
            const std::vector cuts{-1.5, 0.0, 0.25, 1.0, 2.0, 3.0, 5.25};
            for (std::size_t i = 1; i < cuts.size(); ++i) {
                sum += hw::cumulative(opaque, after_years(cuts[i - 1]), after_years(cuts[i])).in(usd * year);
                CHECK_THAT(hw::cumulative(trend, after_years(-1.5), after_years(cuts[i])).in(usd * year), WithinRel(sum, 1e-11));
            }
        }
    }
    CHECK_THAT(hw::cumulative(lines, start_date, after_years(3.0)).in(usd * year), WithinRel(5.0 + 12.0, 1e-14));
}

TEST_CASE("series: every point is told as a breakpoint, both ends too") {
    std::vector<hw::date> told;
    hw::detail::visit_breakpoints(lines, [&](const hw::date& at) { told.push_back(at); });
    CHECK((told == std::vector<hw::date>{start_date, after_years(1.0), after_years(3.0)}));
}

TEST_CASE("series: many points from a container, found by bisection and block-wise") {
    std::vector<hw::point<hw::dim::money, double>> rows;
    for (int i = 0; i < 100; ++i) rows.push_back(hw::point(after_years(0.1 * i), (1.0 + i * i) * usd));
    const auto trend = hw::series(hw::interpolation::linear, rows);
    CHECK(trend.points().size() == 100);
    for (std::size_t i = 0; i < 100; ++i) CHECK_THAT(trend(rows[i].at) / rows[i].value(), WithinRel(1.0, 1e-15));
    check_number_types([&](auto t) { return trend(after_years(t)).in(usd); }, 0.013, 9.87, 1e-3);
}

TEST_CASE("series: every number type gives the same") {
    for (const auto how : {hw::interpolation::linear, hw::interpolation::log_linear}) {
        for (const auto outside : {hw::extrapolate::hold, hw::extrapolate::trend}) {
            for (const double t : {-0.5, 0.5, 1.5}) {
                const auto with_middle = [=](auto x) {
                    return hw::series(how, outside, hw::point(start_date, x), hw::point(after_years(1.0), 2.0 * x * x),
                                      hw::point(after_years(2.0), 3.0));
                };
                check_number_types([&](auto x) { return with_middle(x)(after_years(t)); }, 0.6, 2.0);
                check_number_types(
                    [&](auto x) { return hw::cumulative(with_middle(x), after_years(t), after_years(3.0)).in(year); }, 0.6,
                    2.0);
            }
        }
    }
}

TEST_CASE("series: bad input") {
    CHECK_THROWS_WITH(lines(2024y / 2 / 29),
                      "series: no value on 2024-02-29, the data run from 2024-03-01 to 2027-03-01; state "
                      "extrapolate::hold or extrapolate::trend to go beyond");
    CHECK_THROWS_WITH(lines(2027y / 3 / 2), StartsWith("series: no value on 2027-03-02"));
    CHECK_THROWS_WITH(lines(hw::date::never()), StartsWith("series: no value on never"));
    CHECK_THROWS_AS(hw::cumulative(lines, start_date, 2027y / 3 / 2), std::domain_error);
    const auto days = hw::batch::generate([](int i) { return i == 7 ? 2000.0 : 1.0; }) * day;
    CHECK_THROWS_WITH(lines(start_date + days), StartsWith("series: no value on 2029-08-22"));
    // Draws upon the first and the last date are within the data.
    const auto ends = hw::batch::generate([](int i) { return i == 60 ? 3.5 : i % 2 == 0 ? 0.0 : 3.0; }) * year;
    CHECK_THROWS_WITH(lines(start_date + ends), StartsWith("series: no value on 2027-08-31"));
    CHECK_NOTHROW(lines(start_date + min(ends / year, 3.0) * year));
    const auto first = hw::point(2024y / 1 / 1, 1.0);
    const auto how = hw::interpolation::log_linear;
    CHECK_THROWS_WITH(hw::series(how, first), "series: at least 2 points are needed, got 1");
    CHECK_THROWS_WITH(hw::series(how, first, first), "series: dates must ascend, got 2024-01-01 after 2024-01-01 at point 2");
    CHECK_THROWS_WITH(hw::series(how, first, hw::point(2023y / 1 / 1, 1.0)),
                      "series: dates must ascend, got 2023-01-01 after 2024-01-01 at point 2");
    CHECK_THROWS_WITH(hw::series(how, first, hw::point(2025y / 1 / 1, 0.0)),
                      "series: values must be > 0 for log-linear interpolation, got 0 (in base units) on 2025-01-01 at point 2");
    CHECK_NOTHROW(hw::series(hw::interpolation::linear, first, hw::point(2025y / 1 / 1, 0.0)));
}

TEST_CASE("series: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::series(hw::interpolation::linear, hw::point(start_date, 1.0), hw::point(after_years(1.0), 2.0))(after_years(x)); }, {0.0, 0.5, 1.0}, {-1e-6, 1.000001, 9.0, inf});
    check_refusals([&](const auto& x) { return hw::series(hw::interpolation::linear, hw::point(after_years(x), 1.0), hw::point(after_years(2.0), 2.0))(start_date); }, {0.0, -1.0}, {1e-6, 1.0});
    check_refusals([&](const auto& x) { return hw::series(hw::interpolation::linear, hw::point(start_date, 1.0), hw::point(after_years(x), 2.0)); }, {1e-6, 1.0}, {0.0, -1.0, inf});
    check_refusals([&](const auto& x) { return hw::series(hw::interpolation::linear, hw::point(start_date, 1.0), hw::point(after_years(1.0), x)); }, {0.0, -1.0}, {nan, inf});
    check_refusals([&](const auto& x) { return hw::series(hw::interpolation::log_linear, hw::point(start_date, 1.0), hw::point(after_years(1.0), x)); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
}

}  // namespace
