// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scenario/scenario_list.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::size_t place_of_scenario(const std::vector<std::string>& names, std::string_view name) {
    std::string known;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return i;
        known += (i == 0 ? "'" : ", '") + names[i] + "'";
    }
    throw std::domain_error("comparison: no scenario is named '" + std::string(name) + "'; there are " + known);
}
HEADWAY_INSTANTIATE(std::size_t place_of_scenario<>(const std::vector<std::string>& names, std::string_view name));

}  // namespace headway::detail

#include <headway/header_end.hpp>
