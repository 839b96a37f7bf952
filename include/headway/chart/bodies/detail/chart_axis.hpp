// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_axis.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
void require_chartable(const char* function, const char* what, double value) {
    if (value >= -greatest_chart_value && value <= greatest_chart_value) return;
    headway::detail::value_breaks_a_rule(function, what,
                                         "must be a finite number of at most 1e250 in base units to be drawn", value);
}
HEADWAY_INSTANTIATE(void require_chartable<>(const char* function, const char* what, double value));

template <class>
void require_chartable_date(const char* function, const char* what, double seconds) {
    if (seconds >= least_chart_date && seconds <= greatest_chart_date) return;
    headway::detail::value_breaks_a_rule(function, what, "must be a date from the year -30000 to 30000 to be drawn",
                                         1970.0 + seconds / 31556952.0);
}
HEADWAY_INSTANTIATE(void require_chartable_date<>(const char* function, const char* what, double seconds));

template <class>
std::string with_raised_power(std::string text) {
    for (std::size_t at = text.find('e'); at != text.npos; at = text.find('e', at + 1)) {
        const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
        if (at == 0 || !digit(at - 1) || at + 1 == text.size() || (text[at + 1] != '+' && text[at + 1] != '-')) continue;
        std::size_t end = at + 2;
        int power = 0;
        for (; digit(end); ++end) power = 10 * power + (text[end] - '0');
        if (end == at + 2) continue;
        return text.replace(at, end - at, "×10" + raised_text(text[at + 1] == '-' ? -power : power));
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string with_raised_power<>(std::string text));

template <class>
bool is_logarithmic(const char* function, axis_kind kind, const axis_range& range) {
    if (kind == axis_kind::logarithmic && !(range.lo >= 1.0 / greatest_chart_value)) {
        throw std::domain_error(std::string(function) + ": a logarithmic axis shows values above zero only, got " +
                                headway::detail::number_text(range.lo) + "; use axis_kind::linear");
    }
    return kind == axis_kind::logarithmic ||
           (kind == axis_kind::automatic && range.lo >= 1.0 / greatest_chart_value && range.hi >= 20.0 * range.lo);
}
HEADWAY_INSTANTIATE(bool is_logarithmic<>(const char* function, axis_kind kind, const axis_range& range));

HEADWAY_OUT_OF_LINE void axis_range::add(double value) noexcept {
    if (value == no_limit) return;
    if (value < lo) lo = value;
    if (value > hi) hi = value;
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
