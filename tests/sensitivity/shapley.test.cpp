// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/shapley.hpp>

#include "catch.hpp"
#include "reference/shapley.hpp"

#include <headway/sensitivity/sobol_indices.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr auto a = hw::assumption<"a">(hw::normal(0.0, 1.0), "test");
constexpr auto b = hw::assumption<"b">(hw::normal(5.0, 2.0), "test");
constexpr auto two = hw::forecast(
    hw::inputs(a, b), [](const auto& in) { return in[a] + in[b]; }, hw::correlate(a, b, 0.6));

// The model reads p, q and r; s is correlated with two of them.
constexpr auto p = hw::assumption<"p">(hw::normal(10.0, 1.0), "test");
constexpr auto q = hw::assumption<"q">(hw::normal(-3.0, 1.0), "test");
constexpr auto r = hw::assumption<"r">(hw::normal(0.0, 3.0), "test");
constexpr auto s = hw::assumption<"s">(hw::normal(1.0, 2.0), "test");
constexpr auto four = hw::forecast(
    hw::inputs(p, q, r, s), [](const auto& in) { return in[p] - 2.0 * in[q] + 0.5 * in[r]; }, hw::correlate(p, q, 0.5),
    hw::correlate(q, s, -0.7), hw::correlate(p, s, -0.2));

constexpr auto u = hw::assumption<"u">(hw::uniform(-1.0, 1.0), "test");
constexpr auto v = hw::assumption<"v">(hw::triangular(0.0, 1.0, 3.0), "test");
constexpr auto w = hw::assumption<"w">(hw::uniform(0.0, 2.0), "test");
constexpr auto product =
    hw::forecast(hw::inputs(u, v, w), [](const auto& in) { return in[u] * in[v] + in[w] * in[w]; });

// Ishigami's function, and Sobol's g-function of ten inputs.
constexpr double pi = 3.14159265358979323846;
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
    const auto sin1 = sine(in[x1]);
    const auto sin2 = sine(in[x2]);
    const auto square = in[x3] * in[x3];
    return sin1 + 7.0 * sin2 * sin2 + 0.1 * square * square * sin1;
});

template <std::size_t I>
constexpr char name_text[3] = {'g', static_cast<char>('0' + I), '\0'};
template <std::size_t I>
constexpr hw::label<2> name(name_text<I>);
constexpr std::array<double, 10> g_a{0.0, 0.5, 1.0, 2.0, 4.5, 9.0, 20.0, 50.0, 99.0, 99.0};
constexpr auto g_function = []<std::size_t... I>(std::index_sequence<I...>) {
    return hw::forecast(hw::inputs(hw::assumption<name<I>>(hw::uniform(0.0, 1.0), "test")...), [](const auto& in) {
        return (((hw::abs(in.template get<I>() * 4.0 - 2.0) + g_a[I]) / (1.0 + g_a[I])) * ...);
    });
}(std::make_index_sequence<10>());

/// Fails for a right estimator with a probability of 0.1 % for each number checked, Student's t with 7 degrees of
/// freedom.
template <std::size_t Size>
void check_within_errors(const auto& effects, const double (&exact)[Size], double largest_error) {
    REQUIRE(effects.size() == Size);
    double sum = 0.0;
    for (std::size_t i = 0; i < Size; ++i) {
        const auto& row = effects[i];
        INFO(row.input);
        CHECK_THAT(row.share.value, WithinAbs(exact[i], 5.41 * row.share.standard_error));
        CHECK(row.share.standard_error > 0.0);
        CHECK(row.share.standard_error < largest_error);
        CHECK(row.share.low <= row.share.high);
        sum += row.share.value;
    }
    CHECK_THAT(sum, WithinAbs(1.0, 1e-14));
}

}  // namespace

// What is asked where nothing is said.
constexpr hw::shapley_run usual;
static_assert(usual.draws == 4096 && usual.seed == 1 && usual.replicates == 8 && usual.level == 0.95 && usual.threads == 1);
static_assert(usual.every_subset_up_to == 6);

// Of what adds up each input has its own, and of what takes both an input and another each has half.
constexpr bool near(double found, double expected) { return hw::abs(found - expected) <= 1e-14; }
TEST_CASE("shapley effects share out what inputs do together evenly") {
    using choice = std::vector<char>;
    const auto of_three = [](const choice& redrawn) {
        const auto is = [&](std::size_t i) { return redrawn[i] != 0 ? 1.0 : 0.0; };
        return 1.0 * is(0) + 2.0 * is(1) + 4.0 * is(2) + 8.0 * is(0) * is(2);
    };
    std::vector<double> every_subset(3);
    hw::detail::add_every_subset(every_subset, of_three);
    CHECK((near(every_subset[0], 5.0) && near(every_subset[1], 2.0) && near(every_subset[2], 8.0)));
    std::vector<double> one_order{10.0, 0.0, 0.0};
    hw::detail::add_one_order(one_order, {2, 1, 0}, of_three);
    CHECK((one_order[0] == 19.0 && one_order[1] == 2.0 && one_order[2] == 4.0));
    std::vector<double> only_one(1);
    hw::detail::add_every_subset(only_one, [](const choice& redrawn) { return redrawn[0] != 0 ? 3.0 : 0.0; });
    CHECK(only_one[0] == 3.0);
}

TEST_CASE("a walk counts each step from its start and from its end") {
    // A result of three inputs for each subset that is of the second draw, different in each lane.
    const auto result_of = [](const std::vector<char>& redrawn, double* y) {
        const auto is = [&](std::size_t i) { return redrawn[i] != 0 ? 1.0 : 0.0; };
        for (int k = 0; k < hw::batch::size; ++k) {
            const double lane = 0.25 * k - 5.0;
            y[k] = 3.0 + is(0) - lane * is(1) + 2.0 * is(2) * (1.0 + lane * is(0)) + is(0) * is(1) * is(2);
        }
    };
    const auto opposite = [](std::vector<char> redrawn) {
        for (char& c : redrawn) c = c != 0 ? 0 : 1;
        return redrawn;
    };
    const std::vector<std::size_t> order{1, 2, 0}, reverse{0, 2, 1};
    hw::batch start, end;
    result_of({0, 0, 0}, start.lane);
    result_of({1, 1, 1}, end.lane);
    std::vector<double> one_way(3), back(3), walked{10.0, 0.0, 0.0};
    hw::batch y;
    hw::detail::add_one_order(one_way, order, [&](const std::vector<char>& redrawn) {
        result_of(redrawn, y.lane);
        return hw::detail::half_mean_square(start.lane, y.lane);
    });
    hw::detail::add_one_order(back, reverse, [&](const std::vector<char>& redrawn) {
        result_of(opposite(redrawn), y.lane);
        return hw::detail::half_mean_square(end.lane, y.lane);
    });
    std::vector<hw::batch> results;
    hw::detail::add_walk(walked, order, results, result_of);
    CHECK_THAT(walked[0], WithinAbs(10.0 + 0.5 * (one_way[0] + back[0]), 1e-12));
    CHECK_THAT(walked[1], WithinAbs(0.5 * (one_way[1] + back[1]), 1e-12));
    CHECK_THAT(walked[2], WithinAbs(0.5 * (one_way[2] + back[2]), 1e-12));
    CHECK(hw::abs(one_way[1] - back[1]) > 1.0);
}

TEST_CASE("shapley effects of Ishigami's function, from every subset and from walks") {
    const auto subsets = hw::shapley(ishigami, {.draws = 4096});
    CHECK(subsets.evaluations() == 8 * 4096);
    check_within_errors(subsets, reference::shapley_ishigami, 1e-2);
    const auto walks = hw::shapley(ishigami, {.draws = 8192, .every_subset_up_to = 0});
    CHECK(walks.evaluations() == 4 * 8192);
    check_within_errors(walks, reference::shapley_ishigami, 1.2e-2);
}

TEST_CASE("shapley effects of ten independent inputs") {
    const auto effects = hw::shapley(g_function, {.draws = 4096});
    CHECK(effects.evaluations() == 11 * 4096);
    check_within_errors(effects, reference::shapley_g, 1e-2);
    CHECK(effects == hw::shapley(g_function, {.draws = 4096, .threads = 3}));
    // 20 seeds with 10 effects: the 90 % intervals cover fewer than 160 or all of 200 with a probability below 1e-4 if
    // they were independent.
    int count = 0;
    double sum[10] = {}, square[10] = {};
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto rows = hw::shapley(g_function, {.draws = 1024, .seed = seed, .level = 0.9});
        for (std::size_t i = 0; i < 10; ++i) {
            const double exact = reference::shapley_g[i];
            count += rows[i].share.low <= exact && exact <= rows[i].share.high ? 1 : 0;
            sum[i] += rows[i].share.value - exact;
            square[i] += (rows[i].share.value - exact) * (rows[i].share.value - exact);
        }
    }
    CAPTURE(count);
    CHECK(count >= 160);
    CHECK(count <= 199);
    for (std::size_t i = 0; i < 4; ++i) {  // on average, Student's t with 19 degrees of freedom
        CHECK_THAT(sum[i] / 20.0, WithinAbs(0.0, 3.9 * hw::sqrt(square[i] / 20.0 / 19.0)));
    }
}

TEST_CASE("shapley effects of results near the root of the greatest number are those of small ones") {
    const auto scaled = [](double by) {
        return hw::shapley(hw::forecast(hw::inputs(a, b), [by](const auto& in) { return by * (in[a] + in[b]); }),
                           {.draws = 512});
    };
    CHECK(scaled(0x1p503) == scaled(1.0));
    CHECK(scaled(0x1p-500) == scaled(1.0));
}

TEST_CASE("shapley effects of two correlated normals") {
    // Owen and Prieur (2017), section 4: half of what they share goes to each.
    const double rho = hw::normal_from_rank_correlation(0.6);
    const double variance = 1.0 + 4.0 + 4.0 * rho;
    const double of_a = (1.0 + 2.0 * rho + 1.5 * rho * rho) / variance;
    CHECK_THAT(reference::shapley_two[0], WithinAbs(of_a, 1e-15));
    check_within_errors(hw::shapley(two, {.draws = 4096, .seed = 1}), reference::shapley_two, 5e-3);
}

TEST_CASE("shapley effects of correlated normals from every subset and from random orders") {
    const auto subsets = hw::shapley(four, {.draws = 4096, .seed = 1});
    CHECK(subsets.evaluations() == 16 * 4096);
    check_within_errors(subsets, reference::shapley_four, 5e-3);
    CHECK(subsets[s].share.value > 0.05);  // although the model does not read it

    const auto orders = hw::shapley(four, {.draws = 16'384, .seed = 1, .every_subset_up_to = 3});
    CHECK(orders.evaluations() == 5 * 16'384);
    check_within_errors(orders, reference::shapley_four, 2e-2);
}

TEST_CASE("the errors of shapley effects are what they say") {
    // 30 seeds with 4 effects, the 90 % intervals of which cover fewer than 94 or more than 119 of 120 by chance with a
    // probability below 1e-4 if they were independent.
    int count = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto effects = hw::shapley(four, {.draws = 512, .seed = seed, .level = 0.9});
        for (std::size_t i = 0; i < 4; ++i) {
            const double exact = reference::shapley_four[i];
            count += effects[i].share.low <= exact && exact <= effects[i].share.high ? 1 : 0;
        }
    }
    CAPTURE(count);
    CHECK(count >= 94);
    CHECK(count <= 119);
}

TEST_CASE("without correlations a shapley effect lies between the sobol indices") {
    const auto effects = hw::shapley(product, {.draws = 8192});
    const auto indices = hw::sobol_indices(product, {.draws = 8192});
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& share = effects[i].share;
        const double error = 5.41 * (share.standard_error + indices[i].total.standard_error);
        CHECK(share.value > indices[i].first_order.value - error);
        CHECK(share.value < indices[i].total.value + error);
        // With interactions of pairs only, it is half-way between them.
        CHECK_THAT(share.value, WithinAbs(0.5 * (indices[i].first_order.value + indices[i].total.value), error));
    }
}

TEST_CASE("shapley effects keep each input's belief whatever its shape") {
    // The model reads w and p; v moves with w, so it shares w's part of the variance, and none of p's.
    constexpr auto joined = hw::forecast(
        hw::inputs(w, v, p), [](const auto& in) { return in[w] * in[w] + in[p]; }, hw::correlate(w, v, 0.9));
    const auto effects = hw::shapley(joined, {.draws = 4096});
    CHECK_THAT(effects[w].share.value + effects[v].share.value + effects[p].share.value, WithinAbs(1.0, 1e-14));
    // Var(w²) = 16 (1/5 - 1/9), Var(p) = 1.
    const double of_p = 1.0 / (1.0 + 16.0 * (0.2 - 1.0 / 9.0));
    CHECK_THAT(effects[p].share.value, WithinAbs(of_p, 5.41 * effects[p].share.standard_error));
    CHECK(effects[v].share.value > 0.1);
    CHECK(effects[w].share.value > effects[v].share.value);
}

TEST_CASE("shapley effects do not depend on the number of threads, but on the seed") {
    for (const unsigned every_subset_up_to : {0U, 6U}) {
        const auto one = hw::shapley(four, {.draws = 1024, .seed = 7, .every_subset_up_to = every_subset_up_to});
        CHECK(hw::shapley(four, {.draws = 1024, .seed = 7, .every_subset_up_to = every_subset_up_to, .threads = 3}) ==
              one);
        CHECK_FALSE(hw::shapley(four, {.draws = 1024, .seed = 8, .every_subset_up_to = every_subset_up_to}) == one);
    }
}

TEST_CASE("shapley effects have the same bits everywhere") {
    CHECK(hw::shapley(four, {.draws = 512, .seed = 11})[s].share.value == 0x1.3caf1daa45f6ep-3);
    CHECK(hw::shapley(four, {.draws = 512, .seed = 11, .every_subset_up_to = 0})[s].share.value == 0x1.34d65809c488ap-3);
    CHECK(hw::shapley(product, {.draws = 512, .seed = 11, .every_subset_up_to = 0})[w].share.value == 0x1.54001627c8f5p-1);
}

TEST_CASE("shapley effects of one of several outputs, and on a date") {
    constexpr auto named = hw::forecast(hw::inputs(a, b), [](const auto& in) {
        return hw::outputs(hw::output<"a">(in[a] * usd), hw::output<"when">(hw::date() + in[b] * year));
    });
    CHECK(hw::shapley<"a">(named, {.draws = 512})[b].share.value == 0.0);
    CHECK(hw::shapley<"a">(named, {.draws = 512})[a].share.value == 1.0);
    CHECK(hw::shapley<"when">(named, {.draws = 512})[a].share.value == 0.0);
    constexpr auto over_time = hw::forecast(hw::inputs(a, b), [](const auto& in, const auto& when) {
        return in[a] + in[b] * (when - hw::date(2025y / 1 / 1)).in(year);
    });
    CHECK(hw::shapley(over_time, 2025y / 1 / 1, {.draws = 512})[b].share.value == 0.0);
    CHECK(hw::shapley(over_time, 2030y / 1 / 1, {.draws = 512})[b].share.value > 0.9);
}

TEST_CASE("shapley refuses what it cannot answer") {
    constexpr auto sometimes = hw::forecast(hw::inputs(a), [](const auto& in) {
        return select(in[a] < 0.0, hw::date() + in[a] * year, hw::date::never());
    });
    CHECK_THROWS_WITH(hw::shapley(sometimes),
                      ContainsSubstring("shapley: in some draws") && ContainsSubstring("a cap"));
    constexpr auto constant = hw::forecast(hw::inputs(a), [](const auto& in) { return 0.0 * in[a] + 3.0; });
    CHECK_THROWS_WITH(hw::shapley(constant, {.draws = 64}), ContainsSubstring("no input changes the result"));
    CHECK_THROWS_WITH(hw::shapley(two, {.draws = 0}), "shapley: draws must be between 1 and 2^51, got 0");
    CHECK_THROWS_WITH(hw::shapley(two, {.replicates = 0}), ContainsSubstring("replicates must be at least 2"));
    CHECK_THROWS_WITH(hw::shapley(two, {.replicates = 1}), ContainsSubstring("replicates must be at least 2"));
    for (const double level : {0.0, 1.0, 1.5}) {
        CHECK_THROWS_WITH(hw::shapley(two, {.level = level}), ContainsSubstring("level must be above 0"));
    }
    CHECK_NOTHROW(hw::shapley(two, {.draws = 1, .replicates = 2, .every_subset_up_to = 16}));
    CHECK_THROWS_WITH(hw::shapley(two, {.every_subset_up_to = 17}), ContainsSubstring("must be at most 16"));
}

TEST_CASE("every input comes at every place of the orders equally often") {
    // 4000 pairs of an order and its reverse: an input comes to a place in one of the two with probability 1/2, so 2000
    // times with a standard deviation of 32; one of 16 counts is 5 of them away with a probability below 1e-5.
    int count[4][4] = {};
    for (std::uint64_t block = 0; block < 8000; ++block) {
        const auto order = hw::detail::order_of_block(4, 5, block);
        for (std::size_t place = 0; place < 4; ++place) ++count[place][order[place]];
    }
    for (const auto& at_place : count) {
        for (const int times : at_place) CHECK_THAT(times, WithinAbs(2000.0, 5.0 * 32.0));
    }
}

TEST_CASE("shapley effects are a regular type") {
    auto effects = hw::shapley(two, {.draws = 64});
    const auto copy = effects;
    CHECK(copy == effects);
    effects = decltype(effects)();
    CHECK_FALSE(copy == effects);
    CHECK(copy.level() == 0.95);
}
