// SPDX-License-Identifier: BSL-1.0
#include <headway/history/csv_options.hpp>
#include <headway/history/detail/csv_date.hpp>

#include "catch.hpp"

using headway::detail::date_fields;
using headway::detail::read_form;
using headway::detail::whole_form;

namespace {

bool reads(std::string_view form, std::string_view text) {
    date_fields f;
    return read_form(text, form, f);
}
date_fields read(std::string_view form, std::string_view text) {
    date_fields f;
    REQUIRE(read_form(text, form, f));
    return f;
}

}  // namespace

TEST_CASE("each sign of a form takes as many digits as strptime and no number beyond its range") {
    CHECK(read("%Y", "0000").year == 0);
    CHECK(read("%Y", "9999").year == 9999);
    CHECK_FALSE(reads("%Y", "999"));
    CHECK_FALSE(reads("%Y", "10000"));
    CHECK(read("%y", "00").year == 2000);
    CHECK(read("%y", "68").year == 2068);
    CHECK(read("%y", "69").year == 1969);
    CHECK(read("%y", "99").year == 1999);
    CHECK_FALSE(reads("%y", "9"));
    CHECK_FALSE(reads("%y", "100"));
    const auto whole = [](char sign, auto member, int lowest, int highest) {
        const std::string form{'%', sign};
        INFO(form);
        for (int n = lowest; n <= highest; ++n) {
            CHECK(read(form, std::to_string(n)).*member == n);
            if (n < 10 && sign != 'q') CHECK(read(form, "0" + std::to_string(n)).*member == n);
        }
        if (lowest > 0) CHECK_FALSE(reads(form, std::to_string(lowest - 1)));
        CHECK_FALSE(reads(form, std::to_string(highest + 1)));
        CHECK_FALSE(reads(form, ""));
        CHECK_FALSE(reads(form, "-1"));
        CHECK_FALSE(reads(form, "0001"));
    };
    whole('m', &date_fields::month, 1, 12);
    whole('d', &date_fields::day, 1, 31);
    whole('e', &date_fields::day, 1, 31);
    whole('j', &date_fields::day_of_year, 1, 366);
    whole('q', &date_fields::quarter, 1, 4);
    whole('H', &date_fields::hour, 0, 23);
    whole('I', &date_fields::hour, 1, 12);
    whole('M', &date_fields::minute, 0, 59);
    whole('S', &date_fields::second, 0, 59);
}

TEST_CASE("fractions of a second, halves of a day and zones add up") {
    CHECK(read("%S", "30.5").second == 30.5);
    CHECK(read("%S", "7,25").second == Approx(7.25).epsilon(1e-15));
    CHECK_FALSE(reads("%S", "30."));
    CHECK(read("%p", "pm").afternoon == true);
    CHECK(read("%p", "AM").afternoon == false);
    CHECK_FALSE(reads("%p", "M"));
    CHECK(read("%z", "Z").minutes_east == 0);
    CHECK(read("%z", "gmt").minutes_east == 0);
    CHECK(read("%z", "+05:30").minutes_east == 330);
    CHECK(read("%z", "-0830").minutes_east == -510);
    CHECK(read("%z", "+01").minutes_east == 60);
    CHECK(read("%z", "-23:59").minutes_east == -1439);
    for (const char* const none : {"", "05:30", "+5", "+24", "+05:", "+05:60", "+05:3", "-Z"}) {
        INFO(none);
        CHECK_FALSE(reads("%z", none));
    }
}

TEST_CASE("months by name, short or long, in any case") {
    const char* const names[] = {"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};
    for (int i = 0; i < 12; ++i) {
        const std::string name = names[i];
        CHECK(read("%b", name).month == i + 1);
        CHECK(read("%B", name.substr(0, 3)).month == i + 1);
        std::string loud = name;
        for (char& c : loud) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        CHECK(read("%B", loud).month == i + 1);
        CHECK_FALSE(reads("%b", name.substr(0, 2)));
    }
}

TEST_CASE("abbreviations of a form are written out, and its other characters are taken as they are") {
    CHECK(whole_form("%F") == "%Y-%m-%d");
    CHECK(whole_form("<%T>") == "<%H:%M:%S>");
    CHECK(whole_form("%-m/%-d/%Y") == "%m/%d/%Y");
    CHECK(whole_form("%F %%") == "%Y-%m-%d %%");
    const date_fields f = read("on %d.%m.%Y at %H:%M", "on \t 7.8.2024 at 9:05");
    CHECK((f.day == 7 && f.month == 8 && f.year == 2024 && f.hour == 9 && f.minute == 5));
    CHECK(read("%Y%%", "2024%").year == 2024);
    CHECK_FALSE(reads("%Y%%", "2024"));
    CHECK_FALSE(reads("%Y-%m", "2024/3"));
    CHECK_FALSE(reads("%Y", "2024 "));
    CHECK(reads("%Y ", "2024\t "));
}

TEST_CASE("dates without a form: days, months, quarters, years and their decimals") {
    using headway::period_date;
    using headway::detail::csv_date;
    using headway::detail::date_in;
    const auto read = [](const char* text, std::optional<period_date> periods = {},
                         headway::decimal_years years = headway::decimal_years::calendar) {
        headway::csv_options options;
        options.periods = periods;
        return date_in(text, options, years);
    };
    const auto day = [](int y, unsigned m, unsigned d) {
        return headway::date(std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d));
    };
    using headway::units::second;
    CHECK(read("2024-02-29").when == day(2024, 2, 29));
    CHECK(read(" 2024-12-31\t").when == day(2024, 12, 31));
    CHECK(read("2024-03-01T06:07:08.5").when == day(2024, 3, 1) + 22028.5 * second);
    CHECK(read("2024-03-01 06:07+01:30").when == day(2024, 3, 1) + 16620.0 * second);
    CHECK(read("2024-03-01").is == csv_date::kind::moment);
    for (const char* const none : {"2023-02-29", "2024-04-31", "2024-00-01", "2024-13-01", "2024-01-00", "2024-1-1", "",
                                   "never", "2024-03-01x", "2024-03-01T", "2024-03-", "2024-", "32768", "-32768"}) {
        INFO(none);
        CHECK_FALSE(read(none).when.has_value());
        CHECK(read(none).expected.substr(0, 7) == "a date:");
    }
    for (unsigned m = 1; m <= 12; ++m) {
        INFO(m);
        const std::string text = (m < 10 ? "2024-0" : "2024-") + std::to_string(m);
        const auto next = m == 12 ? day(2025, 1, 1) : day(2024, m + 1, 1);
        CHECK(read(text.c_str(), period_date::first_day).when == day(2024, m, 1));
        CHECK(read(text.c_str(), period_date::last_day).when == next - 86400.0 * second);
        CHECK(read(text.c_str(), period_date::middle).when == day(2024, m, 1) + 0.5 * (next - day(2024, m, 1)));
        CHECK_FALSE(read(text.c_str()).when.has_value());
        CHECK(read(text.c_str()).expected.substr(0, 18) == "a day; for a month");
    }
    for (const char* const form : {"2024Q3", "2024-Q3", "2024 q3", "Q3 2024", "q3-2024", "Q32024"}) {
        INFO(form);
        CHECK(read(form, period_date::first_day).when == day(2024, 7, 1));
        CHECK(read(form, period_date::last_day).when == day(2024, 9, 30));
        CHECK(read(form, period_date::middle).when == day(2024, 7, 1) + 46.0 * 86400.0 * second);
        CHECK(read(form).expected.substr(0, 20) == "a day; for a quarter");
    }
    CHECK(read("2024Q4", period_date::last_day).when == day(2024, 12, 31));
    CHECK(read("2024").when == day(2024, 1, 1));
    CHECK(read("2024").is == csv_date::kind::whole_year);
    CHECK(read("2024", period_date::last_day).when == day(2024, 12, 31));
    CHECK(read("2024", period_date::middle).when == headway::date::decimal(2024.5));
    CHECK(read("2024.25").when == headway::date::decimal(2024.25));
    CHECK(read("2024.25").is == csv_date::kind::decimal_year);
    CHECK(read("2024.0", period_date::last_day).when == day(2024, 1, 1));
    CHECK(read("-500").is == csv_date::kind::whole_year);
    CHECK(read("32767").when == headway::date::decimal(32767.0));
    CHECK(read("-32767").when == headway::date::decimal(-32767.0));
    CHECK_FALSE(read("32767", period_date::last_day).when.has_value());
    CHECK(read("2024.5", {}, headway::decimal_years::even).when ==
          headway::date::from_seconds_since_1970(54.5 * 31556952.0));
}

TEST_CASE("dates of a form: halves of a day, days of a year and periods") {
    using headway::detail::date_in;
    const auto read = [](const char* form, const char* text, std::optional<headway::period_date> periods = {}) {
        headway::csv_options options;
        options.dates = form;
        options.periods = periods;
        return date_in(text, options, headway::decimal_years::calendar);
    };
    const auto seconds = [&](const char* form, const char* text) {
        const auto r = read(form, text);
        REQUIRE(r.when.has_value());
        return r.when->seconds_since_1970();
    };
    CHECK(seconds("%Y-%j", "1970-1") == 0.0);
    CHECK(seconds("%Y-%j", "1970-365") == 364 * 86400.0);
    CHECK_FALSE(read("%Y-%j", "1970-366").when.has_value());
    CHECK(seconds("%Y-%j", "1972-366") == 1095 * 86400.0);
    CHECK(seconds("%F %I %p", "1970-01-01 12 AM") == 0.0);
    CHECK(seconds("%F %I %p", "1970-01-01 1 am") == 3600.0);
    CHECK(seconds("%F %I %p", "1970-01-01 12 PM") == 43200.0);
    CHECK(seconds("%F %I %p", "1970-01-01 11 pm") == 82800.0);
    CHECK(seconds("%F %T %z", "1970-01-01 01:02:03 -01") == 7323.0);
    CHECK(read("%q/%y", "2/24", headway::period_date::last_day).when ==
          headway::date(std::chrono::year(2024) / 6 / 30));
    CHECK(read("%m/%d/%Y", "2/30/2024").expected == "a date of the form \"%m/%d/%Y\"");
}
