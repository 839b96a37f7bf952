// SPDX-License-Identifier: BSL-1.0
#include <headway/sampling/rank_correlation.hpp>

namespace hw = headway;
constexpr auto pair = hw::rank_correlations<3>{}.set(0, 1, 0.9);
static_assert(hw::gaussian_copula<3>(pair).any());

#if HEADWAY_CASE == 1  // case: a rank correlation above 1
// expect: value_breaks_a_rule|constant expression|must be initialized by a constant
// expect-gcc: value_breaks_a_rule
// expect-clang-note: value_breaks_a_rule
constexpr auto wrong = hw::rank_correlations<3>{}.set(0, 1, 1.5);
#endif

#if HEADWAY_CASE == 2  // case: three correlations that contradict each other
// expect: constant expression|must be initialized by a constant
// expect-gcc: matrix_is_not_positive_definite
// expect-clang-note: matrix_is_not_positive_definite
constexpr auto correlations = hw::rank_correlations<3>(pair).set(1, 2, 0.9).set(0, 2, -0.9);
constexpr auto wrong = hw::gaussian_copula<3>(correlations);
#endif
