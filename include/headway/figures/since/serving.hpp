// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/schmidt.hpp>

#include <headway/header_begin.hpp>

/// How fast serving gets cheaper, and how much more of it an answer takes.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article epoch_inference_prices =
    detail::publication("since.epoch_inference_prices", "Epoch AI",
                        "LLM inference prices have fallen rapidly but unequally across tasks", "", stated("2025-03-12"));
inline constexpr article coding_costs = detail::publication(
    "since.coding_costs", "an author not shown in the copy",
    "Inference costs for hard coding tasks halve roughly every two months", "LessWrong",
    stated("2025 (day not shown)", calendar_day(2025, 1, 1), calendar_day(2025, 12, 31)));
inline constexpr article epoch_output_length = detail::publication(
    "since.epoch_output_length", "Epoch AI", "data insight on output length", "", detail::undated_page);
inline constexpr article huang_2025 = detail::publication(
    "since.huang_2025", "J. Huang (Nvidia)", "after Nvidia's results, quoted by Finblog", "", stated("2025-08-27"));

}  // namespace sources

inline constexpr figure inference_price_gpt4_science{
    40.0,
    {1.0, "× per year"},
    {.id = "inference_price_gpt4_science",
     .what = "yearly fall of the price of GPT-4's level on doctoral science questions",
     .source = &sources::epoch_inference_prices,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "inference cost",
     .note = "A factor to divide by. A price, not a cost: what it costs to serve is not published.",
     .grade = grade::a,
     .read = "A, page",
     .checks = {amodei::inference_cost_step}},
};

inline constexpr figure_range inference_price_spread{
    9.0,
    900.0,
    {1.0, "× per year"},
    {.id = "inference_price_spread",
     .what = "yearly fall of the price of a fixed level over six benchmarks and several levels",
     .source = &sources::epoch_inference_prices,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "inference cost",
     .note = "A factor to divide by. The fastest are the newest and may not last.",
     .grade = grade::a,
     .read = "A",
     .checks = {amodei::inference_cost_step}},
};

inline constexpr figure_with_interval coding_cost_halving{
    2.0 * month,
    1.67 * month,
    2.37 * month,
    0.0,
    {month, "months"},
    {.id = "coding_cost_halving",
     .what = "time in which the cost of a fixed score on two coding benchmarks halves",
     .source = &sources::coding_costs,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "inference cost",
     .note = "The ends come from the way of fitting, not from an interval of a level.",
     .grade = grade::a,
     .read = "A, page",
     .checks = {amodei::inference_cost_step}},
};

inline constexpr figure output_length_growth{
    5.0,
    {1.0, "× per year"},
    {.id = "output_length_growth",
     .what = "yearly growth of the length of answers of reasoning models",
     .source = &sources::epoch_output_length,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "inference / workload",
     .note = "Of other models: output_length_growth_others.",
     .grade = grade::a,
     .read = "A, page",
     .checks = {schmidt::planning_compute_multiplier}},
};

inline constexpr figure output_length_growth_others{
    2.2,
    {1.0, "× per year"},
    {.id = "output_length_growth_others",
     .what = "yearly growth of the length of answers of other models",
     .source = &sources::epoch_output_length,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "inference / workload",
     .grade = grade::a,
     .read = "A, page",
     .checks = {schmidt::planning_compute_multiplier}},
};

inline constexpr figure reasoning_multiplier_huang{
    100.0,
    {1.0, "×"},
    {.id = "reasoning_multiplier_huang",
     .what = "compute of agents and reasoning against an answer in one shot",
     .source = &sources::huang_2025,
     .precision = precision::at_least,
     .kind = kind::claimed,
     .words = "100, 1 000, potentially more (×)",
     .feeds = "inference / workload",
     .note = "His words are \"could be\": a claim, not a measurement.",
     .grade = grade::b,
     .read = "B, one copy",
     .checks = {schmidt::planning_compute_multiplier}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
