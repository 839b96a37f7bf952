// SPDX-License-Identifier: BSL-1.0
// When do the chips arrive that are ordered? What becomes of installed capacity and backlog when the lead time of
// servers falls as it did between November 2023 and April 2024.
#include <headway/figures/published.hpp>
#include <headway/project/procurement.hpp>
#include <headway/report/sources.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/table/text_table.hpp>
#include <headway/text/text.hpp>
#include <headway/trend/exponential.hpp>
#include <headway/trend/first_time.hpp>

#include "../assumed/orders.hpp"
#include "../common/command_line.hpp"

#include <iostream>

namespace hw = headway;
namespace said = headway::figures;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed;

// ---- What we assume -----------------------------------------------------------------------------------------------

// The lead time is the long one for orders until the first of the two sources' months ends, and the short one from the
// day on which the second's begins; in between it falls in a straight line.
constexpr auto first_order = hw::date(2023y / 1 / 1);
constexpr auto fall_starts = said::published::h100_server_lead_time_2023.source->latest;
constexpr auto fall_ends = said::published::h100_server_lead_time_2024.source->earliest;

// ---- The models ---------------------------------------------------------------------------------------------------

inline constexpr auto orders_of = [](const auto& in) {
    return hw::exponential(first_order, in[first_rate], hw::grows_by_factor(in[growth_of_orders], year));
};
/// The orders with the lead time that falls, and what they would be had it stayed.
inline constexpr auto falling = [](const auto& in) {
    const auto wait = hw::changing_lead_time(fall_starts, in[long_wait], fall_ends, in[short_wait]);
    return hw::procurement(orders_of(in), wait, first_order);
};
inline constexpr auto unchanged = [](const auto& in) {
    return hw::procurement(orders_of(in), hw::constant_lead_time(in[long_wait]), first_order);
};

inline constexpr auto over_time =
    hw::forecast(hw::inputs(long_wait, short_wait, first_rate, growth_of_orders), [](const auto& in, const auto& when) {
        const auto with = falling(in);
        const auto without = unchanged(in);
        return hw::outputs(hw::output<"stock">(with.stock(when)), hw::output<"backlog">(with.backlog(when)),
                           hw::output<"stock without">(without.stock(when)),
                           hw::output<"backlog without">(without.backlog(when)),
                           hw::output<"gain">(with.stock(when) - without.stock(when)));
    });

/// When the first 100 000 chips are installed.
inline constexpr auto milestone =
    hw::forecast(hw::inputs(long_wait, short_wait, first_rate, growth_of_orders), [](const auto& in) {
        const auto where = hw::between(first_order, first_order + 5.0 * year);
        const auto level = in[first_rate] * year;
        const auto with = hw::first_at_least(falling(in), level, where);
        const auto without = hw::first_at_least(unchanged(in), level, where);
        return hw::outputs(hw::output<"with">(with), hw::output<"without">(without),
                           hw::output<"sooner">(without - with));
    });

// ---- The questions ------------------------------------------------------------------------------------------------

constexpr hw::simulation run{.draws = 100'000, .seed = 2025};

std::vector<std::string> row(std::string what, const auto& outcome) {
    const auto text = [&](double p) { return hw::to_text(outcome.quantile(p)); };
    return {std::move(what), text(0.1), text(0.5), text(0.9), hw::to_text(outcome.quantile_standard_error(0.5), 1)};
}

void answer(const command_line& line) {
    std::cout
        << "When do the chips arrive?\nServers that were ordered until " << fall_starts << " took "
        << said::published::h100_server_lead_time_2023.low.in(week) << " to "
        << said::published::h100_server_lead_time_2023.high.in(week) << " weeks, those from " << fall_ends << " on "
        << said::published::h100_server_lead_time_2024.low.in(week) << " to "
        << said::published::h100_server_lead_time_2024.high.in(week)
        << ".\nThe lead time fell faster than time went by, so orders placed late caught up with earlier ones and the "
           "queue\ncleared at once. Simulated with "
        << line.options.draws << " draws; the standard error is that of the median.\n\n";

    std::vector<hw::date> dates;
    for (int quarter = 2; quarter <= 10; ++quarter) {
        dates.emplace_back((2023y / 1 + std::chrono::months(3 * quarter)) / 1);
    }
    const auto fan = hw::simulate(line(over_time), dates, line.options);
    const auto print = [&](const char* what, const auto& outcome_of) {
        report::text_table table({what, "p10", "p50", "p90", "standard error"});
        for (std::size_t i = 0; i < dates.size(); ++i) table.row(row(hw::to_text(dates[i]), outcome_of(fan[i])));
        std::cout << table << '\n';
    };
    print("installed, lead time falls", [](const auto& all) { return hw::get<"stock">(all); });
    print("installed, lead time stays", [](const auto& all) { return hw::get<"stock without">(all); });
    print("gained by the fall", [](const auto& all) { return hw::get<"gain">(all); });
    print("backlog, lead time falls", [](const auto& all) { return hw::get<"backlog">(all); });
    print("backlog, lead time stays", [](const auto& all) { return hw::get<"backlog without">(all); });

    const auto when = hw::simulate(line(milestone), line.options);
    report::text_table table({"first 100 thousand chips", "p10", "p50", "p90", "standard error"});
    table.row(row("lead time falls", hw::get<"with">(when)));
    table.row(row("lead time stays", hw::get<"without">(when)));
    table.row(row("sooner by", hw::get<"sooner">(when)));
    std::cout << table << "\nIt rests on\n" << report::sources(line(over_time));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "When do the chips arrive?", run, answer, over_time, milestone);
}
