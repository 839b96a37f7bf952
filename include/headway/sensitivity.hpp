// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which input matters: tornado, elasticities, Sobol' and Shapley indices; of draws that are there, first-order indices and
// rank correlations; and which changed assumption moved the answer. Its page is sensitivity/README.md.

#include <headway/sensitivity/change_attribution.hpp>
#include <headway/sensitivity/elasticities.hpp>
#include <headway/sensitivity/explain_change.hpp>
#include <headway/sensitivity/first_order_indices.hpp>
#include <headway/sensitivity/input_level.hpp>
#include <headway/sensitivity/other_beliefs.hpp>
#include <headway/sensitivity/sensitivity_index.hpp>
#include <headway/sensitivity/sensitivity_rows.hpp>
#include <headway/sensitivity/shapley.hpp>
#include <headway/sensitivity/sobol_indices.hpp>
#include <headway/sensitivity/spearman.hpp>
#include <headway/sensitivity/tornado.hpp>
