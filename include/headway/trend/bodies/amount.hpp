// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string iso_text(double seconds_since_1970) {
    if (!(seconds_since_1970 >= -1e12 && seconds_since_1970 <= 9.7e11)) {  // the years -29719 to 32708, which have a day
        return seconds_since_1970 == no_limit ? "never"
                                                          : number_text(seconds_since_1970) + " seconds since 1970";
    }
    const std::chrono::year_month_day day(date::from_seconds_since_1970(seconds_since_1970));
    const auto digits = [](unsigned n, std::size_t width) {
        const std::string text = std::to_string(n);
        return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
    };
    const int year = static_cast<int>(day.year());
    return (year < 0 ? "-" : "") + digits(static_cast<unsigned>(year < 0 ? -year : year), 4) + "-" +
           digits(static_cast<unsigned>(day.month()), 2) + "-" + digits(static_cast<unsigned>(day.day()), 2);
}
HEADWAY_INSTANTIATE(std::string iso_text<>(double seconds_since_1970));

}  // namespace headway::detail

#include <headway/header_end.hpp>
