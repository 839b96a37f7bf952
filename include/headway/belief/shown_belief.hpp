// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief_text.hpp>
#include <headway/distribution/list_functions.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Of a belief as it was given. What is longer, such as a list of observations, is told in other words where people read it.
inline constexpr std::size_t longest_shown_belief = 160;
inline constexpr int shown_belief_digits = 3;

/// Its median and the interval between its 5 % and 95 % quantiles, or that it is a single value.
template <class = void>
[[nodiscard, gnu::cold]] std::string belief_line(const component_list& belief, const belief_notation& notation) {
    const auto at = [&](double p) { return quantile_of(belief, from_lower(p)); };
    const auto text = [&](double x) { return notation.value_text(x, shown_belief_digits); };
    const double low = at(0.05);
    const double high = at(0.95);
    if (low == high) return text(at(0.5)) + " (a single value)";
    return text(at(0.5)) + " (90 % between " + text(low) + " and " + text(high) + ")";
}
HEADWAY_INSTANTIATE(std::string belief_line<>(const component_list& belief, const belief_notation& notation));

/// A belief for people to read: as it was given, or where that is long how it was made and its median and interval,
/// "empirical: 4.11 (90 % between 3.05 and 5.48)".
template <class = void>
[[nodiscard, gnu::cold]] std::string shown_belief(const component_list& belief, const belief_notation& notation) {
    std::string given = belief_writer(notation).text(belief);
    if (given.size() <= longest_shown_belief) return given;
    return given.substr(0, given.find('(')) + ": " + belief_line(belief, notation);
}
HEADWAY_INSTANTIATE(std::string shown_belief<>(const component_list& belief, const belief_notation& notation));

}  // namespace headway::detail

#include <headway/header_end.hpp>
