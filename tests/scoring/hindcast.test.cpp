// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/hindcast.hpp>

#include "../catch.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/quantity/units.hpp>
#include <headway/sampling/random_stream.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

observations<double> yearly(const std::vector<double>& values) {
    std::vector<observation<double>> rows;
    int year = 1980;
    for (const double value : values) rows.emplace_back(date(std::chrono::year(year++) / 1 / 1), value);
    return observations<double>(std::move(rows));
}

/// Costs that fall by 10 % a year with a noise of 20 %; `theta` is that of the moving average.
observations<double> simulated(std::uint64_t seed, std::size_t count, double theta = 0.0) {
    const random_stream stream(seed, hash_of("hindcast test"));
    std::vector<double> values;
    double u[64];
    double y = 0.0;
    double before = 0.0;
    for (std::size_t k = 0; k < count; ++k) {
        if (k % 64 == 0) stream.uniforms(k / 64, u);
        const double v = normal_quantile(u[k % 64]);
        if (k > 0) y += -0.1 + 0.2 * (v + theta * before);
        before = v;
        values.push_back(headway::exp(y));
    }
    return yearly(values);
}

}  // namespace

TEST_CASE("a hindcast makes the forecasts that fits of each window make, and scores them so") {
    for (const moving_average& average : {independent_increments, moving_average(0.63)}) {
        const auto data = simulated(1, 14);
        const auto record = hindcast(data, 4, average);
        CHECK((record.windows() == 9 && record.windows_without_noise() == 0));
        REQUIRE(record.forecasts().size() == 45);
        score_summary all;
        std::size_t next = 0;
        for (std::size_t origin = 4; origin < 13; ++origin) {
            const auto walk = fit_random_walk(data.window(origin - 4, 5), average);
            for (std::size_t later = origin + 1; later < 14; ++later) {
                const auto& f = record.forecasts()[next++];
                const auto steps = static_cast<int>(later - origin);
                INFO("origin " << origin << ", " << steps << " steps");
                CHECK((f.origin == static_cast<int>(origin) && f.steps == steps));
                const auto b = walk.forecast_after(steps);
                CHECK_THAT(f.error, WithinAbs(headway::log(data[later].value / b.median()), 1e-14));
                CHECK_THAT(f.normalised_error * walk.noise(), WithinRel(f.error, 1e-13));
                const auto score = score_in_logs(b, data[later].value);
                CHECK_THAT(f.score.crps, WithinRel(score.crps, 1e-12));
                CHECK_THAT(f.score.log_score, WithinAbs(score.log_score, 1e-12));
                CHECK_THAT(f.score.pit, WithinAbs(score.pit, 1e-13));
                CHECK_THAT(f.score.width, WithinRel(score.width, 1e-12));
                all.add(score);
            }
        }
        CHECK_THAT(record.scores().crps(), WithinRel(all.crps(), 1e-12));
        CHECK(record.scores().coverage(0.8) == all.coverage(0.8));
        REQUIRE(record.horizons().size() == 9);
        for (const auto& row : record.horizons()) {
            CHECK(row.scores.count() == 10U - static_cast<unsigned>(row.steps));
            CHECK(row.expected_squared_error == normalised_squared_error(row.steps, 4, average));
            double squares = 0.0;
            double errors = 0.0;
            for (const auto& f : record.forecasts()) {
                squares += f.steps == row.steps ? f.normalised_error * f.normalised_error : 0.0;
                errors += f.steps == row.steps ? f.error : 0.0;
            }
            CHECK_THAT(row.squared_error, WithinRel(squares / (10.0 - row.steps), 1e-13));
            CHECK_THAT(row.mean_error, WithinAbs(errors / (10.0 - row.steps), 1e-14));
        }
    }
}

TEST_CASE("over many series of the model itself errors grow and intervals cover as the theory says") {
    // 10 000 series, of each one window of 10 increments and the step after it, so that the forecasts are independent:
    // coverage has a standard error of at most 0.5 points. t² of 9 degrees of freedom has a mean of 9/7 and a second
    // moment of 3·81/35, the standard error follows from these.
    hindcast_record record(10, independent_increments);
    for (std::uint64_t s = 0; s < 10'000; ++s) record.add(hindcast(simulated(s, 12), 10, independent_increments));
    REQUIRE(record.horizons().size() == 1);
    const auto& one = record.horizons()[0];
    CHECK(one.scores.count() == 10'000);
    const double deviation = headway::sqrt(3.0 * 81.0 / 35.0 - 81.0 / 49.0) * 1.1 / 100.0;
    CHECK_THAT(one.squared_error, WithinAbs(one.expected_squared_error, 4.0 * deviation));
    for (const double level : score_summary::levels) CHECK_THAT(one.scores.coverage(level), WithinAbs(level, 0.015));
    double chi_squared = 0.0;  // with 9 degrees of freedom above 27.9 once in 1000
    for (int i = 0; i < 10; ++i) {
        const double off = static_cast<double>(one.scores.pit_count(i)) - 1000.0;
        chi_squared += off * off / 1000.0;
    }
    CHECK(chi_squared < 27.9);
}

TEST_CASE("all windows and horizons of longer series follow the theory on average") {
    // 250 series of 40 years, windows of 10: within a series forecasts depend on each other. The error of a mean of
    // series means is judged from their own scatter, four standard errors.
    constexpr int series = 250;
    constexpr int horizons[] = {1, 5, 10};
    double sum[3] = {};
    double squares[3] = {};
    double covered[3] = {};
    for (std::uint64_t s = 0; s < series; ++s) {
        const auto record = hindcast(simulated(s, 40), 10, independent_increments);
        for (int h = 0; h < 3; ++h) {
            const auto& row = record.horizons()[static_cast<std::size_t>(horizons[h]) - 1];
            sum[h] += row.squared_error;
            squares[h] += row.squared_error * row.squared_error;
            covered[h] += row.scores.coverage(0.9);
        }
    }
    for (int h = 0; h < 3; ++h) {
        const double mean = sum[h] / series;
        const double error = headway::sqrt((squares[h] / series - mean * mean) / series);
        INFO(horizons[h] << " steps");
        CHECK_THAT(mean, WithinAbs(normalised_squared_error(horizons[h], 10, independent_increments), 4.0 * error));
        CHECK_THAT(covered[h] / series, WithinAbs(0.9, 0.015));
    }
}

TEST_CASE("a moving average that is not there shows as intervals that cover too much, one ignored as too little") {
    const auto coverage_of = [](double true_theta, const moving_average& stated) {
        hindcast_record record(10, stated);
        for (std::uint64_t s = 0; s < 150; ++s) record.add(hindcast(simulated(s, 40, true_theta), 10, stated));
        return record.horizons()[9].scores.coverage(0.8);
    };
    const double told = coverage_of(0.0, independent_increments);
    CHECK_THAT(told, WithinAbs(0.8, 0.03));
    CHECK(coverage_of(0.0, moving_average(0.63)) > told + 0.07);
    CHECK(coverage_of(0.63, independent_increments) < told - 0.07);
}

TEST_CASE("windows without noise are counted, not scored") {
    std::vector<double> costs = {8, 4, 2, 1, 0.5, 0.25};
    const auto silent = hindcast(yearly(costs), 3, independent_increments);
    CHECK((silent.windows() == 0 && silent.windows_without_noise() == 2 && silent.forecasts().empty()));
    CHECK((silent.horizons().size() == 2 && silent.horizons()[0].scores.count() == 0));
    costs.insert(costs.end(), {0.2, 0.1});
    const auto partly = hindcast(yearly(costs), 3, independent_increments);
    CHECK((partly.windows() == 1 && partly.windows_without_noise() == 3 && partly.forecasts().size() == 1));
    CHECK(partly.horizons()[0].expected_squared_error == detail::infinity);
}

TEST_CASE("records of several series add up") {
    hindcast_record both(5, independent_increments);
    const auto short_one = hindcast(simulated(1, 12), 5, independent_increments);
    const auto long_one = hindcast(simulated(2, 20), 5, independent_increments);
    both.add(short_one);
    both.add(long_one);
    CHECK((both.windows() == short_one.windows() + long_one.windows() && both.horizons().size() == 14));
    CHECK(both.forecasts().size() == short_one.forecasts().size() + long_one.forecasts().size());
    const auto of_first = static_cast<double>(short_one.horizons()[2].scores.count());
    const auto of_second = static_cast<double>(long_one.horizons()[2].scores.count());
    CHECK_THAT(both.horizons()[2].squared_error, WithinRel((of_first * short_one.horizons()[2].squared_error +
                                                            of_second * long_one.horizons()[2].squared_error) /
                                                               (of_first + of_second),
                                                           1e-14));
    CHECK(both.horizons()[13].squared_error == long_one.horizons()[13].squared_error);
    CHECK_THROWS_AS(both.add(hindcast(simulated(1, 12), 6, independent_increments)), std::domain_error);
    CHECK_THROWS_AS(both.add(hindcast(simulated(1, 12), 5, moving_average(0.63))), std::domain_error);
}

TEST_CASE("what cannot be hindcast is refused by name") {
    const auto refuses = [](auto call, const std::string& words) {
        CHECK_THROWS_MATCHES(call(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const auto data = simulated(1, 6);
    refuses([&] { return hindcast(data, 5, independent_increments); },
            "hindcast: windows of 5 increments need at least 7 observations, got 6; give more, or ask for fewer increments");
    refuses([&] { return hindcast(data, 1, independent_increments); }, "hindcast: increments must be 2 or more");
    refuses([] { return hindcast(yearly({1, 2, 0, 3}), 2, independent_increments); }, "must be > 0");
    refuses(
        [] {
            return hindcast(
                observations<double>{
                    {2000y / 1 / 1, 1.0}, {2001y / 1 / 1, 2.0}, {2002y / 1 / 1, 1.0}, {2004y / 1 / 1, 1.5}},
                2, independent_increments);
        },
        "hindcast: observations must be equally spaced");
}
