// SPDX-License-Identifier: BSL-1.0
// Which limit binds: chips, power, construction or money? Per year, with probabilities, in two scenarios on common draws:
// "no shortage" of GPUs (Krishnan) and at least ten years of it (Schmidt). With --out folder the probabilities are drawn.
#include "../common/answers.hpp"
#include "../assumed/limits.hpp"
#include "../common/out_folder.hpp"

#include <headway/chart/stacked_probability_chart.hpp>
#include <headway/economics/binding_limit.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace answers;
using namespace assumed;

// ---- The model, on what assumed/limits.hpp assumes -------------------------------------------------------------------

inline constexpr auto assumptions =
    hw::inputs(no_shortage, long_shortage, spender, buyers, chip_part, money_growth, chips_2025, chips_growth,
               power_2025, power_growth, halls_2025, halls_growth);

/// Both scenarios in one model, so that they share every draw.
inline constexpr auto per_year = hw::forecast(assumptions, [](const auto& in, const auto& when) {
    const auto a = if_krishnan_is_right(in);
    const auto b = if_schmidt_is_right(in);
    return hw::outputs(hw::output<"a: chips">(hw::binds<"chips">(a, when)),                //
                       hw::output<"a: power">(hw::binds<"power">(a, when)),                //
                       hw::output<"a: construction">(hw::binds<"construction">(a, when)),  //
                       hw::output<"a: money">(hw::binds<"money">(a, when)),                //
                       hw::output<"a: built">(a(when)),                                    //
                       hw::output<"b: chips">(hw::binds<"chips">(b, when)),                //
                       hw::output<"b: power">(hw::binds<"power">(b, when)),                //
                       hw::output<"b: construction">(hw::binds<"construction">(b, when)),  //
                       hw::output<"b: money">(hw::binds<"money">(b, when)),                //
                       hw::output<"b: built">(b(when)),                                    //
                       hw::output<"lost">(a(when) - b(when)));
});

inline constexpr auto window = hw::between(opening, 2035y / 7 / 1);
inline constexpr auto from_when =
    hw::forecast(assumptions, [](const auto& in) { return hw::binds_from<"power">(if_krishnan_is_right(in), window); });

// ---- Assumptions, tested by the compiler -----------------------------------------------------------------------------

// Without a shortage chips never bind; with one, what can be built is never more.
static_assert(hw::get<"a: chips">(per_year.baseline(opening)) == 0.0);
static_assert(hw::get<"lost">(per_year.baseline(opening)) >= 0.0 * chip / year);
// Once Schmidt's ten years are over the two are the same.
static_assert(hw::get<"lost">(per_year.baseline(2035y / 7 / 1)) == 0.0 * chip / year);

// ---- The answers -----------------------------------------------------------------------------------------------------

std::string limit_most_likely(double chips, double power, double construction, double money) {
    const double most = hw::max(hw::max(chips, power), hw::max(construction, money));
    return most == chips ? "chips" : most == power ? "power" : most == construction ? "construction" : "money";
}

/// The limits from the lowest area to the highest, in both pictures with the same colours.
void draw(const std::filesystem::path& folder, const auto& fan) {
    const std::vector<std::string> limits{"power", "construction", "chips", "money"};
    with_out_folder::files put(folder);
    put("limits_without_shortage.svg",
        hw::report::stacked_probability_chart<"a: power", "a: construction", "a: chips", "a: money">(
            fan, {.title = "Which limit binds, without a shortage of chips", .kinds = limits}));
    put("limits_in_a_long_shortage.svg",
        hw::report::stacked_probability_chart<"b: power", "b: construction", "b: chips", "b: money">(
            fan, {.title = "Which limit binds, with ten years of shortage of chips", .kinds = limits}));
    put.tell();
}

void answer(const command_line& line, const std::string& folder, const std::string&) {
    if (!folder.empty()) with_out_folder::make(folder);
    say("Which limit binds on the AI chips that large US buyers can put to work in a year? Every simulated answer has " +
        draws_text(line.options.draws) +
        " draws, the same in both scenarios; 80 % of them lie between p10 and p90. A probability has a standard error "
        "of at "
        "most 0.2 %.");
    say("A chip needs " + hw::to_text(power_per_chip) + " with its part of server and site, and " +
        hw::to_text(price_per_chip) + " with its part of the network. In these units the four limits are compared.");

    std::vector<hw::date> dates;
    for (auto y = 2026y; y <= 2035y; ++y) dates.emplace_back(y / 1 / 1);
    const auto fan = hw::simulate(line(per_year), dates, line.options);
    const auto millions = [](const auto& rate) { return hw::to_text(rate.in(million_chips / year)); };

    question("1. No shortage of GPUs (Krishnan): which limit binds?");
    hw::report::text_table a({"on", "chips", "power", "construction", "money", "millions a year: p10", "p50", "p90"});
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const auto& at = fan[i];
        const auto& built = hw::get<"a: built">(at);
        a.row({hw::to_text(dates[i]), percent_text(hw::get<"a: chips">(at).mean()),
               percent_text(hw::get<"a: power">(at).mean()), percent_text(hw::get<"a: construction">(at).mean()),
               percent_text(hw::get<"a: money">(at).mean()), millions(built.quantile(0.1)),
               millions(built.quantile(0.5)), millions(built.quantile(0.9))});
    }
    const auto& last_a = fan[dates.size() - 2];
    say("Not chips, as there are as many as the money buys. At first it is mostly money; by " +
        hw::to_text(dates[dates.size() - 2]) + " it is most often " +
        limit_most_likely(hw::get<"a: chips">(last_a).mean(), hw::get<"a: power">(last_a).mean(),
                          hw::get<"a: construction">(last_a).mean(), hw::get<"a: money">(last_a).mean()) +
        ", because spending grows faster than what can be connected and built.\n ");
    std::cout << '\n' << a;

    question("2. At least ten years of shortage (Schmidt): which limit binds?");
    hw::report::text_table b({"on", "chips", "power", "construction", "money", "millions a year: p10", "p50", "p90"});
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const auto& at = fan[i];
        const auto& built = hw::get<"b: built">(at);
        b.row({hw::to_text(dates[i]), percent_text(hw::get<"b: chips">(at).mean()),
               percent_text(hw::get<"b: power">(at).mean()), percent_text(hw::get<"b: construction">(at).mean()),
               percent_text(hw::get<"b: money">(at).mean()), millions(built.quantile(0.1)),
               millions(built.quantile(0.5)), millions(built.quantile(0.9))});
    }
    const auto& first_b = fan[0];
    const auto& last_b = fan[dates.size() - 2];
    say("On " + hw::to_text(dates[0]) + " chips bind with probability " +
        percent_text(hw::get<"b: chips">(first_b).mean()) + ", on " + hw::to_text(dates[dates.size() - 2]) + " with " +
        percent_text(hw::get<"b: chips">(last_b).mean()) + "; most often it is then " +
        limit_most_likely(hw::get<"b: chips">(last_b).mean(), hw::get<"b: power">(last_b).mean(),
                          hw::get<"b: construction">(last_b).mean(), hw::get<"b: money">(last_b).mean()) +
        ". Schmidt's \"the last limit is power and the ability to build\" is what these growth rates give, too.\n ");
    std::cout << '\n' << b;

    question("3. From when does power bind, and what does the shortage of chips cost?");
    const auto when = hw::simulate(line(from_when), line.options);
    hw::report::text_table first({"power binds first on", "p10", "p50", "p90", "not until mid-2035"});
    first.row({"no shortage of GPUs", hw::to_text(when.quantile(0.1)), hw::to_text(when.quantile(0.5)),
               hw::to_text(when.quantile(0.9)), percent_text(when.probability_never())});
    std::cout << first << '\n';
    const auto& lost = hw::get<"lost">(fan[0]);
    say("The standard error of the central date is " + hw::to_text(when.quantile_standard_error(0.5), 1) + ". On " +
        hw::to_text(dates[0]) + " the shortage of chips alone keeps back " + millions(lost.mean()) +
        " million chips a year on average (standard error " +
        hw::to_text(lost.standard_error().in(million_chips / year), 1) + "), compared draw by draw; in " +
        percent_text(1.0 - lost.probability_above(0.0 * chip / year)) + " of the draws it keeps back none.");
    say_sources(line(per_year));
    std::cout << "What a chip needs rests on\n";
    say_source(said::published::run_chip_price);
    say_source(said::published::run_interconnect_share);
    say_source(said::published::run_chip_power);
    say_source(said::published::run_server_power_factor);
    say_source(said::published::run_pue);
    if (!folder.empty()) draw(folder, fan);
}

int main(int argc, char** argv) {
    return with_out_folder::answer_writing("pictures of the probabilities", argc, argv, "example_which_limit_binds",
                                           "Which limit binds?", answers::options, answer, per_year, from_when);
}
