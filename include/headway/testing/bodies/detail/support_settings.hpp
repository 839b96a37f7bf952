// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/detail/support_settings.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_search(const char* check, const support_search& search) {
    if (search.points < 2) {
        value_breaks_a_rule(check, "points", "must be at least 2", static_cast<double>(search.points));
    }
    if (!(search.extreme > 0.0 && search.extreme < 0.5)) {
        value_breaks_a_rule(check, "extreme", "must be above 0 and below 0.5", search.extreme);
    }
    if (!(search.tolerance >= 0.0 && search.tolerance < 1.0)) {
        value_breaks_a_rule(check, "tolerance", "must be from 0 to below 1", search.tolerance);
    }
}
HEADWAY_INSTANTIATE(void require_search<>(const char* check, const support_search& search));

template <class>
bool nearly_equal(double a, double b, double tolerance) {
    if (a == b) return true;
    return is_finite(a) && is_finite(b) && abs(a - b) <= tolerance * max(abs(a), abs(b));
}
HEADWAY_INSTANTIATE(bool nearly_equal<>(double a, double b, double tolerance));

}  // namespace headway::detail

#include <headway/header_end.hpp>
