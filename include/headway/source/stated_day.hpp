// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/source/article.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// A day as far as it is known: how it is written, and the first and last day that this can mean. Made by `stated`.
struct stated_day {
    std::string_view text{};
    date earliest{};
    date latest{};

    [[nodiscard]] constexpr bool is_stated() const noexcept { return !text.empty(); }
    /// The day is known, not only its month or year.
    [[nodiscard]] constexpr bool is_exact() const noexcept { return is_stated() && earliest == latest; }
};

namespace detail {

[[noreturn, gnu::cold]] inline void day_is_not_written_so(std::string_view text) {
    throw std::domain_error("stated: a day is written 2025-07-25, 2025-07 or 2025, got \"" + std::string(text) +
                            "\"; give other words together with the first and the last day that they can mean");
}
[[noreturn, gnu::cold]] inline void first_day_is_after_last(std::string_view text) {
    throw std::domain_error("stated: the first day that \"" + std::string(text) +
                            "\" can mean must not be after the last; give first, then last");
}

[[nodiscard]] constexpr unsigned digits_at(std::string_view text, std::size_t first, std::size_t count) {
    unsigned number = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        if (text[i] < '0' || text[i] > '9') day_is_not_written_so(text);
        number = 10 * number + static_cast<unsigned>(text[i] - '0');
    }
    return number;
}

}  // namespace detail

/// A day, month or year in digits: `stated("2025-07-25")`, `stated("2025-07")`, `stated("2025")`.
/// \throws std::domain_error for a text of another form and for a day that does not exist.
[[nodiscard]] constexpr stated_day stated(std::string_view text) {
    const bool has_month = text.size() == 7 || text.size() == 10;
    const bool has_day = text.size() == 10;
    if (text.size() != 4 && !has_month) detail::day_is_not_written_so(text);
    if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) detail::day_is_not_written_so(text);
    const int year = static_cast<int>(detail::digits_at(text, 0, 4));
    if (!has_month) return {text, calendar_day(year, 1, 1), calendar_day(year, 12, 31)};
    const unsigned month = detail::digits_at(text, 5, 2);
    if (has_day) {
        const date day = calendar_day(year, month, detail::digits_at(text, 8, 2));
        return {text, day, day};
    }
    const date first = calendar_day(year, month, 1);
    return {text, first, date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::last)};
}
/// In other words, with the first and the last day that they can mean: `stated("early 2026", first, last)`.
/// \throws std::domain_error for a first day after the last.
[[nodiscard]] constexpr stated_day stated(std::string_view text, const date& first, const date& last) {
    if (!(first <= last)) detail::first_day_is_after_last(text);
    return {text, first, last};
}

}  // namespace headway::figures

#include <headway/header_end.hpp>
