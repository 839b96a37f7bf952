// SPDX-License-Identifier: BSL-1.0
#pragma once

// From a seed and a name to numbers between 0 and 1: independent, Latin hypercube, Owen-scrambled Sobol', and the normals of
// correlated inputs. Its page is sampling/README.md.

#include <headway/sampling/latin_hypercube.hpp>
#include <headway/sampling/name_hash.hpp>
#include <headway/sampling/random_stream.hpp>
#include <headway/sampling/rank_correlation.hpp>
#include <headway/sampling/sampling_plan.hpp>
#include <headway/sampling/sobol_points.hpp>
