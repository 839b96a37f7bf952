// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/detail/chart_id.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string chart_id(const char* function, std::string_view svg) {
    constexpr std::string_view labelled = " aria-labelledby=\"";
    constexpr std::string_view end = "</svg>\n";
    const std::size_t at = svg.find(labelled);
    const std::size_t head = svg.find('>');
    const bool whole = svg.substr(0, 5) == "<svg " && svg.size() > end.size() &&
                       svg.substr(svg.size() - end.size()) == end && svg.find(end) == svg.size() - end.size();
    if (!whole || at >= head || svg.find("<script") != svg.npos) {
        throw std::domain_error(std::string(function) +
                                ": this is no chart of the library; give what fan_chart and its kin return");
    }
    const std::string_view ids = svg.substr(at + labelled.size());
    return std::string(ids.substr(0, ids.find("-title")));
}
HEADWAY_INSTANTIATE(std::string chart_id<>(const char* function, std::string_view svg));

template <class>
std::string chart_values(std::string_view svg) {
    const std::size_t at = svg.find('>', svg.find("<desc "));
    const std::size_t end = svg.find("</desc>");
    if (at == svg.npos || end == svg.npos || end <= at) return {};
    return "<details><summary>Values</summary><p>" + std::string(svg.substr(at + 1, end - at - 1)) + "</p></details>\n";
}
HEADWAY_INSTANTIATE(std::string chart_values<>(std::string_view svg));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
