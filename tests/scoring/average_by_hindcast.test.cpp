// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/average_by_hindcast.hpp>

#include "../catch.hpp"
#include "../reference/stacking.hpp"

#include <cstdint>
#include <vector>

#include <headway/history/fit_broken_exponential.hpp>
#include <headway/history/fit_random_walk.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const hw::forecast_method line("exponential", [](const auto& past) { return hw::fit_exponential(past); });
const hw::forecast_method broken("broken", [](const auto& past) { return hw::fit_broken_exponential(past); });
const hw::forecast_method walk("random walk",
                               [](const auto& past) { return hw::fit_random_walk(past, hw::independent_increments); });

class noise {
  public:
    explicit noise(std::uint64_t seed) : state_(seed) {}
    double operator()() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return hw::normal_quantile((static_cast<double>(state_ >> 33) + 0.5) * 0x1p-31);
    }

  private:
    std::uint64_t state_;
};

hw::observations<double> every_month(const std::vector<double>& logs) {
    std::vector<hw::observation<double>> rows;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        rows.emplace_back(hw::date(2020y / 1 / 1) + static_cast<double>(i) * month, hw::exp(logs[i]));
    }
    return hw::observations(rows);
}

std::vector<double> weights_of(const auto& average) {
    std::vector<double> all;
    for (const auto& m : average.methods()) all.push_back(m.weight);
    return all;
}

TEST_CASE("stacking weights against a constrained optimum in 30 digits") {
    std::vector<std::vector<double>> log_density(4);
    for (int k = 0; k < 4; ++k) {
        for (int i = 0; i < 40; ++i) {
            const int whole =
                1 + (i * i * (k + 2) + 7 * i * k + 3 * k) % (k < 3 ? 17 : 11) + ((i + k) % 3 == 0 && k < 3 ? 6 : 0);
            log_density[static_cast<std::size_t>(k)].push_back(hw::log(whole));
        }
    }
    double log_score = 0.0;
    const auto methods = hw::detail::weigh_methods({"a", "b", "c", "d"}, log_density, log_score);
    double sum = 0.0;
    for (std::size_t k = 0; k < 4; ++k) {
        CHECK_THAT(methods[k].weight, WithinAbs(reference::stacking::weights[k], 1e-4));
        sum += methods[k].weight;
    }
    CHECK(methods[3].weight == 0.0);
    CHECK_THAT(sum, WithinRel(1.0, 1e-15));
    CHECK_THAT(-log_score, WithinAbs(reference::stacking::mean_log, 1e-9));
    // A common factor of all densities at an outcome changes nothing; a method alone has all weight.
    auto shifted = log_density;
    for (auto& row : shifted) row[5] -= 2000.0;
    const auto same = hw::detail::stacking_weights(shifted);
    for (std::size_t k = 0; k < 4; ++k) CHECK_THAT(same[k], WithinAbs(methods[k].weight, 1e-7));
    CHECK(hw::detail::stacking_weights({log_density[0]}) == std::vector{1.0});
    // One that takes an outcome for impossible is no reason to leave it out.
    auto impossible = log_density;
    impossible[2][7] = -hw::detail::infinity;
    CHECK(hw::detail::stacking_weights(impossible)[2] > 0.1);
    impossible[0][7] = impossible[1][7] = impossible[3][7] = -hw::detail::infinity;
    CHECK_THROWS_MATCHES(
        hw::detail::stacking_weights(impossible), std::domain_error,
        Message("average_by_hindcast: the outcome of forecast 8 was impossible by every method, so that no "
                "weights are better than others; add a method that allows for it"));
}

TEST_CASE("the model that made the data gets the weight, and the pool is the weighted sum") {
    noise errors(2);
    std::vector<double> with_break;
    std::vector<double> steady;
    std::vector<double> wandering;
    double y = 0.0;
    for (int i = 0; i < 36; ++i) {
        with_break.push_back(0.05 * i + (i > 15 ? 0.15 * (i - 15) : 0.0) + 0.05 * errors());
        steady.push_back(0.05 * i + 0.2 * errors());
    }
    for (int i = 0; i < 60; ++i) wandering.push_back(y += 0.05 + 0.2 * errors());
    const hw::hindcast_plan plan{.first_known = 20, .steps = 3};
    const hw::hindcast_plan next{.first_known = 20, .steps = 1};  // where a walk is known best
    const auto of_break = hw::average_by_hindcast(every_month(with_break), plan, line, broken, walk);
    const auto of_steady = hw::average_by_hindcast(every_month(steady), plan, line, broken, walk);
    const auto of_walk = hw::average_by_hindcast(every_month(wandering), next, line, broken, walk);
    CHECK(of_break.methods()[1].weight > 0.7);
    CHECK(of_steady.methods()[0].weight + of_steady.methods()[1].weight > 0.7);
    CHECK(of_walk.methods()[2].weight > 0.7);
    for (const auto* a : {&of_break, &of_steady, &of_walk}) {
        double sum = 0.0;
        double best = hw::detail::infinity;
        for (const auto& m : a->methods()) {
            sum += m.weight;
            best = hw::min(best, m.log_score);
            CHECK(m.weight >= 0.0);
        }
        CHECK_THAT(sum, WithinRel(1.0, 1e-15));
        CHECK(a->log_score() <= best + 1e-9);
        CHECK(a->forecasts() == (a == &of_walk ? 40 : 3 * 16 - 3));
    }
    CHECK(of_walk.methods()[0].name == "exponential");
    CHECK(of_walk.methods()[2].name == "random walk");

    // Each method's score by itself, and the pool's distribution from theirs.
    const auto data = every_month(wandering);
    double score = 0.0;
    int count = 0;
    for (std::size_t known = 20; known < 60; ++known) {
        const auto said =
            hw::fit_random_walk(data.window(0, known), hw::independent_increments).forecast(data[known].when);
        score -= hw::log(said.pdf(data[known].value) * data[known].value);
        ++count;
    }
    CHECK_THAT(of_walk.methods()[2].log_score, WithinRel(score / count, 1e-10));
    const hw::date later(2024y / 1 / 1);
    const auto pooled = of_steady.forecast(later);
    const auto w = weights_of(of_steady);
    const auto steady_data = every_month(steady);
    for (const double x : {3.0, 10.0, 20.0}) {
        const double expected =
            w[0] * hw::fit_exponential(steady_data).prediction(later).cdf(x) +
            w[1] * hw::fit_broken_exponential(steady_data).forecast(later).cdf(x) +
            w[2] * hw::fit_random_walk(steady_data, hw::independent_increments).forecast(later).cdf(x);
        CHECK_THAT(pooled.cdf(x), WithinAbs(expected, 1e-12));
    }
    // Two that say the same share: whatever the split, the pool and its score are those of one.
    const auto twice = hw::average_by_hindcast(data, next, line, walk, walk);
    const auto once = hw::average_by_hindcast(data, next, line, walk);
    CHECK_THAT(twice.log_score(), WithinAbs(once.log_score(), 1e-8));
    CHECK_THAT(twice.methods()[1].weight + twice.methods()[2].weight, WithinAbs(once.methods()[1].weight, 1e-3));
}

TEST_CASE("an average that cannot be made is refused in words") {
    const auto data = every_month({0.0, 0.1, 0.25, 0.3, 0.45, 0.5, 0.62, 0.7});
    CHECK_THROWS_MATCHES(hw::average_by_hindcast(data, {.first_known = 4, .steps = 1}, line, broken), std::domain_error,
                         Message("average_by_hindcast: method \"broken\" on the first 4 observations: "
                                 "fit_broken_exponential: at least 6 observations are needed, got 4; give more"));
    CHECK_THROWS_MATCHES(
        hw::average_by_hindcast(data, {.first_known = 7, .steps = 2}, line, walk), std::domain_error,
        Message("average_by_hindcast: at least 2 forecasts are needed to weigh methods by, got 1; lower "
                "first_known, or give more observations"));
    CHECK_THROWS_AS(hw::average_by_hindcast(data, {.first_known = 8, .steps = 1}, line), std::domain_error);
    CHECK_THROWS_AS(hw::average_by_hindcast(data, {.steps = 1}, line), std::domain_error);
    CHECK_THROWS_AS(hw::average_by_hindcast(data, {.first_known = 4}, line), std::domain_error);
    const hw::observations<double> with_zero{{2020y / 1 / 1, 1.0}, {2021y / 1 / 1, 0.0}, {2022y / 1 / 1, 2.0}};
    CHECK_THROWS_AS(hw::average_by_hindcast(with_zero, {.first_known = 1, .steps = 1}, line), std::domain_error);
    // A sure forecast has no density to be scored by.
    const hw::forecast_method sure("sure",
                                   [](const auto&) { return [](const hw::date&) { return hw::exactly(1.0); }; });
    CHECK_THROWS_AS(hw::average_by_hindcast(data, {.first_known = 4, .steps = 1}, sure), std::domain_error);
}

}  // namespace
