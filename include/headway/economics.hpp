// SPDX-License-Identifier: BSL-1.0
#pragma once

// What training, capital, fabs and tokens cost, what cash flows are worth, which limit binds, who leads by how much. Its page
// is economics/README.md.

#include <headway/economics/binding_limit.hpp>
#include <headway/economics/build_cost.hpp>
#include <headway/economics/build_time.hpp>
#include <headway/economics/capital.hpp>
#include <headway/economics/cash_flow.hpp>
#include <headway/economics/cash_flow_trend.hpp>
#include <headway/economics/cost_at_scale.hpp>
#include <headway/economics/discount_rate.hpp>
#include <headway/economics/fab_output.hpp>
#include <headway/economics/gap_share.hpp>
#include <headway/economics/internal_rate_of_return.hpp>
#include <headway/economics/lead_controls.hpp>
#include <headway/economics/levelised_cost.hpp>
#include <headway/economics/limits.hpp>
#include <headway/economics/net_present_value.hpp>
#include <headway/economics/nth_fab.hpp>
#include <headway/economics/nth_fab_time.hpp>
#include <headway/economics/payback.hpp>
#include <headway/economics/run_cost.hpp>
#include <headway/economics/technology_lead.hpp>
#include <headway/economics/token_share.hpp>
#include <headway/economics/training_cost.hpp>
#include <headway/economics/yield.hpp>
