// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/levy.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b) { return hw::abs(a - b) <= 1e-14 * hw::abs(b); }

// By law: a duty of 25 % on a price of 100 is paid by the buyer, a share of revenue of 15 % by the seller.
constexpr auto duty = hw::duty_on_price(0.25);
constexpr auto share = hw::share_of_revenue(0.15);
static_assert(duty.price_to_buyer(100.0 * usd) == 125.0 * usd && duty.proceeds_of_seller(100.0 * usd) == 100.0 * usd);
static_assert(duty.revenue_of_state(100.0 * usd) == 25.0 * usd);
static_assert(share.price_to_buyer(100.0 * usd) == 100.0 * usd && share.proceeds_of_seller(100.0 * usd) == 85.0 * usd);
static_assert(close(share.revenue_of_state(100.0 * usd).in(usd), 15.0));
static_assert(close((duty + share).revenue_of_state(100.0 * usd).in(usd), 40.0));
// A share is a number or a percentage.
static_assert(hw::duty_on_price(25.0 * percent).duty() == 0.25 &&
              close(hw::share_of_revenue(15.0 * percent).share_of_revenue(), 0.15));
static_assert(duty.price_to_buyer(100.0, 40.0 * percent) == duty.price_to_buyer(100.0, 0.4) &&
              duty.revenue_of_state(100.0, 40.0 * percent) == duty.revenue_of_state(100.0, 0.4));
// Passed on in full, the seller keeps what it asked: 100 / 0.85 to the buyer; not at all, the buyer pays that, and the seller
// is left with 100 / 1.25.
static_assert(close(duty.price_to_buyer(100.0, 1), 125.0) && close(duty.proceeds_of_seller(100.0, 1), 100.0));
static_assert(close(duty.price_to_buyer(100.0, 0), 100.0) && close(duty.proceeds_of_seller(100.0, 0), 80.0));
static_assert(close(share.price_to_buyer(100.0, 1), 100.0 / 0.85) && close(share.proceeds_of_seller(100.0, 1), 100.0));
static_assert(close(share.price_to_buyer(100.0, 0), 100.0) && close(share.proceeds_of_seller(100.0, 0), 85.0));
static_assert(close(duty.price_to_buyer(100.0, 0.4), 110.0) && close(duty.proceeds_of_seller(100.0, 0.4), 88.0));
// Levies on one base add up, and none is none.
static_assert((duty + duty).duty() == 0.5 && (share + hw::share_of_revenue(0.10)).share_of_revenue() == 0.25);
static_assert(hw::levy<double>().price_to_buyer(7.0 * usd / chip, 0.3) == 7.0 * usd / chip);
static_assert(hw::levy<double>().revenue_of_state(7.0 * usd / chip) == 0.0 * usd / chip);
static_assert(close(hw::duty_on_price(1.45).price_to_buyer(100.0 * usd).in(usd), 245.0));  // above the price itself

TEST_CASE("what the buyer pays is what seller and state get, whoever bears it") {
    for (const double d : {0.0, 0.1, 0.25, 1.5}) {
        for (const double r : {0.0, 0.15, 0.6}) {
            const auto both = hw::duty_on_price(d) + hw::share_of_revenue(r);
            const double whole = (1.0 + d) / (1.0 - r);
            double before = 0.0;
            for (const double part : {0.0, 0.25, 0.5, 1.0}) {
                const double paid = both.price_to_buyer(30e3, part);
                const double kept = both.proceeds_of_seller(30e3, part);
                // The state has the duty on the price before it, and the share of that price.
                const double untaxed = paid / (1.0 + d);
                CHECK_THAT(both.revenue_of_state(30e3, part) + 1.0, WithinRel(untaxed * (d + r) + 1.0, 1e-12));
                CHECK_THAT(kept, WithinRel(untaxed * (1.0 - r), 1e-13));
                CHECK_THAT(paid, WithinRel(30e3 * (1.0 + part * (whole - 1.0)), 1e-14));
                CHECK(paid >= before);
                before = paid;
            }
            CHECK_THAT(both.proceeds_of_seller(30e3, 1.0), WithinRel(30e3, 1e-14));
            CHECK_THAT(both.price_to_buyer(30e3), WithinRel(30e3 * (1.0 + d), 1e-15));
        }
    }
}

TEST_CASE("levies in every number type, each argument moves the result") {
    check_number_types([](auto d) { return hw::duty_on_price(d).price_to_buyer(d * 0.0 + 3.0); }, 0.01, 0.5);
    check_number_types([](auto d) { return hw::duty_on_price(d).proceeds_of_seller(3.0, 0.5) + 0.0 * d; }, 0.01, 0.5);
    check_number_types([](auto r) { return hw::share_of_revenue(r).price_to_buyer(3.0, 0.5); }, 0.01, 0.5);
    check_number_types([](auto r) { return hw::share_of_revenue(r).proceeds_of_seller(3.0); }, 0.01, 0.5);
    check_number_types([](auto p) { return (duty + share).revenue_of_state(3.0, p); }, 0.01, 0.99);
    check_number_types([](auto p) { return (duty + share).revenue_of_state(p, 0.5); }, 1.0, 9.0);
    const auto taxed = hw::batch::generate([](int i) { return i % 3 == 0 ? 1.0 : 0.0; });
    const auto chosen = hw::select(taxed > 0.5, duty, share).price_to_buyer(100.0);
    for (int i = 0; i < hw::batch::size; ++i) CHECK(hw::value_at(chosen, i) == (i % 3 == 0 ? 125.0 : 100.0));
}

TEST_CASE("levies that make no sense are refused in words") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([](const auto& x) { return hw::duty_on_price(x); }, {0.0, 0.25, 2.0}, {-1e-9, nan, inf});
    check_refusals([](const auto& x) { return hw::share_of_revenue(x); }, {0.0, 0.15, 0.999}, {-1e-9, 1.0, 1.2, nan});
    check_refusals([](const auto& x) { return duty.price_to_buyer(x); }, {0.0, 100.0}, {-1.0, nan, inf});
    check_refusals([](const auto& x) { return duty.proceeds_of_seller(x); }, {0.0, 100.0}, {-1.0, nan, inf});
    check_refusals([](const auto& x) { return duty.price_to_buyer(1.0, x); }, {0.0, 1.0}, {-1e-9, 1.0 + 1e-9, nan});
    check_refusals([](const auto& x) { return hw::share_of_revenue(0.5) + hw::share_of_revenue(x); }, {0.0, 0.49},
                   {0.5, 0.7});
    CHECK_THROWS_MATCHES(
        hw::share_of_revenue(1.5), std::domain_error,
        Message("share_of_revenue: share of revenue that the state takes must be a share of at least 0 and "
                "below 1, got 1.5"));
    CHECK_THROWS_MATCHES(hw::duty_on_price(-0.25), std::domain_error,
                         Message("duty_on_price: duty as a share of the price must be >= 0, got -0.25"));
    CHECK_THROWS_MATCHES(duty.price_to_buyer(1.0, 25), std::domain_error,
                         Message("price_to_buyer: part that is passed on must be between 0 and 1, got 25"));
}

}  // namespace
