// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/amodei.hpp>

#include "expect.hpp"

#include <headway/quantity/growth.hpp>

using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using headway::figures::kind;
using headway::figures::precision;
namespace said = headway::figures::amodei;

static_assert(said::training_cost_decline.value == 4.0);
static_assert(said::frontier_labs_us.low == 3.0 && said::frontier_labs_us.high == 5.0);
static_assert(said::deepseek_other_chips.value == said::deepseek_fleet.value - said::deepseek_h100.value);
static_assert(said::source.earliest == date(2025y / 2 / 6) && said::source.dated());
static_assert(earliest_date(said::china_chip_catch_up) > date(2035y / 1 / 1));
static_assert(latest_date(said::china_chip_catch_up) < date(2040y / 4 / 1));
static_assert(latest_date(said::risk_evidence) == date(2025y / 2 / 6) + 2.0 * year);

TEST_CASE("every figure of the amodei article is as specified") {
    expected::rows row(said::catalogue());
    using enum precision;
    row(said::training_cost_decline, "training_cost_decline", {4}, 1.0, about, kind::observed, "about ÷4 per year");
    row(said::cost_drop_6_to_12_months, "cost_drop_6_to_12_months", {2, 4}, 1.0, order, kind::observed, "a few times",
        "of the order of 2 to 4 ×");
    row(said::deepseek_v3_cost_myth, "deepseek_v3_cost_myth", {6}, million_usd, about, kind::claimed,
        "about 6 million USD");
    row(said::rival_cost_myth, "rival_cost_myth", {1e9}, usd, order, kind::claimed, "billions of USD",
        "of the order of 1 billion USD");
    row(said::spending_outgrows_decline, "spending_outgrows_decline", {4}, 1.0, at_least, kind::observed,
        "more than 4 × per year in capability-adjusted terms", "at least ×4 per year");
    row(said::inference_cost_step, "inference_cost_step", {20}, 0.01, about, kind::claimed, "about −20 % per step");
    row(said::frontier_labs_us, "frontier_labs_us", {3, 5}, 1.0, range, kind::observed, "3 to 5 firms");
    row(said::frontier_labs_china, "frontier_labs_china", {1}, 1.0, exact, kind::observed, "1 firm");
    row(said::deepseek_fleet, "deepseek_fleet", {50'000}, chip, about, kind::observed, "about 50 000 chips");
    row(said::deepseek_h100, "deepseek_h100", {10'000}, chip, about, kind::observed, "about 10 000 chips");
    row(said::deepseek_other_chips, "deepseek_other_chips", {40'000}, chip, about, kind::derived, "about 40 000 chips");
    row(said::h800_window_open, "h800_window_open", {2022'01'01}, 1.0, exact, kind::observed, "2022");
    row(said::h800_window_closed, "h800_window_closed", {2023'01'01}, 1.0, exact, kind::observed, "2023");
    row(said::controls_scale_floor, "controls_scale_floor", {10'000}, chip, order, kind::claimed,
        "tens of thousands of chips", "of the order of 10 000 chips");
    row(said::next_scale_chips, "next_scale_chips", {1e6}, chip, order, kind::forecast, "millions of chips",
        "of the order of 1 million chips");
    row(said::china_chip_catch_up, "china_chip_catch_up", {10, 15}, year, range, kind::forecast,
        "10 to 15 years from 2025-02");
    row(said::decisive_window, "decisive_window", {2026'01'01, 2030'12'31, 2026'01'01, 2027'12'31}, 1.0, range,
        kind::forecast, "mainly 2026 and 2027, at latest 2030", "2026 to 2030");
    row(said::assumed_lead, "assumed_lead", {2}, year, assumed, kind::assumed, "2 years");
    row(said::safety_spend, "safety_spend", {6}, month, assumed, kind::assumed, "6 months");
    row(said::longest_lead, "longest_lead", {2}, year, at_most, kind::forecast, "at most 2 years");
    row(said::chip_trade, "chip_trade", {10, 100}, billion_usd, range, kind::observed,
        "tens of billions to nearly 100 billion USD a year", "10 to 100 billion USD");
    row(said::model_share_of_competitiveness, "model_share_of_competitiveness", {80, 90}, 0.01, range, kind::claimed,
        "80 to 90 %");
    row(said::country_of_geniuses, "country_of_geniuses", {10}, million_people, assumed, kind::assumed, "10 million");
    row(said::china_population_share, "china_population_share", {1.0 / 6.0}, 1.0, about, kind::observed, "about 1/6",
        "about 1 sixth");
    row(said::risk_evidence, "risk_evidence", {1, 2}, year, range, kind::forecast, "1 to 2 years from 2025-02");
    row(said::asl_now, "asl_now", {2}, 1.0, exact, kind::observed, "level 2");
    row(said::asl_next, "asl_next", {3}, 1.0, exact, kind::observed, "level 3");
}

TEST_CASE("amodei rejects the popular reading of what training cost, and nothing else") {
    std::vector<std::string> rejected;
    for (const auto& f : said::catalogue()) {
        if (f.rejected) rejected.emplace_back(f.id);
    }
    CHECK(rejected == std::vector<std::string>{"deepseek_v3_cost_myth", "rival_cost_myth"});
}

TEST_CASE("the traps of the amodei article are notes on the figures they concern") {
    using expected::contains;
    CHECK(contains(said::china_chip_catch_up.note, "may catch up"));
    CHECK(contains(said::china_chip_catch_up.note, "lags by 10 to 15 years"));
    CHECK(contains(said::deepseek_fleet.note, "only the H100s must have been"));
    CHECK(contains(said::deepseek_fleet.note, "evading controls"));
    CHECK(contains(said::deepseek_fleet.note, "H20s do not train"));
    CHECK(contains(said::deepseek_h100.note, "smuggled or re-routed"));
    CHECK(contains(said::deepseek_other_chips.note, "legally"));
    CHECK(contains(said::longest_lead.note, "ideal lead"));
    CHECK(contains(said::longest_lead.note, "longest that he thinks possible"));
    CHECK(contains(said::inference_cost_step.note, "never share one parameter"));
    CHECK(contains(said::training_cost_decline.note, "inference_cost_step"));
}

TEST_CASE("the note on the serving-cost step has its rates right") {
    const auto per_year = [](double weeks) {
        return 1.0 / headway::falls_by_percent(100.0 * said::inference_cost_step.value, weeks * week).factor_per(year);
    };
    CHECK_THAT(per_year(2.0), Catch::Matchers::WithinAbs(337.0, 0.5));
    CHECK_THAT(per_year(4.0), Catch::Matchers::WithinAbs(18.4, 0.05));
    CHECK_THAT(per_year(6.0), Catch::Matchers::WithinAbs(6.96, 0.005));
    CHECK_THAT(per_year(8.40), Catch::Matchers::WithinAbs(said::training_cost_decline.value, 0.005));
    CHECK(expected::contains(said::inference_cost_step.note, "2, 4, 6 weeks is ÷337, ÷18.4, ÷6.96 per year"));
    CHECK(expected::contains(said::inference_cost_step.note, "8.40 weeks is ÷4"));
}

TEST_CASE("the drop over 6 to 12 months is what the yearly decline gives") {
    const auto decline = headway::falls_by_factor(said::training_cost_decline.value, year);
    CHECK_THAT(1.0 / decline.over(6.0 * month), Catch::Matchers::WithinRel(said::cost_drop_6_to_12_months.low, 1e-14));
    CHECK_THAT(1.0 / decline.over(12.0 * month),
               Catch::Matchers::WithinRel(said::cost_drop_6_to_12_months.high, 1e-14));
}

TEST_CASE("who else is behind a figure of the amodei article is named") {
    CHECK(said::china_population_share.speaker() == "Jordan Schneider (interviewer)");
    CHECK(said::deepseek_fleet.via == "SemiAnalysis");
    CHECK(said::deepseek_h100.via == "SemiAnalysis");
    CHECK(expected::contains(said::training_cost_decline.speaker(), "Dario Amodei"));
}
