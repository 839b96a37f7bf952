// SPDX-License-Identifier: BSL-1.0
#pragma once

// Quantities with their dimensions, units, dates, growth. Its page is quantity/README.md.

#include <headway/quantity/date.hpp>
#include <headway/quantity/dimension.hpp>
#include <headway/quantity/growth.hpp>
#include <headway/quantity/quantity.hpp>
#include <headway/quantity/std_functions.hpp>
#include <headway/quantity/sum_over.hpp>
#include <headway/quantity/units.hpp>
#include <headway/quantity/value.hpp>
#include <headway/quantity/value_kind.hpp>
