// SPDX-License-Identifier: BSL-1.0
#include <headway/history/fit_experience_curve.hpp>

#include "../catch.hpp"
#include "../reference/history_fits.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
namespace golden = reference::history;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;
using hw::current_period;

namespace {

using money = hw::quantity<hw::dim::money>;
using chips = hw::quantity<hw::dim::chips>;

template <class Unit>
auto yearly(const std::vector<double>& numbers, const Unit& unit) {
    std::vector<hw::observation<std::remove_const_t<Unit>>> rows;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        rows.emplace_back(hw::date(1970y / 1 / 1) + static_cast<double>(i) * year, numbers[i] * unit);
    }
    return hw::observations(rows);
}
const auto costs = yearly({500, 410, 365, 260, 235, 190, 160, 148}, usd);
const auto made = yearly({10, 18, 26, 60, 75, 150, 210, 260}, chip);

TEST_CASE("an experience curve against the reference, and the fit is a curve") {
    const auto fit = hw::fit_experience_curve(costs, hw::cumulated(made, 40.0 * chip, current_period::included));
    CHECK(fit.size() == 8);
    CHECK(fit.counted() == current_period::included);
    CHECK_THAT(fit.learning().exponent(), WithinRel(golden::wright_exponent, 1e-13));
    const auto w = fit.exponent_interval(0.95);
    CHECK_THAT(0.5 * (w.high - w.low), WithinRel(golden::wright_half_width, 1e-12));
    CHECK_THAT(fit.r_squared(), WithinRel(golden::wright_r_squared, 1e-13));
    CHECK_THAT(fit.residual_autocorrelation(), WithinRel(golden::wright_lag1, 1e-11));
    CHECK_THAT(fit(3000.0 * chip).in(usd), WithinRel(golden::wright_at_3000, 1e-13));
    CHECK_THAT(fit.prediction_error(3000.0 * chip), WithinRel(golden::wright_error_at_3000, 1e-12));

    // Learning rate and progress ratio are the two shares of a doubling.
    const auto lr = fit.learning_rate_interval(0.95);
    const auto pr = fit.progress_ratio_interval(0.95);
    CHECK_THAT(lr.low, WithinRel(1.0 - pr.high, 1e-13));
    CHECK_THAT(lr.high, WithinRel(1.0 - pr.low, 1e-13));
    CHECK(lr.contains(fit.learning().rate()));
    CHECK_THAT(fit(200.0 * chip) / fit(100.0 * chip), WithinRel(fit.learning().progress_ratio(), 1e-13));

    const auto belief = fit.exponent_belief();
    CHECK_THAT(belief.quantile(0.025), WithinRel(w.low, 1e-12));
    CHECK_THAT(fit.progress_ratio_belief().quantile(0.975), WithinRel(pr.high, 1e-12));
    const auto predicted = fit.prediction(3000.0 * chip);
    const auto interval = fit.prediction_interval(0.9, 3000.0 * chip);
    CHECK_THAT(predicted.median().in(usd), WithinRel(fit(3000.0 * chip).in(usd), 1e-13));
    CHECK_THAT(predicted.quantile(0.95).in(usd), WithinRel(interval.high.in(usd), 1e-12));
    CHECK(fit.curve_belief(3000.0 * chip).quantile(0.95) < predicted.quantile(0.95));
    CHECK_THAT(fit.curve_belief(fit.centre()).median().in(usd), WithinRel(fit(fit.centre()).in(usd), 1e-13));
}

TEST_CASE("whether the current period counts changes the fit and is kept") {
    const auto with = hw::cumulated(made, 40.0 * chip, current_period::included);
    const auto without = hw::cumulated(made, 40.0 * chip, current_period::excluded);
    CHECK(with.data()[0].value == 50.0 * chip);
    CHECK(without.data()[0].value == 40.0 * chip);
    CHECK(with.data()[7].value == 849.0 * chip);
    CHECK(without.data()[7].value == 589.0 * chip);
    const auto fit = hw::fit_experience_curve(costs, without);
    CHECK(fit.counted() == current_period::excluded);
    CHECK(fit.learning().exponent() != hw::fit_experience_curve(costs, with).learning().exponent());
    CHECK(fit.in_period(40.0 * chip, 10.0 * chip) == fit(40.0 * chip));
}

TEST_CASE("data on a curve give that curve back, from the dates that have a cost") {
    const auto curve = hw::experience_curve(100.0 * usd, 10.0 * chip, hw::learning_rate(0.2), current_period::included);
    std::vector<hw::observation<money>> rows;
    std::vector<hw::observation<chips>> output;
    for (int i = 0; i < 9; ++i) {
        const hw::date when = hw::date(2000y / 1 / 1) + i * year;
        const auto q = (10.0 + i * i) * chip;
        output.emplace_back(when, q);
        if (i % 3 != 1) rows.emplace_back(when, curve(q));
    }
    const auto fit = hw::fit_experience_curve(
        hw::observations(rows), hw::cumulative_output(hw::observations(output), current_period::included));
    CHECK(fit.size() == 6);
    CHECK_THAT(fit.learning().rate(), WithinRel(0.2, 1e-13));
    CHECK_THAT(fit(1000.0 * chip).in(usd), WithinRel(curve(1000.0 * chip).in(usd), 1e-13));
    CHECK(fit.prediction_error(1000.0 * chip) < 1e-14);
}

TEST_CASE("what is no experience curve is refused") {
    using hw::cumulative_output;
    const auto included = current_period::included;
    const auto fit = [included](const auto& c, const auto& q) {
        return hw::fit_experience_curve(c, cumulative_output(q, included));
    };
    CHECK_THROWS_MATCHES(fit(yearly({5}, usd), yearly({5}, chip)), std::domain_error,
                         Message("fit_experience_curve: at least 2 observations are needed, got 1; give more"));
    CHECK_THROWS_MATCHES(
        fit(yearly({5, 4}, usd), yearly({5}, chip)), std::domain_error,
        Message("fit_experience_curve: no cumulative output on 1971-01-01, where there is a cost; leave such "
                "costs out: costs.at_dates_of(output.data())"));
    CHECK_THROWS_MATCHES(
        fit(yearly({5, 4}, usd), yearly({5, 5}, chip)), std::domain_error,
        Message("fit_experience_curve: cumulative output is the same at every cost; experience shows only "
                "where it grows"));
    CHECK_THROWS_MATCHES(
        fit(yearly({5, 0}, usd), yearly({5, 6}, chip)), std::domain_error,
        Message("fit_experience_curve: observation 2 (1971-01-01, in order of date) must be > 0 to have a "
                "logarithm, got 0 in base units; leave it out if it is missing"));
    CHECK_THROWS_MATCHES(
        fit(yearly({5, 4}, usd), yearly({5, 3}, chip)), std::domain_error,
        Message("cumulative_output: what has been made cannot become less, got 3 on 1971-01-01 after 5 on "
                "1970-01-01 in base units; of output per period use cumulated(...)"));
    CHECK(fit(yearly({5, 4, 3}, usd).at_dates_of(yearly({5, 6}, chip)), yearly({5, 6}, chip)).size() == 2);
    CHECK_THROWS_AS(fit(yearly({5, 4}, usd), yearly({0, 3}, chip)), std::domain_error);
    const hw::observations twice{hw::observation(2020y / 1 / 1, 1.0 * usd), hw::observation(2020y / 1 / 1, 2.0 * usd)};
    CHECK_THROWS_AS(fit(twice, yearly({1, 2}, chip)), std::domain_error);
    CHECK_THROWS_AS(cumulative_output(twice, included), std::domain_error);

    CHECK_THROWS_AS(fit(yearly({5, 4}, usd), yearly({5, 6}, chip)).exponent_interval(0.9), std::domain_error);
    const auto good = fit(yearly({5, 4, 3}, usd), yearly({5, 6, 9}, chip));
    CHECK_THROWS_AS(good.exponent_interval(1.0), std::domain_error);
    CHECK_THROWS_AS(good.prediction(0.0 * chip), std::domain_error);
    CHECK_THROWS_AS(good(-1.0 * chip), std::domain_error);
}

}  // namespace
