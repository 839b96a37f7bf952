// SPDX-License-Identifier: BSL-1.0
#include <headway/source/scoreboard.hpp>

#include "catch.hpp"

#include <cmath>

using namespace headway::figures;
using headway::date;

namespace {

constexpr article essay{.key = "essay", .speaker = "An Author"};
constexpr article talk{.key = "talk", .speaker = "A Speaker"};
constexpr figure counted{4.0, {1.0, "×"}, {.id = "counted", .source = &essay}};

constexpr figure<double> claim(std::string_view id, const article& source, kind k, std::string_view said_by = {}) {
    return {1.0, {1.0, "×"}, {.id = id, .source = &source, .kind = k, .said_by = said_by}};
}
constexpr figure a = claim("a", essay, kind::observed);
constexpr figure b = claim("b", essay, kind::claimed);
constexpr figure c = claim("c", essay, kind::claimed, "A Guest");
constexpr figure d = claim("d", talk, kind::forecast);
constexpr figure e = claim("e", talk, kind::claimed);
constexpr figure f = claim("f", talk, kind::claimed);

constexpr verdict judged(const figure_info& figure, verdict_word word, verdict_word other = verdict_word::none,
                         std::string_view words = {}) {
    return {figure,
            {.word = word,
             .other = other,
             .words = words,
             .because = "It was so.",
             .rests_on = counted,
             .given = calendar_day(2026, 11, 29)}};
}
constexpr verdict on_a = judged(a, verdict_word::borne_out);
constexpr verdict on_b = judged(b, verdict_word::borne_out, verdict_word::contradicted, "borne out / contradicted");
constexpr verdict on_c = judged(c, verdict_word::cannot_be_tested);
constexpr verdict on_d = judged(d, verdict_word::too_early, verdict_word::borne_out, "too early, borne out so far");
constexpr verdict on_e =
    judged(e, verdict_word::contradicted, verdict_word::borne_out, "contradicted, borne out by another");
constexpr verdict on_f = judged(f, verdict_word::contradicted);
constexpr const verdict* table[] = {&on_a, &on_b, &on_c, &on_d, &on_e, &on_f};
constexpr verdict_list verdicts(table);

}  // namespace

TEST_CASE("a scoreboard counts every figure once, and what has no answer apart") {
    const scoreboard board(verdicts);
    REQUIRE(board.rows().size() == 3);
    const scoreboard_row& author = board.rows()[0];
    const scoreboard_row& guest = board.rows()[1];
    const scoreboard_row& speaker = board.rows()[2];
    CHECK(author.name() == "An Author");
    CHECK(guest.name() == "A Guest");
    CHECK(speaker.name() == "A Speaker");
    CHECK(author.figures() == 2);
    CHECK(author.borne_out() == 2);
    CHECK(author.hit_rate() == 1.0);
    CHECK(author.lowest_hit_rate() == 0.5);
    CHECK(author.highest_hit_rate() == 1.0);
    CHECK(author.either_way() == 1);
    CHECK(guest.figures() == 1);
    CHECK(guest.cannot_be_tested() == 1);
    CHECK(guest.tested() == 0);
    CHECK(std::isnan(guest.hit_rate()));
    CHECK(std::isnan(guest.highest_hit_rate()));
    // Borne out so far is too early, and no hit.
    CHECK(speaker.too_early() == 1);
    CHECK(speaker.contradicted() == 2);
    CHECK(speaker.hit_rate() == 0.0);
    CHECK(speaker.highest_hit_rate() == 0.5);
    CHECK(board.all().name() == "all");
    CHECK(board.all().figures() == verdicts.size());
    CHECK(board.all().tested() == 4);
    CHECK(board.all().hit_rate() == 0.5);
    CHECK(board.all().lowest_hit_rate() == 0.25);
    CHECK(board.all().highest_hit_rate() == 0.75);
}

TEST_CASE("by article and by kind the same figures are counted") {
    const scoreboard articles(verdicts, judged_by::article);
    REQUIRE(articles.rows().size() == 2);
    CHECK(articles.rows()[0].name() == "essay");
    CHECK(articles.rows()[0].figures() == 3);
    CHECK(articles.rows()[1].figures() == 3);
    std::size_t figures = 0;
    for (const scoreboard_row& row : scoreboard(verdicts, judged_by::article).rows()) figures += row.figures();
    CHECK(figures == verdicts.size());
    CHECK(scoreboard(verdicts, judged_by::article).all().figures() == verdicts.size());
    const scoreboard kinds(verdicts, judged_by::kind);
    REQUIRE(kinds.rows().size() == 3);
    CHECK(kinds.rows()[0].name() == "observed");
    CHECK(kinds.rows()[1].name() == "claimed");
    CHECK(kinds.rows()[1].figures() == 4);
    CHECK(kinds.rows()[1].tested() == 3);
    CHECK(kinds.rows()[2].name() == "forecast");
}
