// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/date.hpp>
#include <headway/version.hpp>

/// Three years after a date.
headway::date in_three_years(headway::date from);
