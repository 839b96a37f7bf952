// SPDX-License-Identifier: BSL-1.0
#include <headway/history/sahal_check.hpp>

#include "../catch.hpp"
#include "../reference/history_fits.hpp"

#include <cstdint>

#include <headway/quantity/units.hpp>

namespace hw = headway;
namespace golden = reference::history;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using hw::current_period;

namespace {

template <class Unit>
auto yearly(const std::vector<double>& numbers, const Unit& unit) {
    std::vector<hw::observation<std::remove_const_t<Unit>>> rows;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        rows.emplace_back(hw::date(1970y / 1 / 1) + static_cast<double>(i) * year, numbers[i] * unit);
    }
    return hw::observations(rows);
}

class noise {
  public:
    double operator()() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return hw::normal_quantile((static_cast<double>(state_ >> 33) + 0.5) * 0x1p-31);
    }

  private:
    std::uint64_t state_ = 7;
};

TEST_CASE("the identity of Sahal against the reference") {
    const auto r = hw::sahal_check(
        yearly({500, 410, 365, 260, 235, 190, 160, 148}, usd),
        hw::cumulated(yearly({10, 18, 26, 60, 75, 150, 210, 260}, chip), 40.0 * chip, current_period::included));
    CHECK(r.size == 8);
    CHECK_THAT(r.cost.rate_per_second(), WithinRel(golden::sahal_cost, 1e-13));
    CHECK_THAT(r.output.rate_per_second(), WithinRel(golden::sahal_output, 1e-13));
    CHECK_THAT(r.learning.exponent(), WithinRel(golden::wright_exponent, 1e-13));
    CHECK_THAT(r.discrepancy.rate_per_second(), WithinRel(golden::sahal_discrepancy, 1e-10));
    CHECK_THAT(r.discrepancy.rate_per_second(),
               WithinRel(r.cost.rate_per_second() - r.expected.rate_per_second(), 1e-10));
    REQUIRE(r.testable);
    CHECK_THAT(r.discrepancy_per_error(), WithinRel(golden::sahal_t, 1e-10));
    CHECK_THAT(r.p_value, WithinRel(golden::sahal_p, 1e-10));
    CHECK_THAT(r.in_words(), ContainsSubstring("no sign that cost moved with time beyond what experience explains"));
    CHECK_THAT(r.residual_autocorrelation, WithinRel(golden::wright_lag1, 1e-11));
}

TEST_CASE("the check of Sahal's identity warns of wandering costs") {
    std::vector<double> costs;
    std::vector<double> output;
    for (int i = 0; i < 40; ++i) {
        output.push_back(100.0 + 20.0 * i * i);
        costs.push_back(1e5 / output.back() * (i < 15 || i > 25 ? 2.0 : 1.0));
    }
    const auto r =
        hw::sahal_check(yearly(costs, usd), hw::cumulative_output(yearly(output, chip), current_period::included));
    CHECK(r.residual_autocorrelation > 0.5);
    CHECK_THAT(r.in_words(), ContainsSubstring("; caution: neighbouring observations err alike"));
}

TEST_CASE("steady output leaves nothing to test, and the identity holds by construction") {
    std::vector<double> costs;
    std::vector<double> output;
    noise random;
    for (int i = 0; i < 12; ++i) {
        output.push_back(100.0 * hw::exp2(i));
        costs.push_back(1e3 * hw::exp(-0.3 * i + 0.1 * random()));
    }
    const auto r =
        hw::sahal_check(yearly(costs, usd), hw::cumulative_output(yearly(output, chip), current_period::included));
    CHECK_FALSE(r.testable);
    CHECK(r.p_value == 1.0);
    CHECK(r.discrepancy_per_error() == 0.0);
    CHECK_THAT(r.expected.rate_per_second(), WithinRel(r.cost.rate_per_second(), 1e-12));
    CHECK_THAT(r.in_words(), ContainsSubstring("cannot be told apart"));
}

TEST_CASE("the test of Sahal's identity raises false alarms as often as it says, and finds a drift in time") {
    // 2000 data sets: the share of p < 0.1 has a standard error of 0.0067; 4.5 of them are a false alarm of 1 in 150 000,
    // and the seed is fixed.
    noise random;
    int alarms = 0;
    int found = 0;
    for (int set = 0; set < 2000; ++set) {
        std::vector<double> costs;
        std::vector<double> drifting;
        std::vector<double> output;
        for (int i = 0; i < 9; ++i) {
            output.push_back(100.0 + 20.0 * i * i);
            costs.push_back(1e3 * hw::exp(-0.4 * hw::log(output.back()) + 0.1 * random()));
            drifting.push_back(costs.back() * hw::exp(-0.6 * i));
        }
        const hw::cumulative_output made(yearly(output, chip), current_period::excluded);
        alarms += hw::sahal_check(yearly(costs, usd), made).p_value < 0.1 ? 1 : 0;
        found += hw::sahal_check(yearly(drifting, usd), made).p_value < 0.1 ? 1 : 0;
    }
    CHECK_THAT(alarms / 2000.0, WithinAbs(0.1, 0.03));
    CHECK(found > 1800);
}

TEST_CASE("what cannot be checked is refused or said") {
    const auto made = [](const std::vector<double>& q) {
        return hw::cumulative_output(yearly(q, chip), current_period::included);
    };
    CHECK_THROWS_MATCHES(hw::sahal_check(yearly({5, 4, 3}, usd), made({1, 2, 4})), std::domain_error,
                         Message("sahal_check: at least 4 observations are needed, got 3; give more"));
    CHECK_THROWS_AS(hw::sahal_check(yearly({5, 4, 3, 2}, usd), made({1, 1, 1, 1})), std::domain_error);
    CHECK_THROWS_AS(hw::sahal_check(yearly({5, 4, 3, 2}, usd), made({1, 2, 3})), std::domain_error);
    CHECK_THROWS_AS(hw::sahal_check(yearly({5, 4, 3, -2}, usd), made({1, 2, 3, 4})), std::domain_error);
    // Costs exactly on a curve: no error to measure a discrepancy by.
    const auto exact = hw::sahal_check(yearly({8, 4, 2, 1}, usd), made({1, 2, 4, 8}));
    CHECK(exact.steady_output);
    CHECK_FALSE(exact.testable);
    CHECK(exact.p_value == 1.0);
    CHECK(exact.discrepancy_per_error() == 0.0);
    const auto constant = hw::sahal_check(yearly({8, 8, 8, 8}, usd), made({1, 2, 4, 9}));
    CHECK_FALSE(constant.testable);
    CHECK_FALSE(constant.steady_output);
    CHECK(constant.discrepancy_per_error() == 0.0);
    CHECK(constant.p_value == 1.0);
    CHECK_THAT(constant.in_words(), ContainsSubstring("costs lie on the experience curve exactly"));
    CHECK(constant.cost.rate_per_second() == 0.0);
}

}  // namespace
