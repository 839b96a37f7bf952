// SPDX-License-Identifier: BSL-1.0
#pragma once

// Results as rows, and rows as text, Markdown, CSV and JSON. Its page is table/README.md.

#include <headway/table/cdf_201.hpp>
#include <headway/table/csv.hpp>
#include <headway/table/forecast_json.hpp>
#include <headway/table/formatted_table.hpp>
#include <headway/table/json.hpp>
#include <headway/table/markdown.hpp>
#include <headway/table/paragraph.hpp>
#include <headway/table/print_table.hpp>
#include <headway/table/result_cell.hpp>
#include <headway/table/result_table.hpp>
#include <headway/table/score_table.hpp>
#include <headway/table/significant_digits.hpp>
#include <headway/table/spread_text.hpp>
#include <headway/table/text_table.hpp>
#include <headway/table/track_record_table.hpp>
#include <headway/table/verdict_table.hpp>
