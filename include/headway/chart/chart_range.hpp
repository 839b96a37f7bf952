// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/check.hpp>
#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// The part of an axis that a chart shows: `{2025y / 1 / 1, 2040y / 1 / 1}`. Left out, the chart chooses it from what it
/// draws.
template <any_value T>
class chart_range {
  public:
    chart_range() = default;
    /// \throws std::domain_error unless both ends are finite and the first lies below the second.
    chart_range(const T& from, const T& to) : from_(base_value_of(from)), to_(base_value_of(to)) {
        headway::detail::require_finite("chart_range", "the first end", from_);
        headway::detail::require_finite("chart_range", "the second end", to_);
        if (!(from_ < to_)) {
            headway::detail::value_breaks_a_rule("chart_range", "the second end",
                                                 "must lie above the first (both in base units)", to_);
        }
    }

    explicit operator bool() const noexcept { return from_ < to_; }
    /// In base units; of dates, seconds since 1970.
    [[nodiscard]] double from() const noexcept { return from_; }
    [[nodiscard]] double to() const noexcept { return to_; }

  private:
    double from_ = 0.0;
    double to_ = 0.0;
};

}  // namespace headway::report

#include <headway/header_end.hpp>
