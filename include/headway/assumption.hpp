// SPDX-License-Identifier: BSL-1.0
#pragma once

// A belief with a name, a source and a date to look at it again; lists of them, overrides, files. Its page is
// assumption/README.md.

#include <headway/assumption/assumption.hpp>
#include <headway/assumption/assumption_file.hpp>
#include <headway/assumption/assumption_record.hpp>
#include <headway/assumption/assumptions_json.hpp>
#include <headway/assumption/assumptions_of.hpp>
#include <headway/assumption/correlate.hpp>
#include <headway/assumption/input_source.hpp>
#include <headway/assumption/inputs.hpp>
#include <headway/assumption/known_inputs.hpp>
#include <headway/assumption/load_assumptions.hpp>
#include <headway/assumption/override.hpp>
#include <headway/assumption/override_list.hpp>
#include <headway/assumption/override_reason.hpp>
#include <headway/assumption/path.hpp>
