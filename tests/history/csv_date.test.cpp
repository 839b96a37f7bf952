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
