// SPDX-License-Identifier: BSL-1.0
#include <headway/process/first_passage.hpp>

#include <headway/assumption/path.hpp>
#include <headway/sensitivity/tornado.hpp>
#include <headway/simulation/simulate.hpp>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

inline constexpr auto start = hw::date(2025y / 1 / 1);

/// Within so many standard errors of the truth.
void require_near(const hw::outcome<hw::date>& when, const hw::date& by, double truth, double errors = 4.0) {
    const double got = when.probability_below(by);
    const double error = std::sqrt(truth * (1.0 - truth) / static_cast<double>(when.draws()));
    CAPTURE(got, truth, error);
    REQUIRE(std::abs(got - truth) < errors * error);
}

constexpr auto log_rate(double per_year) { return hw::growth::from_rate_per_second(per_year / (1.0 * year).base_value()); }

inline constexpr auto dram = hw::path<"DRAM price">(hw::log_walk(start, 4.0 * usd, log_rate(-0.446), hw::per_sqrt_year(0.383)),
                                                    "fitted to yearly prices");
inline constexpr auto modules = hw::path<"module price">(
    hw::log_walk(start, 3.0 * usd, log_rate(-0.10), hw::per_sqrt_year(0.15)), "fitted to yearly prices");
inline constexpr auto rising = hw::path<"rising price">(
    hw::log_walk(start, 2.0 * usd, log_rate(0.05), hw::per_sqrt_year(0.3)), "an assumption");

}  // namespace

// Reference values: P(by T) = Φ((-b - μT)/(σ√T)) + exp(-2μb/σ²) Φ((-b + μT)/(σ√T)), in 30 digits by mpmath.
TEST_CASE("a walk in logarithms first comes to a level when the closed form says") {
    const auto by = [](const auto& path, const auto& level, double years) {
        const auto last = start + years * year;
        return hw::forecast(hw::inputs(path), [path, level, last](const auto& in) {
            return hw::first_at_most(in[path], level, hw::between(start, last));
        });
    };
    const hw::simulation run{.draws = 100'000, .seed = 17};
    const auto fifth = hw::simulate(by(dram, 0.8 * usd, 5.0), run);
    require_near(fifth, start + 3.0 * year, 0.420115358548);
    require_near(fifth, start + 5.0 * year, 0.831100892745);
    // A date that no step ends on, to tell that the date within a step is drawn from its law.
    require_near(fifth, start + 2.54 * year, 0.28007857118858);
    const auto third = hw::simulate(by(modules, 1.0 * usd, 8.0), run);
    require_near(third, start + 8.0 * year, 0.307303832204);
    const auto half = hw::simulate(by(rising, 1.0 * usd, 10.0), run);
    require_near(half, start + 10.0 * year, 0.298378222365);
}
