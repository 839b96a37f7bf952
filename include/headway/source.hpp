// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a published figure is: an article, a value with its unit and precision, the words it stands in. Its page is
// source/README.md.

#include <headway/source/article.hpp>
#include <headway/source/chip_facts.hpp>
#include <headway/source/conflict.hpp>
#include <headway/source/constant_list.hpp>
#include <headway/source/dated_rule.hpp>
#include <headway/source/figure.hpp>
#include <headway/source/figure_dates.hpp>
#include <headway/source/figure_distance.hpp>
#include <headway/source/figure_list.hpp>
#include <headway/source/figure_references.hpp>
#include <headway/source/figure_text.hpp>
#include <headway/source/grade.hpp>
#include <headway/source/precision.hpp>
#include <headway/source/printed_number.hpp>
#include <headway/source/quantile_reading.hpp>
#include <headway/source/reading.hpp>
#include <headway/source/scoreboard.hpp>
#include <headway/source/stated_day.hpp>
#include <headway/source/verdict.hpp>
