// SPDX-License-Identifier: BSL-1.0
#pragma once

// A forecast with all that an assumption file can say: a figure with a note and dates, a range, a name that needs quotes.

#include <chrono>

#include <headway/belief/makers.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/quantity/units.hpp>

namespace assumed_forecast {

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;

inline constexpr auto decline =
    assumption<"yearly fall in training cost">(ci90(3.0, 5.5), figures::amodei::training_cost_decline)
        .with_note("two words # and a note")
        .as_of(date(2025y / 2 / 6))
        .review_by(date(2026y / 6 / 1));
inline constexpr auto first_run =
    assumption<"cost of the first run">(ci90(80.0 * million_usd, 200.0 * million_usd), "Ours: a range.");
inline constexpr auto start = assumption<"source = day # 1">(date(2024y / 3 / 1), "Ours.");
inline constexpr auto f =
    forecast(inputs(decline, first_run, start), [](const auto& in) { return in[first_run] / in[decline]; });

}  // namespace assumed_forecast
