// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/rare_probability.hpp>

#include "catch.hpp"

#include <headway/trend/exponential.hpp>
#include <headway/quantity/units.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/discrete.hpp>
#include <headway/belief/interval.hpp>
#include <headway/assumption/correlate.hpp>
#include <headway/quantity/growth.hpp>

#include <cmath>
#include <limits>

namespace hw = headway;
using namespace hw::units;
using namespace hw::statistic;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

// The exact probabilities are mpmath's, to 30 digits, from the normal cdf.
namespace {

constexpr auto a = hw::assumption<"a">(hw::normal(0.0, 1.0), "test");
constexpr auto b = hw::assumption<"b">(hw::normal(0.0, 1.0), "test");
constexpr auto c = hw::assumption<"c">(hw::normal(0.0, 1.0), "test");
constexpr auto d = hw::assumption<"d">(hw::normal(0.0, 1.0), "test");
constexpr auto e = hw::assumption<"e">(hw::normal(0.0, 1.0), "test");

/// Within four standard errors, which one of 16 000 runs misses, and no farther than 5 % in one standard error.
void check(const hw::rare_estimate& r, double exact) {
    INFO(r.in_words() << ", exactly " << exact);
    CHECK(r.evaluations <= 100'000);
    CHECK(std::abs(r.probability - exact) <= 4.0 * r.standard_error);
    CHECK(r.relative_error() <= 0.05);
    CHECK(r.is_reliable());
}
constexpr hw::rare_probability_run run{.evaluations = 40'000, .seed = 7};

constexpr auto sum = hw::forecast(hw::inputs(a, b, c, d, e), [](const auto& in) {
    return in[a] + in[b] + in[c] + in[d] + in[e];
});
/// The normal quantile of 1e-6.
constexpr double millionth = 4.753424308822899;

}  // namespace

TEST_CASE("a sum of normals is below a limit once in a million runs") {
    const double limit = millionth * std::sqrt(5.0);
    check(hw::rare_probability(sum, probability_below(-limit), run), 1e-6);
    check(hw::rare_probability(sum, probability_above(limit), run), 1e-6);
}

TEST_CASE("a product of lognormals is above a limit once in a million runs") {
    static constexpr auto p = hw::assumption<"p">(hw::ci90(0.5, 2.0), "test");
    static constexpr auto q = hw::assumption<"q">(hw::ci90(0.5, 2.0), "test");
    static constexpr auto r = hw::assumption<"r">(hw::ci90(0.5, 2.0), "test");
    static constexpr auto s = hw::assumption<"s">(hw::ci90(0.5, 2.0), "test");
    static constexpr auto t = hw::assumption<"t">(hw::ci90(0.5, 2.0), "test");
    constexpr auto product = hw::forecast(hw::inputs(p, q, r, s, t), [](const auto& in) {
        return in[p] * in[q] * in[r] * in[s] * in[t];
    });
    check(hw::rare_probability(product, probability_above(88.154415882082767582), run), 1e-6);
}

TEST_CASE("an exponential trend crosses a level early") {
    static constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "test");
    static constexpr auto first = hw::assumption<"first">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
    constexpr auto affordable = hw::forecast(hw::inputs(decline, first), [](const auto& in) {
        return hw::exponential(hw::date(2024y / 3 / 1), in[first], hw::falls_by_factor(in[decline], year))
            .reaches(5.0 * million_usd);
    });
    // log cost - log 5 million < years x log factor, all of them normal
    check(hw::rare_probability(affordable, probability_below(hw::date(2024y / 3 / 1) + 1.15 * year), run),
          1.86787154078909e-6);
}

TEST_CASE("three regions far from each other are all found") {
    constexpr auto farthest = hw::forecast(hw::inputs(a, b), [](const auto& in) { return hw::max(hw::abs(in[a]), in[b]); });
    check(hw::rare_probability(farthest, probability_above(4.9), run), 1.43754937053773e-6);
}

TEST_CASE("a discrete input and a mixture lead to the event by other ways than the medians") {
    static constexpr auto k = hw::assumption<"k">(hw::discrete({0.0, 0.97}, {1.0, 0.02}, {2.0, 0.009}, {3.0, 0.001}), "test");
    constexpr auto with_jumps = hw::forecast(hw::inputs(k, a), [](const auto& in) { return in[k] + in[a]; });
    check(hw::rare_probability(with_jumps, probability_above(6.0), run), 1.64162922958144e-6);

    static constexpr auto m = hw::assumption<"m">(hw::mixture({hw::normal(0.0, 1.0), 0.99}, {hw::normal(5.0, 1.0), 0.01}), "test");
    constexpr auto mixed = hw::forecast(hw::inputs(m, a), [](const auto& in) { return in[m] + in[a]; });
    check(hw::rare_probability(mixed, probability_above(10.0), run), 2.03476084826739e-6);
}

TEST_CASE("correlated inputs are drawn together") {
    constexpr auto both = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] + in[b]; },
                                       hw::correlate(a, b, 0.5));
    // r = 2 sin(pi / 12); the sum of independent ones has 9.3e-10
    check(hw::rare_probability(both, probability_below(-8.5), run), 5.33459387959489e-7);
}

TEST_CASE("what is not rare is counted among plain draws") {
    const auto r = hw::rare_probability(sum, probability_below(-0.5244005127080407 * std::sqrt(5.0)), run);
    check(r, 0.3);
    CHECK(r.weight_limit == 1.0);
    CHECK_THAT(r.standard_error, WithinRel(std::sqrt(0.21 / static_cast<double>(r.draws)), 0.02));
    CHECK(r.effective_sample_size == static_cast<double>(r.hits));

    const auto sure = hw::rare_probability(sum, probability_above(-1e9), run);
    CHECK(sure.probability == 1.0);
    CHECK(sure.standard_error == 1.0 / static_cast<double>(sure.draws));
}

TEST_CASE("of an impossible event it says what is excluded") {
    static constexpr auto share = hw::assumption<"share">(hw::uniform(0.0, 1.0), "test");
    constexpr auto positive = hw::forecast(hw::inputs(share), [](const auto& in) { return in[share]; });
    const auto r = hw::rare_probability(positive, probability_below(-0.5), run);
    CHECK(r.hits == 0);
    CHECK(r.probability == 0.0);
    CHECK_FALSE(r.pilot_reached);
    CHECK_FALSE(r.is_reliable());
    CHECK(r.weight_limit == 1.0);
    CHECK(r.upper_bound(0.95) == -std::log1p(-0.95) / static_cast<double>(r.draws));
    CHECK_THAT(r.in_words(), ContainsSubstring("no hit in ") && ContainsSubstring(" with 95 % confidence") &&
                                 ContainsSubstring("the search did not come to the event"));
    CHECK_THROWS_WITH(r.relative_error(), ContainsSubstring("ask upper_bound(0.95)"));
}

TEST_CASE("standard errors cover the truth as often as normal ones do, and estimates have no bias") {
    constexpr auto two = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] + in[b]; });
    constexpr int seeds = 200;
    int covered = 0;
    double total = 0.0, squares = 0.0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const auto r = hw::rare_probability(two, probability_below(-millionth * std::sqrt(2.0)),
                                            {.evaluations = 10'000, .seed = static_cast<std::uint64_t>(seed)});
        covered += std::abs(r.probability - 1e-6) <= 2.0 * r.standard_error ? 1 : 0;
        total += r.probability;
        squares += r.standard_error * r.standard_error;
    }
    CHECK(covered >= 184);
    CHECK(covered <= 198);
    CHECK(std::abs(total / seeds - 1e-6) <= 3.0 * std::sqrt(squares) / seeds);
}

TEST_CASE("one output among several, quantities, dates, never, over time, on plain numbers") {
    static constexpr auto price = hw::assumption<"price">(hw::normal(10.0 * usd, 1.0 * usd), "test");
    constexpr hw::rare_probability_run small{.evaluations = 10'000, .seed = 3};
    constexpr double exact = 3.16712418331199e-5;  // the normal cdf at -4
    const auto near = [&](const hw::rare_estimate& r) {
        INFO(r.in_words());
        CHECK(std::abs(r.probability - exact) <= 4.0 * r.standard_error);
        CHECK(r.relative_error() < 0.1);
    };
    constexpr auto several = hw::forecast(hw::inputs(price), [](const auto& in) {
        return hw::outputs(hw::output<"twice">(2.0 * in[price]), hw::output<"happens">(hw::select(
                                                                     in[price] > 14.0 * usd, hw::date::never(),
                                                                     hw::date(2030y / 1 / 1) + (in[price] / usd) * year)));
    });
    near(hw::rare_probability<"twice">(several, probability_below(12.0 * usd), small));
    near(hw::rare_probability<"happens">(several, probability_above(hw::date(2100y / 1 / 1)), small));
    near(hw::rare_probability<"happens">(several, probability_below(hw::date(2030y / 1 / 1) + 6.0 * year), small));

    constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto& on) {
        return in[price] * ((on - hw::date(2030y / 1 / 1)) / year);
    });
    near(hw::rare_probability(over_time, hw::date(2030y / 1 / 1) + 2.0 * year, probability_below(12.0 * usd), small));

    constexpr auto plain = hw::forecast(hw::inputs(a), hw::draw_by_draw([](const auto& in) { return in[a] > 0.0 ? 1.0 : in[a]; }));
    near(hw::rare_probability(plain, probability_below(-4.0), small));
}

TEST_CASE("the same seed gives the same bits, another seed others") {
    constexpr hw::rare_probability_run small{.evaluations = 8192, .seed = 3};
    const auto r = hw::rare_probability(sum, probability_below(-8.0), small);
    CHECK(r == hw::rare_probability(sum, probability_below(-8.0), small));
    CHECK(r.evaluations == 8192);
    CHECK(r.probability != hw::rare_probability(sum, probability_below(-8.0), {.evaluations = 8192, .seed = 4}).probability);
}

TEST_CASE("what cannot be asked is refused in words") {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto ask = [](const auto& condition) { return hw::rare_probability(sum, condition, run); };
    CHECK_THROWS_WITH(ask(probability_below(nan)), "rare_probability: the limit must be a value to compare with, got nan");
    CHECK_THROWS_WITH(ask(probability_below(-infinity)), ContainsSubstring("nothing is below minus infinity"));
    CHECK_THROWS_WITH(ask(probability_above(infinity)), ContainsSubstring("nothing is above never"));
    CHECK_THROWS_WITH(ask(probability_above(-infinity)), ContainsSubstring("everything is above minus infinity"));
    for (const std::uint64_t evaluations : {std::uint64_t{0}, std::uint64_t{8191}, std::uint64_t{1} << 53}) {
        CHECK_THROWS_WITH(hw::rare_probability(sum, probability_below(-1.0), {.evaluations = evaluations}),
                          "rare_probability: evaluations must be between 8192 and 2^52, got " + std::to_string(evaluations) +
                              "; fewer do not find a rare event, let alone count it");
    }
    constexpr auto bad = hw::forecast(hw::inputs(a), [](const auto& in) { return hw::log(in[a] + 4.0); });
    CHECK_THROWS_WITH(hw::rare_probability(bad, probability_below(-9.0), run),
                      ContainsSubstring("rare_probability: at draw ") && ContainsSubstring("inputs: a = "));
    CHECK_THROWS_AS(hw::rare_probability(bad, probability_below(-9.0), run), hw::model_error);
}
