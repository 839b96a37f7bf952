// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/makers.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/part.hpp>

#include <vector>

namespace hw = headway;
constexpr auto fall = hw::assumption<"fall">(hw::ci90(2.0, 5.0), "test");
constexpr auto twice = [](const auto& in) { return 2.0 * in[fall]; };
constexpr auto good = hw::forecast(hw::inputs(fall), [](const auto& in) { return hw::part<"twice">(in, twice); });
static_assert(good.baseline() == 2.0 * fall.central());

#if HEADWAY_CASE == 1  // case: a part that captures what it reads
// expect: part: its function must capture nothing, so that all that it reads is known: give it what it needs as arguments
constexpr auto wrong = hw::forecast(hw::inputs(fall), [](const auto& in) {
    const auto factor = 2.0 * in[fall];
    return hw::part<"twice">(in, [=](const auto&) { return factor; });
});
#endif

#if HEADWAY_CASE == 2  // case: a part without the inputs
// expect: part: the first argument must be the inputs that the model is given, part<.*cost.*>\(in, f\)
constexpr auto wrong = hw::forecast(hw::inputs(fall), [](const auto& in) { return hw::part<"twice">(twice, in); });
#endif

#if HEADWAY_CASE == 3  // case: a part whose function takes no inputs
// expect: part: its function must be callable with the inputs and the arguments that follow it
constexpr auto wrong = hw::forecast(hw::inputs(fall), [](const auto& in) { return hw::part<"twice">(in, [] { return 2.0; }); });
#endif

#if HEADWAY_CASE == 4  // case: a part that returns what may point to its inputs
// expect: part: its function must return a number, a quantity, a date, outputs\(...\), or a std::pair, std::tuple or std::array of such
constexpr auto wrong = hw::forecast(hw::inputs(fall), [](const auto& in) {
    return hw::part<"trend">(in, [](const auto& inputs) { return [&] { return inputs[fall]; }; })();
});
#endif

#if HEADWAY_CASE == 5  // case: a part with an argument that is no value
// expect: part: each argument after the function must be a number, a quantity or a date
constexpr auto wrong = hw::forecast(hw::inputs(fall), [](const auto& in) {
    return hw::part<"twice">(in, [](const auto& inputs, const char*) { return inputs[fall]; }, "twice");
});
#endif

#if HEADWAY_CASE == 6  // case: the name of a part among its arguments
// expect: part: the name goes between angle brackets
constexpr auto wrong = hw::forecast(hw::inputs(fall), [](const auto& in) { return hw::part("twice", in, twice); });
#endif
