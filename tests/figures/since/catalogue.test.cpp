// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/catalogue.hpp>

#include "figures/since/since_expect.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace fig = headway::figures;
namespace now = headway::figures::since;
using expected::ids;
using names = std::vector<std::string>;

namespace {

/// The ids of the table's section 1, row by row, each with the constants that hold its numbers where these are several or
/// have another name.
const std::vector<std::pair<std::string, names>> rows{
    {"algorithms_epoch", {"algorithms_epoch", "algorithms_epoch_before"}},
    {"software_progress_epoch", {}},
    {"catch_up_measured", {}},
    {"catch_up_expected", {}},
    {"gains_accounted", {}},
    {"gains_scale_free", {}},
    {"core_algorithms", {"core_algorithms", "core_algorithms_per_year"}},
    {"final_run_share", {}},
    {"deepseek_v3_final_run", {}},
    {"deepseek_r1_training", {}},
    {"training_cost_growth_refit", {}},
    {"training_compute_growth_refit", {}},
    {"training_compute_growth_epoch", {}},
    {"grok4_run", {}},
    {"useful_run_length", {}},
    {"inference_price_gpt4_science", {}},
    {"inference_price_spread", {}},
    {"coding_cost_halving", {}},
    {"output_length_growth", {"output_length_growth", "output_length_growth_others"}},
    {"reasoning_multiplier_huang", {}},
    {"nvidia_stock_2023", {}},
    {"nvidia_stock_2024", {}},
    {"nvidia_stock_2025", {"nvidia_stock_2025", "nvidia_stock_2025_chips", "nvidia_stock_2025_power"}},
    {"tpu_stock_2025", {}},
    {"trainium_stock_2025", {}},
    {"amd_stock_2025", {}},
    {"china_nvidia_owned_2025", {"china_nvidia_owned_2025", "china_nvidia_owned_2025_chips"}},
    {"h20_sold", {}},
    {"china_compute_share", {}},
    {"world_compute_growth", {}},
    {"h100_price", {"h100_price_2023", "h100_price_2024", "h100_price_2025"}},
    {"ascend_910c_plan", {}},
    {"largest_site_doubling", {}},
    {"largest_site_2026", {}},
    {"largest_sites_2028", {}},
    {"gigawatt_build_time", {}},
    {"gigawatt_cost", {}},
    {"grid_wait", {"grid_wait", "grid_wait_northern_virginia"}},
    {"microsoft_short_until", {}},
    {"h100_lead_time_2026", {}},
    {"h100_rent_2023", {}},
    {"h100_rent_low", {}},
    {"h100_rent_2026_03", {}},
    {"microsoft_capex_fy2025", {}},
    {"microsoft_capex_2026", {}},
    {"alphabet_capex_2026", {}},
    {"amazon_capex_2026", {}},
    {"meta_capex_2026", {}},
    {"lead_epoch", {}},
    {"lead_caisi", {}},
    {"lead_since_r1", {}},
    {"lead_stanford", {}},
    {"chinese_frontier_developers", {}},
    {"openrouter_crossing", {}},
    {"openrouter_us_share", {"openrouter_us_share_2025", "openrouter_us_share_2026"}},
    {"horizon_doubling", {}},
    {"horizon_doubling_long", {}},
    {"arizona_time", {}},
    {"arizona_fab1_volume", {}},
    {"arizona_fab2_tools", {}},
    {"arizona_fab2_volume", {}},
    {"arizona_profit_q2_2025", {}},
    {"arizona_profit_q3_2025", {}},
    {"wafer_cost_semianalysis",
     {"wafer_cost_semianalysis_taiwan", "wafer_cost_semianalysis_arizona", "wafer_margin_semianalysis_taiwan",
      "wafer_margin_semianalysis_arizona"}},
    {"new_fab_time", {}},
    {"n2_volume", {}},
    {"us_chip_pledges", {}},
    {"chips_tax_credit", {}},
    {"china_incentives", {}},
    {"euv_prototype", {"euv_prototype_official", "euv_prototype_insiders"}},
    {"asl3_activated", {}},
    {"mythos_withheld", {}},
    {"state_bills_2025", {}},
    {"h20_revenue_fy2026", {"h20_revenue_fy2026_q2", "h20_revenue_fy2026_q3"}},
    {"nvidia_china_outlook", {}},
    {"nvidia_china_fy2025", {}},
};
/// Grade C from one copy.
const names left_out{"ascend_semianalysis", "h100_rent_2026_06"};
/// The core set of the table.
const names core{
    "algorithms_epoch", "software_progress_epoch", "catch_up_measured", "gains_accounted", "core_algorithms",
    "final_run_share", "deepseek_v3_final_run", "deepseek_r1_training", "training_cost_growth_refit", "grok4_run",
    "inference_price_gpt4_science", "inference_price_spread", "nvidia_stock_2023", "nvidia_stock_2024",
    "nvidia_stock_2025", "tpu_stock_2025", "trainium_stock_2025", "amd_stock_2025", "china_nvidia_owned_2025",
    "h20_sold", "china_compute_share", "world_compute_growth", "largest_site_doubling", "largest_site_2026",
    "gigawatt_build_time", "grid_wait", "microsoft_short_until", "h100_lead_time_2026", "h100_rent_low",
    "h100_rent_2026_03", "microsoft_capex_fy2025", "microsoft_capex_2026", "alphabet_capex_2026", "amazon_capex_2026",
    "meta_capex_2026", "lead_epoch", "lead_caisi", "openrouter_us_share", "horizon_doubling", "arizona_time",
    "arizona_fab1_volume", "arizona_fab2_volume", "wafer_cost_semianalysis", "n2_volume", "us_chip_pledges",
    "chips_tax_credit"};

}  // namespace

TEST_CASE("no row of the table is missing from the catalogue, and nothing else is in it") {
    names want;
    for (const auto& [id, constants] : rows) {
        if (constants.empty()) want.push_back(id);
        want.insert(want.end(), constants.begin(), constants.end());
    }
    for (const char* id : {"a800_first_sales", "h800_last_sales", "deepseek_spin_off"}) want.emplace_back(id);
    for (const fig::chip_facts& c : now::generations()) want.emplace_back(c.id);
    for (const fig::dated_rule& r : now::rules()) want.emplace_back(r.id);
    for (const char* id : {"exports_programme_deadline", "exports_programme_announced"}) want.emplace_back(id);
    CHECK(ids(now::catalogue()) == want);
    for (const auto& id : left_out) CHECK(now::catalogue().find(id) == nullptr);
    CHECK(rows.size() + left_out.size() == 78);
}

TEST_CASE("the core set of the table is in") {
    CHECK(core.size() == 46);
    for (const auto& id : core) {
        INFO("core " << id);
        const bool is_row = std::any_of(rows.begin(), rows.end(), [&](const auto& r) { return r.first == id; });
        CHECK(is_row);
    }
}

TEST_CASE("an id occurs once, a key names one source") {
    std::set<std::string> seen;
    std::map<std::string_view, const fig::article*> sources;
    for (const auto& f : now::catalogue()) {
        INFO("figure " << std::string(f.id));
        CHECK(seen.insert(std::string(f.id)).second);
        CHECK(f.source->key.substr(0, 6) == "since.");
        CHECK(sources.emplace(f.source->key, f.source).first->second == f.source);
    }
}

TEST_CASE("every row of the catalogue since is complete") {
    names ungraded;
    for (const auto& f : now::catalogue()) {
        INFO("figure " << std::string(f.id));
        CHECK_FALSE(f.what.empty());
        CHECK(f.source->published);
        CHECK_FALSE(f.speaker().empty());
        CHECK_FALSE(f.source->piece.empty());
        CHECK(f.said_on().is_stated());
        CHECK(f.said_on().earliest <= f.said_on().latest);
        CHECK_FALSE(f.read.empty());
        CHECK_FALSE(fig::value_text(f).empty());
        CHECK_FALSE(fig::citation(f).empty());
        if (f.grade == fig::grade::none) ungraded.emplace_back(f.id);
        if (f.precision == fig::precision::order) CHECK_FALSE(f.words.empty());
        // Rows of section 1 say on what they bear; those are figures of the articles or published beside them.
        for (const fig::figure_info* checked : f.checks) {
            const bool known = fig::amodei::catalogue().find(checked->id) == checked ||
                               fig::schmidt::catalogue().find(checked->id) == checked ||
                               fig::graylin_triolo::catalogue().find(checked->id) == checked ||
                               fig::microsoft::catalogue().find(checked->id) == checked ||
                               fig::krishnan::catalogue().find(checked->id) == checked || checked->source->published;
            CHECK(known);
            CHECK(f.bears_on(*checked));
        }
    }
    CHECK(ungraded == names{"deepseek_spin_off"});
}

TEST_CASE("what rests on digests is marked") {
    names digests;
    for (const auto& f : now::catalogue()) {
        if (f.grade == fig::grade::c) digests.emplace_back(f.id);
    }
    CHECK(digests == names{"grok4_run", "world_compute_growth", "h100_lead_time_2026", "h100_rent_2023", "h100_rent_low",
                           "h100_rent_2026_03", "lead_stanford", "chinese_frontier_developers", "openrouter_crossing",
                           "openrouter_us_share_2025", "openrouter_us_share_2026", "horizon_doubling",
                           "wafer_cost_semianalysis_taiwan", "wafer_cost_semianalysis_arizona",
                           "wafer_margin_semianalysis_taiwan", "wafer_margin_semianalysis_arizona"});
}
