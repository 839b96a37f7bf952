// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::published {

using namespace headway::units;

namespace sources {

inline constexpr article cottier_2024{
    .key = "published.cottier_2024",
    .speaker = "Cottier et al.",
    .piece = "The rising costs of training frontier AI models",
    .publication = "arXiv 2405.21015",
    .language = "en",
    .date_text = "May 2024",
    .earliest = calendar_day(2024, 5, 1),
    .latest = calendar_day(2024, 5, 31),
    .published = true,
    .note = "First version; a later one gives the growth of cost as 2.4 × per year with a 90 % interval of 2.0 to 2.9.",
    .url = "https://arxiv.org/abs/2405.21015",
};

}  // namespace sources

inline constexpr figure_with_interval training_cost_growth{
    2.4,
    2.0,
    3.1,
    0.95,
    {1.0, "× per year"},
    {.id = "training_cost_growth",
     .what = "yearly growth of the amortised cost of the largest training runs since 2016",
     .source = &sources::cottier_2024,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "spending vs decline",
     .note = "A factor per year, of money spent; the cost of a fixed capability falls meanwhile."},
};

inline constexpr figure hardware_price_performance_ooms{
    0.14,
    {1.0, "OOM per year"},
    {.id = "hardware_price_performance_ooms",
     .what = "price-performance trend of hardware that amortises a cluster",
     .source = &sources::cottier_2024,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training cost (amortised run)",
     .note = "Orders of magnitude per year: a continuous rate of 0.14 ln 10 per year."},
};

inline constexpr figure run_chip_price{
    49'200.0 * (usd / chip),
    {usd / chip, "USD per chip"},
    {.id = "run_chip_price",
     .what = "price of a chip in the amortised run",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)"},
};

inline constexpr figure run_chips{
    25e3 * chip,
    {chip, "chips"},
    {.id = "run_chips",
     .what = "chips of the amortised run",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)",
     .note = "The size of the reference run, not a statement on any one model."},
};

inline constexpr figure run_duration{
    2160.0 * hour,
    {hour, "hours"},
    {.id = "run_duration",
     .what = "duration of the amortised run",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)",
     .note = "90 days of the reference run, not a statement on any one model."},
};

inline constexpr figure run_chip_power{
    700.0 * (watt / chip),
    {watt / chip, "W per chip"},
    {.id = "run_chip_power",
     .what = "rated power of a chip in the amortised run",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)"},
};

inline constexpr figure run_server_power_factor{
    1.8214,
    {1.0, "×"},
    {.id = "run_server_power_factor",
     .what = "rated power of a server against that of its chips",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)"},
};

inline constexpr figure run_load{
    0.75,
    {0.01, "%"},
    {.id = "run_load",
     .what = "average power drawn against rated power",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)"},
};

inline constexpr figure run_pue{
    1.1,
    {1.0, ""},
    {.id = "run_pue",
     .what = "power usage effectiveness: power of the site against that of its servers",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)"},
};

inline constexpr figure run_electricity_price{
    0.0806 * (usd / kilowatt_hour),
    {usd / kilowatt_hour, "USD/kWh"},
    {.id = "run_electricity_price",
     .what = "price of electricity in the amortised run",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)"},
};

inline constexpr figure run_interconnect_share{
    0.19,
    {0.01, "%"},
    {.id = "run_interconnect_share",
     .what = "interconnect's share of the capital cost of a cluster",
     .source = &sources::cottier_2024,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "training cost (amortised run)",
     .note = "A share of the whole, so interconnect costs 0.19/0.81 of what the chips cost."},
};

}  // namespace headway::figures::published

#include <headway/header_end.hpp>
