// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include <headway/history/detail/csv_number.hpp>
#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Dates as a table writes them.
namespace detail {

/// What was read of a date, as far as it was there.
struct date_fields {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    std::optional<int> day_of_year;
    std::optional<int> quarter;
    int hour = 0;
    std::optional<bool> afternoon;
    int minute = 0;
    double second = 0.0;
    int minutes_east = 0;
};

/// What a cell says about a date; without a date, what was expected.
struct csv_date {
    enum class kind { moment, whole_year, decimal_year };
    std::optional<date> when;
    kind is = kind::moment;
    std::string expected;
};

/// Reads digits, words and signs from left to right. A part that is not there leaves the place where it is.
class date_reader {
  public:
    explicit date_reader(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] bool is_done() const noexcept { return at_ == text_.size(); }
    bool take(char sign) noexcept;
    void skip_spaces() noexcept {
        while (!is_done() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    /// So many digits that make a number between two others.
    template <class To>
    bool number(To& to, std::size_t least_digits, std::size_t most_digits, int lowest, int highest) {
        int n = 0;
        std::size_t count = 0;
        for (; count < most_digits && at_ + count < text_.size() && is_digit(text_[at_ + count]); ++count) {
            n = 10 * n + (text_[at_ + count] - '0');
        }
        if (count < least_digits || n < lowest || n > highest) return false;
        at_ += count;
        to = n;
        return true;
    }
    bool word(std::string_view wanted) noexcept;
    template <class = void>
    bool month_name(date_fields& f) noexcept;
    template <class = void>
    bool seconds(date_fields& f);
    /// "Z", "UTC", "+05:30", "-0800", "+01".
    template <class = void>
    bool zone(date_fields& f);
    /// "12:00", "12:00:30.5", with a zone behind it or none.
    template <class = void>
    bool time_of_day(date_fields& f);
    /// Digits of the form "2024".
    bool year(date_fields& f) { return number(f.year, 4, 4, 0, 9999); }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// A form with its abbreviations written out.
template <class = void>
[[nodiscard, gnu::cold]] std::string whole_form(std::string_view form);

/// Reads a date of a whole form. False for any other text.
template <class = void>
[[nodiscard]] bool read_form(std::string_view text, std::string_view form, date_fields& f);

/// What is said of dates without a form, but for years. False for any other text.
template <class = void>
[[nodiscard]] bool read_usual_date(std::string_view text, date_fields& f);

template <class = void>
[[nodiscard]] date in_period(std::chrono::sys_days start, std::chrono::sys_days next,
                                    period_date stands_for_it);

/// A year and its decimals, as a date.
template <class = void>
[[nodiscard]] csv_date date_of_year(double year, std::string_view text, const csv_options& options,
                                           decimal_years years);

/// The date of what was read; nothing for a day that the calendar does not have.
template <class = void>
[[nodiscard]] csv_date date_of_fields(const date_fields& f, const csv_options& options, decimal_years years);

/// The date of "2024-03-01", which tables have most; nothing for any other text.
template <class = void>
[[nodiscard]] std::optional<date> iso_day(std::string_view text);

/// Of a text without spaces around it and the whole form of dates.
template <class = void>
[[nodiscard]] csv_date date_of_text(std::string_view text, std::string_view form, const csv_options& options,
                                    decimal_years years);

template <class = void>
[[nodiscard]] csv_date date_in(std::string_view cell, const csv_options& options, decimal_years years);

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/csv_date.hpp>
#endif
