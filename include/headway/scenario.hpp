// SPDX-License-Identifier: BSL-1.0
#pragma once

// Several versions of one forecast on the same draws, so that differences are of the versions alone. Its page is
// scenario/README.md.

#include <headway/scenario/compare.hpp>
#include <headway/scenario/comparison.hpp>
#include <headway/scenario/comparison_row.hpp>
#include <headway/scenario/scenario.hpp>
#include <headway/scenario/scenario_grid.hpp>
#include <headway/scenario/scenario_list.hpp>
