// SPDX-License-Identifier: BSL-1.0
#pragma once

// Numbers and functions of numbers that mean nothing yet: functions that are the same bits when compiling and when running,
// and the number types that a model is run with (double, dual, batch). Its page is math/README.md.

#include <headway/math/batch.hpp>
#include <headway/math/batch_functions.hpp>
#include <headway/math/beta.hpp>
#include <headway/math/dual.hpp>
#include <headway/math/elementary.hpp>
#include <headway/math/error_function.hpp>
#include <headway/math/gamma.hpp>
#include <headway/math/math.hpp>
#include <headway/math/number.hpp>
