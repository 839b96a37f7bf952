// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/weighted_difference.hpp>

#include <cmath>
#include <memory>
#include <vector>

#include "catch.hpp"

namespace hw = headway;
using Catch::Matchers::WithinRel;

namespace {

std::shared_ptr<const hw::detail::run_identity> run_of(std::size_t draws) {
    auto run = std::make_shared<hw::detail::run_identity>();
    run->draws = draws;
    run->draws_per_replicate = draws;
    run->covered.push_back({0, draws});
    return run;
}
hw::detail::weighted_record record(const std::vector<double>& values, const std::vector<double>& weights) {
    std::vector<double> surprises;
    for (const double w : weights) surprises.push_back(-std::log(w));
    const auto run = run_of(values.size());
    return {hw::detail::draw_record(run, hw::detail::kept_column(values, 0.0)),
            std::make_shared<const hw::detail::draw_weights>(run, hw::detail::kept_column(surprises, 0.0))};
}

}  // namespace

TEST_CASE("a difference of weighted means by hand") {
    // Weights 1, 1/2, 1/2: means (1 + 1 + 2) / 2 = 2 and (2 + 2 + 0.5) / 2 = 2.25.
    const std::vector<double> w{1.0, 0.5, 0.5};
    const hw::weighted_difference<double> d(record({1.0, 2.0, 4.0}, w), record({2.0, 4.0, 1.0}, w));
    CHECK_THAT(d.mean(), WithinRel(-0.25, 1e-14));
    // Moves, of shares 1/2, 1/4, 1/4: -0.5 + 0.125, 0 - 0.4375, 0.5 + 0.3125; 8/3 draws of equal weight.
    const double squares = 0.375 * 0.375 + 0.4375 * 0.4375 + 0.8125 * 0.8125;
    CHECK_THAT(d.standard_error(), WithinRel(std::sqrt(squares * 8.0 / 5.0), 1e-13));
    CHECK_THAT(d.probability_below(), WithinRel(0.75, 1e-14));
    CHECK_THAT(d.probability_above(), WithinRel(0.25, 1e-14));
    CHECK(d.probability_equal() == 0.0);
    CHECK(d.beats(hw::better::lower).probability == d.probability_below());
}

TEST_CASE("the share in which both happen is one of the weight") {
    constexpr double not_at_all = hw::no_limit;
    const std::vector<double> w{1.0, 0.5, 0.5};
    const auto share = [](const hw::detail::weighted_record& a, const hw::detail::weighted_record& b) {
        return hw::weighted_difference<double>(a, b).probability_both_happen();
    };
    CHECK_THAT(share(record({1.0, not_at_all, 4.0}, w), record({2.0, 4.0, 1.0}, w)), WithinRel(0.75, 1e-14));
    CHECK_THAT(share(record({1.0, not_at_all, 4.0}, w), record({not_at_all, not_at_all, 1.0}, w)), WithinRel(0.25, 1e-14));
    CHECK(share(record({1.0, 2.0, 4.0}, w), record({2.0, 4.0, 1.0}, {1.0, 1.0, 1.0})) == 1.0);
    CHECK_THROWS_AS(share(record({1.0, not_at_all, 4.0}, w), record({2.0, 4.0, 1.0}, {1.0, 1.0, 1.0})), std::domain_error);
}

TEST_CASE("weights that differ leave a difference of means and no pairs") {
    const hw::weighted_difference<double> d(record({1.0, 2.0}, {1.0, 1.0}), record({1.0, 2.0}, {1.0, 0.5}));
    CHECK_THAT(d.mean(), WithinRel(1.5 - 4.0 / 3.0, 1e-13));
    CHECK_THROWS_AS(d.probability_below(), std::domain_error);
    CHECK_THROWS_AS(d.beats(hw::better::higher), std::domain_error);
}
