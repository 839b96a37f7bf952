// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/comparison_row.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;

namespace {

static_assert(std::same_as<hw::comparison_row<hw::date>::difference_type, hw::quantity<hw::dim::time>>);
static_assert(std::same_as<hw::comparison_row<double>::difference_type, double>);

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto shift = hw::assumption<"shift">(0.0, "test");
constexpr auto f = hw::forecast(hw::inputs(x, shift), [](const auto& in) { return in[x] + in[shift]; });

TEST_CASE("a row has the quantiles of its scenario, and all but the first what they are against the first") {
    const auto up = hw::scenario<"up">(hw::override(shift, 0.5));
    const auto rows = hw::compare(f, {hw::scenario<"as it is">(), up}, {.draws = 8'000, .seed = 3, .method = hw::method::latin_hypercube}).rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].scenario == "as it is");
    CHECK(rows[1].scenario == "up");
    // A Latin hypercube has a draw in each 8000th.
    CHECK_THAT(rows[0].p5, WithinAbs(0.05, 2.0 / 8'000));
    CHECK_THAT(rows[0].p50, WithinAbs(0.5, 2.0 / 8'000));
    CHECK_THAT(rows[0].p95, WithinAbs(0.95, 2.0 / 8'000));
    CHECK_THAT(rows[1].p50, WithinAbs(1.0, 2.0 / 8'000));
    CHECK(rows[0].never == 0.0);
    CHECK(rows[1].standard_error > 0.0);
    CHECK(!rows[0].versus);
    REQUIRE(rows[1].versus);
    REQUIRE(rows[1].versus->mean);
    // On common draws every draw is higher by the shift.
    CHECK_THAT(rows[1].versus->mean->value, WithinAbs(0.5, 1e-12));
    CHECK_THAT(rows[1].versus->mean->standard_error, WithinAbs(0.0, 1e-12));
    CHECK(rows[1].versus->mean->unpaired_standard_error > 0.001);
    CHECK(rows[1].versus->below == 0.0);
    CHECK(rows[1].versus->equal == 0.0);
    CHECK(rows[1].versus->above == 1.0);
}

TEST_CASE("where a scenario never happens a row says so, and there is no mean difference") {
    const auto when = hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::date(2030y / 1 / 1) + hw::select(in[x] < 2.0, in[x], in[x] * __builtin_huge_val()) * year;
    });
    const auto rows = hw::compare(when, {hw::scenario<"some day">(), hw::scenario<"never">(hw::override(x, 3.0))}, {.draws = 100}).rows();
    CHECK(rows[0].never == 0.0);
    CHECK(rows[1].never == 1.0);
    CHECK(rows[1].p50.is_never());
    REQUIRE(rows[1].versus);
    CHECK(!rows[1].versus->mean);
    CHECK(rows[1].versus->above == 1.0);
}

}  // namespace
