// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/value_kind.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A unit that texts may name.
struct named_unit {
    /// What may stand before or behind the name.
    enum class form { as_it_is, with_s, with_si_letter, with_si_word };
    std::string_view name;
    form takes;
    double above;
    double below;
    value_kind::factor factors[2];
};

inline constexpr named_unit named_units[] = {
    {"s", named_unit::form::as_it_is, 1.0, 1.0, {{dim::time::name, 1}}},
    {"second", named_unit::form::with_s, 1.0, 1.0, {{dim::time::name, 1}}},
    {"min", named_unit::form::as_it_is, 60.0, 1.0, {{dim::time::name, 1}}},
    {"minute", named_unit::form::with_s, 60.0, 1.0, {{dim::time::name, 1}}},
    {"h", named_unit::form::as_it_is, 3600.0, 1.0, {{dim::time::name, 1}}},
    {"hour", named_unit::form::with_s, 3600.0, 1.0, {{dim::time::name, 1}}},
    {"day", named_unit::form::with_s, 86400.0, 1.0, {{dim::time::name, 1}}},
    {"week", named_unit::form::with_s, 604800.0, 1.0, {{dim::time::name, 1}}},
    {"month", named_unit::form::with_s, 2629746.0, 1.0, {{dim::time::name, 1}}},
    {"year", named_unit::form::with_s, 31556952.0, 1.0, {{dim::time::name, 1}}},
    {"yr", named_unit::form::as_it_is, 31556952.0, 1.0, {{dim::time::name, 1}}},
    {"USD", named_unit::form::as_it_is, 1.0, 1.0, {{dim::money::name, 1}}},
    {"usd", named_unit::form::as_it_is, 1.0, 1.0, {{dim::money::name, 1}}},
    {"US$", named_unit::form::as_it_is, 1.0, 1.0, {{dim::money::name, 1}}},
    {"$", named_unit::form::as_it_is, 1.0, 1.0, {{dim::money::name, 1}}},
    {"dollar", named_unit::form::with_s, 1.0, 1.0, {{dim::money::name, 1}}},
    {"FLOP", named_unit::form::with_si_letter, 1.0, 1.0, {{dim::compute::name, 1}}},
    {"flop", named_unit::form::with_si_word, 1.0, 1.0, {{dim::compute::name, 1}}},
    {"TPP", named_unit::form::as_it_is, 1.0, 1.0, {{dim::processing_performance::name, 1}}},
    {"chip", named_unit::form::with_s, 1.0, 1.0, {{dim::chips::name, 1}}},
    {"wafer", named_unit::form::with_s, 1.0, 1.0, {{dim::wafers::name, 1}}},
    {"token", named_unit::form::with_s, 1.0, 1.0, {{dim::tokens::name, 1}}},
    {"person", named_unit::form::with_s, 1.0, 1.0, {{dim::people::name, 1}}},
    {"people", named_unit::form::as_it_is, 1.0, 1.0, {{dim::people::name, 1}}},
    {"J", named_unit::form::with_si_letter, 1.0, 1.0, {{dim::energy::name, 1}}},
    {"joule", named_unit::form::with_si_word, 1.0, 1.0, {{dim::energy::name, 1}}},
    {"Wh", named_unit::form::with_si_letter, 3600.0, 1.0, {{dim::energy::name, 1}}},
    {"W", named_unit::form::with_si_letter, 1.0, 1.0, {{dim::energy::name, 1}, {dim::time::name, -1}}},
    {"watt", named_unit::form::with_si_word, 1.0, 1.0, {{dim::energy::name, 1}, {dim::time::name, -1}}},
    {"nm", named_unit::form::as_it_is, 1.0, 1.0, {{dim::length::name, 1}}},
    {"µm", named_unit::form::as_it_is, 1e3, 1.0, {{dim::length::name, 1}}},
    {"μm", named_unit::form::as_it_is, 1e3, 1.0, {{dim::length::name, 1}}},  // the Greek letter
    {"um", named_unit::form::as_it_is, 1e3, 1.0, {{dim::length::name, 1}}},
    {"mm", named_unit::form::as_it_is, 1e6, 1.0, {{dim::length::name, 1}}},
    {"cm", named_unit::form::as_it_is, 1e7, 1.0, {{dim::length::name, 1}}},
    {"m", named_unit::form::as_it_is, 1e9, 1.0, {{dim::length::name, 1}}},
    {"km", named_unit::form::as_it_is, 1e12, 1.0, {{dim::length::name, 1}}},
    {"%", named_unit::form::as_it_is, 1.0, 100.0, {}},
    {"percent", named_unit::form::as_it_is, 1.0, 100.0, {}},
};

struct named_factor {
    std::string_view name;
    double size;
};
/// Words that stand before a unit, or alone behind a plain number.
inline constexpr named_factor counting_words[] = {
    {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}, {"k", 1e3}, {"M", 1e6},
    {"mn", 1e6},       {"bn", 1e9},      {"B", 1e9},       {"tn", 1e12},       {"T", 1e12}};
inline constexpr named_factor si_letters[] = {{"k", 1e3},  {"M", 1e6},  {"G", 1e9},  {"T", 1e12},
                                              {"P", 1e15}, {"E", 1e18}, {"Z", 1e21}, {"Y", 1e24}};
inline constexpr named_factor si_words[] = {{"kilo", 1e3},  {"mega", 1e6}, {"giga", 1e9},   {"tera", 1e12},
                                            {"peta", 1e15}, {"exa", 1e18}, {"zetta", 1e21}, {"yotta", 1e24}};

}  // namespace headway::detail

#include <headway/header_end.hpp>
