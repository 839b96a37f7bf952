// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a forecast of one's own needs: units, dates, beliefs, trends, assumptions, simulation, results as text. Add what else is
// asked: <headway/sensitivity.hpp>, <headway/scenario.hpp>, <headway/figures/amodei.hpp> or another article.

// First what compilers quote most: the fewer files lie between it and a program, the shorter their messages.
#include <headway/math/number.hpp>
#include <headway/math/batch.hpp>
#include <headway/quantity/quantity.hpp>
#include <headway/quantity/std_functions.hpp>

#include <headway/quantity.hpp>
#include <headway/trend.hpp>
#include <headway/belief.hpp>
#include <headway/process.hpp>
#include <headway/outcome.hpp>
#include <headway/assumption.hpp>
#include <headway/forecast.hpp>
#include <headway/simulation.hpp>
#include <headway/table/print_table.hpp>
#include <headway/report/sources.hpp>
