// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <headway/math/check.hpp>
#include <headway/quantity/quantity.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void calendar_date_must_exist(int year, int month, int day) {
    const auto two = [](int n) { return (n >= 0 && n < 10 ? "0" : "") + std::to_string(n); };
    throw std::domain_error("date: " + std::to_string(year) + "-" + two(month) + "-" + two(day) +
                            " does not exist; give a day that its month has");
}
[[noreturn]] inline void calendar_date_must_exist(std::chrono::year_month_day ymd) {
    calendar_date_must_exist(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
                             static_cast<int>(static_cast<unsigned>(ymd.day())));
}
[[nodiscard]] constexpr std::chrono::year_month_day day_in_numbers(int year, int month, int day) {
    // What std::chrono cannot hold it takes for something else.
    const bool fits = year >= -32767 && year <= 32767 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!fits) calendar_date_must_exist(year, month, day);
    return std::chrono::year(year) / month / day;
}
[[noreturn]] inline void never_has_no_calendar_day() {
    throw std::domain_error("date: never has no calendar day; ask is_never() first");
}
[[noreturn]] inline void dates_have_no_distance(bool is_not_a_number) {
    throw std::domain_error(is_not_a_number ? "date - date: a date must be a number or never, got nan"
                                            : "date - date: both are never, which has no distance; ask is_never() first");
}
/// For dates that are plain numbers; in a block of draws one that is not taken may be anything.
template <class Number>
constexpr void require_date(const char* function, const Number& seconds, const Number& span) {
    if constexpr (std::same_as<Number, double>) {
        if (is_nan(seconds)) {
            if (is_nan(span)) value_breaks_a_rule(function, "span in seconds", "must be a number", span);
            throw std::domain_error(std::string(function) +
                                    ": no date lies an endless span from never, or from before every date");
        }
    }
}
[[noreturn]] inline void calendar_day_is_out_of_range(double seconds) {
    throw std::domain_error("date: a calendar day has a year from -32767 to 32767, got about the year " +
                            number_text(1970.0 + seconds / 31556952.0, 6));
}

/// Days from 1970-01-01 to the first of January, for every year an int can hold a day of.
[[nodiscard]] constexpr int days_to_year(int year) noexcept {
    const int whole = year - 1;
    const auto per = [whole](int n) { return (whole < 0 ? whole - (n - 1) : whole) / n; };
    return 365 * whole + per(4) - per(100) + per(400) - 719162;
}

inline constexpr double seconds_per_day = 86400.0;

}  // namespace detail

/// A point in time on the proleptic Gregorian calendar (UTC, no leap seconds), or *never*. `Number` is the number type
/// that a model runs with; callers write `date`. Stored as seconds since 1970-01-01 00:00, so that a difference of dates
/// is a time quantity without conversion; resolution 0.24 microseconds around the year 2025.
/// `never` is an infinite value: it orders after every date, and `date + never-ending span` is never.
template <class Number>
class basic_date {
  public:
    using number_type = Number;

    /// 1970-01-01.
    constexpr basic_date() noexcept = default;

    /// The start of a calendar day: `date(2024y / 3 / 1)`. \throws std::domain_error for a day that does not exist.
    constexpr basic_date(std::chrono::year_month_day ymd) {  // NOLINT: implicit, a calendar day is a date
        if (!ymd.ok()) detail::calendar_date_must_exist(ymd);
        seconds_ = Number(static_cast<double>(std::chrono::sys_days(ymd).time_since_epoch().count()) *
                          detail::seconds_per_day);
    }
    /// The last day of a month, `date(2024y / 2 / std::chrono::last)`.
    constexpr basic_date(std::chrono::year_month_day_last ymd)  // NOLINT: as above
        : basic_date(std::chrono::year_month_day(ymd)) {}
    /// Any system-clock time, `sys_days` among them. \throws std::domain_error for one that is not a number.
    template <class Duration>
    constexpr basic_date(std::chrono::sys_time<Duration> time)  // NOLINT: as above
        : seconds_(std::chrono::duration<double>(time.time_since_epoch()).count()) {
        if (any_of(seconds_ != seconds_)) {
            detail::value_breaks_a_rule("date", "system-clock time in seconds", "must be a number", value_at(seconds_, 0));
        }
    }

    /// The start of a calendar day in numbers, `date(2028, 1, 1)`, in the order of ISO 8601. \throws std::domain_error for a day
    /// that does not exist.
    explicit constexpr basic_date(int year, int month, int day) : basic_date(detail::day_in_numbers(year, month, day)) {}
    /// Chosen only for a year or a month, to say in words that it is no day.
    template <class YearOrMonth>
        requires(std::same_as<YearOrMonth, std::chrono::year> || std::same_as<YearOrMonth, std::chrono::year_month>)
    explicit constexpr basic_date(YearOrMonth) {
        constexpr bool it_is_a_day = sizeof(YearOrMonth) == 0;
        static_assert(it_is_a_day, "date: a year or a month is no day: write date(2026y / 1 / 1), or date::decimal(2026.5) for a "
                                   "decimal year");
    }

    /// Chosen only for a text, to say in words how one is read.
    template <class Text>
        requires std::convertible_to<const Text&, std::string_view>
    explicit constexpr basic_date(const Text&) {
        constexpr bool it_is_a_day = sizeof(Text) == 0;
        static_assert(it_is_a_day, "date: a text is read when running: write date(2026, 12, 1), or parse_value<date>(text)");
    }

    /// From another number type, where that conversion is implicit (`double` to `dual` or `batch`).
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr basic_date(const basic_date<Other>& other) noexcept  // NOLINT: as above
        : seconds_(other.seconds_since_1970()) {}

    /// A decimal year: 2025.5 lies half-way through the calendar year 2025 (which has 365 or 366 days).
    /// \throws std::domain_error for a year that is not finite or that std::chrono does not have (-32767 to 32767).
    [[nodiscard]] static constexpr basic_date decimal(double decimal_year) requires std::same_as<Number, double> {
        if (!(decimal_year >= -32767.0 && decimal_year < 32768.0)) {
            detail::value_breaks_a_rule("date::decimal", "year", "must be from -32767 to 32767", decimal_year);
        }
        const double whole = floor(decimal_year);
        const double start = start_of_year(static_cast<int>(whole));
        const double length = start_of_year(static_cast<int>(whole) + 1) - start;
        return from_seconds_since_1970(start + (decimal_year - whole) * length);
    }

    /// After every date: what did not happen.
    [[nodiscard]] static constexpr basic_date never() noexcept {
        return from_seconds_since_1970(Number(no_limit));
    }

    [[nodiscard]] static constexpr basic_date from_seconds_since_1970(const Number& seconds) noexcept {
        return basic_date(seconds, since_1970{});
    }
    [[nodiscard]] constexpr const Number& seconds_since_1970() const noexcept { return seconds_; }

    [[nodiscard]] constexpr auto is_never() const noexcept { return seconds_ == Number(no_limit); }

    /// The decimal year, the inverse of `decimal` to 3e-13 of a year around 2025.
    /// \throws std::domain_error for never and outside the years of std::chrono.
    [[nodiscard]] constexpr double decimal_year() const requires std::same_as<Number, double> {
        const int year = static_cast<int>(std::chrono::year_month_day(*this).year());
        const double start = start_of_year(year);
        return static_cast<double>(year) + (seconds_ - start) / (start_of_year(year + 1) - start);
    }

    /// The calendar day that this point in time falls on.
    /// \throws std::domain_error for never and outside the years of std::chrono (-32767 to 32767).
    [[nodiscard]] explicit constexpr operator std::chrono::sys_days() const requires std::same_as<Number, double> {
        if (is_never()) detail::never_has_no_calendar_day();
        if (!(seconds_ >= start_of_year(-32767) && seconds_ < start_of_year(32768))) {
            detail::calendar_day_is_out_of_range(seconds_);
        }
        return std::chrono::sys_days(std::chrono::days(static_cast<int>(floor(seconds_ / detail::seconds_per_day))));
    }
    [[nodiscard]] explicit constexpr
    operator std::chrono::year_month_day() const requires std::same_as<Number, double> {
        return std::chrono::sys_days(*this);
    }

    template <time_like Span>
    constexpr basic_date& operator+=(const Span& span) {
        return *this = *this + span;
    }
    template <time_like Span>
    constexpr basic_date& operator-=(const Span& span) {
        return *this = *this - span;
    }
    /// Chosen only for a date that this date's number type cannot hold, to say so in words.
    template <class Other>
        requires(!std::convertible_to<Other, Number>)
    __attribute__((diagnose_if(true, HEADWAY_NO_ROOM_FOR_DRAWS, "error")))
    constexpr basic_date& operator=(const basic_date<Other>&) {
        detail::require_room_for_draws<Other, Number>();
        return *this;
    }

  private:
    struct since_1970 {};
    constexpr basic_date(const Number& seconds, since_1970) noexcept : seconds_(seconds) {}

    static constexpr double start_of_year(int year) noexcept {
        return static_cast<double>(detail::days_to_year(year)) * detail::seconds_per_day;
    }

    Number seconds_{};
};

/// A date as callers write it.
using date = basic_date<double>;

template <class T>
inline constexpr bool is_date = false;
template <class Number>
inline constexpr bool is_date<basic_date<Number>> = true;

/// A date of any number type.
template <class T>
concept any_date = is_date<std::remove_cvref_t<T>>;

/// The span from `b` to `a`; infinite when `a` is never. \throws std::domain_error when both are never (of a block of
/// draws: in some draw).
template <class A, class B>
[[nodiscard]] constexpr auto operator-(const basic_date<A>& a, const basic_date<B>& b) {
    const auto span = a.seconds_since_1970() - b.seconds_since_1970();
    if (any_of(span != span)) {
        const auto is_not_a_number = [](const auto& x) { return any_of(x != x); };
        detail::dates_have_no_distance(is_not_a_number(a.seconds_since_1970()) || is_not_a_number(b.seconds_since_1970()));
    }
    return quantity<dim::time, common_number_t<A, B>>::from_base_value(span);
}
/// The date a span later; never stays never. \throws std::domain_error for a span that is not a number, and where an endless
/// span leads back from never; in a block of draws such a draw is not a number, which no simulation lets through.
template <class A, time_like Span>
[[nodiscard]] constexpr auto operator+(const basic_date<A>& a, const Span& span) {
    using result = common_number_t<A, time_number_t<Span>>;
    const result seconds = a.seconds_since_1970() + as_time(span).base_value();
    detail::require_date<result>("date + span", seconds, as_time(span).base_value());
    return basic_date<result>::from_seconds_since_1970(seconds);
}
template <time_like Span, class A>
[[nodiscard]] constexpr auto operator+(const Span& span, const basic_date<A>& a) {
    return a + span;
}
/// The date a span earlier, as `+`.
template <class A, time_like Span>
[[nodiscard]] constexpr auto operator-(const basic_date<A>& a, const Span& span) {
    using result = common_number_t<A, time_number_t<Span>>;
    const result seconds = a.seconds_since_1970() - as_time(span).base_value();
    detail::require_date<result>("date - span", seconds, as_time(span).base_value());
    return basic_date<result>::from_seconds_since_1970(seconds);
}

template <class A, class B>
[[nodiscard]] constexpr auto operator==(const basic_date<A>& a, const basic_date<B>& b) noexcept {
    return a.seconds_since_1970() == b.seconds_since_1970();
}
template <class A, class B>
[[nodiscard]] constexpr auto operator!=(const basic_date<A>& a, const basic_date<B>& b) noexcept {
    return a.seconds_since_1970() != b.seconds_since_1970();
}
template <class A, class B>
[[nodiscard]] constexpr auto operator<(const basic_date<A>& a, const basic_date<B>& b) noexcept {
    return a.seconds_since_1970() < b.seconds_since_1970();
}
template <class A, class B>
[[nodiscard]] constexpr auto operator<=(const basic_date<A>& a, const basic_date<B>& b) noexcept {
    return a.seconds_since_1970() <= b.seconds_since_1970();
}
template <class A, class B>
[[nodiscard]] constexpr auto operator>(const basic_date<A>& a, const basic_date<B>& b) noexcept {
    return a.seconds_since_1970() > b.seconds_since_1970();
}
template <class A, class B>
[[nodiscard]] constexpr auto operator>=(const basic_date<A>& a, const basic_date<B>& b) noexcept {
    return a.seconds_since_1970() >= b.seconds_since_1970();
}

template <class Mask, class A, class B>
[[nodiscard]] constexpr auto select(const Mask& condition, const basic_date<A>& yes, const basic_date<B>& no) noexcept {
    using common = common_number_t<A, B>;
    // Of two plain dates a block's condition makes a block.
    const auto chosen = select(condition, common(yes.seconds_since_1970()), common(no.seconds_since_1970()));
    return basic_date<std::remove_const_t<decltype(chosen)>>::from_seconds_since_1970(chosen);
}
// Of one type as well, since std::min would be as good a match where it is visible too.
template <class A>
[[nodiscard]] constexpr basic_date<A> min(const basic_date<A>& a, const basic_date<A>& b) noexcept {
    return basic_date<A>::from_seconds_since_1970(min(a.seconds_since_1970(), b.seconds_since_1970()));
}
template <class A>
[[nodiscard]] constexpr basic_date<A> max(const basic_date<A>& a, const basic_date<A>& b) noexcept {
    return basic_date<A>::from_seconds_since_1970(max(a.seconds_since_1970(), b.seconds_since_1970()));
}
template <class A, class B>
[[nodiscard]] constexpr auto min(const basic_date<A>& a, const basic_date<B>& b) noexcept {
    return basic_date<common_number_t<A, B>>::from_seconds_since_1970(
        min(a.seconds_since_1970(), b.seconds_since_1970()));
}
template <class A, class B>
[[nodiscard]] constexpr auto max(const basic_date<A>& a, const basic_date<B>& b) noexcept {
    return basic_date<common_number_t<A, B>>::from_seconds_since_1970(
        max(a.seconds_since_1970(), b.seconds_since_1970()));
}

}  // namespace headway

#include <headway/header_end.hpp>
