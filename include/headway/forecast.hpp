// SPDX-License-Identifier: BSL-1.0
#pragma once

// A model with the assumptions that it reads, and what can be asked of it without drawing. Its page is forecast/README.md.

#include <headway/forecast/common_factor.hpp>
#include <headway/forecast/draw_by_draw.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/model_error.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/forecast/part.hpp>
#include <headway/forecast/unread_inputs.hpp>
