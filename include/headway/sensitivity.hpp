// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which input matters: tornado, elasticities, Sobol' and Shapley indices; of draws that are there, first-order indices and
// rank correlations. Read tornado.hpp first. Every index has its standard error; negative ones by noise are zero with
// that error.

#include <headway/sensitivity/elasticities.hpp>
#include <headway/sensitivity/first_order_indices.hpp>
#include <headway/sensitivity/input_level.hpp>
#include <headway/sensitivity/sensitivity_index.hpp>
#include <headway/sensitivity/sensitivity_rows.hpp>
#include <headway/sensitivity/shapley.hpp>
#include <headway/sensitivity/sobol_indices.hpp>
#include <headway/sensitivity/spearman.hpp>
#include <headway/sensitivity/tornado.hpp>
