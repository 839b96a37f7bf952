// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/cash_flow.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

#include <list>
#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr hw::date start = 2026y / 1 / 1;

constexpr auto machine = hw::cash_flows(hw::paid(start, 100.0 * usd), hw::received(2027y / 1 / 1, 39.0 * usd));
static_assert(machine.size() == 2);
static_assert(machine[0].amount() == -100.0 * usd && machine[0].date() == start);
static_assert(machine[1].amount() == 39.0 * usd && machine[1].date() == hw::date(2027y / 1 / 1));

constexpr auto yearly = hw::cash_flows_every(year, start, {-100.0 * usd, 39.0 * usd, 59.0 * usd});
static_assert(yearly.size() == 3 && yearly[0].amount() == -100.0 * usd && yearly[2].date() == start + 2.0 * year);
static_assert(hw::cash_flows_every(std::chrono::months{1}, start, {1.0, 2.0})[1].date() == start + month);

// Numbers are amounts too.
static_assert(hw::paid(start, 2.5).amount() == -2.5);
static_assert(hw::cash_flows(hw::received(start, 2)).size() == 1);

// Lists join and change sides.
constexpr auto both = machine + yearly;
static_assert(both.size() == 5 && both[4].amount() == 59.0 * usd);
constexpr auto instead = machine - yearly;
static_assert(instead.size() == 5 && instead[1].amount() == 39.0 * usd && instead[2].amount() == 100.0 * usd);
static_assert((-machine)[0].amount() == 100.0 * usd);
static_assert((machine * 2)[0].amount() == -200.0 * usd && (0.5 * machine)[1].amount() == 19.5 * usd);
static_assert((machine + hw::received(start, 1.0 * usd)).size() == 3);
static_assert((hw::paid(start, 1.0 * usd) + hw::received(start, 1.0 * usd))[0].amount() == -1.0 * usd);
static_assert((machine - hw::paid(start, 1.0 * usd))[2].amount() == 1.0 * usd);

TEST_CASE("lists are made of ranges") {
    const std::vector<int> months{1, 2, 3};
    const auto rent = hw::cash_flows(months, [](int k) { return hw::paid(start + k * month, 10.0 * usd); });
    REQUIRE(rent.size() == 3);
    CHECK(rent[2].amount() == -10.0 * usd);
    CHECK(rent[2].date() == start + 3.0 * month);
    const std::list<hw::cash_flow<hw::dim::money, double>> kept(rent.begin(), rent.end());
    CHECK(hw::cash_flows(kept).size() == 3);
    CHECK((rent + machine).size() == 5);
    CHECK((machine - rent)[4].amount() == 10.0 * usd);
    CHECK((2.0 * rent)[0].amount() == -20.0 * usd);
    CHECK((-rent)[0].amount() == 10.0 * usd);
    double sum = 0.0;
    for (const auto& flow : rent) sum += flow.amount().in(usd);
    CHECK(sum == -30.0);
}

TEST_CASE("number types mix in a list") {
    const hw::batch drawn = hw::batch::generate([](int i) { return 1.0 + i; });
    const auto list =
        hw::cash_flows(hw::paid(start, 5.0 * usd), hw::received(start + drawn * day, drawn * usd)) + machine;
    REQUIRE(list.size() == 4);
    CHECK(hw::value_at(list[0].base_amount(), 7) == -5.0);
    CHECK(hw::value_at(list[1].base_amount(), 7) == 8.0);
    CHECK(hw::value_at(list[3].base_amount(), 7) == 39.0);
    const auto scaled = machine * drawn;
    CHECK(hw::value_at(scaled[0].base_amount(), 1) == -200.0);
    const std::vector<int> once{1};
    const hw::cash_flow_list<hw::dim::money, hw::batch> converted =
        hw::cash_flows(once, [](int) { return machine[1]; });
    CHECK(hw::value_at(converted[0].base_amount(), 3) == 39.0);
}

TEST_CASE("amounts and dates that are none are refused by name") {
    const double nan = __builtin_nan("");
    check_refusals([](const auto& x) { return hw::received(start, x * usd); }, {-1.0, 0.0, 1e300}, {nan, hw::no_limit});
    check_refusals([](const auto& x) { return hw::paid(hw::date(start) + x * day, 1.0 * usd); },
                   {-1.0, 0.0, hw::no_limit}, {-hw::no_limit});
    check_refusals([](const auto& x) { return machine * x; }, {-1.0, 2.0}, {nan, hw::no_limit});
    check_refusals(
        [](const auto& x) {
            return hw::cash_flows_every(x * day, start, {1.0 * usd, 2.0 * usd});
        },
        {0.5, 7.0}, {0.0, -1.0, nan, hw::no_limit});
    CHECK_THROWS_MATCHES(hw::paid(start, nan * usd), std::domain_error,
                         Message("paid: amount in base units must be a finite number, got nan"));
    CHECK_THROWS_MATCHES(hw::received(hw::date::from_seconds_since_1970(nan), 1.0), std::domain_error,
                         Message("received: date must be in the calendar or never, got nan seconds since 1970"));
    CHECK_THROWS_MATCHES(hw::cash_flows_every(0.0 * year, start, {1.0}), std::domain_error,
                         Message("cash_flows_every: period in seconds must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::cash_flows(std::vector<hw::cash_flow<hw::dim::money, double>>{}), std::domain_error,
                         Message("cash_flows: there must be at least one cash flow, got none"));
    CHECK_THROWS_MATCHES(hw::cash_flows(std::vector<int>{}, [](int) { return machine[0]; }), std::domain_error,
                         Message("cash_flows: there must be at least one cash flow, got none"));
}

}  // namespace
