// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/check.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string number_text(double x) {
    if (x != x) return "nan";  // whose sign depends on the machine
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, x).ptr;
    return {buffer, end};
}
HEADWAY_INSTANTIATE(std::string number_text<>(double x));

template <class>
std::string number_text(double x, int significant_digits) {
    if (x != x) return "nan";
    char buffer[64];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::general, significant_digits).ptr;
    return {buffer, end};
}
HEADWAY_INSTANTIATE(std::string number_text<>(double x, int significant_digits));

}  // namespace headway::detail

#include <headway/header_end.hpp>
