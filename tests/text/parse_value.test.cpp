// SPDX-License-Identifier: BSL-1.0
#include <headway/text/parse_value.hpp>

#include "catch.hpp"

#include <chrono>
#include <limits>
#include <string>

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

// Dimensions of a user: one with a ladder of its own, one that has only its name, one whose ladder has no known word.
struct goat {
    static constexpr std::string_view name = "goat";
};
struct herd {
    static constexpr std::string_view name = "mountain herd";
};
inline constexpr auto goats = base_unit<goat>;
inline constexpr auto herds = base_unit<herd>;
struct flock {
    static constexpr std::string_view name = "flock";
};
inline constexpr auto flocks = base_unit<flock>;
constexpr double infinite = std::numeric_limits<double>::infinity();

template <class T>
T read(std::string_view text) {
    return parse_value<T>(text);
}
template <class T>
std::string error_of(std::string_view text) {
    try {
        (void)parse_value<T>(text);
    } catch (const parse_error& e) {
        return e.what();
    }
    return "read";
}
using money = quantity<dim::money>;
using span = quantity<dim::time>;

}  // namespace

template <>
inline constexpr headway::unit_rung headway::unit_ladder<goat>[] = {{1.0, "goats", "goat"}, {12.0, "dozen goats"}};
template <>
inline constexpr headway::unit_rung headway::unit_ladder<headway::divided<goat, headway::dim::area>>[] = {
    {1e-18, "stocking rate"}};
template <>
inline constexpr headway::unit_rung headway::unit_ladder<flock>[] = {
    {0.25, "quarter flocks"}, {0.3, "small flocks"}, {1.0 / 3.0, "third flocks"}, {1.0, "flocks"}};

TEST_CASE("parse_value: numbers, in percent and counted") {
    CHECK(read<double>("0.8") == 0.8);
    CHECK(read<double>(" -3 ") == -3.0);
    CHECK(read<double>("80 %") == 0.8);
    CHECK(read<double>("7%") == 0.07);
    CHECK(read<double>("7 percent") == 0.07);
    CHECK(read<double>("7\xC2\xA0%") == 0.07);
    CHECK(read<double>("1.5 million") == 1.5e6);
    CHECK(read<double>("2 k") == 2000.0);
    CHECK(read<double>("infinite") == infinite);
    CHECK(read<double>("-inf") == -infinite);
    CHECK(read<quantity<dimensionless>>("80 %") == quantity<dimensionless>(0.8));
}

TEST_CASE("parse_value: quantities in every unit that people write") {
    CHECK(read<money>("4.20 million USD") == 4.2 * million_usd);
    CHECK(read<money>("80 billion USD") == 80.0 * billion_usd);
    CHECK(read<money>("5 M $") == 5.0 * million_usd);
    CHECK(read<money>("5 k dollars") == 5.0 * thousand_usd);
    CHECK(read<money>("0") == 0.0 * usd);
    CHECK(read<quantity<dim::tokens>>("5 k tokens") == 5000.0 * token);
    CHECK(read<span>("14 months") == 14.0 * month);
    CHECK(read<span>("1 month") == month);
    CHECK(read<span>("2 weeks") == 2.0 * week);
    CHECK(read<span>("never-ending").base_value() == infinite);
    CHECK(read<decltype(usd / hour)>("3 USD/h") == 3.0 * usd / hour);
    CHECK(read<decltype(usd / hour)>("3 USD per hour") == 3.0 * usd / hour);
    CHECK(read<decltype(chip / year)>("3 chips / year") == 3.0 * chip / year);
    CHECK(read<decltype(1.0 / year)>("3 per year") == 3.0 / year);
    CHECK(read<decltype(1.0 / year)>("3 years^-1") == 3.0 / year);
    CHECK(read<decltype(usd / (chip * hour))>("2 USD per chip-hour") == 2.0 * usd / (chip * hour));
    CHECK(read<decltype(usd / (chip * hour))>("2 USD/(chip*h)") == 2.0 * usd / (chip * hour));
    CHECK(read<decltype(usd / (chip * hour))>("2 USD/chip/hour") == 2.0 * usd / (chip * hour));
    CHECK(read<decltype(usd / (chip * hour))>("2 USD per chip per hour") == 2.0 * usd / (chip * hour));
    CHECK(read<decltype(usd / token)>("5 USD per million tokens") == 5.0 * usd / million_tokens);
    CHECK(read<quantity<dim::area>>("850 mm2") == 850.0 * mm2);
    CHECK(read<quantity<dim::area>>("850 mm²") == 850.0 * mm2);
    CHECK(read<quantity<dim::area>>("850 mm^2") == 850.0 * mm2);
    CHECK(read<quantity<dim::length>>("3 µm") == 3000.0 * nanometre);
    CHECK(read<quantity<dim::length>>("3 μm") == 3000.0 * nanometre);
    CHECK(read<quantity<dim::performance>>("5 PFLOP/s") == 5.0 * petaflop / second);
    CHECK(read<quantity<dim::compute>>("5 exaflop") == 5.0 * exaflop);
    CHECK(read<quantity<dim::power>>("1.2 GW") == 1.2 * gigawatt);
    CHECK(read<quantity<dim::power>>("1.2 gigawatts") == 1.2 * gigawatt);
    CHECK(read<quantity<dim::energy>>("5 kWh") == 5.0 * kilowatt_hour);
    CHECK(read<quantity<dim::energy>>("5 kilowatt-hours") == 5.0 * kilowatt_hour);
    CHECK(read<decltype(usd / (petaflop / second))>("5 USD per PFLOP/s") == 5.0 * usd / (petaflop / second));
}

TEST_CASE("parse_value: brackets, counted units and powers anywhere in a unit") {
    CHECK(parse_value<quantity<dim::compute>>("1 (PFLOP/s)·day") == 8.64e19 * flop);
    for (const char* const text : {"1 (PFLOP/s) * day", "1 (PFLOP / s)·day", "1 PFLOP·s⁻¹·day", "1 PFLOP*s^-1*day",
                                   "1 PFLOP⋅day/s", "1 day·(PFLOP per s)", "1e6 (GFLOP/s)×day"}) {
        INFO(text);
        CHECK(parse_value<quantity<dim::compute>>(text) == 8.64e19 * flop);
    }
    using price = decltype(usd / token);
    CHECK(parse_value<price>("3 USD per 1000 tokens") == 0.003 * usd / token);
    for (const char* const text :
         {"3 USD per 1k tokens", "3 USD per 1 thousand tokens", "3 USD/1000 tokens", "3 USD / 1e3 tokens",
          "3000 USD per 1M tokens", "3 thousand USD per million tokens", "3k USD per 1000k tokens"}) {
        INFO(text);
        CHECK(parse_value<price>(text) == 0.003 * usd / token);
    }
    CHECK(parse_value<decltype(1.0 / second)>("3 per 2 weeks") == 3.0 / (2.0 * week));
    CHECK(parse_value<decltype(usd / chip / second)>("9 USD per 3 chips per 2 hours") ==
          9.0 * usd / (6.0 * chip * hour));
    CHECK(parse_value<decltype(usd / chip)>("8 USD per 4 (chip)") == 2.0 * usd / chip);
    CHECK(parse_value<decltype(1.0 * m2)>("2 (m)²") == 2.0 * m2);
    CHECK(parse_value<decltype(1.0 / m2)>("2 m⁻²") == 2.0 / m2);
    CHECK(parse_value<decltype(1.0 * mm2)>("5 (mm2)") == 5.0 * mm2);
    CHECK(parse_value<decltype(1.0 / mm2)>("5 (m/mm)·mm⁻²") == 5000.0 / mm2);
    // A unit in brackets is one number, as in code.
    CHECK(parse_value<decltype(usd / (chip * month))>("140 (USD per chip-month)") == 140.0 * (usd / (chip * month)));
    CHECK(parse_value<decltype(usd / (chip * month))>("140 USD per chip-month") == 140.0 * usd / (chip * month));
}

TEST_CASE("parse_value: what a double cannot hold is an error, not zero or infinity") {
    const auto refuses = [](auto read, const std::string& words) {
        CHECK_THROWS_MATCHES(read(), parse_error,
                             Catch::Matchers::MessageMatches(Catch::Matchers::ContainsSubstring(words)));
    };
    refuses([] { return parse_value<double>("1e-400"); }, "got \"1e-400\", expected a number that is not rounded to 0");
    refuses([] { return parse_value<double>("-1e-400"); }, "expected a number that is not rounded to 0");
    refuses([] { return parse_value<double>("1e400"); }, "got \"1e400\", expected a number below 1.8e308");
    refuses([] { return parse_value<quantity<dim::money>>("1e300 trillion USD"); }, "expected a value below 1.8e308");
    refuses([] { return parse_value<decltype(usd / year)>("1e-320 USD per year"); }, "expected a value from 4.9e-324");
    refuses([] { return parse_value<decltype(usd / token)>("3 USD per 1e400 tokens"); }, "expected a number above 0");
    refuses([] { return parse_value<decltype(usd / token)>("3 USD per 0 tokens"); },
            "got \"0\", expected a number above 0");
    refuses([] { return parse_value<decltype(usd / token)>("3 USD per -2 tokens"); }, "expected a number above 0");
    refuses([] { return parse_value<decltype(usd / token)>("3 USD per 1,000 tokens"); },
            "thousands have no comma: USD per 1000");
    refuses([] { return parse_value<decltype(usd / token)>("3 USD per 1000"); }, "expected a unit behind the number");
    refuses([] { return parse_value<quantity<dim::compute>>("1 (PFLOP/s·day"); },
            "brackets around what is below the line");
    refuses([] { return parse_value<quantity<dim::compute>>("1 (PFLOP/s"); }, "expected a closing bracket");
    CHECK(parse_value<double>("0e-400") == 0.0);
    CHECK(parse_value<double>("5e-324") == 5e-324);
}

TEST_CASE("parse_value: a user's own units, by the names on the ladder and of the dimension") {
    CHECK(read<quantity<goat>>("3 goats") == 3.0 * goats);
    CHECK(read<quantity<goat>>("1 goat") == goats);
    CHECK(read<quantity<goat>>("2 dozen goats") == 24.0 * goats);
    CHECK(read<quantity<goat>>("2 million goats") == 2e6 * goats);
    CHECK(read<decltype(goats / year)>("2 dozen goats per year") == 24.0 * goats / year);
    CHECK(read<quantity<herd>>("3 mountain herd") == 3.0 * herds);
    CHECK(read<decltype(usd / herds)>("3 USD per mountain herd") == 3.0 * usd / herds);
    CHECK(read<decltype(goats / m2)>("5 stocking rate") == 5.0 * goats / m2);
    // 0.3 is no whole number's inverse.
    CHECK(read<quantity<flock>>("7 small flocks") == 7.0 * (0.3 * flocks));
    CHECK(read<quantity<flock>>("7 quarter flocks") == 1.75 * flocks);
    CHECK(read<quantity<flock>>("5 third flocks") == 5.0 / 3.0 * flocks);  // 5 * (1.0 / 3.0) is less
    CHECK(error_of<quantity<goat>>("3 goatss").find("did you mean goats") != std::string::npos);
}

TEST_CASE("parse_value: dates, to the second and beyond") {
    CHECK(read<date>("2026-11-21") == date(2026y / 11 / 21));
    CHECK(read<date>("2026.5") == date::decimal(2026.5));
    CHECK(read<date>("2026") == date(2026y / 1 / 1));
    CHECK(read<date>("2026-11-21 14:30") == date(2026y / 11 / 21) + 14h + 30min);
    CHECK(read<date>("2026-11-21T14:30:15.25Z") == date(2026y / 11 / 21) + 14h + 30min + 15250ms);
    CHECK(read<date>("2026-11-21 + 18 months") == date(2026y / 11 / 21) + 18.0 * month);
    CHECK(read<date>("2026-11-21 - 1 day") == date(2026y / 11 / 20));
    CHECK(read<date>("-0044-03-15") == date(std::chrono::year(-44) / 3 / 15));
    CHECK(read<date>("12026-01-01") == date(12026y / 1 / 1));
    CHECK(read<date>("never") == date::never());
    CHECK(read<date>("before every date").seconds_since_1970() == -infinite);
}

TEST_CASE("parse_value: reads all that to_text prints") {
    const auto same = [](const auto& value, int digits) {
        using T = std::remove_cvref_t<decltype(value)>;
        const std::string text = to_text(value, digits);
        CAPTURE(text);
        CHECK(to_text(parse_value<T>(text), digits) == text);
    };
    for (double x = 1e-12; x < 1e28; x *= 7.3) {
        for (const int digits : {1, 3, 6}) {
            same(x, digits);
            same(x * usd, digits);
            same(-x * usd, digits);
            same(x * second, digits);
            same(x * joule, digits);
            same(x * watt, digits);
            same(x * flop, digits);
            same(x * flop / second, digits);
            same(x * nanometre, digits);
            same(x * mm2, digits);
            same(x / second, digits);
            same(x * chip, digits);
            same(x * wafer, digits);
            same(x * token, digits);
            same(x * person, digits);
            same(x * tpp, digits);
            same(x * chip * hour, digits);
            same(x * usd / (chip * hour), digits);
            same(x * usd / token, digits);
            same(x * usd / (flop / second), digits);
            same(x * flop / joule, digits);
            same(x * tpp / mm2, digits);
            same(x / cm2, digits);
            same(x * usd / chip, digits);
            same(x * usd * person / (chip * m2), digits);
            same(x * goats, digits);
            same(x * goats / herds, digits);
            same(x * quantity<dimensionless>(1.0), digits);
        }
    }
    same(infinite * second, 3);
    same(-infinite * usd, 3);
    for (const double days : {-1e7, -1.0, 0.0, 20000.0, 1e9, -1e12}) {
        const date d = date::from_seconds_since_1970(days * 86400.0);
        CHECK(to_text(parse_value<date>(to_text(d))) == to_text(d));
    }
}

TEST_CASE("parse_value: what cannot be read is refused in words, with its place") {
    CHECK(error_of<money>("5 chips") ==
          "line 1, column 3: got \"chips\", expected a number and a unit of money, such as 1 USD");
    CHECK(error_of<money>("5") ==
          "line 1, column 2: got \"the end\", expected a number and a unit of money, such as 1 USD; did you mean \"5 USD\"?");
    CHECK(error_of<money>("5 millon USD") ==
          "line 1, column 3: got \"millon\", expected a unit that is known, such as USD, chips or month; did you mean "
          "million, billion or min?");
    CHECK(error_of<double>("3 USD") == "line 1, column 3: got \"USD\", expected no unit, for this is a number");
    CHECK(error_of<double>("3 4") == "line 1, column 3: got \"4\", expected the end of the text");
    CHECK(error_of<decltype(usd / (chip * hour))>("2 USD/chip·h") ==
          "line 1, column 3: got \"USD/chip·h\", expected brackets around what is below the line, as in "
          "USD/(chip·hour) or (USD/chip)·hour");
    CHECK(error_of<date>("2026-02-30") == "line 1, column 1: got \"2026-02-30\", expected a day that its month has");
    for (const char* const text :
         {"",          "USD",       "nan USD", "undefined",   "0x10 USD", "1e400 USD", "1e308 million USD",
          "5 USD USD", "5 mW USD",  "5 USD^0", "5 USD^2.5",   "5 USD^99", "5 (USD",    "5 /s",
          "5 USD/",    "5 USD per", "5 flops", "5 USD--chip", "\xff\xfe", "5 \xff",    "5 million million million"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_value<money>(text), parse_error);
    }
    for (const char* const text :
         {"", "2026-11", "2026-11-1", "2026-13-01", "2026-11-21 25:00", "2026-11-21 14:60", "2026-11-21 14:30:60",
          "2026-11-21T", "2026-11-211", "26-11-21", "99999-01-01", "40000", "5 months", "2026-11-21 + 5",
          "2026-11-21 + 5 USD", "never - never", "tomorrow"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_value<date>(text), parse_error);
    }
    CHECK_THROWS_AS(parse_value<money>("5 " + std::string(1000, '(') + "USD"), parse_error);
    std::string joined = "5 USD";
    for (int i = 0; i < 1000; ++i) joined += "-USD";
    CHECK_THROWS_AS(parse_value<money>(joined), parse_error);
    // What stands in the message is cut short, on one line and valid UTF-8.
    CHECK(error_of<money>("5 \x01\xff" + std::string(1000, 'x')).size() < 250);
    CHECK(error_of<money>("\n\xff") ==
          "line 1, column 1: got \"\\x0a\\xff\", expected a number and a unit of money, such as 1 USD");
}
