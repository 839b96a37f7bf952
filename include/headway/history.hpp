// SPDX-License-Identifier: BSL-1.0
#pragma once

// Series of observations: CSV, fits with the uncertainty that data leave, what may be claimed of them. Its page is
// history/README.md.

#include <headway/history/best_so_far.hpp>
#include <headway/history/bounds.hpp>
#include <headway/history/break_test.hpp>
#include <headway/history/compare_figure.hpp>
#include <headway/history/csv_options.hpp>
#include <headway/history/csv_table.hpp>
#include <headway/history/cumulative_output.hpp>
#include <headway/history/fit_broken_exponential.hpp>
#include <headway/history/fit_experience_curve.hpp>
#include <headway/history/fit_exponential.hpp>
#include <headway/history/fit_logistic.hpp>
#include <headway/history/fit_random_walk.hpp>
#include <headway/history/moving_average.hpp>
#include <headway/history/observations.hpp>
#include <headway/history/observed_lead.hpp>
#include <headway/history/sahal_check.hpp>
#include <headway/history/undercut_probability.hpp>
