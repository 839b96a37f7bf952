// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/simulate_updated.hpp>

#include <string>

#include "catch.hpp"
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

constexpr auto ax = hw::assumption<"ax">(hw::normal(10.0, 2.0), "a test");
constexpr auto ay = hw::assumption<"ay">(hw::normal(5.0, 1.0), "a test");
constexpr auto lin = hw::forecast(hw::inputs(ax, ay), [](const auto& in) { return in[ax] + 2.0 * in[ay]; });
constexpr auto start = hw::assumption<"start">(hw::uniform(hw::date(2027y / 1 / 1), hw::date(2027y / 2 / 1)), "a test");
constexpr auto shipping = hw::forecast(hw::inputs(start), [](const auto& in) { return in[start]; });
constexpr auto price = hw::assumption<"price">(hw::uniform(4.0 * million_usd, 5.0 * million_usd), "a test");
constexpr auto cost = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto five = [](const auto&) { return 5.0; };

template <class Updated>
void refused(const Updated& updated, const char* words, const hw::simulation& options = {}) {
    CHECK_THROWS_MATCHES(hw::simulate(updated, options), std::domain_error, MessageMatches(ContainsSubstring(words)));
}
template <class... Observations>
void accepted(const Observations&... observations) {
    CHECK_NOTHROW(hw::simulate(lin.updated(observations...), {.draws = 20'000}));
}

}  // namespace

TEST_CASE("observations that contradict each other are refused by name, though many draws have weight") {
    const auto contradicting =
        lin.updated(hw::observed(ax, 5.0, hw::normal_error(0.05)), hw::observed(ax, 15.0, hw::normal_error(0.05)));
    refused(contradicting,
            "updated: what was observed contradicts the model or another observation: ", {.draws = 100'000});
    refused(contradicting, "observed 5 where they give ", {.draws = 100'000});
    refused(contradicting, ", 15 where they give ", {.draws = 100'000});
    refused(contradicting, "additive_error(student_t(...))", {.draws = 100'000});
    // Only what is missed is named.
    const auto one = lin.updated(hw::observed(10.0 + 2.0 * 5.0, hw::normal_error(2.0)),
                                 hw::observed(five, 6.0, hw::normal_error(0.1)));
    refused(one, "1e-12, below 1e-6: observed 6 where they give 5; check");
    // The shards are not judged, the whole is.
    const hw::simulation half{.draws = 100'000, .shard = {0, 2}};
    const auto first = hw::simulate(contradicting, half);
    const auto other_half = hw::simulate(contradicting, {.draws = 100'000, .shard = {1, 2}});
    CHECK_THROWS_MATCHES(hw::merge(first, other_half), std::domain_error, MessageMatches(ContainsSubstring("contradicts")));
    // Dates and quantities.
    refused(shipping.updated(hw::observed(2028y / 1 / 1, hw::normal_error(40.0 * day))),
            "observed 2028-01-01 where they give 2027-01-");
    refused(cost.updated(hw::observed(12e6 * usd, hw::log_error(0.1))),
            "observed 12.00 million USD where they give 4.");
}

TEST_CASE("what is refused is what the errors give with a probability below 1e-6") {
    // Two-sided normal tails: 1.59e-6 at 4.8, 7.4e-7 at 4.95.
    accepted(hw::observed(five, 5.0 + 4.8, hw::normal_error(1.0)));
    refused(lin.updated(hw::observed(five, 5.0 + 4.95, hw::normal_error(1.0))), "7.4e-07, below 1e-6");
    refused(lin.updated(hw::observed(five, 5.0 * hw::exp(-0.495), hw::log_error(0.1))), "7.4e-07, below 1e-6");
    // Fisher's of two at 3.6: 1.7e-6; at 4.0: 8.2e-8. Each alone could be.
    const auto off_by = [](double z) { return hw::observed(five, 5.0 + z, hw::normal_error(1.0)); };
    accepted(off_by(3.6), off_by(-3.6));
    accepted(off_by(4.0));
    refused(lin.updated(off_by(4.0), off_by(-4.0)),
            "8.2e-08, below 1e-6: observed 9 where they give 5, 1 where they give 5");
    // One that is missed is not hidden by others that are met.
    refused(lin.updated(off_by(0.0), off_by(0.1), off_by(-0.1), off_by(6.0)), "below 1e-6: observed 11 where");
}

TEST_CASE("honest outliers, errors of one sign and of long tails are not refused") {
    accepted(hw::observed(10.0 + 10.0 + 4.0 * 2.83, hw::normal_error(4.0)));  // four standard deviations of the belief
    accepted(hw::observed(five, 5.0 + 20.0, hw::additive_error(hw::student_t(4, 0.0, 1.0))));
    accepted(hw::observed(ax, 10.0, hw::additive_error(hw::gamma(1.0, 0.5))));
    accepted(hw::observed(ax, 10.5, hw::uniform(-1.0, 1.0)), hw::observed(ax, 9.0, hw::uniform(-1.0, 1.0)));
}
