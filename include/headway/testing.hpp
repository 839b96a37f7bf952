// SPDX-License-Identifier: BSL-1.0
#pragma once

// Assumptions and models tested as code is, in static_assert, as reports or with Catch2 (catch.hpp, which is included by
// itself). Its page is testing/README.md.

#include <headway/testing/agrees.hpp>
#include <headway/testing/bounded.hpp>
#include <headway/testing/changes_by.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/testing/counterexample.hpp>
#include <headway/testing/flagged_inputs.hpp>
#include <headway/testing/holds.hpp>
#include <headway/testing/holds_report.hpp>
#include <headway/testing/monotone_in.hpp>
#include <headway/testing/outcome_check.hpp>
#include <headway/testing/probability_report.hpp>
#include <headway/testing/reads_every_input.hpp>
#include <headway/testing/stale_verdicts.hpp>
#include <headway/testing/unit_invariant.hpp>
