// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/yield.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "fab.hpp"

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr bool close(double a, double b, double relative = 1e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

static_assert(close(hw::poisson_yield(0.5), 0.6065306597126334));
static_assert(close(hw::murphy_yield(0.5), 0.6192724869847019));
static_assert(close(hw::seeds_yield(0.5), 0.6666666666666666));
static_assert(close(hw::negative_binomial_yield(0.5, 2), 0.64));
static_assert(close(hw::poisson_yield(0.5), reference::poisson_half));
static_assert(close(hw::murphy_yield(0.5), reference::murphy_half));
static_assert(close(hw::seeds_yield(0.5), reference::seeds_half));
static_assert(close(hw::negative_binomial_yield(0.5, 2.0), reference::negative_binomial_half_2));
static_assert(close(hw::murphy_yield(20), reference::murphy_20));

// Defects per cm2 on mm2: the units are reckoned with.
constexpr auto density = 0.1 / cm2;
constexpr auto reticle = 814.0 * mm2;
static_assert(close(hw::defects_per_die(density, reticle), 0.814));
static_assert(close(hw::defects_per_die(0.001 / mm2, 8.14 * cm2), 0.814));
static_assert(close(hw::poisson_yield(density, reticle), reference::poisson_reticle));
static_assert(close(hw::murphy_yield(density, reticle), reference::murphy_reticle));
static_assert(close(hw::seeds_yield(density, reticle), reference::seeds_reticle));
static_assert(close(hw::negative_binomial_yield(density, reticle, 3), reference::negative_binomial_reticle_3));

// No defects, no loss.
static_assert(hw::poisson_yield(0) == 1.0 && hw::murphy_yield(0) == 1.0 && hw::seeds_yield(0) == 1.0);
static_assert(hw::negative_binomial_yield(0, 2) == 1.0 && hw::negative_binomial_yield(0.0 / cm2, reticle, 0.5) == 1.0);
static_assert(hw::murphy_yield(density, 0.0 * mm2) == 1.0);
// Next to it, the first-order loss is x for every model.
constexpr double tiny = 0x1p-40;
static_assert(close((1.0 - hw::murphy_yield(tiny)) / tiny, reference::murphy_loss_tiny, 1e-3));
static_assert(close((1.0 - hw::negative_binomial_yield(tiny, 2)) / tiny, 1.0, 1e-3));

TEST_CASE("a yield lies between 0 and 1, falls in the defects and rises with their clustering") {
    double before[4] = {2.0, 2.0, 2.0, 2.0};
    for (const double x : {0.0, 1e-15, 1e-9, 1e-5, 0.99e-4, 1.01e-4, 0.01, 0.3, 1.0, 3.0, 10.0, 100.0}) {
        const double yields[4] = {hw::poisson_yield(x), hw::murphy_yield(x), hw::negative_binomial_yield(x, 2),
                                  hw::seeds_yield(x)};
        for (int i = 0; i < 4; ++i) {
            CHECK(yields[i] <= 1.0);
            CHECK(yields[i] > 0.0);
            CHECK((x < 1e-14 || yields[i] < before[i]));
            before[i] = yields[i];
            // from Poisson, none, to Seeds; rounding may hide it next to 0
            if (i > 0) CHECK(yields[i] >= yields[i - 1] * (1.0 - 1e-15));
        }
    }
}

TEST_CASE("the negative binomial is Seeds at 1 and goes to Poisson") {
    for (const double x : {0.01, 0.5, 2.0}) {
        CHECK_THAT(hw::negative_binomial_yield(x, 1), Catch::Matchers::WithinRel(hw::seeds_yield(x), 1e-14));
        CHECK_THAT(hw::negative_binomial_yield(x, 1e9), Catch::Matchers::WithinRel(hw::poisson_yield(x), 1e-8));
        CHECK(hw::negative_binomial_yield(x, 2) > hw::negative_binomial_yield(x, 3));
    }
}

TEST_CASE("Murphy's yield does not jump where its formula changes") {
    const double below = hw::murphy_yield(0.99999999e-4);
    const double above = hw::murphy_yield(1.00000001e-4);
    CHECK_THAT((below - above) / 2e-12, Catch::Matchers::WithinRel(1.0, 2e-3));
}

TEST_CASE("every argument counts") {
    CHECK(hw::defects_per_die(2.0 * density, reticle) > hw::defects_per_die(density, reticle));
    CHECK(hw::defects_per_die(density, 2.0 * reticle) > hw::defects_per_die(density, reticle));
    const auto falls_in_both = [](const auto& yield) {
        CHECK(yield(2.0 * density, reticle) < yield(density, reticle));
        CHECK(yield(density, 2.0 * reticle) < yield(density, reticle));
    };
    falls_in_both([](const auto& d, const auto& a) { return hw::poisson_yield(d, a); });
    falls_in_both([](const auto& d, const auto& a) { return hw::murphy_yield(d, a); });
    falls_in_both([](const auto& d, const auto& a) { return hw::seeds_yield(d, a); });
    falls_in_both([](const auto& d, const auto& a) { return hw::negative_binomial_yield(d, a, 2); });
}

TEST_CASE("yields run on every number type") {
    check_number_types([](const auto& x) { return hw::poisson_yield(x / cm2, 50.0 * mm2); }, 0.01, 3.0);
    check_number_types([](const auto& x) { return hw::murphy_yield(x / cm2, 50.0 * mm2); }, 0.01, 3.0);
    check_number_types([](const auto& x) { return hw::murphy_yield(x); }, 1e-6, 2e-4);
    check_number_types([](const auto& x) { return hw::seeds_yield(x); }, 0.01, 3.0);
    check_number_types([](const auto& x) { return hw::negative_binomial_yield(x, 2); }, 0.01, 3.0);
    check_number_types([](const auto& x) { return hw::negative_binomial_yield(1.5, x); }, 0.5, 9.0);
}

TEST_CASE("a yield of what cannot be is refused by name") {
    const double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::poisson_yield(-0.5), std::domain_error,
                         Message("poisson_yield: mean number of defects per die must be >= 0, got -0.5"));
    CHECK_THROWS_MATCHES(hw::murphy_yield(nan), std::domain_error,
                         Message("murphy_yield: mean number of defects per die must be >= 0, got nan"));
    CHECK_THROWS_MATCHES(hw::seeds_yield(-1), std::domain_error,
                         Message("seeds_yield: mean number of defects per die must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::negative_binomial_yield(-1, 2), std::domain_error,
                         Message("negative_binomial_yield: mean number of defects per die must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::negative_binomial_yield(1, 0), std::domain_error,
                         Message("negative_binomial_yield: clustering parameter must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::poisson_yield(1.0 / cm2, -1.0 * mm2), std::domain_error,
                         Message("poisson_yield: die area in nm2 must be >= 0, got -1e+12"));
    CHECK_THROWS_MATCHES(hw::defects_per_die(-1.0 / mm2, mm2), std::domain_error,
                         Message("defects_per_die: defect density per nm2 must be >= 0, got -1e-12"));
}

}  // namespace
