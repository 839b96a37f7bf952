// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which of several options is best, what knowing more is worth before deciding, what waiting is, and what must be true: the
// value of an input at which a target is met, a stress test, a two-way table. Its page is decision/README.md.

#include <headway/decision/decide.hpp>
#include <headway/decision/decision.hpp>
#include <headway/decision/exercise_schedule.hpp>
#include <headway/decision/information_values.hpp>
#include <headway/decision/input_range.hpp>
#include <headway/decision/option.hpp>
#include <headway/decision/option_to_wait.hpp>
#include <headway/decision/real_option.hpp>
#include <headway/decision/stress.hpp>
#include <headway/decision/two_way.hpp>
#include <headway/decision/two_way_table.hpp>
#include <headway/decision/value_answer.hpp>
#include <headway/decision/value_for.hpp>
#include <headway/decision/value_of_information.hpp>
#include <headway/decision/varied_input.hpp>
