// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/assumption.hpp>
#include <headway/assumption/override.hpp>
#include <headway/figures/amodei.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto decline =
    hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), hw::figures::amodei::training_cost_decline);
constexpr auto cost = hw::assumption<"cost">(5.0 * million_usd, "a guess");
static_assert(hw::override(cost, 6.0 * million_usd).belief.median() > cost.central());

#if HEADWAY_CASE == 1  // case: an assumption that does not say where it comes from
// expect: assumption: say where it comes from: give a figure or a note in quotes as the second argument
constexpr auto wrong = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5));
#endif

#if HEADWAY_CASE == 2  // case: a belief in words
// expect: assumption: the first argument must be a belief, such as ci90\(3.0, 5.5\), or a number, a quantity or a date
constexpr auto wrong = hw::assumption<"yearly fall">("about 4", "a guess");
#endif

#if HEADWAY_CASE == 3  // case: a source that is neither a figure nor a note
// expect: assumption: the second argument must be a figure that it rests on, .* or a note in quotes
constexpr auto wrong = hw::assumption<"yearly fall">(4.0, 2025);
#endif

#if HEADWAY_CASE == 4  // case: a figure that does not live long enough
// expect: assumption: the figure is a temporary, which is gone after this line
auto copy() { return hw::figures::amodei::training_cost_decline; }
auto wrong = hw::assumption<"yearly fall">(4.0, copy());
#endif

#if HEADWAY_CASE == 5  // case: an override of another dimension
// expect: override: the belief has another dimension than the assumption it replaces
auto wrong = hw::override(cost, 2.0 * year);
#endif

#if HEADWAY_CASE == 6  // case: an override of a cost by a plain number
// expect: override: the belief has another dimension than the assumption it replaces
auto wrong = hw::override(cost, 5e6);
#endif

#if HEADWAY_CASE == 7  // case: the name of an assumption among its arguments
// expect: assumption: the name goes between angle brackets
auto wrong = hw::assumption("fall", 4.0, "a guess");
#endif

#if HEADWAY_CASE == 8  // case: another belief for a name
// expect: override: the first argument must be the assumption itself
auto wrong = hw::override("cost", 3.0);
#endif

#if HEADWAY_CASE == 9  // case: a figure in place of a belief
// expect: override: the second argument must be a belief or a value
auto wrong = hw::override(decline, hw::figures::amodei::training_cost_decline);
#endif

#if HEADWAY_CASE == 10  // case: no belief instead
// expect: override: say what is believed instead
auto wrong = hw::override(decline);
#endif

#if HEADWAY_CASE == 11  // case: a share that has a unit
// expect: as_share, as_number: what has a unit, or is a date, is shown in it
auto wrong = cost.as_share();
#endif
