// SPDX-License-Identifier: BSL-1.0
#include <headway/history/fit_logistic.hpp>

#include "../catch.hpp"
#include "../reference/history_fits.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
namespace golden = reference::history;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const hw::date start = 2010y / 1 / 1;

template <class Unit>
auto yearly(const std::vector<double>& numbers, const Unit& unit) {
    std::vector<hw::observation<std::remove_const_t<Unit>>> rows;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        rows.emplace_back(start + static_cast<double>(i) * year, numbers[i] * unit);
    }
    return hw::observations(rows);
}
auto fit_of(const std::vector<double>& numbers) { return hw::fit_logistic(yearly(numbers, 1.0)); }

TEST_CASE("an S-curve against the reference, and the fit is a trend") {
    const auto fit = hw::fit_logistic(yearly({2, 3, 7, 11, 22, 34, 52, 63, 77, 85, 88, 93}, usd));
    static_assert(hw::any_trend<decltype(fit)>);
    CHECK(fit.size() == 12);
    CHECK(fit.degrees_of_freedom() == 9.0);
    CHECK_THAT(fit.ceiling().in(usd), WithinRel(golden::logistic_ceiling, 1e-12));
    CHECK_THAT((fit.midpoint() - start).in(year), WithinRel(golden::logistic_midpoint_years, 1e-12));
    CHECK_THAT(fit.early_growth().rate().in(1.0 / year), WithinRel(golden::logistic_rate_per_year, 1e-12));
    CHECK_THAT(fit.residual_stddev().in(usd), WithinRel(hw::sqrt(golden::logistic_rss / 9.0), 1e-11));
    CHECK(fit.r_squared() > 0.99);

    CHECK_THAT(fit.ceiling_interval(0.95).high / fit.ceiling(), WithinRel(golden::logistic_ceiling_ratio, 1e-11));
    CHECK_THAT(fit.ceiling() / fit.ceiling_interval(0.95).low, WithinRel(golden::logistic_ceiling_ratio, 1e-11));
    const auto midpoint = fit.midpoint_interval(0.95);
    CHECK_THAT((midpoint.high - midpoint.low).in(2.0 * year), WithinRel(golden::logistic_midpoint_half_width, 1e-7));
    CHECK_THAT(fit.early_growth_interval(0.95).high.rate_per_second() / fit.early_growth().rate_per_second(),
               WithinRel(golden::logistic_rate_ratio, 1e-11));
    const hw::date later = start + 14.0 * year;
    const auto predicted = fit.prediction_interval(0.95, later);
    CHECK_THAT(fit(later).in(usd), WithinRel(golden::logistic_predicted_14, 1e-12));
    CHECK_THAT((predicted.high - predicted.low).in(2.0 * usd),
               WithinRel(golden::logistic_prediction_half_width_14, 1e-10));

    CHECK_THAT(fit.prediction(later).quantile(0.975).in(usd), WithinRel(predicted.high.in(usd), 1e-12));
    CHECK_THAT(fit.ceiling_belief().quantile(0.975).in(usd), WithinRel(fit.ceiling_interval(0.95).high.in(usd), 1e-12));
    CHECK_THAT((fit.midpoint_belief().quantile(0.975) - midpoint.high).in(second), WithinAbs(0.0, 1e-5));
    CHECK_THAT(fit.rate_belief().quantile(0.025).base_value(),
               WithinRel(fit.early_growth_interval(0.95).low.rate_per_second(), 1e-12));
    CHECK(fit.reaches_inflection());
    CHECK(fit.warning().empty());
}

TEST_CASE("data on a curve give that curve back, wherever they begin and end") {
    // From well before the inflection to well after, ending before it, beginning after it; slow and steep.
    for (const double rate : {0.15, 0.5, 1.5}) {
        for (const double midpoint : {-1.5, 2.0, 8.0, 13.0, 17.0}) {
            std::vector<double> numbers;
            for (int i = 0; i < 16; ++i) numbers.push_back(3e9 / (1.0 + hw::exp(-rate * (i - midpoint))));
            INFO("rate " << rate << ", midpoint " << midpoint);
            const auto fit = fit_of(numbers);
            CHECK_THAT(fit.ceiling(), WithinRel(3e9, 1e-8));
            CHECK_THAT((fit.midpoint() - start).in(year), WithinAbs(midpoint, 1e-7));
            CHECK_THAT(fit.early_growth().rate().in(1.0 / year), WithinRel(rate, 1e-8));
            CHECK(fit.reaches_inflection() == (midpoint >= 0.0 && midpoint <= 15.0));
        }
    }
}

TEST_CASE("data that do not reach the inflection are fitted with a warning") {
    const auto early = fit_of({1.0, 1.7, 2.6, 4.3, 6.5, 10.1, 14.2});
    REQUIRE_FALSE(early.reaches_inflection());
    CHECK(early.midpoint() > hw::date(2016y / 1 / 1));
    CHECK_THAT(early.warning(), ContainsSubstring("before the inflection of the fitted curve"));
    CHECK_THAT(early.warning(), ContainsSubstring("its ceiling is an extrapolation"));
    const auto late = fit_of({60.0, 75.0, 85.0, 92.0, 95.0, 97.5, 98.4});
    REQUIRE_FALSE(late.reaches_inflection());
    CHECK_THAT(late.warning(), ContainsSubstring("after the inflection of the fitted curve"));
}

TEST_CASE("what has no S-curve is refused with a way out") {
    CHECK_THROWS_MATCHES(fit_of({1, 2}), std::domain_error,
                         Message("fit_logistic: at least 3 observations are needed, got 2; give more"));
    const hw::observations two_dates{hw::observation(2020y / 1 / 1, 1.0), hw::observation(2020y / 1 / 1, 2.0),
                                     hw::observation(2021y / 1 / 1, 3.0)};
    CHECK_THROWS_MATCHES(hw::fit_logistic(two_dates), std::domain_error,
                         Message("fit_logistic (on different dates): at least 3 observations are needed, got 2; give more"));
    CHECK_THROWS_MATCHES(fit_of({5, 5, 5, 5}), std::domain_error,
                         MessageMatches(ContainsSubstring("the data do not rise")));
    CHECK_THROWS_AS(fit_of({5, 4, 3, 1}), std::domain_error);
    CHECK_THROWS_AS(fit_of({-5, -4, -3, -1}), std::domain_error);
    CHECK_THROWS_MATCHES(fit_of({1, 2, 4, 8, 16, 32, 64, 128}), std::domain_error,
                         MessageMatches(ContainsSubstring("have not begun to bend")));
    CHECK_THROWS_MATCHES(fit_of({0, 0, 0, 0, 1, 1, 1, 1}), std::domain_error,
                         MessageMatches(ContainsSubstring("between two dates")));
    CHECK_THROWS_MATCHES(fit_of({1, 2, 3}).ceiling_interval(0.9), std::domain_error,
                         MessageMatches(ContainsSubstring("3 observations determine the fit exactly")));
    CHECK_THROWS_MATCHES(fit_of({1, 2, 3}).prediction_interval(0.9, start), std::domain_error,
                         MessageMatches(ContainsSubstring("prediction_interval: 3 observations determine the fit")));
    CHECK_THROWS_AS(fit_of({1, 2, 4, 7, 8}).prediction(hw::date::never()), std::domain_error);
}

}  // namespace
