// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/makers.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/testing/agrees.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "test");
static_assert(hw::agrees(decline, said::amodei::training_cost_decline));

#if HEADWAY_CASE == 1  // case: a figure of another dimension
// expect: agrees: the figure has another dimension than the assumption; compare what is of one kind
constexpr auto wrong = hw::agrees(decline, said::amodei::longest_lead);
#endif

#if HEADWAY_CASE == 2  // case: a plain number as a figure
// expect: agrees: the second argument must be a figure with its value
constexpr auto wrong = hw::agrees(decline, 4.0);
#endif

#if HEADWAY_CASE == 3  // case: a belief without its assumption
// expect: agrees: the first argument must be an assumption
constexpr auto wrong = hw::agrees(hw::ci90(3.0, 5.5), said::amodei::training_cost_decline);
#endif

#if HEADWAY_CASE == 4  // case: an assumption that does not agree, asserted
// expect: static assertion failed|static_assert failed
static_assert(hw::agrees(decline, said::amodei::inference_cost_step));
#endif
