// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/flagged_inputs.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/figures/amodei.hpp>
#include <headway/figures/schmidt.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), said::amodei::training_cost_decline)
                             .as_of(2025y / 1 / 29)
                             .review_by(2026y / 1 / 1);
constexpr auto spread = hw::assumption<"spread">(2.0, "a guess").review_by(2027y / 1 / 1);
constexpr auto lead = hw::assumption<"lead">(2.0 * year, said::amodei::assumed_lead);
constexpr auto f = hw::forecast(hw::inputs(decline, spread, lead), [](const auto& in) { return in[lead] / in[decline]; });
constexpr said::figure nobodys{4.0, {1.0, "of"}, {.id = "nobodys"}};
constexpr auto rumour = hw::assumption<"rumour">(4.0, nobodys);
constexpr auto bare = hw::assumption<"bare">(4.0, "");

}  // namespace

static_assert(!hw::stale(f, 2025y / 12 / 31));
static_assert(hw::stale(f, 2026y / 1 / 1).size() == 1);  // from the day itself on
static_assert(hw::stale(f, 2026y / 1 / 1).contains("yearly fall"));
static_assert(hw::stale(f, 2027y / 1 / 1).size() == 2);
static_assert(!hw::stale(f, 2027y / 1 / 1).contains("lead"));  // no date to review it by
static_assert(!hw::stale(lead, hw::date::never()));
static_assert(hw::stale(decline, hw::date::never()));
static_assert(!hw::stale(f, 2027y / 1 / 1).except(decline, spread));
static_assert(hw::unsourced(f).size() == 1 && hw::unsourced(f).begin()->input == "spread");
static_assert(!hw::unsourced(f).except(spread) && !hw::unsourced(decline));
static_assert(hw::unsourced(rumour) && hw::unsourced(bare));
static_assert(hw::disagreements(f).size() == 1 && hw::disagreements(f).contains("yearly fall"));
static_assert(!hw::disagreements(lead) && !hw::disagreements(spread));
static_assert(!hw::disagreements(f).except(decline));

TEST_CASE("what is stale is listed with its dates") {
    CHECK(hw::stale(f, 2026y / 3 / 1).text() == "stale on 2026-03-01, look at them again:\n"
                                                "  yearly fall: to be reviewed by 2026-01-01, made on 2025-01-29");
    CHECK(to_text(hw::stale(spread, 2027y / 3 / 1)) == "stale on 2027-03-01, look at them again:\n"
                                                       "  spread: to be reviewed by 2027-01-01");
    CHECK(hw::stale(f, 2025y / 3 / 1).text() == "no assumption is stale on 2025-03-01");
}

TEST_CASE("what has no source is listed with what it has") {
    CHECK(hw::unsourced(f).text() == "without a source, give each a figure:\n  spread: only a note, \"a guess\"");
    CHECK(hw::unsourced(rumour).text() == "without a source, give each a figure:\n  rumour: the figure nobodys has no source");
    CHECK(hw::unsourced(bare).text() == "without a source, give each a figure:\n  bare: neither figure nor note");
    CHECK(hw::unsourced(decline).text() == "every assumption rests on a figure with a source");
}

TEST_CASE("a disputed figure is listed with every position on it") {
    CHECK(hw::disagreements(f).text() ==
          "resting on figures that the sources dispute, look at the other positions:\n"
          "  yearly fall: training_cost_decline, on DeepSeek's cost:\n"
          "    Schmidt: DeepSeek claims 5 million USD\n"
          "    Schmidt: rejects the headline: the base model cost at least 100 million USD\n"
          "    Amodei: the popular reading has 6 million USD\n"
          "    Amodei: rejects the headline: the cost lies on the curve of ÷4 per year, on how fast training gets cheaper:\n"
          "    the learning algorithm proper: about 1.3 × per year\n"
          "    Epoch AI, algorithms: 3 × per year\n"
          "    Amodei: 4 × per year\n"
          "    Epoch AI, algorithms and data: several, perhaps 10 × per year\n"
          "    Scher, catch-up to a level: 16 to 60 × per year: four definitions, not four errors");
    CHECK(hw::disagreements(lead).text() == "no assumption rests on a figure that the sources dispute");
}

TEST_CASE("a day that is not a date is refused") {
    const auto none = hw::date::from_seconds_since_1970(__builtin_nan(""));
    CHECK_THROWS_WITH(hw::stale(f, none), "stale: day must be a date, got nan");
}
