// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/outcome_check.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/belief/makers.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto share = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });
constexpr auto price = hw::forecast(hw::inputs(x), [](const auto& in) { return (1.0 + in[x]) * million_usd; });
constexpr auto when = hw::forecast(hw::inputs(x), [](const auto& in) {
    return hw::select(in[x] < 0.75, hw::date(2030y / 1 / 1) + in[x] * year, hw::date::never());
});
constexpr hw::simulation options{.draws = 10'000, .seed = 4};

}  // namespace

TEST_CASE("statistics of a uniform share are what they must be") {
    const auto out = hw::simulate(share, options);
    CHECK(hw::mean_is(out, 0.5, hw::standard_errors(4.0)));
    CHECK(hw::median_is(out, 0.5, hw::standard_errors(4.0)));
    CHECK(hw::quantile_is(out, 0.9, 0.9, hw::standard_errors(4.0)));
    CHECK(hw::median_is(out, 0.5, 0.03));
    CHECK(hw::median_is(out, 0.5, 4.0 * percent));
    CHECK(hw::probability_below_is(out, 0.25, 0.25, hw::standard_errors(4.0)));
    CHECK(hw::probability_above_is(out, 0.25, 0.75, 0.02));
    CHECK(hw::probability_never_is(out, 0.0, 0.0));
    CHECK(!hw::mean_is(out, 0.52, hw::standard_errors(4.0)));
    CHECK(!hw::median_is(out, 0.55, 0.03));
    CHECK(!hw::median_is(out, 0.55, 4.0 * percent));
    CHECK(!hw::probability_below_is(out, 0.25, 0.3, 0.02));
}

TEST_CASE("a difference equal to the tolerance is within it") {
    const auto sure = hw::forecast(hw::inputs(x), [](const auto& in) { return 0.0 * in[x] - 2.0; });
    const auto out = hw::simulate(sure, {.draws = 100});
    CHECK(hw::mean_is(out, -2.25, 0.25));
    CHECK(!hw::mean_is(out, -2.25, 0.2499));
    CHECK(hw::mean_is(out, -2.0, 0.0));
    CHECK(hw::mean_is(out, -2.0, hw::standard_errors(0.0)));
    CHECK(hw::mean_is(out, -1.6, 25.0 * percent));  // a share of the size, whatever the sign
    CHECK(!hw::mean_is(out, -1.6, 24.0 * percent));
}

TEST_CASE("a failure says what, by how much and in which direction") {
    const auto out = hw::simulate(price, options);
    const auto report = hw::median_is(out, 2.0 * million_usd, 0.1 * million_usd);
    CHECK(!report);
    CHECK_THAT(report.text(), ContainsSubstring("the median is 1.") && ContainsSubstring(" million USD (standard error ") &&
                                  ContainsSubstring("), expected: 2.000 million USD within 100.0 thousand USD; it is ") &&
                                  ContainsSubstring(" thousand USD too low"));
    CHECK_THAT(to_text(hw::median_is(out, 1.5 * million_usd, 0.1 * million_usd)),
               ContainsSubstring("as expected: 1.500 million USD within 100.0 thousand USD"));
    CHECK_THAT(hw::mean_is(out, 1.0 * million_usd, hw::standard_errors(3.0)).text(),
               ContainsSubstring("the mean is") && ContainsSubstring("within 3 standard errors; it is ") && ContainsSubstring(" too high"));
    CHECK_THAT(hw::quantile_is(out, 0.05, 1.0 * million_usd, 1.0 * percent).text(), ContainsSubstring("the 5 % quantile is"));
}

TEST_CASE("a tolerance below the noise of the simulation is pointed out") {
    const auto out = hw::simulate(share, {.draws = 100, .seed = 4});
    CHECK_THAT(hw::mean_is(out, 0.7, 0.001).text(), ContainsSubstring("draw more, or allow more"));
    CHECK_THAT(hw::mean_is(out, 0.9, 0.2).text(), !ContainsSubstring("draw more"));
}

TEST_CASE("dates are early or late, and never is a date") {
    const auto out = hw::simulate(when, options);
    CHECK(hw::median_is(out, 2030y / 7 / 2, 1.0 * month));
    CHECK_THAT(hw::median_is(out, 2031y / 7 / 2, 1.0 * month).text(), ContainsSubstring("too early"));
    CHECK_THAT(hw::median_is(out, 2029y / 7 / 2, std::chrono::days(30)).text(), ContainsSubstring("too late"));
    CHECK(hw::quantile_is(out, 0.9, hw::date::never(), 1.0 * month));
    CHECK(!hw::quantile_is(out, 0.9, 2030y / 7 / 2, 1.0 * month));
    CHECK_THAT(hw::quantile_is(out, 0.9, 2030y / 7 / 2, 1.0 * month).text(), ContainsSubstring("never-ending too late"));
    CHECK(hw::probability_never_is(out, 0.25, hw::standard_errors(4.0)));
}

TEST_CASE("a right value misses three standard errors about as rarely as it should") {
    // 400 seeds: expected 1.1 misses; more than 7 by chance once in 30 000.
    int misses = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        misses += hw::mean_is(hw::simulate(share, {.draws = 500, .seed = seed}), 0.5, hw::standard_errors(3.0)) ? 0 : 1;
    }
    CHECK(misses <= 7);
}

TEST_CASE("tolerances and values that cannot be are refused") {
    const auto out = hw::simulate(share, options);
    CHECK_THROWS_WITH(hw::mean_is(out, 0.5, -0.1), ContainsSubstring("tolerance must be >= 0"));
    CHECK_THROWS_WITH(hw::mean_is(out, 0.5, __builtin_nan("")), ContainsSubstring("tolerance must be >= 0"));
    CHECK_THROWS_WITH(hw::mean_is(out, 0.5, hw::standard_errors(-1.0)), ContainsSubstring("tolerance must be >= 0"));
    CHECK_THROWS_WITH(hw::mean_is(out, __builtin_nan(""), 0.1), ContainsSubstring("expected value must be a number"));
}

TEST_CASE("no number of standard errors holds what the draws cannot tell") {
    const auto few = hw::simulate(share, {.draws = 100});
    const auto report = hw::quantile_is(few, 0.9999, 0.5, hw::standard_errors(3.0));
    CHECK(!report);
    CHECK_THAT(report.text(), ContainsSubstring("these draws cannot tell how far it is off: draw more"));
    CHECK(hw::quantile_is(few, 0.9999, 0.9, 0.5));
}
