// SPDX-License-Identifier: BSL-1.0
#include <headway/history/fit_exponential.hpp>

#include "../catch.hpp"
#include "../reference/history_fits.hpp"

#include <cstdint>

#include <headway/quantity/units.hpp>

namespace hw = headway;
namespace golden = reference::history;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// As tests/reference/history_fits.py.
class noise {
  public:
    std::uint64_t operator()() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return state_ >> 33;
    }

  private:
    std::uint64_t state_ = 2025;
};

hw::date at(double seconds) { return hw::date::from_seconds_since_1970(seconds); }

void agrees(const auto& fit, double tolerance, double rate, double half_width, double r_squared, double stddev,
            double lag1, hw::date later, double predicted, double prediction_error) {
    CHECK_THAT(fit.growth().rate_per_second(), WithinRel(rate, tolerance));
    const auto [low, high, level] = fit.growth_interval(0.95);
    CHECK(level == 0.95);
    CHECK_THAT(0.5 * (high.rate_per_second() - low.rate_per_second()), WithinRel(half_width, tolerance));
    CHECK_THAT(fit.r_squared(), WithinRel(r_squared, tolerance));
    CHECK_THAT(fit.residual_stddev(), WithinRel(stddev, tolerance));
    CHECK_THAT(fit.residual_autocorrelation(), WithinRel(lag1, 100.0 * tolerance));  // a sum that cancels
    CHECK_THAT(fit(later).in(usd), WithinRel(predicted, tolerance));
    CHECK_THAT(fit.prediction_error(later), WithinRel(prediction_error, tolerance));
}

TEST_CASE("100 000 points with a large offset lose fewer than four digits") {
    constexpr double start = 1735689600.0;
    std::vector<hw::observation<hw::quantity<hw::dim::money>>> offset;
    std::vector<hw::observation<hw::quantity<hw::dim::money>>> wide;
    noise first;
    noise second;
    double scale = 1.0;
    for (int i = 0; i < 100'000; ++i) {
        offset.emplace_back(at(start + 360.0 * i), (1e12 + 1e3 * i + static_cast<double>(first() % 100'000'000)) * usd);
        if (i > 0 && i % 1000 == 0) scale *= 2.0;
        wide.emplace_back(at(start + 86400.0 * (i / 3)), scale * (0x1p31 + static_cast<double>(second())) * usd);
    }
    agrees(hw::fit_exponential(hw::observations(offset)), 1e-12, golden::offset_rate, golden::offset_half_width,
           golden::offset_r_squared, golden::offset_stddev, golden::offset_lag1, at(start + 1e8),
           golden::offset_predicted, golden::offset_prediction_error);
    agrees(hw::fit_exponential(hw::observations(wide)), 1e-12, golden::wide_rate, golden::wide_half_width,
           golden::wide_r_squared, golden::wide_stddev, golden::wide_lag1, at(start + 1e10), golden::wide_predicted,
           golden::wide_prediction_error);
}

hw::exponential_fit<hw::dim::money> few() {
    return hw::fit_exponential(
        hw::observations{hw::observation(at(0.0), 100.0 * usd), hw::observation(at(31536000.0), 61.0 * usd),
                         hw::observation(at(63072000.0), 35.0 * usd), hw::observation(at(94694400.0), 24.0 * usd),
                         hw::observation(at(126230400.0), 13.0 * usd)});
}

TEST_CASE("five points against the reference, and the fit is a trend") {
    const auto fit = few();
    agrees(fit, 1e-13, golden::few_rate, golden::few_half_width, golden::few_r_squared, golden::few_stddev,
           golden::few_lag1, at(157766400.0), golden::few_predicted, golden::few_prediction_error);
    CHECK(fit.size() == 5);
    CHECK(fit.degrees_of_freedom() == 3.0);
    CHECK(fit.first_date() == at(0.0));
    CHECK(fit.last_date() == at(126230400.0));
    CHECK(fit.centre() == at(63106560.0));

    static_assert(hw::any_trend<decltype(fit)>);
    const hw::date cheap = fit.reaches(1.0 * usd);
    CHECK_THAT(fit(cheap).in(usd), WithinRel(1.0, 1e-12));
    CHECK(fit.reaches(1000.0 * usd).is_never());
    // The same data in another unit and in another order are the same fit.
    const auto plain = hw::fit_exponential(hw::observations{
        hw::observation(at(126230400.0), 13e3), hw::observation(at(0.0), 100e3), hw::observation(at(94694400.0), 24e3),
        hw::observation(at(31536000.0), 61e3), hw::observation(at(63072000.0), 35e3)});
    CHECK_THAT(plain.growth().rate_per_second(), WithinRel(fit.growth().rate_per_second(), 1e-14));
    CHECK_THAT(plain(2000y / 1 / 1), WithinRel(1e3 * fit(2000y / 1 / 1).in(usd), 1e-13));
}

TEST_CASE("beliefs say the same as intervals") {
    const auto fit = few();
    const auto rate = fit.rate_belief();
    const auto factor = fit.factor_belief(year);
    const auto [low, high, level] = fit.growth_interval(0.8);
    CHECK(rate.shape() == hw::belief_shape::student_t);
    CHECK_THAT(rate.quantile(0.1).base_value(), WithinRel(low.rate_per_second(), 1e-12));
    CHECK_THAT(rate.quantile(0.9).base_value(), WithinRel(high.rate_per_second(), 1e-12));
    CHECK_THAT(factor.quantile(0.1), WithinRel(low.factor_per(year), 1e-12));
    CHECK_THAT(factor.median(), WithinRel(fit.growth().factor_per(year), 1e-12));
    CHECK_THAT(fit.rate_error().base_value(), WithinRel(rate.stddev().base_value() / hw::sqrt(3.0), 1e-12));

    const hw::date later = 1978y / 1 / 1;
    const auto predicted = fit.prediction(later);
    const auto interval = fit.prediction_interval(0.9, later);
    CHECK(predicted.shape() == hw::belief_shape::log_student_t);
    CHECK_THAT(predicted.quantile(0.05).in(usd), WithinRel(interval.low.in(usd), 1e-12));
    CHECK_THAT(predicted.quantile(0.95).in(usd), WithinRel(interval.high.in(usd), 1e-12));
    CHECK_THAT(predicted.median().in(usd), WithinRel(fit(later).in(usd), 1e-13));
    CHECK(interval.contains(fit(later)));
    // The scatter is wider than the line, both widen away from the centre.
    const auto spread = [](const auto& b) { return b.quantile(0.9) / b.quantile(0.1); };
    CHECK(spread(predicted) > spread(fit.line_belief(later)));
    CHECK(spread(fit.line_belief(later)) > spread(fit.value_belief()));
    CHECK(fit.value_belief() == fit.line_belief(fit.centre()));
}

TEST_CASE("doubling and halving times have intervals, never-ending where growth may be nothing") {
    const auto fit = few();
    const auto halving = fit.halving_time(0.95);
    const auto growth = fit.growth_interval(0.95);
    CHECK(halving.low == growth.low.halving_time());
    CHECK(halving.high == growth.high.halving_time());
    CHECK(halving.contains(fit.growth().halving_time()));
    CHECK_THROWS_AS(fit.doubling_time(0.95), std::domain_error);

    const auto unsure = hw::fit_exponential(hw::observations{
        hw::observation(2020y / 1 / 1, 1.0), hw::observation(2021y / 1 / 1, 3.0), hw::observation(2022y / 1 / 1, 2.0)});
    CHECK(unsure.doubling_time(0.9).high.base_value() == hw::detail::infinity);
    CHECK(unsure.doubling_time(0.9).low > 0.0 * year);
    CHECK(unsure.halving_time(0.9).high.base_value() == hw::detail::infinity);
}

TEST_CASE("constant data, exact data, two points and one date are handled as documented") {
    using row = hw::observation<double>;
    const auto constant = hw::fit_exponential(
        hw::observations{row(2020y / 1 / 1, 0.1), row(2021y / 1 / 1, 0.1), row(2022y / 1 / 1, 0.1)});
    CHECK(constant.growth().rate_per_second() == 0.0);
    CHECK(constant.r_squared() == 1.0);
    CHECK(constant.residual_autocorrelation() == 0.0);
    CHECK(constant(2030y / 1 / 1) == 0.1);
    CHECK(constant.rate_belief() == hw::exactly(0.0 / second));
    CHECK(constant.prediction(2030y / 1 / 1) == hw::exactly(0.1));
    CHECK(constant.prediction_interval(0.9, 2030y / 1 / 1).high == 0.1);
    CHECK_THROWS_AS(constant.doubling_time(0.9), std::domain_error);

    const auto two = hw::fit_exponential(hw::observations{row(2021y / 1 / 1, 1.0), row(2022y / 1 / 1, 4.0)});
    CHECK_THAT(two.growth().factor_per(365.0 * day), WithinRel(4.0, 1e-14));
    CHECK_THAT(two(2023y / 1 / 1), WithinRel(16.0, 1e-13));
    CHECK(two.r_squared() == 1.0);
    CHECK_THROWS_MATCHES(two.growth_interval(0.9), std::domain_error,
                         Message("growth_interval: 2 observations determine the fit exactly and leave nothing to judge "
                                 "its error by; give more"));
    CHECK_THROWS_AS(two.prediction(2030y / 1 / 1), std::domain_error);
    CHECK_THROWS_AS(two.rate_belief(), std::domain_error);
    CHECK_THROWS_AS(two.residual_stddev(), std::domain_error);

    CHECK_THROWS_MATCHES(hw::fit_exponential(hw::observations{row(2021y / 1 / 1, 1.0)}), std::domain_error,
                         Message("fit_exponential: at least 2 observations are needed, got 1; give more"));
    CHECK_THROWS_AS(hw::fit_exponential(hw::observations<double>()), std::domain_error);
    CHECK_THROWS_MATCHES(
        hw::fit_exponential(hw::observations{row(2021y / 1 / 1, 1.0), row(2021y / 1 / 1, 2.0)}), std::domain_error,
        Message("fit_exponential: all observations are on 2021-01-01; a trend needs at least two dates"));
    CHECK_THROWS_MATCHES(
        hw::fit_exponential(hw::observations{row(2021y / 1 / 1, 1.0), row(2022y / 1 / 1, -2.0)}), std::domain_error,
        Message(
            "fit_exponential: observation 2 (2022-01-01, in order of date) must be > 0 to have a logarithm, got -2 in "
            "base units; leave it out if it is missing"));
    CHECK_THROWS_MATCHES(few().growth_interval(90.0), std::domain_error,
                         Message("growth_interval: level must be between 0 and 1 (0.9 for a 90 % interval), got 90"));
    CHECK_THROWS_AS(few().prediction(hw::date::never()), std::domain_error);
    CHECK_THROWS_AS(few().factor_belief(0.0 * year), std::domain_error);
}

TEST_CASE("the diagnosis tells independent errors from wandering ones") {
    noise random;
    const auto uniform = [&random] { return static_cast<double>(random()) * 0x1p-31 - 0.5; };
    std::vector<hw::observation<double>> independent;
    std::vector<hw::observation<double>> wandering;
    std::vector<hw::observation<double>> alternating;
    double walk = 0.0;
    for (int i = 0; i < 200; ++i) {
        walk += uniform();
        independent.emplace_back(at(86400.0 * i), hw::exp(0.01 * i + uniform()));
        wandering.emplace_back(at(86400.0 * i), hw::exp(0.01 * i + walk));
        alternating.emplace_back(at(86400.0 * i), hw::exp(0.01 * i + (i % 2 == 0 ? 0.3 : -0.3) + uniform()));
    }
    const auto fit = [](const auto& rows) { return hw::fit_exponential(hw::observations(rows)); };
    CHECK_THAT(fit(independent).residual_autocorrelation(), WithinAbs(0.0, 0.14));
    CHECK_THAT(fit(independent).diagnosis(), ContainsSubstring("no sign against independent errors"));
    CHECK(fit(wandering).residual_autocorrelation() > 0.8);
    CHECK_THAT(fit(wandering).diagnosis(), ContainsSubstring("intervals are too narrow, as if the 200 observations"));
    CHECK(fit(alternating).residual_autocorrelation() < -0.3);
    CHECK_THAT(fit(alternating).diagnosis(), ContainsSubstring("err in turn"));
}

TEST_CASE("growth intervals cover the truth as often as they say") {
    // 2000 fits of 8 points with normal errors: the share of 90 % intervals that hold the truth has a standard error of
    // 0.0067; 4.5 of them are a false alarm of 1 in 150 000, and the seed is fixed.
    noise random;
    int covered = 0;
    int predicted = 0;
    for (int series = 0; series < 2000; ++series) {
        const auto error = [&random] {
            return 0.3 * hw::normal_quantile((static_cast<double>(random()) + 0.5) * 0x1p-31);
        };
        std::vector<hw::observation<double>> rows;
        for (int i = 0; i < 8; ++i) rows.emplace_back(at(1e6 * i * i), hw::exp(-2e-7 * 1e6 * i * i + error()));
        const auto fit = hw::fit_exponential(hw::observations(rows));
        covered += fit.growth_interval(0.9).contains(hw::grows_continuously(-2e-7 / second)) ? 1 : 0;
        predicted += fit.prediction_interval(0.9, at(1e8)).contains(hw::exp(-20.0 + error())) ? 1 : 0;
    }
    CHECK_THAT(covered / 2000.0, WithinAbs(0.9, 0.03));
    CHECK_THAT(predicted / 2000.0, WithinAbs(0.9, 0.03));
}

TEST_CASE("words about residuals tell what chance gives and how many observations are left") {
    using hw::detail::autocorrelation_in_words;
    // 1.96 / sqrt(20) = 0.43827; 20 * (1 - 0.5) / (1 + 0.5) = 6.67
    CHECK(autocorrelation_in_words(0.43, 20) ==
          "lag-1 autocorrelation of the residuals 0.43, no more than chance gives (0.44): no sign against independent "
          "errors");
    CHECK_THAT(autocorrelation_in_words(-0.43, 20), ContainsSubstring("no more than chance gives (0.44)"));
    CHECK(autocorrelation_in_words(0.5, 20) == "lag-1 autocorrelation of the residuals 0.5, above what chance gives "
                                               "(0.44): neighbouring observations err alike, "
                                               "so the intervals are too narrow, as if the 20 observations were about "
                                               "7; a random walk with drift is the better "
                                               "model if they are one series");
    CHECK_THAT(autocorrelation_in_words(0.99, 20), ContainsSubstring("were about 2; "));
    CHECK(autocorrelation_in_words(-0.512, 20) == "lag-1 autocorrelation of the residuals -0.51, below what chance "
                                                  "gives (-0.44): neighbouring observations err in "
                                                  "turn, so the intervals are wider than they need be");
    CHECK(hw::detail::caution_about(0.43, 20, "do so").empty());
    CHECK(hw::detail::caution_about(0.444, 20, "do so") ==
          "caution: neighbouring observations err alike (lag-1 autocorrelation 0.44), so that p is too small; do so");
}

}  // namespace
