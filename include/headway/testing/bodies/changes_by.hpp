// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/changes_by.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::string growth_report::text() const {
    const std::string where =
        from.is_never() ? std::string() : ", from " + to_text(from) + " to " + to_text(to);
    if (!has_pace) return "the value is not above zero and finite" + where;
    const std::string pace = to_text(observed, 6);
    return agrees ? "it changes by " + pace + where
                  : "it changes by " + pace + where + ", expected: " + to_text(expected, 6);
}
HEADWAY_INSTANTIATE(std::string growth_report::text<>() const);

}  // namespace headway

#include <headway/header_end.hpp>
