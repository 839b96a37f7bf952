// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE void component_builder::weights_must_not_all_be_zero() const {
    maker_.refuse(size_ == 0 ? "there are no parts; give at least one"
                             : "all weights are zero; give one above zero");
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
