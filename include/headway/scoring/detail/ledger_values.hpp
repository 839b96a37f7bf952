// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <headway/math/elementary.hpp>
#include <headway/scoring/ledger_entry.hpp>
#include <headway/text/value_notation.hpp>

#include <headway/header_begin.hpp>

/// What stands in the value cells of a ledger.
namespace headway::detail {

/// A probability, "70 %" or "0.7".
template <class = void>
[[nodiscard, gnu::cold]] double read_share(text_cursor& cursor);

/// A number in this unit, alone or with a unit of the same dimension behind it.
template <class = void>
[[nodiscard, gnu::cold]] double read_in_unit(text_cursor& cursor, std::string_view unit);

template <class = void>
[[nodiscard, gnu::cold]] double read_value(text_cursor& cursor, const ledger_entry& e);

template <class = void>
[[nodiscard, gnu::cold]] double read_yes_or_no(text_cursor& cursor);

/// "2026-11-21 14:30", whose colon is none between a probability and its quantile.
[[nodiscard]] inline bool is_time_of_day_alone(std::string_view text) noexcept {
    const std::size_t colon = text.find(':');
    return text.substr(0, colon).find('-') != std::string_view::npos;
}

/// What an answer must be that this one is not; nothing where it will do.
template <class = void>
[[nodiscard, gnu::cold]] std::string why_no_answer(const ledger_entry& e, const ledger_answer& a);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/detail/ledger_values.hpp>
#endif
