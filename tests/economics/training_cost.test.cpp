// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/training_cost.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"
#include "training_cost.hpp"

#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/crossing.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto by_4 = hw::falls_by_factor(4.0, year);
constexpr auto start = hw::date(2024y / 3 / 1);
constexpr auto curve = hw::training_cost(start, 100.0 * million_usd, by_4);

// Fixed capability.
static_assert(hw::training_cost_decline == by_4);
static_assert(close(-hw::training_cost_decline.rate().in(1.0 / year), 1.3862943611198906));
static_assert(curve(start) == 100.0 * million_usd);
static_assert(close(curve(start + year).in(million_usd), 25.0));
static_assert(close(curve(start + 6.0 * month).in(million_usd), 50.0));
static_assert(close(curve(start - 2.0 * year).in(million_usd), 1600.0));
static_assert(close(curve(2024y / 12 / 26).in(usd), reference::curve_on_2024_12_26));
static_assert(close(curve(2023y / 3 / 1).in(usd), reference::curve_on_2023_03_01));
static_assert(curve(start) == hw::training_cost(start, 100.0 * million_usd)(start));
static_assert(curve(2025y / 1 / 1) == hw::training_cost(start, 100.0 * million_usd)(2025y / 1 / 1));
static_assert(curve(hw::date(2025y / 1 / 1)) == hw::training_cost(2024y / 3 / 1, 100 * million_usd)(2025y / 1 / 1));
static_assert(curve.decline() == by_4 && curve.start() == start && curve.value_at_start() == 100.0 * million_usd);
static_assert(close((curve.reaches(5.0 * million_usd) - start).in(month), reference::months_worth_of_20, 1e-14));
static_assert(curve.reaches(101.0 * million_usd).is_never());
static_assert(hw::trend_of<decltype(curve), hw::quantity<hw::dim::money>>);

// A cost gap and the time it is worth.
static_assert(close(hw::time_worth_of_cost_gap(20.0, by_4).in(month), reference::months_worth_of_20));
static_assert(close(hw::time_worth_of_cost_gap(20.0, by_4).in(month), 25.931568569324174));
static_assert(hw::time_worth_of_cost_gap(1.0, by_4) == 0.0 * year);
static_assert(hw::time_worth_of_cost_gap(0.5, by_4) == -hw::time_worth_of_cost_gap(2.0, by_4));
static_assert(hw::time_worth_of_cost_gap(2, by_4) == hw::time_worth_of_cost_gap(2.0, by_4));
static_assert(close(hw::cost_gap_of_lead(2.0 * year, by_4), 16.0));
static_assert(close(hw::cost_gap_of_lead(18.0 * month, by_4), 8.0));
static_assert(close(hw::cost_gap_of_lead(std::chrono::months{18}, by_4), 8.0));
static_assert(close(hw::cost_gap_of_lead(7.0 * month, by_4), reference::gap_of_7_months));
static_assert(close(hw::cost_gap_of_lead(10.0 * month, by_4), reference::gap_of_10_months));
static_assert(hw::cost_gap_of_lead(0.0 * year, by_4) == 1.0);
static_assert(close(hw::cost_gap_of_lead(-2.0 * year, by_4), 1.0 / 16.0));

// "A few times cheaper than a model 6 to 12 months older" is what the curve gives.
static_assert(close(hw::cost_gap_of_lead(6.0 * month, by_4), said::amodei::cost_drop_6_to_12_months.low));
static_assert(close(hw::cost_gap_of_lead(12.0 * month, by_4), said::amodei::cost_drop_6_to_12_months.high));

// Position of a claim.
constexpr auto six_million = curve.position_of(6.0 * million_usd, 2024y / 12 / 26);
static_assert(six_million.on_curve == curve(2024y / 12 / 26));
static_assert(close(six_million.ratio, reference::claim_ratio));
static_assert(close(six_million.ahead.in(month), reference::claim_months_ahead));
static_assert(curve.position_of(100.0 * million_usd, start).ratio == 1.0);
static_assert(curve.position_of(100.0 * million_usd, start).ahead == 0.0 * year);
static_assert(close(curve.position_of(200.0 * million_usd, start).ahead.in(month), -6.0));
static_assert(close(curve.position_of(said::schmidt::deepseek_cost_claim.value, start).ahead.in(month),
                    reference::months_worth_of_20));

// The two causes: of the three rates, two give the third.
constexpr auto algorithms = hw::halves_every(8.0 * month);
constexpr auto hardware = hw::halves_every(2.07 * year);
constexpr auto both = hw::total_decline(hardware, algorithms);
static_assert(close(1.0 / both.factor_per(year), reference::yearly_factor_of_both));
static_assert(close(hw::algorithmic_decline(both, hardware).halving_time().in(month), 8.0));
static_assert(close(hw::hardware_decline(both, algorithms).halving_time().in(year), 2.07));
static_assert(close(1.0 / hw::algorithmic_decline(by_4, hardware).factor_per(year), reference::algorithmic_factor_of_4));
static_assert(hw::total_decline(hw::pow(hw::doubles_every(2.07 * year), -1.0), algorithms) == both);

// Spending against the decline.
constexpr auto spending_growth = hw::grows_by_factor(said::published::training_cost_growth.value, year);
constexpr auto spending = hw::exponential(start, 100.0 * million_usd, spending_growth);
constexpr auto effective_growth = hw::effective_compute_growth(spending_growth, by_4);
static_assert(close(effective_growth.factor_per(year), reference::effective_factor));
static_assert(close((spending.reaches(1.0 * billion_usd) - start).in(year), reference::years_to_tenfold_spending, 1e-14));
constexpr auto effective = hw::effective_compute(spending, curve);
static_assert(effective(start) == 1.0);
static_assert(close(effective(start + year), reference::effective_factor, 1e-14));
static_assert(close(effective.growth().factor_per(year), reference::effective_factor));
// The algebra of trends knows the curve as an exponential, so that ratio and crossing keep their closed forms.
static_assert(close((spending / curve)(start + year), reference::effective_factor, 1e-14));
static_assert(hw::is_exponential<decltype(spending / curve)>);
static_assert(close((hw::crossing(hw::exponential(start, 25.0 * million_usd, spending_growth), curve,
                                  hw::between(start, start + 3.0 * year), hw::direction::rising) - start).in(year),
                    hw::log(4.0) / hw::log(reference::effective_factor), 1e-14));
// More than the decline that it exceeds, as the article says.
static_assert(effective_growth.factor_per(year) > said::amodei::spending_outgrows_decline.value);

// Steps.
constexpr double step_percent = 100.0 * said::amodei::inference_cost_step.value;
constexpr double yearly_divisor(double weeks) {
    return 1.0 / hw::falls_by_percent(step_percent, weeks * week).factor_per(year);
}
static_assert(close(yearly_divisor(2.0), reference::steps_2_weeks, 2e-14));
static_assert(close(yearly_divisor(3.0), reference::steps_3_weeks, 2e-14));
static_assert(close(yearly_divisor(4.0), reference::steps_4_weeks, 2e-14));
static_assert(close(yearly_divisor(6.0), reference::steps_6_weeks, 2e-14));
static_assert(close(hw::step_period(step_percent, by_4).in(week), reference::step_weeks_of_4));
static_assert(close(hw::step_period(20, by_4).in(week), 8.398701585492676));

// Workloads.
constexpr auto planning = curve.for_workload(said::schmidt::planning_compute_multiplier.value);
static_assert(planning(start) == 10.0 * billion_usd);
static_assert(planning.decline() == by_4 && planning.start() == start);
static_assert(close((planning.reaches(5.0 * million_usd) - curve.reaches(5.0 * million_usd)).in(month),
                    reference::months_worth_of_workload_100, 1e-13));
static_assert(close(hw::time_worth_of_cost_gap(100.0, by_4).in(month), reference::months_worth_of_workload_100));

TEST_CASE("a gap and the time it is worth undo each other, for every decline") {
    const double factor = GENERATE(1.01, 1.5, 2.0, 4.0, 10.0, 337.0);
    const auto decline = hw::falls_by_factor(factor, year);
    for (const double ratio : {1e-6, 0.01, 0.5, 1.0, 1.001, 2.0, 20.0, 1e4, 1e12}) {
        const auto span = hw::time_worth_of_cost_gap(ratio, decline);
        CHECK_THAT(hw::cost_gap_of_lead(span, decline), Catch::Matchers::WithinRel(ratio, 1e-13));
    }
}

TEST_CASE("a gap is worth less time the faster the decline and more the wider it is") {
    double months = 1e9;
    for (const double factor : {1.1, 2.0, 3.0, 4.0, 5.5, 40.0}) {
        const auto decline = hw::falls_by_factor(factor, year);
        const double now = hw::time_worth_of_cost_gap(20.0, decline).in(month);
        CHECK(now < months);
        CHECK(now < hw::time_worth_of_cost_gap(21.0, decline).in(month));
        CHECK(hw::cost_gap_of_lead(7.0 * month, decline) < hw::cost_gap_of_lead(8.0 * month, decline));
        CHECK(hw::cost_gap_of_lead(7.0 * month, decline) < hw::cost_gap_of_lead(7.0 * month, hw::pow(decline, 1.1)));
        months = now;
    }
}

TEST_CASE("every argument of the curve counts") {
    const auto when = start + 1.5 * year;
    CHECK(hw::training_cost(start, 101.0 * million_usd, by_4)(when) > curve(when));
    CHECK(hw::training_cost(start + month, 100.0 * million_usd, by_4)(when) > curve(when));
    CHECK(hw::training_cost(start, 100.0 * million_usd, hw::falls_by_factor(3.0, year))(when) > curve(when));
    CHECK(curve(when + day) < curve(when));
    const auto position = curve.position_of(6.0 * million_usd, when);
    CHECK(curve.position_of(7.0 * million_usd, when).ratio > position.ratio);
    CHECK(curve.position_of(7.0 * million_usd, when).ahead < position.ahead);
    CHECK(curve.position_of(6.0 * million_usd, when + month).ratio > position.ratio);
    CHECK(curve.position_of(6.0 * million_usd, when + month).ahead < position.ahead);
    CHECK(curve.for_workload(2.0)(when) > curve.for_workload(1.5)(when));
    CHECK(hw::total_decline(hardware, algorithms).over(year) < hardware.over(year));
    CHECK(hw::total_decline(hardware, algorithms).over(year) < algorithms.over(year));
    CHECK(hw::effective_compute_growth(spending_growth, by_4).over(year) > spending_growth.over(year));
    CHECK(hw::effective_compute_growth(hw::grows_by_factor(3.0, year), by_4).over(year) >
          effective_growth.over(year));
    CHECK(hw::effective_compute(hw::exponential(start, 110.0 * million_usd, spending_growth), curve)(when) >
          effective(when));
    CHECK(hw::effective_compute(spending, curve.for_workload(2.0))(when) < effective(when));
    CHECK(hw::step_period(21.0, by_4) > hw::step_period(20.0, by_4));
    CHECK(hw::step_period(20.0, hw::falls_by_factor(3.0, year)) > hw::step_period(20.0, by_4));
}

TEST_CASE("what the curve says does not depend on the units it is told in") {
    const auto when = hw::date(2026y / 7 / 1);
    const auto same = hw::training_cost(start, 0.1 * billion_usd, hw::halves_every(6.0 * month));
    CHECK_THAT(same(when).in(usd), Catch::Matchers::WithinRel(curve(when).in(usd), 1e-14));
    // Nor on which point of it states it.
    const auto later = hw::training_cost(start + year, 25.0 * million_usd, by_4);
    CHECK_THAT(later(when).in(usd), Catch::Matchers::WithinRel(curve(when).in(usd), 1e-14));
    CHECK_THAT(later.position_of(6.0 * million_usd, when).ahead.in(month),
               Catch::Matchers::WithinRel(curve.position_of(6.0 * million_usd, when).ahead.in(month), 1e-12));
}

TEST_CASE("a claim on the curve is ahead by nothing, at every date") {
    for (int months = -30; months <= 60; months += 5) {
        const auto when = start + static_cast<double>(months) * month;
        const auto position = curve.position_of(curve(when), when);
        CHECK(position.ratio == 1.0);
        CHECK(position.ahead == 0.0 * year);
        // Twice as cheap is half a year ahead, wherever on the curve.
        CHECK_THAT(curve.position_of(0.5 * curve(when), when).ahead.in(month), Catch::Matchers::WithinRel(6.0, 1e-14));
    }
}

TEST_CASE("effective compute is spending over cost, date by date, from whatever dates the two are stated") {
    const auto later_spending = hw::exponential(2025y / 9 / 1, 400.0 * million_usd, spending_growth);
    const auto trend = hw::effective_compute(later_spending, curve);
    for (int months = -12; months <= 60; months += 6) {
        const auto when = start + static_cast<double>(months) * month;
        CHECK_THAT(trend(when), Catch::Matchers::WithinRel(later_spending(when) / curve(when), 1e-13));
    }
}

// The gradient of each function in its arguments, against the closed form.
TEST_CASE("derivatives are those of the formulas") {
    using dual = hw::dual<2>;
    const auto factor = dual::variable(4.0, 1);
    const auto decline = hw::falls_by_factor(factor, year);
    const double rate = hw::log(4.0);              // per year
    const double rate_by_factor = 1.0 / 4.0;       // d ln F / dF
    const auto within = [](double x) { return Catch::Matchers::WithinRel(x, 1e-13); };

    const auto span = hw::time_worth_of_cost_gap(dual::variable(20.0, 0), decline).in(year);
    CHECK_THAT(span.gradient[0], within(1.0 / (20.0 * rate)));
    CHECK_THAT(span.gradient[1], within(-hw::log(20.0) / (rate * rate) * rate_by_factor));

    const auto gap = hw::cost_gap_of_lead(dual::variable(2.0, 0) * year, decline);
    CHECK_THAT(gap.gradient[0], within(16.0 * rate));
    CHECK_THAT(gap.gradient[1], within(2.0 * 16.0 * rate_by_factor));

    const auto cost = hw::training_cost(start, dual::variable(100.0, 0) * million_usd, decline);
    const auto after_a_year = cost(start + year).in(million_usd);
    CHECK_THAT(after_a_year.value, within(25.0));
    CHECK_THAT(after_a_year.gradient[0], within(0.25));
    CHECK_THAT(after_a_year.gradient[1], within(-25.0 * rate_by_factor));

    const auto claim = cost.position_of(5.0 * million_usd, start + year);
    CHECK_THAT(claim.ratio.gradient[0], within(-0.2 / 100.0));
    CHECK_THAT(claim.ratio.gradient[1], within(0.2 * rate_by_factor));
    CHECK_THAT(claim.ahead.in(year).gradient[0], within(1.0 / (100.0 * rate)));
    CHECK_THAT(claim.ahead.in(year).gradient[1],
               within((-rate - hw::log(5.0)) / (rate * rate) * rate_by_factor));

    const auto effective_by = hw::effective_compute_growth(hw::grows_by_factor(dual::variable(2.4, 0), year), decline);
    CHECK_THAT(effective_by.factor_per(year).gradient[0], within(4.0));
    CHECK_THAT(effective_by.factor_per(year).gradient[1], within(2.4));

    const auto period = hw::step_period(dual::variable(20.0, 0), decline).in(year);
    CHECK_THAT(period.gradient[0], within(1.0 / (80.0 * rate)));
    CHECK_THAT(period.gradient[1], within(hw::log(0.8) / (rate * rate) * rate_by_factor));

    const auto workload = curve.for_workload(dual::variable(100.0, 0))(start).in(million_usd);
    CHECK_THAT(workload.gradient[0], within(100.0));
}

TEST_CASE("each draw of a block gets the result that it gets alone, to the last bit") {
    const auto factor = [](int draw) { return 1.5 + 0.07 * draw; };
    const auto cost = [](int draw) { return 60.0 + 1.7 * draw; };
    const auto factors = hw::batch::generate(factor);
    const auto costs = hw::batch::generate(cost);
    const auto when = hw::date(2026y / 1 / 1);

    const auto decline = hw::falls_by_factor(factors, year);
    const auto block = hw::training_cost(start, costs * million_usd, decline);
    const auto on_curve = block(when);
    const auto date = block.reaches(5.0 * million_usd);
    const auto claim = block.position_of(6.0 * million_usd, when);
    const auto months = hw::time_worth_of_cost_gap(costs, decline);
    const auto gap = hw::cost_gap_of_lead(costs * day, decline);
    const auto period = hw::step_period(costs / 4.0, decline);
    const auto workload = block.for_workload(factors)(when);
    const auto compute = hw::effective_compute(spending, block)(when);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone_decline = hw::falls_by_factor(factor(i), year);
        const auto alone = hw::training_cost(start, cost(i) * million_usd, alone_decline);
        const auto alone_claim = alone.position_of(6.0 * million_usd, when);
        REQUIRE(on_curve.base_value().lane[i] == alone(when).base_value());
        REQUIRE(date.seconds_since_1970().lane[i] == alone.reaches(5.0 * million_usd).seconds_since_1970());
        REQUIRE(claim.ratio.lane[i] == alone_claim.ratio);
        REQUIRE(claim.ahead.base_value().lane[i] == alone_claim.ahead.base_value());
        REQUIRE(months.base_value().lane[i] == hw::time_worth_of_cost_gap(cost(i), alone_decline).base_value());
        REQUIRE(gap.lane[i] == hw::cost_gap_of_lead(cost(i) * day, alone_decline));
        REQUIRE(period.base_value().lane[i] == hw::step_period(cost(i) / 4.0, alone_decline).base_value());
        REQUIRE(workload.base_value().lane[i] == alone.for_workload(factor(i))(when).base_value());
        REQUIRE(compute.lane[i] == hw::effective_compute(spending, alone)(when));
    }
}

TEST_CASE("what makes no sense is refused by name") {
    const double nan = __builtin_nan("");
    const double infinite = __builtin_huge_val();
    const auto rising = hw::grows_by_factor(4.0, year);
    const auto standing = hw::growth();

    CHECK_THROWS_MATCHES(hw::time_worth_of_cost_gap(0.0, by_4), std::domain_error,
                         Message("time_worth_of_cost_gap: ratio must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::time_worth_of_cost_gap(nan, by_4), std::domain_error,
                         Message("time_worth_of_cost_gap: ratio must be > 0, got nan"));
    CHECK_THROWS_MATCHES(hw::time_worth_of_cost_gap(infinite, by_4), std::domain_error,
                         Message("time_worth_of_cost_gap: ratio must be a finite number, got inf"));
    CHECK_THROWS_MATCHES(hw::time_worth_of_cost_gap(2.0, rising), std::domain_error,
                         Message("time_worth_of_cost_gap: the decline must fall, got a yearly rate of 1.38629; "
                                 "make it with falls_by_factor, halves_every, ..."));
    CHECK_THROWS_MATCHES(hw::cost_gap_of_lead(year, standing), std::domain_error,
                         Message("cost_gap_of_lead: the decline must fall, got a yearly rate of 0; make it with "
                                 "falls_by_factor, halves_every, ..."));
    CHECK_THROWS_MATCHES(hw::cost_gap_of_lead(infinite * year, by_4), std::domain_error,
                         Message("cost_gap_of_lead: lead in seconds must be a finite number, got inf"));
    CHECK_THROWS_MATCHES(hw::training_cost(start, -1.0 * usd, by_4), std::domain_error,
                         Message("training_cost: cost in USD must be > 0, got -1"));
    CHECK_THROWS_MATCHES(hw::training_cost(start, nan * usd, by_4), std::domain_error,
                         Message("training_cost: cost in USD must be > 0, got nan"));
    CHECK_THROWS_MATCHES(hw::training_cost(hw::date::never(), usd, by_4), std::domain_error,
                         Message("training_cost: date must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::training_cost(start, usd, rising), std::domain_error,
                         Message("training_cost: the decline must fall, got a yearly rate of 1.38629; "
                                 "make it with falls_by_factor, halves_every, ..."));
    CHECK_THROWS_MATCHES(curve.position_of(0.0 * usd, start), std::domain_error,
                         Message("position_of: claim in USD must be > 0, got 0"));
    CHECK_THROWS_MATCHES(curve.position_of(1.0 * usd, hw::date::never()), std::domain_error,
                         Message("position_of: date must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(curve.for_workload(-2.0), std::domain_error,
                         Message("for_workload: multiplier must be > 0, got -2"));
    CHECK_THROWS_MATCHES(hw::effective_compute_growth(rising, rising), std::domain_error,
                         Message("effective_compute_growth: the decline must fall, got a yearly rate of 1.38629; "
                                 "make it with falls_by_factor, halves_every, ..."));
    CHECK_THROWS_MATCHES(hw::step_period(100.0, by_4), std::domain_error,
                         Message("step_period: percent must be above 0 and below 100, got 100"));
    CHECK_THROWS_MATCHES(hw::step_period(0.0, by_4), std::domain_error,
                         Message("step_period: percent must be above 0 and below 100, got 0"));
    CHECK_THROWS_MATCHES(hw::step_period(nan, by_4), std::domain_error,
                         Message("step_period: percent must be above 0 and below 100, got nan"));
    CHECK_THROWS_MATCHES(hw::step_period(20.0, rising), std::domain_error,
                         Message("step_period: the decline must fall, got a yearly rate of 1.38629; "
                                 "make it with falls_by_factor, halves_every, ..."));
}

TEST_CASE("a block with one bad draw is refused and the message has that draw") {
    const auto factors = hw::batch::generate([](int i) { return i == 5 ? -2.5 : 1.0 + i; });
    CHECK_THROWS_MATCHES(hw::time_worth_of_cost_gap(factors, by_4), std::domain_error,
                         Message("time_worth_of_cost_gap: ratio must be > 0, got -2.5"));
    CHECK_THROWS_MATCHES(hw::step_period(factors, by_4), std::domain_error,
                         Message("step_period: percent must be above 0 and below 100, got -2.5"));

    const auto rates = hw::batch::generate([](int i) { return i == 5 ? -__builtin_huge_val() : -1.0; });
    CHECK_THROWS_MATCHES(hw::cost_gap_of_lead(year, hw::basic_growth<hw::batch>::from_rate_per_second(rates)),
                         std::domain_error,
                         Message("cost_gap_of_lead: the decline must fall, got a yearly rate of -inf; make it with "
                                 "falls_by_factor, halves_every, ..."));
}

TEST_CASE("training_cost: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::step_period(x, hw::falls_by_factor(4.0, year)); }, {1e-9, 99.999999}, {0.0, 100.0, -1.0, nan});
    check_refusals([&](const auto& x) { return hw::training_cost(start_date, usd, hw::basic_growth<std::remove_cvref_t<decltype(x)>>::from_rate_per_second(x)); }, {-1e-12, -1.0}, {0.0, 1e-12, nan, -inf});
    check_refusals([&](const auto& x) { return hw::training_cost(start_date, x * usd); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
}

}  // namespace
