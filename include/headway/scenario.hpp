// SPDX-License-Identifier: BSL-1.0
#pragma once

// Several versions of one forecast on the same draws, so that differences are of the versions alone. Read scenario.hpp, then
// compare.hpp; detail/common_draws.hpp keeps their blocks in step.

#include <headway/scenario/compare.hpp>
#include <headway/scenario/comparison.hpp>
#include <headway/scenario/comparison_row.hpp>
#include <headway/scenario/scenario.hpp>
#include <headway/scenario/scenario_grid.hpp>
#include <headway/scenario/scenario_list.hpp>
