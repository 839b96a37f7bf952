// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/conflicts.hpp>

#include "figures/since/since_expect.hpp"

namespace fig = headway::figures;
namespace now = headway::figures::since;
using names = std::vector<std::string>;

TEST_CASE("each topic since has the positions of the table") {
    const std::vector<std::pair<std::string, names>> table{
        {"how fast training gets cheaper",
         {"published.core_algorithms_per_year", "published.algorithms_epoch", "amodei.training_cost_decline",
          "published.software_progress_epoch", "published.catch_up_measured"}},
        {"halving of compute every 8 months",
         {"published.algorithmic_halving", "published.gains_accounted", "published.gains_scale_free"}},
        {"growth of training cost", {"published.training_cost_growth", "published.training_cost_growth_refit"}},
        {"length of the US lead, as measured",
         {"published.lead_epoch", "published.lead_caisi", "published.lead_since_r1", "published.lead_stanford"}},
        {"cost of a US wafer",
         {"published.techinsights_wafer_multiplier", "published.wafer_cost_semianalysis_taiwan",
          "published.wafer_cost_semianalysis_arizona"}},
        {"profit of TSMC Arizona, first half of 2025", {"Taipei Times", "Chinese press"}},
        {"Huawei's output in 2026", {"published.ascend_910c_plan", "SemiAnalysis"}},
        {"world stock of chips",
         {"Epoch AI, 2026-01-08", "AI Index", "published.nvidia_stock_2025", "published.tpu_stock_2025",
          "published.trainium_stock_2025", "published.amd_stock_2025"}},
        {"chips used for R1", {"most reports", "one report"}},
        {"DeepSeek's fleet", {"amodei.deepseek_fleet", "SemiAnalysis, its table", "G. Luk, 2025-01-31"}},
        {"Amazon's spending in 2025", {"by one definition", "by another", "by a third"}},
        {"Microsoft's 190 billion", {"published.microsoft_capex_2026", "one headline"}},
        {"horizon of Claude Opus 4.6", {"METR, data file", "METR, first announcement", "METR"}},
        {"METR's doubling time", {"published.horizon_doubling_long", "published.horizon_doubling", "METR, since 2024"}},
        {"H100 rent in mid 2026", {"contract", "spot", "four indices"}},
        {"Rubin", {"published.rubin", "a trade blog, March 2026", "June 2026"}},
        {"TPU v7 general availability", {"published.tpu_v7", "another"}},
        {"the 50 % cap of the H200 rule", {"published.h200_rule", "press"}},
        {"tools into the second Arizona fab", {"published.arizona_fab2_tools", "investors, Commercial Times"}},
    };
    REQUIRE(now::conflicts().size() == table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        const fig::conflict& c = now::conflicts()[i];
        CHECK(std::string(c.topic) == table[i].first);
        names positions;
        for (const fig::position& p : c.positions) {
            CHECK_FALSE(p.statement.empty());
            positions.push_back(p.has_figure ? expected::name_of(*p.figure) : std::string(p.who));
        }
        CHECK(positions == table[i].second);
    }
}

TEST_CASE("of the profit of TSMC Arizona no half year is entered, as the table asks") {
    for (const fig::position& p : now::conflicts()[5].positions) CHECK_FALSE(p.has_figure);
}
