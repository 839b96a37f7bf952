// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/assumptions_of.hpp>

#include "../catch.hpp"
#include "assumed_forecast.hpp"

#include <chrono>
#include <string>

#include <headway/assumption/path.hpp>
#include <headway/belief/makers.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed_forecast;

TEST_CASE("assumptions_of: what a forecast assumes, written as a file, is what it assumes") {
    const assumption_file file = assumptions_of(f, f);
    CHECK(file.text() == "yearly fall in training cost = ci90(3, 5.5)\n"
                         "    source: " +
                             figures::citation(figures::amodei::training_cost_decline) +
                             "\n"
                             "    note: \"two words # and a note\"\n"
                             "    as_of: 2025-02-06\n"
                             "    review_by: 2026-06-01\n"
                             "cost of the first run = ci90(80 million USD, 200 million USD)\n"
                             "    source: Ours: a range.\n"
                             "\"source = day # 1\" = 2024-03-01\n"
                             "    source: Ours.\n");
    const override_list list = file.overrides(f);
    CHECK(*list.find("yearly fall in training cost") == any_belief(decline.belief()));
    CHECK(*list.find("cost of the first run") == any_belief(first_run.belief()));
    CHECK(*list.find("source = day # 1") == any_belief(start.belief()));
    CHECK(file.find("yearly fall in training cost")->note == "two words # and a note");
}

namespace {

constexpr date first_day = 2025y / 1 / 1;
constexpr auto price_from(double dollars, double step_in_months) {
    return path<"price">(
        log_walk(first_day, dollars * usd, falls_by_factor(1.3, year), per_sqrt_year(0.4)).with_step(step_in_months * month),
        "Ours.");
}
constexpr auto price = price_from(2.0, 1.0);
constexpr auto load = assumption<"load">(ci90(1.0, 2.0), "Ours.");
constexpr auto bill =
    forecast(inputs(price, load), [](const auto& in) { return in[load] * in[price](first_day + 1.0 * year); });

std::string fault_of(const std::string& text) {
    try {
        static_cast<void>(assumption_file(text).overrides(bill));
    } catch (const parse_errors& all) {
        return all.what();
    }
    return "";
}

}  // namespace

TEST_CASE("assumptions_of: a path is told, and read where it is the same as the one of the forecast, or refused by name") {
    const std::string told = assumptions_of(bill, bill).text();
    const std::string begin = "price = path(a random walk in logarithms from 2.00 USD on 2025-01-01, median times 0.7692 a year, "
                              "volatility 0.4 per root of a year; ";
    CHECK(told.starts_with(begin));
    CHECK(told.find(")\n    source: Ours.\nload = ci90(1, 2)\n") == begin.size() + 16);
    CHECK(assumption_file(told).overrides(bill).size() == 1);  // of the load
    // Another value, and another step, of which the words tell nothing.
    for (const auto& process : {price_from(9.0, 1.0).process(), price_from(2.0, 2.0).process()}) {
        const std::string other = assumptions_of(bill.with(override(price, process))).text();
        const std::string fault = fault_of(other);
        CAPTURE(fault);
        CHECK(fault.starts_with("line 1, column 9: got \"path(a random walk"));
        CHECK(fault.ends_with(", for 'price' is a path, which no file sets; in the program, override(...) gives it another process"));
        CHECK(fault.find("expected " + told.substr(8, begin.size() + 17 - 8)) != std::string::npos);
    }
    // Neither an amount nor the number that it is drawn by.
    for (const char* const belief : {"2 USD", "0.5 USD·path", "lognormal(2 USD, 0.4)"}) {
        CHECK(fault_of(std::string("price = ") + belief + "\n").find("'price' is a path, which no file sets") != std::string::npos);
    }
}
