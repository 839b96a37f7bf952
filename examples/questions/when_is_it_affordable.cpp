// SPDX-License-Identifier: BSL-1.0
// When does a capability that cost 100 million USD cost 5 million, and what if the workload is a hundred times larger? By
// when does the largest training run pass a billion USD? How many months is a cost gap worth?
#include "../common/answers.hpp"
#include "../assumed/training.hpp"
#include "../common/command_line.hpp"

#include <headway/economics/run_cost.hpp>
#include <headway/economics/training_cost.hpp>
#include <headway/trend/first_time.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed;
using namespace answers;

// ---- The models, on what assumed/training.hpp assumes ----------------------------------------------------------------

/// Half a century from a date on: what takes longer counts as never.
inline constexpr auto half_century_from = [](const auto& start) { return hw::between(start, start + 50.0 * year); };

inline constexpr auto affordable =
    hw::forecast(hw::inputs(decline, base_cost, base_date, target, workload), [](const auto& in) {
        const auto curve = hw::training_cost(in[base_date], in[base_cost], hw::falls_by_factor(in[decline], year));
        const auto planning = curve.for_workload(in[workload]);
        const auto where = half_century_from(in[base_date]);
        return hw::outputs(hw::output<"run">(hw::first_at_most(curve, in[target], where)),          //
                           hw::output<"workload">(hw::first_at_most(planning, in[target], where)),  //
                           hw::output<"later">(hw::time_worth_of_cost_gap(in[workload], curve.decline())));
    });

inline constexpr auto billion = hw::forecast(hw::inputs(spending_growth, largest_run), [](const auto& in) {
    const hw::date start = 2024y / 1 / 1;
    const auto cost = hw::exponential(start, in[largest_run], hw::grows_by_factor(in[spending_growth], year));
    return hw::first_at_least(cost, 1.0 * billion_usd, half_century_from(start));
});

inline constexpr double folds[] = {2.0, 5.0, 10.0, 20.0, 100.0};
inline constexpr auto gaps = hw::forecast(hw::inputs(decline), [](const auto& in) {
    const auto months_of = [&](double ratio) {
        return hw::time_worth_of_cost_gap(ratio, hw::falls_by_factor(in[decline], year));
    };
    return hw::outputs(hw::output<"a">(months_of(folds[0])), hw::output<"b">(months_of(folds[1])),
                       hw::output<"c">(months_of(folds[2])), hw::output<"d">(months_of(folds[3])),
                       hw::output<"e">(months_of(folds[4])));
});

// ---- Assumptions, tested by the compiler -----------------------------------------------------------------------------

static_assert(decline.central() == said::amodei::training_cost_decline.value);
static_assert(hw::get<"run">(affordable.baseline()) < hw::get<"workload">(affordable.baseline()));
static_assert(hw::abs(hw::get<"d">(gaps.baseline()).in(month)-25.93) < 0.01);
static_assert(billion.baseline() > hw::date(2025y / 1 / 1) && billion.baseline() < hw::date(2028y / 1 / 1));

std::string months(const hw::quantity<hw::dim::time>& span, int significant_digits = 3) {
    return hw::to_text_in(span, month, "months", significant_digits);
}

// ---- The answers -----------------------------------------------------------------------------------------------------

void answer(const command_line& line) {
    say("When is it affordable? Every answer is simulated with " + draws_text(line.options.draws) +
        " draws of the assumptions under it: 80 % of them lie "
        "between p10 and p90. The standard error is that of the simulation.");

    question("1. When does a capability of 100 million USD cost 5 million?");
    const auto when = hw::simulate(line(affordable), line.options);
    const auto& run = hw::get<"run">(when);
    say("By " + hw::to_text(run.median()) + " in the central case; with 80 % probability between " +
        hw::to_text(run.quantile(0.1)) + " and " + hw::to_text(run.quantile(0.9)) + ". It is a fall by a factor of " +
        hw::to_text(line(base_cost).central() / line(target).central()) + ".\n ");
    auto table = quantiles_of("costs 5 million USD on");
    add(table, "one run to the capability", run);
    std::cout << '\n' << table;

    question("2. And for a workload of a hundred times the compute?");
    say("Planning and reinforcement learning take at least " + hw::to_text(line(workload).central()) +
        " times the compute of the base model. The same budget then buys it " +
        months(hw::get<"later">(when).median()) + " later, whatever the budget is.\n ");
    table = quantiles_of("times 100");
    add(table, "costs 5 million USD on", hw::get<"workload">(when));
    add(table, "later than one run by", hw::get<"later">(when), months);
    std::cout << '\n' << table;
    say_sources(line(affordable));

    question("3. By when does the largest training run pass a billion USD?");
    const auto passed = hw::simulate(line(billion), line.options);
    const auto end_of_2026 = hw::date(2027y / 1 / 1);
    say("By " + hw::to_text(passed.median()) +
        " in the central case; the probability that it has by the end of 2026 is " +
        percent_text(passed.probability_below(end_of_2026)) + " (standard error " +
        percent_text(passed.probability_below_standard_error(end_of_2026), 1) + ").\n ");
    table = quantiles_of("");
    add(table, "a run costs a billion USD on", passed);
    std::cout << '\n' << table;
    say_sources(line(billion));

    question("4. How many months is an N-fold cost gap?");
    const auto spans = hw::simulate(line(gaps), line.options);
    say("At ÷" + hw::to_text(line(decline).central()) + " a year a rival who pays " + hw::to_text(folds[3]) +
        " times less for the same capability is where the curve will be in " +
        months(hw::get<"d">(line(gaps).baseline())) +
        "; no cleverness is needed if it came that much later.\n ");
    table = quantiles_of("times cheaper");
    add(table, hw::to_text(folds[0]), hw::get<"a">(spans), months);
    add(table, hw::to_text(folds[1]), hw::get<"b">(spans), months);
    add(table, hw::to_text(folds[2]), hw::get<"c">(spans), months);
    add(table, hw::to_text(folds[3]), hw::get<"d">(spans), months);
    add(table, hw::to_text(folds[4]), hw::get<"e">(spans), months);
    std::cout << '\n' << table;
    say_sources(line(gaps));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "When is it affordable?", answers::options,
                                answer, affordable, billion, gaps);
}
