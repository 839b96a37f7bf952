// SPDX-License-Identifier: BSL-1.0
#include <headway/process/path_trend.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <headway/assumption/path.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/lagged.hpp>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

inline constexpr auto start = hw::date(2025y / 1 / 1);
constexpr auto log_rate(double per_year) {
    return hw::growth::from_rate_per_second(per_year / (1.0 * year).base_value());
}

/// The values of a path on some dates, draw by draw.
template <class Path>
std::vector<std::vector<double>> values_on(const Path& path, const std::vector<hw::date>& dates,
                                           const hw::simulation& options = {.draws = 16'384, .seed = 5}) {
    const auto f = hw::forecast(hw::inputs(path), [path](const auto& in, const auto& when) { return in[path](when); });
    const auto fan = hw::simulate(f, dates, options);
    std::vector<std::vector<double>> all;
    for (const hw::date& d : dates) {
        std::vector<double> drawn;
        fan.at(d).for_each_draw([&](const auto& x) { drawn.push_back(hw::base_value_of(x)); });
        all.push_back(drawn);
    }
    return all;
}

struct moments {
    double mean = 0.0;
    double variance = 0.0;
};
template <class F>
moments moments_of(const std::vector<double>& draws, F f) {
    moments m;
    for (const double x : draws) m.mean += f(x);
    m.mean /= static_cast<double>(draws.size());
    for (const double x : draws) m.variance += (f(x) - m.mean) * (f(x) - m.mean);
    m.variance /= static_cast<double>(draws.size()) - 1.0;
    return m;
}
/// Mean and variance within four standard errors; the fourth moment is a normal's.
void require_moments(const moments& got, double mean, double variance) {
    const double n = 16'384.0;
    CAPTURE(got.mean, got.variance, mean, variance);
    REQUIRE_THAT(got.mean, WithinAbs(mean, 4.0 * std::sqrt(variance / n)));
    REQUIRE_THAT(got.variance, WithinRel(variance, 4.0 * std::sqrt(2.0 / n)));
}
const auto as_it_is = [](double x) { return x; };
const auto in_logs = [](double x) { return std::log(x); };

}  // namespace

TEST_CASE("random walks have the moments of their law, on and between steps") {
    static constexpr auto log_path =
        hw::path<"log walk">(hw::log_walk(start, 4.0 * usd, log_rate(-0.446), hw::per_sqrt_year(0.383)), "test");
    static constexpr auto level_path = hw::path<"level walk">(
        hw::level_walk(start, 80.0 * usd, -3.0 * usd / year, hw::per_sqrt_year(9.0 * usd)), "test");
    for (const double years : {0.02, 0.5, 1.77, 5.0}) {
        const std::vector<hw::date> on{start + years * year};
        require_moments(moments_of(values_on(log_path, on)[0], in_logs), std::log(4.0) - 0.446 * years,
                        0.383 * 0.383 * years);
        require_moments(moments_of(values_on(level_path, on)[0], as_it_is), 80.0 - 3.0 * years, 81.0 * years);
    }
    REQUIRE(values_on(log_path, {start})[0] == std::vector<double>(16'384, std::exp(std::log(4.0))));
}

TEST_CASE("a process that reverts to a mean has the moments of Ornstein and Uhlenbeck, on and between steps") {
    static constexpr auto log_path = hw::path<"log reverting">(
        hw::log_mean_reverting(start, 4.0 * usd, 2.0 * usd, log_rate(-1.5), hw::per_sqrt_year(0.4)), "test");
    static constexpr auto level_path = hw::path<"level reverting">(
        hw::level_mean_reverting(start, 3.0 * usd, 5.0 * usd, log_rate(-1.5), hw::per_sqrt_year(1.0 * usd))
            .with_step(3.0 * month),
        "test");
    for (const double years : {0.3, 1.23, 4.0}) {
        const std::vector<hw::date> on{start + years * year};
        const double left = std::exp(-1.5 * years);
        const double variance = (1.0 - left * left) / 3.0;
        require_moments(moments_of(values_on(log_path, on)[0], in_logs), std::log(2.0) + std::log(2.0) * left,
                        0.16 * variance);
        require_moments(moments_of(values_on(level_path, on)[0], as_it_is), 5.0 - 2.0 * left, variance);
    }
    // Two dates: the correlation e^(-κ apart) times the ratio of standard deviations.
    const auto both = values_on(level_path, {start + 2.1 * year, start + 2.6 * year});
    const auto a = moments_of(both[0], as_it_is);
    const auto b = moments_of(both[1], as_it_is);
    double covariance = 0.0;
    for (std::size_t i = 0; i < both[0].size(); ++i) covariance += (both[0][i] - a.mean) * (both[1][i] - b.mean);
    covariance /= static_cast<double>(both[0].size());
    REQUIRE_THAT(covariance / a.variance, WithinAbs(std::exp(-1.5 * 0.5), 0.025));
}

TEST_CASE("jumps add a compound Poisson law") {
    static constexpr auto path = hw::path<"jumping">(
        hw::log_walk(start, 4.0 * usd, log_rate(-0.1), hw::per_sqrt_year(0.2)).with_jumps(1.5 / year, 0.8, 0.1),
        "test");
    const auto draws = values_on(path, {start + 4.0 * year})[0];
    const auto got = moments_of(draws, in_logs);
    const double size = std::log(0.8);
    const double mean = std::log(4.0) - 0.4 + 6.0 * size;
    const double variance = 0.16 + 6.0 * (size * size + 0.01);
    const double n = 16'384.0;
    REQUIRE_THAT(got.mean, WithinAbs(mean, 4.0 * std::sqrt(variance / n)));
    // The fourth cumulant of a compound Poisson: rate times the fourth moment of a jump.
    const double fourth = 6.0 * (size * size * size * size + 6.0 * size * size * 0.01 + 3.0 * 0.0001);
    REQUIRE_THAT(got.variance, WithinAbs(variance, 4.0 * std::sqrt((2.0 * variance * variance + fourth) / n)));
}

TEST_CASE("jumps of a process that reverts to a mean fade, whatever the step") {
    const auto with_step_of = [](const auto& path) {
        const auto got = moments_of(values_on(path, {start + 3.0 * year})[0], in_logs);
        // Shot noise: its cumulants are rate times moments of a jump times the integrals of what is left of it.
        const double reversion = 6.0 * std::log(2.0), size = std::log(1.5);
        const double mean = 4.0 * size * (1.0 - std::exp(-3.0 * reversion)) / reversion;
        const double variance =
            (0.04 + 4.0 * (size * size + 0.01)) * (1.0 - std::exp(-6.0 * reversion)) / (2.0 * reversion);
        CAPTURE(got.mean, mean, got.variance, variance);
        REQUIRE_THAT(got.mean, WithinAbs(mean, 4.0 * std::sqrt(variance / 16'384.0)));
        REQUIRE_THAT(got.variance, WithinRel(variance, 0.06));
    };
    static constexpr auto jumping =
        hw::log_mean_reverting(start, 1.0 * usd, 1.0 * usd, hw::halves_every(2.0 * month), hw::per_sqrt_year(0.2))
            .with_jumps(4.0 / year, 1.5, 0.1);
    static constexpr auto monthly = hw::path<"monthly">(jumping, "test");
    static constexpr auto half_yearly = hw::path<"half-yearly">(jumping.with_step(6.0 * month), "test");
    with_step_of(monthly);
    with_step_of(half_yearly);
}

TEST_CASE("asking a path on more dates leaves the others alone") {
    static constexpr auto path =
        hw::path<"price">(hw::log_walk(start, 4.0 * usd, log_rate(-0.446), hw::per_sqrt_year(0.383)), "test");
    const hw::simulation few{.draws = 200, .seed = 9};
    const hw::date mid = start + 40.3 * day;
    const auto alone = values_on(path, {mid}, few);
    const auto late = values_on(path, {start + 3.0 * year}, few);
    std::vector<hw::date> many;
    for (int i = 0; i < 50; ++i) many.push_back(start + (i * 0.9) * day);
    many.push_back(mid);
    for (int i = 1; i < 60; ++i) many.push_back(start + (i * 0.05 + 0.2) * year);
    many.push_back(start + 3.0 * year);
    many.push_back(start + 9.0 * year);
    const auto all = values_on(path, many, few);
    REQUIRE(all[50] == alone[0]);
    REQUIRE(all[110] == late[0]);
    // Backwards too, and a path that another process has in between.
    const auto backwards = values_on(path, {start + 3.0 * year, mid}, few);
    REQUIRE(backwards[1] == alone[0]);
    REQUIRE(backwards[0] == late[0]);
}

TEST_CASE("a date that depends on the draw reads the path on each draw's own date") {
    static constexpr auto path =
        hw::path<"price">(hw::log_walk(start, 4.0 * usd, log_rate(-0.446), hw::per_sqrt_year(0.383)), "test");
    const hw::date one = start + 100.0 * day;
    const hw::date other = start + 2.0 * year;
    const auto when = hw::assumption<"when">(hw::empirical(std::vector<hw::date>{one, other}), "test");
    const auto f = hw::forecast(hw::inputs(path, when), [=](const auto& in) {
        return hw::outputs(hw::output<"chosen">(in[path](in[when])), hw::output<"one">(in[path](one)),
                           hw::output<"other">(in[path](other)), hw::output<"when">(in[when]));
    });
    const auto run = hw::simulate(f, {.draws = 300, .seed = 4});
    const auto draws_of = [](const auto& outcome) {
        std::vector<double> all;
        outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
        return all;
    };
    const auto chosen = draws_of(hw::get<"chosen">(run));
    const auto at_one = draws_of(hw::get<"one">(run));
    const auto at_other = draws_of(hw::get<"other">(run));
    const auto dates = draws_of(hw::get<"when">(run));
    for (std::size_t i = 0; i < 300; ++i) {
        REQUIRE(chosen[i] == (dates[i] == one.seconds_since_1970() ? at_one : at_other)[i]);
    }
}

TEST_CASE("a path is a trend like any other") {
    static constexpr auto path =
        hw::path<"price">(hw::log_walk(start, 4.0 * usd, log_rate(-0.446), hw::per_sqrt_year(0.383)), "test");
    const auto f = hw::forecast(hw::inputs(path), [](const auto& in) {
        const auto when = start + 2.0 * year;
        const auto p = in[path];
        const auto rent = hw::exponential(start, 1.0 * usd, hw::grows_by_factor(1.1, year));
        return hw::outputs(hw::output<"plain">(p(when)), hw::output<"earlier">(p(when - 3.0 * month)),
                           hw::output<"lagged">(hw::lagged(p, 3.0 * month)(when)), hw::output<"sum">((p + rent)(when)),
                           hw::output<"double">((2.0 * p)(when)), hw::output<"least">(min(p, 1.0 * usd)(when)),
                           hw::output<"ratio">((p / rent)(when)));
    });
    const auto run = hw::simulate(f, {.draws = 64, .seed = 4});
    const auto draws_of = [](const auto& outcome) {
        std::vector<double> all;
        outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
        return all;
    };
    const auto plain = draws_of(hw::get<"plain">(run));
    REQUIRE(draws_of(hw::get<"lagged">(run)) == draws_of(hw::get<"earlier">(run)));
    const double rent = hw::exponential(start, 1.0 * usd, hw::grows_by_factor(1.1, year))(start + 2.0 * year).in(usd);
    for (std::size_t i = 0; i < 64; ++i) {
        REQUIRE(draws_of(hw::get<"sum">(run))[i] == plain[i] + rent);
        REQUIRE(draws_of(hw::get<"double">(run))[i] == 2.0 * plain[i]);
        REQUIRE(draws_of(hw::get<"least">(run))[i] == std::min(plain[i], 1.0));
        REQUIRE(draws_of(hw::get<"ratio">(run))[i] == plain[i] / rent);
    }
}

TEST_CASE("a path has no value before its start, at never and beyond a hundred thousand steps") {
    static constexpr auto path = hw::path<"price">(
        hw::log_walk(start, 4.0 * usd, log_rate(-0.446), hw::per_sqrt_year(0.383)).with_step(1.0 * day), "test");
    const auto on = [](const hw::date& when) {
        return hw::forecast(hw::inputs(path), [when](const auto& in) { return in[path](when); });
    };
    const auto early = "path: it starts on 2025-01-01 and has no value before, got 2024-12-31; start it earlier, or "
                       "ask from its start on";
    REQUIRE_THROWS_WITH(on(start - 1.0 * day).baseline(), early);
    REQUIRE_THROWS_WITH(hw::simulate(on(start - 1.0 * day), {.draws = 10}), Catch::Matchers::Contains(early));
    REQUIRE_THROWS_WITH(hw::simulate(on(hw::date::never()), {.draws = 10}),
                        Catch::Matchers::Contains("it has no value at never"));
    REQUIRE_THROWS_WITH(hw::simulate(on(start + 300.0 * year), {.draws = 10}),
                        Catch::Matchers::Contains("it may be asked up to 100 000 steps after its start"));
}

namespace {

template <class Outcome>
std::vector<double> draws_of(const Outcome& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
    return all;
}
/// The lines of a month: halved to 32 parts of less than a day.
constexpr int lines = 32;
constexpr double month_seconds = 2629746.0;

}  // namespace

TEST_CASE("the integral of a path is that of the lines it is made of") {
    static constexpr auto level_path = hw::path<"level walk">(
        hw::level_walk(start, 80.0, -3.0 / year, hw::per_sqrt_year(9.0)), "test");
    static constexpr auto log_path =
        hw::path<"log walk">(hw::log_walk(start, 4.0, log_rate(-0.446), hw::per_sqrt_year(0.383)), "test");
    static constexpr auto reverting = hw::path<"reverting">(
        hw::log_mean_reverting(start, 4.0, 2.0, log_rate(-1.5), hw::per_sqrt_year(0.4)), "test");
    constexpr int months = 3;
    const auto check = [](const auto& path, bool is_in_logs) {
        std::vector<hw::date> ends;
        for (int i = 0; i <= months * lines; ++i) ends.push_back(start + (i / double{lines}) * month);
        const hw::simulation few{.draws = 130, .seed = 9};
        const auto values = values_on(path, ends, few);
        const auto integral = draws_of(hw::simulate(hw::forecast(hw::inputs(path), [path](const auto& in) {
                                                        return hw::cumulative(in[path], start, start + double{months} * month);
                                                    }), few));
        for (std::size_t k = 0; k < integral.size(); ++k) {
            double sum = 0.0;
            for (std::size_t i = 1; i < values.size(); ++i) {
                const double a = values[i - 1][k], b = values[i][k];
                // Of a line the mean of its ends, of an exponential their logarithmic mean.
                sum += (is_in_logs ? (b - a) / std::log(b / a) : 0.5 * (a + b)) * month_seconds / lines;
            }
            REQUIRE_THAT(integral[k], WithinRel(sum, 1e-10));
        }
    };
    check(level_path, false);
    check(log_path, true);
    check(reverting, true);
}

TEST_CASE("the integral of a path has the moments of its law") {
    static constexpr auto level_path = hw::path<"level walk">(
        hw::level_walk(start, 80.0, -3.0 / year, hw::per_sqrt_year(9.0)), "test");
    static constexpr auto log_path =
        hw::path<"log walk">(hw::log_walk(start, 4.0, log_rate(-0.446), hw::per_sqrt_year(0.383)), "test");
    const hw::simulation run{.draws = 4096, .seed = 5};
    const auto summed = [&](const auto& path) {
        const auto f = hw::forecast(hw::inputs(path), [path](const auto& in) {
            return hw::cumulative(in[path], start, start + 0.5 * year) / (1.0 * year);
        });
        return moments_of(draws_of(hw::simulate(f, run)), as_it_is);
    };
    // Of x0 + μt + σW: x0 T + μT²/2 and σ²T³/3. Of x0 exp(μt + σW): x0 (exp((μ + σ²/2) T) - 1) / (μ + σ²/2).
    const auto level = summed(level_path);
    const double variance = 81.0 * 0.125 / 3.0;
    REQUIRE_THAT(level.mean, WithinAbs(40.0 - 0.375, 4.0 * std::sqrt(variance / 4096.0)));
    REQUIRE_THAT(level.variance, WithinRel(variance, 4.0 * std::sqrt(2.0 / 4096.0)));
    const auto log = summed(log_path);
    const double growth = -0.446 + 0.5 * 0.383 * 0.383;
    REQUIRE_THAT(log.mean, WithinAbs(4.0 * std::expm1(0.5 * growth) / growth, 4.0 * std::sqrt(log.variance / 4096.0)));
}

TEST_CASE("an integral of a path looks at each of its lines seven times, whatever it is hidden in") {
    static constexpr auto path =
        hw::path<"price">(hw::log_walk(start, 4.0, log_rate(-0.446), hw::per_sqrt_year(0.383)), "test");
    static constexpr auto jumping = hw::path<"jumping price">(
        hw::log_walk(start, 4.0, log_rate(-0.1), hw::per_sqrt_year(0.2)).with_jumps(6.0 / year, 0.8, 0.1), "test");
    static constexpr auto late = hw::assumption<"late">(hw::uniform(0.0 * day, 90.0 * day), "test");
    constexpr int months = 6;
    const auto looks = [](const auto& make) {
        int count = 0;
        const auto f = hw::forecast(hw::inputs(path, jumping, late), [&](const auto& in) {
            count = 0;
            const auto trend = make(in);
            const auto counted = hw::as_trend([&](const auto& when) {
                ++count;
                return trend(when);
            });
            const auto first = start + in[late];
            return hw::cumulative(counted, first, first + double{months} * month);
        });
        static_cast<void>(hw::simulate(f, {.draws = 64, .seed = 3, .threads = 1}));
        return count;
    };
    // The lines, parts of two at the ends, and eight looks or 16 at how large it is in each two months.
    constexpr int most = 7 * (months * lines + 2) + 16 * months;
    const auto rent = hw::exponential(start, 1.0, hw::grows_by_factor(1.1, year));
    REQUIRE(looks([](const auto& in) { return in[path]; }) <= most);
    REQUIRE(looks([&](const auto& in) { return in[path] * rent + 2.0; }) <= most);
    REQUIRE(looks([](const auto& in) { return hw::as_trend([&](const auto& t) { return in[path](t) * in[path](start); }); }) <=
            most);
    REQUIRE(looks([](const auto& in) { return in[jumping]; }) <= most);
    REQUIRE(looks([](const auto& in) { return hw::lagged(in[path], -in[late]); }) <= most);
    // Two paths whose lines do not end on the same dates.
    REQUIRE(looks([](const auto& in) { return in[path] * hw::lagged(in[jumping], -0.3 * day); }) <= 2 * most);
}
