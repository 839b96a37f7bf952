// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/distances.hpp>

#include "figures/since/since_expect.hpp"

#include <headway/figures/since/verdicts.hpp>

#include <cmath>
#include <limits>

namespace fig = headway::figures;
namespace now = headway::figures::since;
using expected::name_of;

namespace {

constexpr double open = std::numeric_limits<double>::infinity();
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// By hand from the two published numbers: known less said in the figure's unit, and known / said, of the least and of the
/// greatest known value.
struct row {
    std::string_view figure;
    double low, high, low_ratio, high_ratio;
};
const row table[] = {
    {"amodei.training_cost_decline", 3.0 - 4.0, 3.0 - 4.0, 0.75, 0.75},
    {"amodei.training_cost_decline", 16.0 - 4.0, 60.0 - 4.0, 4.0, 15.0},
    {"amodei.training_cost_decline", 1.3 - 4.0, 1.3 - 4.0, 0.325, 0.325},
    {"amodei.cost_drop_6_to_12_months", 1.7320508075688772 - 2.0, 0.0, 0.8660254037844386, 1.0},
    {"amodei.cost_drop_6_to_12_months", 0.0, 60.0 - 4.0, 1.0, 15.0},
    {"amodei.deepseek_v3_cost_myth", 5.576 - 6.0, 5.576 - 6.0, 5.576 / 6.0, 5.576 / 6.0},
    {"amodei.rival_cost_myth", 0.49 - 1.0, 0.49 - 1.0, 0.49, 0.49},
    {"amodei.frontier_labs_china", 4.0, 4.0, 5.0, 5.0},
    {"amodei.h800_window_open", 0, 0, 1, 1},
    {"amodei.h800_window_closed", 0, 0, 1, 1},
    {"amodei.next_scale_chips", 0, 0, 1, 1},  // 1.4 million are millions
    {"amodei.next_scale_chips", 0, 0, 1, 1},  // so are 5
    {"amodei.longest_lead", 0, 0, 1, 1},      // 4 to 14 months are at most 24
    {"amodei.longest_lead", 0, 0, 1, 1},
    {"amodei.longest_lead", 0, 0, 1, 1},
    {"amodei.chip_trade", 0, 0, 1, 1},  // 17 of 10 to 100
    {"amodei.chip_trade", -10.0, -10.0, 0.0, 0.0},
    {"amodei.risk_evidence", 0, 0, 1, 1},  // 2026-04-07 is 14 months after 2025-02-06
    {"schmidt.fab_cost_multiplier", 0.0, 1.0, 1.0, 1.25},
    {"schmidt.fab_cost_multiplier", -open, 1.10 - 4.0, 0.0, 0.275},
    {"schmidt.fab_cost_multiplier", 16123.0 / 6681.0 - 4.0, 16123.0 / 6681.0 - 4.0, 16123.0 / 6681.0 / 4.0,
     16123.0 / 6681.0 / 4.0},
    {"schmidt.fab_time_multiplier", 0.0, open, 1.0, open},
    {"schmidt.hardware_shortage", -3054.425 / 365.2425, 0.0, none,
     1.0},  // 2026-12-31 to 3652.425 days after 2025-05-12
    {"schmidt.end_of_cycle_price", 1.70 / 12.0, 1.70 / 7.0, none, none},
    {"schmidt.end_of_cycle_price", 2.35 / 12.0, 2.35 / 7.0, none, none},
    {"schmidt.end_of_cycle_price", 20.0 / 40.0, 27.0 / 30.0, none, none},
    {"schmidt.rebuild_cost", 65.0, 65.0, 1.65, 1.65},
    {"schmidt.rebuild_cost", 150.0, open, 2.5, open},
    {"schmidt.deepseek_cost_claim", 0.576, 0.576, 5.576 / 5.0, 5.576 / 5.0},
    {"schmidt.deepseek_base_cost", 5.576 - 100.0, 5.576 - 100.0, 0.05576, 0.05576},
    {"schmidt.superintelligence_cost", 0.695 - 1.0, 0.725 - 1.0, 0.695, 0.725},
    {"graylin_triolo.us_lead_believed", -8.0 / 12.0, 0.0, 4.0 / 12.0, 1.0},
    {"graylin_triolo.us_lead_believed", -4.0 / 12.0, -4.0 / 12.0, 8.0 / 12.0, 8.0 / 12.0},
    {"graylin_triolo.us_lead_believed", -9.0 / 12.0, -5.0 / 12.0, 0.25, 7.0 / 12.0},
    {"graylin_triolo.china_chip_investment", 0, 0, 1, 1},  // 28 to 70 are tens
    {"graylin_triolo.deepseek_founded", 0, 0, 1, 1},
    {"microsoft.microsoft_capex_2025", 88.2 - 80.0, 88.2 - 80.0, 1.1025, 1.1025},
    {"krishnan.supply_shortage", 463.0 / 365.2425, open, none, none},  // 2025-09-24 to 2026-12-31
    {"krishnan.state_bills", 0, 0, 1, 1},
    {"published.techinsights_wafer_multiplier", 16123.0 / 6681.0 - 1.1, 16123.0 / 6681.0 - 1.1, 16123.0 / 6681.0 / 1.1,
     16123.0 / 6681.0 / 1.1},
    {"published.training_compute_growth", 0, 0, 1, 1},  // 4.6 of 4.3 to 5.2
    {"published.training_compute_growth", 5.97 - 5.2, 5.97 - 5.2, 5.97 / 5.2, 5.97 / 5.2},
    {"published.training_cost_growth", 4.89 - 3.1, 4.89 - 3.1, 4.89 / 3.1, 4.89 / 3.1},
    {"published.h100_server_lead_time_2023", 0, 0, 1, 1},
    {"published.h100_server_lead_time_2024", 24.0, 40.0, 3.0, 52.0 / 12.0},
    {"published.chip_gap_2027", 25.0 - 17.0, 25.0 - 17.0, 25.0 / 17.0, 25.0 / 17.0},
};

void same(double got, double want) {
    if (std::isnan(want)) {
        CHECK(std::isnan(got));
    } else if (want == 0.0 || std::isinf(want)) {
        CHECK(got == want);
    } else {
        CHECK_THAT(got, Catch::Matchers::WithinRel(want, 1e-9));
    }
}

}  // namespace

TEST_CASE("every distance is that of the published numbers") {
    REQUIRE(now::distances().size() == std::size(table));
    for (std::size_t i = 0; i < std::size(table); ++i) {
        const fig::figure_distance& d = now::distances()[i];
        INFO("distance " << i << " of " << name_of(*d.said) << ": " << fig::to_text(d));
        CHECK(name_of(*d.said) == table[i].figure);
        same(d.low.difference, table[i].low);
        same(d.high.difference, table[i].high);
        same(d.low.ratio, table[i].low_ratio);
        same(d.high.ratio, table[i].high_ratio);
    }
}

TEST_CASE("a distance rests on cited figures that were said of a figure with a verdict") {
    for (const fig::figure_distance& d : now::distances()) {
        INFO(name_of(*d.said));
        REQUIRE_FALSE(d.known.empty());
        for (const fig::figure_info* f : d.known) CHECK_FALSE(fig::citation(*f).empty());
        const fig::verdict* v = now::verdicts().find(*d.said);
        if (v == nullptr) v = now::published_verdicts().find(*d.said);
        REQUIRE(v != nullptr);
        CHECK(v->word != fig::verdict_word::cannot_be_tested);
    }
}

TEST_CASE("where every reading contradicts a figure by its numbers, the verdict does not bear it out") {
    for (const fig::figure_info* f : {static_cast<const fig::figure_info*>(&fig::schmidt::rebuild_cost),
                                      static_cast<const fig::figure_info*>(&fig::schmidt::deepseek_base_cost),
                                      static_cast<const fig::figure_info*>(&fig::amodei::frontier_labs_china),
                                      static_cast<const fig::figure_info*>(&fig::krishnan::supply_shortage)}) {
        INFO(name_of(*f));
        for (const fig::figure_distance& d : now::distances(*f)) CHECK(d.nearest() != 0.0);
        CHECK(now::verdicts().find(*f)->word == fig::verdict_word::contradicted);
    }
}

TEST_CASE("the distances of one figure stand together") {
    static_assert(now::distances(fig::amodei::training_cost_decline).size() == 3);
    static_assert(now::distances(fig::schmidt::agi_horizon).empty());
    std::size_t all = 0;
    for (const fig::verdict_list& verdicts : {now::verdicts(), now::published_verdicts()}) {
        for (const fig::verdict& v : verdicts) {
            for (const fig::figure_distance& d : now::distances(*v.figure)) {
                CHECK(d.said == v.figure);
                ++all;
            }
        }
    }
    CHECK(all == now::distances().size());
    CHECK(now::distances(fig::published::chip_gap_2027).data() == &now::distances().back());
}
