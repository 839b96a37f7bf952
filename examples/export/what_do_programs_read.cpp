// SPDX-License-Identifier: BSL-1.0
// What do other programs read of a forecast? The documents that the schema beside this file describes, a table for
// spreadsheets, the numbers for a forecasting site and the specifications of charts; with `--out FOLDER` as files.

#include <headway/headway.hpp>
#include <headway/report.hpp>

#include "../common/out_folder.hpp"

#include <iostream>
#include <sstream>

namespace hw = headway;
namespace report = headway::report;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

inline constexpr auto decline = hw::assumption<"yearly fall in training cost">(
    hw::ci90(3.0, 5.5), said::amodei::training_cost_decline);
inline constexpr auto first_run = hw::assumption<"cost of the first run">(
    hw::ci90(80.0 * million_usd, 200.0 * million_usd), said::schmidt::deepseek_base_cost);
inline constexpr auto fall_ends = hw::assumption<"date on which the fall ends">(
    hw::triangular(hw::date(2024y / 9 / 1), hw::date(2027y / 1 / 1), hw::date(2032y / 1 / 1)), "Judged.");

constexpr auto cost_on = [](const auto& in, const auto& on) {
    const auto falling = hw::exponential(hw::date(2024y / 3 / 1), in[first_run], hw::falls_by_factor(in[decline], year));
    return falling(hw::min(on, in[fall_ends]));
};
// Never where the fall ends before.
inline constexpr auto affordable = hw::forecast(hw::inputs(decline, first_run, fall_ends), [](const auto& in) {
    const auto falling = hw::exponential(hw::date(2024y / 3 / 1), in[first_run], hw::falls_by_factor(in[decline], year));
    const auto when = falling.reaches(5.0 * million_usd);
    return hw::select(when <= in[fall_ends], when, hw::date::never());
});
inline constexpr auto cost = hw::forecast(hw::inputs(decline, first_run, fall_ends), cost_on);
// Without that date.
inline constexpr auto cheap = hw::forecast(hw::inputs(decline, first_run), [](const auto& in) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[first_run], hw::falls_by_factor(in[decline], year)).reaches(5.0 * million_usd);
});

// Which comes first on a date, 5 million USD or the end of the fall; inputs that move together, two of them paths.
inline constexpr auto which_first = hw::forecast(hw::inputs(decline, first_run, fall_ends), [](const auto& in, const auto& on) {
    const auto when = hw::exponential(hw::date(2024y / 3 / 1), in[first_run], hw::falls_by_factor(in[decline], year)).reaches(5.0 * million_usd);
    const auto cheap_by_then = hw::select(when <= hw::min(on, in[fall_ends]), 1.0, 0.0);
    const auto ended = hw::select(in[fall_ends] < hw::min(on, when), 1.0, 0.0);
    return hw::outputs(hw::output<"cheap">(cheap_by_then), hw::output<"the fall ended before">(ended),
                       hw::output<"neither yet">(1.0 - cheap_by_then - ended));
});
inline constexpr auto power = hw::path<"price of power">(
    hw::log_walk(2026y / 1 / 1, 60.0 * usd / megawatt_hour, hw::grows_by_percent(2.0, year), hw::per_sqrt_year(0.2)), "Judged.");
inline constexpr auto gas = hw::path<"price of gas">(
    hw::log_walk(2026y / 1 / 1, 30.0 * usd / megawatt_hour, hw::grows_by_percent(1.0, year), hw::per_sqrt_year(0.3)), "Judged.");
inline constexpr auto bill = hw::forecast(
    hw::inputs(decline, first_run, power, gas),
    [](const auto& in) { return in[first_run] / in[decline] + 1e5 * megawatt_hour * (in[power](2030y / 1 / 1) + in[gas](2030y / 1 / 1)); },
    hw::correlate(decline, first_run, -0.4), hw::correlate(gas, power, 0.7));

constexpr const char* record_of_statements = "entry,id,date,who,question,unit,value,due,source,seed,version\n"
                                             "state,1,2025-01-01,ann,cost of a run,million USD,5 %: 50 | 25 %: 70 | 50 %: 80 | 75 %: 95 | 95 %: 140,,,,\n"
                                             "state,2,2025-01-01,ann,cost of a site,million USD,5 %: 20 | 50 %: 100 | 95 %: 300,,,,\n"
                                             "state,3,2025-01-01,ann,a billion,event,80 %,,,,\n"
                                             "state,4,2025-01-01,ann,ten billion,event,10 %,,,,\n"
                                             "state,5,2025-01-01,ann,a ban,event,15 %,,,,\n"
                                             "resolve,1,2025-12-01,,,,90,,,,\n"
                                             "resolve,2,2025-12-01,,,,290,,,,\n"
                                             "resolve,3,2025-06-30,,,,yes,,,,\n"
                                             "resolve,4,2025-06-30,,,,no,,,,\n"
                                             "resolve,5,2025-06-30,,,,yes,,,,\n";

/// The first lines of a document, cut to the width of the page.
std::string beginning(const std::string& text, std::size_t lines) {
    std::istringstream in(text);
    std::string out;
    std::string line;
    while (lines-- > 0 && std::getline(in, line)) {
        if (line.ends_with('\r')) line.pop_back();
        out += "    " + (line.size() > 112 ? line.substr(0, 112) + "..." : line) + "\n";
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    const hw::simulation options{.draws = 20'000, .seed = 2025};
    const auto when = hw::simulate(affordable, options);
    std::vector<hw::date> dates;
    for (int y = 2024; y <= 2030; ++y) dates.push_back(std::chrono::year(y) / 3 / 1);
    const auto over_time = hw::simulate(cost, dates, options);
    const auto scenarios = hw::compare(affordable, {hw::scenario<"as believed">(), hw::scenario<"slower">(hw::override(decline, 2.5)),
                                                    hw::scenario<"=dearer(1)">(hw::override(first_run, 300.0 * million_usd))}, options);
    const auto assumptions = hw::assumptions_of(affordable, cost);

    const auto question = report::cdf_201<hw::date>(when, {.low = 2024y / 1 / 1, .high = 2032y / 1 / 1, .open_upper = true});
    std::string cdf = "{\"continuous_cdf\": [";
    for (const double& share : question) cdf += (&share == question.data() ? "" : ", ") + hw::to_text(share, 10);
    cdf += "]}\n";

    std::cout << "Results:\n" << beginning(report::json(when), 2) << "The forecast:\n" << beginning(report::json(affordable), 2)
              << "Its assumptions:\n" << beginning(report::json(assumptions), 3) << "A table of scenarios:\n"
              << beginning(report::csv(scenarios), 4) << "For a forecasting site:\n" << beginning(cdf, 1) << "A chart:\n"
              << beginning(report::vega_lite(over_time), 3);

    // Read back they are the same; of another version they are not read.
    std::istringstream same(report::json(assumptions));
    const bool is_same = affordable.with(hw::load_assumptions_json(same, hw::known_inputs(affordable, cost))).baseline() == affordable.baseline();
    std::cout << "Read back: " << (is_same ? "the same baseline" : "another baseline") << ".\nOf another version: ";
    try {
        (void)hw::parse_assumptions_json("{\"headway\": \"9.0.0\", \"schema_version\": 2, \"kind\": \"assumptions\"}");
    } catch (const hw::parse_error& e) {
        std::cout << e.what() << "\n";
    }

    if (argc != 3 || std::string(argv[1]) != "--out") return 0;
    with_out_folder::make(argv[2]);
    with_out_folder::files write(argv[2]);
    write("outcome.json", report::json(when));
    write("over_time.json", report::json(over_time));
    write("scenarios.json", report::json(scenarios));
    write("tornado.json", report::json(hw::tornado(affordable)));
    write("forecast.json", report::json(affordable));
    write("forecast_over_time.json", report::json(cost));
    write("forecast_correlated.json", report::json(bill));
    write("assumptions.json", report::json(assumptions));
    write("over_time.csv", report::csv(over_time));
    write("scenarios.csv", report::csv(scenarios));
    write("cdf_201.json", cdf);
    write("histogram.vl.json", report::vega_lite(when, {.title = "When does it cost 5 million USD?"}));
    write("fan.vl.json", report::vega_lite(over_time, {.title = "Cost of a fixed capability"}));
    write("comparison.vl.json", report::vega_lite(scenarios));
    write("tornado.vl.json", report::vega_lite(hw::tornado(affordable)));
    write("waterfall.vl.json", report::vega_lite(hw::explain_change(cheap, cheap.with(hw::override(decline, 3.2), hw::override(first_run, 150.0 * million_usd)))));
    write("two_way.vl.json", report::vega_lite(hw::two_way(cheap, decline, first_run, {3.0, 4.0, 5.5}, {80.0 * million_usd, 200.0 * million_usd})));
    const auto on = [](int y, unsigned m) { return hw::date(std::chrono::year(y) / std::chrono::month(m) / 1); };
    const std::vector<report::gantt_chart_row> stages{
        {"permits", {on(2026, 1), on(2026, 1), on(2026, 1)}, {on(2026, 7), on(2026, 10), on(2027, 4)}, 1.0},
        {"shell", {on(2026, 7), on(2026, 10), on(2027, 4)}, {on(2027, 9), on(2028, 1), on(2028, 12)}, 0.8},
        {"tools", {on(2026, 2), on(2026, 4), on(2026, 8)}, {on(2027, 2), on(2027, 9), hw::date::never()}, 0.2}};
    write("gantt.vl.json", report::vega_lite(stages));
    write("calibration.vl.json", report::vega_lite(std::vector<report::calibration_chart_point>{{0.5, 0.4, 20}, {0.8, 0.7, 20}, {0.9, 0.95, 20}}));
    using chips = hw::quantity<hw::dim::chips>;
    using cost_of_one = decltype(usd / hw::units::chip);
    const std::vector<report::learning_chart_point<chips, cost_of_one>> made{{1e4 * chip, 2e4 * usd / chip}, {1e5 * chip, 1.2e4 * usd / chip}, {1e6 * chip, 8e3 * usd / chip}};
    const std::vector<report::learning_chart_step<chips, cost_of_one>> curve{
        {1e4 * chip, 1.6e4 * usd / chip, 1.95e4 * usd / chip, 2.4e4 * usd / chip}, {1e7 * chip, 4e3 * usd / chip, 5e3 * usd / chip, 6.3e3 * usd / chip}};
    write("learning_curve.vl.json", report::vega_lite(made, curve));

    const auto after = hw::simulate(cheap.updated(hw::observed(decline, 3.4, hw::normal_error(0.4))), options);
    write("histogram_updated.vl.json", report::vega_lite(after, {.title = "When, given what was seen?"}));
    write("fan_updated.vl.json", report::vega_lite(hw::simulate(cost.updated(hw::observed(decline, 3.4, hw::normal_error(0.4))), dates, options)));
    const hw::track_record record{hw::ledger(record_of_statements)};
    write("track_record.vl.json", report::vega_lite(record.all()));
    write("reliability.vl.json", report::reliability_vega_lite(record.all()));
    const auto first = hw::simulate(which_first, dates, options);
    write("stacked.vl.json", report::vega_lite(first, {.title = "Cheap, or the fall ended before?"}));
    write("stacked_one_date.vl.json", report::vega_lite(hw::simulate(which_first, {hw::date(2027y / 1 / 1)}, options)));
    write("scatter.vl.json", report::vega_lite(affordable, when, decline));
    write("scatter_of_money.vl.json", report::vega_lite(cost, over_time, first_run, 2026y / 3 / 1, {.most_points = 200}));
    write("convergence.vl.json", report::vega_lite(hw::simulate(cheap, options), hw::statistic::median, {.until = {.quantiles = {{0.5, 3.0 * day}}}}));
    write("convergence_of_money.vl.json", report::vega_lite(over_time.at(2027y / 3 / 1), hw::statistic::mean));
    write.tell();
}
