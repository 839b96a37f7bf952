// SPDX-License-Identifier: BSL-1.0
// What does it cost to train a model, how fast does that fall, and what follows from it? Computed from what two AI
// executives said in 2025 and from published measurements; every answer is printed with its sources.
#include <headway/headway.hpp>

#include "../common/command_line.hpp"

#include <iostream>

namespace hw = headway;
namespace said = headway::figures;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

inline constexpr auto decline =
    hw::assumption<"yearly fall of the cost of a fixed capability">(
        hw::as_about(said::amodei::training_cost_decline, 1.35), said::amodei::training_cost_decline)
        .with_note("\"About\" is read as: 90 % within a factor of 1.35 either way.");

inline constexpr auto base_cost =
    hw::assumption<"cost of the base model">(said::schmidt::deepseek_base_cost.value, said::schmidt::deepseek_base_cost)
        .with_note("A lower bound, taken at the bound: what follows from it is a lower bound too.");

inline constexpr auto base_date = hw::assumption<"date of the base model">(
    hw::uniform(2023y / 7 / 1, 2024y / 7 / 1),
    "No source dates it; taken to be half a year to one and a half years before DeepSeek V3.");

inline constexpr auto claim_date =
    hw::assumption<"date of DeepSeek's claim">(2024y / 12 / 26, "The day on which DeepSeek V3 was released.");
inline constexpr auto claim_by_schmidt = hw::assumption<"DeepSeek's claim, as Schmidt tells it">(
    said::schmidt::deepseek_cost_claim.value, said::schmidt::deepseek_cost_claim);
inline constexpr auto claim_by_amodei = hw::assumption<"DeepSeek's claim, as Amodei hears it told">(
    said::amodei::deepseek_v3_cost_myth.value, said::amodei::deepseek_v3_cost_myth);

inline constexpr auto workload = hw::assumption<"compute of planning workloads against the base model">(
    said::schmidt::planning_compute_multiplier.value, said::schmidt::planning_compute_multiplier);

inline constexpr auto spending_growth =
    hw::assumption<"yearly growth of the cost of the largest runs">(hw::as_measured(said::published::training_cost_growth),
                                                                    said::published::training_cost_growth);
inline constexpr auto largest_run_date = hw::assumption<"date of the largest run">(
    2024y / 1 / 1, "Where the spending curve starts; the source's data end about there.");

/// The cost of the reference run of Cottier et al.: chips, interconnect and energy.
struct reference_run {
    using money = hw::quantity<hw::dim::money>;
    money chips, interconnect, energy;
    constexpr money total() const { return chips + interconnect + energy; }
};
inline constexpr reference_run reference = [] {
    using namespace said::published;
    const auto size = run_chips.value * run_duration.value;
    const auto power = hw::average_power(run_chip_power.value, run_server_power_factor.value, run_load.value);
    const auto price_performance = hw::grows_by_ooms(hardware_price_performance_ooms.value, year);
    reference_run run;
    run.chips = hw::chip_cost(size, run_chip_price.value, price_performance);
    run.interconnect = hw::interconnect_cost(run.chips, run_interconnect_share.value);
    run.energy = hw::energy_cost(size, power, run_pue.value, run_electricity_price.value);
    return run;
}();
inline constexpr auto largest_run = hw::assumption<"cost of the largest run on that date">(
    hw::around(reference.total(), 1.5),
    "The reference run of Cottier et al. (arXiv 2405.21015), computed from their inputs; 90 % within a factor of 1.5.");

// ---- The models ------------------------------------------------------------------------------------------------------

/// The cost of the base model's capability over time.
inline constexpr auto curve_of = [](const auto& in) {
    return hw::training_cost(in[base_date], in[base_cost], hw::falls_by_factor(in[decline], year));
};

inline constexpr auto cost_over_time =
    hw::forecast(hw::inputs(decline, base_cost, base_date),
                 [](const auto& in, const auto& when) { return curve_of(in)(when); });

inline constexpr auto claims =
    hw::forecast(hw::inputs(decline, base_cost, base_date, claim_date, claim_by_schmidt, claim_by_amodei),
                 [](const auto& in) {
                     const auto curve = curve_of(in);
                     const auto five = curve.position_of(in[claim_by_schmidt], in[claim_date]);
                     const auto six = curve.position_of(in[claim_by_amodei], in[claim_date]);
                     return hw::outputs(
                         hw::output<"on the curve">(five.on_curve), hw::output<"5 M, times cheaper">(1.0 / five.ratio),
                         hw::output<"5 M, ahead">(five.ahead), hw::output<"6 M, times cheaper">(1.0 / six.ratio),
                         hw::output<"6 M, ahead">(six.ahead));
                 });

/// Half a century from a date on: what takes longer counts as never.
inline constexpr auto half_century_from = [](const auto& start) { return hw::between(start, start + 50.0 * year); };

inline constexpr auto affordable =
    hw::forecast(hw::inputs(decline, base_cost, base_date, claim_by_schmidt, workload), [](const auto& in) {
        const auto curve = curve_of(in);
        const auto where = half_century_from(in[base_date]);
        const auto planning = curve.for_workload(in[workload]);
        return hw::outputs(hw::output<"a run">(hw::first_at_most(curve, in[claim_by_schmidt], where)),
                           hw::output<"a workload">(hw::first_at_most(planning, in[claim_by_schmidt], where)));
    });

inline constexpr auto spending =
    hw::forecast(hw::inputs(spending_growth, largest_run, largest_run_date, decline), [](const auto& in) {
        const auto growth = hw::grows_by_factor(in[spending_growth], year);
        const auto effective = hw::effective_compute_growth(growth, hw::falls_by_factor(in[decline], year));
        const auto cost = hw::exponential(in[largest_run_date], in[largest_run], growth);
        return hw::outputs(hw::output<"effective compute, times per year">(effective.factor_per(year)),
                           hw::output<"effective compute doubles every">(effective.doubling_time()),
                           hw::output<"a run of a billion">(
                               hw::first_at_least(cost, 1.0 * billion_usd, half_century_from(in[largest_run_date]))));
    });

// ---- Assumptions are tested by the compiler --------------------------------------------------------------------------

// The central case is the speaker's own figure: 100 million USD, a year later a quarter of it.
static_assert(hw::abs(decline.central() - said::amodei::training_cost_decline.value) < 1e-9);
static_assert(hw::abs(cost_over_time.baseline(base_date.central() + year).in(million_usd) - 25.0) < 1e-9);
// The reference run supports "at least 100 million USD".
static_assert(reference.total() > base_cost.central());
// The claims lie below the curve unless the base model is older than any date we allow.
static_assert(hw::get<"6 M, ahead">(claims.baseline()) > 0.0 * month);
static_assert(hw::get<"6 M, ahead">(claims.at(hw::override(base_date, 2023y / 7 / 1))) > 0.0 * month);
// "Faster than the decline" holds for any growth of spending at all.
static_assert(hw::get<"effective compute, times per year">(spending.baseline()) >
              said::amodei::spending_outgrows_decline.value);

// ---- The answers -----------------------------------------------------------------------------------------------------

constexpr hw::simulation options{.draws = 100'000, .seed = 2025};

void heading(const std::string& text) { std::cout << "\n\n" << text << '\n' << std::string(text.size(), '=') << "\n\n"; }
void say(const std::string& text) { std::cout << report::paragraph(text); }

std::string in_months(const hw::quantity<hw::dim::time>& span) { return hw::to_text_in(span, month, "months"); }

/// The table of an answer: low, central and high, and how well the simulation knows them.
report::text_table quantile_table(const std::string& what) {
    return report::text_table({what, "low (5 %)", "central (median)", "high (95 %)", "standard error"});
}
template <class T>
void add_row(report::text_table& table, const std::string& what, const hw::outcome<T>& outcome) {
    std::vector<std::string> cells{what};
    auto error = 0.0 * outcome.standard_error();
    double relative_error = 0.0;
    for (const double p : {0.05, 0.5, 0.95}) {
        const T value = outcome.quantile(p);
        const auto error_here = outcome.quantile_standard_error(p);
        cells.push_back(hw::to_text(value));
        error = hw::max(error, error_here);
        if constexpr (!hw::any_date<T>) relative_error = hw::max(relative_error, error_here / value);
    }
    cells.push_back(hw::any_date<T> ? hw::to_text(error, 1) : hw::to_text(100.0 * relative_error, 1) + " %");
    table.row(cells);
}
template <class Forecast>
void say_sources(const Forecast& forecast) {
    std::cout << "\nIt rests on\n" << report::sources(forecast);
}
void say_source(const said::figure_info& figure) {
    std::cout << report::paragraph("- " + std::string(figure.what) + ": " + report::source_line(figure), {0, 4});
}

void cost_of_a_capability(const command_line& line) {
    heading("1. What does a run to the base model's capability cost?");
    std::vector<hw::date> half_years;
    for (auto month_of = 2024y / 1; month_of <= 2030y / 1; month_of += std::chrono::months{6}) {
        half_years.emplace_back(month_of / 1);
    }
    const auto cost = hw::simulate(line(cost_over_time), half_years, line.options);
    auto table = quantile_table("on");
    for (std::size_t i = 0; i < cost.size(); ++i) add_row(table, hw::to_text(half_years[i]), cost[i]);
    std::cout << table;
    say_sources(line(cost_over_time));
}

void position_of_the_claims(const command_line& line) {
    heading("2. Where do DeepSeek's 5 and 6 million USD lie against a base model of at least 100 million USD?");
    const auto outcome = hw::simulate(line(claims), line.options);
    const auto curve = curve_of(line(claims).central_values());
    const auto against_base = [&](const auto& claim) {
        const double gap = line(base_cost).central() / line(claim).central();
        return hw::to_text(gap) + " times (" + in_months(hw::time_worth_of_cost_gap(gap, curve.decline())) + ")";
    };
    say("Against the base model's own cost the claims are " + against_base(claim_by_schmidt) + " and " +
        against_base(claim_by_amodei) + " cheaper. But the curve falls meanwhile: on the day of the claim the capability "
        "costs about " + hw::to_text(hw::get<"on the curve">(outcome).median()) + ". Against the curve on that day, and all of it at "
        "least, because the base model cost at least 100 million USD:");
    auto table = quantile_table("on " + hw::to_text(line(claim_date).central()));
    add_row(table, "cost on the curve", hw::get<"on the curve">(outcome));
    add_row(table, "5 million: times cheaper", hw::get<"5 M, times cheaper">(outcome));
    add_row(table, "5 million: ahead by", hw::get<"5 M, ahead">(outcome));
    add_row(table, "6 million: times cheaper", hw::get<"6 M, times cheaper">(outcome));
    add_row(table, "6 million: ahead by", hw::get<"6 M, ahead">(outcome));
    std::cout << '\n' << table << '\n';
    const auto date_that_fits = [&](const auto& claim) {
        const double gap = line(base_cost).central() / line(claim).central();
        return hw::to_text(line(claim_date).central() - hw::time_worth_of_cost_gap(gap, curve.decline()));
    };
    say("Both speakers reject the headline: Schmidt because it leaves out the base model, Amodei because the cost lies "
        "on the curve. For it to lie exactly there, the base model's capability must have cost 100 million USD on " +
        date_that_fits(claim_by_schmidt) + " (5 million) or " + date_that_fits(claim_by_amodei) + " (6 million).");
    say_sources(line(claims));
}

void date_of_affordability(const command_line& line) {
    heading("3. When does a 100 million USD capability cost 5 million?");
    const double gap = line(base_cost).central() / line(claim_by_schmidt).central();
    const auto central_decline = hw::falls_by_factor(line(decline).central(), year);
    say("A fall by a factor of " + hw::to_text(gap) + " takes " +
        in_months(hw::time_worth_of_cost_gap(gap, central_decline)) + " at " + hw::to_text(central_decline) +
        ", wherever it starts. A workload of at least " + hw::to_text(line(workload).central()) +
        " times the compute (reinforcement learning, planning) comes at least " +
        in_months(hw::time_worth_of_cost_gap(line(workload).central(), central_decline)) + " later.");
    const auto outcome = hw::simulate(line(affordable), line.options);
    auto table = quantile_table("costs 5 million on");
    add_row(table, "a run to the capability", hw::get<"a run">(outcome));
    add_row(table, "a planning workload on it", hw::get<"a workload">(outcome));
    std::cout << '\n' << table;
    say_sources(line(affordable));
}

void spending_against_decline(const command_line& line) {
    heading("4. How fast does capability-adjusted compute grow, and when does a run cost a billion USD?");
    const auto central = line(spending).baseline();
    say("Spending on the largest runs grows, and each dollar buys more capability as training gets cheaper: the two "
        "factors multiply, to " + hw::to_text(hw::get<"effective compute, times per year">(central)) +
        " times a year. Amodei's own words give a bound and no number: " +
        said::value_text(said::amodei::spending_outgrows_decline) + ".");
    const auto outcome = hw::simulate(line(spending), line.options);
    auto table = quantile_table("capability-adjusted compute");
    add_row(table, "grows per year, times", hw::get<"effective compute, times per year">(outcome));
    add_row(table, "doubles every", hw::get<"effective compute doubles every">(outcome));
    add_row(table, "a run costs a billion on", hw::get<"a run of a billion">(outcome));
    std::cout << '\n' << table << '\n';
    say("The curve starts from a run of " + hw::to_text(said::published::run_chips.value) + " for " +
        said::value_text(said::published::run_duration) + ", which costs " + hw::to_text(reference.total()) + ": chips " +
        hw::to_text(reference.chips) + ", interconnect " + hw::to_text(reference.interconnect) + ", energy " +
        hw::to_text(reference.energy) + ".");
    say_sources(line(spending));
}

void steps_are_not_the_decline() {
    heading("5. Why -20 % \"every few weeks\" is not a factor of 4 per year");
    const double percent_per_step = 100.0 * said::amodei::inference_cost_step.value;
    const auto by_4 = hw::falls_by_factor(said::amodei::training_cost_decline.value, year);
    const auto same_pace = hw::step_period(percent_per_step, by_4);
    report::text_table table({"one step of -20 % every", "falls by", "halves every"});
    const auto in_weeks = [](const auto& span) { return hw::to_text_in(span, week, "weeks", 4); };
    for (const auto& period : {2.0 * week, 3.0 * week, 4.0 * week, 6.0 * week, same_pace}) {
        const auto fall = hw::falls_by_percent(percent_per_step, period);
        table.row({in_weeks(period), hw::to_text(fall), in_weeks(fall.halving_time())});
    }
    std::cout << table << '\n';
    say("The two agree only at one step per " + in_weeks(same_pace) + ". The step is about serving a model, the decline "
        "about training one: they never share a parameter.");
    std::cout << "\nIt rests on\n";
    say_source(said::amodei::inference_cost_step);
    say_source(said::amodei::training_cost_decline);
}

void disagreements() {
    heading("6. Where the sources disagree");
    for (const auto& conflict : said::article_conflicts()) {
        std::cout << conflict.topic << '\n';
        for (const auto& position : conflict.positions) {
            std::cout << report::paragraph("- " + std::string(position.who) + ": " + std::string(position.statement), {2, 4});
            if (position.figure != nullptr) std::cout << report::paragraph(report::source_line(*position.figure), {6, 6});
        }
    }
}

void answer(const command_line& line) {
    say("What it costs to train a model, and what follows from it.\n"
        "Every answer is simulated with " + std::to_string(line.options.draws) +
        " draws of the assumptions under it; the "
        "standard error is that of the simulation, the largest of a row.");
    cost_of_a_capability(line);
    position_of_the_claims(line);
    date_of_affordability(line);
    spending_against_decline(line);
    steps_are_not_the_decline();
    disagreements();
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "What does it cost to train a model, and what follows from it?", options,
                                answer, cost_over_time, claims, affordable, spending);
}
