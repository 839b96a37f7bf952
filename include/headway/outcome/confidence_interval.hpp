// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/quantity/value.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a simulation says of a statistic: an interval that holds the true value in the share `level` of all runs that
/// differ in their seed alone. An end that no draw can tell is open: the p99.99 of 2000 draws has no upper end, because
/// most such runs hold no draw above it. Then `high_is_known` is false and `high` is infinite (of a date `never`), or
/// `low_is_known` is false and `low` minus infinite. A known end may be never, too, where draws are.
template <any_value T>
struct confidence_interval {
    T low;
    T high;
    double level;
    bool low_is_known = true;
    bool high_is_known = true;

    /// Whether x lies inside; an open end excludes nothing.
    [[nodiscard]] constexpr bool contains(const T& x) const noexcept {
        return (!low_is_known || !(x < low)) && (!high_is_known || !(x > high));
    }
    /// Both ends are known.
    [[nodiscard]] constexpr bool is_known() const noexcept { return low_is_known && high_is_known; }
};

/// "3.1 to 3.4", "at least 3.1", "at most 3.4", or "unknown", each number to so many significant digits (a date to the day).
template <any_value T>
[[nodiscard, gnu::cold]] std::string to_text(const confidence_interval<T>& interval, int significant_digits = 6) {
    const auto end = [&](const T& x) {
        if constexpr (any_date<T>) {
            return to_text(x);
        } else {
            return to_text(x, significant_digits);
        }
    };
    if (interval.is_known()) return end(interval.low) + " to " + end(interval.high);
    if (interval.low_is_known) return "at least " + end(interval.low);
    return interval.high_is_known ? "at most " + end(interval.high) : "unknown";
}

}  // namespace headway

#include <headway/header_end.hpp>
