// SPDX-License-Identifier: BSL-1.0
#pragma once

// The figures of five articles of 2025 and of what they cite, one header per article. A test holds each to the
// list it was read from. Add figures, never change one without its source.

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
