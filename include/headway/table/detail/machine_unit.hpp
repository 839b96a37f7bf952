// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>

#include <headway/math/check.hpp>
#include <headway/table/result_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

// Programs get every value of a scale in its smallest unit (USD, seconds, W), whatever its size: files of different runs
// must agree.

/// The unit in which programs get the values of a scale.
template <class = void>
[[nodiscard, gnu::cold]] const shown_unit& machine_unit(const result_table& table, const result_cell& cell);
/// The value of a cell, or its error, in that unit; of a share and a count as they are.
template <class = void>
[[nodiscard, gnu::cold]] double in_machine_unit(const result_table& table, const result_cell& cell, double x);

/// The value of a cell that counts.
template <class = void>
[[nodiscard, gnu::cold]] std::string count_text(const result_cell& cell);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/detail/machine_unit.hpp>
#endif
