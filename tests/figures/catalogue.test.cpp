// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/catalogue.hpp>

#include "expect.hpp"

#include <set>

namespace fig = headway::figures;
using expected::contains;
using expected::ids;
using names = std::vector<std::string>;

static_assert(fig::catalogue().size() == 27 + 16 + 6 + 10 + 6);

TEST_CASE("no figure of an article is missing from the catalogue") {
    CHECK(ids(fig::amodei::catalogue()) == names{"training_cost_decline",
                                                 "cost_drop_6_to_12_months",
                                                 "deepseek_v3_cost_myth",
                                                 "rival_cost_myth",
                                                 "spending_outgrows_decline",
                                                 "inference_cost_step",
                                                 "frontier_labs_us",
                                                 "frontier_labs_china",
                                                 "deepseek_fleet",
                                                 "deepseek_h100",
                                                 "deepseek_other_chips",
                                                 "h800_window_open",
                                                 "h800_window_closed",
                                                 "controls_scale_floor",
                                                 "next_scale_chips",
                                                 "china_chip_catch_up",
                                                 "decisive_window",
                                                 "assumed_lead",
                                                 "safety_spend",
                                                 "longest_lead",
                                                 "chip_trade",
                                                 "model_share_of_competitiveness",
                                                 "country_of_geniuses",
                                                 "china_population_share",
                                                 "risk_evidence",
                                                 "asl_now",
                                                 "asl_next"});
    CHECK(ids(fig::schmidt::catalogue()) ==
          names{"fab_cost_multiplier", "fab_time_multiplier", "hardware_shortage", "end_of_cycle_price", "rebuild_time",
                "rebuild_cost", "deepseek_cost_claim", "deepseek_base_cost", "planning_compute_multiplier",
                "offshoring_year", "chips_act_hindsight", "scaling_laws", "slowdown_guess", "agi_horizon",
                "superintelligence_cost", "leading_nodes"});
    CHECK(ids(fig::graylin_triolo::catalogue()) == names{"us_lead_believed", "china_chip_investment",
                                                         "top_researchers_from_china", "deepseek_founded",
                                                         "deepseek_staff", "sovereign_models"});
    CHECK(ids(fig::microsoft::catalogue()) ==
          names{"tier_count", "tier1_countries", "tier2_countries", "tier3_countries", "tier2_generation_gap",
                "microsoft_capex_2025", "poland_data_centre", "startups_watched", "agi_horizon", "friends_named"});
    CHECK(ids(fig::krishnan::catalogue()) ==
          names{"supply_shortage", "victory_metric", "outreach", "order_deadline", "state_bills", "export_policy"});
}

TEST_CASE("the catalogue is the articles one after the other") {
    names joined;
    for (const auto& list : {fig::amodei::catalogue(), fig::schmidt::catalogue(), fig::graylin_triolo::catalogue(),
                             fig::microsoft::catalogue(), fig::krishnan::catalogue()}) {
        for (const auto& id : ids(list)) joined.push_back(id);
    }
    CHECK(ids(fig::catalogue()) == joined);
    CHECK(ids(fig::published_catalogue()) == ids(fig::published::catalogue()));
    CHECK(fig::catalogue().find("longest_lead") == &fig::amodei::longest_lead);
    CHECK(fig::published_catalogue().find("longest_lead") == nullptr);
}

TEST_CASE("an id occurs once per source") {
    std::set<std::string> seen;
    for (const auto& list : {fig::catalogue(), fig::published_catalogue()}) {
        for (const auto& f : list) {
            INFO("figure " << std::string(f.id));
            REQUIRE_FALSE(f.source->key.empty());
            const std::string room(f.source->published ? std::string_view("published") : f.source->key);
            CHECK(seen.insert(room + "." + std::string(f.id)).second);
        }
    }
    CHECK(seen.size() == fig::catalogue().size() + fig::published_catalogue().size());
}

TEST_CASE("every row of the catalogue is complete") {
    for (const auto& f : fig::catalogue()) {
        INFO("figure " << std::string(f.source->key) << "." << std::string(f.id));
        CHECK_FALSE(f.what.empty());
        CHECK_FALSE(f.source->published);
        CHECK_FALSE(f.speaker().empty());
        CHECK_FALSE(f.source->piece.empty());
        CHECK_FALSE(f.source->date_text.empty());
        CHECK(f.source->earliest <= f.source->latest);
        CHECK_FALSE(fig::value_text(f).empty());
        CHECK_FALSE(fig::citation(f).empty());
        // A reader must be told why a figure feeds no model, what a derived or rejected one is, who else speaks, and
        // that a year is not a day.
        if (f.feeds.empty()) CHECK(contains(f.note, "Listed; no model takes it."));
        if (f.kind == fig::kind::derived || f.rejected || !f.said_by.empty() || f.printed.years) {
            CHECK_FALSE(f.note.empty());
        }
    }
}

TEST_CASE("an order of magnitude is printed in the source's words, never in sharper digits") {
    for (const auto& f : fig::catalogue()) {
        INFO("figure " << std::string(f.id));
        if (f.precision == fig::precision::order) CHECK_FALSE(f.words.empty());
    }
}

TEST_CASE("a span stated from now says from when") {
    for (const auto& f : fig::catalogue()) {
        INFO("figure " << std::string(f.id));
        CHECK(f.from_source_date == contains(f.printed.unit, " from "));
        if (f.from_source_date && f.source->dated()) {
            CHECK(contains(f.printed.unit, f.source->date_text.substr(0, 7)));
        }
    }
}

TEST_CASE("the listed figures that no model takes are those of the specification") {
    names listed;
    for (const auto& f : fig::catalogue()) {
        if (f.feeds.empty()) listed.emplace_back(f.id);
    }
    CHECK(listed == names{"asl_now", "asl_next", "scaling_laws", "deepseek_staff", "sovereign_models", "state_bills"});
}
