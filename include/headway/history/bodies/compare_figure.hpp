// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/compare_figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string claim_text(const figures::figure_info& figure) {
    const std::string_view speaker = figure.speaker();
    return (speaker.empty() ? std::string() : std::string(speaker) + ": ") + figures::value_text(figure);
}
HEADWAY_INSTANTIATE(std::string claim_text<>(const figures::figure_info& figure));

}  // namespace headway::detail

namespace headway {

HEADWAY_OUT_OF_LINE std::string figure_comparison::verdict() const {
    if (p_value < 0.01) return "the data contradict the claim";
    if (p_value < 0.05) return "the data speak against the claim";
    return "the data are compatible with the claim";
}

HEADWAY_OUT_OF_LINE std::string figure_comparison::in_words() const {
    const std::string p = p_value < 0.0001 ? "p < 0.0001" : "p = " + detail::number_text(p_value, 2);
    return claim + "; data: " + data + "; " + verdict() + " (" + p + ")" + (caution.empty() ? "" : "; " + caution);
}

}  // namespace headway

#include <headway/header_end.hpp>
