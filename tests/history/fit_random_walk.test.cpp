// SPDX-License-Identifier: BSL-1.0
#include <headway/history/fit_random_walk.hpp>

#include "../catch.hpp"
#include "../reference/random_walk.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include <headway/quantity/units.hpp>
#include <headway/sampling/random_stream.hpp>
#include <headway/simulation/simulate.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

template <class Values>
observations<double> yearly(int first_year, const Values& values) {
    std::vector<observation<double>> rows;
    for (const double value : values) rows.emplace_back(date(std::chrono::year(first_year++) / 1 / 1), value);
    return observations<double>(std::move(rows));
}

// Nagy, Farmer, Trancik & Bui (2011), Superexponential long-term trends in information technology, Technological
// Forecasting & Social Change 78:1356, and the Performance Curve Database of the Santa Fe Institute: mean price of a
// transistor, USD of 2005, 1968 to 2005; price of 1000 bits of DRAM, USD of 2005, 1971 to 2007.
constexpr double transistor[] = {
    4.678589286, 3.567396669, 2.155532171, 1.103027409, 0.589689161, 0.32748535,  0.195507392, 0.065019757,
    0.032767453, 0.018281466, 0.010952251, 0.005058634, 0.002938864, 0.001370008, 0.000668019, 0.00048377,
    0.000437762, 0.000197308, 0.000140079, 0.0000984,   0.0000759,   0.0000391,   0.0000224,   0.000015,
    0.0000104,   0.00000904,  0.00000763,  0.0000067,   0.0000042,   0.00000237,  0.00000117,  0.000000832,
    0.000000667, 0.000000287, 0.000000195, 0.000000149, 0.000000114, 0.000000046};
constexpr double dram[] = {49.617952,   32.9276677,  25.1259413,  15.60088634, 7.299822299, 3.62459676,  2.043005538,
                           1.239024459, 0.901530955, 0.638162733, 0.270379735, 0.148350229, 0.110235974, 0.087626193,
                           0.027144296, 0.016425558, 0.015803998, 0.022024975, 0.01900752,  0.008998422, 0.005673695,
                           0.003908046, 0.003998369, 0.003901705, 0.003850863, 0.001295655, 0.00051369,  0.000192708,
                           0.000162376, 0.000123933, 0.0000295,   0.0000281,   0.0000215,   0.000021,    0.0000128,
                           0.0000111,   0.00000524};

constexpr random_walk walk(date(2024y / 1 / 1), 100.0 * usd, year, {-0.125, 0.25, 20, independent_increments});
static_assert(walk.forecast_after(0) == exactly(100.0 * usd));
static_assert(walk.forecast(2030y / 1 / 1).shape() == belief_shape::log_student_t && walk.degrees_of_freedom() == 19);
static_assert(trend_of<decltype(walk), quantity<dim::money>> && any_trend<decltype(walk)>);

/// Standard normal numbers of a stream of their own.
class normals {
  public:
    explicit normals(std::uint64_t seed) : reader_(random_stream(seed, hash_of("random walk test")).read()) {}
    double next() {
        if (used_ == 64) {
            reader_.uniforms(block_++, u_);
            used_ = 0;
        }
        return normal_quantile(u_[used_++]);
    }

  private:
    random_stream::reader reader_;
    std::uint64_t block_ = 0;
    double u_[64] = {};
    int used_ = 64;
};

}  // namespace

TEST_CASE("published rows: drift and noise of transistors and DRAM to the rounding of the table") {
    // Farmer & Lafond (2016), Table 1: transistor -0.50 and 0.24, DRAM -0.45 and 0.38.
    const auto of_transistors = fit_random_walk(yearly(1968, transistor), moving_average(0.63));
    CHECK(of_transistors.increments() == 37);
    CHECK_THAT(of_transistors.drift(), WithinAbs(-0.50, 0.005));
    CHECK_THAT(of_transistors.noise(), WithinAbs(0.24, 0.005));
    const auto of_dram = fit_random_walk(yearly(1971, dram), independent_increments);
    CHECK(of_dram.increments() == 36);
    CHECK_THAT(of_dram.drift(), WithinAbs(-0.45, 0.005));
    CHECK_THAT(of_dram.noise(), WithinAbs(0.38, 0.005));
}

TEST_CASE("quantiles of forecasts agree with 50-digit references") {
    for (const auto& golden : reference::walk_quantiles) {
        INFO(golden.steps << " steps, " << golden.increments << " increments, theta " << golden.theta << ", p "
                          << golden.p);
        const random_walk w(date(2024y / 1 / 1), 3.0 * usd, 1.0 * month,
                            {-0.125, 0.25, golden.increments, moving_average(golden.theta)});
        const auto b = w.forecast_after(golden.steps);
        CHECK_THAT(headway::log(b.quantile(golden.p).in(usd) / 3.0), WithinAbs(golden.log_factor, 1e-13));
        CHECK(w.forecast(w.last_date() + golden.steps * month).median() == b.median());
        CHECK_FALSE(b.has_mean());
    }
}

TEST_CASE("estimates, standard errors and steps of a small series by hand") {
    // Logarithms 0, 1, 1, 3 (times ln 2): increments 1, 0, 2, mean 1, variance 1.
    const auto w = fit_random_walk(observations<double>{{date(2020y / 1 / 1), 1.0},
                                                        {date(2020y / 2 / 1), 2.0},
                                                        {date(2020y / 3 / 1), 2.0},
                                                        {date(2020y / 4 / 1), 8.0}},
                                   independent_increments);
    const double ln2 = headway::log(2.0);
    CHECK_THAT(w.drift(), WithinRel(ln2, 1e-15));
    CHECK_THAT(w.noise(), WithinRel(ln2, 1e-15));
    CHECK((w.increments() == 3 && w.degrees_of_freedom() == 2 && w.last_value() == 8.0));
    CHECK_THAT(w.drift_standard_error(), WithinRel(ln2 / headway::sqrt(3.0), 1e-15));
    CHECK_THAT(w.noise_standard_error(), WithinRel(ln2 / 2.0, 1e-15));
    CHECK_THAT(w.step().in(day), WithinRel(91.0 / 3.0, 1e-15));
    CHECK_THAT(w.steps_to(date(2020y / 4 / 1) + 91.0 * day), WithinRel(3.0, 1e-15));
    CHECK_THAT(w.forecast(date(2020y / 4 / 1) + 91.0 * day).median(), WithinRel(64.0, 1e-14));
    CHECK_THAT(w.factor_belief(w.step()).median(), WithinRel(2.0, 1e-15));
    CHECK(w.factor_belief(year).shape() == belief_shape::log_student_t);
}

TEST_CASE("as a trend it goes through the first and the last observation") {
    const auto w = fit_random_walk(yearly(1968, transistor), independent_increments);
    CHECK_THAT(w(date(2005y / 1 / 1)), WithinRel(transistor[37], 1e-15));
    CHECK_THAT(w(date(1968y / 1 / 1)), WithinRel(transistor[0], 1e-13));
    CHECK_THAT(w(date(2015y / 1 / 1)), WithinRel(w.forecast(2015y / 1 / 1).median(), 1e-13));
    const date cheap = w.reaches(1e-9);
    CHECK_THAT(w(cheap), WithinRel(1e-9, 1e-12));
    CHECK_THAT(w.growth().factor_per(w.step()), WithinRel(headway::exp(w.drift()), 1e-14));
}

TEST_CASE("a fit is an input of a forecast") {
    const auto w = fit_random_walk(yearly(1968, transistor), independent_increments);
    const auto price = assumption<"price">(w.forecast(2010y / 1 / 1), "fitted");
    const auto cost = forecast(inputs(price), [&](const auto& in) { return 1e9 * in[price]; });
    const auto outcome = simulate(cost, {.draws = 20'000, .seed = 1});
    for (const double p : {0.05, 0.5, 0.95}) {
        const double expected = 1e9 * w.forecast(2010y / 1 / 1).quantile(p);
        CHECK_THAT(outcome.quantile(p), WithinAbs(expected, 4.0 * outcome.quantile_standard_error(p)));
    }
}

TEST_CASE("units and the size of the values change no estimate") {
    const auto of_numbers = fit_random_walk(yearly(1971, dram), moving_average(0.3));
    std::vector<observation<quantity<dim::money>>> rows;
    for (const auto& row : yearly(1971, dram)) rows.emplace_back(row.when, row.value * 1e12 * million_usd);
    const auto of_money = fit_random_walk(observations<quantity<dim::money>>(std::move(rows)), moving_average(0.3));
    CHECK_THAT(of_money.drift(), WithinRel(of_numbers.drift(), 1e-14));
    CHECK_THAT(of_money.noise(), WithinRel(of_numbers.noise(), 1e-14));
    CHECK_THAT(of_money.forecast_after(7).quantile(0.9) / (1e12 * million_usd),
               WithinRel(of_numbers.forecast_after(7).quantile(0.9), 1e-13));
}

TEST_CASE("increments in the seventh place of large costs keep their digits") {
    std::vector<observation<double>> rows;
    double cost = 1e12;
    std::uint64_t s = 12345;
    const date first(2020y / 1 / 1);
    for (int k = 0; k <= 20'000; ++k) {
        rows.emplace_back(first + k * day, cost);
        s = (s * 1103515245U + 12345U) % 2147483648U;
        cost = cost * (1.0 + static_cast<double>(s) / 2147483648.0 / 1e6);
    }
    const auto w = fit_random_walk(observations<double>(std::move(rows)), independent_increments);
    CHECK_THAT(w.drift(), WithinRel(reference::fit_of_20000_large_costs.drift, 1e-12));
    CHECK_THAT(w.noise(), WithinRel(reference::fit_of_20000_large_costs.noise, 1e-12));
}

TEST_CASE("constant growth has no noise and sure forecasts") {
    std::vector<double> costs;
    for (int k = 0; k < 30; ++k) costs.push_back(7.0 * headway::pow(0.9, k));
    const auto w = fit_random_walk(yearly(1990, costs), moving_average(0.63));
    CHECK(w.noise() == 0.0);
    CHECK_THAT(w.drift(), WithinRel(headway::log(0.9), 1e-14));
    CHECK(w.forecast_after(10).shape() == belief_shape::exactly);
    CHECK(w.factor_belief(year).shape() == belief_shape::exactly);
    const auto flat = fit_random_walk(yearly(1990, std::array{5.0, 5.0, 5.0}), independent_increments);
    CHECK((flat.drift() == 0.0 && flat.noise() == 0.0 && flat.forecast_after(3) == exactly(5.0)));
}

TEST_CASE("intervals cover what they say on data of the model itself") {
    // 10 000 series. A coverage of 50 % has a standard error of 0.5 points, so that 1.5 points are three of them; the
    // chance that one of the 36 misses is below 10 %, and the seed is fixed.
    constexpr double levels[] = {0.5, 0.8, 0.9, 0.95};
    constexpr int horizons[] = {1, 5, 10};
    constexpr int series = 10'000;
    for (const int m : {5, 10, 20}) {
        normals z(2016);
        int covered[3][4] = {};
        int deciles[3][10] = {};
        double squares[3] = {};
        for (int s = 0; s < series; ++s) {
            double y[31] = {};
            for (int k = 1; k <= m + 10; ++k) y[k] = y[k - 1] - 0.1 + 0.2 * z.next();
            std::vector<double> costs;
            for (int k = 0; k <= m; ++k) costs.push_back(headway::exp(y[k]));
            const auto w = fit_random_walk(yearly(1990, costs), independent_increments);
            for (int h = 0; h < 3; ++h) {
                const double p = w.forecast_after(horizons[h]).cdf(headway::exp(y[m + horizons[h]]));
                for (int l = 0; l < 4; ++l) covered[h][l] += headway::abs(2.0 * p - 1.0) < levels[l] ? 1 : 0;
                ++deciles[h][static_cast<int>(10.0 * p)];
                const double error = (y[m + horizons[h]] - y[m] - horizons[h] * w.drift()) / w.noise();
                squares[h] += error * error;
            }
        }
        for (int h = 0; h < 3; ++h) {
            INFO(m << " increments, " << horizons[h] << " steps");
            for (int l = 0; l < 4; ++l) CHECK_THAT(covered[h][l] / double(series), WithinAbs(levels[l], 0.015));
            // Chi-squared with 9 degrees of freedom is above 27.9 once in 1000.
            double chi_squared = 0.0;
            for (const int count : deciles[h])
                chi_squared += (count - series / 10.0) * (count - series / 10.0) / (series / 10.0);
            CHECK(chi_squared < 27.9);
            if (m < 10) continue;  // the square of a Student-t with 4 degrees of freedom has an infinite variance
            // Of t² with n degrees of freedom: mean n/(n - 2), second moment 3 n²/((n - 2)(n - 4)).
            const double n = m - 1.0;
            const double scale = forecast_variance_factor(horizons[h], m, independent_increments);
            const double deviation =
                headway::sqrt(3.0 * n * n / ((n - 2.0) * (n - 4.0)) - n * n / ((n - 2.0) * (n - 2.0)));
            CHECK_THAT(squares[h] / series, WithinAbs(normalised_squared_error(horizons[h], m, independent_increments),
                                                      4.0 * scale * deviation / headway::sqrt(double(series))));
        }
    }
}

TEST_CASE("a moving average stated for independent increments covers too much, one kept quiet too little") {
    constexpr int series = 4'000;
    constexpr int m = 20;
    normals z(63);
    int stated_in_vain = 0;
    int kept_quiet = 0;
    int told = 0;
    for (int s = 0; s < series; ++s) {
        std::vector<double> independent(m + 1, 1.0);
        std::vector<double> averaged(m + 1, 1.0);
        double y = 0.0;
        double x = 0.0;
        double before = z.next();
        const auto step = [&] {
            const double v = z.next();
            y += 0.2 * v;
            x += 0.2 * (v + 0.63 * before);
            before = v;
        };
        for (std::size_t k = 1; k <= m; ++k) {
            step();
            independent[k] = headway::exp(y);
            averaged[k] = headway::exp(x);
        }
        for (int k = 0; k < 10; ++k) step();
        const auto covers = [](const auto& w, double log_later) {
            return headway::abs(2.0 * w.forecast_after(10).cdf(headway::exp(log_later)) - 1.0) < 0.8 ? 1 : 0;
        };
        stated_in_vain += covers(fit_random_walk(yearly(1990, independent), moving_average(0.63)), y);
        kept_quiet += covers(fit_random_walk(yearly(1990, averaged), independent_increments), x);
        told += covers(fit_random_walk(yearly(1990, averaged), moving_average(0.63)), x);
    }
    // Standard error 0.6 points. In theory |t| < 1.328 √(A*/1.3969)/√A of 19 degrees of freedom: 92.8 %.
    const double wider = headway::sqrt(forecast_variance_factor(10, m, moving_average(0.63)) / (1.0 + 0.63 * 0.63) /
                                       forecast_variance_factor(10, m, independent_increments));
    const double expected = 2.0 * student_t(19).cdf(student_t(19).quantile(0.9) * wider) - 1.0;
    CHECK(expected > 0.9);
    CHECK_THAT(stated_in_vain / double(series), WithinAbs(expected, 0.025));
    CHECK(kept_quiet / double(series) < 0.70);
    CHECK_THAT(told / double(series), WithinAbs(0.8, 0.04));  // the estimated noise is only nearly a Student-t's
}

TEST_CASE("what cannot be fitted or forecast is refused by name") {
    const auto refuses = [](auto call, const std::string& words) {
        CHECK_THROWS_MATCHES(call(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const auto fits = [](const observations<double>& data) { return fit_random_walk(data, independent_increments); };
    refuses(
        [&] {
            return fits(yearly(2000, std::array{1.0, 2.0}));
        },
        "fit_random_walk: at least 3 observations are needed, got 2; give more");
    refuses([&] { return fits(yearly(2000, std::array{1.0, 2.0, 0.0})); }, "must be > 0");
    refuses(
        [&] {
            return fits({{2000y / 1 / 1, 1.0}, {2001y / 1 / 1, 2.0}, {2001y / 1 / 1, 3.0}});
        },
        "each date may be observed once, got two observations on 2001-01-01");
    refuses(
        [&] {
            return fits({{2000y / 1 / 1, 1.0}, {2001y / 1 / 1, 2.0}, {2002y / 1 / 1, 3.0}, {2004y / 1 / 1, 2.0}});
        },
        "fit_random_walk: observations must be equally spaced, got 366 days from 2000-01-01 to 2001-01-01 where the "
        "average gap is 487 days");
    refuses([] { return walk.forecast(2023y / 12 / 31); },
            "random_walk::forecast: the date must not be before the last observation, 2024-01-01, got 2023-12-31");
    refuses([] { return walk.forecast(date::never()); },
            "random_walk::forecast: date must be a date in the calendar, got never");
    refuses([] { return walk.forecast_after(undefined); }, "steps must be 0 or more and finite");
    refuses([] { return walk.forecast_after(1e6); }, "random_walk::forecast: median must be > 0");
    const date d(2024y / 1 / 1);
    refuses(
        [=] {
            return random_walk(d, 1.0, year, {undefined, 0.1, 5, independent_increments});
        },
        "random_walk: drift");
    refuses(
        [=] {
            return random_walk(d, 1.0, year, {0.0, -0.1, 5, independent_increments});
        },
        "random_walk: noise must be >= 0");
    refuses(
        [=] {
            return random_walk(d, 1.0, year, {0.0, infinite, 5, independent_increments});
        },
        "random_walk: noise");
    refuses(
        [=] {
            return random_walk(d, 1.0, year, {0.0, 0.1, 1, independent_increments});
        },
        "increments must be 2 or more");
    refuses(
        [=] {
            return random_walk(d, 1.0, 0.0 * year, {0.0, 0.1, 5, independent_increments});
        },
        "random_walk: period");
}
