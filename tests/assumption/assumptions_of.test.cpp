// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/assumptions_of.hpp>

#include "../catch.hpp"
#include "assumed_forecast.hpp"

#include <chrono>
#include <string>

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
