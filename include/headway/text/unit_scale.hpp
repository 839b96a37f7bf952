// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <headway/quantity/value.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// One unit that values can be shown in.
struct shown_unit {
    double size = 1.0;  ///< in base units
    std::string name;   ///< "million USD"; empty for a plain number
    double from = 1.0;  ///< used from this many of it on
};

/// The units of a dimension, from small to large, as `unit_ladder` has them; one at least.
using unit_scale = std::vector<shown_unit>;

namespace detail {

template <class Dimension>
[[nodiscard, gnu::cold]] unit_scale scale_of_dimension(double size = 1.0, const std::string& pers = {}) {
    namespace core = headway::detail;
    if constexpr (std::is_same_v<Dimension, dimensionless>) {
        if (pers.empty()) return {{0.01, "%"}};
        return {{size, pers.substr(1)}};
    } else if constexpr (has_unit_ladder<Dimension>) {
        unit_scale scale;
        for (const unit_rung& rung : unit_ladder<Dimension>) {
            scale.push_back({size * rung.size, std::string(rung.many) + pers, rung.from});
        }
        return scale;
    } else {
        using parts = core::derived<typename core::factors_of<Dimension>::type>;
        using below = typename parts::first_divisor;
        if constexpr (std::is_void_v<below>) {
            return {{size * parts::size(), parts::name() + pers}};
        } else {
            using unit = core::factor_unit<core::base_dimension_of<below>, -core::exponent_of<below>>;
            return scale_of_dimension<divided<Dimension, below>>(size / unit::size(), pers + " per " + unit::name());
        }
    }
}

template <class T>
struct scale_of_value {
    [[nodiscard]] static unit_scale get() { return {{1.0, {}}}; }
};
template <class Dimension>
struct scale_of_value<quantity<Dimension>> {
    [[nodiscard]] static unit_scale get() { return scale_of_dimension<Dimension>(); }
};

/// The largest unit that leaves at least `from` of it; the smallest for zero.
template <class = void>
[[nodiscard]] std::size_t unit_for(const unit_scale& scale, double magnitude) noexcept;

}  // namespace detail

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/unit_scale.hpp>
#endif
