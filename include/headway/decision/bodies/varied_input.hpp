// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/varied_input.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string varied_text(std::string_view name, varied how) {
    const std::string input(name);
    if (how == varied::value) return input;
    return "the median of " + input + (how == varied::scaled ? ", its belief scaled" : ", its belief shifted");
}
HEADWAY_INSTANTIATE(std::string varied_text<>(std::string_view name, varied how));

}  // namespace headway::detail

#include <headway/header_end.hpp>
