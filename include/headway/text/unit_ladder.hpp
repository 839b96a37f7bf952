// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include <headway/quantity/quantity.hpp>
#include <headway/quantity/units.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One unit in which a dimension can be printed.
struct unit_rung {
    double size;                ///< this unit in base units, for example 1e6 for a million USD
    std::string_view many;      ///< what stands after the number: "chips", "million USD"
    std::string_view one = {};  ///< what stands after the number 1, where that differs: "chip"
    double from = 1.0;          ///< used from this many of it on
    bool keep_zeros = false;    ///< 4.20 rather than 4.2
};

/// The units in which a dimension is printed, from small to large; the first also serves everything below it. A user
/// gives a dimension its own by specialising this, in one line:
/// `template <> inline constexpr headway::unit_rung headway::unit_ladder<cow>[] = {{1.0, "cows", "cow"}};`
/// (before the dimension is first printed).
/// A dimension without one prints with the name of its base dimension, a derived one with the units of its factors.
template <class Dimension>
inline constexpr std::nullptr_t unit_ladder = nullptr;

/// The dimension has a ladder of its own.
template <class Dimension>
concept has_unit_ladder = std::is_array_v<std::remove_reference_t<decltype((unit_ladder<Dimension>))>>;

/// The unit of a base dimension inside a derived one: "USD per kWh", "chips per year". By default the first rung of its
/// ladder.
template <class Base>
inline constexpr unit_rung unit_after_per = [] {
    if constexpr (has_unit_ladder<Base>) {
        const unit_rung& first = unit_ladder<Base>[0];
        return unit_rung{first.size, first.one.empty() ? first.many : first.one};
    } else {
        return unit_rung{1.0, Base::name};
    }
}();

// Thresholds of time: up to 2 of the next unit, so that 14 months, 36 hours and 90 minutes stay what people say.
template <>
inline constexpr unit_rung unit_ladder<dim::time>[] = {
    {1.0, "seconds", "second"},    {60.0, "minutes", "minute", 2.0},    {3600.0, "hours", "hour", 2.0},
    {86400.0, "days", "day", 2.0}, {2629746.0, "months", "month", 2.0}, {31556952.0, "years", "year", 2.0},
};
template <>
inline constexpr unit_rung unit_after_per<dim::time> = {31556952.0, "year"};

template <>
inline constexpr unit_rung unit_ladder<dim::money>[] = {
    {1.0, "USD", {}, 1.0, true},         {1e3, "thousand USD", {}, 1.0, true},  {1e6, "million USD", {}, 1.0, true},
    {1e9, "billion USD", {}, 1.0, true}, {1e12, "trillion USD", {}, 1.0, true},
};

template <>
inline constexpr unit_rung unit_ladder<dim::compute>[] = {{1.0, "FLOP"}};

template <>
inline constexpr unit_rung unit_ladder<dim::performance>[] = {
    {1.0, "FLOP/s"},   {1e3, "kFLOP/s"},  {1e6, "MFLOP/s"},  {1e9, "GFLOP/s"},  {1e12, "TFLOP/s"},
    {1e15, "PFLOP/s"}, {1e18, "EFLOP/s"}, {1e21, "ZFLOP/s"}, {1e24, "YFLOP/s"},
};

template <>
inline constexpr unit_rung unit_ladder<dim::energy>[] = {
    {1.0, "J"}, {3.6e3, "Wh"}, {3.6e6, "kWh"}, {3.6e9, "MWh"}, {3.6e12, "GWh"}, {3.6e15, "TWh"},
};
template <>
inline constexpr unit_rung unit_after_per<dim::energy> = {3.6e6, "kWh"};

template <>
inline constexpr unit_rung unit_ladder<dim::power>[] = {
    {1.0, "W"}, {1e3, "kW"}, {1e6, "MW"}, {1e9, "GW"}, {1e12, "TW"},
};

template <>
inline constexpr unit_rung unit_ladder<dim::length>[] = {
    {1.0, "nm"}, {1e3, "µm"}, {1e6, "mm"}, {1e9, "m"}, {1e12, "km"},
};
template <>
inline constexpr unit_rung unit_after_per<dim::length> = {1e9, "m"};

// Dies are told in mm² up to the size of several, wafers in cm².
template <>
inline constexpr unit_rung unit_ladder<dim::area>[] = {
    {1e12, "mm²"},
    {1e14, "cm²", {}, 100.0},
    {1e18, "m²"},
    {1e24, "km²"},
};

template <>
inline constexpr unit_rung unit_ladder<dim::frequency>[] = {
    {1.0 / 31556952.0, "per year"},
    {1.0 / 86400.0, "per day", {}, 2.0},
    {1.0 / 3600.0, "per hour", {}, 2.0},
    {1.0, "per second"},
};

template <>
inline constexpr unit_rung unit_ladder<dim::chips>[] = {
    {1.0, "chips", "chip"},
    {1e3, "thousand chips"},
    {1e6, "million chips"},
    {1e9, "billion chips"},
};
template <>
inline constexpr unit_rung unit_ladder<dim::wafers>[] = {
    {1.0, "wafers", "wafer"},
    {1e3, "thousand wafers"},
    {1e6, "million wafers"},
};
template <>
inline constexpr unit_rung unit_ladder<dim::tokens>[] = {
    {1.0, "tokens", "token"}, {1e3, "thousand tokens"},  {1e6, "million tokens"},
    {1e9, "billion tokens"},  {1e12, "trillion tokens"},
};
template <>
inline constexpr unit_rung unit_ladder<dim::people>[] = {
    {1.0, "people", "person"},
    {1e3, "thousand people"},
    {1e6, "million people"},
    {1e9, "billion people"},
};
template <>
inline constexpr unit_rung unit_ladder<dim::processing_performance>[] = {
    {1.0, "TPP"},
    {1e3, "thousand TPP"},
    {1e6, "million TPP"},
    {1e9, "billion TPP"},
};

// Derived dimensions that the field tells in units of its own.
template <>
inline constexpr unit_rung unit_ladder<multiplied<dim::chips, dim::time>>[] = {
    {3.6e3, "chip-hours", "chip-hour"},
    {3.6e6, "thousand chip-hours"},
    {3.6e9, "million chip-hours"},
    {3.6e12, "billion chip-hours"},
};
template <>
inline constexpr unit_rung unit_ladder<divided<dim::money, multiplied<dim::chips, dim::time>>>[] = {
    {1.0 / 31556952.0, "USD per chip per year", {}, 1.0, true},
    {1.0 / 3.6e3, "USD per chip-hour", {}, 0.05, true},
};
template <>
inline constexpr unit_rung unit_ladder<divided<dim::money, dim::tokens>>[] = {
    {1e-6, "USD per million tokens", {}, 1.0, true},
};
template <>
inline constexpr unit_rung unit_ladder<divided<dim::money, dim::performance>>[] = {
    {1e-15, "USD per PFLOP/s", {}, 1.0, true},
    {1e-12, "thousand USD per PFLOP/s", {}, 1.0, true},
    {1e-9, "million USD per PFLOP/s", {}, 1.0, true},
};
template <>
inline constexpr unit_rung unit_ladder<divided<dim::compute, dim::energy>>[] = {
    {1.0, "FLOP per J"},
    {1e9, "GFLOP per J"},
    {1e12, "TFLOP per J"},
    {1e15, "PFLOP per J"},
};
template <>
inline constexpr unit_rung unit_ladder<divided<dim::processing_performance, dim::area>>[] = {{1e-12, "TPP per mm²"}};
template <>
inline constexpr unit_rung unit_ladder<inverted<dim::area>>[] = {{1e-14, "per cm²"}};

}  // namespace headway

#include <headway/header_end.hpp>
