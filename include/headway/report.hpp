// SPDX-License-Identifier: BSL-1.0
#pragma once

// Sources, assumptions and results on paper: pages as HTML, files, with the rooms table and chart. headway.hpp has its texts;
// the rest is apart because a program that draws nothing need not compile it. Read sources.hpp, then html.hpp.

#include <headway/table.hpp>

#include <headway/chart.hpp>

#include <headway/report/assumption_rows.hpp>
#include <headway/report/file.hpp>
#include <headway/report/html.hpp>
#include <headway/report/sources.hpp>
