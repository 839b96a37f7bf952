// SPDX-License-Identifier: BSL-1.0
// An expert was asked for the 10, 50 and 90 % points of a lead time, a date and a share. Which beliefs are these, and when
// is the site powered that rests on them? And what if the three numbers fit no belief?
#include <headway/headway.hpp>

#include "../common/command_line.hpp"

#include <iostream>

namespace hw = headway;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

// ---- What was elicited -----------------------------------------------------------------------------------------------

inline constexpr auto transformer = hw::assumption<"lead time of the transformer">(
    hw::from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 50.0 * month}).above(0.0 * month),
    "Elicited for this example: \"one in ten within 10 months, even odds for 20, one in ten beyond 50\".");

inline constexpr auto permit = hw::assumption<"day of the permit">(
    hw::mixture<hw::date>(
        {hw::from_quantiles<hw::date>({{0.1, 2026y / 9 / 1}, {0.5, 2027y / 2 / 1}, {0.9, 2028y / 3 / 1}}), 0.85},
        {hw::date::never(), 0.15}),
    "Elicited for this example, given that it comes; that it never comes was said to be 15 % likely.");

inline constexpr auto served = hw::assumption<"share of the load that the grid can serve">(
    hw::from_quantiles({{0.05, 0.35}, {0.25, 0.55}, {0.5, 0.7}, {0.75, 0.8}, {0.95, 0.93}}).between(0.0, 1.0).terms(3),
    "Elicited for this example: five points, three terms by least squares, never below 0 or above 1.");

inline constexpr auto works =
    hw::assumption<"works on the site">(hw::likely(0.9, 8.0 * month, 12.0 * month, 24.0 * month),
                                        "Elicited for this example: most likely 12 months, 90 % between 8 and 24.");

inline constexpr auto planned = hw::assumption<"load planned">(300.0 * megawatt, "The plan of this example.");

// ---- The model -------------------------------------------------------------------------------------------------------

/// Ordered with the permit; the transformer and the works run side by side.
inline constexpr auto powered =
    hw::forecast(hw::inputs(transformer, permit, served, works, planned), [](const auto& in) {
        return hw::outputs(hw::output<"powered">(in[permit] + hw::max(in[transformer], in[works])),
                           hw::output<"load served">(in[planned] * in[served]));
    });

// What three numbers imply is held by the compiler, like any other assumption.
static_assert(transformer.belief().quantile(0.95) > 5.5 * year && transformer.belief().quantile(0.05) < 9.0 * month);

// ---- The questions ---------------------------------------------------------------------------------------------------

template <class Belief>
void add(report::text_table& table, const std::string& what, const Belief& belief) {
    std::vector<std::string> cells{what};
    for (const double p : {0.01, 0.05, 0.5, 0.95, 0.99}) cells.push_back(hw::to_text(belief.quantile(p)));
    cells.push_back(belief.has_mean() ? hw::to_text(belief.mean()) : "infinite");
    table.row(cells);
}

void answer(const command_line& line) {
    std::cout
        << "How do three quantiles become a belief, and when is the site powered?\n\n"
           "1. The same three numbers, 10, 20 and 50 months at 10, 50 and 90 %, say more with a bound: a lead time\n"
           "   is not below zero. The middle of both goes through the numbers; the tails are what differs. A\n"
           "   lognormal takes two numbers only, and misses the third.\n\n";
    report::text_table beliefs({"lead time", "p1", "p5", "p50", "p95", "p99", "mean"});
    const auto three = hw::from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 50.0 * month});
    add(beliefs, "without a bound", three);
    add(beliefs, "above 0", three.above(0.0 * month));
    add(beliefs, "between 0 and 120 months", three.between(0.0 * month, 120.0 * month));
    add(beliefs, "lognormal, 80 % in 10 to 50", hw::lognormal_ci(0.8, 10.0 * month, 50.0 * month));
    add(beliefs, "works: likely, a PERT", works.belief());
    std::cout
        << beliefs
        << "\n2. Not every set of numbers is a belief. Of one that is none it is said where, and what would do:\n\n";
    try {
        const hw::belief<hw::quantity<hw::dim::time>> skewed =
            hw::from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 100.0 * month});
        std::cout << hw::belief_text(skewed) << '\n';
    } catch (const std::domain_error& e) {
        std::cout << report::paragraph(e.what());
    }

    const auto when = hw::simulate(line(powered), line.options);
    std::cout << "\n3. When is the site powered, and with how much?\n   Simulated with " << line.options.draws
              << " draws of what stands below; the standard error is that of the mean,\n   which for a date "
                 "is taken over the draws in which it comes.\n\n"
              << report::table(when) << "\nIn text, for an assumption file or --set, the lead time is also written\n  "
              << "lead time of the transformer = 10/50/90: 10, 20, 50 months above 0 months\nand printed as\n  "
              << hw::belief_text(transformer.belief()) << "\n\nIt rests on\n"
              << report::sources(line(powered));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "How do three quantiles become a belief, and when is the site powered?",
                                {.draws = 100'000, .seed = 2025}, answer, powered);
}
