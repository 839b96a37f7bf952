// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/aggregation.hpp>

namespace hw = headway;
static_assert(hw::geometric_mean_of_odds({0.1, 0.3}) > 0.1);
static_assert(hw::mean_probability({0.1, 0.3}) > 0.1 && hw::median_probability({0.1, 0.3}) > 0.1);

#if HEADWAY_CASE == 1  // case: probabilities without braces
// expect: geometric_mean_of_odds: put the probabilities in braces
constexpr auto wrong = hw::geometric_mean_of_odds(0.1, 0.2);
#endif

#if HEADWAY_CASE == 2  // case: a mean of probabilities without braces
// expect: mean_probability: put the probabilities in braces
constexpr auto wrong = hw::mean_probability(0.1, 0.2);
#endif

#if HEADWAY_CASE == 3  // case: a median of probabilities without braces
// expect: median_probability: put the probabilities in braces
constexpr auto wrong = hw::median_probability(0.1, 0.2, 0.3);
#endif
