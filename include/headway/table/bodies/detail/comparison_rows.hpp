// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/comparison_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string axis_key(const std::string& input) { return "axis: " + input; }
HEADWAY_INSTANTIATE(std::string axis_key<>(const std::string& input));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
