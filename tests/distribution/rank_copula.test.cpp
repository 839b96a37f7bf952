// SPDX-License-Identifier: BSL-1.0
// Rank correlations of beliefs with ties: solved for, attained by the draws, or refused with what can be had.
#include <headway/distribution/rank_copula.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "catch.hpp"
#include "reference/rank_copula.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/sampling/rank_correlation.hpp>
#include <headway/scenario/compare.hpp>
#include <headway/sensitivity/shapley.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using hw::detail::grades;
using hw::detail::solve_copula;

namespace {

const hw::belief<double> continuous = hw::lognormal(1.0, 1.0);
const hw::belief<double> bernoulli = hw::bernoulli(0.3);
const hw::belief<double> three = hw::discrete({1.0, 0.2}, {2.0, 0.5}, {5.0, 0.3});
const hw::belief<double> other_three = hw::discrete({0.0, 0.6}, {10.0, 0.05}, {20.0, 0.35});
const hw::belief<double> sample = hw::empirical({1.0, 2.0, 2.0, 3.0, 7.0, 8.0, 8.0, 8.0, 9.0, 12.0});
const hw::belief<double> mixed = hw::mixture({hw::normal(0.0, 1.0), 0.5}, {0.5, 0.2}, {hw::normal(3.0, 1.0), 0.3});
const hw::belief<double> inflated = hw::mixture({0.0, 0.6}, {1.0, 0.2}, {hw::lognormal(std::exp(1.0), 1.0), 0.2});

const hw::belief<double>& named(const std::string& name) {
    if (name == "continuous") return continuous;
    if (name == "bernoulli") return bernoulli;
    if (name == "three") return three;
    if (name == "other_three") return other_three;
    if (name == "sample") return sample;
    return name == "mixed" ? mixed : inflated;
}

template <class A, class B>
auto pair_of(const hw::belief<A>& a, const hw::belief<B>& b, double rho) {
    const auto one = hw::assumption<"a">(a, "test");
    const auto two = hw::assumption<"b">(b, "test");
    return hw::forecast(
        hw::inputs(one, two),
        [one, two](const auto& in) { return hw::outputs(hw::output<"a">(in[one]), hw::output<"b">(in[two])); },
        hw::correlate(one, two, rho));
}

template <class Outcome>
std::vector<double> kept(const Outcome& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
    return all;
}

std::vector<double> mid_ranks(const std::vector<double>& x) {
    std::vector<std::size_t> order(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    std::vector<double> rank(x.size());
    for (std::size_t i = 0; i < x.size();) {
        std::size_t end = i;
        while (end < x.size() && x[order[end]] == x[order[i]]) ++end;
        for (std::size_t k = i; k < end; ++k) rank[order[k]] = 0.5 * static_cast<double>(i + end - 1);
        i = end;
    }
    return rank;
}

/// Pearson's correlation of mid-ranks.
double spearman(const std::vector<double>& x, const std::vector<double>& y) {
    const auto a = mid_ranks(x), b = mid_ranks(y);
    const double mean = 0.5 * static_cast<double>(x.size() - 1);
    double ab = 0.0, aa = 0.0, bb = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean) * (b[i] - mean);
        aa += (a[i] - mean) * (a[i] - mean);
        bb += (b[i] - mean) * (b[i] - mean);
    }
    return ab / std::sqrt(aa * bb);
}

template <class Forecast>
double spearman_of_draws(const Forecast& f, const hw::simulation& options) {
    const auto o = hw::simulate(f, options);
    return spearman(kept(hw::get<"a">(o)), kept(hw::get<"b">(o)));
}

constexpr auto cost = hw::assumption<"cost">(hw::lognormal(1.0, 1.0), "test");
constexpr auto strike = hw::assumption<"strike">(hw::bernoulli(0.3), "test");
constexpr auto constant = hw::forecast(
    hw::inputs(cost, strike), [](const auto& in) { return in[cost] + in[strike]; }, hw::correlate(cost, strike, 0.7));
static_assert(constant.correlation().factor()[1][0] > 0.895 && constant.correlation().factor()[1][0] < 0.896);

}  // namespace

TEST_CASE("the copula's parameter against an integral of another kind") {
    for (const auto& c : reference::rank_copula) {
        INFO(c.one << " and " << c.other << ", " << c.rank_correlation);
        const grades one(named(c.one).parts()), other(named(c.other).parts());
        const auto there = solve_copula(c.rank_correlation, one, other);
        const auto back = solve_copula(c.rank_correlation, other, one);
        CHECK(there.is_attained);
        CHECK_THAT(there.correlation, WithinAbs(c.normal_correlation, 1e-9));
        CHECK_THAT(back.correlation, WithinAbs(c.normal_correlation, 1e-9));
    }
}

TEST_CASE("without ties the parameter solved for is the closed one") {
    const grades smooth(continuous.parts());
    CHECK_FALSE(smooth.has_ties());
    CHECK(smooth.slopes() == 1);
    for (const double rho : {-0.99, -0.5, 1e-3, 0.3, 0.7, 0.95, 0.999}) {
        const auto solved = solve_copula(rho, smooth, smooth);
        CHECK_THAT(solved.correlation, WithinRel(hw::normal_from_rank_correlation(rho), 1e-10));
    }
    // Quarters up and down: with both at their medians rho = 2 asin(r) / pi (Sheppard 1899).
    const grades coin(hw::bernoulli(0.5).parts());
    for (const double r : {-0.9, -0.3, 0.1, 0.5, 0.99}) {
        CHECK_THAT(solve_copula(2.0 * std::asin(r) / std::acos(-1.0), coin, coin).correlation, WithinAbs(r, 1e-9));
    }
}

TEST_CASE("draws of discrete, mixed and empirical beliefs attain the asked rank correlation") {
    // Over 2^16 draws a rank correlation has a standard error of about 1 / 256 or less; four of these are allowed, over
    // Sobol' points a quarter of one.
    const struct {
        hw::belief<double> a, b;
        double rho;
    } cases[] = {{continuous, bernoulli, 0.7},   {continuous, bernoulli, -0.79}, {bernoulli, three, 0.6},
                 {three, other_three, 0.8},      {three, other_three, -0.7},     {sample, three, 0.85},
                 {sample, mixed, -0.95},         {inflated, mixed, 0.8},         {inflated, inflated, 0.95},
                 {hw::truncated(hw::normal(0.0, 1.0), 0.5, 2.0), bernoulli, 0.5}};
    for (const auto& c : cases) {
        const auto f = pair_of(c.a, c.b, c.rho);
        CHECK_THAT(spearman_of_draws(f, {.draws = 65'536, .seed = 4}), WithinAbs(c.rho, 4.0 / 256));
        CHECK_THAT(spearman_of_draws(f, {.draws = 65'536, .seed = 4, .method = hw::method::sobol, .replicates = 1}),
                   WithinAbs(c.rho, 0.25 / 256));
    }
    // Dates too.
    const auto dates = hw::discrete(hw::weighted_value{hw::date::decimal(2025.0), 0.5}, {hw::date::decimal(2026.0), 0.5});
    CHECK_THAT(spearman_of_draws(pair_of(dates, bernoulli, 0.6), {.draws = 65'536}), WithinAbs(0.6, 4.0 / 256));
}

TEST_CASE("beliefs keep their distribution under a correlation") {
    const auto o = hw::simulate(pair_of(three, inflated, 0.8), {.draws = 65'536, .method = hw::method::sobol, .replicates = 1});
    CHECK_THAT(hw::get<"a">(o).probability_below(1.5), WithinAbs(0.2, 1e-4));
    CHECK_THAT(hw::get<"a">(o).probability_above(4.0), WithinAbs(0.3, 1e-4));
    CHECK_THAT(hw::get<"b">(o).mean(), WithinRel(inflated.mean(), 0.02));
}

TEST_CASE("a rank correlation that cannot be had is refused with the most that can") {
    const auto refused = [](const hw::belief<double>& a, const hw::belief<double>& b, double asked, double most,
                            const char* words) {
        CHECK_THROWS_WITH(pair_of(a, b, asked), ContainsSubstring("\"a\" and \"b\"") &&
                                                    ContainsSubstring("the most that can be had is " + std::string(words)));
        CHECK_NOTHROW(pair_of(a, b, most));
        CHECK_THROWS_AS(pair_of(a, b, most + (asked > 0.0 ? 1e-4 : -1e-4)), std::domain_error);
    };
    // For a Bernoulli of probability p the most is sqrt(3 p (1 - p)) with what is continuous.
    refused(continuous, bernoulli, 0.8, 0.7937, "0.7937;");
    refused(continuous, bernoulli, -0.8, -0.7937, "-0.7937;");
    // With another Bernoulli sqrt(p (1 - q) / (q (1 - p))), and to the other side sqrt(p q / ((1 - p) (1 - q))).
    refused(bernoulli, hw::bernoulli(0.6), 0.9, 0.5345, "0.5345;");
    refused(bernoulli, hw::bernoulli(0.6), -0.9, -0.8017, "-0.8017;");
    CHECK_NOTHROW(pair_of(bernoulli, bernoulli, 0.9998));
    CHECK_NOTHROW(pair_of(hw::bernoulli(0.5), hw::bernoulli(0.5), -0.999));
}

TEST_CASE("a sure input has no rank correlation, but may be made sure by a scenario") {
    CHECK_THROWS_WITH(pair_of(hw::belief<double>(3.0), continuous, 0.1), ContainsSubstring("\"a\" is sure of one value"));
    CHECK_THROWS_WITH(pair_of(continuous, hw::belief<double>(3.0), -0.1), ContainsSubstring("\"b\" is sure of one value"));
    CHECK_THROWS_WITH(pair_of(continuous, hw::bernoulli(1.0), 0.1), ContainsSubstring("sure of one value"));
    CHECK_NOTHROW(pair_of(hw::belief<double>(3.0), continuous, 0.0));

    constexpr auto base = hw::scenario<"base">();
    constexpr auto sure = hw::scenario<"sure">(hw::override(cost, 2.0));
    constexpr auto coin = hw::scenario<"coin">(hw::override(cost, hw::bernoulli(0.6)));
    const auto f = hw::forecast(
        hw::inputs(cost, strike), [](const auto& in) { return in[strike] * 1.0; }, hw::correlate(cost, strike, 0.5));
    const auto c = hw::compare(f, {base, sure, coin}, {.draws = 1'000});
    CHECK(c[base].mean() > 0.0);
    CHECK(kept(c[coin]) == kept(hw::simulate(f.with(hw::override(cost, hw::bernoulli(0.6))), {.draws = 1'000})));
    CHECK_THROWS_WITH(hw::compare(constant, {base, coin}, {.draws = 100}),
                      ContainsSubstring("in scenario 'coin'") && ContainsSubstring("the most that can be had is 0.5345"));
    static_assert(!constant.with(hw::override(cost, 2.0)).inputs().get<0>().belief().has_density());
}

TEST_CASE("many values of little probability each count as continuous") {
    std::vector<double> many(1000), few(150);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<double>(i);
    for (std::size_t i = 0; i < few.size(); ++i) few[i] = static_cast<double>(i * i);
    CHECK_FALSE(grades(hw::empirical(many).parts()).has_ties());
    CHECK(grades(hw::empirical(few).parts()).jumps() == 149);
    CHECK_THAT(spearman_of_draws(pair_of(hw::empirical(few), hw::empirical(many), 0.8),
                                 {.draws = 65'536, .method = hw::method::sobol, .replicates = 1}),
               WithinAbs(0.8, 0.25 / 256));
    for (std::size_t i = 0; i < 300; ++i) many[i] = 0.0;  // and one of much
    CHECK(grades(hw::empirical(many).parts()).jumps() == 1);
    CHECK_THAT(spearman_of_draws(pair_of(hw::empirical(many), continuous, 0.8),
                                 {.draws = 65'536, .method = hw::method::sobol, .replicates = 1}),
               WithinAbs(0.8, 0.25 / 256));
}

TEST_CASE("several correlations are attained together, or refused where they contradict each other") {
    const auto a = hw::assumption<"a">(continuous, "test");
    const auto b = hw::assumption<"b">(bernoulli, "test");
    const auto c = hw::assumption<"c">(three, "test");
    const auto model = [=](const auto& in) {
        return hw::outputs(hw::output<"a">(in[a]), hw::output<"b">(in[b]), hw::output<"c">(in[c]));
    };
    const auto f = hw::forecast(hw::inputs(a, b, c), model, hw::correlate(a, b, 0.5), hw::correlate(b, c, -0.4),
                                hw::correlate(a, c, 0.2));
    const auto o = hw::simulate(f, {.draws = 65'536, .method = hw::method::sobol, .replicates = 1});
    const auto of = [&]<hw::label One, hw::label Other>() { return spearman(kept(hw::get<One>(o)), kept(hw::get<Other>(o))); };
    CHECK_THAT((of.template operator()<"a", "b">()), WithinAbs(0.5, 0.5 / 256));
    CHECK_THAT((of.template operator()<"b", "c">()), WithinAbs(-0.4, 0.5 / 256));
    CHECK_THAT((of.template operator()<"a", "c">()), WithinAbs(0.2, 0.5 / 256));
    CHECK_THROWS_WITH(hw::forecast(hw::inputs(a, b, c), model, hw::correlate(a, b, 0.7), hw::correlate(b, c, 0.6),
                                   hw::correlate(a, c, -0.5)),
                      ContainsSubstring("not positive definite"));
}

TEST_CASE("the parameter has the same bits everywhere") {
    const auto r = [](const hw::belief<double>& a, const hw::belief<double>& b, double rho) {
        return solve_copula(rho, grades(a.parts()), grades(b.parts())).correlation;
    };
    CHECK(r(continuous, bernoulli, 0.7) == 0x1.ca46324d17524p-1);
    CHECK(r(three, other_three, -0.65) == -0x1.b74ee2076bbf9p-1);
    CHECK(r(hw::mixture({0.0, 0.6}, {1.0, 0.2}, {hw::lognormal(2.5, 1.0), 0.2}), mixed, 0.8) == 0x1.d78d083f28345p-1);
}

TEST_CASE("correlations outside -1 to 1 and nan are refused where they are written") {
    for (const double wrong : {1.0000001, -1.0000001, std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity()}) {
        CHECK_THROWS_WITH(hw::correlate(cost, strike, wrong), ContainsSubstring("correlate: rank correlation must be between -1 and 1"));
    }
    CHECK_NOTHROW(hw::correlate(cost, strike, 1.0));
    CHECK_NOTHROW(hw::correlate(cost, strike, -1.0));
}
