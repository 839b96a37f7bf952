// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/nth_fab_time.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void floor_exceeds_first(const char* function, double first, double least) {
    const auto months = [](double seconds) {
        return to_text_in(quantity<dim::time>::from_base_value(seconds), units::month, "months", 6);
    };
    throw std::domain_error(std::string(function) + ": the floor must be at most the time of the first fab (" +
                            months(first) + "), which took all of it, got " + months(least));
}
HEADWAY_INSTANTIATE(void floor_exceeds_first<>(const char* function, double first, double least));

}  // namespace headway::detail

#include <headway/header_end.hpp>
