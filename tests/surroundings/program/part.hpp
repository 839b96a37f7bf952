// SPDX-License-Identifier: BSL-1.0
// What the parts of a program say to each other: an outcome, in memory and as bytes, and what is thrown.
#pragma once

#include <string>

#include <headway/assumption/assumption_file.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/quantity/quantity.hpp>

#if defined(PART_IS_SHARED)
#define PART_API [[gnu::visibility("default")]]
#else
#define PART_API
#endif

using money = headway::quantity<headway::dim::money>;

PART_API headway::outcome<money> first_shard();
PART_API headway::outcome<money> second_shard();
PART_API headway::assumption_file faulty_assumptions();
