// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/simulation_options.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void refuse_until(const simulation& options) {
    if (!options.until.given()) return;
    throw std::domain_error("simulation: until is for simulate(...) alone; leave it out and give .draws, say as many as "
                            "simulate(...) of this forecast took");
}
HEADWAY_INSTANTIATE(void refuse_until<>(const simulation& options));

}  // namespace headway::detail

#include <headway/header_end.hpp>
