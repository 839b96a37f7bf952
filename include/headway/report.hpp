// SPDX-License-Identifier: BSL-1.0
#pragma once

// The room report: tables as text, Markdown, CSV and JSON, charts as SVG, pages as HTML, files. headway.hpp has its tables
// as text; the rest is apart because a program that draws nothing need not compile it.

#include <headway/report/assumption_rows.hpp>
#include <headway/report/calibration_chart.hpp>
#include <headway/report/chart_unit.hpp>
#include <headway/report/comparison_chart.hpp>
#include <headway/report/csv.hpp>
#include <headway/report/fan_chart.hpp>
#include <headway/report/file.hpp>
#include <headway/report/gantt_chart.hpp>
#include <headway/report/histogram_chart.hpp>
#include <headway/report/html.hpp>
#include <headway/report/json.hpp>
#include <headway/report/learning_curve_chart.hpp>
#include <headway/report/markdown.hpp>
#include <headway/report/paragraph.hpp>
#include <headway/report/result_cell.hpp>
#include <headway/report/result_table.hpp>
#include <headway/report/score_table.hpp>
#include <headway/report/shown_table.hpp>
#include <headway/report/significant_digits.hpp>
#include <headway/report/sources.hpp>
#include <headway/report/table.hpp>
#include <headway/report/text_table.hpp>
#include <headway/report/tornado_chart.hpp>
