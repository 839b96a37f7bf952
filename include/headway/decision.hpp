// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a decision gains from knowing more. Read value_of_information.hpp.

#include <headway/decision/information_values.hpp>
#include <headway/decision/value_of_information.hpp>
