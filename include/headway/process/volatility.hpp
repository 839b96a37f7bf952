// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/growth.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How much a path is moved by chance: the standard deviation of its change over a span, divided by the square root of that
/// span. Of a path in logarithms it is a plain number per root of time, of one in levels an amount. Made by `per_sqrt_year`
/// and `per_sqrt`.
template <class Dimension>
class volatility {
  public:
    /// \throws std::domain_error unless 0 or more and finite.
    constexpr volatility(const char* function, double base_value, double span_seconds)
        : per_sqrt_second_(base_value / sqrt(span_seconds)) {
        detail::require_not_negative(function, "volatility", base_value);
    }

    /// In base units, per square root of a second.
    [[nodiscard]] constexpr double per_sqrt_second() const noexcept { return per_sqrt_second_; }
    /// The standard deviation of the change over a span, the span's root times as much as over one unit of time.
    template <class Span>
    [[nodiscard]] constexpr auto over(const Span& span) const {
        return quantity_or_number<Dimension>(per_sqrt_second_ * sqrt(detail::period_seconds("volatility::over", span)));
    }

    friend constexpr bool operator==(const volatility&, const volatility&) noexcept = default;

  private:
    double per_sqrt_second_;
};

/// `per_sqrt(0.11, month)`: a standard deviation of 0.11 after a month, of 0.22 after four. Of a path in logarithms 0.11
/// means changes of about 11 percent. \throws std::domain_error for a volatility that is negative or no finite number, and
/// a span that is not above zero.
template <detail::amount Value, class Span>
[[nodiscard]] constexpr auto per_sqrt(const Value& value, const Span& span) {
    return volatility<detail::dimension_of<Value>>("per_sqrt", detail::base_of(value),
                                                   detail::period_seconds("per_sqrt", span));
}
/// The same per root of a year: `per_sqrt_year(0.383)`, or in levels `per_sqrt_year(2.0 * usd)`.
template <detail::amount Value>
[[nodiscard]] constexpr auto per_sqrt_year(const Value& value) {
    return volatility<detail::dimension_of<Value>>("per_sqrt_year", detail::base_of(value), units::year.base_value());
}

}  // namespace headway

#include <headway/header_end.hpp>
