// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/component_list.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE void component_list::keep_text(std::string_view text) {
    text_ = shared_array<char>(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) text_.unshared()[i] = text[i];
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
