// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/serving.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("how fast serving gets cheaper is as the table has it") {
    using enum precision;
    since_row(now::inference_price_gpt4_science, "inference_price_gpt4_science", {40}, 1.0, about, kind::claimed, "2025-03-12",
              grade::a, {"amodei.inference_cost_step"}, "about 40 × per year");
    since_row(now::inference_price_spread, "inference_price_spread", {9, 900}, 1.0, range, kind::claimed, "2025-03-12", grade::a,
              {"amodei.inference_cost_step"}, "9 to 900 × per year");
    since_row(now::coding_cost_halving, "coding_cost_halving", {2, 1.67, 2.37}, month, about, kind::claimed,
              "2025 (day not shown)", grade::a, {"amodei.inference_cost_step"}, "about 2 months (1.67 to 2.37)");
    since_row(now::output_length_growth, "output_length_growth", {5}, 1.0, about, kind::claimed, "undated page", grade::a,
              {"schmidt.planning_compute_multiplier"}, "about 5 × per year");
    since_row(now::output_length_growth_others, "output_length_growth_others", {2.2}, 1.0, about, kind::claimed, "undated page",
              grade::a, {"schmidt.planning_compute_multiplier"}, "about 2.2 × per year");
    since_row(now::reasoning_multiplier_huang, "reasoning_multiplier_huang", {100}, 1.0, at_least, kind::claimed, "2025-08-27",
              grade::b, {"schmidt.planning_compute_multiplier"}, "100, 1 000, potentially more (×)");
}

TEST_CASE("the ends of the halving of coding costs are of no level") {
    CHECK(now::coding_cost_halving.level == 0.0);
    CHECK(expected::contains(now::coding_cost_halving.note, "way of fitting"));
    CHECK(expected::contains(now::inference_price_spread.note, "may not last"));
    CHECK(expected::contains(now::reasoning_multiplier_huang.note, "could be"));
}
