// SPDX-License-Identifier: BSL-1.0
#pragma once

// How sure we are of a value, one type for all shapes: makers, quantiles, mixtures, text. Its page is belief/README.md.

#include <headway/belief/any_belief.hpp>
#include <headway/belief/as_belief.hpp>
#include <headway/belief/belief.hpp>
#include <headway/belief/belief_sampler.hpp>
#include <headway/belief/belief_text.hpp>
#include <headway/belief/counts.hpp>
#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/from_quantiles.hpp>
#include <headway/belief/interval.hpp>
#include <headway/belief/likely.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/observation_error.hpp>
#include <headway/belief/pareto.hpp>
#include <headway/belief/parse_belief.hpp>
#include <headway/belief/pool.hpp>
#include <headway/belief/quantile_pool.hpp>
#include <headway/belief/truncated.hpp>
