// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/quantity.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The unit of a base dimension: `struct cow { static constexpr std::string_view name = "cow"; };` and
/// `inline constexpr auto cows = headway::base_unit<cow>;` add one.
template <class Dimension>
inline constexpr auto base_unit = quantity<Dimension>::from_base_value(1.0);

/// Units are quantities: `3.5 * million_usd`, `petaflop / second`, `1.0 / cm2`.
/// A year is 365.2425 days (the Gregorian mean, `std::chrono::years{1}`), a month a twelfth of it. Beside `using namespace
/// std::chrono`, where day, month and year are types, these three are written `units::day`, `units::month`, `units::year`.
namespace units {

inline constexpr auto second = base_unit<dim::time>;
inline constexpr auto minute = 60.0 * second;
inline constexpr auto hour = 60.0 * minute;
inline constexpr auto day = 24.0 * hour;
inline constexpr auto week = 7.0 * day;
inline constexpr auto year = 31556952.0 * second;
inline constexpr auto month = 2629746.0 * second;

inline constexpr auto usd = base_unit<dim::money>;
inline constexpr auto thousand_usd = 1e3 * usd;
inline constexpr auto million_usd = 1e6 * usd;
inline constexpr auto billion_usd = 1e9 * usd;
inline constexpr auto trillion_usd = 1e12 * usd;

/// One floating-point operation done; a speed is `petaflop / second`.
inline constexpr auto flop = base_unit<dim::compute>;
inline constexpr auto gigaflop = 1e9 * flop;
inline constexpr auto teraflop = 1e12 * flop;
inline constexpr auto petaflop = 1e15 * flop;
inline constexpr auto exaflop = 1e18 * flop;
inline constexpr auto zettaflop = 1e21 * flop;
inline constexpr auto yottaflop = 1e24 * flop;
/// Total Processing Performance, the measure of the US export rules (TOPS times bit length).
inline constexpr auto tpp = base_unit<dim::processing_performance>;

inline constexpr auto chip = base_unit<dim::chips>;
inline constexpr auto thousand_chips = 1e3 * chip;
inline constexpr auto million_chips = 1e6 * chip;
inline constexpr auto wafer = base_unit<dim::wafers>;
inline constexpr auto token = base_unit<dim::tokens>;
inline constexpr auto million_tokens = 1e6 * token;
inline constexpr auto billion_tokens = 1e9 * token;
inline constexpr auto trillion_tokens = 1e12 * token;
inline constexpr auto person = base_unit<dim::people>;
inline constexpr auto million_people = 1e6 * person;

inline constexpr auto gigabyte = 1e9 * base_unit<dim::data>;
inline constexpr auto terabyte = 1e12 * base_unit<dim::data>;

inline constexpr auto joule = base_unit<dim::energy>;
inline constexpr auto watt = joule / second;
inline constexpr auto kilowatt = 1e3 * watt;
inline constexpr auto megawatt = 1e6 * watt;
inline constexpr auto gigawatt = 1e9 * watt;
inline constexpr auto kilowatt_hour = kilowatt * hour;
inline constexpr auto megawatt_hour = megawatt * hour;
inline constexpr auto gigawatt_hour = gigawatt * hour;
inline constexpr auto terawatt_hour = 1e12 * watt * hour;

// The base is the smallest of them, so that each is a whole number of it and their ratios are exact.
inline constexpr auto nanometre = base_unit<dim::length>;
inline constexpr auto millimetre = 1e6 * nanometre;
inline constexpr auto centimetre = 1e7 * nanometre;
inline constexpr auto metre = 1e9 * nanometre;
inline constexpr auto mm2 = millimetre * millimetre;
inline constexpr auto cm2 = centimetre * centimetre;
inline constexpr auto m2 = metre * metre;

/// A share: `80 * percent` converts to the plain number 0.8.
inline constexpr auto percent = quantity<dimensionless>(0.01);

}  // namespace units

}  // namespace headway

#include <headway/header_end.hpp>
