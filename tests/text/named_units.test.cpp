// SPDX-License-Identifier: BSL-1.0
#include <headway/text/detail/named_units.hpp>

#include "catch.hpp"

#include <string_view>
#include <vector>

using namespace headway;
using namespace headway::detail;
using form = named_unit::form;

namespace {

/// One unit as it is: what it is of, how many base units it has (`above` over `below`), and what may stand around it.
struct expected {
    std::string_view name, dimension;
    double above, below;
    form takes;
};

const named_unit* find(std::string_view name) {
    for (const named_unit& unit : named_units) {
        if (unit.name == name) return &unit;
    }
    return nullptr;
}
template <std::size_t Size>
double size_of(const named_factor (&factors)[Size], std::string_view name) {
    for (const named_factor& factor : factors) {
        if (factor.name == name) return factor.size;
    }
    return 0.0;
}

}  // namespace

TEST_CASE("units have the sizes that their names mean") {
    const std::vector<expected> all{
        {"s", "time", 1, 1, form::as_it_is},          {"second", "time", 1, 1, form::with_s},
        {"min", "time", 60, 1, form::as_it_is},       {"minute", "time", 60, 1, form::with_s},
        {"h", "time", 3600, 1, form::as_it_is},       {"hour", "time", 3600, 1, form::with_s},
        {"day", "time", 86400, 1, form::with_s},      {"week", "time", 7 * 86400, 1, form::with_s},
        {"month", "time", 2629746, 1, form::with_s},  {"year", "time", 31556952, 1, form::with_s},
        {"yr", "time", 31556952, 1, form::as_it_is},  {"USD", "money", 1, 1, form::as_it_is},
        {"usd", "money", 1, 1, form::as_it_is},       {"US$", "money", 1, 1, form::as_it_is},
        {"$", "money", 1, 1, form::as_it_is},         {"dollar", "money", 1, 1, form::with_s},
        {"FLOP", "compute", 1, 1, form::with_si_letter}, {"flop", "compute", 1, 1, form::with_si_word},
        {"chip", "chips", 1, 1, form::with_s},        {"wafer", "wafers", 1, 1, form::with_s},
        {"token", "tokens", 1, 1, form::with_s},      {"person", "people", 1, 1, form::with_s},
        {"people", "people", 1, 1, form::as_it_is},   {"J", "energy", 1, 1, form::with_si_letter},
        {"joule", "energy", 1, 1, form::with_si_word}, {"Wh", "energy", 3600, 1, form::with_si_letter},
        {"nm", "length", 1, 1, form::as_it_is},       {"µm", "length", 1e3, 1, form::as_it_is},
        {"um", "length", 1e3, 1, form::as_it_is},     {"mm", "length", 1e6, 1, form::as_it_is},
        {"cm", "length", 1e7, 1, form::as_it_is},     {"m", "length", 1e9, 1, form::as_it_is},
        {"km", "length", 1e12, 1, form::as_it_is}};
    for (const expected& e : all) {
        INFO(std::string(e.name));
        const named_unit* const unit = find(e.name);
        REQUIRE(unit != nullptr);
        CHECK(unit->above == e.above);
        CHECK(unit->below == e.below);
        CHECK(unit->takes == e.takes);
        CHECK(unit->factors[0].name == e.dimension);
        CHECK(unit->factors[0].exponent == 1);
        CHECK(unit->factors[1].exponent == 0);
    }
    for (const char* watt : {"W", "watt"}) {
        CHECK((find(watt)->above == 1.0 && find(watt)->below == 1.0));
        CHECK((find(watt)->factors[0].name == "energy" && find(watt)->factors[0].exponent == 1));
        CHECK((find(watt)->factors[1].name == "time" && find(watt)->factors[1].exponent == -1));
    }
    for (const char* percent : {"%", "percent"}) {
        CHECK((find(percent)->above == 1.0 && find(percent)->below == 100.0 && find(percent)->factors[0].exponent == 0));
    }
    CHECK((find("TPP")->above == 1.0 && find("TPP")->below == 1.0 && find("TPP")->factors[0].exponent == 1));
}

TEST_CASE("prefixes and counting words are the powers of ten that they are") {
    const std::vector<std::pair<std::string_view, double>> words{
        {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}, {"k", 1e3}, {"M", 1e6},
        {"mn", 1e6}, {"bn", 1e9}, {"B", 1e9}, {"tn", 1e12}, {"T", 1e12}};
    for (const auto& [name, size] : words) CHECK(size_of(counting_words, name) == size);
    const char* const letters = "kMGTPEZY";
    const char* const words_of_si[] = {"kilo", "mega", "giga", "tera", "peta", "exa", "zetta", "yotta"};
    const double sizes[] = {1e3, 1e6, 1e9, 1e12, 1e15, 1e18, 1e21, 1e24};
    for (std::size_t i = 0; i < 8; ++i) {
        CHECK(size_of(si_letters, std::string_view(letters + i, 1)) == sizes[i]);
        CHECK(size_of(si_words, words_of_si[i]) == sizes[i]);
    }
}
