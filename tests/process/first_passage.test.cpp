// SPDX-License-Identifier: BSL-1.0
#include <headway/process/first_passage.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <headway/assumption/path.hpp>
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

constexpr auto log_rate(double per_year) {
    return hw::growth::from_rate_per_second(per_year / (1.0 * year).base_value());
}

inline constexpr auto dram = hw::path<"DRAM price">(
    hw::log_walk(start, 4.0 * usd, log_rate(-0.446), hw::per_sqrt_year(0.383)), "fitted to yearly prices");
inline constexpr auto modules = hw::path<"module price">(
    hw::log_walk(start, 3.0 * usd, log_rate(-0.10), hw::per_sqrt_year(0.15)), "fitted to yearly prices");
inline constexpr auto rising =
    hw::path<"rising price">(hw::log_walk(start, 2.0 * usd, log_rate(0.05), hw::per_sqrt_year(0.3)), "an assumption");

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

namespace {

/// A forecast of a date on one path.
template <class Path, class Model>
auto asked(const Path& path, Model model) {
    return hw::forecast(hw::inputs(path), [path, model](const auto& in) { return model(in[path]); });
}
template <class Outcome>
std::vector<double> draws_of(const Outcome& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
    return all;
}
constexpr auto until(double years) { return hw::between(start, start + years * year); }
inline constexpr hw::simulation some{.draws = 20'000, .seed = 3};

}  // namespace

TEST_CASE("looking at the ends of months alone misses passages, which the bridges find") {
    const auto f = asked(dram, [](const auto& price) {
        auto least = price(start);
        for (int months = 1; months <= 36; ++months) least = min(least, price(start + double(months) * month));
        return hw::outputs(hw::output<"least">(least),
                           hw::output<"passes">(hw::first_at_most(price, 0.8 * usd, until(3.0))));
    });
    const auto run = hw::simulate(f, some);
    constexpr double truth = 0.420115358548;
    const double error = std::sqrt(truth * (1.0 - truth) / 20'000.0);
    require_near(hw::get<"passes">(run), start + 3.0 * year, truth);
    const double on_grid = hw::get<"least">(run).probability_below(0.8 * usd);
    CAPTURE(on_grid);
    REQUIRE(on_grid < truth - 4.0 * error);
    // Whoever is below at the end of a month has passed by then.
    const auto least = draws_of(hw::get<"least">(run));
    const auto passes = draws_of(hw::get<"passes">(run));
    for (std::size_t i = 0; i < least.size(); ++i)
        REQUIRE((least[i] > 0.8 || passes[i] <= (start + 3.0 * year).seconds_since_1970()));
}

TEST_CASE("the law of a passage does not depend on the step") {
    for (const auto step : {1.0 * year, 4.0 * month, 7.0 * day}) {
        const auto path = hw::path<"DRAM price">(dram.process().with_step(step), "test");
        const auto when =
            hw::simulate(asked(path, [](const auto& p) { return hw::first_at_most(p, 0.8 * usd, until(3.0)); }), some);
        require_near(when, start + 3.0 * year, 0.420115358548);
        require_near(when, start + 2.54 * year, 0.28007857118858);
    }
}

// Reference values by the same formula as above in 30 digits.
TEST_CASE("walks in levels, products with exponentials, falling targets and passages upward have closed forms too") {
    static constexpr auto margin =
        hw::path<"margin">(hw::level_walk(start, 30.0 * usd, -3.0 * usd / year, hw::per_sqrt_year(9.0 * usd)), "test");
    require_near(
        hw::simulate(asked(margin, [](const auto& p) { return hw::first_at_most(p, 10.0 * usd, until(4.0)); }), some),
        start + 4.0 * year, 0.49430901169053);
    require_near(hw::simulate(asked(margin,
                                    [](const auto& p) {
                                        return hw::first_at_most(p + hw::constant(5.0 * usd) - 2.0 * usd, 13.0 * usd,
                                                                 until(4.0));
                                    }),
                              some),
                 start + 4.0 * year, 0.49430901169053);
    const auto grows = hw::exponential(start, 1.0, log_rate(0.03));
    require_near(
        hw::simulate(asked(modules, [=](const auto& p) { return hw::first_at_most(p * grows, 1.0 * usd, until(8.0)); }),
                     some),
        start + 8.0 * year, 0.14518130406261);
    require_near(
        hw::simulate(
            asked(modules, [=](const auto& p) { return hw::first_at_least(1.0 / (p * grows), 1.0 / usd, until(8.0)); }),
            some),
        start + 8.0 * year, 0.14518130406261);
    const auto falls = hw::exponential(start, 1.0 * usd, log_rate(-0.05));
    require_near(
        hw::simulate(asked(modules, [=](const auto& p) { return hw::first_at_most(p, falls, until(8.0)); }), some),
        start + 8.0 * year, 0.077006603275663);
    require_near(
        hw::simulate(asked(modules, [=](const auto& p) { return hw::first_at_least(falls, p, until(8.0)); }), some),
        start + 8.0 * year, 0.077006603275663);
    require_near(
        hw::simulate(asked(rising, [](const auto& p) { return hw::first_at_least(p, 4.0 * usd, until(6.0)); }), some),
        start + 6.0 * year, 0.48699096598777);
}

TEST_CASE("a delayed path passes later by its delay") {
    const auto plain =
        hw::simulate(asked(dram, [](const auto& p) { return hw::first_at_most(p, 0.8 * usd, until(5.0)); }), some);
    const auto late =
        hw::simulate(asked(dram,
                           [](const auto& p) {
                               return hw::first_at_most(hw::lagged(p, 1.0 * day), 0.8 * usd,
                                                        hw::between(start + 1.0 * day, start + 5.0 * year + 1.0 * day));
                           }),
                     some);
    const auto a = draws_of(plain);
    const auto b = draws_of(late);
    for (std::size_t i = 0; i < a.size(); ++i) REQUIRE(b[i] == a[i] + 86400.0);
}

TEST_CASE("the further of two levels is passed in no earlier step than the nearer") {
    const auto f = asked(dram, [](const auto& p) {
        return hw::outputs(hw::output<"nearer">(hw::first_at_most(p, 2.0 * usd, until(5.0))),
                           hw::output<"further">(hw::first_at_most(p, 1.9 * usd, until(5.0))));
    });
    const auto run = hw::simulate(f, some);
    const auto nearer = draws_of(hw::get<"nearer">(run));
    const auto further = draws_of(hw::get<"further">(run));
    const auto month_of = [](double seconds) {
        return std::floor((seconds - start.seconds_since_1970()) / (1.0 * month).base_value());
    };
    int within_one = 0;
    for (std::size_t i = 0; i < nearer.size(); ++i) {
        if (!(further[i] < hw::no_limit)) continue;
        REQUIRE(month_of(further[i]) >= month_of(nearer[i]));
        within_one += month_of(further[i]) == month_of(nearer[i]) ? 1 : 0;
    }
    REQUIRE(within_one > 1000);
}

TEST_CASE("what is so already counts from the first day of the window") {
    const auto first = start + 1.3 * year;
    const auto f = asked(dram, [=](const auto& p) {
        return hw::outputs(
            hw::output<"passes">(hw::first_at_most(p, 2.5 * usd, hw::between(first, start + 5.0 * year))),
            hw::output<"then">(p(first)));
    });
    const auto run = hw::simulate(f, some);
    const auto passes = draws_of(hw::get<"passes">(run));
    const auto then = draws_of(hw::get<"then">(run));
    for (std::size_t i = 0; i < passes.size(); ++i) {
        REQUIRE((passes[i] == first.seconds_since_1970()) == (then[i] <= 2.5));
        REQUIRE(passes[i] >= first.seconds_since_1970());
    }
    const auto now = hw::simulate(
        asked(dram, [](const auto& p) { return hw::first_at_most(p, 4.5 * usd, until(1.0)); }), {.draws = 64});
    REQUIRE(now.quantile(1.0) == start);
}

TEST_CASE("a window of each draw's own dates finds what a plain one finds") {
    static constexpr auto last = hw::assumption<"last">(hw::date(2028y / 5 / 7), "test");
    const auto f = hw::forecast(hw::inputs(dram, last), [](const auto& in) {
        return hw::outputs(
            hw::output<"plain">(hw::first_at_most(in[dram], 0.8 * usd, hw::between(start, hw::date(2028y / 5 / 7)))),
            hw::output<"own">(hw::first_at_most(in[dram], 0.8 * usd, hw::between(start, in[last]))));
    });
    const auto run = hw::simulate(f, some);
    REQUIRE(draws_of(hw::get<"plain">(run)) == draws_of(hw::get<"own">(run)));
}

TEST_CASE("jumps are passages at the ends of steps") {
    // Without volatility the first jump, which halves the price, is the passage: exponential, on whole months.
    static constexpr auto path = hw::path<"jumping">(
        hw::log_walk(start, 4.0 * usd, log_rate(0.0), hw::per_sqrt_year(0.0)).with_jumps(0.7 / year, 0.5, 0.0), "test");
    const auto when =
        hw::simulate(asked(path, [](const auto& p) { return hw::first_at_most(p, 3.0 * usd, until(4.0)); }), some);
    require_near(when, start + 2.001 * year, 1.0 - std::exp(-1.4));
    for (const double x : draws_of(when)) {
        const double months = (x - start.seconds_since_1970()) / (1.0 * month).base_value();
        REQUIRE((!(x < hw::no_limit) || std::abs(months - std::round(months)) < 1e-6));
    }
}

TEST_CASE("passages of a process that reverts to a mean agree from step to step within the errors of a step") {
    const auto probability = [](const auto& step) {
        const auto path = hw::path<"reverting">(
            hw::log_mean_reverting(start, 4.0 * usd, 2.0 * usd, log_rate(-1.0), hw::per_sqrt_year(0.4)).with_step(step),
            "test");
        return hw::simulate(asked(path, [](const auto& p) { return hw::first_at_most(p, 1.5 * usd, until(1.5)); }),
                            some)
            .probability_below(start + 1.5 * year);
    };
    const double monthly = probability(1.0 * month);
    const double weekly = probability(7.0 * day);
    CAPTURE(monthly, weekly);
    REQUIRE(std::abs(monthly - weekly) < 4.0 * std::sqrt(2.0 * weekly * (1.0 - weekly) / 20'000.0) + 0.01);
}

TEST_CASE("on plain numbers the central path passes where its formula says") {
    constexpr auto f = hw::forecast(hw::inputs(dram),
                                    [](const auto& in) { return hw::first_at_most(in[dram], 0.8 * usd, until(5.0)); });
    const double years = (f.baseline() - start) / (1.0 * year);
    REQUIRE(std::abs(years - std::log(5.0) / 0.446) < 1e-9);
}

TEST_CASE("what has no passage is refused in words") {
    using Catch::Matchers::Contains;
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    const auto fails = [](const auto& model, const std::string& words) {
        REQUIRE_THROWS_WITH(hw::simulate(asked(dram, model), {.draws = 64}), Contains(words));
    };
    fails([](const auto& p) { return hw::first_at_most(p, -0.8 * usd, until(3.0)); },
          "first_at_most: the level of a path in logarithms, which is always above zero, must be > 0, got -0.8");
    fails([](const auto& p) { return hw::first_at_least(2.0 * p, 0.0 * usd, until(3.0)); },
          "first_at_least: the level of a path in logarithms, which is always above zero, must be > 0, got 0");
    fails([=](const auto& p) { return hw::first_at_most(p, undefined * usd, until(3.0)); },
          "first_at_most: level must be a finite number, got nan");
    fails([](const auto& p) { return hw::first_at_most(-2.0 * p, 1.0 * usd, until(3.0)); },
          "what multiplies or divides a path must be > 0, got -2 on 2025-01-01");
    fails(
        [](const auto& p) {
            return hw::first_at_most(p, 0.8 * usd, hw::between(start - 2.0 * day, start + 1.0 * year));
        },
        "path: it starts on 2025-01-01 and has no value before, got 2024-12-30");
    fails([](const auto& p) { return hw::first_at_most(p, 0.8 * usd, hw::between(start, start + 1e5 * year)); },
          "it may be asked up to 100 000 steps after its start");
    // A level that a sum can have though the path cannot: never at most, always at least.
    const auto sum = hw::simulate(
        asked(dram,
              [](const auto& p) {
                  return hw::outputs(
                      hw::output<"most">(hw::first_at_most(p + hw::constant(2.0 * usd), 1.0 * usd, until(3.0))),
                      hw::output<"least">(hw::first_at_least(p + hw::constant(2.0 * usd), 1.0 * usd, until(3.0))));
              }),
        {.draws = 64});
    REQUIRE(hw::get<"most">(sum).probability_never() == 1.0);
    REQUIRE(hw::get<"least">(sum).quantile(1.0) == start);
}
