// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/first_order_indices.hpp>

#include "catch.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double pi = 3.14159265358979323846;

constexpr auto a = hw::assumption<"a">(hw::normal(0.0, 1.0), "test");
constexpr auto b = hw::assumption<"b">(hw::normal(0.0, 2.0), "test");
constexpr auto e = hw::assumption<"e">(hw::normal(0.0, 0.5), "test");
constexpr auto fixed = hw::assumption<"fixed">(3.0, "test");
constexpr auto coin = hw::assumption<"coin">(hw::discrete({-1.0, 0.5}, {1.0, 0.5}), "test");

constexpr auto sum = hw::forecast(hw::inputs(a, b, e), [](const auto& in) { return in[a] + in[b] + in[e]; });
constexpr double exact_sum[] = {1.0 / 5.25, 4.0 / 5.25, 0.25 / 5.25};

// Ishigami's function: sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1; Sobol' and Levitan (1999) for its indices.
constexpr auto x1 = hw::assumption<"x1">(hw::uniform(-pi, pi), "test");
constexpr auto x2 = hw::assumption<"x2">(hw::uniform(-pi, pi), "test");
constexpr auto x3 = hw::assumption<"x3">(hw::uniform(-pi, pi), "test");
/// The series, from -pi to pi to 1e-13, for blocks of draws too.
constexpr auto sine(const auto& x) {
    auto series = 1.0 + 0.0 * x;
    for (int n = 28; n >= 2; n -= 2) series = 1.0 - x * x / static_cast<double>(n * (n + 1)) * series;
    return x * series;
}
constexpr auto ishigami = hw::forecast(hw::inputs(x1, x2, x3), [](const auto& in) {
    const auto s = sine(in[x1]);
    const auto t = sine(in[x2]);
    const auto square = in[x3] * in[x3];
    return s + 7.0 * t * t + 0.1 * square * square * s;
});
constexpr double p4 = pi * pi * pi * pi;
constexpr double v1 = 0.5 * (1.0 + 0.1 * p4 / 5.0) * (1.0 + 0.1 * p4 / 5.0);
constexpr double ishigami_variance = v1 + 49.0 / 8.0 + 8.0 * 0.01 * p4 * p4 / 225.0;
constexpr double exact_ishigami[] = {v1 / ishigami_variance, 49.0 / 8.0 / ishigami_variance, 0.0};

/// One input of two values, on which the spread of the others' part depends, and one that stays at its least value in a
/// part of the draws.
constexpr auto stake = hw::assumption<"stake">(hw::normal(1.0, 1.0), "test");
constexpr auto floored = hw::assumption<"floored">(
    hw::discrete({0.0, 0.4}, {1.0, 0.1}, {2.0, 0.1}, {3.0, 0.1}, {4.0, 0.1}, {5.0, 0.2}), "test");
constexpr auto game = hw::forecast(hw::inputs(coin, stake, floored), [](const auto& in) {
    return in[coin] * in[stake] + in[floored];
});
// Var(coin stake) = E stake² = 2, of which E[.|coin] = coin; Var(floored) is 0.4 0² + 0.1 (1 + 4 + 9 + 16) + 0.2 25 - 2².
constexpr double exact_game[] = {1.0 / 6.0, 0.0, 4.0 / 6.0};

constexpr hw::method every_method[] = {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol};

template <class Rows>
void check_within_errors(const Rows& rows, const double (&exact)[3], double largest_error) {
    REQUIRE(rows.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        INFO(rows[i].input);
        CHECK_THAT(rows[i].value, WithinAbs(exact[i], 3.3 * rows[i].standard_error));
        CHECK(rows[i].standard_error > 0.0);
        CHECK(rows[i].standard_error < largest_error);
    }
}

}  // namespace

TEST_CASE("first-order indices of a sum of normals, of Ishigami's function and with discrete inputs") {
    CHECK_THAT(exact_ishigami[0], WithinAbs(0.3139, 5e-5));
    CHECK_THAT(exact_ishigami[1], WithinAbs(0.4424, 5e-5));
    for (const auto method : every_method) {
        const hw::simulation run{.draws = 16'384, .seed = 1, .method = method};
        check_within_errors(hw::first_order_indices(sum, hw::simulate(sum, run)), exact_sum, 9e-3);
        check_within_errors(hw::first_order_indices(ishigami, hw::simulate(ishigami, run)), exact_ishigami, 1.2e-2);
        check_within_errors(hw::first_order_indices(game, hw::simulate(game, run)), exact_game, 9e-3);
    }
}

TEST_CASE("the errors of first-order indices are what they say") {
    // 300 seeds: the share of those within two errors has a standard deviation of 1.2 %, a spread one of 4 %. Of inputs
    // without an index the spread is cut off at 0, and only the share counts.
    const auto check = [](const auto& f, const double(&exact)[3]) {
        double errors[3] = {}, squares[3] = {};
        int within[3] = {};
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            const auto rows = hw::first_order_indices(f, hw::simulate(f, {.draws = 512, .seed = seed}));
            for (std::size_t i = 0; i < 3; ++i) {
                const double off = rows[i].value - exact[i];
                squares[i] += off * off;
                errors[i] += rows[i].standard_error * rows[i].standard_error;
                within[i] += hw::abs(off) <= 2.0 * rows[i].standard_error ? 1 : 0;
            }
        }
        for (std::size_t i = 0; i < 3; ++i) {
            INFO(i);
            CHECK(within[i] >= 276);
            CHECK(within[i] <= 297);
            if (exact[i] > 0.1) CHECK_THAT(hw::sqrt(errors[i] / squares[i]), WithinAbs(1.0, 0.25));
        }
    };
    check(sum, exact_sum);
    check(ishigami, exact_ishigami);
    check(game, exact_game);
}

TEST_CASE("a Sobol' run biases no first-order index, and its errors are no smaller than the true ones") {
    // Within a scrambling neighbours in one input are far apart in the others: compared with each other too they would
    // give indices that are 0.02 to 0.07 too small here.
    double off[3] = {}, squares[3] = {}, errors[3] = {};
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto rows = hw::first_order_indices(
            sum, hw::simulate(sum, {.draws = 1024, .seed = seed, .method = hw::method::sobol, .replicates = 2}));
        for (std::size_t i = 0; i < 3; ++i) {
            off[i] += rows[i].value - exact_sum[i];
            squares[i] += (rows[i].value - exact_sum[i]) * (rows[i].value - exact_sum[i]);
            errors[i] += rows[i].standard_error * rows[i].standard_error;
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK_THAT(off[i] / 100.0, WithinAbs(0.0, 3.3 * hw::sqrt(squares[i] / 100.0) / 10.0));
        CHECK(errors[i] > 0.75 * squares[i]);
    }
}

TEST_CASE("with correlated inputs an index counts what the input tells of others") {
    constexpr auto joined = hw::forecast(
        hw::inputs(a, b, e), [](const auto& in) { return in[a] + in[e]; }, hw::correlate(a, b, 0.7));
    const double r = hw::normal_from_rank_correlation(0.7);
    const double exact[] = {1.0 / 1.25, r * r / 1.25, 0.25 / 1.25};
    for (const auto method : every_method) {
        check_within_errors(
            hw::first_order_indices(joined, hw::simulate(joined, {.draws = 16'384, .method = method})), exact, 1e-2);
    }
}

TEST_CASE("an input of two values that is the result has all, a fixed one nothing and no error") {
    constexpr auto f = hw::forecast(hw::inputs(fixed, coin, a), [](const auto& in) { return in[coin] * in[fixed]; });
    for (const auto method : every_method) {
        const auto rows = hw::first_order_indices(f, hw::simulate(f, {.draws = 1000, .method = method}));
        CHECK_THAT(rows[coin].value, WithinAbs(1.0, 1e-14));
        CHECK((rows[fixed].value == 0.0 && rows[fixed].standard_error == 0.0));
        CHECK_THAT(rows[a].value, WithinAbs(0.0, 3.3 * rows[a].standard_error));
    }
}

TEST_CASE("first-order indices of shards, of shards together, and of one of several outputs") {
    constexpr auto f = hw::forecast(hw::inputs(a, b, e), [](const auto& in) {
        return hw::outputs(hw::output<"cost">((in[a] + in[b] + in[e]) * usd), hw::output<"e">(in[e]));
    });
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        const auto shard = [&](std::uint64_t i) {
            return hw::get<"cost">(hw::simulate(f, {.draws = 9000, .method = method, .shard = {i, 3}}));
        };
        check_within_errors(hw::first_order_indices(f, shard(1)), exact_sum, 4e-2);
        check_within_errors(hw::first_order_indices(f, hw::merge(shard(0), shard(2))), exact_sum, 3e-2);
        const auto whole = hw::simulate(f, {.draws = 9000, .method = method, .threads = 2});
        CHECK(hw::first_order_indices(f, hw::merge(shard(2), shard(0), shard(1))) == hw::first_order_indices<"cost">(f, whole));
        CHECK(hw::first_order_indices<"e">(f, whole)[e].value > 0.99);
    }
}

TEST_CASE("first-order indices have the same bits everywhere") {
    const auto of_a = [](hw::method method) {
        return hw::first_order_indices(sum, hw::simulate(sum, {.draws = 1000, .seed = 7, .method = method}))[a];
    };
    CHECK(of_a(hw::method::independent).value == 0x1.39c448ff10248p-3);
    CHECK(of_a(hw::method::latin_hypercube).standard_error == 0x1.1bebeabecbc42p-5);
    CHECK(of_a(hw::method::sobol).value == 0x1.eeb089d3bd43p-4);
}

TEST_CASE("first-order indices do not depend on the unit or the origin of the result") {
    const auto of = [](double unit, double origin) {
        const auto f = hw::forecast(hw::inputs(a, b, e), [=](const auto& in) { return unit * (in[a] + in[b]) + origin; });
        return hw::first_order_indices(f, hw::simulate(f, {.draws = 300}));
    };
    CHECK(of(0x1p1000, 0.0) == of(1.0, 0.0));
    CHECK(of(0x1p-1000, 0.0) == of(1.0, 0.0));
    CHECK_THAT(of(1.0, 1e9)[b].value, WithinRel(of(1.0, 0.0)[b].value, 1e-6));
    CHECK_THAT(of(1.0, 1e9)[b].standard_error, WithinRel(of(1.0, 0.0)[b].standard_error, 1e-6));
}

TEST_CASE("first-order indices over time") {
    constexpr auto f = hw::forecast(hw::inputs(a, b), [](const auto& in, const auto& when) {
        return in[a] + in[b] * (when - hw::date(2025y / 1 / 1)).in(year);
    });
    const std::vector<hw::date> dates{2025y / 1 / 1, 2045y / 1 / 1};
    const auto run = hw::simulate(f, dates, {.draws = 1000});
    CHECK(hw::first_order_indices(f, run, dates[0])[a].value > 0.99);
    CHECK(hw::first_order_indices(f, run, dates[1])[b].value > 0.99);
    CHECK_THROWS_WITH(hw::first_order_indices(f, run, 2030y / 1 / 1), ContainsSubstring("fan::at"));
}

TEST_CASE("first_order_indices refuses what it cannot answer") {
    const auto run = hw::simulate(sum, {.draws = 100});
    constexpr auto difference = hw::forecast(hw::inputs(a, b, e), [](const auto& in) { return in[a] - in[b] + 1.0; });
    CHECK_THROWS_WITH(hw::first_order_indices(difference, run), ContainsSubstring("first_order_indices: the outcome is of another forecast"));
    CHECK_THROWS_WITH(hw::first_order_indices(sum, run.given([](double x) { return x > 0.0; })),
                      ContainsSubstring("chosen by given"));
    CHECK_THROWS_WITH(hw::first_order_indices(sum, hw::simulate(sum, {.draws = 100, .keep = false})),
                      "first_order_indices: the run did not keep its draws; simulate with .keep = true");
    CHECK_THROWS_WITH(hw::first_order_indices(sum, hw::simulate(sum, {.draws = 2})),
                      "first_order_indices: needs at least 3 draws, has 2; draw more");
    CHECK_NOTHROW(hw::first_order_indices(sum, hw::simulate(sum, {.draws = 3})));
    const auto one = hw::simulate(sum, {.draws = 256, .method = hw::method::sobol, .replicates = 1});
    CHECK_THROWS_WITH(hw::first_order_indices(sum, one),
                      ContainsSubstring("all draws are of one scrambling") && ContainsSubstring("method::independent"));
    constexpr auto constant = hw::forecast(hw::inputs(a), [](const auto& in) { return 0.0 * in[a] + 3.0; });
    CHECK_THROWS_WITH(hw::first_order_indices(constant, hw::simulate(constant, {.draws = 64})),
                      ContainsSubstring("first_order_indices: no input changes the result"));
    constexpr auto sometimes = hw::forecast(hw::inputs(a), [](const auto& in) {
        return select(in[a] < 0.0, hw::date() + in[a] * year, hw::date::never());
    });
    CHECK_THROWS_WITH(hw::first_order_indices(sometimes, hw::simulate(sometimes, {.draws = 64})),
                      ContainsSubstring("first_order_indices: in some draws the result is never"));
    constexpr auto huge = hw::forecast(hw::inputs(a), [](const auto& in) { return 1e307 * in[a]; });
    CHECK_THROWS_WITH(hw::first_order_indices(huge, hw::simulate(huge, {.draws = 1000})),
                      ContainsSubstring("too large"));
}
