// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/likely_meant.hpp>
#include <headway/text/value_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// The value of a whole text, in base units. \throws parse_error
template <class = void>
[[nodiscard, gnu::cold]] double value_of_text(std::string_view text, const value_notation& notation);

}  // namespace detail

/// Reads a number, a quantity or a date, and everything that `to_text` prints of them.
///
/// A number is decimal, may be in percent and may be counted: "0.8", "80 %", "1.5 million". A quantity is a number and
/// a unit of its dimension: "4.2 million USD", "14 months", "49.2 thousand USD per chip", "5 PFLOP/s", "3 chips /
/// year", "USD per chip-hour", "850 mm2", "1.2 GW", "3 per year"; zero needs none. Units are symbols ("h", "kWh", "µm",
/// "$") and words ("hours", "gigawatt", "exaflop"), and whatever stands on the ladder of the dimension and on those of
/// its base dimensions, a user's own too. Before them thousand, million, billion, trillion (k, M, B, T); between them
/// ·, *, - or /; behind them a power, ² or 2 or ^2 or ⁻¹. "per" takes everything up to the next "per", and after a
/// line a product needs brackets, USD/(chip·hour); brackets may stand anywhere, (PFLOP/s)·day. Behind "per" or a line a
/// number may count the unit: "3 USD per 1000 tokens", "per 1M tokens". A date is "2026-11-21", "2026-11-21 14:30:15"
/// (UTC), a decimal year "2026.5", "never", or one of them with a span added or taken off, "2026-11-21 + 18 months".
/// "infinite" is a value of every kind but a date.
/// \throws parse_error for anything else, a number too large or, but for 0, too small for a double among it, with what
/// was expected and, for a misspelt unit, which ones are near; where the text is likely to mean a value, "$10bn" or "10,000",
/// that value in this notation.
template <any_value T>
[[nodiscard, gnu::cold]] T parse_value(std::string_view text) {
    return value_from_base<T>(detail::value_of_text(text, detail::notation_of<T>));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/parse_value.hpp>
#endif
