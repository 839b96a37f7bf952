// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/elasticities.hpp>

#include "gradient_check.hpp"

#include <headway/chip/buyer.hpp>
#include <headway/chip/cadence.hpp>
#include <headway/chip/generation_diffusion.hpp>
#include <headway/chip/regular_roadmap.hpp>
#include <headway/chip/roadmap.hpp>
#include <headway/economics/lead_controls.hpp>
#include <headway/economics/technology_lead.hpp>
#include <headway/economics/token_share.hpp>
#include <headway/trend/exponential.hpp>
#include <headway/trend/substitution.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using gradient_check::check;
using gradient_check::sure;

namespace {

constexpr auto leader_growth = sure<"growth of the leader">(4.0);
constexpr auto follower_growth = sure<"growth of the follower">(5.0);
constexpr auto start = sure<"start">(hw::date(2025y / 2 / 6));
constexpr auto from = sure<"from">(hw::date(2026y / 2 / 6));
constexpr auto lag = sure<"lag">(1.7 * year);
constexpr auto span = sure<"span">(6.3 * month);
constexpr auto factor = sure<"factor">(1.8);
constexpr auto share = sure<"share">(0.3);
constexpr auto elasticity = sure<"elasticity of substitution">(0.25);
constexpr auto chips = sure<"chips">(3.0 * million_chips);
constexpr auto innovation = sure<"innovation">(0.05 / year);
constexpr auto imitation = sure<"imitation">(1.1 / year);

constexpr auto when = hw::date(2028y / 6 / 1);
constexpr auto pflops = petaflop / second / chip;

constexpr auto leader_of(const auto& in) {
    return hw::exponential(in[start], 100.0, hw::grows_by_factor(in[leader_growth], year));
}
constexpr auto follower_of(const auto& in) {
    return hw::follower_of(leader_of(in), in[lag], hw::date(2025y / 6 / 1),
                           hw::grows_by_factor(in[follower_growth], year));
}

}  // namespace

TEST_CASE("elasticities of cadences") {
    check("gap of a time", hw::forecast(hw::inputs(lag, factor, span), [](const auto& in) {
              return hw::cadence(in[lag], in[factor]).gap_of_time(in[span]).performance_ratio;
          }));
    check("gap of a ratio", hw::forecast(hw::inputs(lag, factor, leader_growth), [](const auto& in) {
              return hw::cadence(in[lag], in[factor]).gap_of_ratio(in[leader_growth]).time;
          }));
    check("growth", hw::forecast(hw::inputs(lag, factor), [](const auto& in) {
              return hw::cadence(in[lag], in[factor]).growth().over(7.0 * month);
          }));
}

TEST_CASE("elasticities of leads") {
    check("catching up", hw::forecast(hw::inputs(leader_growth, follower_growth, lag), [](const auto& in) {
              const auto leader =
                  hw::exponential(hw::date(2025y / 2 / 6), 100.0, hw::grows_by_factor(in[leader_growth], year));
              const auto follower = hw::follower_of(leader, in[lag], hw::date(2025y / 2 / 6),
                                                    hw::grows_by_factor(in[follower_growth], year));
              return hw::lead(leader, follower).catch_up(hw::date(2025y / 2 / 6));
          }));
    check("lead", hw::forecast(hw::inputs(leader_growth, follower_growth, lag, start), [](const auto& in) {
              const auto leader = hw::exponential(in[start], 100.0, hw::grows_by_factor(in[leader_growth], year));
              const auto follower =
                  hw::follower_of(leader, in[lag], in[start], hw::grows_by_factor(in[follower_growth], year));
              return hw::lead(leader, follower).time_at(when) * hw::lead(leader, follower).ratio_at(when);
          }));
    check("budget", hw::forecast(hw::inputs(lag, span, leader_growth, factor), [](const auto& in) {
              const auto growth = hw::grows_by_factor(in[leader_growth], year);
              return hw::ratio_of_lead(hw::lead_left(in[lag], in[span]), growth) *
                     hw::lead_of_ratio(in[factor], growth);
          }));
}

TEST_CASE("elasticities of controls") {
    const auto gained = [](const auto& in, const auto& control) {
        const auto leader =
            hw::exponential(hw::date(2025y / 2 / 6), 100.0, hw::grows_by_factor(in[leader_growth], year));
        const auto follower = hw::follower_of(leader, 1.7 * year, hw::date(2025y / 6 / 1),
                                              hw::grows_by_factor(in[follower_growth], year));
        return hw::lead_gained(leader, follower, control, when);
    };
    check("delay", hw::forecast(hw::inputs(leader_growth, follower_growth, span), [gained](const auto& in) {
              return gained(in, hw::delayed_from(hw::date(2026y / 2 / 6), in[span]));
          }));
    check("pace", hw::forecast(hw::inputs(leader_growth, follower_growth, from, share),
                               [gained](const auto& in) { return gained(in, hw::slowed_from(in[from], in[share])); }));
    check("cap", hw::forecast(hw::inputs(leader_growth, follower_growth, start, lag, factor), [](const auto& in) {
              return hw::lead_gained(leader_of(in), follower_of(in),
                                     hw::capped_from(hw::date(2026y / 2 / 6), 40.0 * in[factor]), when);
          }));
    check("generations", hw::forecast(hw::inputs(leader_growth, start, lag, factor), [](const auto& in) {
              const auto control =
                  hw::generations_behind_from(hw::date(2026y / 2 / 6), leader_of(in), 2.0 * in[factor], in[lag]);
              const auto follower = hw::exponential(in[start], 90.0, hw::grows_by_factor(4.5, year));
              return hw::lead_gained(leader_of(in), follower, control, hw::date(2034y / 6 / 1));
          }));
}

TEST_CASE("elasticities of generations that replace each other") {
    check("in use", hw::forecast(hw::inputs(chips, innovation, imitation, start, from), [](const auto& in) {
              const auto market = hw::successive_generations(
                  hw::adoption_of("first", in[start], in[chips], in[innovation], in[imitation]),
                  hw::adoption_of("second", in[from], 4.0 * million_chips, 0.08 / year, 1.2 / year));
              return market.in_use("first", when) + 2.0 * market.in_use("second", when);
          }));
}

TEST_CASE("elasticities of roadmaps and of access") {
    check("frontier", hw::forecast(hw::inputs(factor, share, from), [](const auto& in) {
              const auto first =
                  hw::generation{.name = "first", .launch = hw::date(2020y / 5 / 14), .performance = pflops}
                      .with_performance(in[share] * pflops);
              const auto second_one =
                  hw::generation{.name = "second", .launch = hw::date(2022y / 9 / 20), .performance = pflops}
                      .with_performance(in[factor] * pflops)
                      .with_launch(in[from]);
              const auto map = hw::roadmap(first, second_one);
              const auto best = map.frontier(when);
              return map.frontier(when, hw::behind(1)).performance / best.performance * (when - best.launch);
          }));
    check("a rhythm", hw::forecast(hw::inputs(factor, share), [](const auto& in) {
              const auto known =
                  hw::generation{.name = "known", .launch = hw::date(2022y / 9 / 20), .performance = pflops}
                      .with_performance(in[share] * pflops);
              return hw::regular_roadmap_from(known, hw::cadence(2.0 * year, in[factor]))(when);
          }));
}

TEST_CASE("elasticities of what a buyer can get") {
    check("purchases", hw::forecast(hw::inputs(chips, from, factor), [](const auto& in) {
              const auto buyer = hw::buyer("tier 2", hw::unrestricted(),
                                           hw::during(in[from], in[from] + year, hw::capped_quantity(0.1 * in[chips])));
              const auto demand = hw::exponential(hw::date(2025y / 2 / 6), 3.0 * million_chips / year,
                                                  hw::grows_by_factor(in[factor], year));
              return buyer.purchases(demand, 15'831.0 * tpp / chip, hw::date(2025y / 6 / 1), when) +
                     buyer.usable(when, in[chips], 0.5 * in[chips]);
          }));
}

TEST_CASE("elasticities of token shares") {
    check("share", hw::forecast(hw::inputs(start, share, elasticity, lag), [](const auto& in) {
              const auto free_share = hw::substitution(in[start], 2.5 * in[share], hw::halves_every(in[lag]));
              return hw::token_share(
                  hw::token_demand("a", 5.0 * trillion_tokens / day, free_share, in[share], in[elasticity]),
                  hw::token_demand("b", 2.0 * trillion_tokens / day, free_share, 1.0, 0.5))(when);
          }));
    check("forgone", hw::forecast(hw::inputs(chips, share, elasticity, factor), [](const auto& in) {
              const auto free_share = hw::substitution(hw::date(2025y / 2 / 6), 0.8, hw::halves_every(2.0 * year));
              const auto allowed = hw::share_let_through(in[chips], in[factor] * (4.0 * million_chips));
              const auto handicapped = hw::with_handicap(free_share, in[share], in[factor]);
              return hw::token_share(
                         hw::token_demand("a", 5.0 * trillion_tokens / day, handicapped, allowed, in[elasticity]))
                  .flow(when)
                  .denied();
          }));
}
