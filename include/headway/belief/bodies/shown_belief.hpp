// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/shown_belief.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string belief_line(const component_list& belief, const belief_notation& notation) {
    const auto at = [&](double p) { return quantile_of(belief, from_lower(p)); };
    const auto text = [&](double x) { return notation.value_text(x, shown_belief_digits); };
    const double low = at(0.05);
    const double high = at(0.95);
    if (low == high) return text(at(0.5)) + " (a single value)";
    return text(at(0.5)) + " (90 % between " + text(low) + " and " + text(high) + ")";
}
HEADWAY_INSTANTIATE(std::string belief_line<>(const component_list& belief, const belief_notation& notation));

template <class>
std::string shown_belief(const component_list& belief, const belief_notation& notation) {
    std::string given = belief_writer(notation).text(belief);
    if (given.size() <= longest_shown_belief) return given;
    return given.substr(0, given.find('(')) + ": " + belief_line(belief, notation);
}
HEADWAY_INSTANTIATE(std::string shown_belief<>(const component_list& belief, const belief_notation& notation));

}  // namespace headway::detail

#include <headway/header_end.hpp>
