// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/compare.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/economics/lead_controls.hpp>
#include <headway/economics/technology_lead.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/published.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto one = hw::assumption<"one">(hw::normal(0.0, 1.0), "test");
constexpr auto two = hw::assumption<"two">(hw::normal(0.0, 1.0), "test");
constexpr auto three = hw::assumption<"three">(hw::lognormal(2.0, 0.3), "test");
constexpr auto sum = hw::forecast(hw::inputs(one, two), [](const auto& in) { return in[one] + in[two]; });
constexpr auto tied = hw::forecast(
    hw::inputs(one, two, three), [](const auto& in) { return in[one] * in[three] + in[two] * in[two]; },
    hw::correlate(one, three, 0.6));

constexpr auto baseline = hw::scenario<"baseline">();
constexpr auto wide = hw::scenario<"wide">(hw::override(one, hw::normal(0.0, 1.5)));
constexpr auto shifted = hw::scenario<"shifted">(hw::override(two, hw::normal(0.25, 1.0)));

std::vector<double> draws_of(const auto& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
    return all;
}

TEST_CASE("each scenario's outcome has the bits of a simulation of its own") {
    const auto check = [](const auto& f, const hw::simulation& options, const auto& c, const auto&... overrides) {
        CHECK(draws_of(c) == draws_of(hw::simulate(f.with(overrides...), options)));
        CHECK(c.identity() == hw::simulate(f.with(overrides...), options).identity());
    };
    constexpr auto both = hw::scenario<"both">(hw::override(three, 2.0), hw::override(two, hw::pert(0.0, 1.0, 4.0)));
    constexpr auto of_one = hw::scenario<"one">(hw::override(one, hw::normal(1.0, 1.0)));
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        for (const unsigned threads : {1U, 3U}) {
            const hw::simulation options{.draws = 5000, .seed = 7, .method = method, .threads = threads};
            // Correlated inputs, first alone among the overridden ones, then not at all.
            const auto c = hw::compare(tied, {of_one, baseline, both, shifted}, options);
            check(tied, options, c["one"], hw::override(one, hw::normal(1.0, 1.0)));
            check(tied, options, c["baseline"]);
            check(tied, options, c["both"], hw::override(three, 2.0), hw::override(two, hw::pert(0.0, 1.0, 4.0)));
            check(tied, options, c["shifted"], hw::override(two, hw::normal(0.25, 1.0)));
        }
    }
}

TEST_CASE("what cannot be compared is refused before any work") {
    int calls = 0;
    const auto counted = hw::forecast(hw::inputs(one, two), [&calls](const auto& in) {
        ++calls;
        return in[one] + in[two];
    });
    const auto unknown = hw::any_scenario("more").set("three", hw::exactly(1.0));
    CHECK_THROWS_WITH(hw::compare(counted, {}, {.draws = 10}), ContainsSubstring("compare: no scenarios given"));
    CHECK_THROWS_WITH(hw::compare(counted, {wide, hw::any_scenario("wide")}),
                      ContainsSubstring("two scenarios are named 'wide'"));
    CHECK_THROWS_WITH(hw::compare(counted, {baseline, unknown}), ContainsSubstring("compare: in scenario 'more'") &&
                                                                     ContainsSubstring("no input is named 'three'"));
    CHECK(calls == 0);
    const auto c = hw::compare(sum, {baseline, wide}, {.draws = 10});
    CHECK_THROWS_WITH(c["hot"], ContainsSubstring("no scenario is named 'hot'; there are 'baseline', 'wide'"));
    CHECK_THROWS_AS(c.difference(shifted), std::domain_error);

    std::vector<std::uint64_t> told;
    (void)hw::compare(sum, {baseline, wide}, {.draws = 100}, [&](std::uint64_t done, std::uint64_t all) {
        told.push_back(done);
        CHECK(all == 100);
    });
    CHECK(told == std::vector<std::uint64_t>{100});
    CHECK_THROWS_AS(hw::compare(sum, {baseline, wide}, {}, [](std::uint64_t, std::uint64_t) { return false; }),
                    hw::simulation_cancelled);
}

TEST_CASE("a model's fault names the scenario and keeps the model's own exception") {
    const auto strict = hw::forecast(hw::inputs(one), [](const auto& in) {
        if (hw::any_of(in[one] > 90.0)) throw std::length_error("too long");
        return hw::sqrt(in[one] + 50.0);
    });
    const auto far = hw::scenario<"far">(hw::override(one, hw::normal(80.0, 10.0)));
    const auto low = hw::scenario<"low">(hw::override(one, hw::normal(-45.0, 5.0)));
    const auto beyond = hw::scenario<"beyond">(hw::override(one, 100.0));
    try {
        (void)hw::compare(strict, {baseline, far}, {.draws = 1000});
        FAIL("it should have thrown");
    } catch (const hw::model_error& e) {
        CHECK_THAT(e.what(),
                   ContainsSubstring("in scenario 'far', compare: at draw ") && ContainsSubstring("too long"));
        CHECK_THROWS_AS(std::rethrow_if_nested(e), std::length_error);
    }
    CHECK_THROWS_WITH(hw::compare(strict, {baseline, low}, {.draws = 1000}),
                      ContainsSubstring("in scenario 'low'") && ContainsSubstring("returned nan"));
    CHECK_THROWS_WITH(hw::compare(strict, {baseline, low}, {.draws = 1000, .keep = false}),
                      ContainsSubstring("returned nan"));
    CHECK_THROWS_WITH(hw::compare(strict, {baseline, beyond}),
                      ContainsSubstring("in scenario 'beyond', compare: at draw 0 ") &&
                          ContainsSubstring("too long (inputs: one = 100)"));
}

TEST_CASE("of several scenarios' faults the lowest draw's is thrown, with any number of threads") {
    const auto draws = hw::simulate(hw::forecast(hw::inputs(one), [](const auto& in) { return in[one] * 1.0; }), {.draws = 20'000});
    std::vector<double> drawn;
    draws.for_each_draw([&](double x) { drawn.push_back(x); });
    // Two draws of one block, the later of which is at fault in the first scenario.
    const std::size_t low = 12'345, high = 12'350;
    const auto strict = hw::forecast(hw::inputs(one, two), [a = drawn[low], b = drawn[high]](const auto& in) {
        if (hw::any_of(in[two] > 1e6 && in[one] == a)) throw std::length_error("in the second");
        if (hw::any_of(in[two] < 1e6 && in[one] == b)) throw std::length_error("in the first");
        return in[one] + in[two];
    });
    constexpr auto large = hw::scenario<"large">(hw::override(two, 2e6));
    for (const unsigned threads : {1U, 2U, 3U, 8U}) {
        for (const bool keep : {true, false}) {
            try {
                (void)hw::compare(strict, {baseline, large}, {.draws = 20'000, .threads = threads, .keep = keep});
                FAIL("it should have thrown");
            } catch (const hw::model_error& e) {
                CHECK(e.draw() == std::uint64_t{low});
                CHECK_THAT(e.what(), ContainsSubstring("in scenario 'large', compare: at draw 12345 ") &&
                                         ContainsSubstring("in the second"));
                CHECK_THROWS_AS(std::rethrow_if_nested(e), std::length_error);
            }
        }
    }
}

// ---- The lead example -----------------------------------------------------------------------------------------------

namespace said = hw::figures;
constexpr auto today = said::amodei::source.latest;
constexpr auto growth_of_leader = hw::assumption<"yearly growth of the leader's effective compute">(
    hw::lognormal_ci(said::published::training_compute_growth.level, said::published::training_compute_growth.low,
                     said::published::training_compute_growth.high),
    said::published::training_compute_growth);
constexpr auto lead_today = hw::assumption<"lead on the day of the interview">(
    hw::uniform(said::graylin_triolo::us_lead_believed.low, said::amodei::longest_lead.value),
    said::amodei::longest_lead);
constexpr auto pace_of_follower =
    hw::assumption<"the follower's growth rate as a share of the leader's">(hw::normal_ci(0.8, 0.85, 1.15), "test");
constexpr auto delay = hw::assumption<"months lost to a delay">(0.0 * month, "no control");
constexpr auto lead_in_2030 =
    hw::forecast(hw::inputs(growth_of_leader, pace_of_follower, lead_today, delay), [](const auto& in) {
        const auto leader = hw::exponential(today, 1.0, hw::grows_by_factor(in[growth_of_leader], year));
        const auto follower =
            hw::follower_of(leader, in[lead_today], today, hw::pow(leader.growth(), in[pace_of_follower]));
        return hw::lead(leader, hw::delayed_from(today, in[delay])(follower))
            .time_at(said::amodei::decisive_window.high);
    });

TEST_CASE("paired differences of the lead under a control are at least five times as certain as unpaired ones") {
    constexpr auto delayed = hw::scenario<"delayed">(hw::override(delay, hw::uniform(6.0 * month, 12.0 * month)));
    const auto c = hw::compare(lead_in_2030, {hw::scenario<"free">(), delayed}, {.draws = 20'000, .seed = 2025});
    const auto d = c.difference(delayed);
    INFO("paired " << d.standard_error().in(day) << " days, unpaired " << d.unpaired_standard_error().in(day));
    CHECK(d.unpaired_standard_error() > 5.0 * d.standard_error());
    // A delay of 9 months on average, at a follower as fast as the leader on average, is worth as much of lead.
    CHECK_THAT(d.mean().in(month), WithinAbs(9.0, 1.0));
    CHECK(c.beats(delayed, "free", hw::better::higher).probability == 1.0);
}

}  // namespace
