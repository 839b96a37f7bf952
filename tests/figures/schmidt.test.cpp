// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/schmidt.hpp>

#include "expect.hpp"

using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using headway::figures::kind;
using headway::figures::precision;
namespace said = headway::figures::schmidt;

static_assert(said::deepseek_base_cost.value == 100.0 * million_usd);
static_assert(said::source.earliest == date(2025y / 5 / 12) && said::source.dated());
static_assert(earliest_date(said::hardware_shortage) == date(2025y / 5 / 12) + 10.0 * year);
static_assert(latest_date(said::hardware_shortage).is_never());
static_assert(earliest_date(said::agi_horizon) == date(2025y / 5 / 12) + 3.0 * year);

TEST_CASE("every figure of the schmidt article is as specified") {
    expected::rows row(said::catalogue());
    using enum precision;
    row(said::fab_cost_multiplier, "fab_cost_multiplier", {4}, 1.0, about, kind::claimed, "about 4 ×");
    row(said::fab_time_multiplier, "fab_time_multiplier", {2}, 1.0, about, kind::claimed, "about 2 ×");
    row(said::hardware_shortage, "hardware_shortage", {10}, year, at_least, kind::forecast,
        "at least 10 years from 2025-05");
    row(said::end_of_cycle_price, "end_of_cycle_price", {0}, 1.0, order, kind::claimed,
        "falls almost to 0 (of launch price)", "of the order of 0 of launch price");
    row(said::rebuild_time, "rebuild_time", {10}, year, order, kind::claimed, "decades", "of the order of 10 years");
    row(said::rebuild_cost, "rebuild_cost", {10}, billion_usd, order, kind::claimed, "tens of billions of USD",
        "of the order of 10 billion USD");
    row(said::deepseek_cost_claim, "deepseek_cost_claim", {5}, million_usd, about, kind::claimed,
        "about 5 million USD");
    row(said::deepseek_base_cost, "deepseek_base_cost", {100}, million_usd, at_least, kind::claimed,
        "at least 100 million USD");
    row(said::planning_compute_multiplier, "planning_compute_multiplier", {100}, 1.0, at_least, kind::claimed,
        "at least 100 ×");
    row(said::offshoring_year, "offshoring_year", {2000'01'01}, 1.0, about, kind::observed,
        "about 25 years before 2025", "about 2000");
    row(said::chips_act_hindsight, "chips_act_hindsight", {10}, year, assumed, kind::assumed, "10 years");
    row(said::scaling_laws, "scaling_laws", {3}, 1.0, exact, kind::claimed, "3 scaling laws");
    row(said::slowdown_guess, "slowdown_guess", {6}, month, about, kind::claimed, "about 6 months");
    row(said::agi_horizon, "agi_horizon", {3, 4}, year, range, kind::forecast, "3 to 4 years from 2025-05");
    row(said::superintelligence_cost, "superintelligence_cost", {1e12}, usd, order, kind::assumed, "trillions of USD",
        "of the order of 1 trillion USD");
    row(said::leading_nodes, "leading_nodes", {3, 5}, nanometre, exact, kind::observed, "5 nm and 3 nm", "3 to 5 nm");
}

TEST_CASE("schmidt rejects the guess of a slowdown, and nothing else") {
    std::vector<std::string> rejected;
    for (const auto& f : said::catalogue()) {
        if (f.rejected) rejected.emplace_back(f.id);
    }
    CHECK(rejected == std::vector<std::string>{"slowdown_guess"});
}

TEST_CASE("the traps of the schmidt article are notes where they belong") {
    using expected::contains;
    CHECK(contains(said::fab_cost_multiplier.note, "Second-hand"));
    CHECK(contains(said::fab_cost_multiplier.note, "Never apply it to a whole plant without saying so"));
    CHECK(contains(said::fab_time_multiplier.note, "Second-hand"));
    CHECK(contains(said::source.note, "may well win"));
    CHECK(contains(said::source.note, "conditional"));
}

TEST_CASE("whom schmidt cites is named") {
    CHECK(said::fab_cost_multiplier.via == "TSMC");
    CHECK(said::fab_time_multiplier.via == "TSMC");
    CHECK(said::agi_horizon.via == "the \"San Francisco school\"");
    CHECK(said::deepseek_cost_claim.via == "DeepSeek");
}
