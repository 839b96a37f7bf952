// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/probability_report.hpp>

#include "catch.hpp"

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a probability outside the bounds that the draws allow is shown or refuted, inside undecided") {
    // 45 of 50 at 95 %: between 0.8012 and 0.9598.
    const hw::holds_report held({45}, {50}, {}, {});
    CHECK(hw::probability_report(held, 0.80, 0.95).verdict() == hw::verdict::shown);
    CHECK(hw::probability_report(held, 0.80, 0.95));
    CHECK(hw::probability_report(held, 0.81, 0.95).verdict() == hw::verdict::undecided);
    CHECK(hw::probability_report(held, 0.95, 0.95).verdict() == hw::verdict::undecided);
    CHECK(hw::probability_report(held, 0.96, 0.95).verdict() == hw::verdict::refuted);
    CHECK_FALSE(hw::probability_report(held, 0.96, 0.95));
    CHECK(hw::probability_report(held, 0.81, 0.95).probability() == 0.81);
    CHECK(hw::probability_report(held, 0.81, 0.95).confidence() == 0.95);
    CHECK(hw::probability_report(held, 0.81, 0.95).held().satisfied() == 45);
}

TEST_CASE("how many draws would decide a borderline case") {
    // 1.2 z^2 (p (1 - p) + q (1 - q)) / 2 / (p - q)^2 with z = 2.326 for 99 %
    const hw::probability_report report(hw::holds_report({870}, {1000}, {}, {}), 0.86, 0.99);
    CHECK_THAT(report.text(), ContainsSubstring(", about 7600 draws would decide it;"));
}

TEST_CASE("probabilities are told in six digits, bounds in four") {
    // Clopper and Pearson at 98.7654321 %: quantiles of beta(870, 131) and beta(871, 130), computed with mpmath.
    const hw::probability_report report(hw::holds_report({870}, {1000}, {}, {}), 0.8612345678, 0.987654321);
    CHECK_THAT(report.text(), ContainsSubstring("of at least 86.1235 % is borderline: with 98.7654 % confidence it lies between 84.42 % and 89.3 %"));
}

TEST_CASE("a probability of 0 or 1 is no question for draws") {
    const hw::holds_report held({45}, {50}, {}, {});
    CHECK_THROWS_WITH(hw::probability_report(held, 1.0, 0.95), ContainsSubstring("ask holds_always"));
    CHECK_THROWS_WITH(hw::probability_report(held, 0.0, 0.95), ContainsSubstring("ask holds_always"));
    CHECK_THROWS_WITH(hw::probability_report(held, __builtin_nan(""), 0.95), ContainsSubstring("got nan"));
    CHECK_THROWS_WITH(hw::probability_report(held, 0.5, 1.0), ContainsSubstring("confidence must be between 0 and 1"));
}
