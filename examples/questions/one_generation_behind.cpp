// SPDX-License-Identifier: BSL-1.0
// What does it mean to be held one generation of chips behind, and for how many chips is there a quota? Computed from
// what Microsoft, Krishnan, Amodei and published measurements say; every answer is printed with its sources.
#include <headway/headway.hpp>

#include "../common/command_line.hpp"

#include <iostream>

namespace hw = headway;
namespace said = headway::figures;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

/// How we read "about x": 90 % within this factor of it, either way.
constexpr auto about(const auto& x, double factor) { return hw::ci90(x / factor, x * factor); }

inline constexpr auto doubling =
    hw::assumption<"time in which the best chip's performance doubles">(
        hw::as_measured(said::published::gpu_price_performance_doubling_ml),
        said::published::gpu_price_performance_doubling_ml)
        .with_note("Measured per dollar; taken for the chip, whose price then stays what it is.");

inline constexpr auto span = hw::assumption<"time from one generation to the next">(
    hw::uniform(1.0 * year, 2.5 * year),
    "No source gives it; between a new chip each year and one every two and a half.");

inline constexpr auto gap_today =
    hw::assumption<"best US chip over best Huawei chip, today">(about(said::published::chip_gap_today.value, 1.25),
                                                                said::published::chip_gap_today)
        .with_note("\"About\" is read as: 90 % within a factor of 1.25 either way.");
inline constexpr auto gap_2027 = hw::assumption<"best US chip over best Huawei chip, 2027">(
                                     about(said::published::chip_gap_2027.value, 1.5), said::published::chip_gap_2027)
                                     .with_note("A forecast: 90 % within a factor of 1.5 either way.");

inline constexpr auto h100_launch = hw::assumption<"launch of the H100">(
    2022y / 10 / 1, "The generation that the roadmap starts from; it shipped from autumn 2022.");
inline constexpr auto rule_starts = hw::assumption<"day on which the diffusion rule takes effect">(
    2025y / 5 / 15, "The day it set. It was withdrawn just before, so this is the world in which it stands.");
inline constexpr auto lag = hw::assumption<"generations by which tier 2 is held behind">(
    said::microsoft::tier2_generation_gap.value, said::microsoft::tier2_generation_gap);
inline constexpr auto quota =
    hw::assumption<"quota of a tier-2 country">(said::published::tier2_tpp_cap.value, said::published::tier2_tpp_cap);

inline constexpr auto h100s = hw::assumption<"H100s in DeepSeek's fleet">(about(said::amodei::deepseek_h100.value, 1.5),
                                                                          said::amodei::deepseek_h100)
                                  .with_note("\"About\" is read as: 90 % within a factor of 1.5 either way.");
inline constexpr auto other_chips =
    hw::assumption<"other chips in it">(about(said::amodei::deepseek_other_chips.value, 1.2),
                                        said::amodei::deepseek_other_chips)
        .with_note("90 % within a factor of 1.2 either way.");
inline constexpr auto h800_share = hw::assumption<"H800s among the other chips">(
    hw::uniform(0.0, 1.0), "The source does not split them: any share from none to all.");
inline constexpr auto h20_counts = hw::assumption<"processing performance of an H20">(
    2'368.0 * tpp, "296 TFLOP/s at 8 bits by its data sheet; an H800 has the H100's performance and less bandwidth.");
inline constexpr auto next_scale = hw::assumption<"chips that training larger models will need">(
    said::amodei::next_scale_chips.value, said::amodei::next_scale_chips);
inline constexpr auto compute_growth = hw::assumption<"yearly growth of training compute">(
    hw::as_measured(said::published::training_compute_growth), said::published::training_compute_growth);

/// A generation by what it counts against the quota; performances are compared at 8 bits.
constexpr auto generation_counting(std::string_view name, const auto& per_chip) {
    return hw::generation{.name = name}.with_processing_performance(per_chip).with_performance(
        hw::performance_at(per_chip, 8));
}
inline constexpr auto h100 = generation_counting("H100", said::published::h100_tpp.value / chip);

// ---- The models ------------------------------------------------------------------------------------------------------

constexpr auto ratio_at(const auto& generation_span, const auto& doubles_in) {
    return hw::cadence(generation_span, hw::doubles_every(doubles_in))
        .gap_of_generations(lag.central())
        .performance_ratio;
}
inline constexpr auto ratios = hw::forecast(hw::inputs(doubling, span), [](const auto& in) {
    return hw::outputs(hw::output<"1 year">(ratio_at(1.0 * year, in[doubling])),
                       hw::output<"18 months">(ratio_at(18.0 * month, in[doubling])),
                       hw::output<"2 years">(ratio_at(2.0 * year, in[doubling])),
                       hw::output<"30 months">(ratio_at(30.0 * month, in[doubling])),
                       hw::output<"unsure">(ratio_at(in[span], in[doubling])));
});

inline constexpr auto gaps = hw::forecast(hw::inputs(gap_today, gap_2027, doubling, span), [](const auto& in) {
    const auto rhythm = hw::cadence(in[span], hw::doubles_every(in[doubling]));
    const auto now = rhythm.gap_of_ratio(in[gap_today]);
    const auto later = rhythm.gap_of_ratio(in[gap_2027]);
    return hw::outputs(hw::output<"today">(now.generations), hw::output<"2027">(later.generations),
                       hw::output<"time today">(now.time), hw::output<"time 2027">(later.time));
});

/// What three buyers can have on a date: tier 1 all, tier 2 a lag and a quota, tier 3 nothing new, but what it has bought.
inline constexpr auto tiers = hw::forecast(
    hw::inputs(doubling, span, h100_launch, rule_starts, lag, quota), [](const auto& in, const auto& when) {
        const auto roadmap = hw::regular_roadmap_from(h100.with_launch(in[h100_launch]),
                                                      hw::cadence(in[span], hw::doubles_every(in[doubling])));
        const auto rule = hw::generations_behind(in[lag]) & hw::capped_quantity(in[quota]);
        const auto tier2 =
            hw::buyer("tier 2", hw::unrestricted(), hw::during(in[rule_starts], hw::date::never(), rule));
        const auto tier3 =
            hw::buyer("tier 3", hw::unrestricted(), hw::during(in[rule_starts], hw::date::never(), hw::denied()));
        const auto best = roadmap.frontier(when);
        const auto sold_to_tier2 = tier2.frontier(roadmap, when);
        return hw::outputs(
            hw::output<"tier 2">(best.performance / sold_to_tier2.performance),
            hw::output<"tier 3">(best.performance / tier3.frontier_held(roadmap, when).performance),
            hw::output<"frontier chips">(hw::chips_under_quota(in[quota], best.processing_performance)),
            hw::output<"tier 2 chips">(tier2.policy_on(when).chips_of(sold_to_tier2.processing_performance)));
    });

inline constexpr auto deepseek = hw::forecast(
    hw::inputs(h100s, other_chips, h800_share, h20_counts, next_scale, compute_growth), [](const auto& in) {
        const hw::date counted = said::amodei::source.latest;
        const auto h800 = generation_counting("H800", h100.processing_performance);
        auto h20 = generation_counting("H20", in[h20_counts] / chip);
        h20.trains = false;
        const auto h800s = in[other_chips] * in[h800_share];
        const auto fleet = hw::fleet(hw::retires_at_hazard(0.0 / year),  // a count on one day: nothing is retired yet
                                     hw::leaked(h100, in[h100s], counted), hw::bought(h800, h800s, counted),
                                     hw::bought(h20, in[other_chips] - h800s, counted));
        const auto all = fleet.equivalents(counted, h100);
        const auto training = fleet.equivalents(counted, h100, hw::workload::training);
        const auto missing = in[next_scale] / training;
        const auto growth = hw::grows_by_factor(in[compute_growth], year);
        return hw::outputs(
            hw::output<"chips">(fleet.chips(counted)), hw::output<"all">(all), hw::output<"training">(training),
            hw::output<"leaked">(fleet.performance(counted, hw::chip_source::leaked) / fleet.performance(counted)),
            hw::output<"missing">(missing), hw::output<"time">(hw::log(missing) / growth.rate()));
    });

// ---- Assumptions are tested by the compiler --------------------------------------------------------------------------

// The quota holds 49 901 H100s, about the fleet that DeepSeek ended up with.
static_assert(hw::chips_under_quota(quota.central(), h100.processing_performance) == 49'901.0 * chip);
// A lag keeps its distance; what was bought before the rule falls behind further and further.
static_assert(hw::abs(hw::get<"tier 2">(tiers.baseline(2026y / 1 / 1)) /
                          hw::get<"tier 2">(tiers.baseline(2031y / 1 / 1)) -
                      1.0) < 1e-12);
static_assert(hw::get<"tier 3">(tiers.baseline(2026y / 1 / 1)) < hw::get<"tier 3">(tiers.baseline(2031y / 1 / 1)));
// Whatever the other chips are, the fleet is no tenth of a million H100s.
static_assert(hw::get<"all">(deepseek.at(hw::override(h800_share, 1.0))) < 0.1 * million_chips);

// ---- The answers -----------------------------------------------------------------------------------------------------

constexpr hw::simulation options{.draws = 100'000, .seed = 2025};

void heading(const std::string& text) {
    std::cout << "\n\n" << text << '\n' << std::string(text.size(), '=') << "\n\n";
}
void say(const std::string& text) { std::cout << report::paragraph(text); }

report::text_table quantile_table(const std::string& what) {
    return report::text_table({what, "p10", "p50", "p90", "standard error"});
}
/// A row of an answer, with how well the simulation knows it: the largest standard error of the three quantiles.
template <class T>
void add_row(report::text_table& table, const std::string& what, const hw::outcome<T>& outcome) {
    std::vector<std::string> cells{what};
    double relative_error = 0.0;
    for (const double p : {0.1, 0.5, 0.9}) {
        const T value = outcome.quantile(p);
        cells.push_back(hw::to_text(value));
        relative_error = hw::max(relative_error, outcome.quantile_standard_error(p) / value);
    }
    cells.push_back(hw::to_text(100.0 * relative_error, 1) + " %");
    table.row(cells);
}
template <class Forecast>
void say_sources(const Forecast& forecast) {
    std::cout << "\nIt rests on\n" << report::sources(forecast);
}
void say_source(const said::figure_info& figure) {
    std::cout << report::paragraph("- " + std::string(figure.what) + ": " + report::source_line(figure), {0, 4});
}

void ratio_of_one_generation(const command_line& line) {
    heading("1. What performance ratio does \"one generation behind\" mean?");
    say("It depends on how far apart generations are. Chips get better at some pace; the rarer the launches, the "
        "larger "
        "the step that one generation is:");
    const auto outcome = hw::simulate(line(ratios), line.options);
    auto table = quantile_table("a generation every");
    add_row(table, "1 year", hw::get<"1 year">(outcome));
    add_row(table, "18 months", hw::get<"18 months">(outcome));
    add_row(table, "2 years", hw::get<"2 years">(outcome));
    add_row(table, "30 months", hw::get<"30 months">(outcome));
    add_row(table, "1 to 2.5 years, unsure", hw::get<"unsure">(outcome));
    std::cout << '\n' << table;
    say_sources(line(ratios));

    std::cout << '\n';
    say("Other distances are told as a ratio, and change with the date. In generations, and in time, of the unsure "
        "cadence:");
    const auto distance = hw::simulate(line(gaps), line.options);
    auto told = quantile_table("best US over best Huawei chip");
    add_row(told, "today, generations", hw::get<"today">(distance));
    add_row(told, "today, time", hw::get<"time today">(distance));
    add_row(told, "2027, generations", hw::get<"2027">(distance));
    add_row(told, "2027, time", hw::get<"time 2027">(distance));
    std::cout << '\n' << told;
    say_sources(line(gaps));
}

void frontier_over_time(const command_line& line) {
    heading("2. How does a tier-2 country's frontier compare over time?");
    const std::vector<hw::date> years{2026y / 1 / 1, 2028y / 1 / 1, 2030y / 1 / 1};
    const auto fan = hw::simulate(line(tiers), years, line.options);
    say("The best chip on the market over the best that tier 2 may buy, and over the best that tier 3, which may buy "
        "nothing, can have bought before the rule:");
    auto table = quantile_table("times as good");
    for (std::size_t i = 0; i < fan.size(); ++i) {
        add_row(table, hw::to_text(years[i]) + ", tier 2", hw::get<"tier 2">(fan[i]));
    }
    for (std::size_t i = 0; i < fan.size(); ++i) {
        add_row(table, hw::to_text(years[i]) + ", tier 3", hw::get<"tier 3">(fan[i]));
    }
    std::cout << '\n' << table << '\n';
    say("A lag in generations keeps its distance; chips once bought stay, and fall behind with every launch. The lag "
        "is "
        "not the quota: they are two parameters, and one may hold without the other. What is to be sold to China is "
        "told the same way, as a lag with a cap that has no number:");
    say_source(said::krishnan::export_policy);

    heading("3. How many chips fit the quota?");
    say("The quota counts performance, so it holds " +
        hw::to_text(hw::chips_under_quota(line(quota).central(), h100.processing_performance).in(chip), 5) +
        " H100s, and fewer of every better chip:");
    auto chips = quantile_table("chips that fit");
    for (std::size_t i = 0; i < fan.size(); ++i) {
        add_row(chips, hw::to_text(years[i]) + ", best on the market", hw::get<"frontier chips">(fan[i]));
        add_row(chips, hw::to_text(years[i]) + ", best for tier 2", hw::get<"tier 2 chips">(fan[i]));
    }
    std::cout << '\n' << chips << '\n';
    say_source(said::published::h100_tpp);
    say_sources(line(tiers));
}

void fleet_of_fifty_thousand(const command_line& line) {
    heading("4. What do 10 000 H100s and 40 000 other chips amount to?");
    const auto outcome = hw::simulate(line(deepseek), line.options);
    say("Counted in H100s by performance at 8 bits. An H20 does not train, so for training only H100s and H800s "
        "count:");
    auto table = quantile_table("DeepSeek's fleet");
    add_row(table, "chips", hw::get<"chips">(outcome));
    add_row(table, "in H100s", hw::get<"all">(outcome));
    add_row(table, "in H100s, for training", hw::get<"training">(outcome));
    add_row(table, "leaked, part of performance", hw::get<"leaked">(outcome));
    add_row(table, "a million chips, times that", hw::get<"missing">(outcome));
    add_row(table, "time to grow by so much", hw::get<"time">(outcome));
    std::cout << '\n' << table << '\n';
    say("\"Millions of chips\" is an order of magnitude, and a million the least of it: the distance is at least this. "
        "The last row is how long it takes at the growth of training compute.");
    say_sources(line(deepseek));
}

void answer(const command_line& line) {
    say("One generation behind: what it means, and what fits under a quota.\n"
        "Every answer is simulated with " +
        std::to_string(line.options.draws) +
        " draws of the assumptions under it; p10, "
        "p50 and p90 are its quantiles, and the standard error is that of the simulation, the largest of a row.");
    ratio_of_one_generation(line);
    frontier_over_time(line);
    fleet_of_fifty_thousand(line);
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "One generation behind: what does it mean, and what fits under a quota?",
                                options, answer, ratios, gaps, tiers, deepseek);
}
