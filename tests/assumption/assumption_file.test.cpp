// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/assumption_file.hpp>

#include "../catch.hpp"
#include "assumed_forecast.hpp"

#include <chrono>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <headway/assumption/load_assumptions.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed_forecast;

namespace {

const std::string written = "# What we assume.\r\n"
                            "\n"
                            "yearly fall in training cost   =3 to 5.5   # of the same capability\n"
                            "\tsource: Dario Amodei, https://example.org/a#b   # by his blog\n"
                            "    as_of :2025-02-06\n"
                            "    review_by: 2026.5\n"
                            "  cost of the first run = ci90(80 million USD, 200 million USD)\r\n"
                            "  note: \"x # y \\\" \\\\ \\x41\" # end\n"
                            "\"source = day # 1\" = 2024-03-01";

std::vector<parse_error> faults_of(const std::string& text) {
    try {
        const assumption_file file(text, f);
    } catch (const parse_errors& faults) {
        return {faults.begin(), faults.end()};
    }
    return {};
}
std::string places_of(const std::string& text) {
    std::string places;
    for (const auto& fault : faults_of(text)) {
        places += std::to_string(fault.line()) + ":" + std::to_string(fault.column()) + " ";
    }
    return places;
}
bool mentions(const std::string& text, const std::string& words) {
    for (const auto& fault : faults_of(text)) {
        if (std::string_view(fault.what()).find(words) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("assumption_file: names, beliefs, sources, notes and dates") {
    std::istringstream in(written);
    const assumption_file file = load_assumptions(in);
    REQUIRE(file.size() == 3);
    const auto& fall = *file.find("yearly fall in training cost");
    CHECK(fall.belief == "3 to 5.5");
    CHECK(fall.source == "Dario Amodei, https://example.org/a#b");
    CHECK(fall.as_of == date(2025y / 2 / 6));
    CHECK(fall.review_by == date::decimal(2026.5));
    CHECK(fall.line == 3);
    CHECK(fall.belief_column == 33);
    const auto& cost = *file.find("cost of the first run");
    CHECK(cost.note == "x # y \" \\ A");
    CHECK(cost.review_by.is_never());
    CHECK(file.find("source = day # 1")->belief == "2024-03-01");
    CHECK(file.find("cost") == nullptr);
    CHECK(assumption_file().empty());
}

TEST_CASE("assumption_file: a belief that is set changes itself alone") {
    assumption_file file(written);
    file.set("yearly fall in training cost", normal_ci(0.8, 2.0, 9.0));
    file.set("source = day # 1", exactly(date(2025y / 1 / 1)));
    file.set("yearly fall in training cost", ci90(2.0, 9.0));
    std::string expected = written;
    expected.replace(expected.find("3 to 5.5"), 8, "ci90(2, 9)");
    expected.replace(expected.find("2024-03-01"), 10, "2025-01-01");
    CHECK(file.text() == expected);
    file.set("a new one = 2", exactly(3.5 * usd));
    CHECK(file.text() == expected + "\n\"a new one = 2\" = 3.5 USD\n");
    CHECK(file.find("a new one = 2")->belief == "3.5 USD");
    CHECK(assumption_file(file.text()).size() == 4);
}

TEST_CASE("assumption_file: a new entry after a text that was cut within its last line end") {
    for (const std::string text : {"\r", "# a\r", "# a\r\n\r", "a = 1\r\nb = 2\r"}) {
        assumption_file file(text);
        file.set("c", exactly(7.0));
        CHECK(file.text() == text + "\nc = 7" + (text.find('\n') == std::string::npos ? "\n" : "\r\n"));
        CHECK(file.find("c")->belief == "7");
    }
}

TEST_CASE("assumption_file: whatever its line ends, marks and spaces, a belief that is set changes itself alone") {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        for (const std::string end : {"\n", "\r\n"}) {
            for (const std::string trail : {"", "  ", "\t # why"}) {
                for (const std::string& last : {std::string(), end, end + end + "  "}) {
                    const std::string before = mark + "# \xC2\xB5" + trail + end + end + "a  =  1 USD";
                    const std::string middle = trail + end + "   source: x" + trail + end + "\"b\"= 2 to 3";
                    const std::string after = trail + end + " note:  y" + trail + last;
                    assumption_file file(before + middle + after);
                    CHECK(file.text() == before + middle + after);
                    file.set("b", exactly(5.0));
                    file.set("a", exactly(40.0 * usd));
                    const std::string changed = mark + "# \xC2\xB5" + trail + end + end + "a  =  40 USD" + trail + end +
                                                "   source: x" + trail + end + "\"b\"= 5" + after;
                    CHECK(file.text() == changed);
                    std::istringstream in(file.text());
                    std::ostringstream out;
                    save_assumptions(out, load_assumptions(in));
                    CHECK(out.str() == changed);
                    // A new entry ends as the lines of the file do.
                    file.set("c", exactly(7.0));
                    const bool needs_end = last.empty() || last.back() == ' ';
                    CHECK(file.text() == changed + (needs_end ? end : "") + "c = 7" + end);
                    CHECK(assumption_file(file.text()).find("c")->belief == "7");
                }
            }
        }
    }
}

TEST_CASE("assumption_file: what is no text is one fault") {
    const std::string wide("\xFF\xFE"
                           "a\0=\0"
                           "1\0\n\0b\0=\0"
                           "2\0",
                           16);
    CHECK(faults_of(wide).size() == 1);
    CHECK(mentions(wide, "this is UTF-16 (little-endian), save it as UTF-8"));
    CHECK(mentions("a = 1\rb = 2\r", "lines to end with LF or CR LF"));
    CHECK(mentions("a = 1\nb = \xE9\n", "line 2, column 5: got \"\\xe9\", expected text in UTF-8"));
}

TEST_CASE("assumption_file: its beliefs are those of the forecast with it") {
    std::istringstream in(written);
    const assumption_file file = load_assumptions(in, f);
    const auto with = f.with(file.overrides(f));
    CHECK(with.inputs().get<0>().belief() == ci90(3.0, 5.5));
    CHECK(with.inputs().get<1>().belief() == ci90(80.0 * million_usd, 200.0 * million_usd));
    CHECK(with.inputs().get<2>().belief() == exactly(date(2024y / 3 / 1)));
    CHECK(f.at(file) == with.baseline());
    CHECK(f.at(file.overrides(f)) == with.baseline());
}

TEST_CASE("assumption_file: which entries are stale, and which do not say where they come from") {
    const assumption_file file(written);
    CHECK(file.stale(date(2026y / 1 / 1)).empty());
    REQUIRE(file.stale(date(2027y / 1 / 1)).size() == 1);
    CHECK(file.stale(date(2027y / 1 / 1))[0].name == "yearly fall in training cost");
    CHECK(file.unsourced().size() == 2);
}

TEST_CASE("assumption_file: all faults at once, each with its line and column") {
    const std::string wrong = "yearly fall in training cost = 5.5 to 3 # lo > hi\n"
                              "   as_of: 2026-02-30\n"
                              "   sorce: somebody\n"
                              "cost of the frist run = 5 USD\n"
                              "cost of the first run = 80 chips\n"
                              "  cost of the first run = 5 USD\n"
                              "source = day # 1 = 2024-03-01\n"
                              " = 3\n"
                              "x = # nothing\n"
                              "\"y = 3\n"
                              "bin\x01\xff\n"
                              "\"source = day # 1\" = 2024-13-01\n"
                              "  source:\n"
                              "  review_by: 2026-01-01 x\n"
                              "  as_of: 2026-01-01\n"
                              "  as_of: 2026-01-01\n";
    CHECK(places_of(wrong) == "1:32 2:11 3:4 4:1 5:28 6:3 7:1 8:2 9:5 10:1 11:4 12:22 13:10 14:25 16:3 ");
    CHECK(mentions(wrong, "did you mean 'cost of the first run'?"));
    CHECK(mentions(wrong, "it stands in line 5 already"));
    CHECK(mentions(wrong, "did you mean source:?"));
    CHECK(mentions(wrong, "a unit of money"));
    CHECK(mentions(wrong, "lo must be below hi"));
    CHECK_THROWS_AS(assumption_file(wrong), parse_errors);
    CHECK(mentions("cost of the first run = $10bn # a guess\n",
                   "line 1, column 25: got \"$10bn\", expected a number and a unit of money, such as 1 USD; did you mean "
                   "\"10 billion USD\"?"));
}

TEST_CASE("assumption_file: a chance is given as a chance, or as 0 or 1") {
    static constexpr auto comes = assumption<"the permit comes">(bernoulli(0.9), "Ours.");
    static constexpr auto share = assumption<"share">(uniform(0.0, 1.0), "Ours.");
    static constexpr auto g = forecast(inputs(share, comes), [](const auto& in) { return in[comes] * in[share]; });
    const auto fault_of = [](const std::string& text) -> std::string {
        try {
            (void)assumption_file(text).overrides(g);
        } catch (const parse_errors& e) {
            return e.what();
        }
        return "none";
    };
    CHECK(fault_of("share = 80 %\nthe permit comes = 80 %  # likely\n") ==
          "line 2, column 20: got \"80 %\", expected bernoulli(80 %) for a chance, 0 or 1 for a sure value");
    CHECK(fault_of("the permit comes = 0.125") ==
          "line 1, column 20: got \"0.125\", expected bernoulli(12.5 %) for a chance, 0 or 1 for a sure value");
    CHECK_THROWS_AS(assumption_file("the permit comes = 0.8", g), parse_errors);
    for (const std::string belief : {"bernoulli(80 %)", "0", "1", "100 %", "0.2 to 0.8"}) {
        CHECK(fault_of("the permit comes = " + belief) == "none");
    }
    // Of two forecasts one has it as a chance, whichever comes first.
    static constexpr auto as_a_share = assumption<"the permit comes">(0.9, "Ours.");
    static constexpr auto h = forecast(inputs(as_a_share), [](const auto& in) { return in[as_a_share]; });
    CHECK_NOTHROW(assumption_file("the permit comes = 0.8", h));
    CHECK_THROWS_AS(assumption_file("the permit comes = 0.8", known_inputs(h, g)), parse_errors);
    CHECK_THROWS_AS(assumption_file("the permit comes = 0.8", known_inputs(g, h)), parse_errors);
}

TEST_CASE("assumption_file: sources and dates belong to an assumption, once each, in order") {
    CHECK(places_of("source: x\n") == "1:1 ");
    CHECK(places_of("cost of the first run = 5 USD\nsource: x\n source: y\n") == "3:2 ");
    CHECK(places_of("cost of the first run = 5 USD\nreview_by: 2025-01-01\nas_of: 2026-01-01\n") == "3:1 ");
    CHECK(places_of("cost of the first run\nsource: x\n") == "1:1 ");  // not one more for what is below
}

TEST_CASE("assumption_file: ten million bytes, of junk or in one line, are faults like any other") {
    CHECK(faults_of(std::string(10'000'000, 'x')).size() == 1);
    CHECK(faults_of("cost of the first run = " + std::string(10'000'000, '(')).size() == 1);
    CHECK(faults_of("cost of the first run = " + std::string(10'000'000, '9')).size() == 1);
    CHECK(faults_of("cost of the first run = 5 " + std::string(10'000'000, 'x')).size() == 1);
    CHECK(faults_of("cost of the first run = 5 USD # " + std::string(10'000'000, 'x')).empty());
    CHECK(faults_of(std::string(10'000'000, '\0')).size() == 1);
    std::string many;
    while (many.size() < 10'000'000) many += "x = 1\n";
    CHECK(faults_of(many).size() == 1000);
}

TEST_CASE("assumption_file: random changes give a file or parse_errors, nothing else") {
    std::uint64_t state = 7;
    int files = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text = written;
        for (int k = 0; k < 3; ++k) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            const std::size_t at = (state >> 33) % (text.size() + 1);
            if (state >> 63) {
                text.insert(at, 1, static_cast<char>(state >> 20));
            } else {
                text.erase(at, (state >> 24) % 12);
            }
        }
        try {
            (void)assumption_file(text, f).overrides(f);
            ++files;
        } catch (const parse_errors& faults) {
            if (faults.size() == 0) FAIL("no fault told");
        }
    }
    CHECK(files > 200);
}
