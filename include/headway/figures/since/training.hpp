// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/published_compute.hpp>
#include <headway/figures/published_costs.hpp>
#include <headway/figures/schmidt.hpp>

#include <headway/header_begin.hpp>

/// How fast the same capability gets cheaper to train, by one definition or another, and what the largest runs cost.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article epoch_run_length = detail::publication(
    "since.epoch_run_length", "Epoch AI", "thread on the longest useful training run", "", stated("2025-07-25"));
inline constexpr article ho_driver =
    detail::publication("since.ho_driver", "A. Ho", "The least understood driver of AI progress",
                        "Epoch AI, Gradient Updates", stated("by 2026-03-03", date{}, calendar_day(2026, 3, 3)));
inline constexpr article scher_catch_up =
    detail::publication("since.scher_catch_up", "A. Scher", "Catch-up algorithmic progress might actually be 60× per year",
                        "LessWrong", stated("2025-12-24"));
inline constexpr article gundlach_2025 =
    detail::publication("since.gundlach_2025", "H. Gundlach et al.", "paper on the gains of 2012 to 2023",
                        "arXiv 2511.21622", stated("2025-11-26"), {}, "https://arxiv.org/abs/2511.21622");
inline constexpr article nature_of_progress =
    detail::publication("since.nature_of_progress", "an author not shown in the copy",
                        "The nature of LLM algorithmic progress (v2)", "LessWrong", stated("2026-02-09"));
inline constexpr article denain_wu = detail::publication(
    "since.denain_wu", "J.-S. Denain, C. Wu", "Final training runs account for a minority of R&D compute spending",
    "Epoch AI", stated("2026-03-23"));
inline constexpr article deepseek_v3 =
    detail::publication("since.deepseek_v3", "DeepSeek", "paper on DeepSeek V3", "arXiv 2412.19437",
                        stated("2024-12-27"), {}, "https://arxiv.org/abs/2412.19437");
inline constexpr article deepseek_r1 = detail::publication(
    "since.deepseek_r1", "DeepSeek", "supplement of the paper on R1 in Nature, after Nature News and Reuters", "",
    stated("2025-09-17"));
inline constexpr article historical_baseline =
    detail::publication("since.historical_baseline", "\"Historical baseline\"",
                        "an automated refit of Epoch AI's table of models", "", stated("2026-05-02"), "Not by Epoch AI.");
inline constexpr article epoch_compute_page = detail::publication(
    "since.epoch_compute_page", "Epoch AI",
    "The training compute of notable AI models is doubling roughly every five months", "", detail::undated_page);
inline constexpr article epoch_grok4 = detail::publication(
    "since.epoch_grok4", "Epoch AI", "estimate of the cost of Grok 4, after El Espectador and a digest", "", stated("2025"));

}  // namespace sources

inline constexpr figure algorithms_epoch{
    3.0,
    {1.0, "× per year"},
    {.id = "algorithms_epoch",
     .what = "yearly improvement of training algorithms, used for its model of run length",
     .source = &sources::epoch_run_length,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "Its earlier assumption is algorithms_epoch_before.",
     .grade = grade::a,
     .read = "A, thread copy; day from the post number",
     .checks = {amodei::training_cost_decline, published::algorithmic_halving}},
};

inline constexpr figure algorithms_epoch_before{
    1.7,
    {1.0, "× per year"},
    {.id = "algorithms_epoch_before",
     .what = "the same in the model's earlier assumption",
     .source = &sources::epoch_run_length,
     .precision = precision::about,
     .kind = kind::claimed,
     .note = "Given up for algorithms_epoch.",
     .grade = grade::a,
     .read = "A, thread copy; day from the post number",
     .checks = {amodei::training_cost_decline, published::algorithmic_halving}},
};

inline constexpr figure software_progress_epoch{
    10.0,
    {1.0, "× per year"},
    {.id = "software_progress_epoch",
     .what = "yearly fall of training compute for an unchanged capability, algorithms and data together",
     .source = &sources::ho_driver,
     .precision = precision::order,
     .kind = kind::claimed,
     .words = "several × per year, possibly 10 × or more",
     .feeds = "training cost",
     .note = "10 is the only number in the sentence, and neither its low nor its high end: as_order_of_magnitude would read "
             "10 to 100, which it does not say. Other assumptions could move some of the estimates by nearly a factor of "
             "ten.",
     .grade = grade::a,
     .read = "A, page; day from a digest of it",
     .checks = {amodei::training_cost_decline}},
};

inline constexpr figure_range catch_up_measured{
    16.0,
    60.0,
    {1.0, "× per year"},
    {.id = "catch_up_measured",
     .what = "yearly fall of the compute to reach a level that somebody already reached, models of 2023 to 2025, "
             "post-training included",
     .source = &sources::scher_catch_up,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "Median of the slopes to weighted mean, not an interval. The author calls it quick, critics call the method "
             "unstable.",
     .grade = grade::a,
     .read = "A, page",
     .checks = {amodei::training_cost_decline, amodei::cost_drop_6_to_12_months}},
};

inline constexpr figure_with_interval catch_up_expected{
    20.0,
    2.0,
    200.0,
    0.80,
    {1.0, "× per year"},
    {.id = "catch_up_expected",
     .what = "the same for the year after, as its author expects it",
     .source = &sources::scher_catch_up,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "training cost",
     .grade = grade::a,
     .read = "A",
     .checks = {amodei::training_cost_decline}},
};

inline constexpr figure gains_accounted{
    6930.0,
    {1.0, "× from 2012 to 2023"},
    {.id = "gains_accounted",
     .what = "of an estimated gain of 22 000 × the part that experiments and literature explain",
     .source = &sources::gundlach_2025,
     .precision = precision::exact,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "Most of it is one change of architecture, and it grows with scale.",
     .grade = grade::a,
     .read = "A, abstract in several copies",
     .checks = {published::algorithmic_halving}},
};

inline constexpr figure gains_scale_free{
    100.0,
    {1.0, "× in 11 years"},
    {.id = "gains_scale_free",
     .what = "of the same gain the part that does not depend on scale",
     .source = &sources::gundlach_2025,
     .precision = precision::at_most,
     .kind = kind::claimed,
     .feeds = "training cost",
     .grade = grade::a,
     .read = "A",
     .checks = {published::algorithmic_halving, amodei::training_cost_decline}},
};

inline constexpr figure core_algorithms{
    10.0,
    {1.0, "× since 2018"},
    {.id = "core_algorithms",
     .what = "gain from the learning algorithm proper since 2018",
     .source = &sources::nature_of_progress,
     .precision = precision::at_most,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "The author writes \"probably\". About 30 % per year: core_algorithms_per_year.",
     .grade = grade::a,
     .read = "A, page",
     .checks = {amodei::training_cost_decline}},
};

inline constexpr figure core_algorithms_per_year{
    1.3,
    {1.0, "× per year"},
    {.id = "core_algorithms_per_year",
     .what = "the same per year",
     .source = &sources::nature_of_progress,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "What core_algorithms, an upper bound, amounts to: about 30 % per year.",
     .grade = grade::a,
     .read = "A, page",
     .checks = {amodei::training_cost_decline}},
};

inline constexpr figure final_run_share{
    0.10,
    {0.01, "%"},
    {.id = "final_run_share",
     .what = "final training runs as part of a year's research compute, OpenAI in 2024",
     .source = &sources::denain_wu,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "About 500 million of about 5 billion USD. A digest gives 10 to 30 % over three firms.",
     .grade = grade::a,
     .read = "A, page",
     .checks = {amodei::deepseek_v3_cost_myth, schmidt::deepseek_base_cost}},
};

inline constexpr figure deepseek_v3_final_run{
    5.576 * million_usd,
    {million_usd, "million USD"},
    {.id = "deepseek_v3_final_run",
     .what = "DeepSeek V3, official run only: 2.788 million H800-hours at an assumed 2 USD",
     .source = &sources::deepseek_v3,
     .precision = precision::exact,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "Earlier research, ablations and data are left out by its own words.",
     .grade = grade::a,
     .read = "A, paragraph in eight stored copies",
     .checks = {amodei::deepseek_v3_cost_myth, schmidt::deepseek_cost_claim}},
};

inline constexpr figure deepseek_r1_training{
    294e3 * usd,
    {usd, "USD"},
    {.id = "deepseek_r1_training",
     .what = "reinforcement learning on top of DeepSeek V3, at rental price",
     .source = &sources::deepseek_r1,
     .precision = precision::exact,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "The base is put at 6 million USD \"or so\".",
     .grade = grade::b,
     .read = "B, Nature News text and three reports",
     .checks = {amodei::deepseek_v3_cost_myth, schmidt::deepseek_base_cost}},
};

inline constexpr figure training_cost_growth_refit{
    4.89,
    {1.0, "× per year"},
    {.id = "training_cost_growth_refit",
     .what = "yearly growth of the cost of runs in the top ten by compute when released, 2018 to early 2026, in USD of 2023",
     .source = &sources::historical_baseline,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "n = 74, R² 0.72; \"very sensitive\" to the variant of cost. Not by Epoch AI.",
     .grade = grade::a,
     .read = "A for itself, page",
     .checks = {published::training_cost_growth, amodei::spending_outgrows_decline}},
};

inline constexpr figure training_compute_growth_refit{
    5.97,
    {1.0, "× per year"},
    {.id = "training_compute_growth_refit",
     .what = "yearly growth of the compute of runs in the top ten when released, 2018 to early 2026",
     .source = &sources::historical_baseline,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "training compute",
     .note = "n = 113, R² 0.84. Not by Epoch AI.",
     .grade = grade::a,
     .read = "A for itself",
     .checks = {published::training_compute_growth}},
};

inline constexpr figure training_compute_growth_epoch{
    4.6,
    {1.0, "× per year"},
    {.id = "training_compute_growth_epoch",
     .what = "yearly growth of the training compute of notable models since 2010, as now on the page",
     .source = &sources::epoch_compute_page,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "training compute",
     .grade = grade::a,
     .read = "A, page",
     .checks = {published::training_compute_growth}},
};

inline constexpr figure grok4_run{
    490.0 * million_usd,
    {million_usd, "million USD"},
    {.id = "grok4_run",
     .what = "one training run, Grok 4 (July 2025)",
     .source = &sources::epoch_grok4,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "training cost",
     .note = "\"Nearly\" in the one copy, \"median\" in the other.",
     .grade = grade::c,
     .read = "C, two copies",
     .checks = {amodei::rival_cost_myth, amodei::spending_outgrows_decline}},
};

inline constexpr figure useful_run_length{
    9.0 * month,
    {month, "months"},
    {.id = "useful_run_length",
     .what = "longest training run worth starting; the frontier reaches it by 2027 on trend",
     .source = &sources::epoch_run_length,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "training cost",
     .note = "It bears on the scale of runs.",
     .grade = grade::a,
     .read = "A",
     .checks = {schmidt::superintelligence_cost}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
