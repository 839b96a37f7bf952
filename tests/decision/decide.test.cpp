// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/decide.hpp>

#include "catch.hpp"
#include "decide.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// The problem of tests/reference/decide.py.
constexpr auto x = hw::assumption<"x">(hw::normal(0.0, 1.0), "test");
constexpr auto y = hw::assumption<"y">(hw::normal(0.0, 1.0), "test");
constexpr auto z = hw::assumption<"z">(hw::normal(0.0, 2.0), "test");
constexpr auto a = hw::forecast(hw::inputs(x, y), [](const auto& in) { return 3.0 + in[x] + 2.0 * in[y]; });
constexpr auto b = hw::forecast(hw::inputs(z, y), [](const auto& in) { return 2.0 + in[y] - in[z]; });
constexpr double spread = 2.449489742783178;  // of a - b, sqrt(6)

/// Within 4.4 errors, which are exceeded once in 10^5 (with the rough error of eight scramblings somewhat more often), and
/// for estimates by bins their stated bias.
void check(double value, double error, double expected, double bias = 0.0) {
    INFO(value << " +- " << error << ", expected " << expected);
    CHECK(error > 0.0);
    CHECK_THAT(value, WithinAbs(expected, 4.4 * error + bias));
}
template <class Row>
void check(const Row& row, double expected) {
    INFO(row.input);
    check(row.value, row.standard_error, expected, 1.5e-3);
}

TEST_CASE("two models with normal payoffs that share an input against their closed form") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        const auto d = hw::decide(hw::better::higher, hw::option<"a">(a), hw::option<"b">(b),
                                  {.draws = 1U << 16U, .seed = 3, .method = method});
        REQUIRE(d.size() == 2);
        CHECK(d.best().option == "a");
        check(d["a"].mean, d["a"].standard_error, 3.0);
        check(d["b"].mean, d["b"].standard_error, 2.0);
        check(d["b"].from_best, d["b"].from_best_standard_error, -1.0);
        CHECK(d["a"].from_best == 0.0);
        check(d.difference("a", "b").mean(), d.difference("a", "b").standard_error(), 1.0);
        check(d["a"].probability_best, d["a"].probability_best_standard_error, reference::decide_probability_a);
        check(d["b"].probability_best, d["b"].probability_best_standard_error, 1.0 - reference::decide_probability_a);
        check(d["a"].regret, d["a"].regret_standard_error, reference::decide_regret_a);
        check(d["b"].regret, d["b"].regret_standard_error, reference::decide_regret_b);
        CHECK(d["a"].ties == 0.0);
        CHECK(d.beats("b", "a").probability == d["b"].probability_best);

        CHECK(d.perfect_information().value == d["a"].regret);
        check(d.perfect_information(x), reference::decide_knowing_x);
        check(d.perfect_information(y), reference::decide_knowing_y);
        check(d.perfect_information(z), reference::decide_knowing_z);
        check(d.sample_information(z, hw::normal_error(2.0)), reference::decide_sample_z_1);
        check(d.sample_information(z, hw::normal_error(2.0), 5), reference::decide_sample_z_5);
        check(d.sample_information(z, hw::normal_error(0.5), 4), reference::decide_sample_z_4);
        REQUIRE(d.information().inputs.size() == 3);
        CHECK(d.information().inputs[0].input == "z");
        for (const auto& one : d.information().inputs) CHECK(one.value <= d.perfect_information().value);
    }
}

TEST_CASE("common draws: what options share cancels in their difference, and lower may be better") {
    const hw::simulation run{.draws = 20'000, .seed = 5};
    const auto d = hw::decide(hw::better::higher, hw::option<"a">(a), hw::option<"b">(b), run);
    const auto alone_a = hw::simulate(a, run);
    const auto alone_b = hw::simulate(b, run);
    // The very bits of simulations of their own, and so comparable with them.
    CHECK(d.outcome_of("a").quantile(0.3) == alone_a.quantile(0.3));
    CHECK(d.outcome_of("b").quantile(0.3) == alone_b.quantile(0.3));
    CHECK(d.outcome_of("a").identity() == alone_a.identity());
    // The shared y counts once: the variance of the difference is 6, that of apart runs 6 + 4.
    CHECK_THAT(d.difference("a", "b").stddev(), WithinRel(spread, 0.03));
    CHECK_THAT(d.difference("a", "b").unpaired_standard_error() / d.difference("a", "b").standard_error(),
               WithinRel(std::sqrt(10.0 / 6.0), 0.03));

    const auto minus_a = hw::forecast(a.inputs(), [](const auto& in) { return -a.model()(in); });
    const auto minus_b = hw::forecast(b.inputs(), [](const auto& in) { return -b.model()(in); });
    const auto m = hw::decide(hw::better::lower, hw::option<"a">(minus_a), hw::option<"b">(minus_b), run);
    CHECK(m.preferred() == hw::better::lower);
    CHECK(m.best().option == "a");
    CHECK(m["a"].probability_best == d["a"].probability_best);
    CHECK(m["b"].from_best == -d["b"].from_best);
    CHECK_THAT(m.perfect_information().value, WithinRel(d.perfect_information().value, 1e-12));
    CHECK_THAT(m.perfect_information(z).value, WithinRel(d.perfect_information(z).value, 1e-12));
}

TEST_CASE("the same bits with any number of threads, and under Sobol' an input is the same in each option") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        hw::simulation run{.draws = 8192, .seed = 9, .method = method};
        const auto one = hw::decide(hw::better::higher, hw::option<"a">(a), hw::option<"b">(b), run);
        run.threads = 3;
        const auto three = hw::decide(hw::better::higher, hw::option<"a">(a), hw::option<"b">(b), run);
        for (std::size_t o = 0; o < 2; ++o) {
            CHECK(one[o].mean == three[o].mean);
            CHECK(one[o].probability_best == three[o].probability_best);
            CHECK(one[o].regret == three[o].regret);
            CHECK(one[o].regret_standard_error == three[o].regret_standard_error);
        }
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(one.information().inputs[i].input == three.information().inputs[i].input);
            CHECK(one.information().inputs[i].value == three.information().inputs[i].value);
        }
        CHECK(one.sample_information(z, hw::normal_error(1.0), 3).value ==
              three.sample_information(z, hw::normal_error(1.0), 3).value);

        // y stands first in one list and last in the other.
        const auto same =
            hw::decide(hw::better::higher,
                       hw::option<"first">(hw::forecast(hw::inputs(y, x), [](const auto& in) { return in[y]; })),
                       hw::option<"last">(hw::forecast(hw::inputs(z, y), [](const auto& in) { return in[y]; })), run);
        CHECK(same.difference("first", "last").stddev() == 0.0);
        CHECK(same["first"].ties == 1.0);
        CHECK(same["first"].probability_best == 0.5);
        CHECK(same["last"].probability_best == 0.5);
        CHECK(same["first"].regret == 0.0);
        CHECK(same.best().option == "first");
        CHECK(same.perfect_information().value == 0.0);
    }
}

TEST_CASE("errors and intervals cover over seeds") {
    constexpr int seeds = 100;
    int mean = 0, best = 0, regret = 0, paired = 0;
    double sum = 0.0, squares = 0.0, stated = 0.0, sum_x = 0.0, sum_seen = 0.0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto d =
            hw::decide(hw::better::higher, hw::option<"a">(a), hw::option<"b">(b), {.draws = 1024, .seed = seed});
        const auto within = [](double value, double error, double truth) {
            return std::abs(value - truth) <= 1.96 * error ? 1 : 0;
        };
        mean += within(d["b"].mean, d["b"].standard_error, 2.0);
        best +=
            within(d["a"].probability_best, d["a"].probability_best_standard_error, reference::decide_probability_a);
        regret += within(d["b"].regret, d["b"].regret_standard_error, reference::decide_regret_b);
        paired += within(d.difference("a", "b").mean(), d.difference("a", "b").standard_error(), 1.0);
        const auto know = d.perfect_information(z);
        sum += know.value;
        squares += know.value * know.value;
        stated += know.standard_error / seeds;
        sum_x += d.perfect_information(x).value / seeds;
        sum_seen += d.sample_information(z, hw::normal_error(2.0), 5).value / seeds;
    }
    // Binomial(100, 0.95) is below 88 once in 700.
    for (const int covered : {mean, best, regret, paired}) CHECK(covered >= 88);
    const double average = sum / seeds;
    const double spread_of_seeds = std::sqrt((squares - sum * average) / (seeds - 1));
    // A spread over 100 seeds is itself good to 7 %: four of those errors.
    CHECK_THAT(stated, WithinRel(spread_of_seeds, 0.28));
    // On average what is estimated by bins is below the truth, by no more than the stated bias: f (s² b / (1.8 n) + w² / 24)
    // with 11 bins; for z f = 0.18, s² = 2, and w = 0.5; for x f = 0.24, s² = 5, w = 0.4.
    const double error = 3.0 * spread_of_seeds / std::sqrt(double{seeds});
    CHECK(average < reference::decide_knowing_z + error);
    CHECK(average > reference::decide_knowing_z - 0.18 * (2.0 * 11 / (1.8 * 1024) + 0.25 / 24) - error);
    CHECK(sum_x < reference::decide_knowing_x + error);
    CHECK(sum_x > reference::decide_knowing_x - 0.24 * (5.0 * 11 / (1.8 * 1024) + 0.16 / 24) - error);
    CHECK(sum_seen < reference::decide_sample_z_5 + error);
    CHECK(sum_seen > reference::decide_sample_z_5 - 0.18 * (2.6 * 11 / (1.8 * 1024) + 0.25 / 24) - error);
}

}  // namespace
