// SPDX-License-Identifier: BSL-1.0
// The mistakes of examples/guide/troubleshooting.md, whose number is the case. Each line quoted there is a pattern here, so it is
// what the compilers say; the cures are the control, so they compile. tests/cmake/troubleshooting.cmake compares the two.
#include <headway/belief/makers.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/quantity/sum_over.hpp>
#include <headway/simulation/simulate.hpp>

#include <iostream>

namespace hw = headway;
namespace said = headway::figures;
namespace units = headway::units;
constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), said::amodei::training_cost_decline);
constexpr auto cost = hw::assumption<"cost">(5.0 * units::million_usd, "a guess");
constexpr auto wait = hw::assumption<"wait">(hw::ci90(6.0 * units::month, 24.0 * units::month), "a guess");
constexpr auto model = [](const auto& in) { return in[cost] / in[decline]; };

namespace cure_1 {
using namespace headway::units;
auto total = 3.0 * million_usd + 1.5 * million_usd / year * (2.0 * year);
}
namespace cure_2 {
using namespace headway::units;
auto budget = 5.0 * million_usd;
}
namespace cure_3 {
constexpr auto pace = hw::falls_by_factor(4.0, units::year);
}
namespace cure_4 {
constexpr auto pace = hw::falls_by_factor(2.0, units::year);
}
namespace cure_5 {
constexpr auto share = hw::triangular(0.0, 0.05, 0.2);
constexpr auto change = hw::normal_ci(0.9, -0.1, 0.2);
}
namespace cure_6 {
constexpr auto fall = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), said::amodei::training_cost_decline);
constexpr auto guess = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "Ours, from the price lists of 2024.");
}
namespace cure_7 {
constexpr auto f = hw::forecast(hw::inputs(decline, cost), model);
}
namespace cure_8 {
constexpr auto rival = hw::assumption<"the rival's cost">(6.0 * units::million_usd, "another guess");
constexpr auto both = hw::inputs(cost, rival);
}
namespace cure_9 {
constexpr auto f = hw::forecast(hw::inputs(cost), [](const auto& in) { return in[cost]; });
}
namespace cure_10 {
constexpr auto changed = hw::override(cost, 6.0 * units::million_usd);
}
namespace cure_11 {
constexpr auto spent = hw::forecast(hw::inputs(cost), [](const auto& in) {
    auto sum = 0.0 * in[cost];
    for (int run = 0; run < 3; ++run) sum += in[cost];
    return sum + hw::sum_over({1, 2, 3}, [&](int run) { return in[cost] / run; });
});
auto outcome = hw::simulate(spent, {.draws = 1000, .seed = 1});
}
namespace cure_12 {
constexpr auto twice = hw::forecast(hw::inputs(decline), [](const auto& in) {
    auto fall = in[decline];
    return 2.0 * hw::max(fall, 1.0);
});
auto outcome = hw::simulate(twice, {.draws = 1000, .seed = 1});
}
namespace cure_13 {
constexpr auto price = hw::assumption<"price">(3.0, "a guess");
}
namespace cure_14 {
auto run = hw::simulate(hw::forecast(hw::inputs(decline, cost), model), {.draws = 1000});
}
namespace cure_15 {
constexpr auto start = hw::date(2026, 1, 1);
}
namespace cure_16 {
constexpr auto least = hw::forecast(hw::inputs(decline), [](const auto& in) { return hw::max(in[decline], 3.0); });
auto outcome = hw::simulate(least, {.draws = 1000, .seed = 1});
}
namespace cure_17 {
constexpr auto opens = hw::forecast(hw::inputs(wait), [](const auto& in) {
    return in[wait] > 18.0 * units::month ? hw::date::never() : hw::date(2026, 1, 1) + in[wait];
});
auto outcome = hw::simulate(opens, {.draws = 1000, .seed = 1});
}
namespace cure_18 {
auto run() {
    static constexpr auto price = hw::assumption<"price">(hw::ci90(2.0, 3.0), "a guess");
    return hw::simulate(hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; }), {.draws = 1000, .seed = 1});
}
}
namespace cure_19 {
constexpr auto whole = hw::forecast(hw::inputs(decline), [](const auto& in) { return 2.0 * hw::floor(in[decline]); });
auto outcome = hw::simulate(whole, {.draws = 1000, .seed = 1});
}
namespace cure_20 {
constexpr auto dollars = hw::forecast(hw::inputs(cost), [](const auto& in) { return in[cost].in(units::usd); });
}
namespace cure_21 {
constexpr auto shown = hw::forecast(hw::inputs(cost), [](const auto& in) { return in[cost]; });
auto run() {
    const auto outcome = hw::simulate(shown, {.draws = 1000, .seed = 1});
    std::cout << outcome << '\n' << shown.baseline() << '\n';
}
}
namespace cure_22 {
constexpr auto price = hw::forecast(hw::inputs(cost), [](const auto& in, const auto&) { return in[cost]; });
auto fan = hw::simulate(price, {hw::date(2027, 1, 1), hw::date(2028, 1, 1)}, {.draws = 1000, .seed = 1});
}
namespace cure_23 {
constexpr auto both = hw::forecast(hw::inputs(decline, cost), [](const auto& in) {
    return hw::outputs(hw::output<"fall">(in[decline]), hw::output<"cost">(in[cost]));
});
auto median = hw::get<"cost">(hw::simulate(both, {.draws = 1000, .seed = 1})).median();
}
namespace cure_24 {
constexpr auto ban = hw::assumption<"a ban">(hw::bernoulli(0.6), "a guess");
}
namespace cure_25 {
constexpr auto dear = hw::forecast(hw::inputs(cost), [](const auto& in) {
    if (in[cost] > 3.0 * units::million_usd) return 1.0;
    return 0.0;
});
}

#if HEADWAY_CASE == 1  // case: money plus time
// expect-gcc: no match for 'operator\+' \(operand types are 'headway::quantity<headway::dim::money.*>' and 'headway::quantity<headway::dim::time.*>'\)
// expect-clang: invalid operands to binary expression \('.*quantity<.*money.*>' and '.*quantity<.*time.*>'\)
using namespace headway::units;
auto total = 3.0 * million_usd + 2.0 * year;
#endif

#if HEADWAY_CASE == 2  // case: a unit that is not in sight
// expect-gcc: 'million_usd' was not declared in this scope
// expect-clang: use of undeclared identifier 'million_usd'
auto budget = 5.0 * million_usd;
#endif

#if HEADWAY_CASE == 3  // case: a period without its unit
// expect: a period must be a span of time, for example 1.0 \* year, 3.0 \* month or std::chrono::weeks{2}
constexpr auto pace = hw::falls_by_factor(4.0, 1.0);
#endif

#if HEADWAY_CASE == 4  // case: a fall given as a negative factor
// expect-gcc: call to non-'constexpr' function '.*value_must_be_above_zero.*
// expect-clang: constexpr variable 'pace' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_be_above_zero' cannot be used in a constant expression
constexpr auto pace = hw::falls_by_factor(-2.0, units::year);
#endif

#if HEADWAY_CASE == 5  // case: a ci90 that starts at zero
// expect-gcc: call to non-'constexpr' function '.*lognormal_bound_must_be_above_zero.*
// expect-clang: constexpr variable 'share' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'lognormal_bound_must_be_above_zero' cannot be used in a constant expression
constexpr auto share = hw::ci90(0.0, 0.2);
#endif

#if HEADWAY_CASE == 6  // case: an assumption without its source
// expect: assumption: say where it comes from: give a figure or a note in quotes as the second argument
constexpr auto fall = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5));
#endif

#if HEADWAY_CASE == 7  // case: a model that reads what is not an input
// expect: the model reads an assumption that is not among the forecast's inputs: add it to inputs\(.*\)
constexpr auto f = hw::forecast(hw::inputs(cost), model);
#endif

#if HEADWAY_CASE == 8  // case: two inputs of one name
// expect: inputs: two inputs have the same name; rename one of them
constexpr auto rival = hw::assumption<"cost">(6.0 * units::million_usd, "another guess");
constexpr auto both = hw::inputs(cost, rival);
#endif

#if HEADWAY_CASE == 9  // case: a model that answers yes or no
// expect: forecast: the model must return a number, a quantity, a date or outputs\(.*\), and no bool.*
constexpr auto f = hw::forecast(hw::inputs(cost), [](const auto& in) { return in[cost] < 1.0 * units::million_usd; });
#endif

#if HEADWAY_CASE == 10  // case: an override without its unit
// expect: override: the belief has another dimension than the assumption it replaces
constexpr auto changed = hw::override(cost, 6.0);
#endif

#if HEADWAY_CASE == 11  // case: a sum that starts from plain money
// expect: this variable holds one plain number, and a model's values are whole blocks of draws: start it from a value of the model.*
constexpr auto spent = hw::forecast(hw::inputs(cost), [](const auto& in) {
    auto sum = 0.0 * units::usd;
    for (int run = 0; run < 3; ++run) sum += in[cost];
    return sum;
});
auto outcome = hw::simulate(spent, {.draws = 1000, .seed = 1});
#endif

#if HEADWAY_CASE == 12  // case: a plain number that takes a model's
// expect-gcc: cannot convert '.*basic_batch.*' to 'double' in .*
// expect-clang: no viable conversion from '.*basic_batch.*' to 'double'
constexpr auto twice = hw::forecast(hw::inputs(decline), [](const auto& in) {
    double fall = in[decline];
    return 2.0 * fall;
});
auto outcome = hw::simulate(twice, {.draws = 1000, .seed = 1});
#endif

#if HEADWAY_CASE == 13  // case: a name among the arguments
// expect: assumption: the name goes between angle brackets.*
constexpr auto price = hw::assumption("price", 3.0, "a guess");
#endif

#if HEADWAY_CASE == 14  // case: a number of draws by itself
// expect: simulate: the number of draws is one of the options: simulate\(f, {.draws = 1000}\)
auto run = hw::simulate(hw::forecast(hw::inputs(decline, cost), model), 1000);
#endif

#if HEADWAY_CASE == 15  // case: a year as a date
// expect: date: a year or a month is no day: write date\(2026y / 1 / 1\), or date::decimal\(2026.5\) for a decimal year
constexpr auto start = hw::date(std::chrono::year(2026));
#endif

#if HEADWAY_CASE == 16  // case: a function of std on a model's value
// expect: std::max takes plain numbers, and a model's values are blocks of draws or quantities: write headway::max\(x, y\)
constexpr auto least = hw::forecast(hw::inputs(decline), [](const auto& in) { return std::max(in[decline], 3.0); });
auto outcome = hw::simulate(least, {.draws = 1000, .seed = 1});
#endif

#if HEADWAY_CASE == 17  // case: two returns of different types
// expect-gcc: inconsistent types '.*' and '.*' deduced for lambda return type
// expect-clang: 'auto' in return type deduced as '.*' here but deduced as '.*' in earlier return statement
constexpr auto opens = hw::forecast(hw::inputs(wait), [](const auto& in) {
    if (in[wait] > 18.0 * units::month) return hw::date::never();
    return hw::date(2026, 1, 1) + in[wait];
});
auto outcome = hw::simulate(opens, {.draws = 1000, .seed = 1});
#endif

#if HEADWAY_CASE == 18  // case: a local assumption that the model does not capture
// expect-gcc: 'price' is not captured
// expect-clang: variable 'price' cannot be implicitly captured in a lambda with no capture-default specified
auto run() {
    const auto price = hw::assumption<"price">(hw::ci90(2.0, 3.0), "a guess");
    return hw::simulate(hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; }), {.draws = 1000, .seed = 1});
}
#endif

#if HEADWAY_CASE == 19  // case: a cast of a model's value
// expect: a value of a model is a whole block of draws and no single number: leave out the cast and let auto hold it.*
constexpr auto whole = hw::forecast(hw::inputs(decline), [](const auto& in) { return 2.0 * static_cast<int>(in[decline]); });
auto outcome = hw::simulate(whole, {.draws = 1000, .seed = 1});
#endif

#if HEADWAY_CASE == 20  // case: money as a plain number
// expect: a quantity becomes a number by its unit: write x.in\(usd\), x.in\(year\) or another unit of x
constexpr auto dollars = hw::forecast(hw::inputs(cost), [](const auto& in) { return static_cast<double>(in[cost]); });
#endif

#if HEADWAY_CASE == 21  // case: a value printed inside a model
// expect: a model runs on blocks of draws, which have no text: print its outcome, std::cout << simulate\(f\), or its central case, f.baseline\(\)
constexpr auto shown = hw::forecast(hw::inputs(cost), [](const auto& in) {
    std::cout << in[cost] << '\n';
    return in[cost];
});
auto outcome = hw::simulate(shown, {.draws = 1000, .seed = 1});
#endif

#if HEADWAY_CASE == 22  // case: a forecast over time without its dates
// expect: simulate: this is a forecast over time: give the dates, simulate\(f, {date\(2027y / 1 / 1\), date\(2028y / 1 / 1\)}, options\)
constexpr auto price = hw::forecast(hw::inputs(cost), [](const auto& in, const auto&) { return in[cost]; });
auto fan = hw::simulate(price, {.draws = 1000, .seed = 1});
#endif

#if HEADWAY_CASE == 23  // case: a question to several outputs at once
// expect: median: there are several outputs: ask one of them by its name, get<"cost">\(result\).median\(.*\)
constexpr auto both = hw::forecast(hw::inputs(decline, cost), [](const auto& in) {
    return hw::outputs(hw::output<"fall">(in[decline]), hw::output<"cost">(in[cost]));
});
auto median = hw::simulate(both, {.draws = 1000, .seed = 1}).median();
#endif

#if HEADWAY_CASE == 24  // case: a chance in per cent
// expect-gcc: call to non-'constexpr' function '.*probability_must_be_from_0_to_1.*
// expect-clang: constexpr variable 'ban' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'probability_must_be_from_0_to_1' cannot be used in a constant expression
constexpr auto ban = hw::assumption<"a ban">(hw::bernoulli(60.0), "a guess");
#endif

#if HEADWAY_CASE == 25  // case: a quantity compared with a plain number
// expect-clang: a quantity is compared with a plain number: give the number its unit, such as 3.0 \* million_usd, or read the quantity in a unit.*
// expect-gcc: use of deleted function '.*operator>.*Because = the_number_needs_a_unit_such_as_3_million_usd.*
constexpr auto dear = hw::forecast(hw::inputs(cost), [](const auto& in) {
    if (in[cost] > 3.0) return 1.0;
    return 0.0;
});
#endif
