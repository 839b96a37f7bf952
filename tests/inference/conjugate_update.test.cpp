// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/conjugate_update.hpp>

#include <limits>
#include <utility>

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/quantity/units.hpp>

#include "catch.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

// Values to 15 digits and more by reference/conjugate.py, in 40 digits.

TEST_CASE("a yearly factor seen over a year and a half, in closed form and at compile time") {
    constexpr auto decline =
        hw::conjugate_update(hw::lognormal(4.0, 0.3), hw::power_of_input(1.5), 6.0, hw::log_error(0.2));
    static_assert(decline.belief.shape() == hw::belief_shape::lognormal);
    static_assert(hw::abs(decline.belief.median() - 3.40805400304874) < 1e-12 * 3.4);
    CHECK_THAT(decline.belief.median(), WithinRel(3.40805400304874, 1e-12));
    CHECK_THAT(decline.belief.parameters()[1], WithinRel(0.121841539816034, 1e-12));
    CHECK_THAT(decline.evidence.value(), WithinRel(0.1138398772685407498396, 1e-12));
    CHECK(decline.evidence.log_standard_error == 0.0);
    // A growth seen as its inverse: the same with the exponent and the value turned round, each in its own unit of density.
    const auto inverse =
        hw::conjugate_update(hw::lognormal(4.0, 0.3), hw::power_of_input(-1.5), 1.0 / 6.0, hw::log_error(0.2));
    CHECK_THAT(inverse.belief.median(), WithinRel(3.40805400304874, 1e-12));
    CHECK_THAT(inverse.evidence.value(), WithinRel(0.1138398772685407498396 * 36.0, 1e-12));
}

TEST_CASE("normals with a normal error") {
    constexpr auto plain = hw::conjugate_update(hw::normal(2.0, 1.0), 5.0, hw::normal_error(0.5));
    static_assert(plain.belief.shape() == hw::belief_shape::normal);
    CHECK_THAT(plain.belief.mean(), WithinRel(4.4, 1e-14));
    CHECK_THAT(plain.belief.stddev(), WithinRel(0.447213595499957939282, 1e-14));
    CHECK_THAT(plain.evidence.value(), WithinRel(0.00974978243225589443302, 1e-13));
    // An error known to be 1 too high is 1 less observed.
    const auto biased = hw::conjugate_update(hw::normal(2.0, 1.0), 6.0, hw::additive_error(hw::normal(1.0, 0.5)));
    CHECK(biased.belief == plain.belief);
    // Spreads whose squares are no numbers.
    const auto wide = hw::conjugate_update(hw::normal(0.0, 1e200), 1.0, hw::normal_error(1e-200));
    CHECK(wide.belief.mean() == 1.0);
    CHECK(wide.belief.parameters()[1] == 1e-200);
    const auto sure = hw::conjugate_update(hw::normal(3.0, 1e-200), 1e3, hw::normal_error(1e200));
    CHECK(sure.belief.mean() == 3.0);
    CHECK(sure.belief.parameters()[1] == 1e-200);

    const auto cost = hw::conjugate_update(hw::normal(2.0 * million_usd, 1.0 * million_usd), 5.0 * million_usd,
                                           hw::normal_error(0.5 * million_usd));
    CHECK_THAT(cost.belief.mean().in(million_usd), WithinRel(4.4, 1e-12));
    // Per USD, as evidence is per base unit.
    CHECK_THAT(cost.evidence.value(), WithinRel(0.00974978243225589443302e-6, 1e-12));

    const auto ships = hw::conjugate_update(hw::normal(hw::date(2027y / 1 / 1), 100.0 * day), hw::date(2027y / 3 / 1),
                                            hw::normal_error(100.0 * day));
    CHECK(ships.belief.median() == hw::date(2027y / 1 / 1) + 29.5 * day);
    CHECK_THAT(ships.belief.stddev().in(day), WithinRel(70.7106781186547524400844, 1e-12));
}

TEST_CASE("flat and truncated beliefs stay within their ends") {
    constexpr auto flat = hw::conjugate_update(hw::uniform(2.0, 4.0), 5.0, hw::normal_error(0.5));
    CHECK(flat.belief.support() == std::pair(2.0, 4.0));
    CHECK_THAT(flat.belief.mean(), WithinRel(3.813392315664980190891, 1e-12));
    CHECK_THAT(flat.belief.stddev(), WithinRel(0.1690255032291446216642, 1e-11));
    CHECK_THAT(flat.evidence.value(), WithinRel(0.01137506548079578108129, 1e-12));
    const auto cut = hw::conjugate_update(hw::truncated(hw::lognormal(4.0, 0.3), 3.0, 5.0), 5.0, hw::log_error(0.5));
    CHECK_THAT(cut.belief.mean(), WithinRel(4.01226621186820577069, 1e-12));
    CHECK_THAT(cut.belief.stddev(), WithinRel(0.5402063656695074998262, 1e-11));
    CHECK_THAT(cut.evidence.value(), WithinRel(0.1370176160063140086666, 1e-12));
    const auto logs = hw::conjugate_update(hw::log_uniform(1.0, 100.0), 5.0, hw::log_error(0.5));
    CHECK(logs.belief.shape() == hw::belief_shape::truncated);
    CHECK_THAT(logs.belief.mean(), WithinRel(5.668822991800053240133, 1e-11));
    CHECK_THAT(logs.evidence.value(), WithinRel(0.0434015025541499961985, 1e-11));
}

TEST_CASE("successes in trials and events in an exposure") {
    constexpr auto share = hw::conjugate_update(hw::beta(2, 3), hw::successes_in_trials(7, 10));
    CHECK(share.belief == hw::beta(9, 6));
    CHECK_THAT(share.evidence.value(), WithinRel(0.0799200799200799200799, 1e-13));
    CHECK(hw::conjugate_update(hw::uniform(0.0, 1.0), hw::successes_in_trials(0, 0)).belief == hw::beta(1, 1));
    // Of 5 trials each count is as probable before.
    CHECK_THAT(hw::conjugate_update(hw::uniform(0.0, 1.0), hw::successes_in_trials(3, 5)).evidence.value(),
               WithinRel(1.0 / 6.0, 1e-14));
    const auto rate = hw::conjugate_update(hw::gamma(3.0, 2.0 / year), hw::events_in_exposure(12, 3.0 * year));
    CHECK_THAT(rate.belief.mean().in(1.0 / year), WithinRel(15.0 * 2.0 / 7.0, 1e-13));
    CHECK(rate.belief.parameters()[0] == 15.0);
    CHECK_THAT(rate.evidence.value(), WithinRel(0.04172398654786007548394, 1e-13));
    const auto plain = hw::conjugate_update(hw::gamma(3.0, 2.0), hw::events_in_exposure(0, 3.0));
    CHECK_THAT(plain.evidence.value(), WithinRel(1.0 / 343.0, 1e-14));
}

TEST_CASE("what has no closed form is refused and shown the way") {
    const auto refused = [](auto update, const char* words) {
        CHECK_THROWS_MATCHES(update(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    refused(
        [] { return hw::conjugate_update(hw::pert(1.0, 2.0, 3.0), 2.0, hw::normal_error(0.5)); },
        "there is a closed form for normals and uniforms, truncated ones among them, got pert; simulate(f.updated(");
    refused([] { return hw::conjugate_update(hw::normal(1.0, 2.0), 2.0, hw::log_error(0.5)); },
            "there is a closed form for lognormals and log_uniforms");
    refused(
        [] { return hw::conjugate_update(hw::normal(1.0, 2.0), 2.0, hw::additive_error(hw::student_t(4, 0.0, 1.0))); },
        "there is a closed form for normal errors, normal_error(...), got student_t");
    refused(
        [] {
            return hw::conjugate_update(hw::mixture({hw::normal(1.0, 2.0), 0.5}, {hw::normal(3.0, 1.0), 0.5}), 2.0,
                                        hw::normal_error(0.5));
        },
        "got mixture");
    refused(
        [] { return hw::conjugate_update(hw::lognormal(4.0, 0.3), hw::power_of_input(0.0), 6.0, hw::log_error(0.2)); },
        "exponent must be finite and not 0, got 0");
    refused([] { return hw::conjugate_update(hw::beta(2, 3, 0.0, 2.0), hw::successes_in_trials(1, 2)); },
            "betas and the uniform on 0 to 1");
    refused([] { return hw::conjugate_update(hw::beta(2, 3), hw::successes_in_trials(3, 2)); },
            "successes must be at most as many as trials, got 3 of 2");
    refused([] { return hw::conjugate_update(hw::beta(2, 3), hw::successes_in_trials(1.5, 2)); },
            "successes must be a whole number >= 0, got 1.5");
    refused([] { return hw::conjugate_update(hw::gamma(2.0, 3.0), hw::events_in_exposure(-1, 2.0)); },
            "events must be a whole number >= 0, got -1");
    refused([] { return hw::conjugate_update(hw::gamma(2.0, 3.0), hw::events_in_exposure(1, 0.0)); },
            "exposure must be > 0 and finite, got 0");
    refused([] { return hw::conjugate_update(hw::lognormal(2.0, 3.0), hw::events_in_exposure(1, 1.0)); },
            "gammas, got lognormal");
    refused(
        [] {
            return hw::conjugate_update(hw::normal(1.0, 2.0), std::numeric_limits<double>::quiet_NaN(),
                                        hw::normal_error(0.5));
        },
        "observed: the value must be a finite number, got nan");
}
