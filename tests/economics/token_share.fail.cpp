// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/token_share.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto half = hw::constant(0.5);
constexpr auto group = hw::token_demand("all", 1.0 * trillion_tokens / day, half, 1, 0.5);
static_assert(hw::token_share(group)(hw::date()) == 0.5);

#if HEADWAY_CASE == 1  // case: groups counted in tokens and in people
// expect: (tokens.*people|people.*tokens)
auto wrong = hw::token_share(group, hw::token_demand("others", 1.0 * person, half, 1, 0.5));
#endif

#if HEADWAY_CASE == 2  // case: a cap in chips on a demand in tokens
// expect: (tokens.*chips|chips.*tokens)
auto wrong = hw::share_let_through(5.0 * chip, 7.0 * token);
#endif
