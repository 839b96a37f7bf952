// SPDX-License-Identifier: BSL-1.0
#pragma once

// The figures of five articles of 2025 and of what they cite, one header per article, and in since/ what has become known
// since, one header per subject, with a verdict on every figure of the articles. Its page is figures/README.md.

#include <headway/figures/amodei.hpp>
#include <headway/figures/catalogue.hpp>
#include <headway/figures/conflicts.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/published_compute.hpp>
#include <headway/figures/published_costs.hpp>
#include <headway/figures/published_fabs.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/figures/since/arithmetic.hpp>
#include <headway/figures/since/catalogue.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/conflicts.hpp>
#include <headway/figures/since/distances.hpp>
#include <headway/figures/since/earlier.hpp>
#include <headway/figures/since/events.hpp>
#include <headway/figures/since/fabs.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/rules.hpp>
#include <headway/figures/since/serving.hpp>
#include <headway/figures/since/sites.hpp>
#include <headway/figures/since/spending.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/figures/since/training.hpp>
#include <headway/figures/since/verdicts.hpp>
