// SPDX-License-Identifier: BSL-1.0
#include <headway/text/unit_scale.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

#include <cmath>
#include <string>

using namespace headway::units;
using headway::report::unit_scale;
using headway::report::detail::scale_of_value;
using headway::report::detail::unit_for;

namespace {

template <class Quantity>
unit_scale scale_of(const Quantity&) {
    return scale_of_value<Quantity>::get();
}
std::string names(const unit_scale& scale) {
    std::string all;
    for (const auto& unit : scale) all += (all.empty() ? "" : ", ") + unit.name;
    return all;
}
double below(double x) { return std::nextafter(x, 0.0); }

}  // namespace

TEST_CASE("a scale has the units that a quantity is printed in, with their sizes") {
    CHECK(names(scale_of(usd)) == "USD, thousand USD, million USD, billion USD, trillion USD");
    CHECK(names(scale_of(second)) == "seconds, minutes, hours, days, months, years");
    CHECK(scale_of(year).back().size == year.in(second));
    CHECK(scale_of(year).back().from == 2.0);
    // Of a derived dimension: the units of what is above, per the unit of what is below.
    const auto per_energy = scale_of(usd / kilowatt_hour);
    CHECK(per_energy.front().name == "USD per kWh");
    CHECK(per_energy.front().size == (usd / kilowatt_hour).base_value());
    const auto per_year = scale_of(chip / year);
    CHECK(per_year[1].name == "thousand chips per year");
    CHECK_THAT(per_year[1].size, Catch::Matchers::WithinRel((1000.0 * chip / year).base_value(), 1e-15));
    CHECK(names(scale_of(headway::quantity<headway::dimensionless>(0.5))) == "%");
    CHECK(scale_of(headway::quantity<headway::dimensionless>(0.5)).front().size == 0.01);
    const auto plain = scale_of_value<double>::get();
    REQUIRE(plain.size() == 1);
    CHECK((plain[0].size == 1.0 && plain[0].name.empty() && plain[0].from == 1.0));
}

TEST_CASE("the unit for a magnitude is the largest of which there are enough, from the limit itself on") {
    const auto money = scale_of(usd);
    CHECK(unit_for(money, 0.0) == 0);
    CHECK(unit_for(money, 1.0) == 0);
    CHECK(unit_for(money, below(1e3)) == 0);
    CHECK(unit_for(money, 1e3) == 1);
    CHECK(unit_for(money, below(1e12)) == 3);
    CHECK(unit_for(money, 1e12) == 4);
    CHECK(unit_for(money, 1e300) == 4);
    CHECK(unit_for(money, std::nan("")) == 0);
    const auto time = scale_of(second);
    CHECK(unit_for(time, below(120.0)) == 0);
    CHECK(unit_for(time, 120.0) == 1);  // from two minutes on
    CHECK(unit_for(time, below(2.0 * 31556952.0)) == 4);
    CHECK(unit_for(time, 2.0 * 31556952.0) == 5);
}
