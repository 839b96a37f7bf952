// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/reads_every_input.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace std::chrono_literals;

namespace {

constexpr auto x = hw::assumption<"x">(hw::ci90(1.0, 4.0), "test");
constexpr auto spare = hw::assumption<"spare">(hw::uniform(0.0, 1.0), "test");
constexpr auto reads_x = hw::forecast(hw::inputs(x, spare), [](const auto& in) { return in[x] * 2.0; });
constexpr auto reads_both = hw::forecast(hw::inputs(x, spare), [](const auto& in) { return in[x] * in[spare]; });

static_assert(hw::reads_every_input(reads_both));

}  // namespace

TEST_CASE("a model that reads every input passes, one that does not is told with the names") {
    const auto report = hw::reads_every_input(reads_x);
    CHECK_FALSE(report);
    CHECK(report.unread().contains("spare"));
    CHECK_THAT(hw::to_text(report), Catch::Matchers::ContainsSubstring("never reads") &&
                                        Catch::Matchers::ContainsSubstring("\n  spare"));
    CHECK(hw::reads_every_input(reads_x, spare));
    CHECK_FALSE(hw::reads_every_input(reads_x, x));
    CHECK(hw::to_text(hw::reads_every_input(reads_both)) == "the model reads every input");
}

TEST_CASE("over time on dates that are given, or on those of the years 2000 to 2063") {
    const auto f = hw::forecast(hw::inputs(x, spare), [](const auto& in, const hw::date& on) {
        return on < hw::date(2035y / 1 / 1) ? in[x] * 1.0 : in[x] * in[spare];
    });
    CHECK(hw::reads_every_input(f));
    CHECK_FALSE(hw::reads_every_input(f, {hw::date(2026y / 1 / 1)}));
    CHECK(hw::reads_every_input(f, {hw::date(2026y / 1 / 1)}, spare));
}
