// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a forecast says after something was seen: likelihoods, weights of draws, weighted outcomes, posterior beliefs. Its
// page is inference/README.md.

#include <headway/inference/conjugate_update.hpp>
#include <headway/inference/input_change.hpp>
#include <headway/inference/model_evidence.hpp>
#include <headway/inference/observed.hpp>
#include <headway/inference/posterior.hpp>
#include <headway/inference/posterior_file.hpp>
#include <headway/inference/questions_of_beliefs.hpp>
#include <headway/inference/simulate_updated.hpp>
#include <headway/inference/tornado_updated.hpp>
#include <headway/inference/updated_forecast.hpp>
#include <headway/inference/weighted_comparison.hpp>
#include <headway/inference/weighted_difference.hpp>
#include <headway/inference/weighted_outcome.hpp>
