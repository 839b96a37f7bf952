// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Of sorted observations; the component_list made of it copies them, unless they are so few that the component does.
constexpr component empirical_component(const double* sorted, std::size_t count) noexcept {
    component a;
    a.shape = belief_shape::empirical;
    a.functions = &functions_of<empirical_formulas>;
    a.data_size = count;
    if (count > component::capacity_in_place) {
        a.data = sorted;
    } else {
        for (std::size_t i = 1; i + 1 < count; ++i) a.parameter[i - 1] = sorted[i];
    }
    a.lo = sorted[0];
    a.hi = sorted[count - 1];
    // About the middle observation, so that a large common part (a date's) does not cost digits.
    const double middle = sorted[count / 2];
    const auto n = static_cast<double>(count);
    double sum = 0.0;
    for (std::size_t i = 0; i < count; ++i) sum += sorted[i] - middle;
    const double offset = sum / n;
    double squares = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const double apart = (sorted[i] - middle) - offset;
        squares += apart * apart;
    }
    a.derived[0] = middle + offset;
    a.derived[1] = squares / n;
    return a;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
