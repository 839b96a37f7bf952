// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/rank_copula.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE void grades::build_large(const component_list& parts, std::size_t candidates) {
    std::vector<point_mass> masses(candidates);
    build(parts, masses.data(), candidates);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
