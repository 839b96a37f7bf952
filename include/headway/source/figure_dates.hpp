// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

namespace detail {

[[noreturn, gnu::cold]] inline void figure_has_no_starting_date(std::string_view id) {
    throw std::domain_error("earliest_date, latest_date: " + std::string(id) +
                            " is not counted from the date of its source; add it to a date of your own");
}
[[nodiscard]] constexpr const article& start_of(const figure_info& span) {
    if (!span.from_source_date || span.source->key.empty()) figure_has_no_starting_date(span.id);
    return *span.source;
}

}  // namespace detail

/// The first date that a span stated "from now" can end on: the source's earliest day plus the low end, and that day
/// itself for a span of at most so long. \throws std::domain_error for a span not counted from the source's date.
[[nodiscard]] constexpr date earliest_date(const figure_range<quantity<dim::time>>& span) {
    return detail::start_of(span).earliest + span.low;
}
[[nodiscard]] constexpr date earliest_date(const figure<quantity<dim::time>>& span) {
    const date start = detail::start_of(span).earliest;
    return span.precision == precision::at_most ? start : start + span.value;
}
/// The last date that it can end on: the source's latest day plus the high end, and never for a span of at least so
/// long. \throws std::domain_error for a span not counted from the source's date.
[[nodiscard]] constexpr date latest_date(const figure_range<quantity<dim::time>>& span) {
    return detail::start_of(span).latest + span.high;
}
[[nodiscard]] constexpr date latest_date(const figure<quantity<dim::time>>& span) {
    const date start = detail::start_of(span).latest;
    return span.precision == precision::at_least ? date::never() : start + span.value;
}

}  // namespace headway::figures

#include <headway/header_end.hpp>
