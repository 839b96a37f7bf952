// SPDX-License-Identifier: BSL-1.0
#include <headway/source/printed_number.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

using namespace headway::units;
using namespace headway::figures;
using namespace std::chrono_literals;
using headway::date;

namespace {

static_assert(figure_value<double> && figure_value<date> && figure_value<headway::quantity<headway::dim::chips>>);
static_assert(!figure_value<int> && !figure_value<const char*>);

// Of a figure without a number nothing is printed.
constexpr printed_number no_number;
static_assert(no_number.as == printed_number::form::none && !no_number.years && no_number.level == 0.0);
static_assert(no_number.number == 0.0 && no_number.low == 0.0 && no_number.high == 0.0);

using money = headway::quantity<headway::dim::money>;
constexpr shown_in<money> in_millions{million_usd, "million USD"};
static_assert(in_millions.size == 1e6 * usd && in_millions.unit == "million USD" && in_millions.prefix.empty());
constexpr shown_in<double> falls{1.0, "per year", "÷"};
static_assert(falls.size == 1.0 && falls.unit == "per year" && falls.prefix == "÷");
constexpr shown_in<date> years;
static_assert(years.unit.empty() && years.prefix.empty());

}  // namespace

TEST_CASE("a value is printed in its unit, a date as its year") {
    CHECK(detail::number_in(money(3.5 * million_usd), in_millions) == 3.5);
    CHECK(detail::number_in(0.25, shown_in<double>{0.01, "%"}) == 25.0);
    CHECK(detail::number_in(date(2027y / 1 / 1), years) == 2027.0);
    CHECK(detail::number_in(date(2027y / 12 / 31), years) == 2027.0);
    CHECK(detail::unit_size_of(in_millions) == 1e6 * usd.base_value());
    CHECK(detail::unit_size_of(shown_in<double>{0.01, "%"}) == 0.01);
    CHECK(detail::unit_size_of(years) == (400.0 * year).base_value() / 400.0);
}
