// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::detail {

template <class>
std::string printed_text(double x, bool is_year) {
    std::string text = headway::detail::number_text(x, 12);
    if (is_year || text.find('e') != std::string::npos) return text;
    const auto point = text.find('.');
    const std::size_t first_digit = x < 0.0 ? 1 : 0;
    for (std::size_t at = point == std::string::npos ? text.size() : point; at > first_digit + 3;) {
        at -= 3;
        text.insert(at, " ");
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string printed_text<>(double x, bool is_year));

}  // namespace headway::figures::detail

namespace headway::figures {

template <class>
std::string value_text(const figure_info& f) {
    if (!f.words.empty()) return std::string(f.words);
    const printed_number& p = f.printed;
    const auto number = [&](double x) { return std::string(p.prefix) + detail::printed_text(x, p.years); };
    std::string text;
    switch (p.as) {
    case printed_number::form::none:
        return text;
    case printed_number::form::number:
        text = number(p.number);
        break;
    case printed_number::form::range:
        text = number(p.low) + " to " + number(p.high);
        break;
    case printed_number::form::interval:
        text = number(p.number);
        break;
    case printed_number::form::sum:
        text = number(p.low) + " + " + number(p.high);
        break;
    }
    if (f.precision == precision::about || f.precision == precision::at_least || f.precision == precision::at_most) {
        text = std::string(to_text(f.precision)) + " " + text;
    } else if (f.precision == precision::order) {
        text = "of the order of " + text;
    }
    if (!p.unit.empty()) text += " " + std::string(p.unit);
    if (p.as == printed_number::form::interval) {
        text += " (";
        if (p.level > 0.0) text += detail::printed_text(100.0 * p.level, false) + " % interval ";
        text += number(p.low) + " to " + number(p.high) + ")";
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string value_text<>(const figure_info& f));

template <class>
std::string kind_text(const figure_info& f) {
    return std::string(to_text(f.kind)) + (f.rejected ? " (rejected)" : "");
}
HEADWAY_INSTANTIATE(std::string kind_text<>(const figure_info& f));

template <class>
std::string kind_and_grade(const figure_info& f) {
    if (f.grade != grade::none) return kind_text(f) + ", grade " + std::string(to_text(f.grade));
    return kind_text(f) + (f.read.empty() ? "" : ", " + std::string(f.read));
}
HEADWAY_INSTANTIATE(std::string kind_and_grade<>(const figure_info& f));

template <class>
std::string citation(const figure_info& f) {
    if (f.source->key.empty()) return {};
    std::string text(f.speaker());
    if (!f.via.empty()) text += ", citing " + std::string(f.via);
    for (const std::string_view part : {f.source->piece, f.source->publication, f.source->date_text}) {
        if (!part.empty()) text += ", " + std::string(part);
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string citation<>(const figure_info& f));

}  // namespace headway::figures

#include <headway/header_end.hpp>
