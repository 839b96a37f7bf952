// SPDX-License-Identifier: BSL-1.0
#include <headway/inference.hpp>

#include <string>
#include <vector>

#include "catch.hpp"
#include "chart/vega_checks.hpp"
#include <headway/quantity/units.hpp>
#include <headway/report.hpp>
#include <headway/testing/outcome_check.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto decline = hw::assumption<"yearly fall">(hw::lognormal(4.0, 0.3), "a test");
constexpr auto first_run = hw::assumption<"cost of the first run">(hw::lognormal(100.0 * million_usd, 0.2), "a test");
constexpr auto curve = [](const auto& in) {
    return hw::exponential(hw::date(2024y / 1 / 1), in[first_run], hw::falls_by_factor(in[decline], year));
};
constexpr auto outputs = hw::forecast(hw::inputs(decline, first_run), [](const auto& in) {
    return hw::outputs(hw::output<"when">(curve(in).reaches(5.0 * million_usd)),
                       hw::output<"cost">(curve(in)(hw::date(2025y / 7 / 1))));
});
constexpr auto cost_on =
    hw::forecast(hw::inputs(decline, first_run), [](const auto& in, const auto& when) { return curve(in)(when); });
const hw::simulation options{.draws = 4000, .seed = 5};
const auto after = hw::simulate(outputs.updated(hw::observed<"cost">(12.0 * million_usd, hw::log_error(0.1))), options);

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("tables in every format take weighted outcomes, before and after side by side") {
    const auto table = hw::report::result_table().add("before", after.before()).add("after", after);
    CHECK(table.rows().size() == 4);
    const std::string text = hw::report::table(table).text();
    CHECK(has(text, "effective draws"));
    CHECK(has(text, "before: when"));
    CHECK(has(text, "after: cost"));
    const std::string effective = std::to_string(static_cast<int>(after.effective_draws()));
    CHECK(has(text, effective));
    CHECK(has(hw::report::csv(table), "output,unit,draws,effective_draws,"));
    CHECK(has(hw::report::csv(table), "after: cost,USD,4000," + effective + ","));
    CHECK(has(hw::report::json(table), "\"effective_draws\": " + effective));
    CHECK(has(hw::report::markdown(table), "| after: when"));
    // The cells are the outcome's own answers.
    const auto& cost = hw::get<"cost">(after);
    const auto& row = table.rows()[3];
    const auto& columns = table.columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].key == "p50") CHECK(row[c].value == cost.median().in(usd));
        if (columns[c].key == "p50") CHECK(row[c].error == cost.quantile_standard_error(0.5).in(usd));
        if (columns[c].key == "mean") CHECK(row[c].error == cost.standard_error().in(usd));
    }
}

TEST_CASE("charts and pages take weighted outcomes") {
    const auto& cost = hw::get<"cost">(after);
    const std::string histogram = hw::report::histogram_chart(cost, {.title = "After"});
    CHECK(has(histogram, "Median " + hw::to_text(cost.median(), 3)));
    CHECK(histogram != hw::report::histogram_chart(cost.before(), {.title = "After"}));
    const std::string comparison =
        hw::report::comparison_chart<hw::quantity<hw::dim::money>>({{"before", cost.before()}, {"after", cost}});
    CHECK(has(comparison, "before"));
    CHECK(has(comparison, "after"));
    const std::vector<hw::date> dates{hw::date(2025y / 1 / 1), hw::date(2026y / 1 / 1)};
    const auto fan = hw::simulate(cost_on.updated(hw::observed(2025y / 7 / 1, 12.0 * million_usd, hw::log_error(0.1))),
                                  dates, options);
    CHECK(has(hw::report::fan_chart(fan), "2026-01-01"));
    const auto spec = vega::parsed(hw::report::vega_lite(fan));
    REQUIRE(vega::rows(spec).size() == 2);
    CHECK_THAT(vega::rows(spec)[1]["median"].real, Catch::Matchers::WithinRel(fan[1].median().in(million_usd), 1e-12));
    CHECK_THAT(vega::rows(spec)[1]["high"].real, Catch::Matchers::WithinRel(fan[1].quantile(0.95).in(million_usd), 1e-12));
    double share = 0.0;
    const auto bars = vega::parsed(hw::report::vega_lite(cost));
    for (const auto& bar : vega::rows(bars)) {
        if (bar["from"].real < cost.median().in(million_usd)) share += bar["share"].real;
    }
    CHECK_THAT(share, Catch::Matchers::WithinAbs(0.5, 0.1));  // to the end of the bar that has the median
    CHECK(has(hw::report::table(fan).text(), "2025-01-01"));
    hw::report::html_page page("What the figure tells");
    page.headline("When?", hw::get<"when">(after)).table("Inputs", after.changes());
    const std::string html = page.text();
    const auto& when = hw::get<"when">(after);
    CHECK(has(html, hw::report::spread_text(when.median(), when.quantile(0.95) - when.quantile(0.05))));
    CHECK(has(html, "cost of the first run"));
}

TEST_CASE("checks of outcomes take weighted ones") {
    const auto& cost = hw::get<"cost">(after);
    const auto mean = cost.mean();
    CHECK(hw::mean_is(cost, mean, hw::standard_errors(3.0)));
    CHECK(!hw::mean_is(cost, mean + 10.0 * cost.standard_error(), hw::standard_errors(3.0)));
    CHECK(hw::median_is(cost, cost.median(), 1.0 * percent));
    CHECK(hw::quantile_is(cost, 0.9, cost.quantile(0.9), 1.0 * percent));
    const double below = cost.probability_below(mean);
    CHECK(hw::probability_below_is(cost, mean, below, 0.01));
    CHECK(hw::probability_above_is(cost, mean, 1.0 - below, 0.01));
    CHECK(!hw::probability_never_is(cost, 0.5, 0.1));
}
