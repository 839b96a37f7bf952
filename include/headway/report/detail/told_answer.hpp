// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/chart/chart_unit.hpp>
#include <headway/quantity/value.hpp>
#include <headway/table/spread_text.hpp>
#include <headway/text/unit_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// A quantile of an answer no sharper than the distance of its outer ones, in the unit that its median has.
template <any_value T>
[[nodiscard, gnu::cold]] std::string told_of(const T& value, const T& low, const T& middle, const T& high,
                                         const chart_unit<T>& unit) {
    const double x = base_value_of(value);
    if (x == no_limit) return "never";
    const double spread = base_value_of(high) == no_limit ? no_limit : base_value_of(high) - base_value_of(low);
    if constexpr (any_date<T>) {
        return spread_text(value, spread * units::second);
    } else {
        if (unit) return spread_text(x / unit.size(), spread / unit.size()) + " " + unit.name();
        const auto scale = scale_of_value<T>::get();
        const double size = base_value_of(middle) == no_limit ? base_value_of(low) : base_value_of(middle);
        const shown_unit& shown = scale[unit_for(scale, size < 0.0 ? -size : size)];
        const std::string number = spread_text(x / shown.size, spread / shown.size);
        return shown.name.empty() ? number : number + " " + shown.name;
    }
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
