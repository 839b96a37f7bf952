// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

namespace detail {

/// A number as the sources print it: shortest form to 12 digits, thousands set off by a space from 1 000 on.
template <class = void>
[[nodiscard, gnu::cold]] std::string printed_text(double x, bool is_year) {
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

}  // namespace detail

/// The value with its unit and its precision, as the source states it: "about ÷4 per year", "at least 100 million USD",
/// "3 to 5 firms", "8 months (95 % interval 5 to 14)", "6 + 13 months". It is made of the typed value, except for an
/// order of magnitude and the like, which is printed in the source's words: "tens of billions of USD".
template <class = void>
[[nodiscard, gnu::cold]] std::string value_text(const figure_info& f) {
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

/// What a figure is in its source's argument, and whether its speaker rejects it: "observed", "claimed (rejected)".
template <class = void>
[[nodiscard, gnu::cold]] std::string kind_text(const figure_info& f) {
    return std::string(to_text(f.kind)) + (f.rejected ? " (rejected)" : "");
}
HEADWAY_INSTANTIATE(std::string kind_text<>(const figure_info& f));

/// The same, and how it was verified where that is said: "claimed, grade C", "claimed, not graded".
template <class = void>
[[nodiscard, gnu::cold]] std::string kind_and_grade(const figure_info& f) {
    if (f.grade != grade::none) return kind_text(f) + ", grade " + std::string(to_text(f.grade));
    return kind_text(f) + (f.read.empty() ? "" : ", " + std::string(f.read));
}
HEADWAY_INSTANTIATE(std::string kind_and_grade<>(const figure_info& f));

/// Where a figure comes from, as a report cites it: "Ho et al., Algorithmic progress in language models,
/// arXiv 2403.05812, March 2024". Empty without a source.
template <class = void>
[[nodiscard, gnu::cold]] std::string citation(const figure_info& f) {
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
