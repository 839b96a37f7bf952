// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/capital.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "fab.hpp"

#include <headway/trend/algebra.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;
using profile = hw::spending_profile;

namespace {

constexpr bool close(double a, double b, double relative = 2e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto capital = 10.0 * billion_usd;
constexpr double share_after(profile p, double months, double rate = 0.08) {
    return hw::capital_present_value(capital, months * month, p, rate) / capital;
}

static_assert(close(hw::cost_of_delay(0.08, 19.0 * month), reference::delay_19_months));
static_assert(close(hw::cost_of_delay(8.0 * percent, std::chrono::months{19}), reference::delay_19_months));
static_assert(close(hw::cost_of_delay(0.08, 2.0 * year), 1.08 * 1.08));
static_assert(close(hw::discount_factor(0.08, 19.0 * month), reference::discount_19_months));
static_assert(close(hw::discount_factor(8.0 * percent, -1.0 * year), 1.08));
static_assert(hw::cost_of_delay(0.08, 0.0 * month) == 1.0 && hw::discount_factor(0.08, 0.0 * month) == 1.0);

static_assert(close(share_after(profile::even, 38.0), reference::capital_even_38));
static_assert(close(share_after(profile::front_loaded, 38.0), reference::capital_front_loaded_38));
static_assert(close(share_after(profile::s_curve, 38.0), reference::capital_s_curve_38));
static_assert(close(share_after(profile::even, 19.5), reference::capital_even_19_and_a_half));
// At once is not discounted; a month is paid at its end; a part of one at its own end; nothing is lost at no interest.
static_assert(share_after(profile::even, 0.0) == 1.0 && share_after(profile::s_curve, 0.0) == 1.0);
static_assert(close(share_after(profile::even, 1.0), hw::discount_factor(0.08, month)));
static_assert(close(share_after(profile::front_loaded, 0.25), hw::discount_factor(0.08, 0.25 * month)));
static_assert(close(share_after(profile::s_curve, 38.5, 0.0), 1.0));

static_assert(hw::spent_share(profile::even, 0.25) == 0.25);
static_assert(hw::spent_share(profile::front_loaded, 0.25) == 0.4375);
static_assert(hw::spent_share(profile::s_curve, 0.25) == 0.15625);

constexpr auto start = start_date;
constexpr auto ten_years = hw::between(start, start + 10.0 * year);
constexpr auto flow = hw::constant(1.0 * billion_usd / year);
// An annuity of 120 end-of-month payments.
constexpr double monthly = 1.0 - hw::discount_factor(0.08, month);
static_assert(close(hw::present_value(flow, ten_years, 0.08, start).in(billion_usd),
                    hw::discount_factor(0.08, month) * (1.0 - hw::discount_factor(0.08, 10.0 * year)) / monthly /
                        12.0));
static_assert(close(hw::present_value(flow, ten_years, 0, start).in(billion_usd), 10.0));
static_assert(hw::present_value(flow, hw::between(start, start), 0.08, start) == 0.0 * usd);

TEST_CASE("a profile spends all, in order, and as its name says") {
    for (const auto p : {profile::even, profile::front_loaded, profile::s_curve}) {
        CHECK(hw::spent_share(p, 0) == 0.0);
        CHECK(hw::spent_share(p, 1) == 1.0);
        for (double u = 0.0; u < 0.985; u += 0.01) CHECK(hw::spent_share(p, u) < hw::spent_share(p, u + 0.01));
    }
    for (double u = 0.01; u < 0.5; u += 0.01) {
        CHECK(hw::spent_share(profile::front_loaded, u) > hw::spent_share(profile::even, u));
        CHECK(hw::spent_share(profile::s_curve, u) < hw::spent_share(profile::even, u));
        CHECK_THAT(hw::spent_share(profile::s_curve, 1.0 - u),
                   WithinRel(1.0 - hw::spent_share(profile::s_curve, u), 1e-14));
    }
}

TEST_CASE("capital is worth less the later and the dearer, in proportion to itself") {
    for (const auto p : {profile::even, profile::front_loaded, profile::s_curve}) {
        double before = 1.0;
        for (const double months : {0.3, 1.0, 1.5, 2.0, 12.0, 12.3, 38.0, 120.0}) {
            const double now = share_after(p, months);
            CHECK(now < before);
            CHECK(share_after(p, months, 0.09) < now);
            CHECK(share_after(p, months, -0.02) > 1.0);
            before = now;
        }
        CHECK_THAT(hw::capital_present_value(3.0 * capital, 38.0 * month, p, 0.08).in(usd),
                   WithinRel(3.0 * share_after(p, 38.0) * capital.in(usd), 1e-14));
    }
    CHECK(share_after(profile::front_loaded, 38.0) > share_after(profile::even, 38.0));
}

TEST_CASE("a flow's present value adds up over windows and units, and falls with time and rate") {
    const auto growing = hw::exponential(start, 3.0 * million_usd / month, hw::grows_by_percent(5.0, year));
    const auto window = hw::between(start + year, start + 8.0 * year);
    const auto value = hw::present_value(growing, window, 0.08, start);
    const auto first = hw::present_value(growing, hw::between(start + year, start + 3.0 * year), 0.08, start);
    const auto rest = hw::present_value(growing, hw::between(start + 3.0 * year, start + 8.0 * year), 0.08, start);
    CHECK_THAT((first + rest).in(usd), WithinRel(value.in(usd), 1e-12));
    CHECK_THAT(hw::present_value(2.0 * growing, window, 0.08, start).in(usd), WithinRel(2.0 * value.in(usd), 1e-13));
    CHECK_THAT(hw::present_value(growing, window, 0.08, start + year).in(usd), WithinRel(1.08 * value.in(usd), 1e-12));
    CHECK(hw::present_value(growing, window, 0.09, start) < value);
    CHECK(hw::present_value(growing, hw::between(start + year, start + 8.1 * year), 0.08, start) > value);
    CHECK(hw::present_value(growing, hw::between(start + 1.1 * year, start + 8.0 * year), 0.08, start) < value);
    // A flow that is only a callable is integrated numerically.
    CHECK_THAT(hw::present_value([&](const auto& t) { return growing(t); }, window, 0.08, start).in(usd),
               WithinRel(value.in(usd), 1e-9));
}

TEST_CASE("present values run on every number type") {
    for (const auto p : {profile::even, profile::front_loaded, profile::s_curve}) {
        check_number_types(
            [p](const auto& x) {
                return hw::capital_present_value(x * usd, (20.0 + x) * month, p, 0.01 * x).base_value();
            },
            1.13, 19.7, 1e-5);
    }
    check_number_types([](const auto& x) { return hw::spent_share(profile::front_loaded, x); }, 0.01, 0.99);
    check_number_types([](const auto& x) { return hw::cost_of_delay(0.01 * x, x * month); }, 0.1, 30.0);
    check_number_types([](const auto& x) { return hw::discount_factor(x, x * year); }, -0.5, 3.0);
    check_number_types(
        [](const auto& x) {
            const auto from = start + x * year;
            return hw::present_value(hw::constant(x * usd / month), hw::between(from, from + 3.03 * year), 0.1 * x,
                                     start)
                .base_value();
        },
        0.5, 2.0);
    // At a whole number of months the gradient is that of a shorter span.
    const auto months = hw::dual<1>::variable(12.0, 0);
    const auto left = (share_after(profile::even, 12.0) - share_after(profile::even, 12.0 - 1e-6)) / 1e-6;
    CHECK_THAT(hw::capital_present_value(usd, months * month, profile::even, 0.08).base_value().gradient[0],
               WithinRel(left, 1e-6));
}

TEST_CASE("impossible rates, spans and sums are refused by name") {
    const double nan = __builtin_nan("");
    for (const double rate : {-1.0, -8.0, nan}) {
        const std::string got =
            " effective annual rate must be finite and above -1 (-100 %), got " + hw::detail::number_text(rate);
        CHECK_THROWS_MATCHES(hw::discount_factor(rate, year), std::domain_error, Message("discount_factor:" + got));
        CHECK_THROWS_MATCHES(hw::cost_of_delay(rate, year), std::domain_error, Message("cost_of_delay:" + got));
        CHECK_THROWS_MATCHES(hw::capital_present_value(usd, year, profile::even, rate), std::domain_error,
                             Message("capital_present_value:" + got));
        CHECK_THROWS_MATCHES(hw::present_value(flow, ten_years, rate, start), std::domain_error,
                             Message("present_value:" + got));
    }
    CHECK_THROWS_MATCHES(hw::cost_of_delay(0.08, -1.0 * second), std::domain_error,
                         Message("cost_of_delay: delay in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::capital_present_value(-1.0 * usd, year, profile::even, 0.08), std::domain_error,
                         Message("capital_present_value: capital in USD must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::capital_present_value(usd, -1.0 * second, profile::even, 0.08), std::domain_error,
                         Message("capital_present_value: build time in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(
        hw::capital_present_value(usd, 2000.0 * year, profile::even, 0.08), std::domain_error,
        Message("capital_present_value: build time in seconds must be at most 1000 years, got 63113904000"));
    CHECK_THROWS_MATCHES(hw::discount_factor(0.08, nan * year), std::domain_error,
                         Message("discount_factor: span in seconds must be a finite number, got nan"));
    for (const double elapsed : {-0.1, 1.1, nan}) {
        CHECK_THROWS_MATCHES(hw::spent_share(profile::even, elapsed), std::domain_error,
                             Message("spent_share: elapsed share of the build time must be between 0 and 1, got " +
                                     hw::detail::number_text(elapsed)));
    }
}

TEST_CASE("capital: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    const auto flow_of_one = hw::constant(usd / year);
    check_refusals([&](const auto& x) { return hw::spent_share(profile::even, x); }, {0.0, 0.5, 1.0}, {-1e-9, 1.0000001, nan, inf});
    check_refusals([&](const auto& x) { return hw::discount_factor(x, year); }, {-0.999999, 0.0, 9.0}, {-1.0, -2.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::discount_factor(0.08, x * second); }, {0.0, -1.0}, {nan, inf});
    check_refusals([&](const auto& x) { return hw::cost_of_delay(0.08, x * second); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::capital_present_value(usd, x * year, profile::even, 0.08); }, {0.0, 1000.0}, {-1e-9, 1000.000001, nan, inf});
    check_refusals([&](const auto& x) { return hw::capital_present_value(x * usd, year, profile::even, 0.08); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::present_value(flow_of_one, hw::between(start_date, after_years(x)), 0.08, start_date); }, {0.0, 1.0}, {1000.1, 2000.0});
}

}  // namespace
