// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/stable_order.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<std::size_t> stable_order(std::size_t size, function_ref<bool(std::size_t, std::size_t)> before) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), before);
    return order;
}
HEADWAY_INSTANTIATE(std::vector<std::size_t> stable_order<>(std::size_t size,
                    function_ref<bool(std::size_t, std::size_t)> before));

}  // namespace headway::detail

#include <headway/header_end.hpp>
