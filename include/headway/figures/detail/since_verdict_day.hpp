// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/article.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::since::detail {

/// The day on which the verdicts were given. What they rest on could be read until some day between May and September 2026.
inline constexpr date given = calendar_day(2026, 11, 29);

}  // namespace headway::figures::since::detail

#include <headway/header_end.hpp>
