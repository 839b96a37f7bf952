// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/verdicts.hpp>

#include "figures/since/since_expect.hpp"

#include <headway/figures/catalogue.hpp>
#include <headway/figures/since/catalogue.hpp>

#include <set>

namespace fig = headway::figures;
namespace now = headway::figures::since;
using expected::name_of;
using names = std::vector<std::string>;

namespace {

struct row {
    std::string_view figure, words, rests_on;
};
/// The verdicts of the table, in its order; what each rests on is read out of its sentence.
constexpr row table[] = {
    {"amodei.training_cost_decline", "borne out (order)", "algorithms_epoch catch_up_measured core_algorithms_per_year"},
    {"amodei.cost_drop_6_to_12_months", "borne out / contradicted", "algorithms_epoch catch_up_measured"},
    {"amodei.deepseek_v3_cost_myth", "borne out", "deepseek_v3_final_run final_run_share"},
    {"amodei.rival_cost_myth", "borne out (his rejection)", "grok4_run final_run_share"},
    {"amodei.spending_outgrows_decline", "borne out", "training_cost_growth training_cost_growth_refit"},
    {"amodei.inference_cost_step", "borne out (order)", "inference_price_spread h100_rent_low h100_rent_2026_03"},
    {"amodei.frontier_labs_us", "cannot be tested", ""},
    {"amodei.frontier_labs_china", "contradicted", "chinese_frontier_developers"},
    {"amodei.deepseek_fleet", "cannot be tested", ""},
    {"amodei.deepseek_h100", "cannot be tested", ""},
    {"amodei.deepseek_other_chips", "cannot be tested", "deepseek_fleet deepseek_h100"},
    {"amodei.h800_window_open", "borne out", "a800_first_sales"},
    {"amodei.h800_window_closed", "borne out", "h800_last_sales"},
    {"amodei.controls_scale_floor", "cannot be tested", "china_nvidia_owned_2025"},
    {"amodei.next_scale_chips", "borne out (sites), too early (runs)", "largest_site_2026 largest_sites_2028"},
    {"amodei.china_chip_catch_up", "too early",
     "euv_prototype_official euv_prototype_insiders ascend_950pr_plan ascend_950pr_card"},
    {"amodei.decisive_window", "too early", ""},
    {"amodei.assumed_lead", "cannot be tested", "lead_epoch lead_caisi lead_since_r1"},
    {"amodei.safety_spend", "cannot be tested", "lead_epoch"},
    {"amodei.longest_lead", "borne out so far", "lead_epoch lead_caisi lead_since_r1"},
    {"amodei.chip_trade", "borne out (past), contradicted (since)",
     "nvidia_china_fy2025 h20_revenue_fy2026_q3 nvidia_china_outlook"},
    {"amodei.model_share_of_competitiveness", "cannot be tested", ""},
    {"amodei.country_of_geniuses", "cannot be tested", ""},
    {"amodei.china_population_share", "cannot be tested here", ""},
    {"amodei.risk_evidence", "borne out", "mythos_withheld"},
    {"amodei.asl_now", "borne out", "asl3_activated"},
    {"amodei.asl_next", "borne out", "asl3_activated"},
    {"schmidt.fab_cost_multiplier", "borne out (building) / contradicted (wafer)",
     "tsmc_building_multiplier techinsights_wafer_multiplier wafer_cost_semianalysis_taiwan wafer_cost_semianalysis_arizona"},
    {"schmidt.fab_time_multiplier", "borne out (first fab), too early (second)", "arizona_time arizona_fab2_volume"},
    {"schmidt.hardware_shortage", "too early, borne out so far", "microsoft_short_until"},
    {"schmidt.end_of_cycle_price", "too early, contradicted so far",
     "h100_rent_2023 h100_rent_low h100_rent_2026_03 h100_price_2023 h100_price_2025"},
    {"schmidt.rebuild_time", "too early", "arizona_fab1_volume arizona_fab2_volume"},
    {"schmidt.rebuild_cost", "contradicted (too low)", "us_chip_pledges"},
    {"schmidt.deepseek_cost_claim", "borne out", "deepseek_v3_final_run"},
    {"schmidt.deepseek_base_cost", "contradicted (final run), cannot be tested (all costs)",
     "deepseek_v3_final_run deepseek_r1_training"},
    {"schmidt.planning_compute_multiplier", "cannot be tested", "reasoning_multiplier_huang output_length_growth"},
    {"schmidt.offshoring_year", "cannot be tested here", ""},
    {"schmidt.chips_act_hindsight", "too early", "chips_tax_credit"},
    {"schmidt.scaling_laws", "cannot be tested", ""},
    {"schmidt.slowdown_guess", "borne out (his rejection)", "horizon_doubling horizon_doubling_long"},
    {"schmidt.agi_horizon", "too early", ""},
    {"schmidt.superintelligence_cost", "too early",
     "microsoft_capex_2026 alphabet_capex_2026 amazon_capex_2026 meta_capex_2026"},
    {"schmidt.leading_nodes", "borne out, moving on", "n2_volume"},
    {"graylin_triolo.us_lead_believed", "contradicted (size), disputed (shrinking)",
     "lead_epoch lead_caisi lead_since_r1 lead_stanford"},
    {"graylin_triolo.china_chip_investment", "borne out", "china_incentives"},
    {"graylin_triolo.top_researchers_from_china", "cannot be tested", ""},
    {"graylin_triolo.deepseek_founded", "borne out", "deepseek_spin_off"},
    {"graylin_triolo.deepseek_staff", "cannot be tested", ""},
    {"graylin_triolo.sovereign_models", "too early", ""},
    {"microsoft.tier_count", "cannot be tested", "diffusion_rule"},
    {"microsoft.tier1_countries", "cannot be tested", "diffusion_rule"},
    {"microsoft.tier2_countries", "cannot be tested", "diffusion_rule"},
    {"microsoft.tier3_countries", "cannot be tested", "diffusion_rule"},
    {"microsoft.tier2_generation_gap", "cannot be tested", "diffusion_rule h200_rule"},
    {"microsoft.microsoft_capex_2025", "borne out, exceeded", "microsoft_capex_fy2025"},
    {"microsoft.poland_data_centre", "cannot be tested here", ""},
    {"microsoft.startups_watched", "cannot be tested", ""},
    {"microsoft.agi_horizon", "too early", ""},
    {"microsoft.friends_named", "cannot be tested", "diffusion_rule"},
    {"krishnan.supply_shortage", "contradicted", "microsoft_short_until h100_rent_low h100_rent_2026_03"},
    {"krishnan.victory_metric", "cannot be tested",
     "openrouter_us_share_2025 openrouter_us_share_2026 china_compute_share"},
    {"krishnan.outreach", "cannot be tested", ""},
    {"krishnan.order_deadline", "cannot be tested", "exports_programme_deadline exports_programme_announced"},
    {"krishnan.state_bills", "borne out", "state_bills_2025"},
    {"krishnan.export_policy", "borne out (policy), contradicted (sales)", "h200_rule nvidia_china_outlook"},
};
constexpr row published_table[] = {
    {"published.tsmc_building_multiplier", "borne out", "tsmc_building_multiplier"},
    {"published.techinsights_wafer_multiplier", "contradicted by one source",
     "wafer_cost_semianalysis_taiwan wafer_cost_semianalysis_arizona"},
    {"published.algorithmic_halving", "contradicted in part", "gains_accounted gains_scale_free"},
    {"published.training_compute_growth", "borne out", "training_compute_growth_epoch training_compute_growth_refit"},
    {"published.training_cost_growth", "borne out as a low end", "training_cost_growth_refit"},
    {"published.h100_server_lead_time_2023", "borne out as a cycle", "h100_lead_time_2026"},
    {"published.h100_server_lead_time_2024", "borne out as a cycle", "h100_lead_time_2026"},
    {"published.chip_gap_2027", "too early", "rubin ascend_950pr_plan"},
    {"published.tier2_tpp_cap", "cannot be tested", "diffusion_rule"},
};

std::string rests_on(const fig::verdict& v) {
    std::string text;
    for (const fig::figure_info* f : v.rests_on) text += (text.empty() ? "" : " ") + std::string(f->id);
    return text;
}

template <std::size_t Size>
void hold(const fig::verdict_list& list, const row (&want)[Size]) {
    REQUIRE(list.size() == Size);
    for (std::size_t i = 0; i < Size; ++i) {
        INFO("verdict on " << std::string(want[i].figure));
        CHECK(name_of(*list[i].figure) == want[i].figure);
        CHECK(list[i].words == want[i].words);
        CHECK(rests_on(list[i]) == want[i].rests_on);
        CHECK(list[i].given == headway::date(std::chrono::year(2026) / 11 / 29));
        CHECK(list[i].given < list[i].review_by);
    }
}

}  // namespace

TEST_CASE("every verdict is as the table has it") {
    hold(now::verdicts(), table);
    hold(now::published_verdicts(), published_table);
}

TEST_CASE("every figure of every article has one verdict, in the articles' order") {
    names figures;
    names judged;
    for (const auto& f : fig::catalogue()) figures.push_back(name_of(f));
    for (const auto& v : now::verdicts()) judged.push_back(name_of(*v.figure));
    CHECK(judged == figures);
    for (const auto& f : fig::catalogue()) {
        REQUIRE(now::verdicts().find(f) != nullptr);
        CHECK(now::verdicts().find(f)->figure == &f);
    }
    CHECK(now::verdicts().find(fig::published::exyte_time_us) == nullptr);
    CHECK(now::published_verdicts().find(fig::published::exyte_time_us) == nullptr);
}

TEST_CASE("the words are counted as they stand, what cannot be tested too") {
    // Counted in the table: the first word of each row, h800 and the tiers row by row.
    CHECK(now::verdicts().count(fig::verdict_word::borne_out) == 24);
    CHECK(now::verdicts().count(fig::verdict_word::contradicted) == 5);
    CHECK(now::verdicts().count(fig::verdict_word::too_early) == 10);
    CHECK(now::verdicts().count(fig::verdict_word::cannot_be_tested) == 26);
    CHECK(24 + 5 + 10 + 26 == now::verdicts().size());
}

TEST_CASE("a second word is the other one that is printed") {
    for (const auto& list : {now::verdicts(), now::published_verdicts()}) {
        for (const auto& v : list) {
            INFO("verdict on " << name_of(*v.figure));
            const std::string_view rest = v.words.substr(fig::to_text(v.word).size());
            const bool names_another = expected::contains(rest, "borne out") || expected::contains(rest, "contradicted") ||
                                       expected::contains(rest, "too early") || expected::contains(rest, "cannot") ||
                                       expected::contains(rest, "disputed");
            CHECK(names_another == (v.other != fig::verdict_word::none));
        }
    }
}

TEST_CASE("what a verdict rests on is in a catalogue, and mostly bears on its figure") {
    for (const auto& list : {now::verdicts(), now::published_verdicts()}) {
        for (const auto& v : list) {
            INFO("verdict on " << name_of(*v.figure));
            for (const fig::figure_info* f : v.rests_on) {
                const bool known = now::catalogue().find(f->id) == f || fig::catalogue().find(f->id) == f ||
                                   fig::published_catalogue().find(f->id) == f;
                CHECK(known);
            }
        }
    }
}

TEST_CASE("a verdict goes stale by itself, sooner where its sentence says until when it holds") {
    using namespace std::chrono_literals;
    const auto& decline = *now::verdicts().find(fig::amodei::training_cost_decline);
    CHECK_FALSE(decline.is_stale(2026y / 11 / 29));
    CHECK_FALSE(decline.is_stale(2027y / 11 / 28));
    CHECK(decline.is_stale(2027y / 11 / 29));
    names soon;
    for (const auto& v : now::verdicts()) {
        if (v.is_stale(2027y / 1 / 1)) soon.push_back(name_of(*v.figure));
    }
    CHECK(soon == names{"amodei.decisive_window", "schmidt.hardware_shortage"});
}

TEST_CASE("the sentences have the table's numbers") {
    using expected::contains;
    const auto why = [](const fig::figure_info& f) { return now::verdicts().find(f)->because; };
    CHECK(contains(why(fig::amodei::training_cost_decline), "now 1.3 to 60 × and depends on what is held fixed"));
    CHECK(contains(why(fig::amodei::cost_drop_6_to_12_months), "1.7 to 3, which fits"));
    CHECK(contains(why(fig::amodei::inference_cost_step), "÷7 to ÷337"));
    CHECK(contains(why(fig::schmidt::superintelligence_cost), "695 to 725 bn USD"));
    CHECK(contains(why(fig::schmidt::slowdown_guess), "from 165 to 131 days is a change of the measure"));
    CHECK(contains(why(fig::krishnan::order_deadline), "announced on day 91"));
    CHECK(contains(why(fig::krishnan::victory_metric), "chips and models point apart"));
}
