// SPDX-License-Identifier: BSL-1.0
// When did the trend break, and what if it did? A capability index of our own making doubles in 7 months until 2024 and in 4.3
// from then on. What its observers can say of the date, the pace and the future, whom of three forecasters they should
// believe, and how far to trust any. Then the same for data of your own:
//
//     example_when_did_the_trend_break data.csv "date" "value"
#include "../common/answers.hpp"

#include <headway/history/csv_table.hpp>
#include <headway/history/fit_broken_exponential.hpp>
#include <headway/sampling/random_stream.hpp>
#include <headway/scoring/average_by_hindcast.hpp>
#include <headway/scoring/conformal.hpp>

#include <fstream>

namespace hw = headway;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

// ---- An index of our own making -----------------------------------------------------------------------------------

const hw::date first_day(2019y / 1 / 1);
const hw::date break_day(2024y / 1 / 1);
constexpr double scatter = 0.25;  // of the logarithm of each observation

/// The index in so many two-month steps from 2019 on, 1 on the day of the break.
hw::observations<double> seen(int count, const hw::growth& before, const hw::growth& after, std::uint64_t seed) {
    double u[64];
    hw::random_stream(seed, hw::hash_of("when did the trend break")).uniforms(0, u);
    std::vector<hw::observation<double>> rows;
    for (int k = 0; k < count; ++k) {
        const hw::date when = first_day + 2.0 * k * month;
        const auto since = when - break_day;
        const double error = scatter * hw::normal_quantile(u[k]);
        rows.emplace_back(when, (when < break_day ? before : after).over(since) * hw::exp(error));
    }
    return hw::observations(rows);
}

const auto slow = hw::doubles_every(7.0 * month);
const auto fast = hw::doubles_every(4.3 * month);
constexpr int many = 44;

// ---- The questions ------------------------------------------------------------------------------------------------

std::string months(const auto& span, int digits = 3) { return hw::to_text_in(span, month, "months", digits); }
std::string between_text(const auto& bounds) { return hw::to_text(bounds.low) + " to " + hw::to_text(bounds.high); }
template <class T>
std::string ninety(const hw::belief<T>& b) {
    return hw::to_text(b.quantile(0.05)) + " to " + hw::to_text(b.quantile(0.95));
}

template <class Fit>
void say_what_is_known(const Fit& fit) {
    report::text_table table({"", "best", "90 % between"});
    table.row({"date of the break", hw::to_text(fit.break_date()), between_text(fit.break_interval(0.9))});
    const auto add = [&](const char* name, const auto& growth, const auto& interval) {
        if (growth.rate_per_second() > 0.0 && interval.low.rate_per_second() > 0.0) {
            table.row({std::string("doubling time ") + name, months(growth.doubling_time()),
                       months(interval.high.doubling_time()) + " to " + months(interval.low.doubling_time())});
        } else {
            table.row(
                {std::string("factor per year ") + name, hw::to_text(growth.factor_per(year)),
                 hw::to_text(interval.low.factor_per(year)) + " to " + hw::to_text(interval.high.factor_per(year))});
        }
    };
    add("before", fit.growth_before(), fit.growth_before_interval(0.9));
    add("after", fit.growth_after(), fit.growth_after_interval(0.9));
    std::cout << table << '\n';
    answers::say("Is there a break? " + fit.test(999, 2025).in_words() + ".");
}

void when_did_it_break(const hw::observations<double>& data) {
    answers::question("When did it break?");
    answers::say(
        "Observed every two months, with a scatter of a quarter of the value. In truth it doubled in 7 months until "
        "2024-01-01 and in 4.3 from then on.");
    std::cout << '\n';
    say_what_is_known(hw::fit_broken_exponential(data));
}

void how_soon_could_one_know() {
    answers::question("How soon could one have known?");
    report::text_table table({"observed until", "date of the break, 90 % between", "p of no break"});
    for (const int count : {32, 35, 38, 41, 44}) {
        const auto fit = hw::fit_broken_exponential(seen(count, slow, fast, 1));
        table.row({hw::to_text(fit.last_date()), between_text(fit.break_interval(0.9)),
                   hw::to_text(fit.test(999, 2025).p_value, 2)});
    }
    std::cout << table << '\n';
    answers::say("And an index that doubles in 7 months throughout: " +
                 hw::fit_broken_exponential(seen(many, slow, slow, 2)).test(999, 2025).in_words() + ".");
}

const hw::forecast_method one_trend("one exponential", [](const auto& past) { return hw::fit_exponential(past); });
const hw::forecast_method broken_trend("one that broke",
                                       [](const auto& past) { return hw::fit_broken_exponential(past); });
const hw::forecast_method walk("random walk",
                               [](const auto& past) { return hw::fit_random_walk(past, hw::independent_increments); });

auto weighed(const hw::observations<double>& data) {
    return hw::average_by_hindcast(data, {.first_known = 12, .steps = 3}, one_trend, broken_trend, walk);
}

void what_comes() {
    answers::question("What comes, and whom to believe?");
    report::text_table weights({"observed until", "one exponential", "one that broke", "random walk", "forecasts"});
    for (const int count : {32, 35, 38, 41, 44}) {
        const auto data = seen(count, slow, fast, 1);
        const auto average = weighed(data);
        std::vector<std::string> row{hw::to_text(data.back().when)};
        for (const auto& m : average.methods())
            row.push_back(hw::to_text(m.weight, 2) + " (" + hw::to_text(m.log_score, 2) + ")");
        row.push_back(std::to_string(average.forecasts()));
        weights.row(row);
    }
    std::cout << weights << '\n';
    answers::say(
        "Weights, and in parentheses scores (logarithmic, lower is better) of the forecasts that each would have made "
        "of the next three observations, from the first 12 on. The weights are those with which all together would "
        "have scored best.");
    std::cout << '\n';

    const auto data = seen(38, slow, fast, 1);
    const auto straight = hw::fit_exponential(data);
    const auto broken = hw::fit_broken_exponential(data);
    const auto average = weighed(data);
    report::text_table table({"index", "truth", "one exponential, 90 %", "one that broke, 90 %", "weighted, 90 %"});
    for (const auto& when : {hw::date(2026y / 1 / 1), hw::date(2027y / 1 / 1), hw::date(2028y / 1 / 1)}) {
        table.row({hw::to_text(when), hw::to_text(fast.over(when - break_day)), ninety(straight.prediction(when)),
                   ninety(broken.forecast(when)), ninety(average.forecast(when))});
    }
    std::cout << table << '\n';
    answers::say("Each from what was observed until " + hw::to_text(data.back().when) + ".");
}

void how_far_to_trust(const hw::observations<double>& data) {
    answers::question("How far can each be trusted, if no model is right?");
    constexpr int ahead = 3;
    const hw::date when = data.back().when + 2.0 * ahead * month;
    report::text_table table({"half a year ahead", "what it says itself, 90 %", "what its errors say, 90 %"});
    const auto add = [&](const auto& method, const hw::belief<double>& said) {
        const auto errors = hw::hindcast_errors(data, {.first_known = 20, .steps = ahead}, method);
        table.row({method.name, ninety(said), between_text(hw::conformal_interval(errors, 0.9, said.median()))});
    };
    add(one_trend, one_trend.fit(data).prediction(when));
    add(broken_trend, broken_trend.fit(data).forecast(when));
    add(walk, walk.fit(data).forecast(when));
    std::cout << table << '\n';
    answers::say(
        "On " + hw::to_text(when) + " it is in truth " + hw::to_text(fast.over(when - break_day)) +
        ". The interval on the right is the median times and divided by the factor within which nine in ten of the "
        "forecasts made half a year ahead came true, and one more for good measure: no distribution is assumed, only "
        "that the future errs as the past did.");
}

// ---- Your data ----------------------------------------------------------------------------------------------------

int your_data(const char* path, const char* date_column, const char* value_column) {
    std::ifstream file(path);
    if (!file) {
        std::cerr << path << ": cannot be opened\n";
        return 1;
    }
    try {
        const auto data = hw::load_csv(file).observations(date_column, value_column, 1.0, hw::missing_cells::skip);
        answers::question("Your data: " + std::string(value_column));
        const auto fit = hw::fit_broken_exponential(data);
        say_what_is_known(fit);
        answers::say("The fit's residuals: " + fit.diagnosis() + ".");
        return 0;
    } catch (const std::exception& error) {
        std::cerr << path << ": " << error.what() << '\n';
        return 1;
    }
}

int main(int argc, char** argv) {
    if (argc != 1 && argc != 4) {
        std::cerr << "usage: " << argv[0] << " [data.csv date-column value-column]\n";
        return 2;
    }
    std::cout
        << "When did the trend break?\nA capability index whose pace changed once, and what its observers can know.\n";
    const auto data = seen(many, slow, fast, 1);
    when_did_it_break(data);
    how_soon_could_one_know();
    what_comes();
    how_far_to_trust(data);
    return argc == 1 ? 0 : your_data(argv[1], argv[2], argv[3]);
}
