// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/conformal.hpp>

#include "../catch.hpp"

#include <cstdint>
#include <vector>

#include <headway/quantity/units.hpp>
#include <headway/scoring/forecast_method.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

class uniforms {
  public:
    explicit uniforms(std::uint64_t seed) : state_(seed) {}
    double operator()() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return (static_cast<double>(state_ >> 33) + 0.5) * 0x1p-31;
    }

  private:
    std::uint64_t state_;
};

TEST_CASE("the bound is the error of rank ceil((n + 1) level)") {
    std::vector<double> errors;
    for (int i = 1; i <= 19; ++i) errors.push_back(0.01 * ((i * 7) % 20));  // 0.01 to 0.19, in disorder
    CHECK(hw::conformal_quantile(errors, 0.5) == 0.01 * 10);
    CHECK(hw::conformal_quantile(errors, 0.9) == 0.01 * 18);
    CHECK(hw::conformal_quantile(errors, 0.91) == 0.01 * 19);
    CHECK(hw::conformal_quantile(errors, 0.95) == 0.01 * 19);
    CHECK(hw::conformal_quantile({0.3}, 0.5) == 0.3);
    // (n + 1) level is whole for each of these, whatever rounding makes of it.
    for (int n = 9; n <= 999; n += 10) {
        std::vector<double> all;
        for (int i = 1; i <= n; ++i) all.push_back(i);
        for (int tenths = 1; tenths <= 9; ++tenths) {
            CHECK(hw::conformal_quantile(all, tenths / 10.0) == (n + 1) / 10 * tenths);
        }
    }
}

TEST_CASE("the next error lies below as often as the theorem says, whatever the distribution") {
    // 20 000 sets of n errors with a tail so heavy that they have no mean; the share of next errors below has a standard error
    // of at most 0.0036; 4.5 of them are a false alarm of 1 in 150 000.
    uniforms u(1);
    const auto error = [&] { return 1.0 / u() - 1.0; };
    for (const auto& [n, level] : {std::pair{19, 0.9}, {20, 0.9}, {12, 0.5}, {9, 0.9}, {30, 0.8}, {4, 0.8}}) {
        constexpr int sets = 20'000;
        int below = 0;
        for (int set = 0; set < sets; ++set) {
            std::vector<double> errors;
            for (int i = 0; i < n; ++i) errors.push_back(error());
            below += error() <= hw::conformal_quantile(errors, level) ? 1 : 0;
        }
        const double share = below / static_cast<double>(sets);
        const double slack = 4.5 * hw::sqrt(level * (1.0 - level) / sets);
        INFO("n " << n << ", level " << level << ", share " << share);
        CHECK(share >= level - slack);
        CHECK(share <= level + 1.0 / (n + 1.0) + slack);
    }
}

TEST_CASE("intervals of a method that is wrong hold the next value all the same") {
    // Values without a trend, each with a factor of its own from a skewed distribution; the method believes in a value of 3 and
    // a narrow lognormal. Its own 90 % interval holds few of them.
    uniforms u(5);
    const hw::forecast_method wrong(
        "three", [](const auto&) { return [](const hw::date&) { return hw::lognormal(3.0, 0.05); }; });
    int held = 0;
    int held_by_its_own = 0;
    constexpr int sets = 4000;
    for (int set = 0; set < sets; ++set) {
        std::vector<hw::observation<double>> rows;
        for (int i = 0; i < 21; ++i) rows.emplace_back(hw::date(2000y / 1 / 1) + i * year, 1.0 / hw::sqrt(u()));
        const double next = 1.0 / hw::sqrt(u());
        const auto errors = hw::hindcast_errors(hw::observations(rows), {.first_known = 1, .steps = 1}, wrong);
        held += hw::conformal_interval(errors, 0.9, 3.0).contains(next) ? 1 : 0;
        const auto own = hw::lognormal(3.0, 0.05);
        held_by_its_own += own.quantile(0.05) <= next && next <= own.quantile(0.95) ? 1 : 0;
    }
    // 20 errors: between 0.9 and 0.9 + 1/21; the standard error is 0.0047.
    CHECK(held >= (0.9 - 0.021) * sets);
    CHECK(held <= (0.9 + 1.0 / 21.0 + 0.021) * sets);
    CHECK(held_by_its_own < 0.3 * sets);
}

TEST_CASE("an interval from a hindcast of many series") {
    // Random walks of a noise of 0.2 that the forecaster must estimate from 5 increments: of normal errors the interval is near
    // that of the Student-t which he states.
    uniforms u(7);
    hw::hindcast_record record(5, hw::independent_increments);
    for (int series = 0; series < 400; ++series) {
        std::vector<hw::observation<hw::quantity<hw::dim::money>>> rows;
        double y = 0.0;
        for (int i = 0; i < 8; ++i) {
            rows.emplace_back(hw::date(2000y / 1 / 1) + i * year, hw::exp(y) * usd);
            y += -0.1 + 0.2 * hw::normal_quantile(u());
        }
        record.add(hw::hindcast(hw::observations(rows), 5, hw::independent_increments));
    }
    const auto interval = hw::conformal_interval(record, 2, 0.9, 10.0 * usd);
    CHECK(interval.level == 0.9);
    CHECK_THAT(interval.low * interval.high / (10.0 * usd) / (10.0 * usd), WithinRel(1.0, 1e-12));
    // Two steps ahead: 0.2·√(2 + 4/5) = 0.335 and a normal factor of 1.645; the quantile's standard error is about 0.02.
    CHECK_THAT(hw::log(interval.high.in(usd) / 10.0), WithinAbs(0.2 * hw::sqrt(2.8) * 1.6449, 0.08));
    CHECK_THROWS_MATCHES(hw::conformal_interval(record, 4, 0.9, 10.0 * usd), std::domain_error,
                         Message("conformal_interval: steps must be a horizon of the hindcast, got 4"));
    CHECK_THROWS_AS(hw::conformal_interval(record, 2, 0.9, -10.0 * usd), std::domain_error);
}

TEST_CASE("too few errors for a level, and what is no error, are refused in words") {
    const std::vector<double> eight(8, 0.1);
    CHECK_THROWS_MATCHES(
        hw::conformal_quantile(eight, 0.9), std::domain_error,
        Message("conformal_quantile: a level of 0.9 needs at least 9 errors, got 8; ask for a lower level, or "
                "give more"));
    CHECK(hw::conformal_quantile(std::vector<double>(9, 0.1), 0.9) == 0.1);
    CHECK_THROWS_MATCHES(
        hw::conformal_quantile({}, 0.5), std::domain_error,
        Message("conformal_quantile: a level of 0.5 needs at least 1 errors, got 0; ask for a lower level, or "
                "give more"));
    CHECK_THROWS_AS(hw::conformal_quantile(std::vector<double>(18, 0.1), 0.95), std::domain_error);
    CHECK(hw::conformal_quantile(std::vector<double>(19, 0.1), 0.95) == 0.1);
    CHECK_THROWS_MATCHES(hw::conformal_quantile(eight, 1.0), std::domain_error,
                         Message("conformal_quantile: level must be between 0 and 1 (0.9 for a 90 % interval), got 1"));
    CHECK_THROWS_MATCHES(hw::conformal_quantile({0.1, -0.2}, 0.5), std::domain_error,
                         Message("conformal_quantile: each error must be >= 0, got -0.2"));
    CHECK_THROWS_AS(hw::conformal_quantile({0.1, __builtin_nan("")}, 0.5), std::domain_error);
}

}  // namespace
