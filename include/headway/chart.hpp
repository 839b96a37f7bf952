// SPDX-License-Identifier: BSL-1.0
#pragma once

// Charts as SVG, one subject each. Its page is chart/README.md.

#include <headway/chart/calibration_chart.hpp>
#include <headway/chart/chart_line.hpp>
#include <headway/chart/chart_range.hpp>
#include <headway/chart/chart_unit.hpp>
#include <headway/chart/comparison_chart.hpp>
#include <headway/chart/convergence_chart.hpp>
#include <headway/chart/fan_chart.hpp>
#include <headway/chart/gantt_chart.hpp>
#include <headway/chart/histogram_chart.hpp>
#include <headway/chart/learning_curve_chart.hpp>
#include <headway/chart/scatter_chart.hpp>
#include <headway/chart/stacked_probability_chart.hpp>
#include <headway/chart/tornado_chart.hpp>
#include <headway/chart/track_record_chart.hpp>
#include <headway/chart/two_way_chart.hpp>
#include <headway/chart/vega_lite.hpp>
#include <headway/chart/vega_lite_plans.hpp>
#include <headway/chart/vega_lite_runs.hpp>
#include <headway/chart/waterfall_chart.hpp>
