// SPDX-License-Identifier: BSL-1.0
#include <headway/text/parse_number.hpp>

#include "catch.hpp"

#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

using headway::parse_number;

namespace {

std::uint64_t bits_of(double x) { return std::bit_cast<std::uint64_t>(x); }

struct random_bits {
    std::uint64_t state = 20261122;
    std::uint64_t operator()() {
        state += 0x9e3779b97f4a7c15u;
        std::uint64_t z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
};

// The C library reads correctly rounded, in the "C" locale that a test runs in.
void check_against_c_library(const std::string& text) {
    const double expected = std::strtod(text.c_str(), nullptr);
    const auto got = parse_number(text);
    const bool is_zero = text.substr(0, text.find_first_of("eE")).find_first_of("123456789") == std::string::npos;
    if (expected - expected != 0.0 || (expected == 0.0 && !is_zero)) {
        if (got.has_value()) FAIL(text + " is too large or too small, but was read");
        return;
    }
    if (!got || bits_of(*got) != bits_of(expected)) FAIL(text + " was not read as the C library reads it");
}

static_assert(parse_number("4.7") == 4.7);
static_assert(parse_number("1.7976931348623157e308") == std::numeric_limits<double>::max());
static_assert(!parse_number("12 USD"));

}  // namespace

TEST_CASE("parse_number: decimal notation, with or without a sign, a point and an exponent") {
    CHECK(parse_number("3") == 3.0);
    CHECK(parse_number("-0.25") == -0.25);
    CHECK(parse_number("+1.5e6") == 1.5e6);
    CHECK(parse_number("1E-3") == 1e-3);
    CHECK(parse_number(".5") == 0.5);
    CHECK(parse_number("2.") == 2.0);
    CHECK(parse_number("0007") == 7.0);
    CHECK(bits_of(parse_number("-0").value()) == bits_of(-0.0));
    CHECK(bits_of(parse_number("0e99999999999999999999").value()) == bits_of(0.0));
}

TEST_CASE("parse_number: only the whole text counts, and only decimal notation") {
    for (const char* const text : {"",
                                   " ",
                                   " 1",
                                   "1 ",
                                   "+",
                                   "-",
                                   ".",
                                   "-.",
                                   "e5",
                                   ".e5",
                                   "1e",
                                   "1e+",
                                   "1.2.3",
                                   "1,000",
                                   "1'000",
                                   "0x10",
                                   "0x1p3",
                                   "inf",
                                   "infinity",
                                   "nan",
                                   "NaN",
                                   "--1",
                                   "+-1",
                                   "1e5.0",
                                   "12 USD",
                                   "1_000",
                                   "\xc2\xa0"
                                   "1",
                                   "٣"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_number(text).has_value());
    }
    CHECK_FALSE(parse_number(std::string_view("1\0", 2)).has_value());
}

TEST_CASE("parse_number: too large is no number, nor is what would be rounded to zero") {
    CHECK_FALSE(parse_number("1e309").has_value());
    CHECK_FALSE(parse_number("-1e99999999999999999999").has_value());
    CHECK_FALSE(parse_number(std::string(400, '9')).has_value());
    // Halfway between the largest double and 2^1024 goes to even, which is too large; one below it does not.
    const std::string halfway =
        "1797693134862315807937289714053034150799341327100378269361737789804449682927647509466490179775872070"
        "9633028641669288791094655554785194040263065748867150582068190890200070838367627385484581771153176447"
        "5730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904"
        "174497792";
    CHECK_FALSE(parse_number(halfway).has_value());
    CHECK_FALSE(parse_number(halfway + ".0001").has_value());
    CHECK(parse_number(halfway.substr(0, halfway.size() - 1) + "1.9999") == std::numeric_limits<double>::max());
    CHECK_FALSE(parse_number("1e-400").has_value());
    CHECK_FALSE(parse_number("-1e-99999999999999999999").has_value());
    CHECK_FALSE(parse_number("0." + std::string(400, '0') + "1").has_value());
    // Half the least number goes to even, which is 0; anything above it does not.
    CHECK_FALSE(parse_number("2.4703282292062327208e-324").has_value());
    CHECK(parse_number("2.4703282292062327209e-324") == std::numeric_limits<double>::denorm_min());
    CHECK((parse_number("0e-400") == 0.0 && parse_number("-0.000e-99999999999999999999") == 0.0));
    CHECK(parse_number("0." + std::string(100000, '0') + "1e100001") == 1.0);
    CHECK(parse_number("1" + std::string(100000, '0') + "e-100000") == 1.0);
}

TEST_CASE("parse_number: known hard cases round to nearest, ties to even") {
    for (const char* const text :
         {// Halfway between 2^53 and its neighbour, and just past it, however far the digit.
          "9007199254740993",
          "9007199254740993.0000000000000000000000000000000000000001",
          "9007199254740992.9999999",
          "9007199254740995",
          "2.2250738585072011e-308",
          "2.2250738585072012e-308",
          "2.2250738585072014e-308",
          "4.9406564584124654e-324",
          "2.4703282292062327e-324",
          "2.4703282292062328e-324",
          "7.4109846876186981e-324",
          "6.631236846766476e-316",
          "3.518437208883201171875e13",
          "8.41e21",
          "9.5367431640625e-7",
          "1e23",
          "8.5e22",
          "1.448997445238699",
          "123456789012345678901234567890",
          "0.1000000000000000055511151231257827021181583404541015625",
          "0.10000000000000000555111512312578270211815834045410156250000000000000000000000000000000000000001"}) {
        check_against_c_library(text);
    }
    // 2^-1075, half the least number above zero, is a tie and goes to zero; anything after it tips it.
    const std::string half =
        "2470328229206232720882843964341106861825299013071623822127928412503377536351043759326499181808179961"
        "8989828234772285886546332835517796989819938739800539093906315035659515570226392290858392449105184435"
        "9318028499365361525003193704576782492193656236698636584807570015857692699037063119282795585513329278"
        "3433840935197801553124659726357957462276646527282722005637400648549997709659947045402082816622623785"
        "7393450736339007967761930577506740176324673600968951340535537458516661134223766678604162159680461914"
        "4672918403005300575308490487653917113865916462395249126236538818796362393732804238910186723484976682"
        "3508986338858792562830275599565752445550725518931369083625477918694866799496832404970582102851318545"
        "1396213837722826145437693412532098591327667236328125";
    const double least = std::numeric_limits<double>::denorm_min();
    CHECK_FALSE(parse_number(half + "e-1075").has_value());
    CHECK(parse_number(half + "." + std::string(800, '0') + "1e-1075") == least);
    CHECK_FALSE(parse_number(half.substr(0, half.size() - 1) + "4." + std::string(800, '9') + "e-1075").has_value());
    CHECK(parse_number("-" + half + "." + std::string(20, '0') + "1e-1075") == -least);
}

TEST_CASE("parse_number: the shortest text of a double gives it back, bit for bit") {
    random_bits random;
    for (int i = 0; i < 20000; ++i) {
        const double x = std::bit_cast<double>(random());
        if (x - x != 0.0) continue;
        char buffer[40];
        char* const end = std::to_chars(buffer, buffer + sizeof buffer, x).ptr;
        const auto back = parse_number({buffer, static_cast<std::size_t>(end - buffer)});
        if (!back || bits_of(*back) != bits_of(x)) FAIL("not the same: " << std::string(buffer, end));
    }
}

TEST_CASE("parse_number: random numbers of every length as the C library reads them") {
    random_bits random;
    for (int i = 0; i < 20000; ++i) {
        const std::uint64_t draw = random();
        const auto digits = 1 + draw % (i % 50 == 0 ? 1200 : 40);
        std::string text = (draw >> 20) % 2 ? "-" : "";
        for (std::uint64_t k = 0; k < digits; ++k) text += static_cast<char>('0' + random() % 10);
        if ((draw >> 21) % 2) text.insert(text.size() - (draw >> 30) % digits, ".");
        text += "e" + std::to_string(static_cast<int>((draw >> 40) % 700) - 350 - static_cast<int>(digits / 2));
        check_against_c_library(text);
    }
}

TEST_CASE("parse_number: numbers of at most 19 digits, and those halfway between two doubles, as the C library reads them") {
    random_bits random;
    for (int i = 0; i < 20000; ++i) {
        const std::uint64_t draw = random();
        std::string text = std::to_string(random() >> (draw % 64));
        // One bit more than a double holds: halfway, or with a few places next to it.
        if (i % 3 == 0) text = std::to_string(((std::uint64_t{1} << 53) | (random() >> 11)) * 2 + 1);
        if ((draw >> 10) % 4 != 0) text.insert(text.size() - (draw >> 12) % text.size(), ".");
        if (i % 3 == 0 && (draw >> 24) % 2 == 0) text = std::to_string((1ull << 53) + (draw >> 40)) + ((draw >> 25) % 2 ? ".5" : ".25");
        if ((draw >> 26) % 4 == 0) text += "e" + std::to_string(static_cast<int>((draw >> 30) % 60) - 30);
        check_against_c_library(((draw >> 28) % 2 ? "-" : "") + text);
    }
    for (const char* const text : {"9007199254740992.5", "9007199254740993", "4503599627370496.5", "4503599627370497.5",
                                   "18446744073709551615", "9999999999999999999", "0.0000000000000000001", "-0.0", "0e99",
                                   "1e22", "1e23", "9007199254740993e-27", "5.", ".5", "1.e5", "1e-0", "1E+09"}) {
        check_against_c_library(text);
    }
}
