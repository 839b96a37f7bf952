// SPDX-License-Identifier: BSL-1.0
#pragma once

// A model with the assumptions that it reads, and what can be asked of it without drawing. Read forecast.hpp, then
// outputs.hpp. A model is a generic callable; everything else here is there so that few things need be templates.

#include <headway/forecast/common_factor.hpp>
#include <headway/forecast/draw_by_draw.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/model_error.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/forecast/part.hpp>
#include <headway/forecast/unread_inputs.hpp>
