// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/few_values.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
block_places finite_places(const double* x) noexcept {
    block_places places = 0;
    vector_dispatch(finite_loop{x, &places});
    return places;
}
HEADWAY_INSTANTIATE(block_places finite_places<>(const double* x));

template <class>
block_places few_values::count(const double* x, std::uint64_t times) noexcept {
    if (size_ == 0) return everywhere;
    block_places others[most];
    vector_dispatch(others_loop{x, value_, size_, others});
    block_places all = everywhere;
    for (std::size_t v = 0; v < size_; ++v) {
        count_[v] += times * static_cast<std::uint64_t>(std::popcount(~others[v]));
        all &= others[v];
    }
    return all;
}
HEADWAY_INSTANTIATE(block_places few_values::count<>(const double* x, std::uint64_t times));

}  // namespace headway::detail

#include <headway/header_end.hpp>
