// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>

#include <headway/figures/since/arithmetic.hpp>
#include <headway/figures/since/earlier.hpp>
#include <headway/figures/since/events.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/sites.hpp>
#include <headway/figures/since/training.hpp>
#include <headway/source/figure_distance.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::since {

namespace detail {

/// The shortage of a firm that says on a day until when it is at least short, from the day on which there was said to be none.
inline constexpr quantity<dim::time> short_for_at_least = microsoft_short_until.value - krishnan::source.latest;
inline constexpr auto no_end = quantity<dim::time>::from_base_value(no_limit);

/// What is left of a price whose ends are known at two times.
template <class From, class To>
[[nodiscard]] constexpr figure_distance part_of_price(const From& then, const To& now_low, const To& now_high,
                                                      const figure_references& rests_on, std::string_view reading) {
    return distance_from(schmidt::end_of_cycle_price, now_low / then.high, now_high / then.low, rests_on, reading);
}

inline constexpr figure_distance distance_table[] = {
    // amodei
    distance_from(amodei::training_cost_decline, algorithms_epoch, "training algorithms"),
    distance_from(amodei::training_cost_decline, catch_up_measured,
                  "catch-up to a level that somebody already reached"),
    distance_from(amodei::training_cost_decline, core_algorithms_per_year, "the learning algorithm proper"),
    distance_from(amodei::cost_drop_6_to_12_months, sqrt(algorithms_epoch.value), algorithms_epoch.value,
                  algorithms_epoch, "training algorithms, over 6 and over 12 months"),
    distance_from(amodei::cost_drop_6_to_12_months, sqrt(catch_up_measured.low), catch_up_measured.high,
                  catch_up_measured, "catch-up to a level, the least over 6 and the most over 12 months"),
    distance_from(amodei::deepseek_v3_cost_myth, deepseek_v3_final_run, "the final run alone, at rental price"),
    distance_from(amodei::rival_cost_myth, grok4_run, "the dearest single run with an estimate"),
    distance_from(amodei::frontier_labs_china, chinese_frontier_developers, "within about ten points on one index"),
    distance_from(amodei::h800_window_open, a800_first_sales, "first quarter with the A800 sold"),
    distance_from(amodei::h800_window_closed, h800_last_sales, "last quarter with the H800 sold"),
    distance_from(amodei::next_scale_chips, largest_site_2026, "one site in 2026, no single run"),
    distance_from(amodei::next_scale_chips, largest_sites_2028, "each of two sites by early 2028, no single run"),
    distance_from(amodei::longest_lead, lead_epoch, "mean since 2023, smallest and largest"),
    distance_from(amodei::longest_lead, lead_caisi, "nine benchmarks"),
    distance_from(amodei::longest_lead, lead_since_r1, "open against closed models"),
    distance_from(amodei::chip_trade, nvidia_china_fy2025, "one seller in the year before"),
    distance_from(amodei::chip_trade, nvidia_china_outlook,
                  "the same seller's outlook for a quarter of 2026, compute only"),
    distance_from(amodei::risk_evidence, mythos_withheld, "a model withheld"),
    // schmidt
    distance_from(schmidt::fab_cost_multiplier, published::tsmc_building_multiplier, "building and facilities"),
    distance_from(schmidt::fab_cost_multiplier, published::techinsights_wafer_multiplier, "a processed wafer"),
    distance_from(schmidt::fab_cost_multiplier, wafer_cost_multiplier, wafer_cost_multiplier,
                  {wafer_cost_semianalysis_taiwan, wafer_cost_semianalysis_arizona}, "a 5 nm wafer"),
    distance_from(schmidt::fab_time_multiplier, arizona_time, "the first fab, once permitted"),
    distance_from(schmidt::hardware_shortage, microsoft_short_until, "one buyer's word, so far"),
    part_of_price(h100_rent_2023, h100_rent_low.value, h100_rent_low.value, {h100_rent_2023, h100_rent_low},
                  "rent at its lowest against 2023"),
    part_of_price(h100_rent_2023, h100_rent_2026_03.value, h100_rent_2026_03.value, {h100_rent_2023, h100_rent_2026_03},
                  "rent in March 2026 against 2023"),
    part_of_price(h100_price_2023, h100_price_2025.low, h100_price_2025.high, {h100_price_2023, h100_price_2025},
                  "purchase price of 2025 against 2023"),
    distance_from(schmidt::rebuild_cost, tsmc_us_plan, "one firm's plan"),
    distance_from(schmidt::rebuild_cost, us_chip_pledges, "new pledges of Taiwanese firms"),
    distance_from(schmidt::deepseek_cost_claim, deepseek_v3_final_run),
    distance_from(schmidt::deepseek_base_cost, deepseek_v3_final_run, "the final run alone, at rental price"),
    distance_from(schmidt::superintelligence_cost, four_firms_capex_2026_low, four_firms_capex_2026_high,
                  {microsoft_capex_2026, alphabet_capex_2026, amazon_capex_2026, meta_capex_2026},
                  "four firms' plans for 2026, one year of spending"),
    // graylin_triolo
    distance_from(graylin_triolo::us_lead_believed, lead_epoch, "mean since 2023, smallest and largest"),
    distance_from(graylin_triolo::us_lead_believed, lead_caisi, "nine benchmarks"),
    distance_from(graylin_triolo::us_lead_believed, lead_since_r1, "open against closed models"),
    distance_from(graylin_triolo::china_chip_investment, china_incentives, "under discussion, beside the Big Fund"),
    distance_from(graylin_triolo::deepseek_founded, deepseek_spin_off),
    // microsoft
    distance_from(microsoft::microsoft_capex_2025, microsoft_capex_fy2025, "fiscal 2025, all purposes"),
    // krishnan
    distance_from(krishnan::supply_shortage, short_for_at_least, no_end, microsoft_short_until,
                  "one buyer's word, from the day of the interview"),
    distance_from(krishnan::state_bills, state_bills_2025),
    // published
    distance_from(published::techinsights_wafer_multiplier, wafer_cost_multiplier, wafer_cost_multiplier,
                  {wafer_cost_semianalysis_taiwan, wafer_cost_semianalysis_arizona}, "a 5 nm wafer"),
    distance_from(published::training_compute_growth, training_compute_growth_epoch, "the page now"),
    distance_from(published::training_compute_growth, training_compute_growth_refit, "the top ten since 2018"),
    distance_from(published::training_cost_growth, training_cost_growth_refit, "the top ten since 2018"),
    distance_from(published::h100_server_lead_time_2023, h100_lead_time_2026, "resellers in 2026"),
    distance_from(published::h100_server_lead_time_2024, h100_lead_time_2026, "resellers in 2026"),
    distance_from(published::chip_gap_2027, rubin_against_ascend_plan, rubin_against_ascend_plan,
                  {rubin, ascend_950pr_plan}, "on paper for 2026, at 4 bits"),
};

}  // namespace detail

/// Where the numbers of the articles, and those published beside them, can be held against numbers known since: how far apart
/// they are, by which reading, in the order of the figures. A figure can have several, by as many readings, also while it is
/// too early to tell; one of which nothing comparable is known has none. What is a claim, a count or a plan is told by the
/// kinds of the figures in `known`.
[[nodiscard]] constexpr std::span<const figure_distance> distances() noexcept { return detail::distance_table; }
/// Those of one figure, by as many readings; none where nothing comparable is known.
[[nodiscard]] constexpr std::span<const figure_distance> distances(const figure_info& said) noexcept {
    const auto all = distances();
    std::size_t first = 0;
    while (first < all.size() && !(*all[first].said == said)) ++first;
    std::size_t end = first;
    while (end < all.size() && *all[end].said == said) ++end;
    return all.subspan(first, end - first);
}

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
