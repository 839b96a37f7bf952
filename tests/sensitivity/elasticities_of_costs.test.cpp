// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/elasticities.hpp>

#include "gradient_check.hpp"

#include <headway/chip/price_life.hpp>
#include <headway/economics/build_cost.hpp>
#include <headway/economics/build_time.hpp>
#include <headway/economics/capital.hpp>
#include <headway/economics/fab_output.hpp>
#include <headway/economics/levelised_cost.hpp>
#include <headway/economics/nth_fab.hpp>
#include <headway/economics/run_cost.hpp>
#include <headway/economics/training_cost.hpp>
#include <headway/economics/yield.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/ramp.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using gradient_check::check;
using gradient_check::sure;

namespace {

constexpr auto fall = sure<"yearly fall">(4.0);
constexpr auto cost = sure<"cost">(100.0 * million_usd);
constexpr auto start = sure<"start">(hw::date(2024y / 3 / 1));
constexpr auto share = sure<"share">(0.3);
constexpr auto factor = sure<"factor">(1.8);
constexpr auto span = sure<"span">(38.4 * month);
constexpr auto rate = sure<"rate">(0.08);
constexpr auto each = usd / chip;
constexpr auto target = sure<"target">(5.0 * million_usd);
constexpr auto chips = sure<"chips">(25e3 * chip);
constexpr auto ooms = sure<"orders of magnitude a year">(0.14);
constexpr auto tariff = sure<"tariff">(0.08 * usd / kilowatt_hour);
constexpr auto price = sure<"price">(49'200.0 * usd / chip);
constexpr auto list = sure<"list price">(30e3 * each);
constexpr auto newer = sure<"price at parity">(12e3 * each);
constexpr auto halving = sure<"halving">(3.0 * month);
constexpr auto launch = sure<"launch">(hw::date(2022y / 9 / 20));
constexpr auto moves_on = sure<"demand moves on">(hw::date(2026y / 1 / 1));
constexpr auto count = sure<"which fab">(3.5);
constexpr auto learning = sure<"learning">(20.0);
constexpr auto yield = sure<"yield">(0.8);
constexpr auto density = sure<"defect density">(0.1 / cm2);
constexpr auto area = sure<"die area">(814.0 * mm2);
constexpr auto opens = sure<"opens">(hw::date(2025y / 1 / 11));
constexpr auto per_month = sure<"starts">(30e3 * wafer / month);

}  // namespace

TEST_CASE("elasticities of training cost") {
    check("reaches", hw::forecast(hw::inputs(fall, cost, start, target, factor), [](const auto& in) {
              return hw::training_cost(in[start], in[cost], hw::falls_by_factor(in[fall], year))
                  .for_workload(in[factor])
                  .reaches(in[target]);
          }));
    check("position of a claim", hw::forecast(hw::inputs(fall, cost, start, target), [](const auto& in) {
              const auto curve = hw::training_cost(in[start], in[cost], hw::falls_by_factor(in[fall], year));
              const auto claim = curve.position_of(in[target], 2025y / 1 / 20);
              return claim.ahead * claim.ratio;
          }));
    check("effective compute", hw::forecast(hw::inputs(fall, factor, cost, start), [](const auto& in) {
              const auto curve = hw::training_cost(in[start], in[cost], hw::falls_by_factor(in[fall], year));
              const auto spending =
                  hw::exponential(in[start], 1.0 * billion_usd, hw::grows_by_factor(in[factor], year));
              return hw::effective_compute(spending, curve)(hw::date(2027y / 1 / 1));
          }));
    check("gaps and steps", hw::forecast(hw::inputs(fall, factor, span), [](const auto& in) {
              const auto decline =
                  hw::total_decline(hw::falls_by_factor(in[fall], year), hw::falls_by_factor(1.4, year));
              return hw::cost_gap_of_lead(in[span], decline) * hw::time_worth_of_cost_gap(in[factor], decline) +
                     hw::step_period(10.0 * in[factor], decline);
          }));
}

TEST_CASE("elasticities of the cost of a run") {
    check("run cost", hw::forecast(hw::inputs(chips, span, ooms, tariff, price, share, factor), [](const auto& in) {
              const auto size = in[chips] * in[span];
              const auto of_chips = hw::chip_cost(size, in[price], hw::grows_by_ooms(in[ooms], year));
              const auto power = hw::average_power(700.0 * watt / chip, in[factor], 2.0 * in[share]);
              return of_chips + hw::interconnect_cost(of_chips, in[share]) +
                     hw::energy_cost(size, power, in[factor], in[tariff]);
          }));
}

TEST_CASE("elasticities of the life of a price") {
    const auto life = [](const auto& in) {
        return hw::price_life(in[launch], in[list], hw::falls_by_percent(100.0 * in[share], year))
            .with_premium(in[factor], in[halving])
            .with_successor(2024y / 11 / 1, in[newer])
            .with_demand_moving_on(in[moves_on], in[halving])
            .with_end_price(0.1 * in[share]);
    };
    check("with a premium", hw::forecast(hw::inputs(launch, list, share, factor, halving), [](const auto& in) {
              return hw::price_life(in[launch], in[list], hw::falls_by_percent(100.0 * in[share], year))
                  .with_premium(in[factor], in[halving])(hw::date(2023y / 9 / 20));
          }));
    check("below a successor",
          hw::forecast(hw::inputs(newer, moves_on, launch, list, share, factor, halving), [life](const auto& in) {
              return life(in)(hw::date(2025y / 1 / 1)) + life(in)(hw::date(2026y / 4 / 1)) +
                     life(in)(hw::date(2023y / 4 / 1));
          }));
    check("residual share", hw::forecast(hw::inputs(list, moves_on, halving), [](const auto& in) {
              return hw::price_life(hw::date(2022y / 9 / 20), in[list])
                         .with_demand_moving_on(in[moves_on], in[halving])
                         .with_end_price(0.02)(hw::date(2026y / 5 / 1)) *
                     1.0;
          }));
    check("parity", hw::forecast(hw::inputs(newer, factor, share), [](const auto& in) {
              const auto pflops = petaflop / second / chip;
              return hw::price_at_parity(in[newer], in[share] * pflops, in[factor] * pflops);
          }));
}

TEST_CASE("elasticities of fabs") {
    check("building", hw::forecast(hw::inputs(cost, share, factor), [](const auto& in) {
              return hw::build_cost(in[cost], hw::cost_component("building", in[share], in[factor]),
                                    hw::cost_component("equipment", 1.0 - in[share], 1.3));
          }));
    check("reconciling", hw::forecast(hw::inputs(factor, fall),
                                      [](const auto& in) { return hw::reconciling_share(in[fall], in[factor], 1.2); }));
    check("building time", hw::forecast(hw::inputs(span, factor), [](const auto& in) {
              return hw::build_time(hw::build_stage("permits", 6.0 * month, in[factor]),
                                    hw::build_stage("rest", in[span]));
          }));
    check("output", hw::forecast(hw::inputs(start, span, yield), [](const auto& in) {
              return hw::fab_output(30e3 * wafer / month, hw::ramp_up(in[start], in[span]),
                                    in[yield])(hw::date(2025y / 3 / 1));
          }));
    check("ramp", hw::forecast(hw::inputs(start, span), [](const auto& in) {
              return hw::ramp_up(in[start], in[span]).integral(hw::date(2024y / 1 / 1), hw::date(2030y / 3 / 1));
          }));
    check("learning", hw::forecast(hw::inputs(cost, count, learning), [](const auto& in) {
              const auto learns = hw::learning_rate(in[learning] * percent);
              return hw::cost_of_nth_fab(in[cost], learns, in[count]) + hw::cost_of_first_fabs(in[cost], learns, 3);
          }));
}

TEST_CASE("elasticities of yields") {
    check("all four", hw::forecast(hw::inputs(density, area, factor), [](const auto& in) {
              return hw::poisson_yield(in[density], in[area]) + hw::murphy_yield(in[density], in[area]) +
                     hw::seeds_yield(in[density], in[area]) +
                     hw::negative_binomial_yield(in[density], in[area], in[factor]);
          }));
}

TEST_CASE("elasticities of capital") {
    for (const auto profile :
         {hw::spending_profile::even, hw::spending_profile::front_loaded, hw::spending_profile::s_curve}) {
        check("present value of capital", hw::forecast(hw::inputs(cost, span, rate), [profile](const auto& in) {
                  return hw::capital_present_value(in[cost], in[span], profile, in[rate]);
              }));
    }
    check("delay", hw::forecast(hw::inputs(span, rate), [](const auto& in) {
              return hw::cost_of_delay(in[rate], in[span]) * hw::discount_factor(2.0 * in[rate], 0.7 * in[span]);
          }));
    check("levelised cost", hw::forecast(hw::inputs(cost, span, rate, opens, per_month), [](const auto& in) {
              const auto today = hw::date(2024y / 3 / 1);
              const auto life = hw::between(in[opens], in[opens] + 120.25 * month);
              const auto output = hw::fab_output(in[per_month], hw::ramp_up(in[opens], 12.4 * month), 0.8);
              return hw::levelised_account(
                         hw::capital_present_value(in[cost], in[span], hw::spending_profile::s_curve, in[rate]),
                         hw::present_value(hw::constant(1.5 * billion_usd / year), life, in[rate], today),
                         hw::present_value(output, life, in[rate], today))
                  .with_subsidy(0.1 * in[cost])
                  .cost();
          }));
}
