// SPDX-License-Identifier: BSL-1.0
// Assumptions, tested like code. A template: copy this file into your project, put your assumptions and your forecast in
// place of the articles', and run it with every build and, for what goes stale, every week.
//
// With CMake: add_executable(assumptions assumptions.test.cpp)
//             target_link_libraries(assumptions PRIVATE headway::headway Catch2::Catch2WithMain)
#if __has_include(<catch2/catch_test_macros.hpp>)  // Catch2 v3
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#else  // Catch2 v2
#include <catch2/catch.hpp>
#endif

#include <headway/headway.hpp>
#include <headway/testing/catch.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

// 1. The assumptions. In a project of your own these lines, and the model below, stand in a header that the program
//    includes as well, so that the test is about the very constants the program uses.

inline constexpr auto decline =
    hw::assumption<"yearly fall in training cost">(hw::ci90(3.0, 5.5), said::amodei::training_cost_decline)
        .as_of(2025y / 2 / 1)
        .review_by(2027y / 2 / 1);
inline constexpr auto first_run =
    hw::assumption<"cost of the first run">(hw::ci90(80.0 * million_usd, 200.0 * million_usd),
                                            said::schmidt::deepseek_base_cost)
        .as_of(2025y / 5 / 1)
        .review_by(2027y / 5 / 1);
inline constexpr auto target = hw::assumption<"what a small lab can pay">(
                                   hw::exactly(5.0 * million_usd), "Ours: the order of the cost that DeepSeek claimed.")
                                   .as_of(2025y / 5 / 1)
                                   .review_by(2027y / 5 / 1);

constexpr auto cost_curve(const auto& in) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[first_run], hw::falls_by_factor(in[decline], year));
}
inline constexpr auto affordable = hw::forecast(hw::inputs(decline, first_run, target),
                                                [](const auto& in) {
    return hw::first_at_most(cost_curve(in), in[target], hw::between(2024y / 3 / 1, 2074y / 3 / 1));
});
inline constexpr auto cost =
    hw::forecast(hw::inputs(decline, first_run), [](const auto& in, const auto& when) { return cost_curve(in)(when); });

// 2. What the compiler can check, it checks: a breach of these does not compile.

static_assert(hw::agrees(decline, said::amodei::training_cost_decline));  // "about ÷4 per year" lies in the interval
static_assert(hw::agrees(first_run, said::schmidt::deepseek_base_cost));  // "at least": the median is above the bound
static_assert(!hw::agrees(first_run, said::amodei::deepseek_v3_cost_myth));  // the claim that its speaker rejects
static_assert(!hw::stale(affordable, 2026y / 1 / 1));
static_assert(hw::unsourced(affordable).size() == 1);                  // the target is ours; anything more is an oversight
static_assert(!hw::disagreements(affordable).except(decline, first_run));  // DeepSeek's cost is disputed, we know
static_assert(affordable.baseline() < hw::date(2027y / 6 / 1));

// 3. The same and more as tests, whose failures say what to do.

TEST_CASE("the assumptions agree with what was said") {
    CHECK_THAT(decline, hw::AgreesWith(said::amodei::training_cost_decline));
    CHECK_THAT(first_run, hw::AgreesWith(said::schmidt::deepseek_base_cost));
    // Other readings of the same source are answered with the options: is our interval sure of the bound?
    CHECK_FALSE(hw::agrees(first_run, said::schmidt::deepseek_base_cost, {.share_within_bound = 0.9}));
}

TEST_CASE("nothing is stale, without a source or disputed that we do not know of") {
    // A test that reads the clock fails one day without a change, which is what it is for. To have that, test on today:
    //     std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())
    // Here it is a day that stays, so that this example passes on every day.
    CHECK_THAT(affordable, hw::IsFreshOn(2026y / 1 / 1));
    CHECK_THAT(affordable, hw::IsSourced(target));
    CHECK_THAT(affordable, hw::IsUndisputed(decline, first_run));
}

TEST_CASE("the model moves the way it must") {
    // Over each input's whole support, the others at their medians, in their corners and in between.
    CHECK_THAT(affordable, hw::IsMonotoneIn(decline, hw::direction::falling));   // a faster fall is never later
    CHECK_THAT(affordable, hw::IsMonotoneIn(first_run, hw::direction::rising));  // a dearer start is never earlier
    CHECK_THAT(affordable, hw::IsMonotoneIn(target, hw::direction::falling));
    CHECK_THAT(affordable, hw::IsBounded(hw::date(2024y / 3 / 1), hw::date(2035y / 1 / 1)));
    // No amount of money is hidden in the model: in units of 1024 USD it says the same.
    CHECK_THAT(affordable, hw::IsUnitInvariant());

    const std::vector<hw::date> dates{2025y / 1 / 1, 2027y / 1 / 1, 2030y / 1 / 1};
    CHECK_THAT(cost, hw::IsMonotoneIn(dates, decline, hw::direction::falling));
    CHECK_THAT(cost, hw::IsBounded(dates, 0.0 * usd, 1.0 * billion_usd));
    CHECK_THAT(cost_curve(cost.central_values()), hw::FallsByFactor(4.0, year, 5.0 * percent));
}

TEST_CASE("the claims that rest on the forecast hold") {
    const hw::simulation options{.draws = 20'000, .seed = 2025};
    // In every draw, no matter how unlucky.
    CHECK_THAT(affordable, hw::HoldsAlways([](hw::date d) { return d > hw::date(2025y / 1 / 1); }, options));
    // In nine of ten; shown at 99 % confidence. A margin instead of a bool makes the worst counterexample the one that
    // misses by most.
    CHECK_THAT(affordable,
               hw::HoldsWithProbability(0.9, [](hw::date d) { return hw::date(2027y / 6 / 1) - d; }, options));

    const auto when = hw::simulate(affordable, options);
    CHECK_THAT(when, hw::MedianIs(affordable.baseline(), hw::WithinStandardErrors(4.0)));
    CHECK_THAT(when, hw::ProbabilityNeverIs(0.0, 0.0));
}

TEST_CASE("a counterexample can be looked at again") {
    const auto early = hw::holds(affordable, [](hw::date d) { return d > hw::date(2026y / 1 / 1); });
    INFO(early.text());
    REQUIRE_FALSE(early);
    const hw::counterexample& found = *early.worst();
    // The same inputs give the same result, bit for bit, in a debugger, in a test, or changed by hand:
    CHECK(affordable.with(found.inputs()).baseline() == found.replay(affordable));
    CHECK(affordable.at(hw::override(decline, found[decline]), hw::override(first_run, found[first_run])) ==
          found.replay(affordable));
}
