// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/unit_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::size_t unit_for(const unit_scale& scale, double magnitude) noexcept {
    std::size_t i = scale.size() - 1;
    while (i > 0 && !(magnitude >= scale[i].from * scale[i].size)) --i;
    return i;
}
HEADWAY_INSTANTIATE(std::size_t unit_for<>(const unit_scale& scale, double magnitude));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
