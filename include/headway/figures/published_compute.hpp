// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::published {

using namespace headway::units;

namespace sources {

inline constexpr article ho_2024{
    .key = "published.ho_2024",
    .speaker = "Ho et al.",
    .piece = "Algorithmic progress in language models",
    .publication = "arXiv 2403.05812",
    .language = "en",
    .date_text = "March 2024",
    .earliest = calendar_day(2024, 3, 1),
    .latest = calendar_day(2024, 3, 31),
    .published = true,
    .url = "https://arxiv.org/abs/2403.05812",
};
inline constexpr article hernandez_brown_2020{
    .key = "published.hernandez_brown_2020",
    .speaker = "Hernandez and Brown",
    .piece = "Measuring the Algorithmic Efficiency of Neural Networks",
    .publication = "arXiv 2005.04305",
    .language = "en",
    .date_text = "May 2020",
    .earliest = calendar_day(2020, 5, 1),
    .latest = calendar_day(2020, 5, 31),
    .published = true,
    .url = "https://arxiv.org/abs/2005.04305",
};
inline constexpr article epoch_2024{
    .key = "published.epoch_2024",
    .speaker = "Epoch AI",
    .piece = "data insight on the training compute of notable AI models since 2010",
    .publication = "epoch.ai/data-insights/compute-trend-post-2010",
    .language = "en",
    .date_text = "2024-06-19, revised since",
    .earliest = calendar_day(2024, 6, 19),
    .latest = calendar_day(2025, 12, 31),
    .published = true,
    .note = "The page is revised as data come in; earlier and later states give 4.4 to 4.7 × per year.",
    .url = "https://epoch.ai/data-insights/compute-trend-post-2010",
};
inline constexpr article hobbhahn_besiroglu_2022{
    .key = "published.hobbhahn_besiroglu_2022",
    .speaker = "Hobbhahn and Besiroglu",
    .piece = "Trends in GPU price-performance",
    .publication = "Epoch AI",
    .language = "en",
    .date_text = "2022",
    .earliest = calendar_day(2022, 1, 1),
    .latest = calendar_day(2022, 12, 31),
    .published = true,
    .url = "https://www.alignmentforum.org/posts/c6KFvQcZggQKZzxr9/trends-in-gpu-price-performance",
};
inline constexpr article omdia_2023{
    .key = "published.omdia_2023",
    .speaker = "Omdia",
    .piece = "lead time of H100 servers",
    .language = "en",
    .date_text = "November 2023",
    .earliest = calendar_day(2023, 11, 1),
    .latest = calendar_day(2023, 11, 30),
    .published = true,
};
inline constexpr article dell_2024{
    .key = "published.dell_2024",
    .speaker = "Dell Taiwan",
    .piece = "lead time of H100 servers",
    .publication = "as reported in the trade press",
    .language = "zh-Hant",
    .date_text = "April 2024",
    .earliest = calendar_day(2024, 4, 1),
    .latest = calendar_day(2024, 4, 30),
    .published = true,
};
inline constexpr article mcguire_2025{
    .key = "published.mcguire_2025",
    .speaker = "Chris McGuire",
    .piece = "the best US AI chip against the best Huawei chip",
    .publication = "Council on Foreign Relations",
    .language = "en",
    .date_text = "2025 (day not known)",
    .earliest = calendar_day(2025, 1, 1),
    .latest = calendar_day(2025, 12, 31),
    .published = true,
};
inline constexpr article diffusion_rule_2025{
    .key = "published.diffusion_rule_2025",
    .speaker = "US Department of Commerce, Bureau of Industry and Security",
    .piece = "Framework for Artificial Intelligence Diffusion",
    .publication = "rule summaries",
    .language = "en",
    .date_text = "January 2025",
    .earliest = calendar_day(2025, 1, 1),
    .latest = calendar_day(2025, 1, 31),
    .published = true,
};

}  // namespace sources

inline constexpr figure_with_interval algorithmic_halving{
    8.0 * month,
    5.0 * month,
    14.0 * month,
    0.95,
    {month, "months"},
    {.id = "algorithmic_halving",
     .what = "time in which the compute for a fixed language-model performance halves",
     .source = &sources::ho_2024,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training cost"},
};

inline constexpr figure vision_algorithmic_halving{
    16.0 * month,
    {month, "months"},
    {.id = "vision_algorithmic_halving",
     .what = "time in which the compute for a fixed image-classification performance halved, 2012 to 2019",
     .source = &sources::hernandez_brown_2020,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training cost",
     .note = "The same as 44 × in 7 years: vision_algorithmic_gain."},
};

inline constexpr figure vision_algorithmic_gain{
    44.0,
    {1.0, "× in 7 years"},
    {.id = "vision_algorithmic_gain",
     .what = "fall of the compute for a fixed image-classification performance, 2012 to 2019",
     .source = &sources::hernandez_brown_2020,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training cost"},
};

inline constexpr figure_with_interval training_compute_growth{
    4.7,
    4.3,
    5.2,
    0.90,
    {1.0, "× per year"},
    {.id = "training_compute_growth",
     .what = "yearly growth of the training compute of notable models since 2010",
     .source = &sources::epoch_2024,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training compute",
     .note = "A factor per year. The page states the level of its interval, 90 %."},
};

inline constexpr figure_with_interval gpu_price_performance_doubling{
    2.46 * year,
    2.24 * year,
    2.72 * year,
    0.95,
    {year, "years"},
    {.id = "gpu_price_performance_doubling",
     .what = "time in which FLOP/s per USD doubles, all GPUs",
     .source = &sources::hobbhahn_besiroglu_2022,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training cost, chip generations"},
};

inline constexpr figure_with_interval gpu_price_performance_doubling_ml{
    2.07 * year,
    1.54 * year,
    3.13 * year,
    0.95,
    {year, "years"},
    {.id = "gpu_price_performance_doubling_ml",
     .what = "time in which FLOP/s per USD doubles, GPUs used in machine learning",
     .source = &sources::hobbhahn_besiroglu_2022,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training cost, chip generations"},
};

inline constexpr figure_with_interval gpu_price_performance_doubling_top{
    2.95 * year,
    2.54 * year,
    3.52 * year,
    0.95,
    {year, "years"},
    {.id = "gpu_price_performance_doubling_top",
     .what = "time in which FLOP/s per USD doubles, top GPUs",
     .source = &sources::hobbhahn_besiroglu_2022,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training cost, chip generations"},
};

inline constexpr figure_range h100_server_lead_time_2023{
    36.0 * week,
    52.0 * week,
    {week, "weeks"},
    {.id = "h100_server_lead_time_2023",
     .what = "order to delivery of H100 servers, November 2023",
     .source = &sources::omdia_2023,
     .precision = precision::range,
     .kind = kind::observed,
     .feeds = "lead time, procurement"},
};

inline constexpr figure_range h100_server_lead_time_2024{
    8.0 * week,
    12.0 * week,
    {week, "weeks"},
    {.id = "h100_server_lead_time_2024",
     .what = "order to delivery of H100 servers, April 2024",
     .source = &sources::dell_2024,
     .precision = precision::range,
     .kind = kind::observed,
     .feeds = "lead time, procurement"},
};

inline constexpr figure chip_gap_today{
    5.0,
    {1.0, "×"},
    {.id = "chip_gap_today",
     .what = "best US chip against best Huawei chip at the time of writing",
     .source = &sources::mcguire_2025,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "generation gap"},
};

inline constexpr figure chip_gap_2027{
    17.0,
    {1.0, "×"},
    {.id = "chip_gap_2027",
     .what = "best US chip against best Huawei chip in 2027",
     .source = &sources::mcguire_2025,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "generation gap"},
};

inline constexpr figure tier2_tpp_cap{
    790e6 * tpp,
    {1e6 * tpp, "million TPP"},
    {.id = "tier2_tpp_cap",
     .what = "quota of a tier-2 country under the diffusion rule",
     .source = &sources::diffusion_rule_2025,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "access policy",
     .note = "A quantity cap; the lag of tier 2 is another parameter, microsoft.tier2_generation_gap."},
};

inline constexpr figure h100_tpp{
    15831.2 * tpp,
    {tpp, "TPP"},
    {.id = "h100_tpp",
     .what = "what one H100 counts against the quota",
     .source = &sources::diffusion_rule_2025,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "access policy",
     .note = "1978.9 TFLOP/s at 8 bits, times 8. Summaries round it to 15 831, which would fit one chip more into the "
             "quota."},
};

}  // namespace headway::figures::published

#include <headway/header_end.hpp>
