// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/observed_lead.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::string to_text(const observed_span& span, int significant_digits) {
    const bool has_least = is_finite(span.least.base_value());
    const bool has_most = is_finite(span.most.base_value());
    const std::string least = to_text(span.least, significant_digits);
    const std::string most = to_text(span.most, significant_digits);
    if (span.is_known()) return least;
    if (has_least && has_most) return "between " + least + " and " + most;
    return has_least ? "at least " + least : has_most ? "at most " + most : "unknown";
}
HEADWAY_INSTANTIATE(std::string to_text<>(const observed_span& span, int significant_digits));

}  // namespace headway

#include <headway/header_end.hpp>
