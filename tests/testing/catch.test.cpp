// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/catch.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/trend/algebra.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), said::amodei::training_cost_decline)
                             .review_by(2026y / 1 / 1);
constexpr auto first = hw::assumption<"first run">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "a guess");
constexpr auto target = hw::assumption<"target">(5.0 * million_usd, said::schmidt::deepseek_cost_claim);
constexpr auto run = [](const auto& in) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[first], hw::falls_by_factor(in[decline], year));
};
constexpr auto when = hw::forecast(hw::inputs(decline, first, target), [](const auto& in) { return run(in).reaches(in[target]); });
constexpr auto cost = hw::forecast(hw::inputs(decline, first), [](const auto& in, const auto& on) { return run(in)(on); });
const std::vector<hw::date> dates{2025y / 1 / 1, 2026y / 1 / 1};

/// What Catch2 prints when `tested` does not match; empty when it does.
template <class Tested, class Matcher>
std::string failure(const Tested& tested, const Matcher& matcher) {
    if (matcher.match(tested)) return {};
    return Catch::Detail::stringify(tested) + " " + matcher.toString();
}

}  // namespace

TEST_CASE("matchers pass where their checks do") {
    CHECK_THAT(when, hw::HoldsAlways([](hw::date d) { return d > hw::date(2024y / 1 / 1); }));
    CHECK_THAT(when, hw::HoldsWithProbability(0.9, [](hw::date d) { return d < hw::date(2027y / 6 / 1); }));
    CHECK_THAT(cost, hw::HoldsAlways(dates, [](const auto& c) { return c > 0.0 * usd; }, {.draws = 1'000}));
    CHECK_THAT(cost, hw::HoldsWithProbability(dates, 0.9, [](const auto& c) { return c < 100.0 * million_usd; }));
    CHECK_THAT(when, hw::IsFreshOn(2025y / 12 / 31));
    CHECK_THAT(decline, hw::IsFreshOn(2025y / 12 / 31));
    CHECK_THAT(when, hw::IsSourced(first));
    CHECK_THAT(when, hw::ReadsEveryInput());
    CHECK_THAT(cost, hw::ReadsEveryInput(dates));
    CHECK_THAT(decline, hw::IsSourced());
    CHECK_THAT(when, hw::IsUndisputed(decline, target));
    CHECK_THAT(decline, hw::AgreesWith(said::amodei::training_cost_decline));
    CHECK_THAT(when, hw::IsMonotoneIn(first, hw::direction::rising));
    CHECK_THAT(cost, hw::IsMonotoneIn(dates, decline, hw::direction::falling));
    CHECK_THAT(when, hw::IsBounded(hw::date(2024y / 3 / 1), hw::date(2040y / 1 / 1)));
    CHECK_THAT(cost, hw::IsBounded(dates, 0.0 * usd, 1.0 * billion_usd));
    CHECK_THAT(when, hw::IsUnitInvariant());
    CHECK_THAT(cost, hw::IsUnitInvariant<hw::dim::money>(dates));
}

TEST_CASE("matchers of outcomes and trends pass where their checks do") {
    const auto out = hw::simulate(hw::forecast(hw::inputs(first), [](const auto& in) { return in[first]; }), {.seed = 3});
    const auto median = first.central();
    CHECK_THAT(out, hw::MedianIs(median, hw::WithinStandardErrors(4.0)));
    CHECK_THAT(out, hw::MedianIs(median, 2.0 * percent));
    CHECK_THAT(out, hw::MedianIs(median, 3.0 * million_usd));
    CHECK_THAT(out, hw::WithinStandardErrors(first.belief().mean(), 4.0));
    CHECK_THAT(out, hw::MeanIs(first.belief().mean(), hw::WithinStandardErrors(4.0)));
    CHECK_THAT(out, hw::QuantileIs(0.05, 80.0 * million_usd, hw::WithinStandardErrors(4.0)));
    CHECK_THAT(out, hw::ProbabilityBelowIs(80.0 * million_usd, 0.05, hw::WithinStandardErrors(4.0)));
    CHECK_THAT(out, hw::ProbabilityAboveIs(80.0 * million_usd, 0.95, 0.01));
    CHECK_THAT(out, hw::ProbabilityNeverIs(0.0, 0.0));

    const auto curve = hw::exponential(hw::date(2024y / 3 / 1), 100.0 * million_usd, hw::falls_by_factor(4.0, year));
    CHECK_THAT(curve, hw::FallsByFactor(4.0, year));
    CHECK_THAT(curve, hw::HalvesEvery(6.0 * month));
    CHECK_THAT(hw::grows_by_factor(4.0, year), hw::DoublesEvery(6.0 * month));
    CHECK_THAT(hw::grows_by_factor(4.05, year), hw::GrowsByFactor(4.0, year, 2.0 * percent));
    CHECK_THAT(1.0 * usd + curve, hw::FallsByFactor(4.0, year, 2025y / 1 / 1, 2026y / 1 / 1, 1.0 * percent));
    CHECK_THAT(curve, hw::ChangesBy(hw::falls_by_percent(75.0, year)));
}

TEST_CASE("a failure shows what was tested, what was asked and the report") {
    CHECK(failure(when, hw::IsFreshOn(2026y / 3 / 1)) ==
          "a forecast of \"yearly fall\", \"first run\", \"target\" has no stale assumption on 2026-03-01\n"
          "  stale on 2026-03-01, look at them again:\n  yearly fall: to be reviewed by 2026-01-01");
    CHECK(failure(when, hw::IsSourced()) == "a forecast of \"yearly fall\", \"first run\", \"target\" has a source for every "
                                            "assumption\n  without a source, give each a figure:\n"
                                            "  first run: only a note, \"a guess\"");
    const auto ignores = hw::forecast(hw::inputs(decline, first), [](const auto& in) { return in[first] * 1.0; });
    CHECK(failure(ignores, hw::ReadsEveryInput()) ==
          "a forecast of \"yearly fall\", \"first run\" reads every input\n"
          "  the model never reads, so read them or leave them out of inputs(...):\n  yearly fall");
    CHECK_THAT(ignores, hw::ReadsEveryInput(decline));
    CHECK_THAT(failure(when, hw::IsUndisputed(target)), ContainsSubstring("rests on no disputed figure\n  resting on figures") &&
                                                            ContainsSubstring("yearly fall: training_cost_decline"));
    CHECK_THAT(failure(when, hw::HoldsAlways([](hw::date d) { return hw::date(2026y / 9 / 1) - d; }, {.draws = 1'000})),
               ContainsSubstring("holds in every draw\n  holds in ") &&
                   ContainsSubstring("the worst counterexample, which misses by ") && ContainsSubstring("with yearly fall = "));
    CHECK_THAT(failure(when, hw::HoldsWithProbability(0.99, [](hw::date d) { return d < hw::date(2026y / 9 / 1); }, {.draws = 1'000})),
               ContainsSubstring("holds with a probability of at least 0.99\n  a probability of at least 99 % is refuted"));
    CHECK(failure(decline, hw::AgreesWith(said::figure(7.0, {1.0, "per year", "÷"}, {.id = "seven", .precision = said::precision::about}))) ==
          "\"yearly fall\", lognormal with median 4.06 and 90 % between 3 and 5.5, agrees with seven\n"
          "  yearly fall, 3 to 5.5, does not agree with seven, about ÷7 per year: the interval does not meet 5.6 to 8.75");
    CHECK_THAT(failure(when, hw::IsMonotoneIn(decline, hw::direction::rising)),
               ContainsSubstring("rises with yearly fall\n  the result falls when yearly fall grows:\n  with yearly fall = "));
    CHECK_THAT(failure(when, hw::IsBounded(hw::date(2024y / 3 / 1), hw::date(2026y / 1 / 1))),
               ContainsSubstring("stays within its bounds\n  the result leaves 2024-03-01 to 2026-01-01:"));
    const auto hidden = hw::forecast(hw::inputs(decline, first), [](const auto& in) { return run(in).reaches(5.0 * million_usd); });
    CHECK_THAT(failure(hidden, hw::IsUnitInvariant()), ContainsSubstring("make that an input"));
    CHECK(failure(hw::falls_by_factor(5.0, year), hw::FallsByFactor(4.0, year)) ==
          "÷5.00000 per year changes by ÷4.00000 per year\n  it changes by ÷5.00000 per year, expected: ÷4.00000 per year");
    const auto curve = hw::exponential(hw::date(2024y / 3 / 1), 100.0 * million_usd, hw::falls_by_factor(5.0, year));
    CHECK_THAT(failure(curve, hw::FallsByFactor(4.0, year)),
               StartsWith("an exponential trend from 100 million USD on 2024-03-01, ÷5.00 per year changes by ÷4.00000 per year\n"));
    const auto out = hw::simulate(when, {.draws = 1'000});
    CHECK_THAT(failure(out, hw::MedianIs(2030y / 1 / 1, 2.0 * month)),
               StartsWith("an outcome of 1000 draws with median 2026-") && ContainsSubstring("has the expected median\n  the median is 2026-") &&
                   ContainsSubstring("too early"));
    CHECK_THAT(failure(out, hw::WithinStandardErrors(hw::date(2030y / 1 / 1), 3.0)), ContainsSubstring("within 3 standard errors; it is"));
    CHECK_THAT(failure(out, hw::ProbabilityNeverIs(0.5, 0.1)), ContainsSubstring("the probability of never is 0"));
}

TEST_CASE("values that differ never look alike") {
    CHECK(Catch::Detail::stringify(4.2 * million_usd) == "4.20 million USD");
    CHECK(Catch::Detail::stringify(4200001.0 * usd) == "4.20 million USD (4200001 base units)");
    CHECK(Catch::Detail::stringify(4203.0 * usd) == "4.20 thousand USD (4203 base units)");
    CHECK(Catch::Detail::stringify(4200.0 * usd) == "4.20 thousand USD");
    CHECK(Catch::Detail::stringify(-14.0 * month) == "-14 months (-36816444 base units)");
    CHECK(Catch::Detail::stringify(0.0 * usd) == "0 USD");
    CHECK(Catch::Detail::stringify(hw::date(2026y / 11 / 21)) == "2026-11-21");
    CHECK(Catch::Detail::stringify(hw::date(2026y / 11 / 21) + 0.5 * second) == "2026-11-21 (1795219200.5 seconds since 1970)");
    CHECK(Catch::Detail::stringify(hw::date::never()) == "never");
    CHECK(Catch::Detail::stringify(hw::ci90(3.0, 5.5)) == "lognormal with median 4.06 and 90 % between 3 and 5.5");
    CHECK(Catch::Detail::stringify(hw::exactly(5.0 * million_usd)) == "exactly 5.00 million USD");
}

TEST_CASE("a report shows its words in a plain CHECK") {
    CHECK(Catch::Detail::stringify(hw::stale(decline, 2025y / 1 / 1)) == "no assumption is stale on 2025-01-01");
    CHECK(hw::agrees(decline, said::amodei::training_cost_decline));
    CHECK_FALSE(hw::stale(decline, 2025y / 1 / 1));
}
