// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a forecast says after something was seen: likelihoods, weights of draws, weighted outcomes, posterior beliefs. Read
// observed.hpp, then simulate_updated.hpp. Draws keep minus the logarithm of their likelihood; all weights follow from those
// in the order of the draws, which is why shards merge to the same bits.

#include <headway/inference/conjugate_update.hpp>
#include <headway/inference/input_change.hpp>
#include <headway/inference/model_evidence.hpp>
#include <headway/inference/observed.hpp>
#include <headway/inference/posterior.hpp>
#include <headway/inference/simulate_updated.hpp>
#include <headway/inference/updated_forecast.hpp>
#include <headway/inference/weighted_outcome.hpp>
