// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/sketch_contents.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE std::uint64_t sketch_contents::count() const noexcept {
    std::uint64_t all = few.size() + bins.count();
    for (const counted_value& v : values) all += v.count();
    return all;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
