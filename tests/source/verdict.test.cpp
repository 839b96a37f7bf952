// SPDX-License-Identifier: BSL-1.0
#include <headway/source/verdict.hpp>

#include "../catch.hpp"

using namespace headway::units;
using namespace headway::figures;
using Catch::Matchers::Contains;
using headway::date;

namespace {

constexpr article essay{.key = "essay", .speaker = "An Author"};
constexpr article count_of{.key = "count", .speaker = "A Counter"};
constexpr figure said{5.0, {1.0, "×"}, {.id = "growth", .source = &essay}};
constexpr figure counted{4.0, {1.0, "×"}, {.id = "growth", .source = &count_of}};
constexpr figure from_nowhere{4.0, {1.0, "×"}, {.id = "rumour"}};
constexpr date given_on = calendar_day(2026, 11, 29);

constexpr verdict held{said, {.word = verdict_word::borne_out, .because = "It was 4.", .rests_on = counted, .given = given_on}};
static_assert(held.words == "borne out" && held.figure == &said && held.rests_on.size() == 1);
static_assert(held.review_by == calendar_day(2027, 11, 29) && !held.is_stale(given_on));
static_assert(!held.is_stale(calendar_day(2027, 11, 28)) && held.is_stale(calendar_day(2027, 11, 29)));
constexpr verdict on_leap_day{counted,
                              {.word = verdict_word::too_early, .because = "Not yet.", .given = calendar_day(2028, 2, 29)}};
static_assert(on_leap_day.review_by == calendar_day(2029, 2, 28));

constexpr verdict open{counted,
                       {.word = verdict_word::too_early,
                        .other = verdict_word::contradicted,
                        .words = "too early, contradicted so far",
                        .because = "It ends in 2030.",
                        .given = given_on,
                        .review_by = calendar_day(2027, 1, 1)}};
constexpr const verdict* table[] = {&held, &open};
constexpr verdict_list verdicts(table);
static_assert(verdicts.size() == 2 && verdicts.find(counted) == &open && verdicts.find(from_nowhere) == nullptr);
static_assert(verdicts.count(verdict_word::too_early) == 1 && verdicts.count(verdict_word::contradicted) == 0);

verdict_terms good() {
    return {.word = verdict_word::borne_out, .because = "It was 4.", .rests_on = counted, .given = given_on};
}

}  // namespace

TEST_CASE("every word is printed") {
    CHECK(to_text(verdict_word::borne_out) == "borne out");
    CHECK(to_text(verdict_word::contradicted) == "contradicted");
    CHECK(to_text(verdict_word::too_early) == "too early");
    CHECK(to_text(verdict_word::cannot_be_tested) == "cannot be tested");
    CHECK(to_text(verdict_word::disputed) == "disputed");
    CHECK(to_text(verdict_word::none).empty());
}

TEST_CASE("a verdict that tells something rests on a figure with a source") {
    auto terms = good();
    terms.rests_on = {};
    CHECK_THROWS_WITH(verdict(said, terms),
                      "verdict: the verdict on essay.growth must rest on a figure to be \"borne out\"; name in rests_on what "
                      "tells so, or call it too early or not to be tested");
    terms.word = verdict_word::contradicted;
    CHECK_THROWS_WITH(verdict(said, terms), Contains("to be \"contradicted\""));
    terms.word = verdict_word::cannot_be_tested;
    CHECK_NOTHROW(verdict(said, terms));
    terms = good();
    terms.rests_on = {counted, from_nowhere};
    CHECK_THROWS_WITH(verdict(said, terms), "verdict: the verdict on essay.growth needs a source for rumour; a figure without "
                                            "one proves nothing");
    CHECK_THROWS_WITH(verdict(from_nowhere, good()), Contains("needs a source for rumour"));
}

TEST_CASE("a verdict has one of four words, and its words agree with it") {
    auto terms = good();
    terms.word = verdict_word::none;
    CHECK_THROWS_WITH(verdict(said, terms), Contains("must be borne_out, contradicted, too_early or cannot_be_tested"));
    terms.word = verdict_word::disputed;
    CHECK_THROWS_AS(verdict(said, terms), std::domain_error);
    terms = good();
    terms.words = "contradicted";
    CHECK_THROWS_WITH(verdict(said, terms), Contains("must begin with its word and name its other word, got \"contradicted\""));
    terms.words = "borne out (building)";
    terms.other = verdict_word::contradicted;
    CHECK_THROWS_AS(verdict(said, terms), std::domain_error);
    terms.words = "borne out (building) / contradicted (wafer)";
    CHECK_NOTHROW(verdict(said, terms));
}

TEST_CASE("a verdict has a sentence and a day, and is reviewed after it was given") {
    auto terms = good();
    terms.because = "no full stop";
    CHECK_THROWS_WITH(verdict(said, terms), Contains("must say why in one sentence that ends with a full stop"));
    terms.because = {};
    CHECK_THROWS_AS(verdict(said, terms), std::domain_error);
    terms = good();
    terms.given = date{};
    CHECK_THROWS_WITH(verdict(said, terms), Contains("must have the day on which it was given"));
    terms = good();
    terms.review_by = given_on;
    CHECK_THROWS_AS(verdict(said, terms), std::domain_error);
}
