// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/model_evidence.hpp>

#include <cmath>

#include "catch.hpp"
#include <headway/belief/makers.hpp>
#include <headway/inference/conjugate_update.hpp>
#include <headway/inference/simulate_updated.hpp>

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto fall = hw::assumption<"fall">(hw::lognormal(4.0, 0.3), "a test");
constexpr auto slow = hw::assumption<"slow fall">(hw::lognormal(2.0, 0.2), "a test");
constexpr auto fast_model = hw::forecast(hw::inputs(fall), [](const auto& in) { return in[fall]; });
constexpr auto slow_model = hw::forecast(hw::inputs(slow), [](const auto& in) { return in[slow]; });
constexpr auto seen = hw::observed(2.5, hw::log_error(0.2));

}  // namespace

TEST_CASE("an interval of an evidence is Student's where few scramblings tell its error") {
    // t of 7 degrees of freedom at 95 %: 2.364624251593; of infinitely many 1.959963984540.
    const hw::model_evidence few{std::log(2.0), 0.1, 7, 7.0};
    CHECK_THAT(few.interval(0.95).high, WithinRel(2.0 * std::exp(0.2364624251593), 1e-10));
    CHECK_THAT(few.interval(0.95).low, WithinRel(2.0 * std::exp(-0.2364624251593), 1e-10));
    const hw::model_evidence many{std::log(2.0), 0.1, 7};
    CHECK_THAT(many.interval(0.95).high, WithinRel(2.0 * std::exp(0.1959963984540), 1e-10));
    CHECK_THROWS_AS(few.interval(1.0), std::domain_error);
    // Welch and Satterthwaite of two alike: twice the degrees of freedom; t of 14 is 2.144786687917.
    const auto factor = hw::bayes_factor(few, few);
    CHECK_THAT(factor.degrees_of_freedom, WithinRel(14.0, 1e-12));
    CHECK_THAT(factor.interval(0.95).high, WithinRel(std::exp(2.144786687917 * std::sqrt(0.02)), 1e-10));
    CHECK(hw::bayes_factor(many, many).degrees_of_freedom > 1e300);
    const auto sobol =
        hw::simulate(fast_model.updated(seen), {.draws = 8192, .seed = 1, .method = hw::method::sobol}).evidence();
    CHECK(sobol.degrees_of_freedom == 7.0);
}

TEST_CASE("the evidences of two models compare them, with an error that holds the exact ratio") {
    const auto fast = hw::simulate(fast_model.updated(seen), {.draws = 50'000, .seed = 1}).evidence();
    const auto slower = hw::simulate(slow_model.updated(seen), {.draws = 50'000, .seed = 1}).evidence();
    const auto factor = hw::bayes_factor(slower, fast);
    const auto exact =
        hw::bayes_factor(hw::conjugate_update(hw::lognormal(2.0, 0.2), 2.5, hw::log_error(0.2)).evidence,
                         hw::conjugate_update(hw::lognormal(4.0, 0.3), 2.5, hw::log_error(0.2)).evidence);
    // Lognormals of log sd sqrt(0.08) about log 2 and sqrt(0.13) about log 4, at log 2.5.
    const double a = std::log(1.25);
    const double b = std::log(2.5 / 4.0);
    CHECK_THAT(exact.log_value,
               WithinRel(-0.5 * a * a / 0.08 + 0.5 * b * b / 0.13 + 0.5 * std::log(0.13 / 0.08), 1e-13));
    CHECK(exact.log_standard_error == 0.0);
    CHECK(std::abs(factor.log_value - exact.log_value) < 4.0 * factor.log_standard_error);
    CHECK(factor.log_standard_error < 0.02);
    CHECK_THAT(factor.standard_error(), WithinRel(factor.value() * factor.log_standard_error, 1e-15));
    CHECK_THAT(exact.probability_of_first(), WithinRel(exact.value() / (1.0 + exact.value()), 1e-13));
    CHECK_THAT(exact.probability_of_first(0.2), WithinRel(exact.value() * 0.25 / (1.0 + exact.value() * 0.25), 1e-13));
    CHECK(exact.probability_of_first(0.0) == 0.0);
    CHECK(exact.probability_of_first(1.0) == 1.0);
    // The same observed value with an error of another kind is the same observation.
    const auto added = hw::simulate(fast_model.updated(hw::observed(2.5, hw::normal_error(0.5)))).evidence();
    CHECK_NOTHROW(hw::bayes_factor(added, fast));
}

TEST_CASE("evidences of different observations have no ratio") {
    const auto one = hw::simulate(fast_model.updated(seen)).evidence();
    const auto other = hw::simulate(fast_model.updated(hw::observed(2.6, hw::log_error(0.2)))).evidence();
    const auto both = hw::simulate(fast_model.updated(seen, hw::observed(2.6, hw::log_error(0.2)))).evidence();
    for (const auto& e : {other, both}) {
        CHECK_THROWS_MATCHES(
            hw::bayes_factor(one, e), std::domain_error,
            MessageMatches(ContainsSubstring("bayes_factor: the two models were updated by different observations")));
    }
    CHECK_THROWS_MATCHES(hw::bayes_factor(one, one).probability_of_first(1.5), std::domain_error,
                         MessageMatches(ContainsSubstring("must be between 0 and 1, got 1.5")));
    static_assert(hw::model_evidence{.log_value = -800.0}.value() == 0.0 ||
                  hw::model_evidence{.log_value = -800.0}.value() < 1e-300);
}
