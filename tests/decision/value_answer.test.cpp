// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/value_answer.hpp>

#include "catch.hpp"

#include <limits>
#include <sstream>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using money = hw::quantity<hw::dim::money>;
using answer = hw::value_answer<double, money>;

namespace {

answer::question asked(hw::varied how = hw::varied::value) {
    return {"decline",         how,   "the median", 5.0 * million_usd, 2.0, 7.0, 1.0 * million_usd,
            9.0 * million_usd, false, 1000};
}
const hw::found_value<double, money> plain{3.5, 3.5, 0.02, false, 5.0 * million_usd, 5.0 * million_usd};

}  // namespace

TEST_CASE("what was found is told in a sentence") {
    const answer one(asked(), {plain});
    CHECK(one.value() == 3.5);
    CHECK(one.standard_error() == 0.02);
    CHECK(one.text() == "The median is 5.00 million USD where decline is 3.5 (standard error 0.02).");
    std::ostringstream out;
    out << one;
    CHECK(out.str() == one.text());
    CHECK(
        answer(asked(hw::varied::scaled), {plain}).text() ==
        "The median is 5.00 million USD where the median of decline, its belief scaled, is 3.5 (standard error 0.02).");

    auto exact = plain;
    exact.standard_error = 0.0;
    auto unknown = plain;
    unknown.standard_error = std::numeric_limits<double>::infinity();
    auto jump = plain;
    jump.jumps = true;
    jump.from = 4.0 * million_usd;
    jump.to = 6.0 * million_usd;
    auto stretch = exact;
    stretch.until = 4.25;
    CHECK(answer(asked(), {exact, unknown, jump, stretch}).text() ==
          "The median is 5.00 million USD where decline is 3.5, 3.5 (standard error unknown), 3.5 (where it jumps from "
          "4.00 "
          "million USD to 6.00 million USD) or from 3.5 to 4.25.");
}

TEST_CASE("the error of a value is told in its unit, that of a date in days") {
    using found = hw::found_value<money, money>;
    using money_answer = hw::value_answer<money, money>;
    const money_answer::question of_money{"cost", hw::varied::value, "the median", 5.0 * million_usd, 1.0 * usd, 9.0 * million_usd,
                                          1.0 * million_usd, 9.0 * million_usd, false, 1000};
    const auto text = [&](const money& value, const money& error) {
        return money_answer(of_money, {found{value, value, error, false, 5.0 * million_usd, 5.0 * million_usd}}).text();
    };
    CHECK_THAT(text(77.3 * million_usd, 0.254 * million_usd), ContainsSubstring("is 77.3 million USD (standard error 0.25 million USD)."));
    CHECK_THAT(text(-2.0 * billion_usd, 3e3 * usd), ContainsSubstring("billion USD (standard error 3e-06 billion USD)."));
    CHECK_THAT(text(0.0 * usd, 2e3 * usd), ContainsSubstring("is 0 USD (standard error 2.0 thousand USD)."));
    const hw::date when = 2027y / 1 / 1;
    const hw::value_answer<hw::date, money> dated(
        {"start", hw::varied::value, "the median", 5.0 * million_usd, when, when, 1.0 * million_usd, 9.0 * million_usd, false, 1000},
        {{when, when, 2.5 * day, false, 5.0 * million_usd, 5.0 * million_usd}});
    CHECK_THAT(dated.text(), ContainsSubstring("is 2027-01-01 (standard error 2.5 days)."));
}

TEST_CASE("none and several have no single value") {
    const answer none(asked(), {});
    CHECK(none.none());
    CHECK(none.text() ==
          "No value of decline between 2 and 7 makes the median 5.00 million USD: it is from 1.00 million USD to "
          "9.00 million USD there.");
    CHECK_THROWS_WITH(none.value(),
                      "value_for: " + none.text() + " Give a wider range, value_range(low, high), or another target");
    CHECK(answer(asked(hw::varied::shifted), {}).text() ==
          "No value of the median of decline, its belief shifted, from 2 to 7 makes the median 5.00 million USD: it is "
          "from 1.00 "
          "million USD to 9.00 million USD there.");
    const answer two(asked(), {plain, plain});
    CHECK(two.several());
    CHECK_THROWS_WITH(two.standard_error(), ContainsSubstring("Take them one by one"));

    auto share = hw::value_answer<double, double>::question{
        "decline", hw::varied::value, "the probability of never", 0.5, 2.0, 7.0, 0.1, 0.4, true, 1000};
    CHECK(hw::value_answer<double, double>(share, {}).text() ==
          "No value of decline between 2 and 7 makes the probability of never 50 %: it is from 10 % to 40 % there.");
}
