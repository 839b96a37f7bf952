// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/assumption.hpp>

#include "catch.hpp"

#include <headway/figures/amodei.hpp>
#include <headway/figures/schmidt.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto decline =
    hw::assumption<"yearly fall in training cost">(hw::ci90(3.0, 5.5), said::amodei::training_cost_decline);
constexpr auto first_run = hw::assumption<"cost of the first run">(hw::ci90(80.0 * million_usd, 200.0 * million_usd),
                                                                   said::schmidt::deepseek_base_cost);
constexpr auto start = hw::assumption<"date of the first run">(2024y / 3 / 1, "the base model's release");

static_assert(decline.name == "yearly fall in training cost");
static_assert(decltype(decline)::name == decline.name);
static_assert(decline.belief() == hw::ci90(3.0, 5.5));
static_assert(decline.figure() == &said::amodei::training_cost_decline && decline.note().empty());
static_assert(start.figure() == nullptr && start.note() == "the base model's release");
static_assert(hw::any_assumption<decltype(decline)> && hw::any_assumption<const decltype(start)&>);
static_assert(!hw::any_assumption<double>);

// The central case is the median, not the mean: 4.06 against 4.13 for the lognormal with 90 % from 3 to 5.5.
static_assert(hw::abs(decline.central() - 4.062019202317981) < 1e-14);
static_assert(hw::abs(first_run.central().in(million_usd) - hw::sqrt(80.0 * 200.0)) < 1e-12);
static_assert(start.central() == hw::date(2024y / 3 / 1));

// A value that is sure is a belief too, of whatever type it can be told in.
template <class T>
constexpr bool believes(const auto& assumption, const T& value) {
    return std::same_as<std::remove_cvref_t<decltype(assumption.central())>, T> && assumption.central() == value &&
           assumption.belief() == hw::exactly(value);
}
static_assert(believes(hw::assumption<"n">(3, ""), 3.0));
static_assert(believes(hw::assumption<"n">(80.0 * percent, ""), 80.0 * 0.01));
static_assert(believes(hw::assumption<"n">(5.0 * million_usd, ""), 5.0 * million_usd));
static_assert(believes(hw::assumption<"n">(std::chrono::years{2}, ""), 2.0 * year));
static_assert(believes(hw::assumption<"n">(hw::date(2024y / 3 / 1), ""), hw::date(2024y / 3 / 1)));
static_assert(believes(hw::assumption<"n">(std::chrono::sys_days(2024y / 3 / 1), ""), hw::date(2024y / 3 / 1)));
static_assert(hw::belief_like<hw::belief<double>> && hw::belief_like<int> && !hw::belief_like<const char*>);

// Notes and dates chain; each changes itself alone.
static_assert(decline.as_of().is_never() && decline.review_by().is_never());
constexpr auto dated =
    decline.as_of(2025y / 2 / 6).review_by(hw::date(2025y / 12 / 31)).with_note("training only, not serving");
static_assert(std::same_as<decltype(dated), decltype(decline)>);
static_assert(dated.as_of() == hw::date(2025y / 2 / 6) && dated.review_by() == hw::date(2025y / 12 / 31));
static_assert(dated.note() == "training only, not serving");
static_assert(dated.figure() == decline.figure() && dated.belief() == decline.belief());
static_assert(decline.as_of(2025y / 2 / 6).review_by().is_never());
static_assert(decline.review_by(2025y / 2 / 6).as_of().is_never());

// Another belief under the same name is the same variable to a model.
constexpr auto steeper = dated.with_belief(hw::exactly(5.0));
static_assert(std::same_as<decltype(steeper), decltype(decline)>);
static_assert(steeper.central() == 5.0 && steeper.is_overridden() && !dated.is_overridden());
// It rests on the reason given, if any, no longer on the figure.
static_assert(steeper.figure() == nullptr && steeper.overridden_figure() == dated.figure());
static_assert(steeper.note().empty() && steeper.as_of().is_never() && steeper.review_by().is_never());
static_assert(dated.with_belief(hw::exactly(5.0), "since March").note() == "since March");
static_assert(steeper.with_note("since March").as_of(2026y / 3 / 1).note() == "since March");
static_assert(!dated.with_belief(dated.belief(), "since March").is_overridden());

TEST_CASE("an assumption can be made at run time, of a belief that is only known then") {
    for (const double hi : {4.0, 5.5, 9.0}) {
        const auto assumed = hw::assumption<"yearly fall">(hw::ci90(3.0, hi), said::amodei::training_cost_decline);
        CHECK_THAT(assumed.central(), Catch::Matchers::WithinRel(hw::sqrt(3.0 * hi), 1e-14));
        CHECK(assumed.figure()->speaker() == said::amodei::source.speaker);
    }
}

TEST_CASE("an impossible belief is refused where the assumption is made") {
    CHECK_THROWS_WITH(hw::assumption<"yearly fall">(hw::ci90(5.5, 3.0), "from the wrong end"),
                      Catch::Matchers::StartsWith("ci90: "));
    CHECK_THROWS_WITH(hw::assumption<"yearly fall">(__builtin_nan(""), "unknown"),
                      Catch::Matchers::StartsWith("exactly: "));
}

}  // namespace
