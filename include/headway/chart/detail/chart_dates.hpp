// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_scale.hpp>
#include <headway/quantity/date.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// Charts show the years -30000 to 30000; std::chrono ends soon after.
inline constexpr double least_chart_date = static_cast<double>(headway::detail::days_to_year(-30000)) * 86400.0;
inline constexpr double greatest_chart_date = static_cast<double>(headway::detail::days_to_year(30001)) * 86400.0;

/// Seconds since 1970 of the first of a month; months are counted from January of the year 0.
template <class = void>
[[nodiscard, gnu::cold]] double start_of_month(int month);

template <class = void>
[[nodiscard]] const char* month_name(unsigned month) noexcept;

/// Single days or Mondays, the first of months, quarters and half-years, or of one year in 1, 2, 5, 10, ..., between
/// two points in time (seconds since 1970), at most `count` steps. A January is labelled with its year, other months
/// and days with their names; a first label that is not a year has the year added.
template <class = void>
[[nodiscard, gnu::cold]] chart_ticks date_ticks(double lo, double hi, int count);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/detail/chart_dates.hpp>
#endif
