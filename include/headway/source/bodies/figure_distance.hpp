// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure_distance.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::detail {

template <class>
std::string gap_text(const figure_gap& gap, const figure_distance& d) {
    if (gap.difference == 0.0) return "within";
    const double size = gap.difference < 0.0 ? -gap.difference : gap.difference;
    if (d.of_dates) return headway::to_text(size * units::year) + (gap.difference > 0.0 ? " later" : " earlier");
    std::string text = headway::detail::number_text(size, 3);
    if (!d.unit.empty()) text += " " + std::string(d.unit);
    text += gap.difference > 0.0 ? " above" : " below";
    if (gap.ratio > 0.0 && gap.ratio < no_limit) text += " (× " + headway::detail::number_text(gap.ratio, 3) + ")";
    return text;
}
HEADWAY_INSTANTIATE(std::string gap_text<>(const figure_gap& gap, const figure_distance& d));

}  // namespace headway::figures::detail

namespace headway::figures {

template <class>
std::string to_text(const figure_distance& d) {
    const std::string low = detail::gap_text(d.low, d);
    const std::string high = detail::gap_text(d.high, d);
    const bool open_above = d.high.difference == no_limit;
    const bool open_below = d.low.difference == -no_limit;
    if (open_above && open_below) return "anything";
    if (open_above)
        return d.low.difference == 0.0  ? "within or above"
               : d.low.difference > 0.0 ? "at least " + low
                                        : low + " or more";
    if (open_below)
        return d.high.difference == 0.0  ? "within or below"
               : d.high.difference < 0.0 ? "at least " + high
                                         : high + " or less";
    if (low == high) return low;
    const std::string ends = low + " to " + high;
    return d.has_middle ? detail::gap_text(d.middle, d) + "; ends from " + ends : ends;
}
HEADWAY_INSTANTIATE(std::string to_text<>(const figure_distance& d));

}  // namespace headway::figures

#include <headway/header_end.hpp>
