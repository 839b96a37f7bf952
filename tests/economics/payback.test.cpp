// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/payback.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;

namespace {

constexpr hw::date start = 2026y / 1 / 1;
constexpr auto on_its_date = hw::arrival::on_its_date;
constexpr auto evenly = hw::arrival::evenly_since_the_one_before;
constexpr auto years_to(const auto& flows, const auto& rate, hw::arrival how) {
    return (hw::payback(flows, rate, how) - start).in(year);
}

// Three projects of Brealey, Myers and Allen, Principles of Corporate Finance: paid back after 3, 2 and 2 years.
constexpr auto a = hw::cash_flows_every(year, start, {-2000.0 * usd, 500.0 * usd, 500.0 * usd, 5000.0 * usd});
constexpr auto b = hw::cash_flows_every(year, start, {-2000.0 * usd, 500.0 * usd, 1800.0 * usd});
constexpr auto c = hw::cash_flows_every(year, start, {-2000.0 * usd, 1800.0 * usd, 500.0 * usd});
static_assert(hw::payback(a, hw::undiscounted, on_its_date) == start + 3.0 * year);
static_assert(hw::payback(b, hw::undiscounted, on_its_date) == start + 2.0 * year);
static_assert(hw::payback(c, hw::undiscounted, on_its_date) == start + 2.0 * year);
// Interpolated: of the 1000 that are open after two years, 5000 come in the third.
static_assert(hw::abs(years_to(a, hw::undiscounted, evenly) - 2.2) < 1e-14);
// At 10 % the second never pays back, and the third does.
constexpr auto at_10 = hw::effective_annual(0.1);
static_assert(hw::payback(a, at_10, on_its_date) == start + 3.0 * year);
static_assert(hw::payback(b, at_10, on_its_date).is_never());
static_assert(hw::payback(c, at_10, on_its_date) == start + 2.0 * year);

TEST_CASE("what is interpolated is the discounted sum") {
    const double open = 2000.0 - 500.0 / 1.1 - 500.0 / 1.21;
    CHECK_THAT(years_to(a, at_10, evenly), WithinAbs(2.0 + open / (5000.0 / 1.331), 1e-12));
}

TEST_CASE("already so, never, first and not for good") {
    const auto list = [](std::initializer_list<double> amounts) {
        std::vector<double> times;
        for (double t = 0.0; times.size() < amounts.size(); t += 1.0) times.push_back(t);
        return hw::cash_flows(times, [&](double t) {
            return hw::received(start + t * year, amounts.begin()[static_cast<std::size_t>(t)]);
        });
    };
    CHECK(years_to(list({1.0, -0.5, 2.0}), hw::undiscounted, on_its_date) == 0.0);
    CHECK(years_to(list({1.0, -1.5, 2.0}), hw::undiscounted, on_its_date) == 2.0);
    CHECK(years_to(list({-1.0, 2.0, -3.0, 4.0}), hw::undiscounted, on_its_date) == 1.0);
    CHECK(hw::payback(list({-1.0, 0.5, 0.25}), hw::undiscounted, on_its_date).is_never());
    CHECK(hw::payback(list({-1.0, 0.5, 0.25}), hw::undiscounted, evenly).is_never());
    CHECK(hw::payback(hw::cash_flows(hw::paid(hw::date::never(), 1.0)), hw::undiscounted, on_its_date).is_never());
    // Three tenths do not add up to 0.3 in binary, and are paid back all the same.
    CHECK(years_to(list({-0.3, 0.1, 0.1, 0.1}), hw::undiscounted, on_its_date) == 3.0);
    CHECK(years_to(list({-0.7, 0.1, 0.2, 0.4}), hw::undiscounted, evenly) == 3.0);
}

TEST_CASE("order does not matter, and flows on one date count at once") {
    const auto mixed = hw::cash_flows(a[3], a[0], a[2], a[1], hw::received(hw::date::never(), 1e9 * usd));
    CHECK(hw::payback(mixed, hw::undiscounted, on_its_date) == start + 3.0 * year);
    CHECK(hw::payback(mixed, hw::undiscounted, evenly) == hw::payback(a, hw::undiscounted, evenly));
    const auto at_once = hw::cash_flows(hw::received(start, 3.0), hw::paid(start, 2.0), hw::paid(start + year, 2.0),
                                        hw::received(start + year, 5.0), hw::paid(start + year, 4.5));
    CHECK(years_to(at_once, hw::undiscounted, on_its_date) == hw::no_limit);
}

TEST_CASE("paybacks run on every number type") {
    check_number_types(
        [](const auto& x) {
            const auto list =
                hw::cash_flows(hw::paid(start, (4.0 + x) * usd), hw::received(start + x * year, 3.0 * usd),
                               hw::received(start + (2.0 + x) * year, 5.0 * usd));
            return (hw::payback(list, hw::effective_annual(0.05 * x), evenly) - start).in(year);
        },
        0.2, 1.8);
    check_number_types(
        [](const auto& x) {
            const auto list = hw::cash_flows(hw::paid(start, 4.0 * usd), hw::received(start + x * year, 5.0 * usd));
            return (hw::payback(list, hw::undiscounted, on_its_date) - start).in(year);
        },
        0.2, 2.0);
    // Each draw its own date, or never.
    const hw::batch outlay = hw::batch::generate([](int i) { return 0.5 + i; });
    const auto dates = hw::payback(hw::cash_flows(hw::paid(start, outlay), hw::received(start + year, 10.0),
                                                  hw::received(start + 2.0 * year, 10.0)),
                                   hw::undiscounted, on_its_date);
    for (int i = 0; i < hw::batch::size; ++i) {
        const double years = i < 10 ? 1.0 : i < 20 ? 2.0 : hw::no_limit;
        CHECK(hw::value_at((dates - start).in(year), i) == years);
    }
}

}  // namespace
