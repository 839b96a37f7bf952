// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/bin_edges.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
bool bin_edges::may_change(const double* x, double from, double to) const noexcept {
    if (may_change_ends(from, to)) return true;
    std::uint64_t hits = 0;
    if (may_change_beside_zero(from, to)) vector_dispatch(between_loop{below_zero, above_zero, x, &hits});
    if (hits == 0) vector_dispatch(between_loop{below_pivot, above_pivot, x, &hits});
    return hits != 0;
}
HEADWAY_INSTANTIATE(bool bin_edges::may_change<>(const double* x, double from, double to) const);

}  // namespace headway::detail

#include <headway/header_end.hpp>
