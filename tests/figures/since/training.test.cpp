// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/training.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("how fast training gets cheaper is as the table has it") {
    using enum precision;
    since_row(now::algorithms_epoch, "algorithms_epoch", {3}, 1.0, about, kind::claimed, "2025-07-25", grade::a,
              {"amodei.training_cost_decline", "published.algorithmic_halving"}, "about 3 × per year");
    since_row(now::algorithms_epoch_before, "algorithms_epoch_before", {1.7}, 1.0, about, kind::claimed, "2025-07-25", grade::a,
              {"amodei.training_cost_decline", "published.algorithmic_halving"}, "about 1.7 × per year");
    since_row(now::software_progress_epoch, "software_progress_epoch", {10}, 1.0, order, kind::claimed, "by 2026-03-03", grade::a,
              {"amodei.training_cost_decline"}, "several × per year, possibly 10 × or more");
    since_row(now::catch_up_measured, "catch_up_measured", {16, 60}, 1.0, range, kind::claimed, "2025-12-24", grade::a,
              {"amodei.training_cost_decline", "amodei.cost_drop_6_to_12_months"}, "16 to 60 × per year");
    since_row(now::catch_up_expected, "catch_up_expected", {20, 2, 200}, 1.0, about, kind::forecast, "2025-12-24", grade::a,
              {"amodei.training_cost_decline"},
              "about 20 × per year (80 % interval 2 to 200)");
    since_row(now::gains_accounted, "gains_accounted", {6930}, 1.0, exact, kind::claimed, "2025-11-26", grade::a,
              {"published.algorithmic_halving"}, "6 930 × from 2012 to 2023");
    since_row(now::gains_scale_free, "gains_scale_free", {100}, 1.0, at_most, kind::claimed, "2025-11-26", grade::a,
              {"published.algorithmic_halving", "amodei.training_cost_decline"}, "at most 100 × in 11 years");
    since_row(now::core_algorithms, "core_algorithms", {10}, 1.0, at_most, kind::claimed, "2026-02-09", grade::a,
              {"amodei.training_cost_decline"}, "at most 10 × since 2018");
    since_row(now::core_algorithms_per_year, "core_algorithms_per_year", {1.3}, 1.0, about, kind::claimed, "2026-02-09", grade::a,
              {"amodei.training_cost_decline"}, "about 1.3 × per year");
    since_row(now::final_run_share, "final_run_share", {10}, 0.01, about, kind::claimed, "2026-03-23", grade::a,
              {"amodei.deepseek_v3_cost_myth", "schmidt.deepseek_base_cost"}, "about 10 %");
    since_row(now::deepseek_v3_final_run, "deepseek_v3_final_run", {5.576}, million_usd, exact, kind::claimed, "2024-12-27",
              grade::a, {"amodei.deepseek_v3_cost_myth", "schmidt.deepseek_cost_claim"}, "5.576 million USD");
    since_row(now::deepseek_r1_training, "deepseek_r1_training", {294'000}, usd, exact, kind::claimed, "2025-09-17", grade::b,
              {"amodei.deepseek_v3_cost_myth", "schmidt.deepseek_base_cost"}, "294 000 USD");
}

TEST_CASE("what the largest runs cost and use is as the table has it") {
    using enum precision;
    since_row(now::training_cost_growth_refit, "training_cost_growth_refit", {4.89}, 1.0, about, kind::claimed, "2026-05-02",
              grade::a, {"published.training_cost_growth", "amodei.spending_outgrows_decline"}, "about 4.89 × per year");
    since_row(now::training_compute_growth_refit, "training_compute_growth_refit", {5.97}, 1.0, about, kind::claimed, "2026-05-02",
              grade::a, {"published.training_compute_growth"}, "about 5.97 × per year");
    since_row(now::training_compute_growth_epoch, "training_compute_growth_epoch", {4.6}, 1.0, about, kind::claimed, "undated page",
              grade::a, {"published.training_compute_growth"}, "about 4.6 × per year");
    since_row(now::grok4_run, "grok4_run", {490}, million_usd, about, kind::claimed, "2025", grade::c,
              {"amodei.rival_cost_myth", "amodei.spending_outgrows_decline"}, "about 490 million USD");
    since_row(now::useful_run_length, "useful_run_length", {9}, month, about, kind::forecast, "2025-07-25", grade::a,
              {"schmidt.superintelligence_cost"}, "about 9 months");
}

TEST_CASE("the notes on training say what would mislead") {
    using expected::contains;
    CHECK(contains(now::software_progress_epoch.note, "as_order_of_magnitude would read 10 to 100"));
    CHECK(contains(now::software_progress_epoch.note, "nearly a factor of ten"));
    CHECK(contains(now::catch_up_measured.note, "not an interval"));
    CHECK(contains(now::gains_accounted.note, "grows with scale"));
    CHECK(contains(now::core_algorithms.note, "probably"));
    CHECK(contains(now::final_run_share.note, "10 to 30 %"));
    CHECK(contains(now::deepseek_v3_final_run.note, "left out by its own words"));
    CHECK(contains(now::deepseek_r1_training.note, "6 million USD \"or so\""));
    CHECK(contains(now::training_cost_growth_refit.note, "n = 74, R² 0.72"));
    CHECK(contains(now::training_cost_growth_refit.note, "very sensitive"));
    CHECK(contains(now::training_compute_growth_refit.note, "n = 113, R² 0.84"));
}
