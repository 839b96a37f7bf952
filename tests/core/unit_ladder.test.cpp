// SPDX-License-Identifier: BSL-1.0
#include <headway/core/unit_ladder.hpp>

#include "catch.hpp"

#include <cstddef>
#include <string_view>

using namespace headway;
using namespace headway::units;

namespace {

struct cow {
    static constexpr std::string_view name = "cow";
};

// From small to large, each used from where the one before would be too small, and every unit has its text.
template <std::size_t Count>
constexpr bool well_formed(const unit_rung (&ladder)[Count]) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (!(ladder[i].size > 0.0) || ladder[i].many.empty() || !(ladder[i].from > 0.0)) return false;
        if (i > 0 && !(ladder[i].size > ladder[i - 1].size)) return false;
        if (i > 1 && !(ladder[i].from * ladder[i].size > ladder[i - 1].from * ladder[i - 1].size)) return false;
    }
    return true;
}
template <class... Dimensions>
inline constexpr bool all_well_formed = (well_formed(unit_ladder<Dimensions>) && ...);
static_assert(all_well_formed<dim::time, dim::money, dim::compute, dim::performance, dim::energy, dim::power,
                              dim::length, dim::area, dim::frequency, dim::chips, dim::wafers, dim::tokens, dim::people,
                              dim::processing_performance>);
static_assert(all_well_formed<multiplied<dim::chips, dim::time>, divided<dim::money, multiplied<dim::chips, dim::time>>,
                              divided<dim::money, dim::tokens>, divided<dim::money, dim::performance>,
                              divided<dim::compute, dim::energy>, divided<dim::processing_performance, dim::area>,
                              inverted<dim::area>>);

static_assert(has_unit_ladder<dim::money> && has_unit_ladder<dim::area>);
static_assert(!has_unit_ladder<cow> && !has_unit_ladder<dimensionless>);
static_assert(!has_unit_ladder<multiplied<dim::money, dim::money>>);

// The sizes are those of the units with the same names.
constexpr double size_of(const auto& ladder, std::string_view unit) {
    for (const unit_rung& rung : ladder) {
        if (rung.many == unit) return rung.size;
    }
    return 0.0;
}
static_assert(size_of(unit_ladder<dim::time>, "months") == month.base_value());
static_assert(size_of(unit_ladder<dim::time>, "years") == year.base_value());
static_assert(size_of(unit_ladder<dim::money>, "billion USD") == billion_usd.base_value());
static_assert(size_of(unit_ladder<dim::performance>, "PFLOP/s") == (petaflop / second).base_value());
static_assert(size_of(unit_ladder<dim::energy>, "kWh") == kilowatt_hour.base_value());
static_assert(size_of(unit_ladder<dim::energy>, "TWh") == terawatt_hour.base_value());
static_assert(size_of(unit_ladder<dim::power>, "GW") == gigawatt.base_value());
static_assert(size_of(unit_ladder<dim::length>, "mm") == millimetre.base_value());
static_assert(size_of(unit_ladder<dim::area>, "mm²") == mm2.base_value());
static_assert(size_of(unit_ladder<dim::area>, "cm²") == cm2.base_value());
static_assert(size_of(unit_ladder<dim::frequency>, "per year") == (1.0 / year).base_value());
static_assert(size_of(unit_ladder<inverted<dim::area>>, "per cm²") == (1.0 / cm2).base_value());
static_assert(size_of(unit_ladder<dim::tokens>, "trillion tokens") == trillion_tokens.base_value());

static_assert(unit_after_per<dim::chips>.many == "chip" && unit_after_per<dim::money>.many == "USD");
static_assert(unit_after_per<dim::time>.size == year.base_value());
static_assert(unit_after_per<dim::energy>.size == kilowatt_hour.base_value());
static_assert(unit_after_per<dim::length>.size == metre.base_value());
static_assert(unit_after_per<cow>.many == "cow" && unit_after_per<cow>.size == 1.0);

TEST_CASE("the units per which things are told are told in the singular") {
    CHECK(unit_after_per<dim::people>.many == "person");
    CHECK(unit_after_per<dim::wafers>.many == "wafer");
    CHECK(unit_after_per<dim::tokens>.many == "token");
}

}  // namespace
