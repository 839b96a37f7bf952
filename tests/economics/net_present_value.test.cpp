// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/net_present_value.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "money.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 2e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr hw::date start = 2026y / 1 / 1;
constexpr auto flows =
    hw::cash_flows_every(year, start, {-100.0 * usd, 39.0 * usd, 59.0 * usd, 55.0 * usd, 20.0 * usd});
constexpr auto at_8 = hw::effective_annual(8.0 * percent);

static_assert(close(hw::net_present_value(flows, at_8, start).in(usd), reference::npv_issue_8));
static_assert(close(hw::net_present_value(flows, at_8, start + 2.0 * year).in(usd),
                    reference::npv_issue_8_two_years_on));
static_assert(hw::net_present_value(flows, hw::undiscounted, start) == 73.0 * usd);
static_assert(close(hw::net_present_value(flows, hw::nominal_annual(0.08, year), start).in(usd),
                    reference::npv_issue_8));
// Plain numbers.
static_assert(close(hw::net_present_value(hw::cash_flows(hw::received(start + 1.0 * year, 1.08)), at_8, start), 1.0));
// The order does not matter, and what never happens is worth nothing, at no rate.
static_assert(close(hw::net_present_value(hw::cash_flows(hw::received(start + year, 39.0 * usd),
                                                         hw::paid(start, 100.0 * usd)),
                                          at_8, start)
                        .in(usd),
                    39.0 / 1.08 - 100.0));
constexpr auto with_never = flows + hw::received(hw::date::never(), 1e9 * usd);
static_assert(hw::net_present_value(with_never, at_8, start) == hw::net_present_value(flows, at_8, start));
static_assert(hw::net_present_value(with_never, hw::undiscounted, start) == 73.0 * usd);
static_assert(hw::net_present_value(with_never, hw::effective_annual(-0.5), start) ==
              hw::net_present_value(flows, hw::effective_annual(-0.5), start));

constexpr double per_year(double cost, double rate, double years, hw::paid_at when) {
    return hw::equivalent_annual_cost(cost * usd, hw::effective_annual(rate), years * year, when).in(usd / year);
}
constexpr auto end = hw::paid_at::end_of_period;
static_assert(close(per_year(300.0, 0.08, 3.0, end), reference::eac_3_years));
static_assert(close(per_year(300.0, 0.08, 4.5, end), reference::eac_4_and_a_half_years));
static_assert(close(per_year(300.0, 0.08, 3.0, hw::paid_at::start_of_period), reference::eac_3_years / 1.08));
static_assert(close(per_year(300.0, 0.08, 3.0, hw::paid_at::middle_of_period),
                    reference::eac_3_years / hw::sqrt(1.08)));
static_assert(close(per_year(300.0, 0.0, 3.0, end), 100.0) && close(per_year(300.0, 1e-12, 3.0, end), 100.0, 3e-12));
static_assert(hw::equivalent_annual_cost(300.0, hw::undiscounted, 3.0 * year, end) == 100.0 / year);

TEST_CASE("flows on calendar days are discounted by exact years") {
    const auto days =
        hw::cash_flows(hw::paid(2008y / 1 / 1, 10000.0 * usd), hw::received(2008y / 3 / 1, 2750.0 * usd),
                       hw::received(2008y / 10 / 30, 4250.0 * usd), hw::received(2009y / 2 / 15, 3250.0 * usd),
                       hw::received(2009y / 4 / 1, 2750.0 * usd));
    CHECK_THAT(hw::net_present_value(days, hw::effective_annual(0.09), hw::date(2008y / 1 / 1)).in(usd),
               WithinRel(reference::npv_spread_9, 1e-13));
    // The published example of a spreadsheet function whose years have 365 days: 2086.65.
    const auto of_365_days = hw::nominal_annual(0.09 * 365.2425 / 365.0, 365.0 * day);
    CHECK_THAT(hw::net_present_value(days, of_365_days, hw::date(2008y / 1 / 1)).in(usd), WithinAbs(2086.65, 0.005));
}

TEST_CASE("the textbook's projects and machines") {
    // Brealey, Myers and Allen, Principles of Corporate Finance: three projects at 10 %.
    const auto at_10 = hw::effective_annual(0.10);
    const auto worth = [&](const auto& list) { return hw::net_present_value(list, at_10, start).in(usd); };
    CHECK_THAT(worth(hw::cash_flows_every(year, start, {-2000.0 * usd, 500.0 * usd, 500.0 * usd, 5000.0 * usd})),
               WithinAbs(2624.0, 0.5));
    CHECK_THAT(worth(hw::cash_flows_every(year, start, {-2000.0 * usd, 500.0 * usd, 1800.0 * usd})),
               WithinAbs(-58.0, 0.5));
    CHECK_THAT(worth(hw::cash_flows_every(year, start, {-2000.0 * usd, 1800.0 * usd, 500.0 * usd})),
               WithinAbs(50.0, 0.5));
    // Two machines at 6 %: the one costs 15 and 5 a year for three years, the other 10 and 6 a year for two.
    const auto at_6 = hw::effective_annual(0.06);
    const auto long_lived = hw::cash_flows_every(year, start, {15.0 * usd, 5.0 * usd, 5.0 * usd, 5.0 * usd});
    const auto short_lived = hw::cash_flows_every(year, start, {10.0 * usd, 6.0 * usd, 6.0 * usd});
    const auto cost_of_long = hw::net_present_value(long_lived, at_6, start);
    const auto cost_of_short = hw::net_present_value(short_lived, at_6, start);
    CHECK_THAT(cost_of_long.in(usd), WithinAbs(28.37, 0.005));
    CHECK_THAT(cost_of_short.in(usd), WithinAbs(21.00, 0.005));
    const auto each_year = [&](const auto& cost, const auto& life) {
        return hw::equivalent_annual_cost(cost, at_6, life, end).in(usd / year);
    };
    CHECK_THAT(each_year(cost_of_long, 3.0 * year), WithinAbs(10.61, 0.005));
    CHECK_THAT(each_year(cost_of_short, 2.0 * year), WithinAbs(11.45, 0.005));
}

TEST_CASE("the equivalent annual cost is the payment that has the present value") {
    for (const double rate : {-0.3, 0.0, 1e-9, 0.08, 1.5}) {
        const auto payment = per_year(1000.0, rate, 4.0, end) * usd;
        const auto annuity = hw::cash_flows_every(year, start, {0.0 * usd, payment, payment, payment, payment});
        CHECK_THAT(hw::net_present_value(annuity, hw::effective_annual(rate), start).in(usd), WithinRel(1000.0, 1e-13));
    }
}

TEST_CASE("net present values run on every number type") {
    check_number_types(
        [](const auto& x) {
            const auto list =
                hw::cash_flows(hw::paid(start, x * usd), hw::received(start + x * year, 39.0 * usd)) + flows;
            return hw::net_present_value(list, hw::effective_annual(0.1 * x), start + 0.5 * x * year).in(usd);
        },
        0.2, 3.0);
    check_number_types(
        [](const auto& x) {
            return hw::equivalent_annual_cost(x * usd, hw::effective_annual(x - 1.0), x * year, end).in(usd / year);
        },
        0.3, 3.0);
    // Through a rate of zero, where the quotient is 0 / 0, the slope is (n + 1) / (2 n).
    const auto zero = hw::dual<1>::variable(0.0, 0);
    const auto cost = hw::equivalent_annual_cost(usd, hw::effective_annual(zero), 4.0 * year, end).in(usd / year);
    CHECK_THAT(cost.value, WithinRel(0.25, 1e-15));
    CHECK_THAT(cost.gradient[0], WithinRel(5.0 / 8.0, 1e-14));
    // A draw in which a flow never comes.
    const hw::batch when = hw::batch::generate([](int i) { return i == 3 ? hw::no_limit : 1.0; });
    const auto perhaps = hw::cash_flows(hw::paid(start, 1.0), hw::received(start + when * year, 1.08));
    const hw::batch worth = hw::net_present_value(perhaps, at_8, start);
    CHECK(hw::value_at(worth, 3) == -1.0);
    CHECK_THAT(hw::value_at(worth, 4), WithinAbs(0.0, 1e-15));
}

TEST_CASE("what cannot be valued is refused by name") {
    check_refusals([](const auto& x) { return hw::net_present_value(flows, at_8, start + x * day); }, {-1e4, 0.0},
                   {hw::no_limit, -hw::no_limit});
    check_refusals([](const auto& x) { return hw::equivalent_annual_cost(usd, at_8, x * year, end); }, {0.1, 9.0},
                   {0.0, -1.0, __builtin_nan(""), hw::no_limit});
    CHECK_THROWS_MATCHES(hw::net_present_value(flows, at_8, hw::date::never()), std::domain_error,
                         Message("net_present_value: date of valuation must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::equivalent_annual_cost(usd, at_8, 0.0 * year, end), std::domain_error,
                         Message("equivalent_annual_cost: life in years must be > 0, got 0"));
}

}  // namespace
