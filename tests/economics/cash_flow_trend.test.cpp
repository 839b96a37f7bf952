// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/cash_flow_trend.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "money.hpp"

#include <headway/assumption/path.hpp>
#include <headway/economics/net_present_value.hpp>
#include <headway/forecast/draw_by_draw.hpp>
#include <headway/sensitivity/tornado.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/steps.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr hw::date start = 2026y / 1 / 1;
constexpr auto end = hw::paid_at::end_of_period;
constexpr auto at_8 = hw::effective_annual(0.08);
constexpr auto growing = hw::exponential(start, 1000.0 * usd / month, hw::grows_by_percent(5.0, year));
constexpr auto bill = hw::exponential(start, 1000.0 * usd, hw::grows_by_percent(5.0, year));
constexpr auto months_used = hw::assumption<"months of use">(hw::uniform(0.5, 3.0), "an example");
constexpr bool close(double a, double b) { return hw::abs(a - b) <= 1e-14 * hw::abs(b); }

// While compiling, too.
static_assert(close(hw::net_present_value(
                        hw::cash_flows_over(growing, hw::between(start, start + 30.5 * month), month, end), at_8, start)
                        .in(usd),
                    reference::npv_growing_30_and_a_half));
static_assert(close(hw::net_present_value(hw::cash_flows_at(bill, hw::between(start, start + 30.5 * month), month, end),
                                          at_8, start)
                        .in(usd),
                    reference::npv_growing_amounts_30));

TEST_CASE("what a period brings is paid when it is said") {
    const auto rate = hw::constant(12.0 * usd / year);
    const auto window = hw::between(start, start + 2.5 * month);
    const auto at_end = hw::cash_flows_over(rate, window, month, end);
    const auto at_start = hw::cash_flows_over(rate, window, month, hw::paid_at::start_of_period);
    const auto in_middle = hw::cash_flows_over(rate, window, month, hw::paid_at::middle_of_period);
    const double ends[] = {1.0, 2.0, 2.5};
    const double starts[] = {0.0, 1.0, 2.0};
    REQUIRE(at_end.size() == 3);
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK_THAT((at_end[k].date() - start).in(month), WithinAbs(ends[k], 1e-12));
        CHECK_THAT((at_start[k].date() - start).in(month), WithinAbs(starts[k], 1e-12));
        CHECK_THAT((in_middle[k].date() - start).in(month), WithinAbs(0.5 * (starts[k] + ends[k]), 1e-12));
        CHECK_THAT(at_end[k].amount().in(usd), WithinRel(k < 2 ? 1.0 : 0.5, 1e-14));
        CHECK(at_start[k].amount() == at_end[k].amount());
    }
    // Amounts per period: whole periods only.
    const auto bills = hw::cash_flows_at(hw::constant(7.0 * usd), window, month, hw::paid_at::start_of_period);
    REQUIRE(bills.size() == 2);
    CHECK(bills[0].date() == start);
    CHECK(bills[1].amount() == 7.0 * usd);
    CHECK(hw::cash_flows_at(bill, hw::between(start, start + 5.0 * year), month, end).size() == 60);
    // Years of 365 days and thirty days are what they are.
    CHECK(hw::cash_flows_at(bill, hw::between(start, start + 729.0 * day), 365.0 * day, end).size() == 1);
    CHECK(hw::cash_flows_at(bill, hw::between(start, start + 730.0 * day), 365.0 * day, end).size() == 2);
    CHECK(hw::cash_flows_at(bill, hw::between(start, start + 149.0 * day), 30.0 * day, end).size() == 4);
    // A window of no length has one flow of nothing.
    CHECK(hw::net_present_value(hw::cash_flows_over(rate, hw::between(start, start), month, end), at_8, start) ==
          0.0 * usd);
}

TEST_CASE("paid at the end of each month, a rate is worth what present_value says") {
    for (const double months : {0.25, 1.0, 12.0, 38.0, 61.75}) {
        const auto window = hw::between(start + month, start + (1.0 + months) * month);
        CHECK_THAT(hw::net_present_value(hw::cash_flows_over(growing, window, month, end), at_8, start).in(usd),
                   WithinRel(hw::present_value(growing, window, 0.08, start).in(usd), 1e-13));
    }
}

/// Contracts: a window of so many calendar months, from a day of a month on.
void check_calendar(std::chrono::year_month first, unsigned day_of_month, int months) {
    const auto day_in = [&](int later) {
        const auto of = first + std::chrono::months(later);
        const auto last = (of / std::chrono::last).day();
        return hw::date(of / (std::chrono::day(day_of_month) < last ? std::chrono::day(day_of_month) : last));
    };
    const auto window = hw::between(day_in(0), day_in(months));
    const struct {
        hw::quantity<hw::dim::time, double> period;
        int months;
    } periods[] = {{month, 1}, {3.0 * month, 3}, {year / 4.0, 3}, {6.0 * month, 6}, {year, 12}};
    for (const auto& [period, of_period] : periods) {
        const int number = months / of_period;
        if (number == 0) continue;
        for (const auto when : {hw::paid_at::start_of_period, hw::paid_at::middle_of_period, end}) {
            const auto list = hw::cash_flows_at(hw::constant(100.0 * usd), window, period, when);
            INFO(hw::to_text(window.first) << ", months " << months << ", a period of " << of_period);
            REQUIRE(list.size() == static_cast<std::size_t>(number));
            REQUIRE(hw::net_present_value(list, hw::undiscounted, window.first) == 100.0 * number * usd);
            for (int k = 0; k < number; ++k) {
                const hw::date from = day_in(k * of_period);
                const hw::date to = day_in((k + 1) * of_period);
                const hw::date on = when == hw::paid_at::start_of_period ? from : when == end ? to : from + 0.5 * (to - from);
                REQUIRE(list[static_cast<std::size_t>(k)].date() == on);
            }
        }
    }
}

TEST_CASE("whole months and years of the calendar have as many payments, on its days") {
    for (int years = 2024; years <= 2030; ++years) {
        for (unsigned of_year = 1; of_year <= 12; ++of_year) {
            const auto first = std::chrono::year(years) / std::chrono::month(of_year);
            for (const int months : {1, 2, 12, 24, 30, 36, 120, 360}) check_calendar(first, 1, months);
        }
        // Days that some months do not have, and leap days.
        for (const unsigned on : {15u, 29u, 30u, 31u}) check_calendar(std::chrono::year(years) / 1, on, 60);
    }
    check_calendar(2024y / 2, 29, 120);
    // Eight years without a leap day are the longest drift of mean months.
    for (const unsigned of_year : {2u, 3u}) check_calendar(2096y / std::chrono::month(of_year), 1, 97);
    check_calendar(2097y / 2, 1, 73);
}

TEST_CASE("a window of mean months, or to the last day of its last month, loses no payment") {
    for (int years = 2024; years <= 2030; ++years) {
        for (unsigned of_year = 1; of_year <= 12; ++of_year) {
            const hw::date first = std::chrono::year(years) / std::chrono::month(of_year) / 1;
            for (const int months : {1, 2, 12, 24, 30, 36, 120, 360}) {
                const auto count = [&](const hw::date& last) {
                    const auto list = hw::cash_flows_at(bill, hw::between(first, last), month, end);
                    // Nothing is paid after the window.
                    REQUIRE(list[list.size() - 1].date() <= last);
                    return list.size();
                };
                const auto number = static_cast<std::size_t>(months);
                INFO(hw::to_text(first) << ", months " << months);
                REQUIRE(count(first + months * month) == number);
                const auto of = std::chrono::year(years) / std::chrono::month(of_year) + std::chrono::months(months - 1);
                REQUIRE(count(of / std::chrono::last) == number);
                // Half a month more is no month, and half a month less is one less.
                REQUIRE(count(first + (months + 0.5) * month) == number);
                if (months > 1) REQUIRE(count(first + (months - 0.5) * month) == number - 1);
            }
        }
    }
}

TEST_CASE("an amount that changes on the first of a month is read on it") {
    // 2024 has 366 days: a mean year after its start is still 2024.
    const auto rent = hw::steps(100.0 * usd, hw::point(2025y / 1 / 1, 120.0 * usd));
    const auto two_years = hw::between(2024y / 1 / 1, 2026y / 1 / 1);
    const auto total = [&](const auto& list) { return hw::net_present_value(list, hw::undiscounted, 2024y / 1 / 1); };
    CHECK(total(hw::cash_flows_at(rent, two_years, month, hw::paid_at::start_of_period)) == (1200.0 + 1440.0) * usd);
    CHECK(total(hw::cash_flows_at(rent, two_years, year, hw::paid_at::start_of_period)) == 220.0 * usd);
    // At the end of a month the next one's first is read.
    CHECK(total(hw::cash_flows_at(rent, two_years, month, end)) == (1100.0 + 13.0 * 120.0) * usd);
}

TEST_CASE("every draw goes by its own calendar") {
    // Starts through a leap year, at noon; lengths that end on, before and after a day of payment.
    const hw::batch days = hw::batch::generate([](int i) { return 11.5 * i + 0.5; });
    const hw::batch length = hw::batch::generate([](int i) { return 300.0 + 3.0 * i; });
    const hw::date leap_year = 2024y / 1 / 1;
    const auto list = [&](const auto& later, const auto& span) {
        return hw::cash_flows_at(bill, hw::between(leap_year + later * day, leap_year + (later + span) * day), month, end);
    };
    const auto worth = [&](const auto& flows) { return hw::net_present_value(flows, at_8, leap_year).in(usd); };
    const auto of_block = worth(list(days, length));
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = list(hw::value_at(days, i), hw::value_at(length, i));
        CHECK(hw::value_at(of_block, i) == worth(alone));
        for (const auto& one : alone) CHECK_FALSE(one.date().is_never());
    }
}

TEST_CASE("beyond the years of the calendar months are mean ones") {
    const hw::date far = start + 40'000.0 * year;
    const auto list = hw::cash_flows_at(hw::constant(1.0 * usd), hw::between(far, far + 2.0 * year), month, end);
    REQUIRE(list.size() == 24);
    CHECK(list[0].date() == far + month);
}

TEST_CASE("flows of trends run on every number type") {
    const auto worth = [](const auto& x, const auto& list) {
        return hw::net_present_value(list, hw::effective_annual(0.1 * x), start).in(usd);
    };
    check_number_types(
        [&](const auto& x) {
            const auto rate = hw::exponential(start, x * usd / month, hw::grows_by_factor(1.0 + x, year));
            return worth(x, hw::cash_flows_over(rate, hw::between(start, start + (3.03 + x) * month), month, end));
        },
        0.3, 2.7);
    check_number_types(
        [&](const auto& x) {
            const auto amount = hw::exponential(start, x * usd, hw::grows_by_factor(1.0 + x, year));
            return worth(
                x, hw::cash_flows_at(amount, hw::between(start + x * day, start + x * day + 7.0 * month), month, end));
        },
        0.3, 2.7);
    // Windows of different lengths in one block: each draw has its own periods.
    const hw::batch months = hw::batch::generate([](int i) { return 0.5 * i; });
    const auto window = [](const auto& length) { return hw::between(start, start + length * month); };
    const auto of_block = hw::cash_flows_at(bill, window(months), month, end);
    CHECK(of_block.size() == 31);
    const auto worth_of_block = hw::net_present_value(of_block, at_8, start).in(usd);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = hw::cash_flows_at(bill, window(0.5 * i), month, end);
        CHECK(alone.size() == static_cast<std::size_t>(i < 2 ? 1 : i / 2));
        CHECK(hw::value_at(worth_of_block, i) == hw::net_present_value(alone, at_8, start).in(usd));
    }
}

TEST_CASE("periods and windows that give no flows are refused by name") {
    const auto window = hw::between(start, start + year);
    check_refusals(
        [&](const auto& x) { return hw::cash_flows_over(growing, hw::between(start, start + x * year), day, end); },
        {0.0, 2.0}, {300.0});
    for (const double days : {0.0, -1.0, __builtin_nan("")}) {
        CHECK_THROWS_MATCHES(
            hw::cash_flows_over(growing, window, days * day, end), std::domain_error,
            Message("cash_flows_over: period in seconds must be > 0, got " + hw::detail::number_text(days * 86400.0)));
        CHECK_THROWS_AS(hw::cash_flows_at(bill, window, days * day, end), std::domain_error);
    }
    CHECK_THROWS_MATCHES(hw::cash_flows_at(bill, window, 1.0 * second, end), std::domain_error,
                         Message("cash_flows_at: window in periods must be at most 100000, got 31556952"));
}

TEST_CASE("a window shorter than a period has one flow of nothing, never") {
    const auto none = hw::cash_flows_at(bill, hw::between(start, start + year), 2.0 * year, end);
    REQUIRE(none.size() == 1);
    CHECK(none[0].date().is_never());
    CHECK(none[0].amount() == 0.0 * usd);
    CHECK(hw::net_present_value(none, at_8, start) == 0.0 * usd);
}

TEST_CASE("a draw whose window is that short is nothing, asked alone or with others") {
    const auto model = [](const auto& in) {
        const auto bills = hw::cash_flows_at(bill, hw::between(start, start + in[months_used] * month), month, end);
        return hw::net_present_value(bills, at_8, start).in(usd);
    };
    const auto spent = hw::forecast(hw::inputs(months_used), model);
    CHECK(spent.at(hw::override(months_used, 0.5)) == 0.0);
    CHECK(hw::tornado(spent)[months_used].low.result == 0.0);
    const auto one_by_one = hw::forecast(hw::inputs(months_used), hw::draw_by_draw(model));
    const hw::simulation few{.draws = 1000, .seed = 7};
    const auto in_blocks = hw::simulate(spent, few);
    CHECK(in_blocks.quantile(0.05) == 0.0);
    CHECK(hw::simulate(one_by_one, few).mean() == in_blocks.mean());
}

TEST_CASE("flows of a path that moves by chance take as many looks a month in a long window as in a short one") {
    static constexpr auto rent = hw::path<"rent of an accelerator">(
        hw::log_walk(start, 2.0 * usd / hour, hw::falls_by_percent(20.0, year), hw::per_sqrt_year(0.4)), "an example");
    const auto looks = [](int months) {
        int count = 0;
        const auto worth = hw::forecast(hw::inputs(rent), [&](const auto& in) {
            count = 0;
            const auto counted = hw::as_trend([&](const auto& when) {
                ++count;
                return in[rent](when);
            });
            const auto flows = hw::cash_flows_over(counted, hw::between(start, start + months * month), month, end);
            return hw::net_present_value(flows, at_8, start);
        });
        static_cast<void>(hw::simulate(worth, {.draws = 64, .seed = 7, .threads = 1}));
        return count;
    };
    // A path is a line for a 32nd of a month; each takes seven looks, and each integral eight before.
    CHECK(looks(2) <= 2 * (7 * 32 + 8));
    CHECK(looks(30) <= 30 * (7 * 32 + 8));
}

}  // namespace
