// SPDX-License-Identifier: BSL-1.0
#include <headway/table/verdict_table.hpp>

#include "catch.hpp"

#include <headway/figures/since/distances.hpp>
#include <headway/figures/since/verdicts.hpp>
#include <headway/table/csv.hpp>
#include <headway/table/json.hpp>
#include <headway/table/markdown.hpp>

#include <sstream>

#include "parse_csv.hpp"

namespace fig = headway::figures;
namespace now = headway::figures::since;
namespace report = headway::report;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr fig::article essay{.key = "essay", .speaker = "An Author", .piece = "An essay", .date_text = "2025-02-06"};
constexpr fig::article count_of{.key = "count", .speaker = "A Counter", .piece = "A count", .date_text = "2026-01-01"};
constexpr fig::figure grew{
    5.0,
    {1.0, "×"},
    {.id = "grew", .what = "growth", .source = &essay, .precision = fig::precision::about, .kind = fig::kind::claimed}};
constexpr fig::figure never_was{
    7.0, {1.0, "years"}, {.id = "never_was", .what = "a wait", .source = &essay, .kind = fig::kind::assumed}};
constexpr fig::figure counted{
    4.0, {1.0, "×"}, {.id = "counted", .what = "growth, counted", .source = &count_of, .grade = fig::grade::c}};
constexpr fig::verdict on_grew{grew,
                               {.word = fig::verdict_word::borne_out,
                                .words = "borne out (order)",
                                .because = "It was 4, \"about\" that.",
                                .rests_on = {counted, grew},
                                .given = fig::calendar_day(2026, 11, 29)}};
constexpr fig::verdict on_wait{never_was,
                               {.word = fig::verdict_word::too_early,
                                .because = "It ends in 2030.",
                                .given = fig::calendar_day(2026, 11, 29),
                                .review_by = fig::calendar_day(2027, 1, 1)}};
constexpr const fig::verdict* list[] = {&on_grew, &on_wait};
constexpr fig::verdict_list verdicts(list);

/// The lines of a text.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("verdicts are a table of what was said, what came of it, and on how many figures of each kind that rests") {
    CHECK(report::table(verdicts).text() ==
          "figure              kind            verdict               rests on  to be reviewed by\n"
          "-------------------------------------------------------------------------------------\n"
          "essay.grew       claimed  borne out (order)  1 observed, 1 claimed         2027-11-29\n"
          "essay.never_was  assumed          too early                nothing         2027-01-01\n");
    CHECK(report::table(report::verdicts_on{verdicts, 2027y / 1 / 1}).text() ==
          "figure              kind            verdict               rests on  to be reviewed by   state\n"
          "---------------------------------------------------------------------------------------------\n"
          "essay.grew       claimed  borne out (order)  1 observed, 1 claimed         2027-11-29  stands\n"
          "essay.never_was  assumed          too early                nothing         2027-01-01   stale\n");
    // From the day on which it is given to before that on which it is reviewed.
    CHECK(report::table(report::verdicts_on{verdicts, 2025y / 1 / 1}).text() ==
          "figure              kind            verdict               rests on  to be reviewed by          state\n"
          "----------------------------------------------------------------------------------------------------\n"
          "essay.grew       claimed  borne out (order)  1 observed, 1 claimed         2027-11-29  not yet given\n"
          "essay.never_was  assumed          too early                nothing         2027-01-01  not yet given\n");
    CHECK_THAT(report::csv(report::verdicts_on{verdicts, 2026y / 11 / 28}),
               ContainsSubstring("2026-11-29,2027-11-29,not yet given"));
    CHECK_THAT(report::csv(report::verdicts_on{verdicts, 2026y / 11 / 29}),
               ContainsSubstring("2026-11-29,2027-11-29,stands"));
    CHECK(report::markdown(verdicts) ==
          "| figure | kind | verdict | rests on | to be reviewed by |\n| :--- | :--- | :--- | :--- | :--- |\n"
          "| essay.grew | claimed | borne out (order) | 1 observed, 1 claimed | 2027-11-29 |\n"
          "| essay.never\\_was | assumed | too early | nothing | 2027-01-01 |\n");
}

TEST_CASE("for programs every verdict has its value, its sentence and all its sources") {
    CHECK(report::csv(verdicts) ==
          "figure,kind,said,source,verdict,word,because,rests_on_kinds,rests_on,known_sources,given,review_by\r\n"
          "essay.grew,claimed,about 5 ×,\"An Author, An essay, 2025-02-06\",borne out (order),borne out,\"It was 4, "
          "\"\"about\"\" "
          "that.\",\"1 observed, 1 claimed\",\"count.counted; essay.grew\",\"A Counter, A count, 2026-01-01; An Author, An "
          "essay, "
          "2025-02-06\",2026-11-29,2027-11-29\r\n"
          "essay.never_was,assumed,7 years,\"An Author, An essay, 2025-02-06\",too early,too early,It ends in "
          "2030.,nothing,,,"
          "2026-11-29,2027-01-01\r\n");
    CHECK_THAT(report::csv(now::verdicts()), ContainsSubstring(",borne out / contradicted,borne out,contradicted,"));
    CHECK_THAT(report::json(verdicts), ContainsSubstring("\"because\": \"It was 4, \\\"about\\\" that.\""));
    CHECK_THAT(report::json(report::verdicts_on{verdicts, 2026y / 11 / 29}),
               ContainsSubstring("\"state\": \"stands\""));
    CHECK(report::result_table().add("a", verdicts).add("b", verdicts).rows().size() == 4);
}

TEST_CASE("a verdict in words has the sources on both sides, and says when it rests on nothing or is stale") {
    CHECK(report::verdict_text(on_grew, 2026y / 11 / 29) ==
          "  - grew [claimed]: borne out (order)\n"
          "    said: growth, about 5 ×: An Author, An essay, 2025-02-06\n"
          "    It was 4, \"about\" that.\n"
          "    known: growth, counted, 4 × [observed, grade C]: A Counter, A count, 2026-01-01\n"
          "    known: growth, about 5 × [claimed]: An Author, An essay, 2025-02-06\n");
    CHECK(report::verdict_text(on_wait, 2027y / 1 / 1) ==
          "  - never_was [assumed]: too early\n"
          "    said: a wait, 7 years: An Author, An essay, 2025-02-06\n"
          "    It ends in 2030.\n"
          "    It rests on no figure.\n"
          "    Stale since 2027-01-01: look at it again, it was given on 2026-11-29.\n");
}

TEST_CASE("a scoreboard is a table whose counts add up, with no rate where nothing was tested") {
    CHECK(report::table(fig::scoreboard(verdicts, fig::judged_by::kind)).text() ==
          "by       figures  borne out  contradicted  too early  cannot be tested  hit rate of the tested  read "
          "against  read in favour\n"
          "------------------------------------------------------------------------------------------------------------"
          "----------------\n"
          "claimed        1          1             0          0                 0                   100 %         100 "
          "%           100 %\n"
          "assumed        1          0             0          1                 0\n"
          "all            2          1             0          1                 0                   100 %         100 "
          "%           100 %\n");
    CHECK_THAT(report::csv(fig::scoreboard(verdicts)), ContainsSubstring("\r\nAn Author,2,1,0,1,0,1,1,1\r\n"));
}

TEST_CASE("distances are a table, for programs with their numbers") {
    const fig::figure_distance all[] = {fig::distance_from(grew, counted, "a reading")};
    const std::span<const fig::figure_distance> distances(all);
    CHECK(report::table(distances).text() ==
          "figure         kind       said  known from    reading           distance\n"
          "------------------------------------------------------------------------\n"
          "essay.grew  claimed  about 5 ×  1 observed  a reading  1 × below (× 0.8)\n");
    CHECK(report::csv(distances) == "figure,kind,said,known,known_kinds,reading,distance,least,greatest,least_log_"
                                    "ratio,greatest_log_ratio,distance_unit,"
                                    "known_sources\r\nessay.grew,claimed,about 5 ×,\"4 × [observed, grade C]\",1 observed,a "
                                    "reading,1 × below (× 0.8),-1,-1,"
                                    "-0.2231435513142097,-0.2231435513142097,×,\"A Counter, A count, 2026-01-01\"\r\n");
}

TEST_CASE("all 74 verdicts are printed, each with its source, and every count agrees with them") {
    std::size_t printed = 0;
    for (const fig::verdict_list& verdicts_of : {now::verdicts(), now::published_verdicts()}) {
        const auto rows = lines_of(report::csv(verdicts_of));
        CHECK(rows.size() == verdicts_of.size() + 1);
        printed += rows.size() - 1;
        for (const fig::verdict& v : verdicts_of) {
            const std::string text = report::verdict_text(v, 2026y / 11 / 29);
            // Each figure in it stands with who said it, where and when; the sources are wrapped, so words are compared.
            std::string unwrapped;
            std::istringstream in(text);
            for (std::string word; in >> word;) unwrapped += word + ' ';
            INFO(text);
            CHECK_THAT(unwrapped, ContainsSubstring(fig::citation(*v.figure) + " "));
            std::size_t known = 0;
            for (const fig::figure_info* f : v.rests_on) {
                CHECK_THAT(unwrapped, ContainsSubstring(fig::citation(*f) + " "));
                ++known;
            }
            std::size_t lines = 0;
            for (std::size_t at = text.find("    known: "); at != text.npos; at = text.find("    known: ", at + 1))
                ++lines;
            CHECK(lines == known);
            CHECK((v.rests_on.empty() == (text.find("It rests on no figure.") != text.npos)));
            CHECK(text.find("Stale") == text.npos);
        }
        using enum fig::verdict_word;
        for (const auto by : {fig::judged_by::speaker, fig::judged_by::article, fig::judged_by::kind}) {
            const fig::scoreboard board(verdicts_of, by);
            std::size_t figures = 0, borne = 0, against = 0, early = 0, untested = 0;
            for (const fig::scoreboard_row& row : board.rows()) {
                figures += row.figures();
                borne += row.borne_out();
                against += row.contradicted();
                early += row.too_early();
                untested += row.cannot_be_tested();
                CHECK(row.figures() == row.borne_out() + row.contradicted() + row.too_early() + row.cannot_be_tested());
            }
            CHECK(figures == verdicts_of.size());
            CHECK(borne == verdicts_of.count(borne_out));
            CHECK(against == verdicts_of.count(contradicted));
            CHECK(early == verdicts_of.count(too_early));
            CHECK(untested == verdicts_of.count(cannot_be_tested));
        }
    }
    CHECK(printed == 74);
    // By hand from the table of verdicts: Amodei 26 of his own figures, one of the interviewer's.
    const fig::scoreboard_row amodei = fig::scoreboard(now::verdicts()).rows()[0];
    CHECK(amodei.figures() == 26);
    CHECK(amodei.borne_out() == 14);
    CHECK(amodei.contradicted() == 1);
    CHECK(amodei.too_early() == 2);
    CHECK(amodei.cannot_be_tested() == 9);
    CHECK(amodei.hit_rate() == 14.0 / 15.0);
    CHECK(amodei.lowest_hit_rate() == 12.0 / 15.0);
}

TEST_CASE("every printed distance names where it is known from") {
    const auto lines = lines_of(report::table(now::distances()).text());
    REQUIRE(lines.size() == now::distances().size() + 2);
    for (std::size_t i = 2; i < lines.size(); ++i) {
        INFO(lines[i]);
        CHECK_THAT(lines[i], ContainsSubstring(std::string(now::distances()[i - 2].said->source->key) + "."));
        bool tells_a_kind = false;
        for (const char* kind : {"observed", "claimed", "forecast", "assumed"}) {
            tells_a_kind = tells_a_kind || lines[i].find(std::string("1 ") + kind) != std::string::npos ||
                           lines[i].find(std::string("2 ") + kind) != std::string::npos ||
                           lines[i].find(std::string("4 ") + kind) != std::string::npos;
        }
        CHECK(tells_a_kind);
    }
}
