// SPDX-License-Identifier: BSL-1.0
#include <headway/process/regime_switching.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include <headway/assumption/path.hpp>
#include <headway/sensitivity/tornado.hpp>
#include <headway/simulation/simulate.hpp>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;

namespace {

inline constexpr auto start = hw::date(2025y / 1 / 1);
constexpr auto log_rate(double per_year) {
    return hw::growth::from_rate_per_second(per_year / (1.0 * year).base_value());
}

}  // namespace

TEST_CASE("a walk that switches regimes has the mean and variance of its occupation times") {
    static constexpr auto path = hw::path<"switching">(
        hw::regime_switching(hw::log_walk(start, 4.0 * usd, log_rate(-0.6), hw::per_sqrt_year(0.1)),
                             hw::log_walk(start, 9.0 * usd, log_rate(0.9), hw::per_sqrt_year(0.4)), 2.0 * year,
                             6.0 * month)
            .with_step(7.0 * day),
        "test");
    const double years = 3.0;
    const auto f = hw::forecast(hw::inputs(path), [=](const auto& in) { return in[path](start + years * year); });
    std::vector<double> x;
    hw::simulate(f, {.draws = 16'384, .seed = 8}).for_each_draw([&](const auto& v) {
        x.push_back(std::log(v.in(usd)));
    });
    double mean = 0.0;
    for (const double v : x) mean += v;
    mean /= 16'384.0;
    double variance = 0.0;
    for (const double v : x) variance += (v - mean) * (v - mean);
    variance /= 16'383.0;
    // Time in the second regime, from the first: mean and second moment of a two-state chain (leaving rates a = 1/2, b = 2),
    // E[T] = a/q (t - (1 - e^-qt)/q), E[T²] = 2 ∫∫ p(s) r(u) with p(s) = a/q (1 - e^-qs), r(u) = a/q + b/q e^-qu.
    const double a = 0.5, b = 2.0, q = 2.5, t = years, e = std::exp(-q * t);
    const double in_second = a / q * (t - (1.0 - e) / q);
    double square = 0.0;
    const int cells = 3000;
    for (int i = 0; i < cells; ++i) {
        const double s = (i + 0.5) * t / cells;
        const double left = t - s;
        square += 2.0 * a / q * (1.0 - std::exp(-q * s)) * (a / q * left + b / q * (1.0 - std::exp(-q * left)) / q) *
                  t / cells;
    }
    const double apart = 0.9 + 0.6;
    const double true_mean = std::log(4.0) - 0.6 * t + apart * in_second;
    const double true_variance =
        apart * apart * (square - in_second * in_second) + 0.01 * (t - in_second) + 0.16 * in_second;
    CAPTURE(mean, true_mean, variance, true_variance);
    REQUIRE_THAT(mean, WithinAbs(true_mean, 4.0 * std::sqrt(true_variance / 16'384.0)));
    REQUIRE_THAT(variance, WithinAbs(true_variance, 0.05 * true_variance));
    // The central path is the mean of the logarithm.
    REQUIRE_THAT(std::log(f.baseline().in(usd)), WithinAbs(true_mean, 1e-12));
}

TEST_CASE("the mean of a walk that switches within its steps is that of continuous time") {
    static constexpr auto path = hw::path<"switching">(
        hw::regime_switching(hw::log_walk(start, 1.0 * usd, log_rate(std::numbers::ln2), hw::per_sqrt_year(0.1)),
                             hw::log_walk(start, 1.0 * usd, log_rate(-2.0 * std::numbers::ln2), hw::per_sqrt_year(0.6)),
                             4.0 * month, 2.0 * month)
            .with_step(6.0 * month),
        "test");
    const auto f = hw::forecast(hw::inputs(path), [](const auto& in) { return log(in[path](start + 1.0 * year) / usd); });
    const auto run = hw::simulate(f, {.draws = 16'384, .seed = 8});
    // From the first regime, leaving rates 3 and 6 a year: 1/3 (t - (1 - e^-9t)/9) of a year in the second.
    const double in_second = (1.0 - (1.0 - std::exp(-9.0)) / 9.0) / 3.0;
    const double mean = std::numbers::ln2 * (1.0 - 3.0 * in_second);
    REQUIRE_THAT(run.mean(), WithinAbs(mean, 4.0 * run.standard_error()));
    REQUIRE_THAT(f.baseline(), WithinAbs(mean, 1e-12));
}

TEST_CASE("the quantiles of a walk that switches have the variance of how long it is in each regime, from the first") {
    // A chain of a program of its own: exponential stays, leaving rates a = 1/2 and b = 2 a year, drifts -0.6 and 0.9.
    const double apart = 1.5, a = 0.5, b = 2.0;
    std::mt19937_64 generator(20'260'101);
    for (const double t : {0.25, 1.0, 3.0}) {
        const int chains = 200'000;
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < chains; ++i) {
            double now = 0.0, in_second = 0.0;
            for (bool away = false; now < t; away = !away) {
                const double stay = std::exponential_distribution<double>(away ? b : a)(generator);
                if (away) in_second += std::min(stay, t - now);
                now += stay;
            }
            sum += in_second;
            squares += in_second * in_second;
        }
        const double mean = sum / chains;
        const double of_chains = squares / chains - mean * mean;
        const double true_variance = 0.01 * (t - mean) + 0.16 * mean + apart * apart * of_chains;
        static constexpr auto path = hw::path<"switching">(
            hw::regime_switching(hw::log_walk(start, 4.0 * usd, log_rate(-0.6), hw::per_sqrt_year(0.1)),
                                 hw::log_walk(start, 9.0 * usd, log_rate(0.9), hw::per_sqrt_year(0.4)), 2.0 * year,
                                 6.0 * month),
            "test");
        const auto f = hw::forecast(hw::inputs(path), [=](const auto& in) { return log(in[path](start + t * year) / usd); });
        const auto bars = hw::tornado(f)[path];
        // The 10 % and 90 % quantiles lie 2.5631 standard deviations apart.
        const double deviation = (bars.high.result - bars.low.result) / (2.0 * 1.2815515655446004);
        CAPTURE(t, deviation * deviation, true_variance);
        REQUIRE_THAT(deviation * deviation, WithinAbs(true_variance, 0.01 * true_variance));
    }
    // By hand, of leaving rates 1 and 1 over a unit of time from the first: P(second at s) = (1 - e^-2s)/2, so that the mean
    // is 1/2 - (1 - e^-2)/4 and the mean square 2 (1/4)(1/2 - 1/2 + (1 - e^-2)/4 + 1/2 - (1 - e^-2)/2 + e^-2/2).
    const double e = std::exp(-2.0), mean = 0.5 - (1.0 - e) / 4.0;
    const double square = 0.5 * ((1.0 - e) / 4.0 + 0.5 - (1.0 - e) / 2.0 + e / 2.0);
    hw::detail::process_record record;
    record.leave_first = record.leave_other = 1.0;
    REQUIRE_THAT(hw::detail::time_in_other_variance(record, 1.0), WithinAbs(square - mean * mean, 1e-15));
}

TEST_CASE("regimes that are no walks of one kind are refused") {
    const auto log_one = hw::log_walk(start, 4.0 * usd, log_rate(-0.6), hw::per_sqrt_year(0.1));
    const auto level = hw::level_walk(start, 4.0 * usd, 1.0 * usd / year, hw::per_sqrt_year(1.0 * usd));
    const char* const words =
        "regime_switching: both regimes must be random walks of one kind, in logarithms or in levels, "
        "without regimes, jumps or estimated drifts of their own; give jumps to what it makes, .with_jumps(...)";
    REQUIRE_THROWS_WITH(hw::regime_switching(log_one, level, 1.0 * year, 1.0 * year), words);
    REQUIRE_THROWS_WITH(hw::regime_switching(log_one, log_one.with_estimated_drift(9, year), 1.0 * year, 1.0 * year),
                        words);
    REQUIRE_THROWS_WITH(hw::regime_switching(log_one, log_one.with_jumps(1.0 / year, 0.8, 0.1), 1.0 * year, 1.0 * year),
                        words);
    REQUIRE_THROWS_WITH(hw::regime_switching(log_one, log_one, 0.0 * year, 1.0 * year),
                        "regime_switching: period in seconds must be > 0, got 0");
}
