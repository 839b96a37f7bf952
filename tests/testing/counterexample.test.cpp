// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/counterexample.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/core/units.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto fall = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "test");
constexpr auto start = hw::assumption<"start">(hw::ci90(hw::date(2026y / 1 / 1), hw::date(2027y / 1 / 1)), "test");
constexpr auto f = hw::forecast(hw::inputs(fall, start), [](const auto& in) { return in[start] + 1.0 / in[fall] * year; });
constexpr auto over_time = hw::forecast(hw::inputs(fall, start), [](const auto& in, const auto& when) {
    return (when - in[start]) / in[fall];
});

// Numbers that no decimal text of a few digits gives back.
const decltype(f)::values<double> in(3.0 + 1.0 / 3.0, hw::date(2026y / 5 / 1) + 1.0 / 3.0 * second);

}  // namespace

TEST_CASE("a counterexample is replayed bit for bit") {
    const auto result = f.model()(in);
    const auto found = hw::detail::counterexample_of(f, in, result);
    CHECK(found.replay(f) == result);
    CHECK(f.with(found.inputs()).baseline() == result);
    CHECK(f.at(hw::override(fall, found[fall]), hw::override(start, found[start])) == result);
    CHECK(found[fall] == in[fall]);
    CHECK(found.when().is_never());
    CHECK(!found.draw());
}

TEST_CASE("over time it is replayed on its date") {
    const hw::date when = 2028y / 2 / 3;
    const auto result = over_time.model()(in, when);
    const auto found = hw::detail::counterexample_of(over_time, in, result).on(when);
    CHECK(found.replay(over_time) == result);
    CHECK(found.when() == when);
}

TEST_CASE("a counterexample is told by its inputs, its draw, its date and the result") {
    const auto found = hw::detail::counterexample_of(f, in, f.model()(in));
    CHECK(found.inputs_text() == "yearly fall = 3.33333, start = 2026-05-01");
    CHECK(found.text() == "with yearly fall = 3.33333, start = 2026-05-01 the model gives 2026-08-18");
    CHECK(to_text(found.of_draw(812).on(2028y / 2 / 3)) ==
          "with yearly fall = 3.33333, start = 2026-05-01 (draw 812) the model gives 2026-08-18 for 2028-02-03");
}

TEST_CASE("what is not among its inputs is refused") {
    const auto found = hw::detail::counterexample_of(f, in, 1.0);
    const auto other = hw::assumption<"other">(1.0, "test");
    const auto namesake = hw::assumption<"start">(1.0, "test");
    CHECK_THROWS_WITH(found[other], ContainsSubstring("no input is named 'other'; it has yearly fall = 3.33333"));
    CHECK_THROWS_WITH(found[namesake], ContainsSubstring("about a date"));
}
