// SPDX-License-Identifier: BSL-1.0
// The first line of each error names both dimensions in words.
#include <headway/quantity/quantity.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::units;
constexpr auto cost = 3.0 * usd;
constexpr auto span = 2.0 * year;
static_assert(cost + cost > cost && span.in(year) == 2.0 && cost / span < 1.0 * usd / second);

#if HEADWAY_CASE == 1  // case: money plus time
// expect-gcc: no match for .operator\+.*quantity<headway::dim::money.*and.*quantity<headway::dim::time
// expect-clang: invalid operands to binary expression .*quantity<(headway::dim::)?money.*and.*quantity<(headway::dim::)?time
auto sum = 3.0 * usd + 2.0 * year;
#endif

#if HEADWAY_CASE == 2  // case: money less a plain number
// expect-gcc: no match for .operator-.*quantity<headway::dim::money.*and .*double
// expect-clang: invalid operands to binary expression .*quantity<(headway::dim::)?money.*and 'double'
auto difference = cost - 2.0;
#endif

#if HEADWAY_CASE == 3  // case: money below a time
// expect-gcc: no match for .operator<.*quantity<headway::dim::money.*and.*quantity<headway::dim::time
// expect-clang: invalid operands to binary expression .*quantity<(headway::dim::)?money.*and.*quantity<(headway::dim::)?time
bool less = cost < span;
#endif

#if HEADWAY_CASE == 4  // case: money equal to a time
// expect-gcc: no match for .operator==.*quantity<headway::dim::money.*and.*quantity<headway::dim::time
// expect-clang: invalid operands to binary expression .*quantity<(headway::dim::)?money.*and.*quantity<(headway::dim::)?time
bool equal = cost == span;
#endif

#if HEADWAY_CASE == 5  // case: money in years
// expect-gcc: conversion from .*quantity<headway::dim::time.*to.*quantity<headway::dim::money
// expect-clang: no viable conversion from .*quantity<(headway::dim::)?time.*to.*quantity<(headway::dim::)?money
auto number = (3.0 * usd).in(year);
#endif

#if HEADWAY_CASE == 6  // case: a time where money is expected
// expect-gcc: conversion from .*quantity<headway::dim::time.*to.*quantity<headway::dim::money
// expect-clang: no viable conversion from .*quantity<(headway::dim::)?time.*to.*quantity<(headway::)?(dim::)?money
headway::quantity<headway::dim::money> budget = 2.0 * year;
#endif

#if HEADWAY_CASE == 7  // case: a time assigned to money
// expect-gcc: no match for .operator=.*quantity<headway::dim::money.*and.*quantity<headway::dim::time
// expect-clang: no viable overloaded '='
// expect-clang-note: no known conversion from .*time.*to.*money
void assign(headway::quantity<headway::dim::money>& budget) { budget = 2.0 * year; }
#endif

#if HEADWAY_CASE == 8  // case: a time added to money in place
// expect-gcc: no match for .operator\+=.*quantity<headway::dim::money.*and.*quantity<headway::dim::time
// expect-clang: no viable overloaded '\+='
// expect-clang-note: could not match '(headway::)?dim::money' against '(headway::)?dim::time'
void add(headway::quantity<headway::dim::money>& budget) { budget += 2.0 * year; }
#endif

#if HEADWAY_CASE == 9  // case: money as a plain number
// expect-gcc: cannot convert .*quantity<headway::dim::money.*to .double
// expect-clang: no viable conversion from .*quantity<(headway::dim::)?money.*to 'double'
double number = cost;
#endif

#if HEADWAY_CASE == 10  // case: a plain number as money
// expect-gcc: conversion from .double. to .*quantity<headway::dim::money
// expect-clang: no viable conversion from 'double' to .*quantity<(headway::)?(dim::)?money
headway::quantity<headway::dim::money> budget = 2.0;
#endif

#if HEADWAY_CASE == 11  // case: a derived dimension spells its factors
// expect-gcc: quantity<headway::product<headway::per<headway::dim::chips, 1>, headway::dim::money.*and.*dim::money
// expect-clang: quantity<(headway::)?product<(headway::)?per<(headway::dim::)?chips(, 1)?>, (headway::dim::)?money.*and.*money
auto sum = cost / chip + cost;
#endif

#if HEADWAY_CASE == 12  // case: a chrono duration as money
// expect-gcc: conversion from .*std::chrono::duration.*to.*quantity<headway::dim::money
// expect-clang: no viable conversion from .*(std::chrono::duration|months|years).*to.*quantity<(headway::)?(dim::)?money
headway::quantity<headway::dim::money> budget = std::chrono::years{2};
#endif

#if HEADWAY_CASE == 13  // case: money cast to a plain number
// expect: a quantity becomes a number by its unit: write x.in\(usd\), x.in\(year\) or another unit of x
auto number = static_cast<double>(cost);
#endif

#if HEADWAY_CASE == 14  // case: money as a condition
// expect: a quantity becomes a number by its unit
int branch() {
    if (cost) return 1;
    return 2;
}
#endif

#if HEADWAY_CASE == 15  // case: money and a plain number, ==
// expect-clang: a quantity is compared with a plain number: give the number its unit, such as 3.0 \* million_usd
// expect-gcc: use of deleted function .*operator.*the_number_needs_a_unit_such_as_3_million_usd
bool answer = cost == 2.0;
#endif

#if HEADWAY_CASE == 16  // case: money and a plain number, !=
// expect-clang: a quantity is compared with a plain number: give the number its unit, such as 3.0 \* million_usd
// expect-gcc: use of deleted function .*operator.*the_number_needs_a_unit_such_as_3_million_usd
bool answer = 2 != cost;
#endif

#if HEADWAY_CASE == 17  // case: money and a plain number, <
// expect-clang: a quantity is compared with a plain number: give the number its unit, such as 3.0 \* million_usd
// expect-gcc: use of deleted function .*operator.*the_number_needs_a_unit_such_as_3_million_usd
bool answer = cost < 2;
#endif

#if HEADWAY_CASE == 18  // case: money and a plain number, <=
// expect-clang: a quantity is compared with a plain number: give the number its unit, such as 3.0 \* million_usd
// expect-gcc: use of deleted function .*operator.*the_number_needs_a_unit_such_as_3_million_usd
bool answer = 2.0 <= cost;
#endif

#if HEADWAY_CASE == 19  // case: money and a plain number, >
// expect-clang: a quantity is compared with a plain number: give the number its unit, such as 3.0 \* million_usd
// expect-gcc: use of deleted function .*operator.*the_number_needs_a_unit_such_as_3_million_usd
bool answer = cost > 2.0F;
#endif

#if HEADWAY_CASE == 20  // case: money and a plain number, >=
// expect-clang: a quantity is compared with a plain number: give the number its unit, such as 3.0 \* million_usd
// expect-gcc: use of deleted function .*operator.*the_number_needs_a_unit_such_as_3_million_usd
bool answer = 2.0 >= cost;
#endif
