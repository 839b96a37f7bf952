// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double rounded_decimal::value() const noexcept {
    double v = 0.0;
    for (const char c : digits) v = v * 10.0 + (c - '0');
    int shift = exponent + 1 - static_cast<int>(digits.size());
    for (; shift > 0; --shift) v *= 10.0;
    for (; shift < 0; ++shift) v /= 10.0;
    return v;
}
HEADWAY_INSTANTIATE(double rounded_decimal::value<>() const);

template <class>
rounded_decimal round_to(double x, int significant_digits) {
    const int digits = significant_digits < 1 ? 1 : significant_digits > 17 ? 17 : significant_digits;
    char buffer[40];
    const char* const end =
        std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::scientific, digits - 1).ptr;
    rounded_decimal r;
    const char* c = buffer;
    for (; *c != 'e'; ++c) {
        if (*c != '.') r.digits += *c;
    }
    c += c[1] == '+' ? 2 : 1;  // std::from_chars takes no plus sign
    std::from_chars(c, end, r.exponent);
    return r;
}
HEADWAY_INSTANTIATE(rounded_decimal round_to<>(double x, int significant_digits));

template <class>
void drop_trailing_zeros(std::string& decimals) {
    while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
}
HEADWAY_INSTANTIATE(void drop_trailing_zeros<>(std::string& decimals));

template <class>
std::string layout(const rounded_decimal& x, bool keep_zeros) {
    const bool written_out = x.exponent >= -4 && x.exponent < 6;
    const int before_point = written_out ? x.exponent + 1 : 1;
    const auto split = static_cast<std::size_t>(before_point < 0 ? 0 : before_point);

    std::string whole = x.digits.substr(0, split);
    whole.append(split - whole.size(), '0');
    std::string decimals = split < x.digits.size() ? x.digits.substr(split) : std::string();
    if (before_point < 0) decimals.insert(0, static_cast<std::size_t>(-before_point), '0');
    if (!keep_zeros) drop_trailing_zeros(decimals);

    std::string text = whole.empty() ? "0" : whole;
    if (!decimals.empty()) text += "." + decimals;
    if (!written_out) {
        const int size = x.exponent < 0 ? -x.exponent : x.exponent;
        text += x.exponent < 0 ? "e-" : "e+";
        if (size < 10) text += '0';
        text += std::to_string(size);
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string layout<>(const rounded_decimal& x, bool keep_zeros));

template <class>
std::string not_finite_text(double x, const char* infinite) {
    if (x - x == 0.0) return {};
    if (x != x) return "undefined";
    return x > 0.0 ? infinite : std::string("-") + infinite;
}
HEADWAY_INSTANTIATE(std::string not_finite_text<>(double x, const char* infinite));

template <class>
std::string magnitude_text(double x, int significant_digits, bool keep_zeros) {
    if (!is_finite(x)) return "infinite";
    return x == 0.0 ? "0" : layout(round_to(x, significant_digits), keep_zeros);
}
HEADWAY_INSTANTIATE(std::string magnitude_text<>(double x, int significant_digits, bool keep_zeros));

template <class>
std::string with_sign(double x, const std::string& magnitude) {
    return x < 0.0 ? "-" + magnitude : magnitude;
}
HEADWAY_INSTANTIATE(std::string with_sign<>(double x, const std::string& magnitude));

}  // namespace headway::detail

namespace headway {

template <class>
std::string to_text(double x, int significant_digits) {
    const std::string special = detail::not_finite_text(x, "infinite");
    if (!special.empty()) return special;
    return detail::with_sign(x, detail::magnitude_text(x < 0.0 ? -x : x, significant_digits));
}
HEADWAY_INSTANTIATE(std::string to_text<>(double x, int significant_digits));

template <class>
std::string to_text(const date& d) {
    const double seconds = d.seconds_since_1970();
    const std::string special = detail::not_finite_text(seconds, "never");
    if (!special.empty()) return special == "-never" ? "before every date" : special;
    const double days = seconds / detail::seconds_per_day;
    if (!(days >= detail::days_to_year(-32767) && days < detail::days_to_year(32768))) {
        return "year " + to_text(1970.0 + days / 365.2425);
    }

    const std::chrono::year_month_day ymd(d);
    const auto padded = [](unsigned n, std::size_t width) {
        std::string text = std::to_string(n);
        return text.size() < width ? std::string(width - text.size(), '0') + text : text;
    };
    const int y = static_cast<int>(ymd.year());
    return (y < 0 ? "-" : "") + padded(static_cast<unsigned>(y < 0 ? -y : y), 4) + "-" +
           padded(static_cast<unsigned>(ymd.month()), 2) + "-" + padded(static_cast<unsigned>(ymd.day()), 2);
}
HEADWAY_INSTANTIATE(std::string to_text<>(const date& d));

template <class>
std::string to_text(const growth& g, int significant_digits) {
    const double per_year = g.rate_per_second() * 31556952.0;
    const std::string special = detail::not_finite_text(per_year, "infinite");
    if (!special.empty()) return special + " growth";
    const double factor = exp(per_year < 0.0 ? -per_year : per_year);
    const std::string number = is_finite(factor) ? detail::magnitude_text(factor, significant_digits, true)
                                                 : "10^" + to_text(abs(per_year) / detail::ln10, significant_digits);
    return (per_year < 0.0 ? "÷" : "x") + number + " per year";
}
HEADWAY_INSTANTIATE(std::string to_text<>(const growth& g, int significant_digits));

}  // namespace headway

#include <headway/header_end.hpp>
