// SPDX-License-Identifier: BSL-1.0
#pragma once

// Sources, assumptions and results on paper: pages as HTML, files, with the rooms table and chart. Its page is
// report/README.md.

#include <headway/table.hpp>

#include <headway/chart.hpp>

#include <headway/report/assumption_rows.hpp>
#include <headway/report/file.hpp>
#include <headway/report/html.hpp>
#include <headway/report/sources.hpp>
