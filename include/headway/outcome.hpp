// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the draws of a run say: moments, quantiles, probabilities, their errors, merging of shards. Its page is
// outcome/README.md.

#include <headway/outcome/confidence_interval.hpp>
#include <headway/outcome/fan.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/named_results.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/outcome/outcome_text.hpp>
#include <headway/outcome/paired_difference.hpp>
#include <headway/outcome/statistic.hpp>
