// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::units;
using namespace std::chrono_literals;
constexpr auto day_given = headway::date(2025y / 2 / 28);
static_assert(day_given + 2.0 * day > day_given && (day_given - day_given).in(day) == 0.0);

#if HEADWAY_CASE == 1  // case: a day that does not exist
// expect-gcc: call to non-'constexpr' function '.*calendar_date_must_exist
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'calendar_date_must_exist' cannot be used in a constant expression
constexpr auto wrong = headway::date(2025y / 2 / 30);
#endif

#if HEADWAY_CASE == 2  // case: the calendar day of never
// expect-gcc: call to non-'constexpr' function '.*never_has_no_calendar_day
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'never_has_no_calendar_day' cannot be used in a constant expression
constexpr auto wrong = std::chrono::year_month_day(headway::date::never());
#endif

#if HEADWAY_CASE == 3  // case: a distance between two nevers
// expect-gcc: \(\+Inf - \+Inf\). is not a constant expression
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: floating point arithmetic produces a NaN
constexpr auto wrong = headway::date::never() - headway::date::never();
#endif

#if HEADWAY_CASE == 4  // case: a date plus money
// expect-gcc: no match for .operator\+.*headway::(basic_)?date.*and.*quantity<headway::dim::money
// expect-clang: invalid operands to binary expression .*date.*and.*quantity<(headway::dim::)?money
auto wrong = day_given + 3.0 * usd;
#endif

#if HEADWAY_CASE == 5  // case: a date plus a plain number
// expect-gcc: no match for .operator\+.*headway::(basic_)?date.*and .double
// expect-clang: invalid operands to binary expression .*date.*and 'double'
auto wrong = day_given + 3.0;
#endif

#if HEADWAY_CASE == 6  // case: a date plus a date
// expect-gcc: no match for .operator\+.*headway::(basic_)?date.*and .*headway::(basic_)?date
// expect-clang: invalid operands to binary expression .*date.*and .*date
auto wrong = day_given + day_given;
#endif

#if HEADWAY_CASE == 7  // case: a plain number as a date
// expect-gcc: conversion from .double. to .*headway::date
// expect-clang: no viable conversion from 'double' to 'headway::date'
headway::date wrong = 2025.5;
#endif

#if HEADWAY_CASE == 8  // case: a year as a date
// expect: date: a year or a month is no day: write date\(2026y / 1 / 1\)
auto wrong = headway::date(2026y);
#endif

#if HEADWAY_CASE == 9  // case: a text as a date
// expect: date: a text is read when running: write date\(2026, 12, 1\), or parse_value<date>\(text\)
auto wrong = headway::date("2026-12-01");
#endif

#if HEADWAY_CASE == 10  // case: a string as a date
// expect: date: a text is read when running: write date\(2026, 12, 1\), or parse_value<date>\(text\)
auto wrong = headway::date(std::string("2026-12-01"));
#endif
