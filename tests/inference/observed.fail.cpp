// SPDX-License-Identifier: BSL-1.0
#include <headway/inference.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "a guess");
constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "a guess");
constexpr auto other = hw::assumption<"price">(hw::ci90(3.0, 5.5), "a guess");
constexpr auto f = hw::forecast(hw::inputs(cost, decline), [](const auto& in) { return in[cost] / in[decline]; });
constexpr auto several = hw::forecast(hw::inputs(cost, decline), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[cost] / in[decline]), hw::output<"fall">(in[decline]));
});
constexpr auto over_time =
    hw::forecast(hw::inputs(cost, decline), [](const auto& in, const auto&) { return in[cost] / in[decline]; });
constexpr auto lambda = [](const auto& in) { return in[cost] / in[decline]; };
constexpr auto good = f.updated(hw::observed(lambda, 30.0 * million_usd, hw::log_error(0.2)),
                                hw::observed(30.0 * million_usd, hw::normal_error(5.0 * million_usd)),
                                hw::observed(decline, 4.0, hw::normal(0.0, 0.5)));
const auto after = hw::simulate(good);
const auto named = several.updated(hw::observed<"cost">(30.0 * million_usd, hw::log_error(0.2)));
const auto dated = over_time.updated(hw::observed(2025y / 1 / 1, 30.0 * million_usd, hw::log_error(0.2)));

#if HEADWAY_CASE == 1  // case: an exact observation
// expect: observed: an exact value would be met by no draw: give an error as the third argument
const auto wrong = hw::observed(lambda, 30.0 * million_usd);
#endif

#if HEADWAY_CASE == 2  // case: an observation whose error is a plain number
// expect: observed: the error must say how it is meant
const auto wrong = hw::observed(lambda, 30.0 * million_usd, 5.0 * million_usd);
#endif

#if HEADWAY_CASE == 3  // case: an observation whose error is of another dimension
// expect: observed: the error has another dimension than the observed value
const auto wrong = hw::observed(lambda, 30.0 * million_usd, hw::normal_error(5.0 * day));
#endif

#if HEADWAY_CASE == 4  // case: a date observed with a factor
// expect: observed: a date has no zero, so that its error cannot be a factor: give a span of time
const auto wrong = hw::observed(2025y / 1 / 1, hw::log_error(0.2));
#endif

#if HEADWAY_CASE == 5  // case: an observed value of another dimension than the model's
// expect: updated: an observed value has another dimension than what the model gives for it
const auto wrong = f.updated(hw::observed(lambda, 30.0 * day, hw::log_error(0.2)));
#endif

#if HEADWAY_CASE == 6  // case: a belief as the observed value
// expect: observed: the observed value must be a number, a quantity or a date; give what is uncertain about it as the error
const auto wrong = hw::observed(lambda, hw::normal(3.0, 1.0), hw::log_error(0.2));
#endif

#if HEADWAY_CASE == 7  // case: an observation of which of several outputs
// expect: observed: the model returns several outputs: name the one that was observed
const auto wrong = several.updated(hw::observed(30.0 * million_usd, hw::log_error(0.2)));
#endif

#if HEADWAY_CASE == 8  // case: an observation of an output that there is not
// expect: observed: the model has no output of this name
const auto wrong = several.updated(hw::observed<"price">(30.0 * million_usd, hw::log_error(0.2)));
#endif

#if HEADWAY_CASE == 9  // case: an observation over time without its date
// expect: observed: this is a forecast over time: give the date of the observation first
const auto wrong = over_time.updated(hw::observed(30.0 * million_usd, hw::log_error(0.2)));
#endif

#if HEADWAY_CASE == 10  // case: an observation on a date of what is no function of the date
// expect: observed: the forecast is no function of the date: leave the date out
const auto wrong = f.updated(hw::observed(2025y / 1 / 1, 30.0 * million_usd, hw::log_error(0.2)));
#endif

#if HEADWAY_CASE == 11  // case: an update by what is no observation
// expect: updated: every argument must be an observation
const auto wrong = f.updated(30.0 * million_usd);
#endif

#if HEADWAY_CASE == 12  // case: an update by nothing
// expect: updated: give at least one observation
const auto wrong = f.updated();
#endif

#if HEADWAY_CASE == 13  // case: the posterior of what is not an input
// expect: posterior: the assumption is not among the forecast's inputs
const auto wrong = after.belief_of(other);
#endif

#if HEADWAY_CASE == 14  // case: an observation of what is not a function of the inputs
// expect: updated: what is observed must be a function of the forecast's inputs
const auto wrong = f.updated(hw::observed([](int) { return 1.0; }, 30.0, hw::log_error(0.2)));
#endif

#if HEADWAY_CASE == 15  // case: an observation of an assumption that the forecast does not read
// expect: the model reads an assumption that is not among the forecast's inputs
const auto wrong = f.updated(hw::observed(other, 4.0, hw::log_error(0.2)));
#endif

#if HEADWAY_CASE == 16  // case: events in an exposure of another dimension
// expect: conjugate_update: the rate times the exposure must be a number
const auto wrong = hw::conjugate_update(hw::gamma(3.0, 2.0 / year), hw::events_in_exposure(12, 3.0));
#endif
