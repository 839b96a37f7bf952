// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/simulate_updated.hpp>

#include <limits>
#include <string>
#include <vector>

#include "catch.hpp"
#include <headway/quantity/units.hpp>
#include <headway/scoring/ledger.hpp>
#include <headway/scoring/state.hpp>
#include <headway/trend/exponential.hpp>

#include "../scoring/ledger_folder.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto decline = hw::assumption<"yearly fall">(hw::lognormal(4.0, 0.3), "a test");
constexpr auto first_run = hw::assumption<"cost of the first run">(hw::lognormal(100.0 * million_usd, 0.2), "a test");
constexpr auto curve = [](const auto& in) {
    return hw::exponential(hw::date(2024y / 1 / 1), in[first_run], hw::falls_by_factor(in[decline], year));
};
constexpr auto outputs = hw::forecast(hw::inputs(decline, first_run), [](const auto& in) {
    return hw::outputs(
        hw::output<"when">(hw::select(in[decline] < 3.5, hw::date::never(), curve(in).reaches(5.0 * million_usd))),
        hw::output<"cost">(curve(in)(hw::date(2025y / 7 / 1))));
});
constexpr auto cost_on =
    hw::forecast(hw::inputs(decline, first_run), [](const auto& in, const auto& when) { return curve(in)(when); });
constexpr auto rate = hw::forecast(hw::inputs(decline), [](const auto& in) { return in[decline]; });
const hw::simulation options{.draws = 4000, .seed = 5};

hw::statement said(const std::string& id) {
    hw::statement s;
    s.id = id;
    s.said = hw::date(2026y / 11 / 30);
    s.due = hw::date(2035y / 1 / 1);
    s.who = "us";
    s.question = "What will it be?";
    s.digits = 17;
    return s;
}
hw::ledger read(const std::string& file) { return hw::ledger(ledger_test::contents_of(file)); }

}  // namespace

TEST_CASE("what a forecast says after an observation is put on record") {
    const ledger_test::folder f;
    const auto after =
        hw::simulate(outputs.updated(hw::observed<"cost">(12.0 * million_usd, hw::log_error(0.1))), options);
    hw::state(after, said("both"), f.file());
    const auto number = hw::simulate(rate.updated(hw::observed(decline, 4.5, hw::normal_error(0.5))), options);
    hw::state(number, said("rate"), f.file());
    hw::state(number.input(decline), said("input"), f.file());
    const auto fan = hw::simulate(cost_on.updated(hw::observed(2025y / 7 / 1, 12.0 * million_usd, hw::log_error(0.1))),
                                  {2026y / 1 / 1, 2027y / 1 / 1}, options);
    hw::state(fan, said("fan"), f.file());

    const hw::ledger book = read(f.file());
    const auto quantiles = [&](const char* id) {
        const auto* const entry = book.find(id);
        REQUIRE(entry != nullptr);
        CHECK(entry->seed == 5);
        return std::vector<hw::stated_quantile>(entry->quantiles.begin(), entry->quantiles.end());
    };
    const std::vector<double> levels = said("").probabilities;
    const auto rates = quantiles("rate");
    REQUIRE(rates.size() == levels.size());
    for (std::size_t i = 0; i < levels.size(); ++i)
        CHECK_THAT(rates[i].value, WithinRel(number.quantile(levels[i]), 1e-15));
    CHECK(quantiles("input") == rates);
    const auto costs = quantiles("both: cost");
    for (std::size_t i = 0; i < levels.size(); ++i) {
        CHECK_THAT(costs[i].value, WithinRel(hw::get<"cost">(after).quantile(levels[i]).in(million_usd), 1e-14));
    }
    // Where some are never, how many is told, behind the last date.
    const auto dates = quantiles("both: when");
    const double never = hw::get<"when">(after).probability_never();
    REQUIRE((never > 0.1 && never < 0.9));
    CHECK(dates.back().value == std::numeric_limits<double>::infinity());
    CHECK_THAT(dates[dates.size() - 2].probability, WithinAbs(1.0 - never, 1e-9));
    CHECK(dates[dates.size() - 2].value < std::numeric_limits<double>::infinity());
    CHECK(quantiles("fan: on 2026-01-01").size() == levels.size());
    CHECK(quantiles("fan: on 2027-01-01").size() == levels.size());
}
