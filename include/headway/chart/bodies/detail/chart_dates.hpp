// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_dates.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
double start_of_month(int month) {
    const int year = (month >= 0 ? month : month - 11) / 12;
    const auto of_year = static_cast<unsigned>(month - 12 * year + 1);
    return date(std::chrono::year(year) / std::chrono::month(of_year) / 1).seconds_since_1970();
}
HEADWAY_INSTANTIATE(double start_of_month<>(int month));

template <class>
const char* month_name(unsigned month) noexcept {
    constexpr const char* names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return names[month - 1];
}
HEADWAY_INSTANTIATE(const char* month_name<>(unsigned month));

template <class>
chart_ticks date_ticks(double lo, double hi, int count) {
    constexpr double day = 86400.0;
    constexpr double month = 2629746.0;
    if (hi - lo < 4.0 * day) {
        const double middle = 0.5 * lo + 0.5 * hi;
        lo = middle - 2.0 * day;
        hi = middle + 2.0 * day;
    }
    chart_ticks result{lo, hi, {}, {}};
    const auto add = [&](double at, bool days) {
        if (!(at >= lo && at <= hi)) return;
        const std::chrono::year_month_day ymd(date::from_seconds_since_1970(at));
        const auto m = static_cast<unsigned>(ymd.month());
        const std::string year = std::to_string(static_cast<int>(ymd.year()));
        std::string text = days     ? std::to_string(static_cast<unsigned>(ymd.day())) + " " + month_name(m)
                           : m == 1 ? year
                                    : month_name(m);
        if (result.ticks.empty() && text != year) text += " " + year;
        result.ticks.push_back({at, text});
    };
    const auto fits = [&](double step) { return (hi - lo) / step <= count; };

    for (const int days : {1, 2, 7, 14}) {
        if (!fits(days * day)) continue;
        const double origin = days < 7 ? 0.0 : 4.0;  // 1970-01-05 was a Monday
        double n = -floor(-(lo / day - origin) / days);
        for (; (n * days + origin) * day <= hi; n += 1.0) add((n * days + origin) * day, true);
        return result;
    }
    int months = 1;
    for (const int several : {1, 3, 6, 12}) {
        months = several;
        if (fits(months * month)) break;
    }
    if (!fits(months * month)) {
        months = 12 * static_cast<int>(round_step((hi - lo) / (12.0 * month) / count).value() + 0.5);
    }
    const std::chrono::year_month_day begin(date::from_seconds_since_1970(lo));
    int at = static_cast<int>(begin.year()) * 12 + static_cast<int>(static_cast<unsigned>(begin.month())) - 1;
    at -= ((at % months) + months) % months;
    for (; start_of_month(at) <= hi; at += months) add(start_of_month(at), false);
    return result;
}
HEADWAY_INSTANTIATE(chart_ticks date_ticks<>(double lo, double hi, int count));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
