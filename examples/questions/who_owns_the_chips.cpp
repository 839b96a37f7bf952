// SPDX-License-Identifier: BSL-1.0
// Who makes and who owns the world's AI chips, how fast does the stock grow, and how much of that is known? The published
// intervals are kept; what the sum, the shares and the growth say depends on how much of the errors the makers share.
#include <headway/chip/fleet_by_owner.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/forecast/common_factor.hpp>
#include <headway/report/sources.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/source/quantile_reading.hpp>
#include <headway/table/paragraph.hpp>
#include <headway/table/text_table.hpp>
#include <headway/text/text.hpp>

#include "../common/command_line.hpp"

#include <iostream>

namespace hw = headway;
namespace since = headway::figures::since;
namespace report = headway::report;
using namespace headway::units;

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

/// The published 5, 50 and 95 %, as they are; no stock is below zero.
inline constexpr auto as_published = [](const auto& stock) { return hw::as_quantiles(stock).above(0.0 * chip); };

inline constexpr auto nvidia_2023 = hw::assumption<"Nvidia's stock at the end of 2023">(
    as_published(since::nvidia_stock_2023), since::nvidia_stock_2023);
inline constexpr auto nvidia_2024 = hw::assumption<"Nvidia's stock at the end of 2024">(
    as_published(since::nvidia_stock_2024), since::nvidia_stock_2024);
inline constexpr auto nvidia = hw::assumption<"Nvidia's stock at the end of 2025">(
    as_published(since::nvidia_stock_2025), since::nvidia_stock_2025);
inline constexpr auto google =
    hw::assumption<"Google's stock at the end of 2025">(as_published(since::tpu_stock_2025), since::tpu_stock_2025);
inline constexpr auto amazon = hw::assumption<"Amazon's stock at the end of 2025">(
    as_published(since::trainium_stock_2025), since::trainium_stock_2025);
inline constexpr auto amd =
    hw::assumption<"AMD's stock at the end of 2025">(as_published(since::amd_stock_2025), since::amd_stock_2025);
inline constexpr auto china = hw::assumption<"Nvidia chips owned in China at the end of 2025">(
    as_published(since::china_nvidia_owned_2025), since::china_nvidia_owned_2025);
inline constexpr auto china_share =
    hw::assumption<"China's share of the world's AI compute">(
        hw::uniform(since::china_compute_share.value, 1.2 * since::china_compute_share.value),
        since::china_compute_share)
        .with_note("Just over 5 %: ours, 5 to 6.");

/// How much of their errors the stocks share: all are counts of sales turned into equivalents of an H100 by one method.
/// No source says how much; ours.
inline constexpr double shared = 0.6;

// ---- The model -------------------------------------------------------------------------------------------------------

inline constexpr auto chips_of_the_world = [](double rank_correlation) {
    return hw::forecast(
        hw::inputs(nvidia_2023, nvidia_2024, nvidia, google, amazon, amd, china, china_share),
        [](const auto& in) {
            const auto counted =
                hw::fleet_by_owner(hw::nobody_else(), hw::owner("Nvidia", in[nvidia]), hw::owner("Google", in[google]),
                                   hw::owner("Amazon", in[amazon]), hw::owner("AMD", in[amd]));
            // What China must have of other makers' chips, Huawei's above all, if it has the share that is claimed. All of
            // what it has of the four makers is taken to be Nvidia's.
            const auto claimed = hw::fleet_by_owner(hw::nobody_else(), hw::owner_share("China", in[china_share]),
                                                    hw::owner("elsewhere", counted.world() - in[china]));
            const auto others = claimed.stock("China") - in[china];
            const auto world = hw::fleet_by_owner(hw::rest_of_world(others), hw::owner("Nvidia", in[nvidia]),
                                                  hw::owner("Google", in[google]), hw::owner("Amazon", in[amazon]),
                                                  hw::owner("AMD", in[amd]));
            const auto of_nvidia = hw::fleet_by_owner(hw::world_total(in[nvidia]), hw::owner("China", in[china]));
            return hw::outputs(hw::output<"Nvidia">(world.stock("Nvidia")), hw::output<"Google">(world.stock("Google")),
                               hw::output<"Amazon">(world.stock("Amazon")), hw::output<"AMD">(world.stock("AMD")),
                               hw::output<"others">(world.rest()), hw::output<"China">(claimed.stock("China")),
                               hw::output<"four makers">(world.named()), hw::output<"world">(world.world()),
                               hw::output<"share of Nvidia">(world.share("Nvidia")),
                               hw::output<"share of Google">(world.share("Google")),
                               hw::output<"share of Amazon">(world.share("Amazon")),
                               hw::output<"share of AMD">(world.share("AMD")),
                               hw::output<"share of others">(world.rest_share()),
                               hw::output<"China's share of Nvidia's">(of_nvidia.share("China")),
                               hw::output<"growth in 2024">(in[nvidia_2024] / in[nvidia_2023]),
                               hw::output<"growth in 2025">(in[nvidia] / in[nvidia_2024]));
        },
        hw::correlate_all(rank_correlation, nvidia_2023, nvidia_2024, nvidia, google, amazon, amd, china));
};
inline constexpr auto believed = chips_of_the_world(shared);

// ---- Assumptions, tested by the compiler -----------------------------------------------------------------------------

constexpr bool rounds_to(double value, double published, double last_digit) {
    return hw::abs(value - published) <= 0.5 * last_digit;
}
static_assert(rounds_to(hw::get<"growth in 2024">(believed.baseline()), 3.40, 0.01));
static_assert(rounds_to(hw::get<"growth in 2025">(believed.baseline()), 2.89, 0.01));
static_assert(rounds_to(hw::get<"China's share of Nvidia's">(believed.baseline()), 0.029, 0.001));
static_assert(rounds_to(hw::get<"four makers">(believed.baseline()).in(million_chips), 19.7, 0.1));

// ---- The answers -----------------------------------------------------------------------------------------------------

constexpr hw::simulation run{.draws = 65'536, .seed = 2025, .method = hw::method::sobol};

std::string millions(const hw::quantity<hw::dim::chips>& stock, int digits = 4) {
    return hw::to_text(stock.in(million_chips), digits);
}
std::string percent_text(double share, int digits = 3) { return hw::to_text(100.0 * share, digits) + " %"; }
std::string factor_text(double factor, int digits = 3) { return hw::to_text(factor, digits); }

/// The standard error is the largest of the three.
std::vector<std::string> row(std::string what, const auto& outcome, const auto& text, int digits = 3) {
    std::vector<std::string> cells{std::move(what)};
    auto error = outcome.quantile_standard_error(0.5);
    for (const double p : {0.05, 0.5, 0.95}) {
        cells.push_back(text(outcome.quantile(p), digits));
        error = hw::max(error, outcome.quantile_standard_error(p));
    }
    cells.push_back(text(error, 1));
    return cells;
}
std::string interval(const auto& outcome, const auto& text) {
    return text(outcome.quantile(0.05), 3) + " to " + text(outcome.quantile(0.95), 3);
}

void answer(const command_line& line) {
    const auto result = hw::simulate(line(believed), line.options);
    std::cout << "1. Who made the chips that there were at the end of 2025?\n\n"
              << report::paragraph(
                     "In millions of equivalents of an H100. The four makers' quantiles are the published ones; the "
                     "others are "
                     "what China must have beside Nvidia's chips, of the four makers the only ones it is taken to own, "
                     "to have the share of the world that is claimed.")
              << '\n';
    report::text_table stocks({"millions of H100 equivalents", "p5", "p50", "p95", "standard error"});
    stocks.row(row("Nvidia", hw::get<"Nvidia">(result), millions, 4));
    stocks.row(row("Google", hw::get<"Google">(result), millions, 4));
    stocks.row(row("Amazon", hw::get<"Amazon">(result), millions, 4));
    stocks.row(row("AMD", hw::get<"AMD">(result), millions, 4));
    stocks.row(row("the four", hw::get<"four makers">(result), millions, 4));
    stocks.row(row("others in China", hw::get<"others">(result), millions, 4));
    stocks.row(row("the world", hw::get<"world">(result), millions, 4));
    stocks.row(row("of it owned in China", hw::get<"China">(result), millions, 4));
    report::text_table shares({"share of the world", "p5", "p50", "p95", "standard error"});
    shares.row(row("Nvidia", hw::get<"share of Nvidia">(result), percent_text));
    shares.row(row("Google", hw::get<"share of Google">(result), percent_text));
    shares.row(row("Amazon", hw::get<"share of Amazon">(result), percent_text));
    shares.row(row("AMD", hw::get<"share of AMD">(result), percent_text));
    shares.row(row("others in China", hw::get<"share of others">(result), percent_text));
    shares.row(row("China's of Nvidia's stock", hw::get<"China's share of Nvidia's">(result), percent_text));
    std::cout << stocks << '\n' << shares << '\n';

    std::cout << "\n2. How fast does Nvidia's stock grow?\n\n";
    report::text_table growth({"times the year before", "p5", "p50", "p95", "standard error"});
    growth.row(row("in 2024", hw::get<"growth in 2024">(result), factor_text));
    growth.row(row("in 2025", hw::get<"growth in 2025">(result), factor_text));
    std::cout << growth << '\n';
    std::cout << report::paragraph("A digest (grade C, no input here) has the compute of all makers grow " +
                                   hw::to_text(since::world_compute_growth.value) + " times a year, 90 % from " +
                                   hw::to_text(since::world_compute_growth.low) + " to " +
                                   hw::to_text(since::world_compute_growth.high) + ".");

    std::cout << "\n\n3. What does it hang on that the errors are shared?\n\n"
              << report::paragraph(
                     "From p5 to p95, each stock's own interval being the same in every row: what is shared widens "
                     "sums and cancels in ratios. Added up, ends of intervals give " +
                     millions(since::nvidia_stock_2025.low + since::tpu_stock_2025.low +
                              since::trainium_stock_2025.low + since::amd_stock_2025.low) +
                     " to " +
                     millions(since::nvidia_stock_2025.high + since::tpu_stock_2025.high +
                              since::trainium_stock_2025.high + since::amd_stock_2025.high) +
                     " for the four makers, as if all errors were one.")
              << '\n';
    report::text_table by({"rank correlation", "the four makers", "growth in 2025", "China's of Nvidia's stock"});
    for (const double rho : {0.0, 0.3, 0.6, 0.9}) {
        const auto joined = hw::simulate(line(chips_of_the_world(rho)), line.options);
        by.row({hw::to_text(rho), interval(hw::get<"four makers">(joined), millions),
                interval(hw::get<"growth in 2025">(joined), factor_text),
                interval(hw::get<"China's share of Nvidia's">(joined), percent_text)});
    }
    std::cout << by << '\n' << "It rests on\n" << report::sources(line(believed));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "Who owns the chips?", run, answer, believed);
}
