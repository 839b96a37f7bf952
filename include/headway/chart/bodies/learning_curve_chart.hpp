// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/learning_curve_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::size_t thinned(std::size_t i, std::size_t shown, std::size_t all) noexcept {
    return shown < 2 ? 0 : i * (all - 1) / (shown - 1);
}
HEADWAY_INSTANTIATE(std::size_t thinned<>(std::size_t i, std::size_t shown, std::size_t all));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
