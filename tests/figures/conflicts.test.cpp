// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/conflicts.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

#include <headway/figures/catalogue.hpp>
#include <headway/figures/since/catalogue.hpp>

namespace fig = headway::figures;
using names = std::vector<std::string>;

static_assert(fig::article_conflicts().size() == 6);
static_assert(fig::conflicts().size() == 6 + fig::since::conflicts().size());
static_assert(fig::in_conflict(fig::schmidt::hardware_shortage).size() == 1);
static_assert(fig::in_conflict(fig::schmidt::hardware_shortage).begin()->topic == "supply of GPUs");
static_assert(fig::in_conflict(fig::schmidt::fab_cost_multiplier).empty());

namespace {

std::string name(const fig::figure_info& f) { return std::string(f.source->key) + "." + std::string(f.id); }

}  // namespace

TEST_CASE("each topic has the positions of the specification") {
    const std::vector<std::pair<std::string, names>> table{
        {"supply of GPUs", {"krishnan.supply_shortage", "schmidt.hardware_shortage"}},
        {"DeepSeek's cost",
         {"schmidt.deepseek_cost_claim", "schmidt.deepseek_base_cost", "amodei.deepseek_v3_cost_myth",
          "amodei.training_cost_decline"}},
        {"length of the US lead", {"graylin_triolo.us_lead_believed", "amodei.longest_lead", "Krishnan"}},
        {"time to AGI", {"microsoft.agi_horizon", "schmidt.agi_horizon", "amodei.decisive_window", "Krishnan"}},
        {"selling H20 to China", {"Amodei", "krishnan.export_policy"}},
        {"effect of controls", {"Amodei", "Graylin and Triolo", "Schmidt"}},
    };
    REQUIRE(fig::article_conflicts().size() == table.size());
    for (std::size_t i = 0; i < fig::conflicts().size(); ++i) {
        const bool is_articles = i < table.size();
        const auto& from = is_articles ? fig::article_conflicts()[i] : fig::since::conflicts()[i - table.size()];
        CHECK(fig::conflicts()[i].topic == from.topic);
        CHECK(fig::conflicts()[i].positions.data() == from.positions.data());
    }
    for (std::size_t i = 0; i < table.size(); ++i) {
        const fig::conflict& c = fig::conflicts()[i];
        CHECK(std::string(c.topic) == table[i].first);
        names positions;
        for (const fig::position& p : c.positions) {
            positions.push_back(p.figure == nullptr ? std::string(p.who) : name(*p.figure));
        }
        CHECK(positions == table[i].second);
    }
}

TEST_CASE("a position says who holds what, and its figure is in the catalogue") {
    for (const fig::conflict& c : fig::conflicts()) {
        INFO("topic " << std::string(c.topic));
        CHECK(c.positions.size() >= 2);
        for (const fig::position& p : c.positions) {
            CHECK_FALSE(p.who.empty());
            CHECK_FALSE(p.statement.empty());
            CHECK(p.has_figure == (p.figure != nullptr));
            if (!p.has_figure) continue;
            bool found = false;
            for (const auto& list : {fig::catalogue(), fig::published_catalogue(), fig::since::catalogue()}) {
                for (const auto& f : list) found = found || &f == p.figure;
            }
            CHECK(found);
        }
    }
}

TEST_CASE("the figures in conflict are those that a position names") {
    names in_conflict;
    for (const auto& f : fig::catalogue()) {
        for (const fig::conflict& c : fig::in_conflict(f)) {
            CHECK(c.involves(f));
            in_conflict.push_back(name(f));
        }
    }
    CHECK(in_conflict == names{"amodei.training_cost_decline", "amodei.training_cost_decline", "amodei.deepseek_v3_cost_myth", "amodei.deepseek_fleet",
                               "amodei.decisive_window", "amodei.longest_lead", "schmidt.hardware_shortage", "schmidt.deepseek_cost_claim",
                               "schmidt.deepseek_base_cost", "schmidt.agi_horizon", "graylin_triolo.us_lead_believed",
                               "microsoft.agi_horizon", "krishnan.supply_shortage", "krishnan.export_policy"});
}

TEST_CASE("a copy of a figure is in conflict as the figure is, and its namesake of another source is not") {
    const auto copy = fig::schmidt::agi_horizon;
    REQUIRE(fig::in_conflict(copy).size() == 1);
    CHECK(fig::in_conflict(copy).begin()->topic == "time to AGI");
    auto namesake = fig::schmidt::agi_horizon;
    namesake.source = &fig::krishnan::source;
    CHECK(fig::in_conflict(namesake).empty());
}
