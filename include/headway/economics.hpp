// SPDX-License-Identifier: BSL-1.0
#pragma once

// What training, capital, fabs and tokens cost, which limit binds, who leads by how much. Read training_cost.hpp first.
// Models take figures as arguments; those with a usual value have it as their default.

#include <headway/economics/binding_limit.hpp>
#include <headway/economics/build_cost.hpp>
#include <headway/economics/build_time.hpp>
#include <headway/economics/capital.hpp>
#include <headway/economics/fab_output.hpp>
#include <headway/economics/lead_controls.hpp>
#include <headway/economics/levelised_cost.hpp>
#include <headway/economics/limits.hpp>
#include <headway/economics/nth_fab.hpp>
#include <headway/economics/run_cost.hpp>
#include <headway/economics/technology_lead.hpp>
#include <headway/economics/token_share.hpp>
#include <headway/economics/training_cost.hpp>
#include <headway/economics/yield.hpp>
