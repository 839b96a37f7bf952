// SPDX-License-Identifier: BSL-1.0
#pragma once

// Everything but charts, pages and files, lowest room first; those are in <headway/report.hpp>, and checks for Catch2 in
// <headway/testing/catch.hpp>. A program that wants to compile faster includes <headway/forecasting.hpp> or the rooms it uses.

#include <headway/version.hpp>

// Of a room first what compilers quote most: the fewer files lie between it and a program, the shorter their messages.
#include <headway/math/number.hpp>
#include <headway/math/batch.hpp>

#include <headway/math.hpp>
#include <headway/sampling.hpp>
#include <headway/distribution.hpp>
#include <headway/quantity/quantity.hpp>
#include <headway/quantity/std_functions.hpp>
#include <headway/quantity.hpp>
#include <headway/text.hpp>
#include <headway/trend.hpp>
#include <headway/belief.hpp>
#include <headway/process.hpp>
#include <headway/outcome.hpp>
#include <headway/source.hpp>
#include <headway/figures.hpp>
#include <headway/chip.hpp>
#include <headway/project.hpp>
#include <headway/economics.hpp>
#include <headway/history.hpp>
#include <headway/assumption.hpp>
#include <headway/scoring.hpp>
#include <headway/forecast.hpp>
#include <headway/simulation.hpp>
#include <headway/table/paragraph.hpp>
#include <headway/table/print_table.hpp>
#include <headway/table/text_table.hpp>
#include <headway/scenario.hpp>
#include <headway/sensitivity.hpp>
#include <headway/decision.hpp>
#include <headway/inference.hpp>
#include <headway/testing.hpp>
#include <headway/report/sources.hpp>
