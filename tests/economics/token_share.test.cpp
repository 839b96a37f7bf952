// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/token_share.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

#include <headway/trend/steps.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto start = start_date;
/// The stack's share starts at 0.8 and its odds halve every two years.
constexpr auto free_share = hw::substitution(start, 0.8, hw::halves_every(2.0 * year));
static_assert(close(free_share(start + 4.0 * year), 0.5));

constexpr auto one = [](double access, double elasticity) {
    return hw::token_share(hw::token_demand("all", 5.0 * trillion_tokens / day, free_share, access, elasticity));
};
// Unrestricted, the free share; denied, nothing, whatever goes to the rival.
static_assert(close(one(1.0, 0.5)(start), 0.8) && close(one(1.0, 0.5)(start + 4.0 * year), 0.5));
static_assert(one(0.0, 0.5)(start) == 0.0 && one(0.0, 0.5).rival(start) == 1.0);
static_assert(one(1.0, 0.5).forgone(start) == 0.0);
// Half let through: 0.4 on the stack; of the 0.4 denied a quarter goes to the rival, which had 0.2.
static_assert(close(one(0.5, 0.25)(start), 0.4 / 0.7) && close(one(0.5, 0.25).rival(start), 0.3 / 0.7));
static_assert(close(one(0.5, 0.25).forgone(start), 0.3));
static_assert(close(one(0.5, 1.0)(start), 0.4) && one(0.5, 1.0).forgone(start) == 0.0);
static_assert(close(one(0.5, 0.0)(start), 0.4 / 0.6));
static_assert(close(one(0.5, 0.25).flow(start).denied().in(trillion_tokens / day), 1.5));
static_assert(close(one(0.5, 0.25).flow(start).stack().in(trillion_tokens / day), 2.0));
static_assert(close(one(0.5, 0.25).flow(start).rival().in(trillion_tokens / day), 1.5));

// Two groups, one of them denied; access and demand may be trends.
constexpr auto ban = hw::steps(1.0, hw::point(start + year, 0.0));
constexpr auto world = hw::token_share(hw::token_demand("open", 0.6, free_share, 1, 0.5),
                                       hw::token_demand("denied", 0.4, free_share, ban, 1.0));
static_assert(close(world(start), 0.8));
static_assert(close(world(start + year), 0.6 * free_share(start + year)));
static_assert(world.flow(start).stack() == world.flow(start).on_stack);

static_assert(hw::share_let_through(3.0 * chip, 4.0 * chip) == 0.75);
static_assert(hw::share_let_through(5.0 * chip, 4.0 * chip) == 1.0);
static_assert(hw::share_let_through(__builtin_huge_val() * chip, 4.0 * chip) == 1.0);
static_assert(hw::share_let_through(0, 4) == 0.0);

// At a quarter of the performance, with elasticity 1, odds of 4 become even.
static_assert(close(hw::with_handicap(free_share, 0.25, 1)(start), 0.5));
static_assert(close(hw::with_handicap(free_share, 0.25, 0.5)(start), 2.0 / 3.0));
static_assert(close(hw::with_handicap(free_share, 0.25, 0)(start), 0.8));
static_assert(close(hw::with_handicap(free_share, 1.0, 2)(start), 0.8));
static_assert(close(hw::with_handicap(free_share, ban + 0.25, 1)(start + year), free_share(start + 5.0 * year)));

TEST_CASE("the shares sum to one, and what is demanded is run or forgone") {
    for (const double access : {0.0, 0.01, 0.5, 0.99, 1.0}) {
        for (const double elasticity : {0.0, 0.3, 1.0}) {
            for (double years = 0.0; years < 12.0; years += 1.3) {
                const auto t = start + years * year;
                const auto share = one(access, elasticity);
                CHECK_THAT(share(t) + share.rival(t), WithinAbs(1.0, 1e-15));
                const auto flow = share.flow(t);
                CHECK_THAT((flow.stack() + flow.rival() + flow.denied()).in(trillion_tokens / day),
                           WithinRel(5.0, 1e-14));
            }
        }
    }
}

TEST_CASE("every argument moves the share its way") {
    const auto t = start + year;
    CHECK(one(0.6, 0.5)(t) > one(0.5, 0.5)(t));
    CHECK(one(0.5, 0.6)(t) < one(0.5, 0.5)(t));
    CHECK(one(0.5, 0.6).rival(t) > one(0.5, 0.5).rival(t));
    CHECK(one(0.5, 0.6).forgone(t) < one(0.5, 0.5).forgone(t));
    CHECK(one(0.5, 0.5)(t) > one(0.5, 0.5)(t + year));
    const auto mixed = [&](double open) {
        return hw::token_share(hw::token_demand("open", open, free_share, 1, 0.5),
                               hw::token_demand("denied", 1.0, free_share, 0, 0.5))(t);
    };
    CHECK(mixed(2.0) > mixed(1.0));
    CHECK(hw::with_handicap(free_share, 0.5, 1)(t) < hw::with_handicap(free_share, 0.6, 1)(t));
    CHECK(hw::with_handicap(free_share, 0.5, 2)(t) < hw::with_handicap(free_share, 0.5, 1)(t));
    CHECK(hw::share_let_through(2.0 * chip, 4.0 * chip) > hw::share_let_through(1.0 * chip, 4.0 * chip));
    CHECK(hw::share_let_through(2.0 * chip, 4.0 * chip) > hw::share_let_through(2.0 * chip, 5.0 * chip));
}

TEST_CASE("token shares run on every number type") {
    const auto share_at = [](const auto& x) {
        const auto s = hw::substitution(start, 0.3 + 0.5 * x, hw::falls_by_factor(1.0 + x, year));
        return hw::token_share(hw::token_demand("open", 1.0 + x, s, 1, 0.5),
                               hw::token_demand("held back", x, hw::with_handicap(s, 1.0 - 0.5 * x, 1.0 + x), x, x));
    };
    const auto t = start + 2.0 * year;
    check_number_types([&](const auto& x) { return share_at(x)(t); }, 0.1, 0.9);
    check_number_types([&](const auto& x) { return share_at(x).rival(t); }, 0.1, 0.9);
    check_number_types([&](const auto& x) { return share_at(x).forgone(t); }, 0.1, 0.9);
    check_number_types([](const auto& x) { return hw::share_let_through(x * chip, 2.0 * chip); }, 0.1, 1.9);
}

TEST_CASE("shares of what cannot be are refused by the group's name") {
    const double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::token_demand("tier 2", 1.0, free_share, 1, 1.5), std::domain_error,
                         Message("token_demand: elasticity of tier 2 must be between 0 and 1, got 1.5"));
    CHECK_THROWS_MATCHES(one(1.2, 0.5)(start), std::domain_error,
                         Message("token_demand: access of all must be between 0 and 1, got 1.2"));
    CHECK_THROWS_MATCHES(hw::token_share(hw::token_demand("all", 1.0, hw::constant(-0.1), 1, 0))(start),
                         std::domain_error,
                         Message("token_demand: share of the stack of all must be between 0 and 1, got -0.1"));
    CHECK_THROWS_MATCHES(hw::token_share(hw::token_demand("all", -1.0, free_share, 1, 0))(start), std::domain_error,
                         Message("token_demand: demand of all must be finite and >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::share_let_through(-1, 2), std::domain_error,
                         Message("share_let_through: what is allowed must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::share_let_through(nan, 2), std::domain_error,
                         Message("share_let_through: what is allowed must be >= 0, got nan"));
    CHECK_THROWS_MATCHES(hw::share_let_through(1, 0), std::domain_error,
                         Message("share_let_through: what is demanded must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::with_handicap(free_share, 0.5, -1), std::domain_error,
                         Message("with_handicap: elasticity of choice must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::with_handicap(free_share, 0.0, 1)(start), std::domain_error,
                         Message("with_handicap: relative performance must be > 0, got 0"));
}

TEST_CASE("token_share: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::token_demand("all", 1.0, hw::constant(0.5), 1, x); }, {0.0, 0.5, 1.0}, {-1e-9, 1.0000001, nan});
    check_refusals([&](const auto& x) { return hw::token_demand("all", 1.0, hw::constant(x), 1, 0).flow(start); }, {0.0, 0.5, 1.0}, {-1e-9, 1.0000001});
    check_refusals([&](const auto& x) { return hw::token_demand("all", 1.0, hw::constant(0.5), x, 0).flow(start); }, {0.0, 0.5, 1.0}, {-1e-9, 1.0000001});
    check_refusals([&](const auto& x) { return hw::token_demand("all", x, hw::constant(0.5), 1, 0).flow(start); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::token_demand("all", hw::as_trend([x](const auto&) { return x; }), hw::constant(0.5), 1, 0).flow(start); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::token_demand("all", 1.0, hw::as_trend([x](const auto&) { return x; }), 1, 0).flow(start); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::share_let_through(x, 2.0); }, {0.0, 1.0, inf}, {-1e-9, nan});
    check_refusals([&](const auto& x) { return hw::share_let_through(1.0, x); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::with_handicap(hw::constant(0.5), 0.5, x); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::with_handicap(hw::constant(0.5), x, 1)(start); }, {1e-9, 1.0}, {0.0, -1.0});
}

}  // namespace
