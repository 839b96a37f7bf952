// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which of several options is best and what knowing more is worth before deciding, and what must be true: the value of an input
// at which a target is met, a stress test, a two-way table. Read decide.hpp and decision.hpp, then value_for.hpp.

#include <headway/decision/decide.hpp>
#include <headway/decision/decision.hpp>
#include <headway/decision/information_values.hpp>
#include <headway/decision/input_range.hpp>
#include <headway/decision/option.hpp>
#include <headway/decision/stress.hpp>
#include <headway/decision/two_way.hpp>
#include <headway/decision/two_way_table.hpp>
#include <headway/decision/value_answer.hpp>
#include <headway/decision/value_for.hpp>
#include <headway/decision/value_of_information.hpp>
#include <headway/decision/varied_input.hpp>
