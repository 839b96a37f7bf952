// SPDX-License-Identifier: BSL-1.0
#pragma once

// Values and names to text and back: significant digits, units that suit a value, dates, and readers that tell line, column
// and what was expected. Its page is text/README.md.

#include <headway/text/exact_text.hpp>
#include <headway/text/label.hpp>
#include <headway/text/parse_error.hpp>
#include <headway/text/parse_errors.hpp>
#include <headway/text/parse_number.hpp>
#include <headway/text/parse_value.hpp>
#include <headway/text/text.hpp>
#include <headway/text/unit_ladder.hpp>
#include <headway/text/unit_scale.hpp>
