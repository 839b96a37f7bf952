// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/precision.hpp>

#include <headway/header_begin.hpp>

namespace headway {

HEADWAY_OUT_OF_LINE bool precision::reached() const noexcept {
    for (const known_error& e : errors_) {
        if (!e.reached) return false;
    }
    return true;
}

}  // namespace headway

#include <headway/header_end.hpp>
