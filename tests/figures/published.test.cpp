// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/published.hpp>

#include "expect.hpp"

using namespace headway::units;
using headway::figures::kind;
using headway::figures::precision;
namespace pub = headway::figures::published;

TEST_CASE("every published figure is as specified") {
    expected::rows row(pub::catalogue());
    using enum precision;
    const auto observed = kind::observed;
    const auto claimed = kind::claimed;
    row(pub::tsmc_building_multiplier, "tsmc_building_multiplier", {4, 5}, 1.0, range, claimed, "4 to 5 ×");
    row(pub::exyte_build_multiplier, "exyte_build_multiplier", {2}, 1.0, about, claimed, "about 2 ×");
    row(pub::bcg_tco_multiplier, "bcg_tco_multiplier", {1.3}, 1.0, about, claimed, "about 1.3 ×");
    row(pub::bcg_incentive_share, "bcg_incentive_share", {40, 70}, 0.01, range, claimed, "40 to 70 %");
    row(pub::techinsights_wafer_multiplier, "techinsights_wafer_multiplier", {1.1}, 1.0, at_most, claimed,
        "below 1.10 ×", "at most 1.1 ×");
    row(pub::exyte_time_taiwan, "exyte_time_taiwan", {19, 6, 13}, month, about, observed, "about 6 + 13 months");
    row(pub::exyte_time_sea, "exyte_time_sea", {23, 7, 16}, month, about, observed, "about 7 + 16 months");
    row(pub::exyte_time_europe, "exyte_time_europe", {34, 10, 24}, month, about, observed, "about 10 + 24 months");
    row(pub::exyte_time_us, "exyte_time_us", {38, 14, 24}, month, about, observed, "about 14 + 24 months");
    row(pub::cset_time_taiwan, "cset_time_taiwan", {654}, day, exact, observed, "654 days");
    row(pub::cset_time_korea, "cset_time_korea", {620}, day, exact, observed, "620 days");
    row(pub::cset_time_japan, "cset_time_japan", {584}, day, exact, observed, "584 days");
    row(pub::cset_time_us, "cset_time_us", {736}, day, exact, observed, "736 days");
    row(pub::cset_time_us_2010s, "cset_time_us_2010s", {918}, day, exact, observed, "918 days");
    row(pub::cset_time_taiwan_2010s, "cset_time_taiwan_2010s", {642}, day, exact, observed, "642 days");
    row(pub::algorithmic_halving, "algorithmic_halving", {8, 5, 14}, month, about, observed,
        "about 8 months (95 % interval 5 to 14)");
    row(pub::vision_algorithmic_halving, "vision_algorithmic_halving", {16}, month, about, observed, "about 16 months");
    row(pub::vision_algorithmic_gain, "vision_algorithmic_gain", {44}, 1.0, about, observed, "about 44 × in 7 years");
    row(pub::training_compute_growth, "training_compute_growth", {4.7, 4.3, 5.2}, 1.0, about, observed,
        "about 4.7 × per year (90 % interval 4.3 to 5.2)");
    row(pub::training_cost_growth, "training_cost_growth", {2.4, 2.0, 3.1}, 1.0, about, observed,
        "about 2.4 × per year (95 % interval 2 to 3.1)");
    row(pub::gpu_price_performance_doubling, "gpu_price_performance_doubling", {2.46, 2.24, 2.72}, year, about,
        observed, "about 2.46 years (95 % interval 2.24 to 2.72)");
    row(pub::gpu_price_performance_doubling_ml, "gpu_price_performance_doubling_ml", {2.07, 1.54, 3.13}, year, about,
        observed, "about 2.07 years (95 % interval 1.54 to 3.13)");
    row(pub::gpu_price_performance_doubling_top, "gpu_price_performance_doubling_top", {2.95, 2.54, 3.52}, year, about,
        observed, "about 2.95 years (95 % interval 2.54 to 3.52)");
    row(pub::hardware_price_performance_ooms, "hardware_price_performance_ooms", {0.14}, 1.0, about, observed,
        "about 0.14 OOM per year");
    row(pub::h100_server_lead_time_2023, "h100_server_lead_time_2023", {36, 52}, week, range, observed,
        "36 to 52 weeks");
    row(pub::h100_server_lead_time_2024, "h100_server_lead_time_2024", {8, 12}, week, range, observed, "8 to 12 weeks");
    row(pub::chip_gap_today, "chip_gap_today", {5}, 1.0, about, observed, "about 5 ×");
    row(pub::chip_gap_2027, "chip_gap_2027", {17}, 1.0, about, kind::forecast, "about 17 ×");
    row(pub::tier2_tpp_cap, "tier2_tpp_cap", {790e6}, tpp, exact, observed, "790 million TPP");
    row(pub::h100_tpp, "h100_tpp", {15831.2}, tpp, exact, observed, "15 831.2 TPP");
    row(pub::run_chip_price, "run_chip_price", {49'200}, usd / chip, assumed, kind::assumed, "49 200 USD per chip");
    row(pub::run_chips, "run_chips", {25'000}, chip, assumed, kind::assumed, "25 000 chips");
    row(pub::run_duration, "run_duration", {2160}, hour, assumed, kind::assumed, "2 160 hours");
    row(pub::run_chip_power, "run_chip_power", {700}, watt / chip, assumed, kind::assumed, "700 W per chip");
    row(pub::run_server_power_factor, "run_server_power_factor", {1.8214}, 1.0, assumed, kind::assumed, "1.8214 ×");
    row(pub::run_load, "run_load", {75}, 0.01, assumed, kind::assumed, "75 %");
    row(pub::run_pue, "run_pue", {1.1}, 1.0, assumed, kind::assumed, "1.1");
    row(pub::run_electricity_price, "run_electricity_price", {0.0806}, usd / kilowatt_hour, assumed, kind::assumed,
        "0.0806 USD/kWh");
    row(pub::run_interconnect_share, "run_interconnect_share", {19}, 0.01, assumed, kind::assumed, "19 %");
}

TEST_CASE("every published figure comes from a publication, the dates of which are in order") {
    for (const auto& f : pub::catalogue()) {
        INFO("figure " << std::string(f.id));
        CHECK(f.source->published);
        CHECK(f.source->earliest <= f.source->latest);
        CHECK(expected::contains(f.source->key, "published."));
        CHECK_FALSE(f.feeds.empty());
    }
}
