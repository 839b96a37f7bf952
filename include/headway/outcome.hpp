// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the draws of a run say: moments, quantiles, probabilities, their errors, merging of shards. Read outcome.hpp, then
// merge.hpp. A column of draws (draw_column.hpp) keeps all draws or a sketch of them; every sum is exact before it is
// rounded, which is why shards merge to the same bits in any order.

#include <headway/outcome/confidence_interval.hpp>
#include <headway/outcome/fan.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/named_results.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/outcome/outcome_text.hpp>
#include <headway/outcome/paired_difference.hpp>
#include <headway/outcome/statistic.hpp>
