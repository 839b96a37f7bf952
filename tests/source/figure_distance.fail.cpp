// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/microsoft.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/spending.hpp>
#include <headway/source/figure_distance.hpp>

namespace said = headway::figures;
namespace since = headway::figures::since;
using namespace headway::units;

constexpr auto right = said::distance_from(said::microsoft::microsoft_capex_2025, since::microsoft_capex_fy2025);
constexpr auto computed = said::distance_from(said::microsoft::microsoft_capex_2025, 88.0 * billion_usd,
                                              89.0 * billion_usd, since::microsoft_capex_fy2025, "a guess");

#if HEADWAY_CASE == 1  // case: money held against a span of time
// expect: distance_from: the figures have different dimensions; hold it against what is of its kind
constexpr auto wrong = said::distance_from(said::microsoft::microsoft_capex_2025, since::lead_epoch);
#endif

#if HEADWAY_CASE == 2  // case: a computed value of another dimension
// expect: distance_from: the values have another dimension than the figure; hold it against what is of its kind
constexpr auto wrong =
    said::distance_from(said::microsoft::microsoft_capex_2025, 1.0 * year, 2.0 * year, since::lead_epoch);
#endif

#if HEADWAY_CASE == 3  // case: a value without the figures that it rests on
// expect: distance_from: the second argument must be a figure; give a value that was computed by its two ends and the figures that it rests on
constexpr auto wrong = said::distance_from(said::microsoft::microsoft_capex_2025, 88.0 * billion_usd);
#endif

#if HEADWAY_CASE == 4  // case: a row of a catalogue, which has no typed value
// expect: distance_from: the first argument must be a figure with its value
constexpr auto wrong = said::distance_from(said::microsoft::catalogue()[0], since::microsoft_capex_fy2025);
#endif

#if HEADWAY_CASE == 5  // case: ends in the wrong order
// expect: (known_ends_are_not_in_order|must be initialized by a constant expression)
constexpr auto wrong = said::distance_from(said::microsoft::microsoft_capex_2025, 89.0 * billion_usd,
                                           88.0 * billion_usd, since::microsoft_capex_fy2025);
#endif
