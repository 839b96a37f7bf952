// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include <headway/math/check.hpp>

#include <headway/header_begin.hpp>

// What must hold before an outcome answers; `function` is what it was asked.
namespace headway::detail {

template <class = void>
void require_interval_level(const char* function, double level);
template <class = void>
void require_quantile_probability(const char* function, double p);
template <class = void>
void require_drawn(const char* function, std::uint64_t draws, std::uint64_t least);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/outcome_requirements.hpp>
#endif
