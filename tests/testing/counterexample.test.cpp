// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/counterexample.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>

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

TEST_CASE("a model that breaks down is told with its draw, its inputs and its date") {
    using hw::detail::model_checked_at;
    static constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
    const auto broken = hw::forecast(hw::inputs(x), hw::draw_by_draw([](const auto& at) {
        if (at[x] > 0.5) throw std::runtime_error("no");
        return hw::log(at[x]);
    }));
    const decltype(broken)::values<double> large(0.75), zero(0.0), half(0.5);
    const hw::date when = 2028y / 2 / 3;
    const std::uint64_t draw = 7;
    CHECK(model_checked_at("check", &draw, broken, half, when) == hw::log(0.5));
    CHECK_THROWS_WITH(model_checked_at("check", nullptr, broken, large, when), "check: the model threw: no (inputs: x = 0.75)");
    CHECK_THROWS_WITH(model_checked_at("check", &draw, broken, large, when),
                      "check: at draw 7 the model threw: no (inputs: x = 0.75)");
    CHECK_THROWS_WITH(model_checked_at("check", &draw, broken, zero, when),
                      ContainsSubstring("check: at draw 7 the model returned -inf; return a finite value") &&
                          ContainsSubstring("(inputs: x = 0)"));
    const auto later = hw::forecast(hw::inputs(x), [](const auto& at, const auto& on) { return at[x] * (on - on) / (0.0 * year); });
    CHECK_THROWS_WITH(model_checked_at("check", nullptr, later, decltype(later)::values<double>(0.5), when),
                      ContainsSubstring("check: the model returned nan") && ContainsSubstring("(inputs: x = 0.5, date 2028-02-03)"));
    const auto never = hw::forecast(hw::inputs(x), [](const auto& at) { return at[x] / 0.0; });
    CHECK(model_checked_at("check", &draw, never, decltype(never)::values<double>(0.5), when) == __builtin_huge_val());
}

TEST_CASE("what is not among its inputs is refused") {
    const auto found = hw::detail::counterexample_of(f, in, 1.0);
    const auto other = hw::assumption<"other">(1.0, "test");
    const auto namesake = hw::assumption<"start">(1.0, "test");
    CHECK_THROWS_WITH(found[other], ContainsSubstring("no input is named 'other'; it has yearly fall = 3.33333"));
    CHECK_THROWS_WITH(found[namesake], ContainsSubstring("about a date"));
}
