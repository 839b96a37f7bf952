// SPDX-License-Identifier: BSL-1.0
#include <headway/text/unit_ladder.hpp>

#include "catch.hpp"

#include <cstddef>
#include <initializer_list>
#include <iterator>
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

constexpr bool has_sizes(const auto& ladder, std::initializer_list<double> sizes) {
    std::size_t i = 0;
    for (const double size : sizes) {
        if (i >= std::size(ladder) || ladder[i].size != size) return false;
        ++i;
    }
    return i == std::size(ladder);
}
static_assert(has_sizes(unit_ladder<dim::time>, {1.0, 60.0, 3600.0, 86400.0, 2629746.0, 31556952.0}));
static_assert(has_sizes(unit_ladder<dim::money>, {1.0, 1e3, 1e6, 1e9, 1e12}));
static_assert(has_sizes(unit_ladder<dim::performance>, {1.0, 1e3, 1e6, 1e9, 1e12, 1e15, 1e18, 1e21, 1e24}));
static_assert(has_sizes(unit_ladder<dim::energy>, {1.0, 3.6e3, 3.6e6, 3.6e9, 3.6e12, 3.6e15}));
static_assert(has_sizes(unit_ladder<dim::power>, {1.0, 1e3, 1e6, 1e9, 1e12}));
static_assert(has_sizes(unit_ladder<dim::length>, {1.0, 1e3, 1e6, 1e9, 1e12}));
static_assert(has_sizes(unit_ladder<dim::area>, {1e12, 1e14, 1e18, 1e24}));
static_assert(has_sizes(unit_ladder<dim::frequency>, {1.0 / 31556952.0, 1.0 / 86400.0, 1.0 / 3600.0, 1.0}));
static_assert(has_sizes(unit_ladder<dim::chips>, {1.0, 1e3, 1e6, 1e9}) && has_sizes(unit_ladder<dim::compute>, {1.0}));
static_assert(has_sizes(unit_ladder<dim::wafers>, {1.0, 1e3, 1e6}));
static_assert(has_sizes(unit_ladder<dim::tokens>, {1.0, 1e3, 1e6, 1e9, 1e12}));
static_assert(has_sizes(unit_ladder<dim::people>, {1.0, 1e3, 1e6, 1e9}));
static_assert(has_sizes(unit_ladder<dim::processing_performance>, {1.0, 1e3, 1e6, 1e9}));
static_assert(has_sizes(unit_ladder<multiplied<dim::chips, dim::time>>, {3.6e3, 3.6e6, 3.6e9, 3.6e12}));
static_assert(has_sizes(unit_ladder<divided<dim::money, multiplied<dim::chips, dim::time>>>, {1.0 / 31556952.0, 1.0 / 3.6e3}));
static_assert(has_sizes(unit_ladder<divided<dim::money, dim::tokens>>, {1e-6}));
static_assert(has_sizes(unit_ladder<divided<dim::money, dim::performance>>, {1e-15, 1e-12, 1e-9}));
static_assert(has_sizes(unit_ladder<divided<dim::compute, dim::energy>>, {1.0, 1e9, 1e12, 1e15}));
static_assert(has_sizes(unit_ladder<divided<dim::processing_performance, dim::area>>, {1e-12}));

// From how many on a unit is told.
constexpr double from_of(const auto& ladder, std::string_view unit) {
    for (const unit_rung& rung : ladder) {
        if (rung.many == unit) return rung.from;
    }
    return 0.0;
}
static_assert(from_of(unit_ladder<dim::time>, "minutes") == 2.0 && from_of(unit_ladder<dim::time>, "hours") == 2.0);
static_assert(from_of(unit_ladder<dim::time>, "days") == 2.0 && from_of(unit_ladder<dim::time>, "months") == 2.0);
static_assert(from_of(unit_ladder<dim::time>, "years") == 2.0 && from_of(unit_ladder<dim::area>, "cm²") == 100.0);
static_assert(from_of(unit_ladder<dim::frequency>, "per day") == 2.0 && from_of(unit_ladder<dim::frequency>, "per hour") == 2.0);
static_assert(from_of(unit_ladder<divided<dim::money, multiplied<dim::chips, dim::time>>>, "USD per chip-hour") == 0.05);
// Money keeps its zeros, counts do not.
constexpr bool keeps_zeros(const auto& ladder) {
    for (const unit_rung& rung : ladder) {
        if (!rung.keep_zeros) return false;
    }
    return true;
}
static_assert(keeps_zeros(unit_ladder<dim::money>) && keeps_zeros(unit_ladder<divided<dim::money, dim::performance>>));
static_assert(keeps_zeros(unit_ladder<divided<dim::money, dim::tokens>>) && !keeps_zeros(unit_ladder<dim::chips>));
static_assert(keeps_zeros(unit_ladder<divided<dim::money, multiplied<dim::chips, dim::time>>>));

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
