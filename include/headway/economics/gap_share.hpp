// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/units.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class Ratio>
[[nodiscard]] constexpr auto log_of_gap(const char* function, const Ratio& ratio) {
    require_above_zero(function, "ratio", ratio);
    if (any_of(ratio == 1.0)) {
        value_breaks_a_rule(function, "ratio", "must differ from 1, or there is no gap to explain", 1.0);
    }
    return log(ratio);
}
template <class Factor>
[[nodiscard]] constexpr auto log_of_factor(const char* function, const Factor& factor) {
    require_above_zero(function, "factor", factor);
    return log(factor);
}

}  // namespace detail

/// Which share of a gap a cause explains that multiplies by `factor`, when the whole ratio is `ratio`: ln f / ln R, the
/// logarithmic mean Divisia index. Causes that act one on another multiply, as a dearer site does on a smaller fab; their
/// shares of the logarithm add up and do not depend on the order in which they are told, which shares of the difference do.
/// It is the share of the difference in money too, when a difference is divided by the logarithmic mean of its ends.
/// Above 1 where the cause alone would give more than the gap, and below 0 where it works against it.
/// \throws std::domain_error for a factor or a ratio that is not above zero, and a ratio of 1. Source: Ang 2005.
template <detail::amount Factor, detail::amount Ratio>
[[nodiscard]] constexpr auto gap_share(const Factor& factor, const Ratio& ratio) {
    return detail::log_of_factor("gap_share", detail::base_of_dimension<dimensionless>(factor)) /
           detail::log_of_gap("gap_share", detail::base_of_dimension<dimensionless>(ratio));
}

/// The share of the gap that the factors leave: 1 - sum of ln f_i / ln R, so that shares and what is left add up to the
/// whole. Below 0 where they explain more than there is. \throws std::domain_error as `gap_share`.
template <detail::amount Ratio, detail::amount... Factors>
[[nodiscard]] constexpr auto unexplained_share(const Ratio& ratio, const Factors&... factors) {
    return 1.0 -
           (detail::log_of_factor("unexplained_share", detail::base_of_dimension<dimensionless>(factors)) + ... + 0.0) /
               detail::log_of_gap("unexplained_share", detail::base_of_dimension<dimensionless>(ratio));
}

}  // namespace headway

#include <headway/header_end.hpp>
