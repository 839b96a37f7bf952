// SPDX-License-Identifier: BSL-1.0
#include <headway/history/break_test.hpp>

#include "../catch.hpp"

using Catch::Matchers::Message;

namespace {

TEST_CASE("the test of a break in words") {
    headway::break_test test{12.3, 0.001, 999, 20.0, 15.5, {}};
    CHECK(test.in_words() ==
          "the data speak for a break (p <= 0.001 over all dates, F 12.3; with it BIC is lower by 15.5)");
    test.p_value = 0.05;
    CHECK(test.in_words() ==
          "the data speak for a break (p = 0.05 over all dates, F 12.3; with it BIC is lower by 15.5)");
    test.p_value = 0.3;
    test.bic_gain = -3.2;
    test.caution = "caution: so";
    CHECK(test.in_words() ==
          "the data do without a break (p = 0.3 over all dates, F 12.3; with it BIC is higher by 3.2); caution: so");
    test.date_is_known = true;
    CHECK(test.in_words() ==
          "the data do without a break (p = 0.3 on the known date, F 12.3; with it BIC is higher by 3.2); caution: so");
}

}  // namespace
