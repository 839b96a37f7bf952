// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// Digits shown whatever the error: 125 thousand is never shown as 130 thousand.
inline constexpr int fewest_digits = 3;
/// Digits shown of what is exact: all that a person enters, without the rounding of a double's last places.
inline constexpr int most_digits = 12;

/// How many significant digits of a value to show, given its standard error in the same unit. The last digit shown stands
/// where the first digit of the error stands, so what is shown is true to within a few of its last place: 125.3 with an
/// error of 0.04 has five digits (125.30), with 0.6 four. Never fewer than 3 and never more than 12; an exact value (error
/// 0) has 12, of which a text drops trailing zeros; 3 where the error is undefined or endless.
template <class = void>
[[nodiscard, gnu::cold]] int significant_digits(double value, double standard_error);

/// A value to the digits that its standard error leaves it, zeros among them kept where there is an error: "4.20" with an
/// error of 0.01, "4.2" for an exact 4.2. "infinite" and "undefined" for what is not finite.
template <class = void>
[[nodiscard, gnu::cold]] std::string value_text(double value, double standard_error);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/significant_digits.hpp>
#endif
