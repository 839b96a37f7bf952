// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// A number no sharper than its spread, in the same unit: rounded to the place at which the spread has two digits, zeros
/// kept, so that a median and the ends of its interval agree: "1.92", "1.54" and "2.48" of a spread of 0.94, "67", "55" and
/// "77" of one of 22. A number that is small beside its spread keeps one digit, so that 0 is told of 0 alone. Three digits
/// where the spread is 0, undefined or endless; "infinite" and "undefined" for what is not finite.
template <class = void>
[[nodiscard, gnu::cold]] std::string spread_text(double value, double spread);

/// A date no sharper than its spread: the day where the spread is less than 100 days, the month ("Mar 2028") where it is
/// less than 100 months of 30.4375 days, else the year, for an endless or undefined spread too. "never" for a date that
/// never comes.
template <class = void>
[[nodiscard, gnu::cold]] std::string spread_text(const date& when, const quantity<dim::time>& spread);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/spread_text.hpp>
#endif
