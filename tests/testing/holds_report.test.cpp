// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/holds_report.hpp>

#include "catch.hpp"

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

TEST_CASE("a report holds where every draw does") {
    const hw::holds_report all({50}, {50}, {}, {});
    CHECK(all);
    CHECK(all.satisfied() == 50);
    CHECK(all.draws() == 50);
    CHECK(all.share() == 1.0);
    CHECK(all.worst() == nullptr);
    CHECK(all.probability_at_most(0.95) == 1.0);
    // 0.05^(1/50)
    CHECK_THAT(all.probability_at_least(0.95), WithinAbs(0.941844920883028, 1e-13));
    CHECK(all.text() == "holds in 50 of 50 draws (100 %, so with 95 % confidence in at least 94.1845 %)");
    const hw::holds_report most({45}, {50}, {}, {});
    CHECK(!most);
    CHECK(most.text() == "holds in 45 of 50 draws (90 %, standard error 4.2 %)");
}

TEST_CASE("the bounds of a probability are those of Clopper and Pearson") {
    // k = 45 of n = 50 at 95 %, one-sided: quantiles of beta(45, 6) and beta(46, 5), computed with mpmath.
    const hw::holds_report report({45}, {50}, {}, {});
    CHECK_THAT(report.probability_at_least(0.95), WithinAbs(0.801166997483582, 1e-13));
    CHECK_THAT(report.probability_at_most(0.95), WithinAbs(0.959763409597885, 1e-13));
    CHECK(hw::holds_report({0}, {50}, {}, {}).probability_at_least(0.95) == 0.0);
    CHECK_THROWS_WITH(report.probability_at_least(1.0), ContainsSubstring("confidence must be between 0 and 1"));
}

TEST_CASE("the standard error of one run is binomial, of several scramblings that of their weighted mean") {
    CHECK_THAT(hw::holds_report({45}, {50}, {}, {}).standard_error(), WithinAbs(0.0424264068711929, 1e-15));
    CHECK_THAT(hw::holds_report({40, 50}, {50, 50}, {}, {}).standard_error(), WithinAbs(0.1, 1e-15));
    CHECK_THAT(hw::holds_report({10, 10, 30}, {10, 20, 40}, {}, {}).standard_error(), WithinAbs(0.112938487863156, 1e-15));
    CHECK(hw::holds_report({10, 10, 30}, {10, 20, 40}, {}, {}).share() == 50.0 / 70.0);
}
