// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/csv_date.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
bool date_reader::month_name(date_fields& f) noexcept {
    constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
    for (int i = 0; i < 12; ++i) {
        if (!word(names[i]) && !word(names[i].substr(0, 3))) continue;
        f.month = i + 1;
        return true;
    }
    return false;
}
HEADWAY_INSTANTIATE(bool date_reader::month_name<>(date_fields& f));

template <class>
bool date_reader::seconds(date_fields& f) {
    int whole = 0;
    if (!number(whole, 1, 2, 0, 59)) return false;
    f.second = whole;
    double tenth = 0.1;
    if (at_ + 1 < text_.size() && (text_[at_] == '.' || text_[at_] == ',') && is_digit(text_[at_ + 1])) {
        for (++at_; !is_done() && is_digit(text_[at_]); ++at_, tenth *= 0.1) f.second += tenth * (text_[at_] - '0');
    }
    return true;
}
HEADWAY_INSTANTIATE(bool date_reader::seconds<>(date_fields& f));

template <class>
bool date_reader::zone(date_fields& f) {
    if (word("Z") || word("UTC") || word("GMT")) return true;
    const bool west = !is_done() && text_[at_] == '-';
    if (!take('+') && !take('-')) return false;
    int hours = 0;
    int minutes = 0;
    if (!number(hours, 2, 2, 0, 23)) return false;
    const bool has_colon = take(':');
    if (!number(minutes, 2, 2, 0, 59) && has_colon) return false;
    f.minutes_east = (west ? -1 : 1) * (60 * hours + minutes);
    return true;
}
HEADWAY_INSTANTIATE(bool date_reader::zone<>(date_fields& f));

template <class>
bool date_reader::time_of_day(date_fields& f) {
    if (!number(f.hour, 2, 2, 0, 23) || !take(':') || !number(f.minute, 2, 2, 0, 59)) return false;
    if (take(':') && !seconds(f)) return false;
    skip_spaces();
    return is_done() || zone(f);
}
HEADWAY_INSTANTIATE(bool date_reader::time_of_day<>(date_fields& f));

template <class>
std::string whole_form(std::string_view form) {
    std::string whole;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool is_sign = form[i] == '%' && i + 1 < form.size();
        if (is_sign && form[i + 1] == 'F') {
            whole += "%Y-%m-%d";
        } else if (is_sign && form[i + 1] == 'T') {
            whole += "%H:%M:%S";
        } else {
            whole += form[i];
            if (is_sign) whole += form[i + 1] == '-' && i + 2 < form.size() ? form[i + 2] : form[i + 1];
        }
        if (is_sign) i += form[i + 1] == '-' && i + 2 < form.size() ? 2u : 1u;
    }
    return whole;
}
HEADWAY_INSTANTIATE(std::string whole_form<>(std::string_view form));

template <class>
bool read_form(std::string_view text, std::string_view form, date_fields& f) {
    date_reader in(text);
    const auto part = [&](char sign) {
        switch (sign) {
        case 'Y':
            return in.year(f);
        case 'y':
            if (!in.number(f.year, 2, 2, 0, 99)) return false;
            *f.year += *f.year < 69 ? 2000 : 1900;
            return true;
        case 'm':
            return in.number(f.month, 1, 2, 1, 12);
        case 'b':
        case 'B':
            return in.month_name(f);
        case 'd':
        case 'e':
            return in.number(f.day, 1, 2, 1, 31);
        case 'j':
            return in.number(f.day_of_year, 1, 3, 1, 366);
        case 'q':
            return in.number(f.quarter, 1, 1, 1, 4);
        case 'H':
            return in.number(f.hour, 1, 2, 0, 23);
        case 'I':
            return in.number(f.hour, 1, 2, 1, 12);
        case 'M':
            return in.number(f.minute, 1, 2, 0, 59);
        case 'S':
            return in.seconds(f);
        case 'z':
            return in.zone(f);
        case 'p':
            f.afternoon = in.word("PM");
            return *f.afternoon || in.word("AM");
        default:
            return in.take(sign);
        }
    };
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == ' ') {
            in.skip_spaces();
        } else if (form[i] == '%') {
            if (!part(form[++i])) return false;
        } else if (!in.take(form[i])) {
            return false;
        }
    }
    return in.is_done();
}
HEADWAY_INSTANTIATE(bool read_form<>(std::string_view text, std::string_view form, date_fields& f));

template <class>
bool read_usual_date(std::string_view text, date_fields& f) {
    const auto quarter = [&f](date_reader& in) {
        return (in.take('Q') || in.take('q')) && in.number(f.quarter, 1, 1, 1, 4);
    };
    const auto between = [](date_reader& in) {
        if (!in.take('-')) in.skip_spaces();
    };
    date_reader behind(text);
    if (quarter(behind)) {
        between(behind);
        return behind.year(f) && behind.is_done();
    }
    date_reader in(text);
    if (!in.year(f)) return false;
    date_reader rest = in;
    between(rest);
    if (quarter(rest)) return rest.is_done();
    if (!in.take('-') || !in.number(f.month, 2, 2, 1, 12)) return false;
    if (in.is_done()) return true;
    if (!in.take('-') || !in.number(f.day, 2, 2, 1, 31)) return false;
    if (in.is_done()) return true;
    return (in.take('T') || in.take('t') || in.take(' ')) && in.time_of_day(f) && in.is_done();
}
HEADWAY_INSTANTIATE(bool read_usual_date<>(std::string_view text, date_fields& f));

template <class>
date in_period(std::chrono::sys_days start, std::chrono::sys_days next, period_date stands_for_it) {
    const double first = date(start).seconds_since_1970();
    const double end = date(next).seconds_since_1970();
    switch (stands_for_it) {
    case period_date::middle:
        return date::from_seconds_since_1970(0.5 * (first + end));
    case period_date::last_day:
        return date::from_seconds_since_1970(end - seconds_per_day);
    default:
        return date(start);
    }
}
HEADWAY_INSTANTIATE(date in_period<>(std::chrono::sys_days start, std::chrono::sys_days next, period_date stands_for_it));

template <class>
csv_date date_of_year(double year, std::string_view text, const csv_options& options, decimal_years years) {
    csv_date r;
    if (!(year >= -32767.0 && year < 32768.0)) return r;
    const auto at = [years](double y) {
        return years == decimal_years::calendar
                   ? date::decimal(y)
                   : date::from_seconds_since_1970((y - 1970.0) * units::year.base_value());
    };
    const auto is_of_a_whole_number = [](char c) { return is_digit(c) || c == '-' || c == '+'; };
    if (!std::all_of(text.begin(), text.end(), is_of_a_whole_number)) {
        r.is = csv_date::kind::decimal_year;
        r.when = at(year);
        return r;
    }
    r.is = csv_date::kind::whole_year;
    const period_date stands_for_it = options.periods.value_or(period_date::first_day);
    if (stands_for_it != period_date::first_day && !(year < 32767.0)) return r;
    r.when = stands_for_it == period_date::middle     ? at(year + 0.5)
             : stands_for_it == period_date::last_day ? at(year + 1.0) - units::day
                                                      : at(year);
    return r;
}
HEADWAY_INSTANTIATE(csv_date date_of_year<>(double year, std::string_view text, const csv_options& options,
                    decimal_years years));

template <class>
csv_date date_of_fields(const date_fields& f, const csv_options& options, decimal_years years) {
    using namespace std::chrono;
    csv_date r;
    const auto first_of = [&](int month) {
        const int y = *f.year + (month > 12 ? 1 : 0);
        return sys_days(std::chrono::year(y) / (month > 12 ? month - 12 : month) / 1);
    };
    if (!f.month && !f.quarter && !f.day_of_year) {
        return date_of_year(*f.year, "2024", options, years);
    }
    const bool is_period = !f.day && !f.day_of_year;
    if (is_period) {
        const int start = f.month ? *f.month : 3 * *f.quarter - 2;
        const int next = start + (f.month ? 1 : 3);
        if (options.periods) {
            r.when = in_period(first_of(start), first_of(next), *options.periods);
        } else {
            r.expected = std::string("a day; for ") + (f.month ? "a month" : "a quarter") +
                         " say which date stands for it: .periods = period_date::first_day, middle or last_day";
        }
        return r;
    }
    sys_days day;
    if (f.day_of_year) {
        day = first_of(1) + days(*f.day_of_year - 1);
        if (!(day < first_of(13))) return r;
    } else {
        const year_month_day ymd = std::chrono::year(*f.year) / *f.month / *f.day;
        if (!ymd.ok()) return r;
        day = sys_days(ymd);
    }
    const int hour = !f.afternoon ? f.hour : f.hour % 12 + (*f.afternoon ? 12 : 0);
    r.when = date::from_seconds_since_1970(date(day).seconds_since_1970() +
                                           60.0 * (60.0 * hour + f.minute - f.minutes_east) + f.second);
    return r;
}
HEADWAY_INSTANTIATE(csv_date date_of_fields<>(const date_fields& f, const csv_options& options, decimal_years years));

template <class>
std::optional<date> iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    bool has_digits = true;
    const auto digit = [&](std::size_t i) {
        has_digits &= is_digit(text[i]);
        return static_cast<unsigned>(text[i] - '0');
    };
    const unsigned year = 1000 * digit(0) + 100 * digit(1) + 10 * digit(2) + digit(3);
    const unsigned month = 10 * digit(5) + digit(6);
    const unsigned day_of_month = 10 * digit(8) + digit(9);
    if (!has_digits) return std::nullopt;
    const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                          std::chrono::day(day_of_month));
    if (!day.ok()) return std::nullopt;
    return date(std::chrono::sys_days(day));
}
HEADWAY_INSTANTIATE(std::optional<date> iso_day<>(std::string_view text));

template <class>
csv_date date_of_text(std::string_view text, std::string_view form, const csv_options& options, decimal_years years) {
    date_fields f;
    csv_date r;
    if (!form.empty()) {
        if (read_form(text, form, f)) r = date_of_fields(f, options, years);
        if (!r.when && r.expected.empty()) r.expected = "a date of the form \"" + options.dates + "\"";
        return r;
    }
    r.when = iso_day(text);
    if (r.when) return r;
    if (const auto year = short_number(text, options.decimal)) {
        r = date_of_year(*year, text, options, years);
    } else if (read_usual_date(text, f)) {
        r = date_of_fields(f, options, years);
    } else if (const auto long_year = plain_number(text, options.decimal, {})) {
        r = date_of_year(*long_year, text, options, years);
    }
    if (!r.when && r.expected.empty()) {
        r.expected = "a date: a year, a decimal year, 2024-03-01, 2024-03 or 2024Q1; another form is said by .dates = "
                     "\"%m/%d/%Y\"";
    }
    return r;
}
HEADWAY_INSTANTIATE(csv_date date_of_text<>(std::string_view text, std::string_view form, const csv_options& options,
                    decimal_years years));

template <class>
csv_date date_in(std::string_view cell, const csv_options& options, decimal_years years) {
    return date_of_text(without_spaces_around(cell), whole_form(options.dates), options, years);
}
HEADWAY_INSTANTIATE(csv_date date_in<>(std::string_view cell, const csv_options& options, decimal_years years));

HEADWAY_OUT_OF_LINE bool date_reader::take(char sign) noexcept {
    if (is_done() || text_[at_] != sign) return false;
    ++at_;
    return true;
}

HEADWAY_OUT_OF_LINE bool date_reader::word(std::string_view wanted) noexcept {
    if (!same_in_any_case(text_.substr(at_, wanted.size()), wanted)) return false;
    at_ += wanted.size();
    return true;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
