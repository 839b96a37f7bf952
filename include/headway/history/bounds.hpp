// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/growth.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The two ends of an interval and its level, 0.9 for a 90 % interval; as much probability lies below `low` as above
/// `high`. An interval estimated from data is a statement about the method: over many data sets the share `level` of such
/// intervals holds the truth, if the method's assumptions do.
template <class T>
struct bounds {
    T low{};
    T high{};
    double level = 0.0;

    [[nodiscard]] constexpr bool contains(const T& x) const noexcept {
        if constexpr (is_growth<T>) {
            return low.rate_per_second() <= x.rate_per_second() && x.rate_per_second() <= high.rate_per_second();
        } else {
            return low <= x && x <= high;
        }
    }
};

}  // namespace headway

#include <headway/header_end.hpp>
