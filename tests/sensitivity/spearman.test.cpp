// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/spearman.hpp>

#include "catch.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/simulation/simulate.hpp>

#include <cmath>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto a = hw::assumption<"a">(hw::normal(0.0, 1.0), "test");
constexpr auto b = hw::assumption<"b">(hw::normal(0.0, 2.0), "test");
constexpr auto coin = hw::assumption<"coin">(hw::discrete({-1.0, 0.5}, {1.0, 0.5}), "test");
constexpr auto odd =
    hw::assumption<"odd">(hw::mixture({hw::uniform(0.0, 1.0), 0.5}, {hw::ci90(1.0, 2.0), 0.5}), "test");
constexpr auto fixed = hw::assumption<"fixed">(3.0, "test");
constexpr auto sum = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] + in[b]; });
constexpr auto itself = hw::forecast(
    hw::inputs(b, coin, odd, a),
    [](const auto& in) {
        return hw::outputs(hw::output<"a">(in[a]), hw::output<"coin">(-in[coin]), hw::output<"odd">(in[odd] * usd));
    },
    hw::correlate(a, b, 0.7));

constexpr auto many = hw::forecast(hw::inputs(a, coin, b, fixed), [](const auto& in) {
    const auto when = hw::date(2025y / 1 / 1) + in[a] * year;
    return hw::outputs(hw::output<"spread">(in[a] * in[coin]), hw::output<"steps">(in[coin] + in[b]),
                       hw::output<"constant">(in[fixed]),
                       hw::output<"sometimes">(select(in[a] < 0.5, when, hw::date::never())));
});

/// Of two normals with Pearson's correlation r.
double exact(double r) { return 6.0 / 3.14159265358979323846 * std::asin(0.5 * r); }

/// By definition, counting for every value how many are below and how many equal.
double by_definition(const std::vector<double>& x, const std::vector<double>& y) {
    const auto ranks = [](const std::vector<double>& values) {
        std::vector<double> result;
        for (const double v : values) {
            double rank = 0.5;
            for (const double other : values) rank += other < v ? 1.0 : other == v ? 0.5 : 0.0;
            result.push_back(rank);
        }
        return result;
    };
    const auto p = ranks(x), q = ranks(y);
    const double mean = 0.5 * (static_cast<double>(x.size()) + 1.0);
    double pp = 0.0, qq = 0.0, pq = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        pp += (p[i] - mean) * (p[i] - mean);
        qq += (q[i] - mean) * (q[i] - mean);
        pq += (p[i] - mean) * (q[i] - mean);
    }
    return pq / hw::sqrt(pp * qq);
}

}  // namespace

TEST_CASE("the rank correlations of a sum of normals") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        const auto rows = hw::spearman(sum, hw::simulate(sum, {.draws = 16'384, .seed = 1, .method = method}));
        for (const auto& [row, r] :
             {std::pair{rows[a], 1.0 / hw::sqrt(5.0)}, std::pair{rows[b], 2.0 / hw::sqrt(5.0)}}) {
            INFO(row.input);
            // With 4 scramblings, Student's t with 3 degrees of freedom: a false alarm of 0.1 %.
            const double errors = method == hw::method::sobol ? 12.9 : 3.3;
            CHECK_THAT(*row.value, WithinAbs(exact(r), errors * *row.standard_error));
            CHECK(*row.standard_error < (method == hw::method::sobol ? 2e-3 : 8e-3));
        }
    }
}

TEST_CASE("the inputs of a run are drawn again bit by bit") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        for (const std::uint64_t draws : {3ULL, 65ULL, 300ULL, 1000ULL, 4096ULL}) {
            const auto run = hw::simulate(itself, {.draws = draws, .seed = 5, .method = method});
            CHECK_THAT(*hw::spearman<"a">(itself, run)[a].value, WithinRel(1.0, 1e-12));
            CHECK_THAT(*hw::spearman<"coin">(itself, run)[coin].value, WithinRel(-1.0, 1e-12));
            CHECK_THAT(*hw::spearman<"odd">(itself, run)[odd].value, WithinRel(1.0, 1e-12));
        }
    }
    // Of shards too, and of shards together.
    const auto shard = [](std::uint64_t i) {
        return hw::get<"odd">(hw::simulate(itself, {.draws = 9000, .shard = {i, 3}}));
    };
    const auto all = hw::merge(shard(2), shard(0), shard(1));
    for (const auto& part : {shard(1), hw::merge(shard(0), shard(2)), all}) {
        CHECK_THAT(*hw::spearman(itself, part)[odd].value, WithinRel(1.0, 1e-12));
    }
    CHECK(hw::spearman(itself, all) == hw::spearman<"odd">(itself, hw::simulate(itself, {.draws = 9000})));
    // A correlated input shares in what the other does.
    const auto rows = hw::spearman<"a">(itself, hw::simulate(itself, {.draws = 20'000}));
    CHECK_THAT(*rows[b].value, WithinAbs(0.7, 3.3 * *rows[b].standard_error));
}

TEST_CASE("equal values share their average rank") {
    std::vector<double> x, y;
    for (int i = 0; i < 60; ++i) {
        x.push_back((i * 7) % 5);
        y.push_back(i < 50 ? (i * i) % 7 : __builtin_huge_val());
    }
    CHECK_THAT(hw::detail::spearman_of(hw::detail::ranking(x), hw::detail::ranking(y)),
               WithinAbs(by_definition(x, y), 1e-14));
    CHECK(hw::detail::ranking(x)[0] == -hw::detail::ranking(x)[2]);  // 0 and 4, the least and the greatest
}

TEST_CASE("the errors of rank correlations are what they say for any dependence") {
    // A normal dependence; one in which the spread of y grows with x; one with two values only. 200 seeds each: a right
    // interval of two standard errors leaves out 4.6 %, 9 of them, with a standard deviation of 3.
    const auto long_run = hw::simulate(many, {.draws = 1 << 16, .seed = 999, .method = hw::method::sobol});
    const double truth_of_steps = *hw::spearman<"steps">(many, long_run)[coin].value;
    int missed[3] = {};
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto miss = [](const auto& row, double truth) {
            return hw::abs(*row.value - truth) > 2.0 * *row.standard_error ? 1 : 0;
        };
        const auto run = hw::simulate(many, {.draws = 400, .seed = seed});
        missed[0] +=
            miss(hw::spearman(sum, hw::simulate(sum, {.draws = 400, .seed = seed}))[b], exact(2.0 / hw::sqrt(5.0)));
        missed[1] += miss(hw::spearman<"spread">(many, run)[a], 0.0);
        missed[2] += miss(hw::spearman<"steps">(many, run)[coin], truth_of_steps);
    }
    for (const int count : missed) {
        CHECK(count >= 1);
        CHECK(count <= 20);
    }
}

TEST_CASE("what never comes ranks last") {
    const auto rows = hw::spearman<"sometimes">(many, hw::simulate(many, {.draws = 1000}));
    CHECK(*rows[a].value > 0.95);
    CHECK(*rows[a].value < 1.0);
    CHECK_THAT(*rows[b].value, WithinAbs(0.0, 3.3 * *rows[b].standard_error));
}

TEST_CASE("what does not vary has no rank correlation") {
    const auto run = hw::simulate(many, {.draws = 100});
    CHECK_FALSE(hw::spearman<"spread">(many, run)[fixed].value.has_value());
    CHECK_FALSE(hw::spearman<"spread">(many, run)[fixed].standard_error.has_value());
    CHECK_FALSE(hw::spearman<"constant">(many, run)[a].value.has_value());
}

TEST_CASE("rank correlations over time") {
    constexpr auto f = hw::forecast(hw::inputs(a, b), [](const auto& in, const auto& when) {
        return in[a] + in[b] * (when - hw::date(2025y / 1 / 1)).in(year);
    });
    const std::vector<hw::date> dates{2025y / 1 / 1, 2045y / 1 / 1};
    const auto run = hw::simulate(f, dates, {.draws = 1000});
    CHECK_THAT(*hw::spearman(f, run, dates[0])[a].value, WithinRel(1.0, 1e-12));
    CHECK(*hw::spearman(f, run, dates[1])[b].value > 0.99);
    CHECK_THROWS_WITH(hw::spearman(f, run, 2030y / 1 / 1), ContainsSubstring("fan::at"));
}

TEST_CASE("spearman refuses what it cannot answer") {
    const auto run = hw::simulate(sum, {.draws = 100});
    constexpr auto difference = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] - in[b] + 1.0; });
    CHECK_THROWS_WITH(hw::spearman(difference, run), ContainsSubstring("of another forecast"));
    CHECK_THROWS_WITH(hw::spearman(sum, run.given([](double x) { return x > 0.0; })),
                      ContainsSubstring("chosen by given"));
    CHECK_THROWS_WITH(hw::spearman(sum, hw::simulate(sum, {.draws = 100, .keep = false})),
                      ContainsSubstring(".keep = true"));
    CHECK_THROWS_WITH(hw::spearman(sum, hw::simulate(sum, {.draws = 2})),
                      "spearman: needs at least 3 draws, has 2; draw more");
    CHECK_NOTHROW(hw::spearman(sum, hw::simulate(sum, {.draws = 3})));
}
