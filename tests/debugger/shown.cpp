// SPDX-License-Identifier: BSL-1.0
// Says each of its variables as the library writes it; a debugger that has stopped in `all_is_said` is asked for the same.

#include <headway/headway.hpp>

#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

struct cow {
    static constexpr std::string_view name = "cow";
};

inline constexpr auto decline = hw::assumption<"yearly fall, \"all in\" <2025>">(hw::ci90(3.0, 5.5), "a guess");
inline constexpr auto first_run = hw::assumption<"cost of the first run">(
    hw::ci90(80.0 * million_usd, 200.0 * million_usd), "a guess");
inline constexpr auto start = hw::assumption<"start">(
    hw::normal_ci(0.8, hw::date(2025y / 1 / 1), hw::date(2026y / 1 / 1)), "a guess");
inline constexpr auto price = hw::path<"price">(
    hw::log_walk(hw::date(2026y / 1 / 1), 2.0 * usd, hw::falls_by_factor(1.5, year), hw::per_sqrt_year(0.4)), "a guess");
inline constexpr auto affordable = hw::forecast(hw::inputs(decline, first_run), [](const auto& in) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[first_run], hw::falls_by_factor(in[decline], year)).reaches(5.0 * million_usd);
});
inline constexpr auto opens = hw::assumption<"opens">(
    hw::mixture(hw::weighted{hw::ci90(hw::date(2027y / 1 / 1), hw::date(2031y / 1 / 1)), 0.45}, {hw::date::never(), 0.55}), "a guess");
inline constexpr auto opening = hw::forecast(hw::inputs(opens), [](const auto& in) { return in[opens]; });
inline constexpr auto accidents = hw::assumption<"accidents">(hw::poisson(4.0), "a guess");
inline constexpr auto harm = hw::forecast(hw::inputs(accidents), [](const auto& in) { return 1e6 * in[accidents] * usd; });

// One of each size.
template <class Quantity>
struct sizes {
    Quantity value[32];
};
template <class Quantity>
sizes<Quantity> sizes_of(const Quantity& unit) {
    sizes<Quantity> all{};
    double x = -1.0;
    for (Quantity& q : all.value) {
        q = x * unit;
        x = x < 0.0 ? 0.0 : x == 0.0 ? 0.7e-9 : x > 1e3 && x < 1e4 ? 999.96 * x : x * 31.7;
    }
    return all;
}

template <class T>
std::string text_of(const T& value) {
    return hw::to_text(value);
}
template <class T>
std::string text_of(const hw::belief<T>& belief) {
    return hw::belief_text(belief);
}
template <hw::label Name, class T>
std::string text_of(const hw::named_assumption<Name, T>& assumption) {
    return std::string(assumption.name) + " = " + hw::belief_text(assumption.belief());
}
template <class T>
std::string text_of(const hw::outcome<T>& outcome) {
    return std::to_string(outcome.draws()) + " draws: " + hw::to_text(outcome);
}
void say(const std::string& name, const std::string& text) { std::cout << name << " = " << text << "\n"; }
template <class T>
void say(const std::string& name, const T& value) {
    say(name, text_of(value));
}
template <class Quantity>
void say(const std::string& name, const sizes<Quantity>& all) {
    for (int i = 0; i < 32; ++i) say(name + "[" + std::to_string(i) + "]", hw::to_text(all.value[i]));
}

// Of many observations the first are shown.
std::vector<double> up_to(int last) {
    std::vector<double> all;
    for (int i = 1; i <= last; ++i) all.push_back(i);
    return all;
}
std::string first_twenty_of(int last) {
    std::string text = "empirical(";
    for (int i = 1; i <= 20; ++i) text += std::to_string(i) + ", ";
    return text + "... (" + std::to_string(last) + " observations))";
}

extern "C" void all_is_said() { std::cout << std::flush; }

// A variable and what the library says of it.
#define VARIABLE(name, ...)          \
    const auto name = __VA_ARGS__;   \
    say(#name, name)
#define VARIABLE_SAID(name, text, ...)              \
    [[maybe_unused]] const auto name = __VA_ARGS__; \
    say(#name, std::string(text))

int main() {
    // Quantities of every ladder, of none, and of no finite size.
    VARIABLE(money, sizes_of(usd));
    VARIABLE(spans, sizes_of(second));
    VARIABLE(compute, sizes_of(1e3 * flop));
    VARIABLE(speeds, sizes_of(flop / second));
    VARIABLE(energies, sizes_of(joule));
    VARIABLE(powers, sizes_of(watt));
    VARIABLE(lengths, sizes_of(nanometre));
    VARIABLE(areas, sizes_of(mm2));
    VARIABLE(rates, sizes_of(1.0 / year));
    VARIABLE(chips, sizes_of(chip));
    VARIABLE(wafers, sizes_of(wafer));
    VARIABLE(tokens, sizes_of(token));
    VARIABLE(people, sizes_of(person));
    VARIABLE(processing, sizes_of(tpp));
    VARIABLE(chip_time, sizes_of(chip * hour));
    VARIABLE(rents, sizes_of(usd / (chip * hour)));
    VARIABLE(token_prices, sizes_of(usd / million_tokens));
    VARIABLE(speed_prices, sizes_of(usd / (petaflop / second)));
    VARIABLE(efficiencies, sizes_of(flop / joule));
    VARIABLE(densities, sizes_of(tpp / mm2));
    VARIABLE(per_areas, sizes_of(1.0 / cm2));
    VARIABLE(bytes, sizes_of(gigabyte));
    VARIABLE(bandwidths, sizes_of(terabyte / second));
    VARIABLE(chip_prices, sizes_of(usd / chip));
    VARIABLE(energy_prices, sizes_of(usd / kilowatt_hour));
    VARIABLE(shipments, sizes_of(chip / year));
    VARIABLE(volumes, sizes_of(cm2 * centimetre));
    VARIABLE(powers_per_chip, sizes_of(watt / chip));
    VARIABLE(herds, sizes_of(hw::base_unit<cow>));
    VARIABLE(prices_of_cows, sizes_of(usd / hw::base_unit<cow>));
    VARIABLE(share, 80.0 * percent);
    VARIABLE(one_chip, 1.0 * chip);
    VARIABLE(endless, std::numeric_limits<double>::infinity() * year);
    VARIABLE(overflowed, -std::numeric_limits<double>::infinity() * usd);
    VARIABLE(undefined, std::numeric_limits<double>::quiet_NaN() * usd);

    VARIABLE(day_one, hw::date());
    VARIABLE(leap_day, hw::date(2028y / 2 / 29));
    VARIABLE(before_1970, hw::date(1969y / 12 / 31));
    VARIABLE(century, hw::date(1900y / 3 / 1));
    VARIABLE(early, hw::date(std::chrono::year(-44) / 3 / 15));
    VARIABLE(half_way, hw::date::decimal(2025.5));
    VARIABLE(never, hw::date::never());
    VARIABLE(before_all, hw::date::from_seconds_since_1970(-std::numeric_limits<double>::infinity()));
    VARIABLE(far_off, hw::date(2025y / 1 / 1) + 3e6 * year);

    VARIABLE(rises, hw::grows_by_factor(4.7, year));
    VARIABLE(falls, hw::falls_by_factor(4.0, year));
    VARIABLE(soars, hw::grows_by_ooms(400.0, year));
    VARIABLE(rests, hw::growth());

    // What a model is run with.
    VARIABLE_SAID(sloped, "4.20 million USD (and 2 derivatives)",
                  hw::quantity<hw::dim::money, hw::dual<2>>(4.2 * million_usd));
    VARIABLE_SAID(block, "2026-01-01, 2026-01-01, 2026-01-01, ... (a block of 64 draws)",
                  hw::basic_date<hw::batch>(hw::date(2026y / 1 / 1)));
    VARIABLE_SAID(number, "2.5 (and 1 derivative)", hw::dual<1>(2.5));

    VARIABLE(sure, hw::belief<hw::date>(hw::date(2026y / 11 / 21)));
    VARIABLE(interval, hw::belief<double>(hw::ci90(3.0, 5.5)));
    VARIABLE(costs, hw::belief<hw::quantity<hw::dim::money>>(hw::ci90(80.0 * million_usd, 200.0 * million_usd)));
    VARIABLE(months, hw::belief<hw::quantity<hw::dim::time>>(hw::triangular(18.0 * month, 28.0 * month, 5.0 * year)));
    VARIABLE(rent, hw::as_belief(hw::uniform(60.0 * usd / (chip * month), 1.5 * usd / (chip * hour))));
    VARIABLE(dates, hw::as_belief(hw::normal_ci(0.8, hw::date(2025y / 1 / 1), hw::date(2026y / 1 / 1))));
    VARIABLE(spread, hw::as_belief(hw::normal(hw::date(2025y / 6 / 1), 90.0 * day)));
    VARIABLE(level, hw::as_belief(hw::lognormal_ci(0.5, 2.0, 3.0)));
    VARIABLE(factor, hw::as_belief(hw::around(5.0 * million_usd, 1.2)));
    VARIABLE(shares, hw::as_belief(hw::beta(2.0, 3.0)));
    VARIABLE(probable, hw::as_belief(hw::likely(0.9, 1.0, 2.0, 4.0)));
    VARIABLE(happens, hw::as_belief(hw::bernoulli(0.3)));
    VARIABLE(counts, hw::as_belief(hw::poisson(4.0)));
    VARIABLE(heavy, hw::as_belief(hw::student_t(3.0, 5.0, 0.1)));
    VARIABLE(few_seen, hw::as_belief(hw::empirical({1.0, 2.0, 2.5, 4.0})));
    VARIABLE(many_seen, hw::as_belief(hw::empirical({1.0, 2.0, 2.5, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 9.5, 10.0, 1e-7})));
    VARIABLE_SAID(very_many_seen, first_twenty_of(1000), hw::as_belief(hw::empirical(up_to(1000))));
    VARIABLE(cut, hw::as_belief(hw::truncated(hw::normal(5.0, 2.0), 0.0, std::numeric_limits<double>::infinity())));
    VARIABLE(mixed, hw::mixture({0.0, 0.6}, {hw::ci90(1.0, 3.0), 0.4}));
    VARIABLE(perhaps, hw::mixture<hw::date>({{hw::ci90(2027y / 1 / 1, 2031y / 1 / 1), 0.45}, {hw::date::never(), 0.55}}));
    VARIABLE(many_parts, hw::mixture({{0.0, 1.0}, {1.0, 2.0}, {2.0, 1.0}, {3.0, 1.0}, {4.0, 1.0}, {5.0, 1.0}, {6.0, 1.0},
                                      {7.0, 1.0}, {hw::ci90(8.0, 9.0), 1.5}}));
    VARIABLE(three, hw::belief<double>(hw::from_quantiles({{0.1, 10.0}, {0.5, 20.0}, {0.9, 50.0}}).above(0.0)));
    VARIABLE(as_written, hw::parse_belief<hw::quantity<hw::dim::money>>("ci90(0.08 billion USD, 2e8 USD)"));
    VARIABLE_SAID(of_any_kind, hw::belief_text(dates), hw::any_belief(dates));

    VARIABLE(named, decline);
    VARIABLE(in_dollars, first_run);
    VARIABLE(dated, start);
    VARIABLE_SAID(moving, "price = a path (random walk from 2026-01-01 on)", price);

    VARIABLE(when, hw::simulate(affordable, {.draws = 2'000, .seed = 2025}));
    VARIABLE(streamed, hw::simulate(affordable, {.draws = 2'000, .seed = 2025, .keep = false}));
    VARIABLE(perhaps_never, hw::simulate(opening, {.draws = 1'000, .seed = 2025}));
    VARIABLE(few_values, hw::simulate(harm, {.draws = 70'000, .seed = 2025, .keep = false}));
    const auto in_bins = hw::simulate(affordable, {.draws = 70'000, .seed = 2025, .keep = false});
    say("in_bins", "70000 draws: mean " + hw::to_text(in_bins.mean()) + ", from " + hw::to_text(in_bins.quantile(0.0)) + " to " +
                       hw::to_text(in_bins.quantile(1.0)));
    VARIABLE(with_a_gap, hw::merge(hw::simulate(harm, {.draws = 9'000, .seed = 2025, .shard = {0, 3}}),
                                   hw::simulate(harm, {.draws = 9'000, .seed = 2025, .shard = {2, 3}})));
    all_is_said();
}
