// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/load_assumptions.hpp>

#include "../catch.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include <headway/belief/makers.hpp>
#include <headway/forecast/forecast.hpp>

using namespace headway;

namespace {

inline constexpr auto decline = assumption<"a">(ci90(3.0, 5.5), "Ours.");
inline constexpr auto f = forecast(inputs(decline), [](const auto& in) { return in[decline]; });
const std::string written = "# What we assume.\r\n\na   =3 to 5.5   # of the same capability";

}  // namespace

TEST_CASE("save_assumptions: written back unchanged, byte for byte") {
    for (const std::string& text : {written, std::string(), std::string("\xEF\xBB\xBF# a\r\n\r\na = 1\r\n  \t\n#"),
                                    std::string("a=1\n\n\n"), std::string("\n \n")}) {
        std::istringstream in(text);
        std::ostringstream out;
        save_assumptions(out, load_assumptions(in));
        CHECK(out.str() == text);
    }
}

TEST_CASE("load_assumptions: what cannot be read does not pass for defaults") {
    using Catch::Matchers::ContainsSubstring;
    std::ifstream none("no such assumptions.txt");
    CHECK_THROWS_WITH(load_assumptions(none), ContainsSubstring("load_assumptions: the stream cannot be read: "));
    CHECK_THROWS_WITH(load_assumptions(none, f), ContainsSubstring("load_assumptions: the stream cannot be read: "));
    std::istringstream twice(written);
    CHECK(load_assumptions(twice).size() == 1);
    CHECK_THROWS_WITH(load_assumptions(twice), ContainsSubstring("read to its end before"));
    std::istringstream empty("");
    CHECK(load_assumptions(empty).empty());
}

TEST_CASE("load_assumptions: a forecast takes the file as it is") {
    std::istringstream in("a = 4.5 to 9\n    source: a test\n");
    const auto file = load_assumptions(in, f);
    const auto other = f.with(file);
    CHECK(other.baseline() == f.with(file.overrides(f)).baseline());
    CHECK(other.baseline() != f.baseline());
    CHECK(other.sources()[0].overridden);
    std::istringstream misspelt("no such input = 3\n");
    CHECK_THROWS_WITH(f.with(load_assumptions(misspelt)),
                      Catch::Matchers::ContainsSubstring("line 1, column 1: got \"no such input\""));
}

TEST_CASE("load_assumptions: what no forecast can take is told, with its line") {
    std::istringstream in("a = 2\nb = 3\n");
    CHECK_THROWS_WITH(load_assumptions(in, f), Catch::Matchers::ContainsSubstring("line 2"));
}

TEST_CASE("save_assumptions: a stream that takes nothing") {
    std::ostringstream full;
    full.setstate(std::ios::badbit);
    CHECK_THROWS_AS(save_assumptions(full, assumption_file("a = 2\n")), std::runtime_error);
}
