// SPDX-License-Identifier: BSL-1.0
#include "library.hpp"

#include <headway/quantity/units.hpp>

headway::date in_three_years(headway::date from) { return from + 3.0 * headway::units::year; }
