// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/internal_rate_of_return.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "money.hpp"

#include <headway/economics/net_present_value.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double absolute = 1e-15) { return hw::abs(a - b) <= absolute; }

constexpr hw::date start = 2026y / 1 / 1;
constexpr auto flows =
    hw::cash_flows_every(year, start, {-100.0 * usd, 39.0 * usd, 59.0 * usd, 55.0 * usd, 20.0 * usd});

// One change of sign, one rate; the side does not matter, nor the unit, the order, the beginning.
constexpr auto rates = hw::internal_rate_of_return(flows);
static_assert(rates.count() == 1.0 && close(rates.only(), reference::irr_issue));
static_assert(rates.lowest() == rates.only() && rates.highest() == rates.only() && rates.only_or(7.0) == rates.only());
static_assert(rates.all().size() == 1);
static_assert(close(hw::internal_rate_of_return(-flows).only(), reference::irr_issue));
static_assert(close(hw::internal_rate_of_return(1e9 * flows).only(), reference::irr_issue));
static_assert(close(hw::internal_rate_of_return(hw::cash_flows_every(-1.0 * year + 2.0 * year, start + year,
                                                                     {-1.0, 0.39, 0.59, 0.55, 0.2}))
                        .only(),
                    reference::irr_issue));
static_assert(
    close(hw::internal_rate_of_return(hw::cash_flows(flows[3], flows[0], flows[4], flows[2], flows[1])).only(),
          reference::irr_issue));
static_assert(close(hw::internal_rate_of_return(flows + hw::received(hw::date::never(), 1e9 * usd)).only(),
                    reference::irr_issue));

// Less than nothing: more is lost than comes back. Nothing at all: exactly zero.
static_assert(close(hw::internal_rate_of_return(hw::cash_flows_every(year, start, {-100.0, 20.0, 10.0})).only(),
                    reference::irr_loss));
static_assert(close(hw::internal_rate_of_return(hw::cash_flows_every(year, start, {-100.0, 30.0, 70.0})).only(), 0.0));

// No rate although the flows change sign: 1000, -3000, 2500 (Brealey, Myers and Allen).
constexpr auto none = hw::internal_rate_of_return(hw::cash_flows_every(year, start, {1000.0, -3000.0, 2500.0}));
static_assert(none.count() == 0.0 && none.all().empty() && none.only_or(-1.0) == -1.0);

// Two rates, 25 and 400 % (the same book's oil pump, or its mine).
constexpr auto pump = hw::internal_rate_of_return(hw::cash_flows_every(year, start, {-4.0, 25.0, -25.0}));
static_assert(pump.count() == 2.0 && close(pump.lowest(), reference::irr_pump[0], 4e-15) &&
              close(pump.highest(), reference::irr_pump[1], 4e-14) && pump.only_or(0.0) == 0.0);

template <std::size_t Size>
void check_rates(const std::vector<double>& got, const double (&expected)[Size], double absolute) {
    REQUIRE(got.size() == Size);
    for (std::size_t k = 0; k < Size; ++k) CHECK_THAT(got[k], WithinAbs(expected[k], absolute * (1.0 + expected[k])));
}

TEST_CASE("every internal rate is found") {
    check_rates(
        hw::internal_rate_of_return(hw::cash_flows_every(year, start, {-1000.0, 6000.0, -11000.0, 6000.0})).all(),
        reference::irr_several, 1e-13);
    check_rates(
        hw::internal_rate_of_return(hw::cash_flows_every(year, start, {1.0, -6.4, 15.18, -16.76, 8.6225, -1.65})).all(),
        reference::irr_five, 1e-11);
    // Flows with a factor (1 + r - a) for each of many rates a have these rates.
    for (const std::size_t count : {1U, 2U, 7U, 12U}) {
        std::vector<double> amounts{1.0};
        std::vector<double> expected;
        for (std::size_t k = 0; k < count; ++k) {
            const double factor = 0.25 * static_cast<double>(1U << k) / static_cast<double>(k + 1U);
            amounts.push_back(0.0);
            for (std::size_t i = amounts.size() - 1; i > 0; --i) amounts[i] -= factor * amounts[i - 1];
            expected.push_back(factor - 1.0);
        }
        std::sort(expected.begin(), expected.end());
        expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
        std::vector<double> times;
        for (std::size_t i = 0; i < amounts.size(); ++i) times.push_back(static_cast<double>(i));
        const auto list = hw::cash_flows(
            times, [&](double t) { return hw::received(start + t * year, amounts[static_cast<std::size_t>(t)]); });
        const auto got = hw::internal_rate_of_return(list).all();
        INFO("rates: " << count);
        REQUIRE(got.size() == expected.size());
        for (std::size_t k = 0; k < got.size(); ++k) {
            CHECK_THAT(got[k], WithinAbs(expected[k], 1e-6 * (1.0 + expected[k])));
        }
    }
}

TEST_CASE("calendar days, months and spans that are nothing like a year") {
    const auto days =
        hw::cash_flows(hw::paid(2008y / 1 / 1, 10000.0 * usd), hw::received(2008y / 3 / 1, 2750.0 * usd),
                       hw::received(2008y / 10 / 30, 4250.0 * usd), hw::received(2009y / 2 / 15, 3250.0 * usd),
                       hw::received(2009y / 4 / 1, 2750.0 * usd));
    const double rate = hw::internal_rate_of_return(days).only();
    CHECK_THAT(rate, WithinAbs(reference::irr_spread, 2e-15));
    // The published example of a spreadsheet function whose years have 365 days: 37.3362535 %.
    CHECK_THAT(hw::pow(1.0 + rate, 365.0 / 365.2425) - 1.0, WithinAbs(0.373362535, 1e-8));
    std::vector<int> months;
    for (int k = 0; k <= 60; ++k) months.push_back(k);
    const auto monthly =
        hw::cash_flows(months, [](int k) { return hw::received(start + k * month, k == 0 ? -1000.0 : 30.0 + k % 5); });
    CHECK_THAT(hw::internal_rate_of_return(monthly).only(), WithinAbs(reference::irr_monthly, 2e-15));
    // A thousandth more after ten days; half of it back after 1000 years; the same date twice counts once.
    const auto fast = hw::cash_flows(hw::paid(start, 1000.0), hw::received(start + 10.0 * day, 1001.0));
    CHECK_THAT(hw::internal_rate_of_return(fast).only(), WithinRel(hw::pow(1.001, 36.52425) - 1.0, 1e-12));
    const auto slow = hw::cash_flows(hw::paid(start, 1000.0), hw::received(start + 1000.0 * year, 500.0));
    CHECK_THAT(hw::internal_rate_of_return(slow).only(), WithinRel(hw::pow(0.5, 0.001) - 1.0, 1e-12));
    const auto twice =
        hw::cash_flows(hw::paid(start, 150.0), hw::received(start, 50.0), hw::received(start + year, 110.0));
    CHECK(hw::internal_rate_of_return(twice).count() == 1.0);
    CHECK_THAT(hw::internal_rate_of_return(twice).only(), WithinAbs(0.1, 1e-15));
}

TEST_CASE("a rate beyond what a number can tell is the last that it can") {
    const auto next_day = hw::cash_flows(hw::paid(start, 1.0), hw::received(start + 1.0 * day, 1e9));
    const double highest = hw::internal_rate_of_return(next_day).only();
    CHECK((highest > 1e308 && highest < hw::no_limit));
    const auto crumbs = hw::cash_flows(hw::paid(start, 1.0), hw::received(start + year, 1e-30));
    CHECK(hw::internal_rate_of_return(crumbs).only() == -1.0 + 0x1p-53);
}

TEST_CASE("a rate at which the present value only touches zero is one rate") {
    // -(1 - 1.1 / (1 + r))^2
    const auto touching = hw::internal_rate_of_return(hw::cash_flows_every(year, start, {-1.0, 2.2, -1.21}));
    CHECK(touching.count() == 1.0);
    CHECK_THAT(touching.only(), WithinAbs(0.1, 1e-7));
    // A little more and less than that: two rates, and none.
    const auto crossing = hw::internal_rate_of_return(hw::cash_flows_every(year, start, {-1.0, 2.2001, -1.21}));
    CHECK(crossing.count() == 2.0);
    CHECK(hw::internal_rate_of_return(hw::cash_flows_every(year, start, {-1.0, 2.1999, -1.21})).count() == 0.0);
    // Three times the same.
    const auto flat = hw::internal_rate_of_return(hw::cash_flows_every(year, start, {-1.0, 3.3, -3.63, 1.331}));
    CHECK(flat.count() >= 1.0);
    for (const double rate : flat.all()) CHECK_THAT(rate, WithinAbs(0.1, 1e-4));
}

TEST_CASE("at an internal rate the flows are worth nothing") {
    std::uint64_t state = 1;
    const auto next = [&] {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>(state >> 11) * 0x1p-53;
    };
    int rates_seen = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<int> places;
        for (int k = 0; k < 3 + round % 9; ++k) places.push_back(k);
        std::vector<hw::cash_flow<hw::dimensionless, double>> made;
        double size = 0.0;
        for (std::size_t k = 0; k < places.size(); ++k) {
            const double years = 10.0 * next();
            made.push_back(hw::received(start + years * year, next() - 0.5));
            size += hw::abs(made.back().amount());
        }
        const auto list = hw::cash_flows(made);
        const auto found = hw::internal_rate_of_return(list);
        if (found.count() == 0.0) continue;
        const auto all = found.all();
        // As many as the changes of sign of the net present value on a grid, and two more for each two between its points.
        int on_grid = 0;
        double before = 0.0;
        for (int k = -400; k <= 400; ++k) {
            const double now = hw::net_present_value(list, hw::continuous_annual(0.05 * k), start);
            if (now * before < 0.0) ++on_grid;
            before = now;
        }
        const int within = static_cast<int>(
            std::count_if(all.begin(), all.end(), [](double r) { return hw::abs(hw::log1p(r)) < 20.0; }));
        CHECK(within >= on_grid);
        CHECK((within - on_grid) % 2 == 0);
        for (std::size_t k = 0; k < all.size(); ++k) {
            ++rates_seen;
            if (k > 0) CHECK(all[k] > all[k - 1]);
            if (!(all[k] > -0.999 && all[k] < 1000.0)) continue;
            const double worth = hw::net_present_value(list, hw::effective_annual(all[k]), start);
            const double scale = hw::max(1.0, hw::pow(1.0 + all[k], -10.0));
            CHECK(hw::abs(worth) <= 1e-12 * size * scale);
        }
    }
    CHECK(rates_seen > 100);
}

TEST_CASE("each draw has its own rates, and derivatives follow the flows") {
    check_number_types(
        [](const auto& x) {
            return hw::internal_rate_of_return(hw::cash_flows(hw::paid(start, x * usd),
                                                              hw::received(start + x * year, 39.0 * usd),
                                                              hw::received(start + 3.0 * year, (20.0 + x) * usd)))
                .only();
        },
        10.0, 12.0);
    // None, two, one, by the outlay: block and plain number tell the same.
    const auto asked = [](const auto& x) {
        return hw::internal_rate_of_return(
            hw::cash_flows(hw::paid(start, 4.0), hw::received(start + year, x), hw::paid(start + 2.0 * year, 25.0)));
    };
    const hw::batch drawn = hw::batch::generate([](int i) { return 15.0 + i; });
    const auto of_block = asked(drawn);
    const std::vector<hw::batch> all = of_block.all();
    REQUIRE(all.size() == 2);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = asked(15.0 + i);
        CHECK(hw::value_at(of_block.count(), i) == alone.count());
        CHECK(alone.count() == (i < 5 ? 0.0 : i == 5 ? 1.0 : 2.0));
        for (std::size_t k = 0; k < 2; ++k) {
            const double rate = hw::value_at(all[k], i);
            if (k < alone.all().size()) CHECK(rate == alone.all()[k]);
            if (k >= alone.all().size()) CHECK(rate != rate);
        }
        CHECK(hw::value_at(of_block.only_or(-7.0), i) == alone.only_or(-7.0));
    }
    using dual = hw::dual<6>;
    std::vector<int> places{0, 1, 2, 3, 4};
    const double amounts[] = {-100.0, 39.0, 59.0, 55.0, 20.0};
    const auto list = hw::cash_flows(places, [&](int k) {
        const auto place = static_cast<std::size_t>(k);
        const dual later = k == 2 ? dual::variable(2.0, 5) : dual(k);
        return hw::received(start + later * year, dual::variable(amounts[place], place));
    });
    const dual rate = hw::internal_rate_of_return(list).only();
    CHECK_THAT(rate.value, WithinAbs(reference::irr_issue, 1e-15));
    const double expected[] = {reference::irr_by_amount_0, reference::irr_by_amount_1, reference::irr_by_amount_2,
                               reference::irr_by_amount_3, reference::irr_by_amount_4, reference::irr_by_date_2};
    for (std::size_t k = 0; k < 6; ++k) CHECK_THAT(rate.gradient[k], WithinRel(expected[k], 1e-13));
}

TEST_CASE("where there is no one rate, the rate is refused and says why") {
    const auto of = [](double a, double b, double c) {
        return hw::internal_rate_of_return(hw::cash_flows_every(year, start, {a, b, c}));
    };
    const std::string sides =
        "internal_rate_of_return: there must be flows that come in and flows that go out, got only flows ";
    CHECK(of(100.0, 39.0, 34.0).count() == 0.0);
    CHECK_THROWS_MATCHES(of(100.0, 39.0, 34.0).only(), std::domain_error,
                         Message(sides + "that come in, 173 in base units"));
    CHECK_THROWS_MATCHES(of(100.0, 39.0, 34.0).all(), std::domain_error,
                         Message(sides + "that come in, 173 in base units"));
    CHECK_THROWS_MATCHES(of(-1.0, 0.0, -3.0).lowest(), std::domain_error,
                         Message(sides + "that go out, -4 in base units"));
    CHECK_THROWS_MATCHES(of(0.0, 0.0, 0.0).highest(), std::domain_error, Message(sides + "of 0"));
    CHECK_THROWS_MATCHES(hw::internal_rate_of_return(hw::cash_flows(hw::paid(hw::date::never(), 1.0))).only(),
                         std::domain_error, Message(sides + "of 0"));
    CHECK_THROWS_MATCHES(
        of(1000.0, -3000.0, 2500.0).only(), std::domain_error,
        Message("internal_rate_of_return: there must be a rate at which these flows are worth nothing, got "
                "none above -100 %; ask count() first, or compare net present values"));
    CHECK_THROWS_MATCHES(
        of(-4.0, 25.0, -25.0).only(), std::domain_error,
        Message("internal_rate_of_return: there must be one rate at which these flows are worth nothing, "
                "got 0.25 and 4; choose by lowest() or highest(), or compare net present values"));
    // One draw among others.
    check_refusals(
        [](const auto& x) {
            return hw::internal_rate_of_return(hw::cash_flows(hw::paid(start, 4.0), hw::received(start + year, x)))
                .only();
        },
        {3.0, 5.0}, {0.0, -1.0});
    check_refusals(
        [](const auto& x) {
            return hw::internal_rate_of_return(hw::cash_flows(hw::paid(start, 4.0), hw::received(start + year, x),
                                                              hw::paid(start + 2.0 * year, 25.0)))
                .lowest();
        },
        {21.0, 25.0}, {15.0, -1.0});
}

}  // namespace
