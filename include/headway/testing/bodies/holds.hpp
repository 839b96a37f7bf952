// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/holds.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
const std::vector<date>& no_date() {
    static const std::vector<date> one{date::never()};
    return one;
}
HEADWAY_INSTANTIATE(const std::vector<date>& no_date<>());

}  // namespace headway::detail

#include <headway/header_end.hpp>
