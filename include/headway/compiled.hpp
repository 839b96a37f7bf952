// SPDX-License-Identifier: BSL-1.0
#pragma once

// The compiled half of headway, for programs of several files: compile them all with -DHEADWAY_COMPILED, and one file more that
// includes this and nothing else. What is neither a template nor known when compiling is then compiled in that file only.
// Bits and errors are those of a program without it. The CMake target headway::compiled does both.

#if defined(HEADWAY_SURROUNDINGS)
#error "headway: include <headway/compiled.hpp> before every other headway header, in a file of its own"
#endif
#if !defined(HEADWAY_COMPILED)
#define HEADWAY_COMPILED
#endif
#define HEADWAY_COMPILED_DEFINITIONS

#include <headway/headway.hpp>
#include <headway/report.hpp>
