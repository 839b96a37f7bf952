// SPDX-License-Identifier: BSL-1.0
#include <headway/history/compare_figure.hpp>

#include "../catch.hpp"

#include <headway/figures/amodei.hpp>
#include <headway/history/fit_exponential.hpp>
#include <headway/math/math.hpp>

namespace hw = headway;
namespace said = hw::figures;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// Costs that fall by about this factor a year, with some scatter.
auto costs(double factor) {
    std::vector<hw::observation<hw::quantity<hw::dim::money>>> rows;
    const double scatter[] = {0.2, -0.3, 0.1, 0.25, -0.2, -0.15, 0.3, -0.2};
    for (int i = 0; i < 8; ++i) {
        rows.emplace_back(hw::date(2020y / 1 / 1) + 0.5 * i * year,
                          100.0 * hw::exp(scatter[i] - 0.5 * i * hw::log(factor)) * usd);
    }
    return hw::fit_exponential(hw::observations(rows));
}
const auto falls = [](double f) { return hw::falls_by_factor(f, year); };

said::figure<double> figure_of(double value, said::precision precision) {
    return {value, {1.0, "per year", "÷"}, {.id = "test", .what = "test", .precision = precision}};
}

TEST_CASE("a claimed growth is compatible with its own data and contradicted by others") {
    const auto fit = costs(4.0);
    const auto near = hw::compare_growth(hw::falls_by_factor(4.0, year), fit);
    CHECK(near.p_value > 0.3);
    CHECK(near.verdict() == "the data are compatible with the claim");
    const auto far = hw::compare_growth(hw::falls_by_factor(2.0, year), fit);
    CHECK(far.p_value < 0.01);
    CHECK(far.verdict() == "the data contradict the claim");
    CHECK_THAT(far.in_words(), StartsWith("÷2.00 per year; data: ÷"));
    CHECK(hw::compare_growth(hw::grows_by_factor(4.0, year), fit).p_value < 1e-4);
    CHECK_THAT(hw::compare_growth(hw::grows_by_factor(4.0, year), fit).in_words(), ContainsSubstring("p < 0.0001"));
}

TEST_CASE("the p-value is that of Student's test and agrees with the interval") {
    const auto fit = costs(3.0);
    const auto [low, high, level] = fit.growth_interval(0.9);
    CHECK_THAT(hw::compare_growth(low, fit).p_value, WithinRel(0.1, 1e-9));
    CHECK_THAT(hw::compare_growth(high, fit).p_value, WithinRel(0.1, 1e-9));
    CHECK_THAT(hw::compare_growth(fit.growth(), fit).p_value, WithinRel(1.0, 1e-9));
    // The verdicts at their borders.
    const auto at = [&fit](double stated) {
        return hw::compare_growth(fit.growth_interval(stated).low, fit).verdict();
    };
    CHECK(at(0.94) == "the data are compatible with the claim");
    CHECK(at(0.96) == "the data speak against the claim");
    CHECK(at(0.995) == "the data contradict the claim");
}

TEST_CASE("an article's figure is compared with data in words") {
    const auto r = hw::compare_figure(said::amodei::training_cost_decline, falls, costs(4.0));
    CHECK(r.p_value == hw::compare_growth(hw::falls_by_factor(4.0, year), costs(4.0)).p_value);
    CHECK_THAT(r.in_words(), ContainsSubstring(": about ÷4 per year; data: ÷"));
    CHECK_THAT(r.in_words(), StartsWith("Dario Amodei"));
    CHECK_THAT(r.in_words(), ContainsSubstring("95 % interval"));
    CHECK_THAT(r.in_words(), ContainsSubstring("the data are compatible with the claim (p = "));
    CHECK(hw::compare_figure(said::amodei::training_cost_decline, falls, costs(1.5)).p_value < 0.01);
}

TEST_CASE("bounds are tested from one side, ranges from their nearest end") {
    using said::precision;
    const auto fit = costs(4.0);
    const double found = fit.growth().factor_per(year);
    const auto p = [&fit](const auto& figure) { return hw::compare_figure(figure, falls, fit).p_value; };
    // Falls by at least as much: true of what falls faster, so the p-value is large for small factors.
    CHECK(p(figure_of(2.0, precision::at_least)) > 0.99);
    CHECK(p(figure_of(20.0, precision::at_least)) < 0.01);
    CHECK(p(figure_of(20.0, precision::at_most)) > 0.99);
    CHECK(p(figure_of(2.0, precision::at_most)) < 0.01);
    CHECK_THAT(p(figure_of(1.0 / found, precision::at_least)), WithinAbs(0.5, 1e-9));
    // One-sided is half of two-sided.
    CHECK_THAT(2.0 * p(figure_of(2.0, precision::at_most)), WithinRel(p(figure_of(2.0, precision::exact)), 1e-9));
    // The other direction of reading turns the bound round.
    const auto grows = [](double f) { return hw::grows_by_factor(f, year); };
    CHECK(hw::compare_figure(figure_of(0.5, precision::at_most), grows, fit).p_value > 0.99);

    const auto range = [](double low, double high) {
        return said::figure_range<double>(low, high, {1.0, "per year", "÷"},
                                          {.id = "test", .precision = precision::range});
    };
    CHECK(p(range(2.0, 6.0)) == 1.0);
    CHECK_THAT(p(range(1.5, 2.0)), WithinRel(p(figure_of(2.0, precision::exact)), 1e-9));
    CHECK_THAT(p(range(20.0, 30.0)), WithinRel(p(figure_of(20.0, precision::exact)), 1e-9));
    CHECK(p(figure_of(2.0, precision::order)) == 1.0);  // 2 to 20
    CHECK(p(figure_of(20.0, precision::order)) < 0.01);
}

TEST_CASE("a claimed value is compared with what data make expect") {
    const auto fit = costs(4.0);
    const hw::date when = 2025y / 1 / 1;
    const auto expected = fit.prediction(when);
    CHECK_THAT(hw::compare_value(fit(when), expected).p_value, WithinRel(1.0, 1e-9));
    CHECK_THAT(hw::compare_value(fit.prediction_interval(0.8, when).low, expected).p_value, WithinRel(0.2, 1e-9));
    CHECK(hw::compare_value(1000.0 * usd, expected).verdict() == "the data contradict the claim");

    const said::figure<hw::quantity<hw::dim::money>> claim{
        1000.0 * usd, {usd, "USD"}, {.id = "test", .precision = said::precision::at_most}};
    const auto r = hw::compare_figure(claim, expected);
    CHECK(r.p_value > 0.99);
    CHECK_THAT(r.in_words(), StartsWith("at most 1 000 USD; data: "));
    CHECK_THAT(r.in_words(), ContainsSubstring("expected (95 % interval"));
    const said::figure<hw::date> day{when, {}, {.id = "test", .precision = said::precision::at_least}};
    CHECK(hw::compare_figure(day, hw::normal(hw::date(2020y / 1 / 1), 1.0 * year)).p_value < 0.01);
    CHECK(hw::compare_figure(day, hw::normal(hw::date(2030y / 1 / 1), 1.0 * year)).p_value > 0.99);
}

TEST_CASE("a comparison tells the interval that leaves 2.5 % on either side") {
    // 200 - 19.6 and 200 + 19.6
    CHECK_THAT(hw::compare_value(150.0 * usd, hw::normal(200.0 * usd, 10.0 * usd)).in_words(),
               ContainsSubstring("data: 200 USD expected (95 % interval 180 USD to 220 USD)"));
    const auto fit = costs(3.0);
    const auto text = [](const hw::growth& g) { return to_text(hw::grows_by_factor(g.factor_per(year), year)); };
    const auto interval = fit.growth_interval(0.95);
    CHECK_THAT(hw::compare_growth(hw::falls_by_factor(4.0, year), fit).in_words(),
               ContainsSubstring("data: " + text(fit.growth()) + " (95 % interval " + text(interval.low) + " to " +
                                 text(interval.high) + ")"));
    CHECK(text(interval.low) != text(fit.growth_interval(0.9).low));
    CHECK(text(interval.high) != text(fit.growth_interval(0.9).high));
}

TEST_CASE("a comparison warns where the fit takes wandering errors for independent") {
    std::vector<hw::observation<double>> rows;
    for (int i = 0; i < 40; ++i) {
        rows.emplace_back(hw::date(2000y / 1 / 1) + i * year, hw::exp(-0.5 * i + (i < 15 || i > 25 ? 1.0 : -1.0)));
    }
    const auto r = hw::compare_growth(hw::falls_by_factor(4.0, year), hw::fit_exponential(hw::observations(rows)));
    CHECK_THAT(r.caution, StartsWith("caution: neighbouring observations err alike (lag-1 autocorrelation 0."));
    CHECK_THAT(r.in_words(), ContainsSubstring("; caution: "));
    CHECK(hw::compare_growth(hw::falls_by_factor(4.0, year), costs(4.0)).caution.empty());
}

TEST_CASE("data without scatter are sure") {
    const auto fit = hw::fit_exponential(hw::observations{
        hw::observation(2020y / 1 / 1, 1.0), hw::observation(2021y / 1 / 1, 1.0), hw::observation(2022y / 1 / 1, 1.0)});
    CHECK(hw::compare_growth(hw::growth(), fit).p_value == 1.0);
    CHECK(hw::compare_growth(hw::grows_by_factor(1.01, year), fit).p_value == 0.0);
}

}  // namespace
